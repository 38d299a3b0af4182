"""What the window remembers of this computer: its place, who looked on, last choices.

None of it is worth a fault: what cannot be read is forgotten, but for the customer,
who may be at the table.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from app import files
from app.domain.problems import RefusedError, UnavailableError

FILE_NAME: Final = "window.json"
FORMAT: Final = "waas-window/1"
_MOST_BYTES: Final = 100_000
#: No list is scrolled as far.
_FAR: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Remembered:
    """The window's own state in Qt's form (base64), and the last choices.

    `recent` names the quotes that were open, the last one first: never a customer.
    `page`, `quote` and `scroll` (pixels) say where the window is while it is open.
    """

    geometry: str = ""
    customer_view: bool = False
    export_folder: str = ""
    recent: tuple[str, ...] = ()
    page: str = ""
    quote: str = ""
    scroll: int = 0


class Memory:
    """Reads what was remembered, and writes each change at once."""

    def __init__(self, folder: Path) -> None:
        """Remember in the data folder."""
        self._folder = folder

    @property
    def now(self) -> Remembered:
        """What is remembered."""
        return _read(self._folder / FILE_NAME)

    def keep(self, newest: Remembered) -> None:
        """Remember something else; the same again writes nothing."""
        if newest == self.now:
            return
        text = json.dumps({"format": FORMAT, **asdict(newest)}, ensure_ascii=False)
        with suppress(OSError, RefusedError, UnavailableError):
            files.private_folder(self._folder)
            files.replace_private(self._folder / FILE_NAME, f"{text}\n".encode())

    def forget_place(self) -> None:
        """Let the next start begin at the list: the user closed the window."""
        self.keep(replace(self.now, page="", quote="", scroll=0))


def _read(path: Path) -> Remembered:
    """Return what the file holds; where it is damaged, nothing but the safer view."""
    with suppress(OSError, ValueError, RecursionError, RefusedError, UnavailableError):
        content = files.read_if_there(path, _MOST_BYTES)
        if content is None:
            return Remembered()
        held = json.loads(content)
        if isinstance(held, dict) and held.get("format") == FORMAT:
            return Remembered(
                geometry=_text(held.get("geometry")),
                customer_view=held.get("customer_view") is True,
                export_folder=_text(held.get("export_folder")),
                recent=_texts(held.get("recent")),
                page=_text(held.get("page")),
                quote=_text(held.get("quote")),
                scroll=_number(held.get("scroll")),
            )
    return Remembered(customer_view=True)


def _texts(value: object) -> tuple[str, ...]:
    """Return the texts of a list; none for anything else."""
    held = value if isinstance(value, list) else []
    return tuple(each for each in held if isinstance(each, str))


def _number(value: object) -> int:
    """Return a whole number that Qt can take; 0 for anything else."""
    return value if type(value) is int and 0 <= value < _FAR else 0


def _text(value: object) -> str:
    """Return a text; '' for anything else."""
    return value if isinstance(value, str) else ""
