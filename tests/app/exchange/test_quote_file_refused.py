"""A quote file that is not in order: each wrong place is named."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.problems import Problems, RefusedError
from app.exchange.quote_file import read
from app.wording import labelled
from i18n import Language
from tests.app.exchange.quotes import (
    Json,
    a_pack,
    a_quote,
    a_request,
    a_service,
    a_subscription,
    refusals,
    refused,
)


@pytest.mark.parametrize(
    "key", ["format", "date", "customer", "customer.name", "packs[0].sku"]
)
def test_a_required_key_that_is_missing_is_named(key: str) -> None:
    value = a_quote()
    holder: Any = {"customer": value["customer"], "packs[0]": value["packs"][0]}.get(
        key.rpartition(".")[0], value
    )
    del holder[key.rpartition(".")[2]]
    assert [(each.code, each.where) for each in refused(value)] == [
        ("key_missing", key)
    ]


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"packs": [{"sku": "A"}]}, "packs[0].quantity"),
        ({"packs": [a_pack(options=[{"quantity": 1}])]}, "packs[0].options[0].sku"),
        ({"subscriptions": [{"quantity": 1}]}, "subscriptions[0].sku"),
        (
            {"partner_services": [{"name_fr": "A", "quantity": 1}]},
            "partner_services[0].price",
        ),
        ({"special_requests": [{"text_fr": "A"}]}, "special_requests[0].quantity"),
    ],
)
def test_a_line_names_what_it_lacks(more: Json, place: str) -> None:
    assert refusals(**more) == [("key_missing", place)]


def test_a_quote_without_any_line_is_refused() -> None:
    assert refusals(packs=[]) == [("no_line", "")]
    assert refusals(packs=[], term="") == [("no_line", "")]


@pytest.mark.parametrize("more", [{}, {"packs": [], "special_requests": [a_request()]}])
def test_w7_packs_and_special_requests_need_a_term(more: Json) -> None:
    assert refusals(term="", **more) == [("term_missing", "")]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ({"partner_services": [a_service(name_fr="")]}, "name_missing"),
        ({"special_requests": [a_request(text_fr="")]}, "text_missing"),
    ],
)
def test_a_service_and_a_request_need_a_text_in_one_language(
    lines: Json, code: str
) -> None:
    assert refusals(**lines) == [(code, f"{next(iter(lines))}[0]")]


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"colour": "blue"}, "colour"),
        ({"customer": {"name": "A", "phone": "1"}}, "customer.phone"),
        ({"packs": [a_pack(price="1")]}, "packs[0].price"),
        (
            {"packs": [a_pack(), a_pack(options=[a_pack(options=[])])]},
            "packs[1].options[0].options",
        ),
        ({"subscriptions": [a_subscription(end="x")]}, "subscriptions[0].end"),
        (
            {"special_requests": [a_request(answer={"price_48": "1"})]},
            "special_requests[0].answer.price_48",
        ),
        ({"policies": {"vat": "x"}}, "policies.vat"),
        ({"PACKS": []}, "PACKS"),
    ],
)
def test_an_unknown_key_is_refused_by_its_place(more: Json, place: str) -> None:
    assert refusals(**more) == [("key_unknown", place)]


def test_a_duplicate_key_is_refused_by_its_place() -> None:
    text = json.dumps(a_quote()).replace('"quantity"', '"sku": "B", "quantity"')
    with pytest.raises(RefusedError) as raised:
        read(text.encode())
    (problem,) = raised.value.problems
    assert (problem.code, problem.where) == ("key_twice", "packs[0].sku")


@pytest.mark.parametrize(
    ("more", "code", "place"),
    [
        ({"title": 3}, "text_expected", "title"),
        ({"title": True}, "text_expected", "title"),
        ({"title": None}, "text_expected", "title"),
        ({"title": ["x"]}, "text_expected", "title"),
        ({"date": 20261122}, "text_expected", "date"),
        ({"customer": {"name": 7}}, "text_expected", "customer.name"),
        ({"packs": [a_pack(sku=4711)]}, "text_expected", "packs[0].sku"),
        ({"packs": [a_pack(quantity="12")]}, "number_expected", "packs[0].quantity"),
        ({"packs": [a_pack(quantity=True)]}, "number_expected", "packs[0].quantity"),
        ({"packs": [a_pack(quantity=1.5)]}, "number_expected", "packs[0].quantity"),
        ({"packs": [a_pack(quantity=None)]}, "number_expected", "packs[0].quantity"),
        ({"packs": [a_pack(optional=1)]}, "yes_no_expected", "packs[0].optional"),
        ({"packs": [a_pack(optional="yes")]}, "yes_no_expected", "packs[0].optional"),
        ({"term": "36"}, "not_one_of", "term"),
        ({"term": True}, "not_one_of", "term"),
        ({"term": 48}, "not_one_of", "term"),
        ({"language": "de"}, "not_one_of", "language"),
        ({"language": 1}, "not_one_of", "language"),
        ({"delivery": "nowhere"}, "not_one_of", "delivery"),
        ({"return": "never"}, "not_one_of", "return"),
        ({"format": "waas-quote/2"}, "not_one_of", "format"),
        (
            {"customer": {"name": "A", "segment": "army"}},
            "not_one_of",
            "customer.segment",
        ),
        (
            {"subscriptions": [a_subscription(billing="weekly")]},
            "not_one_of",
            "subscriptions[0].billing",
        ),
        (
            {"partner_services": [a_service(recurrence="daily")]},
            "not_one_of",
            "partner_services[0].recurrence",
        ),
        (
            {"partner_services": [a_service(type="magic")]},
            "not_one_of",
            "partner_services[0].type",
        ),
        (
            {"partner_services": [a_service(price=85)]},
            "text_expected",
            "partner_services[0].price",
        ),
        ({"packs": {}}, "list_expected", "packs"),
        ({"packs": "PACK"}, "list_expected", "packs"),
        ({"packs": ["PACK"]}, "object_expected", "packs[0]"),
        ({"customer": "Lefèvre"}, "object_expected", "customer"),
        ({"customer": []}, "object_expected", "customer"),
        ({"note": "x" * 10_001}, "text_too_long", "note"),
        (
            {"customer": {"name": "A", "country": "be"}},
            "not_a_country",
            "customer.country",
        ),
        (
            {"customer": {"name": "A", "country": "Belgique"}},
            "not_a_country",
            "customer.country",
        ),
    ],
)
def test_a_value_of_another_kind_is_refused_by_its_place(
    more: Json, code: str, place: str
) -> None:
    assert refusals(**more) == [(code, place)]


@pytest.mark.parametrize("content", [b"[]", b'"quote"', b"7", b"null"])
def test_a_file_that_is_no_object_is_refused(content: bytes) -> None:
    with pytest.raises(RefusedError) as raised:
        read(content)
    assert [each.code for each in raised.value.problems] == ["object_expected"]


@pytest.mark.parametrize(
    ("value", "shown"), [(True, "true"), (None, "null"), (1.5, "1.5"), ("x", "x")]
)
def test_a_wrong_value_is_shown_as_the_file_writes_it(
    value: object, shown: str
) -> None:
    (problem,) = refused(a_quote(packs=[a_pack(quantity=value)]))
    assert dict(problem.parameters)["value"] == shown


def test_the_values_that_are_expected_are_named() -> None:
    (problem,) = refused(a_quote(language="de"))
    assert dict(problem.parameters)["expected"] == "fr, en, fr+en"


def test_every_wrong_place_of_a_quote_is_named_at_once() -> None:
    found = refusals(
        date="x",
        term="36",
        packs=[a_pack(quantity=0, colour="blue"), {"quantity": 1}],
    )
    assert sorted(found) == [
        ("key_missing", "packs[1].sku"),
        ("key_unknown", "packs[0].colour"),
        ("not_a_date", "date"),
        ("not_one_of", "term"),
        ("quantity_range", "packs[0].quantity"),
    ]


def test_a_file_of_wrong_lines_without_end_is_refused_all_the_same() -> None:
    assert len(refused(a_quote(packs=[0] * 20_000))) == 1_000


LANGUAGES = (Language.of("fr", "BE"), Language.of("en", "BE"))


KEYS = st.sampled_from(
    [
        *a_quote(subscriptions=0, note=0, priced=0, policies=0, special_requests=0),
        *("sku", "quantity", "id", "options", "answer", "name", "price", "return", ""),
    ]
)


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-1, 10_000)
    | st.floats()
    | st.sampled_from(["waas-quote/1", "2026-11-22", "fr", "36", "49.90", "", "a"])
    | st.text(st.characters(exclude_categories=[]), max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4)
    ),
    max_leaves=20,
)


def problems_of(content: bytes) -> Problems:
    """What a file is refused for; nothing for one that is read."""
    try:
        read(content)
    except RefusedError as refusal:
        return refusal.problems
    return ()


@settings(max_examples=120)
@given(
    st.builds(
        lambda more: json.dumps(a_quote(**more)).encode(),
        st.dictionaries(KEYS, anything, max_size=3),
    )
    | anything.map(json.dumps).map(str.encode)
    | st.binary(max_size=100)
)
def test_random_json_is_read_or_refused_with_sentences(content: bytes) -> None:
    for problem in problems_of(content):
        for language in LANGUAGES:
            assert labelled(problem, language)
