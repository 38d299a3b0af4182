"""Where files go: the folder of the last time, or the user's documents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from ui.shared import Shared


def usual_folder(shared: Shared) -> str:
    """Return where the last files went, while it is there; else the documents."""
    last = shared.memory.now.export_folder
    return last if last and Path(last).is_dir() else _documents()


def remember_folder(shared: Shared, path: Path) -> None:
    """Propose a file's folder the next time."""
    memory = shared.memory
    memory.keep(replace(memory.now, export_folder=str(path.parent)))


def _documents() -> str:
    """Return where this user's documents lie."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return QStandardPaths.writableLocation(place)
