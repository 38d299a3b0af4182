"""The open quote as it is now, shown to whoever reads the screen now."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.domain.known_customer import news
from app.domain.lifecycle import label
from app.use_cases.pricing import PricedQuote
from ui.editor.editor_header import EditorHeader, Standing
from ui.editor.figures_panel import FiguresPanel
from ui.editor.opening import Opened
from ui.editor.page_actions import PageActions
from ui.editor.paper import Paper
from ui.editor.session import Session
from ui.editor.stocking import Stocking
from ui.models.figures import figures, totals
from ui.models.line_rows import LineRows
from ui.shared import Shared


class Showing(QObject):
    """Has every part of the page show the newest state, the totals first."""

    #: The open quote has this name since now.
    named = Signal(str)
    #: What the window is called while the quote is seen.
    titled = Signal(str)

    def __init__(
        self,
        shared: Shared,
        header: EditorHeader,
        paper: Paper,
        panel: FiguresPanel,
        stocking: Stocking,
        actions: PageActions,
    ) -> None:
        """Begin without a quote."""
        super().__init__(paper)
        self._shared = shared
        self._header, self._paper, self._panel = header, paper, panel
        self._stocking, self._actions = stocking, actions
        self._session: Session | None = None
        self._opened: Opened | None = None
        self._standing = Standing()
        self._rows = LineRows()
        paper.table.turned.connect(self._turn)
        for changed in (
            shared.language_changed,
            shared.customer_view_changed,
            shared.workplace_changed,
        ):
            changed.connect(self.show)

    def begin(self, session: Session, opened: Opened) -> None:
        """Show another quote from now on; `show` shows it first."""
        self._session, self._opened = session, opened
        session.changed.connect(self.show)
        record, today = opened.record, self._shared.workplace.clock.today()
        self._standing = Standing(
            status=opened.lifecycle.shown(opened.quote.proposal.valid_until, today),
            saved=record.changed.at if record else None,
            unsaved=record is None,
        )

    def end(self) -> None:
        """Show no quote any more."""
        self._session = None
        self.titled.emit("")

    def show(self, _changed: object = None) -> None:
        """Show the quote as it is now, to whoever reads the screen now."""
        session, opened = self._session, self._opened
        if session is None or opened is None:
            return
        state, reader = session.state, self._shared.reader
        shown = totals(state.priced, reader)
        self._header.monthly.setText(shown.monthly)
        self._panel.show_totals(shown)
        self._preview(state.priced, opened)
        self._stocking.follow(state.priced.catalogue)
        self._actions.follow(state)
        self._header.name_undoing()
        rows = self._rows.write(state.priced, reader)
        if session.frozen:
            rows = tuple(replace(row, offer="") for row in rows)
        self._paper.show_lines(rows, state.priced)
        contract = opened.record.contract if opened.record else None
        status = self._standing.status
        self._panel.show_figures(figures(state.priced, reader, contract, status))
        customer, kept = state.quote.proposal.customer, opened.kept
        self._paper.offer_news(news(kept, customer) if kept else ())
        self._name(session)
        self._stocking.show()

    def tell_saved(self, at: datetime) -> None:
        """Say when it was saved."""
        self._stand(replace(self._standing, saved=at, unsaved=False))

    def tell_unsaved(self) -> None:
        """Say that the newest of it is not saved."""
        self._stand(replace(self._standing, unsaved=True))

    def _turn(self, key: str) -> None:
        """Show what a pack includes, or fold it."""
        self._rows.turn(key)
        self.show()

    def _preview(self, priced: PricedQuote, opened: Opened) -> None:
        """Have the paper drawn, which goes on beside all that is painted meanwhile."""
        edition = priced.quote.proposal.language
        issued = opened.issued.get(edition, b"")
        self._panel.preview.show_quote(priced, edition, issued)

    def _name(self, session: Session) -> None:
        """Say which quote it is, and whose."""
        proposal = session.state.quote.proposal
        number = label(session.number, proposal.revision)
        if number and number != self._standing.number:
            self.named.emit(session.name)
        customer = proposal.customer.name
        self._stand(replace(self._standing, customer=customer, number=number))

    def _stand(self, standing: Standing) -> None:
        """Say in the bar where the quote stands."""
        self._standing = standing
        self._header.show_standing(standing)
        named = (standing.number, standing.customer)
        new = self._shared.language.gettext("New quote")
        self.titled.emit(" · ".join(filter(None, named)) or new)
