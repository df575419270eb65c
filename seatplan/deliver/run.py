"""From an event to an outcome: solve it, or judge a plan that is read from a file."""

from __future__ import annotations

from pathlib import Path

from seatplan.audit import audit
from seatplan.deliver.outcome import Outcome
from seatplan.io import Event, read_event, read_plan
from seatplan.plan import Plan
from seatplan.solve import solved
from seatplan.solvers import Control

__all__ = ["accounted", "judge", "read", "run"]


def read(path: Path) -> Event:
    """Read an event file."""
    return read_event(path)


def run(event: Event, control: Control) -> Outcome:
    """Solve an event and audit the plan."""
    result, report = solved(event.problem, control, event.language)
    return Outcome(event, result.plan, report, result, event.notes)


def judge(event: Event, path: Path) -> Outcome:
    """Audit a plan that is read from a file."""
    saved = read_plan(path, event.problem)
    plan = accounted(saved.plan, event)
    return Outcome(event, plan, audit(event.problem, plan), None, (*event.notes, *saved.notes))


def accounted(plan: Plan, event: Event) -> Plan:
    """List people who are not expected as unseated, as plans made by hand leave them out."""
    away = {p.id: p.status for p in event.problem.roster.people if p.status != "present"}
    missing = {person: status for person, status in away.items() if person not in plan.seats}
    return Plan(plan.seats, {**missing, **plan.unseated})
