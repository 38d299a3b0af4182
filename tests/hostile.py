"""The corpus of hostile lists and mappings: `python -m tests.hostile` writes it anew.

Each file is small, whatever it unfolds to, and named after what it tries. The
long ones are not written but made by the test each time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tests.app.tables.test_xlsx_attacks import ATTACKS, CODES

FOLDER: Final = Path(__file__).parent / "data" / "hostile"
MAPPING_FOLDER: Final = FOLDER.with_name("hostile-mappings")
_MOST_BYTES: Final = 40_000

_HEAD: Final = """list_id;HOSTILE
version;1
currency;EUR
valid_from;2026-01-01
sku;kind;name_fr;name_en;includes;requires;successor;price_36
"""
_GOOD: Final = "PACK;pack;Pack;Pack;;;;49.90\n"


def _rows(*rows: str) -> Callable[[], bytes]:
    """Return a list with these rows after a good one."""
    return (_HEAD + _GOOD + "".join(f"{row}\n" for row in rows)).encode


#: What each file tries, and the code it is refused for.
TEXTS: Final[Mapping[str, tuple[str, Callable[[], bytes]]]] = {
    "unclosed-quote": ("quote_open", _rows('A;hardware;"Écran;Screen;;;;1.00')),
    "nul-byte": ("not_a_text_file", _rows("A;hardware;Écr\0an;Screen;;;;1.00")),
    "long-cell": (
        "text_too_long",
        _rows(f"A;hardware;{'x' * 1_000_000};Screen;;;;1.00"),
    ),
    "sku-twice": ("sku_twice", _rows("PACK;hardware;Écran;Screen;;;;1.00")),
    "circle-of-contents": (
        "pack_in_pack",
        _rows("A;pack;A;A;B;;;1.00", "B;pack;B;B;A;;;1.00"),
    ),
    "circle-of-requirements": (
        "circle",
        _rows("A;option;A;A;;B;;1.00", "B;option;B;B;;A;;1.00"),
    ),
    "circle-of-successors": (
        "circle",
        _rows("A;option;A;A;;;B;1.00", "B;option;B;B;;;A;1.00"),
    ),
    "unknown-reference": ("sku_missing", _rows("A;pack;A;A;NOBODY;;;1.00")),
    "control-sign": ("control_character", _rows("A;option;A\x07;A;;;;1.00")),
    "right-to-left-override": (
        "control_character",
        _rows("A;option;Prix\u202e09.94;A;;;;1.00"),
    ),
    "negative": ("number_negative", _rows("A;option;A;A;;;;-1.00")),
    "endless-exponent": ("number_exponent", _rows("A;option;A;A;;;;1E+9999999")),
    "not-a-number": ("number_not_finite", _rows("A;option;A;A;;;;NaN")),
    "infinity": ("number_not_finite", _rows("A;option;A;A;;;;inf")),
    "formula-error": ("number_formula_error", _rows("A;option;A;A;;;;#REF!")),
    "no-table": ("no_header", lambda: b"bonjour\nvoici;nos;prix\n"),
    "empty": ("table_empty", lambda: b""),
}


#: What the mappings below say something of.
MAPPED_LIST: Final = "Réf.;Nom;Prix\nA;Écran;1,50\n"
_FIELDS: Final[dict[str, object]] = {"sku": "Réf.", "name_fr": "Nom"}
_LETTERS: Final = "abcdefghijk"
_SAID: Final[dict[str, object]] = {
    "list_id": "X",
    "currency": "EUR",
    "kind": "hardware",
    "valid_from": "2026-01-01",
}


def _mapping(**changes: object) -> bytes:
    """Return a mapping with something in it that should not be."""
    fields = {**_FIELDS, "price_once": "Prix"}
    whole = {"format": "waas-mapping/1", "fields": fields, "constants": _SAID}
    return json.dumps({**whole, **changes}).encode()


#: What each mapping tries, and the code it is refused for.
MAPPINGS: Final[Mapping[str, tuple[str, bytes]]] = {
    "not-json": ("mapping_not_json", b"{"),
    "deep": ("mapping_not_json", b"[" * 50_000),
    "twice": ("key_twice", b'{"format": "waas-mapping/1", "format": "x"}'),
    "infinite": ("number_expected", b'{"format": "waas-mapping/1", "name": Infinity}'),
    "half-a-character": ("not_text", _mapping(name="\ud800")),
    "other-format": ("format_unknown", _mapping(format="waas-quote/1")),
    "a-path": ("key_unknown", _mapping(file="../../settings.json")),
    "right-to-left": ("control_character", _mapping(name="a\u202ejson.exe")),
    "long-text": ("mapping_text_long", _mapping(name="x" * 5_000)),
    "many-columns": (
        "mapping_too_long",
        _mapping(fields={f"name_{a}{b}": "Nom" for a in _LETTERS for b in _LETTERS}),
    ),
    "many-patterns": (
        "mapping_too_long",
        _mapping(leave_out={"Nom": [f"*{n}*" for n in range(60)]}),
    ),
    "many-texts": ("mapping_too_long", _mapping(leave_out={"Nom": ["x"] * 1_001})),
    "a-price-for-all": (
        "mapping_field_unknown",
        _mapping(constants={"price_once": "0"}),
    ),
    "a-sku-for-all": ("mapping_field_unknown", _mapping(constants={"sku": "A"})),
    "no-such-column": ("mapping_columns_missing", _mapping(fields={"sku": "Prix 2"})),
    "a-sign-of-three": ("not_one_of", _mapping(decimal=",.'")),
    "commission-without-term": (
        "mapping_term_missing",
        _mapping(fields={**_FIELDS, "commission": "Prix"}),
    ),
}


def corpus() -> dict[str, tuple[str, bytes]]:
    """Return every file by name, with the code it is refused for."""
    files = {f"{name}.csv": (code, make()) for name, (code, make) in TEXTS.items()}
    for name, make in ATTACKS.items():
        file = f"{name.replace(' ', '-')}.xlsx"
        files[file] = (CODES.get(name, "workbook_damaged"), make())
    return files


def main() -> None:
    """Write the corpus."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (_, content) in corpus().items():
        if len(content) <= _MOST_BYTES:
            (FOLDER / name).write_bytes(content)
    MAPPING_FOLDER.mkdir(exist_ok=True)
    for name, (_, content) in MAPPINGS.items():
        if len(content) <= _MOST_BYTES:
            (MAPPING_FOLDER / f"{name}.json").write_bytes(content)


if __name__ == "__main__":
    main()
