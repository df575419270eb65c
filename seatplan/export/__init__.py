"""Papers that go with a plan: seat lists and workbooks."""

from seatplan.export.seat_list import seats_workbook, write_seat_list

__all__ = ["seats_workbook", "write_seat_list"]
