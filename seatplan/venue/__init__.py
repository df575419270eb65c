"""The facts of the room: seats, areas, fixtures, and what follows from where they stand."""

from seatplan.venue.seat import COMPANION, WHEELCHAIR, Area, Fixture, Seat
from seatplan.venue.venue import Venue
from seatplan.venue.where import Where

__all__ = ["COMPANION", "WHEELCHAIR", "Area", "Fixture", "Seat", "Venue", "Where"]
