"""An export says what the paper lacks of its maker, and leads to where it is set."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.use_cases.identity import NEEDED
from tests.ui.conftest import Bench
from tests.ui.editor.hands import dialog, open_sample
from ui.editor.export_dialog import ExportDialog
from ui.editor.page import EditorPage


def asked(qtbot: QtBot, bench: Bench) -> ExportDialog:
    page = bench.window.findChild(EditorPage)
    assert page is not None
    bench.window.go("editor")
    open_sample(qtbot, page, bench.shared)
    page.export_action.trigger()
    found = dialog(qtbot, page)
    assert isinstance(found, ExportDialog)
    return found


def test_a_fresh_install_is_led_to_the_settings(qtbot: QtBot, bench: Bench) -> None:
    found = asked(qtbot, bench)
    texts = " ".join(label.text() for label in found.findChildren(QLabel))
    assert "Company name: missing on the paper" in texts
    assert found.go.isEnabled()
    qtbot.mouseClick(found.complete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bench.window.at == "settings")


def test_nothing_is_said_where_nothing_is_missing(qtbot: QtBot, bench: Bench) -> None:
    settings = bench.shared.workplace.settings
    for key in NEEDED:
        settings = settings.changed(key, "something")
    bench.shared.keep_settings(settings)
    found = asked(qtbot, bench)
    assert not found.complete.isVisible()
    found.reject()
