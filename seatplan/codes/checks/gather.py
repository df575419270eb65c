"""Findings that say the same of several places, as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from seatplan.codes.checks.words import PHRASES, Language
from seatplan.codes.finding import Finding

__all__ = ["gather"]

_SHOWN = 3


def gather(findings: Iterable[Finding], language: Language = "en") -> list[Finding]:
    """Join findings that ask the same of several places: the worst place comes first and gives what was found.

    Parameters
    ----------
    findings : iterable of Finding
    language : {"en", "zh"}

    Returns
    -------
    list of Finding

    Examples
    --------
    >>> from seatplan.codes import judge, load_pack
    >>> least = load_pack("ibc-2021").read("exits.door.width")
    >>> [f.place for f in gather(judge([least], 0.7, place=f"door {k}") for k in range(5))]
    ['door 0, door 1, door 2 and 2 more']
    """
    alike: dict[Finding, list[Finding]] = {}
    for finding in findings:
        alike.setdefault(replace(finding, place="", found="", lack=0.0, seats=()), []).append(finding)
    return [_joined(group, PHRASES[language]) for group in alike.values()]


def _joined(group: list[Finding], words: dict[str, str]) -> Finding:
    group = sorted(group, key=lambda finding: -finding.lack)
    places = list(dict.fromkeys(finding.place for finding in group))
    more = len(places) - _SHOWN
    rest = words["more"].format(more=more) if more > 0 else ""
    seats = dict.fromkeys(seat for finding in group for seat in finding.seats)
    return replace(group[0], place=words["and"].join(places[:_SHOWN]) + rest, seats=tuple(seats))
