"""Rooms and people as tests draw them: each seat is a letter, and the letter is its id.

``room("ab cd", "e.F")`` has two rows in one area: a space is an aisle, a dot a missing seat, a capital letter
a wheelchair space. Labels are ``1-1``, ``1-2`` ... from the occupants' left, with the area's name before them
if there are several.
"""

from __future__ import annotations

from seatplan.errors import InputError
from seatplan.people import Group, Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.protocol import Convention
from seatplan.terms import amount
from seatplan.venue import COMPANION, WHEELCHAIR, Area, Fixture, Seat, Venue

WIDTH, PITCH, FAR = 0.55, 0.90, 12.0


def room(*rows: str, companion: str = "", doors: tuple[float, ...] = (), **areas: tuple[str, ...]) -> Venue:
    """Draw one hall by ``rows``, or several areas by name: ``room(rostrum=("abc",), hall=("de", "fg"))``.

    ``doors`` are places along x in front of the first row.
    """
    drawn = {"hall": rows} if rows else areas
    seats: list[Seat] = []
    for depth, (name, lines) in enumerate(drawn.items()):
        label = f"{name} " if len(drawn) > 1 else ""
        for row, line in enumerate(lines, start=1):
            seats.extend(_row(name, label, row, line, companion, -FAR * depth))
    parts = tuple(Area(name, name.title(), "rostrum" if name == "rostrum" else "hall") for name in drawn)
    fixtures = tuple(Fixture(f"door{i}", f"Door {i}", "door", x, 1.5, 0.8, 0.1) for i, x in enumerate(doors))
    return Venue("Room", tuple(seats), parts, fixtures)


def _row(area: str, label: str, row: int, line: str, companion: str, depth: float) -> list[Seat]:
    middle, found, block, number = (len(line) - 1) / 2, [], 0, 0
    for column, letter in enumerate(line):
        if letter == " ":
            block += 1
        elif letter != ".":
            number += 1
            features = {WHEELCHAIR} if letter.isupper() else {COMPANION} if letter in companion else set()
            found.append(
                Seat(
                    letter,
                    f"{label}{row}-{number}",
                    area,
                    row,
                    number,
                    column - middle,
                    block,
                    column,
                    (column - middle) * WIDTH,
                    depth - row * PITCH,
                    facing=270.0 if area == "rostrum" else 90.0,
                    features=frozenset(features),
                )
            )
    return found


def person(name: str, group: str = "", *roles: str, **fields) -> Person:
    """Ann, of a delegation, with roles; her id is ``ann``."""
    return Person(name.lower(), name, group=group, roles=frozenset(roles), **fields)


def problem(venue: Venue, people, *rules, previous=None, **convention) -> Problem:
    """A problem; groups take precedence in the order in which they first occur."""
    people = tuple(people)
    groups = [name for name in dict.fromkeys(one.group for one in people) if name]
    roster = Roster(people, tuple(Group(name, name.title(), i) for i, name in enumerate(groups, start=1)))
    return Problem(venue, roster, rules, Convention(**convention), previous or {})


def plan(given: Problem, seats: str) -> Plan:
    """``plan(problem, "b.a")``: the first person on seat b, the second on none, the third on a."""
    return Plan(
        {one.id: seat for one, seat in zip(given.people, seats, strict=True) if seat != "."},
        {one.id: "no seat" for one, seat in zip(given.people, seats, strict=True) if seat == "."},
    )


def price(given: Problem, seats: str) -> int:
    """The amount by which a plan breaks the problem's first rule, as both of its sides see it."""
    judged, rule = plan(given, seats), given.rules[0]
    after = sum(violation.amount for violation in rule.check(given, judged))
    before = sum(amount(term, judged.indices(given)) for term in rule.lower(given))
    assert before == after, f"the terms say {before}, the check says {after}"
    return after


def told(given: Problem, seats: str, lang="en") -> list[str]:
    """What the problem's first rule says of a plan."""
    rule = given.rules[0]
    return [rule.explain(given, violation, lang) for violation in rule.check(given, plan(given, seats))]


def said(given: Problem) -> tuple[str, str]:
    """The sentence of the problem's first rule in both languages."""
    return given.rules[0].sentence(given, "en"), given.rules[0].sentence(given, "zh")


def refused(venue: Venue, people, *rules, **convention) -> list[str]:
    """What is said of a problem that cannot be posed."""
    try:
        problem(venue, people, *rules, **convention)
    except InputError as error:
        return [str(fault) for fault in error.faults]
    return []
