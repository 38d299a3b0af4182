"""Who cannot see, or sees too much: names, plain text, and what a customer learns."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex
from PySide6.QtGui import QAction, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Bench
from tests.ui.walking import CUSTOMER, NOTE, TITLE, Walk

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
#: What only the partner may read; the last is what the sample's note says.
OWN = ("ommission", " earn", "cost", NOTE)


def parts(root: QWidget) -> Iterator[QWidget]:
    """Every widget that is seen, but for what Qt itself puts into a control."""
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and not _inner(widget):
            yield widget


def _inner(widget: QWidget) -> bool:
    if widget.objectName().startswith("qt_"):
        return True
    parent = widget.parent()
    own = QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView
    while isinstance(parent, QWidget):
        if isinstance(parent, own):
            return True
        parent = parent.parent()
    return False


def test_every_control_has_a_name_and_every_text_is_plain(
    bench: Bench, qtbot: QtBot
) -> None:
    unnamed: list[tuple[str, ...]] = []
    rich: list[tuple[str, ...]] = []
    eaten: list[tuple[str, ...]] = []
    for place, root in Walk(bench, qtbot).steps():
        for widget in parts(root):
            about = (place, type(widget).__name__, widget.objectName())
            named = widget.accessibleName() or widget.property("text")
            if isinstance(widget, CONTROLS) and not named:
                unnamed.append(about)
            if isinstance(widget, QLabel) and _may_be_rich(widget):
                rich.append((*about, widget.text()))
            if _is_html(widget.toolTip()):
                rich.append((*about, widget.toolTip()))
            if isinstance(widget, QAbstractButton) and _eats(widget.text()):
                eaten.append((*about, widget.text()))
        actions = root.findChildren(QAction)
        eaten += [(place, a.text()) for a in actions if _eats(a.text())]
        rich += [(place, text) for text in tips(root) if _is_html(text)]
    assert (unnamed, rich, eaten) == ([], [], [])


def _may_be_rich(label: QLabel) -> bool:
    """Tell whether a label could take what people typed for markup."""
    return bool(label.text()) and label.textFormat() is not Qt.TextFormat.PlainText


def _is_html(text: str) -> bool:
    """Tell whether a tooltip would show somebody's text as markup."""
    return any(typed in text for typed in (CUSTOMER, TITLE)) and Qt.mightBeRichText(
        text
    )


def _eats(text: str) -> bool:
    """Tell whether an ampersand that somebody typed would become an underline."""
    return "r & S" in text or "m & J" in text


def tips(root: QWidget) -> Iterator[str]:
    """Every tooltip of every cell."""
    for view in root.findChildren(QAbstractItemView):
        for index in cells(view.model()):
            yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


def cells(model: QAbstractItemModel | None) -> Iterator[QModelIndex]:
    """Every place of a list or a table."""
    if model is not None:
        columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
        for row in range(model.rowCount()):
            yield from (model.index(row, column) for column in range(columns))


def test_a_customer_who_looks_on_learns_nothing_anywhere(
    bench: Bench, qtbot: QtBot
) -> None:
    walk = Walk(bench, qtbot)
    bench.shared.show_customer(True)
    told = []
    for place, root in walk.steps():
        told += [(place, text) for text in everything(root) if _own(text)]
    assert told == []


def _own(text: str) -> bool:
    """Tell whether only the partner may read a text."""
    return any(own.lower() in text.lower() for own in OWN)


def everything(root: QWidget) -> Iterator[str]:
    """Every string that a page or dialog shows, reads aloud, drags or copies."""
    for widget in [root, *root.findChildren(QWidget)]:
        yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip())
        yield from (widget.accessibleName(), widget.accessibleDescription())
        yield str(widget.property("text") or "")
        yield str(widget.property("placeholderText") or "")
        if isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(i) for i in range(widget.count()))
        if isinstance(widget, QAbstractItemView):
            yield from _of_view(widget)
    for action in root.findChildren(QAction):
        if action.isVisible():
            yield from (action.text(), action.toolTip(), action.statusTip())


def _of_view(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for index in cells(model):
        yield from (str(index.data(role) or "") for role in ROLES)
    if isinstance(model, QAbstractTableModel):
        across = Qt.Orientation.Horizontal
        for column in range(model.columnCount()):
            yield str(model.headerData(column, across) or "")
    chosen = [*cells(model)]
    dragged = model.mimeData(chosen) if chosen and view.dragEnabled() else None
    for form in dragged.formats() if dragged else ():
        content = bytes(dragged.data(form).data()) if dragged else b""
        yield content.decode("utf-8", "ignore")
        yield content.decode("utf-16", "ignore")
