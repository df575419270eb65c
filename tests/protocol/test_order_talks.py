"""Talks, sofas, signing, conferences: golden tests of protocol.md 4."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.protocol import (
    Convention,
    Member,
    View,
    council_table,
    parties_around,
    seen,
    signing,
    sofas,
    talks,
    talks_room,
)


def drawn(row: tuple[int | None, ...]) -> str:
    return " ".join("T" if rank is None else str(rank) for rank in row)


def marks(row: tuple[Member | None, ...]) -> str:
    """Write H1 and G1 for the ranked people, as the protocol does."""
    return " ".join("." if m is None else f"{m.party[0].upper()}{m.rank}" for m in row)


def test_talks_with_mirrored_interpreters_are_as_printed() -> None:
    """G-25: hosts 4 2 1 T 3 5, guests 5 3 T 1 2 4, each from their own left."""
    sides = talks(5, 5)

    assert drawn(sides.hosts.row) == "4 2 1 T 3 5"
    assert drawn(sides.guests.row) == "5 3 T 1 2 4"
    assert sorted((*sides.hosts.positions, sides.hosts.interpreter)) == [-2, -1, 0, 1, 2, 3]
    assert sorted((*sides.guests.positions, sides.guests.interpreter)) == [-3, -2, -1, 0, 1, 2]


@given(st.integers(1, 60))
def test_with_mirrored_interpreters_equals_face_equals(n: int) -> None:
    """Rule 35: position p faces -p, so rank k faces rank k and interpreter faces interpreter."""
    hosts, guests = talks(n, n)

    assert all(a == -b for a, b in zip(hosts.positions, guests.positions, strict=True))
    assert hosts.interpreter == 1
    assert guests.interpreter == -1


def test_with_both_interpreters_at_the_right_they_do_not_face_each_other() -> None:
    """4.1, conflict 16: with "right" the facing of equals fails."""
    hosts, guests = talks(3, 3, "right")

    assert hosts == guests
    assert drawn(hosts.row) == "2 1 T 3"
    assert hosts.positions[1] != -guests.positions[1]


def test_talks_without_interpreters_are_as_printed() -> None:
    """G-27: right honoured, both sides 5 3 1 2 4; 1 faces 1, 2 faces 3, 4 faces 5."""
    hosts, guests = talks(5, 5, "none")
    faced = {host: guests.positions.index(-place) + 1 for host, place in enumerate(hosts.positions, start=1)}

    assert drawn(hosts.row) == drawn(guests.row) == "5 3 1 2 4"
    assert faced == {1: 1, 2: 3, 3: 2, 4: 5, 5: 4}


@given(st.integers(1, 30), st.integers(1, 30), st.sampled_from(["mirror", "right", "behind", "none"]))
def test_interpreters_take_a_seat_but_no_number(hosts: int, guests: int, interpreter: str) -> None:
    """Rule 36: the ranks of each side are 1 to N whether or not an interpreter sits among them."""
    for n, side in zip((hosts, guests), talks(hosts, guests, interpreter), strict=True):
        assert sorted(rank for rank in side.row if rank) == list(range(1, n + 1))
        assert (None in side.row) == (interpreter in ("mirror", "right"))


def test_a_domestic_reporting_meeting_follows_the_rostrum_rule() -> None:
    """4.1: each side left first, as on a rostrum."""
    assert talks(5, 4, "none", Convention()).hosts.row == (4, 2, 1, 3, 5)
    assert talks(5, 4, "none", Convention()).guests.row == (4, 2, 1, 3)


def test_guests_face_the_door_across_and_sit_on_the_right_end_on() -> None:
    """Rules 33 and 34, G-24(b), conflict 15: far side; page-right on entering, page-left as the option."""
    assert talks_room("across") == ("far", "near")
    assert talks_room("end_on") == ("page_right", "page_left")
    assert talks_room("end_on", "left_on_entering") == ("page_left", "page_right")


def test_sofas_facing_the_door_are_as_printed() -> None:
    """G-24(a), rule 37: from the door G4 G3 G2 G1 H1 H2 H3 H4; the guest is at the host's own right."""
    row = sofas(4, 4).front

    assert marks(seen(row, View.AUDIENCE)) == "G4 G3 G2 G1 H1 H2 H3 H4"
    assert marks(seen(row, View.OCCUPANT)) == "H4 H3 H2 H1 G1 G2 G3 G4"


def test_interpreters_sit_behind_their_principals_on_sofas() -> None:
    """Rule 37: the row behind has two chairs, behind the first host and the first guest."""
    behind = sofas(3, 2).behind

    assert marks(behind) == ". . H1 G1 ."
    assert {member.role for member in behind if member} == {"interpreter"}


def test_a_superior_at_home_sits_at_the_left_of_the_local_leader() -> None:
    """G-29, conflict 17: OCC superior, leader; the option seats the superior at the right."""
    assert marks(sofas(1, 1, "left").front) == "G1 H1"
    assert marks(sofas(1, 1, "right").front) == "H1 G1"
    assert marks(sofas(2, 3, "left").front) == "G3 G2 G1 H1 H2"


def signed(row: tuple[Member, ...]) -> str:
    """Write h1 for the retinue, HS for a signer, hA for an assistant, as the protocol does."""
    letters = {"signer": "{}S", "assistant": "{}A", "": "{}"}
    return " ".join(
        letters[m.role].format(m.party[0].upper() if m.role == "signer" else m.party[0])
        + ("" if m.role else str(m.rank))
        for m in row
    )


def test_a_signing_is_as_printed_in_both_views() -> None:
    """G-28, rule 39: back row h4..h1 g1..g4; front hA HS GS gA, which the audience sees as gA GS HS hA."""
    ceremony = signing(4, 4)

    assert signed(ceremony.behind[0]) == "h4 h3 h2 h1 g1 g2 g3 g4"
    assert signed(ceremony.desk) == "hA HS GS gA"
    assert signed(seen(ceremony.desk, View.AUDIENCE)) == "gA GS HS hA"


def test_a_large_retinue_stands_in_rows_front_before_back() -> None:
    """4.4: extra rows behind, the lower ranks in them, each from the centre outwards."""
    rows = signing(5, 3, per_row=2).behind

    assert [signed(row) for row in rows] == ["h2 h1 g1 g2", "h4 h3 g3", "h5"]
    with pytest.raises(InputError, match="per_row: 0; use 1 or more"):
        signing(2, 2, per_row=0)


def test_three_parties_sit_in_alphabetical_order() -> None:
    """Rule 38: by the party's name, compared as the key says."""
    assert parties_around(["peru", "Chad", "Laos"], key=str.casefold) == ("Chad", "Laos", "peru")


@given(st.integers(1, 40))
def test_the_council_moves_one_seat_to_the_left_every_half_year(n: int) -> None:
    """Rule 25: whoever sat on s1 sits on s0, the seat at the left; after n half-years all are back."""
    states = tuple(range(n))

    assert council_table(states, 1)[0] == states[1 % n]
    assert council_table(states, n) == states
    assert council_table((), 3) == ()
