"""Where honour lies: conventions, views and the honour order of rows, rostrums and halls."""

from seatplan.protocol.convention import Convention
from seatplan.protocol.honour import hall_order, rostrum_order
from seatplan.protocol.presets import PRESETS, preset
from seatplan.protocol.row import rank_order, rank_positions
from seatplan.protocol.view import View, seen

__all__ = [
    "PRESETS",
    "Convention",
    "View",
    "hall_order",
    "preset",
    "rank_order",
    "rank_positions",
    "rostrum_order",
    "seen",
]
