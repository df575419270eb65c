"""Wheelchair places at the tables of a classroom: at ends of its rows, beside an aisle."""

from __future__ import annotations

from dataclasses import replace

from seatplan.codes import Code
from seatplan.layout.code_limits import binding
from seatplan.layout.ground import Ground
from seatplan.layout.layout import Layout
from seatplan.layout.people_checks import hall_checks
from seatplan.layout.reached import reached
from seatplan.layout.rows.space_demand import SpaceDemand
from seatplan.layout.set_up import SetUp, way_width
from seatplan.layout.shapes import box
from seatplan.layout.wheelchairs.choose import WheelchairWish, with_places
from seatplan.layout.wheelchairs.told import spaces_of, told
from seatplan.venue import Venue
from seatplan.venue.numbering import Language

__all__ = ["rows_with_places"]


def rows_with_places(here: Ground, layout: Layout, code: Code | None, language: Language) -> Layout:
    """Return the layout of rows of tables with wheelchair places at them.

    Parameters
    ----------
    here : Ground
    layout : Layout
    code : Code or None
    language : {"zh", "en"}

    Returns
    -------
    Layout
    """
    if code is None:
        return layout
    demand, venue = SpaceDemand(binding(code)), layout.venue
    lanes = [thing for thing in venue.fixtures if thing.kind == "aisle" and thing.area]
    wish = WheelchairWish(
        demand=demand,
        way=way_width(code),
        row=True,
        lanes=tuple(box(lane.x, lane.y, lane.width, lane.depth, lane.turn) for lane in lanes),
    )
    tables = tuple(thing for thing in venue.fixtures if thing.kind == "table")
    made, cost = with_places(here, SetUp(venue.seats, venue.areas, tables), wish)
    return _with(here, layout, code, _in(here, venue, made), demand, demand.left(layout.bound, cost), language)


def _in(here: Ground, venue: Venue, made: SetUp) -> Venue:
    moved = {seat.id: seat for seat in made.seats}
    seats = tuple(moved[seat.id] for seat in venue.seats if seat.id in moved)
    return reached(here.room.name, seats, venue.areas, venue.fixtures)


def _with(
    here: Ground, layout: Layout, code: Code, venue: Venue, demand: SpaceDemand, bound: int, language: Language
) -> Layout:
    spaces, seats = spaces_of(venue, demand), len(venue.seats)
    said = (one for one in layout.proof if one not in layout.spaces.remarks)
    limits = (one.less(layout.count - seats) for one in layout.limits)
    return replace(
        layout,
        venue=venue,
        count=seats,
        bound=max(seats, bound),
        proof=(*said, *told(venue, code, row=True), *spaces.remarks),
        limits=tuple(sorted(limits, key=lambda limit: limit.persons)),
        checks_for_people=tuple(hall_checks(here, venue, code, language=language)),
        spaces=spaces,
    )
