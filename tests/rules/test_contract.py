"""For every rule, the terms it lowers into admit and price exactly the plans that its check admits and prices."""

from __future__ import annotations

import pytest

from seatplan.rules import RULES
from tests.rules.contract import differences, right_kinds, tells_plans_apart
from tests.rules.instances import STRATEGIES, instances
from tests.rules.occasions import OCCASIONS

TRIED = 300
PRICES_ONLY = {"compact", "vehicle"}
"""Rules that refuse to be a must: no plan keeps them."""


def test_every_rule_has_a_strategy():
    """A rule that nobody draws is not tested: the contract below is driven by the list of rules."""
    assert set(STRATEGIES) | set(OCCASIONS) == set(RULES)


@pytest.mark.parametrize("name", RULES)
def test_lower_and_check_agree_on_every_plan(name):
    """The set of plans with amount 0 and the amount of every plan are the same before and after the fact."""
    telling = {"soft": 0} if name in PRICES_ONLY else {"must": 0, "soft": 0}
    for tried in instances(name, TRIED):
        terms = list(tried.rule.lower(tried.problem))

        assert isinstance(tried.rule, RULES[name])
        assert next(differences(tried.problem, tried.rule, terms), None) is None, f"\n{tried}"
        assert right_kinds(tried.rule, terms), f"\n{tried}"
        telling["must" if tried.rule.priority == "must" else "soft"] += tells_plans_apart(tried.problem, terms)

    assert min(telling.values()) >= TRIED // 10, "too few instances tell one plan from another"
