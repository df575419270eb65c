"""seatplan: seat plans that are provably right.

A room, a roster and the rules of the occasion become a seat plan with a proof, an audit and charts.

>>> import seatplan
>>> seatplan.Convention().honour_side
'left'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from seatplan.lazy import lazily

if TYPE_CHECKING:
    from seatplan.audit import Report, audit
    from seatplan.errors import EncodingError, Fault, InputError, SeatplanError
    from seatplan.io import read_event, read_plan, read_roster, write_plan
    from seatplan.people import Group, Person, Roster, Who
    from seatplan.plan import Change, Plan, Violation
    from seatplan.problem import Problem
    from seatplan.protocol import Convention, View, preset
    from seatplan.render import ChartOptions, draw, draw_hall, draw_rostrum, save
    from seatplan.result import Result, Status, Tier
    from seatplan.rules import RULES
    from seatplan.solve import solve
    from seatplan.venue import (
        Area,
        Fixture,
        Seat,
        Venue,
        Where,
        auditorium,
        combine,
        from_drawing,
        rostrum,
        to_drawing,
    )

__version__ = "0.1.0"

_HOMES = {
    "audit": "audit Report",
    "errors": "EncodingError Fault InputError SeatplanError",
    "people": "Group Person Roster Who",
    "plan": "Change Plan Violation",
    "problem": "Problem",
    "protocol": "Convention View preset",
    "result": "Result Status Tier",
    "io": "read_event read_plan read_roster write_plan",
    "render": "ChartOptions draw draw_hall draw_rostrum save",
    "rules": "RULES",
    "solve": "solve",
    "venue": "Area Fixture Seat Venue Where auditorium combine from_drawing rostrum to_drawing",
}

__all__ = [
    "RULES",
    "Area",
    "Change",
    "ChartOptions",
    "Convention",
    "EncodingError",
    "Fault",
    "Fixture",
    "Group",
    "InputError",
    "Person",
    "Plan",
    "Problem",
    "Report",
    "Result",
    "Roster",
    "Seat",
    "SeatplanError",
    "Status",
    "Tier",
    "Venue",
    "View",
    "Violation",
    "Where",
    "Who",
    "__version__",
    "audit",
    "auditorium",
    "combine",
    "draw",
    "draw_hall",
    "draw_rostrum",
    "from_drawing",
    "preset",
    "read_event",
    "read_plan",
    "read_roster",
    "rostrum",
    "save",
    "solve",
    "to_drawing",
    "write_plan",
]

__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
