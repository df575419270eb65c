"""Replanning: somebody stays away, comes late or changes rank, and as few people as possible move."""

from seatplan.replan.changes import Changes, change_faults
from seatplan.replan.outcome import Option, Replan
from seatplan.replan.policy import POLICIES, Policy
from seatplan.replan.replan import replan
from seatplan.replan.scenarios import Scenario, scenarios_of
from seatplan.replan.sentences import kind_of, replan_sentences, step_sentence, tentative_sentences
from seatplan.replan.steps import Step, steps
from seatplan.replan.tentative import Effect, Tentative, guest_faults, tentative

__all__ = [
    "POLICIES",
    "Changes",
    "Effect",
    "Option",
    "Policy",
    "Replan",
    "Scenario",
    "Step",
    "Tentative",
    "change_faults",
    "guest_faults",
    "kind_of",
    "replan",
    "replan_sentences",
    "scenarios_of",
    "step_sentence",
    "steps",
    "tentative",
    "tentative_sentences",
]
