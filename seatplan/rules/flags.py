"""Flags: the host's in the centre or at the viewers' left end, the others in alphabetical order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.people import Who
from seatplan.people.alphabet import alphabet_key
from seatplan.people.pinyin import pinyin_key
from seatplan.problem import Lang, Problem
from seatplan.protocol import flags
from seatplan.rules.base import area_names, many, say
from seatplan.rules.occasions import Line, Occasion
from seatplan.rules.occasions.chairs import areas_of, centred, chairs_in

__all__ = ["Flags"]


@dataclass(frozen=True, kw_only=True)
class Flags(Occasion):
    """The flags of ``who`` stand in alphabetical order, the flag of ``host`` at the place of the host.

    Source: protocol.md section 6 and rule 55 (B [S140]): the host's flag in the centre of an odd number, at the
    flags' own far right, which is the viewers' left end, of an even number; in the US style the own flag first at
    its own right for every number. The others follow from the viewers' left to their right (for odd numbers D).

    Amount: the number of flags that stand on none of the places of their kind, plus the number of others there,
    plus the inverted pairs.

    Parameters
    ----------
    host : Who
        One State or body of the roster.
    who : Who
        All whose flags are set, the host's among them.
    areas : tuple of str
        The poles, an area of the kind ``flags``; by default the first one.
    style : {"international", "us"}
    lang : str
        Language of the alphabetical order, as `seatplan.people.alphabet.LANGUAGES` has it, or ``zh`` for pinyin.

    Examples
    --------
    >>> Flags(host=Who(people=("host",))).style
    'international'
    """

    host: Who
    who: Who = field(default_factory=Who)
    areas: tuple[str, ...] = ()
    style: Literal["international", "us"] = "international"
    lang: str = "en"

    def where(self, problem: Problem) -> tuple[str, ...]:
        """Return the area of the poles."""
        return areas_of(problem, "flags", self.areas)[:1]

    def lines(self, problem: Problem) -> tuple[Line, ...]:
        """Return the host's flag and the others."""
        (area,) = self.where(problem)
        host = self.members(problem, self.host)
        if len(host) != 1:
            raise InputError([Fault("host", many(len(host), "flag"), "name one that is present")])
        others = np.setdiff1d(self.members(problem, self.who), host).tolist()
        others.sort(key=lambda i: self._alphabetical(problem.people[i].name))
        row = flags("", [f"{k:04}" for k in range(len(others))], style=self.style)
        wanted = np.arange(len(row), dtype=np.float64) - (len(row) - 1) / 2
        seats = centred(problem, chairs_in(problem, area), wanted, "who")
        place = dict(zip(row, seats.tolist(), strict=True))
        first = Line("", "host_flag", (host,), np.array([place[""]]))
        rest = np.array([place[key] for key in sorted(place) if key], dtype=np.intp)
        return (first, Line("", "", tuple(np.array([i]) for i in others), rest)) if others else (first,)

    def _alphabetical(self, name: str) -> object:
        return pinyin_key(name) if self.lang == "zh" else alphabet_key(name, lang=self.lang)

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        host, area = self.host.sentence(problem.roster, lang), area_names(problem, self.where(problem), lang)
        count = sum(len(line.people) for line in self.laid(problem))
        central = self.style == "international" and count % 2 == 1
        en, zh = ("in the centre", "居中") if central else ("at the viewers' left end", "居观众左端")
        return say(
            lang,
            f"in {area}, the flag of {host} {self.must} stand {en}, "
            "the others in alphabetical order from the viewers' left",
            f"{area}：{host}旗{zh}，其余自观众左手起按字母（拼音）顺序排列",
        )
