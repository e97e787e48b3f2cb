"""Laws of gaps over small corpora drawn at random, and twins that read the definitions literally."""

from __future__ import annotations

import re
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.compile import Unit, compile_units
from fontes.dates import When, precedes, read
from fontes.findings import all_origins, evaluate, evaluate_grounds
from fontes.findings import compiled as grounds_of
from fontes.findings.gaps import Gap, GapKind, gaps, gaps_in
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens, UnitKind
from fontes.model.lens import Unit as Distrusted
from fontes.model.stances import Attitude, MemberKind
from fontes.text.parse import parse

AGENTS = [f'agent a{n} "A{n}"\n  role {role}' for n, role in enumerate(("scholar", "scholar", "participant"))] + ['agent r "R"']
QUESTIONS = ['question q0 "Q0?"', 'question q1 "Q1?"\n  part-of q0', 'question q2 "Q2?"']
PROPOSITIONS = [f'proposition p{n} "P{n}."\n  answers q{n % 3}' for n in range(4)]
YEARS = st.integers(1900, 1909)
EXAMINED = st.sampled_from(["", "\n  examined whole", "\n  examined not-seen"])


@st.composite
def source_lines(draw: st.DrawFn) -> list[str]:
    made = []
    for number in range(4):
        origin = draw(st.sampled_from(["", "\n  origin witnessed", "\n  origin recorded"]))
        drawn = draw(st.sampled_from(["", f"\n  draws-on s{draw(st.integers(0, 3))}"]))
        made.append(f'source s{number} "S{number}"\n  by a{draw(st.integers(0, 2))}\n  out {draw(YEARS)}{draw(EXAMINED)}{origin}{drawn}')
    return made


@st.composite
def act_lines(draw: st.DrawFn) -> list[str]:
    made = []
    for number in range(draw(st.integers(1, 7))):
        verb = draw(st.sampled_from(["asserts", "asserts", "supposes", "denies"]))
        rests = draw(st.sampled_from(["", *(f"\n  rests-on s{n}" for n in range(4)), *(f"\n  rests-on p{n}" for n in range(4))]))
        line = f"{draw(YEARS)} a{draw(st.integers(0, 2))} {verb} p{draw(st.integers(0, 3))}   ^l{number}"
        made.append(f"{line}\n  in s{draw(st.integers(0, 3))}{rests}")
    for question in range(3):
        if draw(st.booleans()):
            against = draw(st.sampled_from(["", *(f" against p{n}" for n in range(4))]))
            made.append(f"{draw(YEARS)} r raises q{question}{against}")
    return made


corpora = st.builds(lambda sources, acts: [*AGENTS, *QUESTIONS, *PROPOSITIONS, *sources, *acts], source_lines(), act_lines())


def compiled(lines: list[str]) -> Corpus:
    parsed = parse("\n".join(lines) + "\n", "drawn.fontes")
    made = compile_units([Unit.of("drawn.fontes", parsed.statements)])
    assert [one.detail for one in (*parsed.diagnostics, *made.diagnostics) if one.severity.value == "error"] == []
    return made.corpus


def as_of(year: int) -> Lens:
    when = read(str(year))
    assert isinstance(when, When)
    return Lens(as_of=when)


def opened(corpus: Corpus, lens: Lens = PLAIN) -> set[str]:
    return {one.thing for one in gaps(corpus, lens, [GapKind.OPEN]).gaps}


def keyed(found: tuple[Gap, ...]) -> list[tuple[object, ...]]:
    return [(one.kind, one.case, one.thing, one.questions, one.sources, one.works, one.agents, one.number, one.against, one.since) for one in found]


@given(corpora, st.integers())
@settings(max_examples=40, deadline=None)
def test_order_never_matters(lines: list[str], seed: int) -> None:
    shuffled = Random(seed).sample(lines, len(lines))
    assert keyed(gaps(compiled(lines)).gaps) == keyed(gaps(compiled(shuffled)).gaps)


@given(corpora, st.lists(st.frozensets(st.integers(0, 3), max_size=2), min_size=2, max_size=4))
@settings(max_examples=60, deadline=None)
def test_what_was_found_under_other_lenses_changes_nothing(lines: list[str], lenses: list[frozenset[int]]) -> None:
    """The ends of thin support are kept with the plan: under one lens after the other they are those of a plan of its own."""
    corpus = compiled(lines)
    grounds = grounds_of(corpus)
    for each in lenses:
        lens = Lens(distrust=frozenset(Distrusted(UnitKind.SOURCE, f"s{number}") for number in each))
        assert gaps_in(evaluate_grounds(grounds, lens), [GapKind.THIN]).gaps == gaps(corpus, lens, [GapKind.THIN]).gaps


@given(corpora, st.integers(0, 3))
@settings(max_examples=40, deadline=None)
def test_a_supported_answer_opens_nothing_and_closes_its_question(lines: list[str], answer: int) -> None:
    more = [*lines, 'source good "Good"\n  out 1899', f"1899 a2 asserts p{answer}   ^more\n  in good"]
    before, after = opened(compiled(lines)), opened(compiled(more))
    assert after <= before and f"q{answer % 3}" not in after


@given(corpora, YEARS, YEARS)
@settings(max_examples=40, deadline=None)
def test_what_is_open_later_was_open_when_it_was_asked(lines: list[str], one: int, other: int) -> None:
    """Answers only come: a question asked by the earlier date and open at the later was open at the earlier.

    Propositions as grounds are left out: one that nobody asserts yet is a premise, and once somebody does, on grounds that run back in a circle,
    what rested on it has no support any more.
    """
    corpus = compiled([re.sub(r"\n  rests-on p\d", "", line) for line in lines])
    first, last = as_of(min(one, other)), as_of(max(one, other))
    raised = [one for one in corpus.stances.values() if one.attitude is Attitude.RAISES and one.when]
    asked = {one.on for one in raised if one.when and precedes(one.when, _end(first)).value == "certain"}
    assert opened(corpus, last) & asked <= opened(corpus, first)


def _end(lens: Lens) -> When:
    assert lens.as_of is not None
    when = read(f"{int(lens.as_of.written) + 1}-01-01")
    assert isinstance(when, When)
    return when


@given(corpora)
@settings(max_examples=40, deadline=None)
def test_open_and_thin_are_as_defined(lines: list[str]) -> None:
    corpus = compiled(lines)
    statuses = evaluate(corpus)
    answered = {q for one in corpus.propositions.values() if statuses.asserted_support(one.id).value.startswith("supported") for q in one.answers}
    assert opened(corpus) == set(corpus.questions) - answered
    thin = {one.thing for one in gaps(corpus, kinds=[GapKind.THIN]).gaps}
    assert thin == {one.id for one in all_origins(corpus) if one.status.value.startswith("supported") and one.shown_origins == 1}


def rests(corpus: Corpus, user: str) -> set[str]:
    """What a work rests on by its own grounds: through propositions, whatever is said of them."""
    named: set[str] = set()
    lines = [ground for one in corpus.stances.values() if one.read and one.read.source == user for ground in one.grounds]
    for ground in (*lines, *corpus.sources[user].draws_on):  # type: ignore[index]
        if ground.on.kind is MemberKind.SOURCE:  # type: ignore[union-attr]
            named.add(ground.on.id)  # type: ignore[union-attr]
        else:
            saying = (one for one in corpus.stances.values() if one.on == ground.on.id and one.attitude in _FOR)  # type: ignore[union-attr]
            named |= {one.read.source for one in saying if one.read}
    return named


_FOR = (Attitude.ASSERTS, Attitude.SUPPOSES)


def behind(corpus: Corpus, id: str) -> set[str]:
    seen, waiting = {id}, [id]
    while waiting:
        fresh = {ground.on.id for ground in corpus.sources[waiting.pop()].draws_on} - seen  # type: ignore[index, union-attr]
        seen |= fresh
        waiting += fresh
    return seen


@given(corpora)
@settings(max_examples=80, deadline=None)
def test_unused_is_as_defined(lines: list[str]) -> None:
    """A twin that goes over every question, source and work."""
    corpus = compiled(lines)
    works = {id for id, one in corpus.sources.items() if one.makers[0].agent in ("a0", "a1")}
    said = [(one.read.source, f"q{int(one.on[1]) % 3}") for one in corpus.stances.values() if one.on[0] == "p" and one.read]
    bears = {id: {question for source, question in said if source == id} for id in corpus.sources}
    users = {id: rests(corpus, id) - {id} for id in corpus.sources}
    used = {name for them in users.values() for name in them}
    outs = {id: one.out for id, one in corpus.sources.items() if one.out}
    before = {(one, other): precedes(outs[one], outs[other]).value == "certain" for one in outs for other in outs}
    expected = set()
    for question in corpus.questions:
        on = [id for id in corpus.sources if question in bears[id]]
        for one in on:
            later = [work for work in on if work in works and before[one, work]]
            if later and one not in used:
                expected.add(("nothing rests on it", one, question, len(later)))
            if one in works and corpus.sources[one].examined == "whole":
                own = {back for name in {one, *users[one]} for back in behind(corpus, name)}
                left = [other for other in on if before[other, one] and other not in own]
                if left:
                    expected.add(("left unused by a work", one, question, len(left)))
    assert {(one.case, one.thing, one.questions[0], one.number) for one in gaps(corpus, kinds=[GapKind.UNUSED]).gaps} == expected
