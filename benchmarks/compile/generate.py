"""Corpora and ledgers of a given size, made by rule: the same size gives the same text."""

from __future__ import annotations

import random
from pathlib import Path


def corpus(folder: Path, stances: int, files: int = 100) -> None:
    """A corpus of so many stances: a hundredth as many agents and works, a twentieth as many propositions; most stances are read in a
    work, rest on one to three grounds and are known through a passage."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(stances)
    agents, propositions = max(10, stances // 100), max(20, stances // 20)
    head = ['corpus generated "A generated corpus"', "  format 1", ""]
    for i in range(agents):
        head += [f'agent agent-{i} "Agent {i}"', "  role scholar"]
        head += [f'source work-{i} "Work {i}"', f"  by agent-{i}", f"  out {1900 + i % 100}"]
    (folder / "things.fontes").write_text("\n".join(head) + "\n", encoding="utf-8")
    questions = ["\n".join(f'question question-{i} "Why did it happen, {i}?"' for i in range(max(5, propositions // 20)))]
    for i in range(propositions):
        questions.append(f'proposition proposition-{i} "It happened in manner {i}."\n  answers question-{i % max(5, propositions // 20)}')
    (folder / "questions.fontes").write_text("\n".join(questions) + "\n", encoding="utf-8")
    per_file = -(-stances // files)
    done = 0
    for number in range(files):
        lines = [f"through work-{number % agents} p. {number + 1}", ""]
        for _ in range(min(per_file, stances - done)):
            lines += stance(chance, agents, propositions, done)
            done += 1
        (folder / f"stances-{number:03}.fontes").write_text("\n".join(lines) + "\n", encoding="utf-8")


def stance(chance: random.Random, agents: int, propositions: int, number: int) -> list[str]:
    """One stance, four to six lines."""
    who, what = chance.randrange(agents), chance.randrange(propositions) if number >= propositions else number
    verb = chance.choice(("asserts", "asserts", "asserts", "supposes", "doubts", "denies"))
    lines = [f"{1900 + who % 100} agent-{who} {verb} proposition-{what}"]
    lines.append(f"  in work-{who} pp. {chance.randrange(1, 400)}–{chance.randrange(400, 500)}")
    for _ in range(chance.randrange(3)):
        lines.append(f"  rests-on work-{chance.randrange(agents)} p. {chance.randrange(1, 400)}")
    lines.append(f"  per n. {number % 90}")
    return lines


def ledger(path: Path, transactions: int) -> None:
    """A ledger of so many transactions of two postings each, with a hundredth as many accounts."""
    chance = random.Random(transactions)
    accounts = max(10, transactions // 100)
    lines = [f"1900-01-01 open Assets:A{i}" for i in range(accounts)] + [f"1900-01-01 open Expenses:E{i}" for i in range(accounts)]
    for number in range(transactions):
        day = f"{1950 + number % 70}-{1 + number % 12:02}-{1 + number % 28:02}"
        amount = f"{chance.randrange(1, 10000) / 100:.2f}"
        lines += [
            f'{day} * "Payee {number % 500}" "Narration {number}"',
            f"  Assets:A{chance.randrange(accounts)}  -{amount} EUR",
            f"  Expenses:E{chance.randrange(accounts)}  {amount} EUR",
        ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
