"""Replanning from files to files: the plan that stands, the changes, the new plan and all that ushers need."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from seatplan.deliver.run import accounted
from seatplan.errors import Fault, InputError, refuse
from seatplan.io import Event, Note, read_plan, write_all
from seatplan.io.arrivals import read_arrivals
from seatplan.io.plan import SavedPlan, plan_json
from seatplan.io.report_text import safe_markdown
from seatplan.io.text import clean, split, whole
from seatplan.people import Group, Person
from seatplan.plan import Plan
from seatplan.problem import Lang
from seatplan.replan import (
    Changes,
    Option,
    Policy,
    Replan,
    change_faults,
    kind_of,
    replan_sentences,
    step_sentence,
)
from seatplan.replan import replan as solve_replan
from seatplan.result import Status
from seatplan.rules.base import say
from seatplan.solvers import Control

__all__ = ["Replanned", "names_in", "replanned", "write_replan"]


@dataclass(frozen=True)
class Replanned:
    """A replan with the event it belongs to.

    Parameters
    ----------
    event : Event
    replan : Replan
    notes : tuple of Note
    """

    event: Event
    replan: Replan
    notes: tuple[Note, ...] = ()

    @property
    def clean(self) -> bool:
        """There is a plan, and the audit found nothing but gaps that were asked for."""
        return bool(self.replan.options)

    def as_text(self, files: Sequence[Path]) -> str:
        """Return the few lines for the terminal."""
        lang = self.event.language
        lines = [self.event.problem.name] if self.event.problem.name else []
        lines += replan_sentences(self.replan, lang)
        lines += [say(lang, f"wrote {path}", f"已写出 {path}") for path in files]
        return "".join(f"{line}\n" for line in lines)

    def as_json(self) -> str:
        """Return the report as JSON."""
        return json.dumps(self._content(), ensure_ascii=False, indent=2) + "\n"

    def _content(self) -> dict[str, Any]:
        found, lang = self.replan, self.event.language
        return {
            "format": "seatplan-replan/1",
            "event": self.event.problem.name,
            "policy": found.policy,
            "status": found.status.value,
            "reason": found.reason,
            "minimum": found.minimum,
            "seconds": round(found.seconds, 3),
            "conflict": list(found.conflict),
            "options": [_option(option, lang) for option in found.options],
            "notes": [note.say(lang) for note in self.notes],
        }

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """Yield name and content of the new plans, the lists of moves and the reports."""
        from seatplan.export.moves import moves_workbook

        yield "replan.json", self.as_json().encode("utf-8")
        yield "replan.md", self._markdown().encode("utf-8")
        for option in self.replan.options:
            saved = SavedPlan(option.plan, Status.FEASIBLE, option.tiers)
            end = "" if option is self.replan.best else "_strict_order"
            yield f"plan{end}.json", plan_json(option.problem, option.plan, saved)
            yield f"moves{end}.xlsx", moves_workbook(option, lang=self.event.language)

    def _markdown(self) -> str:
        """Return what changes, step by step, for people."""
        lang, name = self.event.language, self.event.problem.name
        lines = [f"# {safe_markdown(name)}{say(lang, ': changes', '：调整方案')}", ""]
        lines += [f"- {safe_markdown(sentence)}" for sentence in replan_sentences(self.replan, lang)]
        for option in self.replan.options:
            lines += ["", f"## {kind_of(option, lang)}", ""]
            steps = (step_sentence(option.problem, step, lang) for step in option.steps)
            lines += [f"{k}. {safe_markdown(sentence)}" for k, sentence in enumerate(steps, 1)]
            lines += _gaps(option, lang)
        return "\n".join(lines) + "\n"


def _gaps(option: Option, lang: Lang) -> list[str]:
    """Say which musts are broken only because chairs stay empty."""
    told = [v.rule.explain(option.problem, v, lang) for v in option.report.broken]
    head = say(lang, "With the empty chairs counted as free, these do not hold:", "若将空座计为可用，以下不成立：")
    return ["", head, "", *(f"- {safe_markdown(sentence)}" for sentence in told)] if told else []


def _option(option: Option, lang: Lang) -> dict[str, Any]:
    venue = option.problem.venue
    return {
        "kind": option.kind,
        "moves": option.moves,
        "bound": option.bound,
        "proven": option.proven,
        "tiers": [{"tier": t.tier, "value": t.value, "bound": t.bound} for t in option.tiers],
        "clean": option.report.clean,
        "method": option.method,
        "changes": [
            {
                "person": change.person,
                "name": option.problem.roster.by_id[change.person].name,
                "old": venue.seat(change.old).label if change.old else None,
                "new": venue.seat(change.new).label if change.new else None,
            }
            for change in option.changes
        ],
        "steps": [step_sentence(option.problem, step, lang) for step in option.steps],
    }


def replanned(
    event: Event,
    plan: Path,
    *,
    absent: Sequence[str] = (),
    add: Path | None = None,
    ranks: Sequence[str] = (),
    policy: Policy = "back-fill",
    max_moves: int | None = None,
    untouched: int | None = None,
    control: Control | None = None,
) -> Replanned:
    """Read a plan and changes, and replan.

    Parameters
    ----------
    event : Event
    plan : Path
    absent : sequence of str
        Names or ids, several in one text separated by commas.
    add : Path, optional
        A roster of those who come late.
    ranks : sequence of str
        ``NAME=RANK``.
    policy, max_moves, untouched, control
        As for `seatplan.replan.replan`.
    """
    saved = read_plan(plan, event.problem)
    old = accounted(saved.plan, event)
    changes, notes = _changes(event, old, absent, add, ranks)
    found = solve_replan(
        event.problem,
        old,
        changes,
        policy=policy,
        max_moves=max_moves,
        untouched=untouched,
        control=control,
        lang=event.language,
    )
    return Replanned(event, found, (*event.notes, *saved.notes, *notes))


def _changes(
    event: Event, plan: Plan, absent: Sequence[str], add: Path | None, ranks: Sequence[str]
) -> tuple[Changes, tuple[Note, ...]]:
    """Read all changes; refuse them with every fault at once."""
    roster, faults, notes = event.problem.roster, list[Fault](), tuple[Note, ...]()
    known = {*roster.by_id, *roster.by_name}
    names = tuple(name for text in absent for name in names_in(text, known))
    given = dict(pair for text in ranks if (pair := _rank(text, faults)) is not None)
    late, groups = tuple[Person, ...](), tuple[Group, ...]()
    if add is not None:
        try:
            late, groups, notes = read_arrivals(add, roster)
        except InputError as error:
            faults.extend(error.faults)
    changes = Changes(absent=names, arrivals=late, ranks=given, groups=groups)
    refuse([*faults, *change_faults(event.problem, plan, changes)])
    return changes, notes


def names_in(text: str, known: set[str]) -> tuple[str, ...]:
    """Return the names of a text; a name that has a comma itself stays whole."""
    whole_name = clean(text)
    return (whole_name,) if whole_name in known else split(text)


def _rank(text: str, faults: list[Fault]) -> tuple[str, int] | None:
    name, equals, number = text.rpartition("=")
    rank = whole(number) if equals else None
    if not name.strip() or rank is None or rank < 1:
        faults.append(
            Fault(f"rank change {text!r}", "it is no NAME=RANK", "write a name and a rank from 1, 'Ann=3'")
        )
        return None
    return clean(name), rank


def write_replan(done: Replanned, folder: Path, *, charts: bool = True) -> tuple[Path, ...]:
    """Write the new plan and all that belongs to it into a folder: all or nothing."""
    contents = dict(done.documents())
    if charts:
        with suppress(KeyboardInterrupt):
            contents.update(_charts(done))
            contents.update(_plates(done))
    return write_all(folder, contents)


def _charts(done: Replanned) -> Iterator[tuple[str, bytes]]:
    """Yield the charts of the new plan."""
    from seatplan.deliver.write import chart_options, wanted_charts
    from seatplan.render import save

    best, event = done.replan.best, done.event
    assert best is not None
    options = replace(chart_options(event), before=dict(best.before.seats))
    with tempfile.TemporaryDirectory() as stage:
        for chart in wanted_charts(event):
            for suffix in event.output.formats:
                path = Path(stage, f"changes_{chart}.{suffix}")
                save(best.problem, best.plan, path, chart=chart, report=best.report, options=options)
                yield path.name, path.read_bytes()


def _plates(done: Replanned) -> Iterator[tuple[str, bytes]]:
    """Yield the name plates of those who moved or are new."""
    from seatplan.export.name_plates import name_plates
    from seatplan.people.plates import Plates
    from seatplan.render.files import write_pages
    from seatplan.render.name_plates import plate_pages

    best, options = done.replan.best, done.event.output.plates or Plates()
    assert best is not None
    changed = [change.person for change in best.changes if change.new]
    if changed:
        pages = plate_pages(name_plates(best.problem, best.plan, options, only=changed), options)
        with tempfile.TemporaryDirectory() as stage:
            path = write_pages(pages, Path(stage, "new_plates.pdf"))
            yield path.name, path.read_bytes()
