"""`Best`: the best plan of one model that is far enough from given plans, remembered and reused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from seatplan.alternatives.differ import differs, moves
from seatplan.result import Status
from seatplan.solvers import Answer, Control, Stopped, solve_model
from seatplan.solvers.answer import prices
from seatplan.solvers.cpsat import CpSat
from seatplan.solvers.highs import Highs
from seatplan.terms import Domain, Model, Statement

__all__ = ["Best", "Far", "searched"]

Ints = NDArray[np.intp]
Far = Mapping[bytes, int]
"""Plans, as `Best.key` names them, and how many people must sit elsewhere than in each."""
_SMALL = 60_000
"""People x seats up to which one search over everybody is the quickest way (measured)."""
_LARGEST = 300_000
"""People x seats above which one search over everybody is hopeless (measured: 480 x 500 is proven in seconds)."""
_WINDOW = 80
"""People who may move while all others stay."""
_WINDOWS = 8
_SHARE = 0.25
"""Of the time that is left, for windows."""


@dataclass(eq=False)
class Best:
    """One model, and what is known of its best plans.

    Parameters
    ----------
    model : Model
    kinds : ndarray of int, shape (people,)
    control : Control

    Notes
    -----
    An answer that was the best under weaker demands is the best under stronger ones that it happens to meet; and
    no plan under stronger demands is better. In a large model some people on neighbouring seats move while the
    others stay, and in a still larger one some leave their seats: if that costs no more, it is the best.
    """

    model: Model
    kinds: Ints
    control: Control
    plans: dict[bytes, Ints] = field(default_factory=dict)
    known: list[tuple[Far, Answer]] = field(default_factory=list)

    def key(self, seats: Ints) -> bytes:
        """Return the name of a plan: the same for plans that differ in nothing but who of a kind sits where."""
        order = np.lexsort((seats, self.kinds))
        name = seats[order].tobytes()
        self.plans.setdefault(name, seats)
        return name

    @property
    def size(self) -> int:
        """People times seats."""
        return self.model.people * self.model.seats

    def learn(self, seats: Ints, values: tuple[int, ...]) -> None:
        """Remember that a plan is the best of all."""
        if any(not far for far, _ in self.known):
            return
        self.key(seats)
        self.known.append(({}, Answer(seats, Status.OPTIMAL, values, values, proof="the best of all plans")))

    def far(self, seats: Ints, far: Far) -> bool:
        """Tell whether a plan is far enough from others."""
        return all(moves(seats, self.plans[name], self.kinds) >= least for name, least in far.items())

    def find(self, far: Far) -> Answer:
        """Return the best plan that is far enough from others; unknown if it was not found in time."""
        for before, answer in self.known:
            weaker = all(far.get(name, 0) >= least for name, least in before.items())
            if weaker and (answer.seats is None or self.far(answer.seats, far)):
                return answer
        try:
            answer = self._found(far)
        except Stopped as stopped:
            return Answer(None, Status.UNKNOWN, proof=str(stopped))
        if answer.status in (Status.OPTIMAL, Status.INFEASIBLE):
            self.known.append((dict(far), answer))
        return answer

    def _found(self, far: Far) -> Answer:
        near = None if self.size <= _SMALL else self._near(far, self._floor(far))
        if near is not None and near.status is Status.OPTIMAL:
            return near
        whole = Answer(None, Status.UNKNOWN) if self.size > _LARGEST else self._solved(far)
        if near is None or whole.status in (Status.OPTIMAL, Status.INFEASIBLE):
            return whole
        return whole if whole.seats is not None and whole.values <= near.values else near

    def _solved(self, far: Far) -> Answer:
        return searched(self._limited(far), self.control)

    def _limited(self, far: Far, fixed: tuple[Statement, ...] = ()) -> Model:
        musts = (differs(self.model, self.plans[name], least, self.kinds) for name, least in far.items() if least)
        statements = (*self.model.statements, *musts, *fixed)
        return Model(self.model.people, self.model.seats, statements)

    def _floor(self, far: Far) -> tuple[int, ...]:
        """Return the price of the best plan under weaker demands."""
        weaker = (
            answer.values
            for before, answer in self.known
            if answer.seats is not None and all(far.get(name, 0) >= least for name, least in before.items())
        )
        return max(weaker, default=(0,) * len(self.model.tiers))

    def _near(self, far: Far, floor: tuple[int, ...]) -> Answer | None:
        """Return the best of some attempts that ask for more than they must; proven if it costs the floor."""
        best: Answer | None = None
        left = self.control.remaining
        control = self.control if left is None else self.control.within(_SHARE * left)
        for fixed in self._barred(far) if self.size > _LARGEST else self._windows(far):
            if control.expired:
                break
            large = self.size > _LARGEST
            answer = _tried(
                solve_model if large else searched, self._limited({} if large else far, fixed), control
            )
            if answer.seats is not None and self.far(answer.seats, far):
                new = self._judged(answer.seats, floor)
                best = new if best is None or new.values < best.values else best
            if best is not None and best.status is Status.OPTIMAL:
                return best
        return best

    def _judged(self, seats: Ints, floor: tuple[int, ...]) -> Answer:
        values = prices(self.model, seats)
        if values == floor:
            return Answer(
                seats, Status.OPTIMAL, values, values, proof="no dearer than the best plan of which less is asked"
            )
        return Answer(
            seats, Status.FEASIBLE, values, (0,) * len(values), proof="some people move, the others stay"
        )

    def _windows(self, far: Far) -> Iterator[tuple[Statement, ...]]:
        """Yield musts that people on neighbouring seats may move, and all others keep their seats of a plan."""
        plans = [self.plans[name] for name in far] or list(self.plans.values())
        size = max(_WINDOW, *far.values(), 0)
        for i, start in enumerate(self._starts(size)):
            seats = plans[i % len(plans)]
            stays = np.delete(np.argsort(seats, kind="stable"), np.s_[start : start + size])
            yield tuple(Statement(Domain(np.array([p]), seats[[p]])) for p in stays)

    def _barred(self, far: Far) -> Iterator[tuple[Statement, ...]]:
        """Yield musts that some people on neighbouring seats leave the seats that they have in all other plans.

        Nobody else is told to stay, and nothing but domains is added: every method that is made for the model
        as it is can be used.
        """
        plans = [self.plans[name] for name in far]
        size = max(far.values(), default=1)
        every = np.arange(self.model.seats)
        for start in self._starts(size) if plans else ():
            chosen = np.argsort(plans[0], kind="stable")[start : start + size]
            yield tuple(
                Statement(
                    Domain(np.flatnonzero(self.kinds == self.kinds[p]), np.delete(every, [s[p] for s in plans]))
                )
                for p in chosen
            )

    def _starts(self, size: int) -> list[int]:
        """Return the first of some people who sit beside one another; from the rear, where seats are free."""
        found = np.linspace(max(0, self.model.people - size), 0, _WINDOWS).astype(int)
        return list(dict.fromkeys(found.tolist()))


def searched(model: Model, control: Control) -> Answer:
    """Return the best plan of a model that no special method reads, such as one with a limit over everybody.

    Parameters
    ----------
    model : Model
    control : Control

    Raises
    ------
    Stopped
        If time is up before there is any plan.

    Examples
    --------
    >>> searched(Model(2, 2), Control()).status.value
    'optimal'
    """
    first = Highs().solve(model, control) if Highs().supports(model) else None
    if first is not None and first.status in (Status.OPTIMAL, Status.INFEASIBLE):
        return first
    control.checkpoint()
    second = CpSat().solve(model, control)
    if first is None or first.seats is None or second.status in (Status.OPTIMAL, Status.INFEASIBLE):
        return second
    return first if second.seats is None or first.values <= second.values else second


def _tried(search: Callable[[Model, Control], Answer], model: Model, control: Control) -> Answer:
    try:
        return search(model, control)
    except Stopped as stopped:
        return Answer(None, Status.UNKNOWN, proof=str(stopped))
