"""The arrows of ARCHITECTURE.md hold, and each check bites when a leak is planted."""

from __future__ import annotations

import ast
import re
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from importlinter import configuration
from importlinter.application import use_cases

import app

ROOT = Path(__file__).parent.parent
PACKAGES = ("app", "ui", "quotes_db", "i18n")


class Contracts:
    """The contracts of pyproject.toml over the imports of the sources."""

    def __init__(self) -> None:
        configuration.configure()
        self.options = use_cases.read_user_options(str(ROOT / "pyproject.toml"))
        use_cases._register_contract_types(self.options)
        self.graph = use_cases._build_graph(
            root_package_names=list(PACKAGES),
            cache_dir=None,
            include_external_packages=True,
            exclude_type_checking_imports=False,
            verbose=False,
        )

    def broken_by(self, *leak: tuple[str, str]) -> set[str]:
        """Return the names of the contracts that planted imports break."""
        graph: Any = deepcopy(self.graph)
        for importer, imported in leak:
            for module in (importer, imported):
                if module not in graph.modules:
                    graph.add_module(module)
            graph.add_import(importer=importer, imported=imported)
        report = use_cases._build_report(
            graph=graph,
            graph_building_duration=0,
            user_options=self.options,
            limit_to_contracts=(),
            show_timings=False,
            verbose=False,
        )
        checks = report.get_contracts_and_checks()
        return {contract.name for contract, check in checks if not check.kept}


@pytest.fixture(scope="module")
def contracts() -> Contracts:
    return Contracts()


def test_every_contract_holds(contracts: Contracts) -> None:
    assert contracts.broken_by() == set()


CUSTOMER = "What a customer receives cannot reach a commission or a cost"
DOWN = "Inside the program the arrows point down, and siblings do not know one another"
SIDES = (
    "The window and the database use the program, the program uses languages,"
    " and window and database never meet"
)


@pytest.mark.parametrize(
    ("importer", "imported", "contract"),
    [
        ("app.documents.content", "app.domain.commission", CUSTOMER),
        ("app.documents.content", "app.domain.costs", CUSTOMER),
        ("app.documents.order_form", "app.domain.contract", CUSTOMER),
        ("app.exchange.order_file", "app.domain.falling_due", CUSTOMER),
        ("app.documents.content", "app.domain.quote", CUSTOMER),
        ("app.documents.content", "app.domain.price_list", CUSTOMER),
        ("app.documents.content", "app.statements.commission_sheet", CUSTOMER),
        ("app.documents.quote_pdf", "app.statements.paper", CUSTOMER),
        ("app.exchange.customer_copy", "app.domain.pricing", CUSTOMER),
        ("app.exchange.order_file", "app.domain.commission", CUSTOMER),
        ("app.paper.furniture", "app.domain.commission", CUSTOMER),
        ("app.exchange.ubl.lines", "app.domain.pricing", CUSTOMER),
        ("app.exchange.ubl", "app.statements", CUSTOMER),
        ("app.exchange.mail", "app.domain.quote", CUSTOMER),
        ("app.domain.money", "i18n.language", "The domain knows no library"),
        ("app.domain.money", "sqlmodel", "The domain knows no library"),
        ("app.domain.money", "app.ports", DOWN),
        ("app.exchange.schema", "app.pricelist.parse", DOWN),
        ("app.paper.text", "app.documents.document", DOWN),
        ("app.statements.paper", "app.documents.document", DOWN),
        ("app.statements.price_report", "app.pricelist.write", DOWN),
        ("app.use_cases.prices", "app.cli.answer", DOWN),
        ("app.use_cases.prices", "sqlalchemy", "Only the database package knows SQL"),
        ("app.use_cases.prices", "PySide6", "Only the window knows Qt"),
        (
            "quotes_db.store",
            "app.exchange.quote_file",
            "The database package knows the domain, the ports and files alone",
        ),
        ("i18n.language", "app.domain.money", SIDES),
        ("ui.window", "quotes_db.store", SIDES),
        ("quotes_db.store", "ui.window", SIDES),
    ],
)
def test_a_planted_leak_breaks_its_contract(
    contracts: Contracts, importer: str, imported: str, contract: str
) -> None:
    assert contract in contracts.broken_by((importer, imported))


def test_an_indirect_leak_is_seen_too(contracts: Contracts) -> None:
    leak = (
        ("app.documents.content", "app.wording"),
        ("app.wording", "app.domain.commission"),
    )
    assert CUSTOMER in contracts.broken_by(*leak)


def test_a_new_folder_in_app_must_take_its_place(contracts: Contracts) -> None:
    assert DOWN in contracts.broken_by(("app.novelty", "app.domain.money"))


def imports(source: str) -> set[str]:
    """Return the top-level names of what a source imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def outside_the_standard_library(source: str) -> set[str]:
    return imports(source) - sys.stdlib_module_names - {"app"}


def test_the_domain_is_standard_library_only() -> None:
    for path in (ROOT / "app" / "domain").rglob("*.py"):
        assert not outside_the_standard_library(path.read_text("utf-8")), path
    assert outside_the_standard_library("from attrs import define") == {"attrs"}


def test_no_settings_of_qt_and_no_clock_in_the_domain() -> None:
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            assert "QSettings" not in path.read_text("utf-8"), path
    for path in (ROOT / "app" / "domain").rglob("*.py"):
        assert not re.search(r"\b(today|now)\(\)", path.read_text("utf-8")), path


def test_every_package_says_what_it_is_in_a_sentence() -> None:
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            if "versions" in path.parts:
                continue
            docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")))
            assert docstring, path


def test_the_version_stands_once() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert f'\nversion = "{app.VERSION}"\n' in project
    assert app.VERSION in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("sign", ["://", "--index-url", "--find-links", "file:"])
def test_the_lock_names_no_place(sign: str) -> None:
    assert sign not in (ROOT / "requirements.lock").read_text("utf-8")
