"""Experiments: many problems or rooms, each with many options, on any executor, resumable, one row a case."""

from seatplan.experiments.cases import Case, cases_of
from seatplan.experiments.rows import Rows
from seatplan.experiments.run import sweep
from seatplan.experiments.work import layout_case, solve_case

__all__ = ["Case", "Rows", "cases_of", "layout_case", "solve_case", "sweep"]
