"""What may be asked of the workbench, well and badly: addresses from the route table, headers, bodies, and statements to be written.

Everything is drawn from one generator of random numbers, so that a seed says what is asked.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from random import Random
from urllib.parse import quote, urlencode

from starlette.routing import BaseRoute, Mount, Route
from tests.hardship.asking import Case

from fontes.model.corpus import Corpus

MARK = "<fontes-hostile a='b\">"
"""If this is ever found in an answer as it stands, something was not escaped."""
HOSTILE = (
    "%", "%%", "%zz", "%00", "%0a", "%0d%0aset-cookie:%20a=b", "%ff", "%c0%af", "%ed%a0%80", "..", "../..", "%2e%2e%2f%2e%2e", "..%5c..", ".", "/",
    "//", "//evil.example", "a,b", ",", "%E2%80%AE%E2%81%A6", "%E2%80%8B", quote(MARK), "{{7*7}}", "$%7Bx%7D", "%5C", "con", "nul.txt", "^",
    "^label", "kind:", "kind:testimony", "access:x", "word:x", "criticised:forged", ";", "&", "=", "+", "%F0%9D%94%98", "e%CC%81", "%EF%BB%BF",
    "A" * 3000, "A" * 9000, "%D0%9C" * 400, "-1", "0", "99999999999999999999", "1e9", "%C2%B2", "%D9%A3", "(", "[", "*", "%25", "%2525", "~", "'",
    "%22", "%23", "%3F", "true", "null",
)  # fmt: skip
"""Names and values as they stand in an address. Some are no addresses at all."""
DATES = (
    "1937", "11 May 1937", "1937-05-11", "summer 1930", "today", "between 1932-33", "soonish", "31.6.1937", "1937-05/1936", "44 BC", "0000",
    "-9999", "99999", "1937-02-30", "..", "1937..", "Y-17E7", "19370511", "the", "c. 1937", "1937?", "%EF%BC%91%EF%BC%99%EF%BC%93%EF%BC%97",
    "mai 1937", "1" * 300,
)  # fmt: skip
KEYS = (
    "lens", "as-of", "published-by", "distrust", "add", "criticisms", "voices", "beside", "without", "q", "kind", "of", "leaf", "at", "about", "as",
    "line", "from", "to", "in", "id", "name", "digest", "words", "%00", "A" * 300,
)  # fmt: skip
METHODS = (
    "GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get",
)  # fmt: skip
BAD_HOSTS = (
    "", "evil.example", "127.0.0.1", "127.0.0.1:1", "localhost:99999999999999999999", "[::1]", "[::1", "a b", "127.0.0.1:8000@evil.example",
    "\u00b2",
)  # fmt: skip
BAD_ORIGINS = (
    "", "null", "http://evil.example", "https://127.0.0.1:8000", "http://", "file://", "http://127.0.0.1:8000/", "\u00b2",
)  # fmt: skip
ODD_HEADERS = (
    ("range", "bytes=0-10"), ("range", "bytes=9999999-"), ("range", "bytes=5-1"), ("range", "bytes=" + "0-1," * 200), ("range", "lines=1"),
    ("if-none-match", '"x"'), ("if-modified-since", "yesterday"), ("if-modified-since", "Thu, 01 Jan 1970 00:00:00 GMT"), ("accept", "*/*;q=x"),
    ("cookie", "a=b; c"), ("x-forwarded-host", "evil.example"), ("x-http-method-override", "DELETE"), ("accept-language", "\u00ff,,;q="),
    ("sec-fetch-site", "cross-site"), ("content-type", "text/html; charset=\u00b2"), ("accept-encoding", "gzip, x"), ("x-long", "a" * 4000),
)  # fmt: skip
STATEMENTS = (
    'agent new-one "A new one"\n  role scholar', "nobody asserts nothing", "agent", "", "\n\n", "# only a remark", '  role scholar',
    '\tagent x "Tab"', 'agent x "never closed', 'agent a-b "One"\nagent c-d "Two"', 'agent x "One"\n\nsource y "Another"',
    "1968 conquest asserts reached", "corpus x \"Another\"", 'agent n\u0000l "Nul"', 'agent bidi "\u202eturned"', 'agent cr "One"\r  role scholar',
    'agent crlf "One"\r\n  role witness', 'agent sep "a\u2028b\u0085c"', 'agent hostile "' + MARK + '"', "expect voices of nothing = 3",
    "rename a b", "in section\n  per x", "```fontes\nagent x \"In a note\"\n```", "agent \ud800", 'agent long "' + "x" * 20_000 + '"',
    "\n".join(f'agent many-{n} "M"' for n in range(500)), "\ufeffagent bom", "agent f\u200bw \"Zero width\"", "agent e\u0301 \"Loose\"",
    "1937 " * 500, "(" * 2000, "{" * 50, '"' * 999, "source s \"S\"\n  out 31.6.1937", "1968 x asserts (1968 y asserts (1968 z asserts p))",
)  # fmt: skip


class Grammar:
    """What can be asked of one corpus. It learns addresses and fields from the pages it is shown."""

    def __init__(self, routes: Sequence[BaseRoute], corpus: Corpus, statements: Sequence[str], host: str, random: Random) -> None:
        self.routes = [one for one in routes if isinstance(one, Route)]
        self.mounts = [one.path for one in routes if isinstance(one, Mount)]
        self.random, self.host, self.statements = random, host, tuple(statements) or STATEMENTS
        families = (corpus.agents, corpus.sources, corpus.events, corpus.questions, corpus.propositions, corpus.lenses, corpus.stances)
        self.names = [str(name) for family in families for name in list(family)[:400]] or ["nothing"]
        self.links: list[str] = ["/"]
        self.keys = [*KEYS]

    def learn(self, links: Sequence[str], keys: Sequence[str]) -> None:
        """Remember what a page led to and asked for."""
        self.links = [*self.links, *links][-400:]
        self.keys = [*dict.fromkeys([*self.keys, *(quote(key) for key in keys if len(key) < 60)])][:200]

    def case(self) -> Case:
        """Any request."""
        roll = self.random.random()
        method = "GET" if roll < 0.78 else self.random.choice(METHODS)
        headers, body, cut = self.headers(method), b"", 0
        if method not in ("GET", "HEAD", "OPTIONS", "TRACE", "get"):
            kind, body, cut = self.body()
            headers = (*headers, ("content-type", kind)) if kind else headers
        return Case(method, self.target(), headers, body, cut)

    def target(self) -> str:
        """An address: one that a page led to, or one of the route table, as it is meant or otherwise."""
        if self.random.random() < 0.25:
            found = self.random.choice(self.links)
            return found if self.random.random() < 0.7 else self.spoilt(found)
        if self.random.random() < 0.06:
            static = [f"{mount}/{self.value()}" for mount in self.mounts]
            return self.random.choice([*static, "/" + self.value(), "*", "//x", "/%2f/", "/static/../app.py"])
        pattern = self.random.choice(self.routes).path
        pieces = [self.value() if piece.startswith("{") else piece for piece in pattern.split("/")]
        query = [f"{self.random.choice(self.keys)}={self.value()}" for _ in range(self.random.choice((0, 0, 0, 1, 1, 2, 3, 8)))]
        if query and self.random.random() < 0.2:
            query.append(self.random.choice(query))
        if self.random.random() < 0.02:
            query = query * 120
        return "/".join(pieces) + ("?" + "&".join(query) if query else "")

    def value(self) -> str:
        """A name or a value as it stands in an address."""
        roll = self.random.random()
        if roll < 0.5:
            return quote(self.random.choice(self.names), safe=":^")
        if roll < 0.65:
            return quote(self.random.choice(DATES), safe="%")
        if roll < 0.75:
            return self.random.choice(("", "1", "2", "counting", "shown", "recorded", "scholar", "things", "thin", "dossier", "a b"))
        return self.random.choice(HOSTILE)

    def spoilt(self, text: str) -> str:
        """The same with something taken out, doubled or put in."""
        at, to = sorted(self.random.randrange(len(text) + 1) for _ in range(2))
        return self.random.choice((text[:at] + text[to:], text[:to] + text[at:], text[:at] + self.random.choice(HOSTILE)[:200] + text[at:]))

    def headers(self, method: str) -> tuple[tuple[str, str], ...]:
        """Those of our own page, mostly."""
        host = self.host if self.random.random() < 0.94 else self.random.choice(BAD_HOSTS)
        found = [("host", host)] if host or self.random.random() < 0.5 else []
        if method not in ("GET", "HEAD"):
            found.append(("origin", f"http://{self.host}" if self.random.random() < 0.85 else self.random.choice(BAD_ORIGINS)))
        if self.random.random() < 0.12:
            found += self.random.sample(ODD_HEADERS, 2)
        return tuple((name, value) for name, value in found if name != "origin" or value)

    def body(self) -> tuple[str, bytes, int]:
        """A kind, a body, and how much of it is promised and not sent."""
        many = self.random.choice((0, 1, 3, 6))
        pairs = [(self.random.choice(self.keys), self.random.choice((self.value(), self.statement()))) for _ in range(many)]
        makers: tuple[Callable[[], tuple[str, bytes]], ...] = (
            lambda: ("application/x-www-form-urlencoded", form_of(pairs)),
            lambda: ("application/x-www-form-urlencoded; charset=utf-16", form_of(pairs)),
            lambda: ("application/x-www-form-urlencoded", self.random.randbytes(300)),
            lambda: ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % n for n in range(3000))),
            lambda: ("application/x-www-form-urlencoded", b"words=" + b"x" * self.random.choice((70_000, 1_500_000))),
            lambda: ("multipart/form-data; boundary=edge", multipart_of(pairs)),
            lambda: ("multipart/form-data", multipart_of(pairs)),
            lambda: ("multipart/form-data; boundary=edge", b"--edge\r\n" * 50 + self.random.randbytes(50)),
            lambda: ("application/json", json.dumps(dict(pairs)).encode()),
            lambda: ("application/json", b"[" * 5000),
            lambda: ("text/plain", self.random.randbytes(80)),
            lambda: ("", b""),
        )
        kind, body = self.random.choice(makers)()
        if body and self.random.random() < 0.1:
            at = self.random.randrange(len(body))
            return kind, body[:at], len(body) - at
        return kind, body, 0

    def statement(self) -> str:
        """A statement: one of the corpus, one of the bad ones, or one of the corpus spoilt."""
        roll = self.random.random()
        if roll < 0.25:
            return self.random.choice(STATEMENTS)
        one = self.random.choice(self.statements)
        if roll < 0.45:
            return one
        lines = one.split("\n")
        words = one.split(" ")
        word, line = self.random.randrange(len(words)), self.random.randrange(len(lines))
        return self.random.choice((
            " ".join([*words[:word], self.random.choice(self.names), *words[word + 1 :]]),
            " ".join([*words[:word], *words[word + 1 :]]),
            "\n".join([*lines[:line], *lines[line + 1 :]]),
            "\n".join([*lines, "  note \"A further word.\""]),
            "\n".join([*lines, "", self.random.choice(self.statements)]),
            "\n".join([*lines[:line], "# a remark", *lines[line:]]),
            "\r\n".join(lines),
            one[:word] + self.random.choice("\0\x01\x1b\x7f\u202e\u2028\ufeff\"'\\\t\r") + one[word:],
            one + "\n" * self.random.randrange(4),
            self.spoilt(one),
        ))  # fmt: skip


def form_of(pairs: Sequence[tuple[str, str]]) -> bytes:
    """Pairs as a form sends them; what no UTF-8 can hold becomes a question mark."""
    return urlencode(pairs, errors="replace").encode()


def multipart_of(pairs: Sequence[tuple[str, str]], edge: str = "edge") -> bytes:
    """Pairs as a form with files sends them."""
    pieces = [f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in pairs]
    return ("".join(pieces) + f"--{edge}--\r\n").encode("utf-8", "replace")
