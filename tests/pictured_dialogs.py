"""Pictures of what opens over a page: comparison, answers, papers of the contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from ui.editor.page import EditorPage
from ui.main_window import MainWindow
from ui.quotes.page import QuotesPage
from ui.quotes.table import QuoteTable

if TYPE_CHECKING:
    from tests.pictures import Look, Studio


def comparison(studio: Studio, window: MainWindow, look: Look) -> None:
    """Take the comparison of a revision with the one before."""
    window.go("quotes")
    studio.settle()
    page, table = window.findChild(QuotesPage), window.findChild(QuoteTable)
    assert page is not None
    assert table is not None
    for row in range(table.model().rowCount()):
        table.choose(row)
        if page.actions_on.compare.isEnabled():
            break
    with taken(studio, page, f"compare-{look}"):
        page.actions_on.compare.trigger()


def contract(
    studio: Studio, window: MainWindow, look: Look, numbers: dict[str, str]
) -> None:
    """Take what is asked about an answer, and the papers that follow on a yes."""
    editor = window.findChild(EditorPage)
    assert editor is not None
    bar = editor.lifecycle
    asked: dict[str, dict[str, Callable[[], None]]] = {
        "issued": {"accept": bar.accept.click, "decline": bar.decline.click},
        "accepted": {
            "order": bar.order.trigger,
            "extension": bar.extension.trigger,
            "end": bar.end.trigger,
        },
    }
    for name, ways in asked.items():
        editor.open(numbers[name])
        window.go("editor")
        for each, ask in ways.items():
            studio.settle()
            with taken(studio, editor, f"{each}-{look}"):
                ask()


@contextmanager
def taken(studio: Studio, parent: QWidget, name: str) -> Iterator[None]:
    """Take the dialog that is opened meanwhile, then close it."""
    yield
    studio.settle()
    dialog = [each for each in parent.findChildren(QDialog) if each.isVisible()][-1]
    dialog.grab().save(str(studio.out / f"{name}.png"))
    dialog.reject()
    studio.settle()
