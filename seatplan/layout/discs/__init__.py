"""Round tables: rows of discs, improvement by pushing, and a bound that no packing passes."""
