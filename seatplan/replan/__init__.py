"""Replanning: somebody stays away, comes late or changes rank, and as few people as possible move."""

from seatplan.replan.changes import Changes, change_faults
from seatplan.replan.outcome import Option, Replan
from seatplan.replan.policy import POLICIES, Policy
from seatplan.replan.replan import replan
from seatplan.replan.sentences import kind_of, replan_sentences, step_sentence
from seatplan.replan.steps import Step, steps

__all__ = [
    "POLICIES",
    "Changes",
    "Option",
    "Policy",
    "Replan",
    "Step",
    "change_faults",
    "kind_of",
    "replan",
    "replan_sentences",
    "step_sentence",
    "steps",
]
