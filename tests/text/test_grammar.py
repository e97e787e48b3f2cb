"""The published grammar and the language that is read are one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.text.written import compiled, parsed

from fontes.text.parse import fenced, parse_lines
from fontes.text.syntax import Act, Broken, Declaration
from fontes.text.vocabulary import ANYTHING, CHOICES, COUNTED, DECLARATIONS, FAMILIES, OTHER_STATEMENTS, PLURALS
from fontes.text.write import format_text

ROOT = Path(__file__).resolve().parents[2]
GRAMMAR = ROOT / "docs" / "reference" / "grammar.md"
DESIGN = ROOT.parent / "shared" / "design" / "2-language.md"

LEFT_UNDECLARED = """
directly
agent khrushchev "Nikita Khrushchev"
agent erickson "John Erickson"
agent ulam "Adam Ulam"
agent nikulin "Lev Nikulin"
agent whitewood "P. Whitewood"
agent german-double-agent "A double agent"
agent yagoda "Genrikh Yagoda"
agent ezhov "Nikolai Ezhov"
agent primakov "Vitalii Primakov"
agent stalin "Joseph Stalin"
agent ogpu "OGPU"
agent military-specialists "Former tsarist officers"
agent syrtsov "Sergei Syrtsov"
agent reznikov "B. Reznikov"
agent uborevich "Ieronim Uborevich"
agent leningrad-military-district "Leningrad Military District"
source whitewood-2011 "A review of the literature"
source foreign-press "Newspapers of 1937"
source carell-1963 "Unternehmen Barbarossa"
source german-papers "Papers of the agent"
source dossier-literature "What was written about the dossier"
source dossier "The dossier"
event feb-march-plenum "The plenum of February and March 1937"
event syrtsov-lominadze "The case of Syrtsov and Lominadze"
proposition misperception "It was a misperceived threat."
proposition agent-is-double "The agent serves two masters."
proposition officers-were-watched "The officers were watched."
proposition uborevich-is-a-thermidor "Uborevich is a Thermidor."
proposition commanders-plot "The commanders plot."
proposition trotskyist-group-in-army "There is a Trotskyist group in the army."
"""

LINES = """
corpus kennedy "The missile crisis"
  format 1
  language en
  consensus "nine in ten of at least ten scholars"
  profile shortly-after "between 0 and 30 days after"

agent penkovsky "Oleg Penkovsky"
  also "Penkovskii, O. V.", "Олег Пеньковский"
  role witness, participant
  kind person
  born 1919-04-23
  died 1963-05-16?
  language ru
  same-as "VIAF 1"
agent whitehouse "The White House"
agent pravda "Pravda"
  role press

source penkovsky-papers "The Penkovsky Papers"
  kind memoir
  by penkovsky ?
  ascribed-to penkovsky
  out 1965
  made by 1963
  origin invented
  school early
  cite penk65 p. 3
  draws-on? tapes per review p. 9
  examined pp. 3–40
  follows tapes
  treats why-missiles
  language en
source tapes "The tapes"
  independent-of penkovsky-papers per review n. 2
  translation-of review
  part-of review
  edition-of review
source review "A review"

event crisis "The crisis"
  strand diplomacy
  kind case
  about penkovsky, whitehouse
  run-by whitehouse
  targets penkovsky
  when October 1962 per review p. 2
  before quarantine between 2 and 6 days
  lasts 13 days
  sense throughout
  alleges missiles-were-there
  place "Cuba"
event quarantine "The quarantine"
  part-of crisis
  during crisis

question why-missiles "Why were the missiles sent?"
  kind why
  about crisis, penkovsky
proposition missiles-were-there "There were missiles."
  answers why-missiles
  excludes bluff
  needs parity
  part parity together
  part missing "what the commanders thought"
  disclaims bluff
  about crisis
  compromises whitehouse
  figure 42 missiles of "missiles photographed"
proposition bluff "It was a bluff."
proposition parity "Parity was sought."
  part-of missiles-were-there
observation no-warheads "No warheads were photographed."
  not-found
period thirteen-days "The thirteen days" 1962-10-16/1962-10-28
  school early
series crises "Crises counted"
  counts events strand diplomacy kind case span 1945/1991
  coverage tapes 1962, review
lens sceptical "Without the spy"
  distrust penkovsky, ^seen, kind:memoir, criticised:forged, word:penkovsky
  inauthentic penkovsky-papers
  without-access tapes
  as-of 1965
  published-by 1970
  criticisms forged of whitehouse as-of 1966
  prefer later
  voices scholar taken-within 1960/1970
rename white-house -> whitehouse
distinct penkovsky, whitehouse

through review p. 4 via tapes
1962-10-16, whitehouse supposes missiles-were-there   ^seen
  in tapes reel 3
  rests-on penkovsky-papers saying bluff and quarantine or that ^told, others per n. 3
  follows tapes
  case crisis
  quote "we see them"
  after crisis 2 days
  per p. 5
penkovsky repeatedly tells ? > whitehouse, pravda missiles-were-there   ^told
  carries penkovsky-papers
  upon ^seen
penkovsky relays whitehouse (pravda knows bluff by October 1962)
whitehouse, pravda doubt bluff
whitehouse denies blockade "There was a blockade."
  answers why-missiles
pravda leaves-open why-missiles
  unanswerable
pravda raises why-now "Why then?" against bluff
  part-of why-missiles
pravda passes-over why-missiles
pravda declares-unanswerable why-missiles
unnamed "p. 4" asserts bluff
whitehouse proposes to pravda "an exchange"
whitehouse orders "a watch"
pravda asks to whitehouse, penkovsky "what was seen"
whitehouse impeaches penkovsky-papers as forged, "second hand"
  on missiles-were-there
pravda vouches-for ^told
penkovsky serves-as "Colonel"
  from 1950
  until by 1962
  of pravda
  as head
penkovsky belongs-to whitehouse
  during 1955/1962
  at crisis
whitehouse receives penkovsky-papers from penkovsky
pravda sought "originals"
  among tapes, "other reels"
  result not-found
whitehouse dates crisis October 1962
whitehouse dates ^told after crisis
whitehouse assesses no-warheads: missiles-were-there over bluff -10..-3 dB, parity NA
  coded-by pravda

directly
expect voices of bluff > 0
expect bluff stands without tapes, pravda, ^told
expect bluff is without recorded support
expect pravda doubts bluff by 1962-11
expect crisis before quarantine
"""


def test_every_line_of_the_grammar_is_read_and_resolved() -> None:
    found = parsed(LINES)
    assert found.diagnostics == ()
    assert compiled(LINES).diagnostics == ()


def test_these_lines_are_canonical() -> None:
    """Reading and writing them changes no sign, but for what the canonical form says otherwise."""
    once, _ = format_text(LINES, "a.fontes")
    changed = [(a, b) for a, b in zip(LINES.strip().split("\n"), once.strip().split("\n"), strict=True) if a != b]
    assert changed == [
        ("  same-as \"VIAF 1\"", "  same-as VIAF 1"),
        ("1962-10-16, whitehouse supposes missiles-were-there   ^seen", "1962-10-16 whitehouse supposes missiles-were-there   ^seen"),
    ]


def test_every_verb_and_keyword_stands_in_these_lines() -> None:
    verbs, keywords = set(), set()
    for one in parsed(LINES).statements:
        assert not isinstance(one, Broken)
        if isinstance(one, Act):
            verbs.add(one.verb.text)
        if isinstance(one, Act | Declaration):
            keywords |= {line.keyword.text for line in one.particulars}
    assert verbs == set(PLURALS.values()) - {"knows"}
    wanted = {keyword for words in FAMILIES.values() for keyword in words}
    assert wanted - keywords == {"to", "found", "not-sought"}


def _page() -> str:
    return GRAMMAR.read_text(encoding="utf-8")


def test_the_page_names_every_word_of_the_language() -> None:
    words = set(re.findall(r"[a-z][a-z-]+", _page()))
    spoken = {*PLURALS.values(), *DECLARATIONS, *OTHER_STATEMENTS, *COUNTED, *(word for known in CHOICES.values() for word in known)}
    spoken |= {part for words_ in FAMILIES.values() for keyword in words_ for part in keyword.split()}
    spoken |= {part for keyword in ANYTHING for part in keyword.split()}
    assert spoken - words == set()


def test_the_page_lists_under_each_kind_what_may_stand_under_it() -> None:
    rows = dict(re.findall(r"^\| (agent|event|question|series|lens|source|corpus) \| (.+) \|$", _page(), re.MULTILINE))
    for kind, row in rows.items():
        listed = {re.split(r"[\[\s]", one)[0] for one in re.findall(r"`([^`]+)`", re.sub(r"\(.*?\)", "", row))}
        listed = {part for one in listed for part in one.split("|")}
        assert {one.rstrip("?") for one in listed} == FAMILIES[kind], kind


def test_every_block_of_the_language_page_compiles() -> None:
    if not DESIGN.is_file():
        pytest.skip("the design of the language does not lie beside this checkout")
    blocks = list(fenced(DESIGN.read_text(encoding="utf-8")))
    assert blocks
    for block in blocks:
        assert parse_lines(block, "language.md").diagnostics == ()
        text = "\n".join(line for _, line in block)
        assert compiled(text + LEFT_UNDECLARED).diagnostics == ()
        once, _ = format_text(text, "a.fontes")
        assert compiled(once + LEFT_UNDECLARED).corpus == compiled(text + LEFT_UNDECLARED).corpus
