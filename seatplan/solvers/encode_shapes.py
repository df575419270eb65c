"""Regions and outlines -> rows."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.parties import lines_of
from seatplan.solvers.program import Arc, Program
from seatplan.terms import Compact, Region, Statement

__all__ = ["encode_compact", "encode_region"]

Ints = NDArray[np.intp]


def encode_region(program: Program, statement: Statement, term: Region) -> None:
    """Say a must as far as rows of one seat can: whoever sits there has a neighbour. A price is said in full."""
    if len(term.people) < 2:
        return
    if statement.tier:
        _tree(program, statement, term)
    elif lines_of(term.edges) is None:
        _neighboured(program, term)


def _neighboured(program: Program, term: Region) -> None:
    near = defaultdict(set)
    for a, b in term.edges.tolist():
        near[a].add(b)
        near[b].add(a)
    taken: dict[int, list[Arc]] = defaultdict(list)
    for cast in program.casts_in(term.people):
        for seat in program.seats_of[cast].tolist():
            taken[seat].append((1, program.arcs[cast, seat]))
    for seat, here in taken.items():
        beside = [(-1, v) for other in sorted(near[seat] - {seat}) for _, v in taken.get(other, ())]
        program.row([*here, *beside], None, 0)


def _tree(program: Program, statement: Statement, term: Region) -> None:
    """Number the seats of a region along a tree: every seat but a root has a nearer neighbour.

    Amount is the number of roots less one.
    """
    casts = program.casts_in(term.people)
    seats = np.unique(np.concatenate([program.seats_of[c] for c in casts])).tolist()
    occupied = {s: [arc for c in casts for arc in program.on(c, [s])] for s in seats}
    size = len(term.people)
    depth = {s: program.variable(size) for s in seats}
    parents: dict[int, list[Arc]] = {s: [] for s in seats}
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


def encode_compact(program: Program, statement: Statement, term: Compact) -> None:
    """Count the edges inside: both ends are taken. A must wants no outline at all, which no set has."""
    casts, hidden = program.casts_in(term.people), []
    for a, b in term.edges.tolist():
        ends = [[arc for c in casts for arc in program.on(c, [seat])] for seat in (a, b)]
        if all(ends):
            hidden.append(program.variable())
            for end in ends:
                program.row([(1, hidden[-1]), *((-c, v) for c, v in end)], None, 0)
    sides = 4 * len(term.people)
    if statement.tier == 0:
        program.row([(2, v) for v in hidden], sides, None)
        return
    program.constants[statement.tier] += sides * statement.weight
    for variable in hidden:
        program.price(statement, variable, -2)


def _link(program: Program, child: int, parent: int, taken: list[Arc], size: int) -> int:
    """Return a variable that may be 1 only if the parent seat is taken and lies nearer the root."""
    link = program.variable()
    program.row([(1, link), *((-c, v) for c, v in taken)], None, 0)
    program.row([(1, parent), (-1, child), (size + 1, link)], None, size)
    return link
