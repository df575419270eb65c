"""What a venue does not keep to, as text for the terminal and as JSON, ``seatplan-check/1``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from math import ceil
from typing import Any, Literal

from seatplan.codes import Finding
from seatplan.codes.checks import Options
from seatplan.codes.checks.evacuation import DoorLoad
from seatplan.codes.pack import Pack
from seatplan.codes.standing import LEVELS
from seatplan.codes.value import Reading
from seatplan.io.json_file import dump_json
from seatplan.venue import Venue
from seatplan.venue.near import metres_from

__all__ = ["check_json", "check_text", "finding_data"]

FORMAT = "seatplan-check/1"
_LANDING = 1.4
"""Metres before a door that layouts keep free of seats."""
_DOORS = 12
"""Doors that are told one by one."""
Lang = Literal["en", "zh"]

_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "head": "{name}: {seats} seats, {doors} doors; checked against {codes}",
        "load": "{code}: ways out are reckoned for {persons} people",
        "rate": "by the shortest way, with {persons:g} people through each metre of a door in a minute ({title}):",
        "door": "{door}: {persons:d} people, {metres:.1f} m at most, {minutes:.1f} min",
        "before": "{door}: seats within {metres:.2f} m before it, {seats}; see whether one gets out there",
        "sum": "{must} must, {warn} warn, {advise} advise",
        "none": "nothing to find fault with",
        "and": ", ",
        "unseen": "not checked: {what}",
        "area": "the area of the floor (--area)",
        "doors": "ways and times to doors, as none is drawn",
        "walls": "aisles along walls, as no wall is drawn",
        "loose": "how chairs are fastened together (--gang)",
        "sound": "what is heard (--voice)",
    },
    "zh": {
        "head": "{name}：{seats}席，{doors}个门；依据{codes}",
        "load": "{code}：按{persons}人核算疏散",
        "rate": "按最短路径疏散，每米门宽每分钟通过{persons:g}人（{title}）：",
        "door": "{door}：{persons:d}人，最远{metres:.1f}米，{minutes:.1f}分钟",
        "before": "{door}：门前{metres:.2f}米内有座位{seats}个，请核查能否通行",
        "sum": "必须{must}项，警告{warn}项，建议{advise}项",
        "none": "未发现不符之处",
        "and": "、",
        "unseen": "未检查：{what}",
        "area": "室内面积（--area）",
        "doors": "疏散距离与时间（图上无门）",
        "walls": "靠墙走道（图上无墙）",
        "loose": "座椅联排（--gang）",
        "sound": "语音声级（--voice）",
    },
}


def check_text(
    venue: Venue,
    packs: Sequence[Pack],
    findings: Sequence[Finding],
    options: Options,
    *,
    loads: Sequence[tuple[str, int]] = (),
    doors: Sequence[DoorLoad] = (),
    rate: Reading | None = None,
    lang: Lang = "en",
) -> str:
    """Return the findings as lines: first what was checked, then each finding, then how many, then what was not.

    Parameters
    ----------
    venue : Venue
    packs : sequence of Pack
    findings : sequence of Finding
    options : Options
    loads : sequence of (str, int)
        Codes that reckon with more people than there are seats, and with how many.
    doors : sequence of DoorLoad
        Who leaves by which door; see `codes.checks.evacuation`.
    rate : Reading, optional
        At which people pass a door.
    lang : {"en", "zh"}

    Returns
    -------
    str

    Examples
    --------
    >>> from seatplan.codes import load_code
    >>> from seatplan.venue import from_drawing
    >>> print(check_text(from_drawing("oo oo"), load_code("un"), [], Options()), end="")
    Room: 4 seats, 0 doors; checked against UN Accessibility for the Disabled
    nothing to find fault with
    not checked: the area of the floor (--area), ways and times to doors, as none is drawn, aisles along ...
    """
    words = _WORDS[lang]
    count = sum(fixture.kind == "door" for fixture in venue.fixtures)
    titles = words["and"].join(pack.title for pack in packs)
    counts = Counter(finding.level for finding in findings)
    lines = [words["head"].format(name=venue.name, seats=len(venue.seats), doors=count, codes=titles)]
    lines += [words["load"].format(code=code, persons=persons) for code, persons in loads]
    if rate is not None and doors:
        lines.append(words["rate"].format(persons=float(rate.si), title=rate.title))
    lines += [words["door"].format(**{**asdict(load), "persons": ceil(load.persons)}) for load in doors[:_DOORS]]
    lines += [words["before"].format(door=door, seats=seats, metres=_LANDING) for door, seats in _before(venue)]
    lines += [finding.sentence(lang) for finding in findings]
    lines.append(words["sum"].format(**{level: counts[level] for level in LEVELS}) if findings else words["none"])
    unseen = [words[what] for what in _unseen(venue, options)]
    lines += [words["unseen"].format(what=words["and"].join(unseen))] if unseen else []
    return "\n".join(lines) + "\n"


def _before(venue: Venue) -> Iterator[tuple[str, int]]:
    """Yield each door with the number of seats that stand right before it, on either side."""
    for door in venue.fixtures:
        if door.kind == "door" and venue.seats:
            turn = door.turn + (0.0 if door.width >= door.depth else 90.0)
            landing = replace(door, width=max(door.width, door.depth), depth=2 * _LANDING, turn=turn)
            count = int((metres_from(landing, venue.xyz) <= 0.0).sum())
            if count:
                yield door.label, count


def _unseen(venue: Venue, options: Options) -> Iterator[str]:
    if options.floor_area is None:
        yield "area"
    if not any(fixture.kind == "door" for fixture in venue.fixtures):
        yield "doors"
    if not any(fixture.kind == "wall" for fixture in venue.fixtures):
        yield "walls"
    if options.gang is None:
        yield "loose"
    if options.voice is None:
        yield "sound"


def check_json(
    venue: Venue,
    packs: Sequence[Pack],
    findings: Sequence[Finding],
    measures: Mapping[str, Any],
    *,
    doors: Sequence[DoorLoad] = (),
    lang: Lang = "en",
) -> bytes:
    """Return the findings as JSON, with what each seat sees, hears and walks.

    Parameters
    ----------
    venue : Venue
    packs : sequence of Pack
    findings : sequence of Finding
    measures : mapping of str to ndarray, shape (seats,)
        See `codes.checks.measures.seat_measures`; what cannot be said of a seat is left out.
    doors : sequence of DoorLoad
    lang : {"en", "zh"}

    Returns
    -------
    bytes

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> b'"clean": true' in check_json(from_drawing("oo"), (), (), {})
    True
    """
    return dump_json(
        {
            "format": FORMAT,
            "venue": venue.name,
            "seats": len(venue.seats),
            "codes": [{"id": pack.id, "title": pack.title, "edition": pack.edition} for pack in packs],
            "clean": all(finding.level != "must" for finding in findings),
            "findings": [finding_data(finding, lang) for finding in findings],
            "doors": [asdict(load) for load in doors],
            "measures": _by_seat(venue, measures),
        }
    )


def finding_data(finding: Finding, lang: Lang) -> dict[str, Any]:
    """Return a finding for programs, with its sentence as ``text``."""
    names = ("level", "place", "found", "needed", "code", "clause", "standing", "note")
    plain: dict[str, Any] = {name: getattr(finding, name) for name in names}
    quantity = finding.quantity
    return {
        **plain,
        "quantity": quantity.key,
        "sense": quantity.sense,
        "seats": list(finding.seats),
        "text": finding.sentence(lang),
    }


def _by_seat(venue: Venue, measures: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    columns = {name: [float(value) for value in values] for name, values in measures.items()}
    return {
        seat.id: {name: round(values[i], 4) for name, values in columns.items() if abs(values[i]) < _LARGEST}
        for i, seat in enumerate(venue.seats)
        if columns
    }


_LARGEST = 1e9
"""Neither nan nor infinite is smaller."""
