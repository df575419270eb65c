"""What ``seatplan explain`` prints: the ledger of a plan, why here, why not there, seats for a late guest."""

from __future__ import annotations

from collections.abc import Iterator

from seatplan.errors import Fault, refuse
from seatplan.explain import ledger, recommend, why_here, why_not
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem

__all__ = ["answers"]


def answers(
    problem: Problem, plan: Plan, *, person: str = "", seat: str = "", guest: str = "", lang: Lang = "en"
) -> Iterator[str]:
    """Yield the sentences that answer one question about a plan.

    Parameters
    ----------
    problem : Problem
    plan : Plan
    person : str
        Why does this person sit there?
    seat : str
        Why does ``person`` not sit here?
    guest : str
        Which seats are good for this person, if nobody else moves?
    lang : {"en", "zh"}

    Notes
    -----
    Without a question: what each rule costs, at least and in this plan.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import Pin
    >>> from seatplan.venue import from_drawing
    >>> room = from_drawing("ab", language="en")
    >>> problem = Problem(room, Roster((Person("1", "Ann"),)), (Pin(person="Ann", seat="a"),))
    >>> print(*answers(problem, Plan({"1": "a"}), person="Ann", seat="b"))
    Ann (b) is impossible. ... Ann must sit on seat a; ...
    """
    refuse(_clashes(person, seat, guest))
    if guest:
        yield from (one.sentence(lang) for one in recommend(problem, plan, guest))
    elif seat:
        yield from why_not(problem, plan, person, seat).sentences(lang)
    elif person:
        yield from why_here(problem, plan, person).sentences(lang)
    else:
        for entry in ledger(problem, plan):
            yield entry.sentence(lang)


def _clashes(person: str, seat: str, guest: str) -> Iterator[Fault]:
    if seat and not person:
        yield Fault("--seat", "nobody is named", "say who might sit there: --person NAME")
    if guest and (person or seat):
        yield Fault("--guest", "two questions at once", "ask for a guest's seats without --person and --seat")
