"""Why it cannot be done: minimal sets of the user's own rules, each confirmed by solving it alone, and repairs."""

from seatplan.conflict.clash import Clash
from seatplan.conflict.find import feasible, find_clashes_with, find_conflict, find_conflicts
from seatplan.conflict.repair import Repair
from seatplan.conflict.repairs import find_repairs

__all__ = ["Clash", "Repair", "feasible", "find_clashes_with", "find_conflict", "find_conflicts", "find_repairs"]
