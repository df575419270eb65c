"""Round tables: a banquet with people all round, a cabaret with nobody's back to the stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import asin, degrees
from typing import Literal

from seatplan.codes import Code
from seatplan.errors import Fault, InputError, refuse
from seatplan.layout.discs.bound import most_discs
from seatplan.layout.discs.floor import DiscFloor
from seatplan.layout.discs.push import pushed
from seatplan.layout.discs.rows import DiscRows, Packing
from seatplan.layout.finished import finished
from seatplan.layout.ground import Ground, ground
from seatplan.layout.layout import Layout
from seatplan.layout.room import Room
from seatplan.layout.said import Said
from seatplan.layout.set_up import CHAIR, TAKEN, Claim, SetUp, TableWish, most_allowed
from seatplan.layout.shapes import Points
from seatplan.layout.usual import usual
from seatplan.layout.wheelchairs.enough import enough_places, wheelchair_way
from seatplan.venue import Area, Fixture, Seat
from seatplan.venue.lines import measure_faults, refuse_numbers
from seatplan.venue.numbering import Language
from seatplan.venue.rings import Ring, round_places

__all__ = ["Arrangement", "RoundRule", "banquet_rounds", "cabaret", "laid_rounds", "round_rules"]

Arrangement = Literal["staggered", "square", "free"]
_CHAIR_OUT = 0.35
"""Metres from the edge of a table to the middle of a chair, as in `seatplan.venue.banquet`."""
_WORDS: dict[Language, tuple[str, str]] = {"en": ("Table {}", "Table {} seat "), "zh": ("{}桌", "{}桌")}
_HALF, _ROUND = 180.0, 360.0


@dataclass(frozen=True, kw_only=True)
class RoundRule:
    """The measures of round tables, in metres.

    Parameters
    ----------
    seats : int
        At each table.
    diameter, gap, wall : float
        Of the table; from edge to edge; from an edge to walls and pillars.
    first : float
        From the stage to the chairs.
    arc : float
        Degrees of the edge along which people sit, about the side away from the stage.
    """

    seats: int
    diameter: float
    gap: float
    wall: float
    first: float
    arc: float = 360.0

    def __post_init__(self) -> None:
        refuse_numbers("round tables", {"seats": (self.seats, 2)}, {})
        refuse(measure_faults("round tables", {"diameter": self.diameter, "gap": self.gap, "wall": self.wall}))
        arc = 3.141592653589793 * self.diameter * self.arc / 360 / self.seats
        if arc < usual("rounds.arc") - 5e-4:
            found = f"{self.seats} seats have {arc:.2f} m of the table's edge each"
            mend = f"give each {usual('rounds.arc'):.2f} m: fewer seats or a larger diameter"
            refuse([Fault("round tables", found, mend)])

    @property
    def apart(self) -> float:
        """Metres from middle to middle."""
        return self.diameter + self.gap

    def floor(self, here: Ground) -> DiscFloor:
        """Return where the middles may be."""
        out = self.diameter / 2 + _CHAIR_OUT + CHAIR / 2
        wall, foot = max(out, self.diameter / 2 + self.wall), usual("table.behind")
        return DiscFloor(here, wall, out, self.first, foot, self.arc < _ROUND)


def round_rules(
    code: Code | None,
    *,
    diameter: float,
    seats: int | None,
    gap: float | None,
    wall: float | None,
    first: float,
    arc: float = _ROUND,
) -> Iterator[RoundRule]:
    """Yield the rule of practice, and with a code those that leave wheelchairs a way along walls, and everywhere.

    Parameters
    ----------
    code : Code or None
    diameter, first, arc : float
    seats : int, optional
        By default the most that practice sets at that diameter.
    gap, wall : float, optional
        What is given stays as it is.

    Examples
    --------
    >>> [(round(rule.wall, 2), round(rule.gap, 2))
    ...  for rule in round_rules("us", diameter=1.524, seats=None, gap=None, wall=None, first=0.5)]
    [(1.22, 1.52), (1.45, 1.52), (1.45, 1.93)]
    """
    rule = RoundRule(
        seats=seats if seats is not None else int(usual("rounds.seats", max(diameter, 1.2192))),
        diameter=diameter,
        gap=usual("table.rounds.preferred") if gap is None else gap,
        wall=usual("table.wall") if wall is None else wall,
        first=first,
        arc=arc,
    )
    yield rule
    way = wheelchair_way(code)
    if way is not None and (gap is None or wall is None):
        beside = rule if wall is not None else replace(rule, wall=max(rule.wall, way + TAKEN))
        yield beside
        if gap is None:
            yield replace(beside, gap=max(rule.gap, way + 2 * TAKEN))


def banquet_rounds(
    room: Room,
    *,
    code: Code | None = None,
    people: int | None = None,
    arrangement: Arrangement = "staggered",
    diameter: float = 1.524,
    seats: int | None = None,
    gap: float | None = None,
    wall: float | None = None,
    first: float = 0.5,
    language: Language = "en",
) -> Layout:
    """Return round tables with people all round, as many as have room.

    Parameters
    ----------
    room, code, people, language
        As for `lay_out`.
    arrangement : {"staggered", "square", "free"}
        Rows of equally spaced tables, each shifted and placed as is best; rows and columns; or wherever there
        is room.
    diameter : float
        Of a table; by default 60 in.
    seats : int, optional
        At each table; by default the most that practice sets at that diameter (codes.md 3.4).
    gap, wall : float, optional
        Metres from edge to edge, and from an edge to walls and pillars; by default 60 in and 48 in.
    first : float
        Metres from the stage to the first chairs.

    Returns
    -------
    Layout
        The bound of free tables is that of Oler, and no proof that more than the count have room.

    Raises
    ------
    InputError
        If not a single table has room, and for seats with too little of the table's edge.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> found = banquet_rounds(Room(rectangle(12, 9)), seats=8)
    >>> found.count, found.bound, len(found.venue.areas)
    (64, 64, 8)
    """
    here = ground(room)
    wish = TableWish(style=f"banquet, {arrangement} rounds", code=code, people=people, language=language)
    rules = round_rules(code, diameter=diameter, seats=seats, gap=gap, wall=wall, first=first)
    return enough_places(partial(laid_rounds, here, rule, wish, arrangement) for rule in rules)


def cabaret(
    room: Room,
    *,
    code: Code | None = None,
    people: int | None = None,
    arrangement: Arrangement = "staggered",
    diameter: float = 1.524,
    seats: int | None = None,
    arc: float = 210.0,
    gap: float | None = None,
    wall: float | None = None,
    first: float = 1.0,
    language: Language = "en",
) -> Layout:
    """Return round tables with people on the side that faces the stage only (crescent rounds).

    Parameters
    ----------
    room, code, people, arrangement, diameter, gap, wall, first, language
        As for `banquet_rounds`.
    seats : int, optional
        At each table; by default 5 (codes.md 3.4).
    arc : float
        Degrees of the edge along which they sit.

    Returns
    -------
    Layout

    Raises
    ------
    InputError
        As for `banquet_rounds`.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> found = cabaret(Room(rectangle(12, 9)))
    >>> found.count, all(0 < seat.facing < 180 for seat in found.venue.seats)
    (40, True)
    """
    here, each = ground(room), int(usual("crescent.seats")) if seats is None else seats
    wish = TableWish(style=f"cabaret, {arrangement} rounds", code=code, people=people, language=language)
    rules = round_rules(code, diameter=diameter, seats=each, gap=gap, wall=wall, first=first, arc=arc)
    return enough_places(partial(laid_rounds, here, rule, wish, arrangement) for rule in rules)


def laid_rounds(
    here: Ground,
    rule: RoundRule,
    wish: TableWish,
    arrangement: Arrangement,
    extra: SetUp | None = None,
    floor: DiscFloor | None = None,
) -> Layout:
    """Return the layout of round tables, with other tables that stand there already and the floor they leave."""
    floor = floor or rule.floor(here)
    packing, bound, alike = _packed(floor, rule.apart, arrangement)
    other = len(extra.seats) if extra else 0
    if not len(packing) and not other:
        found = f"no round table of {rule.diameter:g} m has room in it"
        raise InputError([Fault(f"room {here.room.name!r}", found, "give a larger room or smaller tables")])
    wanted = most_allowed(here, wish) - other
    made = _set_up(packing.middles, rule, wish.language, max(0, wanted))
    if extra:
        made = SetUp((*extra.seats, *made.seats), (*extra.areas, *made.areas), (*extra.tables, *made.tables))
    claim = Claim(
        bound * rule.seats + other, _proof(rule, arrangement, packing, bound), alike, _measures(rule, packing)
    )
    return finished(here, made, wish, claim)


def _packed(floor: DiscFloor, apart: float, arrangement: Arrangement) -> tuple[Packing, int, int]:
    """Return the best packing, the bound on their number, and how many other spacings are as good."""
    found = list(DiscRows(floor, apart, arrangement == "square").all())
    best = max(found, key=len)
    if arrangement != "free":
        return best, len(best), sum(len(one) == len(best) for one in found) - 1
    most = most_discs(floor, apart)
    return pushed(floor, apart, best, most), most, 0


def _set_up(middles: Points, rule: RoundRule, language: Language, wanted: int) -> SetUp:
    """Return tables with chairs, those near the front first; as few tables as are needed, filled evenly."""
    ordered = sorted(map(tuple, middles.tolist()), key=lambda place: (-round(place[1], 3), place[0]))
    count = min(len(ordered), -(-wanted // rule.seats))
    chosen = sorted(ordered, key=lambda place: (round(place[1] * -1 + abs(place[0]) * 0.5, 3), place))[:count]
    chosen.sort(key=lambda place: (-round(place[1], 3), place[0]))
    total = min(wanted, count * rule.seats)
    parts = [_table(k + 1, place, total * (k + 1) // count - total * k // count, rule, language)
             for k, place in enumerate(chosen)]  # fmt: skip
    return SetUp(
        tuple(seat for seats, _, _ in parts for seat in seats),
        tuple(area for _, area, _ in parts),
        tuple(top for _, _, top in parts),
    )


def _table(
    number: int, place: Sequence[float], count: int, rule: RoundRule, language: Language
) -> tuple[list[Seat], Area, Fixture]:
    label, name = (word.format(number) for word in _WORDS[language])
    x, y = (round(float(value), 6) + 0.0 for value in place)
    size = round(rule.diameter, 6)
    area = Area(f"table-{number}", label, "ring", 1, round(3.14159 * rule.diameter / max(2, rule.seats), 3), 0.6)
    reach = rule.diameter / 2 + _CHAIR_OUT
    places = (
        round_places(count, reach, (x, y)) if rule.arc >= _ROUND else list(_crescent(count, reach, (x, y), rule))
    )
    seats = Ring(area, name, language).seats(places)
    top = Fixture(f"{area.id}-top", label, "table", x, y, size, size, area=area.id, height=0.75)
    return seats, area, top


def _crescent(
    count: int, reach: float, middle: tuple[float, float], rule: RoundRule
) -> Iterator[tuple[float, float, float]]:
    """Yield places along the part of the edge away from the stage, from the middle to the right hand and back."""
    from math import cos, radians, sin

    room = min(rule.arc, _HALF + 2 * degrees(asin(rule.diameter / 2 / reach)) - 1.0)
    step = room / rule.seats
    order = [k - (count - 1) / 2 for k in range(count)]
    for k in sorted(order, key=lambda k: (k < -0.25, k)):
        angle = 270.0 + k * min(step, (_HALF - 2.0) / max(1, count - 1))
        a = radians(angle)
        yield middle[0] + reach * cos(a), middle[1] + reach * sin(a), (angle + 180.0) % 360.0


def _proof(rule: RoundRule, arrangement: Arrangement, packing: Packing, bound: int) -> Said:
    kinds = {"staggered": "rounds", "square": "rounds, square", "free": "rounds, free"}
    return Said(kinds[arrangement], {"tables": len(packing), "apart": rule.apart, "bound": bound})


def _measures(rule: RoundRule, packing: Packing) -> tuple[tuple[str, float], ...]:
    return (
        ("diameter", rule.diameter),
        ("gap", round(rule.gap, 4)),
        ("wall", round(rule.wall, 4)),
        ("spacing", packing.spacing),
    )
