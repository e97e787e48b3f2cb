"""A few killed writers; a thousand are killed by hand (`python -m tests.hardship.kills`). They are split off from a process without threads."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not split off here")]


def killed(*arguments: str) -> str:
    """What the command says; a complaint is a failure."""
    command = [sys.executable, "-m", "tests.hardship.kills", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_killed_writer_leaves_the_old_file_or_the_new() -> None:
    told = killed("--times", "25", "--servers", "0", "--seed", "3")
    assert "8 steps of a save: 0 complaints" in told and "every file is the old or the new one" in told


def test_a_killed_server_leaves_the_old_file_or_the_new() -> None:
    told = killed("--times", "1", "--servers", "4", "--seed", "5")
    assert "4 servers killed after a form was sent" in told and "every file is the old or the new one" in told


def test_half_a_file_would_be_noticed() -> None:
    from tests.hardship.kills import content, number_of

    whole = content(4).encode()
    assert number_of(whole) == 4
    assert [number_of(one) for one in (whole[:-1], whole + b"\n", b"", whole.replace(b"Number 9,", b"Number 8,", 1))] == [-1] * 4
