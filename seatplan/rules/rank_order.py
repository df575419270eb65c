"""Rank order: in an area, nobody sits on a higher seat of honour than somebody of higher rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.people import Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules.base import Statute, area_names, in_classes, inversions, many, out_of_order, say, seated
from seatplan.rules.facts import IN_ORDER, PRECEDENCE, By, fixed_presiders, ladder, taking_part
from seatplan.terms import Ordered, Term

__all__ = ["RankOrder"]


@dataclass(frozen=True, kw_only=True)
class RankOrder(Statute):
    """Among ``who`` in ``areas``, a person of higher rank never sits on a seat of lower honour.

    Source: protocol.md rules 2 to 11 (rows), 16 and 17 (halls). The honour order of the seats is that of the
    convention for the people who sit there; a seat outside the areas comes after all of theirs. People of
    equal rank are equals: any order among them is right. People without a rank are left out, and so are
    pinned people (rule 60), people whom another rule sends outside the areas, and on a rostrum a presider
    whose seat the convention fixes (rule 12).

    Amount: the number of inverted pairs.

    Parameters
    ----------
    areas : tuple of str
        Ids of areas, the most honoured first.
    who : Who
        People who sit there; default everybody.
    by : {"rank", "list", "surname_strokes", "name_strokes", "pinyin"}
        By explicit rank; by the published list, which is the order of the roster and has no equals; or by
        names: 姓氏笔画, 姓名笔画 (protocol.md rule 30), pinyin.

    Examples
    --------
    >>> RankOrder(areas=("hall",), by="list").priority
    'must'
    """

    areas: tuple[str, ...]
    who: Who = field(default_factory=Who)
    by: By = "rank"

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse unknown areas, a rostrum that cannot be laid, and more people than seats."""
        found = [*super().validate(problem), *self.one_of("by", By)]
        if not self.areas:
            found.append(Fault(f"{self.place}.areas", "no area", "name the area that is seated in this order"))
        return found or self._crowd(problem)

    def _crowd(self, problem: Problem) -> Iterator[Fault]:
        members = taking_part(problem, self.who, (), self.areas)
        try:
            room = len(np.setdiff1d(ladder(problem, self.areas, members), list(problem.pinned.values())))
        except InputError as error:
            yield from error.faults
            return
        count = sum(map(len, in_classes(problem, members, self.by)))
        if self.priority == "must" and count > room:
            areas = area_names(problem, self.areas, "en")
            found = f"{many(count, 'person', 'people')} in order, but {many(room, 'seat')} in {areas}"
            yield Fault(self.place, found, "narrow `who` to those who sit there, or name more areas")

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield one order over classes of equals."""
        members = taking_part(problem, self.who, (), self.areas)
        order = ladder(problem, self.areas, members)
        score = np.full(len(problem.venue.seats), len(order), dtype=np.intp)
        score[order] = np.arange(len(order))
        fixed = [p for area in self._rostrums(problem) for p in fixed_presiders(problem, area, members, self.by)]
        yield Ordered(in_classes(problem, np.setdiff1d(members, fixed), self.by), score)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Report everybody who sits before people of higher rank, and how many those are."""
        members = taking_part(problem, self.who, (), self.areas)
        steps = {problem.venue.seats[s].id: i for i, s in enumerate(ladder(problem, self.areas, members))}
        places = {problem.people[i].id: i for i in members.tolist()}
        for area in self._rostrums(problem):
            for presider in fixed_presiders(problem, area, members, self.by):
                places.pop(problem.people[presider].id, None)
        counted = [
            (steps.get(seat, len(steps)), key, person.id, seat)
            for person, seat in seated(problem, plan)
            if person.id in places and (key := PRECEDENCE[self.by](places[person.id], person)) is not None
        ]
        for (_, _, person_id, seat), (_, _, first, other), count in inversions(counted):
            yield Violation(self, (person_id, first), (seat, other), count)

    def _rostrums(self, problem: Problem) -> tuple[str, ...]:
        """Return the first rostrum: the presider sits in its row 1, so the others do not matter."""
        return tuple(a for a in self.areas if problem.venue.area_by_id[a].kind == "rostrum")[:1]

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        who, areas = self.who.sentence(problem.roster, lang), area_names(problem, self.areas, lang)
        en, zh = IN_ORDER[self.by]
        return say(lang, f"in {areas}, {who} {self.must} sit {en}", f"{areas}：{who}{zh}就座")

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say who sits above whom."""
        return out_of_order(problem, violation, lang)
