"""`Problem`: a room, a roster, the rules of the occasion and its convention, checked and frozen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from seatplan.errors import Fault, refuse
from seatplan.people import Person, Roster, Who
from seatplan.protocol import Convention
from seatplan.terms import Model, Statement, Term
from seatplan.venue import Venue, Where

if TYPE_CHECKING:
    from seatplan.plan import Plan, Violation

__all__ = ["Keeping", "Lang", "Pinning", "Priority", "Problem", "Rule"]

Priority = Literal["must"] | int
Lang = Literal["en", "zh"]


class Rule(Protocol):
    """What a planner would say about the plan. ``priority`` is ``"must"`` or a tier 1, 2, 3 ... ."""

    @property
    def priority(self) -> Priority: ...
    @property
    def weight(self) -> int: ...
    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Yield what is wrong with the rule's names and references."""

    def lower(self, problem: Problem) -> Iterable[Term]:
        """Yield the rule as terms, before the fact."""

    def check(self, problem: Problem, plan: Plan) -> Iterable[Violation]:
        """Yield every violation, after the fact."""

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say one violation in one sentence."""


@runtime_checkable
class Pinning(Protocol):
    """A rule that fixes people to seats; rules of order leave pinned people out (protocol.md rule 60)."""

    def pins(self, problem: Problem) -> Mapping[int, int]:
        """Return seat index by person index."""


@runtime_checkable
class Keeping(Protocol):
    """A rule that keeps seats empty, or for others than everybody; honour orders leave these seats out."""

    def keeps(self, problem: Problem) -> NDArray[np.intp]:
        """Return the indices of seats that stay empty."""


@dataclass(frozen=True)
class Problem:
    """All that decides a seat plan.

    Parameters
    ----------
    venue : Venue
    roster : Roster
    rules : tuple of Rule
    convention : Convention
    previous : mapping of str to str, optional
        An earlier plan: seat id by person id.
    name : str
        Title of the occasion.

    Raises
    ------
    InputError
        With every fault of every rule.

    Examples
    --------
    >>> from seatplan.people import Person
    >>> from seatplan.venue import Area, Seat
    >>> room = Venue("Room", (Seat("a", "1-1", "hall", 1, 1, 0.0),), (Area("hall", "Hall", "hall"),))
    >>> Problem(room, Roster((Person("1", "Ann"),))).people[0].name
    'Ann'
    """

    venue: Venue
    roster: Roster
    rules: tuple[Rule, ...] = ()
    convention: Convention = field(default_factory=Convention)
    previous: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    name: str = ""

    def __post_init__(self) -> None:
        refuse(fault for rule in self.rules for fault in rule.validate(self))

    def __reduce__(self) -> tuple[type[Problem], tuple[object, ...]]:
        fixed = self.venue, self.roster, self.rules, self.convention
        return Problem, (*fixed, dict(self.previous), self.name)

    def without(self, dropped: Iterable[Rule]) -> Problem:
        """Return the problem without some of its rules.

        It is not checked again: what was right for all the rules is not refused for some of them.
        """
        gone = {id(rule) for rule in dropped}
        return self._unchecked(tuple(rule for rule in self.rules if id(rule) not in gone))

    def supposing(self, rule: Rule) -> Problem:
        """Return the problem with one rule more, one that changes nothing of what the others say.

        Nothing is checked again, and the other rules are not lowered again.
        """
        more = self._unchecked((*self.rules, rule))
        tier = 0 if rule.priority == "must" else rule.priority
        terms = rule.lower(more)
        new = (Statement(term, rule=len(self.rules), tier=tier, weight=rule.weight) for term in terms)
        model = Model(self.model.people, self.model.seats, (*self.model.statements, *new))
        more.__dict__["model"] = model
        return more

    def _unchecked(self, rules: tuple[Rule, ...]) -> Problem:
        other = object.__new__(Problem)
        for each in fields(self):
            object.__setattr__(other, each.name, getattr(self, each.name))
        object.__setattr__(other, "rules", rules)
        return other

    @property
    def people(self) -> tuple[Person, ...]:
        """The people who must get a seat; index arrays refer to their order."""
        return self.roster.present

    @cached_property
    def person_index(self) -> dict[str, int]:
        """Index of each person who must get a seat, by id."""
        return {person.id: i for i, person in enumerate(self.people)}

    def select(self, who: Who) -> NDArray[np.intp]:
        """Return the indices of the present people whom ``who`` admits, in list order."""
        index = self.person_index
        return self._kept(who, lambda: [index[p.id] for p in who.select(self.roster) if p.id in index])

    def seats(self, where: Where) -> NDArray[np.intp]:
        """Return the indices of the seats that ``where`` admits."""
        return self._kept(where, lambda: where.select(self.venue))

    def _kept(self, chosen: Who | Where, answer: Callable[[], ArrayLike]) -> NDArray[np.intp]:
        """Return the indices that a rule's selection admits: rules ask for them again and again."""
        if id(chosen) not in self._asked:
            found = np.array(answer(), dtype=np.intp)
            found.setflags(write=False)
            self._asked[id(chosen)] = chosen, found
        return self._asked[id(chosen)][1]

    @cached_property
    def _asked(self) -> dict[int, tuple[Who | Where, NDArray[np.intp]]]:
        """Selections by identity; each is held, so that no other can get its number."""
        return {}

    @cached_property
    def pinned(self) -> Mapping[int, int]:
        """Seat index by person index, over all rules that pin."""
        found = [rule.pins(self) for rule in self.rules if isinstance(rule, Pinning)]
        return MappingProxyType({person: seat for pins in found for person, seat in pins.items()})

    @cached_property
    def kept_empty(self) -> NDArray[np.intp]:
        """Indices of the seats that rules keep empty, ascending."""
        found = [rule.keeps(self) for rule in self.rules if isinstance(rule, Keeping)]
        return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.intp)

    @cached_property
    def model(self) -> Model:
        """The problem as terms."""
        return Model(len(self.people), len(self.venue.seats), tuple(self._statements()))

    def _statements(self) -> Iterator[Statement]:
        for i, rule in enumerate(self.rules):
            tier = 0 if rule.priority == "must" else rule.priority
            for term in rule.lower(self):
                yield Statement(term, rule=i, tier=tier, weight=rule.weight)
