"""The palette in the window: what it offers, does, and keeps from a customer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTableView,
)
from pytestqt.qtbot import QtBot

from i18n import Language
from tests.ui.conftest import Bench
from tests.ui.hands import add_quote, press, seen, settle, write
from ui.editor.line_forms import ServiceForm
from ui.editor.page import EditorPage
from ui.palette.palette import Palette

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(bench: Bench, qtbot: QtBot) -> Palette:
    """Press the key, and wait for all that can be found."""
    QApplication.processEvents()
    # Without a window manager nothing is active once a dialog has closed.
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    press(bench.window, Qt.Key.Key_K, ctrl=True)
    settle(qtbot, bench.shared)
    return bench.window.findChildren(Palette)[-1]


def titles(palette: Palette) -> list[str]:
    rows = range(palette.model.rowCount())
    return [palette.model.item(row).text() for row in rows]


def spoken(palette: Palette) -> str:
    role = Qt.ItemDataRole.AccessibleTextRole
    rows = range(palette.model.rowCount())
    return "\n".join(str(palette.model.item(row).data(role)) for row in rows)


def saved(bench: Bench, qtbot: QtBot, *customers: str) -> list[str]:
    numbers = [add_quote(bench.shared.workplace, each, "Offre") for each in customers]
    bench.shared.quotes_changed.emit()
    settle(qtbot, bench.shared)
    return numbers


def shown(bench: Bench, qtbot: QtBot) -> EditorPage:
    """Return the editor once it is on a quote."""
    page = bench.window.page
    assert isinstance(page, EditorPage)
    qtbot.waitUntil(lambda: page.wishes.session is not None)
    return page


def test_a_quote_is_found_by_its_customer_and_opened(
    bench: Bench, qtbot: QtBot
) -> None:
    number, _ = saved(bench, qtbot, "Menuiserie Lefèvre", "Garage Noël")
    palette = opened(bench, qtbot)
    write(palette.field, "lefev")
    assert titles(palette) == [number]
    assert "Menuiserie Lefèvre · Offre" in spoken(palette)
    press(palette.field, Qt.Key.Key_Return)
    page = shown(bench, qtbot)
    assert number in page.windowTitle()


def test_an_action_is_done_and_one_that_cannot_be_done_is_not_offered(
    bench: Bench, qtbot: QtBot
) -> None:
    palette = opened(bench, qtbot)
    write(palette.field, "undo")
    assert titles(palette) == []
    assert palette.chosen is None
    press(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    write(palette.field, "settings")
    assert "Ctrl+5" in spoken(palette)
    press(palette.field, Qt.Key.Key_Return)
    assert bench.window.at == "settings"


def test_escape_closes_and_does_nothing(bench: Bench, qtbot: QtBot) -> None:
    palette = opened(bench, qtbot)
    write(palette.field, "settings")
    press(palette.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not bench.window.findChildren(Palette))
    assert bench.window.at == "quotes"


def test_arrows_choose(bench: Bench, qtbot: QtBot) -> None:
    palette = opened(bench, qtbot)
    first, second = titles(palette)[:2]
    assert palette.chosen
    assert palette.chosen.title == first
    press(palette.field, Qt.Key.Key_Down)
    assert palette.chosen.title == second
    assert second in palette.field.accessibleDescription()


def test_what_arrows_chose_stays_chosen_before_a_customer(
    bench: Bench, qtbot: QtBot
) -> None:
    saved(bench, qtbot, "Menuiserie Lefèvre", "Garage Noël")
    palette = opened(bench, qtbot)
    for typed in ("", "2026"):
        write(palette.field, typed)
        press(palette.field, Qt.Key.Key_Down)
        second = titles(palette)[1]
        for _ in ("hidden", "shown again"):
            press(palette, Qt.Key.Key_F9)
            assert palette.field.accessibleDescription().startswith(second)
        bench.window.resize(bench.window.width() - 40, bench.window.height())
        QApplication.processEvents()
        assert palette.field.accessibleDescription().startswith(second)


def test_recent_quotes_come_first(bench: Bench, qtbot: QtBot) -> None:
    older, _ = saved(bench, qtbot, "Menuiserie Lefèvre", "Garage Noël")
    palette = opened(bench, qtbot)
    assert older not in titles(palette)[:1]
    write(palette.field, older)
    press(palette.field, Qt.Key.Key_Return)
    shown(bench, qtbot)
    bench.window.go("quotes")
    settle(qtbot, bench.shared)
    assert titles(opened(bench, qtbot))[0] == older
    menu = bench.window.menus.recent
    menu.aboutToShow.emit()
    (action,) = menu.actions()
    assert action.text() == f"{older} · Menuiserie Lefèvre · Offre"
    action.trigger()
    assert bench.window.at == "editor"
    shown(bench, qtbot)
    assert bench.shared.memory.now.recent == (f"{older}-A",)


def test_the_menu_says_when_nothing_was_opened(bench: Bench) -> None:
    menu = bench.window.menus.recent
    menu.aboutToShow.emit()
    (action,) = menu.actions()
    assert not action.isEnabled()


def test_an_item_is_added_to_the_open_quote(bench: Bench, qtbot: QtBot) -> None:
    saved(bench, qtbot, "Menuiserie Lefèvre")
    palette = opened(bench, qtbot)
    write(palette.field, "WAAS-NB-M")
    assert titles(palette) == []
    write(palette.field, "lefevre")
    press(palette.field, Qt.Key.Key_Return)
    page = shown(bench, qtbot)
    settle(qtbot, bench.shared)
    session = page.wishes.session
    assert session is not None
    before = len(session.state.quote.proposal.packs)
    palette = opened(bench, qtbot)
    write(palette.field, "WAAS-NB-M")
    assert "Add to the quote" in spoken(palette)
    assert "€" in spoken(palette)
    press(palette.field, Qt.Key.Key_Return)
    assert len(session.state.quote.proposal.packs) == before + 1
    settle(qtbot, bench.shared)


def test_a_customer_reads_no_name_and_finds_none(bench: Bench, qtbot: QtBot) -> None:
    (number,) = saved(bench, qtbot, "Menuiserie Lefèvre")
    palette = opened(bench, qtbot)
    assert "Commission sheet…" not in spoken(palette)
    press(palette, Qt.Key.Key_F9)
    assert bench.shared.customer_view
    write(palette.field, "lefevre")
    assert titles(palette) == []
    write(palette.field, number)
    assert titles(palette) == [number]
    assert "Lefèvre" not in spoken(palette)
    said = " ".join(label.text() for label in seen(palette, QLabel))
    assert "by their number alone" in said
    for typed in ("commission", "sheet"):
        write(palette.field, typed)
        assert titles(palette) == []
    press(palette, Qt.Key.Key_Escape)


def test_everything_has_a_name_in_french(bench: Bench, qtbot: QtBot) -> None:
    bench.shared.languages.choose(Language("fr", "BE"))
    palette = opened(bench, qtbot)
    for widget in (palette, palette.field, palette.list):
        assert widget.accessibleName()
    write(palette.field, "reglages")
    assert titles(palette) == ["Réglages"]
    press(palette, Qt.Key.Key_Escape)


def test_a_service_is_offered_to_the_open_quote_and_actions_to_chosen_ones(
    bench: Bench, qtbot: QtBot
) -> None:
    saved(bench, qtbot, "Menuiserie Lefèvre")
    press(seen(bench.window, QTableView)[0], Qt.Key.Key_Down)
    palette = opened(bench, qtbot)
    write(palette.field, "duplicate")
    assert "Duplicate" in titles(palette)
    write(palette.field, "lefevre")
    press(palette.field, Qt.Key.Key_Return)
    page = shown(bench, qtbot)
    settle(qtbot, bench.shared)
    palette = opened(bench, qtbot)
    write(palette.field, "configuration")
    press(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.findChildren(ServiceForm)))
    page.findChildren(ServiceForm)[0].reject()


def keyed(bench: Bench) -> QWindow:
    """Where the system sends keys: no other window takes them over."""
    handle = bench.window.windowHandle()
    assert QApplication.focusWindow() is handle
    return handle


def test_what_is_typed_at_once_goes_there_and_then_to_what_had_the_keys(
    bench: Bench, qtbot: QtBot
) -> None:
    saved(bench, qtbot, "Garage Noël")
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    search = seen(bench.window, QLineEdit)[0]
    search.setFocus()
    QTest.keyClick(keyed(bench), Qt.Key.Key_K, CONTROL)
    QTest.keyClick(keyed(bench), Qt.Key.Key_X)
    (palette,) = bench.window.findChildren(Palette)
    assert palette.field.text() == "x"
    QTest.keyClick(keyed(bench), Qt.Key.Key_Tab)
    QTest.keyClick(keyed(bench), Qt.Key.Key_Y)
    assert palette.field.text() == "xy"
    QTest.keyClick(keyed(bench), Qt.Key.Key_K, CONTROL)
    QTest.keyClick(keyed(bench), Qt.Key.Key_Z)
    assert palette.field.text() == "z"
    assert bench.window.findChildren(Palette) == [palette]
    QTest.keyClick(keyed(bench), Qt.Key.Key_Escape)
    QTest.keyClick(keyed(bench), Qt.Key.Key_W)
    assert search.text() == "w"


def test_another_key_leads_on_from_it(bench: Bench, qtbot: QtBot) -> None:
    opened(bench, qtbot)
    QTest.keyClick(keyed(bench), Qt.Key.Key_N, CONTROL)
    QTest.keyClick(keyed(bench), Qt.Key.Key_D)
    assert not seen(bench.window, Palette)
    page = shown(bench, qtbot)
    assert page.paper.fields.customer.text() == "d"


def test_a_dialog_over_it_closes_it(bench: Bench, qtbot: QtBot) -> None:
    opened(bench, qtbot)
    bench.window.menus.actions["about"].trigger()
    assert not seen(bench.window, Palette)
    (about,) = seen(bench.window, QMessageBox)
    about.reject()


def test_it_follows_the_window_and_a_click_beside_it_closes_it(
    bench: Bench, qtbot: QtBot
) -> None:
    palette = opened(bench, qtbot)
    bench.window.resize(960, 540)
    QApplication.processEvents()
    assert bench.window.rect().contains(palette.geometry())
    left, around = Qt.MouseButton.LeftButton, palette.geometry()
    QTest.mouseClick(keyed(bench), left, pos=around.topLeft() + QPoint(3, 3))
    assert palette.isVisible()
    QTest.mouseClick(keyed(bench), left, pos=around.bottomLeft() + QPoint(-20, 9))
    assert not seen(bench.window, Palette)
    assert bench.window.at == "quotes"


def test_a_quote_is_chosen_by_the_first_key_down(bench: Bench, qtbot: QtBot) -> None:
    saved(bench, qtbot, "Garage Noël")
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    bench.window.go("quotes")
    QTest.keyClick(keyed(bench), Qt.Key.Key_Down)
    palette = opened(bench, qtbot)
    write(palette.field, "archive")
    assert "Archive" in titles(palette)
