"""Whether the catalogues hold every text, whole and with its placeholders.

`python -m i18n.check` exits 1 where they do not, and says what is missing.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from i18n.language import LANGUAGES

_ROOT = Path(__file__).parent.parent
_SOURCES = ("app", "ui", "i18n", "quotes_db")
_IN_F_STRING = re.compile(r"""\bf(["']).*\{(?:\w+\.)*(?:_|n?gettext|N_)\(""")
_PLACEHOLDER = re.compile(r"\{[^}]*\}|%\([a-z_]+\)[srd]|%[srd]")


def problems() -> Iterator[str]:
    """Yield what is wrong with the catalogues, one sentence each."""
    wanted = _wanted()
    for code in LANGUAGES:
        catalogue = _catalogue(code)
        known = {_key(message): message for message in catalogue if message.id}
        for key in sorted(wanted - known.keys()):
            yield f"{code}: no entry for {key!r}"
        for key in sorted(known.keys() - wanted):
            yield f"{code}: nothing uses {key!r}"
        for message in known.values():
            yield from _faults(code, message)
    yield from _untranslated()
    yield from _hidden()


def _hidden() -> Iterator[str]:
    """Yield the texts that Babel cannot see, since they stand inside an f-string."""
    for source in _SOURCES:
        for path in sorted((_ROOT / source).rglob("*.py")):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if _IN_F_STRING.search(line):
                    place = path.relative_to(_ROOT).as_posix()
                    yield f"{place}:{number}: a text inside an f-string is not seen"


def _wanted() -> set[str]:
    """Return every text that the sources mark, singular forms for plurals."""
    found: set[str] = set()
    for source in _SOURCES:
        for _, _, text, _, _ in extract_from_dir(_ROOT / source):
            found.add(text if isinstance(text, str) else text[0])
    return found


def _catalogue(code: str) -> Catalog:
    """Return a language's catalogue as translators write it."""
    path = files("i18n") / "locale" / code / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        return read_po(file, locale=code)


def _key(message: Message) -> str:
    """Return the text that stands for a message."""
    key: str = message.id if isinstance(message.id, str) else message.id[0]
    return key


def _faults(code: str, message: Message) -> Iterator[str]:
    """Find what is missing in one entry; English may leave its own text out."""
    texts = _texts(message)
    plural = not isinstance(message.id, str)
    if message.fuzzy:
        yield f"{code}: still fuzzy: {_key(message)!r}"
    if not all(texts) and (code != "en" or plural):
        yield f"{code}: not translated: {_key(message)!r}"
    ids = (message.id,) if isinstance(message.id, str) else message.id
    allowed = [_placeholders(text) for text in ids]
    for text in filter(None, texts):
        if _placeholders(text) not in allowed:
            yield f"{code}: other placeholders: {_key(message)!r}"


def _texts(message: Message) -> tuple[str, ...]:
    """Return the translations of a message, one a plural form."""
    text: Any = message.string
    return (text,) if isinstance(text, str) else tuple(text)


def _placeholders(text: str) -> list[str]:
    """Return what is filled in later, in the order of the alphabet."""
    return sorted(_PLACEHOLDER.findall(text))


def _untranslated() -> Iterator[str]:
    """Find French texts equal to their English that no reason stands for."""
    reasons = tomllib.loads((files("i18n") / "same.toml").read_text("utf-8"))["same"]
    same = {
        _key(message)
        for message in _catalogue("fr")
        if message.id and _key(message) in _texts(message)
    }
    for key in sorted(same - reasons.keys()):
        yield f"fr: the same as the English, without a reason: {key!r}"
    for key in sorted(reasons.keys() - same):
        yield f"same.toml: not the same in French any more: {key!r}"


if __name__ == "__main__":
    found = list(problems())
    for each in found:
        print(each, file=sys.stderr)
    sys.exit(1 if found else 0)
