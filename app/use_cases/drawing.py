"""Drawing the paper in a process of its own, so that typing never waits for it.

Python does one thing at a time: a paper drawn in a thread beside the window would
hold up each keystroke. The process keeps its fonts and texts warm, and is given
nothing but what the customer may read.
"""

from __future__ import annotations

import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

import app
from app.use_cases.drawing_words import Teller
from app.use_cases.export import Paper

#: Length of what is asked; then, of the answer: pages, width, height, stride, length.
ASKED = struct.Struct("<Q")
ANSWERED = struct.Struct("<IIIIQ")
#: A mark: which place, on which page, and its edges.
MARKED = struct.Struct("<IIffff")
_ROOT = Path(app.__file__).parents[1]
_WITHOUT_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)


@dataclass(frozen=True, slots=True)
class Asked:
    """A page of a paper (from 0), made or to be made, so many pixels wide.

    A `sketch` is the first page and is drawn before the others are.
    """

    paper: Paper | bytes
    page: int
    width: int
    sketch: bool = False


@dataclass(frozen=True, slots=True)
class Sought:
    """Words to be found in a paper, whatever their case."""

    paper: Paper | bytes
    text: str


class Mark(NamedTuple):
    """Part of a place where words were found (from 0), and the page it is on.

    Its edges are shares of the page's width and height, from its upper left corner.
    """

    hit: int
    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as BGRX rows of `stride` bytes, and how many pages the paper has."""

    pages: int
    width: int
    height: int
    stride: int
    pixels: bytes


class Drawing:
    """Asks one child for one page after another; begins anew where it died."""

    def __init__(self, command: Sequence[str] = ()) -> None:
        """Begin without a child: the first page asked for starts it."""
        self._command = list(command) or _command()
        self._turn = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._teller = Teller()

    def start(self) -> None:
        """Have the child get ready before a page is wanted."""
        with self._turn:
            self._running()

    def page(self, asked: Asked, told: Callable[[], None] = lambda: None) -> Drawn:
        """Return a page; OSError where the child cannot draw it.

        `told` is called once the child knows what it is to draw.
        """
        return self._answer(asked, told)

    def find(self, sought: Sought) -> tuple[Mark, ...]:
        """Return where words stand, the first page first; OSError as `page` does."""
        content = self._answer(sought, lambda: None).pixels
        return tuple(Mark(*each) for each in MARKED.iter_unpack(content))

    def _answer(self, asked: Asked | Sought, told: Callable[[], None]) -> Drawn:
        """Return what the child answers; one that fails is ended."""
        with self._turn:
            child = self._running()
            try:
                return _answer(child, self._teller.write(asked), told)
            except BaseException:
                # What it would still say belongs to a question nobody asks any more.
                self._end()
                raise

    def close(self) -> None:
        """End the child."""
        with self._turn:
            self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        """Return a child that lives."""
        if self._child is None or self._child.poll() is not None:
            self._end()
            self._teller = Teller()
            self._child = subprocess.Popen(  # noqa: S603 -- this program itself
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=_ROOT,
                creationflags=_WITHOUT_CONSOLE,
            )
        return self._child

    def _end(self) -> None:
        """Let the child go: without its input it ends."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.communicate()


def _answer(
    child: subprocess.Popen[bytes], content: bytes, told: Callable[[], None]
) -> Drawn:
    """Ask the child and read its answer."""
    if child.stdin is None or child.stdout is None:
        raise BrokenPipeError(app.CHILD_PAPER)
    child.stdin.write(ASKED.pack(len(content)) + content)
    child.stdin.flush()
    told()
    head = ANSWERED.unpack(whole(child.stdout, ANSWERED.size))
    pages, width, height, stride, length = head
    return Drawn(pages, width, height, stride, whole(child.stdout, length))


def whole(stream: IO[bytes], length: int) -> bytes:
    """Read so many bytes; EOFError where the other side has ended."""
    content = stream.read(length)
    if len(content) < length:
        raise EOFError(length)
    return content


def _command() -> list[str]:
    """Return what starts the child."""
    if getattr(sys, "frozen", False):
        return [sys.executable, app.CHILD_PAPER]
    return [sys.executable, "-m", "app.use_cases.drawing_child"]
