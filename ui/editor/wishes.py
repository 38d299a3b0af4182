"""What is wished for a line of the quote, done: added, removed, opened, counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.choices import ServiceType
from app.domain.edits import removed, with_quantity, with_sku
from app.domain.localized import Localized
from app.domain.proposal import (
    AnyLine,
    OptionLine,
    PackLine,
    Proposal,
    RequestLine,
    ServiceLine,
    SubscriptionLine,
)
from app.domain.rules.whole import times_at_first
from app.wording import sentence
from i18n import Language
from i18n.language import LANGUAGES
from ui.editor import rearranging
from ui.editor.form import Form
from ui.editor.line_forms import (
    AnswerForm,
    RequestForm,
    ServiceForm,
    SubscriptionForm,
    blank_request,
)
from ui.editor.session import Session
from ui.editor.why_dialog import WhyDialog
from ui.models import typed
from ui.models.addables import SERVICES, Addable
from ui.models.adding import line_of, new_id, there_already, with_line
from ui.models.edit_words import line_name
from ui.models.why import Reasons, why_line, why_monthly
from ui.shared import Shared


class Wishes(QObject):
    """Turns wishes into edits of the session, asking by forms where it must."""

    added = Signal(str)
    refused = Signal(str)
    #: A line to go to; '' leads nowhere.
    led_to = Signal(str)

    def __init__(self, shared: Shared, page: QWidget) -> None:
        """Begin without a quote."""
        super().__init__(page)
        self._shared, self._page = shared, page
        self.session: Session | None = None
        #: The lines before the quantity now being typed, and as it left them.
        self._typing: tuple[Proposal, Proposal] | None = None

    def accepts(self, text: str) -> bool:
        """Tell whether a text is a quantity, and say why where it is not."""
        return self._quantity(text) is not None

    def quantity_typed(self, key: str, text: str) -> bool:
        """Take a quantity as it was typed so far; False where it is none.

        Each counts from the lines before the first, until the quantity is settled:
        on the way to 15, a 1 makes no option go along that did not before.
        """
        found = self._quantity(text)
        if found is None or not self.session:
            return False
        before = now = self.session.state.quote.proposal
        if self._typing and self._typing[1] == now:
            before = self._typing[0]
        after = with_quantity(before, key, found)
        self._typing = before, after
        self.session.edit(lambda _: after)
        return True

    def quantity_settled(self) -> None:
        """Let what is typed next count from the lines of then."""
        self._typing = None

    def spin(self, key: str, step: int) -> None:
        """Count a line up or down within what a quantity may be."""
        line = self.line(key)
        if line and self.session:
            count = max(1, min(line.quantity + step, typed.MOST_QUANTITY))
            self.session.edit(lambda proposal: with_quantity(proposal, key, count))

    def remove(self, key: str) -> None:
        """Remove a line; undo brings it back."""
        if self.session and self.line(key):
            self.session.edit(lambda proposal: removed(proposal, key))

    def duplicate(self, key: str) -> None:
        """Put a copy of a line right after it, and go there."""
        if self.session and self.line(key):
            self.led_to.emit(rearranging.duplicate(self.session, key))

    def move(self, key: str, by: int) -> None:
        """Put a line further up or down among its like; it stays the chosen one."""
        if self.session and self.line(key):
            rearranging.move(self.session, key, by)
            self.led_to.emit(key)

    def paste(self, text: str, key: str) -> None:
        """Add the rows of a spreadsheet; what is not found in the lists is said."""
        language = self._shared.language
        if self.session and text.strip():
            last, problems = rearranging.paste(self.session, text, key, language)
            self.led_to.emit(last)
            self.refused.emit(" ".join(sentence(each, language) for each in problems))

    def explain(self, key: str = "") -> None:
        """Say why a line, and the whole, costs what it costs."""
        session, shared = self.session, self._shared
        if session is None:
            return
        priced = session.state.priced

        def reasons() -> list[Reasons]:
            reader = shared.reader
            line = why_line(priced, key, reader) if key else None
            return [*([line] if line else []), why_monthly(priced, reader)]

        dialog = WhyDialog(shared, reasons, self._page)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def follow(self, place: str, sku: str) -> None:
        """Put its successor into the place of an item that is sold no more."""
        if self.session:
            self.session.edit(lambda proposal: with_sku(proposal, place, sku))

    def offer_installation(self) -> None:
        """W2: ask for an installation."""
        self._new_service(ServiceType.INSTALLATION)

    def toggle(self, key: str) -> None:
        """Make a line optional, or count it."""
        line = self.line(key)
        if line and self.session and not line.alternative_to:
            self.session.toggle_optional(key)

    def instead_of(self, key: str, other: str) -> None:
        """Make a line an alternative to another, '' for a line of its own."""
        if self.session:
            self.session.edit_line(
                key, lambda line: replace(line, alternative_to=other, optional=False)
            )

    def add(self, wanted: Addable) -> None:
        """Add what was chosen; services and requests are asked for first."""
        if self.session is None:
            return
        proposal = self.session.state.quote.proposal
        if wanted.service is not None:
            self._new_service(wanted.service)
        elif wanted.request:
            self._new_request()
        elif there := there_already(proposal, wanted):
            self.added.emit(there)
        else:
            self._add(line_of(proposal, wanted), wanted.pack_id)

    def open(self, key: str) -> None:
        """Open the form of a line that has one."""
        line, session = self.line(key), self.session
        if session is None:
            return
        if isinstance(line, ServiceLine):
            edition = session.state.quote.proposal.language
            form = ServiceForm(self._shared, line, edition, self._page)
            self._ask(form, lambda: self._put(form.filled))
        elif isinstance(line, SubscriptionLine):
            item = session.catalogue.item(line.sku)
            asked = SubscriptionForm(self._shared, line, item, self._page)
            self._ask(asked, lambda: self._put(asked.filled))
        elif isinstance(line, RequestLine):
            answer = AnswerForm(self._shared, session.state.quote, line, self._page)
            self._ask(answer, lambda: session.edit_quote(answer.changed))

    def _quantity(self, text: str) -> int | None:
        """Return a quantity as it was typed; where it is none, say why."""
        found = typed.quantity(text, self._shared.language)
        if isinstance(found, int):
            self.refused.emit("")
            return found
        self.refused.emit(sentence(found, self._shared.language))
        return None

    def line(self, key: str) -> AnyLine | None:
        """Return a line by its id."""
        if self.session is None:
            return None
        places = self.session.state.quote.proposal.places()
        return next((line for _, line in places if line.id == key), None)

    def asks_quantity(self, key: str) -> bool:
        """Tell whether a line has no form in which its quantity was typed."""
        return isinstance(self.line(key), PackLine | OptionLine | SubscriptionLine)

    def menu(self, key: str, at: QPoint) -> None:
        """Show what can be done with a line."""
        line, _ = self.line(key), self._shared.language.gettext
        if line is None:
            return
        menu = QMenu(self._page)
        if isinstance(line, ServiceLine | RequestLine | SubscriptionLine):
            menu.addAction(_("Edit…"), lambda: self.open(key))
        optional = _("Count in the totals") if line.optional else _("Make optional")
        action = menu.addAction(f"{optional}\tO", lambda: self.toggle(key))
        action.setEnabled(not line.alternative_to)
        self._alternatives(menu, line)
        twice, why = _("Duplicate"), _("Why this amount?")
        menu.addAction(f"{twice}\tCtrl+D", lambda: self.duplicate(key))
        menu.addAction(f"{why}\t?", lambda: self.explain(key))
        menu.addSeparator()
        remove, key_name = _("Remove"), _("Del")
        menu.addAction(f"{remove}\t{key_name}", lambda: self.remove(key))
        menu.popup(at)

    def _alternatives(self, menu: QMenu, line: AnyLine) -> None:
        """Offer to make a line an alternative to one of its like, or firm again."""
        _ = self._shared.language.gettext
        if line.alternative_to:
            menu.addAction(_("A line of its own"), lambda: self.instead_of(line.id, ""))
            return
        others = [each for each in self._like(line) if each.firm]
        if others:
            sub = menu.addMenu(_("Alternative to"))
            for other in others:
                stand_in = partial(self.instead_of, line.id, other.id)
                sub.addAction(self._name(other), stand_in)

    def _like(self, line: AnyLine) -> list[AnyLine]:
        """Return the lines that this one could stand for: of its kind and pack."""
        if self.session is None:
            return []
        proposal = self.session.state.quote.proposal
        if isinstance(line, OptionLine):
            packs = [pack for pack in proposal.packs if line in pack.options]
            found: list[AnyLine] = [each for pack in packs for each in pack.options]
        else:
            found = [each for _, each in proposal.places() if type(each) is type(line)]
        return [each for each in found if each.id != line.id]

    def _name(self, line: AnyLine) -> str:
        """Return what to call a line."""
        code = self._shared.language.code
        return line_name(line, self.session.catalogue, code) if self.session else ""

    def _new_service(self, kind: ServiceType) -> None:
        """Ask for a new service."""
        if self.session is None:
            return
        name = dict(SERVICES)[kind]
        spoken = {code: Language(code).gettext(name) for code in LANGUAGES}
        texts = Localized() if kind is ServiceType.OTHER else Localized.of(spoken)
        line = ServiceLine(
            id=new_id(),
            quantity=times_at_first(kind, self.session.state.priced.resolved),
            name=texts,
            price=Decimal(0),
            type=kind,
        )
        edition = self.session.state.quote.proposal.language
        form = ServiceForm(self._shared, line, edition, self._page)
        self._ask(form, lambda: self._add(form.filled))

    def _new_request(self) -> None:
        """Ask for a new request."""
        if self.session:
            edition = self.session.state.quote.proposal.language
            line = blank_request(new_id())
            form = RequestForm(self._shared, line, edition, self._page)
            self._ask(form, lambda: self._add(form.filled))

    def _add(self, line: AnyLine, under: str = "") -> None:
        """Add a line and say which."""
        if self.session:
            self.session.edit(lambda proposal: with_line(proposal, line, under))
            self.added.emit(line.id)

    def _put(self, line: AnyLine) -> None:
        """Put a line in the place of the one with its id."""
        if self.session:
            self.session.edit_line(line.id, lambda _: line)

    def _ask(self, form: Form, then: Callable[[], None]) -> None:
        """Open a form, and go on when it was accepted."""
        if self.session:
            form.currency = self.session.state.priced.offer.currency
        form.accepted.connect(then)
        form.finished.connect(form.deleteLater)
        form.open()
