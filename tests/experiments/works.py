"""What workers do in tests: found by name in another process."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Number:
    value: int


def double(subject: Number, options: Any) -> dict[str, Any]:
    return {"twice": 2 * subject.value, "process": os.getpid()}


def noted(subject: Number, options: Any) -> dict[str, Any]:
    """Double a number and leave a mark for each time that it was done."""
    with Path(options["log"]).open("a") as log:
        log.write(f"{subject.value}\n")
    return {"twice": 2 * subject.value}


def slow_first(subject: Number, options: Any) -> dict[str, Any]:
    time.sleep(0.3 if subject.value == 1 else 0.0)
    return {"twice": 2 * subject.value}


def fails_at_two(subject: Number, options: Any) -> dict[str, Any]:
    if subject.value == 2:
        raise ValueError("two\nis too many")
    return {"twice": 2 * subject.value}


def dies_at_two(subject: Number, options: Any) -> dict[str, Any]:
    if subject.value == 2:
        os._exit(9)
    return {"twice": 2 * subject.value}


def odd_answer(subject: Number, options: Any) -> dict[str, Any]:
    return {"twice": object()} if subject.value == 2 else {"twice": float("nan")}


def waits(subject: Number, options: Any) -> dict[str, Any]:
    time.sleep(0.2)
    return noted(subject, options)
