"""Every style in the rooms of `examples/rooms`: places, bound, whether proven, alternatives and CPU seconds.

``python -m benchmarks.layout [--code us,cn] [--large]``; ``--large`` adds rows of chairs in a hall of 60 x 40 m.
The hall's last line closes a door, which must change the answer.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seatplan.errors import InputError
from seatplan.io.room import read_room_file
from seatplan.layout import STYLES, Room, lay_out

ROOMS = Path(__file__).parents[1] / "examples" / "rooms"
HALLS = {"rectangle": "east", "l-shape": "east"}
"""Rooms, and the door of each that is closed in the end."""
LARGE = "exhibition"
SLOWEST, SLOWEST_LARGE = 5.0, 10.0
"""CPU seconds that a style may take, and rows of chairs in the large hall."""


@dataclass(frozen=True)
class Line:
    """What a style gives in a room."""

    room: str
    style: str
    code: str
    count: int
    bound: int
    alternatives: int
    seconds: float
    limit: float = SLOWEST

    def __str__(self) -> str:
        proven = "proven" if self.count >= self.bound else f"{self.count / self.bound:.0%} of the bound"
        slow = "" if self.seconds <= self.limit else f"  SLOW: over {self.limit:g} s"
        numbers = f"{self.count:5} {self.bound:5} {self.alternatives:5} {self.seconds:6.2f} s"
        return f"{self.room:22} {self.style:16} {self.code:6} {numbers}  {proven}{slow}"


def measured(name: str, room: Room, style: str, code: str | None, limit: float) -> Line | str:
    """Lay out a room once."""
    start = time.process_time()
    try:
        found = lay_out(room, style, code=code)
    except InputError as error:
        return f"{name:22} {style:16} {code or '-':6} {error.faults[0]}"
    seconds = time.process_time() - start
    return Line(name, style, code or "-", found.count, found.bound, found.alternatives, seconds, limit)


def lines(code: str | None, large: bool) -> Iterator[Line | str]:
    """Yield a line for each style in each room."""
    for name, door in HALLS.items():
        room = read_room_file(ROOMS / f"{name}.yaml")
        yield from (measured(name, room, style, code, SLOWEST) for style in STYLES)
        yield measured(f"{name}, {door} closed", room.close(door), "theatre", code or "us", SLOWEST)
    if large:
        yield measured(LARGE, read_room_file(ROOMS / f"{LARGE}.yaml"), "theatre", code, SLOWEST_LARGE)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--code", help="codes whose limits hold, such as us,cn")
    parser.add_argument("--large", action="store_true", help="rows of chairs in a hall of 60 x 40 m, too")
    asked = parser.parse_args()
    print(f"{'room':22} {'style':16} {'code':6} {'count':>5} {'bound':>5} {'alike':>5} {'CPU':>8}")
    for line in lines(asked.code, asked.large):
        print(line, flush=True)


if __name__ == "__main__":
    main()
