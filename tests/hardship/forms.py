"""What a page offers: where it leads, the fields it has, and its forms that write."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from random import Random

from tests.hardship.grammar import HOSTILE, Grammar


@dataclass
class Field:
    """One field of a form: what stands in it, and what may be chosen."""

    name: str
    kind: str
    value: str = ""
    choices: list[str] = field(default_factory=list)


@dataclass
class Form:
    """A form that is sent by POST."""

    action: str
    fields: list[Field] = field(default_factory=list)

    def filled(self, grammar: Grammar, random: Random) -> list[tuple[str, str]]:
        """The form as somebody, or something, might send it."""
        buttons = [one for one in self.fields if one.kind == "submit" and one.name]
        pairs = [(one.name, _value(one, grammar, random)) for one in self.fields if one.kind != "submit" and one.name]
        pairs += [(one.name, one.value) for one in random.sample(buttons, min(1, len(buttons)))]
        if random.random() < 0.08:
            pairs = [pair for pair in pairs if random.random() < 0.8]
        return [*pairs, random.choice(pairs)] if pairs and random.random() < 0.04 else pairs


def _value(one: Field, grammar: Grammar, random: Random) -> str:
    """Mostly something that belongs there: a form filled with rubbish alone is never let through."""
    roll = random.random()
    if one.kind == "hidden" or (one.choices and roll < 0.9):
        return random.choice(one.choices or [one.value]) if roll < 0.96 else random.choice(HOSTILE)
    if one.kind == "textarea" and one.value and roll < 0.75:
        return _edited(one.value, grammar, random)
    if roll < 0.3:
        return one.value
    if roll < 0.6:
        return random.choice(grammar.names)
    return random.choice(("", "1937", "11 May 1937", "p. 4", "“A quotation”", "New one", "new-one", f"n{random.randrange(10**6)}", "scholar",
                          random.choice(HOSTILE)[:300], grammar.statement()))  # fmt: skip


def _edited(text: str, grammar: Grammar, random: Random) -> str:
    """A statement as somebody changes it."""
    lines = text.split("\n")
    at = random.randrange(len(lines) + 1)
    return random.choice((
        text, "\n".join([*lines, f'  note "Seen {random.randrange(10**6)}."']), text.replace(" ", "  ", 1),
        "\n".join([*lines[:at], *lines[at + 1 :]]),
        "\n".join([*lines[:at], "# a remark", *lines[at:]]), grammar.statement(), "\n".join([text, "", grammar.statement()]),
        text.replace("\n", "\r\n"), text + random.choice("\0\x1b\u202e\u2028\r\t"), grammar.spoilt(text), "",
    ))  # fmt: skip


class Seen(HTMLParser):
    """The links, fields and writing forms of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.keys: list[str] = []
        self.forms: list[Form] = []
        self._form: Form | None = None
        self._area: Field | None = None
        self._choice: Field | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a link, a form or a field."""
        given = {key: value or "" for key, value in attrs}
        if tag == "a" and given.get("href", "").startswith("/"):
            self.links.append(given["href"].partition("#")[0])
        elif tag == "form":
            posts = given.get("method", "get").lower() == "post"
            self._form = Form(given.get("action", "")) if posts else None
            self.forms += [self._form] if self._form else []
        elif tag in ("input", "textarea", "select", "button"):
            self._field(tag, given)
        elif tag == "option" and self._choice is not None:
            self._choice.choices.append(given.get("value", ""))
            self._choice.value = given.get("value", "") if "selected" in given else self._choice.value

    def _field(self, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        self.keys += [name] if name else []
        kind = tag if tag in ("textarea", "select") else "submit" if tag == "button" else given.get("type", "text")
        made = Field(name, kind, given.get("value", ""))
        if kind in ("radio", "checkbox") and self._form:
            same = next((one for one in self._form.fields if one.name == name), None)
            if same is not None:
                same.choices.append(made.value)
                return
            made.choices = [made.value]
        if self._form is not None:
            action = given.get("formaction")
            if action and kind == "submit":
                other = Form(action, self._form.fields)
                self.forms.append(other)
            self._form.fields.append(made)
        self._area = made if tag == "textarea" else self._area
        self._choice = made if tag == "select" else self._choice

    def handle_data(self, data: str) -> None:
        """The words in a text area."""
        if self._area is not None:
            self._area.value += data

    def handle_endtag(self, tag: str) -> None:
        """A field or form is over."""
        if tag == "textarea" and self._area is not None:
            self._area.value, self._area = self._area.value.removeprefix("\n"), None
        elif tag == "select":
            self._choice = None
        elif tag == "form":
            self._form = None
