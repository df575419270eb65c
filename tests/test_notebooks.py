"""The notebooks run: as scripts and in a kernel, and both forms are the same notebook."""

from __future__ import annotations

import runpy
from pathlib import Path

import jupytext
import matplotlib.pyplot as plt
import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def _cells(notebook):
    return [(cell.cell_type, cell.source.rstrip()) for cell in notebook.cells]


def test_every_notebook_has_both_forms():
    assert [path.stem for path in NOTEBOOKS] == sorted(path.stem for path in FOLDER.glob("*.py"))
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_script_and_notebook_are_the_same(path):
    notebook, script = jupytext.read(path), jupytext.read(path.with_suffix(".py"))
    assert _cells(notebook) == _cells(script)
    assert notebook.metadata.kernelspec.name == script.metadata.kernelspec.name == "python3"
    assert len(notebook.cells) < 40


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_is_shipped_without_outputs(path):
    for cell in nbformat.read(path, as_version=4).cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


@pytest.mark.slow
def test_congress_runs_as_a_script(monkeypatch, capsys):
    monkeypatch.chdir(FOLDER.parent)
    plt.switch_backend("Agg")
    try:
        names = runpy.run_path(str(FOLDER / "congress.py"))
    finally:
        plt.close("all")
    told = capsys.readouterr().out
    problem, result, relaxed = names["problem"], names["result"], names["relaxed"]
    assert names["report"].clean
    assert [found.status.value for found in (result, relaxed, names["packed"])] == ["optimal"] * 3
    # what the text says of the figures: all heads in row 1 has its price, and without the wish tier 1 is worse
    assert names["heads_by_row"](problem, result.plan) == {1: 35}
    assert [tier.value for tier in relaxed.tiers] < [tier.value for tier in result.tiers]
    assert names["wish"][1] > names["report"].tiers[1]
    assert names["wish"][2] < names["report"].tiers[2]
    # rows of an odd number do not move, in the others everybody does
    assert {row: names["moved"][row] for row in names["sizes"]} == {1: 30, 2: 34, 3: 0, 4: 38, 5: 0}
    assert "cn-official        occupant  8 6 4 2 1 3 5 7" in told


def _run(name, monkeypatch):
    """Run a notebook as a script and return its names."""
    monkeypatch.chdir(FOLDER.parent)
    plt.switch_backend("Agg")
    try:
        return runpy.run_path(str(FOLDER / name))
    finally:
        plt.close("all")


@pytest.mark.slow
def test_layout_runs_as_a_script(monkeypatch, capsys):
    names = _run("layout.py", monkeypatch)
    told = capsys.readouterr().out

    # what the text says of the figures: all proven, wider aisles never seat more, one door left decides
    assert all(row["proven"] for row in names["rows"])
    for points in names["curves"].values():
        counts = [count for _, count in points]
        assert counts == sorted(counts, reverse=True)
        assert counts[0] > counts[-1]
    closed = {(row["style"], row["code"], row["close"]): row for row in names["doors"]}
    for style in ("theatre", "banquet"):
        for code in ("us", "cn"):
            assert closed[style, code, "side, back left"]["limited_by"] == "doors"
        assert closed[style, "us", "side"]["limited_by"] == "doors"
        assert closed[style, "cn", "side"]["limited_by"] == "seats"
    assert "others are too near to it" in told


@pytest.mark.slow
def test_podium_runs_as_a_script(monkeypatch):
    names = _run("podium.py", monkeypatch)

    # what the text says: height matters at the front centre alone, and only where the floor has no room
    low, right, floor = names["hidden"].values()
    assert low == sorted(low)
    assert low[0] == 0 < low[-1]
    assert not any(right)
    assert not any(floor)
    assert names["chosen"].values["faces"] == 0
    assert names["full"].signing is not None


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs_in_a_kernel_and_shows_its_charts(path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(FOLDER)}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert not [output for output in outputs if output.output_type == "error"]
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    assert len(pictures) >= 3
