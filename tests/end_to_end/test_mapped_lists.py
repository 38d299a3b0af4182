"""A list in a layout of its own, by command: suggested, checked, imported, again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.app.pricelist.mapping.tables import CATALOGUE, MAPPED
from tests.cli import Cli


def put(folder: Path, name: str, content: str | dict[str, Any]) -> Path:
    path = folder / name
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, "utf-8")
    return path


def test_a_list_is_mapped_from_the_suggestion_on(cli: Cli, tmp_path: Path) -> None:
    path = put(tmp_path, "portables.csv", CATALOGUE)
    refused = cli("prices", "check", path)
    assert refused.status == 1
    assert "prices map" in refused.err
    assert "--mapping" in refused.err
    out = tmp_path / "mapping.json"
    answer = cli.done("prices", "map", path, "--out", out)
    assert "“Kind of item” (kind)" in answer.err
    assert "Monthly price, 36 months" in answer.out
    assert "← Réf. art." in answer.out
    assert "price_36" not in answer.out
    suggested = json.loads(out.read_text("utf-8"))
    assert suggested["fields"]["sku"] == "Réf. art."
    suggested["constants"]["kind"] = "hardware"
    out.write_text(json.dumps(suggested), "utf-8")
    checked = cli.done("prices", "check", path, "--mapping", out, "--format", "json")
    assert checked.json["price_list"]["items"] == 3
    assert not cli.folder.exists()
    cli.done("prices", "import", path, "--mapping", out)
    assert "PORTABLES 2026-11-01" in cli.done("prices", "show").out


def test_the_next_list_of_the_layout_needs_no_mapping(cli: Cli, tmp_path: Path) -> None:
    mapping = put(tmp_path, "mapping.json", MAPPED)
    first = put(tmp_path, "un.csv", CATALOGUE)
    cli.done("prices", "import", first, "--mapping", mapping)
    changed = CATALOGUE.replace("novembre", "décembre").replace("49,90", "51,90")
    second = put(tmp_path, "deux.csv", changed)
    changes = cli.done("prices", "diff", first, second, "--format", "json").json
    (item,) = changes["changes"]["changed"]
    assert item["sku"] == "NB-1"
    known = cli.done("prices", "map", second).json
    assert known["name"] == "Portables"
    assert known["headers"] == [
        "",
        "Marque",
        "Modèle",
        "Réf. art.",
        "36 mois",
        "Remise",
    ]
    answer = cli.done("prices", "import", second, language="fr")
    assert "Lue avec la correspondance «\u00a0Portables\u00a0»" in answer.err


def test_a_list_dated_by_its_mapping_says_how_the_next_one_is(
    cli: Cli, tmp_path: Path
) -> None:
    untitled = CATALOGUE.replace("Tarif du 1er novembre 2026", "Catalogue")
    dated = {**MAPPED["constants"], "valid_from": "2026-11-01"}
    mapping = put(tmp_path, "mapping.json", {**MAPPED, "constants": dated})
    first = put(tmp_path, "un.csv", untitled)
    cli.done("prices", "import", first, "--mapping", mapping)
    second = put(tmp_path, "deux.csv", untitled.replace("49,90", "51,90"))
    refused = cli("prices", "import", second)
    assert refused.status == 1
    assert "“prices map deux.csv --out mapping.json”" in refused.err
    out = tmp_path / "next.json"
    cli.done("prices", "map", second, "--out", out)
    text = out.read_text("utf-8")
    out.write_text(text.replace("2026-11-01", "2026-12-01"), "utf-8")
    cli.done("prices", "import", second, "--mapping", out)
    versions = cli.done("prices", "history", "--format", "json").out
    assert "2026-12-01" in versions


def test_a_suggestion_is_printed_where_no_file_is_named(
    cli: Cli, tmp_path: Path
) -> None:
    answer = cli.done("prices", "map", put(tmp_path, "portables.csv", CATALOGUE))
    assert answer.json["format"] == "waas-mapping/1"


def test_a_broken_mapping_is_refused_by_its_place(cli: Cli, tmp_path: Path) -> None:
    path = put(tmp_path, "portables.csv", CATALOGUE)
    broken = {**MAPPED, "fields": {"colour": "Marque"}, "constants": {"kind": "car"}}
    mapping = put(tmp_path, "mapping.json", broken)
    for command in ("check", "import"):
        answer = cli("prices", command, path, "--mapping", mapping)
        assert answer.status == 1
        assert "fields.colour" in answer.err
        assert "constants.kind" in answer.err
        assert not cli.folder.exists()
    absent = cli("prices", "check", path, "--mapping", tmp_path / "none.json")
    assert absent.status == 2


def test_a_cost_is_masked_unless_it_is_asked_for(cli: Cli, tmp_path: Path) -> None:
    fields = {**MAPPED["fields"], "cost_month": "Remise"}
    mapping = put(tmp_path, "mapping.json", {**MAPPED, "fields": fields})
    path = put(tmp_path, "portables.csv", CATALOGUE)
    plain = cli("prices", "check", path, "--mapping", mapping)
    assert "“10 %”" not in plain.err
    assert "Remise" in plain.err
    told = cli("prices", "check", path, "--mapping", mapping, "--internal")
    assert "“10 %”" in told.err
