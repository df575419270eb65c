"""Three and more parties around a table: golden tests of protocol.md 4.1 and 2.3(f)."""

from __future__ import annotations

from seatplan.people import Group, Person, Roster, Who
from seatplan.problem import Problem
from seatplan.rules import Parties, Reserve
from seatplan.venue import Where, round_table
from tests.rules.meetings import refused
from tests.rules.test_banquet import ring


def states(*names: str, each: int = 1) -> list[Person]:
    people = [
        Person(f"{name}{k}", f"{name}{k}", attributes=(("country", name),)) for name in names for k in range(each)
    ]
    return people[::-1]


def around(problem) -> str:
    found = ring(problem).split()
    return " ".join(name.rstrip("0123456789") for name in found)


def meeting(seats: int, rule: Parties, people, *more, groups=()) -> Problem:
    return Problem(round_table(seats=seats), Roster(tuple(people), tuple(groups)), (rule, *more))


def test_three_parties_sit_in_alphabetical_order() -> None:
    """Rule 38: by the party's name; Århus stands under A in English and at the end in Danish."""
    people = states("Peru", "Århus", "Laos")

    assert around(meeting(4, Parties(key="country"), people)) == "Århus Laos Peru ."
    assert around(meeting(4, Parties(key="country", lang="da"), people)) == "Laos Peru Århus ."
    assert (
        around(meeting(3, Parties(key="country", lang="zh"), states("中国", "巴西", "南非"))) == "巴西 南非 中国"
    )


def test_each_delegation_sits_side_by_side() -> None:
    problem = meeting(6, Parties(key="country"), states("Peru", "Chad", "Laos", each=2))

    assert around(problem) == "Chad Chad Laos Laos Peru Peru"


def test_a_council_moves_one_seat_to_the_left_every_half_year() -> None:
    """Rule 25 (A/B): whoever sat on s1 sits on s0, the seat at the left."""
    groups = [Group("cy", "Cyprus", 2), Group("ie", "Ireland", 3), Group("dk", "Denmark", 1)]
    people = [Person(g.id, g.name, group=g.id) for g in groups]

    for half_years, expected in (
        (0, "Denmark Cyprus Ireland"),
        (1, "Cyprus Ireland Denmark"),
        (3, "Denmark Cyprus Ireland"),
    ):
        problem = meeting(3, Parties(order="given", half_years=half_years), people, groups=groups)
        assert " ".join(problem.roster.by_id[name].name for name in ring(problem).split()) == expected


def test_a_reserved_seat_is_passed_over() -> None:
    kept = Reserve(where=Where(seats=("2号",)))

    assert around(meeting(4, Parties(key="country"), states("Peru", "Chad", "Laos"), kept)) == "Chad . Laos Peru"


def test_faults_and_sentence() -> None:
    people = states("Peru", "Chad", "Laos")

    assert refused(round_table(seats=2), Parties(key="country"), people=people) == [
        "rule Parties.who: 3 people for 2 seats; add seats, or seat fewer people there"
    ]
    assert refused(round_table(seats=4), Parties(key="country"), people=[*people, Person("x", "X")]) == [
        "rule Parties.who: X has no country; leave this person out, or name the delegation"
    ]
    rule = Parties(key="country", who=Who(but=Who(people=("Peru0",))))
    problem = meeting(4, rule, people)
    assert rule.sentence(problem).endswith(
        "the delegations must sit in the alphabetical order of their names, each side by side"
    )
    assert "按名称字母（拼音）顺序" in rule.sentence(problem, "zh")
    assert "按既定次序" in Parties(order="given").sentence(problem, "zh")
