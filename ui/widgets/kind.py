"""What a widget is, said to the style sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def set_kind(widget: QWidget, kind: str) -> None:
    """Say what kind of widget the sheet is to dress it as."""
    set_dress(widget, "kind", kind)


def set_dress(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the sheet selects by, and dress the widget again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
