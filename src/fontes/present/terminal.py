"""A page for the terminal: the same blocks, the same signs, as wide as the window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text
from rich.tree import Tree as RichTree

from fontes.present.drawing.shapes import Drawing
from fontes.present.pages import (
    Block,
    Branch,
    Essay,
    Excerpt,
    Finder,
    Heading,
    Ink,
    Items,
    Lines,
    Page,
    Pager,
    Piece,
    Prose,
    Sentence,
    Sign,
    Table,
    Transcript,
    Tree,
)
from fontes.present.visible import visible

_STYLES = {
    Ink.PLAIN: "", Ink.RUBRIC: "red", Ink.FOR: "green", Ink.AGAINST: "magenta", Ink.MUTED: "dim", Ink.LOST: "dim",
    Ink.EMPHASIS: "italic",
}  # fmt: skip
_COLUMN = 78
"""The widest line of running text; tables may be wider."""
_NARROW = 60
"""Below this width a table is shown as entries."""


class Rendered:
    """A page as something rich can print; it asks for the width only then."""

    def __init__(self, page: Page) -> None:
        """Hold a page until it is printed."""
        self.page = page

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The blocks of the page, one after another."""
        if self.page.kicker:
            yield Text(visible(self.page.kicker), style="dim")
        yield _within(Text(visible(self.page.title), style="bold"), options.max_width)
        yield Text()
        for block in _shown(self.page.blocks):
            yield from _block(block, options.max_width)


def _shown(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without headings under which there is but a drawing, of which nothing is shown here."""
    for place, block in enumerate(blocks):
        drawn, *after = (*blocks[place + 1 : place + 3], None, None)
        ends = after[0] is None or (isinstance(after[0], Heading) and isinstance(block, Heading) and after[0].level <= block.level)
        if not (isinstance(block, Heading) and isinstance(drawn, Drawing) and ends):
            yield block


def text(sentence: Sentence) -> Text:
    """A sentence with its inks; signs stand before their words."""
    made = Text()
    for part in sentence:
        words = f"{part.mark} {part.word}" if isinstance(part, Sign) else part.text
        made.append(visible(words), style=_STYLES[part.ink])
    return made


def render_text(page: Page, width: int = 88) -> str:
    """A page as plain text of a width, without colours: for files, pipes and tests."""
    console = Console(width=width, color_system=None, force_terminal=False, highlight=False, legacy_windows=False)
    with console.capture() as captured:
        console.print(Rendered(page))
    return captured.get()


def _block(block: Block, width: int) -> Iterator[RenderableType]:
    if isinstance(block, Heading):
        yield Text(visible(block.words), style="bold")
    elif isinstance(block, Prose):
        yield _within(text(block.sentence), width)
        yield from (Padding(_within(text(note), width - 4), (0, 0, 0, 4)) for note in block.margin)
        yield Text()
    elif isinstance(block, Essay):
        yield from _essay(block, width)
    elif isinstance(block, Excerpt):
        yield Padding(_within(Text(f"“{visible(block.words)}”"), width - 4), (0, 0, 0, 4))
        yield Padding(text(block.source), (0, 0, 1, 4))
    elif isinstance(block, Items):
        yield from (_item(sentence, width) for sentence in block.sentences)
        yield Text()
    elif isinstance(block, Table):
        yield _table(block, width)
        yield Text()
    elif isinstance(block, Tree):
        yield _tree(block)
        yield Text()
    elif isinstance(block, Lines):
        yield Text(block.text, no_wrap=True, overflow="ignore")
        yield Text()
    elif isinstance(block, Transcript):
        for piece in block.pieces:
            yield from _piece(piece, width)
    elif isinstance(block, Pager):
        yield Text(block.words, style="dim")
    elif isinstance(block, Finder) and block.query:
        yield Text(visible(f"{block.label}: {block.query}"), style="dim")
    # of a drawing nothing is shown here: the table or list beside it says the same


def _essay(block: Essay, width: int) -> Iterator[RenderableType]:
    """A paragraph, and its notes under it."""
    told = [text(one.words) + (f" [{one.note}]" if one.note else "") for one in block.told]
    made = Text(" ").join([*([text(block.topic)] if block.topic else []), *told])
    if block.told:
        yield Padding(_within(made, width), (0, 0, 1, 0))
    for number, note in block.notes:
        yield Padding(_within(Text(f"[{number}] ") + text(note), width), (0, 0, 0, 2))


def _piece(piece: Piece, width: int) -> Iterator[RenderableType]:
    """A piece of a text, quoted words underlined and numbered, with the notes under it."""
    made = Text(f"{visible(piece.label)}  " if piece.label else "", style="dim")
    for run in piece.runs:
        made.append("\n" if run.begins else "")
        made.append(visible(run.words), style="not dim underline" if run.notes else "not dim")
        made.append("".join(f"[{number}]" for number in run.ends), style="not dim red")
    yield _within(made, width)
    for note in piece.notes:
        said = Text(f"[{note.number}] ", style="red").append_text(text(note.sentence))
        yield Padding(_within(said, width - 4), (0, 0, 0, 4))
    if piece.more:
        yield Padding(_within(text(piece.more), width - 4), (0, 0, 0, 4))
    yield Text()


def _within(words: Text, width: int) -> RenderableType:
    return Padding(words, (0, max(0, width - _COLUMN), 0, 0))


def _item(sentence: Sentence, width: int) -> RenderableType:
    grid = RichTable.grid(padding=0)
    grid.add_column(width=2)
    grid.add_column(max_width=min(width, _COLUMN) - 2)
    grid.add_row("· ", text(sentence))
    return grid


def _table(block: Table, width: int) -> RenderableType:
    if width < _NARROW:
        return Group(*_entries(block))
    cells = [[text(cell) for cell in row.cells] for row in block.rows]
    widths = _widths([[Text(heading) for heading in block.headings], *cells], width)
    made: list[RenderableType] = [Text(block.caption, style="dim"), _row([Text(h, "dim") for h in block.headings], widths)]
    for row, line in zip(block.rows, cells, strict=True):
        made.append(_row(line, widths, "dim" if row.lost else ""))
        made.extend(Padding(text(below), (0, max(0, width - _COLUMN - 4), 0, 4), style="dim") for below in row.below)
    return Group(*made)


def _widths(rows: list[list[Text]], width: int) -> list[int]:
    """Widths of the columns: as wide as their widest cell, the widest ones cut back until all fit; through words only where nothing else is left."""
    columns = list(zip(*rows, strict=True))
    widths = [max((cell.cell_len for cell in column), default=0) for column in columns]
    words = [max((cell_len(word) for cell in column for word in cell.plain.split()), default=0) for column in columns]
    room = width - 2 * (len(widths) - 1)
    for least in (words, [8] * len(widths)):
        while sum(widths) > room:
            loose = [at for at, wide in enumerate(widths) if wide > least[at]]
            if not loose:
                break
            widths[max(loose, key=lambda at: widths[at])] -= 1
    return widths


def _row(cells: list[Text], widths: list[int], style: str = "") -> RenderableType:
    grid = RichTable.grid(padding=(0, 2, 0, 0), pad_edge=False)
    for wide in widths:
        grid.add_column(width=wide, overflow="fold")
    grid.add_row(*cells, style=style)
    return grid


def _entries(block: Table) -> Iterator[RenderableType]:
    yield Text(block.caption, style="dim")
    for row in block.rows:
        yield Text(" · ").join(text(cell) for cell in row.cells if cell)
        yield from (Padding(text(line), (0, 0, 0, 2)) for line in row.below)


def _tree(block: Tree) -> RenderableType:
    tree = RichTree(Text(block.caption, style="dim"), guide_style="dim")
    for root in block.roots:
        _grow(tree, root)
    return tree


def _grow(tree: RichTree, branch: Branch) -> None:
    under = tree.add(text(branch.sentence), style="dim" if branch.lost else "")
    for child in branch.children:
        _grow(under, child)
