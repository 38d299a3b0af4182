"""Tooltips that show what people typed, and take none of it for markup."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def as_tip(text: str) -> str:
    """Return a text so that a tooltip shows it as it was typed."""
    return f"<qt>{escape(text)}</qt>" if Qt.mightBeRichText(text) else text
