"""The head of the first page: who offers, what, to whom."""

from __future__ import annotations

from app.documents.document import Document, PartyBox
from app.documents.layout.logo import Logo
from app.paper import styles
from app.paper.characters import visible
from app.paper.rows import Align, Box, Cell, Paint, Row, TextLine
from app.paper.setter import Setter, lowered
from app.paper.styles import GUTTER, LEFT, RIGHT, WIDTH
from app.paper.tagged import Placed, TaggedCanvas
from app.paper.text import Style, width

_MARK = 27.0
_MARK_GAP = 10.0
_COLUMNS = 3


def masthead(document: Document, setter: Setter) -> list[Row]:
    """Return the issuer and the title, the topic, and the parties."""
    rows = [_heads(document, setter)]
    if document.topic:
        lines = setter.paragraph(document.topic, styles.TOPIC, WIDTH)
        rows.append(Row(cells=(Cell(LEFT, WIDTH, lines),), gap=20))
    if document.parties:
        rows.append(_parties(document.parties, setter))
    return rows


def _heads(document: Document, setter: Setter) -> Row:
    """Return the issuer's mark and name on the left, the title on the right."""
    half = WIDTH / 2 - GUTTER
    issuer, paint = _issuer(document, setter, half)
    right = [*setter.paragraph(document.title, styles.TITLE, half, "H1")]
    right += setter.paragraph(document.number, styles.STRONG, half)
    for words in document.dates:
        right += setter.paragraph(words, styles.FAINT, half)
    title = Cell(RIGHT - half, half, tuple(right), Align.RIGHT)
    return Row(cells=(issuer, title), paint=paint)


def _issuer(
    document: Document, setter: Setter, half: float
) -> tuple[Cell, Paint | None]:
    """Return the issuer's name, and what is drawn before it or in its place."""
    if document.logo:
        logo = Logo.of(document.logo, half)
        paint: Paint | None = logo.paint(setter, "".join(document.issuer[:1]))
        if logo.stands_alone or not document.issuer:
            return Cell(LEFT, half, (_nothing(logo.height),)), paint
        return _named(document, setter, half, (logo.width, logo.height)), paint
    mark = _initial(document)
    paint = _mark(mark, setter.accent) if mark else None
    return _named(document, setter, half, (_MARK, _MARK) if mark else (0, 0)), paint


def _named(
    document: Document, setter: Setter, half: float, beside: tuple[float, float]
) -> Cell:
    """Return the name at the middle of what is drawn beside it (width, height)."""
    wide, high = beside
    indent = wide + _MARK_GAP if wide else 0
    lines = setter.paragraph(document.issuer, styles.ISSUER, half - indent)
    above = max((high - sum(line.height for line in lines)) / 2, 0)
    return Cell(LEFT + indent, half - indent, lowered(lines, above))


def _nothing(height: float) -> TextLine:
    """Return an empty line of that height: a row is as high as its lines."""
    style = styles.BODY.first
    return TextLine("", style, above=max(height - style.leading, 0))


def _initial(document: Document) -> str:
    """Return the first letter of the issuer's name, if it begins with any."""
    name = visible("".join(document.issuer))
    return next((char.upper() for char in name if char.isalnum()), "")


def _mark(initial: str, accent: str) -> Paint:
    """Return what draws the issuer's initial in a small square."""
    style = Style(15, _MARK, styles.WHITE, styles.STRONG.first.weight)

    def paint(canvas: TaggedCanvas, box: Box) -> None:
        canvas.fill_round((LEFT, box.top - _MARK, _MARK, _MARK), 6, accent)
        x = LEFT + (_MARK - width(initial, style)) / 2
        place = Placed(x, box.top - style.baseline, initial, style)
        canvas.draw(None, [place])

    return paint


def _parties(parties: tuple[PartyBox, ...], setter: Setter) -> Row:
    """Return the parties side by side."""
    room = (WIDTH - GUTTER * (_COLUMNS - 1)) / _COLUMNS
    cells = tuple(
        Cell(LEFT + i * (room + GUTTER), room, _party(party, room, setter))
        for i, party in enumerate(parties)
    )
    return Row(cells=cells, gap=24)


def _party(party: PartyBox, room: float, setter: Setter) -> tuple[TextLine, ...]:
    """Return a party's heading and lines."""
    lines = setter.paragraph(party.heading, styles.LABEL, room, "H2")
    first, links = len(lines), dict(party.links)
    for i, words in enumerate(party.lines):
        named = party.named and i == 0
        voice = styles.STRONG if named else styles.BODY
        if words[0] in links and not named:
            lines += setter.link(words, voice, room, links[words[0]])
        else:
            lines += setter.paragraph(words, voice, room)
    return (*lines[:first], *lowered(lines[first:], 1.5))
