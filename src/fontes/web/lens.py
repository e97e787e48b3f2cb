"""The lens in the address: read from the query of a page, refused in plain words where it is not understood, and written back in one way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fontes.dates import NotUnderstood, When, read
from fontes.findings.positions.heard import ROLES, UNNAMED
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens, Unit
from fontes.model.names import AgentId
from fontes.present.phrasing import lens as words
from fontes.text.tokens import did_you_mean
from fontes.web.addresses import MOST_UNITS
from fontes.web.changes import believing
from fontes.web.names import Names

Pairs = tuple[tuple[str, str], ...]

KEYS = ("lens", "as-of", "published-by", "distrust", "criticisms", "voices", "beside")
"""The parameters that are a lens; an address carries them in this order."""
ADD, TRUST = "add", "trust"
"""What the plain form changes: a unit to distrust besides, by name; one to believe again. Neither stays in an address."""
RECORDED = "recorded"
"""The lens `beside` may name without the corpus keeping it: nothing distrusted, no date."""
BELIEVED = "believed"
"""The same: the dates of this lens, nothing distrusted, and no criticism counting."""
SCHOOL = "school:"
_LONGEST = 200


class NotALens(ValueError):
    """A part of the lens in an address is not understood; the message is a sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Written:
    """A lens as an address has it: the words of each parameter, in one order and without what says nothing."""

    named: str = ""
    as_of: str = ""
    published_by: str = ""
    distrust: tuple[str, ...] = ()
    criticisms: str = ""
    voices: str = ""
    beside: str = ""

    @property
    def pairs(self) -> Pairs:
        """The parameters of an address."""
        one = (
            ("lens", self.named), ("as-of", self.as_of), ("published-by", self.published_by), *(("distrust", each) for each in self.distrust),
            ("criticisms", self.criticisms), ("voices", self.voices), ("beside", self.beside),
        )  # fmt: skip
        return tuple(pair for pair in one if pair[1])


@dataclass(frozen=True, slots=True)
class Looking:
    """What a page is seen through: the lens as written and as meant, and the one beside it."""

    written: Written = Written()
    lens: Lens = PLAIN
    beside: Lens | None = None

    @property
    def support(self) -> Lens:
        """The lens without whose voices are heard, which only positions know."""
        return replace(self.lens, voices=(), school="", taken_within=None)


def looking(names: Names, pairs: Iterable[tuple[str, str]]) -> Looking:
    """The lens of an address. Raises `NotALens`, with what is not understood and the nearest name."""
    corpus = names.corpus
    given: dict[str, list[str]] = {key: [] for key in (*KEYS, ADD, TRUST)}
    for key, value in pairs:
        if key in given and value.strip():
            given[key].append(_short(key, value.strip()))
    named = _kept_lens(corpus, "lens", _once(given, "lens"))
    base = corpus.lenses[named].lens if named else PLAIN
    as_of, published_by = (_date(key, _once(given, key), getattr(base, key.replace("-", "_"))) for key in ("as-of", "published-by"))
    units = _units(names, given, base)
    criticisms = _criticisms(names, _once(given, "criticisms"), base)
    voices = _voices(names, _once(given, "voices"))
    beside = _once(given, "beside")
    if beside not in (RECORDED, BELIEVED):
        beside = _kept_lens(corpus, "beside", beside)
    written = Written(named, as_of[0], published_by[0], tuple(map(str, units)), criticisms, voices, beside)
    lens = replace(
        base, as_of=as_of[1], published_by=published_by[1], distrust=base.distrust | frozenset(units),
        criticisms=_counting(criticisms) if criticisms else base.criticisms,
    )  # fmt: skip
    lens = _heard(lens, voices)
    return Looking(written, lens, _other(corpus, lens, beside))


def _other(corpus: Corpus, lens: Lens, beside: str) -> Lens | None:
    """The lens beside it, as far as support and trails know it."""
    if not beside:
        return None
    kept = corpus.lenses.get(beside)
    found = kept.lens if kept else believing(lens) if beside == BELIEVED else PLAIN
    return replace(found, voices=(), school="", taken_within=None)


def lens_pairs(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """The parameters of an address that are a lens or change one."""
    return tuple(pair for pair in pairs if pair[0] in (*KEYS, ADD, TRUST))


def _short(key: str, value: str) -> str:
    if len(value) > _LONGEST:
        raise NotALens(words.BAD_LONG.format(key=key))
    return value


def _once(given: dict[str, list[str]], key: str) -> str:
    if len(set(given[key])) > 1:
        raise NotALens(words.BAD_TWICE.format(key=key))
    return given[key][0] if given[key] else ""


def _kept_lens(corpus: Corpus, key: str, name: str) -> str:
    if name and name not in corpus.lenses:
        raise missing(key, name, list(corpus.lenses))
    return name


def missing(key: str, name: str, known: Sequence[str]) -> NotALens:
    """That nothing has this name, with the nearest that something has."""
    near = did_you_mean(name, list(known))
    return NotALens(words.BAD_NAME.format(key=key, written=name, near=words.NEAR.format(near=near) if near else ""))


def date(key: str, written: str) -> When:
    """A date of an address. Raises `NotALens` with the part that is not understood."""
    when = read(written)
    if isinstance(when, NotUnderstood):
        raise NotALens(words.BAD_DATE.format(key=key, written=written, rest=when.rest or written, reason=when.reason))
    return when


def _date(key: str, written: str, base: When | None) -> tuple[str, When | None]:
    """A date as written and as meant; `today` takes back the date of a lens of the corpus, and says nothing otherwise."""
    if not written:
        return "", base
    if written.casefold() == words.TODAY:
        return (words.TODAY if base is not None else ""), None
    return written, date(key, written)


def _units(names: Names, given: dict[str, list[str]], base: Lens) -> list[Unit]:
    """What is distrusted besides what the lens of the corpus distrusts, each once, in the order given."""
    wanted = [unit for value in given["distrust"] for unit in _listed(names, value)]
    wanted += [_unit(names, value, ADD) for value in given[ADD]]
    believed = {unit for value in given[TRUST] for unit in _listed(names, value)}
    units = [unit for unit in dict.fromkeys(wanted) if unit not in believed and unit not in base.distrust]
    if len(units) > MOST_UNITS:
        raise NotALens(words.BAD_MANY.format(most=MOST_UNITS))
    return units


def _listed(names: Names, value: str) -> list[Unit]:
    """One unit, or several with commas between; a comma inside a name is part of it."""
    whole = names.unit(value)
    if whole is not None:
        return [whole]
    return [_unit(names, piece.strip(), "distrust") for piece in value.split(",") if piece.strip()]


def _unit(names: Names, value: str, key: str) -> Unit:
    found = names.unit(value)
    if found is not None:
        return found
    called = names.called(value)
    if len(called) > 1:
        them = ", ".join(map(str, called[:4]))
        raise NotALens(words.BAD_SEVERAL.format(key="distrust", written=value, them=them))
    if called:
        return called[0]
    raise missing("distrust" if key == ADD else key, value, names.ids)


def _criticisms(names: Names, written: str, base: Lens) -> str:
    """`shown`, `counting`, or the kinds that count; nothing where that says no more than the lens of the corpus does."""
    kinds = [kind.strip() for kind in written.split(",") if kind.strip()]
    for kind in kinds:
        if kind not in ("shown", "counting") and kind not in names.aspects:
            raise missing("criticisms", kind, names.aspects)
    if len(kinds) > 1 and {"shown", "counting"} & {*kinds}:
        raise NotALens(words.BAD_TWICE.format(key="criticisms"))
    told = ",".join(kinds)
    return "" if told == "shown" and not base.criticisms else told


def _counting(written: str) -> tuple[str, ...]:
    return () if written == "shown" else tuple(written.split(","))


def _voices(names: Names, written: str) -> str:
    heard = [each.strip() for each in written.split(",") if each.strip()]
    known = (*ROLES, UNNAMED)
    for each in heard:
        if each.startswith(SCHOOL):
            if each.removeprefix(SCHOOL) not in names.schools:
                raise missing("voices", each, [f"{SCHOOL}{school}" for school in names.schools])
        elif each not in known and AgentId(each) not in names.corpus.agents:
            raise missing("voices", each, [*known, *names.corpus.agents])
    if sum(each.startswith(SCHOOL) for each in heard) > 1:
        raise NotALens(words.BAD_TWICE.format(key="voices"))
    return ",".join(heard)


def _heard(lens: Lens, written: str) -> Lens:
    heard = [each for each in written.split(",") if each]
    if not heard:
        return lens
    schools = [each.removeprefix(SCHOOL) for each in heard if each.startswith(SCHOOL)]
    return replace(lens, voices=tuple(each for each in heard if not each.startswith(SCHOOL)), school=schools[0] if schools else "")
