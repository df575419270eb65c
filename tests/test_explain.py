"""Real events explained: what each rule costs, why here, why not there, which seat for a late guest; zh and en."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from seatplan.audit import audit
from seatplan.conflict import feasible
from seatplan.explain import WhyNot, ledger, recommend, why_here, why_not
from seatplan.explain.sits import Sits
from seatplan.io import read_event
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.solve import solve
from seatplan.solvers import Control

EXAMPLES = Path(__file__).parent.parent / "examples"


@cache
def solved(name: str) -> tuple[Problem, Plan]:
    problem = read_event(EXAMPLES / name / "event.yaml").problem
    return problem, solve(problem).plan


def named(problem: Problem, name: str) -> str:
    return next(person.id for person in problem.roster.people if person.name == name)


def seat(problem: Problem, label: str) -> str:
    return next(seat.id for seat in problem.venue.seats if seat.label == label)


def alone(problem: Problem, clash, person: str, place: str) -> Problem:
    """Return the problem with the rules of a conflict alone; the last of them is the supposition."""
    supposed = Problem(
        problem.venue,
        problem.roster,
        (*problem.rules, Sits(person=person, seat=place)),
        problem.convention,
    )
    return supposed.without(rule for i, rule in enumerate(supposed.rules) if i not in clash.rules)


@pytest.mark.parametrize("name", ["briefing", "conference"])
def test_the_ledger_adds_up_to_the_audit(name):
    problem, plan = solved(name)

    entries = ledger(problem, plan)

    by_tier: dict[int, int] = {}
    for entry in entries:
        if isinstance(entry.priority, int):
            by_tier[entry.priority] = by_tier.get(entry.priority, 0) + entry.value
            assert entry.bound <= entry.value
            assert len(entry.sentences()) == len(entry.matches)
        else:
            assert entry.value == 0
    assert by_tier == audit(problem, plan).tiers


def test_the_ledger_says_each_rule_in_chinese():
    problem, plan = solved("briefing")

    said = [entry.sentence("zh") for entry in ledger(problem, plan)]

    assert said[1] == "刘才振坐在1排1号：已满足。"
    assert said[3] == "全体人员尽量靠前就座，不留单个空位：第1级代价30，最低可能值30。"


def test_the_ledger_says_each_rule_in_english():
    problem, plan = solved("conference")

    said = [entry.sentence("en") for entry in ledger(problem, plan)]

    assert said[8] == "the speakers should sit near the stage steps: price 255 in tier 1, least possible 255."


def test_why_here_names_the_pin_that_binds():
    problem, plan = solved("briefing")

    said = why_here(problem, plan, "刘才振").sentences("zh")

    assert said[0].startswith("刘才振（1排1号）：另有")
    assert "因“刘才振坐在1排1号”，39个座位不可行。" in said


def test_why_here_names_the_zone_that_binds():
    problem, plan = solved("conference")
    guest = next(p for p in problem.people if p.group and problem.roster.by_id[p.id].group == "Borealis Energy")

    said = why_here(problem, plan, guest.id).sentences("en")

    assert any("block 3 in row 1-2" in one for one in said)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_pinned_person_cannot_sit_elsewhere_and_the_reason_is_minimal(lang):
    problem, plan = solved("briefing")
    person, place = named(problem, "刘才振"), seat(problem, "2排2号")

    answer = why_not(problem, plan, person, place, optimal=True)

    assert answer.possible is False
    pin = next(clash for clash in answer.conflicts if 1 in clash.rules)
    assert pin.rules == (1, len(problem.rules))
    assert pin.minimal
    assert pin.confirmed
    said = answer.sentences(lang)
    assert said[0] == {"zh": "刘才振（2排2号）：不可行。", "en": "刘才振 (2排2号) is impossible."}[lang]
    assert "1排1号" in said[1]


@pytest.mark.parametrize(
    ("name", "person", "label"),
    [
        ("briefing", "刘玉宁", "2排2号"),
        ("briefing", "李庆以", "2排2号"),
        ("conference", "Freya Lindqvist", "Row 3 Seat 8"),
        ("conference", "Alice Nakamura", "Row 3 Seat 8"),
    ],
)
def test_every_reason_why_not_clashes_when_solved_alone(name, person, label):
    """And without any one of its rules the others can hold."""
    problem, plan = solved(name)
    who, place = named(problem, person), seat(problem, label)

    answer = why_not(problem, plan, who, place, optimal=True)

    assert answer.possible is False
    assert answer.conflicts
    for clash in answer.conflicts:
        case = alone(problem, clash, who, place)
        assert feasible(case, Control()) is False
        for rule in case.rules:
            assert feasible(case.without([rule]), Control()) is True


def test_the_price_of_another_seat_is_that_of_a_plan_that_has_it():
    """Two neighbours of one rank swap at no price; somebody in front moves to the rear at a price."""
    problem, plan = solved("conference")
    tiers = audit(problem, plan).tiers
    met = set()
    for label in ("Row 3 Seat 9", "Row 6 Seat 9", "Row 7 Seat 1"):
        answer = why_not(problem, plan, named(problem, "Priya Åkesson"), seat(problem, label), optimal=True)
        if answer.possible:
            report = audit(problem, answer.plan)
            change = {p.tier: p.change for p in answer.prices if p.change}
            assert report.clean
            assert answer.plan.seat_of(answer.person) == seat(problem, label)
            assert {t: p for t in tiers if (p := report.tiers[t] - tiers[t])} == change
            assert answer.proven
            met.add(bool(change))
    assert met == {True, False}


@pytest.mark.parametrize(("name", "lang"), [("briefing", "zh"), ("conference", "en")])
def test_a_late_guest_gets_the_seat_that_a_plan_without_the_guest_left_best(name, lang):
    """Take somebody out of the best plan: the first seat recommended costs no more than the old one did."""
    problem, plan = solved(name)
    guest = problem.people[20]
    rest = Plan({person: place for person, place in plan.seats.items() if person != guest.id})

    found = recommend(problem, rest, guest.id, k=3)

    best = audit(problem, Plan({**rest.seats, guest.id: found[0].seat}))
    assert not best.broken
    assert tuple(best.tiers.values()) <= tuple(audit(problem, plan).tiers.values())
    assert guest.name in found[0].sentence(lang)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("person", "label", "reason"),
    [("梁玉伯", "3排81号", 1), ("易良", "18排69号", 1), ("王辰友", "14排5号", 1), ("袁清腾", "36排52号", 0)],
)
def test_among_three_thousand_a_reason_is_minimal_and_confirmed(person, label, reason):
    problem, plan = solved("congress")
    who = next(p.id for p in problem.people if p.name == person)

    answer = why_not(problem, plan, who, seat(problem, label), optimal=True)

    assert answer.possible is False
    assert (reason, len(problem.rules)) in [clash.rules for clash in answer.conflicts]
    assert all(clash.minimal and clash.confirmed for clash in answer.conflicts)


@pytest.mark.slow
def test_among_three_thousand_a_seat_in_reach_has_a_price_and_a_plan():
    problem, plan = solved("congress")
    tiers = audit(problem, plan).tiers
    speaker = next(p for p in problem.people if "speaker" in p.roles)
    mates = [p for p in problem.people if p.group == speaker.group and not p.roles]

    asked = (why_not(problem, plan, speaker.id, str(plan.seat_of(p.id)), optimal=True) for p in mates[:5])
    answer = next(one for one in asked if one.possible)

    report = audit(problem, answer.plan)
    assert report.clean
    assert answer.plan.seat_of(speaker.id) == answer.seat
    assert {p.tier: p.after for p in answer.prices} == report.tiers
    assert {p.tier: p.before for p in answer.prices} == tiers


@pytest.mark.parametrize(("lang", "said"), [("en", "was not found in time"), ("zh", "限时内未找出")])
def test_what_was_not_found_in_time_is_told(lang, said):
    problem, plan = solved("briefing")
    person = named(problem, "刘玉宁")

    answer = WhyNot(person, str(plan.seat_of(person)), False, problem=problem)

    assert said in answer.sentences(lang)[1]
