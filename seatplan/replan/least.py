"""Fewest moves first, then the tiers of the event: the general method, for parts of any kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from seatplan.replan.dealt import dealt
from seatplan.replan.tiny import tiny_answer
from seatplan.result import Status
from seatplan.solvers import Answer, Control, Piece, Stopped, domains_of, solve_model, split
from seatplan.solvers.answer import behind_gaps, prices
from seatplan.terms import Cost, Model, Statement

__all__ = ["MOVES", "Least", "least_by_search", "moved", "with_moves"]

Ints = NDArray[np.intp]
MOVES = 1
"""The tier of the moves; those of the event follow from 2 on."""


@dataclass(frozen=True, eq=False)
class Least:
    """A plan with few moves, and what is proven about it.

    Parameters
    ----------
    seats : ndarray of int, shape (people,), or None
        None where no plan was found.
    status : Status
        ``OPTIMAL``: every bound is reached. ``INFEASIBLE``: no plan keeps the musts.
    moves, bound : int
        People who move, and how many must at least.
    tiers, values, bounds : tuple of int
        The tiers of the event, the price in each, and a bound over all plans with as few moves.
    method : str
    exact : bool
        No plan with as few moves is cheaper in the tiers; they may be empty then.
    """

    seats: Ints | None
    status: Status
    moves: int = 0
    bound: int = 0
    tiers: tuple[int, ...] = ()
    values: tuple[int, ...] = ()
    bounds: tuple[int, ...] = ()
    method: str = ""
    exact: bool = False


def moved(seats: Ints, old: Ints) -> int:
    """Count the people who had a seat and have another one.

    Examples
    --------
    >>> moved(np.array([3, 1, 0]), np.array([3, 2, -1]))
    1
    """
    return int(((seats != old) & (old >= 0)).sum())


def with_moves(model: Model, old: Ints, *, extra: tuple[Statement, ...] = ()) -> Model:
    """Return the model with the moves as its first tier; the tiers of the event follow it.

    Parameters
    ----------
    model : Model
    old : ndarray of int, shape (people,)
        The seat of each person before; -1 for none.
    extra : tuple of Statement
        Further statements, whose tiers already count from the moves.
    """
    later = tuple(replace(s, tier=s.tier + MOVES) if s.tier else s for s in model.statements)
    return Model(model.people, model.seats, (*later, *extra, *_stays(model, old)))


def _stays(model: Model, old: Ints) -> Iterator[Statement]:
    for person in np.flatnonzero(old >= 0).tolist():
        values = np.ones(model.seats, dtype=np.intp)
        values[old[person]] = 0
        yield Statement(Cost(np.array([person], dtype=np.intp), values), tier=MOVES)


def least_by_search(model: Model, old: Ints, control: Control, *, fast: bool = False) -> Least:
    """Return a plan with the fewest moves by the methods of `seatplan.solve`.

    Parameters
    ----------
    model : Model
        Musts and tiers of the event.
    old : ndarray of int, shape (people,)
    control : Control
    fast : bool
        Be content with a plan whose moves are the fewest, and bounds of the tiers that may be smaller.

    Examples
    --------
    >>> found = least_by_search(Model(2, 3), np.array([2, -1]), Control())
    >>> found.seats.tolist(), found.moves, found.bound
    ([2, 0], 0, 0)
    """
    whole = with_moves(model, old)
    if domains_of(whole, windows=False).hall_violator() is not None:
        return Least(None, Status.INFEASIBLE, method="Hall's condition")
    pieces = split(whole)
    answers = [_answer(piece, control, fast=fast) for piece in pieces]
    if any(a.status is Status.INFEASIBLE for a in answers):
        return Least(None, Status.INFEASIBLE, method="search")
    if any(a.seats is None for a in answers):
        return Least(None, Status.UNKNOWN, method="search")
    return _whole(model, old, pieces, answers)


def _answer(piece: Piece, control: Control, *, fast: bool) -> Answer:
    try:
        found = tiny_answer(piece.model) or (dealt(piece.model, control) if fast else None)
        return found or solve_model(piece.model, control)
    except Stopped as stopped:
        return Answer(None, Status.UNKNOWN, method="none", proof=str(stopped))


def _whole(model: Model, old: Ints, pieces: tuple[Piece, ...], answers: list[Answer]) -> Least:
    seats = np.full(model.people, -1, dtype=np.intp)
    for piece, answer in zip(pieces, answers, strict=True):
        seats[piece.people] = piece.seats[answer.seats]
    bound = sum(_tier(p, a, MOVES) for p, a in zip(pieces, answers, strict=True))
    values, moves = prices(model, seats), moved(seats, old)
    sums = tuple(
        sum(_tier(p, a, tier + MOVES) for p, a in zip(pieces, answers, strict=True)) for tier in model.tiers
    )
    bounds = behind_gaps((moves, *values), (bound, *sums))[1:]
    proven = bound == moves and bounds == values
    methods = ", ".join(dict.fromkeys(a.method for a in answers))
    status = Status.OPTIMAL if proven else Status.FEASIBLE
    return Least(seats, status, moves, bound, model.tiers, values, bounds, methods, exact=proven)


def _tier(piece: Piece, answer: Answer, tier: int) -> int:
    """Return what no plan of a part undercuts in a tier."""
    tiers = piece.model.tiers
    return answer.bounds[tiers.index(tier)] if tier in tiers and answer.bounds else 0
