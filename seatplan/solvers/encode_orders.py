"""Orders and bands -> rows."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.program import Arc, Program
from seatplan.terms import Bands, Ordered, Statement

__all__ = ["encode_bands", "encode_order"]

Ints = NDArray[np.intp]
_PAIRED = 20_000
"""Rows up to which an inverted pair has rows of its own: the linear relaxation is tighter, and larger."""


def encode_order(program: Program, statement: Statement, term: Ordered) -> None:
    """Put a step between consecutive classes of a must; price inverted pairs otherwise."""
    classes = [program.casts_in(members) for members in term.classes if len(members)]
    if statement.tier:
        _priced(program, statement, classes, term.score)
        return
    steps = [before for i, before in enumerate(classes) if i == 0 or before != classes[i - 1]]
    for before, after in pairwise(steps):
        if program.single(before) and program.single(after):
            _in_order(program, before[0], after[0], term.score, [])
        else:
            _step(program, before, after, term.score, term.score)


def _priced(program: Program, statement: Statement, classes: list[list[int]], score: Ints) -> None:
    """Price every two single people if they are few; count the pairs of all others by sums along the scores."""
    levels = len(np.unique(score))
    if all(map(program.single, classes)) and len(classes) ** 2 * levels <= 2 * _PAIRED:
        for (p,), (q,) in combinations(classes, 2):
            _in_order(program, p, q, score, program.slack(statement))
        return
    scores, size, ahead = np.unique(score).tolist(), 0, dict[int, int]()
    for casts in classes:
        mine, people = _by_score(program, casts, score), sum(len(program.casts[c].people) for c in casts)
        upto = _running(program, mine, scores, people)
        if program.single(casts):
            _behind_one(program, program.slack(statement, size) if ahead else [], upto, ahead, size)
        else:
            _behind_each(program, statement, mine, ahead, size)
        size += people
        ahead = {s: _sum(program, [(1, v), *((1, w) for w in _at(ahead, s))], size) for s, v in upto.items()}


def _at(counts: dict[int, int], score: int) -> list[int]:
    return [counts[score]] if counts else []


def _running(program: Program, mine: dict[int, list[list[Arc]]], scores: list[int], size: int) -> dict[int, int]:
    """Return variables that count the people up to each score."""
    counts, below = dict[int, int](), list[Arc]()
    for level in scores:
        counts[level] = _sum(program, [*below, *(arc for seat in mine.get(level, ()) for arc in seat)], size)
        below = [(1, counts[level])]
    return counts


def _behind_one(
    program: Program, bought: list[Arc], upto: dict[int, int], ahead: dict[int, int], size: int
) -> None:
    """Buy those of earlier classes who score more than one person: all, less those up to each score reached."""
    for level in ahead:
        program.row([(size, upto[level]), (-1, ahead[level]), *((-c, v) for c, v in bought)], None, 0)


def _behind_each(
    program: Program, statement: Statement, mine: dict[int, list[list[Arc]]], ahead: dict[int, int], size: int
) -> None:
    """Buy those of earlier classes who score more than anybody on a seat, for each seat."""
    for level in sorted(mine) if ahead else ():
        for seat in mine[level]:
            here = [(size * c, v) for c, v in seat]
            bought = ((-c, v) for c, v in program.slack(statement, size))
            program.row([*here, (-1, ahead[level]), *bought], None, 0)


def _in_order(program: Program, p: int, q: int, score: Ints, slack: list[Arc]) -> None:
    """For every threshold: if q sits at most there, so does p (or the violation is bought)."""
    first, later = program.seats_of[p], program.seats_of[q]
    bought = [(-c, v) for c, v in slack]
    for limit in np.unique(score[later][score[later] < score[first].max(initial=-1)]):
        near, far = _up_to(program, [q], score, limit), _up_to(program, [p], score, limit)
        program.row([*near, *((-c, v) for c, v in far), *bought], None, 0)


def _up_to(program: Program, casts: list[int], score: Ints, limit: int) -> list[Arc]:
    """Return the variables of casts on seats that score at most ``limit``."""
    return [arc for c in casts for arc in program.on(c, program.seats_of[c][score[program.seats_of[c]] <= limit])]


def _step(program: Program, before: list[int], after: list[int], early: Ints, late: Ints) -> None:
    """Put a step between two classes: a variable for each score says that the step lies at most there.

    Whoever comes before scores at most the step by ``early``, whoever comes after at least it by ``late``. Where
    the classes do not meet, nothing is to be said. The number of those before up to each score is summed up along
    the scores: at the step, all of them are there.
    """
    mine, theirs = _by_score(program, before, early), _by_score(program, after, late)
    if not mine or not theirs or min(theirs) >= max(mine):
        return
    size = sum(len(program.casts[c].people) for c in before)
    limits = sorted(score for score in {*mine, *theirs} if min(theirs) <= score < max(mine))
    count: list[Arc] = [arc for score in mine if score < limits[0] for seat in mine[score] for arc in seat]
    passed: list[Arc] = []
    for limit in limits:
        step = program.variable()
        for seat in mine.get(limit, ()) if passed else ():
            program.row([*seat, *passed], None, 1)
        for seat in theirs.get(limit, ()):
            program.row([*seat, (-1, step)], None, 0)
        count = [(1, _sum(program, [*count, *(arc for seat in mine.get(limit, ()) for arc in seat)], size))]
        program.row([(size, step), *((-c, v) for c, v in count)], None, 0)
        program.row([*passed, (-1, step)], None, 0)
        passed = [(1, step)]
    for seat in (seat for score in mine if score > limits[-1] for seat in mine[score]):
        program.row([*seat, *passed], None, 1)


def _sum(program: Program, arcs: list[Arc], upper: int) -> int:
    """Return a variable that equals a sum."""
    total = program.variable(upper)
    program.row([*arcs, (-1, total)], 0, 0)
    return total


def _by_score(program: Program, casts: list[int], score: Ints) -> dict[int, list[list[Arc]]]:
    """Return the variables of some casts by the score of their seat, and seat by seat."""
    seats: dict[int, list[Arc]] = {}
    for cast in casts:
        for seat in program.seats_of[cast].tolist():
            seats.setdefault(seat, []).append((1, program.arcs[cast, seat]))
    found: dict[int, list[list[Arc]]] = {}
    for seat in sorted(seats):
        found.setdefault(int(score[seat]), []).append(seats[seat])
    return found


# Bands --------------------------------------------------------------------------------------------------


def encode_bands(program: Program, statement: Statement, term: Bands) -> None:
    """Put a step between consecutive groups of a must in order, else give each group a first and a last line."""
    lines, line = np.unique(term.line, return_inverse=True)
    if statement.tier == 0 and term.ordered:
        groups = [program.casts_in(group) for group in term.groups if len(group)]
        for earlier, later in pairwise(groups):
            _step(program, earlier, later, line.reshape(-1) + 1, line.reshape(-1))
        return
    spans = [_span(program, group, line.reshape(-1), len(lines)) for group in term.groups if len(group)]
    for i, before in enumerate(spans):
        for after in spans[i + 1 :]:
            _follow(program, statement, before, after, len(lines), either=not term.ordered)


def _span(program: Program, group: Ints, line: Ints, lines: int) -> tuple[int, int]:
    first, last = program.variable(lines - 1), program.variable(lines - 1)
    for cast in program.casts_in(group):
        arcs = [(int(line[s]), program.arcs[cast, s]) for s in program.seats_of[cast].tolist()]
        for some in [arcs] if program.single([cast]) else [[arc] for arc in arcs]:
            program.row([*((lines - 1 - place, v) for place, v in some), (1, first)], None, lines - 1)
            program.row([*some, (-1, last)], None, 0)
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
