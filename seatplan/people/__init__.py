"""The facts of the people: who comes, in which delegation, in which order."""

from seatplan.people.person import Group, Person
from seatplan.people.roster import Roster
from seatplan.people.who import Who

__all__ = ["Group", "Person", "Roster", "Who"]
