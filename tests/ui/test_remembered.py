"""What a start of the real program finds again: its place and the customer view."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect

ROOT = Path(__file__).parents[2]
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
        timeout=90,
        check=False,
    )
    assert b"Traceback" not in made.stderr
    told: dict[str, Any] = json.loads(made.stdout)
    return told


def test_a_kill_does_not_end_the_customer_view(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert started(folder, "f9")["watched"]
    again = started(folder, "f9", "fr")["before"]
    assert again["watched"]
    assert any(text.startswith(ON["fr"]) for text in again["texts"])
    assert not any("ommission" in text for text in again["texts"])
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
    moved = started(folder, "maximise")["before"]
    assert moved["place"] == [70, 90, 900, 560]
    assert not moved["maximised"]
    again = started(folder, "look")
    assert again["maximised"]
    assert again["place"][2] > 1270
    assert inside(again["place"], again["room"])


def test_a_window_of_a_larger_screen_opens_within_a_smaller_one(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "data"
    started(folder, "far", size=(3840, 2160))
    seen = started(folder, "look", size=(1366, 768))
    assert inside(seen["place"], seen["room"])


def inside(place: list[int], room: list[int]) -> bool:
    return QRect(*room).contains(QRect(*place))
