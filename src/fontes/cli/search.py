"""``fontes find``: everything that has the words, as the browser finds it."""

from __future__ import annotations

from typing import Annotated

import typer

from fontes.cli.common import Json, fail, folder_and_names, opened, print_json
from fontes.findings.index import Among, Found, Hit, find, indexed
from fontes.model.corpus import Corpus
from fontes.model.names import Place
from fontes.present.phrasing import capital, counted, number
from fontes.present.phrasing import search as words
from fontes.present.visible import visible

FEW = 8
"""How many of each kind are told without ``--all``."""


def find_words(
    asked: Annotated[list[str] | None, typer.Argument(metavar="[FOLDER] WORDS…")] = None,
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="Among what: questions, propositions, agents, sources, events, …")] = "",
    all_: Annotated[bool, typer.Option("--all", help="All of each kind, and not the best eight.")] = False,
    json_: Json = False,
) -> None:
    """Everything with these words: names in every spelling and script, titles, wordings, quotations, notes, passages, full texts."""
    root, wanted = folder_and_names(asked)
    query = " ".join(wanted)
    if kind and kind not in set(Among):
        fail(words.TERMINAL_KIND.format(kind=kind, kinds=", ".join(Among)))
    bench = opened(root)
    among = (Among(kind),) if kind else tuple(Among)
    found = find(indexed(bench.corpus, bench.concordance().entries.values(), bench.texts), query, among=among)
    if not found.asked:
        fail(words.TERMINAL_ASK)
    if json_:
        data = [one for each in among for one in _data(bench.corpus, found, each)]
        print_json({"found": data, "nearly": {word: list(them) for word, them in found.nearly}})
        return
    for word, them in found.nearly:
        typer.echo(words.NEARLY.format(word=word, words=" or ".join(f"“{each}”" for each in them[:6])))
    for each in among:
        _tell(bench.corpus, found, each, found.count(each) if all_ else FEW)
    if not any(found.count(each) for each in among):
        typer.echo(words.TERMINAL_NONE)


def _tell(corpus: Corpus, found: Found, among: Among, most: int) -> None:
    count = found.count(among)
    if not count:
        return
    typer.echo(counted(count, *words.COUNTS[among.value], capital=True))
    for thing, number_ in found.part(among, 0, most):
        hit, at = found.hit(number_), _place(corpus, among, thing.id)
        place = f"  ({at.file}:{at.line})" if at else ""
        typer.echo(f"  {visible(thing.id)}{visible(_words(hit))}{place}")
    if count > most:
        typer.echo(f"  {words.TERMINAL_MORE.format(count=capital(number(count - most)))}")


def _words(hit: Hit | None) -> str:
    if hit is None:
        return ""
    line = f"line {hit.line}: " if hit.line else ""
    return f"  {line}{' '.join(hit.words.split())}"


def _data(corpus: Corpus, found: Found, among: Among) -> list[dict[str, object]]:
    made: list[dict[str, object]] = []
    for thing, number_ in found.part(among, 0, found.count(among)):
        hit, at = found.hit(number_), _place(corpus, among, thing.id)
        made.append({
            "kind": among.value.removesuffix("s"), "id": thing.id, "words": hit.words if hit else "",
            "found_in": hit.kept.name.lower() if hit else "", "line_of_text": hit.line if hit and hit.line else None,
            "file": at.file if at else None, "line": at.line if at else None,
        })  # fmt: skip
    return made


def _place(corpus: Corpus, among: Among, id: str) -> Place | None:
    """Where in the files of the corpus it is written; a full text has its own lines."""
    if among is Among.TEXTS:
        return None
    if among is Among.STATEMENTS:
        one = corpus
        kinds = (one.stances, one.reports, one.speeches, one.criticisms, one.searches, one.datings, one.tenures, one.assessments)
        return next((kind[id].place for kind in kinds if id in kind), None)  # type: ignore[index]
    found = getattr(corpus, among.value).get(id)
    return found.place if found else None
