"""What stands on a name plate (protocol.md 1.11)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from seatplan.errors import Fault, refuse
from seatplan.people.names import bare
from seatplan.people.person import Person
from seatplan.people.pinyin import latin_name

__all__ = ["Plate", "Plates", "plate_of", "spaced"]

_TWO_CHARACTERS = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]{2}")


@dataclass(frozen=True, kw_only=True)
class Plates:
    """How name plates shall be.

    Parameters
    ----------
    second : str
        A column with the name in another language, or ``pinyin`` for Chinese names in Latin letters; empty for
        plates in one language. Who has no second name gets a plate in one.
    sides : {"same", "two"}
        With a second name: both names on both sides, or one on each side (bilingual cards for talks, C [S36]).
    below : str
        ``title``, ``unit`` or a column that stands small below the name; empty for none.
    width, height : float
        Of one side, in millimetres (210 by 140 is typical, C [S35]).

    Raises
    ------
    InputError
        For sizes that no plate has.

    Examples
    --------
    >>> Plates(second="pinyin").sides
    'same'
    """

    second: str = ""
    sides: Literal["same", "two"] = "same"
    below: str = ""
    width: float = 210.0
    height: float = 140.0

    def __post_init__(self) -> None:
        refuse(self._faults())

    def _faults(self) -> Iterator[Fault]:
        for name in ("width", "height"):
            if not 30 <= getattr(self, name) <= 800:
                yield Fault(f"plates.{name}", f"{getattr(self, name):g} mm", "use 30 to 800 mm")
        if self.sides not in ("same", "two"):
            yield Fault("plates.sides", f"no such value {self.sides!r}", "use same or two")
        if self.sides == "two" and not self.second:
            yield Fault("plates.sides", "'two' clashes with no second name", "give `second`, or use sides: same")


@dataclass(frozen=True, slots=True)
class Plate:
    """What stands on one plate.

    Parameters
    ----------
    person : str
        Id.
    name, second, below : str
        As they are printed; ``second`` and ``below`` may be empty.
    seat : str
        Label of the seat, for whoever lays the plates out.
    """

    person: str
    name: str
    second: str = ""
    below: str = ""
    seat: str = ""


def spaced(name: str) -> str:
    """Return a name as plates have it: a full-width space between two characters (1.11 [S37]).

    Examples
    --------
    >>> spaced("李强"), spaced("李 强"), spaced("欧阳修"), spaced("Li Qiang"), spaced("李A")
    ('李　强', '李　强', '欧阳修', 'Li Qiang', '李A')
    """
    letters = bare(name)
    return "　".join(letters) if _TWO_CHARACTERS.fullmatch(letters) else " ".join(name.split())


def plate_of(person: Person, options: Plates, *, seat: str = "") -> Plate:
    """Return the plate of a person.

    Examples
    --------
    >>> plate_of(Person("1", "李强", title="总理"), Plates(second="pinyin", below="title"))
    Plate(person='1', name='李　强', second='Li Qiang', below='总理', seat='')
    """
    second = latin_name(person.name) if options.second == "pinyin" else person.attribute(options.second)
    other = spaced(second) if second and second != person.name else ""
    below = person.attribute(options.below) if options.below else ""
    return Plate(person.id, spaced(person.name), other, below, seat)
