"""All the problems of a file, as sentences that can be scrolled and copied."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.problems import Problem, Problems, Severity
from app.wording import sentence
from ui.icons import SIZE, icon
from ui.shared import Shared
from ui.widgets.kind import set_kind
from ui.widgets.tip import as_tip
from ui.widgets.translated import Translated

_DRAWINGS: Final = {
    Severity.ERROR: ("circle-alert", "error"),
    Severity.WARNING: ("triangle-alert", "attention"),
    Severity.SUGGESTION: ("lightbulb", "info"),
}
_LINE: Final = 30
_MOST_LINES: Final = 4
_NO_LIMIT: Final = 16_777_215


class ProblemList(Translated):
    """Hidden without problems; the gravest stand first."""

    #: The problem somebody looks at; None where it is none.
    looked_at = Signal(object)

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._shared = shared
        self._problems: Problems = ()
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setSpacing(3)
        self._list.setIconSize(QSize(SIZE, SIZE))
        set_kind(self._list, "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 12)
        column.addWidget(self._list)
        self.setFocusProxy(self._list)
        self._list.currentRowChanged.connect(self._tell)
        shared.theme_changed.connect(self.retranslate)
        self.retranslate()

    def show_problems(self, problems: Problems) -> None:
        """Show problems, each once."""
        order = list(Severity)
        once = dict.fromkeys(problems)
        self._problems = tuple(sorted(once, key=lambda p: order.index(p.severity)))
        self.retranslate()

    def look_at(self, wanted: Callable[[Problem], bool]) -> bool:
        """Look at the first problem that is wanted; tell whether there is one."""
        found = (at for at, each in enumerate(self._problems) if wanted(each))
        at = next(found, -1)
        self._list.setCurrentRow(at)
        return at >= 0

    def retranslate(self) -> None:
        """Say everything again, in the language and colours of now."""
        self._list.setAccessibleName(self._shared.language.gettext("Problems"))
        # Nobody looks away: what is looked at next is told when it is known.
        with QSignalBlocker(self._list):
            self._list.clear()
        for problem in self._problems:
            self._list.addItem(self._item(problem))
        self.setVisible(bool(self._problems))

    def keep_short(self, short: bool) -> None:
        """Leave room for what stands below, or take all there is."""
        lines = min(len(self._problems), _MOST_LINES)
        self.setMaximumHeight(lines * _LINE + 26 if short else _NO_LIMIT)

    def _tell(self, row: int) -> None:
        """Tell which problem is looked at."""
        there = 0 <= row < len(self._problems)
        self.looked_at.emit(self._problems[row] if there else None)

    def _item(self, problem: Problem) -> QListWidgetItem:
        """Return a problem in words beside its sign."""
        drawing, colour = _DRAWINGS[problem.severity]
        text = sentence(problem, self._shared.language)
        item = QListWidgetItem(
            icon(drawing, getattr(self._shared.tokens, colour)), text
        )
        item.setToolTip(as_tip(text))
        return item
