"""The process that draws papers: it reads questions until there are none."""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress

import pypdfium2

from app.use_cases.drawing import ANSWERED, ASKED, Asked, Drawn, whole
from app.use_cases.export import made


def run_child() -> int:
    """Answer each question on standard input with a page on standard output."""
    artist = _Artist()
    # A program without a console has no sys.stdin and sys.stdout.
    with (
        open(0, "rb", closefd=False) as questions,
        open(1, "wb", closefd=False) as answers,
        suppress(EOFError),
    ):
        while True:
            (length,) = ASKED.unpack(whole(questions, ASKED.size))
            # Only the program that started this process can write here.
            asked: Asked = pickle.loads(whole(questions, length))  # noqa: S301
            drawn = artist.page(asked)
            head = (drawn.pages, drawn.width, drawn.height, drawn.stride)
            answers.write(ANSWERED.pack(*head, len(drawn.pixels)))
            answers.write(drawn.pixels)
            answers.flush()
    return 0


class _Artist:
    """Makes the PDF and draws it; the newest is kept for its other pages."""

    def __init__(self) -> None:
        """Begin with no paper."""
        self._asked: Asked | None = None
        self._content = b""

    def page(self, asked: Asked) -> Drawn:
        """Draw one page of the very bytes that an export writes."""
        if self._asked is None or self._asked.paper != asked.paper:
            paper = asked.paper
            self._content = paper if isinstance(paper, bytes) else made(paper)
        self._asked = asked
        document = pypdfium2.PdfDocument(self._content)
        try:
            sheet = document[asked.page]
            bitmap = sheet.render(scale=asked.width / sheet.get_width())
            pixels = bytes(bitmap.buffer)
            size = (bitmap.width, bitmap.height, bitmap.stride)
            return Drawn(len(document), *size, pixels)
        finally:
            document.close()


if __name__ == "__main__":
    sys.exit(run_child())
