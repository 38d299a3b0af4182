"""What the window remembers of this computer: its place, who looked on, last choices.

None of it is worth a fault: what cannot be read is forgotten, but for the customer,
who may be at the table.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from app import files
from app.domain.problems import RefusedError, UnavailableError

FILE_NAME: Final = "window.json"
FORMAT: Final = "waas-window/1"
_MOST_BYTES: Final = 100_000


@dataclass(frozen=True, slots=True)
class Remembered:
    """The window's own state in Qt's form (base64), and the last choices.

    `recent` names the quotes that were open, the last one first: never a customer.
    """

    geometry: str = ""
    customer_view: bool = False
    export_folder: str = ""
    recent: tuple[str, ...] = ()


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
            )
    return Remembered(customer_view=True)


def _texts(value: object) -> tuple[str, ...]:
    """Return the texts of a list; none for anything else."""
    held = value if isinstance(value, list) else []
    return tuple(each for each in held if isinstance(each, str))


def _text(value: object) -> str:
    """Return a text; '' for anything else."""
    return value if isinstance(value, str) else ""
