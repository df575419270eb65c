"""Questions about a plan that is read from a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from seatplan.deliver.run import accounted
from seatplan.errors import Fault, refuse
from seatplan.io import Event, read_plan

__all__ = ["explain"]


def explain(event: Event, path: Path | None, *, person: str, seat: str, guest: str) -> Iterator[str]:
    """Yield the sentences that answer one question about a plan that is read from a file.

    Without a plan: why there is none, and what would make one possible.
    """
    from seatplan.answers import answers, hindrances

    if path is None:
        refuse(_needs_a_plan(person=person, seat=seat, guest=guest))
        yield from hindrances(event.problem, lang=event.language)
        return
    plan = accounted(read_plan(path, event.problem).plan, event)
    yield from answers(event.problem, plan, person=person, seat=seat, guest=guest, lang=event.language)


def _needs_a_plan(**asked: str) -> Iterator[Fault]:
    for name in (name for name, value in asked.items() if value):
        yield Fault(f"--{name}", "no plan is named", "name the plan behind the event: explain EVENT PLAN")
