"""Measures of practice, from the pack of that name: what a style takes when nobody says otherwise."""

from __future__ import annotations

from functools import lru_cache

from seatplan.codes import load_pack

__all__ = ["usual"]


@lru_cache(maxsize=64)
def usual(key: str, at: float | None = None) -> float:
    """Return a value of the pack ``practice``, in metres or as a number.

    Parameters
    ----------
    key : str
    at : float, optional
        Where the value goes by a table: the diameter in metres, the number of people.

    Returns
    -------
    float

    Examples
    --------
    >>> usual("table.rounds.preferred"), usual("rounds.seats", 1.524)
    (1.524, 10.0)
    """
    pack = load_pack("practice")
    return float(pack.si(key) if at is None else pack.si(key, at))
