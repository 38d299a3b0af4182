"""After a kill or a fault the window goes on where it was, in a real process."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.main import make_workplace
from app.use_cases import quotes
from app.use_cases.bundled import sample_quote
from tests.ui.test_remembered import started
from ui.memory import Memory


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    made = tmp_path / "data"
    quotes.add(make_workplace(made), sample_quote())
    yield made
    for pid in windows_over(made):
        os.kill(pid, signal.SIGTERM)


def windows_over(folder: Path) -> Iterator[int]:
    """The processes that were started over a folder, by their command line."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if str(folder).encode() in words:
            yield int(process.name)


def test_after_a_kill_the_quote_is_open_where_it_was(folder: Path) -> None:
    before = started(folder, "work", size=(1000, 560))
    assert before["scroll"] == 40
    again = started(folder, "resumed", size=(1000, 560))
    for what in ("page", "title", "scroll"):
        assert again[what] == before[what]
    # That one was closed by its user, who begins at the list the next time.
    assert started(folder, "look")["page"] == "quotes"


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the process in /proc")
def test_a_restart_after_a_fault_opens_the_quote_again(folder: Path) -> None:
    told = started(folder, "fault")
    memory = Memory(folder)
    end = time.monotonic() + 90
    while not memory.now.recent and time.monotonic() < end:
        time.sleep(0.05)
    assert memory.now.recent
    assert told["title"].startswith(memory.now.recent[0].removesuffix("-A"))
    assert [*windows_over(folder)]
