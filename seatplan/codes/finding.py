"""`Finding`: one thing in which a room does not keep to a code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from seatplan.codes.exact import Number
from seatplan.codes.quantity import Quantity, quantities
from seatplan.codes.standing import LEVELS, STANDINGS, Level, Standing, level, weakest
from seatplan.codes.units import UNITS
from seatplan.codes.value import Reading

__all__ = ["Finding", "judge", "worst", "worst_first"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in which a room does not keep to a code.

    Parameters
    ----------
    level : {"must", "warn", "advise"}
        Whether it forbids, warns or only advises: what is unconfirmed never forbids.
    place : str
        Where in the room.
    quantity : Quantity
        What was looked at.
    found, needed : str
        In the code's own unit; the quantity's sense says whether ``needed`` is the least or the most.
    code : str
        Title of the code.
    clause : str
    standing : {"V", "S", "D", "U"}
        Of the least known value that was used.
    seats : tuple of str
        Ids of the seats concerned, for charts.
    lack : float
        By how much it misses, in the units used inside.
    note : str

    Examples
    --------
    >>> from seatplan.codes import load_pack
    >>> print(judge([load_pack("ibc-2021").read("exits.door.width")], 0.75, place="door 1"))
    must: door 1: width of a door 29.53 in, at least 32 in (IBC 2021 1010.1.1, verified)
    """

    level: Level
    place: str
    quantity: Quantity
    found: str
    needed: str
    code: str
    clause: str
    standing: Standing
    seats: tuple[str, ...] = ()
    lack: float = 0.0
    note: str = ""

    def __str__(self) -> str:
        return self.sentence()

    def sentence(self, language: Literal["en", "zh"] = "en") -> str:
        """Return the finding in plain words."""
        if language == "zh":
            words, mark = _ZH[self.level], _ZH[self.standing]
            found, needed = map(_in_chinese, (self.found, self.needed))
            limit = f"{self.quantity.zh}为 {found}，应{_ZH[self.quantity.sense]} {needed}"
            return f"{words}：{self.place}：{limit}（{self.code} {self.clause}，{mark}）"
        limit = f"{self.quantity.en} {self.found}, at {self.quantity.sense} {self.needed}"
        return f"{self.level}: {self.place}: {limit} ({self.code} {self.clause}, {STANDINGS[self.standing]})"


_ZH = {
    **{"must": "必须", "warn": "警告", "advise": "建议"},
    **{"least": "不小于", "most": "不大于", "factor": "为"},
    **{"V": "已核实", "S": "单一来源", "D": "推算", "U": "待核实"},
}


_UNITS_ZH = {
    **{"persons": "人", "seats": "座", "spaces": "席", "places": "处", "receivers": "个", "exits": "个"},
    **{"chairs": "把", "tables": "桌", "rows": "排", "floors": "层", "deg": "度", "min": "分钟", "ratio": ""},
    **{"m2/person": "m²/人", "persons/m2": "人/m²", "m/person": "m/人"},
}


def _in_chinese(text: str) -> str:
    """Return a number with its unit; units of measure keep their signs."""
    number, _, unit = text.partition(" ")
    return f"{number} {_UNITS_ZH.get(unit, unit)}".strip()


def judge(
    readings: list[Reading],
    found: Number,
    *,
    place: str,
    needed: Number | None = None,
    asked: str = "",
    seats: Iterable[str] = (),
    single_source: Level = "warn",
) -> Finding | None:
    """Return what is wrong with something that was found, or None when it keeps to the code.

    Parameters
    ----------
    readings : list of Reading
        The value itself first; then others that went into ``needed``: the least known decides the level.
    found : float
        In the units used inside.
    place : str
    needed : float, optional
        What a formula asks, in the units used inside; by default the number of the first reading.
    asked : str
        Key of the quantity that the formula asks, where it is another than that of the readings.
    seats : iterable of str
    single_source : {"must", "warn", "advise"}
        What a value with a single source does.

    Returns
    -------
    Finding or None

    Examples
    --------
    >>> from seatplan.codes import load_pack
    >>> judge([load_pack("ada-2010").read("wheelchair.spaces", 600)], 7, place="hall") is None
    True
    """
    first = _as(readings, asked) if asked else readings[0]
    limit = first.si if needed is None else Fraction(needed)
    sense = first.quantity.sense
    short = limit - Fraction(found) if sense == "least" else Fraction(found) - limit
    if short <= first.unit.tolerance:
        return None
    standing = weakest(reading.standing for reading in readings)
    return Finding(
        level(standing, binding=first.binding, single_source=single_source),
        place,
        first.quantity,
        first.show(found),
        first.show(limit),
        first.title,
        first.clause,
        standing,
        tuple(seats),
        float(short),
        first.note,
    )


_COUNTED = {"loose.seats": "chairs", "loose.row": "chairs", "dispersion.rows": "rows"}


def _as(readings: list[Reading], asked: str) -> Reading:
    """Return the first reading as one of the quantity that a formula makes of them."""
    quantity = quantities()[asked]
    inches = any(reading.unit.name.startswith("in") for reading in readings)
    length = "in" if inches else "m"
    unit = UNITS[length if quantity.dimension == "length" else _COUNTED.get(asked, "persons")]
    return replace(readings[0], quantity=quantity, unit=unit)


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in the order of their levels, else as they come.

    Examples
    --------
    >>> worst_first([])
    []
    """
    return sorted(findings, key=lambda finding: LEVELS.index(finding.level))


def worst(findings: Iterable[Finding]) -> list[Finding]:
    """Return the one of several findings of one thing that does most; of these the one that misses most.

    Examples
    --------
    >>> worst([])
    []
    """
    return sorted(findings, key=lambda finding: (LEVELS.index(finding.level), -finding.lack))[:1]
