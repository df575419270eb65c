"""Inner order: inside each delegation, people follow each other along its columns or rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from seatplan.errors import Fault
from seatplan.people import Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules.base import Sitting, Statute, dense, in_classes, inversions, out_of_order, say, seated
from seatplan.rules.facts import IN_ORDER, PRECEDENCE, By, area_steps, group_names, taking_part
from seatplan.terms import Ordered, Term

__all__ = ["InnerOrder"]

Along = Literal["columns", "rows"]


@dataclass(frozen=True, kw_only=True)
class InnerOrder(Statute):
    """Inside each group, people sit in order, column by column or row by row.

    Source: protocol.md 2.1 (竖排法: front to back; 横排法: left to right; B) and 2.2 (deputies in vertical
    columns, heads left out). Left is the left of somebody who faces the stage. Pinned people (rule 60) and
    people whom another rule sends outside the areas are left out, and so are people who have no key.

    Amount: the number of pairs of members of one group who sit in the wrong order.

    Parameters
    ----------
    areas : tuple of str
        Default all that are no rostrum.
    who : Who
        Whose groups are meant; default everybody.
    but : tuple of Who
        People who are not bound by the order, such as heads, interpreters, people with needs.
    key : str
        What makes a group: ``group``, or any attribute such as ``unit``.
    by : {"list", "rank", "surname_strokes", "name_strokes", "pinyin"}
        The order: that of the roster, explicit rank, or the order of names, as in `RankOrder`.
    along : {"columns", "rows"}
        Front to back down each column, the columns from left to right; or left to right along each row, the
        rows from front to back.

    Examples
    --------
    >>> InnerOrder(but=(Who(roles=("head",)), Who(needs=("wheelchair",)))).along
    'columns'
    """

    areas: tuple[str, ...] = ()
    who: Who = field(default_factory=Who)
    but: tuple[Who, ...] = ()
    key: str = "group"
    by: By = "list"
    along: Along = "columns"

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse unknown names and orders."""
        yield from super().validate(problem)
        yield from self.one_of("by", By)
        yield from self.one_of("along", Along)

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield one order a group, over places numbered along columns or rows."""
        venue, steps = problem.venue, area_steps(problem, self.areas)
        area = np.array([steps[one.id] for one in venue.areas])[venue.area_codes]
        line, place = (venue.columns, venue.rows) if self.along == "columns" else (venue.rows, venue.positions)
        score = dense(area, line, place)
        chosen = taking_part(problem, self.who, self.but, self.areas)
        keys = np.array([problem.people[i].attribute(self.key) for i in chosen.tolist()], dtype=object)
        for name in group_names(problem, self.key):
            classes = in_classes(problem, chosen[keys == name], self.by)
            if len(classes) > 1:
                yield Ordered(classes, score)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Walk each group's seats in order and report who comes too early."""
        numbers = {problem.people[i].id: i for i in taking_part(problem, self.who, self.but, self.areas).tolist()}
        walks = self._walks(problem)
        groups: dict[str, list[Sitting]] = {}
        for person, seat in seated(problem, plan):
            if person.id in numbers and person.attribute(self.key):
                key = PRECEDENCE[self.by](numbers[person.id], person)
                if key is not None:
                    groups.setdefault(person.attribute(self.key), []).append((walks[seat], key, person.id, seat))
        for members in groups.values():
            for (_, _, person_id, seat), (_, _, first, other), count in inversions(members):
                yield Violation(self, (person_id, first), (seat, other), count)

    def _walks(self, problem: Problem) -> dict[str, int]:
        """Number the seats as somebody meets them who walks the room line by line."""
        steps = area_steps(problem, self.areas)
        met: dict[tuple[float, ...], list[str]] = {}
        for seat in problem.venue.seats:
            line = (seat.column, seat.row) if self.along == "columns" else (seat.row, seat.position)
            met.setdefault((steps[seat.area], *line), []).append(seat.id)
        return {seat: i for i, place in enumerate(sorted(met)) for seat in met[place]}

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        en, zh = IN_ORDER[self.by]
        along = {
            "columns": say(lang, "column by column, front to back", "逐列自前向后"),
            "rows": say(lang, "row by row, left to right", "逐排自左向右"),
        }
        return say(
            lang,
            f"each group {self.must} sit {en}, {along[self.along]}",
            f"各团组内部{zh}{along[self.along]}就座",
        )

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say who sits before whom."""
        return out_of_order(problem, violation, lang)
