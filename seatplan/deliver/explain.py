"""Questions about a plan that is read from a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from seatplan.deliver.run import accounted
from seatplan.io import Event, read_plan

__all__ = ["explain"]


def explain(event: Event, path: Path, *, person: str, seat: str, guest: str) -> Iterator[str]:
    """Yield the sentences that answer one question about a plan that is read from a file."""
    from seatplan.answers import answers

    plan = accounted(read_plan(path, event.problem).plan, event)
    yield from answers(event.problem, plan, person=person, seat=seat, guest=guest, lang=event.language)
