"""Wishes as musts: what can be granted in full is found by the methods for musts, and nothing costs less.

Most events can grant most wishes. A wish that stands as a must is open to the methods for musts, which are
fast; if there is a plan, the wish costs 0. If there is none, at least one wish costs its
weight. Prices of seats and outlines stay prices, for they are seldom 0, and so do single empty seats: few methods
read them, and exchanges of seats fill them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace

import numpy as np

from seatplan.result import Status
from seatplan.solvers.answer import Answer
from seatplan.solvers.control import Control
from seatplan.solvers.record import Record, by_tier
from seatplan.terms import Bands, Compact, Cost, Domain, Lone, Model, Region, Statement

__all__ = ["granted", "hardened", "in_blocks", "in_line", "in_snake", "sharpened"]

Wish = tuple[int, int]
"""Tier and rule."""
Quick = Callable[[Model, Control], tuple[Answer, Model]]
"""Solves a model, perhaps without some of its prices: then the model that it solved is another."""


def hardened(model: Model, wishes: Collection[Wish]) -> Model:
    """Return the model in which some wishes are musts.

    Examples
    --------
    >>> import numpy as np
    >>> from seatplan.terms import Count
    >>> wish = Statement(Count(np.array([0]), np.array([1]), 1, 1), rule=4, tier=2)
    >>> hardened(Model(1, 2, (wish,)), {(2, 4)}).tiers
    ()
    """
    found = (replace(s, tier=0, weight=1) if _wish(s) in wishes else s for s in model.statements)
    return Model(model.people, model.seats, tuple(found))


def _wish(statement: Statement) -> Wish | None:
    """Return whose wish a statement is; None for musts and for prices that stay prices."""
    if not statement.tier or isinstance(statement.term, Domain | Cost | Compact | Lone):
        return None
    return statement.tier, statement.rule


def _wishes(statements: Iterable[Statement]) -> list[Wish]:
    return sorted({wish for s in statements if (wish := _wish(s)) is not None})


def sharpened(record: Record) -> Model:
    """Return the model in which all wishes are musts that any plan as good as the best one grants."""
    assert record.best is not None
    tiers = record.model.tiers
    proven = 0
    for value, bound, floor in zip(record.best.values, record.answer().bounds, record.floors, strict=True):
        if not value == bound == floor:
            break
        proven += 1
    return hardened(record.model, [w for w in _wishes(record.model.statements) if w[0] in tiers[:proven]])


def granted(record: Record, quick: Quick, control: Control) -> list[Wish]:
    """Grant all wishes at once, or as many as can be, the strongest first; keep plans and bounds.

    Parameters
    ----------
    record : Record
        With the floors of its model.
    quick : callable
        Solves a model of more musts.
    control : Control

    Returns
    -------
    list of (int, int)
        Tier and rule of the wishes that can be granted together, as far as the quick methods know.
    """
    ladder = _Ladder(record, quick, control)
    wishes = _wishes(record.model.statements)
    if not wishes or (ladder.grants(wishes) and record.closed):
        return wishes
    kept: list[Wish] = []
    for tier in sorted({tier for tier, _ in wishes}):
        mine = [wish for wish in wishes if wish[0] == tier]
        kept.extend(mine if ladder.grants([*kept, *mine]) else ladder.some(kept, mine))
        if record.closed or control.expired:
            break
    return kept


@dataclass(eq=False)
class _Ladder:
    record: Record
    quick: Quick
    control: Control
    tried: dict[tuple[Wish, ...], bool] = field(default_factory=dict)

    def grants(self, wishes: list[Wish]) -> bool:
        """Tell whether there is a plan that grants these wishes, as far as the quick methods know."""
        key = tuple(sorted(wishes))
        if key not in self.tried:
            self.tried[key] = bool(key) and not self.control.expired and self._try(key)
        return self.tried[key]

    def some(self, kept: list[Wish], mine: list[Wish]) -> list[Wish]:
        """Return those wishes of a tier that can be granted one after the other."""
        found: list[Wish] = []
        for wish in mine if len(mine) > 1 else ():
            if self.grants([*kept, *found, wish]):
                found.append(wish)
        return found

    def _try(self, wishes: tuple[Wish, ...]) -> bool:
        answer, solved = self.quick(hardened(self.record.model, wishes), self.control)
        if answer.status is Status.INFEASIBLE:
            self._refused(wishes)
        if answer.seats is None or not self.record.plan(answer.seats, answer.method):
            return False
        self._proven(wishes, answer, solved)
        return True

    def _refused(self, wishes: tuple[Wish, ...]) -> None:
        """No plan grants all: the last tier costs the least weight more, or an earlier tier does."""
        last = wishes[-1][0]
        weights = [s.weight for s in self.record.model.statements if s.tier == last and _wish(s) in wishes]
        more = (min(weights) if tier == last else 0 for tier in self.record.model.tiers)
        bound = tuple(floor + least for floor, least in zip(self.record.floors, more, strict=True))
        self.record.learn(bound, "no plan grants all wishes of these tiers in full")

    def _proven(self, wishes: tuple[Wish, ...], answer: Answer, solved: Model) -> None:
        """Keep the bound of the harder model, if every plan as good in its tiers grants all these wishes."""
        last = wishes[-1][0]
        model = self.record.model
        reached = by_tier(model, solved, answer.values) if answer.values else (0,) * len(model.tiers)
        upto = sum(tier <= last for tier in model.tiers)
        every = [wish for wish in _wishes(model.statements) if wish[0] <= last]
        if list(wishes) == every and reached[:upto] == self.record.floors[:upto] and answer.bounds:
            self.record.learn(by_tier(model, solved, answer.bounds), answer.proof)


def in_blocks(model: Model) -> Model:
    """Return a harder model, in which people with a priced outline sit in one connected part."""
    added = tuple(
        Statement(Region(s.term.people, s.term.edges, s.term.grid))
        for s in model.statements
        if s.tier and isinstance(s.term, Compact) and len(s.term.people) > 1
    )
    return Model(model.people, model.seats, (*model.statements, *added)) if added else model


def in_snake(model: Model) -> Model:
    """Return a harder model, in which groups whose bands have a price follow each other up and down the lines.

    Two groups may share a line then, but hardly three; other wishes are left to themselves.
    """
    grid = next((s.term.grid for s in model.statements if isinstance(s.term, Region | Compact)), None)
    bands = next((s.term for s in model.statements if s.tier and isinstance(s.term, Bands)), None)
    if grid is None or bands is None:
        return model
    line = np.unique(bands.line, return_inverse=True)[1].reshape(-1)
    across = np.where(line % 2 == 0, grid[:, 0], -grid[:, 0])
    place = np.empty(model.seats, dtype=np.intp)
    place[np.lexsort((np.arange(model.seats), across, line))] = np.arange(model.seats)
    kept = tuple(s for s in model.statements if not s.tier or isinstance(s.term, Cost))
    return Model(model.people, model.seats, (*kept, Statement(Bands(bands.groups, place, True))))


def in_line(model: Model) -> Model:
    """Return a harder model, in which bands without an order follow each other as they are listed."""
    if not any(map(_unordered, model.statements)):
        return model
    found = (
        replace(s, term=replace(s.term, ordered=True)) if _unordered(s) and isinstance(s.term, Bands) else s
        for s in model.statements
    )
    return Model(model.people, model.seats, tuple(found))


def _unordered(statement: Statement) -> bool:
    return not statement.tier and isinstance(statement.term, Bands) and not statement.term.ordered
