"""Wrong encodings, at least one too strict and one too loose for each rule: the contract must catch them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from seatplan.people import Who
from seatplan.problem import Problem
from seatplan.rules import Statute
from seatplan.terms import Bands, Compact, Cost, Domain, Lone, Ordered, Pair, Region, Term
from seatplan.venue import WHEELCHAIR

Lower = Callable[[Statute, Problem], Iterable[Term]]


@dataclass(frozen=True)
class Mutant:
    """A mistake somebody could make in the `lower` of a rule."""

    rule: str
    mistake: str
    strict: bool
    lower: Lower

    def __str__(self) -> str:
        return f"{self.rule}: {self.mistake}"


MUTANTS: list[Mutant] = []


def strict(rule: str, mistake: str) -> Callable[[Lower], Lower]:
    """Register a mutant that admits too little."""
    return lambda lower: MUTANTS.append(Mutant(rule, mistake, True, lower)) or lower


def loose(rule: str, mistake: str) -> Callable[[Lower], Lower]:
    """Register a mutant that admits too much."""
    return lambda lower: MUTANTS.append(Mutant(rule, mistake, False, lower)) or lower


def edited(rule: Statute, problem: Problem, kind: type, edit: Callable[[Term], Term | None]) -> Iterator[Term]:
    """Change the terms of one kind; None drops a term."""
    for term in rule.lower(problem):
        changed = edit(term) if isinstance(term, kind) else term
        if changed is not None:
            yield changed


def narrowed(term: Term, forbidden: np.ndarray) -> Term:
    """Let a domain, or the cost that stands for it, forbid more seats."""
    if isinstance(term, Domain):
        return replace(term, seats=np.setdiff1d(term.seats, forbidden))
    values = term.values.copy()
    values[forbidden] = np.maximum(values[forbidden], 1)
    return replace(term, values=values)


def widened(term: Term, allowed: np.ndarray) -> Term:
    """Let a domain, or the cost that stands for it, allow more seats."""
    if isinstance(term, Domain):
        return replace(term, seats=np.union1d(term.seats, allowed))
    values = term.values.copy()
    values[allowed] = 0
    return replace(term, values=values)


def for_fewer(term: Term) -> Term:
    """Forget the last of the people."""
    return replace(term, people=term.people[:-1])


# Accessible -----------------------------------------------------------------------------------------------


@strict("accessible", "whoever has a need takes the first step-free seat")
def _(rule, problem):
    needy = [i for i, person in enumerate(problem.people) if person.needs]
    yield from rule.lower(problem)
    yield rule.keep_on(problem, np.array(needy, dtype=np.intp), np.flatnonzero(problem.venue.step_free)[:1])


@strict("accessible", "spaces are kept from those who need them, too")
def _(rule, problem):
    yield from rule.lower(problem)
    everybody, spaces = np.arange(len(problem.people)), problem.venue.with_feature(WHEELCHAIR)
    yield rule.keep_on(problem, everybody, np.setdiff1d(np.arange(len(problem.venue.seats)), spaces))


@loose("accessible", "others may take the spaces")
def _(rule, problem):
    return replace(rule, keep=False).lower(problem)


@loose("accessible", "companions may sit anywhere")
def _(rule, problem):
    return replace(rule, companions=False).lower(problem)


# Apart ----------------------------------------------------------------------------------------------------


@strict("apart", "the whole row counts as neighbours")
def _(rule, problem):
    venue = problem.venue
    seats = range(len(venue.seats))
    row = [(a, b) for a in seats for b in seats if a < b and venue.rows[a] == venue.rows[b]]
    relation = np.array(row, dtype=np.intp).reshape(-1, 2)
    return edited(rule, problem, Pair, lambda term: replace(term, relation=relation))


@loose("apart", "seats one behind the other are forgotten")
def _(rule, problem):
    return replace(rule, front_back=False).lower(problem)


@loose("apart", "the last pair is forgotten")
def _(rule, problem):
    return edited(rule, problem, Pair, lambda term: replace(term, pairs=term.pairs[:-1]))


# Fill -----------------------------------------------------------------------------------------------------


@strict("fill", "a chair without neighbours counts as alone")
def _(rule, problem):
    everywhere = np.arange(len(problem.venue.seats))
    none = np.full((len(everywhere), 2), -1)
    yield from rule.lower(problem)
    yield from [Lone(everywhere, none)] if rule.singles else []


@strict("fill", "rows count from the stage, not from the first row of the area")
def _(rule, problem):
    rows = problem.venue.rows
    return edited(rule, problem, Cost, lambda term: replace(term, values=term.values + (rows > 0)))


@loose("fill", "chairs at the end of a row are forgotten")
def _(rule, problem):
    def inner(term):
        kept = (term.beside >= 0).all(axis=1)
        return replace(term, seats=term.seats[kept], beside=term.beside[kept])

    return edited(rule, problem, Lone, inner)


@loose("fill", "the second row costs nothing")
def _(rule, problem):
    return edited(rule, problem, Cost, lambda term: replace(term, values=np.maximum(term.values - 1, 0)))


# Compact --------------------------------------------------------------------------------------------------


@strict("compact", "aisles always separate")
def _(rule, problem):
    return replace(rule, across_aisles=False).lower(problem)


@strict("compact", "seats one behind the other share nothing")
def _(rule, problem):
    return edited(rule, problem, Compact, lambda term: replace(term, edges=problem.venue.next_to))


@loose("compact", "one group is forgotten")
def _(rule, problem):
    return list(rule.lower(problem))[1:]


# Grouping -------------------------------------------------------------------------------------------------


@strict("grouping", "aisles always separate")
def _(rule, problem):
    return replace(rule, across_aisles=rule.shape == "rows").lower(problem)


@strict("grouping", "groups keep an order when they need not")
def _(rule, problem):
    return edited(rule, problem, Bands, lambda term: replace(term, ordered=True))


@strict("grouping", "who is exempt is bound, too")
def _(rule, problem):
    return replace(rule, but=()).lower(problem)


@strict("grouping", "a pinned member cuts the region")
def _(rule, problem):
    edges = np.concatenate([problem.venue.next_to, problem.venue.front_to_back])
    aisles = [problem.venue.across_aisle] if rule.across_aisles else []
    return edited(rule, problem, Region, lambda term: replace(term, edges=np.concatenate([edges, *aisles])))


@loose("grouping", "regions are forgotten")
def _(rule, problem):
    return edited(rule, problem, Region, lambda _: None)


@loose("grouping", "the last group may stand anywhere")
def _(rule, problem):
    return edited(rule, problem, Bands, lambda term: replace(term, groups=term.groups[:-1]))


@loose("grouping", "the order of groups is forgotten")
def _(rule, problem):
    return edited(rule, problem, Bands, lambda term: replace(term, ordered=False))


# Heads first ----------------------------------------------------------------------------------------------


@strict("heads_first", "the same row is too far behind")
def _(rule, problem):
    venue = problem.venue
    score = np.argsort(np.lexsort((venue.positions, venue.rows)))
    return edited(rule, problem, Ordered, lambda term: replace(term, score=score))


@strict("heads_first", "members sit in the given row, too")
def _(rule, problem):
    return edited(rule, problem, Domain, lambda term: replace(term, people=np.arange(len(problem.people))))


@loose("heads_first", "only the first group has a head")
def _(rule, problem):
    found = list(rule.lower(problem))
    return [term for term in found if not isinstance(term, Ordered)]


@loose("heads_first", "the last head may sit anywhere")
def _(rule, problem):
    return edited(rule, problem, Domain | Cost, for_fewer)


# Inner order ----------------------------------------------------------------------------------------------


def _one_by_one(term: Ordered) -> Ordered:
    people = np.concatenate([*term.classes, np.empty(0, dtype=np.intp)])
    return replace(term, classes=tuple(people[i : i + 1] for i in range(len(people))))


@strict("inner_order", "equals are ordered by the list")
def _(rule, problem):
    return edited(rule, problem, Ordered, _one_by_one)


@strict("inner_order", "one order holds for all groups")
def _(rule, problem):
    venue = problem.venue
    score = np.argsort(np.lexsort((venue.rows, venue.columns, venue.area_codes)))
    yield from rule.lower(problem)
    yield _one_by_one(Ordered((problem.select(rule.who),), score))


@loose("inner_order", "the last person may sit anywhere")
def _(rule, problem):
    return edited(rule, problem, Ordered, lambda term: replace(term, classes=term.classes[:-1]))


@loose("inner_order", "only columns count, not the place in them")
def _(rule, problem):
    venue = problem.venue
    score = (venue.columns if rule.along == "columns" else venue.rows) + 100 * venue.area_codes
    return edited(rule, problem, Ordered, lambda term: replace(term, score=score))


# Pin ------------------------------------------------------------------------------------------------------


@strict("pin", "nobody may sit on the first seat")
def _(rule, problem):
    yield from rule.lower(problem)
    rest = np.arange(1, len(problem.venue.seats))
    yield rule.keep_on(problem, np.arange(len(problem.people)), rest)


@loose("pin", "the first seat will do")
def _(rule, problem):
    return edited(rule, problem, Domain | Cost, lambda term: widened(term, np.array([0])))


@loose("pin", "it is forgotten")
def _(rule, problem):
    return ()


# Prefer ---------------------------------------------------------------------------------------------------


@strict("prefer", "what is near enough has a price")
def _(rule, problem):
    return replace(rule, up_to=0).lower(problem)


@strict("prefer", "everybody is meant")
def _(rule, problem):
    return replace(rule, who=Who()).lower(problem)


@loose("prefer", "one step more is near enough")
def _(rule, problem):
    return replace(rule, up_to=rule.up_to + 1).lower(problem)


# Rank order -----------------------------------------------------------------------------------------------


@strict("rank_order", "equals are ordered by the list")
def _(rule, problem):
    return edited(rule, problem, Ordered, _one_by_one)


@strict("rank_order", "people without a rank come last")
def _(rule, problem):
    def with_unranked(term):
        there = np.concatenate([*term.classes, np.empty(0, dtype=np.intp)])
        rest = np.setdiff1d(problem.select(rule.who), [*there, *problem.pinned])
        return replace(term, classes=(*term.classes, rest))

    return edited(rule, problem, Ordered, with_unranked)


@strict("rank_order", "pinned people are bound by order")
def _(rule, problem):
    free = replace(problem, rules=(rule,))
    return rule.lower(free)


@loose("rank_order", "the last class is forgotten")
def _(rule, problem):
    return edited(rule, problem, Ordered, lambda term: replace(term, classes=term.classes[:-1]))


@loose("rank_order", "seats outside the area come first")
def _(rule, problem):
    def outside_first(term):
        return replace(term, score=np.where(term.score == term.score.max(), -1, term.score))

    return edited(rule, problem, Ordered, outside_first)


# Reserve and zone -----------------------------------------------------------------------------------------


@strict("reserve", "the first seat is reserved, too")
def _(rule, problem):
    return edited(rule, problem, Domain | Cost, lambda term: narrowed(term, np.array([0])))


@loose("reserve", "the last person may sit there")
def _(rule, problem):
    return edited(rule, problem, Domain | Cost, for_fewer)


@loose("reserve", "the last seat is forgotten")
def _(rule, problem):
    return edited(rule, problem, Domain | Cost, lambda term: widened(term, problem.seats(rule.where)[-1:]))


@strict("zone", "others never may sit there")
def _(rule, problem):
    return replace(rule, only=True).lower(problem)


@strict("zone", "pinned people are bound")
def _(rule, problem):
    return rule.lower(replace(problem, rules=()))


@loose("zone", "others always may sit there")
def _(rule, problem):
    return replace(rule, only=False).lower(problem)


@loose("zone", "the first seat of the room belongs to it")
def _(rule, problem):
    return edited(rule, problem, Domain | Cost, lambda term: widened(term, np.array([0])))


# Rostrum --------------------------------------------------------------------------------------------------


@strict("rostrum", "one place too few")
def _(rule, problem):
    first, *rest = rule.lower(problem)
    seats = first.seats if isinstance(first, Domain) else np.flatnonzero(first.values == 0)
    return [narrowed(first, seats[-1:]), *rest]


@strict("rostrum", "the presider always takes the first place")
def _(rule, problem):
    presiders = [i for i in problem.select(rule.who) if "presider" in problem.people[i].roles]
    yield from rule.lower(problem)
    yield rule.keep_on(problem, np.array(presiders, dtype=np.intp), problem.venue.seats_of("rostrum")[:1])


@loose("rostrum", "others may sit there")
def _(rule, problem):
    first, _, *rest = rule.lower(problem)
    return [first, *rest]


@loose("rostrum", "any seat of the area is a place")
def _(rule, problem):
    first, *rest = rule.lower(problem)
    return [widened(first, problem.venue.seats_of("rostrum")), *rest]


@loose("rostrum", "the order is forgotten")
def _(rule, problem):
    return edited(rule, problem, Ordered, lambda _: None)


@loose("rostrum", "the presider sits anywhere")
def _(rule, problem):
    first, second, *rest = rule.lower(problem)
    return [first, second, *(term for term in rest if isinstance(term, Ordered))]


# Stay -----------------------------------------------------------------------------------------------------


@strict("stay", "pinned people stay, too")
def _(rule, problem):
    return rule.lower(replace(problem, rules=()))


@strict("stay", "whoever had no seat must not take the first")
def _(rule, problem):
    new = [i for i, person in enumerate(problem.people) if person.id not in problem.previous]
    yield from rule.lower(problem)
    rest = np.arange(1, len(problem.venue.seats))
    yield rule.keep_on(problem, np.array(new, dtype=np.intp), rest)


@loose("stay", "the last person may move")
def _(rule, problem):
    return list(rule.lower(problem))[:-1]


# Together -------------------------------------------------------------------------------------------------


@strict("together", "the order in which they sit matters")
def _(rule, problem):
    return edited(rule, problem, Pair, lambda term: replace(term, relation=term.relation[1:]))


@strict("together", "a run of three must be a clique")
def _(rule, problem):
    def clique(term):
        pairs = np.array([(a, b) for a in term.people for b in term.people if a < b], dtype=np.intp)
        return Pair(pairs.reshape(-1, 2), term.edges, wanted=True)

    return edited(rule, problem, Region, clique)


@loose("together", "an aisle does not separate")
def _(rule, problem):
    both = np.concatenate([problem.venue.next_to, problem.venue.across_aisle])
    return edited(rule, problem, Pair, lambda term: replace(term, relation=np.concatenate([term.relation, both])))


@loose("together", "the last pair is forgotten")
def _(rule, problem):
    return edited(rule, problem, Pair, lambda term: replace(term, pairs=term.pairs[:-1]))


@loose("together", "a run of three may have gaps")
def _(rule, problem):
    return edited(rule, problem, Region, lambda _: None)
