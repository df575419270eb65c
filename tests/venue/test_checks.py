"""What is wrong with a room is said by name, all at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seatplan.errors import InputError
from seatplan.venue import Area, Fixture, Seat, Venue, auditorium, from_drawing

HALL = Area("hall", "Hall", "hall")


def seat(name: str, x: float, **changes: object) -> Seat:
    plain = Seat(name, name.upper(), "hall", row=1, number=1, position=x, x=x)
    return replace(plain, **changes)  # type: ignore[arg-type]


def room(*seats: Seat, fixtures: tuple[Fixture, ...] = ()) -> Venue:
    return Venue("Room", seats, (HALL,), fixtures)


def lectern(x: float, z: float = 0.0) -> Fixture:
    return Fixture("speech", "Lectern", "lectern", x=x, y=0.0, width=0.6, depth=0.5, z=z)


@pytest.mark.parametrize(
    ("seats", "message"),
    [
        ((seat("a", 1.0), seat("a", 2.0)), "2 seats have the id 'a'; rename one"),
        (
            (seat("a", 1.0), seat("b", 2.0, label="A")),
            "2 seats have the label 'A'; rename one",
        ),
        (
            (seat("a", 1.0, area="hal"),),
            "seat 'A': its area 'hal' does not exist; add the area or use one of: hall",
        ),
        (
            (seat("a", 1.0, walls=frozenset({"up"})),),
            "seat 'A': no such side 'up' for a wall; use left, right, front",
        ),
        ((seat("a", float("nan")),), "seat 'A': its place is no number; give metres and degrees"),
        ((seat("a", 1.0, z=float("inf")),), "seat 'A': its place is no number"),
        (
            (seat("a", 1.0), seat("b", 1.3)),
            r"seats 'A' and 'B': their middles are 0\.30 m apart; move one of them",
        ),
    ],
    ids=["id", "label", "area", "wall", "nan", "inf", "overlap"],
)
def test_a_wrong_seat_is_named(seats: tuple[Seat, ...], message: str) -> None:
    with pytest.raises(InputError, match=message):
        room(*seats)


UP = replace(HALL, id="up")


def test_all_names_are_checked_at_once() -> None:
    with pytest.raises(InputError) as caught:
        Venue("Room", (seat("a", 1.0), seat("a", float("nan"))), (HALL, UP, UP))

    assert len(caught.value.faults) == 4  # id, label and place of the seat, id of the area


def test_of_many_faults_of_a_kind_the_first_ten_are_shown() -> None:
    seats = tuple(seat(f"s{i}", 1.0 + i / 1000) for i in range(6))

    with pytest.raises(InputError) as caught:
        room(*seats)

    assert len(caught.value.faults) == 11
    assert str(caught.value.faults[-1]) == "likewise: 5 more of the kind; mend them too"


def test_seats_that_nearly_touch_are_no_overlap() -> None:
    # curved rows stand closer at the knees
    assert len(room(seat("a", 1.0), seat("b", 1.5)).seats) == 2


def test_a_list_of_seats_without_places_is_a_venue() -> None:
    assert len(room(seat("a", 0.0), seat("b", 0.0)).seats) == 2


def test_no_lectern_stands_in_a_seat() -> None:
    with pytest.raises(InputError, match="lectern 'speech': it stands in seat 'A'; move it in front of the seats"):
        room(seat("a", 1.0), fixtures=(lectern(1.2),))


def test_a_lectern_may_stand_beside_a_seat_or_under_a_balcony() -> None:
    assert room(seat("a", 1.0), fixtures=(lectern(1.6),)).fixtures
    assert room(seat("a", 1.0, z=4.5), fixtures=(lectern(1.0),)).fixtures


def test_a_fixture_that_is_nowhere_is_refused() -> None:
    with pytest.raises(InputError, match="fixture 'speech': its place or size is no number"):
        room(seat("a", 1.0), fixtures=(lectern(float("nan")),))


def test_a_fixture_of_no_area_is_refused() -> None:
    door = Fixture("d", "Door", "door", x=0.0, y=0.0, width=1.0, depth=0.1, area="lobby")

    with pytest.raises(InputError, match="fixture 'd': its area 'lobby' does not exist"):
        room(seat("a", 1.0), fixtures=(door,))


def test_seats_between_walls_are_unreachable_only_when_there_are_doors() -> None:
    text = "#abefghijklmnpqtuv#\n###################"
    closed = "###################\n" + text

    assert from_drawing(closed).seats
    with pytest.raises(InputError, match=r"no door leads to seats a, b, e, f, g, h, i, j, k, l and 7 more"):
        from_drawing("D\n" + closed)


def test_a_hall_without_doors_is_a_venue() -> None:
    assert auditorium(rows=2, blocks="3", doors=[]).seats
