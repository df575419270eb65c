"""Which uncertain guests touch each other's rules: absences of others can be looked at one group at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from seatplan.replan.scenarios import MOST_GUESTS, Scenario
from seatplan.replan.terms_of import parts_known
from seatplan.terms import Statement

__all__ = ["Musts", "groups_of", "subsets_of"]

Names = tuple[str, ...]
Musts = Callable[[Names], Sequence[Statement] | None]
"""The musts of the event, in terms of all people, when some stay away; None where it cannot be read then."""


def groups_of(guests: Names, musts: Musts) -> tuple[Names, ...]:
    """Return the guests in groups whose absences say nothing about each other.

    Two guests are in one group if the musts without both of them say more than those without one or the other,
    and so is whoever is in a group with either.

    Parameters
    ----------
    guests : tuple of str
    musts : callable

    Examples
    --------
    >>> groups_of(("ann", "bob"), lambda absent: [])
    (('ann',), ('bob',))
    """
    none = musts(()) or ()
    alone = {guest: musts((guest,)) for guest in guests}
    group = {guest: {guest} for guest in guests}
    for one, other in combinations(guests, 2):
        if group[one] is not group[other] and _touch(musts((one, other)), [none, alone[one], alone[other]]):
            both = group[one] | group[other]
            group.update(dict.fromkeys(both, both))
    found = {id(some): tuple(guest for guest in guests if guest in some) for some in group.values()}
    return tuple(sorted(found.values(), key=lambda names: guests.index(names[0])))


def _touch(both: Sequence[Statement] | None, known: list[Sequence[Statement] | None]) -> bool:
    if both is None or any(some is None for some in known):
        return True
    said = [statement for some in known for statement in some or ()]
    return not all(parts_known(statement, said) for statement in both)


def subsets_of(groups: Sequence[Names]) -> Iterator[Scenario]:
    """Yield the subsets to look at, small ones first: of each group all, of a large one up to two and the whole.

    Examples
    --------
    >>> [s.absent for s in subsets_of([("ann", "bob"), ("cid",)])]
    [(), ('ann',), ('bob',), ('cid',), ('ann', 'bob')]
    """
    yield Scenario(())
    for size in range(1, max(map(len, groups), default=0) + 1):
        for names in groups:
            if size <= len(names) and (len(names) <= MOST_GUESTS or size <= 2 or size == len(names)):
                yield from (Scenario(some) for some in combinations(names, size))
