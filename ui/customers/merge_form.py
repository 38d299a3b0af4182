"""Two customers side by side: which of them says what of the one they become."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from app.domain.known_customer import FIELDS, as_texts
from app.ports import CustomerRecord
from app.wording.customers import FIELD_NAMES, field_text
from ui.editor.form import Form
from ui.shared import Shared
from ui.widgets.cover import Cover

_LONGEST, _WIDTH = 34, 640


class MergeForm(Form):
    """A choice for each field that both know and say otherwise."""

    def __init__(
        self,
        shared: Shared,
        kept: CustomerRecord,
        gone: CustomerRecord,
        parent: QWidget,
    ) -> None:
        """Propose what the one that stays says."""
        language = shared.language
        super().__init__(shared, language.gettext("Merge two customers"), parent)
        self.setMinimumWidth(_WIDTH)
        self.kept, self.gone = kept, gone
        self._other: dict[str, QRadioButton] = {}
        mine, theirs = as_texts(kept.known), as_texts(gone.known)
        # A quote counts once with its revisions, as in the list.
        quotes = len({each.number for each in (*kept.quotes, *gone.quotes)})
        text = language.ngettext(
            "One customer stands for both from now on, with {count} quote. Choose what"
            " is right; what only one of them says is kept, and so is every contact.",
            "One customer stands for both from now on, with {count} quotes. Choose what"
            " is right; what only one of them says is kept, and so is every contact.",
            quotes,
        )
        self.label(text.format(count=language.number(quotes)))
        for name in FIELDS:
            if mine[name] and theirs[name] and mine[name] != theirs[name]:
                self._add(name, mine[name], theirs[name])
        Cover(self, shared)

    @property
    def from_gone(self) -> frozenset[str]:
        """The fields that the second gives."""
        return frozenset(n for n, button in self._other.items() if button.isChecked())

    def _add(self, name: str, mine: str, theirs: str) -> None:
        """Add the choice between two texts."""
        language = self.shared.language
        label = language.gettext(FIELD_NAMES[name])
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for text, chosen in ((mine, True), (theirs, False)):
            words = field_text(name, text, language)
            button = QRadioButton(_short(words), row)
            button.setChecked(chosen)
            button.setToolTip(words)
            button.setAccessibleName(f"{label} – {words}")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            policy = QSizePolicy.Policy
            button.setSizePolicy(policy.Ignored, policy.Preferred)
            line.addWidget(button, 1)
            if not chosen:
                self._other[name] = button
        self.add(label, row)


def _short(words: str) -> str:
    """Return a text on one line that has room; an ampersand is no key."""
    line = " ".join(words.split())
    shown = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    return shown.replace("&", "&&")
