"""The program itself: its window opens, keeps other writers out, and closes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.handover import FOLDER

ROOT = Path(__file__).parents[2]
TEMPORARY = "temporary"


def call(folder: Path, *words: str, **more: str) -> subprocess.Popen[bytes]:
    """Start the program over a data folder, with environment of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **more}
    return subprocess.Popen(
        [sys.executable, "-m", "app", "--data", str(folder), "--ui-lang", "en", *words],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.fixture
def window(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    (tmp_path / TEMPORARY).mkdir()
    started = call(tmp_path, TMPDIR=str(tmp_path / TEMPORARY))
    end = time.monotonic() + 60
    while not (tmp_path / "lock").exists() and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(0.5)
    yield started
    started.kill()
    started.communicate()


def test_the_window_opens_and_is_the_only_writer(
    tmp_path: Path, window: subprocess.Popen[bytes]
) -> None:
    assert window.poll() is None
    other = call(tmp_path, "settings", "set", "partner.name", "X")
    _, said = other.communicate(timeout=60)
    assert other.returncode == 2
    assert b"Another WaaS Quotes is using" in said
    reader = call(tmp_path, "prices", "show")
    shown, _ = reader.communicate(timeout=60)
    assert reader.returncode == 0
    assert b"SAMPLE-BE" in shown
    window.kill()
    _, complaints = window.communicate()
    assert b"Traceback" not in complaints
    # Not even one that is killed leaves something behind.
    assert not list((tmp_path / TEMPORARY).iterdir())


def test_a_second_start_is_done_once_the_window_has_come_forward(
    tmp_path: Path, window: subprocess.Popen[bytes]
) -> None:
    end = time.monotonic() + 60
    while not (tmp_path / FOLDER).exists() and time.monotonic() < end:
        time.sleep(0.05)
    again = call(tmp_path)
    _, said = again.communicate(timeout=60)
    assert again.returncode == 0
    assert said == b""
    assert window.poll() is None


def test_a_dead_display_is_a_sentence_and_no_abort(tmp_path: Path) -> None:
    dead = {"QT_QPA_PLATFORM": "", "DISPLAY": ":9999", "WAYLAND_DISPLAY": ""}
    started = call(tmp_path, **dead)
    _, said = started.communicate(timeout=60)
    assert started.returncode == 2
    assert len(said.decode().splitlines()) == 1
    assert b"No screen answers here" in said
