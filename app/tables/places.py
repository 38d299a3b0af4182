"""Columns as a spreadsheet names them: A, B ... Z, AA."""

from __future__ import annotations

_LETTERS = 26


def column_number(name: str) -> int:
    """Return a column's number, counted from 1; past ZZZZZZZ all are as far."""
    number = 0
    for letter in name[:7].upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def column_name(number: int) -> str:
    """Return the name of a column counted from 1."""
    name = ""
    while number:
        number, letter = divmod(number - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return name
