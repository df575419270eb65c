"""Groups that keep apart, on halls so small that every plan can be tried."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

import seatplan.layout.distance.pack as engine
from seatplan.codes.formulas.distancing import buffer, far_enough
from seatplan.errors import EncodingError, InputError
from seatplan.layout.distance.codes import with_code
from seatplan.layout.distance.distancing import Party, _audit, distance, seats_for_sale
from seatplan.layout.distance.pack import Packing, pack
from seatplan.layout.distance.rule import DistanceRule, lines, too_near
from seatplan.venue import Area, Seat, Venue, auditorium, from_drawing


def hall(drawing: str) -> Venue:
    return from_drawing(drawing, seat_width=0.55, row_pitch=0.90, language="en")


def parties(*sizes: int) -> list[Party]:
    return [Party(f"g{k}", size) for k, size in enumerate(sizes)]


def best_by_trial(venue: Venue, sizes: tuple[int, ...], rule: DistanceRule) -> int:
    """Try every set of groups at every place."""
    return max(_most(venue, sorted(sizes), rule, way) for way in lines(venue, rule))


def _most(venue: Venue, sizes: list[int], rule: DistanceRule, way: list[np.ndarray]) -> int:
    near = {tuple(pair) for pair in too_near(venue, rule, way).tolist()}

    def apart(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
        return not any(a == b or (min(a, b), max(a, b)) in near for a in one for b in other)

    def most(left: tuple[int, ...], taken: tuple[tuple[int, ...], ...]) -> int:
        if not left:
            return sum(map(len, taken))
        found = most(left[1:], taken)
        for line in way:
            for at in range(len(line) - left[0] + 1):
                seats = tuple(line[at : at + left[0]].tolist())
                if all(apart(seats, other) for other in taken) and sum(map(len, taken)) + left[0] <= cap:
                    found = max(found, most(left[1:], (*taken, seats)))
        return found

    cap = rule.cap(len(venue.seats))
    return most(tuple(sizes), ())


HALLS = ["oooooooo", "oooo\noooo\noooo", "ooo oo\nooo oo", "oowoo\nooooo", "oooooo\n\noooooo", " ooo\nooooo\n ooo"]
RULES = [
    DistanceRule(metres=1.0),
    DistanceRule(metres=1.5),
    DistanceRule(metres=2.0),
    DistanceRule(seats=1),
    DistanceRule(seats=1, pattern="blocks"),
    DistanceRule(seats=1, pattern="alternate_rows"),
    DistanceRule(seats=1, pattern="checkerboard"),
    DistanceRule(metres=1.0, share=0.5),
    DistanceRule(metres=1.0, most=3),
]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("drawing", HALLS)
def test_nobody_finds_a_plan_with_more_people(drawing: str, rule: DistanceRule) -> None:
    venue, sizes = hall(drawing), (1, 1, 2, 2, 3)
    found = distance(venue, parties(*sizes), rule)

    assert found.persons == found.bound == best_by_trial(venue, sizes, rule)


@pytest.mark.parametrize("rule", RULES[:6])
def test_both_engines_agree(rule: DistanceRule, monkeypatch: pytest.MonkeyPatch) -> None:
    venue = hall("ooooo oo\nooooo oo\nooooo oo")
    whole = distance(venue, parties(1, 1, 1, 2, 2, 3, 4), rule)
    monkeypatch.setattr(engine, "first_plan", lambda _: ())
    monkeypatch.setattr(engine, "_FIRST", 0.0)  # CP-SAT is stopped at once, HiGHS does the rest
    other = distance(venue, parties(1, 1, 1, 2, 2, 3, 4), rule)

    assert (other.persons, other.bound) == (whole.persons, whole.bound)


@pytest.mark.parametrize("metres", [1.0, 1.5, 2.0])
def test_pairs_that_are_too_near_are_those_of_the_table(metres: float) -> None:
    venue = auditorium(rows=4, blocks="6", seat_width=0.55, row_pitch=0.90)
    (way,) = lines(venue, DistanceRule(metres=metres))
    near = {tuple(pair) for pair in too_near(venue, DistanceRule(metres=metres), way).tolist()}

    for a, b in combinations(range(len(venue.seats)), 2):
        one, other = venue.seats[a], venue.seats[b]
        fits = far_enough(abs(one.column - other.column), abs(one.row - other.row), metres)
        assert ((a, b) in near) is not fits


def test_blocks_are_those_of_a_ticket_office() -> None:
    venue = auditorium(rows=5, blocks="8", seat_width=0.55, row_pitch=0.90)
    rule = DistanceRule(seats=1, pattern="blocks")
    (way,) = lines(venue, rule)
    pair = [i for i, seat in enumerate(venue.seats) if seat.row == 3 and seat.column in (3, 4)]
    near = {b for a, b in too_near(venue, rule, way).tolist() if a in pair}
    near |= {a for a, b in too_near(venue, rule, way).tolist() if b in pair}
    kept = buffer("distancing-tickets", 3, 3, 4)

    assert {(venue.seats[i].row, venue.seats[i].column) for i in near - set(pair)} == set(kept)


def test_alternate_rows_use_the_half_that_seats_more() -> None:
    venue = hall("oo\nooooo\noo\nooooo")
    found = distance(venue, parties(*[1] * 9), DistanceRule(seats=1, pattern="alternate_rows"))

    assert {venue.seat(seat).row for _, seats in found.seated for seat in seats} == {2, 4}
    assert found.persons == 6


def test_seats_of_a_group_are_side_by_side_and_never_across_an_aisle() -> None:
    found = distance(hall("oo oo"), parties(3), DistanceRule(seats=1))

    assert (found.persons, [party.name for party in found.unseated]) == (0, ["g0"])


def test_what_is_blocked_is_what_is_too_near() -> None:
    venue = hall("oooow")
    found = distance(venue, parties(2), DistanceRule(seats=1))
    ((_, seats),) = found.seated
    numbers = sorted(venue.seat_index[seat] for seat in seats)
    beside = {numbers[0] - 1, numbers[-1] + 1} & {0, 1, 2, 3}

    assert {venue.seat_index[seat] for seat in found.blocked} == beside
    assert set(found.free) == {seat.id for seat in venue.seats} - set(seats) - set(found.blocked)


def test_seats_for_sale_are_blocks_of_the_wanted_sizes() -> None:
    found = seats_for_sale(hall("oooooooooo"), [2], DistanceRule(seats=1))  # pp_pp_pp__

    assert (found.persons, found.bound, len(found.seated)) == (6, 6, 3)
    assert {name for name, _ in found.seated} == {"2-1", "2-2", "2-3"}


def test_a_clique_cut_in_two_does_not_count_a_group_twice() -> None:
    pairs = np.array([[0, 4]])  # the ends of a row exclude each other, what is between them does not
    for size, most in ((5, 5), (1, 4), (4, 4)):
        packing = Packing([np.arange(5)], pairs, {size: None}, 5)
        first = engine._cp_sat(packing, engine.Packed((), 5, ""), None, 0)
        again = engine._better(packing, engine.Packed((), 5, ""), None, 0)
        assert first.persons == again.persons == pack(packing).persons == most


@pytest.mark.parametrize("rule", RULES)
def test_a_plan_that_is_cut_off_is_a_plan_with_its_bound(rule: DistanceRule) -> None:
    venue = auditorium(rows=10, blocks="6,8,6", seat_width=0.55, row_pitch=0.90)
    sizes = [1] * 20 + [2] * 20 + [3] * 10 + [4] * 10
    found = distance(venue, parties(*sizes), rule, seconds=1e-3)

    assert 0 < found.persons <= found.bound <= rule.cap(200)
    assert sum(len(seats) for _, seats in found.seated) == found.persons


def test_the_engines_are_not_believed() -> None:
    venue = hall("oo")
    with pytest.raises(EncodingError):
        _audit(venue, {0: "a", 1: "b"}, np.array([[0, 1]]))


def test_codes_make_a_rule_stricter() -> None:
    found = with_code(
        DistanceRule(metres=1.5, share=0.4), "distancing-cn-2020-05,distancing-cy-2020,distancing-tickets"
    )

    assert (found.metres, found.share, found.seats, found.pattern, found.group) == (1.5, 0.3, 1, "blocks", 4)
    with pytest.raises(InputError, match="give 1 to 4 people"):
        distance(hall("oooooo"), parties(5), found)
    with pytest.raises(InputError, match="says nothing of distances"):
        with_code(DistanceRule(), "us")


@pytest.mark.parametrize(
    "bad",
    [{"metres": -1}, {"metres": float("nan")}, {"seats": -1}, {"pattern": "zigzag"}, {"share": 0}, {"most": 0}],
)
def test_rules_that_are_none_are_refused(bad: dict[str, object]) -> None:
    with pytest.raises(InputError):
        DistanceRule(**bad)


def test_groups_and_rooms_that_are_none_are_refused() -> None:
    venue = hall("oo")
    seats = tuple(Seat(f"{n}", f"{n}", "hall", 1, n, float(n)) for n in (1, 2))
    unplaced = Venue("List", seats, (Area("hall", "Hall", "hall"),))
    for groups, room in (
        ([], venue),
        ([Party("a", 0)], venue),
        ([Party("a", 1)] * 2, venue),
        (parties(1), unplaced),
    ):
        with pytest.raises(InputError):
            distance(room, groups, DistanceRule(metres=1.0))
