"""Texts that are sought one by one are those the library reads as a whole."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest

import i18n
from i18n.catalogue import Catalogue
from i18n.language import LANGUAGES

FOLDER = Path(i18n.__file__).parent / "locale"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_is_the_librarys(code: str) -> None:
    file = FOLDER / code / "LC_MESSAGES" / "messages.mo"
    ours = Catalogue(file.read_bytes())
    theirs = gettext.translation("messages", FOLDER, [code])
    known: dict[str | tuple[str, int], str] = vars(theirs)["_catalog"]
    assert known
    for key in known:
        if isinstance(key, str):
            assert ours.gettext(key) == theirs.gettext(key)
        else:
            for count in (0, 1, 2, 21, 1_000):
                said = ours.ngettext(key[0], "many", count)
                assert said == theirs.ngettext(key[0], "many", count)


def test_an_unknown_text_stays_english() -> None:
    for catalogue in (
        Catalogue(),
        Catalogue((FOLDER / "fr" / "LC_MESSAGES" / "messages.mo").read_bytes()),
    ):
        assert catalogue.gettext("No such text: été") == "No such text: été"
        assert catalogue.gettext("\U0001f600") == "\U0001f600"
        said = [catalogue.ngettext("one pear", "pears", count) for count in range(3)]
        assert said == ["pears", "one pear", "pears"]
