"""`Outcome`: a plan with all that is known of it, and the documents that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from seatplan.audit import Report
from seatplan.io import Event, Note
from seatplan.io.report import report_json
from seatplan.io.report_text import report_markdown
from seatplan.io.summary import summary
from seatplan.plan import Plan
from seatplan.result import Result, Status

__all__ = ["Outcome"]


@dataclass(frozen=True)
class Outcome:
    """A plan with all that is known of it.

    Parameters
    ----------
    event : Event
    plan : Plan
    report : Report
        Of the audit.
    result : Result or None
        None for a plan that was only judged.
    notes : tuple of Note
    """

    event: Event
    plan: Plan
    report: Report
    result: Result | None
    notes: tuple[Note, ...]

    @property
    def has_plan(self) -> bool:
        """Everybody who is present has a seat."""
        return all(person.id in self.plan.seats for person in self.event.problem.people)

    @property
    def worth_keeping(self) -> bool:
        """There is a plan, or at least a part of one: parts that were solved before the search was cut off."""
        return self.has_plan or bool(self.plan.seats)

    @property
    def impossible(self) -> bool:
        """It is proven that no plan keeps every must."""
        return self.result is not None and self.result.status is Status.INFEASIBLE

    @property
    def clean(self) -> bool:
        """There is a plan, and the audit found nothing."""
        return self.has_plan and self.report.clean

    def as_json(self) -> str:
        """Return the report as JSON."""
        return self._json().decode("utf-8")

    def as_text(self, files: Sequence[Path]) -> str:
        """Return the few lines for the terminal."""
        problem, lang = self.event.problem, self.event.language
        return summary(problem, self.plan, self.report, self.result, lang=lang, files=files)

    def _json(self) -> bytes:
        event = self.event
        return report_json(
            event.problem, self.plan, self.report, self.result, notes=self.notes, lang=event.language
        )

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """Yield name and content of the plan, the reports and the seat lists."""
        from seatplan.export.seat_list import seats_workbook
        from seatplan.io.plan import plan_json

        problem, lang, by = self.event.problem, self.event.language, self.event.output.by
        text = report_markdown(problem, self.plan, self.report, self.result, notes=self.notes, lang=lang)
        yield "plan.json", plan_json(problem, self.plan, self.result)
        yield "report.json", self._json()
        yield "report.md", text.encode("utf-8")
        yield "seats.xlsx", seats_workbook(problem, self.plan, lang=lang, by=by)
