"""JSON without its traps: no repeated key, no infinity, no half a character."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from app.domain.problems import Problem, RefusedError, error

#: Far above any quote, far below what a hostile file would like to hold.
MOST_BYTES = 5_000_000
_MOST_DEPTH = 20


class _Object(dict[str, Any]):
    """A JSON object that remembers the keys it was given twice."""

    twice: tuple[str, ...] = ()


def loads(content: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Read JSON, absent where a key holds an empty string.

    RefusedError names each repeated key, each number that is none and each
    unreadable text by its place.
    """
    return _without_empty(checked(content))


def checked(content: bytes, most: int = MOST_BYTES) -> Any:  # noqa: ANN401 - likewise
    """Read JSON of at most so many bytes as it stands, refused as `loads` does."""
    if len(content) > most:
        raise RefusedError(error("file_too_large", most=most // 1_000_000))
    try:
        value = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_object)
    except (ValueError, RecursionError) as reason:
        # A byte that is no text has a place and no line.
        start = getattr(reason, "start", 0)
        line = getattr(reason, "lineno", content.count(b"\n", 0, start) + 1)
        raise RefusedError(error("not_json", line=line)) from reason
    problems = tuple(_problems(value, "", 1))
    if problems:
        raise RefusedError(*problems)
    return value


def dumps(value: object) -> bytes:
    """Write JSON as a person can read it, in UTF-8."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def child(place: str, key: str | int) -> str:
    """Return the place of a value inside another: `packs[0].sku`."""
    if isinstance(key, int):
        return f"{place}[{key}]"
    return f"{place}.{key}" if place else key


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    """Keep an object and the names of its repeated keys."""
    made = _Object(pairs)
    if len(made) < len(pairs):
        times = Counter(key for key, _ in pairs)
        made.twice = tuple(key for key in made if times[key] > 1)
    return made


def _problems(value: object, place: str, depth: int) -> Iterator[Problem]:
    """Find repeated keys, texts that are not Unicode, NaN and the infinities."""
    if depth > _MOST_DEPTH:
        yield error("not_json", line=1)
        return
    if isinstance(value, _Object):
        yield from (error("key_twice", child(place, key)) for key in value.twice)
        yield from (error("not_text", place) for key in value if not _is_unicode(key))
    elif isinstance(value, str) and not _is_unicode(value):
        yield error("not_text", place)
    elif isinstance(value, float) and not math.isfinite(value):
        yield error("number_expected", place, value=str(value))
    for key, held in _held(value):
        yield from _problems(held, child(place, key), depth + 1)


def _held(value: object) -> Iterable[tuple[str | int, object]]:
    """Return what an object holds by key, or a list by number."""
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def _is_unicode(text: str) -> bool:
    """Tell whether the text holds whole characters only."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _without_empty(value: object) -> object:
    """Drop the keys that hold an empty string, at every depth."""
    if isinstance(value, dict):
        return {key: _without_empty(held) for key, held in value.items() if held != ""}
    if isinstance(value, list):
        return [_without_empty(held) for held in value]
    return value
