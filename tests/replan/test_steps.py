"""Ushers can carry out every list of moves: whoever sits down finds the seat free at that moment."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from seatplan.people import Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.replan import Step, step_sentence, steps
from seatplan.venue import Venue, from_drawing
from tests.test_conflict_brute_force import QUIET

ROOM = from_drawing("=\noooooo\noooooo", language="en")
FULL = from_drawing("=\noooo", language="en")


def carried_out(venue: Venue, before: Plan, done: tuple[Step, ...]) -> dict[str, str]:
    """Do one step after the other; refuse what nobody could do."""
    sits, aside = dict(before.seats), set()
    for step in done:
        assert sits.pop(step.person, None) == step.old
        if step.kind == "aside":
            assert len(sits) + 1 == len(venue.seats), "a seat was free to wait on"
            aside.add(step.person)
        elif step.kind == "move" and step.old is None:
            assert step.person in aside
            aside.discard(step.person)
        if step.new is not None:
            assert step.new not in sits.values(), f"{step} goes to a taken seat"
            sits[step.person] = step.new
    assert not aside
    return sits


def shuffled(venue: Venue, seed: int) -> tuple[Plan, Plan]:
    chance = Random(seed)
    ids = [seat.id for seat in venue.seats]
    people = [f"p{i}" for i in range(len(ids))]
    old = dict(zip(people, chance.sample(ids, chance.randint(1, len(ids))), strict=False))
    stay = {p: s for p, s in old.items() if chance.random() < 0.3}
    rest = [p for p in people if p not in stay and chance.random() < 0.9]
    seats = [s for s in ids if s not in stay.values()]
    new = stay | dict(zip(rest, chance.sample(seats, len(seats)), strict=False))
    return Plan(old), Plan(new)


@given(st.integers(0, 10**6), st.booleans())
@QUIET
def test_each_step_can_be_done_and_they_lead_to_the_new_plan(seed, full):
    venue = FULL if full else ROOM
    before, after = shuffled(venue, seed)

    done = steps(venue, before, after)

    assert carried_out(venue, before, done) == dict(after.seats)
    moved = {c.person for c in before.changes(after) if c.old and c.new}
    assert {s.person for s in done if s.kind == "move"} == moved
    waits = [s for s in done if s.kind in ("wait", "aside")]
    assert len({s.person for s in waits}) == len(waits)


def test_a_ring_in_a_full_room_needs_somebody_to_stand_aside():
    ids = [seat.id for seat in FULL.seats]
    before = Plan(dict(zip("abcd", ids, strict=True)))
    after = Plan(dict(zip("bcda", ids, strict=True)))

    done = steps(FULL, before, after)

    assert [s.kind for s in done] == ["aside", "move", "move", "move", "move"]
    crowd = Roster(tuple(Person(p, p) for p in "abcd"))
    said = step_sentence(Problem(FULL, crowd), done[0])
    assert said == "a leaves Row 1 Seat 1 and stands aside for a moment."
    assert step_sentence(Problem(FULL, crowd), done[0], "zh").endswith("暂在一旁等候。")


def test_two_people_who_change_places_use_the_free_seat_that_is_nearest():
    ids = [seat.id for seat in ROOM.seats]
    before, after = Plan({"a": ids[0], "b": ids[1]}), Plan({"a": ids[1], "b": ids[0]})

    first = steps(ROOM, before, after)[0]

    assert first.kind == "wait"
    home, free = ROOM.seats[0], [s for s in ROOM.seats if s.id not in ids[:2]]
    assert first.new == min(free, key=lambda s: (s.x - home.x) ** 2 + (s.y - home.y) ** 2).id
