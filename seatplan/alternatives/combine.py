"""The next best plan of independent parts: what each part costs by how far it goes, added up exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from seatplan.alternatives.best import Best
from seatplan.alternatives.differ import moves
from seatplan.result import Status
from seatplan.solvers import Answer, Control, Piece
from seatplan.solvers.answer import prices
from seatplan.terms import Model

__all__ = ["Combined"]

Ints = NDArray[np.intp]
Steps = tuple[int, ...]
Values = tuple[int, ...]
_TOGETHER = 60_000
"""People x seats up to which one search over all parts at once is the quickest way (measured)."""
_CHOICES = 400
"""Plans of one part that are looked at; more are not worth the time."""
_STATES = 50_000


@dataclass(frozen=True, eq=False)
class _Choice:
    """A plan of one part, what it costs in every tier of the whole, and how far it is from each known plan."""

    seats: Ints
    values: Values
    steps: Steps


@dataclass(eq=False)
class Combined:
    """Parts of a model that share no seat and no statement.

    Parameters
    ----------
    model : Model
    pieces : sequence of Piece
    kinds : ndarray of int, shape (people,)
    control : Control

    Notes
    -----
    For every part the best plans are listed by how many people move against each known plan: first nothing is
    asked; a plan that moves ``a`` people against a known plan serves all who ask for ``a`` or fewer, so next
    ``a + 1`` are asked for. The list holds a best plan for everything that can be asked. Dynamic programming over
    the parts adds moves and prices; the sum is the best of all plans of the whole, if every entry is proven.
    """

    model: Model
    pieces: Sequence[Piece]
    kinds: Ints
    control: Control
    parts: list[Best] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parts = [Best(piece.model, self.kinds[piece.people], self.control) for piece in self.pieces]
        self.whole = Best(self.model, self.kinds, self.control)
        places = np.full(self.model.seats, -1, dtype=np.intp)
        for piece in self.pieces:
            places[piece.seats] = np.arange(len(piece.seats))
        self.places = places

    def next(self, known: Sequence[Ints], differ: int, floor: Values, proven: bool) -> Answer:
        """Return the best plan that differs from all known ones by so much.

        Parameters
        ----------
        known : sequence of ndarray of int
            The first is the best of all plans.
        differ : int
        floor : tuple of int
            Price of the plan before; no plan is better.
        proven : bool
            The first known plan is proven.
        """
        for i, part in enumerate(self.parts if proven else ()):
            part.learn(cut := self._cut(i, known[0]), self._price(i, cut))
        if len(self.pieces) == 1:
            return self._single(known, differ)
        quick = self._one_part(known, differ, floor)
        if quick is not None and quick.status is Status.OPTIMAL:
            return quick
        if self.whole.size <= _TOGETHER:
            return self.whole.find({self.whole.key(plan): differ for plan in known})
        lists = [self._choices(i, known, differ) for i in range(len(self.pieces))]
        best, whole = self._added([choices for choices, _ in lists], len(known), differ)
        exact = whole and all(complete for _, complete in lists)
        if best is None:
            return quick or Answer(None, Status.INFEASIBLE if exact else Status.UNKNOWN)
        answer = self._answer([c.seats for c in best], _sum(c.values for c in best), floor, exact)
        return quick if quick is not None and quick.values < answer.values else answer

    def _single(self, known: Sequence[Ints], differ: int) -> Answer:
        """Return the best plan of a problem that is one part."""
        part, piece = self.parts[0], self.pieces[0]
        answer = part.find({part.key(self._cut(0, plan)): differ for plan in known})
        if answer.seats is None:
            return answer
        seats = np.full(self.model.people, -1, dtype=np.intp)
        seats[piece.people] = piece.seats[answer.seats]
        values, bounds = self._values(0, answer.values), self._values(0, answer.bounds)
        return replace(answer, seats=seats, values=values, bounds=bounds)

    def _one_part(self, known: Sequence[Ints], differ: int, floor: Values) -> Answer | None:
        """Return the first known plan with one part changed: the best of all where that costs no more."""
        best: Answer | None = None
        own = [self._cut(i, known[0]) for i in range(len(self.pieces))]
        base = [self._values(i, self._price(i, seats)) for i, seats in enumerate(own)]
        for i in sorted(range(len(self.parts)), key=lambda i: self.parts[i].size):
            part = self.parts[i]
            if part.model.people < differ:
                continue
            answer = part.find({part.key(self._cut(i, plan)): differ for plan in known})
            if answer.seats is not None:
                values = _sum([*base[:i], *base[i + 1 :], self._values(i, answer.values)])
                new = self._answer([*own[:i], answer.seats, *own[i + 1 :]], values, floor, exact=False)
                best = new if best is None or new.values < best.values else best
            if best is not None and best.status is Status.OPTIMAL:
                break
        return best

    def _choices(self, i: int, known: Sequence[Ints], differ: int) -> tuple[list[_Choice], bool]:
        """Return a best plan of a part for everything that can be asked, and whether these are proven."""
        part, cuts = self.parts[i], [self._cut(i, plan) for plan in known]
        keys = [part.key(cut) for cut in cuts]
        names = list(dict.fromkeys(keys))
        most = min(differ, part.model.people)
        found, complete = list[_Choice](), True
        waiting, met = [(0,) * len(names)], {(0,) * len(names)}
        while waiting and len(found) < _CHOICES:
            asked = waiting.pop()
            answer = part.find({name: least for name, least in zip(names, asked, strict=True) if least})
            proven = answer.status in (Status.OPTIMAL, Status.INFEASIBLE)
            complete &= proven
            if answer.seats is None:
                continue
            far = {name: moves(answer.seats, part.plans[name], part.kinds) for name in names}
            steps = tuple(min(differ, far[key]) for key in keys)
            found.append(_Choice(answer.seats, self._values(i, answer.values), steps))
            for g, name in enumerate(names) if proven else ():
                more = (*asked[:g], far[name] + 1, *asked[g + 1 :])
                if far[name] < most and more not in met:
                    met.add(more)
                    waiting.append(more)
        return found, complete and not waiting

    def _added(self, lists: Sequence[list[_Choice]], plans: int, differ: int) -> tuple[list[_Choice] | None, bool]:
        """Return the cheapest choices that together go far enough, and whether nothing was left out."""
        whole = True
        states: dict[Steps, tuple[Values, list[_Choice]]] = {(0,) * plans: ((0,) * len(self.model.tiers), [])}
        for choices in lists:
            new: dict[Steps, tuple[Values, list[_Choice]]] = {}
            for state, (values, chosen) in states.items():
                for choice in choices:
                    to = tuple(min(differ, a + b) for a, b in zip(state, choice.steps, strict=True))
                    price = _sum([values, choice.values])
                    if to not in new or price < new[to][0]:
                        new[to] = price, [*chosen, choice]
            whole &= len(new) <= _STATES
            states = dict(sorted(new.items(), key=lambda item: item[1][0])[:_STATES])
        found = states.get((differ,) * plans)
        return (found[1] if found else None), whole

    def _answer(self, parts: Sequence[Ints], values: Values, floor: Values, exact: bool) -> Answer:
        seats = np.full(self.model.people, -1, dtype=np.intp)
        for piece, mine in zip(self.pieces, parts, strict=True):
            seats[piece.people] = piece.seats[mine]
        if exact or values == floor:
            proof = (
                "all ways to share the moves among independent parts" if exact else "as good as the plan before"
            )
            return Answer(seats, Status.OPTIMAL, values, values, proof=proof)
        proof = "one part differs, the others stay; the bound is that of the plan before"
        return Answer(seats, Status.FEASIBLE, values, (0,) * len(values), proof=proof)

    def _cut(self, i: int, plan: Ints) -> Ints:
        return np.asarray(self.places[plan[self.pieces[i].people]])

    def _price(self, i: int, seats: Ints) -> Values:
        return prices(self.pieces[i].model, seats)

    def _values(self, i: int, values: Values) -> Values:
        """Return what a part costs in every tier of the whole."""
        mine = dict(zip(self.pieces[i].model.tiers, values, strict=True))
        return tuple(mine.get(tier, 0) for tier in self.model.tiers)


def _sum(parts: Iterable[Values]) -> Values:
    return tuple(map(sum, zip(*parts, strict=True)))
