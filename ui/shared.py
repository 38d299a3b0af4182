"""What every page of the window is given, and hears of."""

from __future__ import annotations

import threading
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app import settings as settings_file
from app.settings import Settings
from app.use_cases.workplace import Workplace
from i18n import Language
from ui.jobs import Job, Jobs
from ui.language import LanguageSwitch
from ui.memory import Memory
from ui.models.words import Reader
from ui.preferences import appearance, spoken
from ui.theme import Theme
from ui.tokens import Tokens


class Shared(QObject):
    """The workplace, the language, the look, the jobs, and who is watching.

    Ask for `language`, `tokens` and `workplace` each time: they change, and the
    signals say when. Widgets retranslate on LanguageChange events instead.
    """

    language_changed = Signal()
    theme_changed = Signal()
    #: The customer began (True) or ceased (False) to look at the screen.
    customer_view_changed = Signal(bool)
    #: Settings were saved.
    workplace_changed = Signal()
    #: A price list was imported.
    prices_changed = Signal()
    #: A quote was added or saved.
    quotes_changed = Signal()
    #: Whether a price list waits to be looked at.
    list_waiting = Signal(bool)

    def __init__(
        self,
        workplace: Workplace,
        languages: LanguageSwitch,
        theme: Theme,
        jobs: Jobs,
        *,
        customer_view: bool = False,
    ) -> None:
        """Put together what the pages share."""
        super().__init__()
        self.memory = Memory(workplace.folder)
        customer_view = customer_view or self.memory.now.customer_view
        self.languages, self.theme, self.jobs = languages, theme, jobs
        self._workplace = workplace
        self._customer_view = customer_view
        self._saving = threading.Lock()
        languages.changed.connect(self.language_changed)
        theme.changed.connect(self.theme_changed)

    @property
    def workplace(self) -> Workplace:
        """What the use cases work with, under the settings of now."""
        return self._workplace

    @property
    def language(self) -> Language:
        """The language of now: texts, amounts, dates."""
        return self.languages.current

    @property
    def tokens(self) -> Tokens:
        """The colours and measures of now."""
        return self.theme.tokens

    @property
    def customer_view(self) -> bool:
        """Whether the customer looks on: no commission, cost or note is shown."""
        return self._customer_view

    @property
    def reader(self) -> Reader:
        """Who reads the screen now, in which language."""
        partner = self._workplace.settings.partner.name
        return Reader(self.language, partner, self._customer_view)

    def show_customer(self, on: bool) -> None:
        """Begin or end the customer view, in every page."""
        if on != self._customer_view:
            self._customer_view = on
            # A start with the customer at the table must not show what was hidden.
            self.memory.keep(replace(self.memory.now, customer_view=on))
            self.customer_view_changed.emit(on)

    def keep_settings(self, settings: Settings) -> Job:
        """Work under other settings at once, and save them beside the window.

        The job fails with UnavailableError's problems where they cannot be saved.
        """
        was = self._workplace.settings
        self._workplace = replace(self._workplace, settings=settings)
        self._follow(was, settings)
        self.workplace_changed.emit()
        return self.jobs.run(self, lambda _: self._save_settings())

    def _follow(self, was: Settings, now: Settings) -> None:
        """Speak and look as the settings say, where they changed."""
        if was.ui.language != now.ui.language:
            self.languages.choose(spoken(now))
        elif was.language(self.language.code) != now.language(self.language.code):
            self.languages.choose(now.language(self.language.code))
        if appearance(was) != appearance(now):
            self.theme.choose(appearance(now))

    def _save_settings(self) -> None:
        """Write the newest settings, one writer at a time."""
        with self._saving:
            settings_file.write(self._workplace.folder, self._workplace.settings)
