"""Podium: where lectern, screen and interpreter stand before an audience, by sight, sound and custom.

Every place of a grid is tried, and of all together the best is taken, tier by tier: nobody of the rostrum hidden
behind the lectern; the picture seen whole and not too much aside; who speaks seen over the heads; microphones far
enough apart; room for who speaks; lectern and screen in one view; the farthest listener near, then all; a short
way from the steps; the middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.code import load_pack
from seatplan.errors import Fault, InputError
from seatplan.layout.podium.flights import Flights, place_flights, top_of
from seatplan.layout.podium.ground import Front, front_of, lectern_places, screens
from seatplan.layout.podium.interpreter import Signing, interpreter_spot
from seatplan.layout.podium.sight import (
    Plate,
    apart_angles,
    hidden_faces,
    hidden_pictures,
    low_views,
    standing_head,
)
from seatplan.layout.podium.wish import Convention, PodiumWish
from seatplan.venue import Fixture, Venue

__all__ = ["TIERS", "Podium", "place_podium"]

Places = NDArray[np.float64]
Language = Literal["en", "zh"]

TIERS = ("faces", "pictures", "heads", "microphones", "clear", "angle", "far", "sum", "steps", "centre")
"""What is looked at, the most important first; each is as small as it can be once those before it are."""

_LABELS = {"en": {"lectern": "Lectern", "screen": "Screen"}, "zh": {"lectern": "发言席", "screen": "银幕"}}
_EYE = "eye.seated.low"
_FLIGHT_STEP = 0.5
"""Metres between places of steps, at least."""


@dataclass(frozen=True)
class Podium:
    """A venue with its lectern, screen and interpreter, and why they stand there.

    Parameters
    ----------
    venue : Venue
    wish : PodiumWish
    lectern : Fixture
    screen : Fixture or None
    signing : Signing or None
        Where the interpreter stands, and for whom.
    values : mapping of str to int
        Of each of `TIERS`: views of faces that the lectern cuts off; people who have the speaker before the
        picture or see it more than 45 degrees aside; people who see who speaks less than 60 mm above the eye in
        front; other microphones too near; 1 where less than 3 ft are clear behind the lectern; people who see
        lectern and screen more than 30 degrees apart; millimetres to the farthest seat, to all seats, from the
        steps, from the centre line.
    others : mapping of str to dict of str to int
        The same for the best place of each convention that has one.
    tried : int
        Places of the lectern times places of the screen.
    listeners : int
        Seats of the audience.
    flights : Flights or None
        The steps to the stage, when they were chosen, too: for this lectern.

    Examples
    --------
    >>> from seatplan.venue import auditorium, combine, rostrum
    >>> room = combine("Hall", rostrum(rows=[5], lectern="none"), auditorium(rows=4, blocks="6,6", first_row=4.0))
    >>> found = place_podium(room, PodiumWish(lectern="front_right"))
    >>> found.lectern.x < 0, found.values["faces"]
    (True, 0)
    """

    venue: Venue
    wish: PodiumWish
    lectern: Fixture
    screen: Fixture | None
    signing: Signing | None
    values: dict[str, int]
    others: dict[Convention, dict[str, int]]
    tried: int
    listeners: int
    flights: Flights | None = None

    @property
    def proof(self) -> str:
        """What was tried."""
        return f"all {self.tried} places of a grid of {self.wish.step:g} m were tried, none is better tier by tier"


def place_podium(venue: Venue, wish: PodiumWish | None = None, *, language: Language = "en") -> Podium:
    """Choose where lectern, screen and interpreter stand.

    Parameters
    ----------
    venue : Venue
        Its own lecterns are taken away; its stage, steps, tables and screen stay where they are.
    wish : PodiumWish, optional
    language : {"en", "zh"}
        Of the labels.

    Returns
    -------
    Podium

    Raises
    ------
    InputError
        If nobody sits before the stage, or the lectern fits nowhere.

    Examples
    --------
    >>> from seatplan.venue import auditorium
    >>> found = place_podium(auditorium(rows=2, blocks="4", first_row=3.0))
    >>> found.lectern.x, found.lectern.y, found.tried
    (0.0, -0.75, 21)
    """
    wish = wish or PodiumWish()
    bare = replace(venue, fixtures=tuple(f for f in venue.fixtures if f.kind != "lectern"))
    front = front_of(bare)
    hung = screens(front, wish, _LABELS[language]["screen"])
    each = {name: best for name in _asked(wish) if (best := _best(front, wish, name, hung))}
    if not each:
        where = "" if wish.lectern == "any" else f" at the {wish.lectern.replace('_', ' ')}"
        found = f"a lectern of {wish.width:g} x {wish.depth:g} m fits nowhere{where}"
        mend = "give the room a stage, take a smaller lectern or another place, or move the first row"
        raise InputError([Fault("lectern", found, mend)])
    chosen = min(each.values(), key=lambda one: tuple(one.values.values()))
    made = _podium(front, wish, chosen, each, language)
    return made if wish.steps == "given" else _with_flights(made, language)


def _asked(wish: PodiumWish) -> tuple[Convention, ...]:
    return ("front_center", "front_right", "front_left", "any") if wish.lectern == "any" else (wish.lectern,)


@dataclass(frozen=True)
class _Choice:
    place: tuple[float, float, float]
    screen: Fixture | None
    values: dict[str, int]
    tried: int


def _best(front: Front, wish: PodiumWish, convention: Convention, hung: list[Fixture]) -> _Choice | None:
    """Return the best place by a convention, over all places of the screen; None where there is none."""
    places = lectern_places(front, wish, convention)
    if not len(places):
        return None
    found = []
    choices: list[Fixture | None] = [*hung] or [None]
    for screen in choices:
        values = _values(front, wish, places, screen)
        table = np.column_stack([values[name] for name in TIERS])
        k = int(np.lexsort((places[:, 0], places[:, 1], *table.T[::-1]))[0])
        x, y, z = map(float, places[k])
        each = dict(zip(TIERS, table[k].tolist(), strict=True))
        found.append(_Choice((x, y, z), screen, each, len(places) * max(1, len(hung))))
    return min(found, key=lambda one: (*one.values.values(), abs(_aside(front, one.screen)), one.place))


def _aside(front: Front, screen: Fixture | None) -> float:
    return screen.x - front.centre if screen else 0.0


def _values(
    front: Front, wish: PodiumWish, places: Places, screen: Fixture | None
) -> dict[str, NDArray[np.int64]]:
    """Return the value of each tier at each place."""
    eye = np.array([0.0, 0.0, float(load_pack("practice").si(_EYE))])
    eyes, faces = front.venue.xyz[front.audience] + eye, front.venue.xyz[front.rostrum] + eye
    plate = Plate(wish.width, wish.height, standing_head())
    none = np.zeros(len(places), dtype=np.int64)
    away = np.hypot(eyes[:, 0, None] - places[None, :, 0], eyes[:, 1, None] - places[None, :, 1])
    return {
        "faces": hidden_faces(eyes, faces, places, plate) if len(faces) else none,
        "pictures": _spoilt(eyes, screen, places, plate) if screen else none,
        "heads": low_views(front.venue.xyz + eye, front.rows, places, plate, _limit("sight.c.heads")),
        "microphones": _microphones(front, wish, places) if wish.rostrum_microphones else none,
        "clear": _cramped(front, wish, places),
        "angle": (apart_angles(eyes, screen, places) > _limit("stage.angle")).sum(axis=0) if screen else none,
        "far": _millimetres(away.max(axis=0)),
        "sum": _millimetres(away.sum(axis=0)),
        "steps": _from_steps(front, places),
        "centre": _millimetres(np.abs(places[:, 0] - front.centre)),
    }


def _millimetres(metres: Places) -> NDArray[np.int64]:
    return np.asarray(np.rint(metres * 1000), dtype=np.int64)


def _limit(key: str) -> float:
    return float(load_pack("practice").si(key))


def _spoilt(eyes: Places, screen: Fixture, places: Places, plate: Plate) -> NDArray[np.int64]:
    """Return how many eyes have who speaks before the picture, or see it more aside than practice allows."""
    angle = np.degrees(np.arctan2(np.abs(eyes[:, 0] - screen.x), screen.y - eyes[:, 1]))
    aside = np.round(angle, 9) > _limit("screen.angle")
    spoilt = hidden_pictures(eyes, screen, places, plate) | aside[:, None]
    return np.asarray(spoilt.sum(axis=0), dtype=np.int64)


def _microphones(front: Front, wish: PodiumWish, places: Places) -> NDArray[np.int64]:
    """Return how many microphones of the rostrum are nearer to the lectern's than the 3:1 rule lets them be."""
    other = front.venue.xyz[front.rostrum]
    apart = np.linalg.norm(places[:, None, :2] - other[None, :, :2], axis=2)
    least = float(load_pack("sound").si("sound.microphones")) * wish.mouth
    return np.asarray((apart < least - 1e-9).sum(axis=1), dtype=np.int64)


def _cramped(front: Front, wish: PodiumWish, places: Places) -> NDArray[np.int64]:
    """Tell where less is clear behind the lectern than who speaks needs (practice: 3 ft)."""
    least = _limit("stage.lectern")
    behind = np.full(len(places), np.inf)
    low = places[:, 1] + wish.depth / 2
    things = [(f.x, f.y - f.depth / 2, f.width) for f in front.venue.fixtures if f.kind in ("table", "wall")]
    things += [(float(x), float(y) - 0.25, 0.5) for x, y, _ in front.venue.xyz[front.rostrum]]
    if front.stage:
        stage = front.stage
        edge, back = stage.y - stage.depth / 2, stage.y + stage.depth / 2
        behind = np.where(places[:, 1] < edge, edge, back) - low
    else:
        behind = -low
    for x, y, width in things:
        meets = (np.abs(places[:, 0] - x) < (width + wish.width) / 2) & (y >= low - 1e-9)
        behind = np.where(meets, np.minimum(behind, y - low), behind)
    return np.asarray(behind < least - 5e-4, dtype=np.int64)


def _from_steps(front: Front, places: Places) -> NDArray[np.int64]:
    """Return the way from the nearest steps to each place on the stage; none is needed on the floor."""
    stage = front.stage
    steps = [] if stage is None else [top_of(f, stage) for f in front.venue.fixtures if f.kind == "steps"]
    if not steps or stage is None:
        return np.zeros(len(places), dtype=np.int64)
    apart = np.linalg.norm(places[:, None, :2] - np.array(steps)[None], axis=2).min(axis=1)
    on_stage = places[:, 1] > stage.y - stage.depth / 2
    return _millimetres(np.where(on_stage, apart, 0.0))


def _podium(
    front: Front, wish: PodiumWish, chosen: _Choice, each: dict[Convention, _Choice], language: Language
) -> Podium:
    x, y, z = chosen.place
    label = _LABELS[language]["lectern"]
    lectern = Fixture("lectern", label, "lectern", x, y, wish.width, wish.depth, z=z, height=wish.height)
    more = [] if chosen.screen is None or chosen.screen in front.venue.fixtures else [chosen.screen]
    venue = replace(front.venue, fixtures=(*front.venue.fixtures, *_named(front.venue.fixtures, [lectern, *more])))
    signing = interpreter_spot(replace(front, venue=venue), wish, lectern, language) if wish.interpreter else None
    if signing is not None:
        venue = replace(venue, fixtures=(*venue.fixtures, *_named(venue.fixtures, [signing.spot])))
    others: dict[Convention, dict[str, int]] = {name: one.values for name, one in each.items() if name != "any"}
    tried = max(one.tried for one in each.values())
    return Podium(venue, wish, lectern, chosen.screen, signing, chosen.values, others, tried, len(front.audience))


def _with_flights(found: Podium, language: Language) -> Podium:
    """Return a podium whose steps are chosen; a ramp stays."""
    wish, venue = found.wish, found.venue
    step = max(wish.step, _FLIGHT_STEP)
    flights = place_flights(venue, found.lectern, wish.steps, most=wish.flights, step=step, language=language)
    kept = tuple(f for f in venue.fixtures if f.kind != "steps" or f.step_free)
    spots = tuple(_named(kept, flights.spots))
    whole = replace(venue, fixtures=(*kept, *spots))
    place = np.array([[found.lectern.x, found.lectern.y, found.lectern.z]])
    values = {**found.values, "steps": int(_from_steps(front_of(whole), place)[0])}
    return replace(found, venue=whole, values=values, flights=replace(flights, spots=spots))


def _named(there: Sequence[Fixture], fixtures: Sequence[Fixture]) -> Iterator[Fixture]:
    """Yield fixtures with ids of their own."""
    known = {fixture.id for fixture in there}
    for fixture in fixtures:
        name = fixture.id
        while name in known:
            name += "-new"
        yield replace(fixture, id=name)
