"""`PodiumWish`: what shall stand before an audience, and by which convention."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Literal, get_args

from seatplan.errors import Fault, refuse

__all__ = ["Convention", "FlightsWish", "PodiumWish"]

Convention = Literal["any", "front_center", "front_right", "front_left"]
"""Where the lectern stands by custom; sides are those of people on the rostrum (protocol.md 1.10)."""
FlightsWish = Literal["given", "any", "front", "ends"]
"""Where steps lead up to the stage: as they are, anywhere, at its front edge, at its two ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PodiumWish:
    """What shall stand before an audience.

    Parameters
    ----------
    lectern : {"any", "front_center", "front_right", "front_left"}
        Directly in front of the centre, so low that it hides nobody; at the front-right, which is the viewer's
        left; or at the front-left. ``any`` tries all of them.
    width, depth, height : float
        Of the lectern.
    screen : (float, float), optional
        Width and height of a picture that shall be hung at the back of the stage; by default the venue's own.
    interpreter : bool
        Whether somebody signs beside the lectern.
    mouth : float
        Metres from a mouth to its microphone: other microphones stay three times as far (3:1 rule).
    rostrum_microphones : bool
        Whether each seat of the rostrum has a microphone that is open.
    step : float
        Metres between the places that are tried.
    steps : {"given", "any", "front", "ends"}
        Whether steps to the stage are chosen, too, and where they may be.
    flights : int
        How many of them: 1 or 2.

    Raises
    ------
    InputError
        For measures that are none.

    Examples
    --------
    >>> PodiumWish(lectern="front_right").height
    1.1
    """

    lectern: Convention = "any"
    width: float = 0.7
    depth: float = 0.5
    height: float = 1.1
    screen: tuple[float, float] | None = None
    interpreter: bool = False
    mouth: float = 0.3
    rostrum_microphones: bool = False
    step: float = 0.25
    steps: FlightsWish = "given"
    flights: int = 2

    def __post_init__(self) -> None:
        refuse(_faults(self))


def _faults(wish: PodiumWish) -> Iterator[Fault]:
    if wish.lectern not in get_args(Convention):
        yield Fault("lectern", f"no such place {wish.lectern!r}", f"use one of: {', '.join(get_args(Convention))}")
    if wish.steps not in get_args(FlightsWish):
        yield Fault("steps", f"no such place {wish.steps!r}", f"use one of: {', '.join(get_args(FlightsWish))}")
    if wish.flights not in (1, 2):
        yield Fault("flights", f"{wish.flights}", "give 1 or 2")
    limits = {"width": (0.2, 3), "depth": (0.2, 3), "height": (0.5, 2), "mouth": (0.01, 2), "step": (0.05, 5)}
    for name, (least, most) in limits.items():
        value = getattr(wish, name)
        if not (isfinite(value) and least <= value <= most):
            yield Fault(f"podium {name}", f"{value:g} m", f"give {least:g} to {most:g} metres")
    for name, value in zip(("width", "height"), wish.screen or (), strict=False):
        if not (isfinite(value) and 0.3 <= value <= 50):
            yield Fault(f"screen {name}", f"{value:g} m", "give 0.3 to 50 metres")
