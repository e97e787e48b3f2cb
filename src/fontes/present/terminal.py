"""Pages on a terminal: sentences wrapped at its width, tables, trees; signs as everywhere, ink where there is colour."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
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
    Row,
    Sentence,
    Sign,
    Table,
    Tree,
)
from fontes.present.visible import visible

INKS = {
    Ink.PLAIN: "",
    Ink.RUBRIC: "red",
    Ink.FOR: "green",
    Ink.AGAINST: "magenta",
    Ink.MUTED: "dim",
    Ink.LOST: "dim",
    Ink.EMPHASIS: "italic",
}
READING = 100
"""The widest a line of prose is set, in columns."""


def print_page(page: Page, console: Console | None = None) -> None:
    """Print a page at the width of the terminal; without one, without ink."""
    out = console or Console(highlight=False, soft_wrap=False)
    out.print(rendered(page))


def rendered(page: Page) -> RenderableType:
    """A page as rich draws it."""
    parts: list[RenderableType] = []
    if page.kicker:
        parts.append(Text(visible(page.kicker), style="red"))
    parts += [Text(visible(page.title), style="bold"), Text("")]
    for block in page.blocks:
        drawn = _block(block)
        if drawn is not None:
            parts += [drawn, Text("")]
    return Group(*parts)


def sentence(parts: Sentence, style: str = "") -> Text:
    """A sentence with its signs and ink. Text of the corpus can carry no commands to the terminal."""
    text = Text(style=style)
    for part in parts:
        words = part.mark if isinstance(part, Sign) else visible(part.text)
        text.append(words, INKS[part.ink] or None)
    return text


def _block(block: Block) -> RenderableType | None:
    match block:
        case Heading():
            return Text(visible(block.words), style="bold" if block.level == 2 else "italic")
        case Prose():
            notes = [Padding(sentence(note, "dim"), (0, 0, 0, 4)) for note in block.margin]
            return Group(sentence(block.sentence), *notes)
        case Excerpt():
            return Padding(Group(Text(f"“{visible(block.words)}”", style="italic"), sentence(block.source, "dim")), (0, 0, 0, 4))
        case Items():
            return Group(*(Padding(sentence(one), (0, 0, 0, 2)) for one in block.sentences))
        case Table():
            return _table(block)
        case Tree():
            return Group(*(_tree(root) for root in block.roots))
        case Lines():
            return Text(block.text)
        case Pager():
            return Text(visible(block.words), style="dim")
        case Finder():
            return None


def _table(block: Table) -> RenderableType:
    drawn = RichTable(box=None, pad_edge=False, header_style="dim", show_edge=False)
    for heading in block.headings:
        drawn.add_column(visible(heading), overflow="fold")
    for row in block.rows:
        drawn.add_row(*(_cell(row, index) for index in range(len(row.cells))))
    return drawn


def _cell(row: Row, index: int) -> RenderableType:
    cell = sentence(row.cells[index], "dim" if row.lost else "")
    if index or not row.below:
        return cell
    return Group(cell, *(Padding(sentence(line, "dim"), (0, 0, 0, 2)) for line in row.below))


def _tree(root: Branch) -> RichTree:
    top = RichTree(sentence(root.sentence, "dim" if root.lost else ""), guide_style="dim")
    _grow(top, root)
    return top


def _grow(tree: RichTree, branch: Branch) -> None:
    for child in branch.children:
        _grow(tree.add(sentence(child.sentence, "dim" if child.lost else "")), child)
