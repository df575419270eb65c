"""The package's public names are there, instant, and functions keep their names."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

import seatplan
from tests.rooms import people, problem, row


@pytest.mark.parametrize("name", seatplan.__all__)
def test_every_public_name_is_there(name):
    assert getattr(seatplan, name) is not None


def test_a_function_is_a_function_also_after_its_module_was_imported():
    imports = "import seatplan.solve, seatplan.audit; from seatplan import solve, audit"
    code = f"{imports}; print(callable(solve), callable(audit))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "True True\n"


def test_a_plan_and_a_result_show_themselves_in_a_notebook():
    result = seatplan.solve(problem(row("ab"), people("Ann", "<b>Bob")))

    assert result.plan._repr_svg_().startswith("<svg")
    assert "optimal" in result._repr_html_()
    assert "<b>Bob" not in result._repr_html_()


def test_a_plan_of_the_solver_draws_itself():
    """`draw(plan)` needs no problem, and what it returns is a picture in a notebook."""
    plan = seatplan.solve(problem(row("ab"), people("Ann", "Bob"))).plan

    assert seatplan.draw(plan)._repr_png_().startswith(b"\x89PNG")


def test_a_plan_without_a_problem_is_refused():
    with pytest.raises(seatplan.InputError, match="without the problem"):
        seatplan.draw(seatplan.Plan({}))


def test_a_plan_survives_pickling():
    plan = seatplan.solve(problem(row("ab"), people("Ann", "Bob"))).plan

    assert pickle.loads(pickle.dumps(plan)) == plan


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nonsense"):
        _ = seatplan.nonsense
