"""Grouping: each delegation sits together, in columns, in rows or in a block, one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

import numpy as np

from seatplan.errors import Fault
from seatplan.people import Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.protocol import center_out
from seatplan.rules.base import Statute, area_names, dense, many, say, seated
from seatplan.rules.facts import Ints, area_steps, group_names, seat_grid, seats_in, taking_part
from seatplan.terms import Bands, Region, Term

__all__ = ["Grouping"]

Shape = Literal["columns", "rows", "block"]
Order = Literal["convention", "left_to_right", "center_out", "free"]
Member = tuple[str, str, int]
"""Person, seat id, seat index."""


@dataclass(frozen=True, kw_only=True)
class Grouping(Statute):
    """The people of each group sit in one part of ``areas``: a strip of columns, a run of rows, or a block.

    Source: protocol.md 2.1 (竖排法 and 横排法, B), 2.2 (delegations from the centre alternating to both sides),
    rule 17 (the second at the left hand of the first, facing the stage). Pinned people (rule 60) and people
    whom another rule sends outside the areas are left out; the seat of a pinned member does not cut a part.

    Amount: the number of members who sit outside the areas, plus for each group the number of separate parts
    beyond the first (columns and blocks), plus the number of pairs of groups whose bands of columns, or runs
    of places in reading order, meet or stand in the wrong order (columns and rows).

    Parameters
    ----------
    areas : tuple of str
        Areas from left to right; default all that are no rostrum.
    who : Who
        Whose members are meant; default everybody who has a group.
    but : tuple of Who
        People who need not sit with their group.
    key : str
        What makes a group: ``group``, or any attribute such as ``unit`` or ``country``.
    shape : {"columns", "rows", "block"}
        A band of columns of its own, connected (竖排法); a run of places from left to right, row after row,
        across aisles (横排法); or only connected.
    order : {"convention", "left_to_right", "center_out", "free"}
        How groups follow each other by precedence. ``convention`` is that of `Convention.columns` for columns,
        ``left_to_right`` for rows, ``free`` for blocks.
    across_aisles : bool
        Whether seats on both sides of an aisle are connected.

    Examples
    --------
    >>> Grouping(areas=("hall",), order="center_out").shape
    'columns'
    """

    areas: tuple[str, ...] = ()
    who: Who = field(default_factory=Who)
    but: tuple[Who, ...] = ()
    key: str = "group"
    shape: Shape = "columns"
    order: Order = "convention"
    across_aisles: bool = True

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse unknown names, orders that a shape has not, and people without any group."""
        yield from super().validate(problem)
        yield from self.one_of("shape", Shape)
        yield from self.one_of("order", Order)
        if (self.shape, self.order) in (
            ("rows", "center_out"),
            ("block", "center_out"),
            ("block", "left_to_right"),
        ):
            found = f"shape {self.shape!r} has no order {self.order!r}"
            yield Fault(f"{self.place}.order", found, "use shape: columns, or leave out the order")
        if self.shape == "rows" and not self.across_aisles:
            yield Fault(
                f"{self.place}.across_aisles", "rows run across aisles", "leave it out, or use shape: columns"
            )
        if not any(person.attribute(self.key) for person in self.who.select(problem.roster)):
            found = f"nobody of {self.who.sentence(problem.roster)} has a value of {self.key!r}"
            yield Fault(f"{self.place}.key", found, "give people a group in the roster, or widen `who`")

    @property
    def _banded(self) -> bool:
        return self.shape != "block"

    def _order(self, problem: Problem) -> str:
        usual = {"columns": problem.convention.columns, "rows": "left_to_right", "block": "free"}
        return usual[self.shape] if self.order == "convention" else self.order

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield the areas as a domain, one region a group, and one statement on the bands of all."""
        chosen = taking_part(problem, self.who, self.but, self.areas)
        keys = np.array([problem.people[i].attribute(self.key) for i in chosen.tolist()], dtype=object)
        groups = {name: chosen[keys == name] for name in group_names(problem, self.key)}
        members = [people for people in groups.values() if len(people)]
        if members:
            yield self.keep_on(problem, np.sort(np.concatenate(members)), seats_in(problem, self.areas))
        if self.shape != "rows":
            yield from self._regions(problem, groups)
        if self._banded and len(members) > 1:
            order = self._order(problem)
            row = center_out(members, problem.convention.honour_side) if order == "center_out" else members
            yield Bands(tuple(row), self._lines(problem), ordered=order != "free")

    def _regions(self, problem: Problem, groups: dict[str, Ints]) -> Iterator[Region]:
        venue = problem.venue
        aisles = (venue.across_aisle,) if self.across_aisles else ()
        edges = np.concatenate([venue.next_to, venue.front_to_back, *aisles])
        for name, people in groups.items():
            fixed = [seat for i, seat in problem.pinned.items() if problem.people[i].attribute(self.key) == name]
            if len(people) > 1:
                yield Region(people, np.concatenate([edges, _bridges(edges, fixed)]), seat_grid(problem))

    def _lines(self, problem: Problem) -> Ints:
        venue, steps = problem.venue, area_steps(problem, self.areas)
        area = np.array([steps[one.id] for one in venue.areas])[venue.area_codes]
        if self.shape == "columns":
            return dense(area, venue.columns)
        return dense(area, venue.rows, venue.positions)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Walk from seat to seat inside each group, and compare the groups two by two."""
        groups = self._sitting(problem, plan)
        inside = {problem.venue.seats[seat].id for seat in seats_in(problem, self.areas)}
        for members in groups.values():
            yield from (Violation(self, (p,), (seat,)) for p, seat, _ in members if seat not in inside)
        if self.shape != "rows":
            near = self._near(problem)
            for name, members in groups.items():
                yield from self._scattered(problem, name, members, near)
        if self._banded:
            yield from self._meeting(problem, list(groups.values()))

    def _sitting(self, problem: Problem, plan: Plan) -> dict[str, list[Member]]:
        counted = {problem.people[i].id for i in taking_part(problem, self.who, self.but, self.areas)}
        groups: dict[str, list[Member]] = {name: [] for name in group_names(problem, self.key)}
        for person, seat in seated(problem, plan):
            if person.id in counted and person.attribute(self.key):
                groups[person.attribute(self.key)].append((person.id, seat, problem.venue.seat_index[seat]))
        return {name: members for name, members in groups.items() if members}

    def _near(self, problem: Problem) -> dict[int, set[int]]:
        venue = problem.venue
        near: dict[int, set[int]] = {seat: set() for seat in range(len(venue.seats))}
        links = [*venue.next_to.tolist(), *venue.front_to_back.tolist()]
        for a, b in links + (venue.across_aisle.tolist() if self.across_aisles else []):
            near[a].add(b)
            near[b].add(a)
        return near

    def _scattered(
        self, problem: Problem, name: str, members: list[Member], near: dict[int, set[int]]
    ) -> Iterator[Violation]:
        """Flood from member to member over seats of the group; every part but the largest is cut off."""
        fixed = {seat for i, seat in problem.pinned.items() if problem.people[i].attribute(self.key) == name}
        dry = {seat for _, _, seat in members} | fixed
        parts = []
        for seat in (seat for _, _, seat in members):
            if seat not in dry:
                continue
            wet, part = [seat], {seat}
            dry -= part
            while wet:
                reached = near[wet.pop()] & dry
                dry -= reached
                part |= reached
                wet.extend(reached)
            parts.append([(person, label) for person, label, place in members if place in part])
        for part_of in sorted(parts, key=len, reverse=True)[1:]:
            yield Violation(self, (part_of[0][0],), (part_of[0][1],))

    def _meeting(self, problem: Problem, groups: list[list[Member]]) -> Iterator[Violation]:
        """Compare every two groups by the places of their outermost members."""
        steps = area_steps(problem, self.areas)
        spans = [sorted((self._place(problem, seat, steps), p, seat) for p, seat, _ in group) for group in groups]
        order, honour = self._order(problem), 1 if problem.convention.honour_side == "left" else -1
        # signed places of 2.1: the first at 0, the second at -1 (its left hand), the third at 1 ...
        side = [honour * (i // 2 if i % 2 == 0 else -(i + 1) // 2) for i in range(len(groups))]
        for i, j in combinations(range(len(groups)), 2):
            a, b = (i, j) if order != "center_out" or side[i] < side[j] else (j, i)
            apart = spans[a][-1][0] < spans[b][0][0] or (order == "free" and spans[b][-1][0] < spans[a][0][0])
            if not apart:
                (_, one, place), (_, other, where) = spans[a][-1], spans[b][0]
                yield Violation(self, (one, other), (place, where))

    def _place(self, problem: Problem, seat_id: str, steps: dict[str, int]) -> tuple[float, ...]:
        seat = problem.venue.seat(seat_id)
        return (steps[seat.area], *((seat.column,) if self.shape == "columns" else (seat.row, seat.position)))

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        chosen = (problem.people[i] for i in taking_part(problem, self.who, self.but, self.areas))
        sizes = Counter(person.attribute(self.key) for person in chosen if person.attribute(self.key))
        count, names = sum(sizes.values()), group_names(problem, self.key)
        where, shape = area_names(problem, self.areas, lang), _SHAPES[lang][self.shape]
        inside = f" in {where}" if where else ""
        if len(sizes) == 1:
            who = say(
                lang,
                f"the {many(count, 'person', 'people')} of {names[next(iter(sizes))]}",
                f"{names[next(iter(sizes))]}{count}人",
            )
            return say(lang, f"{who} {self.must} sit{inside} in {shape}", f"{who}坐在{where}{shape}")
        people, order = many(count, "person", "people"), _ORDERS[lang][self._order(problem)]
        who = say(lang, f"each of the {len(sizes)} groups ({people})", f"{len(sizes)}个团组（{count}人）")
        return say(lang, f"{who} {self.must} sit{inside} in {shape}{order}", f"{who}各自坐在{where}{shape}{order}")

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say who sits outside, who is cut off, or which two groups meet."""
        names, there = group_names(problem, self.key), self.sitting(problem, violation, lang)
        groups = [names[problem.roster.by_id[person].attribute(self.key)] for person in violation.people]
        if len(groups) == 2:
            return say(
                lang,
                f"{groups[0]} and {groups[1]} meet or stand in the wrong order: {there}",
                f"{groups[0]}与{groups[1]}相互穿插或次序不符：{there}",
            )
        seat = problem.venue.seat_index[violation.seats[0]]
        if seat not in seats_in(problem, self.areas):
            return say(lang, f"{there} sits outside the area of {groups[0]}", f"{there}坐在{groups[0]}的区域之外")
        return say(lang, f"{there} is cut off from the rest of {groups[0]}", f"{there}与{groups[0]}其他人员不相连")


_SHAPES = {
    "en": {
        "columns": "one strip of columns",
        "rows": "one run of places",
        "block": "one connected block",
    },
    "zh": {"columns": "连续的竖列", "rows": "连续的横排座位", "block": "相连的一片座位"},
}
_ORDERS = {
    "en": {
        "left_to_right": ", left to right by precedence",
        "center_out": ", from the centre to both sides by precedence",
        "free": "",
    },
    "zh": {"left_to_right": "，按次序自左至右", "center_out": "，按次序自中间向两侧", "free": ""},
}


def _bridges(edges: Ints, seats: list[int]) -> Ints:
    """Return links that lead past fixed seats: all seats around a cluster of them are near each other."""
    found: list[tuple[int, int]] = []
    left = set(seats)
    while left:
        cluster = {left.pop()}
        while True:
            around = {int(s) for s in edges[np.isin(edges, list(cluster)).any(axis=1)].ravel()}
            if not around & left:
                break
            cluster |= around & left
            left -= cluster
        found.extend(combinations(sorted(around | cluster), 2))
    return np.array(found, dtype=np.intp).reshape(-1, 2)
