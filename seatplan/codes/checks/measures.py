"""What each seat sees, hears and walks, as numbers for charts and tables."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.checks.common_path import common_paths
from seatplan.codes.checks.hall import Hall
from seatplan.codes.checks.options import Options
from seatplan.codes.checks.sight import clearances, eye_height, focus
from seatplan.codes.checks.sound import levels
from seatplan.codes.checks.view import screen_views, stage_views
from seatplan.errors import Fault, InputError
from seatplan.venue import Venue

__all__ = ["Eye", "seat_measures", "sight_section"]


def seat_measures(venue: Venue, options: Options | None = None) -> dict[str, NDArray[np.float64]]:
    """Return what each seat sees, hears and walks: the values of heat maps.

    Parameters
    ----------
    venue : Venue
    options : Options, optional

    Returns
    -------
    dict of str to ndarray, shape (seats,)
        ``c_value`` (metres by which the line to the edge of the stage clears the eye in front),
        ``stage_distance`` (m), ``stage_angle`` (degrees), with a screen ``screen_heights`` and ``screen_angle``,
        with a voice ``speech`` (dBA) and ``speech_margin`` (dB), with doors ``door`` and ``common_path`` (m).
        nan where nothing can be said.

    Examples
    --------
    >>> from seatplan.venue import auditorium
    >>> found = seat_measures(auditorium(rows=1, blocks="1", first_row=5), Options(voice=70, noise=45))
    >>> {name: float(values[0].round(1)) for name, values in found.items() if name.startswith("s")}
    {'stage_distance': 5.0, 'stage_angle': 0.0, 'speech': 56.0, 'speech_margin': 11.0}
    """
    hall = Hall(venue, options or Options())
    stage, screen, speech = stage_views(hall), screen_views(hall), levels(hall)
    found = {"c_value": clearances(hall), "stage_distance": stage["distance"], "stage_angle": stage["angle"]}
    if screen:
        found |= {"screen_heights": screen["heights"], "screen_angle": screen["angle"]}
    if hall.options.voice is not None:
        found |= {"speech": speech, "speech_margin": speech - hall.options.noise}
    if hall.doors:
        found |= {"door": venue.metres_to("door"), "common_path": common_paths(hall)}
    return found


@dataclass(frozen=True, slots=True)
class Eye:
    """A spectator in a section through a hall.

    Parameters
    ----------
    seat : str
    distance : float
        Metres from the edge of the stage.
    height : float
        Of the eye above the hall's floor.
    clearance : float
        The C-value, metres; nan in the first row.
    """

    seat: str
    distance: float
    height: float
    clearance: float


def sight_section(venue: Venue, seat: str) -> tuple[float, tuple[Eye, ...]]:
    """Return a section through a hall: all who sit before a seat, one behind the other.

    Parameters
    ----------
    venue : Venue
    seat : str
        Id of the last seat.

    Returns
    -------
    (float, tuple of Eye)
        Height of the edge of the stage, to which all look; and the eyes from the front to the back.

    Raises
    ------
    InputError
        For a seat that is not there.

    Examples
    --------
    >>> from seatplan.venue import auditorium
    >>> edge, eyes = sight_section(auditorium(rows=2, blocks="1", first_row=5, rake=0.2), "hall-2-1")
    >>> edge, [(eye.distance, round(eye.height, 2)) for eye in eyes], round(eyes[1].clearance, 3)
    (0.0, [(5.0, 1.12), (5.9, 1.32)], -0.001)
    """
    if seat not in venue.seat_index:
        raise InputError([Fault(f"seat {seat!r}", "there is no such seat", "give the id of a seat of the venue")])
    hall = Hall(venue, Options())
    before = {int(b): int(a) for a, b in venue.front_to_back}
    chain = [venue.seat_index[seat]]
    while chain[-1] in before:
        chain.append(before[chain[-1]])
    clear, eyes = clearances(hall), venue.xyz[:, 2] + eye_height()
    section = (
        Eye(venue.seats[i].id, float(-venue.xyz[i, 1]), float(eyes[i]), float(clear[i])) for i in chain[::-1]
    )
    return focus(hall), tuple(section)
