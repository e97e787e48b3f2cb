"""The example corpus carries what it says it carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from fontes.diagnostics import Severity
from fontes.model.corpus import Corpus
from fontes.model.names import Access
from fontes.workbench import Workbench

EXAMPLE = Path(__file__).parents[1] / "examples" / "red-army-purge"
REVIEW = "whitewood-2011"


@pytest.fixture(scope="module")
def bench() -> Workbench:
    return Workbench.open(EXAMPLE)


def accesses(corpus: Corpus) -> Iterator[Access]:
    for one in corpus.statements():
        yield from one.access
        for ground in getattr(one, "grounds", ()):
            if ground.access is not None:
                yield ground.access
    for things in (corpus.propositions, corpus.questions, corpus.events, corpus.sources):
        for thing in things.values():
            yield from thing.access


def numbers(passage: str, locator: str) -> Iterator[int]:
    """The numbers after a locator: 'nn. 4–6, 9' is 4, 5, 6 and 9."""
    for found in re.finditer(rf"{locator}\s*([\d–\-, ]+(?:(?:and|,)\s*\d+)*)", passage):
        for part in re.split(r",|and", found[1]):
            low, _, high = part.strip().replace("-", "–").partition("–")
            if low.strip():
                yield from range(int(low), int(high or low) + 1)


def test_no_error(bench: Workbench) -> None:
    assert [one for one in bench.diagnostics if one.severity is Severity.ERROR] == []


def test_every_paragraph_of_the_review_is_in_the_access_of_a_statement(bench: Workbench) -> None:
    read = [access.passage for access in accesses(bench.corpus) if access.source == REVIEW]
    found = {number for passage in read for number in numbers(passage, "¶+")}
    assert set(range(1, 20)) <= found


def test_every_note_of_the_review_is_in_the_access_of_a_statement(bench: Workbench) -> None:
    read = [access.passage for access in accesses(bench.corpus) if access.source == REVIEW]
    found = {number for passage in read for number in numbers(passage, r"\bnn?\.")}
    assert set(range(1, 68)) - found == set()


def test_every_fact_is_carried_or_listed_as_left_out(bench: Workbench) -> None:
    corpus = bench.corpus
    things = [*corpus.statements(), *corpus.propositions.values(), *corpus.sources.values(), *corpus.events.values()]
    notes = {note.strip() for thing in things for note in thing.remarks.notes}
    readme = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    rows = [f"F{n:02}" for n in range(1, 65)] + [f"N{n:02}" for n in range(1, 23)]
    carried = {row for row in rows if any(re.search(rf"\b{row}\b", note) for note in notes)}
    assert [row for row in rows if row not in carried and row not in readme] == []
    assert len(carried) >= 80


def test_the_central_question_has_rival_explanations_with_parts(bench: Workbench) -> None:
    answers = [one for one in bench.corpus.propositions.values() if "why-purge" in one.answers]
    assert len(answers) >= 6
    assert any(part.missing for one in answers for part in one.parts)
    assert any(part.proposition for one in answers for part in one.parts)
    assert bench.corpus.questions["why-purge"].kind == "why"  # type: ignore[index]


def test_lines_of_descent_carry_who_claims_them(bench: Workbench) -> None:
    conquest = bench.corpus.stances["conquest-dossier"]  # type: ignore[index]
    assert conquest.grounds and all(ground.claimed_by == ("whitewood",) for ground in conquest.grounds)


def test_nothing_of_the_review_is_quoted_at_length() -> None:
    """No run of eight words of the review stands in the corpus (where the review is at hand)."""
    review = Path(__file__).parents[2] / "shared" / "source" / "review-article.txt"
    if not review.exists():
        pytest.skip("the review article is not beside the project")

    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.casefold())
        return {tuple(words[i : i + 8]) for i in range(len(words) - 7)}

    known = runs(review.read_text(encoding="utf-8"))
    for path in EXAMPLE.rglob("*"):
        if path.is_file():
            shared = runs(path.read_text(encoding="utf-8")) & known
            assert not shared, (path.name, sorted(shared)[:3])
