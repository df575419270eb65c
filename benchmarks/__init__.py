"""Measured, not hoped: ``python -m benchmarks -o DIR`` solves instances with seatplan and two peers.

It prints and writes value, bound, seconds to the first plan, the best and the proof, and memory, as CSV and
picture.
``python -m benchmarks.commands`` prints the same of the examples from file to charts, as a user runs them.
``python -m benchmarks.explain`` prints the processor time of questions: why not there, why not at all.

``python -m benchmarks.parts`` prints the processor time of single parts: sorting names, reading files, drawing.
"""
