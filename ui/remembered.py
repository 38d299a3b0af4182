"""What the window remembers of one computer: `window.json` beside the data.

No quote and no setting: where the window stood, whether the customer was looking,
and where the PDFs went last. It may be deleted at any time (docs/settings.md).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from app import files
from app.domain.problems import UnavailableError

FORMAT: Final = "waas-window/1"
FILE_NAME: Final = "window.json"
_MOST_BYTES: Final = 100_000
_MOST_PIXELS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Remembered:
    """`left` to `height` are pixels of the window that is not maximised.

    A height of 0 is a window that was never placed.
    """

    left: int = 0
    top: int = 0
    width: int = 0
    height: int = 0
    maximised: bool = False
    customer_view: bool = False
    export_folder: str = ""


class Memory:
    """What is remembered now; every change is on the disk before it is shown."""

    def __init__(self, folder: Path) -> None:
        """Read what the last start left behind."""
        self._folder = folder
        self._now = read(folder)

    @property
    def now(self) -> Remembered:
        """What is remembered."""
        return self._now

    def keep(self, remembered: Remembered) -> None:
        """Remember this from now on; the next start may forget it on a full disk."""
        if remembered == self._now:
            return
        self._now = remembered
        # What cannot be written here cannot be saved either, and saving says so.
        with suppress(UnavailableError):
            write(self._folder, remembered)

    def keep_customer_view(self, on: bool) -> None:
        """Remember whether the customer looks on."""
        self.keep(replace(self._now, customer_view=on))

    def keep_export_folder(self, folder: str) -> None:
        """Remember where the PDFs went."""
        self.keep(replace(self._now, export_folder=folder))


def read(folder: Path) -> Remembered:
    """Return what is remembered; of a damaged file, that somebody may be looking."""
    try:
        content = files.read_if_there(folder / FILE_NAME, _MOST_BYTES)
        return Remembered() if content is None else _remembered(json.loads(content))
    except (UnavailableError, ValueError, TypeError, RecursionError):
        return Remembered(customer_view=True)


def write(folder: Path, remembered: Remembered) -> None:
    """Replace the file; UnavailableError where it cannot be written."""
    text = json.dumps({"format": FORMAT, **asdict(remembered)}, indent=1)
    files.private_folder(folder)
    files.replace_private(folder / FILE_NAME, f"{text}\n".encode())


def _remembered(value: Any) -> Remembered:  # noqa: ANN401 - whatever JSON holds
    """Check the file's content key by key; ValueError where it is another one."""
    if not isinstance(value, Mapping) or value.get("format") != FORMAT:
        raise ValueError(value)
    usual = Remembered()
    known = {each.name: getattr(usual, each.name) for each in fields(usual)}
    found = {name: value.get(name, was) for name, was in known.items()}
    for name, was in known.items():
        if type(found[name]) is not type(was):
            raise TypeError(name)
        if type(was) is int and abs(found[name]) > _MOST_PIXELS:
            raise ValueError(name)
    return Remembered(**found)
