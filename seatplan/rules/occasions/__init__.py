"""What the rules of meetings, ceremonies and dinners share: lines of people and the places meant for them."""

from seatplan.rules.occasions.line import Badge, Line
from seatplan.rules.occasions.occasion import Occasion, Ranked

__all__ = ["Badge", "Line", "Occasion", "Ranked"]
