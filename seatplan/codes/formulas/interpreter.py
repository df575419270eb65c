"""Seats from which a sign-language interpreter is understood."""

from __future__ import annotations

from seatplan.codes.code import by_code
from seatplan.codes.pack import Pack

__all__ = ["interpreter_fits"]


@by_code(all)
def interpreter_fits(pack: Pack, distance: float, angle: float = 0.0) -> bool:
    """Tell whether a seat is well placed for who follows an interpreter (codes.md 1.12).

    Parameters
    ----------
    pack : Code
        Such as ``practice``.
    distance : float
        Metres to the interpreter.
    angle : float
        Degrees at the seat between the interpreter and the speaker or screen.

    Returns
    -------
    bool

    Examples
    --------
    >>> interpreter_fits("practice", 3.0, 20), interpreter_fits("practice", 6.0)
    (True, False)
    """
    near, far = pack.read("interpreter.near"), pack.read("interpreter.far")
    return near.allows(distance) and far.allows(distance) and pack.read("interpreter.angle").allows(angle)
