from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

import ui
from ui.icons import coloured, icon, mark, pixmap
from ui.theme import drawings
from ui.tokens import DARK, LIGHT, Tokens

pytestmark = pytest.mark.usefixtures("qapp")
FOLDER = Path(str(files("resources"))) / "icons"
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))
SOURCES = "\n".join(
    path.read_text("utf-8") for path in Path(ui.__path__[0]).rglob("*.py")
)


@pytest.mark.parametrize("name", NAMES)
def test_each_drawing_is_used_and_recoloured(name: str) -> None:
    assert f'"{name}"' in SOURCES
    image = pixmap(name, "#ff0000", 32).toImage()
    inks = {image.pixelColor(x, y).name() for x in range(32) for y in range(32)}
    assert "#ff0000" in inks
    assert image.pixelColor(0, 0).alpha() == 0


def test_a_drawing_is_sharp_at_every_ratio() -> None:
    shown = pixmap("search", "#000000", 16, 2.0)
    assert (shown.width(), shown.devicePixelRatio()) == (32, 2.0)
    assert not icon("search", "#000000", disabled="#888888").isNull()


def test_the_mark_is_drawn_at_every_size_a_desktop_asks_for() -> None:
    for side in (16, 32, 48, 128):
        image = mark().pixmap(side, side).toImage()
        assert image.width() == side
        assert image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(side // 8, side // 2).name() == "#0b5c5a"


def test_an_unknown_drawing_is_refused() -> None:
    with pytest.raises(LookupError):
        pixmap("no-such-drawing", "#000000")


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_the_sheet_has_its_drawings_in_the_colours_of_the_look(look: Tokens) -> None:
    colours = {"chevron-down": look.quiet, "check": look.on_accent}
    assert len(drawings(look)) == len(colours)
    for name, colour in colours.items():
        file = coloured(name, colour)
        assert file.as_posix() in drawings(look).values()
        plain = (FOLDER / f"{name}.svg").read_text("utf-8")
        assert file.read_text("utf-8") == plain.replace("currentColor", colour)


def test_the_licence_lies_beside_the_drawings() -> None:
    licence = (FOLDER / "Lucide-LICENSE.txt").read_text("utf-8")
    assert re.search("ISC License", licence)
