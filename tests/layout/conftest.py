"""Settings of the property tests."""

from __future__ import annotations

from hypothesis import settings

# machines are shared: time is measured by benchmarks
settings.register_profile("layout", deadline=None)
settings.load_profile("layout")
