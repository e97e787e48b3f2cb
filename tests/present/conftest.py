"""Small corpora, opened from their text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fontes.workbench import Workbench

DOSSIER = """\
corpus dossier "The dossier"
  format 1
agent conquest "Robert Conquest"
  role scholar
agent erickson "John Erickson"
  role scholar
agent benes "Edvard Beneš"
  also "Бенеш, Эдуард"
  role participant
agent whitewood "Peter Whitewood"
  role scholar
source benes-memoirs "Memoirs of Dr Eduard Beneš"
  kind memoir
  by benes
  out 1954
  origin witnessed
source conquest-1968 "The Great Terror"
  by conquest
  out 1968
source erickson-1962 "The Soviet High Command"
  by erickson
  out 1962
question why-purge "Why did Stalin destroy his own high command?"
proposition dossier-reached "The dossier reached Stalin."
  answers why-purge
  about benes
question who-forged "Who forged the dossier?"
event plenum "The plenum"
  strand politics
  when 1937-02
1968 conquest asserts dossier-reached
  in conquest-1968
  rests-on benes-memoirs
  quote "It reached him."
1962 erickson asserts dossier-reached
  in erickson-1962
  rests-on benes-memoirs
2011 whitewood denies dossier-reached
2011 whitewood raises who-forged
2011 whitewood impeaches benes-memoirs as uncritical
"""


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[str], Workbench]:
    """Open a corpus written as text."""

    def open_text(text: str) -> Workbench:
        (tmp_path / "all.fontes").write_text(text, encoding="utf-8")
        return Workbench.open(tmp_path)

    return open_text


@pytest.fixture
def dossier(opened: Callable[[str], Workbench]) -> Workbench:
    """Two scholars who rest on one memoir, and one who denies what they say."""
    return opened(DOSSIER)
