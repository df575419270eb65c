"""A hall in which groups keep apart, from file to files: a plan, an event that goes with it, lists of seats."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from seatplan.deliver.place import Site, read_site
from seatplan.errors import Fault, InputError
from seatplan.layout.distance.distancing import Distanced, distance, seats_for_sale
from seatplan.layout.distance.rule import DistanceRule
from seatplan.venue import Venue

if TYPE_CHECKING:
    from seatplan.plan import Plan
    from seatplan.problem import Lang, Problem

__all__ = ["UNSOLD", "distance_files", "distance_text", "spread"]

UNSOLD = "unsold"
"""Feature of the seats that nobody may buy."""

_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "proven": "{persons} people in {groups} groups have seats; no plan seats more ({method})",
        "bound": "{persons} people in {groups} groups have seats; no plan seats more than {bound} (time was up)",
        "left": "no room for: {names}",
        "seats": "{taken} of {all} seats are taken, {blocked} stay unsold, {free} are left over",
        "more": ", ... ({more} more)",
        "head": "group,people,row,first seat,last seat",
        "unsold": "unsold seat",
    },
    "zh": {
        "proven": "{groups}组共{persons}人有座；任何方案都不能更多（{method}）",
        "bound": "{groups}组共{persons}人有座；上界{bound}人（已到时限）",
        "left": "无座：{names}",
        "seats": "共{all}席，占用{taken}席，封闭不售{blocked}席，余{free}席",
        "more": "……（另有{more}组）",
        "head": "组,人数,排,首席,末席",
        "unsold": "不售座位",
        "as many as there are or may be": "已坐满现有或限定的人数",
        "nobody fits": "没有可坐之处",
        "CP-SAT, then HiGHS": "CP-SAT，再由HiGHS",
        "CP-SAT, then HiGHS: no plan has more": "CP-SAT，再由HiGHS证明无更多者",
    },
}
_SHOWN = 12


def spread(
    path: Path,
    rule: DistanceRule,
    *,
    groups: Path | None = None,
    sizes: Sequence[int] = (),
    seconds: float | None = None,
    language: Lang | None = None,
) -> tuple[Site, Distanced]:
    """Seat groups apart in the venue, room or event of a file; a room without seats gets rows of chairs.

    Parameters
    ----------
    path : Path
    rule : DistanceRule
    groups : Path, optional
        Table of groups; see `io.parties.read_parties`.
    sizes : sequence of int
        Without groups: blocks for sale.
    seconds : float, optional
    language : {"en", "zh"}, optional

    Returns
    -------
    (Site, Distanced)
    """
    if (groups is None) == (not sizes):
        raise InputError(
            [Fault("groups", "one of two is needed", "give --groups FILE, or --sizes 1,2,4 for sale")]
        )
    site = read_site(path, language)
    venue = site.venue if site.venue.seats or site.room is None else _rows(site)
    if groups is None:
        return site, seats_for_sale(venue, sizes, rule, seconds=seconds)
    from seatplan.io.parties import read_parties

    return site, distance(venue, read_parties(groups), rule, seconds=seconds)


def _rows(site: Site) -> Venue:
    from seatplan.layout import theatre

    assert site.room is not None
    return theatre(site.room, language=site.language).venue


def distance_text(found: Distanced, language: Lang = "en") -> str:
    """Return what was found as a few lines.

    Examples
    --------
    >>> from seatplan.layout.distance.distancing import Party
    >>> from seatplan.venue import from_drawing
    >>> found = distance(from_drawing("oooooo"), [Party("A", 2), Party("B", 3)], DistanceRule(seats=1))
    >>> print(distance_text(found), end="")
    5 people in 2 groups have seats; no plan seats more (as many as there are or may be)
    5 of 6 seats are taken, 1 stay unsold, 0 are left over
    """
    words, venue = _WORDS[language], found.venue
    method = words.get(found.method, found.method)
    numbers = {"persons": found.persons, "groups": len(found.seated), "bound": found.bound, "method": method}
    lines = [words["proven" if found.proven else "bound"].format(**numbers)]
    if found.unseated:
        names = [f"{party.name} ({party.size})" for party in found.unseated]
        more = words["more"].format(more=len(names) - _SHOWN) if names[_SHOWN:] else ""
        lines.append(words["left"].format(names=", ".join(names[:_SHOWN]) + more))
    counts = {"taken": found.persons, "blocked": len(found.blocked), "free": len(found.free)}
    lines.append(words["seats"].format(all=len(venue.seats), **counts))
    return "\n".join(lines) + "\n"


def distance_files(found: Distanced, language: Lang = "en") -> dict[str, bytes]:
    """Return the files that belong to a hall in which groups keep apart.

    Parameters
    ----------
    found : Distanced
    language : {"en", "zh"}

    Returns
    -------
    dict of str to bytes
        ``plan.json`` and ``event.yaml`` with ``venue.json`` and ``roster.csv``, for all other commands;
        ``groups.csv``, where each group sits; ``unsold.csv``, the seats that nobody may buy.
    """
    from seatplan.io.plan import plan_json
    from seatplan.io.venue import venue_json

    rows, words = list(_people(found)), _WORDS[language]
    venue = _with_unsold(found)
    problem, plan = _problem(venue, rows)
    return {
        "plan.json": plan_json(problem, plan),
        "venue.json": venue_json(venue),
        "roster.csv": _csv([("id", "name", "group"), *((one, name, group) for one, name, group, _ in rows)]),
        "event.yaml": _event(venue.name, language),
        "groups.csv": _csv([words["head"].split(","), *_places(found)]),
        "unsold.csv": _csv([(words["unsold"],), *((venue.seat(seat).label,) for seat in found.blocked)]),
    }


def _with_unsold(found: Distanced) -> Venue:
    blocked = set(found.blocked)
    seats = (replace(s, features=s.features | {UNSOLD}) if s.id in blocked else s for s in found.venue.seats)
    return replace(found.venue, seats=tuple(seats))


def _problem(venue: Venue, rows: Sequence[tuple[str, str, str, str]]) -> tuple[Problem, Plan]:
    """Return the people as a problem without rules, and where they sit."""
    from seatplan.people import Group, Person, Roster
    from seatplan.plan import Plan
    from seatplan.problem import Problem

    people = tuple(Person(one, name, group=group) for one, name, group, _ in rows)
    groups = dict.fromkeys(group for _, _, group, _ in rows)
    roster = Roster(people, tuple(Group(group, group, order) for order, group in enumerate(groups, 1)))
    seated = {one: seat for one, _, _, seat in rows if seat}
    plan = Plan(seated, {one: "no room" for one, _, _, seat in rows if not seat})
    return Problem(venue, roster, name=venue.name), plan


def _people(found: Distanced) -> Iterable[tuple[str, str, str, str]]:
    """Yield id, name, group and seat of everybody; no seat for those for whom there is no room."""
    number = 0
    places = [(name, seats) for name, seats in found.seated]
    places += [(party.name, ("",) * party.size) for party in found.unseated]
    for name, seats in places:
        for k, seat in enumerate(seats, 1):
            number += 1
            yield str(number), name if len(seats) == 1 else f"{name} ({k})", name, seat


def _places(found: Distanced) -> Iterable[tuple[str, ...]]:
    for name, ids in found.seated:
        seats = sorted((found.venue.seat(seat) for seat in ids), key=lambda seat: seat.number)
        yield name, str(len(ids)), str(seats[0].row), seats[0].label, seats[-1].label


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as UTF-8 with a mark, so that spreadsheet programs know it; no cell becomes a formula."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(
        [("'" + cell if cell[:1] in tuple("=+-@") else cell) for cell in row] for row in rows
    )
    return text.getvalue().encode("utf-8-sig")


def _event(name: str, language: Lang) -> bytes:
    import yaml

    event = {
        "format": "seatplan-event/1",
        "name": name,
        "language": language,
        "venue": {"file": "venue.json"},
        "roster": {"file": "roster.csv"},
        "rules": [],
    }
    return yaml.safe_dump(event, allow_unicode=True, sort_keys=False).encode("utf-8")
