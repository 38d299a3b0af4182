"""Which template a quote begins from; deleting one can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.problems import Problems
from i18n import Language
from ui.jobs import Job
from ui.models.words import months
from ui.shared import Shared
from ui.undoing import Deed, Undoing, done_words
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.customer_key import hear_customer_key
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.use_cases.templates import Template

_WIDTH, _ROWS, _ROW = 460, 240, 30
_BETWEEN: Final = " · "


class TemplatesDialog(QDialog):
    """Enter begins from the chosen template; Del takes it away, and undo back."""

    #: The proposal that a quote is to begin from.
    begun = Signal(object)

    def __init__(self, shared: Shared, parent: QWidget) -> None:
        """List the templates there are."""
        super().__init__(parent)
        self._shared = shared
        self._templates: tuple[Template, ...] = ()
        self._banner = Banner(shared, within=True)
        self._undoing = Undoing(shared, self, self._banner.show_good)
        self._none = PlainLabel(kind="quiet").wrapped()
        self.list = _Names()
        self.begin = Button(shared.theme, "plus", kind="primary")
        self.drop = Button(shared.theme, "x")
        self._close = Button(shared.theme)
        hear_customer_key(self, shared)
        self._arrange()
        self._say()
        self._load()
        self._listen()

    def _arrange(self) -> None:
        """Put the names over the buttons."""
        self.setMinimumWidth(_WIDTH)
        buttons = QHBoxLayout()
        buttons.addWidget(self.drop)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._banner)
        column.addWidget(self._none, 1)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def _load(self) -> None:
        """Read the templates; a file that is none is named and left."""
        from app.use_cases.templates import all_templates  # noqa: PLC0415

        self._templates, problems = all_templates(self._shared.workplace)
        self._banner.show_problems(problems)
        self._show(0)

    def _show(self, row: int) -> None:
        """Show the templates, that row chosen as far as there is one."""
        self.list.clear()
        for template in self._templates:
            item = QListWidgetItem(self._described(template))
            item.setSizeHint(QSize(0, _ROW))
            item.setData(Qt.ItemDataRole.UserRole, template.name)
            self.list.addItem(item)
        self.list.setVisible(bool(self._templates))
        self._none.setVisible(not self._templates)
        self.list.setCurrentRow(min(row, len(self._templates) - 1))
        self._follow()

    def _listen(self) -> None:
        """Connect what can be done."""
        self.list.itemActivated.connect(self._begin)
        self.list.dropped.connect(self._delete)
        self.list.currentRowChanged.connect(self._follow)
        self.begin.clicked.connect(self._begin)
        self.begin.setDefault(True)
        self.drop.clicked.connect(self._delete)
        self._close.clicked.connect(self.reject)

    @property
    def _chosen(self) -> Template | None:
        """The template that is chosen."""
        row = self.list.currentRow()
        return self._templates[row] if row >= 0 else None

    def _begin(self) -> None:
        """Begin a quote from the chosen template."""
        chosen = self._chosen
        if chosen:
            self.accept()
            self.begun.emit(chosen.proposal)

    def _delete(self) -> None:
        """Take the chosen template away, and offer to bring it back."""
        from app.use_cases.templates import (  # noqa: PLC0415
            drop_template,
            keep_template,
        )

        chosen, workplace = self._chosen, self._shared.workplace
        if chosen is None:
            return
        name = chosen.name
        drop = partial(drop_template, workplace, name)
        keep = partial(keep_template, workplace, name, chosen.proposal)

        def words(language: Language) -> str:
            return language.gettext("template {name} deleted").format(name=name)

        def told() -> None:
            deed = Deed(words, lambda: self._do(keep), lambda: self._do(drop))
            language = self._shared.language
            self._undoing.add(deed, done_words(words(language), language))

        self._do(drop).done.connect(told)

    def _do(self, work: Callable[[], object]) -> Job:
        """Change the templates beside the window, then show those that there are."""
        from app.use_cases.templates import all_templates  # noqa: PLC0415

        workplace, row = self._shared.workplace, self.list.currentRow()

        def change() -> tuple[tuple[Template, ...], Problems]:
            work()
            return all_templates(workplace)

        job = self._shared.jobs.run(self, lambda _: change())
        job.done.connect(lambda found: self._take(found[0], row))
        job.failed.connect(self._banner.show_problems)
        return job

    def _take(self, templates: tuple[Template, ...], row: int) -> None:
        """Show the templates of now, and choose the one that is new among them."""
        known = set(self._templates)
        self._templates = templates
        new = (place for place, each in enumerate(templates) if each not in known)
        self._show(next(new, row))

    def _follow(self) -> None:
        """Offer what can be done with what is chosen."""
        chosen = self._chosen is not None
        self.begin.setEnabled(chosen)
        self.drop.setEnabled(chosen)

    def _say(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.setWindowTitle(_("New quote from a template"))
        self.list.setAccessibleName(_("Templates"))
        self._none.setText(
            _("No template yet: open a quote, then choose File, Save as template.")
        )
        self.begin.set_words(_("Begin the quote"))
        self.drop.set_words(_("Delete"))
        self._close.set_words(_("Close"))

    def _described(self, template: Template) -> str:
        """Return a template's name with what is in it."""
        language = self._shared.language
        count = sum(1 for _ in template.proposal.places())
        lines = language.ngettext("{count} line", "{count} lines", count)
        term = template.proposal.term
        parts = (
            template.name,
            lines.format(count=language.number(count)),
            months(term, language) if term else "",
        )
        return _BETWEEN.join(filter(None, parts))


class _Names(QListWidget):
    """A list of names; Del wants the current one away."""

    dropped = Signal()

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        set_kind(self, "names")
        self.setFixedHeight(_ROWS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Del; the rest chooses."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped.emit()
        else:
            super().keyPressEvent(event)
