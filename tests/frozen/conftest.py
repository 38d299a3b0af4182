"""The built program, moved to a folder whose name is not plain."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.frozen.built import Built

DIST = Path(__file__).parents[2] / "dist" / "waas-quotes"
#: What would lead a program to this checkout or to the screen of whoever tests.
FOREIGN = ("PYTHON", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "QT_", "DISPLAY", "WAYLAND_")


@pytest.fixture(scope="session")
def installed() -> Iterator[Path]:
    """The folder of the program."""
    with TemporaryDirectory(prefix="Été à l’essai ") as place:
        yield shutil.copytree(DIST, Path(place) / "WaaS Quotes", symlinks=True)


@pytest.fixture
def built(installed: Path, tmp_path: Path) -> Built:
    """The program with a new user's folder, where it also is started."""
    home = tmp_path / "Chez Zoé"
    home.mkdir()
    mine = {k: v for k, v in os.environ.items() if not k.startswith(FOREIGN)}
    homes = dict.fromkeys(("HOME", "USERPROFILE", "XDG_DATA_HOME"), str(home))
    return Built(installed, home, mine | homes)
