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
# # A congress, from roster to chart
#
# 35 delegations, 2,745 deputies, a rostrum of five rows and a hall of 3,693 seats. This notebook reads the event
# file of `examples/congress`, solves it, looks at the plan, and then asks two questions that a planner is asked:
#
# 1. What changes on the rostrum if the centre line runs *between* the first two people?
# 2. What does it cost that all heads of delegation sit in the first row?
#
# Everybody in the roster is made up.

# %%
from collections import Counter
from dataclasses import replace
from pathlib import Path

import matplotlib.pyplot as plt

from seatplan.audit import audit
from seatplan.io import read_event
from seatplan.people import Roster, Who
from seatplan.problem import Problem
from seatplan.protocol import PRESETS, View, rank_order, seen
from seatplan.render import ChartOptions, draw_hall, draw_rostrum
from seatplan.rules import HeadsFirst, Prefer, RostrumPlacement
from seatplan.solve import solve
from seatplan.venue import rostrum

# %matplotlib inline
ROOT = next(folder for folder in (Path.cwd(), *Path.cwd().parents) if (folder / "examples").is_dir())

# %% [markdown]
# ## The event
#
# One YAML file names the room, the roster (an Excel workbook) and the rules. Whatever was read in a way you should
# know of stands in `event.notes`: no notes, no doubts.

# %%
event = read_event(ROOT / "examples" / "congress" / "event.yaml")
problem = event.problem
print(problem.name, "·", problem.convention.name)
print(Counter(seat.area for seat in problem.venue.seats), "seats")
print(Counter(person.category for person in problem.roster.people), "people")
print(Counter(person.status for person in problem.roster.people))
print(*event.notes, sep="\n")

# %% [markdown]
# The delegations in their published order, with the people who will be there:

# %%
present = Counter(person.group for person in problem.people if person.group)
groups = problem.roster.groups_in_order
for group in groups[:5]:
    print(group.order, group.name, present[group.id])
print("... and", len(groups) - 5, "more, the largest:", max(groups, key=lambda group: present[group.id]).name)

# %% [markdown]
# Every rule says itself in one sentence, in English and in Chinese. The first ones must be kept; the last two have
# a price, in tiers: no gain in tier 2 buys a loss in tier 1.

# %%
for rule in problem.rules:
    print(f"[{rule.priority}] {rule.sentence(problem, 'en')}")
    print(f"       {rule.sentence(problem, 'zh')}")

# %% [markdown]
# ## The plan
#
# The rostrum and the hall share no seat and no rule, so they are solved apart, each by the strongest method for
# its rules. "Optimal" is said only where the bound equals the value in every tier.

# %%
result = solve(problem)
print(f"{result.status.value} in {result.seconds:.1f} s")
for tier in result.tiers:
    print(f"tier {tier.tier}: value {tier.value}, bound {tier.bound}")
for part in result.parts:
    print(f"{part.name}: {part.people} people, {part.seats} seats, {part.method}: {part.proof}")

# %% [markdown]
# The audit knows no solver. It walks through the plan rule by rule and counts again.

# %%
report = audit(problem, result.plan)
print("clean" if report.clean else report.broken, report.tiers)
print(Counter(result.plan.unseated.values()), "have no seat, and this is why")


# %%
def seat_of(problem, plan, person):
    """Return the seat of somebody who is present."""
    return problem.venue.seat(plan.seat_of(person.id))


def heads_by_row(problem, plan):
    """Return how many heads of delegation sit in which row."""
    heads = [person for person in problem.people if "head" in person.roles]
    return dict(sorted(Counter(seat_of(problem, plan, head).row for head in heads).items()))


print("heads of delegation by row:", heads_by_row(problem, result.plan))
for person in problem.people:
    if "wheelchair" in person.needs:
        companion = next(other for other in problem.people if other.beside == person.id)
        places = [seat_of(problem, result.plan, one) for one in (person, companion)]
        print(person.name, places[0].label, set(places[0].features), "· companion", places[1].label)

# %% [markdown]
# ## Charts
#
# The whole room with the stage on top; left is the left of those who sit in the hall. An overview leaves the names
# out; `seatplan solve` prints them on sheets that can be read.

# %%
overview = ChartOptions(lang="zh", paper="A3", names=False)
draw_hall(problem, result.plan, report=report, result=result, options=overview).figure

# %% [markdown]
# The rostrum, as the audience sees it:

# %%
draw_rostrum(problem, result.plan, report=report, result=result, options=ChartOptions(lang="zh")).figure

# %% [markdown]
# ## A convention: who is beside the centre line?
#
# In a row of an even number no chair stands in the centre. Two customs are in use, and both are well attested
# (`even_rule`): `beside_first` seats the second at the *left hand* of the first; `split_line` draws the line
# between the two and seats the first on the honoured side of it. With eight people, from both sides:

# %%
for name in ("cn-official", "cn-official-split"):
    row = rank_order(8, PRESETS[name])
    for view in View:
        print(f"{name:18} {view.value:9}", *seen(row, view))

# %% [markdown]
# The audience's view of the one is the occupants' view of the other: a chart that does not say whose left it shows
# cannot tell them apart. So every chart says it. Here are the first eight of the presidium on a rostrum of eight,
# by both customs (above and below) and in both views (the audience's on the left, the occupants' on the right,
# where the page is turned round):

# %%
presidium = Who(categories=("主席团",))
members = [person for person in problem.roster.people if presidium.admits(person)]
members.sort(key=lambda person: person.rank)


def on_stage(people, venue, even_rule):
    """Return the problem of a rostrum alone."""
    convention = replace(problem.convention, name=even_rule, even_rule=even_rule)
    rule = RostrumPlacement(area="rostrum", who=presidium)
    return Problem(venue, Roster(tuple(people)), (rule,), convention, name=even_rule)


eight = {rule: on_stage(members[:8], rostrum(rows=[8]), rule) for rule in ("beside_first", "split_line")}
figure, axes = plt.subplots(2, 2, figsize=(16, 9), gridspec_kw={"wspace": 0, "hspace": 0})
figure.subplots_adjust(left=0, right=1, bottom=0, top=1)
for row, one in zip(axes, eight.values(), strict=True):
    plan = solve(one).plan
    for ax, view in zip(row, (View.AUDIENCE, View.OCCUPANT), strict=True):
        draw_rostrum(one, plan, ax=ax, report=audit(one, plan), options=ChartOptions(lang="zh", view=view))

# %% [markdown]
# And on the real rostrum? Its own problem is the same room with the presidium alone. Rows of an odd number are the
# same in both customs; in the others left and right change places.

# %%
plans = {rule: solve(on_stage(members, problem.venue, rule)).plan for rule in ("beside_first", "split_line")}
moved = Counter(problem.venue.seat(move.old).row for move in plans["beside_first"].changes(plans["split_line"]))
sizes = Counter(seat.row for seat in problem.venue.seats if seat.area == "rostrum")
for row, size in sorted(sizes.items()):
    print(f"row {row} of {size}: {moved[row]} people change seats")

# %% [markdown]
# ## A rule: what does the first row cost?
#
# Near the corners the first row has no seats, so a delegation there can only keep its head in row 1 by moving
# towards the centre, and everybody's seat depends on it. Let us state the rule more softly: a head sits in *no row
# behind* the other members, in whatever row that is.

# %%
softer = replace(
    problem,
    rules=tuple(HeadsFirst(areas=("hall",)) if isinstance(rule, HeadsFirst) else rule for rule in problem.rules),
)
relaxed = solve(softer)
for title, found, of in (("row 1", result, problem), ("no row behind", relaxed, softer)):
    prices = {tier.tier: tier.value for tier in found.tiers}
    print(f"{title:14} {found.status.value}, prices by tier {prices}, heads by row {heads_by_row(of, found.plan)}")

# %% [markdown]
# Tier 1 counts the seats between the speakers and an aisle, tier 2 how many rows everybody sits behind the first.
# Both plans are proven, so the differences are exact: this is what the tradition costs, and no plan does it for
# less. To see how tiers work, drop the stronger one: without the speakers' wish, tier 2 alone decides.

# %%
unheard = problem.without([rule for rule in problem.rules if isinstance(rule, Prefer)])
packed = solve(unheard)
wish = audit(problem, packed.plan).tiers
print("with the speakers' wish   ", report.tiers)
print("without it, judged with it", wish, packed.status.value)

# %% [markdown]
# A better tier 2 is there to be had, and tier 1 pays for it. The order of the tiers says that this is not worth
# it; put the other one first in `event.yaml` and it will be.
