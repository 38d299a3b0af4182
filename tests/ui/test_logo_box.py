"""The logo on the settings page: taken in, seen, refused, taken away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.problems import RefusedError
from app.use_cases import logo
from tests.app.use_cases.test_logo import picture
from ui.settings.backing import Backing
from ui.settings.logo_box import LogoBox, opaque
from ui.settings.page import SettingsPage
from ui.shared import Shared

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">
<rect width="40" height="20" fill="#c81e1e"/></svg>"""


@pytest.fixture
def box(qtbot: QtBot, shared: Shared) -> Iterator[LogoBox]:
    page = SettingsPage(shared, Backing(shared, shared))
    qtbot.addWidget(page)
    page.show()
    found = page.findChild(LogoBox)
    assert found is not None
    # The page must outlive the test: nobody else holds it.
    yield found
    page.close()


def content(shared: Shared) -> bytes:
    return logo.content(shared.workplace.settings, shared.workplace.folder)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "SVG"])
def test_a_picture_is_taken_in_and_seen(
    qtbot: QtBot, box: LogoBox, shared: Shared, tmp_path: Path, form: str
) -> None:
    source = tmp_path / "Logo d’été.bin"
    source.write_bytes(SVG if form == "SVG" else picture(mode="RGB", form=form))
    assert not box.remove.isVisible()
    box.take(source)
    qtbot.waitUntil(lambda: bool(content(shared)))
    image = QImage.fromData(content(shared))
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert middle.red() > 180
    assert middle.green() < 60
    assert box.remove.isVisible()
    source.unlink()
    qtbot.mouseClick(box.remove, Qt.MouseButton.LeftButton)
    assert content(shared) == b""
    assert not box.remove.isVisible()


@pytest.mark.parametrize("wrong", [b"nothing", b"<svg broken", b"<svg></svg>"])
def test_what_is_no_picture_is_refused_in_a_sentence(
    qtbot: QtBot, box: LogoBox, shared: Shared, tmp_path: Path, wrong: bytes
) -> None:
    source = tmp_path / "logo.png"
    source.write_bytes(wrong)
    box.take(source)

    def said() -> bool:
        texts = [label.text() for label in box.findChildren(QLabel)]
        return any("no picture that can be read" in text for text in texts)

    qtbot.waitUntil(said)
    assert content(shared) == b""


@pytest.mark.parametrize(
    "inside",
    [
        b'<image xlink:href="picture.png" width="9" height="9"/>',
        b"<image href='file:picture.png' width='9' height='9'/>",
        b'<image href="https://example.org/a.png"/>',
        b'<rect style="fill:url(other.svg#a)" width="9" height="9"/>',
        b"<style>@import 'x.css';</style>",
    ],
)
def test_a_drawing_that_wants_other_files_is_refused(inside: bytes) -> None:
    with pytest.raises(RefusedError) as refusal:
        opaque(SVG.replace(b"</svg>", inside + b"</svg>"))
    assert [each.code for each in refusal.value.problems] == ["logo_refers"]


@pytest.mark.parametrize(
    "inside",
    [
        b'<use href="#a"/>',
        b'<rect fill="url(#a)" width="9" height="9"/>',
        b'<image href="data:image/png;base64,AAAA"/>',
        b'<a xlink:title="href of x"/>',
    ],
)
# What Qt has to say of a drawing that refers to nothing.
@pytest.mark.qt_log_ignore("undefined", "QSvgHandler", "resolve", extend=True)
def test_what_stays_in_the_drawing_is_drawn(inside: bytes) -> None:
    drawn = opaque(SVG.replace(b"</svg>", inside + b"</svg>"))
    assert drawn.startswith(b"\x89PNG")
