"""What the menus do without a page: help, who looks on, language and look."""

from __future__ import annotations

from PySide6.QtGui import QAction

from ui.help import show_about, show_keys
from ui.main_window import MainWindow
from ui.preferences import APPEARANCE, appearance
from ui.shared import Shared


class Choices:
    """What the menus can do without a page."""

    def __init__(self, window: MainWindow, shared: Shared) -> None:
        """Act on a window and what its pages share."""
        self._window, self._shared = window, shared
        self._menus = window.menus

    def connect_actions(self) -> None:
        """Let the menus show help, and choose language and look."""
        actions = self._menus.actions
        actions["keys"].triggered.connect(
            lambda: show_keys(self._window, self._menus, self._shared.language)
        )
        actions["about"].triggered.connect(
            lambda: show_about(self._window, self._shared.language)
        )
        self._connect_choices()

    def connect_customer_view(self) -> None:
        """Keep the menu's switch and the state of now alike, and what it hides."""
        action = self._menus.actions["customer_view"]
        for name in ("commission", "sell_out"):
            self._hide_from_customer(self._menus.actions[name])
        # Somebody may have pressed the key by now.
        self._shared.show_customer(action.isChecked() or self._shared.customer_view)
        action.setChecked(self._shared.customer_view)
        action.triggered.connect(self._shared.show_customer)
        self._shared.customer_view_changed.connect(action.setChecked)

    def _hide_from_customer(self, action: QAction) -> None:
        """Show and name an action only while the partner is alone."""

        def show(customer_looks_on: bool) -> None:
            action.setVisible(not customer_looks_on)
            self._menus.retranslate(self._shared.language)

        show(self._shared.customer_view)
        self._shared.customer_view_changed.connect(show)

    def _connect_choices(self) -> None:
        """Let the menus choose language and appearance, as the settings do."""
        languages, looks = self._menus.languages, self._menus.appearances
        languages.triggered.connect(lambda a: self._set("ui.language", a.data()))
        looks.triggered.connect(lambda a: self._set(APPEARANCE, a.data()))
        self._shared.language_changed.connect(self._show_choices)
        self._shared.workplace_changed.connect(self._show_choices)
        self._show_choices()

    def _show_choices(self) -> None:
        """Tick what counts now."""
        settings = self._shared.workplace.settings
        for action in self._menus.languages.actions():
            action.setChecked(action.data() == self._shared.language.code)
        for action in self._menus.appearances.actions():
            action.setChecked(action.data() == appearance(settings))

    def _set(self, key: str, value: str) -> None:
        """Change a setting from a menu."""
        settings = self._shared.workplace.settings
        self._shared.keep_settings(settings.changed(key, value))
