"""What every finding is asked through: a folder, names in it, a lens, and whether the answer is wanted as JSON."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from fontes.cli.common import (
    AsOf,
    Counting,
    Distrust,
    Json,
    Named,
    PublishedBy,
    Voices,
    Words,
    folder_and_names,
    for_findings,
    lens,
)
from fontes.model.corpus import Corpus
from fontes.model.lens import Lens
from fontes.workbench import Workbench

_LENS: dict[str, tuple[Any, Any]] = {
    "json_": (Json, False), "distrust": (Distrust, None), "as_of": (AsOf, ""), "published_by": (PublishedBy, ""), "named": (Named, ""),
    "criticisms": (Counting, ""), "voices": (Voices, ""),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class View:
    """An open corpus and how it is looked at."""

    bench: Workbench
    names: list[str]
    lens: Lens
    json: bool

    @property
    def corpus(self) -> Corpus:
        """The corpus."""
        return self.bench.corpus


def through_a_lens(metavar: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the folder, the names and the options of the lens, and hand it the `View` they make.

    The command is a function of a view and of its own options; ``metavar`` says what the words after its name are.
    """

    def given(command: Callable[..., None]) -> Callable[..., None]:
        own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]

        @wraps(command)
        def asked(words: list[str] | None = None, **options: Any) -> None:
            chosen = {name: options.pop(name, default) for name, (_, default) in _LENS.items()}
            as_json = chosen.pop("json_")
            root, names = folder_and_names(words)
            bench = for_findings(root)
            command(View(bench, names, lens(bench.corpus, **chosen), as_json), **options)

        keyword = inspect.Parameter.KEYWORD_ONLY
        parameters = [
            inspect.Parameter("words", inspect.Parameter.POSITIONAL_OR_KEYWORD, default=None, annotation=Words(metavar)),
            *(each.replace(kind=keyword) for each in own),
            *(inspect.Parameter(name, keyword, default=default, annotation=kind) for name, (kind, default) in _LENS.items()),
        ]
        asked.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        asked.__annotations__ = {each.name: each.annotation for each in parameters}
        return asked

    return given
