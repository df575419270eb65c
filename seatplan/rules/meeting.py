"""Meeting: people of one list at one table, by rank from its head."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.people import Who
from seatplan.problem import Lang, Problem
from seatplan.protocol import head_table, rank_positions, ring_ranks
from seatplan.protocol.convention import LecternSplit
from seatplan.rules.base import area_names, many, say
from seatplan.rules.facts import IN_ORDER, Ints
from seatplan.rules.occasions import Line, Ranked
from seatplan.rules.occasions.chairs import areas_of, centred, chairs_in
from seatplan.rules.occasions.rings import ring_of

__all__ = ["Meeting"]


@dataclass(frozen=True, kw_only=True)
class Meeting(Ranked):
    """``who`` sit at a table by rank from its head, and nobody else sits there.

    Source: protocol.md 4.3 and rule 59. A row (a head table, a U-shape with the leader in the middle of the closed
    end, C [S38], or one side of a table) is that of the convention (1.3 to 1.6): the first faces the door, the
    others beside the first (B [S4 S33]). At a table with people all round, the first has the seat farthest from
    the door, which faces it (round tables B [S89 S100]; long and oval ones, at the inner end, C [S89]); nearer the
    first is higher, of two equally near the honour side (D). With a lectern in the row the presider is rank 1 and
    the principal speaker, or guest of honour, rank 2: presider at the lectern's left, speaker at its right (B
    [S17]); or the presider at its right, the guest of honour at the presider's right, the introducer (rank 3) at
    the left (C [S101]).

    Amount: the number of these people who sit on none of their places, plus the number of others who sit there,
    plus the inverted pairs.

    Parameters
    ----------
    who : Who
    area : str
        The table, an area of the kind ``table`` or ``ring``.
    lectern_split : {"presider_left", "presider_right"}, optional
        Conflict 8, by the occupants' own hands; by default the convention's.

    Examples
    --------
    >>> Meeting(who=Who(categories=("head",)), area="head").by
    'rank'
    """

    who: Who
    area: str
    lectern_split: LecternSplit | None = None

    def where(self, problem: Problem) -> tuple[str, ...]:
        """Return the area of the table."""
        kind = problem.venue.area_by_id[self.area].kind
        return areas_of(problem, kind if kind == "ring" else "table", (self.area,))

    def lines(self, problem: Problem) -> tuple[Line, ...]:
        """Return the one list."""
        (area,) = self.where(problem)
        people, chairs = self.members(problem, self.who), chairs_in(problem, area, 1)
        at = problem.venue.positions[chairs]
        if problem.venue.area_by_id[area].kind == "ring":
            seats = self._round(problem)
        elif 0.0 not in at and np.all(at % 1 == 0):
            seats = self._beside_lectern(problem, chairs, len(people))
        else:
            custom = problem.convention.among({problem.people[i].id for i in people})
            seats = centred(problem, chairs, rank_positions(len(people), custom), "who")
        return (self.line(problem, "", "", people, seats),) if len(people) else ()

    def _round(self, problem: Problem) -> Ints:
        """Return the seats round a table, nearer the main seat first."""
        ring, kept = ring_of(problem, self.area)
        order = np.argsort(ring_ranks(len(ring), problem.convention.honour_side))
        return ring[[k for k in order.tolist() if k not in kept]]

    def _beside_lectern(self, problem: Problem, chairs: Ints, count: int) -> Ints:
        """Return the chairs by rank, from the lectern outwards on both sides."""
        row = head_table(count, self.settled(problem, "lectern_split"))
        middle = row.index(None)
        at = problem.venue.positions[chairs]
        by_rank: dict[int | None, int] = {}
        sides = ("left", chairs[at < 0][::-1], row[:middle][::-1]), ("right", chairs[at > 0], row[middle + 1 :])
        for side, seats, ranks in sides:
            if len(ranks) > len(seats):
                found = f"{many(len(ranks), 'person', 'people')} at the {side} of the lectern"
                mend = "add chairs on that side, or seat fewer people there"
                raise InputError([Fault("who", f"{found} for {many(len(seats), 'chair')}", mend)])
            by_rank |= dict(zip(ranks, seats.tolist(), strict=False))
        return np.array([by_rank[rank] for rank in range(1, count + 1)], dtype=np.intp)

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        who, area = self.who.sentence(problem.roster, lang), area_names(problem, (self.area,), lang)
        en, zh = IN_ORDER[self.by]
        return say(
            lang,
            f"at {area}, {who} {self.must} sit {en} from its head, and nobody else",
            f"{area}：{who}{zh}自主位向两侧就座，其他人不在此就座",
        )
