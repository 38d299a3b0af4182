"""A group of settings as a card: two fields beside each other, wide ones alone."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from ui.settings.field_box import ChoiceBox, FieldBox
from ui.settings.fields import Choice, Group, Picture, Setting
from ui.settings.logo_box import LogoBox
from ui.shared import Shared
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

Box = FieldBox | ChoiceBox | LogoBox
_COLUMNS = 2


class GroupCard(Translated):
    """The settings of a group that the settings file knows."""

    def __init__(
        self, group: Group, shared: Shared, parent: QWidget | None = None
    ) -> None:
        """Lay the group out."""
        super().__init__(parent)
        self._group, self._shared = group, shared
        self._heading = PlainLabel("", "strong")
        self._text = PlainLabel("", "quiet").wrapped()
        known = shared.workplace.settings.flat()
        self.boxes: tuple[Box, ...] = tuple(
            _box(field, shared) for field in group.fields if field.key in known
        )
        self._arrange([field for field in group.fields if field.key in known])
        self.retranslate()
        if group.partner_only:
            self._hide(shared.customer_view)
            shared.customer_view_changed.connect(self._hide)

    def _hide(self, customer_looks_on: bool) -> None:
        """Show what is the partner's own only while it is alone."""
        self.setVisible(not customer_looks_on)

    def retranslate(self) -> None:
        """Say the heading in the language of now."""
        _ = self._shared.language.gettext
        self._heading.setText(_(self._group.heading))
        self._text.setText(_(self._group.text) if self._group.text else "")
        self._text.setVisible(bool(self._group.text))

    def _arrange(self, fields: list[Setting]) -> None:
        """Put the heading above the fields."""
        frame = QFrame()
        set_kind(frame, "card")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        for box, (row, column, span) in zip(self.boxes, _places(fields), strict=True):
            grid.addWidget(box, row, column, 1, span)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(20, 16, 20, 20)
        inner.setSpacing(4)
        inner.addWidget(self._heading)
        inner.addWidget(self._text)
        inner.addSpacing(10)
        inner.addLayout(grid)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.addWidget(frame)


def _box(field: Setting, shared: Shared) -> Box:
    """Return the box for a setting."""
    if isinstance(field, Picture):
        return LogoBox(field, shared)
    if isinstance(field, Choice):
        return ChoiceBox(field, shared)
    return FieldBox(field, shared)


def _places(fields: list[Setting]) -> Iterator[tuple[int, int, int]]:
    """Yield row, column and width of each: wide ones take a row of their own."""
    row = column = 0
    for field in fields:
        if field.wide and column:
            row, column = row + 1, 0
        span = _COLUMNS if field.wide else 1
        yield row, column, span
        column += span
        if column >= _COLUMNS:
            row, column = row + 1, 0
