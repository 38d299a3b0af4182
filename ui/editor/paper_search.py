"""Finds words in the whole document, in the very bytes, away from the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from ui.editor.page_renderer import PageWanted, found_in
from ui.jobs import Job, Monitor
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.plain_label import PlainLabel
from ui.widgets.search_field import SearchField
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.use_cases.drawing import Mark

_FIELD = 190


class PaperSearch(Translated):
    """A field, how many places it finds, and the way from one to the next."""

    #: The marks of every place, and which place is looked at (None: none is).
    found = Signal(object, object)

    def __init__(self, shared: Shared, wanted: Callable[[], PageWanted]) -> None:
        """Search in whatever paper `wanted` names when it is asked."""
        super().__init__()
        self._shared, self._wanted = shared, wanted
        self._marks: tuple[Mark, ...] = ()
        self._at = 0
        self._job: Job | None = None
        self._sought = ""
        self.field = SearchField(shared.theme)
        self.field.setFixedWidth(_FIELD)
        self.count = PlainLabel(kind="quiet")
        self.before, self.after = Button(shared.theme), Button(shared.theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.field, self.count, self.before, self.after):
            row.addWidget(widget)
        self.field.textChanged.connect(self.seek)
        self.field.installEventFilter(self)
        self.before.clicked.connect(lambda: self.go(-1))
        self.after.clicked.connect(lambda: self.go(1))
        self.retranslate()

    @property
    def busy(self) -> bool:
        """Whether something is still looked for."""
        return self._job is not None

    @property
    def places(self) -> int:
        """How often what is sought was found."""
        return self._marks[-1].hit + 1 if self._marks else 0

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.field.set_words(_("Find in the document"), _("Find"))
        for button, sign, name, keys in (
            (self.before, "↑", _("Previous place"), "Shift+F3"),
            (self.after, "↓", _("Next place"), "F3"),
        ):
            button.set_words(sign, f"{name} ({keys})")
            button.setAccessibleName(name)
        self._show()

    def begin(self) -> None:
        """Let something be typed."""
        self.field.setFocus()
        self.field.selectAll()

    def seek(self) -> None:
        """Look for what is typed now, once what was looked for before is found."""
        if self._job is not None:
            return
        text = self._sought = self.field.text().strip()
        wanted = self._wanted()

        def work(_monitor: Monitor) -> tuple[Mark, ...]:
            return found_in(wanted, text) if text else ()

        self._job = self._shared.jobs.run(self, work)
        self._job.done.connect(self._take)
        self._job.ended.connect(self._ended)

    def go(self, step: int) -> None:
        """Look at the next place, or the one before; after the last comes the first."""
        if self.places:
            self._at = (self._at + step) % self.places
            self._show()

    def eventFilter(self, _field: object, event: QEvent) -> bool:
        """Let Enter go on to the next place, with Shift to the one before."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return False
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.go(-1 if back else 1)
        return True

    def _take(self, marks: tuple[Mark, ...]) -> None:
        """Show the places found, the first to begin with."""
        self._marks, self._at = marks, 0
        self._show()

    def _ended(self) -> None:
        """Look again where something else was typed meanwhile."""
        self._job = None
        if self.field.text().strip() != self._sought:
            self.seek()

    def _show(self) -> None:
        """Say which place of how many, and mark them."""
        _ = self._shared.language.gettext
        text = ""
        if self.places:
            text = f"{self._at + 1} / {self.places}"
        elif self._sought:
            text = _("not found")
        self.count.setText(text)
        for button in (self.before, self.after):
            button.setEnabled(self.places > 1)
        self.found.emit(self._marks, self._at if self.places else None)
