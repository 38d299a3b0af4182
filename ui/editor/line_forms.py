"""The forms of single lines: a service, a request, an answer, a subscription."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.domain.by_term import ByTerm
from app.domain.choices import Billing, Edition, Recurrence, Term
from app.domain.localized import Localized
from app.domain.price_list import Item
from app.domain.proposal import RequestLine, ServiceLine, SubscriptionLine
from app.domain.quote import Quote
from app.wording import sentence
from i18n import N_, Language
from ui.editor.form import Form
from ui.models import typed
from ui.models.words import months
from ui.shared import Shared

_EXAMPLE = Decimal("49.95")
_BILLINGS = {Billing.MONTHLY: N_("each month"), Billing.ANNUAL: N_("each year")}
_NAME_IN = {"fr": N_("Name in French"), "en": N_("Name in English")}
_RECURRENCES = {Recurrence.ONCE: N_("one-off"), Recurrence.MONTHLY: N_("each month")}


class ServiceForm(Form):
    """W4: a service of the partner's own: what, how often, for how much."""

    def __init__(
        self, shared: Shared, line: ServiceLine, edition: Edition, parent: QWidget
    ) -> None:
        """Show a service as it is."""
        language = shared.language
        _ = language.gettext
        super().__init__(shared, _("Service"), parent)
        self._line, self._edition = line, edition
        self.names = self._name_fields(line.name)
        price = language.price(line.price) if line.price else ""
        self.price = self.line(_("Price of one, excl. VAT"), price, _example(language))
        words = [(each.value, _(text)) for each, text in _RECURRENCES.items()]
        self.recurrence = self.choice(_("Invoiced"), words, line.recurrence.value)
        self.quantity = self.line(_("Quantity"), language.number(line.quantity))
        self.discount = self.line(
            _("Discount in %"), language.number(line.discount_percent)
        )
        self.check = self._check

    @property
    def filled(self) -> ServiceLine:
        """The service as it was filled in; only once it was accepted."""
        language = self.shared.language
        quantity = typed.quantity(self.quantity.text(), language)
        return replace(
            self._line,
            name=self._named(),
            price=typed.unit_price(self.price.text(), language, self.currency)
            or Decimal(0),
            recurrence=Recurrence(self.recurrence.currentData()),
            quantity=quantity if isinstance(quantity, int) else 1,
            discount_percent=typed.percent(self.discount.text(), language)
            or Decimal(0),
        )

    def _check(self) -> str:
        """Say what is wrong first."""
        language = self.shared.language
        _ = language.gettext
        if not any(field.text().strip() for field in self.names.values()):
            first = next(iter(self.names.values()))
            return self.wrong(first, _("Give the service a name."))
        if typed.unit_price(self.price.text(), language, self.currency) is None:
            return self.wrong(self.price, not_a_price(self.price.text(), language))
        if typed.percent(self.discount.text(), language) is None:
            text = _("The discount is a percentage from 0 to 100.")
            return self.wrong(self.discount, text)
        return self.wrong(self.quantity, not_a_quantity(self.quantity.text(), language))

    def _name_fields(self, name: Localized) -> dict[str, QLineEdit]:
        """Add a field for each language of the paper, and for the window's."""
        _ = self.shared.language.gettext
        spoken = (*self._edition.languages, self.shared.language.code)
        codes = tuple(dict.fromkeys(spoken))
        if len(codes) == 1:
            return {codes[0]: self.line(_("Name"), name.best(codes[0]))}
        return {code: self.line(_(_NAME_IN[code]), name.get(code)) for code in codes}

    def _named(self) -> Localized:
        """Return the names; one that is left empty is that of the other language."""
        said = {code: field.text().strip() for code, field in self.names.items()}
        one = next(filter(None, said.values()), "")
        before = self._line.name
        alike = {
            code: one
            for code, text in before.texts
            if text == before.best(next(iter(said)))
        }
        named = {code: text or one for code, text in said.items()}
        return Localized.of({**dict(before.texts), **alike, **named})


class RequestForm(Form):
    """W11: hardware outside the lists, in words."""

    def __init__(
        self, shared: Shared, line: RequestLine, edition: Edition, parent: QWidget
    ) -> None:
        """Show a request as it is."""
        language = shared.language
        _ = language.gettext
        super().__init__(shared, _("Special request"), parent)
        self._line, self._edition = line, edition
        self.label(_("The quote stays provisional until the distributor answers."))
        self.words = self.text(_("What is wanted"), line.text.best(language.code))
        self.quantity = self.line(_("Quantity"), language.number(line.quantity))
        self.check = self._check

    @property
    def filled(self) -> RequestLine:
        """The request as it was filled in; only once it was accepted."""
        language = self.shared.language
        quantity = typed.quantity(self.quantity.text(), language)
        return replace(
            self._line,
            text=typed.named(
                self._line.text, self._said(), language.code, self._edition
            ),
            quantity=quantity if isinstance(quantity, int) else 1,
        )

    def _said(self) -> str:
        """Return the request as one line."""
        return " ".join(self.words.toPlainText().split())

    def _check(self) -> str:
        """Say what is wrong first."""
        if not self._said():
            text = self.shared.language.gettext("Say what is wanted.")
            return self.wrong(self.words, text)
        wrong = not_a_quantity(self.quantity.text(), self.shared.language)
        return self.wrong(self.quantity, wrong)


class AnswerForm(RequestForm):
    """W11: the distributor's answer: a price for each term, and the commission.

    The commission is not shown, and stays as it is, where a customer looks on.
    """

    def __init__(
        self, shared: Shared, quote: Quote, line: RequestLine, parent: QWidget
    ) -> None:
        """Show a request with the answer it has so far."""
        super().__init__(shared, line, quote.proposal.language, parent)
        language = shared.language
        _ = language.gettext
        self._quote = quote
        self.label(_("The distributor’s answer; an empty price is not offered."))
        held: ByTerm[Decimal] = line.answer or ByTerm()
        self.prices = [self._price(term, held.at(term), language) for term in Term]
        self.commission: QLineEdit | None = None
        if not shared.customer_view:
            known = quote.answer_commission(line.id)
            text = "" if known is None else language.price(known)
            self.commission = self.line(_("Your commission for one"), text)
            self.keep_secret(self.commission)
        self.check = self._check_all

    def changed(self, quote: Quote) -> Quote:
        """Return the quote with request, answer and commission as filled in."""
        language = self.shared.language
        prices = [
            typed.unit_price(field.text(), language, self.currency)
            for field in self.prices
        ]
        answer: ByTerm[Decimal] = ByTerm(*prices)
        line = replace(self.filled, answer=answer or None)
        requests = tuple(
            line if each.id == line.id else each
            for each in quote.proposal.special_requests
        )
        proposal = replace(quote.proposal, special_requests=requests)
        commissions = self._commissions(quote, line)
        return replace(quote, proposal=proposal, answer_commissions=commissions)

    def _price(self, term: Term, held: Decimal | None, language: Language) -> QLineEdit:
        """Add the field of one term's price."""
        text = language.gettext("{months}, per month").format(
            months=months(term, language)
        )
        shown = "" if held is None else language.price(held)
        return self.line(text, shown, _example(language))

    def _commissions(
        self, quote: Quote, line: RequestLine
    ) -> tuple[tuple[str, Decimal], ...]:
        """Return the commissions with this one; without an answer it has none."""
        if self.commission is None and line.answer is not None:
            return quote.answer_commissions
        others = [pair for pair in quote.answer_commissions if pair[0] != line.id]
        text = self.commission.text() if self.commission else ""
        value = typed.amount(text, self.shared.language, self.currency)
        if value is not None and line.answer is not None:
            others.append((line.id, value))
        return tuple(others)

    def _check_all(self) -> str:
        """Say what is wrong first."""
        language = self.shared.language
        for field in self.prices:
            text = field.text().strip()
            if text and typed.unit_price(text, language, self.currency) is None:
                return self.wrong(field, not_a_price(text, language))
        text = self.commission.text().strip() if self.commission else ""
        wrong = text and typed.amount(text, language, self.currency) is None
        if self.commission and wrong:
            return self.wrong(self.commission, not_a_price(text, language))
        return self._check()


class SubscriptionForm(Form):
    """M1: how a subscription is billed, and what it is called."""

    def __init__(
        self,
        shared: Shared,
        line: SubscriptionLine,
        item: Item | None,
        parent: QWidget,
    ) -> None:
        """Show a subscription as it is."""
        language = shared.language
        _ = language.gettext
        super().__init__(shared, _("Subscription"), parent)
        self._line = line
        allowed = (item.billing if item else ()) or tuple(Billing)
        words = [(each.value, _(_BILLINGS[each])) for each in allowed]
        self.billing: QComboBox = self.choice(_("Invoiced"), words, line.billing.value)
        self.name = self.line(_("Name that tells it apart"), line.name)
        self.quantity = self.line(_("Licences"), language.number(line.quantity))
        self.check = lambda: self.wrong(
            self.quantity, not_a_quantity(self.quantity.text(), language)
        )

    @property
    def filled(self) -> SubscriptionLine:
        """The subscription as it was filled in; only once it was accepted."""
        quantity = typed.quantity(self.quantity.text(), self.shared.language)
        return replace(
            self._line,
            billing=Billing(self.billing.currentData()),
            name=self.name.text().strip(),
            quantity=quantity if isinstance(quantity, int) else 1,
        )


def blank_request(line_id: str) -> RequestLine:
    """Return a request without words."""
    return RequestLine(id=line_id, quantity=1, text=Localized())


def _example(language: Language) -> str:
    """Say how a price is written, in words that are taken for no value."""
    words = language.gettext("like {example}")
    return words.format(example=language.price(_EXAMPLE))


def not_a_price(text: str, language: Language) -> str:
    """Say that a text is no price, and how one is written."""
    words = language.gettext("“{value}” is not a price: write it like {example}.")
    return words.format(value=text.strip(), example=language.price(_EXAMPLE))


def not_a_quantity(text: str, language: Language) -> str:
    """Say that a text is no quantity; '' where it is one."""
    found = typed.quantity(text, language)
    return "" if isinstance(found, int) else sentence(found, language)
