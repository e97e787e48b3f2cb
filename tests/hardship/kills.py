"""Writers that are killed in the middle: ``python -m tests.hardship.kills --times 1000``.

Every file is then, byte for byte, the old one or the new one. Three ways to be killed: at each step of a save, by its own hand; at any moment of a
loop of saves; and as the served workbench, after a form was sent to it. A process is not begun anew each time but split off from one that has read
everything already, which has no threads. Nothing but copies is written to, and nobody but the children of this process is killed.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import uvicorn
from tests.hardship.asking import Answer, Case, asked, same_origin, wait_for
from tests.hardship.forms import Form, Seen
from tests.hardship.grammar import form_of

from fontes.shelf import write
from fontes.shelf.write import Written, digest, replace_text
from fontes.web.app import make_app
from fontes.web.serve import bound
from fontes.workbench import Workbench

NAME = "all.fontes"
LINES = 1500
"""The file that is written has so many lines, some sixty thousand bytes."""
LATEST = 0.03
"""A writer is killed so many seconds after it began, at the latest, or half as long again as a save takes."""

NEAR = 0.004
"""About so many seconds before or after."""


def content(number: int) -> str:
    """A corpus of which every byte follows from a number, so that one can tell whether a file is whole."""
    note = f'  note "Round {number}."\n'
    return f'# round {number}\nagent kept "Kept"\n{note}\n' + "".join(f'agent number-{n} "Number {n}, {number}"\n' for n in range(LINES))


def number_of(data: bytes) -> int:
    """The number of a whole file; -1 for one that is not whole."""
    first = data.split(b"\n", 1)[0].removeprefix(b"# round ")
    number = int(first) if first.isdigit() else -1
    return number if number >= 0 and data == content(number).encode() else -1


@dataclass
class Toll:
    """What was left behind by those who were killed."""

    left: Counter[str] = field(default_factory=Counter)
    complaints: list[str] = field(default_factory=list)

    def take(self, kind: str, complaint: str = "") -> None:
        """Count one."""
        self.left[kind] += 1
        self.complaints += [complaint] if complaint else []

    def lines(self, title: str) -> list[str]:
        """The summary."""
        counts = ", ".join(f"{kind} {count:,}" for kind, count in sorted(self.left.items()))
        return [f"{title}: {counts}; {len(self.complaints)} complaints", *self.complaints[:10]]


@contextlib.contextmanager
def child(work: Callable[[], object]) -> Iterator[int]:
    """A process of its own that does some work; it is killed when we are done with it."""
    sys.stdout.flush()
    pid = os.fork()
    if not pid:
        try:
            work()
        finally:
            os._exit(0)
    try:
        yield pid
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def drafts(root: Path) -> list[Path]:
    """What killed writers left lying."""
    return sorted(root.glob(".*.tmp"))


# ---- at each step of a save


def _die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _then_die(done: Callable[..., object]) -> Callable[..., None]:
    def both(*given: Any, **named: Any) -> None:
        done(*given, **named)
        _die()

    return both


class _Halfway:
    """A file of which half is written when the writer dies."""

    def __init__(self, path: Path, manner: str) -> None:
        self.stream = open(path, manner)  # noqa: SIM115 - closed by dying

    def __enter__(self) -> _Halfway:
        return self

    def __exit__(self, *_: object) -> None:
        self.stream.close()

    def write(self, data: bytes) -> None:
        """Half of it, really on its way to the disk."""
        self.stream.write(data[: len(data) // 2])
        self.stream.flush()
        os.fsync(self.stream.fileno())
        _die()


STEPS: dict[str, tuple[object, str, Any, bool]] = {
    "before the draft": (write.secrets, "token_hex", _die, False),
    "half of the draft": (write, "open", _Halfway, False),
    "the draft not flushed": (os, "fsync", _die, False),
    "the draft flushed": (os, "fsync", _then_die(os.fsync), False),
    "before its rights": (os, "chmod", _die, False),
    "before the renaming": (os, "replace", _die, False),
    "renamed": (os, "replace", _then_die(os.replace), True),
    "before the folder is flushed": (write, "_flush_folder", _die, True),
}
"""Where a writer dies: what is put in the place of what, and whether the file is the new one then."""


def killed_at(root: Path, step: str, number: int) -> str:
    """Save the next number and die at this step; what is wrong with the file then."""
    (root / NAME).write_text(content(number))
    place, name, instead, new = STEPS[step]

    def work() -> None:
        setattr(place, name, instead)
        replace_text(root, NAME, digest(content(number)), content(number + 1))

    pid = os.fork()
    if not pid:
        work()
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    if not os.WIFSIGNALED(status):
        return f"{step}: nobody died"
    found = number_of((root / NAME).read_bytes())
    return "" if found == number + new else f"{step}: the file is that of {found}, not of {number + new}"


# ---- at any moment of a loop of saves


def saving(root: Path) -> None:
    """Save one number after the other, for ever."""
    number = number_of((root / NAME).read_bytes())
    while isinstance(replace_text(root, NAME, digest(content(number)), content(number + 1)), Written):
        number += 1


def killed_writers(root: Path, times: int, random: Random) -> Toll:
    """Kill writers at any moment; whether each file is whole, and whether the next writer goes on from there."""
    toll = Toll()
    (root / NAME).write_text(content(0))
    latest = max(LATEST, 3 * _seconds(root))
    for _ in range(times):
        before, lying = number_of((root / NAME).read_bytes()), len(drafts(root))
        with child(lambda: saving(root)):
            time.sleep(random.uniform(0, latest))
        after = number_of((root / NAME).read_bytes())
        toll.take("draft left" if len(drafts(root)) > lying else "between two saves", "" if after >= before else f"after {before} no whole file")
        if after < before:
            (root / NAME).write_text(content(before))
    return toll


def _seconds(root: Path) -> float:
    """How long a save takes here."""
    taken = []
    for _ in range(5):
        number, started = number_of((root / NAME).read_bytes()), time.perf_counter()
        replace_text(root, NAME, digest(content(number)), content(number + 1))
        taken.append(time.perf_counter() - started)
    return median(taken)


# ---- the served workbench


class Workshop:
    """A corpus read once, from which servers are split off, each to be sent one form and killed."""

    def __init__(self, root: Path) -> None:
        self.root, self.number = root, 0
        (root / NAME).write_text(content(0))
        self.bench = Workbench.open(root)

    @property
    def data(self) -> bytes:
        """The file as it is."""
        return (self.root / NAME).read_bytes()

    def edited(self, data: bytes) -> bytes:
        """The file as the next form would have it: one line of one statement is another."""
        return data.replace(f'note "Round {self.number}."'.encode(), f'note "Round {self.number + 1}."'.encode())

    @contextlib.contextmanager
    def serving(self) -> Iterator[int]:
        """A server, and its port; it is killed when we are done with it."""
        self.bench.reload()
        with bound() as listening:
            port = listening.getsockname()[1]
            config = uvicorn.Config(make_app(self.bench, port), log_level="critical", access_log=False)
            with child(lambda: uvicorn.Server(config).run(sockets=[listening])):
                listening.close()
                wait_for(port)
                yield port

    def form(self, port: int) -> Case:
        """The form of the statement, filled with the next round, ready to be sent."""
        page = asked(port, Case("GET", "/edit/kept", (("host", f"127.0.0.1:{port}"),)))
        form = next(one for one in Seen(page.text).forms if any(field.kind == "textarea" and "Round" in field.value for field in one.fields))
        return Case("POST", form.action, (*same_origin(f"127.0.0.1:{port}"), ("content-type", "application/x-www-form-urlencoded")), self._body(form))

    def _body(self, form: Form) -> bytes:
        said = f"Round {self.number}."
        pairs = [(one.name, one.value.replace(said, f"Round {self.number + 1}.")) for one in form.fields if one.name and one.kind != "submit"]
        buttons = [(one.name, one.value) for one in form.fields if one.name and one.kind == "submit"]
        return form_of(pairs + buttons[:1])

    def round(self, delay: float | None) -> tuple[bytes, bytes, bytes, Answer | None, float]:
        """Send the form and kill the server after a while, or without a delay when it has answered: the file before, as it was to be, and after."""
        before = self.data
        wanted, answer = self.edited(before), None
        with self.serving() as port:
            case, started = self.form(port), time.perf_counter()
            if delay is None:
                answer = asked(port, case)
            else:
                with sent(port, case):
                    time.sleep(delay)
            taken = time.perf_counter() - started
        after = self.data
        self.number += after == wanted
        return before, wanted, after, answer, taken


@contextlib.contextmanager
def sent(port: int, case: Case) -> Iterator[None]:
    """A request under way; nobody waits for its answer."""
    import socket

    from tests.hardship.asking import HOST, written

    with socket.create_connection((HOST, port), 5) as line:
        line.sendall(written(case))
        yield


def killed_servers(root: Path, times: int, random: Random) -> Toll:
    """Kill the served workbench in the middle of saves: at any moment, and twice in three about the moment when the old file becomes the new."""
    toll, shop = Toll(), Workshop(root)
    taken = []
    for _ in range(3):
        _, wanted, after, answer, seconds = shop.round(None)
        taken.append(seconds)
        if after != wanted or answer is None or answer.status not in (200, 303):
            toll.take("not saved", f"a form was not saved: {answer.status if answer else ''}")
            return toll
    latest, edge = max(LATEST, 1.5 * median(taken)), median(taken) / 2
    for n in range(times):
        lying = len(drafts(root))
        before, wanted, after, _, _ = shop.round(max(0.0, random.gauss(edge, NEAR)) if n % 3 else random.uniform(0, latest))
        edge = max(0.0, edge + (-NEAR if after == wanted else NEAR) / 4) if n % 3 else edge
        kind = "new" if after == wanted else "old" if after == before else "neither"
        left = ", draft left" if len(drafts(root)) > lying else ""
        toll.take(kind + left, "neither the old file nor the new one" if kind == "neither" else "")
        if kind == "neither":
            (root / NAME).write_bytes(before)
    return toll


# ---- what is left lying


def swept(root: Path) -> str:
    """Are drafts no part of the corpus, and does the next writer, a minute later, take them away?"""
    lying = drafts(root)
    files = [one.path for one in Workbench.open(root).folder.files]
    if files != [NAME]:
        return f"read as corpus: {files}"
    for one in lying:
        os.utime(one, (1, 1))
    text = (root / NAME).read_text()
    replace_text(root, NAME, digest(text), text + "# done\n")
    return f"{len(drafts(root))} of {len(lying)} drafts stay" if drafts(root) else ""


# ---- the command


def run(times: int, servers: int, seed: int, say: Callable[[str], object] = print) -> list[str]:
    """Kill so many writers and servers; what is wrong."""
    random, wrong = Random(seed), []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        at_steps = [complaint for n, step in enumerate(STEPS) if (complaint := killed_at(root, step, n))]
        say(f"at each of {len(STEPS)} steps of a save: {len(at_steps)} complaints")
        toll = killed_writers(root, times, random)
        say("\n".join(toll.lines(f"{times:,} writers killed at any moment")))
        stays = swept(root)
        wrong += [*at_steps, *toll.complaints, *([stays] if stays else [])]
    if servers:
        with tempfile.TemporaryDirectory() as folder:
            toll = killed_servers(Path(folder), servers, random)
            say("\n".join(toll.lines(f"{servers:,} servers killed after a form was sent")))
            stays = swept(Path(folder))
            wrong += [*toll.complaints, *([stays] if stays else [])]
    say("\n".join(wrong) if wrong else "every file is the old or the new one")
    return wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, and say what was left; 1 if there is a complaint."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--times", type=int, default=1000, help="so many writers")
    parser.add_argument("--servers", type=int, default=1000, help="so many served workbenches")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    return int(bool(run(given.times, given.servers, given.seed)))


if __name__ == "__main__":
    sys.exit(main())
