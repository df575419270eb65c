"""Give a part to the strongest methods: special ones, then wishes as musts, then engines that search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import numpy as np

from seatplan.result import Status
from seatplan.solvers.answer import Answer
from seatplan.solvers.assignment import Assignment
from seatplan.solvers.bands import BandProgramme
from seatplan.solvers.blocks import BlockProgramme
from seatplan.solvers.blocks_zoned import ZonedBlocks
from seatplan.solvers.control import Control
from seatplan.solvers.cpsat import CpSat
from seatplan.solvers.dealing import Dealing
from seatplan.solvers.easing import Solver, first_of, tried
from seatplan.solvers.floors import crowding, floors
from seatplan.solvers.harden import granted, hardened, in_blocks, in_line, in_snake, sharpened
from seatplan.solvers.highs import Highs
from seatplan.solvers.order_dp import OrderDp
from seatplan.solvers.outsiders import OrderWithOutsiders
from seatplan.solvers.polish import polished
from seatplan.solvers.record import Record
from seatplan.terms import Bands, Compact, Cost, Model, Ordered, Region

_HOPELESS = 60_000
"""People x seats above which CP-SAT does not improve on a plan that is already there (measured)."""
_SPRINT, _NODES = 300_000, 20
"""People x seats above which HiGHS does not either; and the branches that most coupled halls need (measured)."""
_LAST_EFFORT, _BRANCHES = 8.0, 40
"""Deterministic seconds of CP-SAT, and branches of HiGHS, to better a plan where no time limit is given."""
_SMALL = 10_000
"""People x seats up to which, with prices of shapes or orders, drafts take less than a few branches of HiGHS."""
_EFFORT = 1.0
"""Deterministic seconds of CP-SAT for a plan with wishes as musts."""
_LONG = 5_000
"""Classes x scores of an order with a price above which the engines do not even better a plan (measured)."""
_TRIALS, _SWEEPS, _ALL = 40_000, 20, 1 << 40
"""Exchanges that are tried: two to four seconds, or every one so often; or all that a limited time allows."""
_VAST = 10_000_000
"""People x seats above which so few exchanges better nothing; tried only if a time is given (measured)."""
_DRAFTS, _EXCHANGES, _SEARCH, _TURN = 0.3, 0.25, 0.85, 0.6
"""Of the time that is left: for wishes as musts, for exchanges, for the engines, for the first of these."""

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
        _sprinted(record, control)
    if model.tiers and not record.closed:
        refused = _drafted(record, control)
        if refused is not None:
            return refused
    return _searched(record, control)


# Plans before proofs -------------------------------------------------------------------------------------


def _sprinted(record: Record, control: Control) -> None:
    """Let HiGHS try a few branches: most coupled halls need no more, and drafts of plans take longer."""
    model, size = record.model, record.model.people * record.model.seats
    if control.effort or not _coupled(model) or _long(model):
        return
    if size <= _SPRINT and (size > _SMALL or not _shaped(model)):
        record.add(tried(Highs(_NODES), model, control), model)


def _drafted(record: Record, control: Control) -> Answer | None:
    """Find good plans fast: with wishes as musts, with more than is asked, and by exchanges.

    Returns
    -------
    Answer or None
        That there is no plan, if so.
    """
    record.lowest(floors(record.model))
    crowded = zip(record.floors, crowding(record.model), strict=True)
    record.learn(tuple(map(sum, crowded)), "isoperimetric and flow bounds over all plans")
    if control.effort or record.closed or not _coupled(record.model):
        return None
    first = _first(record, _share(control, _DRAFTS)) if record.best is None else None
    if first is not None and first.status is Status.INFEASIBLE:
        return first
    share = _share(control, _DRAFTS)
    kept = granted(record, _quick, share)
    wished = hardened(record.model, kept)
    for model, narrow in product((wished, record.model), (in_snake, in_blocks)):
        if not record.closed and (harder := narrow(model)) is not model:
            _planned(record, first_of(SPECIAL, harder, replace(share, effort=_EFFORT))[0])
    _exchanged(record, control if _hopeless(record) else _share(control, _EXCHANGES))
    return None


def _first(record: Record, control: Control) -> Answer:
    """Find any plan, before all else: one that keeps the musts on cheap seats."""
    part = _plain(record.model)
    answer = tried(CpSat(), part, replace(control, effort=_EFFORT))
    record.add(answer, part)
    return answer


def _planned(record: Record, answer: Answer) -> None:
    if answer.seats is not None:
        record.plan(answer.seats, answer.method)


def _exchanged(record: Record, control: Control) -> None:
    """Make the best plan better by exchanges of seats."""
    vast = control.remaining is None and record.model.people * record.model.seats > _VAST
    if record.best is not None and not record.closed and not control.expired and not vast:
        assert record.best.seats is not None
        model, endless = record.model, control.remaining is not None and _hopeless(record)
        trials = _ALL if endless else min(_TRIALS, _SWEEPS * model.people * model.seats)
        record.plan(polished(model, record.best.seats, control, trials), "exchanges")


def _share(control: Control, part: float) -> Control:
    left = control.remaining
    return control if left is None else control.within(part * left)


def _coupled(model: Model) -> bool:
    """Tell whether some price is not that of a person on a seat."""
    return any(s.tier and not isinstance(s.term, Cost) for s in model.statements)


def _hopeless(record: Record, solver: Solver | None = None) -> bool:
    """Tell whether there is a plan, and an engine, or each of them, has no chance to better it or its bound."""
    model, most = record.model, _SPRINT if isinstance(solver, Highs) else _HOPELESS
    return record.best is not None and (model.people * model.seats > most or _long(model))


def _long(model: Model) -> bool:
    """Tell whether an order with a price is too long for the engines."""
    orders = (s.term for s in model.statements if s.tier and isinstance(s.term, Ordered))
    return max((len(term.classes) * len(np.unique(term.score)) for term in orders), default=0) > _LONG


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
    part = _plain(model)
    return tried(CpSat(), part, short), part


def _plain(model: Model) -> Model:
    kept = tuple(s for s in model.statements if not s.tier or isinstance(s.term, Cost))
    return Model(model.people, model.seats, kept)


# Engines -------------------------------------------------------------------------------------------------


def _searched(record: Record, control: Control) -> Answer:
    """Let the engines search what no plan before has proven.

    Without a time limit and with a plan they end after an effort that is the same on every machine.
    """
    model = record.model if record.best is None or record.closed else sharpened(record)
    share = _share(control, _SEARCH) if record.best is not None and _coupled(record.model) else control
    if record.best is not None and control.remaining is None and _coupled(record.model):
        share = replace(control, effort=control.effort or _LAST_EFFORT)
    highs = Highs(_BRANCHES) if share.effort else Highs()
    for solver, part in _attempts(model, control, highs):
        turn = _share(share, _TURN) if isinstance(solver, CpSat) and _shaped(model) else share
        if share.expired or record.closed:
            break
        if _hopeless(record, solver):
            continue
        answer = tried(solver, part, turn)
        if answer.status is Status.INFEASIBLE and record.best is None:
            return answer
        record.add(answer, part)
    if control.remaining is not None and _coupled(record.model):
        _exchanged(record, control)
    found = record.answer()
    return found if found.seats is not None else replace(found, proof=control.reason or found.proof)


def _attempts(model: Model, control: Control, highs: Highs) -> Iterator[tuple[Solver, Model]]:
    free = _without_regions(model)
    engines: tuple[Solver, ...] = (CpSat(), highs) if _shaped(model) else (highs, CpSat())
    if control.effort:
        engines = (CpSat(),)
    for solver in (solver for solver in engines if solver.supports(model)):
        yield from ((solver, part) for part in ((model, free) if free is not model else (model,)))


def _shaped(model: Model) -> bool:
    """Tell whether prices of shapes or orders are left, at which CP-SAT is the better engine."""
    return any(s.tier and isinstance(s.term, Ordered | Region | Bands | Compact) for s in model.statements)


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
    ZonedBlocks(solve_model),
)
"""The methods for models of one kind, strongest first."""
SOLVERS: tuple[Solver, ...] = (*SPECIAL, Highs(), CpSat())
"""All methods, strongest first."""
