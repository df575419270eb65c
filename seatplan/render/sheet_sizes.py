"""`SheetSizes`: how large words and margins of a sheet are."""

from __future__ import annotations

from math import sqrt

from seatplan.render.options import ChartOptions
from seatplan.render.paper import Size

__all__ = ["SheetSizes"]


class SheetSizes:
    """Sizes of words and margins, by the style and the paper in millimetres; base of a sheet's frame."""

    options: ChartOptions
    size: Size

    @property
    def factor(self) -> float:
        """How much larger than on A4 words are."""
        return min(1.5, max(0.6, sqrt(min(self.size) / 210)))

    @property
    def text(self) -> float:
        """Size of ordinary words."""
        return max(self.options.style.floor, self.options.style.text * self.factor)

    @property
    def small(self) -> float:
        """Size of quiet words."""
        return max(self.options.style.floor, self.options.style.small * self.factor)

    @property
    def heading(self) -> float:
        """Size of the title."""
        return max(self.options.style.floor, self.options.style.title * self.factor)

    @property
    def margin(self) -> float:
        """Millimetres at the right and below; the left has room for binding."""
        return max(4.0, 9.0 * self.factor)

    @property
    def left(self) -> float:
        """Millimetres at the left."""
        return self.margin * 1.5 if min(self.size) >= 148 else self.margin

    @property
    def width(self) -> float:
        """Millimetres between the margins."""
        return self.size[0] - self.left - self.margin
