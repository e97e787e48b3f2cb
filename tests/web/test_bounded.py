"""No page grows with the corpus: with twice as much of everything, each is about as long."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.web.conftest import Ask, ask_of

from fontes.web.app import make_app
from fontes.workbench import Workbench

PAGES = (
    "/", "/questions", "/questions/why", "/questions/q1", "/propositions", "/propositions/crowd", "/propositions/crowd?leaf=3",
    "/propositions/crowd?q=a1", "/sources", "/sources/book", "/agents", "/agents/one", "/agents/victim", "/events", "/events/day", "/statements",
    "/statements?of=one&kind=asserts", "/statements?q=agent", "/search?q=agent", "/search?q=agent&kind=statements&leaf=2", "/chronology",
    "/known/one?at=1999", "/settlements", "/careers", "/careers/victim", "/figures", "/figures/many", "/gaps", "/errors", "/review", "/texts",
    "/?distrust=book&beside=recorded", "/questions/why?distrust=book&beside=recorded", "/sources/book?distrust=kind:memoir&beside=recorded",
    "/chronology?distrust=one&beside=recorded", "/known/one?at=1999&distrust=book&beside=recorded", "/agents/nobody-of-this-name",
)  # fmt: skip


def corpus(n: int) -> str:
    """As much of everything as is asked for."""
    lines = ['corpus c "C"', "  format 1", 'agent one "One"', 'agent victim "Victim"', 'source book "Book"', "  by one", 'question why "Why?"',
             'question many "How many?"', 'event day "The day"', 'proposition crowd "Everybody says it."', "  answers why",
             'proposition plot "The victim plotted."', "  compromises victim"]  # fmt: skip
    for i in range(n):
        lines += [
            f'agent a{i} "Agent {i}"', "  role scholar", f'source s{i} "Source {i}"', "  kind memoir", f"  by a{i}", "  draws-on book",
            f'question q{i} "Question {i}?"', f'event e{i} "Event {i}"', f'proposition p{i} "Answer {i}."', "  answers why", "  about one",
            f'proposition f{i} "Figure {i}."', "  answers many", f'  figure {100 + i} "officers" "shot"',
            f"{1900 + i % 90} a{i} asserts crowd", "  rests-on book", f"{1900 + i % 90} one asserts p{i}", f"  in s{i} p. {i + 1}", "  rests-on book",
            f"{1930 + i % 9} a{i} asserts plot", f"{1900 + i % 90} a{i} asserts f{i}",
            f"a{i} dates day {1930 + i % 60}", f"one dates e{i} {1930 + i % 60}",
            f"{1950 + i % 9} a{i} impeaches book as forged",
            f"{1950 + i % 9} one vouches-for s{i} as genuine", f"{1936 + i % 9} a{i} tells one p{i}",
            f"one serves-as post-{i} 19{30 + i % 60}", f"one asserts no-such-thing-{i}",
        ]  # fmt: skip
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ask, Ask]:
    """The same corpus with so much of everything, and with twice as much."""
    made = []
    for n in (230, 460):
        folder: Path = tmp_path_factory.mktemp(f"of-{n}")
        (folder / "all.fontes").write_text(corpus(n), encoding="utf-8")
        made.append(ask_of(make_app(Workbench.open(folder), 8000)))
    return made[0], made[1]


@pytest.mark.slow
@pytest.mark.parametrize("where", PAGES)
def test_a_page_does_not_grow(both: tuple[Ask, Ask], where: str) -> None:
    """Numbers have a digit more, and that is all."""
    small, large = (ask(where) for ask in both)
    assert small.status == large.status
    assert len(large.text) < len(small.text) * 1.12 + 2_000
