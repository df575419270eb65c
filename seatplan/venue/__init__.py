"""The facts of the room: seats, areas, fixtures, and what follows from where they stand."""

from seatplan.venue.auditorium import auditorium
from seatplan.venue.banquet import banquet, head_table, round_table
from seatplan.venue.circle import chair_circle
from seatplan.venue.combine import combine
from seatplan.venue.drawing import from_drawing, to_drawing
from seatplan.venue.flag_row import flag_row
from seatplan.venue.long_table import long_table, u_table
from seatplan.venue.numbering import NUMBERS, seat_label, seat_numbers
from seatplan.venue.oval import oval_table
from seatplan.venue.parliament import hemicycle, westminster
from seatplan.venue.photo import photo_steps
from seatplan.venue.rostrum import rostrum
from seatplan.venue.seat import COMPANION, WHEELCHAIR, Area, Fixture, Seat
from seatplan.venue.signing import STANDING, signing_desk
from seatplan.venue.sofas import sofas
from seatplan.venue.talks import hollow_square, talks_table
from seatplan.venue.vehicles import DRIVER, OFF_ROAD, vehicle
from seatplan.venue.venue import Venue
from seatplan.venue.where import Where

__all__ = [
    "COMPANION",
    "DRIVER",
    "NUMBERS",
    "OFF_ROAD",
    "STANDING",
    "WHEELCHAIR",
    "Area",
    "Fixture",
    "Seat",
    "Venue",
    "Where",
    "auditorium",
    "banquet",
    "chair_circle",
    "combine",
    "flag_row",
    "from_drawing",
    "head_table",
    "hemicycle",
    "hollow_square",
    "long_table",
    "oval_table",
    "photo_steps",
    "rostrum",
    "round_table",
    "seat_label",
    "seat_numbers",
    "signing_desk",
    "sofas",
    "talks_table",
    "to_drawing",
    "u_table",
    "vehicle",
    "westminster",
]
