"""Building codes and practice: rule packs as data, and the few formulas that read them."""

from seatplan.codes.code import Code, combinations, confirmed, load_code, load_pack, pack_names, strictest
from seatplan.codes.finding import Finding, judge, worst_first
from seatplan.codes.formulas.aisle_seats import accessible_tables, designated_aisle_seats
from seatplan.codes.formulas.aisle_width import aisle_width, converging_width
from seatplan.codes.formulas.areas import area_needed, meeting_persons, persons_in
from seatplan.codes.formulas.companions import (
    beside,
    companion_seats,
    shoulder,
    shoulders_align,
    unaccompanied,
)
from seatplan.codes.formulas.crowd import crowd_managers
from seatplan.codes.formulas.dispersion import (
    keeps_to_middle,
    middle_of_row,
    need_not_vary_in_distance,
    wheelchair_locations,
)
from seatplan.codes.formulas.distancing import buffer, far_enough, seats_allowed, too_close
from seatplan.codes.formulas.evacuation import (
    effective_width,
    egress_time,
    hydraulic_flow,
    hydraulic_speed,
    walking_speed,
)
from seatplan.codes.formulas.exits import door_width, exit_count, exit_separation, exit_width, main_exit_persons
from seatplan.codes.formulas.ganging import gang_lengths, gangs, gangs_hold
from seatplan.codes.formulas.interpreter import interpreter_fits
from seatplan.codes.formulas.listening import Receivers, receivers
from seatplan.codes.formulas.occupant_load import fixed_load, load_cap, loose_seats, occupant_load
from seatplan.codes.formulas.rounds import round_grade, round_pitch, round_share, seat_arc
from seatplan.codes.formulas.row_gap import row_gap, row_path
from seatplan.codes.formulas.row_limit import row_limit
from seatplan.codes.formulas.row_pitch import row_pitch, seat_width
from seatplan.codes.formulas.screen import (
    angle_fits,
    angle_to_axis,
    farthest_viewer,
    nearest_viewer,
    picture_distance,
    screen_height,
)
from seatplan.codes.formulas.sightline import c_grade, c_value, rake, riser, tread_most
from seatplan.codes.formulas.sound import (
    critical_distance,
    gain_is_stable,
    level_at,
    needed_gain,
    possible_gain,
    speech_is_heard,
    speech_reach,
)
from seatplan.codes.formulas.space_size import bay_width, slope_fits, space_depth, space_fits
from seatplan.codes.formulas.stage import first_row, stage_height, stage_height_fits, theatre_code_applies
from seatplan.codes.formulas.streams import door_width_by_streams
from seatplan.codes.formulas.tables import accessway_width, tables_apart
from seatplan.codes.formulas.wheelchair import boxes_with_spaces, permanent_spaces, wheelchair_spaces
from seatplan.codes.pack import Pack, Silent
from seatplan.codes.quantity import Quantity, quantities
from seatplan.codes.read import parse_pack, read_pack
from seatplan.codes.standing import Level, Standing, level, weakest
from seatplan.codes.units import feet, inches, square_feet
from seatplan.codes.value import Reading, Value

__all__ = [
    "Code",
    "Finding",
    "Level",
    "Pack",
    "Quantity",
    "Reading",
    "Receivers",
    "Silent",
    "Standing",
    "Value",
    "accessible_tables",
    "accessway_width",
    "aisle_width",
    "angle_fits",
    "angle_to_axis",
    "area_needed",
    "bay_width",
    "beside",
    "boxes_with_spaces",
    "buffer",
    "c_grade",
    "c_value",
    "combinations",
    "companion_seats",
    "confirmed",
    "converging_width",
    "critical_distance",
    "crowd_managers",
    "designated_aisle_seats",
    "door_width",
    "door_width_by_streams",
    "effective_width",
    "egress_time",
    "exit_count",
    "exit_separation",
    "exit_width",
    "far_enough",
    "farthest_viewer",
    "feet",
    "first_row",
    "fixed_load",
    "gain_is_stable",
    "gang_lengths",
    "gangs",
    "gangs_hold",
    "hydraulic_flow",
    "hydraulic_speed",
    "inches",
    "interpreter_fits",
    "judge",
    "keeps_to_middle",
    "level",
    "level_at",
    "load_cap",
    "load_code",
    "load_pack",
    "loose_seats",
    "main_exit_persons",
    "meeting_persons",
    "middle_of_row",
    "nearest_viewer",
    "need_not_vary_in_distance",
    "needed_gain",
    "occupant_load",
    "pack_names",
    "parse_pack",
    "permanent_spaces",
    "persons_in",
    "picture_distance",
    "possible_gain",
    "quantities",
    "rake",
    "read_pack",
    "receivers",
    "riser",
    "round_grade",
    "round_pitch",
    "round_share",
    "row_gap",
    "row_limit",
    "row_path",
    "row_pitch",
    "screen_height",
    "seat_arc",
    "seat_width",
    "seats_allowed",
    "shoulder",
    "shoulders_align",
    "slope_fits",
    "space_depth",
    "space_fits",
    "speech_is_heard",
    "speech_reach",
    "square_feet",
    "stage_height",
    "stage_height_fits",
    "strictest",
    "tables_apart",
    "theatre_code_applies",
    "too_close",
    "tread_most",
    "unaccompanied",
    "walking_speed",
    "weakest",
    "wheelchair_locations",
    "wheelchair_spaces",
    "worst_first",
]
