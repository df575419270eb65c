"""Group photographs, flags and parliaments: protocol.md 4.5 and 6."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.protocol import (
    WESTMINSTER,
    Convention,
    Member,
    View,
    bilateral_flags,
    family_photo,
    flags,
    foreign_photo,
    hemicycle,
    photo_rows,
    rank_order,
    seen,
)

RIGHT = Convention(honour_side="right")


def marks(row: tuple[Member, ...]) -> str:
    return " ".join(f"{m.party[0]}{m.rank}" for m in row)


def test_a_photograph_at_home_is_a_rostrum() -> None:
    """Rule 40: 1 in the centre, 2 at the left, 3 at the right; rows behind have centres of their own."""
    assert photo_rows([7], Convention()) == (rank_order(7, Convention()),)
    assert photo_rows([3, 4], Convention()) == ((2, 1, 3), (7, 5, 4, 6))


def test_photographs_abroad_of_four_and_five_are_as_printed() -> None:
    """4.5: viewer A B C D E ranks C B D A E for five; for four B first, C second, then A, D (split line)."""
    five = seen(photo_rows([5], RIGHT)[0], View.AUDIENCE)
    four = seen(photo_rows([4], Convention(honour_side="right", even_rule="split_line"))[0], View.AUDIENCE)

    assert [dict(zip(five, "ABCDE", strict=True))[rank] for rank in range(1, 6)] == list("CBDAE")
    assert [dict(zip(four, "ABCD", strict=True))[rank] for rank in range(1, 5)] == list("BCAD")


def test_the_front_row_of_a_photograph_outranks_the_row_behind() -> None:
    """Rule 41: the highest is in the centre of row 1; an empty centre stays in the front row."""
    front, back = photo_rows([7, 3], Convention(anchor="vacant_center"))

    assert front == (7, 5, 3, 1, 2, 4, 6)
    assert back == (9, 8, 10)


@given(st.integers(1, 30), st.integers(1, 30))
def test_a_foreign_photograph_has_the_host_in_the_centre_and_the_guest_at_the_right(
    hosts: int, guests: int
) -> None:
    """Rule 40, 4.5: properties only: host in the centre, guest 1 at the host's right, everybody there once."""
    row = foreign_photo(hosts, guests)
    host = row.index(Member("host", 1))

    assert host == (hosts + guests - 1) // 2
    assert row[host + 1] == Member("guest", 1)
    assert len(set(row)) == len(row) == hosts + guests


@given(st.integers(1, 30), st.integers(1, 30))
def test_foreign_guests_are_not_neighbours_where_numbers_allow(hosts: int, guests: int) -> None:
    """4.5: each side of the host has room for every second place; more guests than that must meet."""
    row = [member.party for member in foreign_photo(hosts, guests)]
    left = (len(row) - 1) // 2
    room = (left + 1) // 2 + (len(row) - left) // 2

    assert (("guest", "guest") in pairwise(row)) == (guests > room)


@given(st.integers(3, 30), st.integers(1, 30))
def test_hosts_may_stand_at_both_ends(hosts: int, guests: int) -> None:
    """4.5, option (D): the two lowest hosts end the row; centre and first guest stay."""
    row = foreign_photo(hosts, guests, host_ends=True)

    assert {row[0], row[-1]} == {Member("host", hosts), Member("host", hosts - 1)}
    assert len(set(row)) == hosts + guests
    assert row[row.index(Member("host", 1)) + 1] in (Member("guest", 1), row[-1])


def test_a_foreign_photograph_alternates() -> None:
    """Rule 40: hosts and guests in turn."""
    assert marks(foreign_photo(4, 3)) == "h4 h3 g2 h1 g1 h2 g3"
    assert marks(foreign_photo(2, 2)) == "g2 h1 g1 h2"


def test_a_foreign_photograph_needs_a_host() -> None:
    """Rule 40: without a host there is no centre."""
    with pytest.raises(InputError, match="photo: no host; "):
        foreign_photo(0, 3)


def test_a_family_photograph_has_the_neighbouring_hosts_beside_the_host() -> None:
    """Rule 41: previous and next host adjacent to the host; then by tenure; organisations behind, A to Z."""
    rows = family_photo("H", "P", "N", ["a", "b", "c", "d"], ["x", "y", "z"], ["WTO", "IMF", "UN"])
    host = rows[0].index("H")

    assert {rows[0][host - 1], rows[0][host + 1]} == {"P", "N"}
    assert rows[0] == ("d", "b", "N", "H", "P", "a", "c")
    assert seen(rows[2], View.AUDIENCE) == ("IMF", "UN", "WTO")


def test_flags_of_five_and_of_four_are_as_printed() -> None:
    """G-51, rule 55: five states, the host in the centre; four, viewer left to right H A B C."""
    assert seen(flags("H", "CABD"), View.AUDIENCE)[2] == "H"
    assert seen(flags("H", "CAB"), View.AUDIENCE) == ("H", "A", "B", "C")


@given(st.integers(0, 20))
def test_the_host_flag_is_central_or_at_the_viewers_left_end(others: int) -> None:
    """Rule 55 for any number; the US custom puts it at the viewer's left end always."""
    row = seen(flags("", [chr(65 + i) for i in range(others)]), View.AUDIENCE)
    american = seen(flags("", [chr(65 + i) for i in range(others)], style="us"), View.AUDIENCE)

    assert row.index("") == (others // 2 if others % 2 == 0 else 0)
    assert american == ("", *(chr(65 + i) for i in range(others)))


def test_two_flags_stand_as_at_a_signing() -> None:
    """Section 6: bilateral flags follow the signing rule: the guest at the occupants' right."""
    assert bilateral_flags("host", "guest") == ("host", "guest")


def test_government_sits_on_the_speakers_right() -> None:
    """G-52, rule 54: from the Speaker, facing the House, the right hand is the government's block."""
    assert WESTMINSTER["right"] == "government"
    assert WESTMINSTER["left"] == "opposition"


@given(st.lists(st.integers(0, 12), min_size=1, max_size=6), st.integers(0, 5), st.integers(0, 9))
def test_parties_of_a_hemicycle_occupy_wedges_with_leaders_in_front(
    parties: list[int], spare: int, seed: int
) -> None:
    """Rule 53: wedges follow from left to right without overlap; the first of each is in its first row."""
    generator = np.random.default_rng(seed)
    angles = generator.uniform(-90, 90, sum(parties) + spare)
    rows = generator.integers(1, 5, sum(parties) + spare)
    wedges = [wedge for wedge in hemicycle(angles, rows, parties) if len(wedge)]

    assert all(angles[a].max() <= angles[b].min() for a, b in pairwise(wedges))
    assert all(rows[wedge[0]] == rows[wedge].min() for wedge in wedges)
    assert len({int(seat) for wedge in wedges for seat in wedge}) == sum(parties)


def test_a_hemicycle_with_too_few_seats_is_refused() -> None:
    """Nobody is left out silently."""
    with pytest.raises(InputError, match="hemicycle: 2 seats for 3 members; add seats"):
        hemicycle([0, 1], [1, 1], [1, 2])
