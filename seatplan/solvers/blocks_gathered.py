"""Everybody near the middle of the own group: minimum cost flows, and middles that follow the people.

Who sits where is not yet a plan: groups may hang loose, couples may be parted. But every seat suits its person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.answer import Answer
from seatplan.solvers.assignment import Assignment
from seatplan.solvers.control import Control
from seatplan.solvers.domains import Domains, domains_of
from seatplan.solvers.parties import kinds_of
from seatplan.solvers.split import restrict
from seatplan.terms import Cost, Domain, Model, Pair, Region, Statement

__all__ = ["Couple", "Gathering"]

Ints = NDArray[np.intp]
Floats = NDArray[np.float64]
Solve = Callable[[Model, Control], Answer]
Found = tuple[int, Floats, Ints]
"""Price, middles of the groups, and seats."""
_STARTS, _ROUNDS = 2, 6
_RARE = 6
"""Whoever may take less than this part of the seats, alone or as a couple, is seated first."""


@dataclass(frozen=True, eq=False)
class Couple:
    """Two people who must sit on a pair of seats of a relation; ``even`` if nothing tells them apart."""

    people: Ints
    relation: Ints
    even: bool


@dataclass(eq=False)
class Gathering:
    """Groups of a model, and who may sit where.

    Parameters
    ----------
    model : Model
    regions : list of Region
        The groups.
    inner : callable
        Solves the model of those who have few seats to choose from.
    """

    model: Model
    regions: list[Region]
    inner: Solve
    couples: list[Couple] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.domains: Domains = domains_of(self.model)
        self.couples = list(_couples(self.model))
        grid = self.regions[0].grid
        assert grid is not None
        self.grid: Ints = grid
        self.weights = self._weights()

    def seats(self, seed: int, control: Control) -> Ints | None:
        """Return everybody's seat, from the best of some random beginnings; None if not all find one."""
        found = [self._gathered(Random(f"{seed} {start}"), control) for start in range(_STARTS)]
        best = min((one for one in found if one is not None), key=lambda one: one[0], default=None)
        return None if best is None else best[2]

    def _gathered(self, chance: Random, control: Control) -> Found | None:
        """Let the middles follow the people, first from anywhere, then round the rare places."""
        low, high = self.grid[:, 1].min(), self.grid[:, 1].max()
        anywhere = [(self._depth(term.people), chance.uniform(low, high)) for term in self.regions]
        found = self._settled(np.array(anywhere), (), control)
        rare = None if found is None else self._rare(found[1], control)
        return None if found is None or rare is None else self._settled(found[1], rare, control)

    def _settled(self, middles: Floats, fixed: Sequence[Statement], control: Control) -> Found | None:
        """Alternate between the cheapest flow and the middles of the groups in it."""
        found: Found | None = None
        for _ in range(_ROUNDS):
            control.checkpoint()
            near = self._towards(middles)
            answer = Assignment().solve(Model(near.people, near.seats, (*near.statements, *fixed)), control)
            if answer.seats is None:
                return None
            middles = np.array([self._middle(term.people, answer.seats) for term in self.regions])
            found = answer.values[0], middles, answer.seats
        return found

    def _middle(self, people: Ints, seats: Ints) -> Floats:
        middle: Floats = np.average(self.grid[seats[people]], axis=0, weights=self.weights[people])
        return middle

    def _depth(self, people: Ints) -> float:
        """Return the mean row of what some people may take."""
        masks = self.domains.masks[self.domains.class_of[people]]
        return float(np.mean([self.grid[mask, 0].mean() for mask in masks]))

    def _weights(self) -> Ints:
        """Return how much each person draws the group: the fewer seats there are to choose from, the more."""
        most = np.ones(self.model.people, dtype=np.intp)
        for term in self.regions:
            most[term.people] = len(term.people)
        seats = self.domains.masks.sum(axis=1)[self.domains.class_of]
        weights: Ints = np.clip(2 * self.model.seats // np.maximum(1, seats), 1, most)
        return weights

    def _towards(self, middles: Floats) -> Model:
        """Return the model in which a seat costs its squared distance to the middle of the group."""
        statements = [
            Statement(Domain(np.flatnonzero(self.domains.class_of == k), np.flatnonzero(mask)))
            for k, mask in enumerate(self.domains.masks)
        ]
        for term, middle in zip(self.regions, middles, strict=True):
            far, weights = ((self.grid - middle) ** 2).sum(axis=1), self.weights[term.people]
            for weight in np.unique(weights):
                cost = Cost(term.people[weights == weight], (weight * far).astype(np.intp))
                statements.append(Statement(cost, tier=1))
        return Model(self.model.people, self.model.seats, tuple(statements))

    def _rare(self, middles: Floats, control: Control) -> list[Statement] | None:
        """Seat those who have few seats to choose from exactly, and return where; None if they find none."""
        people = np.flatnonzero(self._few())
        if not len(people):
            return []
        kept = (*self._towards(middles).statements, *self._together())
        whole = Model(self.model.people, self.model.seats, kept)
        answer = self.inner(restrict(whole, people, np.arange(self.model.seats)), control)
        if answer.seats is None:
            return None
        places = zip(people.tolist(), answer.seats.tolist(), strict=True)
        return [Statement(Domain(np.array([p]), np.array([seat]))) for p, seat in places]

    def _together(self) -> list[Statement]:
        terms = ((s, s.term) for s in self.model.statements if s.tier == 0)
        return [s for s, term in terms if isinstance(term, Pair) and term.wanted]

    def _few(self) -> NDArray[np.bool_]:
        """Tell who has few seats to choose from."""
        masks, class_of = self.domains.masks, self.domains.class_of
        few: NDArray[np.bool_] = masks.sum(axis=1)[class_of] * _RARE <= self.model.seats
        for couple in self.couples:
            (p, q), (a, b) = masks[class_of[couple.people]], couple.relation.T
            places = ((p[a] & q[b]) | (p[b] & q[a])).sum()
            few[couple.people] |= places * _RARE <= self.model.seats
        return few


def _couples(model: Model) -> Iterator[Couple]:
    """Yield every pair who must sit together; of a set in one run, everybody with the next."""
    even = {tuple(pair) for kind in kinds_of(model).couples if kind.even for pair in kind.pairs.tolist()}
    for statement in model.statements:
        term = statement.term
        if statement.tier == 0 and isinstance(term, Pair) and term.wanted:
            for pair in term.pairs:
                yield Couple(pair, term.relation, bool({(p, q) for p in pair for q in pair} & even))
        elif statement.tier == 0 and isinstance(term, Region) and term.grid is None:
            yield from (Couple(np.array(pair), term.edges, False) for pair in pairwise(term.people))
