"""Sofas: host and chief guest share the middle, each party continues on its own side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seatplan.people import Who
from seatplan.problem import Lang, Problem
from seatplan.protocol import sofas
from seatplan.protocol.convention import Side
from seatplan.rules.base import say
from seatplan.rules.facts import IN_ORDER, Ints
from seatplan.rules.occasions import Line, Ranked
from seatplan.rules.occasions.chairs import areas_of, chairs_in, dividing_line

__all__ = ["Sofas"]

BEHIND = ("interpreter", "note_taker")


@dataclass(frozen=True, kw_only=True)
class Sofas(Ranked):
    """``host`` and ``guest`` meet in the middle of the sofas and continue outwards by rank.

    Source: protocol.md 4.2 and rule 37 (B): the chief guest at the host's right, as the convention honours the
    right, or says so in ``sofas_side``; interpreters and note-takers (by role) behind their principals, extra
    people in the second row. At a superior's visit at home the convention honours the left: the superior, as
    guest, sits at the local leader's left (conflict 17). The middle is the line between two chairs that is nearest
    the centre and leaves enough chairs on both sides (D).

    Amount: the number of people of the parties who sit on none of their places, plus the number of others who
    sit in the area, plus the inverted pairs in each party.

    Parameters
    ----------
    host, guest : Who
        The two parties with their interpreters and note-takers.
    areas : tuple of str
        The area; by default the one of the kind ``sofas``.

    Examples
    --------
    >>> Sofas(host=Who(groups=("home",)), guest=Who(groups=("abroad",))).by
    'rank'
    """

    host: Who
    guest: Who
    areas: tuple[str, ...] = ()

    def where(self, problem: Problem) -> tuple[str, ...]:
        """Return the area of the sofas."""
        return areas_of(problem, "sofas", self.areas)[:1]

    def lines(self, problem: Problem) -> tuple[Line, ...]:
        """Return both parties, and those who sit behind them."""
        (area,) = self.where(problem)
        front, behind = chairs_in(problem, area, 1), chairs_in(problem, area, 2)
        hosts, guests = (self.members(problem, who, but=BEHIND) for who in (self.host, self.guest))
        at = problem.venue.positions
        left, right = self._on_sides(problem)
        counts = {"host": len(hosts), "guest": len(guests)}
        line = dividing_line(at[front], counts[left], counts[right])
        found = []
        for party, people in (("host", hosts), ("guest", guests)):
            rows = (_outwards(problem, chairs, line, left_of=party == left) for chairs in (front, behind))
            found += self._party(problem, party, people, *rows)
        return tuple(one for one in found if len(one.people))

    def _on_sides(self, problem: Problem) -> tuple[str, str]:
        """Return the parties at the occupants' left and at their right."""
        first, *_, last = sofas(1, 1, _side(problem)).front
        return first.party, last.party

    def _party(self, problem: Problem, party: str, people: Ints, front: Ints, behind: Ints) -> list[Line]:
        """Return the lines of a party: helpers take the second row first, behind the principal."""
        who = self.host if party == "host" else self.guest
        interpreters, takers = (self.members(problem, who, role) for role in BEHIND)
        used = len(interpreters) + len(takers)
        return [
            self.line(problem, party, "", people, np.concatenate([front, behind[used:]])),
            self.line(problem, party, "interpreter", interpreters, behind),
            self.line(problem, party, "note_taker", takers, behind[len(interpreters) :]),
        ]

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        hosts, guests = (who.sentence(problem.roster, lang) for who in (self.host, self.guest))
        (en, zh), side = IN_ORDER[self.by], _side(problem)
        side_zh = "右" if side == "right" else "左"
        return say(
            lang,
            f"on the sofas, {guests} as guests {self.must} sit at the {side} hand of {hosts}, "
            f"nobody else with them, both from the middle outwards {en}, interpreters behind",
            f"会见：{guests}为客方，坐在主方{hosts}的{side_zh}手一侧，双方自正中向外{zh}排列，翻译坐在身后",
        )


def _side(problem: Problem) -> Side:
    """Return the side of the host on which the guest sits (conflict 17)."""
    side = problem.convention.sofas_side
    return problem.convention.honour_side if side == "honour_side" else side


def _outwards(problem: Problem, chairs: Ints, line: float, *, left_of: bool) -> Ints:
    """Return the chairs on one side of the line, the nearest first."""
    at = problem.venue.positions[chairs]
    side = chairs[at < line] if left_of else chairs[at > line]
    return side[np.argsort(np.abs(problem.venue.positions[side] - line), kind="stable")]
