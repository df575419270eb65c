"""seatplan: seat plans that are provably right.

A room, a roster and the rules of the occasion become a seat plan with a proof, an audit and charts.

>>> import seatplan
>>> seatplan.Convention().honour_side
'left'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from seatplan.audit import Report, audit
    from seatplan.errors import EncodingError, Fault, InputError, SeatplanError
    from seatplan.people import Group, Person, Roster, Who
    from seatplan.plan import Change, Plan, Violation
    from seatplan.problem import Problem
    from seatplan.protocol import Convention, View, preset
    from seatplan.result import Result, Status, Tier
    from seatplan.venue import Area, Fixture, Seat, Venue, Where

__version__ = "0.1.0"

_HOMES = {
    "audit": "audit Report",
    "errors": "EncodingError Fault InputError SeatplanError",
    "people": "Group Person Roster Who",
    "plan": "Change Plan Violation",
    "problem": "Problem",
    "protocol": "Convention View preset",
    "result": "Result Status Tier",
    "venue": "Area Fixture Seat Venue Where",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "Area",
    "Change",
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
    "preset",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that ``import seatplan`` stays instant."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'seatplan' has no attribute {name!r}")
    value = getattr(import_module(f"seatplan.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
