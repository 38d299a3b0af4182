"""The harness that kills children finds what it is there to find."""

from __future__ import annotations

import os
import time
from itertools import count
from pathlib import Path

import pytest

from tests.kill import Reporter, kill_rounds

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def test_work_reported_before_it_is_safe_is_seen_to_be_lost(tmp_path: Path) -> None:
    file, lost = tmp_path / "last", []
    file.write_text("0", "utf-8")

    def boast(report: Reporter) -> None:
        for number in count(1):
            report(str(number))
            time.sleep(0.002)
            file.write_text(str(number), "utf-8")

    def survived(reports: list[str]) -> None:
        if reports and file.read_text("utf-8") != reports[-1]:
            lost.append(reports[-1])

    kills = kill_rounds(boast, 8, survived)
    assert kills.rounds == 8
    assert lost


def test_kills_that_find_nobody_at_work_prove_nothing() -> None:
    with pytest.raises(AssertionError, match="too few"):
        kill_rounds(lambda _report: None, 4, lambda _reports: None)


def test_a_child_that_fails_fails_the_test() -> None:
    def fail(_report: Reporter) -> None:
        raise ValueError("out of paper")

    with pytest.raises(AssertionError, match="out of paper"):
        kill_rounds(fail, 1, lambda _reports: None)
