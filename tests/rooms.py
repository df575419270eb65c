"""Small problems that several tests share, drawn so that a reader sees the room."""

from __future__ import annotations

from seatplan.people import Group, Person, Roster
from seatplan.problem import Problem
from seatplan.venue import Venue, from_drawing

MEETING = """
    #     =======      #
    #      rrr         #
    #                  #
    #ooo ooooo ooo #
    #ooo oowco ooo #
    D--------------D
"""


def room(drawing: str = MEETING) -> Venue:
    return from_drawing(drawing, name="Room", language="en")


def row(letters: str) -> Venue:
    """Return one row of named seats; a blank is an aisle."""
    return from_drawing(f"=\n{letters}", name="Row", language="en")


def people(*names: str, **fields: object) -> tuple[Person, ...]:
    return tuple(Person(name.lower(), name, **fields) for name in names)  # type: ignore[arg-type]


def problem(
    venue: Venue, roster: tuple[Person, ...], *rules, groups: tuple[Group, ...] = (), **options
) -> Problem:
    return Problem(venue, Roster(roster, groups), tuple(rules), **options)
