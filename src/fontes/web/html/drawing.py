"""A drawing as SVG, with its key and the words that say how it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from fontes.present.drawing.shapes import Drawing, Stroke, Text, Thing
from fontes.present.phrasing import wording
from fontes.present.visible import visible
from fontes.web.addresses import mark
from fontes.web.html.sentence import Ways, escape, lang, seen


def drawing(one: Drawing, ways: Ways) -> str:
    """The figure of a drawing."""
    id, title, description = escape(mark(one.name)), seen(one.title), seen(one.description)
    key = ""
    if one.key:
        samples = "".join(
            f'<li><svg width="40" height="20" aria-hidden="true">{_shapes(each.shapes, ways)}</svg> {escape(each.words)}</li>\n' for each in one.key
        )
        key = f'<ul class="key">\n{samples}</ul>'
    label = escape(wording.DRAWING.format(title=visible(one.title)))
    shapes = "".join([f"{_SHAPES[type(each)](each, ways)}\n" for each in one.shapes])
    return f"""\
<figure class="drawing" data-larger="{escape(wording.DRAWING_LARGER)}" data-smaller="{escape(wording.DRAWING_SMALLER)}" \
data-as-drawn="{escape(wording.DRAWING_AS_DRAWN)}" data-keys="{escape(wording.DRAWING_KEYS)}">
<figcaption><p>{description}</p>
{key}</figcaption>
<div class="canvas" tabindex="0" role="region" aria-label="{label}">
<svg role="group" aria-labelledby="{id}-title" aria-describedby="{id}-description" \
width="{one.width:g}" height="{one.height:g}" viewBox="0 0 {one.width:g} {one.height:g}">
<title id="{id}-title">{title}</title>
<desc id="{id}-description">{description}</desc>
{shapes}</svg>
</div>
<script type="module" src="/static/drawing.js"></script>
</figure>

"""


def _shapes(them: Iterable[Any], ways: Ways) -> str:
    return "".join([_SHAPES[type(each)](each, ways) for each in them])


def _stroke(one: Stroke, _ways: Ways) -> str:
    joins = f' data-joins="{" ".join(map(str, one.joins))}"' if one.joins else ""
    return f'<path class="{escape(one.kind)}" d="{escape(one.path)}"{joins}/>'


def _text(one: Text, _ways: Ways) -> str:
    kind = f' class="{escape(one.kind)}"' if one.kind else ""
    anchor = "" if one.anchor == "start" else f' text-anchor="{escape(one.anchor)}"'
    silent = ' aria-hidden="true"' if one.silent else ""
    if len(one.lines) == 1:
        words: str = seen(one.lines[0])
    else:
        step = f' dy="{one.leading:g}"'
        words = "".join([f'<tspan x="{one.x:g}"{step if at else ""}>{seen(line)} </tspan>' for at, line in enumerate(one.lines)])
    return f'<text{kind} x="{one.x:g}" y="{one.y:g}"{anchor}{lang(one.language)}{silent}>{words}</text>'


def _thing(one: Thing, ways: Ways) -> str:
    kind = f" {escape(one.kind)}" if one.kind else ""
    told = f"<title>{seen(one.words)}</title>" if one.more else ""
    if one.to is None:
        return f'<g class="thing{kind}" data-at="{one.number}">{told}{_shapes(one.shapes, ways)}</g>'
    return f'<a class="thing{kind}" data-at="{one.number}" href="{escape(ways.address(one.to))}">{told}{_shapes(one.shapes, ways)}</a>'


_SHAPES: dict[type, Callable[[Any, Ways], str]] = {Stroke: _stroke, Text: _text, Thing: _thing}
