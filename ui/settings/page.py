"""The page of settings: each is checked and saved as soon as it is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.problems import Parameter, Problem, Problems, RefusedError
from app.settings import Settings
from app.use_cases.vat_numbers import vat_number_doubts
from app.wording import sentence
from app.wording.clock import time_of_day
from ui.jobs import Job
from ui.settings.backing import Backing
from ui.settings.backups_card import BackupsCard
from ui.settings.fields import GROUPS
from ui.settings.group_card import GroupCard
from ui.settings.setting_box import SettingBox
from ui.shared import Shared
from ui.undoing import Deed, Undoing
from ui.widgets.banner import Banner
from ui.widgets.kind import set_kind
from ui.widgets.page_header import PageHeader
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

_WIDEST = 760
#: From here on, the partner stands beside the rest.
_TWO_COLUMNS = 1400
#: So many cards are about the partner.
_PARTNER = 2


class SettingsPage(Translated):
    """Who the partner and the seller are, and how the window faces them."""

    def __init__(
        self, shared: Shared, backing: Backing, parent: QWidget | None = None
    ) -> None:
        """Lay the page out."""
        super().__init__(parent)
        set_kind(self, "page")
        self._shared = shared
        self._header = PageHeader(shared, self)
        self._saved = PlainLabel("", "quiet")
        self._saved_at: datetime | None = None
        self._banner = Banner(shared, self)
        self.undoing = Undoing(shared, self, self._banner.show_good)
        self._area = QScrollArea(self)
        self._inner = QWidget(self._area.viewport())
        self._cards: list[QWidget] = []
        self._boxes: dict[str, SettingBox] = {}
        self._row = QHBoxLayout(self._inner)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self._arrange()
        self._fill(backing)
        self.retranslate()

    def _fill(self, backing: Backing) -> None:
        """Add the cards."""
        for group in GROUPS:
            card = GroupCard(group, self._shared, self._inner)
            for box in card.boxes:
                self._boxes[box.key] = box
                box.entered.connect(self._enter)
            self._add(card)
        self._backups = BackupsCard(self._shared, backing, self._inner)
        self._add(self._backups)

    def _add(self, card: QWidget) -> None:
        """Put a card below the others."""
        self._columns[0].insertWidget(len(self._cards), card)
        self._cards.append(card)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.setWindowTitle(_("Settings"))
        self._header.set_title(_("Settings"))
        self.undoing.retranslate()
        self._tell_saved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the partner beside the rest where there is room."""
        self._spread(self.width() >= _TWO_COLUMNS)
        super().resizeEvent(event)

    def lead_to(self, key: str) -> None:
        """Go to the field of a setting."""
        box = self._boxes[key]
        box.begin()
        self._area.ensureWidgetVisible(box)

    def lead_to_backups(self) -> None:
        """Go to the backups, one of which can be restored."""
        self._backups.list.setFocus()
        self._area.ensureWidgetVisible(self._backups)

    def _spread(self, wide: bool) -> None:
        """Share the cards out among one column or two."""
        self._inner.setMaximumWidth(_WIDEST * 2 if wide else _WIDEST)
        self._row.setStretch(1, int(wide))
        for number, card in enumerate(self._cards[_PARTNER:]):
            column = self._columns[1 if wide else 0]
            column.insertWidget(number if wide else number + _PARTNER, card)

    def _arrange(self) -> None:
        """Put the groups in one column of a readable width."""
        self._header.add(self._saved)
        row = self._row
        row.setContentsMargins(20, 20, 20, 20)
        row.setSpacing(16)
        for column in self._columns:
            column.setSpacing(16)
            row.addLayout(column, 1)
        self._columns[0].addStretch(1)
        self._columns[1].addStretch(1)
        area = self._area
        area.setWidgetResizable(True)
        area.setWidget(self._inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(self._banner)
        whole.addWidget(area, 1)

    def _enter(self, key: str, value: str) -> None:
        """Check a value; save it where it is right, else say what is expected."""
        before = self._shared.workplace.settings
        try:
            settings = before.changed(key, value)
        except RefusedError as refusal:
            self._boxes[key].explain(self._reasons(key, refusal.problems))
            return
        self._boxes[key].explain("")
        if settings == before:
            self._doubt(settings)
        else:
            self._keep(key, value)
            old = before.flat()[key]
            self.undoing.add(
                Deed(
                    lambda _: self._boxes[key].label,
                    undo=lambda: self._keep(key, old),
                    redo=lambda: self._keep(key, value),
                )
            )

    def _keep(self, key: str, value: str) -> Job:
        """Save a value that is right."""
        settings = self._shared.workplace.settings.changed(key, value)
        job = self._shared.keep_settings(settings)
        self._doubt(settings)
        job.done.connect(lambda _: self._note_saved())
        job.failed.connect(self._banner.show_problems)
        return job

    def _doubt(self, settings: Settings) -> None:
        """Say where the VAT number cannot be right; it is saved all the same."""
        language = self._shared.language
        found = vat_number_doubts(settings.partner.vat_number, settings.home)
        said = " ".join(sentence(each, language) for each in found)
        self._boxes["partner.vat_number"].explain(said)

    def _reasons(self, key: str, problems: Problems) -> str:
        """Say what is wrong, by the field's words instead of the setting's key."""
        label = self._boxes[key].label
        named = [replace(p, where="", parameters=_named(p, label)) for p in problems]
        return " ".join(sentence(each, self._shared.language) for each in named)

    def _note_saved(self) -> None:
        """Remember when the settings were saved, and say so."""
        self._saved_at = self._shared.workplace.clock.now()
        self._banner.clear()
        self._tell_saved()

    def _tell_saved(self) -> None:
        """Say when they were saved; before that, that they will be."""
        language, at = self._shared.language, self._saved_at
        if at is None:
            self._saved.setText(language.gettext("saved as you go"))
            return
        text = language.gettext("saved at {time}")
        self._saved.setText(text.format(time=time_of_day(at, language)))


def _named(problem: Problem, label: str) -> tuple[tuple[str, Parameter], ...]:
    """Return the problem's values with the field's words for its key."""
    return tuple(
        (name, label if name == "key" else value) for name, value in problem.parameters
    )
