"""``fontes review``: the written review of a question or of the whole corpus."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from fontes.cli.common import fail, known, print_json, with_progress
from fontes.cli.view import View, through_a_lens
from fontes.findings import ranking_in
from fontes.findings.figures import figures_in
from fontes.findings.gaps import gaps_in
from fontes.findings.gaps.kinds import GapKind
from fontes.findings.positions import Positions, positions_in
from fontes.findings.positions.heard import Hearing, timeless
from fontes.findings.support.settlements import Settlements, settlements
from fontes.model.names import QuestionId
from fontes.present.citing import Work, cited, works
from fontes.present.citing.chicago import Cited
from fontes.present.citing.csl import asked_of, styled
from fontes.present.documents import as_html, as_markdown
from fontes.present.documents.typst import typeset
from fontes.present.export.review import review_values
from fontes.present.phrasing import wording
from fontes.present.review import Review, material, review
from fontes.shelf.documents import Missing, Unwritten, as_docx, as_pdf, citations, put
from fontes.web.reviewing import printed
from fontes.workbench import Asked, Workbench

ENDINGS = (".md", ".html", ".docx", ".pdf")
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a .md, .html, .docx or .pdf file.")]
Style = Annotated[
    Path | None, typer.Option("--style", metavar="CSL", help="Cite by a style file of the Citation Style Language instead of Chicago's notes.")
]


@through_a_lens("[FOLDER] [QUESTION]")
def review_(view: View, output: Output = None, style: Style = None) -> None:
    """A historiographical review of a question, or of all, in prose with footnotes and bibliography; every sentence has its statements."""
    if len(view.names) > 1:
        fail("name one question, or none for the whole corpus.")
    if output is not None and output.suffix.lower() not in ENDINGS:
        fail(f"'{output}' has an ending for which there is no form of document; those are {', '.join(ENDINGS)}.")
    if style is not None and not style.is_file():
        fail(f"there is no style file '{style}'. Styles lie at https://www.zotero.org/styles; give the path of a .csl file.")
    asked = known(view.names[0], list(view.corpus.questions), "question") if view.names else ""
    found = with_progress(lambda: written(view.bench, view, asked, style), "writing the review")
    if view.json:
        print_json(review_values(found))
    elif output is None:
        typer.echo(as_markdown(found), nl=False)
    else:
        _put(found, output)


def written(bench: Asked, view: View, asked: str, style: Path | None = None) -> Cited:
    """The review with its notes spelt out."""
    made = composed(bench, view, asked)
    of = works(bench.corpus, made, printed(bench.folder.library if isinstance(bench, Workbench) else ()))
    return cited(made, of) if style is None else _styled(made, of, style)


def composed(bench: Asked, view: View, asked: str) -> Review:
    """The review of what is recorded, through the lens of the view."""
    lens = view.lens
    statuses = bench.statuses(lens)
    origins = {one.id: one for one in bench.all_origins(lens)}
    ranked = () if lens.criticisms else ranking_in(statuses)
    hearing = Hearing(bench.statuses(timeless(lens)), lens, bench.origins)
    ids = [QuestionId(asked)] if asked else list(bench.corpus.questions)
    under: dict[str, Positions] = {id: positions_in(hearing, id) for id in _with_those_below(bench, ids)}
    unused = gaps_in(statuses, (GapKind.UNUSED,), asked).gaps
    return review(material(statuses, origins, ranked, _settled(bench, view), under, asked, unused, figures_in(statuses, asked)))


def _with_those_below(bench: Asked, ids: list[QuestionId]) -> list[QuestionId]:
    found: dict[QuestionId, None] = dict.fromkeys(ids)
    for id in iter(list(found)):
        below = [each for each, one in bench.corpus.questions.items() if id in one.part_of and each not in found]
        found.update(dict.fromkeys(_with_those_below(bench, below)) if below else {})
    return list(found)


def _settled(bench: Asked, view: View) -> Settlements | None:
    if not bench.corpus.criticisms:
        return None
    lens = view.lens if view.lens.criticisms else replace(view.lens, criticisms=("counting",))
    return settlements(bench.statuses(lens))


def _styled(made: Review, of: dict[Any, Work], style: Path) -> Cited:
    answer = citations(asked_of(made, of), style)
    if isinstance(answer, Missing | Unwritten):
        fail(answer.words)
    return styled(made, of, answer)


def _put(found: Cited, output: Path) -> None:
    """Write the file in the form its ending asks for."""
    ending = output.suffix.lower()
    made: bytes | Missing | Unwritten
    if ending == ".md":
        made = as_markdown(found).encode()
    elif ending == ".html":
        made = as_html(found).encode()
    elif ending == ".docx":
        made = as_docx(as_markdown(found), found.review.title, wording.LANGUAGE)
    else:
        made = as_pdf(typeset(found))
    if isinstance(made, Missing | Unwritten):
        fail(made.words)
    outcome = put(output, made)
    if isinstance(outcome, Unwritten):
        fail(outcome.words)
    typer.echo(f"wrote {output}")
