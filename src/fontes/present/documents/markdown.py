"""A review in Markdown with footnotes `[^1]`, as pandoc and most editors read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fontes.present.citing.chicago import Cited
from fontes.present.documents.widths import widths
from fontes.present.pages import Ink, Sentence, Sign
from fontes.present.phrasing import review as words
from fontes.present.review.told import Paragraph, Section, Tabled, Told
from fontes.present.visible import visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^$@])")
_BEGINS = re.compile(r"^(\d+)([.)])(?=\s)|^([-+=])")


def as_markdown(of: Cited) -> str:
    """The whole review; its last line ends with a line break."""
    return "\n\n".join(_Markdown(of).parts()) + "\n"


class _Markdown:
    """Parts of the text in order; notes are counted as they come."""

    def __init__(self, of: Cited) -> None:
        self.of = of
        self.count = 0

    def parts(self) -> Iterator[str]:
        yield f"# {escaped(self.of.review.title)}"
        yield f"*{words.BYLINE}*"
        if self.of.review.lens:
            yield f"*{escaped(self.of.review.lens)}*"
        for section in self.of.review.sections:
            yield from self.section(section)
        if self.of.bibliography:
            yield f"## {words.BIBLIOGRAPHY_HEAD}"
            yield from (inline(entry) for _, entry in self.of.bibliography)
        yield from (f"[^{at}]: {inline(note)}" for at, note in enumerate(self.of.notes, 1))

    def section(self, section: Section) -> Iterator[str]:
        if section.heading:
            yield f"{'#' * section.level} {inline(section.heading, plain=True)}"
        for block in section.blocks:
            yield self.paragraph(block) if isinstance(block, Paragraph) else self.table(block)

    def paragraph(self, block: Paragraph) -> str:
        topic = [inline(block.topic)] if block.topic else []
        return _BEGINS.sub(r"\\\g<0>", " ".join([*topic, *(self.told(one) for one in block.sentences)]))

    def told(self, one: Told) -> str:
        return inline(one.words) + self.mark(one)

    def mark(self, one: Told) -> str:
        if one.note is None:
            return ""
        self.count += 1
        return f"[^{self.count}]"

    def table(self, block: Tabled) -> str:
        rule = "|".join("-" * round(8 * width) for width in widths(block))
        lines = [f"| {' | '.join(map(escaped, block.headings))} |", f"|{rule}|"]
        for cells, told in block.rows:
            texts = [inline(cell) for cell in cells]
            lines.append(f"| {' | '.join([*texts[:-1], texts[-1] + self.mark(told)])} |")
        return "\n".join(lines)


def inline(sentence: Sentence, plain: bool = False) -> str:
    """A sentence with its emphasis, if not ``plain``; links are of no use outside the workbench."""
    made = []
    for part in sentence:
        text = escaped(part.word if isinstance(part, Sign) else part.text)
        made.append(f"*{text}*" if part.ink is Ink.EMPHASIS and text.strip() and not plain else text)
    return "".join(made)


def escaped(text: str) -> str:
    """Text in which nothing is taken for a sign of Markdown; line breaks become spaces."""
    return _SPECIAL.sub(r"\\\1", visible(" ".join(text.split("\n"))))
