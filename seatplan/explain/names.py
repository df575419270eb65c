"""Whom and which seat a question means, and how prices and lists are said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import Fault, refuse
from seatplan.people import Who
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.rules.base import say, seat_faults
from seatplan.venue import Where

__all__ = ["listed", "named_person", "named_seat", "priced", "seated_person"]

Ints = NDArray[np.intp]
_SHOWN = 6


def named_person(problem: Problem, person: str) -> int:
    """Return the index of a person who must get a seat, by id or by a name that only one person has.

    Raises
    ------
    InputError
        For a name that nobody has, or several people, or somebody who does not come.
    """
    refuse(Who(people=(person,)).faults(problem.roster, "person"))
    found = problem.select(Who(people=(person,)))
    if not len(found):
        refuse([Fault("person", f"{person!r} is not present", "name somebody who is expected to come")])
    return int(found[0])


def named_seat(problem: Problem, seat: str) -> int:
    """Return the index of a seat, by id or by a label that only one seat has.

    Raises
    ------
    InputError
        For a name that no seat has, or several seats.
    """
    refuse(seat_faults(problem, "seat", Where(seats=(seat,))))
    found = problem.seats(Where(seats=(seat,)))
    if len(found) > 1 and seat not in problem.venue.seat_index:
        refuse([Fault("seat", f"several seats are called {seat!r}", "use the seat's id")])
    return problem.venue.seat_index.get(seat, int(found[0]))


def seated_person(problem: Problem, plan: Plan, person: str) -> int:
    """Return the index of a person who sits somewhere in a plan.

    Raises
    ------
    InputError
        If the person has no seat.
    """
    index = named_person(problem, person)
    if plan.seat_of(problem.people[index].id) not in problem.venue.seat_index:
        refuse([Fault("person", f"{person!r} has no seat in the plan", "ask for recommended seats instead")])
    return index


def listed(names: Iterable[str], lang: Lang, *, shown: int = _SHOWN) -> str:
    """Return the first names, and how many more there are.

    Examples
    --------
    >>> listed("abcd", "en", shown=2), listed("ab", "zh")
    ('a, b and 2 more', 'a、b')
    """
    every = list(names)
    first = say(lang, ", ", "、").join(every[:shown])
    rest = len(every) - shown
    return first if rest <= 0 else say(lang, f"{first} and {rest} more", f"{first}等{len(every)}个")


def priced(prices: Mapping[int, int], lang: Lang) -> str:
    """Say a difference of prices by tier.

    Examples
    --------
    >>> priced({1: 3, 2: -1, 3: 0}, "en")
    '3 more in tier 1, 1 less in tier 2'
    >>> priced({}, "zh")
    '代价不变'
    """
    parts = [
        say(
            lang,
            f"{abs(price)} {'more' if price > 0 else 'less'} in tier {tier}",
            f"第{tier}级代价{'增加' if price > 0 else '减少'}{abs(price)}",
        )
        for tier, price in sorted(prices.items())
        if price
    ]
    return say(lang, ", ", "，").join(parts) or say(lang, "nothing more", "代价不变")
