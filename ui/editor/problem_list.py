"""What is wrong with the quote, in plain words, each with the line it points at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from app.domain.problems import Problem, Problems, Severity
from app.wording.several import Told, told
from ui.editor.remedies import remedy
from ui.editor.texts import wrapped
from ui.icons import icon
from ui.shared import Shared

_MOST_HEIGHT = 132
_LINE, _BETWEEN, _PADDING, _AROUND = 17, 8, 12, 54
_DRAWINGS: Final = {
    Severity.ERROR: ("circle-alert", "error"),
    Severity.WARNING: ("triangle-alert", "attention"),
    Severity.SUGGESTION: ("lightbulb", "info"),
}
_ORDER: Final = tuple(Severity)
_PLACE = Qt.ItemDataRole.UserRole


class ProblemList(QListWidget):
    """A sentence a row, one for what is said of several lines.

    A click or Enter goes to the first of its lines, F8 to that of the next row.
    Folded it is one line, of the current problem; a click or Enter shows them all for
    as long as the keys are here.
    """

    wanted = Signal(str)
    #: A problem, of which what it proposes is to be done.
    remedy_wanted = Signal(object)

    def __init__(self, shared: Shared) -> None:
        """Begin without any."""
        super().__init__()
        self._shared = shared
        self._problems: Problems = ()
        #: What each row tells, and whether it says what can be done about it.
        self._rows: tuple[tuple[Told, bool], ...] = ()
        self._folds = self._unfolded = self._frozen = False
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setWordWrap(True)
        self.setIconSize(QSize(16, 16))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._want)
        self.itemActivated.connect(self._want)
        self.hide()

    def freeze(self, *, on: bool) -> None:
        """Propose nothing for a quote that stays as it is."""
        if on != self._frozen:
            self._frozen, self._problems = on, ()

    def fold(self, *, on: bool) -> None:
        """Take but one line, where room is short."""
        if on != self._folds:
            self._folds = on
            self._say()

    def show_problems(self, problems: Problems) -> None:
        """Show problems, the gravest first; the same again are no change."""
        kept = (each for each in problems if not (self._frozen and _proposes(each)))
        grave = tuple(sorted(dict.fromkeys(kept), key=_gravity))
        if grave == self._problems:
            return
        before, self._problems = self._rows, grave
        self._rows = tuple(self._with_remedies())
        if list(map(_look, before)) == list(map(_look, self._rows)):
            self._say()
        else:
            self.retranslate()

    def retranslate(self) -> None:
        """Say them in the language and colours of now."""
        self.clear()
        self._rows = tuple(self._with_remedies())
        for each, is_remedy in self._rows:
            self.addItem(self._remedy() if is_remedy else self._item(each.first))
        self.setVisible(bool(self._problems))
        self.setAccessibleName(self._shared.language.gettext("Problems"))
        self._dress()
        self._say()

    def next_problem(self) -> None:
        """Go to the next problem, and to its line."""
        rows = [row for row, (_, is_remedy) in enumerate(self._rows) if not is_remedy]
        later = [row for row in rows if row > self.currentRow()]
        if rows:
            self.setCurrentRow((later or rows)[0])
            self._say()
            self._lead(self.currentItem())

    def do_remedy(self) -> None:
        """Do what the current problem proposes, else the first that proposes any."""
        offered = [each.first for each, is_remedy in self._rows if is_remedy]
        now = self._rows[self.currentRow()][0].first if self.currentRow() >= 0 else None
        if offered:
            self.remedy_wanted.emit(now if now in offered else offered[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the line on Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.currentRow() >= 0:
            self._want(self.currentItem())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Choose none any more, and fold again."""
        super().focusOutEvent(event)
        self.clearSelection()
        self._unfold(on=False)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the sentences anew."""
        super().resizeEvent(event)
        self._measure()

    def _item(self, problem: Problem) -> QListWidgetItem:
        """Return one problem as a row."""
        drawing, colour = _DRAWINGS[problem.severity]
        shade = getattr(self._shared.tokens, colour)
        item = QListWidgetItem(icon(drawing, shade), "")
        item.setForeground(QColor(shade))
        return item

    def _with_remedies(self) -> Iterator[tuple[Told, bool]]:
        """Yield what is told, and once more where it proposes something."""
        for each in told(self._problems, self._shared.language):
            yield each, False
            if not self._frozen and remedy(each.first, self._shared.language):
                yield each, True

    def _remedy(self) -> QListWidgetItem:
        """Return a row that looks like something to be clicked."""
        room = QPixmap(self.iconSize())
        room.fill(Qt.GlobalColor.transparent)
        item = QListWidgetItem(QIcon(room), "")
        item.setForeground(QColor(self._shared.tokens.accent))
        font = self.font()
        font.setBold(True)
        item.setFont(font)
        return item

    def _say(self) -> None:
        """Put the sentences into rows that are there already."""
        for row in range(self.count()):
            item, said = self.item(row), self._sentence(row)
            item.setData(_PLACE, row)
            if item.text() != said:
                item.setText(said)
        self._measure()

    def _sentence(self, row: int) -> str:
        """Return what a row says; folded, also how many there are."""
        each, is_remedy = self._rows[row]
        if is_remedy:
            return remedy(each.first, self._shared.language)
        rows = [one for one, proposed in self._rows if not proposed]
        if self._folded and len(rows) > 1:
            return f"{rows.index(each) + 1}/{len(rows)} · {each.text}"
        return each.text

    @property
    def _folded(self) -> bool:
        """Whether but one line is shown now."""
        return self._folds and not self._unfolded

    def _unfold(self, *, on: bool) -> None:
        """Show every line although room is short, or no longer."""
        if on != self._unfolded:
            self._unfolded = on
            self._say()

    def _dress(self) -> None:
        """Take the ground of the gravest problem."""
        tokens = self._shared.tokens
        worst = self._problems[0].severity if self._problems else Severity.SUGGESTION
        ground = {
            Severity.ERROR: tokens.error_tint,
            Severity.WARNING: tokens.attention_tint,
            Severity.SUGGESTION: tokens.info_tint,
        }[worst]
        sheet = (
            f"QListWidget {{ background: {ground}; padding: 5px 6px;"
            f" border-radius: {tokens.radius_large}px; }}"
            f"QListWidget:focus {{ border: 2px solid {tokens.accent};"
            " padding: 3px 4px; }"
            "QListWidget::item { padding: 2px 4px; border-radius: 4px; }"
            f"QListWidget::item:selected {{ background: {tokens.panel}; }}"
        )
        # The same again would dress every part of the list anew.
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)

    def _measure(self) -> None:
        """Be as high as the sentences, up to a limit."""
        width = max(self.width() - _AROUND, 80)
        folded, shown = self._folded, max(self.currentRow(), 0)
        self.setWordWrap(not folded)
        height = _PADDING
        for row in range(self.count()):
            item = self.item(row)
            lines = 1 if folded else len(wrapped(item.text(), self.font(), width))
            item.setSizeHint(QSize(width, lines * _LINE + _BETWEEN))
            hidden = folded and row != shown
            item.setHidden(hidden)
            height += 0 if hidden else lines * _LINE + _BETWEEN
        self.setFixedHeight(min(height, _MOST_HEIGHT))

    def _want(self, item: QListWidgetItem) -> None:
        """Show them all, or do what one of them is there for."""
        if self._folded:
            self._unfold(on=True)
        else:
            self._lead(item)

    def _lead(self, item: QListWidgetItem) -> None:
        """Want the line that the problem points at, or what it proposes."""
        each, is_remedy = self._rows[item.data(_PLACE)]
        if is_remedy:
            self.remedy_wanted.emit(each.first)
        else:
            self.wanted.emit(each.first.where)


def _look(row: tuple[Told, bool]) -> tuple[int, bool]:
    """Return what a row's looks depend on."""
    return _gravity(row[0].first), row[1]


def _proposes(problem: Problem) -> bool:
    """Tell whether nothing is wrong: it is but a proposal."""
    return problem.severity is Severity.SUGGESTION


def _gravity(problem: Problem) -> int:
    """Order problems, the gravest first."""
    return _ORDER.index(problem.severity)
