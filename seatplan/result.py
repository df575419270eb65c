"""`Result`: a plan with what is known about it, by tier: the value reached and the bound proven."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from html import escape

from seatplan.plan import Plan

__all__ = ["Conflict", "Part", "Result", "Status", "Tier"]


class Status(StrEnum):
    """What is known of a plan. ``OPTIMAL`` is said only where every bound equals its value."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier of the objective: the price of the plan, and a price that no plan can undercut.

    Parameters
    ----------
    tier : int
        1 is the strongest.
    value : int
    bound : int
        Over all plans that are as good as this one in the tiers before.

    Examples
    --------
    >>> Tier(1, value=11, bound=10).gap
    1
    """

    tier: int
    value: int
    bound: int

    @property
    def gap(self) -> int:
        """Return the value less the bound."""
        return self.value - self.bound


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the problem that shares no seat and no term with the others, and how it was solved."""

    name: str
    people: int
    seats: int
    method: str
    status: Status
    tiers: tuple[Tier, ...]
    proof: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Conflict:
    """Rules that cannot hold together; without any one of them the others can.

    Parameters
    ----------
    rules : tuple of int
        Indices into ``problem.rules``; empty when the people do not fit without any rule.
    sentences : tuple of str
        The rules as the user would say them.
    confirmed : bool
        Solved again with these rules alone, and infeasible.
    minimal : bool
        Each rule was left out in turn and the rest was feasible, alone or as the whole problem reads it: where a
        pin takes somebody out of a zone, the zone without the pin speaks of one person more.
    """

    rules: tuple[int, ...]
    sentences: tuple[str, ...]
    confirmed: bool
    minimal: bool


@dataclass(frozen=True)
class Result:
    """What `seatplan.solve` returns.

    Parameters
    ----------
    plan : Plan
        Everybody is in it, seated or with a reason, whatever the status.
    status : Status
    tiers : tuple of Tier
    parts : tuple of Part
    seed : int
    seconds : float
    stopped : str
        ``"time limit"`` or ``"interrupted"`` when the search was cut off; empty otherwise.
    conflict : Conflict or None
        For an infeasible problem.
    """

    plan: Plan
    status: Status
    tiers: tuple[Tier, ...] = ()
    parts: tuple[Part, ...] = ()
    seed: int = 0
    seconds: float = 0.0
    stopped: str = ""
    conflict: Conflict | None = None

    def _repr_html_(self) -> str:
        """Show status, tiers and the seat chart in a notebook."""
        rows = "".join(f"<tr><td>{t.tier}<td>{t.value}<td>{t.bound}<td>{t.gap}" for t in self.tiers)
        table = f"<table><tr><th>tier<th>value<th>bound<th>gap{rows}</table>" if rows else ""
        reasons = "".join(f"<li>{escape(s)}" for s in self.conflict.sentences) if self.conflict else ""
        why = f"<p>these cannot hold together:<ul>{reasons}</ul>" if reasons else ""
        cut = f", cut off: {escape(self.stopped)}" if self.stopped else ""
        return f"<p><b>{self.status.value}</b>{cut}{table}{why}{self.plan._repr_svg_() or ''}"
