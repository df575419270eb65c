"""Which of several rules of rows seats most people: all are compared, none by a coarser measure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from seatplan.layout.ground import Ground
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.leaving import Found
from seatplan.layout.rows.row_bounds import rows_bound
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.search import Ceilings, most_in_rows, search_rows
from seatplan.layout.rows.way_out import Cap

__all__ = ["RuleSearch"]


@dataclass(frozen=True, eq=False)
class RuleSearch:
    """Compares rules.

    Parameters
    ----------
    here : Ground
    family : callable
        The rows of a rule.
    exits : Cap
        How many may leave by doors of some names.
    left : callable
        How many places so many seats of a rule leave, once wheelchair spaces have taken theirs.
    lifted : callable
        The fewest seats of a rule that leave so many places.
    grid, step : float
        As for `search_rows`.
    """

    here: Ground
    family: Callable[[RowRule], Family]
    exits: Cap
    left: Callable[[RowRule, int], int]
    lifted: Callable[[RowRule, int], int]
    grid: float
    step: float

    def best(self, rules: Sequence[RowRule], places: int = 0) -> Found:
        """Return the rows that leave most places, more than are known; nobody's when there are none.

        Their bound and the number of sets are those of all rules.
        """
        found, bound, sets = Found(rule=rules[0]), 0, 0
        for group in _groups(rules):
            ceilings: Ceilings = {}
            most = self._most(group, places, ceilings)
            for rule in group:
                if places >= most:
                    break
                one = self._searched(rule, self._seats(rule, places), ceilings)
                sets, bound = sets + one.sets, max(bound, self.left(rule, one.bound))
                if self.left(rule, one.out.persons) > places:
                    found, places = one, self.left(rule, one.out.persons)
        return replace(found, bound=max(found.bound, self.lifted(found.rule, bound)), sets=sets)

    def _seats(self, rule: RowRule, places: int) -> int:
        """Return the most seats that leave no more than so many places."""
        return self.lifted(rule, places + 1) - 1

    def _most(self, group: Sequence[RowRule], places: int, ceilings: Ceilings) -> int:
        """Return more places than any of the rules leaves: with the narrowest aisles, if these took anybody."""
        rule = replace(group[0], persons_per_metre=None)
        above = self._seats(rule, places)
        top = self.lifted(rule, self.exits(frozenset(door.name for door in self.here.room.exits)))
        if top <= above or rows_bound(rule, self.family(rule)) <= above:
            return places
        most = most_in_rows(
            self.here,
            self.family(rule),
            rule,
            top=top,
            grid=self.grid,
            step=self.step,
            above=above,
            ceilings=ceilings,
        )
        return self.left(rule, most)

    def _searched(self, rule: RowRule, above: int, ceilings: Ceilings) -> Found:
        def cap(names: frozenset[str]) -> int:
            return self.lifted(rule, self.exits(names))

        return search_rows(
            self.here, self.family(rule), rule, cap, grid=self.grid, step=self.step, above=above, ceilings=ceilings
        )


def _groups(rules: Sequence[RowRule]) -> list[list[RowRule]]:
    """Return the rules by their pitch, those first that are likely to seat most; without rows, none."""
    groups: dict[float, list[RowRule]] = {}
    for rule in rules:
        if rule.both or rule.one:
            groups.setdefault(rule.pitch, []).append(rule)
    return sorted(groups.values(), key=lambda group: -_density(group[0]))


def _density(rule: RowRule) -> float:
    """Return the people on a square metre of rows as long as they may be, with an aisle beside each."""
    length = rule.length(rule.both)
    return rule.both / ((length + rule.aisle) * rule.pitch)
