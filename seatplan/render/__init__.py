"""Charts: a plan as a scene in metres, as pages on paper, as pictures.

>>> from seatplan.render import ChartOptions
>>> ChartOptions(lang="en").paper
'auto'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from seatplan.render.build import build_scene
    from seatplan.render.comparison_chart import draw_comparison, save_comparison
    from seatplan.render.drawing import draw
    from seatplan.render.files import save, save_each, svg_text
    from seatplan.render.hall_chart import draw_hall
    from seatplan.render.heat_map import draw_heat_map, save_heat_map
    from seatplan.render.layout_chart import draw_layout, save_layout
    from seatplan.render.options import ChartOptions
    from seatplan.render.podium_chart import draw_podium, save_podium
    from seatplan.render.rostrum_chart import draw_rostrum
    from seatplan.render.scene import Scene
    from seatplan.render.section_chart import draw_section, save_section
    from seatplan.render.style import BLACK_AND_WHITE, Style

_HOMES = {
    "build": "build_scene",
    "comparison_chart": "draw_comparison save_comparison",
    "drawing": "draw",
    "hall_chart": "draw_hall",
    "heat_map": "draw_heat_map save_heat_map",
    "layout_chart": "draw_layout save_layout",
    "options": "ChartOptions",
    "podium_chart": "draw_podium save_podium",
    "rostrum_chart": "draw_rostrum",
    "files": "save save_each svg_text",
    "scene": "Scene",
    "section_chart": "draw_section save_section",
    "style": "BLACK_AND_WHITE Style",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "BLACK_AND_WHITE",
    "ChartOptions",
    "Scene",
    "Style",
    "build_scene",
    "draw",
    "draw_comparison",
    "draw_hall",
    "draw_heat_map",
    "draw_layout",
    "draw_podium",
    "draw_rostrum",
    "draw_section",
    "save",
    "save_comparison",
    "save_each",
    "save_heat_map",
    "save_layout",
    "save_podium",
    "save_section",
    "svg_text",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: a scene needs no matplotlib."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'seatplan.render' has no attribute {name!r}")
    value = getattr(import_module(f"seatplan.render.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
