from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import CHILD_TABLE
from app.__main__ import start

OURS = "/programs/waas-quotes/_internal"


def test_the_hidden_argument_makes_the_program_the_child(examples: Path) -> None:
    book = (examples / "list.xlsx").read_bytes()
    answer = subprocess.run(
        [sys.executable, "-m", "app", CHILD_TABLE],
        input=b"%d\n%b[]" % (len(book), book),
        capture_output=True,
        check=True,
    )
    assert b"sku" in answer.stdout
    assert answer.stdout.endswith(b"\n[]\n")


@pytest.mark.parametrize(
    ("before", "after"), [("", None), ("/usr/lib/mine", "/usr/lib/mine")]
)
def test_programs_opened_by_the_built_one_find_their_own_libraries(
    monkeypatch: pytest.MonkeyPatch, before: str, after: str | None
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", OURS)
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    assert start(["--help"]) == 0
    assert os.environ.get("LD_LIBRARY_PATH") == after


def test_run_from_its_source_it_leaves_the_library_path_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", OURS)
    assert start(["--help"]) == 0
    assert os.environ["LD_LIBRARY_PATH"] == OURS
