"""Fewer seats than there is room for: the cheapest ones, against all choices in tiny rooms."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.io.room import read_room_file
from seatplan.layout import Door, Pillar, Room, RowRule, theatre
from seatplan.layout.ground import ground
from seatplan.layout.room import rectangle
from seatplan.layout.rows.best_seats import BestSeats
from seatplan.layout.rows.family import Straight
from seatplan.layout.rows.leaving import Found
from seatplan.layout.rows.pieces import pieces_of
from seatplan.layout.rows.search import search_rows
from seatplan.layout.rows.seat_costs import seat_costs
from seatplan.layout.rows.sets import row_sets
from seatplan.layout.rows.way_out import WayOut
from seatplan.layout.rows.worth import Sum, Worth
from seatplan.layout.tier import Tier
from seatplan.layout.tier_values import mirrored
from seatplan.venue import WHEELCHAIR
from tests.layout.test_theatre import TINY, choices

ROOMS = Path(__file__).parents[2] / "examples" / "rooms"
SMALL = replace(TINY, aisles=1)


@settings(max_examples=12)
@given(
    width=st.integers(6, 10).map(lambda n: n / 2),
    depth=st.integers(6, 8).map(lambda n: n / 2),
    pillar=st.none() | st.tuples(st.floats(0.2, 0.8), st.floats(0.3, 0.8)),
    used=st.integers(1, 9),
    order=st.permutations(["sight", "distance"]),
    pitches=st.sampled_from([(1.0,), (1.0, 0.8)]),
)
def test_no_choice_of_rows_aisles_and_seats_costs_less(
    width: float,
    depth: float,
    pillar: tuple[float, float] | None,
    used: int,
    order: list[Sum],
    pitches: tuple[float, ...],
) -> None:
    pillars = () if pillar is None else (Pillar(pillar[0] * width, pillar[1] * depth, width=0.4, depth=0.4),)
    here = ground(Room(rectangle(width, depth), pillars=pillars))
    family, worth = Straight(here, SMALL.first), Worth(here, order)
    rules = [replace(SMALL, pitch=pitch) for pitch in pitches]
    known = search_rows(here, family, rules[0], lambda _: 10**6, grid=0.5, step=0.25)
    if known.out.seats < used:
        return
    best = int(seat_costs(family, known, worth, 0.25)[:used].sum())
    for rule in rules:
        for rows in row_sets(rule, family.depth, 0.25):
            for aisles in choices(family, rule, 0.5):
                out = WayOut(tuple(pieces_of(family, rows, aisles)))
                costs = seat_costs(family, Found(rule, rows, tuple(aisles), out), worth, 0.25)
                best = min(best, int(costs[:used].sum())) if len(costs) >= used else best
    seats = BestSeats(here, lambda _: family, worth, lambda _: lambda _: 10**6, lambda _, n: n, 0.5, 0.25, 0.25)
    found = seats.pick(rules, known, used)

    assert found.bound <= best
    assert found.cost == int(seat_costs(family, found.found, worth, 0.25)[:used].sum())
    # who cannot get out here is not looked at by all choices: they may cost less, never more
    assert found.cost >= best
    if pillar is None:
        # mean distances count as equal to 0.1 m, so that symmetry and aisles decide, too
        cost, least = (worth.split(one)["distance"] for one in (found.cost, best))
        assert cost <= least * 1.02 + 0.1 * used


def test_wanted_places_are_nearer_than_the_last_rows_left_out() -> None:
    hall = read_room_file(ROOMS / "rectangle.yaml")
    whole, found = theatre(hall), theatre(hall, people=120)
    nearest = np.sort(np.hypot(*whole.venue.xyz[:, :2].T))[:120]

    assert found.count == 120
    assert np.hypot(*found.venue.xyz[:, :2].T).mean() <= nearest.mean() + 1e-6
    told = {tier.name: tier for tier in found.tiers}
    assert told["count"] == Tier("count", 120, 120)
    assert told["sight"].value == 120
    assert told["distance"].bound is not None
    assert told["distance"].bound <= told["distance"].value


def test_wheelchair_spaces_lie_among_the_wanted_places() -> None:
    found = theatre(read_room_file(ROOMS / "rectangle.yaml"), code="us", people=120)
    away = np.hypot(*found.venue.xyz[:, :2].T)

    assert len(found.venue.with_feature(WHEELCHAIR)) == 5
    assert away[found.venue.with_feature(WHEELCHAIR)].max() < 12


def test_places_behind_a_pillar_are_left_out_first() -> None:
    room = Room(rectangle(10, 8), (Door(1, 0, 1.6),), (Pillar(5, 6.6, diameter=0.8),))
    found = theatre(room, people=40)

    assert {tier.name: tier.value for tier in found.tiers}["sight"] == 40
    assert {tier.name: tier.value for tier in theatre(room).tiers}["sight"] < theatre(room).count


def test_the_order_of_tiers_is_told_and_kept() -> None:
    hall = read_room_file(ROOMS / "l-shape.yaml")
    usual, even = theatre(hall, people=120), theatre(hall, people=120, objective=["symmetry"])
    values = [{tier.name: tier.value for tier in found.tiers} for found in (usual, even)]

    assert [tier.name for tier in even.tiers][:2] == ["count", "symmetry"]
    assert values[1]["symmetry"] >= values[0]["symmetry"]
    assert values[1]["distance"] >= values[0]["distance"]


@pytest.mark.parametrize("objective", [["speed"], ["sight", "sight"], ["sight", "count"]])
def test_unknown_tiers_are_refused(objective: list[str]) -> None:
    with pytest.raises(InputError, match="objective"):
        theatre(Room(rectangle(8, 6)), objective=objective)


@given(st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 0)), max_size=8, unique=True))
def test_mirrored_places_are_those_whose_opposite_is_there(places: list[tuple[int, int]]) -> None:
    expected = sum((-x, y) in places for x, y in places)

    assert mirrored(np.array(places, dtype=np.float64).reshape(-1, 2)) == expected


def test_rule_of_ones_own_is_trimmed_too() -> None:
    found = theatre(Room(rectangle(10, 6)), rule=replace(RowRule(), both=4, one=2), people=7)

    assert found.count == 7
