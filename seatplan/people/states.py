"""Orders of States and other delegations (protocol.md 2.3): drawn start, Games, council, hosts last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from seatplan.errors import Fault, refuse
from seatplan.people.alphabet import alphabet_key

__all__ = ["drawn_start", "games_order", "half_years", "hosts_last"]

Item = TypeVar("Item")
Key = Callable[[Any], Any]


def _english(item: object) -> Any:
    return alphabet_key(str(item), lang="en")


def drawn_start(states: Iterable[Item], drawn: Item, *, key: Key = _english) -> tuple[Item, ...]:
    """Return States in alphabetical order, beginning with the one that was drawn (rule 22, A [S51]).

    The Secretary-General draws one State; it takes the first seat, at the far left of the front row as seen by a
    viewer who faces the podium; the English alphabet follows and goes on from A behind Z.

    Parameters
    ----------
    states : iterable
    drawn : item
        One of them.
    key : callable
        What the alphabetical order compares.

    Raises
    ------
    InputError
        If it is not one of them.

    Examples
    --------
    >>> drawn_start(["Afghanistan", "Albania", "Yemen", "Zambia", "Zimbabwe"], "Yemen")
    ('Yemen', 'Zambia', 'Zimbabwe', 'Afghanistan', 'Albania')
    """
    ordered = sorted(states, key=key)
    _known("drawn", ordered, drawn)
    first = ordered.index(drawn)
    return (*ordered[first:], *ordered[:first])


def games_order(
    states: Iterable[Item],
    host: Item,
    *,
    next_host: Item | None = None,
    first: Item | None = None,
    key: Key = _english,
) -> tuple[Item, ...]:
    """Return the order of a parade of nations (rule 26, B [S53 S54 S55]).

    Greece goes first, the others in the order of the host's language, the host last; since a change of 2019 the
    next host goes before the host. A refugee team goes second (D): put it there by the key.

    Parameters
    ----------
    states : iterable
    host : item
    next_host : item, optional
    first : item, optional
        The State that leads, as these names spell it; Greece at the Olympic Games.
    key : callable
        The order of the host's language, such as `seatplan.people.strokes.stroke_key`.

    Raises
    ------
    InputError
        If one of them is not among the States, or has two places.

    Examples
    --------
    >>> games_order(["Chad", "Greece", "Italy", "France", "Peru"], "France", next_host="Italy", first="Greece")
    ('Greece', 'Chad', 'Peru', 'Italy', 'France')
    """
    listed = list(states)
    special = [item for item in (first, next_host, host) if item is not None]
    for name, item in (("host", host), ("next_host", next_host), ("first", first)):
        if item is not None:
            _known(name, listed, item)
    twice = [item for item in special if special.count(item) > 1]
    refuse([Fault("games", f"{twice[0]} has two places", "name different States")] if twice else [])
    rest = sorted((item for item in listed if item not in special), key=key)
    return (*([first] if first is not None else []), *rest, *([next_host] if next_host is not None else []), host)


def hosts_last(items: Sequence[Item], is_host: Callable[[Item], bool]) -> tuple[Item, ...]:
    """Return guests before hosts, each in the order in which they came.

    Examples
    --------
    >>> hosts_last(["France", "Chad", "Peru"], lambda state: state == "France")
    ('Chad', 'Peru', 'France')
    """
    return tuple(sorted(items, key=is_host))


def half_years(since: date, on: date) -> int:
    """Return how often a council has moved one seat to the left: every 1 January and 1 July (rule 25, A/B [S58]).

    Parameters
    ----------
    since, on : date
        When the order held, and the day in question.

    Examples
    --------
    >>> half_years(date(2026, 3, 1), date(2026, 7, 1)), half_years(date(2026, 3, 1), date(2027, 6, 30))
    (1, 2)
    """
    return 2 * (on.year - since.year) + (on.month > 6) - (since.month > 6)


def _known(name: str, states: Sequence[Item], wanted: Item) -> None:
    found = f"{wanted!r} is none of the {len(states)} States"
    refuse([Fault(name, found, "write it as in the list")] if wanted not in states else [])
