"""Files that are there whole or not at all, and that only their owner reads."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from quotes_db.failures import unavailable

_POSIX = os.name == "posix"


def make_private_folder(folder: Path) -> None:
    """Make the folder for its owner alone; one that is there stays as it is."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def new_beside(file: Path) -> Path:
    """Make an empty private file beside the one that it is going to be."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    os.close(handle)
    return Path(name)


def sync(file: Path) -> None:
    """Wait until the file's bytes are on the disk."""
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace(new: Path, file: Path) -> None:
    """Put a written file in the place of another, in one step."""
    sync(new)
    new.replace(file)
    _sync_folder(file.parent)


def move_new(new: Path, file: Path) -> None:
    """Give a written file its name; `file_exists` where that is taken."""
    sync(new)
    try:
        os.link(new, file)
    except FileExistsError:
        raise unavailable("file_exists", file) from None
    except OSError:
        # Such as a USB stick, whose file system knows no links.
        if file.exists():
            raise unavailable("file_exists", file) from None
        new.rename(file)
    _sync_folder(file.parent)


def _sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk; Windows has no such call."""
    if _POSIX:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
