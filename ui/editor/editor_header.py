"""The bar above the quote: whose it is, whether it is saved, what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from app.domain.choices import Status
from app.wording.statuses import STATUSES
from ui.editor.texts import elided
from ui.models.lifecycle_words import TONES
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.customer_view_button import CustomerViewButton
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel

_FOLDS_BELOW = 1000
_SAYS_LESS_BELOW = 800
_LEAST_TITLE, _TITLE_SHARE = 90, 34


@dataclass(frozen=True, slots=True)
class Standing:
    """What the bar says: whose quote, under which number, saved when (aware).

    `unsaved` tells that something newer is not saved.
    """

    customer: str = ""
    number: str = ""
    status: Status = Status.DRAFT
    saved: datetime | None = None
    unsaved: bool = False


class EditorHeader(QFrame):
    """Shows where the quote stands; its buttons trigger the page's actions."""

    def __init__(
        self, shared: Shared, actions: tuple[QAction, QAction, QAction]
    ) -> None:
        """Take the actions to undo, redo and export."""
        super().__init__()
        set_kind(self, "header")
        self.setFixedHeight(shared.tokens.header)
        self._shared = shared
        self._standing = Standing()
        self._narrow = True
        self._title = _Shortened("title", QSizePolicy.Policy.Preferred)
        self._chip = Chip()
        self._status = _Shortened("small", QSizePolicy.Policy.Ignored)
        self.monthly = PlainLabel(kind="strong")
        self._watching = CustomerViewButton(shared)
        self.back = Button(shared.theme, "arrow-left")
        self.add = Button(shared.theme, "plus", key="Ctrl+L")
        self.figures = Button(shared.theme, "tags")
        self.figures.setCheckable(True)
        self._undo, self._redo, export = actions
        self.undo = _button(shared, "undo-2", self._undo)
        self.redo = _button(shared, "redo-2", self._redo)
        self.export = _button(shared, "file-down", export, kind="primary", key="Ctrl+E")
        self._arrange()
        # Folded at first, or the words would keep a small window from being so.
        self.fold(0, list_folds=False, figures_fold=False)
        self.show_standing(Standing())

    def show_standing(self, standing: Standing) -> None:
        """Show where the quote stands."""
        self._standing = standing
        _ = self._shared.language.gettext
        name = standing.customer or _("New quote")
        self._title.setText(name)
        self._chip.setText(_(STATUSES[standing.status]))
        self._chip.set_tone(TONES.get(standing.status, "plain"))
        parts = ("" if self._narrow else standing.number, self._saved())
        self._status.setText(" · ".join(part for part in parts if part))
        self._status.setAccessibleName(self._status.text())
        # A name may be cut, not whether it is saved.
        told = 0 if self._narrow else self._status.sizeHint().width()
        self._status.setMinimumWidth(told)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.back.set_words(_("Back to the quotes"))
        self.name_undoing()
        self.export.set_words(_("Export"), _("Write the PDFs"))
        self.add.set_words(_("Add"))
        self.figures.set_words(_("Figures"))
        self.show_standing(self._standing)

    def name_undoing(self) -> None:
        """Say what would be undone and done again."""
        for button, action, keys in (
            (self.undo, self._undo, "Ctrl+Z"),
            (self.redo, self._redo, "Ctrl+Shift+Z"),
        ):
            text = action.text().replace("&&", "&")
            button.set_words(text, f"{text} ({_keys(keys)})")

    def fold(self, width: int, *, list_folds: bool, figures_fold: bool) -> None:
        """Say less where the page is that narrow."""
        for button in (self.back, self.undo, self.redo, self.figures):
            button.fold(True)
        self._title.setMaximumWidth(max(_LEAST_TITLE, width * _TITLE_SHARE // 100))
        self._narrow = width < _FOLDS_BELOW
        self._watching.fold(self._narrow)
        for button in (self.add, self.export):
            button.hide_key(self._narrow)
        self.export.fold(width < _SAYS_LESS_BELOW)
        self.add.fold(width < _SAYS_LESS_BELOW)
        self.add.setVisible(list_folds)
        self.monthly.setVisible(figures_fold)
        self.figures.setVisible(figures_fold)
        self.show_standing(self._standing)

    def _saved(self) -> str:
        """Say when it was saved, once it was."""
        standing, _ = self._standing, self._shared.language.gettext
        if standing.saved and not standing.unsaved:
            local = standing.saved.astimezone()
            text = _("saved {hour}:{minute}")
            return text.format(hour=f"{local.hour:02}", minute=f"{local.minute:02}")
        if standing.unsaved:
            return _("not saved") if standing.saved else _("not saved yet")
        return ""

    def _arrange(self) -> None:
        """Put what is said left, what can be done right."""
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 18, 0)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addWidget(self._title)
        row.addWidget(self._chip)
        row.addWidget(self._status, 1)
        row.addWidget(self.monthly)
        row.addWidget(self.add)
        for button in (self.figures, self.undo, self.redo, self._watching, self.export):
            row.addWidget(button)
        self.add.hide()
        self.figures.hide()
        self.monthly.hide()


def _keys(keys: str) -> str:
    """Name keys as they stand on this system's keyboard."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _button(
    shared: Shared, drawing: str, action: QAction, *, kind: str = "", key: str = ""
) -> Button:
    """Return a button that triggers an action and is enabled with it."""
    button = Button(shared.theme, drawing, kind=kind, key=key)
    button.clicked.connect(action.trigger)
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    return button


class _Shortened(PlainLabel):
    """A text that is shortened where room is short."""

    def __init__(self, kind: str, policy: QSizePolicy.Policy) -> None:
        """Begin empty."""
        super().__init__(kind=kind)
        self.setSizePolicy(policy, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return how short it may become."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _LEAST_TITLE), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        text = elided(self.text(), self.font(), self.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), flags, text)
