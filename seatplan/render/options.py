"""`ChartOptions`: all that can be chosen about a chart, in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from seatplan.errors import Fault, refuse
from seatplan.problem import Lang
from seatplan.protocol import View
from seatplan.render.paper import PAPERS, Paper
from seatplan.render.style import Style

__all__ = ["ChartOptions"]


@dataclass(frozen=True, kw_only=True)
class ChartOptions:
    """What a chart shall look like. The defaults make a chart in colour that chooses its own paper.

    Parameters
    ----------
    lang : {"zh", "en"}
        Language of the chart's own words.
    style : Style
        Such as `BLACK_AND_WHITE`.
    paper : str or (float, float)
        ``"auto"``, ``"A4"``, ``"A3"`` ...: portrait or landscape, whichever suits the room. A pair is width and
        height in millimetres.
    view : View
        Whose left is left. ``View.AUDIENCE``: the stage at the top; the people on the rostrum face down the page.
        ``View.OCCUPANT``: as those on the rostrum see the room, the stage at the bottom.
    title, banner, date : str
        Title (default the problem's name), text of the banner over the stage, date of this version.
    draft : bool or None
        None: a draft until an audit found nothing.
    by : str
        What makes a delegation: ``"group"``, ``"category"``, ``"unit"`` or one of the roster's further columns.
    index : bool or None
        An index of names behind the chart in a PDF; None: for several sheets, and for more than 100 people.
    names : bool
        False leaves names out, for an overview.
    before : mapping of str to str
        An earlier plan, seat by person: who moved, who is new and which seats were left is marked.

    Raises
    ------
    InputError
        For paper that does not exist.

    Examples
    --------
    >>> ChartOptions(lang="en", paper="A3").view
    <View.AUDIENCE: 'audience'>
    """

    lang: Lang = "zh"
    style: Style = field(default_factory=Style)
    paper: Paper = "auto"
    view: View = View.AUDIENCE
    title: str = ""
    banner: str = ""
    date: str = ""
    draft: bool | None = None
    by: str = "group"
    index: bool | None = None
    names: bool = True
    before: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if isinstance(self.paper, str) and self.paper not in ("auto", *PAPERS):
            choices = f"use auto, {', '.join(PAPERS)} or (width, height) in millimetres"
            refuse([Fault("chart paper", f"no such paper {self.paper!r}", choices)])
        if self.lang not in ("zh", "en"):
            refuse([Fault("chart language", f"no such language {self.lang!r}", "use zh or en")])

    @property
    def turned(self) -> bool:
        """Whether the stage is at the bottom of the page."""
        return self.view is View.OCCUPANT
