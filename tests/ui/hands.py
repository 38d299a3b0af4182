"""What a user does: look for a widget, click it, type."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.choices import Status
from app.domain.lifecycle import Lifecycle
from app.use_cases import quotes
from app.use_cases.bundled import sample_quote
from app.use_cases.workplace import Workplace
from ui.editor.page import EditorPage
from ui.shared import Shared

W = TypeVar("W", bound=QWidget)


def seen(root: QWidget, kind: type[W]) -> list[W]:
    return [each for each in root.findChildren(kind) if each.isVisibleTo(root)]


def button(root: QWidget, name: str) -> QAbstractButton:
    found = [b for b in seen(root, QAbstractButton) if b.accessibleName() == name]
    assert found, f"no button {name!r}"
    return found[0]


def field(root: QWidget, name: str) -> QLineEdit:
    return next(e for e in seen(root, QLineEdit) if e.accessibleName() == name)


def table(root: QWidget) -> QTableView:
    return seen(root, QTableView)[0]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def click_row(view: QTableView, row: int, *, twice: bool = False) -> None:
    place: QPoint = view.visualRect(view.model().index(row, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if twice:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def press(widget: QWidget, key: Qt.Key, *, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier
    modifier = held.ControlModifier if ctrl else held.NoModifier
    QTest.keyClick(widget, key, modifier)


def write(edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    press(edit, Qt.Key.Key_Delete)
    for letter in text:
        # QTest.keyClicks aborts on letters beyond ASCII.
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(edit, event)


def settle(qtbot: QtBot, shared: Shared) -> None:
    """Wait until no job goes on, and what it brought is laid out and shown."""
    qtbot.waitUntil(lambda: not shared.jobs.busy)
    qtbot.wait(10)


def texts(root: QWidget) -> list[str]:
    """Every string that the window shows or reads aloud; the editor has its own."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = [root.windowTitle()]
    for widget in root.findChildren(QWidget):
        if any(each.isAncestorOf(widget) for each in root.findChildren(EditorPage)):
            continue
        found += [widget.accessibleName(), widget.toolTip(), widget.windowTitle()]
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
        if isinstance(widget, QLineEdit):
            found.append(widget.placeholderText())
        if isinstance(widget, QTableView):
            found += headings(widget)
    for action in root.findChildren(QAction):
        native = QKeySequence.SequenceFormat.NativeText
        found += [action.text(), action.shortcut().toString(native)]
    return [text for text in found if text]


def headings(view: QTableView) -> list[str]:
    model = view.model()
    across = Qt.Orientation.Horizontal
    return [str(model.headerData(i, across)) for i in range(model.columnCount())]


def cells(view: QTableView, column: int) -> list[str]:
    model = view.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def add_quote(workplace: Workplace, customer: str, title: str = "") -> str:
    quote = sample_quote()
    who = replace(quote.proposal.customer, name=customer)
    proposal = replace(quote.proposal, customer=who, title=title)
    saved = quotes.add(workplace, replace(quote, proposal=proposal))
    return saved.record.quote.proposal.number


def set_status(workplace: Workplace, number: str, status: Status) -> None:
    with workplace.storage.writing() as store:
        record = store.quote(number)
        assert record is not None
        store.save_quote(replace(record, lifecycle=Lifecycle(status=status)))
