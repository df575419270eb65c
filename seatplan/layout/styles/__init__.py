"""Styles of layouts, one file each, and their register."""
