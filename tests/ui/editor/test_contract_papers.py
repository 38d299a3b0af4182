"""The papers of the contract, from the editor of an accepted quote."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.choices import Edition, Status, Term
from app.domain.contract import Contract, CreditCheck, Outcome
from app.use_cases import issuing
from app.use_cases.quotes import find
from i18n import Language
from tests.ui.conftest import System
from tests.ui.editor.hands import closed, dialog, focused, open_sample
from tests.ui.editor.test_issued_quotes import firm, handed_over, reopened
from tests.ui.hands import click, seen, settle
from ui.editor.contract_form import ContractForm
from ui.editor.extension_field import ExtensionField
from ui.editor.page import EditorPage
from ui.editor.papers_dialog import PapersDialog
from ui.editor.signatory_fields import SignatoryFields
from ui.shared import Shared

#: 540 points less what the system draws around a window.
SMALL = 500


@pytest.fixture
def accepted(qtbot: QtBot, page: EditorPage, shared: Shared) -> str:
    """The number of an accepted quote, open in the editor."""
    number = open_sample(qtbot, page, shared, firm())
    issuing.issue(shared.workplace, number, [Edition.FR])
    issuing.accept(shared.workplace, number)
    reopened(qtbot, page, number)
    qtbot.waitUntil(page.lifecycle.papers.isVisible)
    return number


def asked(qtbot: QtBot, page: EditorPage) -> PapersDialog:
    found = dialog(qtbot, page)
    assert isinstance(found, PapersDialog)
    return found


def written(qtbot: QtBot, found: PapersDialog, folder: Path) -> list[Path]:
    """Have the files written and return where they are."""
    found.destination.folder.setText(str(folder))
    with qtbot.waitSignal(found.written, timeout=10_000) as told:
        click(found.go)
    assert found.papers.buttons.show_folder.isVisible()
    assert told.args is not None
    return list(told.args[0])


def said(found: PapersDialog) -> str:
    return " ".join(label.text() for label in seen(found, QLabel))


def test_only_an_accepted_quote_offers_papers_of_a_contract(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    number = open_sample(qtbot, page, shared, firm())
    issuing.issue(shared.workplace, number, [Edition.FR])
    reopened(qtbot, page, number)
    qtbot.waitUntil(page.lifecycle.accept.isVisible)
    assert not page.lifecycle.papers.isVisible()
    assert not page.lifecycle.contract.isVisible()


def test_the_order_asks_who_signs_and_names_what_it_lacks(
    qtbot: QtBot, page: EditorPage, accepted: str, tmp_path: Path, system: System
) -> None:
    page.lifecycle.order.trigger()
    found = asked(qtbot, page)
    (fields,) = seen(found, SignatoryFields)
    qtbot.waitUntil(fields.notice.isVisible)
    assert fields.field("name").hasFocus()
    assert "Signatory’s position" in fields.warning
    qtbot.keyClicks(fields.field("function"), "Director")
    assert "Signatory’s position" not in fields.warning
    fields.field("name").setText("Zoé Lefèvre")
    paths = written(qtbot, found, tmp_path)
    assert [each.name for each in paths] == [
        f"{accepted}-order-fr.pdf",
        f"{accepted}-order.json",
        f"{accepted}-order.csv",
    ]
    assert focused() is found.papers.buttons.open
    click(found.papers.buttons.open)
    assert system.opened == paths[:1]
    signatory = json.loads(paths[1].read_bytes())["signatory"]
    assert signatory["name"] == "Zoé Lefèvre"
    assert signatory["function"] == "Director"
    qtbot.keyClick(found, Qt.Key.Key_Escape)


@pytest.mark.usefixtures("accepted")
def test_an_order_fits_a_screen_of_540_points_before_and_after(
    qtbot: QtBot, page: EditorPage, shared: Shared, tmp_path: Path
) -> None:
    shared.languages.choose(Language("fr", "BE"))
    page.lifecycle.order.trigger()
    found = asked(qtbot, page)
    (fields,) = seen(found, SignatoryFields)
    qtbot.waitUntil(fields.notice.isVisible)
    assert height(found) <= SMALL
    written(qtbot, found, tmp_path)
    qtbot.waitUntil(lambda: height(found) <= SMALL)
    assert not seen(found, SignatoryFields)
    assert found.papers.buttons.open.isVisible()
    qtbot.keyClick(found, Qt.Key.Key_Escape)


def height(found: PapersDialog) -> int:
    """Return what a dialog wants at its width."""
    layout = found.layout()
    assert layout is not None
    return layout.totalHeightForWidth(found.width())


def test_an_order_that_cannot_be_says_so_at_once(
    qtbot: QtBot, page: EditorPage, shared: Shared, accepted: str
) -> None:
    issuing.take_back(shared.workplace, accepted)
    page.lifecycle.order.trigger()
    found = asked(qtbot, page)
    (fields,) = seen(found, SignatoryFields)
    qtbot.waitUntil(fields.notice.isVisible)
    assert "record first that the customer accepted" in fields.warning
    qtbot.keyClick(found, Qt.Key.Key_Escape)


@pytest.mark.usefixtures("accepted")
def test_papers_open_as_they_are_to_be_and_once(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    for action in (page.lifecycle.order, page.lifecycle.extension):
        action.trigger()
        action.trigger()
        found = asked(qtbot, page)
        before = found.size()
        settle(qtbot, shared)
        assert found.size() == before
        others = [each for each in page.findChildren(PapersDialog) if each.isVisible()]
        assert others == [found]
        qtbot.keyClick(found, Qt.Key.Key_Escape)
        closed(qtbot, page, found)


def test_the_end_sheet_is_written_in_the_ticked_languages(
    qtbot: QtBot, page: EditorPage, accepted: str, tmp_path: Path
) -> None:
    page.lifecycle.end.trigger()
    found = asked(qtbot, page)
    assert not seen(found, SignatoryFields)
    boxes = found.destination.editions
    boxes[Edition.FR].click()
    assert not found.go.isEnabled()
    boxes[Edition.EN].click()
    paths = written(qtbot, found, tmp_path)
    assert [each.name for each in paths] == [f"{accepted}-end-en.pdf"]
    qtbot.waitUntil(lambda: "The file is written." in said(found))
    qtbot.keyClick(found, Qt.Key.Key_Escape)


def test_what_cannot_be_written_is_said(
    qtbot: QtBot, page: EditorPage, shared: Shared, accepted: str, tmp_path: Path
) -> None:
    page.lifecycle.order.trigger()
    found = asked(qtbot, page)
    issuing.take_back(shared.workplace, accepted)
    found.destination.folder.setText(str(tmp_path / "out"))
    click(found.go)
    qtbot.waitUntil(found.go.isEnabled)
    assert not (tmp_path / "out").exists()
    assert found.go.isVisible()
    qtbot.keyClick(found, Qt.Key.Key_Escape)


def test_who_signs_is_asked_once(
    qtbot: QtBot, page: EditorPage, shared: Shared, accepted: str, tmp_path: Path
) -> None:
    page.lifecycle.order.trigger()
    found = asked(qtbot, page)
    (fields,) = seen(found, SignatoryFields)
    fields.field("name").setText("Zoé Lefèvre")
    fields.field("function").setText("Gérante")
    written(qtbot, found, tmp_path)
    kept = find(shared.workplace, accepted).record.contract.signatory
    assert (kept.name, kept.function) == ("Zoé Lefèvre", "Gérante")
    qtbot.keyClick(found, Qt.Key.Key_Escape)
    closed(qtbot, page, found)
    settle(qtbot, shared)
    page.lifecycle.order.trigger()
    again = asked(qtbot, page)
    (fields,) = seen(again, SignatoryFields)
    assert fields.field("function").text() == "Gérante"
    qtbot.keyClick(again, Qt.Key.Key_Escape)


@pytest.mark.usefixtures("accepted")
def test_the_order_dialog_speaks_the_language_of_now(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    page.lifecycle.order.trigger()
    found = asked(qtbot, page)
    shared.languages.choose(Language.of("fr", "BE"))
    qtbot.waitUntil(lambda: found.windowTitle() == "Bon de commande")
    assert found.cancel.accessibleName() == "Annuler"
    qtbot.keyClick(found, Qt.Key.Key_Escape)


def test_the_days_of_the_contract_are_kept_and_said(
    qtbot: QtBot, page: EditorPage, shared: Shared, accepted: str
) -> None:
    today = shared.workplace.clock.today()
    click(page.lifecycle.contract)
    form = dialog(qtbot, page)
    assert isinstance(form, ContractForm)
    signed = form.days["customer_signed_on"]
    assert not signed.day.isEnabled()
    qtbot.keyClick(signed.box, Qt.Key.Key_Space)
    assert signed.value == today
    qtbot.keyClicks(form.credit.outcome, "app")
    form.accept()

    def kept() -> Contract:
        return find(shared.workplace, accepted).record.contract

    qtbot.waitUntil(lambda: kept().under_way)
    assert kept() == Contract(
        credit=CreditCheck(Outcome.GRANTED, today), customer_signed_on=today
    )

    def said() -> str:
        return " ".join(label.text() for label in seen(page.lifecycle, QLabel))

    qtbot.waitUntil(lambda: "Still open: signature of the distributor." in said())
    shared.show_customer(True)
    assert "Still open" not in said()
    assert not page.lifecycle.contract.isVisible()
    shared.show_customer(False)
    click(page.lifecycle.take_back)
    qtbot.waitUntil(page.paper.faults.isVisible)
    assert find(shared.workplace, accepted).record.lifecycle.status is Status.ACCEPTED


@pytest.mark.parametrize("granted", [True, False])
def test_w1_the_commission_says_whether_it_is_due_or_lost(
    qtbot: QtBot, page: EditorPage, shared: Shared, accepted: str, *, granted: bool
) -> None:
    assert page.figures.own.due.text().startswith("due after credit approval")
    today = shared.workplace.clock.today()
    click(page.lifecycle.contract)
    form = dialog(qtbot, page)
    assert isinstance(form, ContractForm)
    qtbot.keyClicks(form.credit.outcome, "app" if granted else "ref")
    for name in ("customer_signed_on", "distributor_signed_on"):
        qtbot.keyClick(form.days[name].box, Qt.Key.Key_Space)
    form.accept()
    day = shared.language.date(today).replace(" ", "\u00a0")
    said = f"due on {day}" if granted else "lost: the credit check was refused"
    qtbot.waitUntil(lambda: page.figures.own.due.text() == said)
    shared.show_customer(True)
    assert page.figures.own.due.text() == ""
    assert accepted


@pytest.mark.parametrize("declined", [True, False])
def test_w1_a_quote_without_a_contract_earns_nothing(
    qtbot: QtBot, page: EditorPage, shared: Shared, *, declined: bool
) -> None:
    number = handed_over(qtbot, page, shared)
    workplace = shared.workplace
    if declined:
        issuing.decline(workplace, number, "too dear")
    else:
        issuing.revise(workplace, number)
        issuing.issue(workplace, f"{number}-B", [Edition.FR])
    reopened(qtbot, page, f"{number}-A")
    said = "declined" if declined else "a later revision took its place"
    qtbot.waitUntil(lambda: said in page.figures.own.due.text())
    assert "nothing is due" in page.figures.own.due.text()


@pytest.mark.usefixtures("accepted")
def test_a_day_before_the_acceptance_is_refused_in_the_form(
    qtbot: QtBot, page: EditorPage
) -> None:
    click(page.lifecycle.contract)
    form = dialog(qtbot, page)
    assert isinstance(form, ContractForm)
    delivered = form.days["delivered_on"]
    delivered.box.click()
    delivered.day.setDate(delivered.day.date().addDays(-1))
    form.accept()
    assert form.isVisible()
    said = " ".join(label.text() for label in seen(form, QLabel))
    assert "comes before the acceptance" in said
    form.reject()


def test_an_extension_is_offered_by_as_many_months_as_can_be(
    qtbot: QtBot, page: EditorPage, shared: Shared, tmp_path: Path
) -> None:
    proposal = replace(firm().proposal, term=Term.MONTHS_12)
    short = replace(firm(), proposal=proposal)
    number = open_sample(qtbot, page, shared, short)
    issuing.issue(shared.workplace, number, [Edition.FR])
    issuing.accept(shared.workplace, number)
    reopened(qtbot, page, number)
    qtbot.waitUntil(page.lifecycle.papers.isVisible)
    page.lifecycle.extension.trigger()
    found = asked(qtbot, page)
    (field,) = seen(found, ExtensionField)
    qtbot.waitUntil(lambda: field.months.count() > 1)
    assert field.months.currentText() == "24 months"
    field.months.setCurrentIndex(0)
    paths = written(qtbot, found, tmp_path)
    assert [each.name for each in paths] == [f"{number}-extension-12-fr.pdf"]
    qtbot.keyClick(found, Qt.Key.Key_Escape)


@pytest.mark.usefixtures("accepted")
def test_what_cannot_be_extended_says_so_at_once(
    qtbot: QtBot, page: EditorPage
) -> None:
    page.lifecycle.extension.trigger()
    found = asked(qtbot, page)
    (field,) = seen(found, ExtensionField)
    qtbot.waitUntil(field.refusal.isVisible)
    assert "cannot be extended" in field.refusal.text()
    assert not field.months.isVisible()
    for asked_no_more in (found.destination, found.go):
        assert not asked_no_more.isVisible()
    assert found.cancel.text() == "Close"
    qtbot.keyClick(found, Qt.Key.Key_Escape)


def test_f9_covers_the_contract_and_what_was_typed_comes_back(
    qtbot: QtBot, page: EditorPage, shared: Shared, accepted: str
) -> None:
    click(page.lifecycle.contract)
    form = dialog(qtbot, page)
    assert isinstance(form, ContractForm)
    qtbot.waitUntil(form.isActiveWindow)
    form.credit.outcome.setCurrentIndex(2)
    form.credit.outcome.setFocus()
    qtbot.keyClick(form, Qt.Key.Key_F9)
    assert shared.customer_view
    said = [each.text() for each in seen(form, QLabel)]
    assert len(said) == 1
    assert said[0].startswith("Hidden while a customer looks on.")
    assert not form.credit.isVisible()
    assert not form.buttons.isVisible()
    qtbot.keyClick(form, Qt.Key.Key_Return)
    assert form.isVisible()
    qtbot.keyClick(form, Qt.Key.Key_F9)
    assert form.credit.isVisible()
    assert form.credit.outcome.hasFocus()
    assert form.credit.outcome.currentIndex() == 2
    assert len(seen(form, QLabel)) > 1
    form.reject()
    assert accepted


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_no_key_confirms_what_is_covered(
    qtbot: QtBot, page: EditorPage, shared: Shared, accepted: str, key: Qt.Key
) -> None:
    click(page.lifecycle.contract)
    form = dialog(qtbot, page)
    qtbot.waitUntil(form.isActiveWindow)
    qtbot.keyClick(form, Qt.Key.Key_F9)
    assert shared.customer_view
    keyed = QApplication.focusWidget()
    assert keyed is not None
    qtbot.keyClick(keyed, key)
    assert form.isVisible()
    form.reject()
    assert accepted


def test_what_comes_up_under_the_cover_waits_there(
    qtbot: QtBot, page: EditorPage, shared: Shared, accepted: str
) -> None:
    del accepted
    click(page.lifecycle.contract)
    form = dialog(qtbot, page)
    assert isinstance(form, ContractForm)
    late = QLabel("120,00 €", form)
    late.hide()
    qtbot.waitUntil(form.isActiveWindow)
    qtbot.keyClick(form, Qt.Key.Key_F9)
    assert shared.customer_view
    late.show()
    assert late not in seen(form, QLabel)
    qtbot.keyClick(form, Qt.Key.Key_F9)
    assert late in seen(form, QLabel)
    qtbot.keyClick(form, Qt.Key.Key_Escape)
