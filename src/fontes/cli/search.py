"""``fontes find``: names, titles, wordings and notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from fontes.checks.names import folded
from fontes.cli.common import Json, fail, folder_and_names, opened, print_json
from fontes.model.corpus import Corpus
from fontes.model.names import Place


def find(words: Annotated[list[str] | None, typer.Argument(metavar="[FOLDER] WORDS…")] = None, json_: Json = False) -> None:
    """Everything whose name, title, wording or note holds all these words, in any spelling recorded."""
    root, wanted = folder_and_names(words)
    parts = folded(" ".join(wanted)).split()
    if not parts:
        fail("say what to look for: fontes find FOLDER WORDS.")
    found = [one for one in _entries(opened(root).corpus) if all(part in folded(" ".join(one[2])) for part in parts)]
    if json_:
        print_json({"found": [{"kind": kind, "id": name, "words": texts[1], "file": at.file, "line": at.line} for kind, name, texts, at in found]})
        return
    for kind, name, texts, at in found:
        typer.echo(f"{kind:11} {name}  {texts[1]}  ({at.file}:{at.line})")
    if not found:
        typer.echo("Nothing of that name is recorded here.")


def _entries(corpus: Corpus) -> Iterator[tuple[str, str, tuple[str, ...], Place]]:
    """Kind, name, what is searched (the name first, then its words) and place of every thing."""
    for agent in corpus.agents.values():
        yield "agent", agent.id, (agent.id, agent.name, *agent.also, *agent.remarks.notes), agent.place
    for source in corpus.sources.values():
        yield "source", source.id, (source.id, source.title, *source.remarks.notes), source.place
    for event in corpus.events.values():
        yield "event", event.id, (event.id, event.name, *event.remarks.notes), event.place
    for question in corpus.questions.values():
        yield "question", question.id, (question.id, question.wording, *question.remarks.notes), question.place
    for proposition in corpus.propositions.values():
        yield "proposition", proposition.id, (proposition.id, proposition.wording, *proposition.remarks.notes), proposition.place
