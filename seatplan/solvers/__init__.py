"""terms -> answers; one method a file. The only modules that import ortools, and only when they run."""

from seatplan.solvers.answer import Answer
from seatplan.solvers.choose import SOLVERS, solve_model
from seatplan.solvers.control import Control, Progress, Stopped
from seatplan.solvers.domains import domains_of
from seatplan.solvers.floors import floors
from seatplan.solvers.settle import settled
from seatplan.solvers.split import Piece, restrict, split
from seatplan.solvers.whole import Solved, solve_parts, together

__all__ = [
    "SOLVERS",
    "Answer",
    "Control",
    "Piece",
    "Progress",
    "Solved",
    "Stopped",
    "domains_of",
    "floors",
    "restrict",
    "settled",
    "solve_model",
    "solve_parts",
    "split",
    "together",
]
