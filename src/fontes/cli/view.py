"""What every finding is asked through: a folder, names in it, a lens, and whether the answer is wanted as JSON."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, wraps
from pathlib import Path
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
    tell_errors,
    with_progress,
)
from fontes.model.corpus import Corpus
from fontes.model.lens import Lens
from fontes.shelf.cache import Print, fingerprint, forget
from fontes.shelf.cached_values import Unreadable
from fontes.workbench import Asked, Reopened

_LENS: dict[str, tuple[Any, Any]] = {
    "json_": (Json, False), "distrust": (Distrust, None), "as_of": (AsOf, ""), "published_by": (PublishedBy, ""), "named": (Named, ""),
    "criticisms": (Counting, ""), "voices": (Voices, ""),
}  # fmt: skip
_NOT_WHOLE = (Unreadable, IndexError, KeyError, ValueError)
"""What comes of numbers and words that are not those that were kept. Should it have another cause, the text shows it again."""


@dataclass(frozen=True, slots=True)
class View:
    """An open corpus and how it is looked at."""

    bench: Asked
    names: list[str]
    lens: Lens
    json: bool

    @property
    def corpus(self) -> Corpus:
        """The corpus."""
        return self.bench.corpus


def through_a_lens(metavar: str, hears: bool = False) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the folder, the names and the options of the lens, and hand it the `View` they make.

    The command is a function of a view and of its own options; ``metavar`` says what the words after its name are;
    ``hears``, whether it can choose whose voices are heard.
    """

    def given(command: Callable[..., None]) -> Callable[..., None]:
        own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]

        @wraps(command)
        def asked(words: list[str] | None = None, **options: Any) -> None:
            chosen = {name: options.pop(name, default) for name, (_, default) in _LENS.items()}
            as_json = chosen.pop("json_")
            root, names = folder_and_names(words)

            def answer(bench: Asked) -> None:
                command(View(bench, names, lens(bench.corpus, hears=hears, **chosen), as_json), **options)

            _asked(root, answer)

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


def _asked(root: Path, answer: Callable[[Asked], None]) -> None:
    """Answer from what is kept of a large corpus, if it is still the same; else from its text, and then keep it for the next question."""
    of = fingerprint(root)
    if of is not None and _from_cache(root, of, answer):
        return
    bench = for_findings(root)
    answer(bench)
    if of is not None:
        with_progress(partial(bench.remember, of), "keeping what was read for the next question")


def _from_cache(root: Path, of: Print, answer: Callable[[Asked], None]) -> bool:
    """Whether there was an answer. Pages and JSON are complete before anything is printed, so that a broken cache leaves no half of one."""
    bench = Reopened.open(of)
    if bench is None:
        return False
    try:
        tell_errors(root, bench.errors)
        answer(bench)
    except _NOT_WHOLE:
        forget(of)
        return False
    return True
