"""Several bodies on one rostrum: heads before deputies (protocol.md 1.8, rule 15)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from seatplan.errors import Fault, InputError, refuse
from seatplan.people.person import Person

__all__ = ["DEPUTIES", "HEADS", "by_bodies", "merge_bodies"]

Item = TypeVar("Item")

HEADS = ("party", "government", "congress", "cppcc")
"""Bodies in the order of their heads: secretary, head of government, chairs of the two congresses (C [S7 S21])."""

DEPUTIES = ("party", "congress", "government", "cppcc")
"""Bodies in the order of their deputies: here the People's Congress comes before the government (C [S7 S21])."""


def merge_bodies(
    bodies: Mapping[str, Sequence[Item]],
    *,
    heads: Sequence[str] = HEADS,
    deputies: Sequence[str] = DEPUTIES,
) -> tuple[Item, ...]:
    """Return the people of several bodies in one order of precedence.

    Heads in body order come before deputies in body order (rule 15, mark C [S7 S21]). Elders who are moved
    forward and guests who are raised (1.8) are the caller's explicit pins, never inferred.

    Parameters
    ----------
    bodies : mapping of str to sequence
        The people of each body in their own order; the first is its head.
    heads, deputies : sequence of str
        Keys of ``bodies`` in the order of their heads and of their deputies.

    Returns
    -------
    tuple

    Raises
    ------
    InputError
        For a body that has no place in an order.

    Examples
    --------
    >>> merge_bodies({"government": ["mayor", "vice mayor"], "party": ["secretary", "member"]})
    ('secretary', 'mayor', 'member', 'vice mayor')
    """
    refuse(
        Fault(f"bodies.{body}", f"it has no place among the {name}", f"add it to {name}, now {', '.join(order)}")
        for body in bodies
        for name, order in (("heads", heads), ("deputies", deputies))
        if body not in order
    )
    first = [person for body in heads for person in bodies.get(body, ())[:1]]
    return (*first, *(person for body in deputies for person in bodies.get(body, ())[1:]))


def by_bodies(
    column: str, *, heads: Sequence[str] = HEADS, deputies: Sequence[str] = DEPUTIES
) -> Callable[[Person], tuple[int, int]]:
    """Return a key of precedence: the heads of bodies in their order, then the deputies in theirs (rule 15, C).

    Parameters
    ----------
    column : str
        Column of the body; its head is who has the role ``head``.
    heads, deputies : sequence of str
        Values of the column in the order of their heads and of their deputies.

    Examples
    --------
    >>> key = by_bodies("unit")
    >>> key(Person("1", "Ann", unit="congress")) < key(Person("2", "Bob", unit="government"))
    True
    >>> key(Person("2", "Bob", unit="government", roles=frozenset({"head"})))
    (0, 1)
    """
    places = {True: {body: k for k, body in enumerate(heads)}, False: {body: k for k, body in enumerate(deputies)}}

    def key(person: Person) -> tuple[int, int]:
        body, head = person.attribute(column), "head" in person.roles
        if not body:
            return 2, 0
        if body not in places[head]:
            where = person.source or f"person {person.id!r} ({person.name})"
            name = "heads" if head else "deputies"
            raise InputError([Fault(where, f"the {column} {body!r} is none of the {name}", f"add it to {name}")])
        return int(not head), places[head][body]

    return key
