"""Dialogs that make room for what they come to say."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog

#: What the system draws around a window, about.
_FRAME: Final = 40
#: When what is said may be more than there is room for.
_LOOKS: Final = frozenset({QEvent.Type.LayoutRequest, QEvent.Type.Show})


class Growing(QDialog):
    """Grows with what is said; a wrapped text alone does not make a window do so."""

    def event(self, event: QEvent) -> bool:
        """Be as high as the layout wants at this width."""
        layout = self.layout()
        # Before it is shown it is as narrow as can be, and would be as high as that.
        shown = self.isVisible() or event.type() is QEvent.Type.Show
        if shown and event.type() in _LOOKS and layout:
            layout.activate()
            wanted = layout.totalHeightForWidth(self.width())
            screen = self.screen().availableGeometry().height() - _FRAME
            wanted = min(wanted, max(screen, self.height()))
            if wanted > self.height():
                self.resize(self.width(), wanted)
        return super().event(event)
