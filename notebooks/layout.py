# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # How many people does this hall take?
#
# An assembly hall of 14 x 11 m with a stage, a pillar and three doors. Three questions that a planner is asked:
#
# 1. How many places has it in each style, under American and under Chinese codes?
# 2. What does a wider aisle cost?
# 3. What happens if doors are closed?
#
# Every number comes with its bound: "proven" is said only where no layout of the family that was searched has
# more.

# %%
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

import matplotlib.pyplot as plt

from seatplan.experiments import sweep
from seatplan.layout import Door, Pillar, Room, Screen, Stage, lay_out
from seatplan.layout.room import rectangle
from seatplan.render import ChartOptions, draw_comparison, draw_heat_map, draw_layout

# %matplotlib inline

# %%
hall = Room(
    rectangle(14, 11),
    doors=(
        Door(3.5, 0, 1.8, name="back left"),
        Door(10.5, 0, 1.8, name="back right"),
        Door(14, 5, 1.4, name="side"),
    ),
    pillars=(Pillar(4, 4, diameter=0.5),),
    stage=Stage(7, 10, 7, 2),
    screen=Screen(7, 10.9, 3.0, 1.7, 1.8),
    name="Assembly hall",
)
print(f"{hall.floor_area:.1f} square metres of floor, {len(hall.exits)} exits")

# %% [markdown]
# ## Styles and codes
#
# A sweep tries every style with every code, one row a case. It works on any executor: threads here; without one
# it starts processes, and a Dask client has one for a whole cluster. With `path=` it would write each row to a
# file as it comes, and go on where it was if it were stopped.

# %%
STYLES = ["theatre", "banquet", "cabaret", "boardroom", "u-shape", "hollow-square"]
CODES = [None, "us", "cn"]
threads = ThreadPoolExecutor(2)
rows = sweep({"hall": hall}, {"style": STYLES, "code": CODES}, executor=threads)
assert not any(row["error"] for row in rows)
count = {(row["style"], row["code"]): row["count"] for row in rows}
print(f"{'style':16}" + "".join(f"{code or 'no code':>9}" for code in CODES))
for style in STYLES:
    print(f"{style:16}" + "".join(f"{count[style, code]:9}" for code in CODES))
print("all proven:", all(row["proven"] for row in rows))

# %% [markdown]
# "No code" takes one customary pitch and aisle. A code may seat more than that: it names the least that is
# allowed, and the search uses it. Styles side by side, all to the same scale:

# %%
shown = {style: lay_out(hall, style, code="us") for style in ("theatre", "banquet", "cabaret", "u-shape")}
draw_comparison(shown, rooms=hall, options=ChartOptions(lang="en", paper="A3")).figure

# %% [markdown]
# ## What does a wider aisle cost?
#
# The same hall in theatre style, rows 0.90 m apart, with aisles from 1.1 to 2.0 m. Each count is proven for
# its own width, wheelchair spaces among the places; wider aisles never seat more.

# %%
WIDTHS = [1.1, 1.3, 1.5, 1.75, 2.0]
OPTIONS = {"style": ["theatre"], "code": ["us", "cn"], "pitch": [0.9], "aisle": WIDTHS}
wider = sweep({"hall": hall}, OPTIONS, executor=threads)
curves = defaultdict(list)
for row in wider:
    curves[row["code"]].append((row["aisle"], row["count"]))
figure, ax = plt.subplots(figsize=(7, 4))
for (code, points), mark in zip(curves.items(), "os", strict=True):
    ax.plot(*zip(*points, strict=True), marker=mark, label=code)
ax.set_xlabel("width of the aisles, m")
ax.set_ylabel("places, proven")
ax.legend()
ax.grid(alpha=0.3)

# %% [markdown]
# Each point is proven, so the steps of the curves are real: a few centimetres cost nothing until one more chair
# has to go from every row.

# %%
for code, points in curves.items():
    lost = points[0][1] - points[-1][1]
    print(f"{code}: {lost} places less with aisles of {points[-1][0]} m than with {points[0][0]} m")

# %% [markdown]
# ## What happens if doors are closed?
#
# A closed door is still there, and the floor before it stays free, but nobody leaves by it.

# %%
CLOSED = [None, "side", "side, back left"]
doors = sweep(
    {"hall": hall}, {"style": ["theatre", "banquet"], "code": ["us", "cn"], "close": CLOSED}, executor=threads
)
for row in doors:
    said = row["error"] or f"{row['count']:4} places, limited by {row['limited_by']}"
    print(f"{row['style']:8} {row['code']} closed: {row['close'] or 'none':16} {said}")

# %% [markdown]
# With one door left the exits decide, not the chairs. Under American codes it is enough to close the side door:
# the two at the back are too near to each other to count as two. The limits say so:

# %%
for limit in lay_out(hall.close("side"), "theatre", code="us").limits[:2]:
    print(limit)

# %% [markdown]
# All doors open, and one, drawn side by side:

# %%
one_door = hall.close("side").close("back left")
pair = {
    "all doors open": lay_out(hall, "theatre", code="us"),
    "one door open": lay_out(one_door, "theatre", code="us"),
}
draw_comparison(
    pair, rooms={"all doors open": hall, "one door open": one_door}, options=ChartOptions(lang="en", paper="A4")
).figure

# %% [markdown]
# ## The chosen layout, and how people see from it

# %%
chosen = lay_out(hall, "theatre", code="us,cn")
print(chosen)
draw_layout(chosen, room=hall, options=ChartOptions(lang="en")).figure

# %% [markdown]
# The distance to the screen in heights of its picture: for reading, practice allows six.

# %%
draw_heat_map(chosen.venue, measure="screen_heights", room=hall, options=ChartOptions(lang="en")).figure
