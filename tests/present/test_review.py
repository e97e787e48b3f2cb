"""The written review: every sentence has its statements, nothing is said twice, and notes and bibliography are those of the works."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from pathlib import Path

import pytest

from fontes.findings import all_origins, evaluate, ranking_in
from fontes.findings.positions import positions_in
from fontes.findings.positions.heard import Hearing
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens
from fontes.present.citing import Printed, cited, works
from fontes.present.citing.chicago import Cited
from fontes.present.documents import as_html, as_markdown
from fontes.present.export.review import review_values
from fontes.present.pages import text_of
from fontes.present.review import Paragraph, Review, material, review
from fontes.workbench import Workbench

SECOND = Path(__file__).parents[1] / "corpora" / "second"
EXAMPLE = Path(__file__).parents[2] / "examples" / "red-army-purge"

SMALL = """
corpus bell "Who cast the bell?"
agent ilse-brandt "Ilse Brandt"
  role scholar
agent peter-okonjo "Peter Okonjo"
  role scholar
agent lind "Karin Lind"
  role scholar
agent verger "The verger of Ferrow"
  role witness
source brandt-1912 "The Bells of Ferrow"
  kind book
  by ilse-brandt
  out 1912
source okonjo-1930 "A Founder and his Marks"
  kind article
  by peter-okonjo
  out 1930
source letter "Letter to the bishop"
  kind letter
  by verger
  made 1742-03-04
  origin witnessed
question who-cast "Who cast the bell?"
  kind who
question when-cast "When was it cast?"
  part-of who-cast
proposition local "The bell was cast by a local founder."
  answers who-cast
  excludes foreign
proposition foreign "The bell was cast by a foreign founder."
  answers who-cast
ilse-brandt asserts local
  in brandt-1912 pp. 10–12
  rests-on letter
peter-okonjo asserts local
  in okonjo-1930 p. 3
  rests-on brandt-1912
lind asserts foreign
  per okonjo-1930 p. 4
lind raises when-cast
  per okonjo-1930 p. 5
1742-03-04 verger asserts local
  in letter
  private note "Do not tell."
peter-okonjo impeaches letter as late
  in okonjo-1930 p. 6
"""


def reviewed(corpus: Corpus, asked: str = "", lens: Lens = PLAIN) -> Review:
    statuses = evaluate(corpus, lens)
    hearing = Hearing(statuses, lens)
    positions = {str(id): positions_in(hearing, id) for id in corpus.questions}
    return review(material(statuses, {one.id: one for one in all_origins(corpus, lens)}, ranking_in(statuses), None, positions, asked))


def spelt(corpus: Corpus, asked: str = "", printed: dict[str, Printed] | None = None) -> Cited:
    made = reviewed(corpus, asked)
    return cited(made, works(corpus, made, printed or {}))


def small(folder: Path, text: str = SMALL) -> Corpus:
    (folder / "a.fontes").write_text(text, encoding="utf-8")
    return Workbench.open(folder).corpus


def prose(of: Review) -> str:
    return " ".join(text_of(one.words) for one in of.told())


@pytest.fixture(scope="module", params=[SECOND, EXAMPLE], ids=["second", "example"])
def found(request: pytest.FixtureRequest) -> tuple[Corpus, Cited]:
    corpus = Workbench.open(request.param).corpus
    return corpus, spelt(corpus)


def test_every_sentence_has_reasons_that_are_recorded(found: tuple[Corpus, Cited]) -> None:
    corpus, made = found
    families = (corpus.agents, corpus.sources, corpus.events, corpus.questions, corpus.propositions, corpus.periods)
    known = {str(id) for family in families for id in family} | {str(one.id) for one in corpus.statements()} | {corpus.preface.id}
    for one in made.review.told():
        named = [id for id in one.reasons if id.removeprefix("premise:").removeprefix("word:").removeprefix("event:") in known]
        assert named, text_of(one.words)


def test_no_sentence_stands_twice(found: tuple[Corpus, Cited]) -> None:
    sentences = [text_of(one.words) for section in found[1].review.sections for block in section.blocks if isinstance(block, Paragraph)
                 for one in block.sentences]  # fmt: skip
    assert len(sentences) == len(set(sentences)) > 10


def test_every_note_has_a_source_and_a_place(found: tuple[Corpus, Cited]) -> None:
    corpus, made = found
    notes = [one.note for one in made.review.told() if one.note]
    assert len(notes) == len(made.notes) > 10
    for note, words in zip(notes, made.notes, strict=True):
        for one in note.cites:
            assert one.source in corpus.sources or one.through or one.recorded
        assert text_of(words).endswith((".", ".”")) and text_of(words)[0] == text_of(words)[0].upper()


def test_the_bibliography_is_what_is_cited(found: tuple[Corpus, Cited]) -> None:
    made = found[1]
    named = {id for one in made.review.told() if one.note for cite in one.note.cites
             for id in (cite.source, *(each for access in cite.through for each in (access.source, access.via))) if id}  # fmt: skip
    assert [id for id, _ in made.bibliography if id not in named] == []
    assert {id for id, _ in made.bibliography} == named


def test_every_sentence_ends_and_begins_as_one(found: tuple[Corpus, Cited]) -> None:
    for one in found[1].review.told():
        words = text_of(one.words)
        assert "  " not in words and "{" not in words and " ." not in words and ".." not in words.replace("...", ""), words
    for section in found[1].review.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                for one in block.sentences:
                    assert re.search(r"[.?!…]”?$", text_of(one.words)), text_of(one.words)


def test_nothing_is_cut_short_and_no_name_of_the_corpus_is_shown(found: tuple[Corpus, Cited]) -> None:
    """No ellipsis, no double space, no id of a proposition or question, no sign left of a pattern."""
    corpus, made = found
    own = {str(id) for family in (corpus.propositions, corpus.questions, corpus.events) for id in family if "-" in str(id)}
    recorded = " ".join(each.wording for family in (corpus.propositions, corpus.questions) for each in family.values())
    for words in [*(text_of(one.words) for one in made.review.told()), *map(text_of, made.notes), *(text_of(one) for _, one in made.bibliography)]:
        assert "…" not in words and "  " not in words and "{" not in words and " ," not in words and " ;" not in words, words
        shown = {each for each in own & set(re.findall(r"[a-z0-9-]+", words)) if each not in recorded}
        assert not shown, (shown, words)


def test_no_two_notes_in_a_row_say_the_same_at_length(found: tuple[Corpus, Cited]) -> None:
    notes = [text_of(one) for one in found[1].notes]
    assert not [one for one, other in pairwise(notes) if one == other != "Ibid."]


def test_the_running_text_is_an_article_not_a_list(found: tuple[Corpus, Cited]) -> None:
    """No sentence of more than 120 words, no paragraph of more than twelve sentences, no heading over nothing."""
    sections = found[1].review.sections
    for at, section in enumerate(sections):
        assert section.blocks or (at + 1 < len(sections) and sections[at + 1].level > section.level), text_of(section.heading)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                assert len(block.sentences) <= 12
                assert all(len(text_of(one.words).split()) <= 120 for one in block.sentences), [text_of(one.words) for one in block.sentences]


def test_names_and_verbs_agree(found: tuple[Corpus, Cited]) -> None:
    text = prose(found[1].review)
    assert not re.search(r"\b(?:that that|the the|a an|an a|voice are|voices is|no have|zero)\b", text)
    assert not re.search(r"\ba (?=[aeio])|\ban (?=[bcdfgjklmnpqrstvwxz])", re.sub(r"“[^”]*”", "", text))


def test_the_case_on_which_most_hangs_comes_from_the_corpus(found: tuple[Corpus, Cited]) -> None:
    """It is not written for one corpus: of the example it is the dossier, of the second corpus the arson."""
    text = prose(found[1].review)
    case = "a dossier telling of a military conspiracy" if "Conquest" in text else "labourers set the mill on fire"
    ends = "five of these ends must be set aside if every ground is needed" if "Conquest" in text else "one of these ends must be set aside if every"
    assert f"The case on which most hangs is the claim that {case}" in text and ends in text
    assert "nothing recorded here shows more than one origin" in text


def test_it_never_says_what_is_so(found: tuple[Corpus, Cited]) -> None:
    own = " ".join(part.text for one in found[1].review.told() for part in one.words if type(part).__name__ == "Words")
    assert not re.search(r"\b(true|false|proved|debunked|score)\b", own)


def test_a_name_is_given_in_full_once(found: tuple[Corpus, Cited]) -> None:
    text = prose(found[1].review)
    full = "Robert Conquest" if "Conquest" in text else "Lavinia Fenn"
    assert text.count(full) == 1 and text.count(full.split()[1]) > 2


def test_the_order_of_files_and_sections_does_not_matter(tmp_path: Path) -> None:
    """Only where in the files a thing without a source is recorded changes with them."""

    def text(corpus: Corpus) -> str:
        return re.sub(r"in the corpus, \S+, line \d+", "in the corpus", as_markdown(spelt(corpus)))

    first = text(small(tmp_path))
    parts = re.split(r"\n(?=\S)", SMALL.strip())
    blocks = [part for part in parts if part.strip()]
    random.Random(4).shuffle(blocks)
    (tmp_path / "a.fontes").unlink()
    for at, block in enumerate(blocks):
        (tmp_path / f"{len(blocks) - at:03d}.fontes").write_text(block + "\n", encoding="utf-8")
    assert text(Workbench.open(tmp_path).corpus) == first


def test_the_same_corpus_makes_the_same_review(tmp_path: Path) -> None:
    corpus = small(tmp_path)
    assert reviewed(corpus) == reviewed(corpus)
    assert as_html(spelt(corpus)) == as_html(spelt(corpus))


def test_scholars_who_hold_the_same_stand_in_one_sentence(tmp_path: Path) -> None:
    text = prose(reviewed(small(tmp_path)))
    assert (
        "Ilse Brandt (The Bells of Ferrow, 1912) and Peter Okonjo (A Founder and his Marks, 1930) argue that the bell was cast by a local founder."
    ) in text
    assert "Brandt relies on the letter to the bishop; Okonjo on The Bells of Ferrow." in text
    assert "Okonjo criticises the letter to the bishop (“late”)." in text


def test_it_opens_with_what_is_asked_and_why_it_is_disputed(tmp_path: Path) -> None:
    text = prose(reviewed(small(tmp_path)))
    assert text.startswith("This review asks: Who cast the bell? Two answers to it are recorded here, on which four voices are heard. They cannot")
    assert "They cannot all stand together: two of them exclude each other." in text
    assert "Under it stands one further question, of which none has an answer recorded here." in text
    assert "The record behind this consists of five statements by four agents in three sources." in text


def test_who_denies_stands_after_the_grounds_of_those_who_hold_it(tmp_path: Path) -> None:
    text = prose(reviewed(small(tmp_path, SMALL + "lind denies local\n  per okonjo-1930 p. 9\n  rests-on letter\n")))
    hold, rely, deny = (text.index(each) for each in ("argue that the bell was cast by a local", "Brandt relies on", "Lind denies it, relying on"))
    assert hold < rely < deny


def test_a_change_of_mind_is_told_once(tmp_path: Path) -> None:
    more = "1750 verger denies local\n"
    text = prose(reviewed(small(tmp_path, SMALL + more)))
    assert "The verger of Ferrow has changed sides, at first asserting it and denying it in 1750." in text


def test_what_is_reported_is_told_with_who_told_whom(tmp_path: Path) -> None:
    more = "agent bishop \"The bishop\"\n  role participant\n1742-03-05 verger tells bishop foreign\n"
    text = prose(reviewed(small(tmp_path, SMALL + more)))
    assert "The verger of Ferrow told the bishop so on 5 March 1742." in text


def test_a_participant_speaks_in_the_past_and_on_a_day(tmp_path: Path) -> None:
    assert "The verger of Ferrow had already said the same on 4 March 1742." in prose(reviewed(small(tmp_path)))


def test_what_is_open_is_said_with_who_raises_it(tmp_path: Path) -> None:
    assert "Lind asks: When was it cast?" in prose(reviewed(small(tmp_path)))


def test_private_notes_are_withheld(tmp_path: Path) -> None:
    made = spelt(small(tmp_path))
    assert "Do not tell" not in as_markdown(made) + as_html(made) + str(review_values(made))


def test_a_lens_hides_what_came_later(tmp_path: Path) -> None:
    from fontes.dates import When, read

    when = read("1920")
    assert isinstance(when, When)
    text = prose(reviewed(small(tmp_path), lens=Lens(as_of=when)))
    assert "Okonjo" not in text and "Ilse Brandt (The Bells of Ferrow, 1912)" in text


def test_a_review_of_one_question_leaves_out_the_others() -> None:
    corpus = Workbench.open(SECOND).corpus
    text = prose(reviewed(corpus, "who-paid"))
    assert "Who paid for the new mill?" in text and "bearing" not in text
    with pytest.raises(KeyError):
        reviewed(corpus, "nothing-of-the-kind")


def test_an_empty_corpus_has_a_review_too(tmp_path: Path) -> None:
    assert "No question is recorded here" in prose(reviewed(small(tmp_path, 'corpus c "C"\n')))


def test_markdown_has_each_note_once_and_at_its_mark(found: tuple[Corpus, Cited]) -> None:
    text = as_markdown(found[1])
    marks, notes = re.findall(r"\[\^(\d+)\](?!:)", text), re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert marks == notes == [str(at) for at in range(1, len(found[1].notes) + 1)]


def test_html_leads_to_each_note_and_back(found: tuple[Corpus, Cited]) -> None:
    text = as_html(found[1])
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) == set(ids)
    assert not re.search(r"<script|https?://", text)
    assert text.count('class="told" data-reasons="[') == sum(
        len(block.sentences) for section in found[1].review.sections for block in section.blocks if isinstance(block, Paragraph)
    )


def test_text_of_the_makers_cannot_become_markup(tmp_path: Path) -> None:
    made = spelt(small(tmp_path, SMALL.replace("Ilse Brandt", "Ilse <b>*B*</b> Brandt")))
    assert "<b>" not in as_html(made)
    assert r"\<b\>\*B\*" in as_markdown(made)


def test_the_json_has_reasons_and_cites(tmp_path: Path) -> None:
    values = review_values(spelt(small(tmp_path)))
    sentences = [one for section in values["sections"] for block in section["blocks"] for one in block.get("sentences", ())]
    assert all(one["reasons"] for one in sentences)
    assert [one["note"]["number"] for one in sentences if one["note"]] == list(range(1, 1 + sum(bool(one["note"]) for one in sentences)))
