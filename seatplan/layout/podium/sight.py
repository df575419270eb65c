"""What a lectern hides, and how seats see it, for a whole grid of places at once.

Everything is in the frame of the venue. A lectern counts as a plate across the view at its middle, as wide as it
is; who speaks stands behind it and is as tall as a standing person.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.code import load_pack
from seatplan.venue import Fixture

__all__ = ["Plate", "apart_angles", "hidden_faces", "hidden_pictures", "low_views", "standing_head"]

Places = NDArray[np.float64]
Ints = NDArray[np.int64]
_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Plate:
    """What stands in the way.

    Parameters
    ----------
    width : float
    lectern, speaker : float
        Tops of the lectern and of the head of who speaks, above the floor on which they stand.
    """

    width: float
    lectern: float
    speaker: float


def hidden_faces(eyes: Places, faces: Places, places: Places, plate: Plate) -> Ints:
    """Return how many views of faces on the rostrum each place of the lectern cuts off.

    Parameters
    ----------
    eyes, faces : ndarray, shape (n, 3) and (m, 3)
        Of the audience, and of those who sit on the rostrum.
    places : ndarray, shape (p, 3)
        Middles of the lectern on its floor.
    plate : Plate

    Returns
    -------
    ndarray of int, shape (p,)
        Views, a face seen by an eye, that pass through the lectern.

    Examples
    --------
    >>> eye, face = np.array([[0.0, -5, 1.1]]), np.array([[0.0, 3, 1.1]])
    >>> plate = Plate(0.6, 1.2, 1.75)
    >>> hidden_faces(eye, face, np.array([[0.0, 1, 0], [0.31, 1, 0], [0.0, 4, 0]]), plate).tolist()
    [1, 0, 0]
    """
    found = np.zeros(len(places), dtype=np.int64)
    for y, z in np.unique(places[:, 1:], axis=0):
        here = np.flatnonzero((places[:, 1] == y) & (places[:, 2] == z))
        crossing = np.sort(_crossings(eyes, faces, float(y), float(z) + plate.lectern))
        left = np.searchsorted(crossing, places[here, 0] - plate.width / 2 - _SLACK)
        right = np.searchsorted(crossing, places[here, 0] + plate.width / 2 + _SLACK)
        found[here] = right - left
    return found


def _crossings(eyes: Places, faces: Places, y: float, top: float) -> Places:
    """Return where the views pass the line across the room at ``y``, of those that pass it below ``top``."""
    deep = faces[None, :, 1] - eyes[:, None, 1]
    share = (y - eyes[:, None, 1]) / np.where(np.abs(deep) < _SLACK, np.inf, deep)
    x = eyes[:, None, 0] + share * (faces[None, :, 0] - eyes[:, None, 0])
    z = eyes[:, None, 2] + share * (faces[None, :, 2] - eyes[:, None, 2])
    return np.asarray(x[(share > 0) & (share < 1) & (z < top - _SLACK)])


def hidden_pictures(eyes: Places, screen: Fixture, places: Places, plate: Plate) -> NDArray[np.bool_]:
    """Tell which eyes have who speaks before a part of the picture, at each place.

    Parameters
    ----------
    eyes : ndarray, shape (n, 3)
    screen : Fixture
        Its ``z`` is the lower edge of the picture.
    places : ndarray, shape (p, 3)
    plate : Plate

    Returns
    -------
    ndarray of bool, shape (n, p)

    Examples
    --------
    >>> screen = Fixture("s", "Screen", "screen", 0.0, 4.0, 3.0, 0.1, z=1.2, height=2.0)
    >>> places = np.array([[0.0, 1.0, 0.6], [3.0, 1.0, 0.6]])
    >>> hidden_pictures(np.array([[0.0, -5, 1.1]]), screen, places, Plate(0.6, 1.1, 1.75)).tolist()
    [[True, False]]
    """
    deep = screen.y - eyes[:, 1]
    share = (places[None, :, 1] - eyes[:, 1, None]) / np.where(np.abs(deep) < _SLACK, np.inf, deep)[:, None]
    ends = [screen.x - screen.width / 2, screen.x + screen.width / 2]
    left, right = (eyes[:, 0, None] + share * (end - eyes[:, 0, None]) for end in ends)
    bottom = eyes[:, 2, None] + share * (screen.z - eyes[:, 2, None])
    beside = (places[None, :, 0] + plate.width / 2 <= left) | (places[None, :, 0] - plate.width / 2 >= right)
    over = bottom >= places[None, :, 2] + plate.speaker
    return np.asarray((share > 0) & (share < 1) & ~beside & ~over)


def apart_angles(eyes: Places, screen: Fixture, places: Places) -> Places:
    """Return the angle between the lectern and the middle of the screen that each eye sees.

    Parameters
    ----------
    eyes : ndarray, shape (n, 3)
    screen : Fixture
    places : ndarray, shape (p, 3)

    Returns
    -------
    ndarray, shape (n, p)
        Degrees, on the floor plan.

    Examples
    --------
    >>> screen = Fixture("s", "Screen", "screen", 0.0, 4.0, 3.0, 0.1, height=2.0)
    >>> apart_angles(np.array([[0.0, 0, 1.1]]), screen, np.array([[4.0, 4.0, 0.0]])).tolist()
    [[45.0]]
    """
    to_screen = np.arctan2(screen.y - eyes[:, 1], screen.x - eyes[:, 0])
    to_place = np.arctan2(places[None, :, 1] - eyes[:, 1, None], places[None, :, 0] - eyes[:, 0, None])
    turn = np.abs(to_place - to_screen[:, None]) % (2 * np.pi)
    return np.asarray(np.round(np.degrees(np.minimum(turn, 2 * np.pi - turn)), 9))


def low_views(eyes: Places, pairs: NDArray[np.intp], places: Places, plate: Plate, least: float) -> Ints:
    """Return how many eyes see the head of who speaks less than so much above the eye in front of them.

    Parameters
    ----------
    eyes : ndarray, shape (n, 3)
    pairs : ndarray of int, shape (k, 2)
        Eyes one behind the other, the front one first.
    places : ndarray, shape (p, 3)
    plate : Plate
    least : float
        Metres, as a C-value.

    Returns
    -------
    ndarray of int, shape (p,)

    Examples
    --------
    >>> eyes, pairs = np.array([[0.0, -5, 1.1], [0.0, -6, 1.1]]), np.array([[0, 1]])
    >>> low_views(eyes, pairs, np.array([[0.0, 0, 0], [0.0, 0, 0.8]]), Plate(0.7, 1.1, 1.75), 0.06).tolist()
    [0, 0]
    >>> low_views(eyes, pairs, np.array([[0.0, 0, 0]]), Plate(0.7, 1.1, 1.75), 0.12).tolist()  # C is 0.108
    [1]
    """
    front, behind = eyes[pairs[:, 0]], eyes[pairs[:, 1]]
    near, far = (
        np.hypot(one[:, None, 0] - places[None, :, 0], one[:, None, 1] - places[None, :, 1])
        for one in (front, behind)
    )
    head = (places[:, 2] + plate.speaker)[None, :]
    sight = head + (behind[:, 2, None] - head) * near / np.maximum(far, _SLACK)
    return np.asarray((sight - front[:, 2, None] < least - 5e-4).sum(axis=0), dtype=np.int64)


def standing_head() -> float:
    """Return the height of a standing person's head above the floor, in metres.

    Examples
    --------
    >>> standing_head()
    1.75
    """
    return float(load_pack("practice").si("head.standing"))
