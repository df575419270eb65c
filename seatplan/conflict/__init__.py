"""Why it cannot be done: minimal sets of the user's own rules, each confirmed by solving it alone."""

from seatplan.conflict.clash import Clash
from seatplan.conflict.find import feasible, find_conflict, find_conflicts

__all__ = ["Clash", "feasible", "find_conflict", "find_conflicts"]
