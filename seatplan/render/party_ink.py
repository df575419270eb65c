"""Plates at tables: hosts and guests told apart by the shape of the plate, all names upright."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from seatplan.problem import Lang, Problem
from seatplan.render.page import Ink
from seatplan.render.plate_ink import PlateSheet
from seatplan.render.scene import SeatMark
from seatplan.rules.occasions import Badge, Occasion

__all__ = ["TABLES", "PartySheet", "badges_of", "rank_words", "shape_words", "upright"]

Points = NDArray[np.float64]

TABLES = ("table", "ring", "sofas", "signing", "photo", "vehicle", "flags", "benches")
"""Kinds of areas that are shown as tables with plates."""
ASPECT = 0.62
"""Depth of a plate by its width."""
AIR = 0.94
"""Of the room that a plate has to the next one."""
ALONE = {
    "driver": ("驾驶", "driver"),
    "host_flag": ("东道主", "host"),
    "this_host": ("东道主", "host"),
    "last_host": ("上届", "last host"),
    "next_host": ("下届", "next host"),
    "dinner_host": ("男主人", "host"),
    "dinner_hostess": ("女主人", "hostess"),
    "visitor": ("贵宾", "visitor"),
}
"""Roles that are told without the party."""
PRINCIPALS = ("", "signer", "front_bench", *ALONE)
"""Roles of people whose plates have a strong edge."""
CORNER = 0.46
"""Radius of round corners by the depth of a plate. The lower ones are round: the rank stands in an upper one."""
WIDEST = 1.05
"""Metres: wider plates would lie on the table."""
ROUND = ("guest", "woman", "opposition")
"""Parties whose plates have round lower corners; those of others have square ones."""
_LETTERS = {
    "zh": {
        "host": "主",
        "guest": "客",
        "man": "男",
        "woman": "女",
        "government": "政",
        "opposition": "反",
        "cross": "中",
    },
    "en": {
        "host": "H",
        "guest": "G",
        "man": "M",
        "woman": "W",
        "government": "G",
        "opposition": "O",
        "cross": "C",
    },
}
_ROLES = {
    "zh": {
        "interpreter": "译",
        "note_taker": "记",
        "signer": "签",
        "assistant": "助",
        "front_bench": "前排",
    },
    "en": {
        "interpreter": "interpreter",
        "note_taker": "notes",
        "signer": "signer",
        "assistant": "assistant",
        "front_bench": "front bench",
    },
}
_SHAPES = {
    "zh": {
        "host": "方牌为主方，圆底牌为客方；牌上左上为主客与位次",
        "man": "方牌为男宾，圆底牌为女宾；牌上左上为位次",
        "government": "方牌为执政党（政），圆底牌为反对党（反）",
        "delegations": "牌上左上：主方位次（主），或代表团",
    },
    "en": {
        "host": "Square plates are hosts (H), plates with a round foot guests (G), with their rank",
        "man": "Square plates are men (M), plates with a round foot women (W), with their rank",
        "government": "Square plates are the government (G), plates with a round foot the opposition (O)",
        "delegations": "In the corner of a plate: hosts (H) with their rank, or the delegation",
    },
}


def badges_of(problem: Problem) -> dict[str, Badge]:
    """Return what each person is at the occasions of a problem, by id."""
    rules = (rule for rule in problem.rules if isinstance(rule, Occasion))
    return {problem.people[i].id: badge for rule in rules for i, badge in rule.badges(problem).items()}


def rank_words(badge: Badge | None, lang: Lang) -> str:
    """Return what stands in the corner of a plate.

    Examples
    --------
    >>> rank_words(Badge("guest", "", 1), "zh"), rank_words(Badge("host", "interpreter", 1), "zh")
    ('客1', '主译')
    >>> rank_words(Badge("Peru", "", 0), "en")
    'Peru'
    """
    if badge is None:
        return ""
    letter = _LETTERS[lang].get(badge.party, "")
    if badge.role in ALONE:
        return ALONE[badge.role][0 if lang == "zh" else 1]
    if badge.role:
        word = _ROLES[lang].get(badge.role, badge.role)
        return f"{letter}{word}" if lang == "zh" else f"{letter} {word}".strip()
    return f"{letter}{badge.rank}" if badge.rank else letter or badge.party


def shape_words(badges: Mapping[str, Badge], lang: Lang) -> Iterator[str]:
    """Yield what the shapes mean, if there are two; with hosts alone, what stands on the plates."""
    parties = {badge.party for badge in badges.values()}
    if "host" in parties and "guest" not in parties:
        yield _SHAPES[lang]["delegations"]
        parties -= {"host"}
    yield from (words for party, words in _SHAPES[lang].items() if party in parties)


def upright(seats: Sequence[SeatMark], places: Mapping[str, tuple[float, float]]) -> tuple[SeatMark, ...]:
    """Return the marks where the seats stand, turned to the reader, as large as they can be without touching.

    Parameters
    ----------
    seats : sequence of SeatMark
    places : mapping of str to (float, float)
        Where each seat stands, in metres.
    """
    xy = np.array([places[seat.seat] for seat in seats]).reshape(-1, 2)
    width = min(WIDEST, AIR * _widest(xy))
    return tuple(
        replace(seat, x=x, y=y, width=width, depth=width * ASPECT, facing=90.0)
        for seat, (x, y) in zip(seats, xy.tolist(), strict=True)
    )


def _widest(xy: Points) -> float:
    """Return the largest width at which no two plates touch: two must be apart sideways or upwards."""
    apart = np.abs(xy[:, None, :] - xy[None, :, :])
    room = np.maximum(apart[..., 0], apart[..., 1] / ASPECT)
    np.fill_diagonal(room, np.inf)
    return float(room.min(initial=WIDEST))


@dataclass
class PartySheet(PlateSheet):
    """Plates whose shape tells the party.

    Parameters
    ----------
    badges : mapping of str to Badge
        By person.
    """

    badges: Mapping[str, Badge] = field(default_factory=dict)

    def _plates(self, *, front: bool, taken: bool) -> Iterator[Ink]:
        """Yield the plates of people of rank (``front``), then the thinner ones of the others."""
        seats = self.crowd.seats
        for i, seat in enumerate(seats):
            badge = self.badges.get(seat.person)
            ranked = badge is not None and badge.role in PRINCIPALS
            if ranked == front and (seat.state == "taken") == taken:
                shape = self._shape(i, round_corners=badge is not None and badge.party in ROUND)
                edge, width = (self.style.ink, 1.0) if ranked else (self.style.quiet, 0.6)
                title = f"{seat.place} {seat.name}".strip()
                yield Ink([shape], "#ffffff", edge, width, () if taken else (2.0, 2.0), layer=1, titles=(title,))

    def _shape(self, i: int, *, round_corners: bool) -> Points:
        if not round_corners:
            return np.asarray(self.quads[i])
        half, radius = np.array([self.w[i], self.d[i]]) / 2, float(self.d[i]) * CORNER
        angles = np.deg2rad(np.linspace(180, 360, 31))
        arc = np.column_stack([np.cos(angles), np.sin(angles)])
        lower = np.column_stack([np.sign(arc[:, 0].round(9)), -np.ones(len(arc))]) * (half - radius) + arc * radius
        return np.asarray(self.middle[i] + np.vstack([lower, half, half * (-1, 1)]))
