"""Where the keyboard goes in the editor: to what can be added, the lines, and back."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.editor.add_panel import AddPanel
from ui.editor.body import Body
from ui.editor.paper import Paper
from ui.editor.wishes import Wishes


class Travel(QObject):
    """Leads on to where work goes on, and lets alone who is further on by now."""

    def __init__(
        self, body: Body, adding: AddPanel, paper: Paper, wishes: Wishes, page: QWidget
    ) -> None:
        """Follow what is done in the columns of a page."""
        super().__init__(page)
        self._body, self._adding, self._paper = body, adding, paper
        self._wishes, self._page = wishes, page
        #: Whether a quantity is typed for what was just added.
        self._counts = False
        adding.left.connect(self._to_the_lines)
        paper.adding.connect(self.search)
        paper.fields.customer.returnPressed.connect(self._after_customer)
        paper.table.settled.connect(self._search_on)
        wishes.added.connect(self._ask_quantity)

    def begin(self, *, saved: bool) -> None:
        """Go where work begins: a new quote's customer, a saved quote's lines."""
        customer, search = self._paper.fields.customer, self._adding.search
        # Who typed meanwhile is further on by now.
        ahead = [search] if saved else [search, customer]
        if self._page.focusWidget() in ahead:
            return
        if saved:
            self._paper.focus_lines()
        else:
            customer.setFocus()

    def search(self) -> None:
        """Bring up what can be added, and search in it."""
        self._body.show_left(on=True)
        self._adding.focus_search()

    def _to_the_lines(self) -> None:
        """Leave what can be added for the lines."""
        self._body.show_left(on=False)
        self._paper.focus_lines()

    def _after_customer(self) -> None:
        """Go on where a quote goes on: to its lines, or to its first one."""
        session = self._wishes.session
        if session and any(session.state.quote.proposal.places()):
            self._paper.focus_lines()
        else:
            self.search()

    def _ask_quantity(self, key: str) -> None:
        """Go to the line just added, and straight into its quantity."""
        self._paper.choose(key)
        if self._wishes.asks_quantity(key):
            self._counts = True
            self._paper.focus_lines()
            self._paper.table.edit_quantity()

    def _search_on(self, by_key: bool) -> None:
        """Go on searching once the quantity of what was added is typed.

        Who clicked somewhere else stays there.
        """
        going_on, self._counts = self._counts and by_key, False
        if going_on:
            self._adding.focus_search()
