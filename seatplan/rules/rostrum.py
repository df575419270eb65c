"""Rostrum: these people and nobody else sit there, front row first, in order, the presider in row 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.people import Person, Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules.base import Statute, area_names, many, out_of_order, person_at, say, seated
from seatplan.rules.facts import IN_ORDER, By, Ints, elsewhere, fixed_presiders, front_row, ladder, seats_in
from seatplan.rules.rank_order import RankOrder
from seatplan.terms import Term

__all__ = ["RostrumPlacement"]

Order = Literal[By, "none"]


@dataclass(frozen=True, kw_only=True)
class RostrumPlacement(Statute):
    """``who``, and nobody else, sit in the rostrum ``area``: front row first, by rank, the presider in row 1.

    Source: protocol.md 1.7 and rules 10 (the front row is filled first and outranks the next), 11 (each row
    is centred with its own parity), 12 and 1.9 (the presider sits in row 1, where the convention says), 60
    (pinned people are left out, and their seats are passed over). The order is that of `RankOrder`, which is
    part of this rule. Wheelchair spaces are no chairs of a row: pin whoever uses one.

    Amount: the number of people of the rostrum who sit on none of its places, plus the number of others who
    sit in the area, plus 1 for each presider who sits elsewhere than the convention says, plus the inverted
    pairs. The places are the first seats in order of honour, as many as there are people.

    Parameters
    ----------
    area : str
        Id of the rostrum.
    who : Who
        The people who sit there.
    by : {"rank", "list", "surname_strokes", "name_strokes", "pinyin", "none"}
        Their order as in `RankOrder` (for ``rank`` everybody needs one), or none, when another rule gives it.

    Examples
    --------
    >>> RostrumPlacement(area="rostrum", who=Who(categories=("presidium",))).by
    'rank'
    """

    area: str
    who: Who
    by: Order = "rank"

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse more people than seats, people without a rank, two presiders, people placed elsewhere."""
        found = [*super().validate(problem), *self.one_of("by", Order)]
        return found or [
            *self._crowd(problem),
            *self._unranked(problem),
            *self._torn(problem),
            *self._presider_behind(problem),
        ]

    def _crowd(self, problem: Problem) -> Iterator[Fault]:
        members = self._members(problem)
        try:
            chairs = ladder(problem, (self.area,), members)
        except InputError as error:
            yield from error.faults
            return
        free = np.setdiff1d(chairs, list(problem.pinned.values()))
        label = problem.venue.area_by_id[self.area].label
        if len(members) > len(free):
            found = f"{many(len(members), 'person', 'people')} for {many(len(free), 'free seat')} on {label}"
            yield Fault(self.place, found, "add seats, seat fewer people there, or reserve fewer seats")
        fixed = fixed_presiders(problem, self.area, members, self.by)
        if len(fixed) > 1:
            names = ", ".join(problem.people[i].name for i in fixed)
            yield Fault(
                self.place, f"one seat on {label} for {len(fixed)} presiders: {names}", "leave one the role"
            )

    def _unranked(self, problem: Problem) -> Iterator[Fault]:
        members = [problem.people[i] for i in self._members(problem)]
        without = [person.name for person in members if person.rank is None]
        if without and self.by == "rank":
            names = ", ".join(without[:3]) + (" ..." if len(without) > 3 else "")
            found = f"no rank is given for {len(without)} of {many(len(members), 'person', 'people')}: {names}"
            yield Fault(self.place, found, "give each a rank, or use by: list")

    def _torn(self, problem: Problem) -> Iterator[Fault]:
        there = problem.select(self.who).tolist()
        for i in sorted(elsewhere(problem, seats_in(problem, (self.area,))).intersection(there)):
            found = f"another rule sends {problem.people[i].name} to a different part of the room"
            yield Fault(self.place, found, "leave this person out of one of the two rules")

    def _presider_behind(self, problem: Problem) -> Iterator[Fault]:
        """Yield a fault for a presider who is pinned behind row 1; rule 12 has no exception."""
        used = np.setdiff1d(seats_in(problem, (self.area,)), problem.kept_empty)
        front = int(problem.venue.rows[used].min(initial=1 << 30))
        for i, seat in problem.pinned.items():
            person, place = problem.people[i], problem.venue.seats[seat]
            if "presider" in person.roles and place.area == self.area and place.row > front:
                found = f"{person.name} presides and is pinned to row {place.row}, against rule 12 of the protocol"
                yield Fault(self.place, found, f"pin the presider to row {front}, or take the role away")

    def places(self, problem: Problem) -> tuple[Ints, Ints]:
        """Return the people who are not pinned, and the seats of the area."""
        people = self._members(problem) if self.priority == "must" else np.empty(0, dtype=np.intp)
        return people, seats_in(problem, (self.area,))

    def _members(self, problem: Problem) -> Ints:
        chosen = problem.select(self.who).tolist()
        return np.array([i for i in chosen if i not in problem.pinned], dtype=np.intp)

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield the places for the people, the rest of the room for the others, the presider, the order."""
        members, everybody = self._members(problem), np.arange(len(problem.people))
        chairs = ladder(problem, (self.area,), members)
        free = chairs[~np.isin(chairs, list(problem.pinned.values()))]
        yield self.keep_on(problem, members, free[: len(members)])
        others = np.setdiff1d(everybody, [*problem.select(self.who), *problem.pinned])
        area = seats_in(problem, (self.area,))
        yield self.keep_on(problem, others, np.setdiff1d(np.arange(len(problem.venue.seats)), area))
        fixed = fixed_presiders(problem, self.area, members, self.by)
        for i in members.tolist():
            if i in fixed:
                yield self.keep_on(problem, np.array([i]), np.array([fixed[i]]))
            elif "presider" in problem.people[i].roles:
                yield self.keep_on(problem, np.array([i]), front_row(problem, self.area, members))
        if self.by != "none":
            yield from self._order.lower(problem)

    @property
    def _order(self) -> RankOrder:
        assert self.by != "none"
        return RankOrder(areas=(self.area,), who=self.who, by=self.by, priority=self.priority, weight=self.weight)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Look at everybody who is not pinned: members belong on the places, others outside."""
        members = {problem.people[i].id for i in self._members(problem)}
        places = self._places(problem)
        pinned = {problem.people[i].id for i in problem.pinned}
        for person, seat in seated(problem, plan):
            wrong = seat not in places if person.id in members else problem.venue.seat(seat).area == self.area
            if wrong and person.id not in pinned and (person.id in members or not self.who.admits(person)):
                yield Violation(self, (person.id,), (seat,))
            if "presider" in person.roles and person.id in members and not self._presides(problem, person, seat):
                yield Violation(self, (person.id,), (seat,))
        if self.by != "none":
            yield from (replace(violation, rule=self) for violation in self._order.check(problem, plan))

    def _places(self, problem: Problem) -> set[str]:
        """Walk the chairs from the highest and pass over those of pinned people."""
        places: set[str] = set()
        members, taken = self._members(problem), set(problem.pinned.values())
        for chair in ladder(problem, (self.area,), members).tolist():
            if len(places) < len(members) and chair not in taken:
                places.add(problem.venue.seats[chair].id)
        return places

    def _presides(self, problem: Problem, person: Person, seat: str) -> bool:
        members = self._members(problem)
        fixed = fixed_presiders(problem, self.area, members, self.by)
        index, here = problem.person_index[person.id], problem.venue.seat(seat)
        if index in fixed:
            return problem.venue.seats[fixed[index]] == here
        chairs = [problem.venue.seats[chair] for chair in ladder(problem, (self.area,), members)]
        return here in [chair for chair in chairs if chair.row == chairs[0].row]

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        count, area = len(problem.select(self.who)), area_names(problem, (self.area,), lang)
        who = self.who.sentence(problem.roster, lang)
        (en, zh), people = IN_ORDER.get(self.by, ("", "")), many(count, "person", "people")
        order = ", ".join(filter(None, (en, "front row first")))
        return say(
            lang,
            f"on {area} sit {who} ({people}) and nobody else, {order}",
            f"{who}（{count}人）{zh}在{area}就座，先前排后后排，其他人不在{area}就座",
        )

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say who sits on the wrong side of the edge, out of order, or presides from the wrong seat."""
        if len(violation.people) == 2:
            return out_of_order(problem, violation, lang)
        area = area_names(problem, (self.area,), lang)
        person = problem.roster.by_id[violation.people[0]]
        there = person_at(problem, person.id, violation.seats[0], lang)
        if not self.who.admits(person):
            return say(
                lang, f"{there} sits on {area} without being listed", f"{there}未列入{area}名单却在{area}就座"
            )
        if violation.seats[0] in self._places(problem):
            return say(lang, f"{there} presides from the wrong seat", f"主持人{there}不在规定的主持座位")
        return say(lang, f"{there} does not sit on one of the places of {area}", f"{there}不在{area}应坐的座位上")
