"""Loose chairs that are fastened together in lengths."""

from __future__ import annotations

from collections.abc import Iterable

from seatplan.codes.code import Code, load_code
from seatplan.codes.exact import round_up
from seatplan.codes.pack import Pack
from seatplan.errors import Fault, InputError

__all__ = ["gang_lengths", "gangs", "gangs_hold"]


def gang_lengths(code: Code, *, persons: int, row: int = 0) -> tuple[int, int | None] | None:
    """Return the least and the most chairs of a gang, or None where chairs may stand loose (codes.md 2.5).

    Parameters
    ----------
    code : Code
    persons : int
        In the room.
    row : int
        Chairs of the row; some codes ask it only of longer ones.

    Returns
    -------
    (int, int or None) or None
        None for the most where only the row limits it.

    Examples
    --------
    >>> gang_lengths("nfpa-101", persons=200), gang_lengths("nfpa-101", persons=201)
    (None, (3, None))
    >>> gang_lengths("uk-warwickshire", persons=51), gang_lengths("uk-hmg", persons=51)
    ((4, 14), (4, 12))
    """
    packs = [pack for pack in load_code(code) if _asks(pack, persons, row)]
    if not packs:
        return None
    least = [int(pack.si("gang.least")) for pack in packs if pack.says("gang.least")]
    most = [int(pack.si("gang.most")) for pack in packs if pack.says("gang.most")]
    return max(least, default=1), min(most, default=None)


def _asks(pack: Pack, persons: int, row: int) -> bool:
    """Tell whether a code asks for gangs; one that knows lengths only asks always."""
    if pack.says("gang.above"):
        return persons > pack.si("gang.above")
    if pack.says("gang.row"):
        return row > pack.si("gang.row")
    return pack.says("gang.least")


def gangs_hold(code: Code, lengths: Iterable[int], *, persons: int) -> bool:
    """Tell whether a row that is fastened together in these lengths keeps to a code.

    Parameters
    ----------
    code : Code
    lengths : iterable of int
    persons : int

    Returns
    -------
    bool

    Examples
    --------
    >>> gangs_hold("uk-warwickshire", [5, 5], persons=51), gangs_hold("nfpa-101", [2], persons=201)
    (True, False)
    """
    lengths = tuple(lengths)
    bounds = gang_lengths(code, persons=persons, row=sum(lengths))
    return bounds is None or all(bounds[0] <= n <= (bounds[1] or n) for n in lengths)


def gangs(code: Code, row: int, *, persons: int) -> tuple[int, ...]:
    """Return into what lengths a row of loose chairs is fastened together: few, and as equal as can be.

    Parameters
    ----------
    code : Code
    row : int
        Chairs of the row.
    persons : int
        In the room.

    Returns
    -------
    tuple of int
        Empty where chairs may stand loose.

    Raises
    ------
    InputError
        If the row is too short, or cannot be cut into such lengths.

    Examples
    --------
    >>> gangs("us-maine", 10, persons=300), gangs("us-maine", 8, persons=300)
    ((5, 5), (4, 4))
    >>> gangs("us-maine", 2, persons=300)
    Traceback (most recent call last):
    seatplan.errors.InputError: a row of 2 chairs: it cannot be fastened together in lengths of 3 to 7; ...
    """
    bounds = gang_lengths(code, persons=persons, row=row)
    if bounds is None:
        return ()
    count = round_up(row / bounds[1]) if bounds[1] else 1
    if row // count < bounds[0]:
        lengths = f"{bounds[0]} to {bounds[1]}" if bounds[1] else f"at least {bounds[0]}"
        found = f"it cannot be fastened together in lengths of {lengths}"
        raise InputError([Fault(f"a row of {row} chairs", found, "make it longer, or take it away")])
    return tuple(row // count + (k < row % count) for k in range(count))
