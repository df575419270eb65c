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
# # Where does the lectern stand?
#
# A hall with a rostrum of seven on a stage, and only two metres from its edge to the first row. Custom knows two
# places for the lectern: directly in front of the centre, so low that it hides nobody, or at the front-right of
# the rostrum, which is the viewer's left. This notebook tries every place of a grid and asks:
#
# 1. How many views of faces on the rostrum does the lectern cut off at the best place of each custom?
# 2. What changes with its height, and with more floor before the stage?
# 3. Where do a screen and an interpreter go?

# %%
import matplotlib.pyplot as plt

from seatplan.codes.checks import Options
from seatplan.layout.podium.podium import TIERS, place_podium
from seatplan.layout.podium.wish import PodiumWish
from seatplan.layout.podium.words import podium_reasons
from seatplan.render import ChartOptions, draw_heat_map, draw_podium, draw_section
from seatplan.venue import auditorium, combine, rostrum

# %matplotlib inline


# %%
def hall_of(first_row):
    """Return the hall with so many metres from the edge of the stage to the first row."""
    stage = rostrum(rows=[7], lectern="none", language="en")
    audience = auditorium(rows=10, blocks="8,8", first_row=first_row, rake=0.12, language="en")
    return combine("Hall with a rostrum", stage, audience)


hall = hall_of(2.0)
print(len(hall.seats), "seats,", sum(seat.area == "rostrum" for seat in hall.seats), "of them on the rostrum")

# %% [markdown]
# ## Each custom at its best
#
# Of all places the best is taken tier by tier: first that nobody is hidden, last a short way from the steps and
# the middle of the room.

# %%
CUSTOMS = ("front_center", "front_right", "front_left")
best = {custom: place_podium(hall, PodiumWish(lectern=custom)) for custom in CUSTOMS}
print("tiers:", ", ".join(TIERS))
for custom, found in best.items():
    faces, far = found.values["faces"], found.values["far"] / 1000
    place = f"({found.lectern.x:.2f}, {found.lectern.y:.2f})"
    print(f"{custom:13} at {place:14} {faces:4} views cut off, farthest listener {far:.1f} m")

# %% [markdown]
# With the free choice of all of them, and the reasons for it:

# %%
chosen = place_podium(hall, PodiumWish())
for reason in podium_reasons(chosen):
    print("-", reason)

# %%
draw_podium(chosen.venue, reasons=list(podium_reasons(chosen)), options=ChartOptions(lang="en")).figure

# %% [markdown]
# ## What does the height of the lectern do?
#
# At the front centre the lectern stands before those who sit in the middle, and the lower it is, the fewer of them
# it hides. At the front-right it hides nobody, however high it is. With 40 cm more floor before the stage the
# lectern goes down to the floor, and the question is gone.

# %%
heights = [0.8, 0.9, 1.0, 1.1, 1.2, 1.3]
cases = {
    "front centre, first row at 2.0 m": (hall, "front_center"),
    "front-right, first row at 2.0 m": (hall, "front_right"),
    "front centre, first row at 2.4 m": (hall_of(2.4), "front_center"),
}
hidden = {
    name: [place_podium(room, PodiumWish(lectern=custom, height=high)).values["faces"] for high in heights]
    for name, (room, custom) in cases.items()
}
figure, ax = plt.subplots(figsize=(7, 4))
for (name, values), mark in zip(hidden.items(), "osx", strict=True):
    ax.plot(heights, values, marker=mark, label=name)
ax.set_xlabel("height of the lectern, m")
ax.set_ylabel("views of faces cut off")
ax.legend()
ax.grid(alpha=0.3)

# %%
for name, values in hidden.items():
    print(f"{name:34}", *values)

# %% [markdown]
# ## With a screen and an interpreter
#
# A picture of 4 x 2.25 m is hung at the back of the stage, and somebody signs beside the lectern. Now who speaks
# shall stand before nobody's picture either.

# %%
full = place_podium(hall, PodiumWish(screen=(4.0, 2.25), interpreter=True))
for reason in podium_reasons(full):
    print("-", reason)
draw_podium(full.venue, reasons=list(podium_reasons(full)), options=ChartOptions(lang="en", paper="A3")).figure

# %% [markdown]
# ## Sight and sound
#
# The section shows what the rake does: the C-value says by how much each line of sight clears the eye in front.
# The map shows how far a voice of 70 dBA, a metre away, stands above a noise of 45 dBA.

# %%
draw_section(full.venue, options=ChartOptions(lang="en")).figure

# %%
voice = Options(voice=70.0, noise=45.0)
draw_heat_map(full.venue, measure="speech_margin", checks=voice, options=ChartOptions(lang="en")).figure
