"""What can go wrong, said so that the reader can mend it.

Every message has three parts: *where* it is (file, line, person, seat), *what was found* there, and *how to
mend it*. Checks collect all faults and raise once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["EncodingError", "Fault", "InputError", "SeatplanError"]


class SeatplanError(Exception):
    """Base of all errors that seatplan raises on purpose."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with an input.

    Parameters
    ----------
    where : str
        Place, as exact as it is known: ``event.yaml:6:11 people.1.rank``, ``roster.xlsx row 14``.
    found : str
        What stands there.
    mend : str
        What to do about it.

    Examples
    --------
    >>> str(Fault("roster.csv row 3", "two people have the id '7'", "give each person an id of their own"))
    "roster.csv row 3: two people have the id '7'; give each person an id of their own"
    """

    where: str
    found: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}: {self.found}; {self.mend}"


class InputError(SeatplanError):
    """Input that cannot be used, with every fault that was found.

    Parameters
    ----------
    faults : iterable of Fault
        At least one.

    Examples
    --------
    >>> raise InputError([Fault("rules[2]", "no group 'Norht'", "use one of: North, South")])
    Traceback (most recent call last):
    seatplan.errors.InputError: rules[2]: no group 'Norht'; use one of: North, South
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


class EncodingError(SeatplanError):
    """A solver's value and the audit's value differ: a defect of seatplan itself, never of the input."""


def refuse(faults: Iterable[Fault]) -> None:
    """Raise one `InputError` with all ``faults``; do nothing when there are none.

    Examples
    --------
    >>> refuse([])
    """
    found = tuple(faults)
    if found:
        raise InputError(found)
