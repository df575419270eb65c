"""The contract catches wrong encodings: those that admit too little as well as those that admit too much."""

from __future__ import annotations

from collections import Counter

import pytest

from seatplan.rules import RULES
from tests.rules.contract import differences
from tests.rules.instances import instances
from tests.rules.mutants import Mutant
from tests.rules.occasion_mutants import MUTANTS

TRIED = 600


@pytest.mark.parametrize("kind", [True, False], ids=["too strict", "too loose"])
def test_every_rule_has_a_mutant_of_each_kind(kind):
    """A rule whose mistakes nobody tries may have a blind contract."""
    counts = Counter(mutant.rule for mutant in MUTANTS if mutant.strict == kind)

    assert set(counts) == set(RULES)


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_the_contract_fails_for_a_mutant(mutant: Mutant):
    """Some tiny instance shows the mistake, and shows it in the right direction."""
    assert _caught(mutant), f"{TRIED} instances do not tell the mutant from the rule"


def _caught(mutant: Mutant) -> bool:
    for tried in instances(mutant.rule, TRIED):
        terms = mutant.lower(tried.rule, tried.problem)
        for before, after, _ in differences(tried.problem, tried.rule, terms):
            if (before > after) == mutant.strict:
                return True
    return False
