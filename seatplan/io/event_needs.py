"""What people need and no rule gives them, and rules that speak of nobody who comes: told, never passed over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches

from seatplan.io.note import Note
from seatplan.io.words import NEEDS
from seatplan.people import Person
from seatplan.problem import Problem
from seatplan.rules.base import applies

__all__ = ["idle", "unserved"]

_MOST_NAMES = 5


def unserved(problem: Problem) -> Iterator[Note]:
    """Yield a note for each need of somebody present that no rule serves.

    Examples
    --------
    >>> from seatplan.people import Roster
    >>> from seatplan.venue import from_drawing
    >>> ann = Person("1", "Ann", needs=frozenset({"wheelchiar"}), source="roster.csv row 2")
    >>> print(next(unserved(Problem(from_drawing("a"), Roster((ann,))))).say())
    roster.csv row 2: the need 'wheelchiar' of Ann is not known, so no rule serves it; did you mean 'wheelchair'?
    """
    served = {need for rule in problem.rules for need in getattr(rule, "serves", ())}
    having: dict[str, list[Person]] = defaultdict(list)
    for person in problem.people:
        for need in sorted(person.needs - served):
            having[need].append(person)
    for need, people in having.items():
        yield _note(need, people)


def idle(problem: Problem) -> Iterator[Note]:
    """Yield a note for each rule that does not apply because nobody it speaks of is expected.

    Examples
    --------
    >>> from seatplan.people import Roster
    >>> from seatplan.rules import Pin
    >>> from seatplan.venue import from_drawing
    >>> ann = Person("1", "Ann", status="absent")
    >>> print(next(idle(Problem(from_drawing("a"), Roster((ann,)), (Pin(person="Ann", seat="a"),)))).en)
    it does not apply, because nobody it speaks of is present: Ann must sit on seat ...
    """
    for rule in problem.rules:
        if not applies(rule, problem):
            where = getattr(rule, "label", "") or type(rule).__name__
            en = f"it does not apply, because nobody it speaks of is present: {rule.sentence(problem, 'en')}"
            zh = f"所涉人员均未出席，该规则不起作用：{rule.sentence(problem, 'zh')}"
            yield Note(where, en, zh)


def _note(need: str, people: list[Person]) -> Note:
    names = [person.name for person in people[:_MOST_NAMES]]
    more = len(people) - len(names)
    en = ", ".join(names) + (f" and {more} more" if more else "")
    zh = "、".join(names) + (f"等 {len(people)} 人" if more else "")
    where = people[0].source or "roster"
    if need in NEEDS:
        help_en, help_zh = (
            "add the rule 'accessible', or a rule for this need",
            "请添加“accessible”或针对该需求的规则",
        )
        return Note(
            where,
            f"no rule serves the need {need!r} of {en}; {help_en}",
            f"没有规则满足{zh}的需求“{need}”；{help_zh}",
        )
    return Note(
        where,
        f"the need {need!r} of {en} is not known, so no rule serves it; {_advice(need)}",
        f"{zh}的需求“{need}”无法识别，没有规则满足；可用的写法：{'、'.join(NEEDS)}",
    )


def _advice(need: str) -> str:
    close = get_close_matches(need.casefold(), NEEDS, n=1)
    return f"did you mean {close[0]!r}?" if close else f"known needs: {', '.join(NEEDS)}"
