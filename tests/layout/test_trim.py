"""Who uses a wheelchair has people beside: what is left out lies at the other end of a row."""

from __future__ import annotations

from seatplan.layout import Pillar, Room
from seatplan.layout.ground import ground
from seatplan.layout.room import rectangle
from seatplan.layout.rows.trim import trimmed
from seatplan.layout.rows.worth import Worth
from seatplan.venue import COMPANION, WHEELCHAIR, Seat

FEATURES = {"W": frozenset({WHEELCHAIR}), "C": frozenset({COMPANION}), "o": frozenset[str]()}


def seats(*rows: str) -> list[Seat]:
    """Rows as drawn, a metre apart; a blank is an aisle."""
    found = []
    for row, line in enumerate(rows, 1):
        for k, mark in enumerate(line):
            if mark != " ":
                x, block = k - len(line) // 2 + 0.0, line[:k].count(" ")
                found.append(
                    Seat(f"{row}-{k}", "", "h", row, k, x, block, k, x, -float(row) - 1, features=FEATURES[mark])
                )
    return found


def left(people: int, *rows: str, room: Room | None = None) -> list[str]:
    """The rows with a dot for each seat that is left out."""
    every = seats(*rows)
    kept = {seat.id for seat in trimmed(every, people, Worth(ground(room or Room(rectangle(30, 20)))), 1.0)}
    told = {(s.row, s.number): (s.id in kept) for s in every}
    return [
        "".join(m if told.get((r, k), True) else "." for k, m in enumerate(line)) for r, line in enumerate(rows, 1)
    ]


def test_without_spaces_the_nearest_seats_stay():
    assert left(6, "ooooooo", "ooooooo") == [".ooooo.", "...o..."]


def test_a_space_at_an_end_has_people_beside_it():
    found = left(8, "ooooooooooo", "oooooooooCW")
    assert found[1].endswith("oCW")
    assert "." not in found[1][found[1].index("o") :]
    assert sum(row.count(".") for row in found) == 22 - 8


def test_both_ends_of_a_row_are_joined():
    found = left(15, "ooooooooooo", "WCoooooooCW")

    assert found[1] == "WCoooooooCW"
    assert sum(row.count(".") for row in found) == 22 - 15


def test_a_block_of_a_space_alone_stays_alone():
    assert left(3, "ooooo oooCW")[0].endswith(" ...CW")


def test_a_gap_that_sees_nothing_is_not_filled():
    """A pillar hides the gap between a companion and the next people."""
    rooms = [Room(rectangle(30, 20), pillars=pillars) for pillars in ((), (Pillar(16.6, 17.0, diameter=0.8),))]
    free, hidden = (left(16, "ooooooooooo", "ooooooooooo", "oooooooooCW", room=room) for room in rooms)

    assert "." not in free[2][free[2].index("o") :]
    assert free != hidden
