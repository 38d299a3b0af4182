"""Under which name the lines of a quote are kept to begin others from."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from PySide6.QtWidgets import QWidget

from ui.editor.form import Form
from ui.shared import Shared


class TemplateForm(Form):
    """Asks for a name; one that is taken replaces only when confirmed."""

    def __init__(
        self, shared: Shared, taken: AbstractSet[str], parent: QWidget
    ) -> None:
        """Begin without a name; `taken` holds those there are."""
        _ = shared.language.gettext
        super().__init__(shared, _("Save as template"), parent)
        self.label(_("Lines, term and delivery are kept; the customer is not."))
        self.name_field = self.line(_("Name of the template"))
        self._taken = {name.casefold() for name in taken}
        self._warned = ""
        self.check = self._check

    @property
    def chosen(self) -> str:
        """The name as it was typed."""
        return " ".join(self.name_field.text().split())

    def _check(self) -> str:
        """Say what is wrong first; a taken name is confirmed by the same again."""
        _, name = self.shared.language.gettext, self.chosen
        if not name:
            return self.wrong(self.name_field, _("Give the template a name."))
        if name.casefold() in self._taken and name != self._warned:
            self._warned = name
            text = _("“{name}” is there already: press OK again to replace it.")
            return text.format(name=name)
        return ""
