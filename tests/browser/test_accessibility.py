"""Every kind of page by the rules of WCAG 2.2 AA: in light, dark and forced colours, wide, narrow and at 200 %, and by keyboard.

A page is loaded once and looked at in each way. What axe cannot see is asked of the page itself: landmarks, captions, focus that can be seen, no
sideways scrolling, motion that stops when it is asked to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pytest
from tests.every_page import EXAMPLE, SECOND, kinds

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EVERY = {"rules": {"target-size": {"enabled": True}}}
BUT_CONTRAST = {"rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": False}}}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
NARROW = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "target-size", "scrollable-region-focusable", "label", "link-name", "button-name"]},
    "rules": {"target-size": {"enabled": True}},
}
Way = tuple[str, int, int, Mapping[str, Any], Mapping[str, str]]
LIGHT, DARK, FORCED = (
    {"color_scheme": scheme, "forced_colors": forced} for scheme, forced in (("light", "none"), ("dark", "none"), ("dark", "active"))
)
WAYS: tuple[Way, ...] = (
    ("light", 1280, 1, EVERY, LIGHT), ("dark", 1280, 1, COLOURS, DARK), ("forced colours", 1280, 1, COLOURS, FORCED),
    ("narrow", 380, 1, NARROW, LIGHT), ("200 %", 640, 2, {}, LIGHT),
)  # fmt: skip
LONG: tuple[Way, ...] = (
    ("light", 1280, 1, BUT_CONTRAST, LIGHT), ("dark", 1280, 1, {}, DARK), ("forced colours", 1280, 1, {}, FORCED),
    ("narrow", 380, 1, {}, LIGHT), ("200 %", 640, 2, {}, LIGHT),
)  # fmt: skip
"""Axe measures each of thousands of words against everything that might lie behind it, which takes seconds on the long pages of the example. There
the page is asked itself."""
BUILT = """() => {
  const wrong = [], all = (what) => [...document.querySelectorAll(what)];
  const shown = (one) => one.checkVisibility();
  const say = (what, one) => wrong.push(what + ': ' + (one ? one.outerHTML.slice(0, 120) : ''));
  if (document.documentElement.lang !== 'en') say('the language of the page');
  for (const [what, many] of [['h1', 1], ['main', 1], ['header', 1], ['nav[aria-label]', 0], ['title', 1]]) {
    const found = all(what).filter((one) => what === 'title' || !one.closest('main') || what === 'h1' || what === 'main');
    if (what === 'title' ? !document.title.trim() : many ? found.length !== many : !found.length) say('not exactly one ' + what);
  }
  for (const one of all('table')) if (!one.caption || !one.caption.innerText.trim()) say('a table without a caption', one);
  if (all('figure.drawing').length > 0 && all('main table').length === 0) say('a drawing without a table', all('figure.drawing')[0]);
  for (const one of all('figure.drawing svg[role]')) {
    if (!document.getElementById(one.getAttribute('aria-labelledby'))?.textContent.trim()) say('a drawing without a name', one);
    if (!document.getElementById(one.getAttribute('aria-describedby'))?.textContent.trim()) say('a drawing without a description', one);
  }
  let level = 0;
  for (const one of all('h1, h2, h3, h4, h5, h6')) {
    const own = Number(one.tagName[1]);
    if (own > level + 1) say('a heading that skips a level', one);
    level = own;
  }
  const ids = all('[id]').map((one) => one.id);
  for (const id of ids.filter((id, at) => ids.indexOf(id) !== at)) wrong.push('an id that stands twice: ' + id);
  for (const one of all('[tabindex]')) if (one.tabIndex > 0) say('an order of its own', one);
  for (const key of ['aria-describedby', 'aria-labelledby', 'for', 'list', 'aria-controls']) {
    for (const one of all(`[${key}]`).filter(shown)) {
      const named = one.getAttribute(key).split(' ').filter(Boolean);
      if (named.some((id) => !document.getElementById(id))) say('it names nothing: ' + key, one);
    }
  }
  for (const one of all('[style], [onclick], script:not([src])')) say('inline', one);
  return wrong;
}"""
FOCUS = """() => {
  const look = (one) => [one, ...one.querySelectorAll('*')].map((each) => {
    const style = getComputedStyle(each);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.stroke, style.strokeWidth, style.fill,
            style.backgroundColor, style.textDecorationLine, style.textDecorationThickness, style.borderColor, style.left].join();
  }).join(';');
  const wrong = [];
  const them = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')];
  for (const one of them.filter((each) => each.checkVisibility())) {
    one.blur();
    const before = look(one);
    one.focus({focusVisible: true, preventScroll: true});
    if (document.activeElement !== one) wrong.push('not focused: ' + one.outerHTML.slice(0, 120));
    else if (look(one) === before) wrong.push('focus not seen: ' + one.outerHTML.slice(0, 120));
  }
  document.activeElement.blur();
  return wrong;
}"""
WIDE = """() => {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  return [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).slice(-3)
    .map((one) => one.outerHTML.slice(0, 120));
}"""
MOVING = """() => [...document.querySelectorAll('*')].filter((one) => {
  const style = getComputedStyle(one);
  return [style.transitionDuration, style.animationDuration].some((each) => each.split(', ').some((time) => parseFloat(time) > 0.001))
    || style.scrollBehavior === 'smooth';
}).map((one) => one.outerHTML.slice(0, 120))"""
CONTRAST = """() => {
  const parts = (tone) => (tone.match(/[\\d.]+/g) ?? []).map((one, at) => tone.startsWith('color(') && at < 3 ? Number(one) * 255 : Number(one));
  const straight = (one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
  const light = (tone) => parts(tone).slice(0, 3).map((one) => straight(one / 255))
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const tone = getComputedStyle(at).backgroundColor, found = parts(tone);
      if (found.length < 4 || found[3] === 1) return tone;
    }
    return 'rgb(255, 255, 255)';
  };
  const under = (text, drawn) => {
    const {x, y, width, height} = text.getBBox();
    const shapes = [...drawn.querySelectorAll('path, rect, circle')].filter((each) => {
      const box = each.getBBox();
      return each.compareDocumentPosition(text) & 4 && box.x <= x + width / 2 && x + width / 2 <= box.x + box.width
        && box.y <= y + height / 2 && y + height / 2 <= box.y + box.height && getComputedStyle(each).fill !== 'none';
    });
    return shapes.length ? getComputedStyle(shapes.at(-1)).fill : '';
  };
  const wrong = new Set();
  for (const one of document.querySelectorAll('body *')) {
    if (![...one.childNodes].some((each) => each.nodeType === 3 && each.data.trim()) || !one.checkVisibility()) continue;
    if (['OPTION', 'TITLE', 'DESC', 'SCRIPT'].includes(one.tagName.toUpperCase())) continue;
    const style = getComputedStyle(one), drawn = one.closest('svg');
    const ink = drawn ? style.fill : style.color, behind = (drawn && under(one, drawn)) || ground(one);
    const [more, less] = [light(ink), light(behind)].sort((a, b) => b - a);
    const ratio = (more + 0.05) / (less + 0.05), size = parseFloat(style.fontSize);
    if (ratio < (size >= 24 ? 3 : 4.5)) wrong.add(`contrast ${ratio.toFixed(2)}: ${one.outerHTML.slice(0, 120)}`);
  }
  return [...wrong];
}"""
TONES = """() => {
  const style = getComputedStyle(document.documentElement);
  const names = ['ground', 'ink', 'muted', 'rubric', 'for', 'against', 'rule'];
  return Object.fromEntries(names.map((one) => [one, style.getPropertyValue('--' + one).trim()]));
}"""


@pytest.fixture(scope="module")
def tab(browser: Any) -> Iterator[Any]:
    """One page for all; whatever would go to another host, and whatever the browser complains of, is a failure."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, wrong = context.new_page(), []
    page.on("request", lambda one: None if one.url.startswith(("http://127.0.0.1:", "data:")) else wrong.append(one.url))
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    yield page
    context.close()
    assert wrong == []


def axe(page: Any, options: Mapping[str, Any]) -> list[str]:
    """What axe complains of: the rule and the first place."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=dict(options)).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]


def seen_as(page: Any, width: int, scale: int, media: Mapping[str, str]) -> None:
    """The same page in another width, at another scale, in other colours; it is not loaded anew."""
    page.emulate_media(**media)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": scale, "mobile": False})
    session.detach()


def complaints(page: Any, where: str, ways: Sequence[Way]) -> list[str]:
    """Everything that is wrong with a page, in every way it may be seen."""
    page.goto(where)
    found = [*page.evaluate(BUILT), *page.evaluate(FOCUS)]
    for name, width, scale, options, media in ways:
        seen_as(page, width, scale, media)
        found += [f"{name}: {each}" for each in (axe(page, options) if options else [])]
        found += [f"{name}: wider than the window: {each}" for each in page.evaluate(WIDE)]
        found += [f"{name}: {each}" for each in (page.evaluate(CONTRAST) if width == 1280 else [])]
    seen_as(page, 1280, 1, LIGHT)
    return found


def test_every_kind_of_page_is_looked_at() -> None:
    assert kinds() == EXAMPLE.keys() | SECOND.keys()


@pytest.mark.parametrize("kind", sorted(EXAMPLE))
def test_the_example_breaks_no_rule(tab: Any, example: str, kind: str) -> None:
    assert {where: told for where in EXAMPLE[kind] if (told := complaints(tab, example + where, LONG))} == {}


@pytest.mark.parametrize("kind", sorted(SECOND))
def test_the_second_corpus_breaks_no_rule(tab: Any, second: str, kind: str) -> None:
    assert {where: told for at, where in enumerate(SECOND[kind]) if (told := complaints(tab, second + where, LONG if at else WAYS))} == {}


@pytest.mark.parametrize("where", ["/", "/propositions/accident", "/texts/steward-letter", "/statements"])
def test_tab_goes_through_the_page_and_out_again(tab: Any, second: str, where: str) -> None:
    """In the order of the page, with nothing passed over and nowhere to be caught."""
    tab.goto(second + where)
    them = (
        "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex=\"0\"]')]"
        ".filter((one) => one.checkVisibility() && !one.closest('svg'))"
    )
    count, met = tab.evaluate(f"{them}.length"), []
    for _ in range(count + 60):
        tab.keyboard.press("Tab")
        at = tab.evaluate(f"document.activeElement === document.body ? -2 : {them}.indexOf(document.activeElement)")
        if at == -2:
            break
        met.append(at)
    in_page = [at for at in met if at >= 0]
    assert in_page == list(range(count))


@pytest.mark.parametrize("where", ["/", "/propositions/accident", "/chronology", "/texts/steward-letter"])
def test_nothing_moves_where_that_is_not_wanted(tab: Any, second: str, where: str) -> None:
    tab.emulate_media(reduced_motion="reduce")
    tab.goto(second + where)
    assert tab.evaluate(MOVING) == []
    tab.emulate_media(reduced_motion="no-preference")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_inks_are_read_on_their_ground(tab: Any, second: str, scheme: str) -> None:
    tab.emulate_media(color_scheme=scheme)
    tab.goto(second)
    tones = tab.evaluate(TONES)
    measured = {name: contrast(tone, tones["ground"]) for name, tone in tones.items() if name != "ground"}
    assert all(ratio >= (3 if name == "rule" else 4.5) for name, ratio in measured.items()), measured


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_links_and_buttons_are_read_while_pointed_at(tab: Any, second: str, scheme: str) -> None:
    tab.emulate_media(color_scheme=scheme)
    tab.goto(second + "/propositions/accident")
    session = tab.context.new_cdp_session(tab)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    nodes = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "a, button, summary, select, input"})["nodeIds"]
    for node in nodes:
        session.send("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": ["hover", "focus", "focus-visible"]})
    assert nodes and axe(tab, COLOURS) == []
    session.detach()


def contrast(one: str, other: str) -> float:
    """The contrast of two colours written `#rrggbb`, by the formula of WCAG."""

    def light(tone: str) -> float:
        parts = [int(piece, 16) / 255 for piece in re.findall("[0-9a-f]{2}", tone.lower())]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_it_should() -> None:
    measure: Callable[[str, str], float] = contrast
    assert round(measure("#000000", "#ffffff"), 1) == 21.0 and round(measure("#777777", "#ffffff"), 2) == 4.48
