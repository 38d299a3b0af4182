"""What a widget is, said to the style sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_kind(widget: QWidget, kind: str) -> None:
    """Say what kind of widget the sheet is to dress it as."""
    set_dress(widget, "kind", kind)


def set_dress(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the sheet selects by, and dress the widget again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    # One that is not dressed yet will be when it is shown.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
