"""Measured, not hoped: ``python -m benchmarks`` prints value, bound, gap, time and memory beside a peer."""
