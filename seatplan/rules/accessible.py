"""Accessible: people with needs get the seats that serve them, and those seats are kept for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from seatplan.errors import Fault
from seatplan.people import Person
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules.base import Statute, many, person_at, say, seated
from seatplan.rules.facts import Ints
from seatplan.terms import Pair, Term
from seatplan.venue import COMPANION, WHEELCHAIR

__all__ = ["Accessible"]

STEP_FREE = "step_free"


@dataclass(frozen=True, kw_only=True)
class Accessible(Statute):
    """Who needs it sits on a seat with the feature, others do not; step-free ways; companions beside.

    Source: protocol.md rule 56 and codes.md 3 (wheelchair spaces, one companion seat beside each). A space
    for a wheelchair has no chair, so it serves nobody else. Pins do not override this rule.

    Amount: the number of people with a need whose seat lacks its feature, for each feature; plus, with
    ``keep``, the others who sit on a seat with the feature; plus the people who need a step-free way and have
    none, or a longer one than ``metres``; plus the companions who do not sit next to their person, who do not
    sit on a companion seat (``companion_seats``), and the others who do (``keep_companion``).

    Parameters
    ----------
    features : tuple of (str, str)
        Pairs of a need and the feature of a seat that serves it.
    keep : bool
        Whether seats with a feature serve only those who need it.
    metres : float, optional
        Longest way to a door, for people who need ``step_free``.
    companions : bool
        Whether people with the role ``companion`` sit next to the person they accompany (`Person.beside`).
    companion_seats : bool
        Whether companions of people with a need of ``features`` take seats with the feature ``companion``,
        in a venue that has any.
    keep_companion : bool
        Whether seats with the feature ``companion`` serve only companions.

    Examples
    --------
    >>> Accessible(metres=30.0).features
    (('wheelchair', 'wheelchair'),)
    """

    features: tuple[tuple[str, str], ...] = (("wheelchair", WHEELCHAIR),)
    keep: bool = True
    metres: float | None = None
    companions: bool = True
    companion_seats: bool = False
    keep_companion: bool = False

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse more people with a need than seats that serve it, and a limit no seat keeps."""
        yield from super().validate(problem)
        if self.metres is not None and not any(f.kind == "door" for f in problem.venue.fixtures):
            yield Fault(f"{self.place}.metres", "the venue has no door", "add doors, or leave the limit out")
        if self.priority != "must":
            return
        for feature, needs in self._served().items():
            people = [person.name for person in problem.people if person.needs & needs]
            seats = np.setdiff1d(problem.venue.with_feature(feature), problem.kept_empty)
            if len(people) > len(seats):
                need = many(len(people), "person needs", "people need")
                found = f"{need} a seat with {feature!r}, {len(seats)} can be used"
                yield Fault(self.place, found, "add or free such seats, or seat fewer people with the need")

    @property
    def serves(self) -> frozenset[str]:
        """The needs of ``features``, and the step-free way."""
        return frozenset(need for need, _ in self.features) | {STEP_FREE}

    def _served(self) -> dict[str, set[str]]:
        """Return the needs that each feature serves."""
        served: dict[str, set[str]] = {}
        for need, feature in self.features:
            served.setdefault(feature, set()).add(need)
        return served

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield domains for those with needs and for the others, and the companions as wanted pairs."""
        everywhere = np.arange(len(problem.venue.seats))
        for need, feature in self.features:
            yield self.keep_on(problem, self._who(problem, {need}), problem.venue.with_feature(feature))
        for feature, needs in self._served().items() if self.keep else ():
            others = np.setdiff1d(np.arange(len(problem.people)), self._who(problem, needs))
            yield self.keep_on(problem, others, np.setdiff1d(everywhere, problem.venue.with_feature(feature)))
        level = problem.venue.step_free
        if self.metres is not None:
            level = level & (problem.venue.metres_to("door") <= self.metres)
        yield self.keep_on(problem, self._who(problem, {STEP_FREE}), np.flatnonzero(level))
        yield from self._bound(problem, everywhere)

    def _bound(self, problem: Problem, everywhere: Ints) -> Iterator[Term]:
        index, reserved = problem.person_index, problem.venue.with_feature(COMPANION)
        pairs = [
            (i, index[person.beside])
            for i, person in enumerate(problem.people)
            if "companion" in person.roles and person.beside in index
        ]
        if pairs and self.companions:
            yield Pair(np.array(pairs, dtype=np.intp), problem.venue.next_to, wanted=True)
        needs = {need for need, _ in self.features}
        bound = [i for i, principal in pairs if problem.people[principal].needs & needs]
        if self.companion_seats and len(reserved):
            yield self.keep_on(problem, np.array(bound, dtype=np.intp), reserved)
        if self.keep_companion:
            others = np.setdiff1d(np.arange(len(problem.people)), [i for i, _ in pairs])
            yield self.keep_on(problem, others, np.setdiff1d(everywhere, reserved))

    @staticmethod
    def _who(problem: Problem, needs: set[str]) -> Ints:
        return np.array([i for i, person in enumerate(problem.people) if person.needs & needs], dtype=np.intp)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Look at each person's seat, and at the seats beside each companion."""
        for person, seat in seated(problem, plan):
            lacks = len(list(self._lacks(problem, person, seat)))
            if lacks:
                yield Violation(self, (person.id,), (seat,), lacks)
            principal = self._principal(problem, person)
            place = plan.seat_of(principal.id) if principal else None
            sits = self.companions and principal and place in problem.venue.seat_index
            if principal and sits and place not in problem.venue.neighbours(seat):
                yield Violation(self, (person.id, principal.id), (seat, str(place)))

    def _principal(self, problem: Problem, person: Person) -> Person | None:
        found = problem.roster.by_id.get(person.beside)
        return found if found and "companion" in person.roles and found.status == "present" else None

    def _lacks(self, problem: Problem, person: Person, seat_id: str) -> Iterator[tuple[str, str]]:
        """Yield an English and a Chinese phrase for everything that is wrong with a person's seat."""
        seat, place = problem.venue.seat(seat_id), problem.venue.seat_index[seat_id]
        for need, feature in self.features:
            if need in person.needs and feature not in seat.features:
                yield f"needs {_name(need, 'en')} and has none", f"需要{_name(need, 'zh')}而未安排"
        for feature, needs in self._served().items() if self.keep else ():
            if feature in seat.features and not person.needs & needs:
                yield f"takes {_name(feature, 'en')} without needing it", f"无需而占用{_name(feature, 'zh')}"
        if STEP_FREE in person.needs and not problem.venue.step_free[place]:
            yield "needs a step-free way and has none", "需要无台阶通道而座位不可达"
        elif STEP_FREE in person.needs and self.metres is not None:
            way = float(problem.venue.metres_to("door")[place])
            if way > self.metres:
                yield (
                    f"has {way:.1f} m to a door, not {self.metres:g} m",
                    f"距出入口{way:.1f}米，超过{self.metres:g}米",
                )
        yield from self._seat_of_companion(problem, person, seat.features)

    def _seat_of_companion(
        self, problem: Problem, person: Person, features: frozenset[str]
    ) -> Iterator[tuple[str, str]]:
        principal = self._principal(problem, person)
        if self.keep_companion and COMPANION in features and principal is None:
            yield "takes a companion seat without being one", "非陪同人员占用陪同席位"
        if self.companion_seats and principal and principal.needs & {need for need, _ in self.features}:
            there_are = any(COMPANION in seat.features for seat in problem.venue.seats)
            if there_are and COMPANION not in features:
                yield "does not sit on a companion seat", "未坐在陪同席位上"

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        needs = say(lang, " or ", "或").join(_name(need, lang) for need, _ in self.features)
        parts = [say(lang, f"whoever needs {needs} {self.must} get it", f"需要{needs}者坐在相应席位")]
        if self.keep:
            parts.append(say(lang, f"nobody else {self.may} take it", "其他人员不占用"))
        limit = f"{self.metres or 0:g}"
        near = say(lang, f" of at most {limit} m to a door", f"，且距出入口不超过{limit}米")
        level = say(
            lang, f"whoever needs a step-free way {self.must} have one", "需要无台阶通道者坐在可无障碍到达的座位"
        )
        parts.append(level + (near if self.metres is not None else ""))
        if self.companions:
            parts.append(say(lang, f"companions {self.must} sit next to their person", "陪同人员与本人相邻而坐"))
        if self.companion_seats:
            parts.append(say(lang, f"companions {self.must} sit on companion seats", "陪同人员坐在陪同席位"))
        if self.keep_companion:
            parts.append(say(lang, f"nobody else {self.may} take companion seats", "其他人员不占用陪同席位"))
        return say(lang, "; ", "；").join(parts)

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say what the seat lacks, or whose companion sits apart."""
        pairs = zip(violation.people, violation.seats, strict=True)
        one, *others = (person_at(problem, person, seat, lang) for person, seat in pairs)
        if others:
            return say(lang, f"{one} does not sit next to {others[0]}", f"{one}未与{others[0]}相邻而坐")
        person = problem.roster.by_id[violation.people[0]]
        phrases = list(self._lacks(problem, person, violation.seats[0]))
        return say(
            lang, f"{one} " + " and ".join(en for en, _ in phrases), one + "，".join(zh for _, zh in phrases)
        )


def _name(thing: str, lang: Lang) -> str:
    en, zh = _WORDS.get(thing, (thing, thing))
    return say(lang, en, zh)


_WORDS = {
    "wheelchair": ("a wheelchair space", "轮椅席位"),
    COMPANION: ("a companion seat", "陪同席位"),
    STEP_FREE: ("a step-free way", "无台阶通道"),
}
