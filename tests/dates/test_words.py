"""What historians write: every date phrase of a review article, months in four languages, pairs and parts."""

from __future__ import annotations

import pytest

from fontes.dates import NotUnderstood, When, as_edtf, bare, comma_within, iso, looks_like_a_phrase, read, write


def when(text: str) -> When:
    found = read(text)
    assert isinstance(found, When), found
    return found


ARTICLE = [
    # text, earliest, latest — in the order of the article; a phrase said twice stands once
    ("throughout the 1930s", "1930-01-01", "1939-12-31"),
    ("on 12 June 1937", "1937-06-12", "1937-06-12"),
    ("in 1937", "1937-01-01", "1937-12-31"),
    ("1937-1938", "1937-01-01", "1938-12-31"),
    ("the 1920s", "1920-01-01", "1929-12-31"),
    ("1917", "1917-01-01", "1917-12-31"),
    ("from 1937", "1937-01-01", "unknown"),
    ("the 1960s and 1970s", "1960-01-01", "1979-12-31"),
    ("in October 1961", "1961-10-01", "1961-10-31"),
    ("the 1980s and early 1990s", "1980-01-01", "1993-12-31"),
    ("in the early 1990s", "1990-01-01", "1993-12-31"),
    ("throughout the 1920s and 1930s", "1920-01-01", "1939-12-31"),
    ("prior to 1937", "unknown", "1936-12-31"),
    ("from the early 1930s", "1930-01-01", "unknown"),
    ("during the early 1930s", "1930-01-01", "1933-12-31"),
    ("in 1934", "1934-01-01", "1934-12-31"),
    ("In August 1934", "1934-08-01", "1934-08-31"),
    ("in February 1931", "1931-02-01", "1931-02-28"),
    ("(1921-1934)", None, None),
    ("1921-1934", "1921-01-01", "1934-12-31"),
    ("the 1920s and early 1930s", "1920-01-01", "1933-12-31"),
    ("in 1936", "1936-01-01", "1936-12-31"),
    ("in June 1937", "1937-06-01", "1937-06-30"),
    ("in 1927", "1927-01-01", "1927-12-31"),
    ("in autumn1936", "1936-09-01", "1936-11-30"),
    ("By 1936", "unknown", "1936-12-31"),
    ("in September 1931", "1931-09-01", "1931-09-30"),
    ("from early 1932", "1932-01-01", "unknown"),
    ("In the summer of 1930", "1930-06-01", "1930-08-31"),
    ("of 1932", None, None),
    ("1 February 1923", "1923-02-01", "1923-02-01"),
    ("27 February 1937", "1937-02-27", "1937-02-27"),
    ("in 1928", "1928-01-01", "1928-12-31"),
    ("on 2 February 1928", "1928-02-02", "1928-02-02"),
    ("from May 1934", "1934-05-01", "unknown"),
    ("October 1936", "1936-10-01", "1936-10-31"),
    ("February-March 1937", "1937-02-01", "1937-03-31"),
    ("in March 1937", "1937-03-01", "1937-03-31"),
    ("Between 1932-33", "1932-01-01", "1933-12-31"),
    ("Throughout the first six months of 1937", "1937-01-01", "1937-06-30"),
    ("June 1937", "1937-06-01", "1937-06-30"),
    ("earlier in 1936", "1936-01-01", "1936-12-31"),
    ("in 1930", "1930-01-01", "1930-12-31"),
    ("in the mid-1930s", "1934-01-01", "1936-12-31"),
    ("in summer 1936", "1936-06-01", "1936-08-31"),
    ("throughout 1936", "1936-01-01", "1936-12-31"),
    ("twentieth-century", "1900-01-01", "2000-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), ARTICLE)
def test_the_phrases_of_the_article(text: str, first: str | None, last: str | None) -> None:
    if first is None:
        assert isinstance(read(text), NotUnderstood)  # a bracket or an 'of' belongs to the sentence, not to the date
        return
    found = when(text)
    assert (iso(found.earliest), iso(found.latest)) == (first, last)
    assert read(write(found)) == found


@pytest.mark.parametrize(
    ("text", "name", "relation", "least", "most"),
    [
        ("shortly after feb-march-plenum", "feb-march-plenum", "after", 0, 60),
        ("a few months later than the-soviet", "the-soviet", "after", 59, 184),
        ("only four months prior to arrest-of-yakir", "arrest-of-yakir", "before", 105, 138),
        ("two years later than vesna", "vesna", "after", 548, 913),
        ("two years earlier than smirnov-case", "smirnov-case", "before", 548, 913),
        ("following kirov-assassination", "kirov-assassination", "after", None, None),
        ("prior to the-terror", "the-terror", "before", None, None),
        ("since civil-war", "civil-war", "after", 0, None),
        ("from end-of-civil-war", "end-of-civil-war", "after", 0, None),
        ("from lenins-death", "lenins-death", "after", 0, None),
        ("at the time of arrest", "arrest", "at", None, None),
        ("until plenum", "plenum", "by", None, None),
        ("the day after plenum", "plenum", "after", 1, 1),
        ("exactly two weeks after plenum", "plenum", "after", 14, 14),
        ("more than 2 weeks after plenum", "plenum", "after", 11, None),
        ("less than 2 weeks after plenum", "plenum", "after", 0, 17),
        ("several weeks before plenum", "plenum", "before", 21, 63),
        ("immediately after plenum", "plenum", "after", 0, 7),
        ("half-a-year after plenum", "", "", None, None),
    ],
)
def test_what_hangs_on_an_event(text: str, name: str, relation: str, least: int | None, most: int | None) -> None:
    if not name:
        assert isinstance(read(text), NotUnderstood)
        return
    (anchor,) = when(text).anchors
    assert (anchor.name, anchor.relation, anchor.least, anchor.most) == (name, relation, least, most)
    assert looks_like_a_phrase(text) and read(write(when(text))) == when(text)


def test_the_days_of_the_article_without_a_year_are_refused_with_a_way_out() -> None:
    found = read("the 11th May")
    assert isinstance(found, NotUnderstood) and "XXXX-05-11" in found.reason


LANGUAGES = {
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря": "{} 1937 года",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь": "{} 1937",
    "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре": "в {} 1937 г.",
    "январю февралю марту апрелю маю июню июлю августу сентябрю октябрю ноябрю декабрю": "{} 1937",
    "январём февралём мартом апрелем маем июнем июлем августом сентябрём октябрём ноябрём декабрём": "{} 1937",
    "янв. фев. мар. апр. май июн. июл. авг. сент. окт. нояб. дек.": "{} 1937 г",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember": "im {} 1937",
    "Jänner Feber Märzes Aprils Mais Junis Julis Augusts Septembers Oktobers Novembers Dezembers": "{} 1937",
    "Jan. Febr. Mrz Apr. Mai Jun. Jul. Aug. Sept. Okt. Nov. Dez.": "{} 1937",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre": "en {} 1937",
    "janv. févr. mars avr. mai juin juil. aout sept. oct. nov. déc.": "{} 1937",
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec": "in {} 1937",
}


@pytest.mark.parametrize("names", LANGUAGES)
def test_months_in_four_languages(names: str) -> None:
    for number, name in enumerate(names.split(), 1):
        found = when(LANGUAGES[names].format(name))
        assert as_edtf(found) == f"1937-{number:02d}", name
        assert found == when(f"1937-{number:02d}") or found.start == when(f"1937-{number:02d}").start


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("12 июня 1937 г.", "1937-06-12"), ("12. Juni 1937", "1937-06-12"), ("am 1. März 1921", "1921-03-01"), ("le 1er mai 1936", "1936-05-01"),
        ("août 1914", "1914-08"), ("летом 1936", "1936-22"), ("Frühjahr 1921", "1921-21"), ("June 12, 1937", "1937-06-12"),
        ("Saturday, 12 June 1937", "1937-06-12"), ("суббота 12 июня 1937", "1937-06-12"), ("the 12th of June 1937", "1937-06-12"),
        ("June of 1937", "1937-06"), ("the 1930's", "193X"), ("the year 1936", "1936"), ("winter of 1936/37", "1936-24"),
        ("winter 1936", "[1935-24,1936-24]"), ("early 1930s", "[1930..1933]"), ("early June 1937", "[1937-06-01..1937-06-10]"),
        ("the end of June 1937", "[1937-06-21..1937-06-30]"), ("first half of 1936", "[1936-01..1936-06]"),
        ("last quarter of 1936", "[1936-10..1936-12]"), ("first half of June 1937", "[1937-06-01..1937-06-15]"),
        ("second half of the 1930s", "[1935..1939]"), ("first half of the 19th century", "[1800..1850]"),
        ("last week of June 1937", "[1937-06-24..1937-06-30]"), ("last 3 months of 1936", "[1936-10..1936-12]"),
        ("between 11 and 12 June 1937", "[1937-06-11..1937-06-12]"), ("between June and August 1937", "[1937-06..1937-08]"),
        ("on the night of 11–12 June 1937", "[1937-06-11..1937-06-12]"), ("night of 11/12 June 1937", "[1937-06-11..1937-06-12]"),
        ("night of 30 June–1 July 1937", "[1937-06-30..1937-07-01]"), ("night of 31 December 1936", "[1936-12-31..1937-01-01]"),
        ("turn of the year 1936–37", "[1936-12-16..1937-01-15]"), ("1937–38", "[1937..1938]"), ("1999–00", "[1999..2000]"),
        ("11–12 June 1937", "[1937-06-11..1937-06-12]"), ("June/July 1937", "[1937-06..1937-07]"), ("1936 or 1937", "[1936,1937]"),
        ("June or July 1937", "[1937-06,1937-07]"), ("the 1920s and 1930s", "{192X,193X}"), ("from June to August 1937", "1937-06/1937-08"),
        ("from 1936 on", "[1936..]"), ("since June 1937", "[1937-06..]"), ("until June 1937", "/1937-06"), ("before 1917", "[..1916]"),
        ("not later than 12 June 1937", "[..1937-06-12]"), ("after 1936", "[1937..]"), ("throughout June 1937", "1937-06-01/1937-06-30"),
        ("c.1120", "1120~"), ("about summer 1936?", "1936-22%"), ("perhaps June 1937", "1937-06?"), ("on or about 12 June 1937", "1937-06-12~"),
        ("between about 1936 and 1938", "[1936~..1938]"), ("44 BC", "-0043"), ("15 March 44 BCE", "-0043-03-15"), ("AD 30", "0030"),
        ("1 BC", "0000"), ("the 480s BC", "[-0488..-0479]"), ("5th century BC", "[-0499..-0400]"), ("June 30 BC", "-0029-06"),
        ("12 June AD 30", "0030-06-12"), ("Y170000002", "Y170000002"), ("summer or autumn 1936", "[1936-22,1936-23]"),
        ("1936-21/1936-23", "1936-21/1936-23"), ("1936?", "1936?"),
    ],
)  # fmt: skip
def test_the_edtf_of_what_is_written(text: str, edtf: str) -> None:
    found = when(text)
    assert as_edtf(found) == edtf
    assert read(write(found)) == found
    assert bare(text) or looks_like_a_phrase(text)


@pytest.mark.parametrize("text", ["shortly after plenum", "from early 1936 to 1937", "1980s and early 1990s", "about mid 19th century"])
def test_where_edtf_cannot_say_it_nothing_is_said(text: str) -> None:
    assert as_edtf(when(text)) is None


def test_throughout_fills_the_unit() -> None:
    found = when("throughout 1936")
    assert [iso(bound) for bound in (*found.start, *found.end)] == ["1936-01-01"] * 2 + ["1936-12-31"] * 2
    assert found.is_span and not when("in 1936").is_span


def test_two_numbers_that_edtf_takes_for_a_part_of_the_year_say_so() -> None:
    assert when("1936-37").assumptions == ("edtf-not-years",) and as_edtf(when("1936-37")) == "1936-37"
    assert when("1936-34").assumptions == () and when("1936–37").assumptions == ("dash-within",)


@pytest.mark.parametrize(
    ("line", "within"),
    [
        ("June 12, 1937, a asserts p", True), ("Saturday, 12 June 1937, a asserts p", True), ("on June 12, 1937, a asserts p", True),
        ("June 1937, a asserts p", False), ("erickson, ulam assert p", False), ("a, b 12, 1937", False), ("monday, b assert p", False),
    ],
)  # fmt: skip
def test_a_comma_that_belongs_to_the_date(line: str, within: bool) -> None:
    assert comma_within(line) is within


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("1936 or 1937, a asserts p", None), ("1936 BC, a asserts p", None), ("1917 (Julian), a asserts p", None), ("1936 or-else asserts p", "1936"),
        ("1936 andropov asserts p", "1936"), ("1936 ? tells a p", "1936"), ("1936 adams asserts p", "1936"), ("1936, a asserts p", "1936"),
    ],
)  # fmt: skip
def test_a_number_that_a_phrase_begins_with_is_no_bare_date(line: str, date: str | None) -> None:
    found = bare(line)
    assert (found and found.group()) == date
    if date is None:
        phrase = line.split(",")[0]
        assert looks_like_a_phrase(phrase) and not when(phrase).is_bare


@pytest.mark.parametrize("text", ["probably before 1917", "perhaps c. 1936", "possibly between 1932 and 1933", "probably shortly after plenum"])
def test_a_word_of_doubt_before_any_phrase(text: str) -> None:
    found, sure = when(text), when(text.split(" ", 1)[1])
    assert found.doubtful and not sure.doubtful and found == when(write(sure) + "?")
