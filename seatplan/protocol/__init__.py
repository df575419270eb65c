"""Where honour lies: conventions, views and the honour order of rows, rostrums and halls."""

from seatplan.protocol.convention import CHOICES, CLASHES, Convention
from seatplan.protocol.delegations import center_out, delegation_column, rotate_delegations, rotate_deputies
from seatplan.protocol.hall import hall_order
from seatplan.protocol.presets import PRESETS, STANDINGS, Standing, preset
from seatplan.protocol.presider import presider_place
from seatplan.protocol.proof import ProofRow, proof
from seatplan.protocol.rostrum import chairs_of_ranks, rostrum_order
from seatplan.protocol.row import cautions, misfits, rank_order, rank_positions, ranks_and_gaps, settled
from seatplan.protocol.sources import SOURCES, Source, sources
from seatplan.protocol.view import View, seen

__all__ = [
    "CHOICES",
    "CLASHES",
    "PRESETS",
    "SOURCES",
    "STANDINGS",
    "Convention",
    "ProofRow",
    "Source",
    "Standing",
    "View",
    "cautions",
    "center_out",
    "chairs_of_ranks",
    "delegation_column",
    "hall_order",
    "misfits",
    "preset",
    "presider_place",
    "proof",
    "rank_order",
    "rank_positions",
    "ranks_and_gaps",
    "rostrum_order",
    "rotate_delegations",
    "rotate_deputies",
    "seen",
    "settled",
    "sources",
]
