"""``fontes publish``: the corpus as a static site."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from fontes.cli.common import fail, folder_and_names, for_findings, known
from fontes.present.phrasing.publish import PUBLISHING
from fontes.shelf.documents import Unwritten
from fontes.shelf.site import put_site

Target = Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="The folder of the site: new, empty, or published before.")]
Lenses = Annotated[list[str] | None, typer.Option("--lens", metavar="NAME", help="Also through this lens of the corpus; may be repeated.")]
Texts = Annotated[bool, typer.Option("--with-texts", help="Publish the full texts too. Mind the rights in them.")]
Private = Annotated[bool, typer.Option("--with-private-notes", help="Publish the private notes too.")]


def publish(
    output: Target,
    folder: Annotated[list[str] | None, typer.Argument(metavar="[FOLDER]")] = None,
    lens: Lenses = None,
    with_texts: Texts = False,
    with_private_notes: Private = False,
) -> None:
    """The corpus as a site to read without Fontes: pages with relative links and no script; no texts, no private notes unless asked for."""
    root, names = folder_and_names(folder)
    if names:
        fail(f"'{names[0]}' is no folder.")
    bench = for_findings(root)
    chosen = [known(name, list(bench.corpus.lenses), "lens") for name in lens or []]
    if root.resolve() == output.resolve() or root.resolve().is_relative_to(output.resolve()):
        fail(f"'{output}' holds the corpus itself; name another folder.")
    from fontes.web.publish import revealed, site

    corpus = revealed(bench.corpus) if with_private_notes else bench.corpus
    texts = dict(bench.folder.texts) if with_texts else {}
    made = _counting(site(corpus, chosen, texts), output)
    if isinstance(made, Unwritten):
        fail(made.words)
    typer.echo(f"wrote {made:,} files into {output}; begin with {output / 'index.html'}")


def _counting(files: Iterable[tuple[str, bytes]], output: Path) -> int | Unwritten:
    """Put them in their place; on a terminal, with how many there are already."""
    if not sys.stderr.isatty():
        return put_site(output, files)
    from rich.console import Console

    with Console(stderr=True).status(PUBLISHING.format(folder=output, count=0)) as status:

        def told() -> Iterator[tuple[str, bytes]]:
            for count, each in enumerate(files, 1):
                if count % 50 == 0:
                    status.update(PUBLISHING.format(folder=output, count=f"{count:,}"))
                yield each

        return put_site(output, told())
