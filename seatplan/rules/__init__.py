"""What a planner would say about a plan: one rule, one file. ``docs/rules.md`` has them all in a table."""

from seatplan.rules.accessible import Accessible
from seatplan.rules.apart import Apart
from seatplan.rules.banquet import Banquet
from seatplan.rules.base import Statute
from seatplan.rules.chairman import Chairman
from seatplan.rules.clear_backs import ClearBacks
from seatplan.rules.compact import Compact
from seatplan.rules.dinner import Dinner
from seatplan.rules.family_photo import FamilyPhoto
from seatplan.rules.fill import Fill
from seatplan.rules.flags import Flags
from seatplan.rules.grouping import Grouping
from seatplan.rules.heads_first import HeadsFirst
from seatplan.rules.hemicycle import Hemicycle
from seatplan.rules.inner_order import InnerOrder
from seatplan.rules.meeting import Meeting
from seatplan.rules.parties import Parties
from seatplan.rules.photo import Photo
from seatplan.rules.pin import Pin
from seatplan.rules.prefer import Prefer
from seatplan.rules.rank_order import RankOrder
from seatplan.rules.reserve import Reserve
from seatplan.rules.rostrum import RostrumPlacement
from seatplan.rules.signing import Signing
from seatplan.rules.sofas import Sofas
from seatplan.rules.stay import Stay
from seatplan.rules.talks import Talks
from seatplan.rules.together import Together
from seatplan.rules.vehicle import Vehicle
from seatplan.rules.westminster import Westminster
from seatplan.rules.zone import Zone

__all__ = [
    "RULES",
    "Accessible",
    "Apart",
    "Banquet",
    "Chairman",
    "ClearBacks",
    "Compact",
    "Dinner",
    "FamilyPhoto",
    "Fill",
    "Flags",
    "Grouping",
    "HeadsFirst",
    "Hemicycle",
    "InnerOrder",
    "Meeting",
    "Parties",
    "Photo",
    "Pin",
    "Prefer",
    "RankOrder",
    "Reserve",
    "RostrumPlacement",
    "Signing",
    "Sofas",
    "Statute",
    "Stay",
    "Talks",
    "Together",
    "Vehicle",
    "Westminster",
    "Zone",
]

RULES: dict[str, type[Statute]] = {
    "accessible": Accessible,
    "apart": Apart,
    "banquet": Banquet,
    "chairman": Chairman,
    "clear_backs": ClearBacks,
    "compact": Compact,
    "dinner": Dinner,
    "family_photo": FamilyPhoto,
    "fill": Fill,
    "flags": Flags,
    "grouping": Grouping,
    "heads_first": HeadsFirst,
    "hemicycle": Hemicycle,
    "inner_order": InnerOrder,
    "meeting": Meeting,
    "parties": Parties,
    "photo": Photo,
    "pin": Pin,
    "prefer": Prefer,
    "rank_order": RankOrder,
    "reserve": Reserve,
    "rostrum": RostrumPlacement,
    "signing": Signing,
    "sofas": Sofas,
    "stay": Stay,
    "talks": Talks,
    "together": Together,
    "vehicle": Vehicle,
    "westminster": Westminster,
    "zone": Zone,
}
"""The rules by the name they have in an event file, which is the name of the rule's module."""
