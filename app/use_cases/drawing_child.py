"""The process that draws papers: it reads questions until there are none."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import Final

import pypdfium2

from app.use_cases.drawing import (
    ANSWERED,
    ASKED,
    MARKED,
    Asked,
    Drawn,
    Mark,
    Sought,
    whole,
)
from app.use_cases.drawing_words import Listener
from app.use_cases.export import Paper, made, sketched

#: The generation of what was made lately: all but what has outlived many questions.
_YOUNG: Final = 1


def run_child() -> int:
    """Answer each question on standard input with a page on standard output."""
    artist, listener = _Artist(), Listener()
    # Garbage is looked for between two questions, never while a page is awaited.
    gc.freeze()
    gc.disable()
    # A program without a console has no sys.stdin and sys.stdout.
    with (
        open(0, "rb", closefd=False) as questions,
        open(1, "wb", closefd=False) as answers,
        suppress(EOFError),
    ):
        while True:
            (length,) = ASKED.unpack(whole(questions, ASKED.size))
            # Only the program that started this process can write here.
            asked: Asked | Sought = listener.read(whole(questions, length))
            with artist.answered(asked) as drawn:
                head = (drawn.pages, drawn.width, drawn.height, drawn.stride)
                answers.write(ANSWERED.pack(*head, len(drawn.pixels)))
                answers.write(drawn.pixels)
                answers.flush()
            gc.collect(_YOUNG)
    return 0


class _Artist:
    """Makes the PDF and draws it; the newest is kept for its other pages."""

    def __init__(self) -> None:
        """Begin with no paper."""
        self._paper: Paper | bytes = b""
        self._content = b""

    @contextmanager
    def answered(self, asked: Asked | Sought) -> Iterator[Drawn]:
        """Draw or search the very bytes that an export writes; sketch their page.

        What was needed for it is put away once the answer is on its way.
        """
        sketch = isinstance(asked, Asked) and asked.sketch
        if sketch and isinstance(asked.paper, Paper):
            content, pages = sketched(asked.paper)
        else:
            content, pages = self._whole(asked.paper), 0
        with closing(pypdfium2.PdfDocument(content)) as document:
            yield _answer(document, asked, pages or len(document))

    def _whole(self, paper: Paper | bytes) -> bytes:
        """Return the bytes of a paper, made where they are not kept."""
        if self._paper != paper:
            self._content = paper if isinstance(paper, bytes) else made(paper)
        self._paper = paper
        return self._content


def _answer(
    document: pypdfium2.PdfDocument, asked: Asked | Sought, pages: int
) -> Drawn:
    """Draw the page of a paper that has so many of them, or search them all."""
    if isinstance(asked, Sought):
        marks = b"".join(MARKED.pack(*m) for m in _marks(document, asked.text))
        return Drawn(pages, 0, 0, 0, marks)
    sheet = document[asked.page]
    scale = asked.width / sheet.get_width()
    bitmap = sheet.render(scale=scale, prefer_bgrx=True)
    size = (bitmap.width, bitmap.height, bitmap.stride)
    return Drawn(pages, *size, bytes(bitmap.buffer))


def _marks(document: pypdfium2.PdfDocument, text: str) -> Iterator[Mark]:
    """Yield where a text stands; one broken into lines has a mark for each."""
    hit = 0
    for number in range(len(document)):
        page = document[number]
        width, height = page.get_size()
        words = page.get_textpage()
        search = words.search(text)
        while place := search.get_next():
            for at in range(words.count_rects(*place)):
                left, bottom, right, top = words.get_rect(at)
                edges = left / width, 1 - top / height, right / width
                yield Mark(hit, number, *edges, 1 - bottom / height)
            hit += 1


if __name__ == "__main__":
    sys.exit(run_child())
