"""Files in and out: rosters, event files, plans, venues and reports.

Everything a user wrote is checked here, with its place in every message; inside the package there are only
frozen dataclasses. Names are imported when they are first used, as each brings libraries of its own.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from seatplan.io.event import Event, Output, read_event
    from seatplan.io.files import write_all, write_whole
    from seatplan.io.note import Note
    from seatplan.io.plan import SavedPlan, plan_json, read_plan, write_plan
    from seatplan.io.report import report_json
    from seatplan.io.report_text import report_markdown
    from seatplan.io.roster import read_roster
    from seatplan.io.venue import read_venue, write_venue

_HOMES = {
    "event": "Event Output read_event",
    "files": "write_all write_whole",
    "note": "Note",
    "plan": "SavedPlan plan_json read_plan write_plan",
    "report": "report_json",
    "report_text": "report_markdown",
    "roster": "read_roster",
    "venue": "read_venue write_venue",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "Event",
    "Note",
    "Output",
    "SavedPlan",
    "plan_json",
    "read_event",
    "read_plan",
    "read_roster",
    "read_venue",
    "report_json",
    "report_markdown",
    "write_all",
    "write_plan",
    "write_venue",
    "write_whole",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'seatplan.io' has no attribute {name!r}")
    value = getattr(import_module(f"seatplan.io.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value
