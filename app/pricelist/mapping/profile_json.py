"""A mapping as JSON and back; whoever wrote it is not trusted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.domain.plain import is_plain
from app.domain.problems import Problem, RefusedError, error
from app.pricelist.mapping.faults import faults
from app.pricelist.mapping.profile import DATES, DECIMALS, FORMAT, REPEATS, Profile

Json = dict[str, Any]
#: A mapping is small: whatever exceeds this was not made for a price list.
MOST_BYTES = 200_000
_MOST = 1_000
_MOST_COLUMNS = 20
_LONGEST = 1_000
_CHOICES = {"decimal": DECIMALS, "dates": DATES, "repeats": REPEATS}
_KEYS = (
    "format",
    "name",
    "headers",
    "fields",
    "constants",
    *_CHOICES,
    "fill_down",
    "leave_out",
    "words",
)


def from_json(value: Any) -> Profile:  # noqa: ANN401 - whatever JSON holds
    """Make a mapping of a JSON value; RefusedError names each wrong place in it."""
    problems = tuple(_problems(value))
    if problems:
        raise RefusedError(*problems)
    profile = Profile(
        name=value.get("name", ""),
        headers=_texts(value.get("headers", [])),
        fields={name: _texts(held) for name, held in value.get("fields", {}).items()},
        constants=dict(value.get("constants", {})),
        fill_down=_texts(value.get("fill_down", [])),
        leave_out={
            name: _texts(held) for name, held in value.get("leave_out", {}).items()
        },
        words={
            name: {word: said or "" for word, said in held.items()}
            for name, held in value.get("words", {}).items()
        },
        **{name: value.get(name, "") for name in _CHOICES},
    )
    wrong = faults(profile)
    if wrong:
        raise RefusedError(*wrong)
    return profile


def to_json(profile: Profile) -> Json:
    """Return a mapping as JSON; what is empty is left out, a cell's nothing is null."""
    body: Json = {
        "format": FORMAT,
        "name": profile.name,
        "headers": list(profile.headers),
        "fields": {name: _written(held) for name, held in profile.fields.items()},
        "constants": {name: text for name, text in profile.constants.items() if text},
        **{name: getattr(profile, name) for name in _CHOICES},
        "fill_down": list(profile.fill_down),
        "leave_out": {name: list(held) for name, held in profile.leave_out.items()},
        "words": {
            name: {word: said or None for word, said in held.items()}
            for name, held in profile.words.items()
        },
    }
    return {key: held for key, held in body.items() if held}


def _written(columns: tuple[str, ...]) -> str | list[str]:
    """Write one column as a text, several as a list."""
    return columns[0] if len(columns) == 1 else list(columns)


def _texts(held: str | list[str]) -> tuple[str, ...]:
    """Return one text or several."""
    return (held,) if isinstance(held, str) else tuple(held)


def _problems(value: object) -> Iterator[Problem]:
    """Find what does not have the shape of a mapping."""
    if not isinstance(value, dict):
        yield error("object_expected")
        return
    if value.get("format") != FORMAT:
        yield error("format_unknown", "format", expected=FORMAT)
        return
    yield from (error("key_unknown", key) for key in value if key not in _KEYS)
    yield from _text(value.get("name", ""), "name")
    for key, words in _CHOICES.items():
        if value.get(key, "") not in words:
            shown = _shown(value[key])
            expected = ", ".join(filter(None, words))
            yield error("not_one_of", key, value=shown, expected=expected)
    yield from _list(value.get("headers", []), "headers", _MOST)
    yield from _list(value.get("fill_down", []), "fill_down", _MOST)
    yield from _object(value.get("constants", {}), "constants", _text)
    yield from _object(value.get("fields", {}), "fields", _columns)
    yield from _object(value.get("leave_out", {}), "leave_out", _columns)
    yield from _object(value.get("words", {}), "words", _word_pairs)


def _object(held: object, place: str, check: Any) -> Iterator[Problem]:  # noqa: ANN401
    """Check an object: its size, its keys, and what each key holds."""
    if not isinstance(held, dict):
        yield error("object_expected", place)
    elif len(held) > _MOST:
        yield error("mapping_too_long", place, most=_MOST)
    else:
        for key, each in held.items():
            yield from _text(key, place)
            yield from check(each, f"{place}.{key}"[:_LONGEST])


def _columns(held: object, place: str) -> Iterator[Problem]:
    """Check the name of a column, or several."""
    if isinstance(held, str):
        yield from _text(held, place)
    else:
        most = _MOST_COLUMNS if place.startswith("fields") else _MOST
        yield from _list(held, place, most)


def _word_pairs(held: object, place: str) -> Iterator[Problem]:
    """Check words and what they are translated to; null is an empty cell."""
    yield from _object(held, place, _word)


def _word(held: object, place: str) -> Iterator[Problem]:
    """Check one translation."""
    if held is not None:
        yield from _text(held, place)


def _list(held: object, place: str, most: int) -> Iterator[Problem]:
    """Check a list of texts."""
    if not isinstance(held, list):
        yield error("list_expected", place)
    elif len(held) > most:
        yield error("mapping_too_long", place, most=most)
    else:
        for at, text in enumerate(held):
            yield from _text(text, f"{place}[{at}]")


def _text(held: object, place: str) -> Iterator[Problem]:
    """Check a text: short, and without signs that control anything."""
    if not isinstance(held, str):
        yield error("text_expected", place, value=_shown(held))
    elif len(held) > _LONGEST:
        yield error("mapping_text_long", place, most=_LONGEST)
    elif not is_plain(held):
        yield error("control_character", place)


def _shown(value: object) -> str:
    """Return a value cut short; '' for lists and objects."""
    return "" if isinstance(value, list | dict) else str(value)[:60]
