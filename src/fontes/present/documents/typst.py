"""A review in the markup of typst, from which the PDF is set: footnotes at the foot of the page, one column, running page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fontes.present.citing.chicago import Cited
from fontes.present.documents.widths import widths
from fontes.present.pages import Ink, Sentence, Sign
from fontes.present.phrasing import review as words
from fontes.present.phrasing import wording
from fontes.present.review.told import Paragraph, Section, Tabled, Told
from fontes.present.visible import visible

_HEAD = """\
#set document(title: {title}, date: none)
#set page(paper: "a4", margin: (x: 32mm, top: 32mm, bottom: 30mm), numbering: "1", header: context {{
  let page = counter(page).get().first()
  if page > 1 {{ set text(size: 8.5pt, style: "italic"); if calc.even(page) [{running}] else {{ align(right)[{running}] }} }}
}})
#set text(font: ("Libertinus Serif", "Noto Serif", "Noto Serif CJK SC"), size: 10.5pt, lang: {language}, hyphenate: true)
#set par(justify: true, leading: 0.68em, first-line-indent: (amount: 1.2em, all: false), spacing: 0.68em)
#set footnote.entry(gap: 0.5em, indent: 0em)
#show footnote.entry: it => {{
  set text(size: 8pt)
  set par(leading: 0.5em, justify: false, first-line-indent: 0em, hanging-indent: 0em)
  [#counter(footnote).at(it.note.location()).first(). #it.note.body]
}}
#show heading: set text(weight: "regular")
#show heading.where(level: 1): it => block(above: 2em, below: 1em, sticky: true, text(size: 13pt, weight: "semibold", it.body))
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.8em, sticky: true, text(size: 11pt, style: "italic", it.body))
#show table.cell: set text(size: 9pt)
#show table.cell: set par(justify: false)
#show table.cell.where(y: 0): set text(style: "italic")
"""
_SPECIAL = re.compile(r"([\\#$*_`<>@\[\]~=/+\-'\"])")


def typeset(of: Cited) -> str:
    """The whole review in typst's markup."""
    return "\n\n".join(_Typst(of).parts()) + "\n"


class _Typst:
    """Parts of the text in order, each note in its place."""

    def __init__(self, of: Cited) -> None:
        self.of = of
        self.notes = iter(of.notes)

    def parts(self) -> Iterator[str]:
        review = self.of.review
        yield _HEAD.format(title=_string(review.title), language=_string(wording.LANGUAGE), running=_text(review.title))
        yield f"#block(below: 1.1em, par(justify: false, leading: 0.5em, text(size: 19pt, hyphenate: false)[{_text(review.title)}]))"
        for line in filter(None, (words.BYLINE, review.lens)):
            yield f"#block(above: 0.7em, text(size: 9pt, fill: luma(35%), style: \"italic\")[{_text(line)}])"
        yield "#v(1.4em)"
        for section in review.sections:
            yield from self.section(section)
        if self.of.bibliography:
            yield f"= {words.BIBLIOGRAPHY_HEAD}"
            yield "#set par(hanging-indent: 1.6em, first-line-indent: 0em, justify: false, spacing: 0.75em)"
            yield from (inline(entry) for _, entry in self.of.bibliography)

    def section(self, section: Section) -> Iterator[str]:
        if section.heading:
            yield f"{'=' * (section.level - 1)} {inline(section.heading, plain=True)}"
        for block in section.blocks:
            yield self.paragraph(block) if isinstance(block, Paragraph) else self.table(block)

    def paragraph(self, block: Paragraph) -> str:
        topic = [f"#emph[{inline(block.topic, plain=True)}]"] if block.topic else []
        return " ".join([*topic, *(self.told(one) for one in block.sentences)])

    def told(self, one: Told) -> str:
        return inline(one.words) + self.mark(one)

    def mark(self, one: Told) -> str:
        return f"#footnote[{inline(next(self.notes))}]" if one.note else ""

    def table(self, block: Tabled) -> str:
        columns = ", ".join(f"{width}fr" for width in widths(block))
        head = ", ".join(f"[{_text(each)}]" for each in block.headings)
        rows = []
        for cells, told in block.rows:
            texts = [inline(cell) for cell in cells]
            rows.append(", ".join(f"[{text}]" for text in (*texts[:-1], texts[-1] + self.mark(told))))
        stroke = "stroke: (x, y) => (bottom: if y == 0 { 0.6pt } else { 0.25pt + luma(70%) })"
        caption = f"#block(below: 0.6em, text(size: 9pt, fill: luma(35%))[{_text(block.caption)}])"
        inside = ",\n".join(rows)
        return f"{caption}\n#table(columns: ({columns}), inset: (x: 0pt, y: 3.5pt), column-gutter: 1em, {stroke}, table.header({head}),\n{inside})"


def inline(sentence: Sentence, plain: bool = False) -> str:
    """A sentence with its emphasis."""
    made = []
    for part in sentence:
        text = _text(part.word if isinstance(part, Sign) else part.text)
        made.append(f"#emph[{text}]" if part.ink is Ink.EMPHASIS and not plain and text.strip() else text)
    return "".join(made)


def _text(text: str) -> str:
    """Text in which nothing is taken for markup; an apostrophe stays one."""
    return _SPECIAL.sub(r"\\\1", visible(" ".join(text.split("\n"))))


def _string(text: str) -> str:
    escaped = visible(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
