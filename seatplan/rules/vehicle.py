"""Vehicle: who sits where in a car or on a coach. Advice only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.people import Who
from seatplan.problem import Lang, Priority, Problem
from seatplan.protocol.vehicles import vehicle_order
from seatplan.rules.base import area_names, many, say
from seatplan.rules.facts import IN_ORDER
from seatplan.rules.occasions import Line, Ranked
from seatplan.rules.occasions.chairs import areas_of, chairs_in
from seatplan.venue import DRIVER, OFF_ROAD

__all__ = ["Vehicle"]


@dataclass(frozen=True, kw_only=True)
class Vehicle(Ranked):
    """``who`` sit in a vehicle by rank; if ``driver`` is given, the host drives.

    Source: protocol.md does not treat vehicles; the order is that of `seatplan.protocol.vehicles`, which has
    handbook copies only: mark D, advice, so that this rule is a price and never a must. With a professional
    driver, who is not in the roster, the rear right seat is the first; if the host drives, the seat beside the
    host; on a coach the seats in front. The seat that a guest chooses is the guest's: pin it.

    Amount: the number of these people who sit on none of their places, plus the number of others who sit in the
    vehicle, plus the inverted pairs.

    Parameters
    ----------
    who : Who
        The passengers.
    driver : Who, optional
        The host who drives.
    areas : tuple of str
        The vehicle, an area of the kind ``vehicle``; by default the first one.

    Examples
    --------
    >>> Vehicle(who=Who(categories=("guests",))).priority
    1
    """

    who: Who
    driver: Who | None = None
    areas: tuple[str, ...] = ()
    priority: Priority = 1

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse a must: nothing of it is attested well enough."""
        if self.priority == "must":
            found = "the order of seats in a vehicle is advice (D), not a must"
            return [Fault(f"{self.place}.priority", found, "use a tier 1, 2, 3 ...")]
        return super().validate(problem)

    def where(self, problem: Problem) -> tuple[str, ...]:
        """Return the area of the vehicle."""
        return areas_of(problem, "vehicle", self.areas)[:1]

    def lines(self, problem: Problem) -> tuple[Line, ...]:
        """Return the driver and the passengers."""
        venue, chairs = problem.venue, chairs_in(problem, self.where(problem)[0])
        wheel = np.isin(chairs, venue.with_feature(DRIVER))
        at_wheel = self.members(problem, self.driver)
        if self.driver is not None and len(at_wheel) != 1:
            raise InputError([Fault("driver", many(len(at_wheel), "person", "people"), "name one who is present")])
        seats = chairs[~wheel]
        order = vehicle_order(
            venue.rows[seats],
            venue.positions[seats],
            driver="professional" if self.driver is None else "host",
            off_road=bool(len(venue.with_feature(OFF_ROAD))),
        )
        people = np.setdiff1d(self.members(problem, self.who), at_wheel)
        drives = Line("", "driver", (at_wheel,), chairs[wheel])
        rides = self.line(problem, "", "", people, seats[order])
        return tuple(line for line in (drives, rides) if len(line.people))

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        who, area = self.who.sentence(problem.roster, lang), area_names(problem, self.where(problem), lang)
        (en, zh), host = IN_ORDER[self.by], self.driver is not None
        return say(
            lang,
            f"in {area}, {who} should sit {en}{', beside the host who drives first' if host else ''}",
            f"{area}：{who}{zh}就座{'，主人驾车，其旁座为首位' if host else ''}（仅供参考）",
        )
