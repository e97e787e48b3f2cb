"""A text to its statements: blocks, sections, recovery after every broken statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fontes.diagnostics import Diagnostic, Edit, Fix, Related, Span, error, warning
from fontes.text.cells import Pieces
from fontes.text.heads import OPEN_BEGINNING, SPAN_BEFORE_ACT, head, open_beginning, questioned
from fontes.text.plain import plain_particular
from fontes.text.syntax import DIRECTLY, Act, Broken, Declaration, Distinct, Particular, Section, Statement, Through
from fontes.text.tokens import UNREADABLE, Line, Token, UnreadError, did_you_mean, quoted, tokens
from fontes.text.values import SHAPES, misplaced_verb, particular
from fontes.text.vocabulary import ANYTHING, CHOICES, DECLARATIONS, FAMILIES, REPEATABLE

UNKNOWN_KEYWORD = error(
    "unknown-keyword",
    "no keyword of this name",
    "An indented line begins with one of the language's keywords, and each statement has those that make sense under it.",
)
DOUBLED = error(
    "doubled-particular",
    "a particular that stands once is given twice",
    "Some particulars can have only one value: two would leave it to chance which counts.",
)
NOT_A_CHOICE = error(
    "unknown-value",
    "not one of the words this keyword takes",
    "Some keywords take one of a few words, because something is computed from them.",
)
LABELLED_MANY = error(
    "label-of-many",
    "a labelled statement has one agent",
    "A list of agents makes one statement each; a label names one statement.",
)
TABS = warning(
    "tab-indentation",
    "indentation by tabs",
    "A tab counts as indentation, but its width differs from editor to editor; two spaces read the same everywhere.",
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file says. ``statements`` keep the order of the file; broken ones are in it."""

    statements: tuple[Statement, ...]
    diagnostics: tuple[Diagnostic, ...]


Numbered = tuple[int, str]
_new = tuple.__new__
_DECLARING = frozenset({*DECLARATIONS, "rename"})


def parse(text: str, file: str) -> Parsed:
    """The statements of a ``*.fontes`` file."""
    return parse_lines(list(enumerate(text.split("\n"), 1)), file)


def parse_markdown(text: str, file: str) -> Parsed:
    """The statements of the fenced blocks marked ``fontes`` of a Markdown note; each block begins directly."""
    parts = [parse_lines(block, file) for block in fenced(text)]
    return Parsed(tuple(one for part in parts for one in part.statements), tuple(one for part in parts for one in part.diagnostics))


def fenced(text: str) -> Iterator[list[Numbered]]:
    """The lines of each block between fences marked ``fontes``, with their numbers (CommonMark fences of ``` or ~~~)."""
    block: list[Numbered] | None = None
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.lstrip(" ")
        if not fence and bare[:3] in ("```", "~~~") and len(line) - len(bare) < 4:
            fence = bare[: len(bare) - len(bare.lstrip(bare[0]))]
            block = [] if bare[len(fence) :].split()[:1] == ["fontes"] else None
        elif fence and bare.startswith(fence) and not bare.strip(fence[0]).strip():
            if block is not None:
                yield block
            fence, block = "", None
        elif block is not None:
            block.append((number, line))
    if block is not None:
        yield block


def parse_lines(lines: Sequence[Numbered], file: str) -> Parsed:
    """The statements of numbered lines."""
    found: list[Diagnostic] = []
    statements = tuple(read_lines(lines, file, found))
    return Parsed(statements, tuple(found))


def read_lines(lines: Sequence[Numbered], file: str, found: list[Diagnostic], declaring: bool = False) -> Iterator[Statement]:
    """The statements of numbered lines one after the other; what is wrong with them is added to ``found``.

    ``declaring``: only those whose first line could declare a name or a label, and nothing of their sections.
    """
    section = DIRECTLY
    tabbed = False
    i, n = 0, len(lines)
    while i < n:
        number, text = lines[i]
        i += 1
        if text[:1] in ("", "#") or not text.strip():
            continue
        if text[0] in " \t":
            if not declaring and text.lstrip()[0] != "#":
                found.append(_stray(Line(text, file, number)))
            continue
        if declaring and not could_declare(text):
            continue
        indented: list[Line] = []
        while i < n and (lines[i][1][:1] in ("", " ", "\t", "#")):
            below = lines[i][1]
            stripped = below.lstrip()
            if stripped and stripped[0] != "#":
                indented.append(_new(Line, (below, file, lines[i][0], None)))
                tabbed = tabbed or (below[0] == "\t" and not found.append(_tab(file, lines[i][0])))  # type: ignore[func-returns-value]
            i += 1
        statement = _statement(Line(text.rstrip(), file, number), indented, section, found)
        if isinstance(statement, Through):
            section = statement.section
        yield statement


def could_declare(first: str) -> bool:
    """Could a statement with this first line declare anything? It begins with a keyword that does, or gives a wording or a label."""
    return '"' in first or "^" in first or "“" in first or first.split(None, 1)[0] in _DECLARING


def _tab(file: str, number: int) -> Diagnostic:
    return TABS.at(
        Span(file, number, 1, number, 2), "Here and perhaps below, a line is indented by a tab. 'fontes format' puts two spaces."
    )


def _stray(line: Line) -> Diagnostic:
    return UNREADABLE.at(line.whole(), "An indented line belongs to the statement above it; here there is none.")


def _statement(line: Line, indented: list[Line], section: Section, found: list[Diagnostic]) -> Statement:
    try:
        statement = head(line)
    except UnreadError as unread:
        found.append(unread.diagnostic)
        last = indented[-1] if indented else line
        return Broken(Span(line.file, line.number, 1, last.number, len(last.text) + 1))
    return _complete(statement, indented, section, found)


def _complete(statement: Statement, indented: list[Line], section: Section, found: list[Diagnostic]) -> Statement:
    if not isinstance(statement, (Act, Declaration, Distinct)):
        for line in indented:
            found.append(UNKNOWN_KEYWORD.at(line.whole(), "This statement has no particulars; the line is left out."))
        return statement
    below = _particulars(family(statement), indented, found)
    if isinstance(statement, Act):
        _check_act(statement, found)
    first, last = statement.span, below[-1].span if below else statement.span
    span = _new(Span, (first.file, first.line, first.column, max(last.end_line, first.end_line), last.end_column, first.sheet))
    if not isinstance(statement, Act):
        return replace(statement, particulars=below, section=section, span=span)
    whole = _new(Act, (*statement[:8], below, section, span, *statement[11:]))
    if (place := open_beginning(whole)) is not None:
        found.append(OPEN_BEGINNING.at(place, "If the beginning is unknown, write '/' and the end, or give only 'until'."))
    return whole


def family(statement: Declaration | Act | Distinct) -> str:
    """The keyword under which its particulars are listed."""
    if isinstance(statement, Declaration):
        return statement.keyword.text
    return statement.verb.text if isinstance(statement, Act) else "distinct"


def _check_act(act: Act, found: list[Diagnostic]) -> None:
    if act.label is not None and len(act.agents) > 1:
        found.append(LABELLED_MANY.at(act.label.span, f"{len(act.agents)} agents stand before the verb. Write the labelled one apart."))
    place = questioned(act)
    if place is not None and act.date is not None:
        low, _, high = act.date.when.written.partition("/")
        fix = Fix("say 'sometime between'", (Edit(place, f"between {low} and {high},"),)) if low and high not in ("", "..") else None
        found.append(
            SPAN_BEFORE_ACT.at(
                place, "Sometime within these limits is 'between X and Y,'; again and again over the span is 'repeatedly'.",
                fixes=(fix,) if fix else (),
            )
        )  # fmt: skip


def _particulars(kind: str, indented: list[Line], found: list[Diagnostic]) -> tuple[Particular, ...]:
    if not indented:
        return ()
    kept: list[Particular] = []
    seen: dict[str, Span] = {}
    allowed = FAMILIES[kind]
    for line in indented:
        try:
            one = _particular(kind, allowed, line)
        except UnreadError as unread:
            found.append(unread.diagnostic)
            continue
        keyword = one.keyword.text
        if keyword in seen and keyword not in REPEATABLE:
            found.append(
                DOUBLED.at(
                    one.span,
                    f"'{keyword}' is given above already; the first counts.",
                    related=(Related(seen[keyword], "first given here"),),
                )
            )
            continue
        seen[keyword] = one.span
        kept.append(one)
    return tuple(kept)


def _particular(kind: str, allowed: frozenset[str], line: Line) -> Particular:
    plain = plain_particular(line)
    if plain is not None and (plain.keyword.text in allowed or plain.keyword.text in ANYTHING):
        return plain
    words = tokens(line)
    key, rest = words[0], words[1:]
    keyword = key.text
    doubtful = keyword in ("rests-on?", "draws-on?")
    if doubtful:
        keyword = keyword[:-1]
    if keyword == "private" and rest and rest[0].text == "note":
        key, keyword, rest = Token("private note", key.start, rest[0].end), "private note", rest[1:]
    if keyword not in allowed and keyword not in ANYTHING:
        raise misplaced_verb(line, key) or _unknown(kind, allowed, line, key)
    one = particular(line, keyword, doubtful, key, rest)
    choices = CHOICES.get((kind, keyword))
    if choices:
        _check_choice(one, choices)
    return one


def _check_choice(one: Particular, choices: tuple[str, ...]) -> None:
    for word in one.value if type(one.value) is tuple else (one.value,):
        if word.text not in choices:  # type: ignore[union-attr]
            place, near = word.span, did_you_mean(word.text, choices)  # type: ignore[union-attr]
            fix = (Fix(f"replace by '{near}'", (Edit(place, near),)),) if near else ()
            raise UnreadError(NOT_A_CHOICE, place, f"'{one.keyword.text}' takes one of: {', '.join(choices)}.", *fix)


def _unknown(kind: str, allowed: frozenset[str], line: Line, key: Token) -> UnreadError:
    place = line.span(key.start, key.end)
    near = did_you_mean(key.text, sorted(allowed | ANYTHING))
    if near:
        fix = Fix(f"replace by '{near}'", (Edit(place, near),))
        return UnreadError(UNKNOWN_KEYWORD, place, f"There is no keyword '{key.text}'. Did you mean '{near}'?", fix)
    if key.text.removesuffix("?") in SHAPES:
        return UnreadError(UNKNOWN_KEYWORD, place, f"'{key.text}' does not belong under '{kind}'.")
    return UnreadError(UNKNOWN_KEYWORD, place, f"There is no keyword '{key.text}'. Under '{kind}' stand: {', '.join(sorted(allowed))}.")


def parse_row(pieces: Pieces) -> Parsed:
    """One row of a table, whose head and particulars are given as words of the language with the places of their cells."""
    found: list[Diagnostic] = []
    text = " ".join(words for words, _ in pieces.head)
    line = Line(text, pieces.span.file, pieces.span.line, pieces.span)
    indented = [Line(f"  {keyword} {value}", span.file, span.line, span) for keyword, value, span in pieces.particulars]
    statement = _statement(line, indented, DIRECTLY, found)
    if isinstance(statement, Broken):
        statement = Broken(pieces.span)
    return Parsed((statement,), tuple(_in_cell(one, pieces) for one in found))


def _in_cell(one: Diagnostic, pieces: Pieces) -> Diagnostic:
    """The cell of the head whose words a diagnostic quotes, where they can be told apart."""
    if one.span != pieces.span:
        return one
    for words, span in pieces.head:
        if f"'{words}'" in one.detail:
            return replace(one, span=span)
    return one


__all__ = ["Parsed", "family", "fenced", "parse", "parse_lines", "parse_markdown", "parse_row", "quoted"]
