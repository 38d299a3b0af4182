"""The colour of the partner's paper on the settings page: chosen, seen, taken away."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QDialogButtonBox, QWidget

from app.use_cases.identity import darkened
from app.wording import sentence
from ui.settings.fields import Colour
from ui.settings.setting_box import SettingBox
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.file_dialog import say_buttons
from ui.widgets.plain_label import PlainLabel

#: The paper's own colour, until a partner has one.
_OWN = "#0b5c5a"
_SWATCH = QSize(34, 16)


class ColourBox(SettingBox):
    """A colour that is picked, or taken away."""

    def __init__(
        self, field: Colour, shared: Shared, parent: QWidget | None = None
    ) -> None:
        """Begin with the colour of now."""
        super().__init__(field, shared, parent)
        self._hint = field.hint
        self.choose = Button(shared.theme)
        self.remove = Button(shared.theme, "x")
        self._note = PlainLabel("", "small").wrapped()
        self._add_row(self.choose, self.remove)
        self._column.addWidget(self._note)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(lambda: self._enter(""))
        shared.workplace_changed.connect(self._show)
        self.retranslate()

    def begin(self) -> None:
        """Let a colour be chosen."""
        self.choose.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        super().retranslate()
        self.remove.set_words(_("Remove"))
        self.remove.setAccessibleName(_("Remove the colour"))
        self._show()

    @property
    def _chosen(self) -> str:
        """The colour of now; '' where there is none."""
        return self._shared.workplace.settings.partner.accent

    def _show(self) -> None:
        """Show the colour of now, and what the paper makes of it."""
        language = self._shared.language
        _ = language.gettext
        shown = self._chosen or _OWN
        self.choose.set_words(shown, _("Choose a colour"))
        name = _("Choose a colour, now {colour}").format(colour=shown)
        self.choose.setAccessibleName(name)
        self.choose.setIcon(QIcon(self._swatch(QColor(shown))))
        self.choose.setIconSize(_SWATCH)
        self.remove.setVisible(bool(self._chosen))
        doubts = darkened(self._shared.workplace.settings)
        said = " ".join(sentence(replace(d, where=""), language) for d in doubts)
        self._note.setText(said or _(self._hint))

    def _swatch(self, colour: QColor) -> QPixmap:
        """Return the colour as a small box, set off from the words beside it."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(_SWATCH * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setPen(QColor(self._shared.tokens.line))
        painter.setBrush(colour)
        painter.drawRect(0, 0, _SWATCH.width() - 7, _SWATCH.height() - 1)
        painter.end()
        return picture

    def _ask(self) -> None:
        """Let a colour be picked, the one of now to begin with."""
        language = self._shared.language
        dialog = QColorDialog(QColor(self._chosen or _OWN), self)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setWindowTitle(language.gettext("Choose a colour"))
        for buttons in dialog.findChildren(QDialogButtonBox):
            say_buttons(buttons, language)
        dialog.colorSelected.connect(lambda colour: self._enter(colour.name()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
