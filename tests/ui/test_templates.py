"""A quote's lines kept under a name, and another quote begun from them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.domain.proposal import Proposal
from app.use_cases.templates import all_templates, keep_template
from app.use_cases.workplace import Workplace
from tests.ui.conftest import Bench
from tests.ui.hands import add_quote, press, seen, settle, texts, write
from ui.editor.page import EditorPage
from ui.editor.template_form import TemplateForm
from ui.quotes.templates_dialog import TemplatesDialog
from ui.widgets.banner import Banner

KEY = Qt.Key


def _editor(bench: Bench) -> EditorPage:
    found = bench.window.findChild(EditorPage)
    assert found is not None
    return found


def _proposal(editor: EditorPage) -> Proposal:
    assert editor.wishes.session is not None
    return editor.wishes.session.state.quote.proposal


def _shown(bench: Bench, qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    def found() -> list[QDialog]:
        return [each for each in bench.window.findChildren(kind) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def _open(bench: Bench, qtbot: QtBot, number: str) -> EditorPage:
    editor = _editor(bench)
    editor.open(number)
    bench.window.go("editor")
    qtbot.waitUntil(lambda: editor.wishes.session is not None)
    return editor


def _keep(bench: Bench, qtbot: QtBot, name: str) -> TemplateForm:
    bench.window.menus.actions["template"].trigger()
    form = _shown(bench, qtbot, TemplateForm)
    assert isinstance(form, TemplateForm)
    write(form.name_field, name)
    press(form.name_field, KEY.Key_Return)
    return form


def _wait(qtbot: QtBot, workplace: Workplace, name: str) -> None:
    def names() -> list[str]:
        return [each.name for each in all_templates(workplace)[0]]

    qtbot.waitUntil(lambda: names() == [name], timeout=20_000)


def _choose(bench: Bench, qtbot: QtBot) -> TemplatesDialog:
    bench.window.menus.actions["new_from"].trigger()
    dialog = _shown(bench, qtbot, TemplatesDialog)
    assert isinstance(dialog, TemplatesDialog)
    return dialog


def test_the_lines_of_a_quote_begin_another(
    bench: Bench, qtbot: QtBot, workplace: Workplace
) -> None:
    editor = _open(bench, qtbot, add_quote(workplace, "Chantepluie"))
    before = _proposal(editor)
    _keep(bench, qtbot, "Bureau type")
    _wait(qtbot, workplace, "Bureau type")
    (kept,), problems = all_templates(workplace)
    assert (kept.name, problems) == ("Bureau type", ())
    qtbot.waitUntil(lambda: any("Bureau type" in each for each in texts(editor)))
    dialog = _choose(bench, qtbot)
    press(dialog.list, KEY.Key_Return)
    qtbot.waitUntil(lambda: _proposal(editor).customer.name == "")
    begun = _proposal(editor)
    assert begun.packs == before.packs
    assert begun.number == ""
    assert editor.paper.fields.customer.text() == ""


def test_a_name_that_is_taken_is_replaced_only_when_confirmed(
    bench: Bench, qtbot: QtBot, workplace: Workplace
) -> None:
    _open(bench, qtbot, add_quote(workplace, "Chantepluie"))
    _keep(bench, qtbot, "Office")
    _wait(qtbot, workplace, "Office")
    form = _keep(bench, qtbot, "office")
    assert form.isVisible()
    assert any("OK again" in each for each in texts(form))
    press(form.name_field, KEY.Key_Return)
    _wait(qtbot, workplace, "office")


def test_a_deleted_template_comes_back(
    bench: Bench, qtbot: QtBot, workplace: Workplace
) -> None:
    _open(bench, qtbot, add_quote(workplace, "Chantepluie"))
    _keep(bench, qtbot, "Office")
    _wait(qtbot, workplace, "Office")
    proposal = all_templates(workplace)[0][0].proposal
    keep_template(workplace, "Atelier", proposal)
    dialog, before = _choose(bench, qtbot), all_templates(workplace)
    press(dialog.list, KEY.Key_Down)
    press(dialog.list, KEY.Key_Delete)
    settle(qtbot, bench.shared)
    assert [each.name for each in all_templates(workplace)[0]] == ["Atelier"]
    assert any("Done: template Office deleted" in each for each in texts(dialog))
    press(dialog.list, KEY.Key_Delete)
    settle(qtbot, bench.shared)
    assert all_templates(workplace) == ((), ())
    assert not dialog.begin.isEnabled()
    (said,) = seen(dialog, Banner)
    qtbot.waitUntil(lambda: said.height() <= said.heightForWidth(said.width()))
    for _ in range(2):
        press(dialog, KEY.Key_Z, ctrl=True)
        settle(qtbot, bench.shared)
    assert all_templates(workplace) == before
    assert dialog.list.currentRow() == 1
    assert any("Undone: template Office deleted" in each for each in texts(dialog))
    press(dialog, KEY.Key_Y, ctrl=True)
    settle(qtbot, bench.shared)
    assert [each.name for each in all_templates(workplace)[0]] == ["Atelier"]
    dialog.reject()


def test_a_damaged_template_is_named_and_left(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    bad = tmp_path / "templates" / "bad.json"
    bad.parent.mkdir()
    bad.write_text("{", "utf-8")
    dialog = _choose(bench, qtbot)
    assert any(str(bad) in each for each in texts(dialog))
    assert any("No template yet" in each for each in texts(dialog))
    assert bad.read_text("utf-8") == "{"
