"""Random requests, well and badly meant: ``python -m tests.hardship.requests --minutes 60 --seed 1``.

Each sitting copies a corpus, opens the workbench on the copy and asks a few hundred things of it, forms that write among them. No answer may be a
fault, tell of its inside, or take too long; after each request every file is as it was, or differs in the lines of one statement and still
compiles. What fails is written to a file with all that was asked before it, made as short as is cheap, and can be asked again with ``--replay FILE``.
Nothing beyond this machine is asked for anything; the corpora are copies.
"""

from __future__ import annotations

import argparse
import base64
import json
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

from tests.hardship.asking import PORT, Answer, Asking, Case, Inside, Served, same_origin
from tests.hardship.forms import Seen
from tests.hardship.grammar import MARK, Grammar, form_of, multipart_of
from tests.hardship.judging import Errors, Files, answer_complaint, files_complaint, files_of

from fontes.text.script import Script
from fontes.web.app import make_app
from fontes.web.routes import routes
from fontes.workbench import Workbench

HERE = Path(__file__).parents[2]
STEPS = 300
"""So many requests in a sitting."""
TRIES = 40
"""So often a failing list of requests is asked again to shorten it."""
SMALL = f"""\
corpus small "A small corpus of odd words"

agent plain "A plain agent"
  role scholar
agent turned "\u202eturned and {MARK.replace('"', "'")}"
  language he
agent comma-in-name "One, two & three"
source letter "A letter <b>of</b> {MARK.replace('"', "'")}"
  kind letter
  by plain
  out 1937-05
question why "Why?"
proposition it-was "It was so."
  answers why
event day "The day"
  when 1937-05-11
1938 plain asserts it-was
  in letter p. 1
  rests-on letter
1939 turned doubts it-was
1940 turned impeaches letter as forged
"""


@dataclass
class Tally:
    """What came of it."""

    answers: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    writing: Counter[str] = field(default_factory=Counter)
    sittings: int = 0

    def take(self, case: Case, answer: Answer) -> None:
        """Count an answer."""
        method = case.method if case.method in ("GET", "HEAD", "POST") else "other"
        self.answers[f"{method} {answer.status or 'hung up'}"] += 1
        self.slowest = sorted([*self.slowest, (answer.seconds, f"{case.method} {case.target[:100]}")], reverse=True)[:5]

    def lines(self) -> list[str]:
        """The summary."""
        counts = [f"  {name:<14} {count:>9,}" for name, count in sorted(self.answers.items())]
        writes = [f"  {name:<14} {count:>9,}" for name, count in sorted(self.writing.items())]
        slow = [f"  {seconds:6.2f} s  {what}" for seconds, what in self.slowest]
        total = f"{sum(self.answers.values()):,} requests in {self.sittings:,} sittings, {len(self.faults)} complaints"
        return [total, *counts, "forms that write:", *writes, "slowest:", *slow, *self.faults]


def corpora() -> dict[str, Callable[[Path], object]]:
    """What is asked about, and how a copy of it is made."""
    return {
        "small": lambda root: (root.mkdir(), (root / "all.fontes").write_text(SMALL, encoding="utf-8")),
        "second": lambda root: shutil.copytree(HERE / "tests" / "corpora" / "second", root),
        "example": lambda root: shutil.copytree(HERE / "examples" / "red-army-purge", root),
    }


WEIGHTS = {"small": 5, "second": 3, "example": 2}


class Sitting:
    """A copy of a corpus, somebody to ask about it, and what was asked so far."""

    def __init__(self, corpus: str, folder: Path, served: bool = False) -> None:
        self.root = folder / corpus
        corpora()[corpus](self.root)
        self.asking: Asking = Served(self.root) if served else Inside(make_app(Workbench.open(self.root), PORT))
        self.errors = Errors(self.root)
        self.asked: list[Case] = []
        self.states: list[Files] = [files_of(self.root)]

    def ask(self, case: Case) -> tuple[Answer, str]:
        """The answer, and what is wrong with it or with what it did."""
        self.asked.append(case)
        answer = self.asking.ask(case)
        complaint = answer_complaint(case, answer)
        before, after = self.states[-1], files_of(self.root)
        complaint = complaint or files_complaint(case, answer, before, after, self.states[:-1])
        if before != after:
            again = after in self.states  # undone or done again: whatever it broke, it was let do so before
            complaint = complaint or ("" if again else self.errors.complaint(case))
            self.states.append(after)
        return answer, complaint

    def statements(self) -> list[str]:
        """The statements of the corpus as they are written."""
        found = []
        for name, data in self.states[0].items():
            if name.endswith(".fontes"):
                text = data.decode()
                lines = text.split("\n")
                found += ["\n".join(lines[one.span.line - 1 : one.span.end_line]) for one in Script(name, text).statements([])]
        return found


def sit(corpus: str, seed: str, steps: int, tally: Tally, until: float, served: bool = False, keep: Path | None = None) -> None:
    """One sitting; it ends with its first complaint, which is kept."""
    random = Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        sitting = Sitting(corpus, Path(folder), served)
        grammar = Grammar(routes(), Workbench.open(sitting.root).corpus, sitting.statements(), sitting.asking.host, random)
        waiting: list[Case] = []
        try:
            for _ in range(steps):
                if time.monotonic() > until:
                    break
                case = waiting.pop() if waiting else grammar.case()
                known = len(sitting.states)
                answer, complaint = sitting.ask(case)
                tally.take(case, answer)
                if case.method == "POST" and answer.status in (200, 303):
                    tally.writing["written" if len(sitting.states) > known else "nothing to write"] += 1
                if complaint:
                    tally.faults.append(kept(Failure(seed, corpus, complaint, tuple(sitting.asked)), keep, served))
                    break
                waiting += follow(answer, grammar, random)[: 3 - len(waiting)]
        finally:
            sitting.asking.close()
        tally.sittings += 1


def follow(answer: Answer, grammar: Grammar, random: Random) -> list[Case]:
    """Learn from a page; where it has forms that write, fill and send one, mostly."""
    if not answer.headers.get("content-type", "").startswith("text/html") or not answer.body:
        return []
    seen = Seen(answer.text)
    grammar.learn(seen.links[:60], seen.keys)
    forms = [one for one in seen.forms if one.action.startswith("/")]
    if not forms or random.random() < 0.2:
        return []
    form = random.choice(forms)
    pairs = form.filled(grammar, random)
    own = same_origin(grammar.host)
    if random.random() < 0.85:
        return [Case("POST", form.action, (*own, ("content-type", "application/x-www-form-urlencoded")), form_of(pairs))]
    return [Case("POST", form.action, (*own, ("content-type", "multipart/form-data; boundary=edge")), multipart_of(pairs))]


# ---- failures


@dataclass(frozen=True)
class Failure:
    """What was asked of a copy of a corpus until something was wrong."""

    seed: str
    corpus: str
    complaint: str
    cases: tuple[Case, ...]

    def json(self) -> str:
        """To be kept; bodies in base 64."""
        cases = [{**asdict(case), "body": base64.b64encode(case.body).decode()} for case in self.cases]
        return json.dumps({"seed": self.seed, "corpus": self.corpus, "complaint": self.complaint, "cases": cases}, indent=1)

    @staticmethod
    def read(text: str) -> Failure:
        """As it was kept."""
        found = json.loads(text)
        cases = [
            Case(one["method"], one["target"], tuple((name, value) for name, value in one["headers"]), base64.b64decode(one["body"]), one["cut"])
            for one in found["cases"]
        ]
        return Failure(found["seed"], found["corpus"], found["complaint"], tuple(cases))


def replay(failure: Failure, served: bool = False) -> str:
    """Ask the same again of a new copy; the first complaint."""
    with tempfile.TemporaryDirectory() as folder:
        sitting = Sitting(failure.corpus, Path(folder), served)
        try:
            return next((complaint for case in failure.cases if (complaint := sitting.ask(case)[1])), "")
        finally:
            sitting.asking.close()


def shortened(failure: Failure, complaint_of: Callable[[Failure], str], tries: int = TRIES) -> Failure:
    """The same complaint from fewer requests: the last alone, else without this piece and that, as long as tries last."""
    cases, last = failure.cases[:-1], failure.cases[-1]
    size = len(cases)
    while cases and tries > 0 and size > 0:
        for at in range(0, len(cases), size):
            fewer = (*cases[:at], *cases[at + size :])
            tries -= 1
            if complaint_of(Failure(failure.seed, failure.corpus, "", (*fewer, last))):
                cases = fewer
                break
            if tries <= 0:
                break
        else:
            size //= 2
            continue
        size = min(size, len(cases))
    return Failure(failure.seed, failure.corpus, failure.complaint, (*cases, last))


def kept(failure: Failure, keep: Path | None, served: bool) -> str:
    """Write a failure down, shortened, and say where."""
    if keep is None:
        return f"{failure.corpus} {failure.seed}: {failure.complaint} ({failure.cases[-1]})"
    short = failure if served else shortened(failure, replay)
    keep.mkdir(parents=True, exist_ok=True)
    path = keep / f"{failure.corpus}-{failure.seed.replace(':', '-')}.json"
    path.write_text(short.json(), encoding="utf-8")
    last = short.cases[-1]
    return f"{path}: {failure.complaint} ({last.method} {last.target[:120]}, {len(short.cases)} requests)"


# ---- the command


def run(seed: int, minutes: float, served: bool = False, keep: Path | None = None, say: Callable[[str], object] = print) -> Tally:
    """Sittings until the time is over."""
    tally, until, told = Tally(), time.monotonic() + minutes * 60, time.monotonic()
    random = Random(seed)
    while time.monotonic() < until and len(tally.faults) < 25:
        corpus = random.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        known = len(tally.faults)
        sit(corpus, f"{seed}:{tally.sittings}", STEPS, tally, until, served, keep)
        if len(tally.faults) > known or time.monotonic() - told > 60:
            told = time.monotonic()
            say(f"{sum(tally.answers.values()):,} requests; {tally.faults[-1] if len(tally.faults) > known else 'nothing new'}")
    return tally


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask, and say what came of it; 1 if there is a complaint."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--served", action="store_true", help="over a socket, of the server that people run")
    parser.add_argument("--keep", type=Path, default=Path("hardship"), help="where failing requests are written")
    parser.add_argument("--replay", type=Path, help="ask again what was kept in this file")
    given = parser.parse_args(arguments)
    if given.replay:
        complaint = replay(Failure.read(given.replay.read_text(encoding="utf-8")), given.served)
        print(complaint or "nothing is wrong any more")
        return int(bool(complaint))
    tally = run(given.seed, given.minutes, given.served, given.keep)
    print("\n".join(tally.lines()))
    return int(bool(tally.faults))


if __name__ == "__main__":
    sys.exit(main())
