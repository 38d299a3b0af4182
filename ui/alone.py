"""What the partner alone may be told, kept back while a customer looks on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.shared import Shared


class Alone(QObject):
    """Tells at once, or as soon as the partner is alone again.

    What comes later takes the place of what waits.
    """

    def __init__(self, shared: Shared, parent: QObject) -> None:
        """Begin with nothing to tell."""
        super().__init__(parent)
        self._shared = shared
        self._waiting: Callable[[], None] | None = None
        shared.customer_view_changed.connect(self._go_on)

    def tell(self, say: Callable[[], None]) -> None:
        """Have something said that no customer may read."""
        self._waiting = say
        self._go_on()

    def _go_on(self) -> None:
        """Say what waits, unless a customer looks on."""
        if self._waiting and not self._shared.customer_view:
            say, self._waiting = self._waiting, None
            say()
