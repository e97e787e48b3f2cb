"""Bounds, rival datings, conflicts and order: the definitions, a twin by brute force, and laws."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.compile import Unit, compile_units
from fontes.dates import iso, read
from fontes.findings.chronology import Chronology, Ordering, chronology
from fontes.findings.chronology.anachronisms import anachronisms
from fontes.model.corpus import Corpus
from fontes.model.lens import Lens, UnitKind
from fontes.model.lens import Unit as Distrusted
from fontes.text.parse import parse

SOURCES = 'source s "S"\n  by a\n  out 1950\nsource t "T"\n  by b\n  out 1960\nagent a "A"\n  role scholar\nagent b "B"\n  role scholar\n'


def compiled(text: str) -> Corpus:
    found = compile_units([Unit.of("small.fontes", parse(SOURCES + text, "small.fontes").statements)])
    assert not [one for one in found.diagnostics if one.severity.value == "error"], found.diagnostics
    return found.corpus


def chronicle(text: str, lens: Lens | None = None) -> Chronology:
    return chronology(compiled(text), lens or Lens())


def four(found: Chronology, id: str) -> list[str]:
    return [iso(side) for side in found.bounds(id).four]


def window(found: Chronology, id: str) -> tuple[str, str]:
    bounds = found.bounds(id)
    return iso(bounds.earliest_start), iso(bounds.latest_end)


# Dates and senses


@pytest.mark.parametrize(
    ("particulars", "expected"),
    [
        ("when 1937-06", ["1937-06-01", "1937-06-30", "1937-06-01", "1937-06-30"]),
        ("when 1936/1938", ["1936-01-01", "1936-12-31", "1938-01-01", "1938-12-31"]),
        ("when 1936\n  sense throughout", ["1936-01-01", "1936-01-01", "1936-12-31", "1936-12-31"]),
        ("when 1936\n  sense covers", ["unknown", "1936-01-01", "1936-12-31", "unknown"]),
        ("when 1936/1938\n  sense within", ["1936-01-01", "1938-12-31", "1936-01-01", "1938-12-31"]),
        ("when 1936/..", ["1936-01-01", "1936-12-31", "open", "open"]),
        ("when 1936/", ["1936-01-01", "1936-12-31", "1936-01-01", "unknown"]),
        ("when before 1937", ["unknown", "1936-12-31", "unknown", "1936-12-31"]),
        ("when 1936-01-01/1936\n  lasts between 10 and 20 days", ["1936-01-01", "1936-01-01", "1936-01-10", "1936-01-20"]),
        ("strand x", ["unknown"] * 4),
    ],
)
def test_the_four_bounds_of_an_event(particulars: str, expected: list[str]) -> None:
    assert four(chronicle(f'event e "E"\n  {particulars}\n'), "e") == expected


def test_a_day_beyond_all_reckoning_harms_nothing() -> None:
    found = chronicle('event e "E"\n  when Y17E20\n  before f\nevent f "F"\n  when Y-17E20\nevent g "G"\n  when 1936\n')
    assert window(found, "g") == ("1936-01-01", "1936-12-31")


def test_relations_carry_bounds_and_name_the_statements() -> None:
    found = chronicle(
        'event plenum "P"\n  when 1937-02-23/1937-03-05\nevent talk "T"\n  during plenum\n'
        'event march "M"\n  after talk\n  before trial between 10 and 20 days\nevent trial "J"\n  when 1937-06-12\n'
    )
    assert four(found, "talk") == ["1937-02-23", "1937-03-05", "1937-02-23", "1937-03-05"]
    assert four(found, "march") == ["1937-02-24", "1937-06-02", "1937-05-23", "1937-06-02"]
    bounds = found.bounds("march")
    assert "march before trial" in bounds.narrowed_by and "march after talk" in bounds.narrowed_by
    assert {reason.id for reason in bounds.reasons} >= {"corpus dates trial 1937-06-12", "march before trial"}
    assert [iso(side) for side in bounds.stated] == ["unknown"] * 4 and bounds.narrowed


def test_statements_have_days_too_and_a_reception_comes_after_its_report() -> None:
    found = chronicle(
        'event plenum "P"\n  when 1937-03-05\nproposition p "P."\n'
        "between 0 and 60 days after plenum, a tells b p   ^told\nby 1937-03-20, b asserts p   ^believed\n  in t\n  upon ^told\n"
    )
    assert window(found, "^told") == ("1937-03-05", "1937-03-20")
    assert window(found, "believed") == ("1937-03-05", "1937-03-20")
    assert "believed" in found.bounds("^told").narrowed_by


def test_lives_tenures_grounds_and_works() -> None:
    found = chronicle(
        'agent c "C"\n  born 1890-05-01\n  died 1937-06-12\nevent fall "F"\n  when 1936-10-01\nproposition p "P."\n'
        'c asserts p   ^said\nc serves-as "Head"   ^post\n  from 1930\n  at fall\n'
        'source letter "L"\n  made 1940-02\n1941 a denies p   ^denied\n  in s\n  rests-on letter\n'
    )
    assert window(found, "said") == ("1890-05-01", "1937-06-12")
    assert four(found, "post") == ["1930-01-01", "1930-12-31", "1936-10-01", "1937-06-12"]
    assert window(found, "denied") == ("1941-01-01", "1941-12-31")


def test_the_date_of_a_work_is_no_date_of_the_post_that_is_read_in_it() -> None:
    found = chronicle('agent c "C"\n  died 1937\nc serves-as "Head"   ^post\n  in s\n')
    assert not found.conflicts and four(found, "post")[3] == "1937-12-31"


# Rival datings


RIVALS = 'event e "E"\n  when summer 1936 per s p. 1\n  when autumn 1936 per s p. 2\n  when 1936 per t p. 1\n'


def test_rival_datings_are_alternatives_and_a_date_around_another_is_no_rival() -> None:
    found = chronicle(RIVALS)
    assert not found.conflicts
    assert window(found, "e") == ("1936-06-01", "1936-11-30")
    assert {(lane.account.written, lane.active, lane.agreed) for lane in found.lanes("e")} == {
        ("summer 1936", True, False), ("autumn 1936", True, False), ("1936", False, True),
    }  # fmt: skip


def test_a_date_inside_another_is_agreement() -> None:
    found = chronicle('event e "E"\n  when 1118 per s p. 1\n  when 1118-08-15 per t p. 1\n')
    assert four(found, "e") == ["1118-08-15"] * 4 and not found.conflicts


def test_an_account_that_does_not_fit_is_no_conflict_while_another_does() -> None:
    found = chronicle(RIVALS + '  after f\nevent f "F"\n  when 1936-09-10\n')
    summer = next(lane for lane in found.lanes("e") if lane.account.written == "summer 1936")
    assert summer.bounds is None and not found.conflicts
    against = found.against(summer)
    assert against is not None and against.shortfall == 11
    assert set(against.claims) == {"a dates e summer 1936", "e after f", "corpus dates f 1936-09-10"}
    assert window(found, "e") == ("1936-09-11", "1936-11-30")


def test_the_wider_account_is_fallen_back_on_where_the_narrower_does_not_fit() -> None:
    found = chronicle('event e "E"\n  when summer 1936 per s p. 1\n  when 1936 per t p. 1\n  after f\nevent f "F"\n  when 1936-09-10\n')
    assert window(found, "e") == ("1936-09-11", "1936-12-31") and not found.conflicts


def test_no_account_fits() -> None:
    found = chronicle(RIVALS + '  after f\nevent f "F"\n  when 1937-01-05\nevent g "G"\n  after f\n')
    (conflict,) = found.conflicts
    assert conflict.shortfall == 6  # the nearest is 1936: its last day is 31 December, and it would have to be 6 January
    assert {"e after f", "corpus dates f 1937-01-05", "a dates e summer 1936", "b dates e 1936"} < set(conflict.claims)
    assert ("corpus dates f 1937-01-05",) in conflict.repairs and len(conflict.chains) > 1
    assert found.bounds("e").conflicts == (1,) and found.bounds("g").conflicts == ()


def test_accounts_that_fit_one_by_one_and_not_together() -> None:
    """Each of e and f has a date that would do; no two of them do."""
    text = (
        'event e "E"\n  when 1936 per s p. 1\n  when 1938 per t p. 1\n  before f\n'
        'event f "F"\n  when 1930 per s p. 2\n  when 1935 per t p. 2\n'
    )
    found = chronicle(text)
    (conflict,) = found.conflicts
    assert set(conflict.claims) == {"a dates e 1936", "b dates e 1938", "a dates f 1930", "b dates f 1935", "e before f"}
    assert conflict.shortfall == 2 and ("e before f",) in conflict.repairs
    assert not chronicle(text.replace("when 1935", "when 1937")).conflicts


def test_of_two_ways_to_refute_an_account_the_one_that_refutes_all_is_told() -> None:
    """1936 clashes with f and with g, 1940 with g alone: g is enough."""
    found = chronicle(
        'event e "E"\n  when 1936 per s p. 1\n  when 1940 per t p. 1\n  after f\n  after g\n'
        'event f "F"\n  when 1938\nevent g "G"\n  when after h\nevent h "H"\n  when 1945\n'
    )
    (conflict,) = found.conflicts
    assert set(conflict.claims) == {"a dates e 1936", "b dates e 1940", "e after g", "corpus dates g after h", "corpus dates h 1945"}


def test_one_passage_at_odds_with_itself() -> None:
    found = chronicle('event e "E"\n  when 1936 per s p. 1\n  when 1938 per s p. 1\n')
    (conflict,) = found.conflicts
    assert len(conflict.claims) == 2 and conflict.shortfall == 366


# Conflicts


FOUR_MONTHS = (
    'event vote "V"\n  when 1937-02-27 per s p. 1\nevent arrest "A"\n  after vote 4 months\n  before trial\n'
    'event trial "T"\n  when 1937-06-12 per s p. 2\n'
)


def test_a_verdict_that_hangs_on_a_constant_says_so() -> None:
    """Four months give or take a fortnight put the arrest on the day of the trial it preceded."""
    (conflict,) = chronicle(FOUR_MONTHS).conflicts
    assert set(conflict.claims) == {"a dates vote 1937-02-27", "arrest after vote", "arrest before trial", "a dates trial 1937-06-12"}
    assert conflict.shortfall == 1 and conflict.assumptions == ("rounded-months",)
    assert conflict.repairs == tuple((claim,) for claim in conflict.claims)


def test_what_is_doubtful_is_offered_first_and_never_certain() -> None:
    found = chronicle(FOUR_MONTHS.replace("1937-06-12", "1937-06-12?"))
    assert found.conflicts[0].repairs[0] == ("a dates trial 1937-06-12?",)
    sure = chronicle('event e "E"\n  when 1936?\nevent f "F"\n  when 1937\n').order("e", "f")
    assert (sure.answer, sure.on_the_record) == (Ordering.POSSIBLE, Ordering.CERTAIN)
    rival = chronicle('event e "E"\n  when 1936? per s p. 1\n  when 1938 per t p. 1\nevent f "F"\n  when 1940\n').order("e", "f")
    assert (rival.answer, rival.on_the_record) == (Ordering.POSSIBLE, Ordering.CERTAIN)


def test_where_statements_clash_the_bounds_hold_whichever_gives_way() -> None:
    found = chronicle('event e "E"\n  when 1937\n  before f\nevent f "F"\n  when 1936\nevent g "G"\n  when 1950\n')
    assert len(found.conflicts) == 1 and found.complete
    assert window(found, "e") == ("unknown", "1937-12-31")
    assert window(found, "f") == ("1936-01-01", "unknown")
    assert four(found, "g")[0] == "1950-01-01"
    assert found.order("e", "f").answer is Ordering.INCONSISTENT
    linked = chronicle(
        'event feast "F"\n  when 1937\nevent raid "R"\n  when summer 1936 per s p. 1\n  when autumn 1936 per s p. 2\n  after feast\n'
        'proposition p "P."\n1936 a asserts p   ^said\n  in s\n  rests-on feast\n'
    )
    assert len(linked.conflicts) == 2 and linked.complete
    assert {claim for one in linked.conflicts for claim in one.claims} >= {"a dates raid summer 1936", "said", "corpus dates feast 1937"}
    assert window(linked, "feast") == ("unknown", "unknown")  # though one date given up would end both conflicts
    assert found.order("e", "g").answer is Ordering.CERTAIN


# Order


def test_the_order_of_two_things() -> None:
    found = chronicle(
        'event e "E"\n  when 1936\nevent f "F"\n  when 1936\n  after e\nevent g "G"\n  when 1936\nevent h "H"\nevent i "I"\n  when 1940\n'
    )
    assert found.order("e", "f").answer is Ordering.CERTAIN  # though their windows overlap
    assert found.order("f", "e").answer is Ordering.IMPOSSIBLE
    assert found.order("e", "g").answer is Ordering.POSSIBLE
    assert found.order("e", "h").answer is Ordering.NO_EVIDENCE
    late = found.order("g", "i")
    assert late.answer is Ordering.CERTAIN and (late.least, late.most) == (1096, 365 + 1096 + 365)
    assert {reason.id for reason in late.reasons} == {"corpus dates g 1936", "corpus dates i 1940"}
    assert found.order("e", "i").least == 1097  # e was over a day before the last of 1936, since f came after it
    with pytest.raises(KeyError):
        found.order("e", "nothing")


def test_orders_possible_one_by_one_and_not_together() -> None:
    found = chronicle("".join(f'event {name} "{name}"\n  when 1936\n' for name in "efg"))
    pairs = [("e", "f"), ("f", "g"), ("g", "e")]
    assert all(found.together(pair).answer is Ordering.POSSIBLE for pair in pairs)
    assert found.together(*pairs[:2]).answer is Ordering.POSSIBLE
    assert found.together(*pairs).answer is Ordering.IMPOSSIBLE


def test_the_order_of_what_has_rival_dates_is_asked_of_each() -> None:
    """Each account puts e beside f in its own way; the span over both would allow what neither does."""
    text = 'event e "E"\n  when before f per s p. 1\n  when after f per t p. 1\nevent f "F"\n  when 1936-05\n'
    assert chronicle(text).order("e", "f").answer is Ordering.POSSIBLE
    assert chronicle(text.replace("after f", "between 5 and 9 days before f")).order("e", "f").answer is Ordering.CERTAIN


# Anachronisms


def test_what_comes_too_early_for_its_ground() -> None:
    found = chronicle(
        'agent c "C"\n  born 1880\n  died 1920\nproposition p "P."\nevent fall "F"\n  after rise between 10 and 20 years\n'
        'event rise "R"\n  when 1930\n1935 a asserts p   ^early\n  in s\n  rests-on fall\n'
        "1937 a tells b p   ^told\n1936 b asserts p   ^before\n  in t\n  upon ^told\n1925 c asserts p   ^late\n"
    )
    kinds = {(one.kind, one.what[1], one.other[1]): one for one in anachronisms(found)}
    assert set(kinds) == {("ground", "early", "fall"), ("reception", "before", "told"), ("after-death", "late", "c")}
    assert kinds["reception", "before", "told"].days == 1
    assert {reason.id for reason in kinds["ground", "early", "fall"].reasons} == {"early", "fall after rise", "corpus dates rise 1930"}


def test_nothing_is_too_early_while_some_account_would_do() -> None:
    text = 'proposition p "P."\nevent fall "F"\n  when 1940 per s p. 1\n  when 1934 per t p. 1\n1935 a asserts p\n  in s\n  rests-on fall\n'
    assert not anachronisms(chronicle(text)) and not chronicle(text).conflicts
    assert len(anachronisms(chronicle(text.replace("1934", "1939")))) == 1


# Lenses


def test_a_lens_hears_what_had_been_said_and_is_not_distrusted() -> None:
    text = 'event e "E"\n  when 1936 per s p. 1\n  when 1938 per t p. 1\n'
    corpus = compiled(text)
    early = chronology(corpus, Lens(as_of=read("1955")))  # type: ignore[arg-type]
    assert [lane.account.written for lane in early.lanes("e")] == ["1936"]
    without = chronology(corpus, Lens(distrust=frozenset({Distrusted(UnitKind.SOURCE, "s")})))
    assert window(without, "e") == ("1938-01-01", "1938-12-31")
    readable = chronology(corpus, Lens(published_by=read("1955")))  # type: ignore[arg-type]
    assert window(readable, "e") == ("1936-01-01", "1936-12-31")


# A twin by brute force: three events on six days, one of them perhaps with rival dates


DAYS = range(1, 7)
SPANS = [(s, e) for s in DAYS for e in DAYS if s <= e]
spans = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(lambda pair: (min(pair), max(pair)))
relations = st.lists(
    st.tuples(st.sampled_from("efg"), st.sampled_from(["before", "after", "during"]), st.sampled_from("efg")).filter(lambda r: r[0] != r[2]),
    max_size=3, unique=True,
)  # fmt: skip


def written(first: int, last: int) -> str:
    return f"between 1900-01-{first:02d} and 1900-01-{last:02d}"


def as_text(dates: dict[str, list[tuple[int, int]]], said: list[tuple[str, str, str]]) -> str:
    lines = []
    for name, given_ in dates.items():
        lines.append(f'event {name} "{name}"')
        lines += [f"  when {written(*span)} per s p. {number}" for number, span in enumerate(given_, 1)]
        lines += [f"  {relation} {to}" for one, relation, to in said if one == name]
    return "\n".join(lines) + "\n"


def holds(relation: str, a: tuple[int, int], b: tuple[int, int]) -> bool:
    if relation == "before":
        return a[1] < b[0]
    return b[1] < a[0] if relation == "after" else b[0] <= a[0] and a[1] <= b[1]


def worlds(dates: dict[str, tuple[int, int]], said: list[tuple[str, str, str]]) -> list[dict[str, tuple[int, int]]]:
    """Every arrangement of the three in which each lies within its date and every relation holds."""
    choices = ([span for span in SPANS if dates[name][0] <= span[0] and span[1] <= dates[name][1]] for name in "efg")
    every = (dict(zip("efg", chosen, strict=True)) for chosen in product(*choices))
    return [world for world in every if all(holds(relation, world[a], world[b]) for a, relation, b in said)]


@settings(max_examples=60, deadline=None)
@given(st.lists(spans, min_size=1, max_size=2, unique=True), spans, spans, relations)
def test_bounds_conflicts_and_order_are_those_of_brute_force(
    e: list[tuple[int, int]], f: tuple[int, int], g: tuple[int, int], said: list[tuple[str, str, str]]
) -> None:
    found = chronicle(as_text({"e": e, "f": [f], "g": [g]}, said))
    by_account = [worlds({"e": one, "f": f, "g": g}, said) for one in e]
    assert bool(found.conflicts) == (not any(by_account))
    if found.conflicts:
        return
    fits = {lane.account.written: lane.bounds is not None for lane in found.lanes("e")}
    assert fits == {written(*one): bool(every) for one, every in zip(e, by_account, strict=True)}
    active = {lane.account.written for lane in found.lanes("e") if lane.active}
    left = [world for one, every in zip(e, by_account, strict=True) if written(*one) in active for world in every]
    for name in "efg":
        sides = [side - JANUARY for side in found.bounds(name).four]  # type: ignore[operator]
        attained = [min(w[name][0] for w in left), max(w[name][0] for w in left), min(w[name][1] for w in left), max(w[name][1] for w in left)]
        if len(active) == 1:
            assert sides == attained
        assert all(low <= day for low, day in zip(sides[::2], attained[::2], strict=True))
        assert all(high >= day for high, day in zip(sides[1::2], attained[1::2], strict=True))
    answers = {world["e"][1] < world["f"][0] for world in left}
    expected = Ordering.POSSIBLE if len(answers) == 2 else Ordering.CERTAIN if answers == {True} else Ordering.IMPOSSIBLE
    assert found.order("e", "f").answer is expected


JANUARY = read("1900-01-01").start[0] - 1  # type: ignore[union-attr, operator]


@settings(max_examples=40, deadline=None)
@given(st.lists(spans, min_size=1, max_size=2, unique=True), spans, spans, relations)
def test_the_claims_of_a_conflict_are_needed_every_one(
    e: list[tuple[int, int]], f: tuple[int, int], g: tuple[int, int], said: list[tuple[str, str, str]]
) -> None:
    """What is left without a repair is consistent; without any other statement it is not."""
    dates = {"e": e, "f": [f], "g": [g]}
    for conflict in chronicle(as_text(dates, said)).conflicts:
        assert conflict.shortfall >= 1 and conflict.repairs
        for name in ("", "f", "g"):
            dated = [one for one in "efg" if one != name and any(claim.startswith(f"a dates {one} ") for claim in conflict.claims)]
            only = [one for one in said if " ".join(one) in conflict.claims]
            text = as_text({one: dates[one] if one in dated else [] for one in "efg"}, only)
            used = not name or any(claim.startswith(f"a dates {name} ") for claim in conflict.claims)
            assert bool(chronicle(text).conflicts) is (not name or not used)


@settings(max_examples=30, deadline=None)
@given(st.permutations(["e", "f", "g"]), spans, spans, spans, relations)
def test_the_order_in_the_file_changes_nothing(
    names: list[str], e: tuple[int, int], f: tuple[int, int], g: tuple[int, int], said: list[tuple[str, str, str]]
) -> None:
    dates = {"e": [e], "f": [f], "g": [g]}
    one, other = chronicle(as_text(dates, said)), chronicle(as_text({name: dates[name] for name in names}, said[::-1]))
    assert [conflict.claims for conflict in one.conflicts] == [conflict.claims for conflict in other.conflicts]
    assert [one.bounds(name).four for name in "efg"] == [other.bounds(name).four for name in "efg"]


@settings(max_examples=30, deadline=None)
@given(spans, spans, spans, relations)
def test_a_statement_more_never_widens(
    e: tuple[int, int], f: tuple[int, int], g: tuple[int, int], said: list[tuple[str, str, str]]
) -> None:
    dates = {"e": [e], "f": [f], "g": [g]}
    for number in range(len(said)):
        fewer, more = chronicle(as_text(dates, said[:number])), chronicle(as_text(dates, said[: number + 1]))
        if not more.conflicts:
            for name in "efg":
                a, b = fewer.bounds(name).four, more.bounds(name).four
                assert all(x <= y for x, y in zip(a[::2], b[::2], strict=True))  # type: ignore[operator]
                assert all(x >= y for x, y in zip(a[1::2], b[1::2], strict=True))  # type: ignore[operator]


several = st.lists(spans, min_size=1, max_size=3, unique=True)


@settings(max_examples=60, deadline=None)
@given(several, several, spans, relations)
def test_a_conflict_is_that_no_choice_of_accounts_fits(
    e: list[tuple[int, int]], f: list[tuple[int, int]], g: tuple[int, int], said: list[tuple[str, str, str]]
) -> None:
    found = chronicle(as_text({"e": e, "f": f, "g": [g]}, said))
    left = [world for one, other in product(e, f) for world in worlds({"e": one, "f": other, "g": g}, said)]
    assert bool(found.conflicts) == (not left) and (found.complete or found.conflicts)
    active = {name: {lane.account.written for lane in found.lanes(name) if lane.active} for name in "ef"}
    for one, other in product(e, f):
        if written(*one) in active["e"] and written(*other) in active["f"]:
            for world in worlds({"e": one, "f": other, "g": g}, said):
                for name, (first, last) in world.items():
                    es, _, _, le = (side - JANUARY for side in found.bounds(name).four)  # type: ignore[operator]
                    assert es <= first <= last <= le
