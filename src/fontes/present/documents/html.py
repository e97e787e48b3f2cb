"""A review as one HTML file that needs no other: every sentence names its statements, every note leads back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape

from fontes.present.citing.chicago import Cited
from fontes.present.documents.style import STYLE
from fontes.present.pages import Ink, Sentence, Sign
from fontes.present.phrasing import review as words
from fontes.present.phrasing import wording
from fontes.present.review.told import Paragraph, Section, Tabled, Told
from fontes.present.visible import visible


def as_html(of: Cited) -> str:
    """The whole file."""
    review = of.review
    body = "\n".join(_Html(of).parts())
    return (
        f'<!doctype html>\n<html lang="{wording.LANGUAGE}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{_text(review.title)}</title>\n<style>\n{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


class _Html:
    """Parts of the page in order; notes are counted as they come."""

    def __init__(self, of: Cited) -> None:
        self.of = of
        self.count = 0

    def parts(self) -> Iterator[str]:
        review = self.of.review
        tongue = f' lang="{escape(review.language)}"' if review.language != wording.LANGUAGE else ""
        yield f'<h1{tongue} dir="auto">{_text(review.title)}</h1>\n<p class="byline">{_text(words.BYLINE)}</p>'
        if review.lens:
            yield f'<p class="byline">{_text(review.lens)}</p>'
        for section in review.sections:
            yield from self.section(section)
        if self.of.notes:
            yield f'<section class="notes"><h2>{words.NOTES_HEAD}</h2>\n<ol>'
            for at, note in enumerate(self.of.notes, 1):
                yield f'<li id="note-{at}">{inline(note)} <a class="back" href="#mark-{at}" aria-label="back to the text of note {at}">↩</a></li>'
            yield "</ol></section>"
        if self.of.bibliography:
            yield f'<section class="works"><h2>{words.BIBLIOGRAPHY_HEAD}</h2>'
            yield from (f'<p data-source="{escape(id)}">{inline(entry)}</p>' for id, entry in self.of.bibliography)
            yield "</section>"

    def section(self, section: Section) -> Iterator[str]:
        if section.heading:
            yield f"<h{section.level}>{inline(section.heading, plain=True)}</h{section.level}>"
        for block in section.blocks:
            yield self.paragraph(block) if isinstance(block, Paragraph) else self.table(block)

    def paragraph(self, block: Paragraph) -> str:
        topic = [f'<span class="topic">{inline(block.topic, plain=True)}</span>'] if block.topic else []
        return f"<p>{' '.join([*topic, *(self.told(one) for one in block.sentences)])}</p>"

    def told(self, one: Told) -> str:
        return f'<span class="told" data-reasons="{_reasons(one)}">{inline(one.words)}{self.mark(one)}</span>'

    def mark(self, one: Told) -> str:
        if one.note is None:
            return ""
        self.count += 1
        return f'<sup id="mark-{self.count}"><a href="#note-{self.count}" aria-label="note {self.count}">{self.count}</a></sup>'

    def table(self, block: Tabled) -> str:
        head = "".join(f'<th scope="col">{_text(each)}</th>' for each in block.headings)
        rows = []
        for cells, told in block.rows:
            first, *rest = (inline(cell) for cell in cells)
            rest[-1] += self.mark(told)
            rows.append(f'<tr data-reasons="{_reasons(told)}"><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>')
        return (
            f'<div class="table" tabindex="0"><table><caption>{_text(block.caption)}</caption><thead><tr>{head}</tr></thead>\n'
            f"<tbody>{chr(10).join(rows)}</tbody></table></div>"
        )


def inline(sentence: Sentence, plain: bool = False) -> str:
    """A sentence with its emphasis and the languages of its names."""
    made = []
    for part in sentence:
        text = _text(part.word if isinstance(part, Sign) else part.text)
        language = getattr(part, "language", "")
        if language and language != wording.LANGUAGE:
            text = f'<span lang="{escape(language)}">{text}</span>'
        made.append(f"<cite>{text}</cite>" if part.ink is Ink.EMPHASIS and not plain else text)
    return "".join(made)


def _reasons(one: Told) -> str:
    return escape(json.dumps(one.reasons, ensure_ascii=False))


def _text(text: str) -> str:
    return escape(visible(text))
