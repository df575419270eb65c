"""Western dinners, solved and audited: golden tests of protocol.md 5.4."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seatplan.people import Person, Who
from seatplan.rules import Apart, Dinner
from seatplan.venue import Venue, long_table, round_table
from tests.rules.meetings import meeting, refused, solved
from tests.rules.test_banquet import ring

MEN, WOMEN = Who(categories=("m",)), Who(categories=("w",))
HOSTS = {"host": Who(people=("M0",)), "hostess": Who(people=("W0",))}
RULE = Dinner(**HOSTS, men=MEN, women=WOMEN)


def guests(each: int, **families: str) -> list[Person]:
    """M0 M1 ... W0 W1 ..., hosts first, in reversed list order; families by name."""
    names = [f"{letter}{k}" for letter in "MW" for k in range(each)][::-1]
    return [
        Person(n, n, rank=int(n[1:]), category=n[0].lower(), attributes=(("family", families.get(n, "")),))
        for n in names
    ]


def sides(room: Venue, rule: Dinner = RULE, people=None) -> tuple[str, str]:
    """Side A, at the host's right, and side B, both from the host to the hostess."""
    people = people or guests(len(room.seats) // 2)
    found = ring(meeting(room, rule, people=people)).split()
    end = found.index("W0")
    return " ".join(found[1:end]), " ".join(found[:end:-1])


def test_six_and_ten_are_as_printed() -> None:
    """G-39, G-40, rule 48: A at the host's right, B at the left."""
    assert sides(long_table(sides=2)) == ("W1 M2", "W2 M1")
    assert sides(long_table(sides=4)) == ("W1 M3 W4 M2", "W2 M4 W3 M1")


def test_the_french_form_has_the_hosts_in_the_middle_of_the_long_sides() -> None:
    """5.4: the same ring; host and hostess face each other across the table."""
    room = long_table(sides=3, ends=2, first="side")
    plan = solved(meeting(room, RULE, people=guests(5)))
    host, hostess = (room.seat(plan.seats[name]) for name in ("M0", "W0"))

    assert (host.x, host.facing, hostess.x, hostess.facing) == (0, 270, 0, 90)
    assert sides(room) == ("W1 M3 W4 M2", "W2 M4 W3 M1")


def alternates(found: list[str]) -> bool:
    return all(a[0] != b[0] for a, b in zip(found, [*found[1:], found[0]], strict=True))


def test_for_multiples_of_four_the_hostess_moves_or_neighbours_are_alike() -> None:
    """Rule 45, conflict 23: she moves one seat to her left, man 1 sits opposite the host; or two pairs meet."""
    moved = ring(meeting(long_table(sides=3), RULE, people=guests(4))).split()
    kept = ring(
        meeting(long_table(sides=3), Dinner(**HOSTS, men=MEN, women=WOMEN, mod4="adjacent"), people=guests(4))
    ).split()

    assert alternates(moved)
    assert (moved.index("W0"), moved[4]) == (3, "M1")
    assert (kept.index("W0"), alternates(kept)) == (4, False)


@pytest.mark.parametrize(("n", "possible"), [(6, True), (8, False), (10, True), (12, False), (14, True)])
def test_men_and_women_alternate_with_the_hostess_opposite_as_arithmetic_says(n, possible) -> None:
    """G-38, rule 45: n = 6, 10, 14 yes, 8 and 12 no."""
    rule = Dinner(**HOSTS, men=MEN, women=WOMEN, mod4="adjacent")
    found = ring(meeting(round_table(seats=n), rule, people=guests(n // 2))).split()

    assert found.index("W0") == n // 2
    assert alternates(found) == possible


def test_couples_across_the_table_stay_where_they_are() -> None:
    """G-43: in six M1-W1 and M2-W2 are no neighbours; M2-W1 are, and one of them is moved (rule 49)."""
    room = long_table(sides=2)
    first = Dinner(**HOSTS, men=MEN, women=WOMEN, couples=(("M1", "W1"), ("M2", "W2")))
    second = Dinner(**HOSTS, men=MEN, women=WOMEN, couples=(("M2", "W1"),))

    assert sides(room, first) == sides(room)
    assert sides(room, second) == ("W2 M2", "W1 M1")
    assert solved(meeting(room, second, Apart(sets=(("M2", "W1"),)), people=guests(3)))


def test_a_column_may_name_the_families() -> None:
    """Rule 49: parents and children, brothers and sisters are kept apart as couples are."""
    rule = Dinner(**HOSTS, men=MEN, women=WOMEN, family="family")

    assert sides(long_table(sides=2), rule, guests(3, M2="a", W1="a")) == ("W2 M2", "W1 M1")


def test_a_visiting_head_of_state_takes_the_hosts_seat() -> None:
    """Rule 50 (C): the hostess at the visitor's left, the host at the left of the visitor's spouse."""
    rule = Dinner(**HOSTS, men=MEN, women=WOMEN, visitor=Who(people=("M9",)), spouse=Who(people=("W9",)))
    people = [*guests(2), Person("M9", "M9"), Person("W9", "W9")]
    found = ring(meeting(long_table(sides=2), rule, people=people)).split()

    assert found == ["M9", "W1", "M0", "W9", "M1", "W0"]


def test_of_equal_ranks_the_one_listed_first_precedes() -> None:
    """D: the couples' rule needs one order."""
    people = [p for p in guests(3) if p.id[0] == "W"] + [
        Person(n, n, rank=5, category="m") for n in ("M0", "M2", "M1")
    ]

    assert sides(long_table(sides=2), people=people) == ("W1 M1", "W2 M2")


@pytest.mark.parametrize(
    ("room", "rule", "people", "message"),
    [
        (long_table(sides=4), RULE, guests(3), "areas: 6 people for 10 seats; take a table of exactly as many"),
        (
            long_table(sides=2),
            RULE,
            [*guests(2), *(Person(f"M{k}", "x", rank=k, category="m") for k in (7, 8))],
            "men: 4 men and 2 women, hosts included",
        ),
        (
            long_table(sides=2),
            RULE,
            [p for p in guests(3) if p.id != "W0"] + [Person("W0", "W0", status="absent")],
            "hostess: 0 people; name one person",
        ),
        (
            long_table(sides=2),
            Dinner(**HOSTS, men=MEN, women=WOMEN, visitor=Who(people=("M1",))),
            guests(3),
            "visitor and spouse belong together",
        ),
        (
            long_table(sides=2),
            Dinner(**HOSTS, men=MEN, women=WOMEN, couples=(("M1", "Zoe"),)),
            guests(3),
            "nobody is called 'Zoe'",
        ),
        (
            long_table(sides=2),
            Dinner(**HOSTS, men=MEN, women=WOMEN, couples=(("M0", "W1"), ("M0", "W2"))),
            guests(3),
            "no table was found that keeps 2 pairs apart",
        ),
    ],
)
def test_faults(room, rule, people, message) -> None:
    assert message in refused(room, rule, people=people)[0]


def test_sentences() -> None:
    """The rule and its breaches in words."""
    rule = Dinner(**HOSTS, men=MEN, women=WOMEN, family="family")
    problem = meeting(long_table(sides=2, label="T", language="en"), rule, people=guests(3))
    plan = solved(problem)
    wrong = plan.__class__({**plan.seats, "M0": plan.seats["W0"], "W0": plan.seats["M0"]})
    told = [rule.explain(problem, breach) for breach in rule.check(problem, wrong)]

    assert rule.sentence(problem).endswith("in order of rank, men and women in turn, couples apart")
    assert rule.sentence(problem, "zh") == "T：M0与W0相对而坐，来宾按职级高低在两侧男女相间，夫妇亲属不相邻"
    assert "M0 (T seat 4) does not sit on one of the places of the host" in told
    assert "W0 (T seat 1) does not sit on one of the places of the hostess" in told


def test_guests_without_a_rank_sit_behind_the_ranked_and_are_moved_first() -> None:
    """5.4 [S123] (C): M3 and M4 have none; M3 and W4 are a couple, so they change at no cost, W3 and W4 stay."""
    people = [replace(p, rank=None) if p.name in ("M3", "M4") else p for p in guests(5)][::-1]
    room = long_table(sides=4)
    couple = Dinner(**HOSTS, men=MEN, women=WOMEN, couples=(("M3", "W4"),))

    assert sides(room, people=people) == ("W1 M3 W4 M2", "W2 M4 W3 M1")
    assert sides(room, couple, people) == ("W1 M4 W4 M2", "W2 M3 W3 M1")
