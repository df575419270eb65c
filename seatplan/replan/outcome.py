"""`Replan`: the new plans, who moves in them, and what is proven."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from seatplan.audit import Report
from seatplan.plan import Change, Plan
from seatplan.problem import Problem
from seatplan.replan.policy import Policy
from seatplan.replan.steps import Step, steps
from seatplan.result import Status, Tier

__all__ = ["Kind", "Option", "Reason", "Replan"]

Kind = Literal["fewest moves", "strict order"]
Reason = Literal["", "max-moves", "rules", "room", "search", "unconfirmed", "time"]


@dataclass(frozen=True)
class Option:
    """One way to carry out the changes.

    Parameters
    ----------
    kind : {"fewest moves", "strict order"}
        ``strict order`` keeps every order that the event states, also where it only has a price.
    plan : Plan
    moves, bound : int
        People who had a seat and get another one, and how many must at least.
    tiers : tuple of Tier
        The tiers of the event; bounds hold over all plans with as few moves.
    report : Report
        Of the audit.
    problem : Problem
        After the changes; its previous plan is the old one.
    before : Plan
        The old plan.
    method : str
    """

    kind: Kind
    plan: Plan
    moves: int
    bound: int
    tiers: tuple[Tier, ...]
    report: Report
    problem: Problem
    before: Plan
    method: str = ""

    @property
    def proven(self) -> bool:
        """No plan moves fewer people."""
        return self.moves == self.bound

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Everybody whose seat differs: who moved, who is new, who left."""
        return tuple(self.before.changes(self.plan))

    @property
    def moved(self) -> tuple[Change, ...]:
        """Who had a seat and has another one."""
        return tuple(change for change in self.changes if change.old and change.new)

    @property
    def new(self) -> tuple[Change, ...]:
        """Who has a seat for the first time."""
        return tuple(change for change in self.changes if not change.old)

    @property
    def left(self) -> tuple[Change, ...]:
        """Who has no seat any more."""
        return tuple(change for change in self.changes if not change.new)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The moves in an order that ushers can carry out."""
        return steps(self.problem.venue, self.before, self.plan)


@dataclass(frozen=True)
class Replan:
    """What `seatplan.replan.replan` returns.

    Parameters
    ----------
    problem : Problem
        After the changes.
    before : Plan
    policy : {"back-fill", "close-up", "leave-empty"}
    status : Status
        ``OPTIMAL``: the number of moves is proven in every option; ``FEASIBLE``: it may not be the fewest;
        ``INFEASIBLE``: no plan keeps the musts within the given number of moves; ``UNKNOWN``.
    options : tuple of Option
        Fewest moves first; strict order too where the two differ.
    minimum : int or None
        How many people must move at least; None if nothing is possible at all.
    conflict : tuple of str
        If nothing is possible: the rules that cannot hold together.
    reason : str
        Why there is no option: ``"max-moves"``, ``"rules"``, ``"room"`` (in a large event: no seat is left for
        some people unless others move who need not), ``"search"`` (in a large event: no plan was found in which
        most people stay), ``"unconfirmed"`` (there seems to be no plan, but the rules that forbid it were not
        found in time) or ``"time"``.
    stranded : tuple of str
        Ids of those for whom no seat is left.
    instead : Option or None
        If nothing is found: what leave-empty would do.
    ordered : bool
        The event states an order of seats, as a must or with a price.
    seconds : float
    """

    problem: Problem
    before: Plan
    policy: Policy
    status: Status
    options: tuple[Option, ...] = ()
    minimum: int | None = None
    conflict: tuple[str, ...] = ()
    reason: Reason = ""
    stranded: tuple[str, ...] = ()
    instead: Option | None = None
    ordered: bool = True
    seconds: float = 0.0

    @property
    def best(self) -> Option | None:
        """The option with the fewest moves."""
        return self.options[0] if self.options else None

    @property
    def plan(self) -> Plan | None:
        """The plan with the fewest moves."""
        return self.options[0].plan if self.options else None
