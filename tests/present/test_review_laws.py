"""What holds of the review of any corpus: every sentence has statements, none stands twice, every note resolves, everything can be read aloud."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fontes.findings import all_origins, evaluate, ranking_in
from fontes.findings.figures import figures_in
from fontes.findings.positions import positions_in
from fontes.findings.positions.heard import Hearing
from fontes.present.citing import cited, works
from fontes.present.documents import as_html, as_markdown
from fontes.present.documents.leaves import leaves
from fontes.present.documents.typst import typeset
from fontes.present.pages import Essay, text_of
from fontes.present.review import Paragraph, material, review
from fontes.workbench import Workbench

AGENTS = ("ann", "bo", "cid", "dee", "eve")
SOURCES = ("book", "letter", "paper")
PROPOSITIONS = ("burnt", "flooded", "sold", "many", "few")
ATTITUDES = ("asserts", "supposes", "leaves-open", "doubts", "denies")
HEAD = """
corpus mill "The mill of Veyle"
period early "Early works" 1900/1949
period late "Late works" 1950/1999
agent ann "Ann Lee"
  role scholar
agent bo "Bo Dahl, author of The Mill"
  role scholar
agent cid "The miller of Veyle"
  role witness
agent dee "Millers who wrote to the bishop"
  kind group
agent eve "The Veyle Courant"
  role press
  kind publication
unnamed "p. 3" asserts burnt
source book "The Mill"
  kind book
  by ann
  out 1955
source letter "Letter to the bishop"
  kind letter
  by cid
  made 1788-09-01
source paper "The Veyle Courant, no. 3"
  kind newspaper
  by eve
  out 1921
question why "Why did the mill close?"
  kind why
question how-many "How many mills were there?"
  part-of why
proposition burnt "The mill was burnt by labourers, and nobody rebuilt it."
  answers why
  excludes flooded
  part sold together
proposition flooded "The mill was flooded."
  answers why
proposition sold "Creditors sold the mill."
proposition many "40 mills stood on the river."
  answers how-many
  figure 40 mills of "mills on the river"
proposition few "Four mills stood on the river."
  answers how-many
  figure 4 mills of "mills on the river"
"""
acts = st.tuples(
    st.sampled_from(AGENTS), st.sampled_from(ATTITUDES), st.sampled_from(PROPOSITIONS), st.sampled_from(("", *SOURCES)),
    st.sampled_from(("", *SOURCES, *PROPOSITIONS)), st.sampled_from(("", "1788", "1921", "1955-03", "after 1960")),
)  # fmt: skip
others = st.sampled_from((
    "ann raises how-many", "bo raises why against burnt", "cid tells dee sold", "cid tells dee > ? burnt", "ann impeaches letter as late",
    "bo vouches-for letter as authentic", "ann sought letter\n  result not-found", "eve passes-over why", "bo denies sold",
))  # fmt: skip


def written(taken: list[tuple[str, ...]], more: list[str]) -> str:
    lines = [HEAD]
    for agent, attitude, proposition, read, ground, date in taken:
        when = f"{date}," if " " in date else date
        lines.append(f"{when} {agent} {attitude} {proposition}".strip())
        lines += [f"  in {read} p. 4"] if read else []
        lines += [f"  rests-on {ground}"] if ground and ground != proposition else []
    return "\n".join([*lines, *dict.fromkeys(more)]) + "\n"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(acts, max_size=9), st.lists(others, max_size=4))
def test_the_laws_of_a_review(taken: list[tuple[str, ...]], more: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.fontes").write_text(written(taken, more), encoding="utf-8")
        corpus = Workbench.open(Path(folder)).corpus
    statuses = evaluate(corpus)
    hearing = Hearing(statuses)
    positions = {str(id): positions_in(hearing, id) for id in corpus.questions}
    origins = {one.id: one for one in all_origins(corpus)}
    made = review(material(statuses, origins, ranking_in(statuses), None, positions, figures=figures_in(statuses)))
    found = cited(made, works(corpus, made, {}))
    sentences = [one for section in made.sections for block in section.blocks if isinstance(block, Paragraph) for one in block.sentences]
    texts = [text_of(one.words) for one in sentences]
    assert len(texts) == len(set(texts)), texts
    assert all(one.reasons for one in made.told())
    for text in texts:
        assert not re.search(r"\? [a-z]\w* [a-z]+ answers", text), text
        assert re.match(r"[“A-Z0-9]", text) and re.search(r"[.?!”)]$", text), text
        assert not re.search(r"  | [,;.]|\{|\}|…|\(\)|,,|;;|\bthat that\b|\bthe the\b|\bthe The\b", text), text
        assert not re.search(r"\bhow-many\b|\bburnt:|\bann\b|\bbo\b|\bcid\b", text), text
    assert len(found.notes) == sum(one.note is not None for one in made.told())
    assert all(cite.source in corpus.sources or cite.through or cite.recorded for one in made.told() if one.note for cite in one.note.cites)
    shown = [number for leaf in leaves(found) for block in leaf if isinstance(block, Essay) for number, _ in block.notes]
    assert shown == list(range(1, len(found.notes) + 1))
    markdown = as_markdown(found)
    assert re.findall(r"\[\^(\d+)\](?!:)", markdown) == [str(number) for number in shown]
    assert as_html(found).count('id="note-') == len(found.notes) and typeset(found).count("#footnote[") == len(found.notes)
