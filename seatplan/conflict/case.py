"""The musts of a problem, rule by rule: which sets of rules can hold together?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from seatplan.conflict.decide import decide
from seatplan.conflict.focus import focus, mentions, musts
from seatplan.conflict.shrink import smallest_failing
from seatplan.conflict.verdict import Proof, Verdict
from seatplan.solvers import Control, domains_of
from seatplan.terms import Domain, Model, Pair, amount

__all__ = ["Case", "Core"]

Ints = NDArray[np.intp]
Rules = frozenset[int]
_SHAPES: dict[type, int] = {Domain: 0, Pair: 1}


@dataclass(frozen=True, eq=False)
class Core:
    """Rules that cannot hold together, with the proof; ``minimal`` if without any of them the others can."""

    rules: Rules
    verdict: Verdict
    minimal: bool


class Case:
    """Answers about sets of rules, each as the whole problem reads it.

    Parameters
    ----------
    model : Model
        Of the whole problem.
    control : Control
    known : sequence of ndarray of int, shape (people,)
        Plans that keep some of the musts, such as an earlier plan.

    Notes
    -----
    Every plan that was ever found is remembered by the rules that it keeps: no set inside them is asked again.
    """

    def __init__(self, model: Model, control: Control, known: Sequence[Ints] = ()) -> None:
        self.model, self.control = musts(model), control
        self.rules: Rules = frozenset(s.rule for s in self.model.statements) - {-1}
        self.known = known
        self.kept = [self._kept_by(seats) for seats in known]

    def of(self, rules: Iterable[int]) -> Model:
        """Return the model of some rules."""
        chosen = {*rules, -1}
        statements = tuple(s for s in self.model.statements if s.rule in chosen)
        return Model(self.model.people, self.model.seats, statements)

    def verdict(self, rules: Iterable[int], *, upto: Proof = Proof.WHOLE) -> Verdict:
        """Tell whether some rules can hold together, as far as proofs up to a kind can tell."""
        some = frozenset(rules)
        if any(some <= kept for kept in self.kept):
            return Verdict(True)
        verdict = decide(self.of(some), self.control, upto=upto)
        if verdict.feasible:
            self.kept.append(self._kept_by(verdict.seats))
        return verdict

    def _kept_by(self, seats: Ints) -> Rules:
        broken = (s.rule for s in self.model.statements if amount(s.term, seats))
        return self.rules.difference(broken)

    def core(self, rules: Iterable[int], *, upto: Proof = Proof.WHOLE) -> Core | None:
        """Return a minimal set among some rules that cannot hold together; None if no such set is found.

        The rules are first shrunk by the kind of proof that was found, which is fast; then each rule is left
        out in turn, and whatever still cannot hold is shrunk again.
        """
        some, verdict = frozenset(rules), self.verdict(rules, upto=upto)
        while verdict.feasible is False:
            some = self._shrunk(some, verdict)
            rest, weaker, decided = some, Verdict(True), True
            for rule in sorted(some):
                rest, weaker = some - {rule}, self.verdict(some - {rule})
                decided &= weaker.feasible is not None
                if weaker.feasible is False:
                    break
            else:
                return Core(some, verdict, decided)
            some, verdict = rest, weaker
        return None

    def _shrunk(self, rules: Rules, verdict: Verdict) -> Rules:
        """Return a part of the rules for which the same kind of proof goes through."""
        fails = partial(self._fails, verdict)
        near = rules & {s.rule for s in self.model.statements if mentions(s, verdict.people)}
        found = smallest_failing(fails, self._plain_first(near if fails(sorted(near)) else rules))
        return frozenset(found) if fails(found) else rules

    def _plain_first(self, rules: Rules) -> list[int]:
        """Sort rules so that a conflict rather names a reserved seat than an order that passes over it."""
        shape = dict.fromkeys(rules, 0)
        for s in self.model.statements:
            if s.rule in rules:
                shape[s.rule] = max(shape[s.rule], _SHAPES.get(type(s.term), 2))
        return sorted(rules, key=lambda rule: (shape[rule], rule))

    def _fails(self, verdict: Verdict, rules: Sequence[int]) -> bool:
        if verdict.proof is Proof.WHOLE:
            return self.verdict(rules).feasible is False
        model = self.of(rules)
        domains = domains_of(model)
        piece = focus(model, domains.masks[domains.class_of], verdict.people)
        return decide(piece.model, self.control, upto=verdict.proof).feasible is False
