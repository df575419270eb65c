"""Files in and out: rosters, event files, plans, venues and reports.

Everything a user wrote is checked here, with its place in every message; inside the package there are only
frozen dataclasses.
"""

from seatplan.io.note import Note
from seatplan.io.roster import read_roster

__all__ = ["Note", "read_roster"]
