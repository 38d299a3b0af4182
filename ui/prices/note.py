"""The note at the rail's foot: which prices count, until when, how old."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from i18n import Language
from ui.icons import pixmap
from ui.prices.lists import ListSummary, age, summaries, validity
from ui.shared import Shared
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

_ICON = 14


class PricesNote(Translated):
    """Says it in words beside a wide rail, by a sign and a tooltip in a narrow one."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin empty and load what counts."""
        super().__init__(parent)
        self._shared = shared
        self._lists: tuple[ListSummary, ...] = ()
        self._compact = self._waiting = self._loaded = False
        self._name = PlainLabel("", "strong").wrapped()
        self._validity = PlainLabel().wrapped()
        self._age = PlainLabel().wrapped()
        self._sign = PlainLabel()
        self._arrange()
        shared.prices_changed.connect(self.reload)
        shared.list_waiting.connect(self._say_waiting)
        shared.theme_changed.connect(self.retranslate)
        self.retranslate()
        self.reload()

    def reload(self) -> None:
        """Load what counts, beside the window."""
        workplace = self._shared.workplace
        job = self._shared.jobs.run(self, lambda _: summaries(workplace))
        job.done.connect(self._take)

    def set_compact(self, compact: bool) -> None:
        """Show the sign alone."""
        self._compact = compact
        for label in (self._name, self._validity, self._age):
            label.setVisible(not compact)
        self._row.setContentsMargins(0 if compact else 8, 0, 0, 0)
        self._row.setStretch(1, 0 if compact else 1)
        side = Qt.AlignmentFlag
        self._row.setAlignment(
            self._sign, side.AlignCenter if compact else side.AlignTop
        )

    def retranslate(self) -> None:
        """Say it in the language and colours of now."""
        language = self._shared.language
        today = self._shared.workplace.clock.today()
        if self._lists:
            self._show(self._lists[0], language)
        elif self._loaded:
            self._say(language.gettext("No price list counts"), "", "")
        sound = all(not (one.sample or one.ended(today)) for one in self._lists)
        good = bool(self._lists) and sound and not self._waiting
        tokens = self._shared.tokens
        drawing = "check" if good else "triangle-alert"
        colour = tokens.rail_text if good else tokens.rail_attention
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(pixmap(drawing, colour, _ICON, ratio))
        self._sign.setVisible(self._loaded)

    def _show(self, summary: ListSummary, language: Language) -> None:
        """Write the first list, and how many more there are."""
        _ = language.gettext
        today = self._shared.workplace.clock.today()
        name = f"{summary.list_id} {summary.version}"
        if more := len(self._lists) - 1:
            text = language.ngettext("and {count} more", "and {count} more", more)
            name = f"{name} {text.format(count=more)}"
        held = validity(summary, today, language)
        old = _("invented sample") if summary.sample else age(summary, today, language)
        if self._waiting:
            old = _("A new list is waiting")
        self._say(_("Prices {list}").format(list=name), held, old)

    def _say(self, name: str, held: str, old: str) -> None:
        """Write the three lines, and all of them on the sign."""
        self._name.setText(name)
        self._validity.setText(held)
        self._age.setText(old)
        whole = "\n".join(filter(None, (name, held, old)))
        self._sign.setToolTip(whole)
        self._sign.setAccessibleName(whole)

    def _arrange(self) -> None:
        """Put the sign beside the words."""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 0, 0)
        self._row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(1)
        for label in (self._name, self._validity, self._age):
            words.addWidget(label)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)

    def _say_waiting(self, waiting: bool) -> None:
        """Say that a list waits to be looked at, or no longer."""
        self._waiting = waiting
        self.retranslate()

    def _take(self, lists: tuple[ListSummary, ...]) -> None:
        """Show what was loaded."""
        self._lists, self._loaded = lists, True
        self.retranslate()
        self.set_compact(self._compact)
