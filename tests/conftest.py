"""Settings of the property tests: the same examples in every run, and no clock, for machines are shared."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
