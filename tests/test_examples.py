"""The shipped examples: read, solved, audited, and the facts that they are there to show."""

from __future__ import annotations

import itertools
import runpy
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from seatplan.audit import Report, audit
from seatplan.io.event import Event, read_event
from seatplan.io.table import read_table
from seatplan.people import Person
from seatplan.people.strokes import stroke_key
from seatplan.problem import Problem
from seatplan.result import Result, Status
from seatplan.solve import solve
from seatplan.venue import Seat

ROOT = Path(__file__).parents[1]
NAMES = ("briefing", "conference", pytest.param("congress", marks=pytest.mark.slow))
QUOTAS = (
    40, 31, 116, 60, 53, 86, 53, 76, 48, 133, 89, 103, 66, 76, 159, 160, 103, 109,
    160, 87, 22, 55, 136, 69, 87, 20, 65, 48, 20, 20, 56, 36, 12, 13, 278,
)  # fmt: skip
"""Of the 14th National People's Congress, as protocol.md 2.3(a) prints them."""


@dataclass(frozen=True)
class Solved:
    """An example with its plan."""

    event: Event
    result: Result
    report: Report

    @property
    def problem(self) -> Problem:
        return self.event.problem

    def seat(self, person: Person) -> Seat:
        """Return the seat of somebody who is present."""
        seat = self.result.plan.seat_of(person.id)
        assert seat is not None, f"{person.name} has no seat"
        return self.problem.venue.seat(seat)

    def seats(self, admits: Callable[[Person], bool]) -> list[Seat]:
        """Return the seats of some of those who are present, in list order."""
        return [self.seat(person) for person in self.problem.people if admits(person)]


@lru_cache(maxsize=len(NAMES))
def solved(name: str) -> Solved:
    event = read_event(ROOT / "examples" / name / "event.yaml")
    result = solve(event.problem, seed=0, workers=1)
    return Solved(event, result, audit(event.problem, result.plan))


@pytest.mark.parametrize("name", NAMES)
def test_example_is_solved_to_proven_optimality_and_the_audit_is_clean(name):
    example = solved(name)
    assert example.result.status is Status.OPTIMAL
    assert example.result.tiers
    assert all(tier.gap == 0 for tier in example.result.tiers)
    assert not example.report.broken
    assert example.report.clean
    assert {tier.tier: tier.value for tier in example.result.tiers} == example.report.tiers


@pytest.mark.parametrize("name", NAMES)
def test_everybody_is_seated_or_listed_with_the_reason(name):
    example = solved(name)
    plan, people = example.result.plan, example.problem.roster.people
    assert plan.seats.keys() == {person.id for person in people if person.status == "present"}
    assert plan.unseated == {person.id: person.status for person in people if person.status != "present"}
    assert len(set(plan.seats.values())) == len(plan.seats)


@pytest.mark.parametrize("name", NAMES)
def test_wheelchairs_and_companions(name):
    example = solved(name)
    needing = [person for person in example.problem.people if "wheelchair" in person.needs]
    assert len(needing) == {"briefing": 0, "conference": 2, "congress": 10}[name]
    for person in example.problem.people:
        seat = example.seat(person)
        assert ("wheelchair" in seat.features) == ("wheelchair" in person.needs), person.name
        if person.beside:
            principal = example.seat(example.problem.roster.by_id[person.beside])
            assert _side_by_side(seat, principal), f"{person.name} is not beside the principal"
        if "companion" in person.roles:
            assert "companion" in seat.features, f"{person.name} is not on a companion seat"


def _side_by_side(one: Seat, other: Seat) -> bool:
    same = (one.area, one.row, one.block) == (other.area, other.row, other.block)
    return same and abs(one.position - other.position) == 1


def test_rosters_are_what_the_script_writes(tmp_path):
    runpy.run_path(str(ROOT / "scripts" / "make_examples.py"))["main"]([str(tmp_path)])
    for name in ("briefing/roster.csv", "conference/roster.csv"):
        assert (tmp_path / name).read_bytes() == (ROOT / "examples" / name).read_bytes(), name
    for sheet in ("名单", "代表团"):
        made, shipped = (
            read_table(root / "congress/roster.xlsx", sheet=sheet) for root in (tmp_path, ROOT / "examples")
        )
        assert made.rows == shipped.rows


class TestBriefing:
    """37 people, a rostrum of 8 by the even rule, three absent, a pinned guest."""

    def test_numbers(self):
        roster = solved("briefing").problem.roster
        assert len(roster.people) == 37
        assert Counter(person.status for person in roster.people) == {"present": 34, "absent": 3}

    def test_eight_on_the_rostrum_with_the_second_at_the_left_hand_of_the_first(self):
        example = solved("briefing")
        seats = {p.rank: example.seat(p) for p in example.problem.people if p.category == "主席台"}
        assert {seat.area for seat in seats.values()} == {"rostrum"}
        assert sum(seat.area == "rostrum" for seat in example.problem.venue.seats) == 8
        # the fourth is absent; from the occupants' left the others sit 8 6 4 2 1 3 5 7 by precedence
        assert sorted(seats) == [1, 2, 3, 5, 6, 7, 8, 9]
        assert sorted(seats, key=lambda rank: seats[rank].position) == [9, 7, 5, 2, 1, 3, 6, 8]
        # negative is the occupant's left: the first two share the centre, the second on the left
        assert (seats[1].position, seats[2].position) == (0.5, -0.5)

    def test_the_guest_keeps_the_pinned_seat_and_the_others_sit_by_the_list(self):
        example = solved("briefing")
        (guest,) = example.seats(lambda person: person.category == "嘉宾")
        assert (guest.label, guest.row, guest.number) == ("1排1号", 1, 1)
        staff = example.seats(lambda person: person.category == "参会")
        places = [(seat.row, seat.position) for seat in staff]
        assert places == sorted(places)

    def test_the_roster_is_read_as_gb18030(self):
        path = ROOT / "examples" / "briefing" / "roster.csv"
        with pytest.raises(UnicodeDecodeError):
            path.read_text("utf-8")
        assert any("GB18030" in note.en for note in solved("briefing").event.notes)


class TestConference:
    """120 people, three rows of head table, zones, competitors apart."""

    def test_numbers(self):
        problem = solved("conference").problem
        assert len(problem.roster.people) == 120
        assert Counter(person.status for person in problem.roster.people) == {
            "present": 114,
            "absent": 5,
            "reserve": 1,
        }
        assert problem.convention.name == "international"

    def test_head_table_by_rank_in_three_rows_with_the_moderator_in_front(self):
        example = solved("conference")
        table = {p.rank: example.seat(p) for p in example.problem.people if p.category == "Platform party"}
        assert Counter(seat.row for seat in table.values()) == {1: 7, 2: 7, 3: 6}
        # right is honoured: the second at the first's right hand; the moderator (9) in the lowest place of row 1
        front = sorted((rank for rank in table if table[rank].row == 1), key=lambda rank: table[rank].position)
        assert front == [9, 5, 3, 1, 2, 4, 6]
        behind = [table[rank].row for rank in sorted(table) if rank != 9]
        assert behind == sorted(behind)

    @pytest.mark.parametrize(
        ("group", "block", "rows"),
        [("Aurora Cloud", 0, {1, 2, 3}), ("Borealis Energy", 2, {1, 2}), ("Cascade Health", 1, {2})],
    )
    def test_sponsors_have_their_zones_to_themselves(self, group, block, rows):
        example = solved("conference")
        for person in example.problem.people:
            seat = example.seat(person)
            inside = seat.area == "hall" and seat.block == block and seat.row in rows
            assert inside == (person.group == group), person.name

    def test_the_press_sits_in_the_last_row(self):
        example = solved("conference")
        for person in example.problem.people:
            seat = example.seat(person)
            assert (seat.area == "hall" and seat.row == 8) == (person.category == "Press"), person.name

    def test_competitors_are_neither_beside_nor_behind_each_other(self):
        example = solved("conference")
        helix = example.seats(lambda person: person.unit == "Helix Robotics")
        ironwood = example.seats(lambda person: person.unit == "Ironwood Robotics")
        assert helix
        assert ironwood
        for one in helix:
            for other in ironwood:
                assert not _side_by_side(one, other)
                assert not (one.column == other.column and abs(one.row - other.row) == 1)

    def test_couples_sit_side_by_side(self):
        example = solved("conference")
        seats = {person.name: example.seat(person) for person in example.problem.people}
        assert _side_by_side(seats["Nadia Yılmaz"], seats["Felix Horvat"])
        assert _side_by_side(seats["Karin Moreau"], seats["Leila Pereira"])


@pytest.mark.slow
class TestCongress:
    """35 delegations with the published quotas, 178 on the rostrum, 3,693 seats in the hall."""

    def test_numbers(self):
        problem = solved("congress").problem
        deputies = Counter(person.group for person in problem.roster.people if person.category == "代表")
        assert tuple(deputies[group.id] for group in problem.roster.groups_in_order) == QUOTAS
        assert (len(QUOTAS), sum(QUOTAS)) == (35, 2745)
        assert Counter(seat.area for seat in problem.venue.seats) == {"rostrum": 178, "hall": 3693}
        roles = Counter(role for person in problem.roster.people for role in person.roles)
        assert roles == {"head": 35, "speaker": 25, "companion": 10, "interpreter": 8}
        assert Counter(person.status for person in problem.roster.people) == {"present": 2934, "absent": 7}

    def test_the_presidium_fills_five_rows_by_rank_each_with_its_own_parity(self):
        example = solved("congress")
        presidium = [(p.rank or 0, example.seat(p)) for p in example.problem.people if p.category == "主席团"]
        assert len(presidium) == 178
        rows: dict[int, list[tuple[int, Seat]]] = {}
        for rank, seat in sorted(presidium, key=lambda pair: pair[0]):
            rows.setdefault(seat.row, []).append((rank, seat))
        assert [len(rows[row]) for row in sorted(rows)] == [30, 34, 37, 38, 39]
        first = 1
        for row in sorted(rows):
            assert [rank for rank, _ in rows[row]] == list(range(first, first + len(rows[row])))
            first += len(rows[row])
            # from the centre outwards, the second at the left hand of the first (negative is their left)
            even = len(rows[row]) % 2 == 0
            for place, (_, seat) in enumerate(rows[row]):
                step, left = (place + 1) // 2, place % 2 == 1
                expected = (-step if left else step) + (0.5 if even else 0.0)
                assert seat.position == expected

    def test_all_heads_of_delegation_sit_in_the_first_row(self):
        example = solved("congress")
        heads = example.seats(lambda person: "head" in person.roles)
        assert Counter(seat.row for seat in heads) == {1: 35}

    def test_delegations_have_bands_of_columns_from_the_centre_to_both_sides(self):
        example = solved("congress")
        columns: dict[str, list[int]] = {}
        for person in example.problem.people:
            if person.group:
                columns.setdefault(person.group, []).append(example.seat(person).column)
        order = [group.id for group in example.problem.roster.groups_in_order]
        expected = [*order[1::2][::-1], *order[0::2]]  # the second at the left of the first, facing the stage
        bands = [(min(columns[name]), max(columns[name])) for name in expected]
        assert all(one[1] < other[0] for one, other in itertools.pairwise(bands))

    def test_deputies_sit_column_by_column_in_the_order_of_strokes(self):
        example = solved("congress")
        walks: dict[str, list[tuple[int, int, str]]] = {}
        for person in example.problem.people:
            if person.group and not person.roles and not person.needs:
                seat = example.seat(person)
                walks.setdefault(person.group, []).append((seat.column, seat.row, person.name))
        assert len(walks) == 35
        for walk in walks.values():
            keys = [stroke_key(name, single_name="compare") for _, _, name in sorted(walk)]
            assert keys == sorted(keys)

    def test_speakers_sit_near_an_aisle(self):
        example = solved("congress")
        speakers = example.seats(lambda person: "speaker" in person.roles)
        venue = example.problem.venue
        passed = [int(venue.seats_to_aisle[venue.seat_index[seat.id]]) for seat in speakers]
        assert len(passed) == 25
        assert sum(passed) == example.result.tiers[0].value
