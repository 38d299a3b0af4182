"""Files handed to the system: opened in their programs, shown in their folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_file(path: Path) -> bool:
    """Open a file in its own program; False where the system knows none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> None:
    """Open the folder that a file lies in, at the file where it can be."""
    command = folder_command(path, sys.platform)
    if command:
        subprocess.Popen(command)  # noqa: S603 - our own command, no shell
    else:
        open_file(path.parent)


def folder_command(path: Path, platform: str) -> list[str]:
    """Return the command that shows a file in its folder; none where Qt does it."""
    if platform == "win32":
        return ["explorer", f"/select,{path}"]
    if platform == "darwin":
        return ["open", "-R", str(path)]
    return []
