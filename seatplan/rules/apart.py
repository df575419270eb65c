"""Apart: people who do not sit next to, or near, each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from seatplan.errors import Fault
from seatplan.people import Person, Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules.base import Statute, person_at, say, set_faults, sets_in_words
from seatplan.rules.facts import Ints
from seatplan.terms import Pair, Term

__all__ = ["Apart"]


@dataclass(frozen=True, kw_only=True)
class Apart(Statute):
    """The people of each set, or everybody of ``who`` and ``other``, do not sit side by side.

    Source: protocol.md rule 51 (hostile pairs, nobody beside somebody of the same country or organisation,
    B). Neighbours sit side by side in one block of a row; ``front_back`` adds seats one behind the other,
    ``metres`` replaces both by a distance. Pins do not override this rule.

    Amount: the number of pairs of people who sit so.

    Parameters
    ----------
    sets : tuple of tuple of str
        Ids or names; the people of a set are kept apart from each other.
    who : Who
        One side; default everybody. It speaks only with ``other``, ``same`` or ``different``, or when it
        selects.
    other : Who, optional
        The other side; by default ``who`` are kept apart from each other.
    same : str
        Only pairs with the same value of this attribute, such as ``country`` or ``group``.
    different : str
        Only pairs with different values of this attribute.
    front_back : bool
        Also keep them from sitting one behind the other.
    metres : float, optional
        Keep them more than this distance apart, in every direction.

    Examples
    --------
    >>> Apart(same="country", priority=2).metres is None
    True
    """

    sets: tuple[tuple[str, ...], ...] = ()
    who: Who = field(default_factory=Who)
    other: Who | None = None
    same: str = ""
    different: str = ""
    front_back: bool = False
    metres: float | None = None

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse unknown names, sets of one, attributes nobody has, contradictory distances."""
        yield from super().validate(problem)
        if not self.sets and not self._selects:
            yield Fault(self.place, "nobody is named", "give `sets` of people, `who`, or an attribute in `same`")
        yield from set_faults(problem, self.place, self.sets)
        for name in ("same", "different"):
            key = getattr(self, name)
            if key and not any(person.attribute(key) for person in problem.roster.people):
                yield Fault(f"{self.place}.{name}", f"nobody has a value of {key!r}", "use a column of the roster")
        if self.metres is not None and (self.front_back or self.metres < 0):
            found = f"{self.metres:g} m" + (" and front_back" if self.front_back else "")
            yield Fault(f"{self.place}.metres", found, "give a distance, without front_back, which it includes")

    @property
    def _selects(self) -> bool:
        return self.other is not None or bool(self.same or self.different) or self.who != Who()

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield the unwanted pairs as one term."""
        venue = problem.venue
        relation = venue.within(self.metres) if self.metres is not None else venue.next_to
        if self.front_back:
            relation = np.concatenate([relation, venue.front_to_back])
        pairs = [
            pair for names in self.sets for pair in combinations(problem.select(Who(people=names)).tolist(), 2)
        ]
        found = np.concatenate([np.array(pairs, dtype=np.intp).reshape(-1, 2), self._crossing(problem)])
        if len(found):
            yield Pair(np.unique(np.sort(found, axis=1), axis=0), relation, wanted=False)

    def _crossing(self, problem: Problem) -> Ints:
        """Return all pairs of one of ``who`` and one of ``other``, by comparing all with all."""
        if not self._selects:
            return np.empty((0, 2), dtype=np.intp)
        one = problem.select(self.who)
        two = one if self.other is None else problem.select(self.other)
        kept = one[:, None] != two[None, :]
        for key, equal in ((self.same, True), (self.different, False)):
            if key:
                values = np.array([person.attribute(key) for person in problem.people], dtype=object)
                given = (values[one] != "")[:, None] & (values[two] != "")[None, :]
                kept &= given & ((values[one][:, None] == values[two][None, :]) == equal)
        first, second = np.nonzero(kept)
        return np.stack([one[first], two[second]], axis=1)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Walk the room, and look who sit on seats that are near each other."""
        sets = [{person.id for person in Who(people=names).select(problem.roster)} for names in self.sets]
        met = set()
        for a, b in self._near(problem):
            one, other = plan.person_at(a), plan.person_at(b)
            if one not in problem.person_index or other not in problem.person_index:
                continue
            pair = problem.roster.by_id[str(one)], problem.roster.by_id[str(other)]
            named = any(one in members and other in members for members in sets)
            if frozenset((one, other)) not in met and (
                named or self._unwanted(*pair) or self._unwanted(*pair[::-1])
            ):
                met.add(frozenset((one, other)))
                yield Violation(self, (pair[0].id, pair[1].id), (a, b))

    def _near(self, problem: Problem) -> Iterator[tuple[str, str]]:
        venue = problem.venue
        relations = [venue.next_to] if self.metres is None else [venue.within(self.metres)]
        for links in (*relations, *([venue.front_to_back] if self.front_back else [])):
            yield from ((venue.seats[a].id, venue.seats[b].id) for a, b in links.tolist())

    def _unwanted(self, one: Person, other: Person) -> bool:
        if not self._selects or not self.who.admits(one) or not (self.other or self.who).admits(other):
            return False
        same, different = (
            (one.attribute(key), other.attribute(key)) if key else None for key in (self.same, self.different)
        )
        alike = same is None or (bool(same[0]) and same[0] == same[1])
        return alike and (different is None or (all(different) and different[0] != different[1]))

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        parts = [sets_in_words(problem, self.sets, lang)] if self.sets else []
        parts += [self._selection(problem, lang)] if self._selects else []
        people = say(lang, "; ", "；").join(parts)
        return say(lang, f"{people} {self.must} {self._how('en')}", f"{people}{self._how('zh')}")

    def _selection(self, problem: Problem, lang: Lang) -> str:
        """Return in words who are kept apart besides the sets."""
        who = say(lang, "people", "") if self.who == Who() else self.who.sentence(problem.roster, lang)
        if self.other is not None:
            other = self.other.sentence(problem.roster, lang)
            who = say(lang, f"{who} and {other}", f"{who or '全体人员'}与{other}")
        for key, en, zh in ((self.same, "the same", "相同"), (self.different, "different", "不同")):
            if key:
                among = f"{who}中" if who else ""
                who = say(lang, f"{who} of {en} {key}", f"{among}{_WORDS.get(key, key)}{zh}者")
        return who

    def _how(self, lang: Lang) -> str:
        if self.metres is not None:
            return say(lang, f"sit more than {self.metres:g} m apart", f"相距须超过{self.metres:g}米")
        if self.front_back:
            return say(lang, "not sit side by side or one behind the other", "左右前后均不相邻")
        return say(lang, "not sit side by side", "左右不相邻")

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say who sit too near each other."""
        one, other = (
            person_at(problem, p, s, lang) for p, s in zip(violation.people, violation.seats, strict=True)
        )
        if self.metres is not None:
            return say(
                lang,
                f"{one} and {other} sit within {self.metres:g} m of each other",
                f"{one}与{other}相距不超过{self.metres:g}米",
            )
        seats = (problem.venue.seat(seat) for seat in violation.seats)
        beside = len({(seat.area, seat.row) for seat in seats}) == 1
        en = "side by side" if beside else "one behind the other"
        return say(lang, f"{one} and {other} sit {en}", f"{one}与{other}{'左右' if beside else '前后'}相邻")


_WORDS = {"group": "团组", "unit": "单位", "category": "类别", "country": "国家", "title": "职务"}
