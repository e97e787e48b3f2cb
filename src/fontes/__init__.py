"""Fontes: a workbench for contested history. Whence do we know it?

``load`` reads a corpus folder; ``origins``, ``trace`` and ``without`` ask of it what it is for::

    import fontes

    bench = fontes.load("examples/red-army-purge")
    found = fontes.origins(bench.corpus, "dossier-reached-stalin")
    print(found.shown_origins, found.removals)
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fontes.diagnostics import Diagnostic, Severity, Span
    from fontes.findings import Fallen, Node, Origins, all_origins, origins, trace, without
    from fontes.model.corpus import Corpus
    from fontes.model.lens import PLAIN, Lens, Unit, UnitKind
    from fontes.model.plain import corpus_of, plain, schema
    from fontes.workbench import Workbench

__version__ = "0.1.0"

_WHERE = {
    **dict.fromkeys(("Diagnostic", "Severity", "Span"), "fontes.diagnostics"),
    **dict.fromkeys(("Fallen", "Node", "Origins", "all_origins", "origins", "trace", "without"), "fontes.findings"),
    **dict.fromkeys(("PLAIN", "Lens", "Unit", "UnitKind"), "fontes.model.lens"),
    **dict.fromkeys(("corpus_of", "plain", "schema"), "fontes.model.plain"),
    "Corpus": "fontes.model.corpus",
    "Workbench": "fontes.workbench",
}
__all__ = [
    "PLAIN", "Corpus", "Diagnostic", "Fallen", "Lens", "Node", "Origins", "Severity", "Span", "Unit", "UnitKind", "Workbench",
    "all_origins", "corpus_of", "load", "origins", "plain", "schema", "trace", "without",
]  # fmt: skip


def load(folder: str | PathLike[str]) -> Workbench:
    """Read, compile and check a corpus folder. What is wrong with it is in ``.diagnostics``; nothing is raised for it."""
    from fontes.workbench import Workbench

    return Workbench.open(Path(folder))


def __getattr__(name: str) -> Any:
    """The promise is kept without importing everything at once."""
    if name in _WHERE:
        from importlib import import_module

        return getattr(import_module(_WHERE[name]), name)
    raise AttributeError(f"module 'fontes' has no attribute '{name}'")
