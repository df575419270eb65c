"""Seat everybody: those whom musts tie to others first, the rest by matching."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seatplan.conflict.focus import bound_people, focus
from seatplan.conflict.guess import guess
from seatplan.conflict.in_bands import seat_in_bands
from seatplan.conflict.search import search, suits
from seatplan.conflict.verdict import Verdict
from seatplan.result import Status
from seatplan.solvers import Control, Stopped, solve_model, split
from seatplan.solvers.domains import Domains
from seatplan.terms import Count, Domain, Model, Statement, amount

__all__ = ["seat_everybody"]

Ints = NDArray[np.intp]
_NODES = 3000
_TRIES = 5
_LARGEST_SEARCH = 4_000_000


def seat_everybody(model: Model, domains: Domains, control: Control) -> Verdict:
    """Return a plan that keeps every must, or that there is none.

    Parameters
    ----------
    model : Model
    domains : Domains
        Who may sit where.
    control : Control

    Notes
    -----
    Only people whom a must ties to others enter a search or a solver, the others are matched with the seats
    that are left. Where this fails, Hall's condition says which seats the first must leave, and all begins again.
    """
    whole = _Whole(model, domains, control)
    verdict = whole.searched() or seat_in_bands(model, control)
    for shortcut in guess(model, domains) if verdict is None else ():
        control.checkpoint()
        found = _Whole(*shortcut, control).searched()
        if found and found.feasible and all(amount(s.term, found.seats) == 0 for s in model.statements):
            return found
    return verdict or whole.solved()


class _Whole:
    """Seat the people whom musts tie to others, then the rest by matching; where this fails, cut and repeat."""

    def __init__(self, model: Model, domains: Domains, control: Control) -> None:
        self.model, self.domains, self.control = model, domains, control
        self.bound = bound_people(model)
        self.plain = np.setdiff1d(np.arange(model.people), self.bound)
        self.masks = domains.masks[domains.class_of]
        self.spoken = self.bound
        self.kernel = focus(model, self.masks, self.bound).model

    def searched(self) -> Verdict | None:
        """Return what a search finds, None if it cannot tell."""
        if self.masks.size > _LARGEST_SEARCH or not suits(self.kernel):
            return None
        wanted_by = self.masks[self.plain].sum(axis=0)
        for _ in range(_TRIES):
            outcome = search(self.kernel, self.masks[self.bound], nodes=_NODES, wanted_by=wanted_by)
            if outcome.seats is None:
                return Verdict(False, people=self.spoken) if outcome.ended else None
            free = self._free(outcome.seats)
            crowd = free.hall_violator() if len(self.plain) else None
            if crowd is None:
                return Verdict(True, seats=self._complete(outcome.seats, free))
            wanted_by[self.masks[self.plain[crowd[0]]].any(axis=0)] += self.model.people
        return None

    def solved(self) -> Verdict:
        """Return what the solvers find."""
        while True:
            seats = self._solve()
            if seats is None:
                return Verdict(self.answer, people=self.spoken)
            free = self._free(seats)
            crowd = free.hall_violator() if len(self.plain) else None
            if crowd is None:
                return Verdict(True, seats=self._complete(seats, free))
            self._cut(self.plain[crowd[0]])

    def _solve(self) -> Ints | None:
        """Return a plan of the kernel; without one, ``answer`` tells why."""
        self.answer: bool | None = None
        seats = np.full(self.kernel.people, -1, dtype=np.intp)
        for piece in split(self.kernel):
            try:
                answer = solve_model(piece.model, self.control)
            except Stopped:
                return None
            if answer.seats is None:
                self.answer = False if answer.status is Status.INFEASIBLE else None
                return None
            seats[piece.people] = piece.seats[answer.seats]
        return seats

    def _free(self, seats: Ints) -> Domains:
        free = np.ones(self.model.seats, dtype=bool)
        free[seats] = False
        return Domains(self.domains.class_of[self.plain], self.domains.masks & free)

    def _cut(self, crowd: Ints) -> None:
        """Leave enough of these people's seats to them."""
        self.spoken = np.union1d(self.spoken, crowd)
        theirs = np.flatnonzero(self.masks[crowd].any(axis=0))
        room = Count(np.arange(len(self.bound)), theirs, 0, len(theirs) - len(crowd))
        self.kernel = Model(self.kernel.people, self.kernel.seats, (*self.kernel.statements, Statement(room)))

    def _complete(self, seats: Ints, free: Domains) -> Ints:
        plan = np.full(self.model.people, -1, dtype=np.intp)
        plan[self.bound] = seats
        if len(self.plain):
            domains = (
                Statement(Domain(np.flatnonzero(free.class_of == kind), np.flatnonzero(free.masks[kind])))
                for kind in np.unique(free.class_of)
            )
            rest = solve_model(Model(len(self.plain), self.model.seats, tuple(domains)), self.control)
            assert rest.seats is not None
            plan[self.plain] = rest.seats
        return plan
