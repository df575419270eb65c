"""Round tables, the order of tables and Western dinners: golden tests of protocol.md 5."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.protocol import (
    Diner,
    Member,
    alternation_exists,
    back_turned,
    dinner_ring,
    dinner_sides,
    one_host_table,
    ring_ranks,
    ring_xy,
    separated,
    table_order,
    two_host_table,
    with_visiting_head,
)

HOST, COHOST = Member("host", 1), Member("host", 2)
dinners = st.integers(3, 20).map(lambda half: 2 * half)


def one_center(n: int, **settings: str) -> str:
    """Write H and the guests' numbers from s0 on, as 5.1 does."""
    return " ".join("H" if m.party == "host" else str(m.rank) for m in one_host_table(n, **settings))


def two_centers(n: int, guests: int = 4, **settings: str) -> str:
    return " ".join(
        "." if m is None else f"{m.party[0].upper()}{m.rank}" for m in two_host_table(n, guests, **settings)
    )


def diners(ring: tuple[Diner, ...]) -> str:
    return " ".join(f"{d.sex[0].upper()}{d.rank}" for d in ring)


# 5.1, typed from the page: seats, one host, host and co-host with the fixed seats
TABLE_5_1 = """
6 | H 1 3 5 4 2 | H1 G1 G4 H2 G3 G2
8 | H 1 3 5 7 6 4 2 | H1 G1 . G4 H2 G3 . G2
10 | H 1 3 5 7 9 8 6 4 2 | H1 G1 . . G4 H2 G3 . . G2
12 | H 1 3 5 7 9 11 10 8 6 4 2 | H1 G1 . . . G4 H2 G3 . . . G2
"""


@pytest.mark.parametrize("line", TABLE_5_1.strip().splitlines())
def test_round_tables_stand_as_in_table_5_1(line: str) -> None:
    """G-30, G-31, G-33, rule 43: one centre and two centres for 6 to 12 seats."""
    n, one, two = (cell.strip() for cell in line.split("|"))

    assert one_center(int(n)) == one
    assert two_centers(int(n), fill="free") == two


def test_the_shandong_table_is_as_printed() -> None:
    """G-32, conflict 21: H1 G1 H3 G4 H2 G3 H4 G2, hosts and guests alternate all round."""
    assert two_centers(8, fill="alternate_host_guest") == "H1 G1 H3 G4 H2 G3 H4 G2"


def test_remaining_guests_sit_nearer_the_host_first() -> None:
    """5.1: nearer the host is higher, at equal distance right before left."""
    assert two_centers(10, guests=8) == "H1 G1 G5 G7 G4 H2 G3 G8 G6 G2"
    assert two_centers(10, guests=5) == "H1 G1 G5 . G4 H2 G3 . . G2"


def test_the_second_guest_may_sit_at_the_cohosts_right() -> None:
    """Conflict 20: guests 2 and 3 exchange seats, guest 4 stays."""
    assert two_centers(8, fill="free") == "H1 G1 . G4 H2 G3 . G2"
    assert two_centers(8, fill="free", second_guest="cohost_right") == "H1 G1 . G4 H2 G2 . G3"


def test_guests_may_be_filled_clockwise() -> None:
    """Conflict 21, 5.1: after guests 1 and 2 clockwise from guest 2 to the seat beside guest 1."""
    assert one_center(8, fill="clockwise") == "H 1 7 6 5 4 3 2"
    assert one_center(2, fill="clockwise") == "H 1"


def test_in_the_older_style_the_chief_guest_faces_the_door_and_left_is_higher() -> None:
    """Conflict 19: 2 at the left (the last index), 3 at the right."""
    assert ring_ranks(8, "left") == (1, 3, 5, 7, 8, 6, 4, 2)


def test_a_guest_who_outranks_the_host_takes_the_main_seat() -> None:
    """Conflict 28: with "swap" guest 1 and the host exchange seats; with "keep" nothing changes."""
    assert one_center(6, outranked="swap") == "1 H 3 5 4 2"
    assert one_center(6, outranked="keep") == "H 1 3 5 4 2"
    assert two_centers(6, outranked="swap") == "G1 H1 G4 H2 G3 G2"


@given(st.integers(1, 40))
def test_a_ring_of_one_centre_gives_every_rank_once_and_right_mirrors_left(n: int) -> None:
    """5.1: nearer is higher; the other honour side is the mirror about the main seat (conflict 22 likewise)."""
    ring = ring_ranks(n)
    distance = {rank: min(seat, n - seat) for seat, rank in enumerate(ring)}

    assert sorted(ring) == list(range(1, n + 1))
    assert all(distance[rank] <= distance[rank + 1] for rank in range(1, n))
    assert ring_ranks(n, "left") == (ring[0], *ring[:0:-1])


def test_the_seat_at_the_hosts_right_is_page_left() -> None:
    """Rule 42, G-36: counter-clockwise from above; door at the bottom, host at the top facing it."""
    for n in range(3, 41):
        xy = ring_xy(n)
        assert xy[0][1] == pytest.approx(1)
        assert xy[1][0] < xy[n - 1][0]


def alternates(ring: list[str]) -> bool:
    return all(a != b for a, b in pairwise([*ring, ring[0]]))


@pytest.mark.parametrize("n", range(4, 41, 2))
def test_alternation_exists_exactly_where_arithmetic_allows(n: int) -> None:
    """Rules 44 and 45, G-38: tried on both alternating rings: like principals n % 4 == 0, unlike n % 4 == 2."""
    rings = [[kind[seat % 2] for seat in range(n)] for kind in ("hg", "gh")]

    assert alternation_exists(n, "alike") == any(ring[0] == ring[n // 2] == "h" for ring in rings)
    assert alternation_exists(n, "different") == any(ring[0] != ring[n // 2] for ring in rings)


def test_alternation_is_feasible_for_the_printed_numbers() -> None:
    """G-38: host and co-host 8 and 12, not 6 and 10; host and hostess 6, 10, 14, 18, not 8, 12, 16."""
    assert [n for n in (6, 8, 10, 12) if alternation_exists(n, "alike")] == [8, 12]
    assert [n for n in (6, 8, 10, 12, 14, 16, 18) if alternation_exists(n, "different")] == [6, 10, 14, 18]


@pytest.mark.parametrize("n", [8, 12, 16, 20])
def test_hosts_and_guests_alternate_where_it_is_possible(n: int) -> None:
    """Rule 44: perfect alternation with host and co-host opposite, everybody placed."""
    ring = two_host_table(n, fill="alternate_host_guest")

    assert alternates([m.party for m in ring if m])
    assert len({m for m in ring if m}) == n
    assert (ring[0], ring[n // 2]) == (HOST, COHOST)


@pytest.mark.parametrize("n", [6, 10, 14])
def test_an_impossible_alternation_is_refused(n: int) -> None:
    """Rule 44: told before anybody is seated."""
    with pytest.raises(InputError, match=f"cannot alternate on {n} seats"):
        two_host_table(n, fill="alternate_host_guest")


@pytest.mark.parametrize("n", [4, 5, 9])
def test_a_cohost_needs_a_seat_opposite_and_two_guests_beside(n: int) -> None:
    """Rule 43: odd tables and tables of four have no such seats."""
    with pytest.raises(InputError, match="use an even number of 6 or more"):
        two_host_table(n)


def test_tables_are_ordered_as_printed() -> None:
    """G-37, rule 46: side by side page-left first; in depth the farther; three in a row centre, left, right."""
    assert table_order([(1, 0), (-1, 0)]).tolist() == [1, 0]
    assert table_order([(0, 0), (0, 3)]).tolist() == [1, 0]
    assert table_order([(-2, 0), (0, 0), (2, 0)]).tolist() == [1, 0, 2]


def test_tables_follow_by_distance_to_the_main_table() -> None:
    """Rule 46: nearer before farther, then right before left, then far before near."""
    five = [(0, 0), (2, 0), (-2, 0), (0, 2), (0, -2)]
    grid = [(x, y) for y in (4, 2, 0) for x in (-2, 0, 2)]

    assert table_order(five).tolist() == [0, 2, 3, 4, 1]
    assert table_order(grid, stage=(0, 6)).tolist()[:4] == [1, 0, 4, 2]
    assert table_order(grid, main=8).tolist()[:2] == [8, 7]


def test_the_older_style_numbers_tables_from_the_left() -> None:
    """Conflict 22: with the left honoured page-right comes first."""
    assert table_order([(-2, 0), (0, 0), (2, 0)], honour_side="left").tolist() == [1, 2, 0]


def test_nobody_turns_the_back_to_the_hall_at_a_head_table() -> None:
    """Rule 47: the hall side of a long head table, and the backs towards it of the first tables, stay empty."""
    head = back_turned([(-1, 9), (1, 9), (-1, 7), (1, 7)], [270, 270, 90, 90], (0, -20))
    first_table = back_turned(ring_xy(8), [270, 315, 0, 45, 90, 135, 180, 225], (0, 40))

    assert head.tolist() == [False, False, True, True]
    assert first_table.tolist() == [True, True, False, False, False, False, False, True]


def test_western_dinners_of_six_and_ten_are_as_printed() -> None:
    """G-39, G-40, rule 48: sides from host to hostess."""
    assert [diners(side) for side in dinner_sides(dinner_ring(6))] == ["W1 M2", "W2 M1"]
    assert [diners(side) for side in dinner_sides(dinner_ring(10))] == ["W1 M3 W4 M2", "W2 M4 W3 M1"]


@given(dinners, st.sampled_from(["shift_hostess", "adjacent"]))
def test_every_dinner_seats_everybody_beside_the_right_people(n: int, mod4: str) -> None:
    """Rule 48: woman 1 and 2 at the host's right and left, man 1 and 2 at the hostess's right and left."""
    ring = dinner_ring(n, mod4)
    hostess = ring.index(Diner("woman", 0, "host"))

    assert len(set(ring)) == n
    assert (ring[1], ring[-1]) == (Diner("woman", 1), Diner("woman", 2))
    assert (ring[(hostess + 1) % n], ring[hostess - 1]) == (Diner("man", 1), Diner("man", 2))


@given(dinners)
def test_men_and_women_alternate_unless_the_hostess_stays_opposite_at_multiples_of_four(n: int) -> None:
    """Rule 45, conflict 23: the shift saves the alternation; "adjacent" costs two men and two women together."""
    sexes = [diner.sex for diner in dinner_ring(n, "adjacent")]
    together = [a for a, b in pairwise([*sexes, sexes[0]]) if a == b]

    assert alternates([diner.sex for diner in dinner_ring(n)])
    assert sorted(together) == ([] if alternation_exists(n, "different") else ["man", "woman"])


def test_the_shifted_hostess_has_man_1_opposite_the_host() -> None:
    """Conflict 23: she moves one seat to her left, and man 1 at her right faces the host."""
    assert diners(dinner_ring(8)) == "M0 W1 M2 W0 M1 W3 M3 W2"


@pytest.mark.parametrize("n", [4, 7])
def test_a_dinner_of_odd_or_few_seats_is_refused(n: int) -> None:
    """5.4 describes even tables of six and more."""
    with pytest.raises(InputError, match=f"dinner: {n} seats; use an even number of 6 or more"):
        dinner_ring(n)


def adjacent(ring: tuple[Diner, ...], pair: tuple[Diner, Diner]) -> bool:
    return any(set(two) == set(pair) for two in pairwise((*ring, ring[0])))


def test_couples_of_equal_rank_are_apart_already() -> None:
    """G-43: in Western 6 man 1 and woman 1 sit diagonally; nobody is moved."""
    couples = [(Diner("man", rank), Diner("woman", rank)) for rank in (1, 2)]

    assert separated(dinner_ring(6), couples) == dinner_ring(6)


def test_a_couple_that_rank_puts_together_is_parted_by_one_exchange() -> None:
    """G-43, rule 49: man 2 and woman 1 are neighbours, so one of them exchanges seats with the next rank."""
    couple = (Diner("man", 2), Diner("woman", 1))
    moved = separated(dinner_ring(6), [couple])
    changed = [(a, b) for a, b in zip(dinner_ring(6), moved, strict=True) if a != b]

    assert adjacent(dinner_ring(6), couple)
    assert not adjacent(moved, couple)
    assert len(changed) == 2
    assert all(a.sex == b.sex and abs(a.rank - b.rank) == 1 for a, b in changed)


def test_the_lowest_ranks_are_moved_if_that_is_enough() -> None:
    """Rule 49: of exchanges of neighbours in rank the one among the lowest is taken."""
    ring = dinner_ring(10)  # M0 W1 M3 W4 M2 W0 M1 W3 M4 W2
    moved = separated(ring, [(Diner("man", 3), Diner("woman", 4))])

    assert {d for d, e in zip(ring, moved, strict=True) if d != e} == {Diner("man", 3), Diner("man", 4)}


def test_a_table_that_cannot_part_its_couples_is_refused() -> None:
    """Rule 49 at six seats: everybody apart from everybody does not exist."""
    men, women = [Diner("man", r) for r in (1, 2)], [Diner("woman", r) for r in (1, 2)]
    with pytest.raises(InputError, match="no table was found that keeps 4 pairs apart"):
        separated(dinner_ring(6), list(product(men, women)))


def test_a_visiting_head_of_state_displaces_the_host() -> None:
    """Rule 50: visitor and spouse in the hosts' seats, hostess and host at their left hands."""
    ring = with_visiting_head(dinner_ring(10))
    spouse = ring.index(Diner("woman", 0, "visitor"))

    assert ring[0] == Diner("man", 0, "visitor")
    assert ring[-1] == Diner("woman", 0, "host")
    assert ring[spouse - 1] == Diner("man", 0, "host")
    assert (ring[1], ring[spouse + 1]) == (Diner("woman", 1), Diner("man", 1))
    assert len(dinner_sides(ring)[0]) == 4
    assert sorted(d.rank for d in ring if not d.role) == [1, 1, 2, 2, 3, 3]
