"""Signing: both signers at the desk, assistants at their outer sides, the others behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.people import Who
from seatplan.problem import Lang, Problem
from seatplan.protocol import Member, signing
from seatplan.protocol.party import Party
from seatplan.rules.base import many, say
from seatplan.rules.facts import IN_ORDER, Ints
from seatplan.rules.occasions import Line, Ranked
from seatplan.rules.occasions.chairs import areas_of, chairs_in, dividing_line, facing_of, seats_at

__all__ = ["Signing"]

PARTIES: tuple[Party, Party] = ("host", "guest")
AT_DESK = ("signer", "assistant")


@dataclass(frozen=True, kw_only=True)
class Signing(Ranked):
    """The signers of ``host`` and ``guest`` sit at the desk with their assistants, the others stand behind.

    Source: protocol.md 4.4 and rule 39 (B): both face the door, the host at the left, the guest at the right
    (occupants' sides), assistants at the outer side of their signer. Behind, each party stands from the centre
    outwards by rank, front row before the rows behind. Roles tell who is ``signer`` and who ``assistant``. With
    one row, the line between the parties may move so that both have room (D). Where the others sit opposite the
    signers, each party sits before its own, so on the other hand (D).

    Amount: the number of people of the parties who are on none of their places, plus the number of others who
    are in the area, plus the inverted pairs in each party.

    Parameters
    ----------
    host, guest : Who
        The two parties with signer and assistant.
    areas : tuple of str
        The area; by default the one of the kind ``signing``.

    Examples
    --------
    >>> Signing(host=Who(groups=("home",)), guest=Who(groups=("abroad",))).priority
    'must'
    """

    host: Who
    guest: Who
    areas: tuple[str, ...] = ()

    def where(self, problem: Problem) -> tuple[str, ...]:
        """Return the area of the desk."""
        return areas_of(problem, "signing", self.areas)[:1]

    def lines(self, problem: Problem) -> tuple[Line, ...]:
        """Return signers, assistants and the retinues."""
        return tuple(line for party in PARTIES for line in self._party(problem, party) if len(line.people))

    def _party(self, problem: Problem, party: Party) -> Iterator[Line]:
        (area,) = self.where(problem)
        who, desk = self.host if party == "host" else self.guest, chairs_in(problem, area, 1)
        layout = signing(0, 0).desk
        middle = (len(layout) - 1) / 2
        for role in AT_DESK:
            people = self.members(problem, who, role)
            if len(people) > 1 or (role == "signer" and not len(people)):
                found = f"{many(len(people), 'person', 'people')} with the role {role}"
                raise InputError([Fault(party, found, f"give one of them the role {role}")])
            place = layout.index(Member(party, 1, role)) - middle
            yield self.line(problem, party, role, people, seats_at(problem, desk, [place]))
        retinue = self.members(problem, who, but=AT_DESK)
        yield self.line(problem, party, "", retinue, self._behind(problem, area, party))

    def _behind(self, problem: Problem, area: str, party: Party) -> Ints:
        """Return where a party stands, row by row from the centre outwards."""
        venue = problem.venue
        rows = sorted({int(row) for row in venue.rows[venue.seats_of(area)]} - {1})
        found = [np.empty(0, dtype=np.intp)]
        counts = [len(self.members(problem, who, but=AT_DESK)) for who in (self.host, self.guest)]
        for chairs in (chairs_in(problem, area, row) for row in rows):
            at = venue.positions[chairs]
            opposite = self._opposite(problem, chairs)
            left, right = counts if len(rows) == 1 else (len(at) // 2, len(at) // 2)
            left, right = (right, left) if opposite else (left, right)
            line = dividing_line(at, left, right)
            side = chairs[at < line] if (party == "host") != opposite else chairs[at > line]
            found.append(side[np.argsort(np.abs(venue.positions[side] - line), kind="stable")])
        return np.concatenate(found)

    def _opposite(self, problem: Problem, chairs: Ints) -> bool:
        """Tell whether a row looks at the signers."""
        (area,) = self.where(problem)
        return any(problem.venue.seats[i].facing != facing_of(problem, area) for i in chairs.tolist())

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        (area,) = self.where(problem)
        facing = self._opposite(problem, chairs_in(problem, area))
        hosts, guests = (who.sentence(problem.roster, lang) for who in (self.host, self.guest))
        en, zh = IN_ORDER[self.by]
        return say(
            lang,
            f"at the signing, {hosts} {self.must} be at the left and {guests} as guests at the right, as they see "
            "it: signers seated, assistants at their outer sides, "
            f"the others {'opposite' if facing else 'behind'}, from the middle {en}",
            f"签字仪式：面对来宾，{hosts}为主方居左，{guests}为客方居右；助签人立于外侧，"
            f"其余人员在{'对面' if facing else '后排'}自正中向外{zh}{'就座' if facing else '站立'}",
        )
