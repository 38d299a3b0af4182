"""The window's language: switched live, Qt's own words included."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)

from i18n import Language

_TRANSLATIONS = QLibraryInfo.LibraryPath.TranslationsPath


class LanguageSwitch(QObject):
    """Holds the language of now and changes it without a restart.

    Widgets hear of it by a LanguageChange event (see `ui.widgets.translated`),
    models and other objects by `changed`.
    """

    changed = Signal()

    def __init__(self, app: QCoreApplication, language: Language) -> None:
        """Begin with a language."""
        super().__init__(app)
        self._app = app
        self._translator = QTranslator(self)
        self._speak(language)

    @property
    def current(self) -> Language:
        """The language of now; ask each time, it changes."""
        return self._current

    def choose(self, language: Language) -> None:
        """Speak another language from now on; the same again is no change."""
        if language != self._current:
            self._speak(language)
            self.changed.emit()

    def _speak(self, language: Language) -> None:
        """Bring Qt in line, then tell the widgets."""
        self._current = language
        locale = QLocale(f"{language.code}_{language.territory}".rstrip("_"))
        QLocale.setDefault(locale)
        self._app.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        folder = QLibraryInfo.path(_TRANSLATIONS)
        if self._translator.load(locale, "qtbase", "_", folder):
            self._app.installTranslator(self._translator)
        QCoreApplication.sendEvent(self._app, QEvent(QEvent.Type.LanguageChange))
