"""Edits of a corpus as values: which lines of which file become which, where a new statement stands, and what an edit brings up that was not there.

Nothing here reads or writes a file; `Workbench.propose` compiles an edit in memory, and `Workbench.commit` writes it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fontes.compile.resolve import merged
from fontes.diagnostics import NOWHERE, Diagnostic, Severity
from fontes.model.corpus import Corpus
from fontes.text.stretches import Stretch, stretches
from fontes.text.syntax import Access, Section, Through
from fontes.text.tokens import is_locator
from fontes.text.write import write_head

_AT = re.compile(r":\d+\b")
_TESTS = frozenset({"failed-expectation"})
"""Errors that are no fault of what is written: a test of the corpus by its makers says something else now, and they judge which is right."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines ``first`` to ``last`` of a file (from 1, both included; ``last = first - 1`` for none), ``before`` and ``after``.

    ``founds`` is whether the file comes into being with it.
    """

    file: str
    first: int
    last: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    founds: bool = False

    @property
    def back(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.file, self.first, self.first + len(self.after) - 1, self.after, self.before, self.founds)

    def of(self, text: str) -> str:
        """A text with this edit made. Raises ValueError where the lines are not what they were."""
        lines, ended = _lines(text)
        if tuple(lines[self.first - 1 : self.last]) != self.before or self.first > len(lines) + 1:
            raise ValueError(self.file)
        lines[self.first - 1 : self.last] = self.after
        return "\n".join(lines) + ("\n" if lines and ended else "")

    def stood(self, line: int) -> int:
        """At which line of the file as it is what stands at a line of the file with this edit; a line of the edit itself is at its first."""
        if line < self.first:
            return line
        return line - len(self.after) + len(self.before) if line >= self.first + len(self.after) else self.first

    def within(self, text: str) -> Edit:
        """The same edit where its lines stand now, if they moved and stand there once; else as it was."""
        lines, _ = _lines(text)
        length = len(self.before)
        if not length or tuple(lines[self.first - 1 : self.last]) == self.before:
            return self
        places = [at for at in range(len(lines) - length + 1) if tuple(lines[at : at + length]) == self.before]
        return replace(self, first=places[0] + 1, last=places[0] + length) if len(places) == 1 else self


@dataclass(frozen=True, slots=True)
class Proposal:
    """An edit that was compiled and not written: the corpus with it, and the diagnostics that come with it. ``read`` is the digest of the file
    it was made from.
    """

    edit: Edit
    read: str
    corpus: Corpus
    fresh: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What is refused."""
        return tuple(one for one in self.fresh if one.severity is Severity.ERROR and one.slug not in _TESTS)

    @property
    def remarks(self) -> tuple[Diagnostic, ...]:
        """What is remarked on and not refused."""
        return tuple(one for one in self.fresh if one.severity is not Severity.ERROR or one.slug in _TESTS)


@dataclass(frozen=True, slots=True)
class Done:
    """An edit that was written, and the digest of its file after it."""

    edit: Edit
    digest: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a new statement goes: after which line of the file, with which lines around it, and which access it must bring itself."""

    after: int
    ahead: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    own: Access | None = None


NEW_SECTION = "new"
"""Chosen instead of a section: one of its own at the end of the file."""


def section_key(number: int, section: Section) -> str:
    """How a section of a file is chosen: by its place among the others and what it says, so that neither alone can mislead."""
    return f"{number} {written_section(section)}"


def written_section(section: Section) -> str:
    """``through …`` or ``directly`` as it is written."""
    return write_head(Through(section, NOWHERE))


def standing(text: str, file: str, wanted: Section, chosen: str = "") -> Standing | None:
    """Where a statement of this access goes. ``chosen`` is the key of a section, ``new``, or nothing for the usual place: after the last statement
    of the section with that access, else of one that holds the passage it is in, else the end of the file under a section of its own.
    Nothing where the chosen section is not in the file.
    """
    there = stretches(text, file)
    if chosen and chosen != NEW_SECTION:
        at = _chosen(there, chosen)
        return None if at is None else _within(at, wanted)
    if not chosen:
        for fitting in (_same(there, wanted), _around(there, wanted)):
            if fitting is not None:
                return _within(fitting, wanted)
    return _at_end(text, file, there, wanted)


def _chosen(there: Sequence[Stretch], key: str) -> Stretch | None:
    number, _, written = key.partition(" ")
    alike = [one for one in there if written_section(one.section) == written]
    at = int(number) if number.isascii() and number.isdigit() and len(number) < 7 else -1
    if 0 <= at < len(there) and there[at] in alike:
        return there[at]
    return alike[0] if len(alike) == 1 else None


def _key(section: Section) -> tuple[str, str, str, str]:
    via = section.via
    return section.source.text if section.source else "", section.passage, via.name.text if via else "", via.passage if via else ""


def _same(there: Sequence[Stretch], wanted: Section) -> Stretch | None:
    """The last section with exactly this access that has a statement, or was begun for one."""
    return next((one for one in reversed(there) if _key(one.section) == _key(wanted) and (one.count or one.head)), None)


def _around(there: Sequence[Stretch], wanted: Section) -> Stretch | None:
    """The last section of the narrowest passage that the wanted one lies in (¶ 12 for ¶ 12 n. 3)."""
    fitting = [one for one in there if one.section.passage and _remainder(one.section, wanted)]
    return max(fitting, key=lambda one: (len(one.section.passage), one.head)) if fitting else None


def _remainder(section: Section, wanted: Section) -> str:
    """What narrows a section to the wanted passage, if it can be said so."""
    if section.source is None or _key(section)[:1] + _key(section)[2:] != _key(wanted)[:1] + _key(wanted)[2:]:
        return ""
    rest = wanted.passage.removeprefix(section.passage).strip() if wanted.passage.startswith(f"{section.passage} ") else ""
    return rest if rest and is_locator(rest.split()[0]) and merged(section.passage, rest) == wanted.passage else ""


def _within(at: Stretch, wanted: Section) -> Standing:
    own: Access | None = None
    if wanted.source is not None and _key(at.section) != _key(wanted):
        rest = _remainder(at.section, wanted)
        own = Access(None, rest, None, NOWHERE) if rest else Access(wanted.source, wanted.passage, wanted.via, NOWHERE)
    return Standing(at.last, ("",) if at.spaced else (), (), own)


def _at_end(text: str, file: str, there: Sequence[Stretch], wanted: Section) -> Standing:
    lines, _ = _lines(text)
    last = max((number for number, line in enumerate(lines, 1) if line.strip()), default=0)
    note = file.lower().endswith(".md")
    if note and not there:
        opening = () if wanted.source is None else (written_section(wanted),)
        return Standing(last, (*(("",) if last else ()), "```fontes", *opening), ("```",))
    end = there[-1].end if there else 0
    after = end if note else last
    if there and _key(there[-1].section) == _key(wanted) and wanted.source is None:
        return Standing(after, ("",) if after else ())
    if not there and wanted.source is None:
        return Standing(after, ("",) if after else ())
    return Standing(after, (*(("",) if after else ()), written_section(wanted)))


def inserted(text: str, file: str, at: Standing, lines: Sequence[str]) -> tuple[Edit, int]:
    """The edit that puts lines there, and the line at which the first of them will stand.

    Where a file ends without a line break, its last line is part of the edit, so that taking it back gives the same bytes.
    """
    kept, ended = _lines(text)
    new = (*at.ahead, *lines, *at.behind)
    begins = at.after + len(at.ahead) + 1
    if kept and not ended and at.after == len(kept):
        return Edit(file, at.after, at.after, (kept[-1],), (kept[-1], *new)), begins
    return Edit(file, at.after + 1, at.after, (), new), begins


def fresh(before: Iterable[Diagnostic], after: Iterable[Diagnostic], edit: Edit) -> tuple[Diagnostic, ...]:
    """The diagnostics that come with an edit. Lines that only moved bring up nothing new, in whatever words a place is told."""
    then = Counter(_matter(one) for one in before)
    found: dict[tuple[str, str, str, str], list[Diagnostic]] = {}
    for one in after:
        found.setdefault(_matter(one), []).append(one)
    touched = range(edit.first, edit.first + max(len(edit.after), 1))
    kept = []
    for matter, these in found.items():
        more = len(these) - then[matter]
        if more > 0:
            here = sorted(these, key=lambda one: not (one.span.file == edit.file and one.span.line in touched))
            kept += here[:more]
    return tuple(sorted(kept, key=lambda one: (one.severity is not Severity.ERROR, one.span, one.slug)))


def _matter(one: Diagnostic) -> tuple[str, str, str, str]:
    return one.slug, one.span.file, one.span.sheet, _AT.sub(":", one.detail)


def _lines(text: str) -> tuple[list[str], bool]:
    """The lines of a text, and whether the last of them ends with a line break."""
    if not text:
        return [], True
    ended = text.endswith("\n")
    return text.removesuffix("\n").split("\n"), ended
