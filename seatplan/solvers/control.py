"""`Control`: how long a search may take, how it is stopped, and whom it tells of its progress."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

__all__ = ["Control", "Progress", "Stopped"]


@dataclass(frozen=True, slots=True)
class Progress:
    """News from a search.

    Parameters
    ----------
    part, method : str
        What is being solved, and how.
    note : str
        What happened, such as ``"tier 1: value 12, bound 10"``.
    seconds : float
        Since the start.
    """

    part: str
    method: str
    note: str
    seconds: float


class Stopped(Exception):
    """Raised inside a search when time is up or the user interrupts, before there is any plan."""


@dataclass(frozen=True)
class Control:
    """What all solvers share.

    Parameters
    ----------
    time_limit : float or None
        Seconds from the creation of the control; None is no limit.
    seed : int
        One seed gives one plan, byte for byte.
    workers : int
        How many parts or blocks are solved side by side.
    effort : float or None
        Deterministic seconds of a search for each price to minimize; the same on every machine. None is no limit.
    listener : callable, optional
        Gets each `Progress`.

    Examples
    --------
    >>> Control(time_limit=0.0).expired
    True
    """

    time_limit: float | None = None
    seed: int = 0
    workers: int = 1
    listener: Callable[[Progress], None] | None = None
    part: str = ""
    effort: float | None = None
    started: float = field(default_factory=time.monotonic)
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self.started

    @property
    def remaining(self) -> float | None:
        """Seconds that are left, at least 0; None without a limit."""
        return None if self.time_limit is None else max(0.0, self.time_limit - self.seconds)

    @property
    def expired(self) -> bool:
        """Time is up, or the user interrupted."""
        return self.stop.is_set() or self.remaining == 0.0

    @property
    def reason(self) -> str:
        """Why the search was cut off; empty if it was not."""
        return "interrupted" if self.stop.is_set() else "time limit" if self.remaining == 0.0 else ""

    def checkpoint(self) -> None:
        """Raise `Stopped` if the search must end."""
        if self.expired:
            raise Stopped(self.reason)

    def on(self, part: str) -> Control:
        """Return the same control, speaking of a part."""
        return replace(self, part=part)

    def within(self, seconds: float) -> Control:
        """Return the same control with at most so many seconds from now."""
        left = self.remaining
        limit = seconds if left is None else min(seconds, left)
        return replace(self, time_limit=self.seconds + limit)

    def tell(self, method: str, note: str) -> None:
        """Tell the listener, if there is one."""
        if self.listener is not None:
            self.listener(Progress(self.part, method, note, self.seconds))
