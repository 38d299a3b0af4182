"""Putting the pages into the window and leading from one to the other.

The list of quotes comes first. What the other pages bring is imported when they
are added: `load_rest` has it ready by then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ui.choices import Choices
from ui.main_window import MainWindow
from ui.quotes.page import QuotesPage
from ui.shared import Shared

if TYPE_CHECKING:
    from app.domain.known_customer import KnownCustomer
    from app.domain.proposal import Proposal
    from app.use_cases.quotes import Saved
    from ui.editor.page import EditorPage
    from ui.prices.page import PricesPage
    from ui.settings.page import SettingsPage

#: What the steps after the list bring, the lightest first.
_LATER: Final = (
    "ui.prices.note",
    "ui.prices.page",
    "ui.settings.page",
    "ui.customers.page",
    "ui.today.page",
    "ui.editor.page",
    "ui.palette.finding",
    "ui.arrivals",
)


def furnish(window: MainWindow, shared: Shared) -> None:
    """Give the window its pages, and every action what it does."""
    for _ in furnishing(window, shared):
        pass


def furnishing(window: MainWindow, shared: Shared) -> Iterator[None]:
    """Do it in steps, the page that is shown first: each holds Qt up once."""
    pages = Pages(window, shared)
    pages.add_quotes()
    yield
    # Before all else: somebody may be looking on already.
    Choices(window, shared).connect_actions()
    yield
    add_note(window, shared)
    yield
    pages.add_prices()
    yield
    yield from pages.add_settings()
    for step in (
        pages.add_customers,
        pages.add_today,
        pages.add_editor,
        pages.add_finding,
        pages.resume,
        pages.back_up,
    ):
        step()
        yield


def load_rest() -> None:
    """Import what the other pages bring; called in a thread beside the list."""
    for module in _LATER:
        import_module(module)


def add_note(window: MainWindow, shared: Shared) -> None:
    """Put the note on the prices at the foot of the rail."""
    from ui.prices.note import PricesNote  # noqa: PLC0415 - see above

    note = PricesNote(shared)
    note.set_compact(window.rail.compact)
    window.rail.compacted.connect(note.set_compact)
    window.rail.set_foot(note)


class Pages:
    """The pages by name, and the ways between them."""

    _quotes: QuotesPage
    _prices: PricesPage
    _settings: SettingsPage
    _editor: EditorPage

    def __init__(self, window: MainWindow, shared: Shared) -> None:
        """Begin without pages; the steps make one each."""
        self._window, self._shared = window, shared
        self._editing = False
        self._warned = False
        #: What was wanted of the editor before it was there.
        self._waiting: Callable[[], None] | None = None

    def add_quotes(self) -> None:
        """Add the list of quotes."""
        self._quotes = QuotesPage(self._shared, self._window.room)
        self._window.add_page(
            "quotes",
            self._quotes,
            {
                "find": self._quotes.find_action,
                "export": self._quotes.actions_on.export,
                "undo": self._quotes.actions_on.undoing.undo,
                "redo": self._quotes.actions_on.undoing.redo,
            },
        )
        self._window.menus.actions["new"].triggered.connect(self._new)
        self._window.menus.actions["new_from"].triggered.connect(self._choose_template)
        self._quotes.open_quote.connect(self._open)
        self._quotes.new_quote.connect(self._new)
        self._quotes.open_sample.connect(self._open_sample)

    def add_prices(self) -> None:
        """Add the prices."""
        from ui.prices.page import PricesPage  # noqa: PLC0415 - see above

        self._prices = PricesPage(self._shared, self._window.room)
        self._window.add_page("prices", self._prices)
        self._window.menus.actions["import"].triggered.connect(self._import)

    def add_customers(self) -> None:
        """Add the customers, from where their quotes are opened and begun."""
        from ui.customers.page import CustomersPage  # noqa: PLC0415 - see above

        page = CustomersPage(self._shared, self._window.room)
        actions = {
            "find": page.find_action,
            "undo": page.deeds.undoing.undo,
            "redo": page.deeds.undoing.redo,
        }
        self._window.add_page("customers", page, actions)
        page.open_quote.connect(self._open)
        page.new_quote.connect(self._new_for)

    def add_today(self) -> None:
        """Add what needs doing today, one step from its quote."""
        from ui.today.page import TodayPage  # noqa: PLC0415 - see above

        page = TodayPage(self._shared, self._window.room)
        self._window.add_page("today", page)
        page.prices_wanted.connect(lambda: self._window.go("prices"))
        page.open_quote.connect(self._open)
        page.new_quote.connect(self._new)

    def add_settings(self) -> Iterator[None]:
        """Add the settings, a card a step."""
        from ui.settings.page import SettingsPage  # noqa: PLC0415 - see above

        self._settings = SettingsPage(self._shared, self._window.room)
        undoing = self._settings.undoing
        actions = {"undo": undoing.undo, "redo": undoing.redo}
        self._window.add_page("settings", self._settings, actions)
        yield
        for _ in self._settings.fill():
            yield
        self._settings.backups.restored.connect(self._begin_again)

    def add_editor(self) -> None:
        """Add the editor, and the ways there and back."""
        from ui.editor.page import EditorPage  # noqa: PLC0415 - see above

        editor = self._editor = EditorPage(self._shared, self._window.room)
        actions = {
            "undo": editor.actions_on.undo,
            "redo": editor.actions_on.redo,
            "export": editor.actions_on.export,
            "commission": editor.actions_on.commission,
            "template": editor.actions_on.template,
        }
        self._window.add_page("editor", editor, actions)
        editor.closed.connect(self._left_editor)
        editor.settings_wanted.connect(self._lead_to_setting)
        self._window.shown.connect(self._leave_editor)
        self._window.may_close = self._may_close
        if self._waiting:
            self._waiting()

    def resume(self) -> None:
        """Go back where the window was when it was killed."""
        from ui.resuming import Resuming  # noqa: PLC0415 - see above

        Resuming(self._window, self._shared, self._editor, self._open).begin()

    def back_up(self) -> None:
        """Look after the backups from now on, last: it reads the whole database."""
        self._settings.backups.backing.back_up()

    def _begin_again(self) -> None:
        """Show what was restored; no quote is open on the page of settings."""
        self._shared.prices_changed.emit()
        self._shared.quotes_changed.emit()
        self._window.go("quotes")

    def add_finding(self) -> None:
        """Add the palette, the quotes that were open last, and files that come."""
        from ui.arrivals import Arrivals  # noqa: PLC0415 - see above
        from ui.palette.finding import Finding  # noqa: PLC0415 - see above

        pages = self._quotes, self._editor
        Finding(self._window, self._shared, pages, self._open)
        Arrivals(self._window, self._shared, self._quotes, self._open, self._look_at)

    def _lead_to_setting(self, key: str) -> None:
        """Go to the field of a setting."""
        self._window.go("settings")
        self._settings.lead_to(key)

    def _leave_editor(self, name: str) -> None:
        """Save the quote when another page is shown; stay where that fails."""
        if name == "editor" or not self._editing:
            return
        self._editor.leave()
        if self._editing:
            self._window.go("editor")

    def _left_editor(self) -> None:
        """Go to the list, unless somebody went elsewhere."""
        self._editing = False
        if self._window.at == "editor":
            self._window.go("quotes")

    def _may_close(self) -> bool:
        """Save everything; where that fails, stay once to say why."""
        if self._editor.flush() or self._warned:
            self._editor.close_quote()
            return True
        self._warned = True
        self._window.go("editor")
        return False

    def _is_early(self, wish: Callable[[], None]) -> bool:
        """Tell whether there is no editor yet; the wish waits for it then."""
        self._waiting = None if hasattr(self, "_editor") else wish
        return self._waiting is not None

    def _edit(self) -> None:
        """Show the editor."""
        self._editing = True
        self._window.go("editor")

    def _new(self) -> None:
        """Begin a quote."""
        if self._is_early(self._new):
            return
        self._editor.new()
        self._edit()

    def _new_for(self, customer: KnownCustomer) -> None:
        """Begin a quote for a customer."""
        if self._is_early(lambda: self._new_for(customer)):
            return
        self._editor.new(customer)
        self._edit()

    def _choose_template(self) -> None:
        """Ask which template a quote begins from."""
        from ui.quotes.templates_dialog import TemplatesDialog  # noqa: PLC0415

        dialog = TemplatesDialog(self._shared, self._window)
        dialog.begun.connect(self._new_from)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _new_from(self, template: Proposal) -> None:
        """Begin a quote with a template's lines."""
        if self._is_early(lambda: self._new_from(template)):
            return
        self._editor.new(template=template)
        self._edit()

    def _open(self, number: str) -> None:
        """Open a saved quote."""
        if self._is_early(lambda: self._open(number)):
            return
        self._editor.open(number)
        self._edit()

    def _open_sample(self) -> None:
        """Save the sample quote under a number of its own, and open it."""
        workplace = self._shared.workplace

        def add() -> Saved:
            from app.use_cases import bundled, quotes  # noqa: PLC0415 - see above

            return quotes.add(workplace, bundled.sample_quote())

        job = self._shared.jobs.run(self._quotes, lambda _: add())
        job.done.connect(self._open_saved)
        job.failed.connect(self._quotes.explain)

    def _open_saved(self, saved: Saved) -> None:
        """Open a quote that was just saved."""
        self._shared.quotes_changed.emit()
        self._open(saved.record.quote.proposal.number)

    def _import(self) -> None:
        """Ask for a price list."""
        self._window.go("prices")
        self._prices.choose_file()

    def _look_at(self, name: str) -> None:
        """Look at a file that is no quote as a price list."""
        self._window.go("prices")
        self._prices.look_at(Path(name))
