"""Lists of groups: names, ids and order, with the place of what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from seatplan.errors import InputError
from seatplan.io.groups import read_groups
from seatplan.people import Group
from tests.io.tables import write_csv, write_xlsx


def fault(path: Path) -> list[str]:
    """Return the messages of a list that is refused."""
    with pytest.raises(InputError) as caught:
        read_groups(path)
    return str(caught.value).splitlines()


def test_groups_with_an_order_of_their_own(tmp_path: Path) -> None:
    rows = [["代表团一览"], ["编号", "代表团", "顺序"], ["bj", "北京", 2], ["", "天津", 1], []]

    assert read_groups(write_xlsx(tmp_path / "g.xlsx", rows)) == (Group("bj", "北京", 2), Group("天津", "天津", 1))


def test_names_alone_follow_the_list(tmp_path: Path) -> None:
    rows = [["Delegation"], ["North"], ["South"]]

    assert read_groups(write_csv(tmp_path / "g.csv", rows)) == (
        Group("North", "North", 1),
        Group("South", "South", 2),
    )


def test_what_is_wrong_comes_at_once(tmp_path: Path) -> None:
    rows = [["id", "name", "order"], ["a", "North", "first"], ["a", "South", "2"], ["c", "", "3"]]

    assert fault(write_csv(tmp_path / "g.csv", rows)) == [
        "g.csv row 2 column C: the order 'first' is no whole number; write 1 for the first group",
        "g.csv row 4 column B: the group has no name; write its name or empty the row",
        "g.csv row 3: the group 'a' is also in row 2; keep one of them or give it an id of its own",
    ]


def test_no_heading(tmp_path: Path) -> None:
    (message,) = fault(write_csv(tmp_path / "g.csv", [["x"], ["y"]]))

    assert message.startswith("g.csv: no heading means the name of a group; call the column of the names one of: ")
