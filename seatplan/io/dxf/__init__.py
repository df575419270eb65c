"""Rooms and venues from DXF drawings, and back."""
