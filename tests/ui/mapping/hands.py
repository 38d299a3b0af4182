"""Hands for the page that asks which column of a file is what."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.app.pricelist.mapping.tables import CATALOGUE
from tests.ui.hands import (
    button,
    press,
    seen,
    settle,
)
from ui.prices.mapping.view import MappingView
from ui.prices.page import PricesPage
from ui.shared import Shared


def put(folder: Path, text: str = CATALOGUE, name: str = "portables.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def calm(qtbot: QtBot, shared: Shared) -> None:
    """Wait until what was chosen was tried and shown."""
    views = [
        view
        for top in QApplication.topLevelWidgets()
        for view in top.findChildren(MappingView)
    ]
    qtbot.waitUntil(lambda: all(view.fresh for view in views), timeout=10_000)
    settle(qtbot, shared)


def opened(qtbot: QtBot, shared: Shared, page: PricesPage, path: Path) -> MappingView:
    page.look_at(path)
    settle(qtbot, shared)
    calm(qtbot, shared)
    (view,) = seen(page, MappingView)
    return view


def choice(root: QWidget, name: str) -> QComboBox:
    return next(box for box in seen(root, QComboBox) if box.accessibleName() == name)


def choose(root: QWidget, name: str, text: str) -> None:
    """Choose with the keyboard alone."""
    box = choice(root, name)
    box.setFocus()
    press(box, Qt.Key.Key_Up)
    offered = box.view()
    if offered.isVisible():
        press(offered, Qt.Key.Key_Home)
        for _ in range(box.findText(text)):
            press(offered, Qt.Key.Key_Down)
        press(offered, Qt.Key.Key_Return)
        assert box.currentText() == text
        return
    for _ in range(box.count()):
        press(box, Qt.Key.Key_Up)
    while box.currentText() != text:
        at = box.currentIndex()
        press(box, Qt.Key.Key_Down)
        assert box.currentIndex() > at, f"{text!r} is not offered"


def save(view: MappingView) -> QAbstractButton:
    return button(view, "Save and go on")


def said(view: QWidget) -> list[str]:
    return [label.text() for label in seen(view, QLabel)]


def problems(view: QWidget) -> list[str]:
    (held,) = seen(view, QListWidget)
    return [held.item(i).text() for i in range(held.count())]


FROM = "Valid from (like 2026-11-30)"
