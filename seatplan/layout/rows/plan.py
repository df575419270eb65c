"""From rules of rows to a layout: the search over pitches and widths, and what limits the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from seatplan.errors import Fault, InputError
from seatplan.layout.code_limits import ANY, Exits, Packs, binding, floor_limit
from seatplan.layout.fixtures import fixtures_of
from seatplan.layout.ground import Ground
from seatplan.layout.layout import Layout, Limit, Spaces
from seatplan.layout.people_checks import hall_checks
from seatplan.layout.reached import reached
from seatplan.layout.rows.bays import Bay, choose_bays, marks, slots_of
from seatplan.layout.rows.best_rule import RuleSearch
from seatplan.layout.rows.best_seats import Picked
from seatplan.layout.rows.choice import Choice
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.leaving import Found
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.seats import RowSeats, aisle_fixtures
from seatplan.layout.rows.space_demand import SpaceDemand
from seatplan.layout.rows.trim import trimmed
from seatplan.layout.rows.wish import RowWish, family_of, grid_of
from seatplan.layout.said import Said
from seatplan.layout.tier import TierName
from seatplan.layout.tier_values import tiers_of
from seatplan.venue import Fixture, Seat, Venue

__all__ = ["RowWish", "best_wish", "plan_rows"]

_STEP = 0.1
_NO_SPACES = Spaces()

Furnish = Callable[[RowRule, Sequence[Seat]], Sequence[Fixture]]
"""What stands with the seats: tables."""


def plan_rows(here: Ground, rules: Sequence[RowRule], wish: RowWish, furnish: Furnish | None = None) -> Layout:
    """Return the layout of the rule that seats most.

    Parameters
    ----------
    here : Ground
    rules : sequence of RowRule
        All are compared.
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
    plan.exits.refuse_none()
    found = plan.search(rules)
    if not found.out.seats:
        mend = "give a larger room, a nearer first row, or an aisle to the rows"
        raise InputError([Fault(f"room {here.room.name!r}", "no seat with a way out has room", mend)])
    if not found.out.persons:
        limit = min(plan._limits(found), key=lambda limit: limit.persons)
        raise InputError([Fault(f"room {here.room.name!r}", f"nobody may be in it: {limit}", "widen a door")])
    return plan.layout(plan.picked(found, rules), furnish)


def best_wish(here: Ground, rule: RowRule, wishes: Sequence[RowWish]) -> RowWish:
    """Return the wish whose rows seat most; what cannot be better than one before is not looked at."""
    best, known = wishes[0], Found()
    for wish in wishes if len(wishes) > 1 else ():
        found = _Plan(here, wish).search([rule], known.out.persons)
        if found.out.persons > known.out.persons:
            best, known = wish, found
    return best


@dataclass(frozen=True, eq=False)
class _Plan:
    here: Ground
    wish: RowWish
    _families: dict[tuple[float, ...], Family] = field(default_factory=dict, repr=False)

    @cached_property
    def exits(self) -> Exits:
        return Exits(self._packs, self.here)

    def family(self, rule: RowRule) -> Family:
        """Return the rows of a rule; rules share what is known of the floor."""
        key = rule.first, max(rule.pitch, rule.depth) if self.wish.rows == "chevron" else 0.0
        if key not in self._families:
            self._families[key] = family_of(self.here, self.wish, rule)
        return self._families[key]

    def search(self, rules: Sequence[RowRule], places: int = 0) -> Found:
        return RuleSearch(
            self.here, self.family, self.exits, self._left, self._lifted, grid_of(self.here, self.wish), _STEP
        ).best(rules, places)

    def _left(self, rule: RowRule, seats: int) -> int:
        """Return the places that so many seats leave once wheelchair spaces have taken theirs."""
        return self.demand.left(seats, self._cost(rule))

    def _lifted(self, rule: RowRule, persons: int) -> int:
        """Return the seats that leave so many people a place once wheelchair spaces have taken theirs."""
        return self.demand.lifted(persons, self._cost(rule))

    @cached_property
    def _choice(self) -> Choice:
        return Choice(self.here, self.wish, self.family, self.exits, self._lifted)

    def picked(self, found: Found, rules: Sequence[RowRule]) -> Picked:
        """Return the rows of which the seats are best, where fewer are used than there are."""
        used = min(limit.persons for limit in self._limits(found))
        if not 1 <= used < self._left(found.rule, found.out.seats):
            return Picked(found, 0, 0)
        return self._choice.picked(found, rules, used)

    def layout(self, picked: Picked, furnish: Furnish | None) -> Layout:
        found, wish = picked.found, self.wish
        bays, spaces = self._spaces(picked)
        limits = sorted(self._limits(found, spaces, picked.seats), key=lambda limit: limit.persons)
        venue, lost = self._venue(found, bays, limits[0].persons, furnish)
        limits = sorted((limit.less(lost) for limit in limits), key=lambda limit: limit.persons)
        count, most = len(venue.seats), self._most(found, spaces)
        bound = max(count, min([most, *(one.persons for one in limits if one.what in ("density", "wish"))]))
        bounds: dict[TierName, float | None] = {"count": bound, **self._choice.bounds(picked)}
        return Layout(
            venue,
            wish.style,
            count,
            bound,
            (self._proof(found), *self._choice.told(picked), *_of_bays(bays, spaces), *_left_out(lost)),
            tuple(limits),
            tuple(hall_checks(self.here, venue, wish.code, language=wish.language)),
            max(0, found.ways - 1) if count == most else 0,
            _measures(found),
            spaces,
            tiers_of(self.here, venue, count, wish.order, bounds),
        )

    def _most(self, found: Found, spaces: Spaces) -> int:
        """Return the places that no rows have more of; wheelchair spaces count only where there are enough."""
        return found.bound if spaces.lacking else self.demand.left(found.bound, self._cost(found.rule))

    def _venue(
        self, found: Found, bays: Sequence[Bay], persons: int, furnish: Furnish | None
    ) -> tuple[Venue, int]:
        """Return the room with so many seats, and how many of them have no way out over the floor."""
        maker = self._maker(found, bays)
        seats = trimmed(maker.seats(found.out.pieces), persons, self._choice.worth, found.rule.pitch)
        aisles = aisle_fixtures(self.family(found.rule), found.rows, found.aisles, self.wish.language)
        fixtures = (*fixtures_of(self.here, self.wish.language), *aisles)
        venue = reached(self.here.room.name, seats, (maker.area,), fixtures)
        if furnish:  # once it is known who gets out: no table stands where nobody sits
            furnished = (*fixtures, *furnish(found.rule, venue.seats))
            venue = reached(self.here.room.name, venue.seats, (maker.area,), furnished)
        return venue, len(seats) - len(venue.seats)

    def _maker(self, found: Found, bays: Sequence[Bay]) -> RowSeats:
        wish, family = self.wish, self.family(found.rule)
        numbered = wish.numbers, wish.language, wish.kind
        return RowSeats(self.here, family, found.rule, found.rows, wish.back, *numbered, marks(bays))

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

    def _spaces(self, picked: Picked) -> tuple[tuple[Bay, ...], Spaces]:
        """Return the wheelchair spaces of those who will sit there, among them where there is room."""
        found = picked.found
        wanted = self.demand.needed(min(limit.persons for limit in self._limits(found)))
        family, bays = self.family(found.rule), list[tuple[Bay, ...]]()
        for pieces in self._choice.used(picked):
            bays.append(choose_bays(self.here, family, found.rule, pieces, self._packs, wanted))
            if len(bays[-1]) == wanted:
                break
        return bays[-1], Spaces(len(bays[-1]), wanted)

    def _limits(self, found: Found, spaces: Spaces = _NO_SPACES, seats: int = 0) -> list[Limit]:
        """Return what limits the number of people: rows with so many seats, or those found."""
        wish, rule, cost, seats = self.wish, found.rule, self._cost(found.rule), seats or found.out.seats
        seats = seats - cost * spaces.laid if spaces.lacking else self.demand.left(seats, cost)
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
        tried = {
            "sets": found.sets,
            "rows": Said(self.wish.rows),
            "step": _STEP,
            "grid": grid_of(self.here, self.wish),
        }
        aisles = {"aisles": rule.aisles, "aisle": rule.aisle, "crossings": crossings}
        kept = {"pitch": rule.pitch, "both": rule.both, "one": rule.one}
        return Said("rows weighed", {**tried, **aisles, **kept})


def _left_out(seats: int) -> list[Said]:
    """Return what is said of seats to which aisles lead on the floor, but not by their full width."""
    return [Said("seats left out", {"seats": seats})] if seats else []


def _of_bays(bays: Sequence[Bay], spaces: Spaces) -> list[Said]:
    """Return what wheelchair spaces add to a proof."""
    size = {"width": bays[0].width, "seats": 2 * bays[0].slots} if bays else {}
    laid = [Said("wheelchair bays", {"count": len(bays), **size})] if bays else []
    return [*laid, *spaces.remarks]


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
