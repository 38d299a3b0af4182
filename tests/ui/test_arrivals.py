"""A file that comes to the window: dropped, named at the start, handed over."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.exchange.quote_file import write
from app.use_cases.bundled import sample_quote
from tests.ui.conftest import Bench
from tests.ui.hands import click, press, seen, settle
from ui.customers.review_dialog import ReviewDialog
from ui.handover import FOLDER, Handover, hand_over
from ui.quotes.arrival_dialog import ArrivalDialog
from ui.quotes.table import QuoteTable

ROOT = Path(__file__).parents[2]


def quote_file(folder: Path) -> Path:
    path = folder / "devis é.json"
    path.write_bytes(write(sample_quote()))
    return path


def asked(bench: Bench, qtbot: QtBot) -> ArrivalDialog:
    """Let a quote file come, and return the question."""
    bench.window.file_dropped.emit(str(quote_file(bench.folder)))
    settle(qtbot, bench.shared)
    return bench.window.findChildren(ArrivalDialog)[-1]


def said(dialog: ArrivalDialog) -> str:
    return "\n".join(label.text() for label in seen(dialog, QLabel))


def numbers(bench: Bench) -> list[str]:
    with bench.storage.reading() as store:
        return [head.number for head in store.quotes()]


def test_one_question_then_it_is_saved_and_open(bench: Bench, qtbot: QtBot) -> None:
    dialog = asked(bench, qtbot)
    assert sample_quote().proposal.customer.name in said(dialog)
    assert "no prices" in said(dialog)
    assert numbers(bench) == []
    click(dialog.take)
    settle(qtbot, bench.shared)
    (number,) = numbers(bench)
    assert bench.window.at == "editor"
    assert number in bench.window.windowTitle()


def test_a_no_saves_nothing(bench: Bench, qtbot: QtBot) -> None:
    click(asked(bench, qtbot).leave)
    settle(qtbot, bench.shared)
    assert numbers(bench) == []
    assert bench.window.at == "quotes"


def test_a_customer_reads_no_name_in_the_question(bench: Bench, qtbot: QtBot) -> None:
    dialog = asked(bench, qtbot)
    press(dialog, Qt.Key.Key_F9)
    assert bench.shared.customer_view
    assert sample_quote().proposal.customer.name not in said(dialog)
    click(dialog.leave)


def test_a_quote_that_is_not_in_order_is_explained(bench: Bench, qtbot: QtBot) -> None:
    path = bench.folder / "broken.json"
    path.write_text('{"format": "waas-quote/1", "date": "2026-11-22"}', "utf-8")
    bench.window.go("prices")
    bench.window.file_dropped.emit(str(path))
    settle(qtbot, bench.shared)
    assert bench.window.at == "quotes"
    page = bench.window.page
    assert page is not None
    told = " ".join(label.text() for label in seen(page, QLabel))
    assert "key is missing" in told


def drop(bench: Bench, *files: Path) -> None:
    """Let go of files over the window."""
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    bench.window.dropEvent(QDropEvent(QPointF(9, 9), copy, dropped, left, none))


def told(bench: Bench) -> str:
    page = bench.window.page
    assert page is not None
    return " ".join(label.text() for label in seen(page, QLabel))


def two_files(folder: Path) -> tuple[Path, Path]:
    """Two quotes for two customers."""
    quote, paths = sample_quote(), (folder / "a.json", folder / "b.json")
    for path in paths:
        who = replace(quote.proposal.customer, name=path.stem)
        proposal = replace(quote.proposal, customer=who)
        path.write_bytes(write(replace(quote, proposal=proposal)))
    return paths


def test_several_quotes_are_taken_in_at_once_and_put_away_again(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.window.go("prices")
    drop(bench, *two_files(bench.folder))
    settle(qtbot, bench.shared)
    settle(qtbot, bench.shared)
    assert not bench.window.findChildren(ArrivalDialog)
    assert bench.window.at == "quotes"
    first, second = sorted(numbers(bench))
    assert f"Taken in as new quotes: {first}, {second}." in told(bench)
    bench.window.menus.actions["undo"].trigger()
    settle(qtbot, bench.shared)
    settle(qtbot, bench.shared)
    assert "Undone: taken in 2 quotes" in told(bench)
    assert not bench.window.findChildren(QuoteTable)[0].model().rowCount()


def test_whoever_edits_a_quote_stays_there_while_others_come(
    bench: Bench, qtbot: QtBot
) -> None:
    click(asked(bench, qtbot).take)
    settle(qtbot, bench.shared)
    title = bench.window.windowTitle()
    drop(bench, *two_files(bench.folder), bench.folder / "no.txt")
    settle(qtbot, bench.shared)
    assert bench.window.windowTitle() == title
    assert len(numbers(bench)) == 3
    assert "Taken in as new quotes" in told(bench)
    assert "No quotes, and not read among several files: no.txt" in told(bench)


@pytest.mark.parametrize(
    ("text", "page"), [("Nom;Ville\nAda SA;Huy\n", "customers"), ("a\n", "prices")]
)
def test_a_file_dropped_on_the_customers_may_hold_some(
    bench: Bench, qtbot: QtBot, text: str, page: str
) -> None:
    path = bench.folder / "clients.csv"
    path.write_text(text, "utf-8")
    bench.window.go("customers")
    settle(qtbot, bench.shared)
    drop(bench, path)
    settle(qtbot, bench.shared)
    settle(qtbot, bench.shared)
    assert bench.window.at == page
    assert len(bench.window.findChildren(ReviewDialog)) == (page == "customers")


def test_nobody_takes_what_is_handed_over_where_no_window_is_open(
    tmp_path: Path,
) -> None:
    assert not hand_over(tmp_path, None)
    assert not hand_over(tmp_path / "nowhere", tmp_path / "x.pdf")


def test_a_window_that_crashed_takes_nothing_and_leaves_nothing(
    tmp_path: Path,
) -> None:
    (tmp_path / FOLDER).mkdir()
    assert not hand_over(tmp_path, tmp_path / "x.pdf")
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_a_window_that_was_killed_is_not_waited_for(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path;"
        " from PySide6.QtCore import QCoreApplication;"
        " from ui.handover import Handover; app = QCoreApplication([]);"
        " Handover(Path(sys.argv[1]), app).begin(); print('open', flush=True);"
        " app.exec()"
    )
    call = [sys.executable, "-c", code, str(tmp_path)]
    window = subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert window.stdout is not None
    assert window.stdout.readline() == "open\n"
    assert hand_over(tmp_path, tmp_path / "taken.pdf")
    window.kill()
    window.wait()
    window.stdout.close()
    begun = time.monotonic()
    assert not hand_over(tmp_path, tmp_path / "x.pdf")
    assert time.monotonic() - begun < 0.5
    assert not list((tmp_path / FOLDER).glob("*.json"))


def test_the_window_after_a_killed_one_takes_what_is_handed_over(
    tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "alive").touch()
    owner = QObject()
    handover = Handover(tmp_path, owner)
    handover.begin()
    threading.Thread(target=hand_over, args=(tmp_path, None)).start()
    with qtbot.waitSignal(handover.asked, timeout=20_000):
        pass
    handover.end()
    assert not (tmp_path / FOLDER).exists()


def test_an_open_window_takes_what_other_starts_hand_over(
    tmp_path: Path, qtbot: QtBot
) -> None:
    owner = QObject()
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "old.json").write_text("left by a crash", "utf-8")
    handover = Handover(tmp_path, owner)
    handover.begin()
    heard: list[str] = []
    handover.asked.connect(heard.append)
    for words in ([str(tmp_path / "é.pdf")], []):
        given = "Path(sys.argv[2])" if words else "None"
        code = (
            "import sys; from pathlib import Path; from ui.handover import hand_over;"
            f" sys.exit(0 if hand_over(Path(sys.argv[1]), {given}) else 3)"
        )
        call = [sys.executable, "-c", code, str(tmp_path), *words]
        with qtbot.waitSignal(handover.asked, timeout=20_000):
            started = subprocess.Popen(call, cwd=ROOT)
        assert started.wait(20) == 0
    assert heard == [str(tmp_path / "é.pdf"), ""]
    handover.end()
    assert not (tmp_path / FOLDER).exists()


def test_a_file_named_at_the_start_is_asked_about(tmp_path: Path) -> None:
    data = tmp_path / "data"
    words = (str(data), "en", "asked", str(quote_file(tmp_path)))
    made = subprocess.run(
        [sys.executable, "-m", "tests.ui.driven", *words],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in made.stderr
    assert b"Save it as a new quote?" in made.stdout
    assert not (data / FOLDER).exists()
