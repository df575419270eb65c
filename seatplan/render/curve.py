"""A trade-off as a picture: the price in one aim against the price in the other, a point for each plan."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from seatplan.errors import Fault, refuse
from seatplan.render.chart import settings
from seatplan.render.options import ChartOptions
from seatplan.render.typeface import advance, require_glyphs

if TYPE_CHECKING:
    from seatplan.alternatives import Curve

__all__ = ["curve_figure", "curve_picture"]

_SIZE = 8.0, 5.6
_WIDEST = {"x": 44.0, "y": 30.0, "title": 50.0}
"""Em that a line of text may be wide."""
_FORMATS = ("pdf", "png", "svg")
_DPI = 200
_METADATA: dict[str, dict[str, str | None]] = {
    "pdf": {"CreationDate": None, "ModDate": None, "Creator": "seatplan"},
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": "seatplan"},
}


def curve_picture(curve: Curve, form: str, *, options: ChartOptions | None = None) -> bytes:
    """Return a trade-off as a picture; the same curve gives the same bytes.

    Parameters
    ----------
    curve : Curve
    form : {"pdf", "png", "svg"}
    options : ChartOptions, optional
        Language, style, title and date.

    Raises
    ------
    InputError
        For another format, or a text that no font can draw.
    """
    refuse([Fault("format", repr(form), f"use one of: {', '.join(_FORMATS)}")] if form not in _FORMATS else [])
    picture = BytesIO()
    with settings():
        curve_figure(curve, options=options).savefig(picture, format=form, dpi=_DPI, metadata=_METADATA[form])
    return picture.getvalue()


def curve_figure(curve: Curve, *, options: ChartOptions | None = None) -> Figure:
    """Return a trade-off as a figure: proven points filled, others hollow, shades where others may be."""
    options = options or ChartOptions()
    x, y = (aim.sentence(options.lang) for aim in (curve.first, curve.second))
    title = options.title or curve.first.problem.name
    note = curve.sentence(options.lang)
    require_glyphs([("chart title", title), ("axis", x), ("axis", y)])
    figure = Figure(figsize=_SIZE, facecolor="white", layout="constrained")
    axes = figure.add_subplot()
    axes.set_xlabel(_wrapped(x, _WIDEST["x"]), fontsize=9)
    axes.set_ylabel(_wrapped(y, _WIDEST["y"]), fontsize=9)
    axes.set_title(_wrapped(f"{title}\n{note}" if title else note, _WIDEST["title"]), fontsize=10)
    _points(axes, curve, options)
    return figure


def _points(axes: Axes, curve: Curve, options: ChartOptions) -> None:
    style = options.style
    ink = style.edges[5] if style.colour else style.ink
    across, up = [p.first for p in curve.points], [p.second for p in curve.points]
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(integer=True))
    axes.margins(0.12)
    axes.grid(color=style.line, alpha=0.35, linewidth=0.5)
    axes.set_axisbelow(True)
    for gap in curve.gaps:
        corner, wide, high = (gap.left, gap.bottom), gap.right - gap.left, gap.top - gap.bottom
        axes.add_patch(Rectangle(corner, wide, high, facecolor=style.line, alpha=0.18, linewidth=0, zorder=0.5))
    if curve.complete:
        axes.step(across, up, where="post", color=style.line, linewidth=1.0)
    else:  # between points of a hull there may be others
        axes.plot(across, up, color=style.line, linewidth=1.0, linestyle=(0, (2, 3)))
    for number, point in enumerate(curve.points, start=1):
        fill = ink if point.proven else "white"
        axes.plot(point.first, point.second, "o", color=ink, markerfacecolor=fill, markersize=6)
        axes.annotate(f"{number}", (point.first, point.second), (5, 5), textcoords="offset points", fontsize=8)


def _wrapped(text: str, widest: float) -> str:
    """Break lines at blanks, or anywhere in Chinese, so that none is wider than so many em."""
    lines: list[str] = []
    for whole in text.split("\n"):
        line = ""
        for piece in _pieces(whole):
            if line and advance(line + piece) > widest:
                lines.append(line.rstrip())
                line = ""
            line += piece
        lines.append(line)
    return "\n".join(lines)


def _pieces(text: str) -> list[str]:
    """Return words with the blank behind them; every Chinese character is one of its own."""
    pieces = [""]
    for character in text:
        if pieces[-1].endswith(" ") or ord(character) > 0x2E7F:
            pieces.append("")
        pieces[-1] += character
    return pieces
