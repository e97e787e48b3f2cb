"""A corpus says what its vague words mean, and its dates are read so: in statements, sources, events, expectations, and in its JSON."""

from __future__ import annotations

import json

from fontes.compile import Compiled, Unit, compile_units
from fontes.dates import iso
from fontes.model.plain import corpus_of, plain
from fontes.text.parse import parse

NAMES = """
agent a "A"
source s "S"
  by a
  out early 1936
proposition p "P."
event plenum "The plenum"
  when 1937-03-05
event trial "The trial"
  when about 1937
  after plenum by 4 weeks
  lasts 2 weeks
shortly after plenum, a asserts p
26 October 1917, a doubts p
expect a knows p by about 1936
"""
PROFILE = """
corpus c "C"
  profile shortly "0 to 30 days"
  profile early-year "months 1 to 2"
  profile about-year "3 years"
  profile rounded-weeks "0 days"
  profile calendar "unknown before 1918-02-14"
"""


def compiled(*texts: str, before: Compiled | None = None) -> Compiled:
    units = [Unit.of(f"{number}.fontes", parse(text, f"{number}.fontes").statements) for number, text in enumerate(texts)]
    return compile_units(units, before)


def seen(made: Compiled) -> list[str]:
    """What the profile reaches, as words."""
    corpus = made.corpus
    asserts, doubts = corpus.stances["a asserts p shortly after plenum"], corpus.stances["a doubts p 26 October 1917"]
    trial = corpus.events["trial"]
    assert asserts.when is not None and doubts.when is not None and trial.lasts is not None
    dated = corpus.datings["corpus dates trial about 1937"].when
    source = corpus.sources["s"].out
    limit = corpus.expectations[0].by
    assert source is not None and limit is not None
    relation = trial.relations[0]
    return [
        f"{asserts.when.anchors[0].most}", f"{iso(doubts.when.earliest)} {iso(doubts.when.latest)} {doubts.when.calendar}",
        iso(source.latest), iso(dated.earliest), iso(limit.earliest), f"{relation.least} {relation.most}", f"{trial.lasts[:2]}",
    ]  # fmt: skip


USUAL = ["60", "1917-10-26 1917-10-26 gregorian", "1936-04-30", "1936-01-01", "1935-01-01", "25 31", "(11, 17)"]
CHANGED = ["30", "1917-10-26 1917-11-08 unknown", "1936-02-29", "1934-01-01", "1933-01-01", "28 28", "(14, 14)"]


def test_the_meanings_reach_every_date() -> None:
    assert seen(compiled(NAMES)) == USUAL
    made = compiled(NAMES, PROFILE)
    assert made.diagnostics == () and seen(made) == CHANGED


def test_a_changed_profile_compiles_as_if_anew() -> None:
    first = [Unit.of("0", parse(NAMES, "0").statements), Unit.of("1", parse('corpus c "C"\n', "1").statements)]
    before = compile_units(first)
    assert seen(before) == USUAL
    after = compile_units([first[0], Unit.of("1", parse(PROFILE, "1").statements)], before)
    assert seen(after) == CHANGED and after.corpus == compiled(NAMES, PROFILE).corpus
    again = compile_units(first, after)
    assert seen(again) == USUAL and again.corpus == before.corpus


def test_the_dates_of_sources_that_date_statements_too() -> None:
    text = 'agent a "A"\nsource s "S"\n  by a\n  out early 1936\nproposition p "P."\na asserts p\n  in s\n'
    (stance,) = compiled(text, PROFILE).corpus.stances.values()
    when = stance.when
    assert when is not None and iso(when.latest) == "1936-02-29"


def test_the_json_is_read_back_under_the_same_meanings() -> None:
    corpus = compiled(NAMES, PROFILE).corpus
    assert corpus_of(json.loads(json.dumps(plain(corpus)))) == corpus


def test_a_meaning_that_is_not_understood_is_told_of_at_its_line() -> None:
    made = compiled('corpus c "C"\n  profile shortly "quite soon"\n  profile a-few "2 to 4"\n')
    (one,) = made.diagnostics
    assert (one.slug, one.span.line) == ("meaning-not-understood", 2) and "quite soon" in one.detail
    assert made.names.profile.few == (2, 4)
