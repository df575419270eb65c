"""Where honour lies: conventions, views and the honour order of every occasion, as pure functions."""

from seatplan.people.bodies import DEPUTIES, HEADS, merge_bodies
from seatplan.people.rotation import council_table, rotate_delegations, rotate_deputies
from seatplan.protocol.conference import parties_around
from seatplan.protocol.convention import CHOICES, CLASHES, Convention
from seatplan.protocol.delegations import center_out, delegation_column
from seatplan.protocol.dinner import Diner, dinner_ring, dinner_sides, separated, with_visiting_head
from seatplan.protocol.flags import bilateral_flags, flags
from seatplan.protocol.hall import hall_order
from seatplan.protocol.head_table import head_table
from seatplan.protocol.parliament import WESTMINSTER, hemicycle
from seatplan.protocol.party import Member, facing_parties
from seatplan.protocol.photo import family_photo, foreign_photo, photo_rows
from seatplan.protocol.presets import PRESETS, STANDINGS, Standing, preset
from seatplan.protocol.proof import ProofRow, proof
from seatplan.protocol.rostrum import chairs_of_ranks, rostrum_order
from seatplan.protocol.round_table import alternation_exists, one_host_table, ring_ranks, ring_xy, two_host_table
from seatplan.protocol.row import cautions, misfits, rank_order, rank_positions, ranks_and_gaps, settled
from seatplan.protocol.signing import Signing, signing
from seatplan.protocol.sofas import Sofas, sofas
from seatplan.protocol.sources import SOURCES, Source, sources
from seatplan.protocol.tables import back_turned, table_order
from seatplan.protocol.talks import Talks, TalksSide, talks, talks_room, talks_side
from seatplan.protocol.view import View, seen

__all__ = [
    "CHOICES",
    "CLASHES",
    "DEPUTIES",
    "HEADS",
    "PRESETS",
    "SOURCES",
    "STANDINGS",
    "WESTMINSTER",
    "Convention",
    "Diner",
    "Member",
    "ProofRow",
    "Signing",
    "Sofas",
    "Source",
    "Standing",
    "Talks",
    "TalksSide",
    "View",
    "alternation_exists",
    "back_turned",
    "bilateral_flags",
    "cautions",
    "center_out",
    "chairs_of_ranks",
    "council_table",
    "delegation_column",
    "dinner_ring",
    "dinner_sides",
    "facing_parties",
    "family_photo",
    "flags",
    "foreign_photo",
    "hall_order",
    "head_table",
    "hemicycle",
    "merge_bodies",
    "misfits",
    "one_host_table",
    "parties_around",
    "photo_rows",
    "preset",
    "proof",
    "rank_order",
    "rank_positions",
    "ranks_and_gaps",
    "ring_ranks",
    "ring_xy",
    "rostrum_order",
    "rotate_delegations",
    "rotate_deputies",
    "seen",
    "separated",
    "settled",
    "signing",
    "sofas",
    "sources",
    "table_order",
    "talks",
    "talks_room",
    "talks_side",
    "two_host_table",
    "with_visiting_head",
]
