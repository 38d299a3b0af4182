from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QColorDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app import settings as settings_file
from app.domain.money import Amount
from i18n import Language
from tests.ui.hands import button, click, field, press, seen, settle, write
from ui.preferences import appearance, begins_for_customer
from ui.settings.backing import Backing
from ui.settings.page import SettingsPage
from ui.shared import Shared


@pytest.fixture
def page(qtbot: QtBot, shared: Shared) -> SettingsPage:
    page = SettingsPage(shared, Backing(shared, shared))
    qtbot.addWidget(page)
    page.resize(1100, 900)
    page.show()
    return page


def test_a_value_is_saved_when_it_is_left(
    qtbot: QtBot, shared: Shared, page: SettingsPage, tmp_path: Path
) -> None:
    name = field(page, "Company name")
    write(name, "  Ardenne <Informatique> SRL ")
    press(name, Qt.Key.Key_Tab)
    settle(qtbot, shared)
    assert settings_file.read(tmp_path).partner.name == "Ardenne <Informatique> SRL"
    assert shared.workplace.settings.partner.name == "Ardenne <Informatique> SRL"
    assert any(label.text().startswith("saved at") for label in seen(page, QLabel))


def test_a_wrong_value_is_explained_and_not_saved(
    qtbot: QtBot, shared: Shared, page: SettingsPage, tmp_path: Path
) -> None:
    country = field(page, "Country")
    write(country, "Belgique")
    press(country, Qt.Key.Key_Return)
    said = " ".join(label.text() for label in seen(page, QLabel))
    assert "“Belgique”" in said
    assert "partner.country" not in said
    assert not (tmp_path / "settings.json").exists()
    write(country, "BE")
    press(country, Qt.Key.Key_Return)
    settle(qtbot, shared)
    assert settings_file.read(tmp_path).partner.country == "BE"
    assert "“Belgique”" not in " ".join(label.text() for label in seen(page, QLabel))


def test_the_language_is_chosen_and_spoken_at_once(
    qtbot: QtBot, shared: Shared, page: SettingsPage, tmp_path: Path
) -> None:
    click(button(page, "Language of the window, Français"))
    settle(qtbot, shared)
    qtbot.waitUntil(lambda: page.windowTitle() == "Réglages")
    body = json.loads((tmp_path / "settings.json").read_text("utf-8"))
    assert body["ui"] == {"language": "fr"}


def test_appearance_and_customer_view_are_kept(
    qtbot: QtBot, shared: Shared, page: SettingsPage, tmp_path: Path
) -> None:
    click(button(page, "Appearance, Dark"))
    click(button(page, "Customer view at start, Always on"))
    settle(qtbot, shared)
    kept = settings_file.read(tmp_path)
    assert appearance(kept) == "dark"
    assert begins_for_customer(kept)
    assert shared.tokens.panel != "#ffffff"
    assert not shared.customer_view


def test_arrows_move_a_choice(
    qtbot: QtBot, shared: Shared, page: SettingsPage, tmp_path: Path
) -> None:
    first = button(page, "Appearance, As the system")
    first.setFocus()
    press(first, Qt.Key.Key_Right)
    settle(qtbot, shared)
    assert appearance(settings_file.read(tmp_path)) == "light"


def test_settings_that_cannot_be_saved_say_why(
    qtbot: QtBot, shared: Shared, page: SettingsPage, tmp_path: Path
) -> None:
    (tmp_path / "settings.json").mkdir()
    name = field(page, "Your name")
    write(name, "Anne")
    press(name, Qt.Key.Key_Return)
    settle(qtbot, shared)
    assert any("settings.json" in label.text() for label in seen(page, QLabel))


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [
        ("en", "VAT number", "“BE0123” does not look like a VAT number of BE"),
        ("fr", "Numéro de TVA", "«\u00a0BE0123\u00a0» ne ressemble pas"),
    ],
)
def test_a_doubtful_vat_number_is_said_and_saved(
    qtbot: QtBot,
    shared: Shared,
    page: SettingsPage,
    language: str,
    name: str,
    said: str,
) -> None:
    shared.languages.choose(Language.of(language, "BE"))
    QApplication.processEvents()
    write(field(page, name), "BE0123")
    press(field(page, name), Qt.Key.Key_Tab)
    settle(qtbot, shared)
    assert shared.workplace.settings.partner.vat_number == "BE0123"
    assert any(said in label.text() for label in seen(page, QLabel))
    write(field(page, name), "BE 0555.639.952")
    press(field(page, name), Qt.Key.Key_Tab)
    settle(qtbot, shared)
    assert not any(said in label.text() for label in seen(page, QLabel))


@pytest.mark.parametrize("code", ["en", "fr"])
def test_amounts_follow_the_home_country_in_either_language(
    shared: Shared, code: str
) -> None:
    settings = shared.workplace.settings
    assert settings.partner.country == ""
    shared.keep_settings(settings.changed("ui.language", code))
    amount = Amount(3_499_200, "EUR")
    paper = Language.of(code, "BE")
    assert shared.language.money(amount) == paper.money(amount)
    written = {"en": "34.992,00\u00a0€", "fr": "34\u00a0992,00\u00a0€"}
    assert shared.language.money(amount) == written[code]


def test_a_country_asks_for_what_its_documents_name(
    qtbot: QtBot, shared: Shared, page: SettingsPage, tmp_path: Path
) -> None:
    def asked() -> set[str]:
        names = ("Legal form", "Companies register", "Share capital", "Business permit")
        shown = {edit.accessibleName() for edit in seen(page, QLineEdit)}
        return shown & {*names, "Bank account"}

    assert asked() == {"Legal form", "Companies register", "Bank account"}
    write(field(page, "Country"), "FR")
    press(field(page, "Country"), Qt.Key.Key_Return)
    settle(qtbot, shared)
    assert asked() == {"Legal form", "Companies register", "Share capital"}
    assert "SAS" in field(page, "Legal form").accessibleDescription()
    write(field(page, "Share capital"), "10 000 €")
    press(field(page, "Share capital"), Qt.Key.Key_Tab)
    settle(qtbot, shared)
    assert settings_file.read(tmp_path).partner.capital == "10 000 €"
    shared.keep_settings(shared.workplace.settings.changed("partner.country", "CH"))
    settle(qtbot, shared)
    assert asked() == {"Legal form"}
    click(button(page, "Swiss figures, With a point"))
    settle(qtbot, shared)
    assert shared.workplace.settings.partner.figures == "point"
    assert shared.language.number(12_345) == "12’345"


def test_the_comparison_of_terms_is_a_choice(
    qtbot: QtBot, shared: Shared, page: SettingsPage, tmp_path: Path
) -> None:
    click(button(page, "Terms on your quotes, Only the chosen one"))
    settle(qtbot, shared)
    assert settings_file.read(tmp_path).partner.terms == "chosen"
    click(button(page, "Terms on your quotes, All compared, with a chart"))
    settle(qtbot, shared)
    assert settings_file.read(tmp_path).partner.terms == ""


def test_a_colour_is_picked_said_to_be_darkened_and_taken_away(
    qtbot: QtBot, shared: Shared, page: SettingsPage, tmp_path: Path
) -> None:
    click(button(page, "Choose a colour, now #0b5c5a"))
    (dialog,) = page.findChildren(QColorDialog)
    assert dialog.currentColor().name() == "#0b5c5a"
    dialog.setCurrentColor(QColor("#ffcc00"))
    dialog.accept()
    settle(qtbot, shared)
    assert settings_file.read(tmp_path).partner.accent == "#ffcc00"
    button(page, "Choose a colour, now #ffcc00")
    assert any("#826800" in label.text() for label in seen(page, QLabel))
    click(button(page, "Remove the colour"))
    settle(qtbot, shared)
    assert settings_file.read(tmp_path).partner.accent == ""
    assert not any("#826800" in label.text() for label in seen(page, QLabel))
