"""Measured, not hoped: ``python -m benchmarks`` prints value, bound, gap, time and memory beside a peer.

``python -m benchmarks.parts`` prints the processor time of single parts: sorting names, reading files, drawing.
"""
