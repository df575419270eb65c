"""A conflict names the rules that clash, and the people and places it is about."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.conflict import feasible, find_conflict, find_conflicts
from seatplan.conflict import opinion as second
from seatplan.conflict.decide import decide
from seatplan.conflict.search import search
from seatplan.conflict.verdict import Proof
from seatplan.errors import EncodingError
from seatplan.people import Group, Person, Who
from seatplan.rules import Apart, Grouping, Pin, RankOrder, Reserve, Together, Zone
from seatplan.solvers import Control, domains_of
from seatplan.terms import Domain, Model, Statement
from seatplan.venue import Where
from tests.rooms import people, problem, row
from tests.solvers.models import admitted, banded, models, ordered
from tests.test_conflict_brute_force import QUIET


def names(count: int) -> list[str]:
    return [f"P{i}" for i in range(count)]


def one(case):
    [clash] = find_conflicts(case)
    return clash


def test_a_count_names_the_people_and_the_too_few_places():
    """Two zones send three people to two seats; each zone alone has room."""
    where = Where(seats=("a", "b"))
    rules = [Zone(who=Who(people=("P0", "P1")), where=where), Zone(who=Who(people=("P2",)), where=where)]

    clash = one(problem(row("abegh"), people(*names(4)), *rules))

    assert (clash.rules, clash.proof) == ((0, 1), Proof.COUNT)
    assert (clash.people, clash.places) == (("p0", "p1", "p2"), ("a", "b"))
    assert clash.sentence().startswith("3 people have only 2 places (people: P0, P1, P2; places: a, b), because")
    assert clash.sentence("zh").startswith("3人只有2个座位可坐（人员：P0、P1、P2；座位：a、b），原因是")
    assert clash.confirmed
    assert clash.minimal
    assert clash.checked


def test_reserved_seats_and_too_many_people_clash_by_one_rule():
    clash = one(problem(row("abeg"), people(*names(4)), Reserve(where=Where(seats=("a",)))))

    assert clash.rules == (0,)
    assert clash.sentence().startswith("4 people have only 3 places")
    assert "because nobody may sit on seat a" in clash.sentence()


def test_more_people_than_seats_need_no_rule():
    clash = one(problem(row("ab"), people(*names(3)), Together(sets=(("P0", "P1"),))))

    assert clash.rules == ()
    assert clash.sentence() == "3 people have 2 seats in all."
    assert clash.sentence("zh") == "到会3人，座位只有2个。"


def test_three_seats_in_a_row_hold_one_couple():
    """Six chairs in two pieces hold two couples and two single people, but not three couples."""
    couples = [Together(sets=((f"P{2 * i}", f"P{2 * i + 1}"),)) for i in range(3)]
    case = problem(row("abe ghi"), people(*names(6)), *couples)

    clash = one(case)

    assert (clash.rules, clash.proof) == ((0, 1, 2), Proof.COUPLES)
    assert "hold fewer such sets" in clash.sentence()
    assert "容不下这么多组" in clash.sentence("zh")


def test_a_neighbour_counts_where_the_pinned_person_sits():
    """Ann's neighbour must take b: then Bob and Cid have one place."""
    rules = [
        Zone(who=Who(people=("P0",)), where=Where(seats=("a",))),
        Together(sets=(("P0", "P1"),)),
        Zone(who=Who(people=("P2", "P3")), where=Where(seats=("b", "e"))),
    ]

    clash = one(problem(row("abeghi"), people(*names(5)), *rules))

    assert (clash.rules, clash.proof) == ((0, 1, 2), Proof.NEAR)
    assert clash.people == ("p0", "p1", "p2", "p3")
    assert "some must sit side by side" in clash.sentence()


def test_of_sixty_pairs_only_the_people_concerned_are_named():
    """One guest with three neighbours; the other pairs of the rule do not matter."""
    sets = tuple((f"P{2 * i}", f"P{2 * i + 1}") for i in range(4))
    more = [Together(sets=(("P0", "P8"),)), Together(sets=(("P0", "P9"),))]
    case = problem(row("abeghijklmnpqstuv"), people(*names(12)), Together(sets=sets), *more)

    clash = one(case)

    assert clash.rules == (0, 1, 2)
    assert clash.people == ("p0", "p1", "p8", "p9")
    assert clash.proof is Proof.KNOT


def test_several_conflicts_are_all_found():
    """Two that share nothing, and one that shares a rule with the first."""
    rules = [
        Together(sets=(("P0", "P1"),)),
        Apart(sets=(("P0", "P1"),)),
        Apart(sets=(("P0", "P1"), ("P4", "P5")), front_back=True),
        Pin(person="P2", seat="a"),
        Pin(person="P3", seat="h"),
        Together(sets=(("P2", "P3"),)),
    ]

    found = find_conflicts(problem(row("abegh"), people(*names(5), "P5"), *rules[:2]), most=9)
    assert [clash.rules for clash in found] == [()]
    found = find_conflicts(problem(row("abeghijk"), people(*names(6)), *rules), most=9)

    assert {clash.rules for clash in found} == {(0, 1), (0, 2), (3, 4, 5)}
    assert all(clash.minimal and clash.confirmed for clash in found)
    assert len(find_conflicts(problem(row("abeghijk"), people(*names(6)), *rules), most=2)) == 2


def test_a_plan_leaves_no_conflict():
    case = problem(row("abe"), people("Ann", "Bob"), Together(sets=(("Ann", "Bob"),)))

    assert find_conflicts(case) == ()
    assert feasible(case, Control()) is True


def test_a_conflict_holds_what_shapes_the_others():
    """Without the pin the zone is too small for Ann and Bob; but there is the pin, and it is not told so."""
    rules = [
        Zone(who=Who(people=("Ann", "Bob")), where=Where(seats=("a",))),
        Pin(person="Ann", seat="e"),
        Together(sets=(("Ann", "Bob"),)),
    ]

    clash = one(problem(row("abe"), people("Ann", "Bob"), *rules))

    assert clash.rules == (0, 1, 2)
    assert clash.confirmed
    assert clash.minimal, "zone and neighbour can hold for Bob alone, as there is the pin"


def test_rank_and_a_neighbour_of_another_class_clash():
    """The first of three classes sits beside the third: seats of the second lie between."""
    crowd = tuple(Person(f"p{i}", f"P{i}", rank=i // 3) for i in range(9))
    rules = [RankOrder(areas=("hall",)), Together(sets=(("P0", "P8"),))]

    clash = one(problem(row("abeghijkl"), crowd, *rules))

    assert clash.rules == (0, 1)
    assert set(clash.people) == {"p0", "p8"}


def test_delegations_that_cannot_sit_in_bands_clash():
    """A member of the first delegation is sent to the last seat."""
    crowd = tuple(Person(f"p{i}", f"P{i}", group="xy"[i // 3]) for i in range(6))
    rules = [Grouping(order="left_to_right"), Zone(who=Who(people=("P0",)), where=Where(seats=("k",)))]
    case = problem(row("abeghijk"), crowd, *rules, groups=(Group("x", "X", 1), Group("y", "Y", 2)))

    clash = one(case)

    assert clash.rules == (0, 1)
    assert clash.proof is Proof.COUNT


def test_delegations_that_run_into_each_other_clash():
    """A member of the second delegation sits before one of the first."""
    crowd = tuple(Person(f"p{i}", f"P{i}", group="xy"[i // 3]) for i in range(6))
    rules = [Grouping(order="left_to_right")]
    rules += [Zone(who=Who(people=(p,)), where=Where(seats=(s,))) for p, s in (("P1", "h"), ("P3", "g"))]
    case = problem(row("abeghijk"), crowd, *rules, groups=(Group("x", "X", 1), Group("y", "Y", 2)))

    clash = one(case)

    assert clash.rules == (0, 1, 2)
    assert clash.confirmed


def test_without_time_all_rules_are_named_and_nothing_is_claimed():
    rules = [Together(sets=(("Ann", "Bob"),)), Apart(sets=(("Ann", "Bob"),))]
    control = Control()
    control.stop.set()

    clash = find_conflict(problem(row("abe"), people("Ann", "Bob"), *rules), control)

    assert clash.rules == (0, 1)
    assert not clash.confirmed
    assert not clash.minimal


def test_a_wrong_proof_is_a_defect_and_raises(monkeypatch):
    """A second method finds a plan where the first says that there is none."""
    rules = [Together(sets=(("Ann", "Bob"),)), Apart(sets=(("Ann", "Bob"),))]
    monkeypatch.setattr(second, "_solved", lambda *_: (True, True))

    with pytest.raises(EncodingError, match="says that there is no plan"):
        find_conflicts(problem(row("abe"), people("Ann", "Bob"), *rules))


@given(st.one_of(models(most=6), banded(), ordered()))
@settings(QUIET, max_examples=300)
def test_a_verdict_is_what_brute_force_says(model):
    hard = Model(model.people, model.seats, tuple(s for s in model.statements if not s.tier))
    plans = set(admitted(hard))

    verdict = decide(model, Control())

    assert verdict.feasible == bool(plans)
    if plans:
        assert tuple(verdict.seats.tolist()) in plans


@given(models(most=6))
@settings(QUIET, max_examples=300)
def test_a_search_that_ends_is_right(model):
    hard = Model(model.people, model.seats, tuple(s for s in model.statements if not s.tier))
    domains = domains_of(hard)

    found = search(hard, domains.masks[domains.class_of], nodes=50)

    plans = set(admitted(hard))
    if found.seats is not None:
        assert tuple(found.seats.tolist()) in plans
    elif found.ended:
        assert not plans


def test_a_search_gives_up_after_its_steps():
    masks = np.ones((3, 3), dtype=bool)
    model = Model(3, 3, (Statement(Domain(np.array([0]), np.array([0]))),))

    found = search(model, masks, nodes=1)

    assert found.seats is None
    assert not found.ended
