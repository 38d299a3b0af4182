from __future__ import annotations

import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from app.domain.problems import RefusedError, error
from ui.jobs import Job, Jobs, Monitor

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_a_result_arrives_on_the_thread_of_the_window(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    threads = []
    job = jobs.run(owner, lambda _: threading.current_thread())
    job.done.connect(
        lambda worker: threads.extend([worker, threading.current_thread()])
    )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threads[1]
    assert threads[1] is threading.main_thread()
    qtbot.waitUntil(lambda: not jobs.busy)


def test_progress_comes_in_order(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    seen: list[tuple[int, int]] = []

    def count(monitor: Monitor) -> None:
        for number in range(5):
            monitor.report(number, 5)

    job = jobs.run(owner, count)
    job.progress.connect(lambda done, total: seen.append((done, total)))
    wait(qtbot, job)
    assert seen == [(number, 5) for number in range(5)]


def test_a_refusal_arrives_as_problems(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    problem = error("quote_unknown", number="TR-1")

    def refuse(_: Monitor) -> None:
        raise RefusedError(problem)

    job = jobs.run(owner, refuse)
    failed, done = QSignalSpy(job.failed), QSignalSpy(job.done)
    wait(qtbot, job)
    assert failed.at(0) == [(problem,)]
    assert done.count() == 0


def test_cancelling_rolls_back_what_was_begun(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    kept: list[str] = []
    begun = threading.Event()

    def write(monitor: Monitor) -> None:
        rows = ["first"]
        begun.set()
        while not kept:
            monitor.check()
        kept.extend(rows)

    job = jobs.run(owner, write)
    cancelled, done = QSignalSpy(job.cancelled), QSignalSpy(job.done)
    assert begun.wait(2)
    job.cancel()
    wait(qtbot, job)
    assert (cancelled.count(), done.count(), kept) == (1, 0, [])


def test_once_all_is_done_a_cancel_comes_too_late(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    settled, go_on = threading.Event(), threading.Event()

    def work(monitor: Monitor) -> str:
        monitor.report(2, 2)
        settled.set()
        go_on.wait(5)
        return "kept"

    job = jobs.run(owner, work)
    settled.wait(5)
    job.cancel()
    with qtbot.waitSignal(job.done) as told:
        go_on.set()
    assert told.args == ["kept"]


def test_a_fault_is_told_to_the_programs_own_hook(
    qtbot: QtBot, jobs: Jobs, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: told.append(kind))
    job = jobs.run(owner, lambda _: 1 // 0)
    wait(qtbot, job)
    assert told == [ZeroDivisionError]


def test_nothing_is_told_to_an_owner_that_has_gone(qtbot: QtBot, jobs: Jobs) -> None:
    owner, goes_on = QObject(), threading.Event()
    job = jobs.run(owner, lambda _: goes_on.wait(2))
    shiboken6.delete(owner)
    goes_on.set()
    job.wait(2)
    qtbot.wait(1)
    assert job.cancelling
    assert not jobs.busy


def test_closing_cancels_what_goes_on(owner: QObject) -> None:
    jobs = Jobs()

    def forever(monitor: Monitor) -> None:
        while True:
            monitor.check()

    job = jobs.run(owner, forever)
    jobs.close()
    assert not job.running


class Ticking(QObject):
    ticked = Signal(bool)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal there")
def test_qt_does_not_drop_references_to_true() -> None:
    ticking = Ticking()
    ticking.ticked.connect(lambda _: None)
    before = sys.getrefcount(True)
    for _ in range(2_000):
        ticking.ticked.emit(True)
    assert abs(sys.getrefcount(True) - before) < 50


def test_what_it_worked_with_goes_though_its_owner_stays(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    def done() -> weakref.ref[threading.Event]:
        much = threading.Event()
        wait(qtbot, jobs.run(owner, lambda _: much.is_set()))
        return weakref.ref(much)

    left = done()
    # Nothing looks for garbage meanwhile: it goes by itself.
    qtbot.waitUntil(lambda: left() is None)


def wait(qtbot: QtBot, job: Job) -> None:
    with qtbot.waitSignal(job.ended, timeout=2_000):
        pass
