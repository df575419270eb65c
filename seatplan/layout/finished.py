"""From tables and chairs to a layout: who gets out, what limits their number, what is left to people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from seatplan.errors import Fault, InputError
from seatplan.layout.code_limits import ANY, Exits, binding, floor_limit
from seatplan.layout.fixtures import fixtures_of
from seatplan.layout.ground import Ground
from seatplan.layout.layout import Layout, Limit, Spaces
from seatplan.layout.leaving import leaving
from seatplan.layout.people_checks import hall_checks
from seatplan.layout.reached import reached
from seatplan.layout.rows.space_demand import SpaceDemand
from seatplan.layout.said import Said
from seatplan.layout.set_up import Claim, SetUp, TableWish, way_width
from seatplan.layout.wheelchairs.choose import WheelchairWish, with_places
from seatplan.layout.wheelchairs.told import spaces_of, told
from seatplan.venue import COMPANION, WHEELCHAIR, Venue

__all__ = ["finished"]


def finished(here: Ground, set_up: SetUp, wish: TableWish, claim: Claim) -> Layout:
    """Return the layout of tables whose people get out, as many as are allowed, with their wheelchair places.

    Parameters
    ----------
    here : Ground
    set_up : SetUp
    wish : TableWish
    claim : Claim

    Returns
    -------
    Layout

    Raises
    ------
    InputError
        If nobody has a place and a way out.
    """
    exits = Exits(binding(wish.code), here)
    exits.refuse_none()
    out, doors = leaving(here, set_up, way_width(wish.code), exits)
    if not out:
        mend = "give a larger room or smaller tables"
        raise InputError([Fault(f"room {here.room.name!r}", f"no place for {wish.style} with a way out", mend)])
    others = sorted(_others(here, wish, doors), key=lambda limit: limit.persons)
    most = others[0].persons if others else ANY
    if most < 1:
        found = f"nobody may be in it: {others[0]}"
        raise InputError([Fault(f"room {here.room.name!r}", found, "widen a door")])
    demand = SpaceDemand(exits.packs if wish.use != "standing" else ())
    kept = set_up.kept(out[: most + demand.needed(min(most, len(out)))])
    asked = WheelchairWish(demand=demand, way=way_width(wish.code), desks=wish.desks)
    made, cost = with_places(here, kept, asked)
    venue = _venue(here, _trimmed(made, most), wish)
    room_for = (claim.bound if len(out) == len(set_up.seats) else len(out)) - (len(kept.seats) - len(made.seats))
    limits = sorted([Limit("seats", room_for, Said("tables fit")), *others], key=lambda limit: limit.persons)
    bounded = replace(claim, bound=demand.left(claim.bound, cost))
    return _layout(here, venue, wish, bounded, limits, spaces_of(venue, demand))


def _trimmed(made: SetUp, most: int) -> SetUp:
    """Return the set-up with so many seats: wheelchair places and those beside them stay, then the first ones."""
    first = sorted(made.seats, key=lambda seat: not seat.features & {WHEELCHAIR, COMPANION})
    chosen = {seat.id for seat in first[:most]}
    return made.kept([seat for seat in made.seats if seat.id in chosen])


def _venue(here: Ground, kept: SetUp, wish: TableWish) -> Venue:
    order = {area.id: i for i, area in enumerate(kept.areas)}
    seats = tuple(sorted(kept.seats, key=lambda seat: (order[seat.area], seat.row, seat.number)))
    fixtures = (*fixtures_of(here, wish.language), *kept.tables)
    return reached(here.room.name, seats, kept.areas, fixtures)


def _layout(
    here: Ground, venue: Venue, wish: TableWish, claim: Claim, limits: Sequence[Limit], spaces: Spaces
) -> Layout:
    seats = len(venue.seats)
    bound = max(seats, min([claim.bound, *(one.persons for one in limits if one.what in ("density", "wish"))]))
    return Layout(
        venue,
        wish.style,
        seats,
        bound,
        (claim.proof, *told(venue, wish.code, row=wish.desks), *spaces.remarks),
        tuple(limits),
        tuple(hall_checks(here, venue, wish.code, language=wish.language)),
        claim.alternatives if seats == bound else 0,
        claim.measures,
        spaces,
    )


def _others(here: Ground, wish: TableWish, doors: frozenset[str]) -> list[Limit]:
    """Return what limits the number of people besides the places that fit."""
    packs = binding(wish.code)
    limits = Exits(packs, here).limits(doors)
    area = floor_limit(packs, here.room.floor_area, wish.use)
    limits += [area] if area else []
    limits += [Limit("wish", wish.people, Said("wish"))] if wish.people is not None else []
    return [limit for limit in limits if limit.persons < ANY]
