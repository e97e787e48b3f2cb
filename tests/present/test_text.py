"""The page of a text, read in the terminal as a reader would."""

from __future__ import annotations

import json
from collections.abc import Callable

from fontes.findings.texts.divided import divided
from fontes.findings.texts.placed import Read, placing
from fontes.model.names import StatementId
from fontes.present.export.json import page_json
from fontes.present.rooms.concordance import concordance
from fontes.present.rooms.text import Opened, text_page
from fontes.present.terminal import render_text
from fontes.workbench import Workbench

CORPUS = 'agent goll "Goll"\nsource letter "A letter"\nproposition hot "It ran hot."\n1788 goll asserts hot   ^a\n1788 goll denies hot   ^b\n'
LETTER = "[p. 1] There was no hand in it: the bearing had run hot since Thursday.\n\n[p. 2] \u202eMore.\n"


def page(opened: Callable[[str], Workbench]) -> tuple[str, str]:
    text = divided(LETTER)
    reads = [Read(StatementId("a"), "the bearing had run hot since"), Read(StatementId("b"), "had run hot")]
    made = text_page(concordance(opened(CORPUS).corpus), Opened("letter", "letter", (), text, placing(text, reads)), 1)
    return render_text(made, 90), json.dumps(page_json(made), ensure_ascii=False)


def test_the_terminal_says_what_the_browser_shows(opened: Callable[[str], Workbench]) -> None:
    said, _ = page(opened)
    assert "p. 1 There was no hand in it: the bearing had run hot[2] since[1] Thursday." in " ".join(said.split())
    assert "[1] Goll ● asserts It ran hot. (1788)." in said and "[2] Goll ✕ denies It ran hot. (1788)." in said
    assert "\u202e" not in said and "‹U+202E›More." in said


def test_a_page_of_a_text_is_data(opened: Callable[[str], Workbench]) -> None:
    _, data = page(opened)
    assert '"passage": "p. 2"' in data and '"is": "transcript"' in data
