"""The editor: one quote at a time, from the first line to the PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.known_customer import KnownCustomer, taken_over
from app.domain.problems import Problems, error, warning
from app.domain.proposal import Proposal
from ui.editor.add_panel import WIDTH as LIST_WIDTH
from ui.editor.add_panel import AddPanel
from ui.editor.body import Body
from ui.editor.dialogs import Dialogs
from ui.editor.editor_header import EditorHeader
from ui.editor.fields import Change
from ui.editor.figures_panel import WIDTH as FIGURES_WIDTH
from ui.editor.figures_panel import FiguresPanel
from ui.editor.hasty import Hasty
from ui.editor.issuing import Issuing
from ui.editor.keys import ADD, DOCUMENT, NEXT_PROBLEM, NEXT_TERM, REMEDY
from ui.editor.lifecycle_bar import LifecycleBar
from ui.editor.loading import Loading
from ui.editor.opening import Opened
from ui.editor.page_actions import PageActions
from ui.editor.paper import Paper
from ui.editor.session import Session
from ui.editor.showing import Showing
from ui.editor.stocking import Stocking
from ui.editor.travel import Travel
from ui.editor.unread import Unread
from ui.editor.wishes import Wishes
from ui.models.stock import Stock, Wanted
from ui.models.words import Reader
from ui.shared import Shared

_LIST_FOLDS_BELOW, _FIGURES_FOLD_BELOW = 1100, 960


class EditorPage(QWidget):
    """Arranges the editor, and brings, changes and leaves the quote it is on."""

    settings_wanted = Signal(str)
    #: A backup is to take the place of what cannot be read.
    restore_wanted = Signal()
    #: What leads to the saved quote that the page is on now.
    opened = Signal(str)
    closed = Signal()

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin without a quote: `open` or `new` bring one."""
        super().__init__(parent)
        self._shared = shared
        self._session: Session | None = None
        self._opened: Opened | None = None
        self._warned = False
        #: What kept the newest from being saved, as it was told.
        self._missed: Problems = ()
        #: What was entered into a new quote that is still being begun.
        self._early: list[Change] = []
        self.wishes = Wishes(shared, self)
        self.actions_on = PageActions(shared, self)
        self._loading = Loading(shared, self)
        self.header = EditorHeader(shared, self.actions_on.keyed)
        self.lifecycle = LifecycleBar(shared)
        self._issuing = Issuing(shared, self.lifecycle, self)
        self.adding = AddPanel(shared)
        self._hasty = Hasty(self.adding.search, self)
        self.paper = Paper(shared, self.wishes)
        self._stocking = Stocking(
            shared, self.adding, lambda: self.paper.table.chosen_key, self
        )
        self._dialogs = Dialogs(
            shared, self, self.paper.faults, self.paper.commit, self.flush
        )
        self.figures = FiguresPanel(shared)
        columns = (self.adding, self.paper, self.figures)
        self.body = Body(shared, columns, (LIST_WIDTH, FIGURES_WIDTH))
        self._travel = Travel(self.body, self.adding, self.paper, self.wishes, self)
        self._showing = Showing(
            shared,
            self.header,
            self.paper,
            self.figures,
            self._stocking,
            self.actions_on,
        )
        self._showing.named.connect(self.opened)
        self._showing.titled.connect(self.setWindowTitle)
        self._unread = Unread(shared)
        self._arrange()
        self._listen()
        self.retranslate()

    def open(self, number: str, *, again: bool = False) -> None:
        """Open the saved quote with that number; `again` where it is open already."""
        if self._let_go():
            self._loading.open(number, again=again)

    def new(
        self, customer: KnownCustomer | None = None, template: Proposal | None = None
    ) -> None:
        """Begin a quote; it gets a number with the first that is entered.

        Who is typed before its prices are read is not lost.
        """
        if not self._let_go():
            return
        self._loading.new(customer, template)
        self.paper.clear()
        if customer is None:
            self.paper.fields.customer.setFocus()

    def tell(self, text: str, undo: QAction | None = None) -> None:
        """Say over the quote what went well elsewhere."""
        self.paper.faults.show_good(text, undo)

    def explain(self, problems: Problems) -> None:
        """Say over the quote what is to be known."""
        self.paper.faults.show_problems(problems)

    def _let_go(self) -> bool:
        """Let the quote go for another, unless it has to stay."""
        if not self.may_leave():
            return False
        self.close_quote()
        self._early.clear()
        self._hasty.hold()
        self._places.setCurrentIndex(0)
        return True

    @property
    def offer(self) -> tuple[Stock, Wanted, Reader] | None:
        """What could be added to the quote, for whoever reads; None where nothing."""
        return self._stocking.offer

    def leave(self) -> None:
        """Save what waits and say that the page is done, unless it has to stay."""
        if self.may_leave():
            self.close_quote()
            self.closed.emit()

    def may_leave(self) -> bool:
        """Save what waits; where that fails the quote stays once, and says why."""
        # Whoever closed what was said of it reads it again.
        why, self._missed = self._missed, ()
        may = self.flush() or self._warned
        self._warned = not may
        if why and not may:
            self._tell_missed(why)
        return may

    def close_quote(self) -> bool:
        """Let the quote go; tell whether all of it is saved."""
        self._finish_beginning()
        if self._session is None:
            return not self._early
        self.paper.commit()
        self.figures.preview.close_down()
        whole = self._session.close()
        self._session.deleteLater()
        self._session = self.wishes.session = None
        self._dialogs.end()
        self._stocking.end()
        self._showing.end()
        self._shared.quotes_changed.emit()
        return whole

    def flush(self) -> bool:
        """Wait for all that was typed; tell whether it is saved."""
        self._finish_beginning()
        if self._session is None:
            return not self._early
        typed = self.paper.commit()
        return self._session.flush() and typed

    def _finish_beginning(self) -> None:
        """Wait for a new quote to be there, where something was entered already."""
        if self._session is None:
            self.paper.commit()
            if self._early:
                self._loading.finish()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.actions_on.name(self._session.state if self._session else None)
        self.header.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Fold first the list, then the figures; what is frozen needs no list."""
        width = self.window().width()
        frozen = self._session is not None and self._session.frozen
        folds = frozen or width < _LIST_FOLDS_BELOW, width < _FIGURES_FOLD_BELOW
        self.header.fold(
            self.width(), list_folds=folds[0] and not frozen, figures_fold=folds[1]
        )
        self.body.fold(left=folds[0], right=folds[1])

    def _arrange(self) -> None:
        """Put the bar over the three columns, and what may stand in their place."""
        whole = QWidget()
        self._places = QStackedLayout(self)
        self._places.addWidget(whole)
        self._places.addWidget(self._unread)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.lifecycle)
        column.addWidget(self.body, 1)

    def _listen(self) -> None:
        """Connect the parts of the page."""
        self._listen_to_the_bar()
        self._listen_to_what_is_read()
        self._listen_to_the_quote()
        self._listen_to_what_is_asked()
        self._listen_to_keys()
        self._listen_to_shared()

    def _listen_to_the_bar(self) -> None:
        """Do what the menu and the bar over the quote offer."""
        actions = self.actions_on
        actions.undo.triggered.connect(self._undo)
        actions.redo.triggered.connect(self._redo)
        actions.export.triggered.connect(self._dialogs.export)
        actions.commission.triggered.connect(self._dialogs.write_commission)
        actions.template.triggered.connect(self._dialogs.keep_template)
        self.header.back.clicked.connect(self.leave)
        self.header.add.clicked.connect(self._travel.search)
        self.header.figures.toggled.connect(lambda on: self.body.show_right(on=on))

    def _listen_to_what_is_read(self) -> None:
        """Follow the quote that comes, and the lists that price it."""
        self._loading.opened.connect(self._begin)
        self._loading.repriced.connect(self._reprice)
        self._loading.failed.connect(self._give_up)
        self._unread.begun.connect(self.leave)
        self._unread.again_wanted.connect(self._loading.again)
        self._unread.restore_wanted.connect(self.restore_wanted)
        self._stocking.failed.connect(self.explain)
        self._stocking.comparable.connect(
            lambda on: self.paper.offer_comparison(offered=on)
        )

    def _listen_to_the_quote(self) -> None:
        """Take what is changed in the three columns, and lead on from there."""
        self.adding.wanted.connect(self.wishes.add)
        self.paper.edited.connect(self._edit)
        self.paper.details_wanted.connect(self._dialogs.ask_details)
        self.paper.chosen.connect(self._stocking.show)
        self.paper.compare_wanted.connect(self._dialogs.compare)
        self.paper.news_wanted.connect(self._take_news)
        self.figures.terms.wanted.connect(self.paper.wish_term)
        self.figures.preview.wanted.connect(self._dialogs.show_document)
        self.figures.monthly.clicked.connect(self.wishes.explain)

    def _listen_to_what_is_asked(self) -> None:
        """Follow a quote that is handed over, signed or answered."""
        self.lifecycle.sign_wanted.connect(self._dialogs.sign)
        self._issuing.moved.connect(self.open)
        self._issuing.failed.connect(self.explain)
        self._dialogs.issued.connect(self._reopen)
        self._dialogs.failed.connect(self.explain)
        self._dialogs.settings_wanted.connect(self.settings_wanted)

    def _listen_to_keys(self) -> None:
        """Hear the keys of the page."""
        keyed = {
            ADD: self._travel.search,
            NEXT_PROBLEM: self.paper.next_problem,
            REMEDY: self.paper.do_remedy,
            DOCUMENT: self._dialogs.show_document,
            NEXT_TERM: self.figures.terms.take_next,
        }
        for keys, slot in keyed.items():
            # Wherever the focus is: a page that is not shown has no keys.
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(slot)

    def _listen_to_shared(self) -> None:
        """Follow how things look, and what they cost."""
        self._shared.theme_changed.connect(self._restyle)
        self._shared.prices_changed.connect(self._take_prices)

    def _begin(self, opened: Opened, stock: Stock | None) -> None:
        """Begin to edit what was opened."""
        workplace, record = self._shared.workplace, opened.record
        session = Session(workplace, opened.catalogue, opened.quote, record, self)
        session.saved.connect(self._saved)
        session.failed.connect(self._miss)
        session.refused.connect(self._refuse_change)
        self._opened = opened
        self._session = self.wishes.session = session
        self._dialogs.begin(session, opened)
        self._stocking.begin(session, opened, stock)
        self._showing.begin(session, opened)
        self._warned, self._missed = False, ()
        self._issuing.show_record(record, signed=opened.signed)
        self.paper.freeze(on=session.frozen)
        self.adding.setEnabled(not session.frozen)
        self.header.add.setEnabled(not session.frozen)
        self._places.setCurrentIndex(0)
        self._fold()
        self.paper.begin()
        early, self._early = self._early, []
        for change in early:
            session.edit(change)
        self._showing.show()
        self._travel.begin(saved=record is not None)
        self._hasty.release()

    def _saved(self, at: datetime) -> None:
        """Say when it was saved; only a commit brings us here, also one on leaving."""
        if self._session is None:
            return
        self._warned, self._missed = False, ()
        self.paper.unsaved.clear()
        self._showing.tell_saved(at)

    def _miss(self, problems: Problems) -> None:
        """Say once why it could not be saved; it stays here, and is tried again."""
        if problems != self._missed:
            self._missed = problems
            self._tell_missed(problems)
        if self._session:
            self._showing.tell_unsaved()

    def _tell_missed(self, problems: Problems) -> None:
        """Say why it is not saved, and once it was to be left what that gives up."""
        lost = (warning("left_unsaved"),) if self._warned else ()
        self.paper.unsaved.show_problems((*problems, *lost))

    def _give_up(self, problems: Problems) -> None:
        """Say why nothing was read; where no quote is there, in its place."""
        self._hasty.release()
        self._stocking.give_up()
        if self._session or self._early:
            self.explain(problems)
            return
        self.actions_on.follow(None)
        self._unread.tell(problems)
        self._places.setCurrentWidget(self._unread)
        self._unread.setFocus()

    def _refuse_change(self) -> None:
        """Say that what was handed over stays, and show it as it is."""
        if self._session:
            number = self._session.number
            self.paper.faults.show_problems((error("quote_issued", number=number),))
            self._showing.show()

    def _edit(self, change: Change) -> None:
        """Change the quote from a field."""
        if self._session:
            self._session.edit(change)
        elif self._loading.takes_edits:
            self._early.append(change)

    def _take_news(self) -> None:
        """Let the quote say what is kept of its customer by now."""
        kept = self._opened.kept if self._opened else None
        if self._session and kept:
            self._session.edit(
                lambda p: replace(p, customer=taken_over(kept, p.customer))
            )

    def _undo(self) -> None:
        """Go back one edit, and say no more what was wrong with it."""
        if self._session:
            self.wishes.refused.emit("")
            self._session.undo()

    def _redo(self) -> None:
        """Take an undone edit again."""
        if self._session:
            self._session.redo()

    def _take_prices(self) -> None:
        """Open the quote again: other lists are current now."""
        if self._session and self._session.number:
            self._reopen()
        elif self._session:
            self._stocking.withdraw()
            self._loading.reprice()

    def _reopen(self) -> None:
        """Open this very revision as it is saved by now."""
        if self._session:
            self.open(self._session.name, again=True)

    def _reprice(self, lists: Catalogue) -> None:
        """Go on under other lists."""
        if self._session:
            self._session.reprice(lists)

    def _restyle(self) -> None:
        """Take the looks of now."""
        self.adding.restyle()
        self.figures.restyle()
        self.paper.restyle()
