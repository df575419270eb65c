"""`Person` and `Group`: who comes, and with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Group", "Person", "Status"]

Status = Literal["present", "absent", "reserve"]


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the roster.

    Parameters
    ----------
    id : str
        Unique in the roster.
    name : str
        As printed on plate and chart.
    rank : int or None
        Explicit precedence; 1 is the highest, equal numbers are equals. None: no rank is given.
    title, unit : str
        Post, and the body the person comes from.
    group : str
        Id of the `Group` (delegation); empty for none.
    roles : frozenset of str
        Such as ``head`` (of the delegation), ``presider``, ``interpreter``, ``companion``, ``speaker``.
    category : str
        Class of attendance, such as ``presidium``, ``deputy``, ``observer``.
    status : {"present", "absent", "reserve"}
        Only present people are seated; the others are listed as unseated with this reason.
    needs : frozenset of str
        Such as ``wheelchair`` and ``step_free``.
    beside : str
        Id of the principal this person must sit beside (an interpreter, a companion); empty for none.
    attributes : tuple of (str, str)
        Further columns of the roster, such as ``("country", "France")``.
    source : str
        Where the person stands in the files, for messages.

    Examples
    --------
    >>> Person("p1", "李强", rank=2, attributes=(("country", "中国"),)).attribute("country")
    '中国'
    """

    id: str
    name: str
    rank: int | None = None
    title: str = ""
    unit: str = ""
    group: str = ""
    roles: frozenset[str] = frozenset()
    category: str = ""
    status: Status = "present"
    needs: frozenset[str] = frozenset()
    beside: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    source: str = ""

    def attribute(self, key: str) -> str:
        """Return a further column's value, or a field's (``unit``, ``group``, ...); empty when there is none."""
        if key in ("title", "unit", "group", "category"):
            return str(getattr(self, key))
        return dict(self.attributes).get(key, "")


@dataclass(frozen=True, slots=True)
class Group:
    """A delegation or any other set of people who belong together.

    Parameters
    ----------
    id, name : str
        Key, and the name that is shown.
    order : int
        Precedence among groups; 1 comes first.

    Examples
    --------
    >>> Group("bj", "北京", order=1).order
    1
    """

    id: str
    name: str
    order: int = 0
