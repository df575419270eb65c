"""From rules of rows to a layout: the search over pitches and widths, and what limits the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from seatplan.codes import Code
from seatplan.codes.formulas.occupant_load import Use
from seatplan.errors import Fault, InputError
from seatplan.layout.code_limits import ANY, Exits, Packs, binding, floor_limit
from seatplan.layout.fixtures import fixtures_of
from seatplan.layout.ground import Ground
from seatplan.layout.layout import Layout, Limit, Spaces
from seatplan.layout.people_checks import hall_checks
from seatplan.layout.reached import reached
from seatplan.layout.rows.bays import Bay, choose_bays, marks, slots_of
from seatplan.layout.rows.chevron import Chevron
from seatplan.layout.rows.family import Curved, Family, Straight
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.search import Found, search_rows
from seatplan.layout.rows.seats import RowSeats, aisle_fixtures
from seatplan.layout.rows.space_demand import SpaceDemand
from seatplan.layout.rows.trim import trimmed
from seatplan.layout.said import Said
from seatplan.venue import Fixture, Seat
from seatplan.venue.numbering import Language, Numbers
from seatplan.venue.seat import AreaKind

__all__ = ["RowWish", "Rows", "most_seated", "plan_rows"]

Rows = Literal["straight", "curved", "chevron"]
_GRIDS = ((32.0, 0.05), (48.0, 0.10), (float("inf"), 0.25))
"""Metres between places for aisles, in rooms up to a width."""
_COARSE = 0.25
_PLACES = 120
_BENT, _CURVED = 2.0, 3.0
_STEP, _COARSE_STEP = 0.1, 0.3
_NO_SPACES = Spaces()


@dataclass(frozen=True, kw_only=True)
class RowWish:
    """What is asked of rows.

    Parameters
    ----------
    style : str
        Name for the layout.
    code : Code or None
    people : int or None
        How many places are wanted.
    rows : {"straight", "curved", "chevron"}
    radius : float or None
        Of the first row, if curved.
    widest : float
        Largest angle of a curved row to either side, in radians.
    angle : float
        Degrees by which the halves of a chevron are turned.
    kind : str
        Of the area.
    grid : float or None
    back : float
        Metres from the end of a row's strip to the middle of a seat.
    use : str
        What the floor is used for, for the people it may hold.
    numbers, language
        Of the seats.
    """

    style: str
    code: Code | None = None
    people: int | None = None
    rows: Rows = "straight"
    radius: float | None = None
    widest: float = 1.2
    angle: float = 15.0
    kind: AreaKind = "hall"
    grid: float | None = None
    back: float = 0.25
    use: Use = "chairs"
    numbers: Numbers = "odd_left_even_right"
    language: Language = "en"


Furnish = Callable[[RowRule, Sequence[Seat]], Sequence[Fixture]]
"""What stands with the seats: tables."""


def plan_rows(here: Ground, rules: Sequence[RowRule], wish: RowWish, furnish: Furnish | None = None) -> Layout:
    """Return the layout of the rule that seats most.

    Parameters
    ----------
    here : Ground
    rules : sequence of RowRule
        Several are compared on a coarse grid, and the best is laid exactly.
    wish : RowWish
    furnish : callable, optional

    Returns
    -------
    Layout

    Raises
    ------
    InputError
        If there is no room for a single seat.
    """
    plan = _Plan(here, wish)
    found = plan.search(rules)
    if not found.out.seats:
        mend = "give a larger room, a nearer first row, or an aisle to the rows"
        raise InputError([Fault(f"room {here.room.name!r}", "no seat with a way out has room", mend)])
    return plan.layout(found, furnish)


def most_seated(here: Ground, rules: Sequence[RowRule], wish: RowWish) -> int:
    """Return how many people the best of some rules seats, 0 for none."""
    return _Plan(here, wish).search(rules).out.persons


@dataclass(frozen=True, eq=False)
class _Plan:
    here: Ground
    wish: RowWish

    @cached_property
    def exits(self) -> Exits:
        return Exits(self._packs, self.here)

    @property
    def grid(self) -> float:
        width = self.here.span[1] - self.here.span[0]
        fine = next(grid for most, grid in _GRIDS if width <= most)
        return self.wish.grid or fine * self._rough

    @property
    def _rough(self) -> float:
        """Families whose rows all differ take longer."""
        return {"straight": 1.0, "chevron": _BENT, "curved": _CURVED}[self.wish.rows]

    @property
    def coarse(self) -> float:
        width = self.here.span[1] - self.here.span[0]
        return max(self.grid, _COARSE * self._rough, width / _PLACES)

    def family(self, rule: RowRule) -> Family:
        if self.wish.rows == "straight":
            return Straight(self.here, rule.first)
        if self.wish.rows == "chevron":
            return Chevron(self.here, rule.first, self.wish.angle, max(rule.pitch, rule.depth))
        radius = self.wish.radius if self.wish.radius is not None else max(self.here.depth, rule.first + 1.0)
        return Curved(self.here, rule.first, radius - rule.first, self.wish.widest)

    def search(self, rules: Sequence[RowRule]) -> Found:
        best = rules[0]
        if len(rules) > 1:
            rough = Found()
            for group in _groups(rules):
                rough = self._widest(group, rough)
            best = rough.rule if rough.out.seats else best
        found = self._rows(best, self.grid, _STEP, None)
        narrow = next((rule for rule in rules if rule.pitch == best.pitch), best)
        if narrow == best or self.wish.rows != "straight":
            return found
        other = self._rows(narrow, self.grid, _STEP, found)  # a coarse grid may have preferred wider aisles
        return other if other.out.persons > found.out.persons else found

    def _widest(self, group: Sequence[RowRule], rough: Found) -> Found:
        """Compare rules that differ in their aisles only.

        No width seats more than the least would if it took anybody, and led to all doors.
        """
        top = self._unlimited(group[0], rough)
        for rule in group:
            if rough.out.persons >= top:
                break
            rough = self._rows(rule, self.coarse, _COARSE_STEP, rough)
        return rough

    def _unlimited(self, rule: RowRule, known: Found) -> int:
        """Return how many people rows seat on the coarse grid if aisles take any number and lead to all doors."""
        free = replace(rule, persons_per_metre=None)
        every = self.demand.lifted(self.exits.all, self._cost(rule))
        found = search_rows(
            self.here,
            self.family(free),
            free,
            lambda _: every,
            grid=self.coarse,
            step=_COARSE_STEP,
            known=known,
        )
        return found.out.persons

    def _rows(self, rule: RowRule, grid: float, step: float, known: Found | None) -> Found:
        cost = self._cost(rule)

        def cap(names: frozenset[str]) -> int:
            return self.demand.lifted(self.exits(names), cost)

        return search_rows(self.here, self.family(rule), rule, cap, grid=grid, step=step, known=known)

    def layout(self, found: Found, furnish: Furnish | None) -> Layout:
        wish, family = self.wish, self.family(found.rule)
        bays, spaces = self._spaces(found)
        limits = sorted(self._limits(found, spaces), key=lambda limit: limit.persons)
        maker = RowSeats(
            self.here,
            family,
            found.rule,
            found.rows,
            wish.back,
            wish.numbers,
            wish.language,
            wish.kind,
            marks(bays),
        )
        seats = trimmed(maker.seats(found.out.pieces), limits[0].persons)
        aisles = aisle_fixtures(family, found.rows, found.aisles, wish.language)
        fixtures = (*fixtures_of(self.here, wish.language), *aisles)
        venue = reached(self.here.room.name, seats, (maker.area,), fixtures)
        if furnish:  # once it is known who gets out: no table stands where nobody sits
            furnished = (*fixtures, *furnish(found.rule, venue.seats))
            venue = reached(self.here.room.name, venue.seats, (maker.area,), furnished)
        others = [limit.persons for limit in limits if limit.what in ("density", "wish")]
        most = found.bound if spaces.lacking else self.demand.left(found.bound, self._cost(found.rule))
        return Layout(
            venue,
            wish.style,
            len(venue.seats),
            max(len(venue.seats), min([most, *others])),
            (self._proof(found), *_of_bays(bays, spaces)),
            tuple(limits),
            tuple(hall_checks(self.here, venue, wish.code, language=wish.language)),
            max(0, found.ways - 1) if len(venue.seats) == most else 0,
            _measures(found),
            spaces,
        )

    @cached_property
    def demand(self) -> SpaceDemand:
        """What codes ask of wheelchair spaces."""
        return SpaceDemand(self._packs)

    def _cost(self, rule: RowRule) -> int:
        """Return how many places a wheelchair space costs."""
        slots = slots_of(self.here, self._packs, rule)
        return 2 * slots[0] - 1 if slots else 0

    @cached_property
    def _packs(self) -> Packs:
        return binding(self.wish.code)

    def _spaces(self, found: Found) -> tuple[tuple[Bay, ...], Spaces]:
        """Return the wheelchair spaces of those who will sit there."""
        wanted = self.demand.needed(min(limit.persons for limit in self._limits(found)))
        family, pieces = self.family(found.rule), found.out.pieces
        bays = choose_bays(self.here, family, found.rule, pieces, self._packs, wanted)
        return bays, Spaces(len(bays), wanted)

    def _limits(self, found: Found, spaces: Spaces = _NO_SPACES) -> list[Limit]:
        wish, rule, cost = self.wish, found.rule, self._cost(found.rule)
        seats = found.out.seats - cost * spaces.laid if spaces.lacking else self.demand.left(found.out.seats, cost)
        among = Said("rows fit, wheelchairs", {"spaces": spaces.laid}) if spaces.laid else Said("rows fit")
        limits = [Limit("seats", seats, among)]
        limits += self.exits.limits(found.out.doors)
        area = floor_limit(binding(wish.code), self.here.room.floor_area, wish.use)
        limits += [area] if area else []
        limits += [Limit("wish", wish.people, Said("wish"))] if wish.people is not None else []
        if rule.persons_per_metre is not None:
            wide = sum(aisle.width for aisle in found.aisles) * len(found.rows.sections)
            why = Said("aisles", {"aisles": len(found.aisles), "sections": len(found.rows.sections)})
            limits.append(Limit("aisles", int(wide * rule.persons_per_metre + 1e-6), why))
        return [limit for limit in limits if limit.persons < ANY]

    def _proof(self, found: Found) -> Said:
        rule, crossings = found.rule, len(found.rows.sections) - 1
        tried = {"sets": found.sets, "rows": Said(self.wish.rows), "step": _STEP, "grid": self.grid}
        aisles = {"aisles": rule.aisles, "aisle": rule.aisle, "crossings": crossings}
        kept = {"pitch": rule.pitch, "both": rule.both, "one": rule.one}
        return Said("rows weighed", {**tried, **aisles, **kept})


def _of_bays(bays: Sequence[Bay], spaces: Spaces) -> list[Said]:
    """Return what wheelchair spaces add to a proof."""
    size = {"width": bays[0].width, "seats": 2 * bays[0].slots} if bays else {}
    laid = [Said("wheelchair bays", {"count": len(bays), **size})] if bays else []
    return [*laid, *spaces.remarks]


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


def _measures(found: Found) -> tuple[tuple[str, float], ...]:
    rule = found.rule
    return (
        ("pitch", rule.pitch),
        ("unit", rule.unit),
        ("aisle", rule.aisle),
        ("side aisle", rule.side_aisle),
        ("cross aisle", rule.cross),
        ("first row", found.rows.strips[0][0]),
    )
