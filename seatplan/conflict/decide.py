"""Can every must be kept? Cheap proofs first: counts, couples, strangers, knots of people, then the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from seatplan.conflict.couples import crowded_couples
from seatplan.conflict.focus import focus, musts
from seatplan.conflict.narrow import narrowed
from seatplan.conflict.search import search
from seatplan.conflict.strangers import crowded_strangers
from seatplan.conflict.verdict import Proof, Verdict
from seatplan.conflict.whole import seat_everybody
from seatplan.solvers import Control, domains_of
from seatplan.solvers.domains import Domains
from seatplan.terms import Domain, Model, Pair, Region

__all__ = ["decide"]

Ints = NDArray[np.intp]
Count = Callable[[Model, Domains], tuple[Ints, Ints] | None]
_KNOT = 8
_KNOT_NODES = 4000


def decide(model: Model, control: Control, *, upto: Proof = Proof.WHOLE) -> Verdict:
    """Tell whether a plan keeps every must.

    Parameters
    ----------
    model : Model
    control : Control
    upto : Proof
        The most expensive proof to try; without `Proof.WHOLE` a plan is not looked for.

    Examples
    --------
    >>> decide(Model(3, 2), Control()).people.tolist()
    [0, 1, 2]
    """
    hard = musts(model)
    domains = domains_of(hard)
    for proof in (proof for proof in Proof if proof <= upto):
        if proof is Proof.NEAR:
            domains = narrowed(hard, domains)
        verdict = _STEPS[proof](hard, domains, control)
        if verdict is not None:
            return verdict
    return Verdict(None)


def _count(_model: Model, domains: Domains, _control: Control) -> Verdict | None:
    found = domains.hall_violator()
    return Verdict(False, people=found[0], places=found[1], proof=Proof.COUNT) if found else None


def _near(model: Model, domains: Domains, _control: Control) -> Verdict | None:
    """Count again, now that everybody keeps to seats with room for the neighbours; these belong to the proof."""
    found = domains.hall_violator()
    if found is None:
        return None
    proof = Proof.NEAR if len(found[1]) else Proof.KNOT
    return Verdict(False, people=_with_neighbours(model, found[0]), places=found[1], proof=proof)


def _with_neighbours(model: Model, people: Ints) -> Ints:
    """Return people with all whom sets side by side tie to them: their seats were narrowed by these."""
    tied = [knot for knot in knots(model, most=model.people) if np.isin(knot, people).any()]
    return np.unique(np.concatenate([people, *tied]))


def _couples(model: Model, domains: Domains, _control: Control) -> Verdict | None:
    return _crowd(crowded_couples, Proof.COUPLES, model, domains)


def _apart(model: Model, domains: Domains, _control: Control) -> Verdict | None:
    return _crowd(crowded_strangers, Proof.APART, model, domains)


def _crowd(count: Count, proof: Proof, model: Model, domains: Domains) -> Verdict | None:
    """Count by the seats that each may take; or by the narrowed ones, and then their neighbours take part."""
    narrow = count(model, domains)
    if narrow is None:
        return None
    plain = count(model, domains_of(model))
    if plain is not None:
        return Verdict(False, people=plain[0], places=plain[1], proof=proof)
    return Verdict(False, people=_with_neighbours(model, narrow[0]), proof=Proof.KNOT)


def _knots(model: Model, domains: Domains, control: Control) -> Verdict | None:
    """Look at people who must sit near each other, knot by knot."""
    bare = Model(model.people, model.seats, tuple(s for s in model.statements if not isinstance(s.term, Domain)))
    masks = domains.masks[domains.class_of]
    for people in knots(model, most=_KNOT):
        control.checkpoint()
        piece = focus(bare, masks, people)
        found = search(piece.model, masks[people], nodes=_KNOT_NODES)
        if found.ended and found.seats is None:
            return Verdict(False, people=people, proof=Proof.KNOT)
    return None


def knots(model: Model, *, most: int) -> Iterator[Ints]:
    """Yield sets of at most so many people whom wanted pairs and short runs tie together."""
    import networkx as nx

    graph = nx.Graph()
    for statement in model.statements:
        match statement.term:
            case Pair(pairs, _, True) if not statement.tier:
                graph.add_edges_from(pairs.tolist())
            case Region(people) if not statement.tier and len(people) <= _KNOT:
                nx.add_path(graph, people.tolist())
    for part in sorted(map(sorted, nx.connected_components(graph))):
        if len(part) <= most:
            yield np.array(part, dtype=np.intp)


_STEPS = {
    Proof.COUNT: _count,
    Proof.NEAR: _near,
    Proof.COUPLES: _couples,
    Proof.APART: _apart,
    Proof.KNOT: _knots,
    Proof.WHOLE: seat_everybody,
}
