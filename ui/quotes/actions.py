"""What can be done with the quotes that are chosen in the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.domain.choices import Status
from app.domain.lifecycle import FOLLOWS, exact, label, named
from app.ports import QuoteRecord, Storage
from i18n import Language
from ui.jobs import Job, Monitor
from ui.quotes.chosen import Selection
from ui.shared import Shared
from ui.undoing import Deed, Undoing, done_words
from ui.widgets.file_dialog import folder_dialog

if TYPE_CHECKING:
    from app.use_cases.export_many import Exported
    from app.use_cases.revisions import Compared

#: More take long enough to say so.
_MANY: Final = 50

# What papers are made of takes a while to load, and is when it is needed.


class QuoteActions(QObject):
    """Actions on `chosen`; results come as signals on the window's thread."""

    opened = Signal(str)
    failed = Signal(object)
    exported = Signal(object)
    #: The folder in which what was written before a cancel stays.
    stopped = Signal(object)
    #: What was done, undone or done again, in words; the action that takes it back.
    told = Signal(str, object)
    #: A job to be followed, and the words for it.
    working = Signal(object, str)

    def __init__(
        self, shared: Shared, page: QWidget, chosen: Callable[[], Selection]
    ) -> None:
        """Act on what is chosen when an action is triggered."""
        super().__init__(page)
        self._shared, self._page, self._chosen = shared, page, chosen
        self.undoing = Undoing(shared, page, self.told.emit)
        self.export = self._action("Ctrl+E", self._ask_folder)
        self.duplicate = self._action("Ctrl+D", self._duplicate)
        self.revise = self._action("", self._revise)
        self.compare = self._action("", self._compare)
        self.archive = self._action("Del", self._archive)
        self.retranslate()
        self.follow()

    @property
    def on_chosen(self) -> tuple[QAction, ...]:
        """The actions on what is chosen, as they are offered."""
        return self.export, self.compare, self.duplicate, self.revise, self.archive

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.export.setText(_("Export…"))
        self.duplicate.setText(_("Duplicate"))
        self.compare.setText(_("Compare…"))
        self.compare.setToolTip(_("With the revision before it"))
        self.revise.setText(_("Begin a revision"))
        self.undoing.retranslate()
        self.follow()

    def follow(self) -> None:
        """Offer what means something for what is chosen now."""
        _, chosen = self._shared.language.gettext, self._chosen()
        one = chosen.one
        follows = FOLLOWS[one.stands] if one else frozenset()
        self.export.setEnabled(bool(chosen.places))
        self.archive.setEnabled(bool(chosen.places))
        self.duplicate.setVisible(one is not None)
        self.duplicate.setEnabled(one is not None)
        later = one is not None and bool(one.revision)
        self.compare.setVisible(later)
        self.compare.setEnabled(later)
        self.revise.setVisible(Status.SUPERSEDED in follows)
        self.revise.setEnabled(Status.SUPERSEDED in follows)
        self.archive.setText(_("Bring back") if chosen.away else _("Archive"))

    def note_taken_in(self, names: Sequence[str]) -> None:
        """Let quotes that came in be put away again, all at once."""
        kept = tuple(names)
        self.undoing.add(
            Deed(
                lambda language: _taken_words(kept, language),
                undo=lambda: self._put(lambda: kept, len(kept), away=True),
                redo=lambda: self._put(lambda: kept, len(kept), away=False),
            )
        )

    def _action(self, key: str, do: Callable[[], None]) -> QAction:
        """Make an action of the page's."""
        action = QAction(self)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        self._page.addAction(action)
        return action

    def _duplicate(self) -> None:
        """Begin a quote with the same content, and open it."""
        from app.use_cases.issuing import duplicate  # noqa: PLC0415

        workplace = self._shared.workplace
        self._begin(lambda name: duplicate(workplace, name).record)

    def _revise(self) -> None:
        """Begin the next revision, and open it."""
        from app.use_cases.issuing import revise  # noqa: PLC0415

        workplace = self._shared.workplace
        self._begin(lambda name: revise(workplace, name).record)

    def _compare(self) -> None:
        """Show what changed since the revision before."""
        from app.use_cases.revisions import compare  # noqa: PLC0415

        one, workplace = self._chosen().one, self._shared.workplace
        if one is None:
            return
        job = self._shared.jobs.run(self, lambda _: compare(workplace, one.name))
        job.done.connect(self._show_comparison)
        job.failed.connect(self.failed)

    def _show_comparison(self, found: Compared) -> None:
        """Show two revisions beside each other."""
        from ui.quotes.compare_dialog import CompareDialog  # noqa: PLC0415

        dialog = CompareDialog(self._shared, found, self._page)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _begin(self, work: Callable[[str], QuoteRecord]) -> None:
        """Make a quote of the one that is chosen, and open it."""
        one = self._chosen().one
        if one is None:
            return
        job = self._shared.jobs.run(self, lambda _: work(one.name))
        job.done.connect(lambda record: self.opened.emit(exact(record.quote.proposal)))
        job.failed.connect(self.failed)

    def _archive(self) -> None:
        """Put the chosen quotes out of the way, or all of them back."""
        chosen, storage = self._chosen(), self._shared.workplace.storage
        places, away = chosen.places, not chosen.away
        if places:
            job = self._put(lambda: _names(storage, places), len(places), away=away)
            job.done.connect(lambda names: self._remember(names, away=away))

    def _remember(self, names: tuple[str, ...], *, away: bool) -> None:
        """Let what was put away be brought back, and the reverse, and say so."""
        language = self._shared.language
        if not names:
            return
        self.undoing.add(
            Deed(
                lambda language: _put_words(names, language, away=away),
                undo=lambda: self._put(lambda: names, len(names), away=not away),
                redo=lambda: self._put(lambda: names, len(names), away=away),
            ),
            done_words(_put_words(names, language, away=away), language),
        )

    def _put(
        self, find: Callable[[], tuple[str, ...]], count: int, *, away: bool
    ) -> Job:
        """Archive quotes, or bring them back; the job returns which moved.

        Where it is cancelled all of them stand as before.
        """
        from app.use_cases.issuing import archive_many  # noqa: PLC0415

        workplace, _ = self._shared.workplace, self._shared.language.gettext

        def put(monitor: Monitor) -> tuple[str, ...]:
            return archive_many(workplace, find(), away=away, progress=monitor.report)

        job = self._shared.jobs.run(self, put)
        job.failed.connect(self.failed)
        job.ended.connect(self._shared.quotes_changed)
        if count > _MANY:
            text = _("Archiving quotes…") if away else _("Bringing quotes back…")
            self.working.emit(job, text)
        return job

    def _ask_folder(self) -> None:
        """Ask where the PDFs go."""
        places, language = self._chosen().places, self._shared.language
        title = language.gettext("Folder")
        before = self._shared.memory.now.export_folder
        dialog = folder_dialog(self._page, title, language, before)
        dialog.fileSelected.connect(lambda folder: self.write(places, Path(folder)))
        dialog.open()

    def write(self, places: Sequence[int], folder: Path) -> Job:
        """Write the PDFs of quotes beside the window."""
        workplace = self._shared.workplace

        def work(progress: Callable[[int, int], None]) -> Exported:
            from app.use_cases.export_many import export_many  # noqa: PLC0415

            names = _names(workplace.storage, places)
            return export_many(workplace, names, folder, progress)

        job = self._shared.jobs.run(self, lambda monitor: work(monitor.report))
        job.done.connect(self.exported)
        job.failed.connect(self.failed)
        job.cancelled.connect(lambda: self.stopped.emit(folder))
        text = self._shared.language.gettext("Writing the PDFs…")
        self.working.emit(job, text)
        return job


def _names(storage: Storage, places: Sequence[int]) -> tuple[str, ...]:
    """Return what leads to the quotes at some places."""
    with storage.listing() as quotes:
        return tuple(each.name for each in quotes.rows(places))


def _put_words(names: Sequence[str], language: Language, *, away: bool) -> str:
    """Say what was put away, or brought back."""
    if away:
        text = language.ngettext(
            "archived {quote}", "archived {count} quotes", len(names)
        )
    else:
        text = language.ngettext(
            "brought back {quote}", "brought back {count} quotes", len(names)
        )
    return _named(text, names, language)


def _taken_words(names: Sequence[str], language: Language) -> str:
    """Say what came in."""
    text = language.ngettext("taken in {quote}", "taken in {count} quotes", len(names))
    return _named(text, names, language)


def _named(text: str, names: Sequence[str], language: Language) -> str:
    """Put the number of a single quote, or how many there are, into words."""
    number, revision = named(names[0])
    quote = label(number, revision or "")
    return text.format(quote=quote, count=language.number(len(names)))
