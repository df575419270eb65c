"""Pairs, couples and runs -> rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.parties import Couples, Runs, lines_of
from seatplan.solvers.program import Arc, Program
from seatplan.terms import Pair, Statement

__all__ = ["encode_couples", "encode_pair", "encode_runs"]

Ints = NDArray[np.intp]


def encode_pair(program: Program, statement: Statement, term: Pair) -> None:
    """Say for each seat of one where the other then sits, or does not; couples are said as parties."""
    near = _near(term)
    dealt = {pair for party in program.parties for pair in _pairs_of(party, term)}
    for pair in map(tuple, term.pairs.tolist()):
        if pair in dealt or (statement.tier == 0 and not term.wanted and not _told_apart(program, pair)):
            continue
        p, q = program.cast_of[list(pair)].tolist()
        slack = program.slack(statement)
        for one, other in ((p, q), (q, p)) if term.wanted else ((p, q),):
            _beside(program, one, other, near, slack, wanted=term.wanted)


def _near(term: Pair) -> Mapping[int, list[int]]:
    near = defaultdict(list)
    for a, b in term.relation.tolist():
        near[a].append(b)
        near[b].append(a)
    return near


def _pairs_of(party: object, term: Pair) -> Iterator[tuple[int, ...]]:
    if isinstance(party, Couples) and party.term is term:
        for pair in party.pairs.tolist():
            yield from (tuple(pair), tuple(pair[::-1]))


def _told_apart(program: Program, pair: tuple[int, ...]) -> bool:
    """Tell whether both have variables of their own, so that rows can keep them apart."""
    known = (min(pair), max(pair)) in program.strangers
    return known or all(program.single([int(program.cast_of[p])]) for p in pair)


def _beside(
    program: Program,
    p: int,
    q: int,
    near: Mapping[int, list[int]],
    slack: list[Arc],
    *,
    wanted: bool,
) -> None:
    bought = [(-c, v) for c, v in slack]
    for seat in program.seats_of[p].tolist():
        mine, theirs = program.on(p, [seat]), program.on(q, near.get(seat, ()))
        if wanted:
            program.row([*mine, *((-c, v) for c, v in theirs), *bought], None, 0)
        elif theirs:
            program.row([*mine, *theirs, *bought], None, 1)


# Parties ------------------------------------------------------------------------------------------------


def encode_couples(program: Program, couples: Couples) -> None:
    """Choose pairs of seats: whoever of the first sits somewhere is one end of a chosen pair, and so the second.

    If the two are interchangeable, a pair of seats has no direction.
    """
    program.parties.append(couples)
    p, q = program.cast_of[couples.pairs[0]].tolist()
    ends: dict[tuple[int, int], list[Arc]] = {(c, s): [] for c in {p, q} for s in program.seats_of[c].tolist()}
    for place in sorted(_places(couples)):
        if (p, place[0]) in ends and (q, place[1]) in ends:
            chosen = couples.places[place] = program.variable()
            ends[p, place[0]].append((-1, chosen))
            ends[q, place[1]].append((-1, chosen))
    for arc, chosen_here in ends.items():
        program.row([(1, program.arcs[arc]), *chosen_here], 0, 0)
    program.row([(1, v) for v in couples.places.values()], len(couples.pairs), len(couples.pairs))


def _places(couples: Couples) -> set[tuple[int, int]]:
    ways = [(a, b) for a, b in couples.term.relation.tolist() if a != b]
    return (
        {(min(way), max(way)) for way in ways} if couples.even else {w for a, b in ways for w in ((a, b), (b, a))}
    )


def encode_runs(program: Program, runs: Runs) -> None:
    """Choose runs of consecutive seats; every seat of theirs is one of a chosen run."""
    runs.cast_of = program.cast_of
    program.parties.append(runs)
    casts, counts = np.unique(program.cast_of[runs.sets[0]], return_counts=True)
    covered: dict[int, list[Arc]] = {s: [] for c in casts.tolist() for s in program.seats_of[c].tolist()}
    for line in lines_of(runs.term.edges) or ():
        places = list(_runs_on(line, len(runs.sets[0]), covered))
        for place in places:
            runs.places[place] = program.variable()
            for seat in place:
                covered[seat].append((-1, runs.places[place]))
        if len(casts) > 1 and places:
            _mix(program, runs, places, dict(zip(casts.tolist(), counts.tolist(), strict=True)))
    for seat, chosen in covered.items():
        program.row([*(arc for c in casts.tolist() for arc in program.on(c, [seat])), *chosen], 0, 0)
    program.row([(1, v) for v in runs.places.values()], len(runs.sets), len(runs.sets))


def _runs_on(line: Sequence[int], size: int, usable: Container[int]) -> Iterator[tuple[int, ...]]:
    for i in range(len(line) - size + 1):
        if all(seat in usable for seat in line[i : i + size]):
            yield tuple(line[i : i + size])


def _mix(program: Program, runs: Runs, places: list[tuple[int, ...]], counts: Mapping[int, int]) -> None:
    """Say of each cast how many sit up to each seat of a line, by sums that grow along it.

    No more than the runs that have begun there have room for, and as many as the runs that have ended there hold.
    """
    seats = list(dict.fromkeys(seat for place in places for seat in place))
    most = len(seats)
    begun = _growing(program, seats, {place[0]: [(1, runs.places[place])] for place in places}, most)
    ended = _growing(program, seats, {place[-1]: [(1, runs.places[place])] for place in places}, most)
    for cast, count in counts.items():
        there = _growing(program, seats, {seat: program.on(cast, [seat]) for seat in seats}, most)
        for seat in seats:
            program.row([(1, there[seat]), (-count, begun[seat])], None, 0)
            program.row([(count, ended[seat]), (-1, there[seat])], None, 0)


def _growing(program: Program, seats: list[int], arcs: Mapping[int, list[Arc]], most: int) -> dict[int, int]:
    """Return variables that count arcs up to each seat."""
    sums: dict[int, int] = {}
    before: list[Arc] = []
    for seat in seats:
        sums[seat] = program.variable(most)
        program.row([*arcs.get(seat, ()), *before, (-1, sums[seat])], 0, 0)
        before = [(1, sums[seat])]
    return sums
