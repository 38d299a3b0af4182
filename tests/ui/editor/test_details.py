"""What the form of details takes and keeps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from i18n import Language
from tests.ui.editor.hands import KEY, begin_new, dialog, open_sample
from ui.editor.details_form import DetailsForm
from ui.editor.page import EditorPage
from ui.shared import Shared


def test_another_delivery_address_is_kept_line_by_line(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    qtbot.mouseClick(page.paper.fields.details, Qt.MouseButton.LeftButton)
    form = dialog(qtbot, page)
    assert isinstance(form, DetailsForm)
    qtbot.keyClicks(form.delivery, "Quai 3")
    qtbot.keyClick(form.delivery, KEY.Key_Return)
    qtbot.keyClicks(form.delivery, "4000 Liege")
    qtbot.keyClick(form.name, KEY.Key_Return)
    session = page.wishes.session
    assert session is not None
    assert session.state.quote.proposal.delivery_address == "Quai 3\n4000 Liege"


def test_a_form_is_never_higher_than_the_screen(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    qtbot.mouseClick(page.paper.fields.details, Qt.MouseButton.LeftButton)
    form = dialog(qtbot, page)
    assert form.height() <= form.screen().availableGeometry().height() * 0.9


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("en", "Details…", "does not look like a VAT number of BE"),
        ("fr", "Détails…", "ne ressemble pas à un numéro de TVA"),
    ],
)
def test_the_country_is_there_and_a_doubtful_vat_number_is_said(
    qtbot: QtBot, page: EditorPage, shared: Shared, language: str, words: str, said: str
) -> None:
    shared.languages.choose(Language.of(language, "BE"))
    begin_new(qtbot, page)
    button = page.paper.fields.details
    assert (button.text(), button.accessibleName()) == (words, words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    form = dialog(qtbot, page)
    assert isinstance(form, DetailsForm)
    qtbot.waitUntil(form.isActiveWindow)
    assert form.country.text() == "BE"
    assert form.doubt.isHidden()
    form.name.setText("Lefevre")
    form.vat.setFocus()
    qtbot.keyClicks(form.vat, "BE0123")
    qtbot.keyClick(form.vat, KEY.Key_Tab)
    assert form.doubt.isVisible()
    assert said in form.doubt.text()
    qtbot.keyClick(form.name, KEY.Key_Return)
    session = page.wishes.session
    assert session is not None
    customer = session.state.quote.proposal.customer
    assert (customer.country, customer.vat_number) == ("BE", "BE0123")
