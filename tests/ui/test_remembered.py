"""What a start finds again: its place, the customer view, the folder of the PDFs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect

from app.domain.problems import UnavailableError
from ui import remembered
from ui.remembered import Memory, Remembered
from ui.seating import fitted

ROOT = Path(__file__).parents[2]
ROOM = QRect(0, 0, 1280, 800)
BESIDE = QRect(1280, 0, 1920, 1080)
ON = {
    "en": "The customer view is on, as it was when the program was closed",
    "fr": "La vue client est active, comme à la fermeture du programme",
}


def started(
    folder: Path, deed: str, language: str = "en", size: tuple[int, int] = (1280, 800)
) -> dict[str, Any]:
    """Open the window on a screen of a size, do something, return what is seen."""
    width, height = size
    screen = {"name": "only", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = folder.parent / "screens.json"
    screens.write_text(json.dumps({"screens": [screen]}))
    made = subprocess.run(
        [sys.executable, "-m", "tests.ui.driven", str(folder), language, deed],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert b"Traceback" not in made.stderr
    told: dict[str, Any] = json.loads(made.stdout)
    return told


def test_a_kill_does_not_end_the_customer_view(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert started(folder, "f9")["watched"]
    for language, said in ON.items():
        again = started(folder, "look", language)
        assert again["watched"]
        assert any(text.startswith(said) for text in again["texts"])
        assert not any("ommission" in text for text in again["texts"])
    started(folder, "f9")
    ended = started(folder, "look")
    assert not ended["watched"]
    assert not any(text.startswith(ON["en"]) for text in ended["texts"])


def test_the_first_start_fits_the_screen(tmp_path: Path) -> None:
    small = started(tmp_path / "small", "look", size=(1280, 800))
    assert small["room"] == [0, 0, 1280, 800]
    assert inside(small["place"], small["room"])
    assert small["maximised"]
    large = started(tmp_path / "large", "look", size=(1920, 1080))
    assert large["place"][2:] == [1280, 800]
    assert not large["maximised"]


def test_size_place_and_state_come_back(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    started(folder, "move")
    moved = started(folder, "look")
    assert moved["place"] == [70, 90, 900, 560]
    assert not moved["maximised"]
    started(folder, "maximise")
    again = started(folder, "look")
    assert again["maximised"]
    assert again["place"][2] > 1270
    assert inside(again["place"], again["room"])
    held = json.loads((folder / "window.json").read_text("utf-8"))
    assert (held["width"], held["height"]) == (900, 560)


def test_a_window_of_a_larger_screen_opens_within_a_smaller_one(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    far = Remembered(left=3000, top=1400, width=2400, height=1300)
    remembered.write(folder, far)
    seen = started(folder, "look", size=(1366, 768))
    assert inside(seen["place"], seen["room"])


def inside(place: list[int], room: list[int]) -> bool:
    return QRect(*room).contains(QRect(*place))


@pytest.mark.parametrize(
    ("wanted", "rooms"),
    [
        (QRect(0, 0, 1280, 800), [ROOM]),
        (QRect(-500, -500, 900, 600), [ROOM]),
        (QRect(5000, 5000, 900, 600), [ROOM, BESIDE]),
        (QRect(1100, 700, 4000, 3000), [ROOM, BESIDE]),
    ],
)
def test_a_place_is_brought_into_a_screen(wanted: QRect, rooms: list[QRect]) -> None:
    place = fitted(wanted, rooms)
    framed = place.adjusted(-8, -40, 8, 8)
    assert any(room.contains(framed) for room in rooms)


def test_a_place_on_the_second_screen_stays_there() -> None:
    wanted = QRect(1400, 100, 900, 600)
    assert fitted(wanted, [ROOM, BESIDE]) == wanted


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format": "waas-window/2"}',
        b'{"format": "waas-window/1", "width": "wide"}',
        b'{"format": "waas-window/1", "left": 1e9}',
        b'{"format": "waas-window/1", "left": 999999999999}',
        b'{"format": "waas-window/1", "customer_view": 0}',
        b"\xff\xfe\x00",
    ],
)
def test_a_damaged_file_hides_rather_than_shows(tmp_path: Path, content: bytes) -> None:
    (tmp_path / remembered.FILE_NAME).write_bytes(content)
    assert remembered.read(tmp_path) == Remembered(customer_view=True)


def test_what_cannot_be_written_holds_until_the_end(tmp_path: Path) -> None:
    folder = tmp_path / "file"
    folder.write_text("no folder")
    memory = Memory(tmp_path / "data")
    memory.keep_export_folder("there")
    assert remembered.read(tmp_path / "data").export_folder == "there"
    with pytest.raises(UnavailableError):
        remembered.write(folder, Remembered())
    lost = Memory(folder)
    lost.keep(replace(lost.now, export_folder="here"))
    assert lost.now.export_folder == "here"
