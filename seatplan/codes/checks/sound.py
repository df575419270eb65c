"""What the seats hear: the level of speech at each, and how far it stands above the noise."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.checks.by_seat import judge_seats
from seatplan.codes.checks.hall import Hall
from seatplan.codes.finding import Finding
from seatplan.codes.pack import Pack

__all__ = ["levels", "sound_findings"]

_NEAREST = 0.3
"""Nobody's ear is nearer to a mouth; the free field has no meaning there."""


def levels(hall: Hall) -> NDArray[np.float64]:
    """Return the level of speech at each seat in the open: 6 dB less for each doubling of the distance.

    Parameters
    ----------
    hall : Hall
        Its option ``voice`` is the level a metre away.

    Returns
    -------
    ndarray, shape (seats,)
        dBA from the nearest lectern, or from the middle of the stage's edge where there is none; nan without a
        voice. One person speaks at a time, so several lecterns do not add up.

    Examples
    --------
    >>> from seatplan.codes.checks import Options
    >>> from seatplan.venue import auditorium
    >>> hall = Hall(auditorium(rows=2, blocks="1", first_row=2, row_pitch=2), Options(voice=70))
    >>> levels(hall).round(1).tolist()
    [64.0, 58.0]
    """
    if hall.options.voice is None:
        return np.full(len(hall.venue.seats), np.nan)
    talkers = [(f.x, f.y) for f in hall.venue.fixtures if f.kind == "lectern"] or [(0.0, 0.0)]
    away = hall.venue.xyz[None, :, :2] - np.array(talkers)[:, None, :]
    metres = np.maximum(np.hypot(away[..., 0], away[..., 1]).min(axis=0), _NEAREST)
    return np.asarray(hall.options.voice - 20 * np.log10(metres))


def sound_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield seats at which speech does not stand out from the noise; a planning check only.

    Examples
    --------
    >>> from seatplan.codes.checks import Options, check_venue
    >>> from seatplan.venue import auditorium
    >>> room = auditorium(rows=2, blocks="1", first_row=2, row_pitch=2, language="en")
    >>> told = check_venue(room, "sound", options=Options(voice=70, noise=45))
    >>> [(f.quantity.key, f.found, f.needed, f.level) for f in told]
    [('sound.margin', '12.96 dB', '15 dB', 'warn')]
    """
    if hall.options.voice is None or not hall.venue.xyz.any():
        return
    margin = levels(hall) - hall.options.noise
    heard = [(i, float(margin[i])) for i in hall.audience.tolist()]
    for key in ("sound.margin.least", "sound.margin"):
        told = list(judge_seats(hall, pack, key, heard))
        yield from told
        if told:
            break  # who misses the least misses the good, too
    if pack.says("sound.noise"):
        yield from hall.judge([pack.read("sound.noise")], hall.options.noise, hall.venue.name)
