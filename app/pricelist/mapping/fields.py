"""The fields that a mapping fills, where a canonical list has its columns."""

from __future__ import annotations

from dataclasses import replace

from app.domain.problems import Problem, Problems, warning
from app.pricelist.layout import KEYS, Layout
from app.pricelist.mapping.header import short
from app.pricelist.mapping.long import pivoted
from app.pricelist.mapping.profile import Profile
from app.pricelist.mapping.rows import Body
from app.pricelist.mapping.source import heading_of
from app.pricelist.mapping.words import translated
from app.pricelist.source import Source

_SKU_SIGN = "-"
NAMES = ("name_fr", "name_en")
_NEEDED = ("sku", "kind")


def layout_of(
    source: Source, at: int, profile: Profile, body: Body
) -> tuple[Layout, Problems]:
    """Put every field where a canonical list has it."""
    cells = {name: _joined(name, profile, body) for name in profile.fields}
    if "sku" not in cells:
        named = next((name for name in NAMES if name in cells), "")
        cells["sku"] = cells.get(named, [""] * len(body.numbers))
    constants = {
        name: text for name, text in profile.constants.items() if name not in KEYS
    }
    cells |= {name: [text] * len(body.numbers) for name, text in constants.items()}
    for name in _NEEDED:
        cells.setdefault(name, [""] * len(body.numbers))
    headers = {
        name: short(" + ".join(names))
        for name, names in profile.fields.items()
        if names
    }
    headers.setdefault("sku", headers.get("name_fr") or headers.get("name_en") or "sku")
    layout = Layout(heading_of(source, at, profile), headers, body.numbers, cells)
    if profile.long:
        return pivoted(layout)
    if profile.repeats == "number":
        return _numbered(layout)
    return layout, ()


def lacking(layout: Layout) -> set[str]:
    """Return what no list can do without and this one has in no row."""
    lacks = {name for name in _NEEDED if not any(layout.cells[name])}
    if not any(name.startswith("name_") for name in layout.cells):
        lacks.add(NAMES[0])
    return lacks


def _joined(field: str, profile: Profile, body: Body) -> list[str]:
    """Return a field's texts, those of several columns joined, in its own words."""
    columns = [body.cells[name] for name in profile.fields[field]]
    if len(columns) == 1 and field != "sku" and not field.startswith("name_"):
        texts = columns[0]
    else:
        sign = _SKU_SIGN if field == "sku" else " "
        texts = [
            sign.join(" ".join(part.split()) for part in parts if part)
            for parts in zip(*columns, strict=True)
        ]
    return translated(field, texts, profile.words.get(field, {}))


def _numbered(layout: Layout) -> tuple[Layout, Problems]:
    """Number the references that are there before: `A`, `A-2`."""
    taken = {text.casefold() for text in layout.cells["sku"]}
    seen: dict[str, int] = {}
    skus: list[str] = []
    problems: list[Problem] = []
    for row, sku in zip(layout.rows, layout.cells["sku"], strict=True):
        key = sku.casefold()
        seen[key] = seen.get(key, 0) + 1
        new = sku
        while sku and seen[key] > 1:
            new = f"{sku}{_SKU_SIGN}{seen[key]}"
            if new.casefold() not in taken:
                break
            seen[key] += 1
        if new != sku:
            taken.add(new.casefold())
            column = layout.header("sku")
            where = f"row {row}, column {column}"
            problems.append(
                warning(
                    "sku_numbered", where, row=row, column=column, value=sku, sku=new
                )
            )
        skus.append(new)
    return replace(layout, cells={**layout.cells, "sku": skus}), tuple(problems)
