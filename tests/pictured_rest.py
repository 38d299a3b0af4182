"""Pictures of what is seldom seen: forms of lines, templates, help, a lost database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea

from app.domain.choices import Edition
from app.domain.problems import Problems, error
from app.use_cases import exchanging
from app.use_cases.templates import keep_template
from tests.pictured_dialogs import taken
from ui.customers.page import CustomersPage
from ui.editor.page import EditorPage
from ui.editor.paper_window import PaperWindow
from ui.main_window import MainWindow
from ui.settings.page import SettingsPage
from ui.shared import Shared
from ui.trouble.page import TroublePage

if TYPE_CHECKING:
    from tests.pictures import Look, Studio

_LOST: Problems = (error("database_damaged", path="/data/quotes.db"),)


def rest(
    studio: Studio, window: MainWindow, shared: Shared, look: Look, number: str
) -> None:
    """Take all of it, beginning from a quote."""
    editor = window.findChild(EditorPage)
    assert editor is not None
    editor.open(number)
    window.go("editor")
    studio.settle()
    lines(studio, editor, look)
    editions(studio, window, editor, look)
    helped(studio, window, shared, look)
    exchanged(studio, window, look)
    below(studio, window, look)
    trouble(studio, window, shared, look)


def lines(studio: Studio, editor: EditorPage, look: Look) -> None:
    """Take the form of a line of each kind that has one."""
    session = editor.wishes.session
    assert session is not None
    proposal = session.state.quote.proposal
    for line in (
        proposal.partner_services[0],
        proposal.subscriptions[0],
        proposal.special_requests[0],
    ):
        name = type(line).__name__.lower()
        with taken(studio, editor, f"{name}-{look}"):
            editor.wishes.open(line.id)


def editions(
    studio: Studio, window: MainWindow, editor: EditorPage, look: Look
) -> None:
    """Take the paper in its other languages, beside the quote and by itself."""
    for edition in (Edition.EN, Edition.FR_EN):
        editor.paper.fields.edition.chosen.emit(edition.value)
        studio.shoot(window, f"editor-{edition.value}-{look}")
        with taken(studio, editor, f"paper-{edition.value}-{look}"):
            editor.figures.preview.wanted.emit()
            studio.settle()
            shown = editor.findChildren(PaperWindow)[-1]
            bar = shown.sheets.verticalScrollBar()
            bar.setValue(bar.maximum() // 2)
    editor.paper.fields.edition.chosen.emit(Edition.FR.value)
    studio.settle()


def helped(studio: Studio, window: MainWindow, shared: Shared, look: Look) -> None:
    """Take the keys, the program's own words, templates, and what was sold."""
    editor = window.findChild(EditorPage)
    assert editor is not None
    session = editor.wishes.session
    assert session is not None
    lines = session.state.quote.proposal
    keep_template(shared.workplace, "Portables à 36 mois", lines, replacing=True)
    for name in ("keys", "about", "template", "new_from", "sell_out"):
        with taken(studio, window, f"{name}-{look}"):
            window.menus.actions[name].trigger()


def exchanged(studio: Studio, window: MainWindow, look: Look) -> None:
    """Take what a colleague's file brings."""
    page = window.findChild(CustomersPage)
    assert page is not None
    window.go("customers")
    path = exchanging.send(studio.workplace, studio.workplace.folder)
    with taken(studio, page, f"delivery-{look}"):
        page.exchange.look_at(path)


def compared(studio: Studio, window: MainWindow, look: Look, number: str) -> None:
    """Take a quote beside the prices of a list that was imported since."""
    editor = window.findChild(EditorPage)
    assert editor is not None
    editor.open(number)
    window.go("editor")
    studio.settle()
    with taken(studio, editor, f"reprice-{look}"):
        editor.paper.compare_wanted.emit()


def below(studio: Studio, window: MainWindow, look: Look) -> None:
    """Take the settings that lie below, and a list where nothing is found."""
    window.go("settings")
    studio.settle()
    page = window.findChild(SettingsPage)
    assert page is not None
    area = page.findChild(QScrollArea)
    assert area is not None
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    studio.shoot(window, f"settings-below-{look}")
    window.go("quotes")
    window.menus.actions["find"].trigger()
    studio.shoot(window, f"quotes-chosen-{look}")


def trouble(studio: Studio, window: MainWindow, shared: Shared, look: Look) -> None:
    """Take what is said of a database that cannot be opened."""
    assert studio.jobs is not None
    page = TroublePage(
        shared.languages,
        shared.theme,
        studio.jobs,
        studio.workplace.folder,
        _LOST,
        studio.workplace,
    )
    page.resize(window.size())
    page.show()
    studio.settle()
    page.grab().save(str(studio.out / f"trouble-{look}.png"))
    page.close()
