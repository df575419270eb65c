"""Where stage, lectern, screen and interpreter stand, by sight, sound and ways."""
