"""People who come late and sit beside somebody who is there already."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from seatplan.cli import main
from seatplan.errors import InputError
from seatplan.people import Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.replan import Changes, replan
from seatplan.replan.changes import changed_problem
from seatplan.rules import Together
from seatplan.venue import from_drawing

EVENT = """
format: seatplan-event/1
venue: {areas: [auditorium: {rows: 1, blocks: "6"}]}
roster: {people: [{name: Ann, rank: 1}, {name: Bob, rank: 2}, {name: Cid, rank: 3}, {name: Dan, rank: 4}]}
rules: [rank_order: {areas: hall}, together: {beside: yes}]
"""


def problem() -> Problem:
    roster = Roster(tuple(Person(f"id{i}", n) for i, n in enumerate(("Ann", "Bob", "Cid"))))
    return Problem(from_drawing("=\nabef", language="en"), roster, (Together(beside=True),))


PLAN = Plan({"id0": "a", "id1": "b", "id2": "e"})


def test_a_neighbour_gives_way_to_an_interpreter():
    found = replan(problem(), PLAN, Changes(arrivals=(Person("Zoe", "Zoe", beside="Ann"),)))

    assert found.problem.roster.by_id["Zoe"].beside == "id0"
    assert found.plan.seats["Zoe"] == "b"
    assert (found.best.moves, found.best.bound) == (1, 1)


def test_somebody_who_comes_after_all_is_found_by_the_name_of_the_file():
    roster = Roster((Person("1", "Ann", status="absent"), Person("2", "Bob")))
    event = Problem(from_drawing("=\nabef", language="en"), roster, (Together(beside=True),))
    late = (Person("Ann", "Ann"), Person("Zoe", "Zoe", beside="Ann"))

    new = changed_problem(event, Plan({"2": "b"}), Changes(arrivals=late))

    assert new.roster.by_id["Zoe"].beside == "1"


@pytest.mark.parametrize(
    ("beside", "told"),
    [("Anne", "nobody is called 'Anne'.*did you mean 'Ann'"), ("Zoe", "that is the same person")],
)
def test_an_unknown_name_is_refused(beside, told):
    with pytest.raises(InputError, match=told):
        changed_problem(problem(), PLAN, Changes(arrivals=(Person("Zoe", "Zoe", beside=beside),)))


def test_the_command_reads_a_companion_of_somebody_on_the_roster(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "event.yaml").write_text(EVENT, "utf-8")
    late = tmp_path / "late.csv"
    late.write_text("name,role,beside\nZoe,interpreter,Ann\n", "utf-8")
    run = CliRunner().invoke
    assert run(main, ["solve", "event.yaml", "--no-charts"]).exit_code == 0

    done = run(main, ["replan", "event.yaml", "out/plan.json", "--add", "late.csv", "-o", "new", "--no-charts"])

    assert done.exit_code == 0, done.output
    late.write_text("name,role,beside\nZoe,interpreter,Anne\n", "utf-8")
    done = run(main, ["replan", "event.yaml", "out/plan.json", "--add", "late.csv", "-o", "new", "--no-charts"])
    assert done.exit_code == 2
    assert "nobody is called 'Anne'" in done.output
    assert "late.csv" in done.output
