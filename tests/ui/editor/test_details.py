"""What the form of details takes and keeps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.editor.hands import KEY, dialog, open_sample
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
