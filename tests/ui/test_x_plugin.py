"""A library that Qt lacks on X is named; Qt itself would end the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from tests.app.test_screen import x_server

ROOT = Path(__file__).parents[2]
PLUGINS = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
LIBRARIES = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath))
X_PLUGIN = PLUGINS / "platforms" / "libqxcb.so"

__all__ = ["x_server"]
pytestmark = pytest.mark.skipif(not X_PLUGIN.is_file(), reason="Qt has no X here")


@pytest.fixture
def platforms(tmp_path: Path) -> Path:
    """Qt's plugin for X, which wants a library that no system has."""
    folder = tmp_path / "plugins" / "platforms"
    folder.mkdir(parents=True)
    beside = tmp_path / "lib"
    beside.mkdir()
    for each in LIBRARIES.glob("*.so*"):
        (beside / each.name).symlink_to(each)
    qpa = next(beside.glob("libQt6XcbQpa.so*"))
    for source, copy in (
        (qpa.resolve(), qpa),
        (X_PLUGIN, folder / X_PLUGIN.name),
    ):
        content = source.read_bytes()
        copy.unlink(missing_ok=True)
        copy.write_bytes(content.replace(b"libxcb-cursor.so.0", b"libxcb-nobody.so.0"))
    return folder


def test_the_program_says_what_is_lacking_and_how_it_is_had(
    tmp_path: Path, platforms: Path, x_server: dict[str, str]
) -> None:
    without = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
    place = {"QT_QPA_PLATFORM_PLUGIN_PATH": str(platforms), "QT_QPA_PLATFORM": "xcb"}
    made = subprocess.run(
        [sys.executable, "-m", "app", "--data", tmp_path / "data", "--ui-lang", "en"],
        cwd=ROOT,
        env={**without, **x_server, **place},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert made.returncode == 2
    said = made.stderr.decode()
    assert said.startswith("The window cannot open without libxcb-nobody.so.0.")
    assert "apt-get install libxcb-nobody0" in said
