"""A chart on as many sheets as its names need: overview, sheets, index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from seatplan.problem import Lang
from seatplan.render.build import Builder
from seatplan.render.index import index_pages
from seatplan.render.keyplan import Leaf
from seatplan.render.layout import Sheet, compose, scale_on
from seatplan.render.options import ChartOptions
from seatplan.render.page import Page
from seatplan.render.paper import SCALES, SHEETS, Size, sizes
from seatplan.render.scene import Scene
from seatplan.render.seat_ink import Crowd
from seatplan.render.surround import Surround
from seatplan.render.tiles import Tile, border, tiles
from seatplan.render.words import say

__all__ = ["best_page", "sheet_set"]

DETAIL = "A3"
"""Paper of sheets, if any is right."""
SIDE, ABOVE = 15.0, 12.0
"""Millimetres of a sheet at each side, and above and below, for row numbers and for what lies beyond."""
INDEXED = 100
"""A single sheet with more people has an index."""
TRIES = 6


def best_page(sheet: Sheet, options: ChartOptions, *, choice: tuple[str, ...] = SHEETS) -> tuple[Page, bool]:
    """Return the page on the smallest paper with names of a pleasant size, else the first with legible names.

    Returns
    -------
    Page
    bool
        Whether the names are legible.
    """
    legible: Page | None = None
    *_, last = sizes(options.paper, choice=choice)
    for equals in sizes(options.paper, choice=choice):
        scale, size = min((scale_on(sheet, size, options), i, size) for i, size in enumerate(equals))[::2]
        if options.names and sheet.crowd.smallest(scale, options.style) < options.style.floor and equals != last:
            continue
        page = compose(sheet, size, options)
        smallest = sheet.crowd.smallest(_scale(page), options.style)
        if smallest >= options.style.pleasant or not options.names:
            return page, True
        if smallest >= options.style.floor and legible is None:
            legible = page
    return legible or page, legible is not None


def _scale(page: Page) -> float:
    assert page.projection is not None
    return page.projection.scale


def sheet_set(builder: Builder) -> tuple[Page, ...]:
    """Return all sheets of a room: one, or an overview with its detail sheets; then the index of names.

    Parameters
    ----------
    builder : Builder
        Of the whole room.
    """
    options, scene = builder.options, builder.scene()
    page, legible = best_page(Sheet(scene, Crowd(scene.seats)), options)
    if legible:
        pages = (page,)
        wanted = options.index if options.index is not None else scene.seated > INDEXED
        return (*pages, *(index_pages(scene, (page.width, page.height), options, before=1) if wanted else ()))
    return _Set(builder, scene).pages()


class _Set:
    """The sheets of one room."""

    def __init__(self, builder: Builder, scene: Scene) -> None:
        self.builder, self.scene, self.options = builder, scene, builder.options
        self.lang: Lang = scene.lang

    def pages(self) -> tuple[Page, ...]:
        """Return overview, sheets and index."""
        size, parts = min(self._ways(), key=lambda way: len(way[1]))
        leaves = self._leaves(parts)
        first, last = 2, len(leaves) + 1
        number = {seat: leaf.number for leaf in leaves for seat in np.flatnonzero(leaf.tile.members).tolist()}
        index = self._index(size, number) if self.options.index is not False else ()
        total = last + len(index)
        details = [self._detail(leaf, leaves, size, total) for leaf in leaves]
        return (self._overview(leaves, size, total, (first, last)), *details, *index)

    def _overview(self, leaves: tuple[Leaf, ...], size: Size, total: int, sheets: tuple[int, int]) -> Page:
        title, number = say(self.lang, "overview"), say(self.lang, "sheet", 1, total)
        remark = say(self.lang, "on_sheets", *sheets)
        sheet = Sheet(self.scene, Crowd(self.scene.seats), title, number, leaves=leaves, remark=remark)
        return self._composed(sheet, size, replace(self.options, names=False))

    def _ways(self) -> Iterator[tuple[Size, list[Tile]]]:
        """Yield paper with the tiles that it takes, upright and lying."""
        paper = DETAIL if self.options.paper == "auto" else self.options.paper
        for size in next(sizes(paper)):
            yield size, [tile for area in self.builder.grids for tile in self._tiles(area, size)]

    def _tiles(self, area: str, size: Size) -> list[Tile]:
        """Cut one area so that its names are legible on each sheet."""
        members = np.zeros(len(self.builder.venue.seats), dtype=np.bool_)
        members[self.builder.venue.seats_of(area)] = True
        crowd = Crowd([seat for seat in self.scene.seats if seat.area == area])
        scale = _largest_scale(crowd, self.options)
        frame = Surround(self.scene, self.options, size, say(self.lang, "stage_up"), crowd.seats, plan=True)
        room = frame.room()
        width, depth = room[2] - room[0] - 2 * SIDE, room[3] - room[1] - ABOVE
        found: list[Tile] = []
        for _ in range(TRIES):
            grid = self.builder.grids[area]
            found = list(tiles(self.builder.venue, grid, width=width * scale / 1000, depth=depth * scale / 1000))
            if all(self._fits(tile, width, depth, scale) for tile in found):
                break
            width, depth = width * 0.9, depth * 0.9
        return found

    def _fits(self, tile: Tile, width: float, depth: float, scale: float) -> bool:
        """Tell whether a tile's seats stand inside the paper at a scale; bent rows take more than they measure."""
        corners = self._crowd(tile).corners.reshape(-1, 2)
        wide, deep = np.ptp(corners, axis=0) * 1000 / scale
        return bool(wide <= width + SIDE and deep <= depth + ABOVE)

    def _crowd(self, tile: Tile) -> Crowd:
        index = self.builder.venue.seat_index
        return Crowd([seat for seat in self.scene.seats if tile.members[index[seat.seat]]])

    def _leaves(self, parts: Sequence[Tile]) -> tuple[Leaf, ...]:
        """Number the tiles from 2, the overview being 1."""
        numbers = {(t.area, t.across, t.back): i for i, t in enumerate(parts, 2)}
        return tuple(self._leaf(tile, number, numbers) for number, tile in enumerate(parts, 2))

    def _leaf(self, tile: Tile, number: int, numbers: dict[tuple[str, int, int], int]) -> Leaf:
        ways = {"left": (-1, 0), "right": (1, 0), "front": (0, -1), "back": (0, 1)}
        beside = {
            way: numbers[tile.area, tile.across + across, tile.back + back]
            for way, (across, back) in ways.items()
            if (tile.area, tile.across + across, tile.back + back) in numbers
        }
        grid = self.builder.grids[tile.area].part(tile.members)
        return Leaf(tile, number, beside, border(grid))

    def _detail(self, leaf: Leaf, leaves: tuple[Leaf, ...], size: Size, total: int) -> Page:
        scene = replace(self.builder.scene(leaf.tile.members), banner="")
        number = say(self.lang, "sheet", leaf.number, total)
        sheet = Sheet(scene, Crowd(scene.seats), self._subtitle(leaf.tile), number, leaves=leaves, leaf=leaf)
        return self._composed(sheet, size, self.options)

    def _composed(self, sheet: Sheet, size: Size, options: ChartOptions) -> Page:
        """Lay out a sheet on the paper of the set, turned if the seats are larger then."""
        ways = [size] if not isinstance(options.paper, str) else [size, (size[1], size[0])]
        return compose(sheet, min(ways, key=lambda way: scale_on(sheet, way, options)), options)

    def _subtitle(self, tile: Tile) -> str:
        """Say which part of the room a sheet shows."""
        area = self.scene.areas[tile.area][1]
        first, last = tile.rows
        rows = (
            say(self.lang, "row_of", area, first) if first == last else say(self.lang, "rows_of", area, *tile.rows)
        )
        if tile.blocks == (0, 0):
            return rows.strip(", ")
        left, right = tile.blocks
        blocks = say(self.lang, "block_of", left) if left == right else say(self.lang, "blocks_of", left, right)
        return f"{rows}{blocks}".strip(", ")

    def _index(self, size: Size, number: dict[int, int]) -> tuple[Page, ...]:
        index = self.builder.venue.seat_index
        sheet_of = {seat.seat: number[index[seat.seat]] for seat in self.scene.seats if index[seat.seat] in number}
        return index_pages(
            self.scene, size, self.options, sheets=sheet_of, before=max(sheet_of.values(), default=1)
        )


def _largest_scale(crowd: Crowd, options: ChartOptions) -> float:
    """Return the smallest drawing on which names have a pleasant size."""
    return next(
        (float(s) for s in reversed(SCALES) if crowd.smallest(s, options.style) >= options.style.pleasant), 20.0
    )
