"""The blocks of a page as HTML, each kind by a function of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from markupsafe import Markup

from fontes.present.drawing.shapes import Drawing
from fontes.present.pages import (
    Branch,
    Essay,
    Excerpt,
    Finder,
    Heading,
    Items,
    Lines,
    Pager,
    Prose,
    Row,
    Sentence,
    Table,
    To,
    Told,
    Transcript,
    Tree,
)  # fmt: skip
from fontes.present.phrasing import review as review_words
from fontes.present.phrasing import wording
from fontes.web.addresses import mark
from fontes.web.html.drawing import drawing
from fontes.web.html.sentence import Pairs, Ways, edit, escape, seen, sentence
from fontes.web.html.transcript import transcript


def html(
    blocks: Iterable[Any], address: Callable[[To], str], editing: Callable[[str], str] | None = None, writing: Callable[[Pairs], str] | None = None
) -> Markup:
    """Blocks as markup, an empty line after each."""
    ways = Ways(address, editing, writing)
    return Markup("".join([f"{_KINDS[type(one)](one, ways)}\n" for one in blocks]))


# ---- words


def _heading(one: Heading, _ways: Ways) -> str:
    return f"<h{one.level}{_id(one.anchor)}>{seen(one.words)}</h{one.level}>\n"


def _prose(one: Prose, ways: Ways) -> str:
    lead = ' class="lead"' if one.lead else ""
    told = f"<p{lead}>{sentence(one.sentence, ways)}</p>\n"
    if not one.margin:
        return told
    return f'<div class="has-margin">\n{told}<div class="margin">{_paragraphs(one.margin, ways)}</div>\n</div>\n'


def _excerpt(one: Excerpt, ways: Ways) -> str:
    language = f' lang="{escape(one.language)}"' if one.language else ""
    source = f"<footer>{sentence(one.source, ways)}</footer>" if one.source else ""
    return f'<blockquote{language}><p dir="auto">“{seen(one.words)}”</p>{source}</blockquote>\n'


def _items(one: Items, ways: Ways) -> str:
    them = "".join([f"<li>{sentence(each, ways)}</li>\n" for each in one.sentences])
    return f'<ul class="items">\n{them}</ul>\n'


def _lines(one: Lines, _ways: Ways) -> str:
    return f'<pre tabindex="0">{escape(one.text)}</pre>\n'


def _essay(one: Essay, ways: Ways) -> str:
    told = notes = ""
    if one.told:
        topic = f'<em class="topic">{sentence(one.topic, ways)}</em> ' if one.topic else ""
        told = f"<p>{topic}{' '.join(_told(each, ways) for each in one.told)}</p>"
    if one.notes:
        them = (f'<p id="note-{number}">{_number(number, bool(one.told))} {sentence(note, ways)}</p>' for number, note in one.notes)
        notes = f'<div class="margin notes">{"".join(them)}</div>'
    beside = " has-margin" if told and notes else ""
    return f'<div class="essay{beside}">\n{told}{notes}</div>\n'


def _told(one: Told, ways: Ways) -> str:
    note = ""
    if one.note:
        label = escape(review_words.NOTE_NUMBER.format(number=one.note))
        note = f'<sup id="mark-{one.note}"><a href="#note-{one.note}" aria-label="{label}">{one.note}</a></sup>'
    return f'<span class="told" data-reasons="{escape(" ".join(one.reasons))}">{sentence(one.words, ways)}{note}</span>'


def _number(number: int, told: bool) -> str:
    """The number of a note; it leads back to the sentence where there is one."""
    if not told:
        return f'<span class="number">{number}</span>'
    return f'<a class="number" href="#mark-{number}" aria-label="{escape(review_words.BACK_TO.format(number=number))}">{number}</a>'


def _paragraphs(them: Iterable[Sentence], ways: Ways) -> str:
    return "".join([f"<p>{sentence(each, ways)}</p>" for each in them])


def _id(anchor: str) -> str:
    return f' id="{escape(mark(anchor))}"' if anchor else ""


# ---- tables and trees


def _table(one: Table, ways: Ways) -> str:
    headings = [escape(each) for each in one.headings]
    heads = "".join([f'<th scope="col">{each}</th>' for each in headings])
    rows = "".join([_row(each, headings, ways) for each in one.rows])
    return (
        f'<div class="table">\n<table>\n<caption>{seen(one.caption)}</caption>\n<thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )


def _row(one: Row, headings: Sequence[str], ways: Ways) -> str:
    kind = f' class="{"more" if one.below else ""}{" lost" if one.lost else ""}"' if one.below or one.lost else ""
    made = [f"<tr{_id(one.anchor)}{kind}>"]
    last = len(one.cells) - 1
    for at, cell in enumerate(one.cells):
        said = sentence(cell, ways)
        if not at:
            made.append(f'<th scope="row">{said}</th>')
            continue
        empty = "" if cell else ' class="empty"'
        change = edit(one.edit, ways) if at == last and one.edit else ""
        made.append(f'<td data-heading="{headings[at]}"{empty}>{said}{change}</td>')
    made.append("</tr>\n")
    if one.below:
        made.append(f'<tr><td class="below" colspan="{len(headings)}">{_paragraphs(one.below, ways)}</td></tr>\n')
    return "".join(made)


def _tree(one: Tree, ways: Ways) -> str:
    return f'<div class="tree"><p>{escape(one.caption)}</p>{_branches(one.roots, ways)}</div>\n'


def _branches(them: Iterable[Branch], ways: Ways) -> str:
    made = []
    for one in them:
        lost = ' class="lost"' if one.lost else ""
        made.append(f"<li{lost}><span>{sentence(one.sentence, ways)}</span>{_branches(one.children, ways) if one.children else ''}</li>\n")
    return f"<ul>\n{''.join(made)}</ul>\n"


# ---- finding and turning leaves


def _finder(one: Finder, ways: Ways) -> str:
    kept = "".join(f'<input type="hidden" name="{escape(key)}" value="{escape(value)}">' for key, value in one.kept)
    field = f'<label>{escape(one.label)}<input name="q" type="search" value="{escape(one.query)}" maxlength="200"></label>\n'
    choices = ""
    if one.choices:
        them = "".join(
            f'<option value="{escape(each.value)}"{" selected" if each.value == one.chosen else ""}>{escape(each.word)}</option>\n'
            for each in one.choices
        )
        choices = (
            f'<label>{escape(one.key_label)}<select name="{escape(one.key)}"><option value="">{escape(wording.ALL)}</option>\n'
            f"{them}</select></label>\n"
        )
    button = f"<button>{escape(wording.NARROW if one.choices else wording.SEARCH)}</button>\n"
    return f'<form class="finder" action="{escape(ways.address(one.to))}">\n{kept}{field}{choices}{button}</form>\n'


def _pager(one: Pager, ways: Ways) -> str:
    words = escape(one.words)
    leads = (
        (one.first, "", wording.LEAF_FIRST), (one.before, ' rel="prev"', wording.LEAF_BEFORE),
        (one.after, ' rel="next"', wording.LEAF_AFTER), (one.last, "", wording.LEAF_LAST),
    )  # fmt: skip
    them = "".join(f' <a{rel} href="{escape(ways.address(to))}">{escape(said)}</a>' for to, rel, said in leads if to)
    return f'<nav class="pager" aria-label="{words}"><span>{words}</span>{them}</nav>\n'


_KINDS: dict[type, Callable[[Any, Ways], str]] = {
    Heading: _heading, Prose: _prose, Excerpt: _excerpt, Items: _items, Lines: _lines, Essay: _essay, Table: _table, Tree: _tree,
    Finder: _finder, Pager: _pager, Drawing: drawing, Transcript: transcript,
}  # fmt: skip
