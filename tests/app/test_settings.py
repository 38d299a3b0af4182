from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st

from app import settings
from app.domain.problems import RefusedError, UnavailableError
from app.settings import FILE_NAME, Settings


def refusal(key: str, value: str) -> tuple[str, dict[str, object]]:
    """The code and the parameters of the problem with a setting."""
    with pytest.raises(RefusedError) as raised:
        Settings().changed(key, value)
    (problem,) = raised.value.problems
    assert problem.where == key
    return problem.code, dict(problem.parameters)


def test_a_folder_without_settings_has_those_of_nobody(tmp_path: Path) -> None:
    assert settings.read(tmp_path) == Settings()
    assert settings.read(tmp_path / "none" / "such") == Settings()
    assert set(Settings().flat().values()) == {""}


def test_the_keys_of_the_contract_are_there() -> None:
    assert {
        "partner.name",
        "partner.country",
        "partner.vat_number",
        "seller.name",
        "seller.prefix",
    } <= Settings().flat().keys()


def test_one_key_changes_and_the_others_stay() -> None:
    first = Settings().changed("partner.name", "Lefèvre SRL")
    second = first.changed("seller.prefix", "TR")
    assert second.partner.name == "Lefèvre SRL"
    assert second.seller.prefix == "TR"
    assert second.changed("partner.name", "") == Settings().changed(
        "seller.prefix", "TR"
    )


def test_favourites_come_and_go_and_have_an_end() -> None:
    one = Settings().with_favourite("WAAS-NB-M")
    two = one.with_favourite("O365-BP-UP")
    assert two.ui.starred == {"WAAS-NB-M", "O365-BP-UP"}
    assert two.with_favourite("O365-BP-UP") == one
    with pytest.raises(RefusedError):
        one.with_favourite("X" * 1_000)


@pytest.mark.parametrize(
    "key", ["", "partner", "name", "partner.colour", "seller.prefix.x", "format"]
)
def test_an_unknown_key_is_refused_and_the_known_ones_are_named(key: str) -> None:
    code, named = refusal(key, "x")
    assert code == "setting_unknown"
    assert named["key"] == key
    assert "partner.name" in str(named["keys"])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("partner.country", "Belgique"),
        ("partner.country", "be"),
        ("seller.prefix", "tr"),
        ("seller.prefix", "TR 1"),
        ("seller.prefix", "NINELETTE"),
        ("ui.language", "de"),
        ("ui.language", "FR"),
    ],
)
def test_a_value_without_its_form_is_refused(key: str, value: str) -> None:
    code, named = refusal(key, value)
    assert code == "setting_wrong"
    assert (named["key"], named["value"]) == (key, value)
    assert named["expected"]


@pytest.mark.parametrize("value", ["x" * 1_001, "two\nlines", "a\u0007", "\u202ex"])
def test_a_text_is_one_line_of_a_decent_length(value: str) -> None:
    assert refusal("partner.legal_line", value)[0] == "setting_text"


def test_a_text_may_hold_the_spaces_of_french_typography() -> None:
    line = "Capital : 18\u202f600\u00a0€"
    assert Settings().changed("partner.legal_line", line).partner.legal_line == line


def filled() -> Settings:
    """Settings with one key in each group."""
    changed = Settings().changed("partner.name", "Lefèvre SRL")
    return changed.changed("seller.prefix", "TR").changed("ui.language", "fr")


def test_settings_are_written_and_read_back(tmp_path: Path) -> None:
    settings.write(tmp_path, filled())
    assert settings.read(tmp_path) == filled()


texts = st.text(st.characters(exclude_categories=["C"]), max_size=50)


@settings_of_hypothesis(max_examples=30)
@given(
    st.dictionaries(
        st.sampled_from(["partner.name", "partner.street", "seller.phone"]), texts
    )
)
def test_any_texts_are_written_and_read_back(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    wanted = Settings()
    for key, value in values.items():
        wanted = wanted.changed(key, value)
    settings.write(folder, wanted)
    assert settings.read(folder) == wanted


def test_the_file_is_json_that_leaves_out_what_is_not_set(tmp_path: Path) -> None:
    settings.write(tmp_path, filled())
    assert json.loads((tmp_path / FILE_NAME).read_text("utf-8")) == {
        "format": "waas-settings/1",
        "partner": {"name": "Lefèvre SRL"},
        "seller": {"prefix": "TR"},
        "ui": {"language": "fr"},
    }


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_only_the_user_may_open_the_folder_and_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    settings.write(folder, filled())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600


def test_a_file_is_replaced_whole_and_leaves_nothing_behind(tmp_path: Path) -> None:
    settings.write(tmp_path, filled())
    old = (tmp_path / FILE_NAME).open("rb")
    settings.write(tmp_path, Settings())
    with old:
        assert b"TR" in old.read()
    assert settings.read(tmp_path) == Settings()
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]


def test_a_write_that_fails_says_so_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(UnavailableError) as raised:
        settings.write(tmp_path, filled())
    assert [each.code for each in raised.value.problems] == ["file_unwritable"]
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]


DAMAGED = {
    "nothing": b"",
    "half": b'{"format": "waas-settings/1", "partner": {',
    "no JSON": b"partner.name = x",
    "a list": b"[]",
    "a text": b'"waas-settings/1"',
    "no format": b"{}",
    "another format": b'{"format": "waas-settings/2"}',
    "an unknown group": b'{"format": "waas-settings/1", "customer": {}}',
    "an unknown key": b'{"format": "waas-settings/1", "partner": {"age": "3"}}',
    "a number": b'{"format": "waas-settings/1", "partner": {"name": 3}}',
    "no group": b'{"format": "waas-settings/1", "partner": "x"}',
    "a wrong form": b'{"format": "waas-settings/1", "partner": {"country": "be"}}',
    "too deep": b"[" * 100_000,
    "no UTF-8": b'{"format": "waas-settings/1", "partner": {"name": "\xe9"}}',
    "zeros": bytes(1_000),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_file_is_named_and_left_as_it_is(damage: str, tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(DAMAGED[damage])
    with pytest.raises(UnavailableError) as raised:
        settings.read(tmp_path)
    (problem,) = raised.value.problems
    assert problem.code == "settings_damaged"
    assert dict(problem.parameters) == {"path": str(path)}
    assert path.read_bytes() == DAMAGED[damage]


@pytest.mark.parametrize("folder", ["x" * 300, "file", "zero\0byte"])
def test_a_folder_that_cannot_be_one_says_so(folder: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(UnavailableError) as raised:
        settings.read(tmp_path / folder)
    assert [each.code for each in raised.value.problems] == ["file_unreadable"]
    with pytest.raises(UnavailableError) as raised:
        settings.write(tmp_path / folder, filled())
    assert [each.code for each in raised.value.problems] == ["file_unwritable"]
