"""Putting the pages into the window and leading from one to the other.

The list of quotes comes first; every other page is made when it is first wanted.
What they bring is imported beside the list: `load_rest` has it ready by then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from ui.choices import Choices
from ui.main_window import MainWindow
from ui.quotes.page import QuotesPage
from ui.quoting import Quoting
from ui.shared import Shared

if TYPE_CHECKING:
    from app.domain.problems import Problems
    from ui.customers.page import CustomersPage
    from ui.editor.page import EditorPage
    from ui.palette.finding import Finding
    from ui.prices.page import PricesPage
    from ui.prices.watch import Watch
    from ui.resuming import Resuming
    from ui.settings.backing import Backing
    from ui.settings.page import SettingsPage
    from ui.today.page import TodayPage

#: What the steps after the list and the other pages bring, the lightest first.
_LATER: Final = (
    "ui.prices.note",
    "ui.prices.page",
    "ui.settings.page",
    "ui.customers.page",
    "ui.today.page",
    "ui.today.sell_out_dialog",
    "ui.editor.page",
    "ui.palette.finding",
    "ui.resuming",
    "ui.arrivals",
)


def furnish(window: MainWindow, shared: Shared) -> None:
    """Give the window every page at once, and every action what it does."""
    pages = Pages(window, shared)
    for _ in pages.begin(lambda: None):
        pass
    for add in pages.later.values():
        add()


def furnishing(
    window: MainWindow, shared: Shared, listed: Callable[[], None]
) -> Iterator[bool]:
    """Give the window its list and a way to every page, in steps: each holds Qt up.

    `listed` is called once the list has its first answer. A step says whether the
    list is there to be painted.
    """
    return Pages(window, shared).begin(listed)


def load_rest() -> None:
    """Import what the other pages bring; called in a thread beside the list."""
    for module in _LATER:
        import_module(module)


class Pages:
    """The pages by name, each made when first wanted, and the ways between them."""

    def __init__(self, window: MainWindow, shared: Shared) -> None:
        """Begin without pages."""
        self._window, self._shared = window, shared
        #: What makes each page but the first.
        self.later: dict[str, Callable[[], object]] = {
            "prices": lambda: self._prices,
            "settings": lambda: self._settings,
            "customers": lambda: self._customers,
            "today": lambda: self._today,
            "editor": lambda: self._editor,
        }

    def begin(self, listed: Callable[[], None]) -> Iterator[bool]:
        """Make the list of quotes, show it, then add the rest step by step."""
        window, shared = self._window, self._shared
        self._quotes = QuotesPage(shared, window.room)
        self._quoting = Quoting(window, shared, self._quotes, lambda: self._editor)
        once = Qt.ConnectionType.SingleShotConnection
        self._quotes.answered.connect(listed, once)
        yield False
        # Qt finds the widths of columns a turn later, and would paint all twice.
        self._window.room.setUpdatesEnabled(False)
        self._add_quotes()
        for name, add in self.later.items():
            self._window.expect_page(name, add)
        yield False
        self._quotes.rehearse()
        yield False
        self._window.room.setUpdatesEnabled(True)
        yield True
        # Before all else: somebody may be looking on already.
        choices = Choices(self._window, self._shared)
        choices.connect_customer_view()
        yield True
        for step in (
            self._add_note,
            self._watch_prices,
            self._back_up,
            lambda: self._finding,
            self._resume,
        ):
            step()
            yield True
        # All at once: until here somebody else keeps what is asked for (`Early`).
        choices.connect_actions()
        self._take_files()
        self._connect()

    def _add_quotes(self) -> None:
        """Add the list of quotes."""
        page = self._quotes
        actions = {
            "find": page.find_action,
            "export": page.actions_on.export,
            "undo": page.actions_on.undoing.undo,
            "redo": page.actions_on.undoing.redo,
        }
        self._window.add_page("quotes", page, actions)
        page.open_quote.connect(self._quoting.open)
        page.new_quote.connect(self._quoting.new)
        page.open_sample.connect(self._quoting.open_sample)

    def _connect(self) -> None:
        """Let the menus lead to pages."""
        actions = self._window.menus.actions
        actions["new"].triggered.connect(self._quoting.new)
        actions["new_from"].triggered.connect(self._quoting.choose_template)
        actions["import"].triggered.connect(self._import)
        actions["sell_out"].triggered.connect(self._show_sell_out)
        actions["palette"].triggered.connect(self._finding.open_palette)

    def _add_note(self) -> None:
        """Put the note on the prices at the foot of the rail."""
        from ui.prices.note import PricesNote  # noqa: PLC0415 - see above

        note, rail = PricesNote(self._shared), self._window.rail
        note.set_compact(rail.compact)
        rail.compacted.connect(note.set_compact)
        rail.set_foot(note)

    @cached_property
    def _watch(self) -> Watch:
        """What looks after the watched file or folder."""
        from ui.prices.watch import Watch  # noqa: PLC0415 - see above

        return Watch(self._shared, self._window)

    def _watch_prices(self) -> None:
        """Watch from now on; the page of prices tells what has come."""
        self._watch.proposed.connect(lambda _: self._prices)

    @cached_property
    def _prices(self) -> PricesPage:
        """The prices."""
        from ui.prices.page import PricesPage  # noqa: PLC0415 - see above

        page = PricesPage(self._shared, self._window.room, self._watch)
        undoing = page.retiring.undoing
        actions = {"undo": undoing.undo, "redo": undoing.redo}
        self._window.add_page("prices", page, actions)
        return page

    @cached_property
    def _customers(self) -> CustomersPage:
        """The customers, from where their quotes are opened and begun."""
        from ui.customers.page import CustomersPage  # noqa: PLC0415 - see above

        page = CustomersPage(self._shared, self._window.room)
        actions = {
            "find": page.find_action,
            "undo": page.deeds.undoing.undo,
            "redo": page.deeds.undoing.redo,
        }
        self._window.add_page("customers", page, actions)
        page.open_quote.connect(self._quoting.open)
        page.new_quote.connect(self._quoting.new_for)
        return page

    @cached_property
    def _today(self) -> TodayPage:
        """What needs doing today, one step from its quote."""
        from ui.today.page import TodayPage  # noqa: PLC0415 - see above

        page = TodayPage(self._shared, self._window.room)
        self._window.add_page("today", page)
        page.prices_wanted.connect(lambda: self._window.go("prices"))
        page.open_quote.connect(self._quoting.open)
        page.new_quote.connect(self._quoting.new)
        page.sell_out_wanted.connect(self._show_sell_out)
        return page

    @cached_property
    def _backing(self) -> Backing:
        """What looks after the backups."""
        from ui.settings.backing import Backing  # noqa: PLC0415 - see above

        backing = Backing(self._shared, self._window)
        backing.restored.connect(self._begin_again)
        return backing

    @cached_property
    def _settings(self) -> SettingsPage:
        """The settings."""
        from ui.settings.page import SettingsPage  # noqa: PLC0415 - see above

        page = SettingsPage(self._shared, self._backing, self._window.room)
        actions = {"undo": page.undoing.undo, "redo": page.undoing.redo}
        self._window.add_page("settings", page, actions)
        return page

    @cached_property
    def _editor(self) -> EditorPage:
        """The editor, and the ways there and back."""
        from ui.editor.page import EditorPage  # noqa: PLC0415 - see above

        editor = EditorPage(self._shared, self._window.room)
        actions = {
            "undo": editor.actions_on.undo,
            "redo": editor.actions_on.redo,
            "export": editor.actions_on.export,
            "commission": editor.actions_on.commission,
            "template": editor.actions_on.template,
        }
        self._window.add_page("editor", editor, actions)
        editor.closed.connect(self._quoting.end)
        editor.settings_wanted.connect(self._lead_to_setting)
        editor.restore_wanted.connect(self._lead_to_backups)
        self._resuming.follow(editor)
        self._finding.follow(editor)
        return editor

    @cached_property
    def _resuming(self) -> Resuming:
        """What remembers where the window is."""
        from ui.resuming import Resuming  # noqa: PLC0415 - see above

        return Resuming(self._window, self._shared, self._quoting.open)

    def _resume(self) -> None:
        """Go back where the window was when it was killed."""
        self._resuming.begin()

    @cached_property
    def _finding(self) -> Finding:
        """The palette, and the quotes that were open last."""
        from ui.palette.finding import Finding  # noqa: PLC0415 - see above

        return Finding(self._window, self._shared, self._quotes, self._quoting.open)

    def _take_files(self) -> None:
        """Take files that come."""
        from ui.arrivals import Arrivals  # noqa: PLC0415 - see above

        Arrivals(
            self._window,
            self._shared,
            self._quotes,
            self._quoting.open,
            self._pass_on,
            lambda: self._editor,
        )

    def _back_up(self) -> None:
        """Back up from now on, beside the window."""
        self._backing.back_up()

    def _begin_again(self, notes: Problems) -> None:
        """Show what was restored; no quote is open on the page of settings."""
        self._shared.prices_changed.emit()
        self._shared.quotes_changed.emit()
        self._window.go("quotes")
        if notes:
            self._quotes.explain(notes)
        else:
            _ = self._shared.language.gettext
            said = _("The backup is restored; what was here is among the backups.")
            self._quotes.tell(said)

    def _lead_to_setting(self, key: str) -> None:
        """Go to the field of a setting."""
        self._window.go("settings")
        self._settings.lead_to(key)

    def _show_sell_out(self) -> None:
        """Show what was sold, over whichever page there is; never to a customer."""
        from ui.today.sell_out_dialog import SellOutDialog  # noqa: PLC0415 - see above

        if not self._shared.customer_view:
            dialog = SellOutDialog(self._shared, self._window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _lead_to_backups(self) -> None:
        """Go to the backups."""
        self._window.go("settings")
        self._settings.lead_to_backups()

    def _import(self) -> None:
        """Ask for a price list."""
        self._window.go("prices")
        self._prices.choose_file()

    def _pass_on(self, name: str) -> None:
        """Take a file that is no quote: as customers on their page, if it is that."""
        if self._window.at == "customers" and not self._shared.customer_view:
            self._customers.files.look_at(
                Path(name), otherwise=lambda: self._look_at(name)
            )
        else:
            self._look_at(name)

    def _look_at(self, name: str) -> None:
        """Look at a file that is no quote as a price list."""
        self._window.go("prices")
        self._prices.look_at(Path(name))
