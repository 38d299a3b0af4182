"""All that is kept of a customer, to be filled in."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.domain.choices import Edition, Segment
from app.domain.known_customer import (
    FIELDS,
    Contact,
    KnownCustomer,
    as_texts,
    of_texts,
)
from app.use_cases.customers import doubts
from app.wording import sentence
from app.wording.customers import EDITIONS, FIELD_NAMES, SEGMENTS
from i18n.countries import is_country
from ui.editor.form import Form
from ui.shared import Shared
from ui.widgets.cover import Cover
from ui.widgets.plain_label import PlainLabel

_PARTS = 4


class CustomerForm(Form):
    """Asks for every field; numbers that cannot be right are said, and taken."""

    def __init__(
        self, shared: Shared, title: str, known: KnownCustomer, parent: QWidget
    ) -> None:
        """Show a customer as it is kept."""
        super().__init__(shared, title, parent)
        self.fields: dict[str, QLineEdit | QComboBox | QPlainTextEdit] = {}
        self._doubt = PlainLabel(kind="error").wrapped()
        texts = as_texts(known)
        for name in FIELDS:
            self._add(name, texts[name])
        _ = shared.language.gettext
        hint = _("One a line: name; position; e-mail; phone")
        lines = "\n".join(map(_line_of, known.contacts))
        self.contacts = self.text(_("Other contacts"), lines)
        self.contacts.setPlaceholderText(hint)
        self.contacts.setAccessibleDescription(hint)
        self.check = self._check
        self._say_doubts()
        Cover(self, shared)

    def filled(self) -> KnownCustomer:
        """Return the customer as it was filled in."""
        texts = {name: _text_of(field) for name, field in self.fields.items()}
        texts["country"] = texts["country"].upper()
        lines = self.contacts.toPlainText().splitlines()
        return of_texts(texts, tuple(_contact(line) for line in lines if line.strip()))

    def _add(self, name: str, text: str) -> None:
        """Add the field of that name; a sentence follows the numbers."""
        language = self.shared.language
        label = language.gettext(FIELD_NAMES[name])
        if name == "segment":
            words = [(each.value, language.gettext(SEGMENTS[each])) for each in Segment]
            self.fields[name] = self.choice(label, words, text)
        elif name == "language":
            none = ("", language.gettext("as the window"))
            words = [(each.value, language.gettext(EDITIONS[each])) for each in Edition]
            self.fields[name] = self.choice(label, [none, *words], text)
        elif name == "delivery_address":
            self.fields[name] = self.text(label, text)
        else:
            field = self.fields[name] = self.line(label, text)
            field.editingFinished.connect(self._say_doubts)
        if name == "enterprise_number":
            self.wide(self._doubt)

    def _say_doubts(self) -> None:
        """Say which numbers cannot be right; they are taken all the same."""
        if "contact" in self.fields:
            found = doubts(self.filled())
            said = [sentence(each, self.shared.language) for each in found]
            self._doubt.setText(" ".join(said))
        self._doubt.setVisible(bool(self._doubt.text()))

    def _check(self) -> str:
        """Say what is missing, or no country."""
        customer, _ = self.filled().customer, self.shared.language.gettext
        if not customer.name:
            return self.wrong(self.fields["name"], _("Give the customer a name."))
        if customer.country and not is_country(customer.country):
            text = _("Write the country as two letters, like BE.")
            return self.wrong(self.fields["country"], text)
        return ""


def _text_of(field: QLineEdit | QComboBox | QPlainTextEdit) -> str:
    """Return what a field holds."""
    if isinstance(field, QComboBox):
        return str(field.currentData())
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText().strip()
    return " ".join(field.text().split())


def _line_of(contact: Contact) -> str:
    """Return a contact as one line."""
    parts = (contact.name, contact.role, contact.email, contact.phone)
    return "; ".join(parts).rstrip("; ")


def _contact(line: str) -> Contact:
    """Read a line; what follows the phone belongs to it."""
    parts = [part.strip() for part in line.split(";", _PARTS - 1)]
    return Contact(*parts)
