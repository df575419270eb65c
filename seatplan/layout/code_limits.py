"""What codes allow, as plain numbers for layouts: rows, aisles, doors, people on the floor.

Verified values and those with a single source limit a layout, so that it stands without a warning; what is
unconfirmed limits nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from math import hypot
from typing import ParamSpec, TypeVar

import numpy as np

from seatplan.codes import (
    Code,
    Pack,
    Silent,
    aisle_width,
    confirmed,
    exit_count,
    exit_separation,
    exit_width,
    first_row,
    load_cap,
    load_code,
    occupant_load,
    row_limit,
    strictest,
)
from seatplan.codes.formulas.aisle_width import Floor
from seatplan.codes.formulas.exits import Part
from seatplan.codes.formulas.occupant_load import Use
from seatplan.errors import Fault, InputError
from seatplan.layout.ground import Ground, Threshold
from seatplan.layout.layout import Limit
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.said import Said

__all__ = ["ANY", "Exits", "ask", "binding", "floor_limit", "floor_of", "needed", "row_rule"]

P = ParamSpec("P")
R = TypeVar("R")
Packs = tuple[Pack, ...]
ANY = 100_000
"""No limit."""
_SMALL = 49
"""So many people may leave by one door where a code says nothing of small rooms (IBC 1006; the UK allows 60)."""
_RAMP = 1 / 12


def binding(code: Code | None, building: str = "hall") -> Packs:
    """Return the packs of a code with the values that limit a layout; none for no code.

    Examples
    --------
    >>> [pack.id for pack in binding("us")], binding(None)
    (['ada-2010', 'ibc-2021', 'nfpa-101'], ())
    """
    return () if code is None else confirmed(load_code(code, building=building), single_source="must")


def ask(default: R, formula: Callable[P, R], *args: P.args, **options: P.kwargs) -> R:
    """Return what a formula says, or the default when no pack says anything.

    Examples
    --------
    >>> from seatplan.codes import exit_count
    >>> ask(1, exit_count, binding("us"), 300), ask(1, exit_count, (), 300)
    (2, 1)
    """
    try:
        return formula(*args, **options)
    except Silent:
        return default


def floor_of(here: Ground) -> Floor:
    """Tell whether the floor of a room has steps or is steeper than a ramp."""
    return "stepped" if here.room.steps or abs(here.room.slope) > _RAMP else "level"


def row_rule(packs: Packs, here: Ground, *, pitch: float, seat: float, depth: float) -> RowRule:
    """Return the rule of rows of chairs under codes.

    Parameters
    ----------
    packs : tuple of Pack
        Where they say nothing: 22 seats between aisles and half of that beside one, aisles of 1.10 m and 0.90 m.
    here : Ground
    pitch, seat, depth : float
        From row to row, width of a seat, and depth of a chair.

    Returns
    -------
    RowRule

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> hall = ground(Room(((0, 0), (24, 0), (24, 18), (0, 18))))
    >>> rule = row_rule(binding("cn"), hall, pitch=0.9, seat=0.55, depth=0.5)
    >>> rule.both, rule.one, rule.aisle, rule.section, round(rule.persons_per_metre)
    (22, 11, 1.0, 20, 167)
    """
    floor = floor_of(here)
    aisle = ask(1.10, aisle_width, packs, 50, floor=floor)
    alone = ask(0.90 if not packs else aisle, aisle_width, packs, 50, floor=floor, sides="one")
    capacity = ask(None, _reading, packs, f"aisle.capacity.{floor}")
    screen = here.room.screen.height if here.room.screen else 0.0
    return RowRule(
        unit=seat,
        depth=depth,
        pitch=pitch,
        both=ask(22, row_limit, packs, access="both", pitch=pitch, gap=pitch - depth, seat=seat),
        one=ask(11, row_limit, packs, access="one", pitch=pitch, gap=pitch - depth, seat=seat),
        aisle=aisle,
        side_aisle=alone,
        cross=max(ask(aisle, needed, packs, "aisle.width.cross"), alone),
        section=int(ask(20.0 if not packs else ANY, needed, packs, "row.between_cross")),
        first=ask(1.50 if here.stage is not None or not packs else 1.0, first_row, packs, screen_height=screen),
        persons_per_metre=None if capacity is None else 1 / capacity,
    )


def needed(packs: Packs, key: str) -> float:
    """Return the strictest value of a quantity."""
    return float(strictest(packs, key).si)


def _reading(packs: Packs, key: str) -> float | None:
    return (
        max(float(pack.si(key)) for pack in packs if pack.says(key)) if any(p.says(key) for p in packs) else None
    )


def floor_limit(packs: Packs, area: float, use: Use) -> Limit | None:
    """Return how many people may be on a floor; None when no pack says.

    Examples
    --------
    >>> print(floor_limit(binding("us"), 278.70912, "chairs"))
    density: 429, 278.7 m2 for people on chairs
    """
    most = ask(0, occupant_load, packs, area, use)
    if not most:
        return None
    return Limit("density", max(most, ask(0, load_cap, packs, area)), Said(f"floor, {use}", {"area": area}))


@dataclass(frozen=True, eq=False)
class Exits:
    """How many people may leave by some doors of a room.

    Parameters
    ----------
    packs : tuple of Pack
    here : Ground

    Examples
    --------
    >>> from seatplan.layout import Door, Room
    >>> from seatplan.layout.ground import ground
    >>> doors = Door(2, 0, 1.6, name="a"), Door(22, 18, 1.6, name="b")
    >>> exits = Exits(binding("us"), ground(Room(((0, 0), (24, 0), (24, 18), (0, 18)), doors)))
    >>> exits(frozenset("ab")), exits(frozenset("a"))
    (500, 49)
    """

    packs: Packs
    here: Ground
    _known: dict[frozenset[str], int] = field(default_factory=dict, repr=False)

    def __call__(self, names: frozenset[str]) -> int:
        """Return the number of people."""
        if names not in self._known:
            self._known[names] = min((limit.persons for limit in self.limits(names)), default=ANY)
        return self._known[names]

    @property
    def all(self) -> int:
        """How many people may leave by all doors that are open."""
        return self(frozenset(door.name for door in self.here.room.exits))

    def refuse_none(self) -> None:
        """Refuse a room that nobody may be in, and say why.

        Raises
        ------
        InputError
            If the code lets nobody leave by the doors there are.

        Examples
        --------
        >>> from seatplan.layout import Door, Room
        >>> from seatplan.layout.ground import ground
        >>> Exits(binding("cn"), ground(Room(((0, 0), (9, 0), (9, 6), (0, 6)), (Door(4, 0, 1.2),)))).refuse_none()
        Traceback (most recent call last):
        seatplan.errors.InputError: room 'Room': nobody may be in it: its widest door is 1.20 m wide, ...
        """
        if not self.here.room.exits or self.all >= 1:
            return
        widest = max(door.width for door in self.here.room.exits)
        if widest < self._least - 5e-4:
            asked = strictest(self.packs, "exits.door.width")
            found = f"its widest door is {widest:.2f} m wide, and codes ask for {asked}"
            mend = f"widen a door to {self._least:.2f} m"
        else:
            names = frozenset(door.name for door in self.here.room.exits)
            found, mend = str(min(self.limits(names), key=lambda limit: limit.persons)), "widen a door or add one"
        where = f"room {self.here.room.name!r}"
        raise InputError([Fault(where, f"nobody may be in it: {found}", mend)])

    def limits(self, names: frozenset[str]) -> list[Limit]:
        """Return what their number and their widths allow; nothing in a room without doors."""
        if not self.packs or not self.here.room.doors:
            return []
        doors = list(self._doors(names))
        usable = [door for door in doors if door.door.width >= self._least - 5e-4]
        return [*self._by_number(usable, len(doors) - len(usable)), *self._by_width(usable)]

    def _doors(self, names: frozenset[str]) -> Iterator[Threshold]:
        return (threshold for threshold in self.here.doors if threshold.door.name in names)

    @property
    def _least(self) -> float:
        return ask(0.0, needed, self.packs, "exits.door.width")

    def _by_number(self, usable: list[Threshold], narrow: int) -> Iterator[Limit]:
        if ask(None, exit_count, self.packs, 1) is None:
            return
        apart = self._apart(usable)
        count = len(usable) if apart else min(1, len(usable))
        persons = _largest(lambda persons: exit_count(self.packs, persons) <= count)
        if count == 1:
            persons = max(persons, _SMALL)
        kind = ("exits, others narrow" if narrow else "exits") if apart else "exits too near"
        more = {"narrow": narrow, "least": self._least} if kind == "exits, others narrow" else {}
        yield Limit("doors", persons, Said(kind, {"count": count, **more}))

    def _apart(self, usable: list[Threshold]) -> bool:
        """Tell whether two of the doors are far enough apart."""
        size = np.ptp(self.here.walls, axis=0)
        needed = ask(0.0, exit_separation, self.packs, float(size[0]), float(size[1]))
        pairs = combinations(usable, 2)
        return len(usable) < 2 or any(hypot(*(a.place - b.place)) >= needed - 5e-4 for a, b in pairs)

    def _by_width(self, usable: list[Threshold]) -> Iterator[Limit]:
        part: Part = "stepped" if floor_of(self.here) == "stepped" else "level"
        part = part if ask(None, exit_width, self.packs, 100, part=part) is not None else "level"
        if ask(None, exit_width, self.packs, 100, part=part) is None:
            return
        wide = sum(threshold.door.width for threshold in usable)
        persons = _largest(lambda persons: exit_width(self.packs, persons, part=part) <= wide + 5e-4)
        yield Limit("doors", persons, Said("width of exits", {"wide": wide}))


def _largest(holds: Callable[[int], bool]) -> int:
    """Return the largest number up to which something holds."""
    low, high = 0, ANY
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low
