"""An export says what the paper lacks of its maker, and leads to where it is set."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.choices import Edition
from app.domain.localized import Localized
from app.use_cases.bundled import sample_quote
from app.use_cases.identity import NEEDED, missing
from app.wording import place_words
from i18n import Language
from tests.ui.conftest import Bench
from tests.ui.editor.hands import dialog, open_sample
from tests.ui.hands import click, field, seen
from ui.editor.export_dialog import ExportDialog
from ui.editor.page import EditorPage


def asked(qtbot: QtBot, bench: Bench) -> ExportDialog:
    page = bench.window.findChild(EditorPage)
    assert page is not None
    bench.window.go("editor")
    open_sample(qtbot, page, bench.shared)
    page.actions_on.export.trigger()
    found = dialog(qtbot, page)
    assert isinstance(found, ExportDialog)
    return found


def test_a_fresh_install_is_led_to_the_settings(qtbot: QtBot, bench: Bench) -> None:
    found = asked(qtbot, bench)
    texts = " ".join(label.text() for label in found.findChildren(QLabel))
    assert "Missing on the paper, among your particulars: Company name, " in texts
    assert found.go.isEnabled()
    qtbot.mouseClick(found.complete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bench.window.at == "settings")


@pytest.mark.parametrize(
    ("language", "said", "name"),
    [
        ("en", "Missing on the paper", "Company name"),
        ("fr", "Absents du document", "Nom de l’entreprise"),
    ],
)
def test_all_that_is_missing_is_named_and_the_first_field_is_gone_to(
    qtbot: QtBot, bench: Bench, language: str, said: str, name: str
) -> None:
    bench.shared.languages.choose(Language.of(language, "BE"))
    found = asked(qtbot, bench)
    (notice,) = [each for each in seen(found, QLabel) if said in each.text()]
    lacks = missing(bench.shared.workplace)
    named = [place_words(each.where, bench.shared.language) for each in lacks]
    assert all(each in notice.text() for each in named)
    assert len(notice.text().splitlines()) == 2
    assert notice.height() >= notice.heightForWidth(notice.width())
    click(found.complete)
    assert bench.window.at == "settings"
    assert QApplication.focusWidget() is field(bench.window, name)


def test_the_first_that_is_missing_is_gone_to(qtbot: QtBot, bench: Bench) -> None:
    settings = bench.shared.workplace.settings
    for key in NEEDED[:-1]:
        settings = settings.changed(key, "something")
    bench.shared.keep_settings(settings)
    click(asked(qtbot, bench).complete)
    assert QApplication.focusWidget() is field(bench.window, "Your e-mail")


def test_a_paper_without_a_company_is_written_all_the_same(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    found = asked(qtbot, bench)
    found.folder.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(found.written, timeout=10_000):
        click(found.go)
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_what_was_written_is_said_without_a_gap(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    dialog = asked(qtbot, bench)
    dialog.folder.setText(str(tmp_path))
    with qtbot.waitSignal(dialog.written):
        click(dialog.go)
    qtbot.waitUntil(lambda: dialog.height() == dialog.sizeHint().height())
    said = next(e for e in seen(dialog, QLabel) if e.text() == "The PDF is written.")
    frame, corner = said.parentWidget(), QPoint()
    assert frame is not None
    field = dialog.folder.mapTo(dialog, corner)
    assert frame.mapTo(dialog, corner).x() == field.x()


def test_the_folder_of_the_last_time_is_proposed_while_it_is_there(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    memory = bench.shared.memory
    memory.keep(replace(memory.now, export_folder=str(tmp_path)))
    first = asked(qtbot, bench)
    assert first.folder.text() == str(tmp_path)
    first.folder.setText(str(tmp_path / "other"))
    with qtbot.waitSignal(first.written, timeout=10_000):
        click(first.go)
    assert memory.now.export_folder == str(tmp_path / "other")
    memory.keep(replace(memory.now, export_folder=str(tmp_path / "gone")))
    gone = ExportDialog(bench.shared, first._quote, first._before, bench.window)
    assert gone.folder.text().endswith("Documents")


def test_nothing_is_said_where_nothing_is_missing(qtbot: QtBot, bench: Bench) -> None:
    settings = bench.shared.workplace.settings
    for each in missing(bench.shared.workplace):
        settings = settings.changed(each.where, "something")
    bench.shared.keep_settings(settings)
    found = asked(qtbot, bench)
    assert not found.complete.isVisible()
    found.reject()


def test_a_text_that_a_ticked_language_lacks_is_named(
    qtbot: QtBot, bench: Bench
) -> None:
    page = bench.window.findChild(EditorPage)
    assert page is not None
    bench.window.go("editor")
    quote = sample_quote()
    service = replace(
        quote.proposal.partner_services[0], name=Localized.of({"fr": "Pose"})
    )
    proposal = replace(quote.proposal, partner_services=(service,))
    open_sample(qtbot, page, bench.shared, replace(quote, proposal=proposal))
    page.actions_on.export.trigger()
    found = dialog(qtbot, page)
    assert isinstance(found, ExportDialog)
    assert not found.silent.isVisible()
    found.editions[Edition.EN].toggle()
    assert "“Pose” has no text in English" in found.silent.text()
    assert found.silent.isVisible()
    QApplication.processEvents()
    box = found.editions[Edition.EN]
    assert box.height() >= box.sizeHint().height()
    box.toggle()
    assert not found.silent.isVisible()


def test_what_the_paper_cannot_draw_is_said_before_it_is_written(
    qtbot: QtBot, bench: Bench
) -> None:
    page = bench.window.findChild(EditorPage)
    assert page is not None
    bench.window.go("editor")
    open_sample(qtbot, page, bench.shared)
    customer = field(page, "Customer")
    customer.selectAll()
    QApplication.clipboard().setText("Café \U0001f600")
    qtbot.keyClick(customer, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(customer, Qt.Key.Key_Tab)
    page.actions_on.export.trigger()
    found = dialog(qtbot, page)
    assert isinstance(found, ExportDialog)
    qtbot.waitUntil(found.odd.isVisible)
    assert "Café \U0001f600" in found.odd.text()
