"""`Pack`: the values of one code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from seatplan.codes.exact import Number
from seatplan.codes.value import Reading, Value
from seatplan.errors import Fault, InputError

__all__ = ["Pack", "Silent"]


class Silent(InputError):
    """A code says nothing of what was asked."""


@dataclass(frozen=True)
class Pack:
    """The values of one code, as its file gives them.

    Parameters
    ----------
    id : str
        Such as ``ada-2010``; a file with the same id replaces the pack.
    title : str
        Short name for messages.
    jurisdiction, edition : str
    binding : bool
        False for practice, which is no law.
    buildings : frozenset of str
        Kinds of building it is for; empty for all.
    values : mapping of str to Value
        By key of the quantity.

    Examples
    --------
    >>> from seatplan.codes import load_pack
    >>> pack = load_pack("gb-50016-2014")
    >>> float(pack.si("aisle.width.level.both")), pack.says("wheelchair.spaces")
    (1.0, False)
    >>> pack.read("wheelchair.spaces")
    Traceback (most recent call last):
    seatplan.codes.pack.Silent: code 'gb-50016-2014': it says nothing of 'wheelchair.spaces'; ask another code...
    """

    id: str
    title: str
    jurisdiction: str
    edition: str
    binding: bool
    buildings: frozenset[str]
    values: Mapping[str, Value]

    def read(self, key: str, given: Number = 0) -> Reading:
        """Return what the code says of a quantity for so many seats, persons, ...

        Raises
        ------
        Silent
            If it says nothing.
        """
        reading = self._reading(key, given)
        if reading is None:
            found = f"it says nothing of {key!r}" + (f" for {float(given):g}" if key in self.values else "")
            raise Silent(
                [Fault(f"code {self.id!r}", found, "ask another code, or add the value to a file of yours")]
            )
        return reading

    def says(self, key: str, given: Number = 0) -> bool:
        """Tell whether the code says something of a quantity."""
        return self._reading(key, given) is not None

    def si(self, key: str, given: Number = 0) -> Fraction:
        """Return the number of `read` in metres, square metres, minutes."""
        return self.read(key, given).si

    def _reading(self, key: str, given: Number) -> Reading | None:
        value = self.values.get(key)
        step = value.step(given) if value else None
        number = step.at(Fraction(given) / value.by.size) if value and step else None
        if value is None or step is None or number is None:
            return None
        mark = step.standing or value.standing
        where = (self.id, self.title, value.clause)
        return Reading(value.quantity, number, value.unit, *where, mark, self.binding, value.note)
