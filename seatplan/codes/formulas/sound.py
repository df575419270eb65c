"""Whether speech is heard: level, noise, reverberation and feedback. A planning check only."""

from __future__ import annotations

from math import log10, sqrt

from seatplan.codes.code import by_code
from seatplan.codes.pack import Pack

__all__ = [
    "critical_distance",
    "gain_is_stable",
    "level_at",
    "needed_gain",
    "possible_gain",
    "speech_is_heard",
    "speech_reach",
]


def level_at(level: float, distance: float, *, reference: float = 1.0) -> float:
    """Return how loud a source is in the open: 6 dB less for each doubling of the distance (codes.md 4.1).

    Parameters
    ----------
    level : float
        Decibels at the distance ``reference``.
    distance, reference : float

    Returns
    -------
    float
        Decibels.

    Examples
    --------
    >>> round(level_at(98, 8), 1), round(level_at(65, 12, reference=3))
    (79.9, 53)
    """
    return level - 20 * log10(distance / reference)


@by_code(all)
def speech_is_heard(pack: Pack, level: float, noise: float) -> bool:
    """Tell whether speech stands high enough above the noise to be good (codes.md 4.1).

    Parameters
    ----------
    pack : Code
        Such as ``sound``.
    level, noise : float
        Decibels at the seat.

    Returns
    -------
    bool

    Examples
    --------
    >>> speech_is_heard("sound", 53, 45), speech_is_heard("sound", 60, 45)
    (False, True)
    """
    return pack.read("sound.margin").allows(level - noise)


@by_code(min)
def speech_reach(pack: Pack, level: float, noise: float, *, reference: float = 1.0) -> float:
    """Return how far speech is good (codes.md 4.1).

    Parameters
    ----------
    pack : Code
        Such as ``sound``.
    level : float
        Decibels at the distance ``reference``.
    noise : float
    reference : float

    Returns
    -------
    float
        In the unit of ``reference``.

    Examples
    --------
    >>> round(speech_reach("sound", 65, 45, reference=3), 2)
    5.33
    """
    return float(reference * 10 ** ((level - noise - float(pack.si("sound.margin"))) / 20))


@by_code(min)
def critical_distance(pack: Pack, volume: float, reverberation: float, directivity: float = 1.0) -> float:
    """Return where direct and reverberant sound are equal: ``0.057 sqrt(Q V / T)`` (codes.md 4.1).

    Parameters
    ----------
    pack : Code
        Such as ``sound``.
    volume : float
        Cubic metres.
    reverberation : float
        Seconds until the sound is 60 dB down.
    directivity : float
        Q of the source; 1 for one that radiates all around.

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> round(critical_distance("sound", 2000, 1.2, 5), 2), round(critical_distance("sound", 500, 0.8), 3)
    (5.2, 1.425)
    """
    return float(pack.si("sound.critical")) * sqrt(directivity * volume / reverberation)


def needed_gain(distance: float, as_if: float) -> float:
    """Return the gain that lets a listener hear a talker as if nearer: NAG (codes.md 4.1).

    Parameters
    ----------
    distance : float
        From the talker to the farthest listener.
    as_if : float
        Equivalent acoustic distance: from where the talker is to be heard.

    Returns
    -------
    float
        Decibels.

    Examples
    --------
    >>> round(needed_gain(7, 3), 1), round(needed_gain(128, 4), 1)
    (7.4, 30.1)
    """
    return 20 * log10(distance / as_if)


@by_code(min)
def possible_gain(
    pack: Pack,
    talker_listener: float,
    talker_microphone: float,
    microphone_speaker: float,
    speaker_listener: float,
) -> float:
    """Return the gain before feedback: PAG, ``20 log(D0 D1 / (Ds D2)) - 6`` (codes.md 4.1).

    Parameters
    ----------
    pack : Code
        Such as ``sound``.
    talker_listener, talker_microphone, microphone_speaker, speaker_listener : float
        The distances D0, Ds, D1, D2.

    Returns
    -------
    float
        Decibels.

    Examples
    --------
    >>> round(possible_gain("sound", 16, 0.5, 8, 10), 1)
    22.2
    """
    ratio = talker_listener * microphone_speaker / (talker_microphone * speaker_listener)
    return 20 * log10(ratio) - float(pack.si("sound.reserve"))


def gain_is_stable(needed: float, possible: float) -> bool:
    """Tell whether the gain that is needed does not howl.

    Examples
    --------
    >>> gain_is_stable(7.4, 22.2)
    True
    """
    return possible >= needed
