"""The colour of the partner's paper on the settings page: chosen, seen, taken away."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.use_cases.identity import darkened
from app.wording import sentence
from ui.settings.fields import Colour
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.file_dialog import say_buttons
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

#: The paper's own colour, until a partner has one.
_OWN = "#0b5c5a"
_SWATCH = QSize(34, 16)


class ColourBox(Translated):
    """A colour that is set; `entered(key, value)` when there is another, or none."""

    entered = Signal(str, str)

    def __init__(
        self, field: Colour, shared: Shared, parent: QWidget | None = None
    ) -> None:
        """Begin with the colour of now."""
        super().__init__(parent)
        self.key = field.key
        self._field, self._shared = field, shared
        self._label = PlainLabel("", "small")
        self.choose = Button(shared.theme)
        self.remove = Button(shared.theme, "x")
        self._note = PlainLabel("", "small").wrapped()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addLayout(row)
        column.addWidget(self._note)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(lambda: self.entered.emit(self.key, ""))
        shared.workplace_changed.connect(self._show)
        self.retranslate()

    @property
    def label(self) -> str:
        """The setting's words in the language of now."""
        return self._label.text()

    def explain(self, sentence: str) -> None:
        """Do nothing: what the dialog hands over is right."""

    def begin(self) -> None:
        """Let a colour be chosen."""
        self.choose.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self._label.setText(_(self._field.label))
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
        self._note.setText(said or _(self._field.hint))

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
        dialog.colorSelected.connect(
            lambda colour: self.entered.emit(self.key, colour.name())
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
