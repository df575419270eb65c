"""`Changes`: who stays away, who comes after all, and who has another rank than on the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from seatplan.errors import Fault, refuse
from seatplan.people import Group, Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem

__all__ = ["Changes", "change_faults", "changed_problem", "found_person"]


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What is new since a plan was made.

    Parameters
    ----------
    absent : tuple of str
        Ids, or names that only one person has.
    arrivals : tuple of Person
        People who come late. Somebody who is on the roster as absent or in reserve, by id or else by name, comes
        after all, as stated here; everybody else is appended to the list. `Person.beside` names by id, or by a
        name that only one person has, one of them or somebody of the roster.
    ranks : mapping of str to int
        New rank by id or name; 1 is the highest.
    groups : tuple of Group
        Delegations that the roster does not have yet.

    Examples
    --------
    >>> Changes(absent=("Ann",), ranks={"Bob": 1}).absent
    ('Ann',)
    """

    absent: tuple[str, ...] = ()
    arrivals: tuple[Person, ...] = ()
    ranks: Mapping[str, int] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()


def changed_problem(problem: Problem, plan: Plan, changes: Changes) -> Problem:
    """Return the problem after the changes; its room, rules and convention are the same.

    Raises
    ------
    InputError
        With every fault: names that nobody has or several have, people named twice, arrivals who are there
        already, and a plan of another room or roster.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> crowd = Roster((Person("1", "Ann"), Person("2", "Bob", rank=7)))
    >>> problem = Problem(from_drawing("ab", language="en"), crowd)
    >>> new = changed_problem(problem, Plan({"1": "a"}), Changes(absent=("Ann",), ranks={"Bob": 3}))
    >>> [(person.name, person.rank) for person in new.people]
    [('Bob', 3)]
    """
    refuse(change_faults(problem, plan, changes))
    roster = problem.roster
    away = {p.id for p in _look_up(roster, changes.absent).values() if isinstance(p, Person)}
    found = _look_up(roster, changes.ranks)
    rank = {p.id: changes.ranks[name] for name, p in found.items() if isinstance(p, Person)}
    known = [_changed(person, away, rank) for person in roster.people]
    people = _with_arrivals(known, roster, changes.arrivals)
    return replace(problem, roster=Roster(tuple(people), (*roster.groups, *changes.groups)))


def change_faults(problem: Problem, plan: Plan, changes: Changes) -> Iterator[Fault]:
    """Yield all that is wrong with changes and plan."""
    roster = problem.roster
    absent, ranks = _look_up(roster, changes.absent), _look_up(roster, changes.ranks)
    yield from _plan_faults(problem, plan)
    yield from _faults(changes, absent, ranks)
    yield from _arrival_faults(roster, changes)


def _look_up(roster: Roster, names: Iterable[str]) -> dict[str, Person | Fault]:
    return {name: found_person(roster, name) for name in names}


def found_person(roster: Roster, name: str) -> Person | Fault:
    """Return the person of an id, or of a name that only one person has; else what is wrong with it.

    Examples
    --------
    >>> found_person(Roster((Person("1", "Ann"),)), "Anne").mend
    "did you mean 'Ann'?"
    """
    if name in roster.by_id:
        return roster.by_id[name]
    same = roster.by_name.get(name) or roster.by_name.get(name.replace(" ", "").replace("\u3000", ""), ())
    if len(same) == 1:
        return same[0]
    if same:
        ids = ", ".join(f"{p.id} ({p.unit or p.title or p.group or 'no unit'})" for p in same)
        return Fault("", f"{len(same)} people are called {name!r}", f"use an id: {ids}")
    near = get_close_matches(name, dict.fromkeys([*roster.by_name, *roster.by_id]), n=3, cutoff=0.5)
    mend = f"did you mean {' or '.join(map(repr, near))}?" if near else "use a name or an id of the roster"
    return Fault("", f"nobody is called {name!r}", mend)


Found = Mapping[str, Person | Fault]


def _faults(changes: Changes, absent: Found, ranks: Found) -> Iterator[Fault]:
    yield from _lookup_faults("absent", absent)
    yield from _lookup_faults("rank change", ranks)
    yield from _repeated("absent", changes.absent, absent)
    yield from _repeated("rank change", tuple(changes.ranks), ranks)
    for name, rank in changes.ranks.items():
        if isinstance(rank, bool) or not isinstance(rank, int) or rank < 1:
            yield Fault(f"rank change {name!r}", f"the rank {rank!r}", "use a whole number from 1")
    gone = {p.id for p in absent.values() if isinstance(p, Person)}
    for name, person in ranks.items():
        if isinstance(person, Person) and person.id in gone:
            yield Fault(f"rank change {name!r}", "this person is absent", "name the person only once")


def _lookup_faults(place: str, found: Found) -> Iterator[Fault]:
    for name, person in found.items():
        if isinstance(person, Fault):
            yield Fault(f"{place} {name!r}", person.found, person.mend)


def _repeated(place: str, names: tuple[str, ...], found: Found) -> Iterator[Fault]:
    met: dict[str, str] = {}
    for name in names:
        person = found[name]
        if isinstance(person, Person):
            if person.id in met:
                yield Fault(f"{place} {name!r}", "this person is named twice", "name everybody once")
            met[person.id] = name


def _plan_faults(problem: Problem, plan: Plan) -> Iterator[Fault]:
    """Refuse people and seats that the event does not have, and a seat with two people."""
    taken: dict[str, str] = {}
    for person, seat in plan.seats.items():
        if person not in problem.roster.by_id:
            mend = "use the event that the plan is for, or add the person to its roster"
            yield Fault("plan", f"{person!r} is not in the roster", mend)
        if seat not in problem.venue.seat_index:
            mend = "use the room that the plan is for: changes are given here, not in the event file"
            yield Fault("plan", f"{person!r} sits on {seat!r}, which does not exist", mend)
        if seat in taken:
            yield Fault("plan", f"{taken[seat]!r} and {person!r} sit on {seat!r}", "keep one of them there")
        taken[seat] = person


def _arrival_faults(roster: Roster, changes: Changes) -> Iterator[Fault]:
    groups = {group.id for group in (*roster.groups, *changes.groups)}
    met: set[str] = set()
    for person in changes.arrivals:
        where = person.source or f"arrival {person.name!r}"
        old = _listed(roster, person)
        if old is not None and old.status == "present":
            mend = "leave the row out, or give the row an id of its own if this is somebody else"
            yield Fault(where, f"{person.name!r} is expected already (id {old.id!r})", mend)
        if person.status != "present":
            yield Fault(where, f"{person.name!r} is {person.status}", "list only those who come")
        if person.id in met:
            yield Fault(where, f"the id {person.id!r} is given twice", "give each arrival an id of their own")
        if person.group and person.group not in groups:
            near = get_close_matches(person.group, sorted(groups), n=1)
            mend = f"did you mean {near[0]!r}?" if near else "use a group of the roster"
            yield Fault(where, f"group {person.group!r} does not exist", mend)
        beside = _principal(roster, changes.arrivals, person)
        if isinstance(beside, Fault):
            yield Fault(where, f"sits beside {person.beside!r}, but {beside.found}", beside.mend)
        met.add(person.id)


def _principal(roster: Roster, arrivals: tuple[Person, ...], person: Person) -> str | Fault:
    """Return the id of the one beside whom an arrival sits, "" for nobody; else what is wrong with the name."""
    own = {p.id: (old.id if (old := _listed(roster, p)) else p.id) for p in arrivals}
    mine = own.get(person.id, person.id)
    if person.beside in own or not person.beside:
        found = own.get(person.beside, "")
    else:
        known = found_person(roster, person.beside)
        if isinstance(known, Fault):
            return known
        found = known.id
    return Fault("", "that is the same person", "name somebody else") if found == mine else found


def _listed(roster: Roster, person: Person) -> Person | None:
    """Return whom the roster has under the id of an arrival, or under the name if the id was made from it."""
    if person.id in roster.by_id:
        return roster.by_id[person.id]
    same = roster.by_name.get(person.name, ())
    made = person.id == person.name or person.id.startswith(f"{person.name}#")
    return same[0] if made and same else None


def _changed(person: Person, away: set[str], rank: Mapping[str, int]) -> Person:
    if person.id in away:
        return replace(person, status="absent")
    return replace(person, rank=rank[person.id]) if person.id in rank else person


def _with_arrivals(people: list[Person], roster: Roster, arrivals: tuple[Person, ...]) -> list[Person]:
    places = {person.id: place for place, person in enumerate(people)}
    for person in arrivals:
        old, beside = _listed(roster, person), str(_principal(roster, arrivals, person))
        if old is None:
            people.append(replace(person, beside=beside))
        else:
            people[places[old.id]] = replace(person, id=old.id, beside=beside)
    return people
