"""Dinner: host and hostess opposite each other, men and women in turn, couples apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.people import Who
from seatplan.problem import Lang, Problem
from seatplan.protocol import Diner, dinner_ring, separated, with_visiting_head
from seatplan.protocol.convention import Mod4
from seatplan.rules.base import area_names, many, say, set_faults
from seatplan.rules.facts import IN_ORDER, Ints
from seatplan.rules.occasions import Line, Ranked
from seatplan.rules.occasions.chairs import areas_of
from seatplan.rules.occasions.rings import ring_of

__all__ = ["Dinner"]

_ROLES = {("man", "host"): "dinner_host", ("woman", "host"): "dinner_hostess"}
Seated = dict[Diner, int]


@dataclass(frozen=True, kw_only=True)
class Dinner(Ranked):
    """``host`` and ``hostess`` sit opposite each other, the guests of rank beside them, men and women in turn.

    Source: protocol.md 5.4. Woman 1 at the host's right, man 1 at the hostess's right, the second at the lefts,
    then inwards (rule 48, B [S123-S126], from the third on [S124]). Spouses and relatives are not neighbours; if
    rank puts them together, one is moved with the least disruption (rule 49, B; what disruption is, D). A visiting
    head of State and spouse take the hosts' seats (rule 50, C [S124]). Of equal ranks the one listed first
    precedes (D). Guests without a rank come behind the others of their sex, in list order, and are the first to be
    moved (5.4, C [S123]: they may be placed between ranked ones).

    Amount: the number of people who sit on none of the places of their kind, plus the number of others who sit at
    the table, plus the inverted pairs among men and among women.

    Parameters
    ----------
    host, hostess : Who
        One person each; they sit at the main seat and opposite.
    men, women : Who
        The guests, as many men as women; whoever is named above is left out.
    areas : tuple of str
        The table, an area of the kind ``ring`` with as many seats as people; by default the first one.
    couples : tuple of tuple of str
        Sets of people (ids or names) who must not be neighbours.
    family : str
        A column; people with the same value in it must not be neighbours.
    mod4 : {"shift_hostess", "adjacent", "two_at_ends"}, optional
        Conflict 23, for multiples of four, where men and women cannot alternate with the hostess opposite (rule
        45): she moves one seat to her left (D); two men and two women are neighbours (B); two places are laid at
        each end of a long table (C [S124]). By default the convention's.
    visitor, spouse : Who, optional
        A visiting head of State and the spouse.

    Examples
    --------
    >>> guests = {"men": Who(roles=("m",)), "women": Who(roles=("w",))}
    >>> Dinner(host=Who(people=("a",)), hostess=Who(people=("b",)), mod4="adjacent", **guests).mod4
    'adjacent'
    """

    host: Who
    hostess: Who
    men: Who
    women: Who
    areas: tuple[str, ...] = ()
    couples: tuple[tuple[str, ...], ...] = ()
    family: str = ""
    mod4: Mod4 | None = None
    visitor: Who | None = None
    spouse: Who | None = None

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse unknown names in couples, and a visitor without a spouse."""
        found = list(set_faults(problem, f"{self.place}.couples", self.couples))
        if (self.visitor is None) != (self.spouse is None):
            found.append(Fault(f"{self.place}.visitor", "visitor and spouse belong together", "name both"))
        return found or super().validate(problem)

    def where(self, problem: Problem) -> tuple[str, ...]:
        """Return the area of the table."""
        return areas_of(problem, "ring", self.areas)[:1]

    def lines(self, problem: Problem) -> tuple[Line, ...]:
        """Return the hosts, the visitors, the men and the women."""
        diners = self._diners(problem)
        seats = self._seats_of(problem, diners)
        found = [
            Line(
                diner.sex,
                _ROLES.get((diner.sex, diner.role), diner.role),
                (np.array([person]),),
                np.array([seats[diner]]),
            )
            for diner, person in diners.items()
            if diner.role
        ]
        for sex in ("man", "woman"):
            ranked = sorted(diner for diner in diners if diner.sex == sex and not diner.role)
            places = np.array([seats[diner] for diner in ranked], dtype=np.intp)
            found.append(Line(sex, "", tuple(np.array([diners[diner]]) for diner in ranked), places))
        return tuple(line for line in found if len(line.people))

    def _diners(self, problem: Problem) -> Seated:
        """Return who takes part, by sex and rank."""
        hosts = {Diner("man", 0, "host"): self.host, Diner("woman", 0, "host"): self.hostess}
        if self.visitor is not None and self.spouse is not None:
            hosts |= {Diner("man", 0, "visitor"): self.visitor, Diner("woman", 0, "visitor"): self.spouse}
        found: Seated = {diner: self._one(problem, diner, who) for diner, who in hosts.items()}
        named = list(found.values())
        for sex, who in (("man", self.men), ("woman", self.women)):
            people = np.setdiff1d(self.members(problem, who), named)
            free = self._unranked(problem, people)
            known = self.ranked(problem, np.setdiff1d(people, free))
            order = [i for equals in known for i in np.sort(equals).tolist()] + free
            found |= {Diner(sex, rank): person for rank, person in enumerate(order, start=1)}  # type: ignore[arg-type]
        return found

    def _unranked(self, problem: Problem, people: Ints) -> list[int]:
        """Return the guests without a rank, in list order, if any of them have one."""
        if self.by != "rank":
            return []
        free = [i for i in people.tolist() if problem.people[i].rank is None]
        return free if len(free) < len(people) else []

    def _one(self, problem: Problem, diner: Diner, who: Who) -> int:
        people = self.members(problem, who)
        if len(people) != 1:
            field = {"host": ("host", "hostess"), "visitor": ("visitor", "spouse")}[diner.role][
                diner.sex == "woman"
            ]
            raise InputError(
                [Fault(field, many(len(people), "person", "people"), "name one person who is present")]
            )
        return int(people[0])

    def _seats_of(self, problem: Problem, diners: Seated) -> Seated:
        """Return the seat of each of them, with couples apart."""
        ring, kept = ring_of(problem, self.where(problem)[0])
        if len(ring) != len(diners) or kept:
            found = f"{many(len(diners), 'person', 'people')} for {many(len(ring) - len(kept), 'seat')}"
            raise InputError([Fault("areas", found, "take a table of exactly as many seats")])
        sexes = [diner.sex for diner in diners]
        if sexes.count("man") != sexes.count("woman"):
            found = f"{sexes.count('man')} men and {sexes.count('woman')} women, hosts included"
            raise InputError([Fault("men", found, "seat as many men as women, or use the rule banquet")])
        table = dinner_ring(len(ring), self.settled(problem, "mod4"))
        free = {d for d, i in diners.items() if i in self._unranked(problem, np.array(list(diners.values())))}
        table = with_visiting_head(table) if self.visitor else table
        table = separated(table, self._pairs(problem, diners), free=free)
        return {diner: int(seat) for diner, seat in zip(table, ring, strict=True)}

    def _pairs(self, problem: Problem, diners: Seated) -> Iterator[tuple[Diner, Diner]]:
        """Yield the pairs who must not be neighbours."""
        sets = [set(problem.select(Who(people=names)).tolist()) for names in self.couples]
        for (a, one), (b, other) in combinations(diners.items(), 2):
            value, same = (problem.people[i].attribute(self.family) if self.family else "" for i in (one, other))
            if any({one, other} <= names for names in sets) or (value and value == same):
                yield a, b

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        host, hostess = (who.sentence(problem.roster, lang) for who in (self.host, self.hostess))
        area, (en, zh) = area_names(problem, self.where(problem), lang), IN_ORDER[self.by]
        apart = bool(self.couples or self.family)
        return say(
            lang,
            f"at {area}, {host} and {hostess} {self.must} sit opposite each other, the guests beside them {en}, "
            f"men and women in turn{', couples apart' if apart else ''}",
            f"{area}：{host}与{hostess}相对而坐，来宾{zh}在两侧男女相间{'，夫妇亲属不相邻' if apart else ''}",
        )
