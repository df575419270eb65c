"""Why here, why not there, which seat for a late guest, and what every rule costs."""

from seatplan.explain.elsewhere import why_not
from seatplan.explain.guest import Recommendation, recommend
from seatplan.explain.here import WhyHere, why_here
from seatplan.explain.ledger import Entry, ledger
from seatplan.explain.price import WhyNot

__all__ = ["Entry", "Recommendation", "WhyHere", "WhyNot", "ledger", "recommend", "why_here", "why_not"]
