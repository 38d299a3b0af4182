"""Garbage is looked for in a quiet moment, and on the window's own thread."""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

#: Objects made within a tick: with fewer nobody works at the moment.
_QUIET: Final = 2_000
#: Objects made since the last look that are worth one.
_WORTH: Final = 10_000
#: So many, and so many of them within a tick, come only as the rows of a long list.
_MUCH, _RUSH = 100_000, 20_000
#: Ticks without a quiet one, and short looks without a whole one.
_LONGEST, _SHORT_LOOKS = 30, 20
#: Ticks in another program after which nobody waits for this one.
_AWAY: Final = 60


class Garbage(QObject):
    """Takes the place of Python's own collecting until it ends.

    That would come in the midst of a keystroke, or on the thread of a job, where
    no Qt object may be taken apart.
    """

    def __init__(self, parent: QObject, tick: int = 1_000) -> None:
        """Leave alone for long all that is there by now; a tick is in milliseconds."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._made = self._busy = self._away = 0
        #: Whether rows of a long list were left alone, and circles with them.
        self._rushed = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(tick)

    def end(self) -> None:
        """Let Python look for it again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _look(self) -> None:
        """Look for garbage where enough was made and nobody works, or nobody stops."""
        # A job that began before this did may have turned it on again.
        gc.disable()
        made, _, short_looks = gc.get_count()
        new = made - self._made
        quiet = new < _QUIET
        if self._rushed and self._is_left(quiet=quiet):
            self._look_through()
            return
        self._made, self._busy = made, 0 if quiet else self._busy + 1
        if made > _MUCH and new > _RUSH:
            # Rows go in no circles: looking through them holds the thread for nothing.
            gc.freeze()
            self._rushed = True
        elif made >= _WORTH and (quiet or self._busy > _LONGEST):
            gc.collect(2 if quiet and short_looks > _SHORT_LOOKS else 1)
        else:
            return
        self._made = self._busy = 0

    def _is_left(self, *, quiet: bool) -> bool:
        """Tell whether nobody has been at the program for a while."""
        here = QGuiApplication.applicationState()
        at_rest = quiet and here != Qt.ApplicationState.ApplicationActive
        self._away = self._away + 1 if at_rest else 0
        return self._away > _AWAY

    def _look_through(self) -> None:
        """Look through all there is, which long lists make a matter of a second."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._rushed = False
        self._made = self._busy = self._away = 0
