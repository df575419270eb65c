"""Tiny random problems, hundreds of them: for each rule a strategy that draws the rule into one.

Drawn from a seeded generator and not by Hypothesis, which likes to repeat itself with small changes: of 200
of its examples for rank order, 24 had two plans of different amounts; of 200 of these, more than half have.
Instances are so small that they need no shrinking.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from string import ascii_lowercase

from seatplan.errors import InputError
from seatplan.people import Group, Person, Roster, Who
from seatplan.problem import Problem
from seatplan.protocol import Convention
from seatplan.rules import (
    Accessible,
    Apart,
    Compact,
    Fill,
    Grouping,
    HeadsFirst,
    InnerOrder,
    Pin,
    Prefer,
    RankOrder,
    Reserve,
    RostrumPlacement,
    Statute,
    Stay,
    Together,
    Zone,
)
from seatplan.venue import Venue, Where
from tests.rules.occasions import OCCASIONS, others
from tests.rules.rooms import room

MOST_SEATS = 6
NAMES = ("ann", "bob", "cid", "dan")
WHOSE = (
    *[Who()] * 5,
    Who(categories=("p",)),
    Who(groups=("x",)),
    Who(roles=("head",)),
    Who(but=Who(people=("ann",))),
)
EXEMPT = ((), (), (), (Who(roles=("head",)),), (Who(needs=("wheelchair",)), Who(people=("ann",))))
PRIORITIES = ("must", 1)


@dataclass(frozen=True)
class Instance:
    """A problem and the rule under test, which is its first rule."""

    problem: Problem

    @property
    def rule(self) -> Statute:
        return self.problem.rules[0]

    def __str__(self) -> str:
        seats = [(s.id, s.area, s.row, s.position, s.block, sorted(s.features)) for s in self.problem.venue.seats]
        parts = (*self.problem.rules, *self.problem.people, *seats, self.problem.convention, self.problem.previous)
        return "\n".join(map(str, parts))


def instances(name: str, count: int, seed: int = 0) -> Iterator[Instance]:
    """Draw problems with the rule of this name in an event file."""
    chance = Random(f"{name} {seed}")
    while count:
        try:
            yield _instance(chance, name)
            count -= 1
        except InputError:  # a pin on a reserved seat, more people than seats: no problem at all
            continue


def _instance(chance: Random, name: str) -> Instance:
    if name in OCCASIONS:
        venue, crowd, rule = OCCASIONS[name](chance)
        custom = Convention(honour_side=chance.choice(("left", "right")))
        return Instance(Problem(venue, Roster(crowd), (rule, *others(chance, venue, crowd)), custom))
    venue = _venue(chance, rostrum=name in ("rostrum", "rank_order") or chance.random() < 0.25)
    most = min(len(venue.seats), 4 if len(venue.seats) < MOST_SEATS else 3)
    crowd = _people(chance, chance.choice([k for k in (4, 3, 3, 2) if k <= most]))
    rules = (STRATEGIES[name](chance, venue, crowd), *_others(chance, venue, crowd))
    previous = {one.id: chance.choice([*venue.seats, None]) for one in crowd[:-1]}
    return Instance(
        Problem(
            venue,
            Roster(crowd, (Group("x", "X", chance.choice((1, 2, 3))), Group("y", "Y", 2))),
            rules,
            Convention(
                honour_side=chance.choice(("left", "right")),
                presider=chance.choice(("by_rank", "by_rank", "center", "row_end")),
                presider_side=chance.choice(("left", "right")),
                hall_method=chance.choice(("rows", "columns", "center_out")),
                columns=chance.choice(("left_to_right", "center_out")),
            ),
            {person: seat.id if seat else "gone" for person, seat in previous.items()},
        )
    )


def _venue(chance: Random, *, rostrum: bool) -> Venue:
    """Draw one or two areas with two to six seats in one or two rows each."""
    while True:
        letters = iter(ascii_lowercase)
        areas = {}
        if rostrum:
            areas["rostrum"] = _lines(chance, letters, *chance.choice(((1, 2), (1, 3), (1, 4), (2, 2))))
        if not rostrum or chance.random() < 0.6:
            shapes = (
                ((1, 2), (2, 1), (1, 3), (2, 2)) if rostrum else ((1, 4), (2, 2), (2, 3), (2, 3), (1, 5), (1, 6))
            )
            areas["hall"] = _lines(chance, letters, *chance.choice(shapes))
        doors = chance.choice(((), (0.0,), (-3.0, 2.0)))
        venue = room(companion=chance.choice(("", "a", "b", "c")), doors=doors, **areas)
        if 2 <= len(venue.seats) <= MOST_SEATS and venue.seats[0].area == next(iter(areas)):
            return venue


def _lines(chance: Random, letters: Iterator[str], rows: int, width: int) -> tuple[str, ...]:
    """Draw rows of seats: an aisle, mostly at the same place in each row, gaps, wheelchair spaces."""
    aisle = chance.choice((None, None, *range(width - 1)))
    lines = []
    for _ in range(rows):
        line = ""
        for column in range(width):
            kind = chance.choice("ooooooooow.")
            line += "." if kind == "." else next(letters).upper() if kind == "w" else next(letters)
            line += " " if column == aisle else ""
        lines.append(line)
    return tuple(lines)


def _people(chance: Random, count: int) -> tuple[Person, ...]:
    """Draw people of two delegations or none, with ranks, roles, needs and principals."""
    return tuple(
        Person(
            name,
            name.title(),
            rank=chance.choice((1, 2, 2, 3, 4, None)),
            group=chance.choice("xyxyxy") if chance.random() < 0.9 else "",
            roles=_some(chance, "head", "presider", "companion"),
            category=chance.choice("pq"),
            status="absent" if name == "bob" and chance.random() < 0.15 else "present",
            needs=_some(chance, "wheelchair", "step_free"),
            beside=chance.choice([other for other in NAMES[:count] if other != name] + [""] * 3),
            attributes=(("country", chance.choice(("fr", "de", "fr", "de", ""))),),
        )
        for name in NAMES[:count]
    )


def _some(chance: Random, *names: str) -> frozenset[str]:
    return frozenset(name for name in names if chance.random() < 0.25)


def _where(chance: Random, venue: Venue) -> Where:
    """Draw a few seats, a row, or an area."""
    seat = chance.choice(venue.seats)
    some = tuple(one.id for one in venue.seats if chance.random() < 0.4) or (seat.id,)
    return chance.choice(
        (Where(seats=some), Where(seats=some), Where(areas=(seat.area,)), Where(rows=(seat.row,)))
    )


def _areas(chance: Random, venue: Venue, *, default: bool = True) -> tuple[str, ...]:
    names = [area.id for area in venue.areas]
    chance.shuffle(names)
    if default and names != ["rostrum"] and chance.random() < 0.4:
        return ()
    return tuple(names[: chance.choice((1, 2))])


def _others(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> Iterator[Statute]:
    """Draw up to two more rules: pins, reserved seats and zones change what a rule of order speaks of."""
    mixes = ("", "", "", "p", "p", "r", "z", "pp", "pz", "rp")
    for kind in chance.choice(mixes):
        if kind == "p":
            yield Pin(person=chance.choice(crowd).id, seat=chance.choice(venue.seats).id)
        elif kind == "r":
            yield Reserve(where=Where(seats=(chance.choice(venue.seats).id,)))
        else:
            yield Zone(who=chance.choice(WHOSE), where=_where(chance, venue), only=chance.random() < 0.5)


def accessible(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> Accessible:
    doors = any(fixture.kind == "door" for fixture in venue.fixtures)
    return Accessible(
        features=chance.choice(((("wheelchair", "wheelchair"),), (("step_free", "companion"),))),
        keep=chance.random() < 0.5,
        metres=chance.choice((None, 2.0, 4.0)) if doors else None,
        companions=chance.random() < 0.7,
        companion_seats=chance.random() < 0.5,
        keep_companion=chance.random() < 0.5,
        priority=chance.choice(PRIORITIES),
    )


def apart(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> Apart:
    metres = chance.choice((None, None, 0.6, 1.0))
    sides = ({}, {"same": "country"}, {"different": "group"}, {"other": Who(groups=("y",))}, {"same": "group"})
    return Apart(
        sets=chance.choice(((), (("ann", crowd[-1].id),), (NAMES[: len(crowd)],))),
        who=chance.choice(WHOSE),
        front_back=metres is None and chance.random() < 0.5,
        metres=metres,
        priority=chance.choice(PRIORITIES),
        **chance.choice(sides),
    )


def fill(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> Fill:
    front = chance.random() < 0.5
    return Fill(
        areas=_areas(chance, venue),
        who=chance.choice(WHOSE),
        front=front,
        singles=chance.random() < 0.7,
        priority=1 if front else chance.choice(PRIORITIES),
    )


def grouping(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> Grouping:
    shape = chance.choice(("columns", "columns", "rows", "block"))
    orders = {
        "columns": ("convention", "left_to_right", "center_out", "free"),
        "rows": ("convention", "left_to_right", "free"),
        "block": ("convention", "free"),
    }
    return Grouping(
        areas=_areas(chance, venue),
        who=chance.choice(WHOSE),
        but=chance.choice(EXEMPT),
        key=chance.choice(("group", "group", "group", "country", "category")),
        shape=shape,
        order=chance.choice(orders[shape]),
        across_aisles=shape == "rows" or chance.random() < 0.5,
        priority=chance.choice(PRIORITIES),
    )


def compact(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> Compact:
    return Compact(
        areas=_areas(chance, venue),
        who=chance.choice(WHOSE),
        but=chance.choice(EXEMPT),
        key=chance.choice(("group", "group", "country")),
        across_aisles=chance.random() < 0.5,
        priority=chance.choice((1, 2)),
    )


def heads_first(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> HeadsFirst:
    return HeadsFirst(
        areas=_areas(chance, venue),
        who=chance.choice(WHOSE),
        key=chance.choice(("group", "group", "country")),
        row=chance.choice((None, None, None, 1, 2)),
        priority=chance.choice(PRIORITIES),
    )


def inner_order(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> InnerOrder:
    return InnerOrder(
        areas=_areas(chance, venue),
        who=chance.choice(WHOSE),
        but=chance.choice(EXEMPT),
        key=chance.choice(("group", "group", "country")),
        by=chance.choice(("list", "rank", "pinyin", "surname_strokes")),
        along=chance.choice(("columns", "rows")),
        priority=chance.choice(PRIORITIES),
    )


def pin(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> Pin:
    one, seat = chance.choice(crowd), chance.choice(venue.seats)
    return Pin(
        person=chance.choice((one.id, one.name)),
        seat=chance.choice((seat.id, seat.label)),
        priority=chance.choice(PRIORITIES),
    )


def prefer(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> Prefer:
    return Prefer(
        who=chance.choice(WHOSE),
        near=chance.choice(("front", "aisle", "centre", *(("exit", "door") if venue.fixtures else ()))),
        up_to=chance.choice((0, 0, 1, 22)),
        priority=chance.choice(PRIORITIES),
    )


def rank_order(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> RankOrder:
    return RankOrder(
        areas=_areas(chance, venue, default=False),
        who=chance.choice(WHOSE),
        by=chance.choice(("rank", "rank", "list", "name_strokes")),
        priority=chance.choice(PRIORITIES),
    )


def reserve(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> Reserve:
    return Reserve(where=_where(chance, venue), priority=chance.choice(PRIORITIES))


def rostrum(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> RostrumPlacement:
    return RostrumPlacement(
        area="rostrum",
        who=chance.choice((*WHOSE, Who(people=NAMES[:2]), Who(people=NAMES[1:3][: len(crowd) - 1]))),
        by=chance.choice(("rank", "list", "none", "pinyin")),
        priority=chance.choice(PRIORITIES),
    )


def stay(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> Stay:
    return Stay(who=chance.choice(WHOSE), priority=chance.choice(PRIORITIES))


def together(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> Together:
    how = chance.choice(("next_to", "next_to", "same_row", "within"))
    pair, every = ("ann", crowd[-1].id), NAMES[: len(crowd)]
    sets = chance.choice(((), (pair,), (every,), (every,), (("Ann", "Bob"), pair)))
    return Together(
        sets=sets,
        beside=not sets or chance.random() < 0.5,
        who=chance.choice(WHOSE),
        how=how,
        metres=chance.choice((0.6, 1.1, 2.0)) if how == "within" else None,
        priority=chance.choice(PRIORITIES),
    )


def zone(chance: Random, venue: Venue, crowd: tuple[Person, ...]) -> Zone:
    return Zone(
        who=chance.choice(WHOSE),
        where=_where(chance, venue),
        only=chance.random() < 0.5,
        priority=chance.choice(PRIORITIES),
    )


STRATEGIES: dict[str, Callable[[Random, Venue, tuple[Person, ...]], Statute]] = {
    "accessible": accessible,
    "apart": apart,
    "compact": compact,
    "fill": fill,
    "grouping": grouping,
    "heads_first": heads_first,
    "inner_order": inner_order,
    "pin": pin,
    "prefer": prefer,
    "rank_order": rank_order,
    "reserve": reserve,
    "rostrum": rostrum,
    "stay": stay,
    "together": together,
    "zone": zone,
}
"""How each rule is drawn into a tiny problem, by its name in `RULES`."""
