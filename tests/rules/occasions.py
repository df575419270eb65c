"""Tiny random meetings, ceremonies and dinners: for each of their rules a room, people and the rule."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from seatplan.people import Person, Who
from seatplan.rules import (
    Banquet,
    Chairman,
    ClearBacks,
    Dinner,
    FamilyPhoto,
    Flags,
    Hemicycle,
    Meeting,
    Parties,
    Photo,
    Pin,
    Reserve,
    Signing,
    Sofas,
    Statute,
    Talks,
    Vehicle,
    Westminster,
)
from seatplan.venue import (
    Venue,
    Where,
    banquet,
    chair_circle,
    flag_row,
    head_table,
    hemicycle,
    long_table,
    photo_steps,
    round_table,
    signing_desk,
    sofas,
    talks_table,
    u_table,
    vehicle,
    westminster,
)

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
            attributes=(("country", chance.choice("xyz")),),
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
        signing_desk(
            rows=chance.choice(((), (1,), (1,), (2,), (3,))), retinue=chance.choice(("behind", "behind", "facing"))
        ),
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


def feast(chance: Random) -> Drawn:
    people = crowd(chance, chance.choice((3, 4)), *(["interpreter"] if chance.random() < 0.5 else []))
    venue, options = chance.choice(
        (
            (round_table(seats=5), {"fill": chance.choice(("alternate", "clockwise"))}),
            (round_table(seats=5), {"outranked": True, "interpreters": "opposite"}),
            (round_table(seats=4, behind=[1]), {"interpreters": "behind"}),
            (banquet(rows=[2], seats=3), {}),
            (banquet(rows=[2], seats=3), {"style": "traditional_left", "table_side": "left", "main": "table-1"}),
        )
    )
    people = people[:3] if len(venue.seats) > 5 else people
    who = {"who": HOST} if "style" in options or chance.random() < 0.2 else PARTIES
    return venue, people, Banquet(**who, **options, **common(chance))


def meeting(chance: Random) -> Drawn:
    venue = chance.choice(
        (
            head_table(seats=(2, 2)),
            head_table(seats=5),
            u_table(end=1, arms=2),
            u_table(end=2, arms=1, u_head="opening"),
            chair_circle(seats=5),
            long_table(sides=1),
            round_table(seats=5),
        )
    )
    split = chance.choice(("presider_left", "presider_right"))
    who = chance.choice((HOST, Who(), Who(categories=("host", "guest"))))
    rule = Meeting(who=who, area=venue.areas[0].id, lectern_split=split, **common(chance))
    return venue, crowd(chance, chance.choice((3, 4))), rule


def chair(chance: Random) -> Drawn:
    seats = chance.choice(((2, 2), (3, 2), (2, 3)))
    people = tuple(p for p in crowd(chance, 4 if sum(seats) < 5 else 3))
    order = chance.choice(("alphabet", "given"))
    rule = Chairman(**PARTIES, key="country", order=order, **common(chance))
    return talks_table(seats=seats, behind=0), people, rule


def parties(chance: Random) -> Drawn:
    rule = Parties(
        who=chance.choice((Who(), HOST, Who(categories=("host", "guest")))),
        key="country",
        order=chance.choice(("alphabet", "given")),
        half_years=chance.choice((0, 1)),
        priority=chance.choice(("must", 1)),
    )
    return round_table(seats=chance.choice((4, 5))), crowd(chance, 4), rule


def clear_backs(chance: Random) -> Drawn:
    venue = chance.choice((banquet(rows=[1], seats=4, head=2), banquet(rows=[1], seats=5, head=1)))
    return venue, crowd(chance, 3), ClearBacks(to="table-head", priority=chance.choice(("must", 1)))


def dinner(chance: Random) -> Drawn:
    """Six people, the fewest that dine; pins and ranks make the difference."""
    ranks = {name: chance.choice((1, 2)) for name in ("M1", "M2", "W1", "W2")}
    people = tuple(
        Person(n, n, rank=ranks.get(n), category=n[0].lower(), status="present")
        for n in chance.sample(("M0", "M1", "M2", "W0", "W1", "W2"), 6)
    )
    rule = Dinner(
        host=Who(people=("M0",)),
        hostess=Who(people=("W0",)),
        men=Who(categories=("m",)),
        women=Who(categories=("w",)),
        couples=chance.choice(((), (("M1", "W2"),), (("M2", "W2"),))),
        **common(chance),
    )
    return chance.choice((long_table(sides=2), round_table(seats=6))), people, rule


def hemicycle_house(chance: Random) -> Drawn:
    people = crowd(chance, chance.choice((3, 4)), "head")
    who = chance.choice((Who(), HOST, Who(categories=("host", "guest"))))
    rule = Hemicycle(who=who, key="country", priority=chance.choice(("must", 1)))
    return hemicycle(seats=5, rows=chance.choice((1, 2))), people, rule


def westminster_house(chance: Random) -> Drawn:
    cross = chance.choice((0, 1))
    grey = Who(categories=("other",)) if cross else None
    rule = Westminster(government=HOST, opposition=GUEST, cross=grey, priority=chance.choice(("must", 1)))
    people = crowd(chance, 4 if not cross else 3, "minister")
    return westminster(benches=2, seats=1, cross=cross), people, rule


def flag_poles(chance: Random) -> Drawn:
    rule = Flags(
        host=Who(people=("ann",)),
        who=chance.choice((Who(), HOST)),
        style=chance.choice(("international", "us")),
        priority=chance.choice(("must", 1)),
    )
    return flag_row(poles=chance.choice((4, 5))), crowd(chance, chance.choice((3, 4))), rule


def ride(chance: Random) -> Drawn:
    rule = Vehicle(
        who=chance.choice((Who(), HOST, GUEST)),
        driver=chance.choice((None, Who(people=("ann",)))),
        by=chance.choice(("rank", "list")),
        priority=chance.choice((1, 2)),
    )
    return vehicle(form=chance.choice(("car", "off_road"))), crowd(chance, chance.choice((3, 4))), rule


OCCASIONS: dict[str, Callable[[Random], Drawn]] = {
    "banquet": feast,
    "chairman": chair,
    "clear_backs": clear_backs,
    "dinner": dinner,
    "family_photo": family_photo,
    "flags": flag_poles,
    "hemicycle": hemicycle_house,
    "meeting": meeting,
    "parties": parties,
    "photo": photo,
    "signing": signing,
    "sofas": sofa_meeting,
    "talks": talks,
    "vehicle": ride,
    "westminster": westminster_house,
}
"""How each rule is drawn with a room of its own, by its name in `RULES`."""
