"""Heads first: the head of each delegation sits in front of its members, or in a given row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from seatplan.errors import Fault
from seatplan.people import Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules.base import Statute, area_names, dense, person_at, say, seated
from seatplan.rules.facts import area_steps, group_names, seats_in, taking_part
from seatplan.terms import Ordered, Term

__all__ = ["HeadsFirst"]


@dataclass(frozen=True, kw_only=True)
class HeadsFirst(Statute):
    """The heads of each group sit in no row behind another member of it; with ``row``, they sit in that row.

    Source: protocol.md 2.2 and rule 18 (heads of delegations in the first row, B). Rows of different areas
    follow each other as the areas do. Pinned people (rule 60) and people whom another rule sends outside the
    areas are left out.

    Amount: the number of pairs of a head and another member of the group who sits in a row further in
    front; with ``row``, the number of heads who sit elsewhere.

    Parameters
    ----------
    areas : tuple of str
        Default all that are no rostrum.
    who : Who
        Whose groups are meant; default everybody.
    role : str
        The role that makes a head.
    key : str
        What makes a group: ``group``, or any attribute such as ``unit``.
    row : int, optional
        Row of the areas in which all heads sit.

    Examples
    --------
    >>> HeadsFirst(row=1).role
    'head'
    """

    areas: tuple[str, ...] = ()
    who: Who = field(default_factory=Who)
    role: str = "head"
    key: str = "group"
    row: int | None = None

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse a role nobody has, and a row that does not exist."""
        found = list(super().validate(problem))
        if not any(self.role in person.roles for person in self.who.select(problem.roster)):
            mend = "mark the heads in the roster's column of roles"
            found.append(Fault(f"{self.place}.role", f"nobody has the role {self.role!r}", mend))
        if not found and self.row is not None:
            rows = {problem.venue.seats[seat].row for seat in seats_in(problem, self.areas)}
            if self.row not in rows:
                mend = f"use a row from {min(rows)} to {max(rows)}" if rows else "name an area that has seats"
                found.append(Fault(f"{self.place}.row", f"there is no row {self.row}", mend))
        return found

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield a domain for the heads, or an order of two classes along the rows for each group."""
        chosen = taking_part(problem, self.who, (), self.areas)
        heads = np.array([self.role in problem.people[i].roles for i in chosen.tolist()], dtype=bool)
        if self.row is not None:
            seats = seats_in(problem, self.areas)
            yield self.keep_on(problem, chosen[heads], seats[problem.venue.rows[seats] == self.row])
            return
        venue, steps = problem.venue, area_steps(problem, self.areas)
        area = np.array([steps[one.id] for one in venue.areas])[venue.area_codes]
        score = dense(area, venue.rows)
        keys = np.array([problem.people[i].attribute(self.key) for i in chosen.tolist()], dtype=object)
        for name in group_names(problem, self.key):
            classes = chosen[(keys == name) & heads], chosen[(keys == name) & ~heads]
            if all(map(len, classes)):
                yield Ordered(classes, score)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Look from each head to the members of the group in front."""
        chosen = {problem.people[i].id for i in taking_part(problem, self.who, (), self.areas)}
        if self.row is not None:
            yield from self._elsewhere(problem, plan, chosen)
            return
        members: dict[str, list[tuple[tuple[int, int], str, str]]] = {}
        heads = []
        steps = area_steps(problem, self.areas)
        for person, place in (
            (p, s) for p, s in seated(problem, plan) if p.id in chosen and p.attribute(self.key)
        ):
            seat = problem.venue.seat(place)
            found = ((steps[seat.area], seat.row), person.id, place)
            if self.role in person.roles:
                heads.append((person.attribute(self.key), found))
            else:
                members.setdefault(person.attribute(self.key), []).append(found)
        for group, (row, head, seat_id) in heads:
            before = [other for other in members.get(group, []) if other[0] < row]
            if before:
                _, first, place = min(before)
                yield Violation(self, (head, first), (seat_id, place), len(before))

    def _elsewhere(self, problem: Problem, plan: Plan, chosen: set[str]) -> Iterator[Violation]:
        inside = {problem.venue.seats[seat].id for seat in seats_in(problem, self.areas)}
        for person, seat in seated(problem, plan):
            there = seat in inside and problem.venue.seat(seat).row == self.row
            if person.id in chosen and self.role in person.roles and not there:
                yield Violation(self, (person.id,), (seat,))

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        if self.row is None:
            return say(
                lang,
                f"the {self.role} of each group {self.must} not sit in a row behind its other members",
                "各团组负责人不坐在本团组其他人员之后",
            )
        where = area_names(problem, self.areas, lang)
        en = f"the {self.role} of each group {self.must} sit in row {self.row}" + (f" of {where}" if where else "")
        return say(lang, en, f"各团组负责人坐在{where}第{self.row}排")

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say which head sits behind whom, or not in the row."""
        pairs = zip(violation.people, violation.seats, strict=True)
        head, *others = (person_at(problem, person, seat, lang) for person, seat in pairs)
        if not others:
            return say(lang, f"{head} does not sit in row {self.row}", f"{head}不在第{self.row}排")
        count = violation.amount
        return say(
            lang,
            f"{head} sits behind {count} of the group, such as {others[0]}",
            f"{head}坐在本团组{count}人之后，如{others[0]}",
        )
