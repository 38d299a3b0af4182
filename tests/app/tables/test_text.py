from __future__ import annotations

import codecs

import pytest

from app.domain.problems import RefusedError
from app.tables.text import decode, separator

TEXT = "sku;nom\nA;Écran 24 pouces – 19,90 €\n"
ENCODED = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with a mark": codecs.BOM_UTF8 + TEXT.encode(),
    "UTF-16 little-endian": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "UTF-16 big-endian": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "cp1252": TEXT.encode("cp1252"),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_each_accepted_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(ENCODED[encoding]) == TEXT


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"sku;nom\nA;\x81\n", id="a byte that cp1252 lacks"),
        pytest.param(codecs.BOM_UTF8 + b"A;\xc9cran", id="a mark that lies"),
        pytest.param(codecs.BOM_UTF16_LE + b"A\0;\0x", id="half a character"),
        pytest.param(codecs.BOM_UTF16_LE + b"\0\xd8A\0", id="half a pair"),
    ],
)
def test_bytes_that_are_no_text_are_refused_whole(content: bytes) -> None:
    with pytest.raises(RefusedError) as refusal:
        decode(content)
    assert [each.code for each in refusal.value.problems] == ["not_a_text_file"]


def test_the_problem_names_the_first_byte_that_is_no_text() -> None:
    with pytest.raises(RefusedError) as refusal:
        decode(b"sku;nom\n\x81")
    assert dict(refusal.value.problems[0].parameters) == {"byte": 8}


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_the_separator_is_the_sign_that_makes_even_lines(sign: str) -> None:
    lines = [["sku", "kind", "name_fr"], ["A", "pack", "x"], ["B", "pack", "y"]]
    assert separator("\n".join(sign.join(line) for line in lines)) == sign


def test_decimal_commas_do_not_pass_for_separators() -> None:
    rows = [f"REF-{i};pack;57,90;49,90;44,90" for i in range(20)]
    assert separator("\n".join(["sku;kind;price_12;price_24;price_36", *rows])) == ";"


def test_signs_inside_quoted_texts_do_not_count() -> None:
    rows = [f'REF-{i},pack,"a;b;c;d;e;f ""g;h"" i;j"' for i in range(20)]
    assert separator("\n".join(["sku,kind,name_fr", *rows])) == ","
