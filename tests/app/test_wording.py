"""Every problem has its sentence, in both languages, and every sentence its use."""

from __future__ import annotations

import ast
import pkgutil
import re
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from app.domain.localized import Localized
from app.domain.money import UnitPrice
from app.domain.problems import error, suggestion, warning
from app.wording import SENTENCES, labelled, sentence
from app.wording import sentences as package
from i18n import Language

ROOT = Path(__file__).parents[2]
NODES = [
    node
    for folder in ("app", "quotes_db", "ui")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if path.parent.name != "sentences"
    for node in ast.walk(ast.parse(path.read_text("utf-8")))
]
#: What makes a problem; its first word is the code.
MAKERS = {"error", "warning", "suggestion", "CellProblem", "NumberProblem"}
TABLES = {"code", "_CODES", "_FAULTS", "_HEADING_RULES", "READ", "WRITE"}
#: What a cell of a list, and a place of a quote file, always name.
CELL = {"row", "column", "value", "expected"}
PLACE = {"value", "expected"}
PARTS = [each.name for each in pkgutil.iter_modules(package.__path__)]
FRENCH, ENGLISH = Language.of("fr", "BE"), Language.of("en", "BE")
CODE = re.compile(r"[a-z]+(?:_[a-z0-9]+)*")


def name_of(node: ast.expr) -> str:
    """The name that a call goes by."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def texts(node: ast.expr) -> Iterator[str]:
    """Every code written in an expression, or in a table's values."""
    parts: list[ast.expr] = []
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield node.value
    elif isinstance(node, ast.Dict):
        parts = node.values
    elif isinstance(node, ast.IfExp):
        parts = [node.body, node.orelse]
    elif isinstance(node, ast.Tuple):
        parts = node.elts
    for part in parts:
        yield from texts(part)


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call in the sources, by name."""
    for node in NODES:
        if isinstance(node, ast.Call):
            yield name_of(node.func), node


def functions_of_codes() -> dict[str, int]:
    """The functions that are given a code, and which of their arguments it is."""
    found: dict[str, int] = {}
    for node in NODES:
        if isinstance(node, ast.FunctionDef):
            names = [each.arg for each in node.args.args if each.arg != "self"]
            if "code" in names:
                found[node.name] = names.index("code")
    return found


def tables() -> Iterator[str]:
    """Every code in a table of codes, and in a variable of that name."""
    for node in NODES:
        if isinstance(node, ast.AnnAssign):
            names = {name_of(node.target)}
        elif isinstance(node, ast.Assign):
            names = {name_of(each) for each in node.targets}
        else:
            continue
        if node.value and names & TABLES:
            yield from texts(node.value)


def codes() -> set[str]:
    """Every code that the sources can make a problem of."""
    given = {**dict.fromkeys(MAKERS, 0), **functions_of_codes()}
    in_calls = {
        text
        for name, call in calls()
        if len(call.args) > given.get(name, len(call.args))
        for text in texts(call.args[given[name]])
    }
    own = {
        text
        for name, call in calls()
        if name == "PydanticCustomError"
        for text in texts(call.args[0])
    }
    return in_calls | own | set(tables())


def written_anywhere() -> set[str]:
    """Every text that stands in the sources, whatever it is for."""
    return {
        node.value
        for node in NODES
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def placeholders(text: str) -> set[str]:
    """The names that a sentence fills in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_codes_are_found() -> None:
    assert {
        "sku_unknown",
        "number_negative",
        "number_ambiguous",
        "format_unknown",
        "sku_missing",
        "quote_open",
        "key_missing",
        "not_a_price",
        "term_missing",
        "no_installation",
    } <= codes() | written_anywhere()
    assert len(codes()) > 80


def test_every_code_has_a_sentence() -> None:
    assert codes() - SENTENCES.keys() == set()


def test_no_sentence_stands_in_two_places() -> None:
    modules = map(import_module, (f"{package.__name__}.{name}" for name in PARTS))
    assert sum(len(each.SENTENCES) for each in modules) == len(SENTENCES)


def test_every_sentence_has_a_use() -> None:
    assert SENTENCES.keys() - written_anywhere() == set()


def test_what_a_sentence_fills_in_is_given_to_its_problem() -> None:
    for name, call in calls():
        known = {each.arg for each in call.keywords}
        # The words for a key are its sentence's to find.
        known |= {"field"} if "key" in known else set()
        if name in ("error", "warning", "suggestion") and None not in known:
            for code in texts(call.args[0]):
                assert placeholders(SENTENCES[code]) <= known, code


def test_what_the_sentence_of_a_cell_fills_in_is_what_a_cell_names() -> None:
    for name, call in calls():
        if name in ("CellProblem", "NumberProblem"):
            for code in texts(call.args[0]):
                assert placeholders(SENTENCES[code]) <= CELL, code


def test_what_the_sentence_of_a_quote_file_fills_in_is_what_a_place_names() -> None:
    for name, call in calls():
        if name == "PydanticCustomError":
            for code in texts(call.args[0]):
                assert placeholders(SENTENCES[code]) <= PLACE, code


@pytest.mark.parametrize("code", sorted(SENTENCES))
@pytest.mark.parametrize("language", [FRENCH, ENGLISH], ids=["fr", "en"])
def test_every_sentence_can_be_said(code: str, language: Language) -> None:
    names = placeholders(SENTENCES[code])
    said = sentence(error(code, **{name: f"‹{name}›" for name in names}), language)
    for name in names:
        assert f"‹{name}›" in said
    assert said.endswith(".")
    assert placeholders(language.gettext(SENTENCES[code])) == names


def test_french_has_its_own_sentences() -> None:
    same = [text for text in SENTENCES.values() if FRENCH.gettext(text) == text]
    assert same == []


def test_the_severity_stands_before_the_sentence() -> None:
    code = "no_rows"
    assert labelled(error(code), ENGLISH).startswith("Error – ")
    assert labelled(warning(code), ENGLISH).startswith("Warning – ")
    assert labelled(suggestion(code), ENGLISH).startswith("Suggestion – ")
    assert labelled(error(code), FRENCH).startswith("Erreur – ")
    assert labelled(warning(code), FRENCH).startswith("Avertissement – ")


@pytest.mark.parametrize(
    ("where", "english", "french"),
    [
        ("packs[0]", "Pack 1", "Pack 1"),
        ("packs[1].options[0]", "Pack 2, option 1", "Pack 2, option 1"),
        ("subscriptions[2]", "Subscription 3", "Abonnement 3"),
        ("partner_services[0]", "Service 1", "Service 1"),
        ("special_requests[0]", "Special request 1", "Demande spéciale 1"),
    ],
)
def test_a_line_of_a_quote_is_named_as_people_count(
    where: str, english: str, french: str
) -> None:
    problem = error("key_missing", where)
    assert sentence(problem, ENGLISH).startswith(f"{english}: ")
    assert sentence(problem, FRENCH).startswith(f"{french}\u00a0: ")


@pytest.mark.parametrize(
    "where", ["customer.name", "packs[0].sku", "a.b", ".", "é", "["]
)
def test_another_place_is_named_as_the_file_writes_it(where: str) -> None:
    problem = error("key_missing", where)
    for language in (FRENCH, ENGLISH):
        assert sentence(problem, language).startswith(where)


def test_a_cell_is_named_by_row_column_and_value() -> None:
    place = "row 12, column Prix 36"
    problem = error("number_negative", place, row=12, column="Prix 36", value="-5")
    assert "Row 12, column Prix 36, “-5”: " in sentence(problem, ENGLISH)
    assert "Ligne 12, colonne Prix 36" in sentence(problem, FRENCH)


def test_a_problem_of_the_whole_names_no_place() -> None:
    assert sentence(error("no_rows"), ENGLISH) == ENGLISH.gettext(SENTENCES["no_rows"])


def test_amounts_days_and_names_are_said_as_the_language_says_them() -> None:
    price = warning(
        "price_differs",
        sku="A",
        quoted=UnitPrice(1_250, "EUR"),
        listed=UnitPrice(499_000, "EUR"),
    )
    said = sentence(price, FRENCH)
    assert "0,125\u00a0€" in said
    assert "49,90\u00a0€" in said
    ended = error("list_expired", list="L", day=date(2026, 11, 22))
    assert "22 novembre 2026" in sentence(ended, FRENCH)
    assert "22 November 2026" in sentence(ended, ENGLISH)
    names = Localized.of({"fr": "Portable", "en": "Notebook"})
    seats = error("seats_min", name=names, least=1)
    assert "Portable" in sentence(seats, FRENCH)
    assert "Notebook" in sentence(seats, ENGLISH)


def test_braces_in_a_value_are_only_letters() -> None:
    said = sentence(error("sku_unknown", sku="{0}{x}{"), ENGLISH)
    assert "“{0}{x}{”" in said
