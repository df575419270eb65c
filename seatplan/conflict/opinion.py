"""A second opinion on what cannot be, by a method that shares nothing with the first."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seatplan.conflict.focus import focus
from seatplan.conflict.search import search
from seatplan.conflict.verdict import Proof, Verdict
from seatplan.errors import EncodingError
from seatplan.result import Status
from seatplan.solvers import Control, Stopped, domains_of, solve_model
from seatplan.terms import Domain, Model

__all__ = ["agreed"]

Ints = NDArray[np.intp]
_NODES = 20_000
_SECONDS = 1.0


def agreed(model: Model, verdict: Verdict, people: Ints, control: Control) -> bool:
    """Tell whether a second method finds no plan either; False if it could not say in a short time.

    Parameters
    ----------
    model : Model
        Of the rules alone.
    verdict : Verdict
        That there is no plan.
    people : ndarray of int
        Who cannot be seated.
    control : Control

    Raises
    ------
    EncodingError
        If the second method finds a plan: a defect of seatplan.

    Notes
    -----
    A count is counted again seat by seat; what a search found goes to the solvers, what they found to the search.
    """
    if verdict.proof is Proof.COUNT and _counted(model, people.tolist(), set(verdict.places.tolist())):
        return True
    masks = (domains := domains_of(model)).masks[domains.class_of]
    piece = focus(model, masks, people)
    if verdict.proof is Proof.WHOLE:
        outcome = search(piece.model, masks[people], nodes=_NODES)
        found, ended = outcome.seats is not None, outcome.ended
    else:
        found, ended = _solved(piece.model, control)
    if found:
        raise EncodingError(f"{verdict.proof.name.lower()} says that there is no plan, and there is one")
    return ended and not found


def _solved(model: Model, control: Control) -> tuple[bool, bool]:
    try:
        status = solve_model(model, control.within(_SECONDS)).status
    except Stopped:
        return False, False
    return status in (Status.OPTIMAL, Status.FEASIBLE), status is not Status.UNKNOWN


def _counted(model: Model, people: list[int], places: set[int]) -> bool:
    """Count seat by seat who may sit where; orders, which narrow this further, are not looked at."""
    terms = [s.term for s in model.statements if isinstance(s.term, Domain)]
    for person in people:
        left = set(range(model.seats))
        for term in terms:
            left &= set(term.seats.tolist()) if person in term.people else left
        if not left <= places:
            return False
    return len(people) > len(places)
