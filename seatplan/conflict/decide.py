"""Can every must be kept? Cheap proofs first: counting, couples, small knots of people, then the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from seatplan.conflict.couples import crowded_couples
from seatplan.conflict.focus import bound_people, focus, musts
from seatplan.conflict.search import search
from seatplan.result import Status
from seatplan.solvers import Control, Stopped, domains_of, solve_model, split
from seatplan.solvers.domains import Domains
from seatplan.terms import Count, Domain, Model, Pair, Region, Statement

__all__ = ["Proof", "Verdict", "decide"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]
_NOBODY = np.empty(0, dtype=np.intp)
_KNOT = 8
_KNOT_NODES = 4000
_ROOM_NODES = 3000


class Proof(IntEnum):
    """Why there is no plan, the cheapest first."""

    COUNT = 0
    COUPLES = 1
    KNOT = 2
    WHOLE = 3


@dataclass(frozen=True, eq=False)
class Verdict:
    """Whether there is a plan.

    Parameters
    ----------
    feasible : bool or None
        None if time did not allow to know.
    seats : ndarray of int, shape (people,)
        A plan.
    people, places : ndarray of int
        Whom the proof that there is none speaks of; for a count, the too few seats that they have.
    proof : Proof
    """

    feasible: bool | None
    seats: Ints = field(default_factory=lambda: _NOBODY)
    people: Ints = field(default_factory=lambda: _NOBODY)
    places: Ints = field(default_factory=lambda: _NOBODY)
    proof: Proof = Proof.WHOLE


def decide(model: Model, control: Control, *, upto: Proof = Proof.WHOLE) -> Verdict:
    """Tell whether a plan keeps every must.

    Parameters
    ----------
    model : Model
    control : Control
    upto : Proof
        The most expensive proof to try; without `Proof.WHOLE` a plan is not looked for.

    Examples
    --------
    >>> decide(Model(3, 2), Control()).people.tolist()
    [0, 1, 2]
    """
    hard = musts(model)
    domains = domains_of(hard)
    for proof in Proof:
        if proof <= upto:
            control.checkpoint()
            verdict = _STEPS[proof](hard, domains, control)
            if verdict is not None:
                return verdict
    return Verdict(None)


def _count(_model: Model, domains: Domains, _control: Control) -> Verdict | None:
    found = domains.hall_violator()
    return Verdict(False, people=found[0], places=found[1], proof=Proof.COUNT) if found else None


def _couples(model: Model, domains: Domains, _control: Control) -> Verdict | None:
    found = crowded_couples(model, domains)
    return Verdict(False, people=found[0], places=found[1], proof=Proof.COUPLES) if found else None


def _knots(model: Model, domains: Domains, control: Control) -> Verdict | None:
    """Look at people who must sit near each other, knot by knot."""
    bare = Model(model.people, model.seats, tuple(s for s in model.statements if not isinstance(s.term, Domain)))
    masks = domains.masks[domains.class_of]
    for people in knots(model):
        control.checkpoint()
        piece = focus(bare, masks, people)
        found = search(piece.model, masks[people], nodes=_KNOT_NODES)
        if found.ended and found.seats is None:
            return Verdict(False, people=people, proof=Proof.KNOT)
    return None


def knots(model: Model) -> Iterator[Ints]:
    """Yield small sets of people whom wanted pairs and short runs tie together."""
    import networkx as nx

    graph = nx.Graph()
    for statement in model.statements:
        match statement.term:
            case Pair(pairs, _, True) if not statement.tier:
                graph.add_edges_from(pairs.tolist())
            case Region(people) if not statement.tier and len(people) <= _KNOT:
                nx.add_path(graph, people.tolist())
    for part in sorted(map(sorted, nx.connected_components(graph))):
        if len(part) <= _KNOT:
            yield np.array(part, dtype=np.intp)


def _whole(model: Model, domains: Domains, control: Control) -> Verdict:
    return _Whole(model, domains, control).run()


class _Whole:
    """Seat the people whom musts tie to others, then the rest by matching; where this fails, cut and repeat."""

    def __init__(self, model: Model, domains: Domains, control: Control) -> None:
        self.model, self.domains, self.control = model, domains, control
        self.bound = bound_people(model)
        self.plain = np.setdiff1d(np.arange(model.people), self.bound)
        self.masks = domains.masks[domains.class_of]
        self.spoken = self.bound
        self.kernel = focus(model, self.masks, self.bound).model

    def run(self) -> Verdict:
        """Return a verdict on the whole."""
        first = self._search()
        while True:
            seats = first if first is not None else self._solve()
            if seats is None:
                return Verdict(self.answer, people=self.spoken)
            first, crowd = None, self._crowd(seats)
            if crowd is None:
                return Verdict(True, seats=self._complete(seats))
            self._cut(crowd)

    def _search(self) -> Ints | None:
        if not len(self.bound):
            return np.empty(0, dtype=np.intp)
        if self.masks.size > _LARGEST_SEARCH:
            return None
        wanted_by = self.masks[self.plain].sum(axis=0)
        return search(self.kernel, self.masks[self.bound], nodes=_ROOM_NODES, wanted_by=wanted_by).seats

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

    def _crowd(self, seats: Ints) -> Ints | None:
        found = self._free(seats).hall_violator() if len(self.plain) else None
        return None if found is None else self.plain[found[0]]

    def _cut(self, crowd: Ints) -> None:
        """Leave enough of these people's seats to them."""
        self.spoken = np.union1d(self.spoken, crowd)
        theirs = np.flatnonzero(self.masks[crowd].any(axis=0))
        room = Count(np.arange(len(self.bound)), theirs, 0, len(theirs) - len(crowd))
        self.kernel = Model(self.kernel.people, self.kernel.seats, (*self.kernel.statements, Statement(room)))

    def _complete(self, seats: Ints) -> Ints:
        plan = np.full(self.model.people, -1, dtype=np.intp)
        plan[self.bound] = seats
        if len(self.plain):
            free = self._free(seats)
            domains = (
                Statement(Domain(np.flatnonzero(free.class_of == kind), np.flatnonzero(free.masks[kind])))
                for kind in np.unique(free.class_of)
            )
            rest = solve_model(Model(len(self.plain), self.model.seats, tuple(domains)), self.control)
            assert rest.seats is not None
            plan[self.plain] = rest.seats
        return plan


_LARGEST_SEARCH = 4_000_000
_STEPS = {Proof.COUNT: _count, Proof.COUPLES: _couples, Proof.KNOT: _knots, Proof.WHOLE: _whole}
