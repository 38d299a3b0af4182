"""Which files of a watched place are whole, and which are still being written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.domain.problems import UnavailableError
from app.use_cases.watching import at_rest, sightings


def put(path: Path, text: str, at: int) -> Path:
    path.write_text(text, "utf-8")
    os.utime(path, ns=(at, at))
    return path


def test_a_file_that_did_not_change_between_two_looks_is_at_rest(
    tmp_path: Path,
) -> None:
    old = put(tmp_path / "old.csv", "a", 10**18)
    new = put(tmp_path / "new.xlsx", "b", 2 * 10**18)
    growing = put(tmp_path / "growing.csv", "c", 10**18)
    before = sightings(tmp_path)
    put(growing, "cc", 10**18)
    put(tmp_path / "late.csv", "d", 10**18)
    found = at_rest(before, sightings(tmp_path))
    assert [one.path for one in found] == [new, old]


def test_a_file_touched_without_another_size_is_not_at_rest(tmp_path: Path) -> None:
    path = put(tmp_path / "list.csv", "a", 10**18)
    before = sightings(tmp_path)
    put(path, "b", 10**18 + 1)
    assert at_rest(before, sightings(tmp_path)) == ()


def test_only_tables_count(tmp_path: Path) -> None:
    for name in ("list.pdf", "~$list.xlsx", ".hidden.csv", "LIST.CSV", "list.csv.part"):
        put(tmp_path / name, "a", 10**18)
    (tmp_path / "folder.csv").mkdir()
    assert [one.path.name for one in sightings(tmp_path)] == ["LIST.CSV"]


def test_a_single_file_is_watched_whatever_its_ending(tmp_path: Path) -> None:
    path = put(tmp_path / "prices.dat", "a", 10**18)
    assert [one.path for one in sightings(path)] == [path]


def test_a_place_that_has_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError) as raised:
        sightings(tmp_path / "gone")
    assert raised.value.problems[0].code == "watched_gone"
    assert "gone" in str(dict(raised.value.problems[0].parameters)["path"])
