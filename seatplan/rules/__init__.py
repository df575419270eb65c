"""What a planner would say about a plan: one rule, one file."""

from seatplan.rules.base import Statute
from seatplan.rules.pin import Pin
from seatplan.rules.rank_order import RankOrder

__all__ = ["RULES", "Pin", "RankOrder", "Statute"]

RULES: dict[str, type[Statute]] = {"pin": Pin, "rank_order": RankOrder}
"""The rules by the name they have in an event file."""
