"""What the check of the catalogues finds; `make check` runs it over the real ones."""

from __future__ import annotations

import pytest
from babel.messages.catalog import Message

from i18n import check


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (Message("Row {row}", "Ligne {row}"), ""),
        (Message("Row {row}", ""), "not translated"),
        (Message("Row {row}", "Ligne {rang}"), "other placeholders"),
        (Message("Row {row}", "Ligne"), "other placeholders"),
        (Message("Row {row}", "Ligne {row} {row}"), "other placeholders"),
        (Message("Row", "Ligne { }"), "other placeholders"),
        (Message("Row", "Ligne", flags=["fuzzy"]), "still fuzzy"),
        (Message(("{n} row", "{n} rows"), ("{n} ligne", "{n} lignes")), ""),
        (Message(("{n} row", "{n} rows"), ("{n} ligne", "")), "not translated"),
        (Message(("{n} row", "{n} rows"), ("{n} ligne", "x")), "other placeholders"),
    ],
)
def test_a_fault_of_a_french_entry_is_found(message: Message, fault: str) -> None:
    found = list(check._faults("fr", message))
    assert [each.split(": ")[1] for each in found] == ([fault] if fault else [])


def test_english_may_leave_out_its_own_text_but_not_a_plural() -> None:
    assert list(check._faults("en", Message("Row {row}", ""))) == []
    assert list(check._faults("en", Message(("{n} row", "{n} rows"), ("", ""))))


def test_every_text_that_the_sources_mark_is_wanted() -> None:
    wanted = check._wanted()
    assert "{where}: {what}" in wanted
    assert "pack {number}" in wanted


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        ("f\"{_('Remove')} now\"", True),
        ("f'{language.gettext(\"Remove\")}'", True),
        ("f'{remove} now'", False),
        ("_('Remove {name}')", False),
    ],
)
def test_a_text_inside_an_f_string_is_found(line: str, hidden: bool) -> None:
    assert bool(check._IN_F_STRING.search(line)) is hidden
