"""The partner's logo on the settings page: chosen, seen, taken away."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from app import files
from app.domain.problems import Problems, RefusedError, UnavailableError, error
from app.settings import Settings
from app.use_cases import logo
from app.wording import sentence
from ui.jobs import Monitor
from ui.settings.fields import Picture
from ui.settings.setting_box import SettingBox
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.file_dialog import file_dialog
from ui.widgets.kind import set_dress
from ui.widgets.plain_label import PlainLabel

_SHOWN: Final = QSize(220, 56)
#: The points in which a drawing without any is painted.
_DRAWN: Final = QSize(1200, 480)
_MOST_BYTES: Final = 5_000_000
#: A reference that stays neither in the drawing nor carries what it refers to.
_ELSEWHERE: Final = re.compile(
    rb"""href\s*=\s*["']?\s*(?!["'#\s]|data:)|url\(\s*["']?\s*(?!["'#\s]|data:)"""
    rb"""|@import"""
)
#: How PNG and JPEG begin: what they say of themselves may look like a drawing.
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8")


class LogoBox(SettingBox):
    """A picture that is chosen, or taken away."""

    def __init__(
        self, field: Picture, shared: Shared, parent: QWidget | None = None
    ) -> None:
        """Begin with the picture of now."""
        super().__init__(field, shared, parent)
        self._hint = field.hint
        self._wrong: Problems = ()
        self._picture = PlainLabel()
        self.choose = Button(shared.theme, "folder-open")
        self.remove = Button(shared.theme, "x")
        self._note = PlainLabel("", "small").wrapped()
        self._add_row(self._picture, self.choose, self.remove)
        self._column.addWidget(self._note)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(lambda: self._enter(""))
        shared.workplace_changed.connect(self._show)
        self.retranslate()

    def begin(self) -> None:
        """Let a picture be chosen."""
        self.choose.setFocus()

    def take(self, path: Path) -> None:
        """Take a picture in, beside the window."""
        workplace = self._shared.workplace

        def work(_monitor: Monitor) -> Settings:
            content = opaque(files.read(path, _MOST_BYTES))
            return logo.kept(workplace.settings, workplace.folder, content)

        job = self._shared.jobs.run(self, work)
        job.done.connect(lambda now: self._enter(now.partner.logo))
        job.done.connect(lambda _: self._refuse(()))
        job.failed.connect(self._refuse)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        super().retranslate()
        self.choose.set_words(_("Choose…"), _(self._hint))
        self.choose.setAccessibleName(_("Choose a logo"))
        self.remove.set_words(_("Remove"))
        self.remove.setAccessibleName(_("Remove the logo"))
        self._show()

    def _show(self) -> None:
        """Show the picture of now."""
        language, workplace = self._shared.language, self._shared.workplace
        content = logo.content(workplace.settings, workplace.folder)
        picture = QPixmap()
        picture.loadFromData(content)
        if content:
            ratio = self.devicePixelRatioF()
            fit = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaled(_SHOWN * ratio, fit, smooth)
            picture.setDevicePixelRatio(ratio)
        self._picture.setPixmap(picture)
        self._picture.setAccessibleName(language.gettext("Logo"))
        self._picture.setVisible(bool(content))
        self.remove.setVisible(bool(workplace.settings.partner.logo))
        said = " ".join(sentence(problem, language) for problem in self._wrong)
        set_dress(self._note, "kind", "error" if said else "small")
        self._note.setText(said or language.gettext(self._hint))

    def _refuse(self, problems: Problems) -> None:
        """Say why a picture was not taken; nothing where it was."""
        self._wrong = problems
        self._show()

    def _ask(self) -> None:
        """Let the system ask for a file."""
        _ = self._shared.language.gettext
        kinds = _("Pictures (*.png *.jpg *.jpeg *.svg)")
        dialog = file_dialog(self, _("Choose a logo"), self._shared.language)
        dialog.setNameFilter(kinds)
        dialog.fileSelected.connect(lambda path: self.take(Path(path)))
        dialog.open()


def _refers_elsewhere(content: bytes) -> bool:
    """Tell whether a drawing wants other files in it, or names of its own (entities).

    Qt would fetch a picture from this computer and put it on the customer's paper.
    """
    text = content.replace(b"\0", b"").lower()
    return b"<!entity" in text or _ELSEWHERE.search(text) is not None


def opaque(content: bytes) -> bytes:
    """Return a drawing (SVG) as a PNG, and any other picture as it is.

    RefusedError where the drawing cannot be read.
    """
    if content.startswith(_PICTURES) or not logo.is_drawing(content):
        return content
    if _refers_elsewhere(content):
        raise RefusedError(error("logo_refers"))
    drawing = QSvgRenderer(QByteArray(content))
    size = drawing.defaultSize()
    if not drawing.isValid() or size.isEmpty():
        raise RefusedError(error("logo_unreadable"))
    image = QImage(
        size.scaled(_DRAWN, Qt.AspectRatioMode.KeepAspectRatio),
        QImage.Format.Format_ARGB32,
    )
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    held = QBuffer()
    if not QImageWriter(held, QByteArray(b"png")).write(image):
        raise UnavailableError(error("logo_unreadable"))
    return bytes(held.data().data())
