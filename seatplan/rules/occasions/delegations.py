"""Delegations that sit one after the other, in alphabetical or in a given order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from seatplan.errors import Fault, InputError
from seatplan.people.alphabet import alphabet_key
from seatplan.people.pinyin import pinyin_key
from seatplan.problem import Problem
from seatplan.protocol import council_table, parties_around
from seatplan.rules.facts import Ints, group_names
from seatplan.rules.occasions.line import Line

__all__ = ["DelegationsBy", "delegation_lines"]

DelegationsBy = Literal["alphabet", "given"]


def delegation_lines(
    problem: Problem,
    people: Ints,
    seats: Ints,
    *,
    key: str,
    order: DelegationsBy = "alphabet",
    lang: str = "en",
    half_years: int = 0,
) -> Iterator[Line]:
    """Yield a line for each delegation, on seats side by side; inside one there is no order.

    Parameters
    ----------
    problem : Problem
    people : ndarray of int
    seats : ndarray of int
        In the order in which the delegations follow each other; at least as many as people.
    key : str
        What makes a delegation: ``group``, or any attribute such as ``country``.
    order : {"alphabet", "given"}
        Of the names, or that of the list of groups (values of another attribute: of the list of people).
    lang : str
        Language of the alphabetical order, or ``zh`` for pinyin.
    half_years : int
        How often the delegations have moved one place to the left.

    Raises
    ------
    InputError
        For somebody without a delegation.
    """
    name_of = [_name(problem, i, key) for i in people.tolist()]
    first = 0
    for name in _in_order(problem, set(name_of), key, order, lang, half_years):
        members = people[[own == name for own in name_of]]
        yield Line(name, "", (members,), seats[first : first + len(members)])
        first += len(members)


def _in_order(
    problem: Problem, present: set[str], key: str, order: DelegationsBy, lang: str, half_years: int
) -> tuple[str, ...]:
    """Return the names of the delegations from the first place on."""
    listed = tuple(name for name in group_names(problem, key).values() if name in present)
    if order == "alphabet":
        listed = parties_around(listed, key=lambda name: _alphabetical(name, lang))
    return council_table(listed, half_years)


def _alphabetical(name: str, lang: str) -> object:
    return pinyin_key(name) if lang == "zh" else alphabet_key(name, lang=lang)


def _name(problem: Problem, person: int, key: str) -> str:
    """Return the name of somebody's delegation."""
    value = problem.people[person].attribute(key)
    if not value:
        found = f"{problem.people[person].name} has no {key}"
        raise InputError([Fault("who", found, "leave this person out, or name the delegation")])
    return group_names(problem, key)[value]
