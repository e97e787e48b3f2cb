"""Entries in one order: from the beginning, and with those of some files exchanged."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from fontes.compile.order import Ordered, exchanged, ordered
from fontes.model.names import Place


@dataclass(frozen=True, slots=True)
class Thing:
    id: str
    words: str
    place: Place


names = st.sampled_from(["a", "b", "c", "a (1)", "a (2)", "b (2)", "a (1) (1)", "d"])
things = st.builds(Thing, names, st.sampled_from("xyz"), st.builds(Place, st.just("f"), st.integers(1, 9)))
files = st.lists(st.lists(things, max_size=4).map(lambda some: sorted(some, key=lambda one: one.id)), max_size=5)


def plainly(field: str, listed: list[list[Thing]]) -> dict[str, Thing]:
    """Name by name, each looked for in everything."""
    whole = [one for file in listed for one in file]
    kept: dict[str, Thing] = {}
    for name in sorted({one.id for one in whole}):
        same = [one for one in whole if one.id == name]
        if len(same) == 1:
            kept[name] = same[0]
    for name in sorted({one.id for one in whole}):
        same = sorted((one for one in whole if one.id == name), key=lambda one: one.words)
        if len(same) > 1 and field == "stances":
            for one in same:
                number = next(n for n in range(1, 99) if f"{name} ({n})" not in {*kept, *(other.id for other in whole)})
                kept[f"{name} ({number})"] = replace(one, id=f"{name} ({number})")
        elif len(same) > 1:
            kept[name] = next(one for one in same if one.words == same[-1].words)
    return kept


@given(st.sampled_from(["stances", "agents"]), files)
def test_as_if_looked_for_one_by_one(field: str, listed: list[list[Thing]]) -> None:
    found = ordered(field, listed)
    assert list(found.kept) == sorted(found.kept)
    assert found.kept == plainly(field, listed)
    whole = [one.id for file in listed for one in file]
    assert found.shared == {name: whole.count(name) for name in whole if whole.count(name) > 1}
    assert field == "agents" or len(found.kept) == len(whole)


A, B = Thing("a", "x", Place("f", 1)), Thing("a", "y", Place("f", 2))


@settings(max_examples=600)
@given(st.sampled_from(["stances", "agents"]), files, files, files)
@example("stances", [[A], [B]], [], [])
@example("stances", [[A]], [[B]], [])
@example("stances", [[A]], [[A, B]], [[B]])
@example("stances", [[A]], [[replace(A, words="z")]], [])
def test_exchanging_files_is_ordering_anew(field: str, gone: list[list[Thing]], still: list[list[Thing]], fresh: list[list[Thing]]) -> None:
    before = ordered(field, [*gone, *still])
    after = exchanged(field, before, gone, fresh, [*still, *fresh])
    anew = ordered(field, [*still, *fresh])
    assert list(after.kept.items()) == list(anew.kept.items())
    assert [one.place for one in after.kept.values()] == [one.place for one in anew.kept.values()]
    assert (after.shared, after.tangled) == (anew.shared, anew.tangled)


def test_nothing_exchanged_is_the_same_order() -> None:
    before = ordered("stances", [[A]])
    assert exchanged("stances", before, [], [], [[A]]) is before == Ordered({"a": A}, {})
