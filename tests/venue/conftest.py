"""Settings of the property tests."""

from __future__ import annotations

from hypothesis import settings

# the first example imports networkx, and machines are shared: time is measured by tests of its own
settings.register_profile("venue", deadline=None)
settings.load_profile("venue")
