"""Wheelchair places at tables and in circles: how large, where on a side, on which way, and how many."""
