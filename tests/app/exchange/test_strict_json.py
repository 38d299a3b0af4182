from __future__ import annotations

import codecs
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.problems import RefusedError
from app.exchange.strict_json import MOST_BYTES, child, dumps, loads


def refusals(content: bytes) -> list[tuple[str, str]]:
    """The code and place of everything that a text is refused for."""
    with pytest.raises(RefusedError) as raised:
        loads(content)
    return [(each.code, each.where) for each in raised.value.problems]


def test_json_is_read_with_or_without_a_mark() -> None:
    assert loads(b'{"a": [1, "b", null, true]}') == {"a": [1, "b", None, True]}
    assert loads(codecs.BOM_UTF8 + b"{}") == {}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"sku;kind\nA;pack\n", id="a price list"),
        pytest.param(b'{"a": 1', id="half an object"),
        pytest.param(b"{'a': 1}", id="other quotes"),
        pytest.param(b'{"a": 1} {}', id="two objects"),
        pytest.param(b'{"a": "\xe9"}', id="cp1252"),
        pytest.param('{"a": 1}'.encode("utf-16"), id="UTF-16"),
        pytest.param(b"9" * 5_000, id="a number of 5,000 digits"),
        pytest.param(b"[" * 100_000, id="too deep to read"),
        pytest.param(b"[" * 900 + b"]" * 900, id="too deep to look at"),
    ],
)
def test_what_is_no_json_is_refused(content: bytes) -> None:
    assert refusals(content) == [("not_json", "")]


def test_the_line_of_the_mistake_is_named() -> None:
    with pytest.raises(RefusedError) as raised:
        loads(b'{"a": 1,\n "b": }')
    assert dict(raised.value.problems[0].parameters) == {"line": 2}


def test_a_repeated_key_names_its_place() -> None:
    text = b'{"packs": [{"sku": "A"}, {"sku": "B", "sku": "B"}], "term": 1, "term": 2}'
    assert refusals(text) == [("key_twice", "term"), ("key_twice", "packs[1].sku")]


def test_a_key_repeated_among_very_many_takes_no_time() -> None:
    keys = ",".join(f'"{at}":0' for at in range(100_000))
    assert refusals(f'{{{keys},"7":0}}'.encode()) == [("key_twice", "7")]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_number_that_is_none_names_its_place(number: str) -> None:
    text = f'{{"packs": [{{"quantity": {number}}}]}}'
    assert refusals(text.encode()) == [("number_expected", "packs[0].quantity")]


def test_half_a_character_names_its_place() -> None:
    assert refusals(rb'{"customer": {"name": "\ud800"}}') == [
        ("not_text", "customer.name")
    ]
    assert refusals(rb'{"customer": {"\udc00": 1}}') == [("not_text", "customer")]


def test_a_file_beyond_every_quote_is_refused_before_it_is_read() -> None:
    assert refusals(b" " * (MOST_BYTES + 1)) == [("file_too_large", "")]


def test_an_empty_text_is_the_same_as_an_absent_key_at_every_depth() -> None:
    text = b'{"a": "", "b": {"c": "", "d": [{"e": ""}, ""]}, "f": " "}'
    assert loads(text) == {"b": {"d": [{}, ""]}, "f": " "}


def test_places_read_as_a_quote_names_them() -> None:
    assert child(child(child(child("", "packs"), 0), "options"), 1) == (
        "packs[0].options[1]"
    )


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(min_size=1),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
    ),
    max_leaves=10,
)


@given(values)
def test_what_is_written_reads_back(value: object) -> None:
    assert loads(dumps(value)) == value


def test_files_are_written_as_a_person_can_read_them() -> None:
    written = dumps({"name": "Lefèvre", "lines": [1]})
    assert written.decode() == '{\n "name": "Lefèvre",\n "lines": [\n  1\n ]\n}\n'
    assert json.loads(written) == {"name": "Lefèvre", "lines": [1]}
