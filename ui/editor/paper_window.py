"""The whole paper, as large as one likes: the very bytes that an export writes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.choices import Edition
from app.use_cases.pricing import PricedQuote
from ui.editor.paper_search import PaperSearch
from ui.editor.printing import Printing
from ui.editor.sheets import STEP, Sheets
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.customer_key import hear_customer_key
from ui.widgets.plain_label import PlainLabel
from ui.widgets.room import within_screen
from ui.widgets.segments import Segments

_LARGEST = (980, 1200)


class PaperWindow(QDialog):
    """Editions, search, zoom and pages over the sheets; Escape closes it."""

    def __init__(
        self,
        shared: Shared,
        quote: PricedQuote,
        issued: Mapping[Edition, bytes],
        parent: QWidget,
    ) -> None:
        """Show the quote's own edition, as handed over where it was."""
        super().__init__(parent)
        self._shared = shared
        edition = quote.quote.proposal.language
        self.sheets = Sheets(shared, quote, edition, issued)
        self.editions = Segments([each.value for each in Edition])
        self.editions.choose(edition.value)
        self.smaller, self.larger = Button(shared.theme), Button(shared.theme)
        self.fit = Button(shared.theme)
        self.print = Button(shared.theme, key="Ctrl+P")
        self.place = PlainLabel(kind="quiet")
        self.printing = Printing(shared, self)
        self._fault = Banner(shared, within=True)
        self.search = PaperSearch(shared, self.sheets.wanted)
        self._arrange()
        self._listen()
        hear_customer_key(self, shared)
        self._say()
        within_screen(self, *_LARGEST)
        self.sheets.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _arrange(self) -> None:
        """Put the bar over the sheets."""
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 12, 16, 0)
        bar.setSpacing(8)
        bar.addWidget(self.editions)
        bar.addStretch(1)
        bar.addWidget(self.place)
        bar.addStretch(1)
        bar.addWidget(self.search)
        bar.addSpacing(8)
        for button in (self.smaller, self.fit, self.larger):
            bar.addWidget(button)
        bar.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(bar)
        column.addWidget(self._fault)
        column.addWidget(self.sheets, 1)

    def _listen(self) -> None:
        """Connect bar and keys to the sheets."""
        sheets, search = self.sheets, self.search
        self.editions.chosen.connect(lambda value: sheets.show_edition(Edition(value)))
        self.editions.chosen.connect(lambda _: search.seek())
        search.found.connect(sheets.mark)
        self.smaller.clicked.connect(lambda: sheets.zoom_to(sheets.zoom / STEP))
        self.larger.clicked.connect(lambda: sheets.zoom_to(sheets.zoom * STEP))
        self.fit.clicked.connect(lambda: sheets.zoom_to(1.0))
        self.print.clicked.connect(lambda: self.printing.ask(sheets.wanted()))
        self.printing.failed.connect(self._fault.show_problems)
        sheets.moved.connect(self._say_place)
        for keys, button in (
            ("Ctrl++", self.larger),
            ("Ctrl+=", self.larger),
            ("Ctrl+-", self.smaller),
            ("Ctrl+0", self.fit),
            ("Ctrl+P", self.print),
            ("F3", search.after),
            ("Shift+F3", search.before),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(button.click)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(search.begin)
        for button in self.findChildren(Button):
            # Enter in the field goes on to the next place, and presses nothing.
            button.setAutoDefault(False)

    def _say(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.setWindowTitle(_("The document"))
        self.sheets.setAccessibleName(_("Pages of the document"))
        self.print.set_words(_("Print…"))
        self.editions.set_texts(_("Document"), ("FR", "EN", "FR + EN"))
        for button, sign, name, keys in (
            (self.smaller, "−", _("Smaller"), "Ctrl+-"),
            (self.larger, "+", _("Larger"), "Ctrl++"),
        ):
            button.set_words(sign, f"{name} ({keys})")
            button.setAccessibleName(name)
        self._say_place()

    def _say_place(self) -> None:
        """Say which page it is, and how large."""
        _ = self._shared.language.gettext
        sheets = self.sheets
        text = _("Page {page} of {count}")
        self.place.setText(text.format(page=sheets.current + 1, count=sheets.count))
        self.fit.set_words(f"{round(sheets.zoom * 100)}\u00a0%", _("Fit the width"))
