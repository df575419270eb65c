"""``python -m seatplan.cli``."""

from seatplan.cli import main

main()
