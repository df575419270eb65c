"""Give a part to the strongest methods: special ones, then wishes as musts, then engines that search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seatplan.result import Status
from seatplan.solvers.answer import Answer
from seatplan.solvers.assignment import Assignment
from seatplan.solvers.bands import BandProgramme
from seatplan.solvers.blocks import BlockProgramme
from seatplan.solvers.control import Control
from seatplan.solvers.cpsat import CpSat
from seatplan.solvers.dealing import Dealing
from seatplan.solvers.easing import Solver, first_of, tried
from seatplan.solvers.floors import floors
from seatplan.solvers.harden import granted, in_line, sharpened
from seatplan.solvers.highs import Highs
from seatplan.solvers.order_dp import OrderDp
from seatplan.solvers.outsiders import OrderWithOutsiders
from seatplan.solvers.polish import polished
from seatplan.solvers.record import Record
from seatplan.terms import Cost, Model, Region

_HOPELESS = 60_000
"""People x seats above which CP-SAT does not improve on a plan that is already there (measured)."""
_EFFORT = 1.0
"""Deterministic seconds of CP-SAT for a plan with wishes as musts."""
_SHARE = 0.4
"""Of a limited time, what goes to plans before the search that proves."""

__all__ = ["SOLVERS", "Solver", "solve_model"]


def solve_model(model: Model, control: Control) -> Answer:
    """Solve one model with the first methods that support it and can decide it.

    Special methods come first, if need be without what they cannot read: if their plan keeps that all the same,
    it is optimal. Then wishes are tried as musts, and exchanges of seats. Engines come last, and search what no
    plan before has proven; an answer without a proof is kept while they have a chance on a model of this size.
    """
    record = Record(model)
    answer, part = first_of(SPECIAL, model, control)
    if answer.status is Status.INFEASIBLE or (part is model and answer.status is Status.OPTIMAL):
        return answer
    record.add(answer, part)
    if model.tiers and not record.closed:
        _drafted(record, control)
    return _searched(record, control)


# Plans before proofs -------------------------------------------------------------------------------------


def _drafted(record: Record, control: Control) -> None:
    """Find good plans fast: with wishes as musts, and by exchanges."""
    record.lowest(floors(record.model))
    if record.closed or control.effort or all(isinstance(s.term, Cost) for s in record.model.statements if s.tier):
        return
    left = control.remaining
    share = control if left is None else control.within(_SHARE * left)
    granted(record, _quick, share)
    if record.best is None:
        record.add(*_quick(_musts(record.model), share))
    if record.best is not None and not record.closed:
        assert record.best.seats is not None
        record.plan(polished(record.model, record.best.seats, share), f"{record.best.method}, exchanges")


def _musts(model: Model) -> Model:
    return Model(model.people, model.seats, tuple(s for s in model.statements if not s.tier))


def _quick(model: Model, control: Control) -> tuple[Answer, Model]:
    """Return a plan of a model with more musts than most, from a special method or a short search."""
    short = replace(control, effort=_EFFORT)
    answer, part = first_of(SPECIAL, model, short)
    if answer.status is not Status.UNKNOWN:
        return answer, part
    lined = in_line(model)
    if lined is not model:
        answer, part = first_of(SPECIAL, lined, short)
    if answer.seats is not None:
        return replace(answer, bounds=()), part
    if control.expired or model.people * model.seats > _HOPELESS:
        return answer, model
    plain = tuple(s for s in model.statements if not s.tier or isinstance(s.term, Cost))
    part = Model(model.people, model.seats, plain)
    return tried(CpSat(), part, short), part


# Engines -------------------------------------------------------------------------------------------------


def _searched(record: Record, control: Control) -> Answer:
    """Let the engines search what no plan before has proven."""
    model = record.model if record.best is None or record.closed else sharpened(record)
    for solver, part in _attempts(model, control):
        hopeless = record.best is not None and model.people * model.seats > _HOPELESS
        if hopeless or control.expired or record.closed:
            break
        answer = tried(solver, part, control)
        if answer.status is Status.INFEASIBLE and record.best is None:
            return answer
        record.add(answer, part)
    found = record.answer()
    return found if found.seats is not None else replace(found, proof=control.reason or found.proof)


def _attempts(model: Model, control: Control) -> Iterator[tuple[Solver, Model]]:
    free = _without_regions(model)
    engines: tuple[Solver, ...] = (CpSat(),) if control.effort else (Highs(), CpSat())
    for solver in (solver for solver in engines if solver.supports(model)):
        yield from ((solver, part) for part in ((model, free) if free is not model else (model,)))


def _without_regions(model: Model) -> Model:
    kept = tuple(s for s in model.statements if s.tier or not isinstance(s.term, Region))
    return model if len(kept) == len(model.statements) else Model(model.people, model.seats, kept)


SPECIAL: tuple[Solver, ...] = (
    OrderDp(),
    Assignment(),
    Dealing(),
    OrderWithOutsiders(),
    BandProgramme(solve_model),
    BlockProgramme(solve_model),
)
"""The methods for models of one kind, strongest first."""
SOLVERS: tuple[Solver, ...] = (*SPECIAL, Highs(), CpSat())
"""All methods, strongest first."""
