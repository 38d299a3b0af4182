"""Which column of a file of customers says what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.known_customer import FIELDS
from app.wording.customers import FIELD_NAMES
from ui.editor.form import Form
from ui.shared import Shared
from ui.widgets.cover import Cover


class ColumnsForm(Form):
    """A choice among the columns for each field."""

    def __init__(
        self,
        shared: Shared,
        names: Sequence[str],
        columns: Mapping[str, str],
        parent: QWidget,
    ) -> None:
        """Show which column says what so far."""
        _ = shared.language.gettext
        super().__init__(shared, _("Which column says what"), parent)
        none = ("", _("none"))
        self._fields = {
            field: self.choice(
                _(FIELD_NAMES[field]),
                [none, *((name, name) for name in dict.fromkeys(names))],
                columns.get(field, ""),
            )
            for field in FIELDS
        }
        self.check = self._check
        Cover(self, shared)

    @property
    def columns(self) -> dict[str, str]:
        """The column of each field that has one."""
        chosen = {name: box.currentData() for name, box in self._fields.items()}
        return {field: str(column) for field, column in chosen.items() if column}

    def _check(self) -> str:
        """Say where nothing names the customer."""
        _ = self.shared.language.gettext
        return "" if "name" in self.columns else _("Choose the column of the names.")
