"""A plan for uncertain guests, from files to files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from seatplan.deliver.replan import names_in
from seatplan.errors import Fault, refuse
from seatplan.io import Event, write_all
from seatplan.io.plan import SavedPlan, plan_json
from seatplan.replan import Policy, Tentative, guest_faults, tentative, tentative_sentences
from seatplan.rules.base import say
from seatplan.solvers import Control

__all__ = ["Uncertain", "uncertain", "write_uncertain"]


@dataclass(frozen=True)
class Uncertain:
    """A plan for uncertain guests with the event it belongs to."""

    event: Event
    found: Tentative

    @property
    def clean(self) -> bool:
        """There is a plan."""
        return self.found.plan is not None

    def as_text(self, files: Sequence[Path]) -> str:
        """Return the lines for the terminal."""
        lang = self.event.language
        lines = [*tentative_sentences(self.found, lang)]
        lines += [say(lang, f"wrote {path}", f"已写出 {path}") for path in files]
        return "".join(f"{line}\n" for line in lines)

    def as_json(self) -> str:
        """Return the report as JSON."""
        found = self.found
        content = {
            "format": "seatplan-tentative/1",
            "event": self.event.problem.name,
            "status": found.status.value,
            "tiers": [{"tier": t.tier, "value": t.value, "bound": t.bound} for t in found.tiers],
            "kept": [{"absent": list(s.absent), "likelihood": s.likelihood} for s in found.kept],
            "lost": [{"absent": list(s.absent), "likelihood": s.likelihood} for s in found.lost],
            "groups": [list(names) for names in found.groups],
            "cases": found.cases,
            "effects": [
                {
                    "person": e.person,
                    "stands": e.stands,
                    "possible": e.possible,
                    "moves": e.moves,
                    "bound": e.bound,
                }
                for e in found.effects
            ],
            "plates": [{"person": person, "seat": seat} for person, seat in found.plates],
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """Yield name and content of the plan and the report."""
        assert self.found.plan is not None
        saved = SavedPlan(self.found.plan, self.found.status, self.found.tiers)
        yield "plan.json", plan_json(self.event.problem, self.found.plan, saved)
        yield "tentative.json", self.as_json().encode("utf-8")


def uncertain(
    event: Event, maybe: Sequence[str], *, scenarios: int | None, policy: Policy, control: Control | None = None
) -> Uncertain:
    """Read uncertain guests, ``NAME`` or ``NAME=PROBABILITY``, and plan for them."""
    faults = list[Fault]()
    roster = event.problem.roster
    names = [name for text in maybe for name in names_in(text, {*roster.by_id, *roster.by_name})]
    pairs = [_guest(name, faults) for name in names]
    guests = dict(pairs)
    faults += guest_faults(event.problem, guests)
    twice = sorted({name for name, _ in pairs if sum(other == name for other, _ in pairs) > 1})
    faults += [Fault(f"maybe {name!r}", "this person is named twice", "name everybody once") for name in twice]
    if not guests:
        faults.append(Fault("--maybe", "nobody is named", "say who may stay away: --maybe NAME"))
    refuse(faults)
    return Uncertain(event, tentative(event.problem, guests, scenarios=scenarios, policy=policy, control=control))


def _guest(text: str, faults: list[Fault]) -> tuple[str, float | None]:
    name, equals, number = text.rpartition("=")
    if not equals:
        return text, None
    try:
        return name.strip(), float(number.removesuffix("%")) / (100 if number.endswith("%") else 1)
    except ValueError:
        faults.append(Fault(f"maybe {text!r}", "it is no NAME=PROBABILITY", "write 'Ann=0.3' or 'Ann=30%'"))
        return name.strip() or text, None


def write_uncertain(done: Uncertain, folder: Path) -> tuple[Path, ...]:
    """Write the plan and the report: both or none."""
    return write_all(folder, dict(done.documents()))
