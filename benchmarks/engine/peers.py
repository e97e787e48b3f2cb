"""Others that answer the same question on the same graph: which nodes hold without some of the sources, in the least demanding reading.

Each is made ready first (`ready`, not counted in the pass) and then asked (`ask`), as often as one likes; it gives one byte a node.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from fontes.findings.engine.condensation import Rows
from fontes.findings.engine.plan import Plan
from fontes.findings.engine.system import System, least

Bytes = NDArray[np.uint8]
BUDGET = 60.0
"""Seconds after which a loop is not waited for. What cannot be broken off is not asked for graphs of more than its ``most_nodes``."""


class TooLong(Exception):
    """The answer was not there in time."""


class Peer(Protocol):
    name: str
    same_question: bool
    most_nodes: int

    def ready(self, plan: Plan) -> None: ...

    def ask(self, gone: Sequence[int]) -> Bytes: ...


class PlainPython:
    """The worklist of Dowling and Gallier over tuples: `fontes.findings.engine.system`, the reference of the tests."""

    name, same_question, most_nodes = "plain Python worklist", True, 5_000_000
    system: System

    def ready(self, plan: Plan) -> None:
        self.system = plan.plain()

    def ask(self, gone: Sequence[int]) -> Bytes:
        return np.frombuffer(least(self.system.any, gone), dtype=np.uint8)


def arrows(rows: Rows) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Users and parts, pair by pair."""
    return np.repeat(np.arange(len(rows), dtype=np.int64), np.diff(rows.first)), rows.parts


class DuckDB:
    """The same worklist by rounds in SQL: a table of what newly holds, one of what is still missing, until nothing is new."""

    name, same_question, most_nodes = "DuckDB, SQL in a loop", True, 5_000_000

    def ready(self, plan: Plan) -> None:
        import duckdb

        self.base = duckdb.connect()
        self.size = len(plan)
        rows = plan.readings[0]
        users, parts = arrows(rows)
        node, need = np.arange(len(plan)), rows.needs
        edges = {"part": parts, "usr": users}
        nodes = {"node": node, "need": need}
        self.base.register("edge_arrays", edges)
        self.base.register("node_arrays", nodes)
        self.base.execute("create table edge as select part, usr from edge_arrays order by part, usr")
        self.base.execute("create table condition as select node, need from node_arrays order by node")

    def ask(self, gone: Sequence[int]) -> Bytes:
        base, start = self.base, time.perf_counter()
        base.register("gone_arrays", {"node": np.array(gone, dtype=np.int64)})
        base.execute("create or replace temp table gone as select node from gone_arrays")
        base.execute("create or replace temp table holds as select node from condition where need = 0 and node not in (select node from gone)")
        base.execute("create or replace temp table fresh as select node from holds")
        base.execute(
            "create or replace temp table missing as select node, need from condition where need > 0 and node not in (select node from gone)"
        )
        while base.execute("select count(*) from fresh").fetchall()[0][0]:
            base.execute("create or replace temp table met as select usr, count(*) as n from fresh join edge on part = fresh.node group by usr")
            base.execute(
                "create or replace temp table fresh as select missing.node from met join missing on usr = missing.node where need > 0 and need <= n"
            )
            base.execute("update missing set need = need - met.n from met where met.usr = missing.node")
            base.execute("insert into holds select node from fresh")
            if time.perf_counter() - start > BUDGET:
                raise TooLong
        found = np.zeros(self.size, dtype=np.uint8)
        found[base.execute("select node from holds").fetchnumpy()["node"]] = 1
        return found


class DuckDBRecursive(DuckDB):
    """One recursive query: `using key` keeps one row a node, what it still misses, and updates it (aggregates are allowed there)."""

    name, most_nodes = "DuckDB, recursive query", 300_000
    query = """
        with recursive state(node, need) using key (node) as (
            select node, need from condition where node not in (select node from gone)
          union
            select r.node, r.need - count(*)
            from (select node from state where need <= 0) as fresh
            join edge on edge.part = fresh.node
            join recurring.state as r on r.node = edge.usr
            where r.need > 0
            group by r.node, r.need
        )
        select node from state where need <= 0
    """

    def ask(self, gone: Sequence[int]) -> Bytes:
        self.base.register("gone_arrays", {"node": np.array(gone, dtype=np.int64)})
        self.base.execute("create or replace temp table gone as select node from gone_arrays")
        found = np.zeros(self.size, dtype=np.uint8)
        found[self.base.execute(self.query).fetchnumpy()["node"]] = 1
        return found


class Clingo:
    """The stable model of a definite program; the sources are choices, assumed one way or the other, so that it is loaded once."""

    name, same_question, most_nodes = "clingo, definite program", True, 300_000

    def ready(self, plan: Plan) -> None:
        import clingo

        rows = plan.readings[0]
        self.control: Any = clingo.Control(["--warn=none"])
        first, parts, needs = rows.first.tolist(), rows.parts.tolist(), rows.needs.tolist()
        self.leaves = np.flatnonzero(rows.needs == 0).tolist()
        with self.control.backend() as backend:
            self.atom = [backend.add_atom() for _ in range(len(plan))]
            for node, need in enumerate(needs):
                row = [self.atom[part] for part in parts[first[node] : first[node + 1]]]
                if need == 0:
                    backend.add_rule([self.atom[node]], [], choice=True)
                elif need == len(row):
                    backend.add_rule([self.atom[node]], row)
                else:
                    for part in row:
                        backend.add_rule([self.atom[node]], [part])

    def ask(self, gone: Sequence[int]) -> Bytes:
        without = set(gone)
        assumed = [-self.atom[leaf] if leaf in without else self.atom[leaf] for leaf in self.leaves]
        found = bytearray(len(self.atom))

        def read(model: Any) -> None:
            holds = model.is_true
            for node, atom in enumerate(self.atom):
                found[node] = holds(atom)

        self.control.solve(assumptions=assumed, on_model=read)
        return np.frombuffer(found, dtype=np.uint8)


class Reachability:
    """rustworkx: what some source that is left reaches. An easier question: every *and* is read as *or*, so too much holds."""

    name, same_question, most_nodes = "rustworkx reachability (or only)", False, 5_000_000

    def ready(self, plan: Plan) -> None:
        import rustworkx as rx

        rows = plan.readings[0]
        users, parts = arrows(rows)
        self.size, self.leaves = len(plan), set(np.flatnonzero(rows.needs == 0).tolist())
        self.graph = rx.PyDiGraph()
        self.graph.add_nodes_from(range(len(plan)))
        self.graph.extend_from_edge_list(list(zip(parts.tolist(), users.tolist(), strict=True)))

    def ask(self, gone: Sequence[int]) -> Bytes:
        import rustworkx as rx

        top = self.graph.add_node(None)
        self.graph.add_edges_from_no_data([(top, leaf) for leaf in self.leaves.difference(gone)])
        reached = rx.descendants(self.graph, top)
        found = np.zeros(self.size, dtype=np.uint8)
        found[np.fromiter(reached, dtype=np.int64, count=len(reached))] = 1
        return found


PEERS = (PlainPython, DuckDB, DuckDBRecursive, Clingo, Reachability)
