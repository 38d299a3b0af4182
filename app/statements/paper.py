"""A statement as the bytes of a tagged PDF, marked on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from app.paper import styles
from app.paper.furniture import Furniture, Repeated, draw
from app.paper.metadata import Facts
from app.paper.rows import Align, Cell, Content, Row, TextLine
from app.paper.setter import Setter, heading, lowered
from app.paper.styles import GUTTER, LEFT, LINE, RIGHT, WIDTH
from app.paper.table import Column, Look, Table, rule
from app.paper.tagged import TaggedCanvas
from app.paper.text import width
from app.statements.statement import Fact, Line, Section, Statement, Value
from app.statements.words import PARTNER_ONLY, written
from i18n import Language

_HEAD = Look(1, 4, rule(LEFT, RIGHT, 0.7, styles.INK))
_GROUP = Look(7, 0)
_LINE = Look(2.7, 2.5, rule(LEFT, RIGHT, 0.6, LINE))
_TOTAL = Look(5, 0.4)
_PADDING = 12.0
_LEAST = 46.0
#: A head that needs more than this takes two lines.
_WIDEST_HEAD = 96.0
#: A longer text does not widen its column any more.
_WIDEST_TEXT = 220.0
_COLUMNS = 4
_WHOLE = Column(LEFT, WIDTH, Align.LEFT)


def as_pdf(statement: Statement, language: Language) -> bytes:
    """Return the PDF; the same statement gives the same bytes."""
    return _Paper(statement, language).drawn()


class _Paper:
    """One statement on its way to the page."""

    def __init__(self, statement: Statement, language: Language) -> None:
        """Begin a document in that language."""
        self._statement, self._language = statement, language
        tag = "-".join(filter(None, (language.code, language.territory)))
        self._canvas = TaggedCanvas(
            Facts(
                title=f"{statement.title} – {statement.subject}",
                author=statement.maker.issuer,
                subject=statement.subject,
                program=statement.maker.program,
                language=tag,
                day=statement.maker.day,
            )
        )
        self._set = Setter(self._canvas, (tag,))

    def drawn(self) -> bytes:
        """Return the finished document."""
        said = self._statement
        mark = (self._language.gettext(PARTNER_ONLY),)
        running = (f"{said.title} · {said.subject}",)
        signs = (*((sign,) for sign in said.signs), mark)
        repeated = Repeated(signs, (said.maker.issuer,), running, (mark,))
        furniture = Furniture(self._canvas, repeated)
        draw(self._canvas, self._rows(), furniture)
        return self._canvas.finish()

    def _rows(self) -> list[Row]:
        """Return the statement from top to bottom, in the order it is read."""
        rows = [self._masthead()]
        rows += [self._facts(facts) for facts in self._statement.facts if facts]
        rows += [self._remark(text, 14) for text in self._statement.remarks]
        for section in self._statement.sections:
            rows += self._section(section)
        return rows

    def _masthead(self) -> Row:
        """Return who says it on the left, what it is on the right."""
        said, half = self._statement, WIDTH / 2 - GUTTER
        issuer = self._set.paragraph((said.maker.issuer,), styles.ISSUER, half)
        right = self._set.paragraph((said.title,), styles.TITLE, half, "H1")
        right += self._set.paragraph((said.subject,), styles.STRONG, half)
        day = self._language.date(said.maker.day)
        right += self._set.paragraph((day,), styles.FAINT, half)
        title = Cell(RIGHT - half, half, right, Align.RIGHT)
        return Row(cells=(Cell(LEFT, half, issuer), title))

    def _facts(self, facts: tuple[Fact, ...]) -> Row:
        """Return some facts side by side, each under its label."""
        room = (WIDTH - GUTTER * (_COLUMNS - 1)) / _COLUMNS
        cells = tuple(
            Cell(LEFT + i * (room + GUTTER), room, self._fact(fact, room))
            for i, fact in enumerate(facts)
        )
        return Row(cells=cells, gap=18)

    def _fact(self, fact: Fact, room: float) -> tuple[TextLine, ...]:
        """Return one fact."""
        label = self._set.paragraph((fact.label,), styles.LABEL, room)
        voice = styles.TERM if fact.strong else styles.BODY
        value = self._set.paragraph((self._text(fact.value),), voice, room)
        return (*label, *lowered(value, 1.5))

    def _remark(self, text: str, gap: float) -> Row:
        """Return a sentence across the page."""
        cell = self._set.cell((text,), styles.DETAIL, _WHOLE)
        return Row(cells=(cell,), gap=gap)

    def _section(self, section: Section) -> list[Row]:
        """Return a heading, its table and what is said under it."""
        rows = [heading((section.heading,), (section.aside,), self._set)]
        if section.lines:
            rows += self._table(section)
        remarks = [self._remark(text, 4) for text in section.remarks]
        if remarks and section.lines:
            # What explains a table would say nothing on a page of its own.
            rows[-1] = replace(rows[-1], keep=True)
        return rows + remarks

    def _table(self, section: Section) -> tuple[Row, ...]:
        """Return the table, lines of the same keys under a row that names them."""
        table = Table(self._canvas, self._columns(section))
        heads = (self._set.content((c.heading,), styles.LABEL) for c in section.columns)
        table.head(tuple(heads), _HEAD)
        for keys, lines in groupby(section.lines, key=lambda line: line.keys):
            if keys:
                table.group(self._named(keys), _GROUP)
            for line in lines:
                self._line(table, line)
        if section.total:
            total = section.total
            label = self._set.content((total.label,), styles.STRONG)
            amount = self._set.content((self._text(total.value),), styles.STRONG)
            table.total(label, amount, _TOTAL)
        return table.rows()

    def _named(self, keys: tuple[str, ...]) -> Content:
        """Return what heads the lines of one item: its name, its reference."""
        name, *others = keys
        return self._set.stacked(
            [((name,), styles.STRONG), *(((key,), styles.DETAIL) for key in others)]
        )

    def _line(self, table: Table, line: Line) -> None:
        """Add one line."""
        texts = (self._text(value) for value in line.values)
        contents = tuple(self._set.content((text,), styles.BODY) for text in texts)
        table.row(contents, _LINE)

    def _columns(self, section: Section) -> tuple[Column, ...]:
        """Return columns that hold every figure; texts share what is left."""
        wide = [self._width(section, i) for i in range(len(section.columns))]
        figures = [column.figures for column in section.columns]
        needed = sum(w for w, has in zip(wide, figures, strict=True) if has)
        texts = [w for w, has in zip(wide, figures, strict=True) if not has]
        rooms = iter(shared(texts, WIDTH - needed))
        left, columns = LEFT, []
        for needs, has_figures in zip(wide, figures, strict=True):
            room = needs if has_figures else next(rooms)
            begins = left + _PADDING if has_figures else left
            align = Align.RIGHT if has_figures else Align.LEFT
            columns.append(Column(begins, room - _PADDING, align))
            left += room
        return tuple(columns)

    def _width(self, section: Section, column: int) -> float:
        """Return the room that a column would take, in points."""
        said = section.columns[column]
        head = min(width(said.heading, styles.LABEL.first), _WIDEST_HEAD)
        texts = [self._text(line.values[column]) for line in section.lines]
        if section.total and column == len(section.columns) - 1:
            texts.append(self._text(section.total.value))
        widest = max((width(text, styles.STRONG.first) for text in texts), default=0)
        needs = widest if said.figures else min(widest, _WIDEST_TEXT)
        return max(_LEAST, head, needs) + _PADDING

    def _text(self, value: Value) -> str:
        """Write a value in the paper's language."""
        return written(value, self._language)


def shared(wanted: Sequence[float], room: float) -> list[float]:
    """Share so much room out: what is short keeps its width, what is long wraps.

    Room that nobody wants goes to all, in proportion.
    """
    if sum(wanted) <= room:
        return [each * room / sum(wanted) for each in wanted]
    given = dict.fromkeys(range(len(wanted)), 0.0)
    by_width = sorted(given, key=lambda i: wanted[i])
    for done, i in enumerate(by_width):
        given[i] = min(wanted[i], room / (len(wanted) - done))
        room -= given[i]
    return list(given.values())
