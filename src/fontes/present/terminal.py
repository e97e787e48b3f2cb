"""A page for the terminal: the same blocks, the same signs, as wide as the window."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text
from rich.tree import Tree as RichTree

from fontes.present.pages import (
    Block,
    Branch,
    Excerpt,
    Finder,
    Heading,
    Ink,
    Items,
    Lines,
    Page,
    Pager,
    Prose,
    Sentence,
    Sign,
    Table,
    Tree,
)
from fontes.present.phrasing import wording
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
        for block in self.page.blocks:
            yield from _block(block, options.max_width)


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
    elif isinstance(block, Pager):
        yield Text(block.words, style="dim")
    elif isinstance(block, Finder) and block.query:
        yield Text(visible(f"{block.label}: {block.query}"), style="dim")


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
    table = RichTable(
        title=block.caption, title_style="dim", title_justify="left", box=None, pad_edge=False, padding=(0, 2, 0, 0),
        show_edge=False,
    )  # fmt: skip
    for heading in block.headings:
        table.add_column(heading, header_style="dim", overflow="fold", ratio=2 if heading in _WIDE else 1)
    for row in block.rows:
        cells = [text(cell) for cell in row.cells]
        table.add_row(*cells, style="dim" if row.lost else "")
        if row.below:
            _below(table, cells, Text("\n").join(text(line) for line in row.below))
    return table


_WIDE = frozenset({wording.COLUMN_STATEMENT, wording.COLUMN_PROPOSITION, wording.COLUMN_QUESTION, wording.COLUMN_WHERE})


def _below(table: RichTable, cells: list[Text], notes: Text) -> None:
    """What belongs to a row stands under its widest cell."""
    widest = len(cells) - 1
    row = [Text() for _ in cells]
    notes.stylize("dim")
    row[widest] = notes
    table.add_row(*row)


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
