"""What ``seatplan explain`` prints: no plan at all, the ledger, why here, why not there, a late guest."""

from __future__ import annotations

from collections.abc import Iterator

from seatplan.conflict import feasible, find_conflicts, find_repairs
from seatplan.errors import Fault, refuse
from seatplan.explain import ledger, recommend, why_here, why_not
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.rules.base import say
from seatplan.solvers import Control

__all__ = ["answers", "hindrances"]

_SECONDS = 30.0


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


def hindrances(problem: Problem, *, lang: Lang = "en", control: Control | None = None) -> Iterator[str]:
    """Yield the sentences that say why no plan keeps every must, and what would make one possible.

    Parameters
    ----------
    problem : Problem
    lang : {"en", "zh"}
    control : Control, optional
        Default half a minute.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.venue import from_drawing
    >>> crowd = Roster((Person("1", "Ann"), Person("2", "Bob")))
    >>> for sentence in hindrances(Problem(from_drawing("a", language="en"), crowd)):
    ...     print(sentence)
    2 people have 1 seat in all.
    Each of these changes makes a plan possible; none of them needs another:
    1. Put 1 more seat: ...
    """
    control = control or Control(time_limit=_SECONDS)
    clashes = find_conflicts(problem, control=control)
    if not clashes:
        yield _unhindered(problem, control, lang)
        return
    yield from (clash.sentence(lang) for clash in clashes)
    repairs = find_repairs(problem, clashes, control=control)
    if not repairs:
        yield say(lang, "No single change that helps was found in time.", "限时内未找到可行的调整办法。")
        return
    yield say(
        lang,
        "Each of these changes makes a plan possible; none of them needs another:",
        "以下任一调整均可使方案可行：",
    )
    yield from (f"{number}. {repair.sentence(lang)}" for number, repair in enumerate(repairs, start=1))


def _unhindered(problem: Problem, control: Control, lang: Lang) -> str:
    if feasible(problem, control):
        return say(lang, "A plan keeps every rule that must hold.", "存在满足全部必须规则的方案。")
    return say(lang, "Time did not allow to know whether there is a plan.", "时间不足，尚不能判断是否有可行方案。")


def _clashes(person: str, seat: str, guest: str) -> Iterator[Fault]:
    if seat and not person:
        yield Fault("--seat", "nobody is named", "say who might sit there: --person NAME")
    if guest and (person or seat):
        yield Fault("--guest", "two questions at once", "ask for a guest's seats without --person and --seat")
