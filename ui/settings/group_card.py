"""A group of settings as a card: two fields beside each other, wide ones alone."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.settings import FIGURES
from ui.settings.colour_box import ColourBox
from ui.settings.field_box import ChoiceBox, FieldBox
from ui.settings.fields import Choice, Colour, Group, Picture, Setting
from ui.settings.logo_box import LogoBox
from ui.settings.setting_box import SettingBox
from ui.shared import Shared
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

_COLUMNS = 2
#: Set once somebody has shown or hidden a widget.
_SAID = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


class GroupCard(Translated):
    """The settings of a group, those of other countries left out."""

    def __init__(
        self, group: Group, shared: Shared, parent: QWidget | None = None
    ) -> None:
        """Lay the group out."""
        super().__init__(parent)
        self._group, self._shared = group, shared
        # What gets another parent is dressed again, with all that is in it.
        frame = self._frame = QFrame(self)
        self._heading = PlainLabel("", "strong")
        self._text = PlainLabel("", "quiet").wrapped()
        self._grid = QGridLayout()
        self.boxes: tuple[SettingBox, ...] = tuple(
            _box(each, shared, frame) for each in group.fields
        )
        self._arrange()
        self._lay_out()
        shared.workplace_changed.connect(self._lay_out)
        self.retranslate()
        if group.partner_only:
            # Shown here, without a page around it, it would be a window of its own.
            if shared.customer_view:
                self.hide()
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

    def _arrange(self) -> None:
        """Put the heading above the fields."""
        set_kind(self._frame, "card")
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(20, 16, 20, 20)
        inner.setSpacing(4)
        inner.addWidget(self._heading)
        inner.addWidget(self._text)
        inner.addSpacing(10)
        inner.addLayout(self._grid)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.addWidget(self._frame)

    def _lay_out(self) -> None:
        """Give the fields of the partner's country their places."""
        pairs = list(zip(self.boxes, self._group.fields, strict=True))
        wanted = [(box, field) for box, field in pairs if self._asked(field.key)]
        places = _places([field for _, field in wanted])
        for box in self.boxes:
            self._grid.removeWidget(box)
            # What was never hidden comes up with the card.
            if box.testAttribute(_SAID) or not self._asked(box.key):
                box.setVisible(self._asked(box.key))
        for (box, _), (row, column, span) in zip(wanted, places, strict=True):
            self._grid.addWidget(box, row, column, 1, span)

    def _asked(self, key: str) -> bool:
        """Tell whether a setting means something in the partner's country."""
        workplace = self._shared.workplace
        policies, home = workplace.policies, workplace.settings.home
        countries = {m.country for m in policies.mentions if key == f"partner.{m.key}"}
        countries |= {"CH"} if key == FIGURES else set()
        return not countries or home in countries


def _box(field: Setting, shared: Shared, card: QWidget) -> SettingBox:
    """Return the box for a setting."""
    if isinstance(field, Picture):
        return LogoBox(field, shared, card)
    if isinstance(field, Colour):
        return ColourBox(field, shared, card)
    if isinstance(field, Choice):
        return ChoiceBox(field, shared, card)
    return FieldBox(field, shared, card)


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
