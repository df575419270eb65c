"""Which pitch and which aisle width rows take: no other allowed one seats more."""

from __future__ import annotations

import numpy as np
import pytest

from seatplan.errors import InputError
from seatplan.layout import Box, Door, Pillar, Room, RowRule, theatre
from seatplan.layout.code_limits import binding, row_rule
from seatplan.layout.ground import ground
from seatplan.layout.room import rectangle
from seatplan.layout.rows.family import Curved, Straight
from seatplan.layout.rows.row_bounds import row_bounds, rows_bound
from seatplan.layout.rows.search import search_rows

PITCHES = [round(0.05 * k, 2) for k in range(16, 29)]
ROOMS = {
    "plain": Room(rectangle(10.4, 8.3), (Door(2, 0, 1.6), Door(9, 0, 1.6))),
    "pillar": Room(rectangle(9, 9.7), (Door(1.5, 0, 1.4), Door(9, 8, 1.4)), (Pillar(4, 5, diameter=0.6),)),
    "bent": Room(((0, 0), (8, 0), (8, 3), (12, 3), (12, 9), (0, 9)), (Door(2, 0, 1.4), Door(12, 7, 1.4))),
    "way": Room(rectangle(13, 7), (Door(1, 0, 1.6), Door(12, 0, 1.6)), aisles=(Box(6.5, 3, 1.2, 6),)),
}


def counted(room: Room, code: str, pitch: float, aisle: float | None) -> int:
    try:
        return theatre(room, code=code, pitch=pitch, aisle=aisle).count
    except InputError:
        return 0


@pytest.mark.slow
@pytest.mark.parametrize("room", ["plain", "pillar", "bent"])
@pytest.mark.parametrize(("code", "aisle"), [("us", None), ("us", 1.35), ("cn", None)])
def test_no_pitch_seats_more_than_the_one_that_is_chosen(room: str, code: str, aisle: float | None) -> None:
    each = {pitch: counted(ROOMS[room], code, pitch, aisle) for pitch in PITCHES}
    found = theatre(ROOMS[room], code=code, aisle=aisle)

    assert found.count == max(each.values())
    assert each[dict(found.measures)["pitch"]] == found.count
    assert found.proven


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("curved", [False, True])
def test_bounds_from_lengths_hold(room: str, curved: bool) -> None:
    here = ground(ROOMS[room])
    for pitch, aisle in ((0.85, 1.1), (1.0, 1.7)):
        own = row_rule(binding("us"), here, pitch=pitch, seat=0.55, depth=0.5)
        rule = RowRule(pitch=pitch, both=own.both, one=own.one, aisle=aisle, depth=0.5, first=own.first)
        family = Curved(here, rule.first, 12.0, 1.2) if curved else Straight(here, rule.first)
        found = search_rows(here, family, rule, lambda _: 10**6, grid=0.2)
        rows = dict.fromkeys(found.rows.strips, 0)
        for piece in found.out.pieces:
            rows[piece.strip] += piece.persons(rule, family.scale(piece.strip[0]))

        inner = sum(not way.side for way in found.aisles)
        assert found.out.seats <= rows_bound(rule, family)
        assert all(seats <= row_bounds(rule, family, strip)[inner] for strip, seats in rows.items())
        assert np.all(np.diff(row_bounds(rule, family, found.rows.strips[0])) >= 0)
