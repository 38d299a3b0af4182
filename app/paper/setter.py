"""Sets words in every language of the edition, one beneath the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.paper.rows import Align, Cell, Content, Row, TextLine, set_lines
from app.paper.structure import Element, Loose, Tags
from app.paper.styles import (
    ACCENT,
    GUTTER,
    HEADING,
    LABEL,
    LEFT,
    RIGHT,
    WIDTH,
    Voice,
    accented,
)
from app.paper.table import Column
from app.paper.text import Style

#: One text for each language of the edition, or a single one that serves all.
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setter:
    """Where elements come from, the languages and the accent colour of one document.

    Languages are such as `fr-BE`, the leading one first.
    """

    tags: Tags
    languages: tuple[str, ...]
    accent: str = ACCENT

    @property
    def keeps(self) -> bool:
        """Whether what is set can be drawn again in another document."""
        return isinstance(self.tags, Loose)

    def accented(self, voice: Voice) -> Voice:
        """Return the look in the document's accent colour."""
        return accented(voice, self.accent)

    def content(self, words: Words, voice: Voice) -> Content:
        """Return the words, to be set once their element and room are known."""
        return lambda element, room: self.lines(words, voice, room, element)

    def stacked(self, parts: Iterable[tuple[Words, Voice]]) -> Content:
        """Return several texts, one under the other."""
        chosen = tuple(parts)
        return lambda element, room: tuple(
            line
            for words, voice in chosen
            for line in self.lines(words, voice, room, element)
        )

    def lines(
        self, words: Words, voice: Voice, room: float, element: Element
    ) -> tuple[TextLine, ...]:
        """Break the words into lines; a text said already is not repeated."""
        if not words:
            return ()
        lines = set_lines(words[0], voice.first, room, element)
        for language, text in zip(self.languages[1:], words[1:], strict=False):
            if text != words[0]:
                span = self.tags.element("Span", element, language)
                lines += set_lines(text, voice.beneath, room, span)
        return lines

    def paragraph(
        self,
        words: Words,
        voice: Voice,
        room: float,
        tag: str = "P",
        parent: Element | None = None,
    ) -> tuple[TextLine, ...]:
        """Set the words as an element of their own."""
        return self.lines(words, voice, room, self.tags.element(tag, parent))

    def link(
        self, words: Words, voice: Voice, room: float, target: str
    ) -> tuple[TextLine, ...]:
        """Set the words as a paragraph that leads to an address."""
        link = self.tags.element("Link", self.tags.element("P"))
        link.alternative, link.target = " / ".join(words), target
        return self.lines(words, voice, room, link)

    def cell(self, words: Words, voice: Voice, column: Column, tag: str = "P") -> Cell:
        """Set the words as an element of their own, in a column."""
        lines = self.paragraph(words, voice, column.room, tag)
        return Cell(column.left, column.room, lines, column.align)


def lowered(lines: tuple[TextLine, ...], above: float) -> tuple[TextLine, ...]:
    """Set lines off from what is above them, in points."""
    return tuple(
        line._replace(above=above) if i == 0 else line for i, line in enumerate(lines)
    )


def on_baseline(lines: tuple[TextLine, ...], beside: Style) -> tuple[TextLine, ...]:
    """Let the first line stand on the baseline of a larger one beside it."""
    if not lines:
        return ()
    return lowered(lines, max(beside.baseline - lines[0].style.baseline, 0))


def heading(words: Words, aside: Words, setter: Setter, gap: float = 26) -> Row:
    """Return a heading with a quiet remark at the right edge."""
    half = WIDTH / 3
    left = Column(LEFT, WIDTH - half - GUTTER, Align.LEFT)
    title = setter.cell(words, HEADING, left, "H2")
    remark = setter.paragraph(aside, LABEL, half)
    remark = on_baseline(remark, HEADING.first)
    right = Cell(RIGHT - half, half, remark, Align.RIGHT)
    return Row(cells=(title, right), gap=gap, bottom=4, keep=True)
