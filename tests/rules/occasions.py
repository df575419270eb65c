"""Tiny random meetings, ceremonies and dinners: for each of their rules a room, people and the rule."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from seatplan.people import Person, Who
from seatplan.rules import FamilyPhoto, Photo, Pin, Reserve, Signing, Sofas, Statute, Talks
from seatplan.venue import Venue, Where, photo_steps, signing_desk, sofas, talks_table

Drawn = tuple[Venue, tuple[Person, ...], Statute]
NAMES = ("ann", "bob", "cid", "dan")
HOST, GUEST = Who(categories=("host",)), Who(categories=("guest",))
PARTIES = {"host": HOST, "guest": GUEST}


def common(chance: Random) -> dict[str, object]:
    return {"priority": chance.choice(("must", 1)), "by": chance.choice(("rank", "rank", "list"))}


def crowd(chance: Random, count: int, *roles: str) -> tuple[Person, ...]:
    """People of both parties, or of none; whose ranks may be equal."""
    return tuple(
        Person(
            name,
            name.title(),
            rank=chance.choice((1, 2, 2, 3)),
            category=chance.choice(("host", "guest", "host", "guest", "other")),
            roles=frozenset({chance.choice(roles)}) if roles and chance.random() < 0.3 else frozenset(),
            status="absent" if name == "bob" and chance.random() < 0.1 else "present",
        )
        for name in NAMES[:count]
    )


def others(chance: Random, venue: Venue, people: tuple[Person, ...]) -> tuple[Statute, ...]:
    """A pin or a reserved seat changes what an occasion speaks of."""
    kind = chance.choice(("", "", "", "p", "p", "r"))
    seat = chance.choice(venue.seats).id
    if kind == "p":
        return (Pin(person=chance.choice(people).id, seat=seat),)
    return (Reserve(where=Where(seats=(seat,))),) if kind else ()


def talks(chance: Random) -> Drawn:
    seats, behind = chance.choice((((2, 2), 1), ((3, 2), 0), ((3, 3), 0), ((2, 3), 0)))
    people = crowd(chance, 3 if sum(seats) + 2 * behind > 5 else 4, "interpreter", "note_taker")
    mode = chance.choice(("mirror", "mirror", "right", "behind", "none"))
    side = chance.choice(("right_on_entering", "left_on_entering"))
    rule = Talks(**PARTIES, interpreters=mode, guest_side=side, **common(chance))
    return talks_table(seats=seats, behind=behind, table=chance.choice(("across", "end_on"))), people, rule


def sofa_meeting(chance: Random) -> Drawn:
    seats, behind = chance.choice(((2, 2), (3, 2), (4, 2), (5, 0), (4, 0)))
    people = crowd(chance, 3 if seats + behind > 5 else 4, "interpreter", "note_taker")
    return sofas(seats=seats, behind=behind), people, Sofas(**PARTIES, **common(chance))


def signing(chance: Random) -> Drawn:
    signers = [Person(f"{c}s", f"{c}S", category=c, roles=frozenset({"signer"})) for c in ("host", "guest")]
    people = (*signers, *crowd(chance, chance.choice((1, 1, 2)), "assistant"))
    return (
        signing_desk(rows=chance.choice(((), (1,), (1,), (2,), (3,)))),
        people,
        Signing(**PARTIES, **common(chance)),
    )


def photo(chance: Random) -> Drawn:
    who = chance.choice(({"who": HOST}, PARTIES, PARTIES, {**PARTIES, "host_ends": True}))
    people = crowd(chance, chance.choice((3, 4, 4)))
    return photo_steps(rows=chance.choice(((5,), (3, 2), (2, 3), (4, 1)))), people, Photo(**who, **common(chance))


def family_photo(chance: Random) -> Drawn:
    hosts = [Person(r, r, rank=1, roles=frozenset({r})) for r in ("now", "before", "next")]
    people = (*hosts, *(p for p in crowd(chance, 2) if p.status == "present"))
    rule = FamilyPhoto(
        host=Who(roles=("now",)),
        previous=Who(roles=("before",)),
        following=Who(roles=("next",)),
        heads=chance.choice((HOST, Who(categories=("host", "guest")))),
        others=chance.choice((None, GUEST)),
        **common(chance),
    )
    return photo_steps(rows=chance.choice(((5,), (4, 1), (3, 2)))), people, rule


OCCASIONS: dict[str, Callable[[Random], Drawn]] = {
    "family_photo": family_photo,
    "photo": photo,
    "signing": signing,
    "sofas": sofa_meeting,
    "talks": talks,
}
"""How each rule is drawn with a room of its own, by its name in `RULES`."""
