"""Rows of chairs and tables: which sets there are, what each takes, where aisles run."""
