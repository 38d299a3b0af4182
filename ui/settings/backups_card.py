"""The backups as a card of the settings: when the last was made, and the way back."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from app.ports import Backup
from app.wording import sentence
from app.wording.backups import held, moment, size
from app.wording.clock import time_of_day
from ui.settings.backing import Backing
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.customer_key import keep_customer_key
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

_HEIGHT = 190


class BackupsCard(Translated):
    """Lists the backups, the newest first; one of them can be restored."""

    def __init__(
        self, shared: Shared, backing: Backing, parent: QWidget | None = None
    ) -> None:
        """Begin with the backups, told of by now."""
        super().__init__(parent)
        self._shared = shared
        self.backing = backing
        self._heading = PlainLabel("", "strong")
        self._last = PlainLabel("", "quiet")
        self._text = PlainLabel("", "quiet").wrapped()
        self._why = PlainLabel("", "error").wrapped()
        self._listed: tuple[Backup, ...] = ()
        self.list = QListWidget()
        set_kind(self.list, "names")
        self.now = Button(shared.theme, "file-down")
        self.restore = Button(shared.theme, "undo-2")
        self._arrange()
        self.backing.told.connect(self._show)
        self.list.currentRowChanged.connect(self._offer)
        self.list.itemActivated.connect(self._ask)
        self.now.clicked.connect(self.backing.back_up)
        self.restore.clicked.connect(self._ask)
        shared.customer_view_changed.connect(self._show)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self._heading.setText(_("Backups"))
        self.list.setAccessibleName(_("Backups"))
        self._text.setText(
            _(
                "Your quotes, price lists and templates are copied automatically, and"
                " each copy is checked. Settings, logo and column mappings are not"
                " part of it: restoring leaves them as they are."
            )
        )
        self.now.set_words(_("Back up now"))
        self.restore.set_words(_("Restore…"))
        self._show()

    def _show(self) -> None:
        """Show the backups that there are, the same one chosen as before."""
        language, backing = self._shared.language, self.backing
        chosen = self._chosen()
        self._last.setText(self._when())
        self._why.setText(" ".join(sentence(p, language) for p in backing.problems))
        self._why.setVisible(bool(backing.problems))
        self._listed = backing.found
        self.list.clear()
        self.list.addItems([self._row(each) for each in self._listed])
        self.list.setVisible(bool(self._listed))
        if chosen in self._listed:
            self.list.setCurrentRow(self._listed.index(chosen))
        self._offer()

    def _when(self) -> str:
        """Say when the last backup was made."""
        language, newest = self._shared.language, self.backing.newest
        _ = language.gettext
        if newest is None:
            return _("no backup yet")
        made = newest.at.astimezone()
        time, day = time_of_day(made, language), made.date()
        if day == self._shared.workplace.clock.now().astimezone().date():
            return _("last backup {time}").format(time=time)
        text = _("last backup on {day}, {time}")
        return text.format(day=language.day(day), time=time)

    def _row(self, backup: Backup) -> str:
        """Say what a backup is in one line."""
        language = self._shared.language
        # What a customer sees may not grow with what the partner earns.
        said = (moment, held) if self._shared.customer_view else (moment, held, size)
        return " · ".join(word(backup, language) for word in said)

    def _chosen(self) -> Backup | None:
        """Return the backup that is chosen, None without one that can be read."""
        row = self.list.currentRow()
        return self._listed[row] if 0 <= row < len(self._listed) else None

    def _offer(self) -> None:
        """Offer to restore what can be."""
        chosen = self._chosen()
        self.restore.setEnabled(chosen is not None and chosen.quotes is not None)

    def _ask(self) -> None:
        """Ask once before a backup takes the place of what is there."""
        backup = self._chosen()
        if backup is None or backup.quotes is None:
            return
        language = self._shared.language
        _ = language.gettext
        question = _("Restore the backup of {moment}?")
        after = _(
            "The window then shows what the backup holds: {held}. What is here now is"
            " kept as a backup first, so that you can come back to it. Templates stay;"
            " those of the backup come beside them."
        )
        box = QMessageBox(self)
        box.setWindowTitle(_("Backups"))
        box.setText(question.format(moment=moment(backup, language)))
        box.setInformativeText(after.format(held=held(backup, language)))
        yes = box.addButton(_("Restore"), QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        set_kind(yes, "primary")
        box.setDefaultButton(yes)
        box.setEscapeButton(no)
        yes.clicked.connect(lambda: self.backing.restore(backup))
        box.finished.connect(box.deleteLater)
        keep_customer_key(box)
        box.open()

    def _arrange(self) -> None:
        """Put the words above the list, the buttons below."""
        self.list.setFixedHeight(_HEIGHT)
        self.list.setSpacing(2)
        frame = QFrame(self)
        set_kind(frame, "card")
        top, buttons = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._heading)
        top.addStretch(1)
        top.addWidget(self._last)
        buttons.setSpacing(10)
        buttons.addWidget(self.restore)
        buttons.addWidget(self.now)
        buttons.addStretch(1)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(20, 16, 20, 20)
        inner.setSpacing(8)
        inner.addLayout(top)
        for widget in (self._text, self._why, self.list):
            inner.addWidget(widget)
        inner.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
