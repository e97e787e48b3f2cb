"""The quick search for circles finds what the compiled corpus holds."""

from __future__ import annotations

import random

import numpy as np
import pytest

from fontes.compile import Unit, compile_units
from fontes.findings import circles, compiled
from fontes.findings.support.knots import knots
from fontes.findings.support.links import among, concerned, core, links, sieved
from fontes.model.corpus import Corpus
from fontes.text.parse import parse


def corpus(text: str) -> Corpus:
    made = compile_units([Unit.of("a.fontes", parse(text, "a.fontes").statements)])
    assert not [one for one in made.diagnostics if one.severity.value == "error"], made.diagnostics
    return made.corpus


def random_text(seed: int) -> str:
    """A few agents, works and propositions, with grounds in every direction."""
    chance = random.Random(seed)
    lines = []
    for i in range(4):
        lines += [f'agent a{i} "A {i}"', f'source s{i} "S {i}"', f"  by a{i}"]
        if chance.random() < 0.5:
            lines.append(f"  draws-on s{chance.randrange(4)}")
    lines += [f'proposition p{i} "P {i}"' for i in range(3)]
    for i in range(chance.randrange(3, 9)):
        lines += [f"{1900 + i} a{chance.randrange(4)} {chance.choice(['asserts', 'asserts', 'denies'])} p{chance.randrange(3)}   ^l{i}"]
        lines += [f"  in s{chance.randrange(4)}"] if chance.random() < 0.7 else []
        ground = chance.choice(["s{}", "s{} saying p{}", "p{}", "", "s{}, p{}"])
        if ground:
            lines.append("  rests-on " + ground.format(chance.randrange(3), chance.randrange(3)))
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(150))
def test_same_knots_as_compiled(seed: int) -> None:
    made = corpus(random_text(seed))
    quick = {(one.kind, one.knot) for one in knots(made) if one.kind == "grounds"}
    slow = {(one.kind, one.knot) for one in circles(compiled(made)) if one.kind == "grounds"}
    assert quick == slow


@pytest.mark.parametrize("seed", range(150))
def test_the_sieve_loses_none(seed: int) -> None:
    """Searching only what the links leave finds the same."""
    made = corpus(random_text(seed))
    assert knots(made, concerned([links(made.statements(), made.sources.values())])) == knots(made)


def test_the_sieve_takes_away_what_leads_nowhere() -> None:
    text = 'agent a "A"\nproposition p "P."\nproposition q "Q."\na asserts p   ^one\n  rests-on q\na asserts q   ^two\n'
    made = corpus(text)
    assert concerned([links(made.statements(), made.sources.values())]) == frozenset()


def test_both_find_some() -> None:
    assert sum(bool(knots(corpus(random_text(seed)))) for seed in range(150)) > 10


@pytest.mark.parametrize("seed", range(40))
def test_sieving_by_last_digits_takes_nothing_from_the_core(seed: int) -> None:
    """Whatever the last digits make one, what could lie on a circle stays; a chain that leads nowhere goes."""
    chance = np.random.default_rng(seed)
    pairs = chance.integers(-20, 20, (30, 2)) * 2**40 + chance.integers(0, 3, (30, 2))
    assert set(core(sieved(pairs)).tolist()) == set(core(pairs).tolist())
    chain = np.array([(n, n + 1) for n in range(200)])
    assert len(sieved(chain)) < len(chain)


@pytest.mark.parametrize("seed", range(20))
def test_where_a_few_numbers_stand(seed: int) -> None:
    chance = np.random.default_rng(seed)
    numbers, few = chance.integers(-9, 9, 50) * 2**32, np.unique(chance.integers(-9, 9, 5) * 2**32)
    assert among(numbers, few).tolist() == [at for at, number in enumerate(numbers) if number in few]
