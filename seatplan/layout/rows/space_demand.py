"""How many wheelchair spaces rows must hold, and how many places they leave."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from seatplan.codes import wheelchair_spaces
from seatplan.layout.code_limits import ANY, Packs, ask

__all__ = ["SpaceDemand"]


@dataclass(eq=False)
class SpaceDemand:
    """What codes ask of wheelchair spaces for so many places.

    Never fewer for more places: where a code says something of small halls and something unconfirmed of larger
    ones, the larger ones have at least what the small ones have.

    Parameters
    ----------
    packs : tuple of Pack

    Examples
    --------
    >>> from seatplan.layout.code_limits import binding
    >>> demand = SpaceDemand(binding("us"))
    >>> demand.needed(120), SpaceDemand(()).needed(120)
    (5, 0)
    """

    packs: Packs
    _known: list[int] = field(default_factory=lambda: [0], repr=False)

    def needed(self, places: int) -> int:
        """Return how many of so many places are wheelchair spaces; of none, none."""
        for count in range(len(self._known), places + 1):
            self._known.append(max(self._known[-1], ask(0, wheelchair_spaces, self.packs, count)))
        return self._known[places]

    def left(self, seats: int, cost: int) -> int:
        """Return the most places, spaces among them, that so many seats leave if a space costs so many places.

        Examples
        --------
        >>> from seatplan.layout.code_limits import binding
        >>> SpaceDemand(binding("us")).left(392, 3)  # six spaces take four seats each and give one place
        374
        """
        return bisect_right(range(seats + 1), seats, key=lambda places: self.lifted(places, cost)) - 1

    def lifted(self, places: int, cost: int) -> int:
        """Return the fewest seats that leave so many places.

        Examples
        --------
        >>> from seatplan.layout.code_limits import binding
        >>> SpaceDemand(binding("us")).lifted(374, 3)
        392
        """
        return places + cost * self.needed(places) if places < ANY else ANY
