"""Delegations in bands, one after the other: as early as each of them can be, or there is no plan.

What a group needs inside its lines does not depend on where the others sit; and if lines hold it, more lines do.
So the first group takes the fewest lines from the edge that hold it, the second the fewest behind these. If a
group finds no room so, there is none: any other plan ends the groups before it no earlier.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray

from seatplan.conflict.focus import focus
from seatplan.conflict.verdict import Verdict
from seatplan.result import Status
from seatplan.solvers import Control, Piece, Stopped, domains_of, restrict, solve_model, split
from seatplan.solvers.locality import groups_of_regions, is_local, of_each_group
from seatplan.solvers.regions import too_scattered
from seatplan.terms import Bands, Cost, Model, Statement, amount

__all__ = ["Early", "bands_of", "seat_in_bands"]

Ints = NDArray[np.intp]
_NOBODY: Ints = np.empty(0, dtype=np.intp)


def seat_in_bands(model: Model, control: Control) -> Verdict | None:
    """Tell whether a plan keeps every must; None where no part of it falls into ordered bands, or in doubt.

    Parameters
    ----------
    model : Model
        Without prices.
    control : Control

    Examples
    --------
    >>> from seatplan.terms import Statement
    >>> columns = Statement(Bands((np.array([0, 1]), np.array([2])), np.array([0, 0, 1]), ordered=True))
    >>> seat_in_bands(Model(3, 3, (columns,)), Control()).seats.tolist()
    [0, 1, 2]
    """
    pieces = sorted(split(model), key=lambda piece: bands_of(piece.model) is None)
    if not pieces or bands_of(pieces[0].model) is None:
        return _banded_alone(model, control)
    seats = np.full(model.people, -1, dtype=np.intp)
    for piece in pieces:
        found = _plan(piece, control)
        if found is None or not len(found):
            return None if found is None else Verdict(False, people=piece.people)
        seats[piece.people] = piece.seats[found]
    return Verdict(True, seats=seats)


def _plan(piece: Piece, control: Control) -> Ints | None:
    """Return a plan of a part; nobody if there is none, None if that is not known."""
    if bands_of(piece.model) is not None:
        return Early(piece.model, control).plan()
    return solve_model(piece.model, control).seats


def _banded_alone(model: Model, control: Control) -> Verdict | None:
    """Tell whether those in bands find no room even if all others stay away."""
    bands = [s.term for s in model.statements if isinstance(s.term, Bands)]
    people = np.unique(np.concatenate([_NOBODY, *(members for term in bands for members in term.groups)]))
    if not bands or len(people) == model.people:
        return None
    domains = domains_of(model)
    piece = focus(model, domains.masks[domains.class_of], people)
    plan = _plan(piece, control) if bands_of(piece.model) is not None else None
    return Verdict(False, people=people) if plan is not None and not len(plan) else None


def bands_of(model: Model) -> Bands | None:
    """Return the ordered bands of everybody, if all else stays inside a group or keeps people apart."""
    found = [s.term for s in model.statements if not s.tier and isinstance(s.term, Bands)]
    if len(found) != 1 or not found[0].ordered:
        return None
    group_of = np.full(model.people, -1, dtype=np.intp)
    for index, members in enumerate(found[0].groups):
        group_of[members] = index
    local = all(s.tier or s.term is found[0] or is_local(s, group_of) for s in model.statements)
    return found[0] if local and bool((group_of >= 0).all()) else None


class Early:
    """Each group on the first lines that hold it, behind those of the group before; for any part of the rules.

    Parameters
    ----------
    model : Model
        Its musts count, and `bands_of` finds its bands.
    control : Control
    """

    def __init__(self, model: Model, control: Control) -> None:
        bands = bands_of(model)
        assert bands is not None
        self.model = Model(model.people, model.seats, tuple(s for s in model.statements if not s.tier))
        self.bands, self.line, self.control = bands, bands.line, control
        self.groups = [members for members in bands.groups if len(members)]
        kept = tuple(s for s in self.model.statements if s.term is not bands)
        self.models = of_each_group(Model(model.people, model.seats, kept), self.groups)
        self.spoken = [frozenset(s.rule for s in one.statements) for one in self.models]
        order = np.argsort(self.line, kind="stable")
        self.depth = np.empty(model.seats, dtype=np.intp)
        self.depth[order] = np.arange(model.seats) - np.searchsorted(self.line[order], self.line[order])
        self.known: dict[tuple[int, frozenset[int], int, int], Ints | None] = {}

    def plan(self, without: Collection[int] = (), *, control: Control | None = None) -> Ints | None:
        """Return a plan without some rules; nobody if there is none, None if that is not known.

        The rule of the bands is none of those that are left out; ``control`` replaces that of the beginning.
        """
        self.control = control or self.control
        try:
            return self._plan(frozenset(without))
        except Stopped:
            return None

    def _plan(self, without: frozenset[int]) -> Ints | None:
        kept = tuple(s for s in self.model.statements if s.rule not in without)
        domains = domains_of(Model(self.model.people, self.model.seats, kept))
        seats, free = np.full(self.model.people, -1, dtype=np.intp), int(self.line.min(initial=0))
        for g, members in enumerate(self.groups):
            kinds, sizes = np.unique(domains.class_of[members], return_counts=True)
            for end in self._ends(domains.masks[kinds], sizes, free):
                found = self._inside(g, without & self.spoken[g], free, end)
                if found is not None:
                    seats[members], free = found, end
                    break
            else:
                return _NOBODY
        return None if any(amount(s.term, seats) for s in kept) else seats

    def _ends(self, masks: NDArray[np.bool_], sizes: Ints, first: int) -> Iterator[int]:
        """Yield the lines before which a group that begins at a line may end, where there are seats enough."""
        masks = masks & (self.line >= first)
        for end in (np.unique(self.line[masks.any(axis=0)]) + 1).tolist():
            inside = masks[:, self.line < end]
            if inside.any(axis=0).sum() >= sizes.sum() and (inside.sum(axis=1) >= sizes).all():
                yield end

    def _inside(self, g: int, without: frozenset[int], first: int, end: int) -> Ints | None:
        """Return the seats of a group between two lines, None if it has no plan there."""
        key = g, without, first, end
        if key not in self.known:
            block = np.flatnonzero((self.line >= first) & (self.line < end))
            kept = tuple(s for s in self.models[g].statements if s.rule not in without)
            model = restrict(Model(self.model.people, self.model.seats, kept), self.groups[g], block)
            seats = self._solved(model, self.depth[block])
            self.known[key] = None if seats is None else block[seats]
        return self.known[key]

    def _solved(self, model: Model, depth: Ints) -> Ints | None:
        """Return a plan of a group; one that fills lines from one end is mostly connected, and found at once."""
        self.control.checkpoint()
        if any(too_scattered(model, region) for region in groups_of_regions(model)):
            return None
        filled = Statement(Cost(np.arange(model.people), depth), tier=1)
        priced = Model(model.people, model.seats, (*model.statements, filled))
        answer = solve_model(priced, self.control)
        if answer.seats is None and answer.status is not Status.INFEASIBLE:
            raise Stopped(answer.proof)
        return answer.seats
