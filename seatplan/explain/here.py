"""Why somebody sits here: what every other seat would break or cost."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from seatplan.explain.names import listed, priced, seated_person
from seatplan.explain.scope import Effects, effects, scope_of
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.rules.base import many, person_at, say

__all__ = ["Alternative", "Binding", "WhyHere", "why_here"]


@dataclass(frozen=True)
class Alternative:
    """Other seats that are alike: the same rules would be broken, or the price would be the same.

    Parameters
    ----------
    seats : tuple of str
        Ids.
    people : tuple of str
        Who would change places, one for each seat; empty when the seats are free.
    broken : tuple of int
        Indices of the musts that would be broken.
    prices : mapping of int to int
        The change in each tier, where there is one; left out when musts would be broken.
    problem : Problem
    """

    seats: tuple[str, ...]
    people: tuple[str, ...]
    broken: tuple[int, ...]
    prices: Mapping[int, int]
    problem: Problem = field(repr=False, compare=False)

    def sentence(self, lang: Lang = "en") -> str:
        """Say what these seats would break or cost."""
        what, moves = self._effect(lang), self._moves(lang)
        return say(lang, f"{moves} {what}.", f"{moves}{what}。")

    def _moves(self, lang: Lang) -> str:
        if self.people:
            pairs = zip(self.people, self.seats, strict=True)
            others = listed((person_at(self.problem, p, s, lang) for p, s in pairs), lang)
            return say(lang, f"changing places with {others}", f"与{others}对调")
        seats = listed((self.problem.venue.seat(s).label for s in self.seats), lang)
        return say(lang, f"moving to the free {_seats(len(self.seats))} {seats}", f"移至空位{seats}")

    def _effect(self, lang: Lang) -> str:
        if self.broken:
            rules = listed((f"({self.problem.rules[i].sentence(self.problem, lang)})" for i in self.broken), lang)
            return say(lang, f"would break {rules}", f"将违反规则{rules}")
        if not self.prices:
            return say(lang, "would be just as good", "同样可行，代价不变")
        return say(lang, f"would cost {priced(self.prices, lang)}", f"：{priced(self.prices, lang)}")


@dataclass(frozen=True)
class Binding:
    """A rule that holds somebody on a seat.

    Parameters
    ----------
    rule : int
    seats : int
        How many other seats it rules out, or makes dearer.
    """

    rule: int
    seats: int


@dataclass(frozen=True)
class WhyHere:
    """Why somebody sits on a seat.

    Parameters
    ----------
    person, seat : str
        Ids.
    musts, prices : tuple of Binding
        The musts that rule out other seats, and the rules that make them dearer, the strongest first.
    alternatives : tuple of Alternative
        All other seats, those that are possible and cheap first.
    problem : Problem
    """

    person: str
    seat: str
    musts: tuple[Binding, ...]
    prices: tuple[Binding, ...]
    alternatives: tuple[Alternative, ...]
    problem: Problem = field(repr=False, compare=False)

    def sentences(self, lang: Lang = "en") -> tuple[str, ...]:
        """Return one sentence for the seat, one for each rule that binds, one for each kind of alternative."""
        return tuple(self._sentences(lang))

    def sentence(self, lang: Lang = "en") -> str:
        """Return all sentences in one text."""
        return say(lang, " ", "").join(self.sentences(lang))

    def _sentences(self, lang: Lang) -> Iterator[str]:
        others = sum(len(one.seats) for one in self.alternatives)
        there = person_at(self.problem, self.person, self.seat, lang)
        yield say(lang, f"{there}: {many(others, 'other seat')}.", f"{there}：另有{others}个座位。")
        for binding in self.musts:
            rule = self.problem.rules[binding.rule].sentence(self.problem, lang)
            en = f"{many(binding.seats, 'seat is', 'seats are')} ruled out because {rule}."
            yield say(lang, en, f"因“{rule}”，{binding.seats}个座位不可行。")
        for binding in self.prices:
            rule = self.problem.rules[binding.rule].sentence(self.problem, lang)
            en = f"{many(binding.seats, 'seat is', 'seats are')} dearer because {rule}."
            yield say(lang, en, f"因“{rule}”，{binding.seats}个座位代价更高。")
        for one in self.alternatives:
            yield one.sentence(lang)


def why_here(problem: Problem, plan: Plan, person: str) -> WhyHere:
    """Say why somebody sits where the plan says: what a move to each other seat, or a swap, would do.

    Parameters
    ----------
    problem : Problem
    plan : Plan
    person : str
        Id, or a name that only one person has.

    Returns
    -------
    WhyHere

    Notes
    -----
    Nobody else moves but the one who changes places. That a seat is ruled out so does not say that it is
    impossible: `seatplan.explain.why_not` asks for the best plan with the person there.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import Pin, Prefer
    >>> from seatplan.venue import from_drawing
    >>> room = from_drawing("=\\nab\\neg", language="en")
    >>> crowd = Roster((Person("1", "Ann"), Person("2", "Bob")))
    >>> rules = (Prefer(near="front", priority=1), Pin(person="Bob", seat="b"))
    >>> answer = why_here(Problem(room, crowd, rules), Plan({"1": "a", "2": "b"}), "Ann")
    >>> for one in answer.alternatives:
    ...     print(one.seats, one.broken, one.prices)
    ('e', 'g') () {1: 1}
    ('b',) (1,) {}
    """
    index = seated_person(problem, plan, person)
    scope = scope_of(problem, plan)
    here = scope.index(index)
    found = effects(scope.model, scope.seat_of, here)
    others = [seat for seat in range(scope.model.seats) if seat != scope.seat_of[here]]
    occupant = {int(seat): int(p) for p, seat in zip(scope.people, scope.seat_of, strict=True)}
    return WhyHere(
        problem.people[index].id,
        problem.venue.seats[int(scope.seat_of[here])].id,
        _binding(found, others, hard=True),
        _binding(found, others, hard=False),
        tuple(_alternatives(problem, found, others, occupant)),
        problem,
    )


def _binding(found: Effects, seats: list[int], *, hard: bool) -> tuple[Binding, ...]:
    counts = Counter(
        {
            rule: int((change[seats] > 0).sum())
            for rule, must, change in zip(found.rules, found.hard, found.change, strict=True)
            if must == hard and (change[seats] > 0).any()
        }
    )
    return tuple(Binding(rule, count) for rule, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _alternatives(
    problem: Problem, found: Effects, seats: list[int], occupant: Mapping[int, int]
) -> Iterator[Alternative]:
    """Yield the other seats by what they do."""
    alike: dict[tuple[bool, tuple[int, ...], tuple[tuple[int, int], ...]], list[int]] = defaultdict(list)
    for seat in seats:
        broken = found.broken(seat)
        prices = () if broken else tuple(sorted(found.prices(seat).items()))
        alike[seat in occupant, broken, prices].append(seat)
    tiers = sorted(found.tiers)
    for swap, broken, prices in sorted(alike, key=lambda kind: _cheapest_first(kind, tiers)):
        group = alike[swap, broken, prices]
        people = tuple(problem.people[occupant[seat]].id for seat in group) if swap else ()
        labels = tuple(problem.venue.seats[seat].id for seat in group)
        yield Alternative(labels, people, broken, dict(prices), problem)


def _cheapest_first(
    kind: tuple[bool, tuple[int, ...], tuple[tuple[int, int], ...]], tiers: list[int]
) -> tuple[int, list[int], tuple[int, ...], bool]:
    swap, broken, prices = kind
    by_tier = dict(prices)
    return len(broken), [by_tier.get(tier, 0) for tier in tiers], broken, swap


def _seats(count: int) -> str:
    return "seat" if count == 1 else "seats"
