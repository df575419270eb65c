"""Plans as JSON, ``seatplan-plan/1``, and plans that people wrote in a spreadsheet.

Ids decide. Names and labels stand in the file for people who read it; where they contradict the ids, the
reader is told. Keys are sorted and nothing depends on the clock: the same plan gives the same bytes.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from seatplan.errors import Fault, refuse
from seatplan.io.files import write_whole
from seatplan.io.json_file import Document, dump_json, read_json, validate
from seatplan.io.note import Note
from seatplan.io.table import BOOKS, TEXTS
from seatplan.io.venue import venue_hash
from seatplan.people import Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.result import Status, Tier
from seatplan.venue import Seat

__all__ = ["PlanDocument", "SavedPlan", "plan_json", "read_plan", "roster_hash", "write_plan"]

FORMAT = "seatplan-plan/1"


class Solved(Protocol):
    """What is known of a plan beside the plan: a `seatplan.result.Result` or a `SavedPlan`."""

    @property
    def status(self) -> Status: ...
    @property
    def tiers(self) -> tuple[Tier, ...]: ...
    @property
    def seed(self) -> int: ...
    @property
    def stopped(self) -> str: ...


@dataclass(frozen=True)
class SavedPlan:
    """A plan as it was read.

    Parameters
    ----------
    plan : Plan
    status : Status
        What the file claims; ``UNKNOWN`` for a plan that people made.
    tiers : tuple of Tier
    seed : int
    stopped : str
    notes : tuple of Note
        Where the file contradicts the event: another room or roster, other names or labels.
    """

    plan: Plan
    status: Status = Status.UNKNOWN
    tiers: tuple[Tier, ...] = ()
    seed: int = 0
    stopped: str = ""
    notes: tuple[Note, ...] = ()


class SeatedItem(Document):
    """One person with a seat. ``person`` and ``seat`` are the ids; the rest is for reading."""

    person: str
    seat: str
    name: str = ""
    label: str = ""
    area: str = ""
    row: int | None = None
    number: int | None = None


class UnseatedItem(Document):
    """One person without a seat."""

    person: str
    reason: str
    name: str = ""


class TierItem(Document):
    """One tier: the price of the plan and the price that no plan can undercut."""

    tier: int
    value: int
    bound: int


class PlanDocument(Document):
    """A seat plan."""

    format: Literal["seatplan-plan/1"]
    event: str = ""
    venue: str = ""
    roster: str = ""
    status: Literal["optimal", "feasible", "infeasible", "unknown"] = "unknown"
    stopped: str = ""
    seed: int = 0
    tiers: tuple[TierItem, ...] = ()
    seats: tuple[SeatedItem, ...]
    unseated: tuple[UnseatedItem, ...] = ()


def write_plan(path: Path | str, problem: Problem, plan: Plan, result: Solved | None = None) -> None:
    """Write a plan.

    Parameters
    ----------
    path : path
    problem : Problem
    plan : Plan
    result : Result or SavedPlan, optional
        Status, tiers and seed.

    Examples
    --------
    >>> import tempfile
    >>> from seatplan.venue import from_drawing
    >>> problem = Problem(from_drawing("ab"), Roster((Person("1", "李强"),)))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_plan(Path(folder, "plan.json"), problem, Plan({"1": "a"}))
    ...     read_plan(Path(folder, "plan.json"), problem).plan.seat_of("1")
    'a'
    """
    write_whole(path, plan_json(problem, plan, result))


def plan_json(problem: Problem, plan: Plan, result: Solved | None = None) -> bytes:
    """Return a plan as JSON; people stand in the order of the roster."""
    order = {person.id: place for place, person in enumerate(problem.roster.people)}
    listed = sorted((*plan.seats, *plan.unseated), key=lambda person: (order.get(person, len(order)), person))
    return dump_json(
        {
            "format": FORMAT,
            "event": problem.name,
            "venue": venue_hash(problem.venue),
            "roster": roster_hash(problem.roster),
            "status": str(result.status) if result else "unknown",
            "stopped": result.stopped if result else "",
            "seed": result.seed if result else 0,
            "tiers": [dataclasses.asdict(tier) for tier in result.tiers] if result else [],
            "seats": [_seated(problem, person, plan.seats[person]) for person in listed if person in plan.seats],
            "unseated": [_unseated(problem, person, plan) for person in listed if person in plan.unseated],
        }
    )


def _seated(problem: Problem, person: str, seat_id: str) -> dict[str, Any]:
    known: dict[str, Any] = {}
    if person in problem.roster.by_id:
        known["name"] = problem.roster.by_id[person].name
    if seat_id in problem.venue.seat_index:
        seat = problem.venue.seat(seat_id)
        known |= {"label": seat.label, "area": seat.area, "row": seat.row, "number": seat.number}
    return {"person": person, "seat": seat_id, **known}


def _unseated(problem: Problem, person: str, plan: Plan) -> dict[str, Any]:
    known = {"name": problem.roster.by_id[person].name} if person in problem.roster.by_id else {}
    return {"person": person, "reason": plan.unseated[person], **known}


def roster_hash(roster: Roster) -> str:
    """Return a short name of all that a roster states, apart from where it stands in files."""
    people = [{**_plain(person), "source": ""} for person in roster.people]
    groups = [dataclasses.asdict(group) for group in roster.groups]
    content = dump_json({"people": people, "groups": groups})
    return "sha256:" + hashlib.sha256(content).hexdigest()


def _plain(person: Person) -> dict[str, Any]:
    fields = {field.name: getattr(person, field.name) for field in dataclasses.fields(person)}
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in fields.items()}


def read_plan(path: Path | str, problem: Problem | None = None, *, earlier: bool = False) -> SavedPlan:
    """Read a plan, also one that people wrote in a spreadsheet.

    Parameters
    ----------
    path : path
        ``.json``, or a table with a person (name or id) and a seat (label or id) in each row.
    problem : Problem, optional
        The event; needed for tables. It brings notes where the file speaks of another room or roster.
    earlier : bool
        People and seats of a table that are gone since bring notes too, and no faults.

    Raises
    ------
    InputError
        With every fault at once: unknown keys and versions; in tables names and seats that are unknown, or
        that several people or seats have.
    """
    path = Path(path)
    if path.suffix.lower() in BOOKS + TEXTS:
        from seatplan.io.plan_table import read_plan_table

        if problem is None:
            refuse([Fault(path.name, "a table says names, not ids", "give the event that it belongs to")])
        assert problem is not None
        plan, notes = read_plan_table(path, problem, earlier=earlier)
        return SavedPlan(plan, notes=notes)
    document = validate(PlanDocument, read_json(path, FORMAT), path.name)
    refuse(_doubled(document, path.name))
    plan = Plan(
        {item.person: item.seat for item in document.seats},
        {item.person: item.reason for item in document.unseated},
    )
    return SavedPlan(
        plan,
        Status(document.status),
        tuple(Tier(tier.tier, tier.value, tier.bound) for tier in document.tiers),
        document.seed,
        document.stopped,
        tuple(_notes(document, problem, path.name)) if problem else (),
    )


def _doubled(document: PlanDocument, file: str) -> Iterator[Fault]:
    listed = {
        "seats": [item.person for item in document.seats],
        "unseated": [item.person for item in document.unseated],
    }
    for name, people in listed.items():
        met: dict[str, int] = {}
        for place, person in enumerate(people, 1):
            if person in met:
                found = f"{person!r} is listed already in {name}[{met[person]}]"
                yield Fault(f"{file} {name}[{place}]", found, "keep one of them")
            met.setdefault(person, place)


def _notes(document: PlanDocument, problem: Problem, file: str) -> Iterator[Note]:
    if document.venue and document.venue != venue_hash(problem.venue):
        yield Note(file, "the plan was made for another version of the room", "该方案对应的会场与当前不同")
    if document.roster and document.roster != roster_hash(problem.roster):
        yield Note(file, "the plan was made for another version of the roster", "该方案对应的名单与当前不同")
    people, seats = problem.roster.by_id, {seat.id: seat for seat in problem.venue.seats}
    for place, item in enumerate(document.seats, 1):
        yield from _differences(item, f"{file} seats[{place}]", people, seats)


def _differences(
    item: SeatedItem, where: str, people: Mapping[str, Person], seats: Mapping[str, Seat]
) -> Iterator[Note]:
    """Tell names and labels that somebody changed by hand: the ids beside them decide."""
    name = people[item.person].name if item.person in people else item.name
    if item.name and item.name != name:
        en = f"the id {item.person!r} is that of {name!r}, not of {item.name!r}; the id decides"
        yield Note(where, en, f"编号“{item.person}”对应“{name}”而非“{item.name}”，以编号为准")
    label = seats[item.seat].label if item.seat in seats else item.label
    if item.label and item.label != label:
        en = f"the id {item.seat!r} is that of seat {label!r}, not of {item.label!r}; the id decides"
        yield Note(where, en, f"座位编号“{item.seat}”对应“{label}”而非“{item.label}”，以编号为准")
