"""What is said before the PDFs are written, and where they go."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import settings
from i18n import Language
from tests.ui.conftest import Bench, MakeBench
from tests.ui.editor.hands import KEY, dialog, open_sample
from tests.ui.hands import button, click, field, press
from ui.editor.export_dialog import ExportDialog
from ui.editor.page import EditorPage

WORDS = {
    "en": ("Open settings…", "not name your company", "Company name"),
    "fr": ("Ouvrir les réglages…", "pas votre entreprise", "Nom de l’entreprise"),
}


def asked(qtbot: QtBot, bench: Bench) -> ExportDialog:
    """Open the sample quote in the window, and ask for its PDFs."""
    page = bench.window.findChild(EditorPage)
    assert page is not None
    open_sample(qtbot, page, bench.shared)
    bench.window.go("editor")
    press(bench.window, KEY.Key_E, ctrl=True)
    found = dialog(qtbot, page)
    assert isinstance(found, ExportDialog)
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_missing_company_leads_to_its_field(
    qtbot: QtBot, make_bench: MakeBench, language: str
) -> None:
    bench = make_bench()
    bench.shared.languages.choose(Language.of(language, "BE"))
    found = asked(qtbot, bench)
    name, said, company = WORDS[language]
    assert said in found.missing._texts.text()
    assert "partner." not in found.missing._texts.text()
    assert found.go.isEnabled()
    click(button(found, name))
    assert bench.window.at == "settings"
    assert QApplication.focusWidget() is field(bench.window, company)


def test_a_paper_without_a_company_is_written_all_the_same(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    found = asked(qtbot, bench)
    found.folder.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(found.written, timeout=10_000):
        click(found.go)
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_the_folder_of_the_last_time_is_proposed_while_it_is_there(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    memory = bench.shared.memory
    memory.keep_export_folder(str(tmp_path))
    first = asked(qtbot, bench)
    assert first.folder.text() == str(tmp_path)
    first.folder.setText(str(tmp_path / "other"))
    with qtbot.waitSignal(first.written, timeout=10_000):
        click(first.go)
    assert memory.now.export_folder == str(tmp_path / "other")
    memory.keep_export_folder(str(tmp_path / "gone"))
    gone = ExportDialog(bench.shared, first._quote, bench.window)
    assert gone.folder.text().endswith("Documents")


def test_nothing_is_said_of_a_whole_identity(qtbot: QtBot, bench: Bench) -> None:
    with as_file(files("resources") / "sample") as folder:
        bench.shared.keep_settings(settings.read(folder))
    found = asked(qtbot, bench)
    assert found.missing.isHidden()
