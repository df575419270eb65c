"""Several good plans that differ, and what two aims cost each other."""

from seatplan.alternatives.aim import Aim, named_aims
from seatplan.alternatives.several import Alternative, Several, alternatives
from seatplan.alternatives.trade_off import Curve, Gap, Point, trade_off

__all__ = ["Aim", "Alternative", "Curve", "Gap", "Point", "Several", "alternatives", "named_aims", "trade_off"]
