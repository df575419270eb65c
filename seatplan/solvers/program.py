"""A model as an integer linear programme, for any engine that reads rows.

Everything is linear with 0-1 variables (and a few small integers), so that CP-SAT and HiGHS read the same
programme. Strong forms are chosen where they are known: prefix sums for orders, neighbour sums for pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.domains import Domains, domains_of
from seatplan.terms import Bands, Cost, Count, Domain, Lone, Model, Ordered, Pair, Region, Statement

__all__ = ["Program", "Row", "encode"]

Ints = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Row:
    """``low <= sum(coefficients * variables) <= high``."""

    variables: Sequence[int]
    coefficients: Sequence[int]
    low: int | None
    high: int | None


@dataclass(eq=False)
class Program:
    """Variables, rows and one objective for each tier.

    Parameters
    ----------
    model : Model
    arcs : dict
        Variable of each (person, seat) that is allowed.
    upper : list of int
        Upper bound of each variable; the lower bound is 0.
    rows : list of Row
    objectives : dict
        For each tier the price of each variable.
    """

    model: Model
    domains: Domains
    arcs: dict[tuple[int, int], int] = field(default_factory=dict)
    upper: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    objectives: dict[int, dict[int, int]] = field(default_factory=dict)

    def variable(self, upper: int = 1) -> int:
        """Add a variable from 0 to ``upper`` and return its index."""
        self.upper.append(upper)
        return len(self.upper) - 1

    def row(self, terms: Iterable[tuple[int, int]], low: int | None, high: int | None) -> None:
        """Add a row from (coefficient, variable) pairs; equal variables are added up."""
        total: dict[int, int] = defaultdict(int)
        for coefficient, variable in terms:
            total[variable] += coefficient
        self.rows.append(Row(tuple(total), tuple(total.values()), low, high))

    def price(self, statement: Statement, variable: int, amount: int = 1) -> None:
        """Add ``amount`` units of a statement's violation, for each unit of a variable."""
        objective = self.objectives.setdefault(statement.tier, {})
        objective[variable] = objective.get(variable, 0) + amount * statement.weight

    def slack(self, statement: Statement, upper: int = 1) -> list[tuple[int, int]]:
        """Return nothing for a must, or a priced variable that buys the violation."""
        if statement.tier == 0:
            return []
        bought = self.variable(upper)
        self.price(statement, bought)
        return [(1, bought)]

    def seats(self, person: int) -> Ints:
        """Return the seats a person may take."""
        return self.domains.seats(person)

    def on(self, person: int, seats: Iterable[int]) -> list[tuple[int, int]]:
        """Return the person's variables on some seats, with coefficient 1."""
        found = (self.arcs.get((person, int(seat))) for seat in seats)
        return [(1, variable) for variable in found if variable is not None]

    def taken(self, seat: int) -> list[tuple[int, int]]:
        """Return the variables of everybody who may take a seat."""
        return [(1, variable) for variable in self.by_seat[seat]]

    by_seat: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def assignment(self, values: Sequence[float]) -> Ints:
        """Return each person's seat from the values of the variables."""
        seats = np.full(self.model.people, -1, dtype=np.intp)
        for (person, seat), variable in self.arcs.items():
            if values[variable] > 0.5:
                seats[person] = seat
        return seats


def encode(model: Model) -> Program:
    """Return the programme of a model, without its hard regions of more than `_SMALL` seats.

    Those are added as cuts while solving (`seatplan.solvers.regions`).
    """
    program = Program(model, domains_of(model))
    for person in range(model.people):
        for seat in program.seats(person).tolist():
            program.arcs[person, seat] = program.variable()
            program.by_seat[seat].append(program.arcs[person, seat])
        program.row(program.on(person, program.seats(person)), 1, 1)
    for seat in range(model.seats):
        if len(program.by_seat[seat]) > 1:
            program.row(program.taken(seat), None, 1)
    for statement in model.statements:
        _encode(program, statement)
    for tier in model.tiers:
        program.objectives.setdefault(tier, {})
    return program


def _encode(program: Program, statement: Statement) -> None:
    match statement.term:
        case Domain():
            pass  # a priced domain is a Cost; a hard one is in the arcs
        case Cost() as term:
            _cost(program, statement, term)
        case Ordered() as term:
            _order(program, statement, term)
        case Pair() as term:
            _pair(program, statement, term)
        case Region() as term:
            _region(program, statement, term)
        case Bands() as term:
            _bands(program, statement, term)
        case Count() as term:
            _count(program, statement, term)
        case Lone() as term:
            _lone(program, statement, term)


def _cost(program: Program, statement: Statement, term: Cost) -> None:
    for person in term.people.tolist():
        for seat in program.seats(person).tolist():
            if term.values[seat]:
                program.price(statement, program.arcs[person, seat], int(term.values[seat]))


# Orders -------------------------------------------------------------------------------------------------


def _order(program: Program, statement: Statement, term: Ordered) -> None:
    if statement.tier:
        pairs = ((p, q) for i, c in enumerate(term.classes) for d in term.classes[i + 1 :] for p in c for q in d)
        for p, q in pairs:
            _in_order(program, int(p), int(q), term.score, program.slack(statement))
        return
    for before, after in zip(term.classes, term.classes[1:], strict=False):
        if min(len(before), len(after)) == 1:
            for p in before.tolist():
                for q in after.tolist():
                    _in_order(program, p, q, term.score, [])
        else:
            _threshold(program, before, after, term.score)


def _in_order(program: Program, p: int, q: int, score: Ints, slack: list[tuple[int, int]]) -> None:
    """For every threshold: if q sits at most there, so does p (or the violation is bought)."""
    first, later = program.seats(p), program.seats(q)
    for limit in _limits(score[first], score[later]):
        near = program.on(q, later[score[later] <= limit])
        far = program.on(p, first[score[first] <= limit])
        program.row([*near, *((-c, v) for c, v in far), *((-c, v) for c, v in slack)], None, 0)


def _limits(first: Ints, later: Ints) -> list[int]:
    """Return the thresholds at which an inversion can be told: scores of q's seats below p's largest."""
    return [int(limit) for limit in np.unique(later) if limit < first.max(initial=-1)]


def _threshold(program: Program, before: Ints, after: Ints, score: Ints) -> None:
    """Put a step between two classes: ``beyond[k]`` says that the step lies beyond the k-th score."""
    seats = np.unique(np.concatenate([program.seats(int(p)) for p in (*before, *after)]))
    limits = np.unique(score[seats])
    beyond = [program.variable() for _ in limits]
    for wider, narrower in zip(beyond[1:], beyond, strict=False):
        program.row([(1, wider), (-1, narrower)], None, 0)
    for limit, step in zip(limits, beyond, strict=True):
        for p in before.tolist():
            mine = program.seats(p)
            program.row([*program.on(p, mine[score[mine] > limit]), (-1, step)], None, 0)
        for q in after.tolist():
            mine = program.seats(q)
            program.row([*program.on(q, mine[score[mine] <= limit]), (1, step)], None, 1)


# Pairs, counts, lone seats ------------------------------------------------------------------------------


def _pair(program: Program, statement: Statement, term: Pair) -> None:
    near = defaultdict(list)
    for a, b in term.relation.tolist():
        near[a].append(b)
        near[b].append(a)
    for p, q in term.pairs.tolist():
        slack = program.slack(statement)
        for one, other in ((p, q), (q, p)) if term.wanted else ((p, q),):
            _beside(program, one, other, near, slack, wanted=term.wanted)


def _beside(
    program: Program,
    p: int,
    q: int,
    near: dict[int, list[int]],
    slack: list[tuple[int, int]],
    *,
    wanted: bool,
) -> None:
    bought = [(-c, v) for c, v in slack]
    for seat in program.seats(p).tolist():
        mine, theirs = program.on(p, [seat]), program.on(q, near.get(seat, ()))
        if wanted:
            program.row([*mine, *((-c, v) for c, v in theirs), *bought], None, 0)
        elif theirs:
            program.row([*mine, *theirs, *bought], None, 1)


def _count(program: Program, statement: Statement, term: Count) -> None:
    there = [arc for person in term.people.tolist() for arc in program.on(person, term.seats)]
    few, many = program.slack(statement, max(term.low, 0)), program.slack(statement, max(len(term.people), 1))
    program.row([*there, *few], term.low, None)
    program.row([*there, *((-c, v) for c, v in many)], None, term.high)


def _lone(program: Program, statement: Statement, term: Lone) -> None:
    for seat, beside in zip(term.seats.tolist(), term.beside.tolist(), strict=True):
        real = {near for near in beside if near >= 0}
        around = [arc for near in real for arc in program.taken(near)]
        slack = [(-c, v) for c, v in program.slack(statement)]
        program.row([*around, *((-c, v) for c, v in program.taken(seat)), *slack], None, len(real) - 1)


# Shapes -------------------------------------------------------------------------------------------------


def _bands(program: Program, statement: Statement, term: Bands) -> None:
    """Give each group a first and a last line; ordered groups follow each other, others do not meet."""
    lines, line = np.unique(term.line, return_inverse=True)
    spans = [_span(program, group, line.reshape(-1), len(lines)) for group in term.groups if len(group)]
    for i, before in enumerate(spans):
        for after in spans[i + 1 :]:
            _follow(program, statement, before, after, len(lines), either=not term.ordered)


def _span(program: Program, group: Ints, line: Ints, lines: int) -> tuple[int, int]:
    first, last = program.variable(lines - 1), program.variable(lines - 1)
    for person in group.tolist():
        place = [(int(line[s]), program.arcs[person, s]) for s in program.seats(person).tolist()]
        program.row([*place, (-1, first)], 0, None)
        program.row([*place, (-1, last)], None, 0)
    return first, last


def _follow(
    program: Program,
    statement: Statement,
    before: tuple[int, int],
    after: tuple[int, int],
    lines: int,
    *,
    either: bool,
) -> None:
    slack = [(-lines, v) for _, v in program.slack(statement)]
    turned = [(-lines, program.variable())] if either else []
    program.row([(1, before[1]), (-1, after[0]), *turned, *slack], None, -1)
    for _, turn in turned:
        program.row([(1, after[1]), (-1, before[0]), (lines, turn), *slack], None, lines - 1)


def _region(program: Program, statement: Statement, term: Region) -> None:
    """Number the seats of a region along a tree: every seat but a root has a nearer neighbour.

    Amount is the number of roots less one. A must is left to the cuts of `seatplan.solvers.regions`.
    """
    if statement.tier == 0 or len(term.people) < 2:
        return
    seats = np.unique(np.concatenate([program.seats(int(p)) for p in term.people])).tolist()
    occupied = {s: [arc for p in term.people.tolist() for arc in program.on(p, [s])] for s in seats}
    size = len(term.people)
    depth = {s: program.variable(size) for s in seats}
    parents: dict[int, list[tuple[int, int]]] = {s: [] for s in seats}
    for a, b in term.edges.tolist():
        for child, parent in ((a, b), (b, a)):
            if child in depth and parent in depth:
                parents[child].append((1, _link(program, depth[child], depth[parent], occupied[parent], size)))
    roots = []
    for seat in seats:
        root = program.variable()
        roots.append((1, root))
        program.row([*occupied[seat], (-1, root), *((-c, v) for c, v in parents[seat])], None, 0)
    program.row([*roots, *((-c, v) for c, v in program.slack(statement, size))], None, 1)


def _link(program: Program, child: int, parent: int, taken: list[tuple[int, int]], size: int) -> int:
    """Return a variable that may be 1 only if the parent seat is taken and lies nearer the root."""
    link = program.variable()
    program.row([(1, link), *((-c, v) for c, v in taken)], None, 0)
    program.row([(1, parent), (-1, child), (size + 1, link)], None, size)
    return link
