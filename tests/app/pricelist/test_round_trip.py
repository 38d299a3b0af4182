"""Random lists, written as files and read again; and files that are damaged."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.columns import cells, heading
from app.domain.fingerprint import with_fingerprints
from app.domain.localized import Localized
from app.domain.price_list import Item, PriceList
from app.use_cases.prices import parse_content
from app.wording import labelled
from i18n import Language
from tests.app.pricelist.lists import item, written
from tests.strategies import price_lists

FRENCH, ENGLISH = Language.of("fr", "BE"), Language.of("en", "BE")


def clean(text: str) -> str:
    """A text as a cell keeps it: composed, trimmed, without control signs."""
    kept = "".join(one for one in text if unicodedata.category(one)[0] not in "CZ")
    return unicodedata.normalize("NFC", kept)


def clean_texts(texts: Localized) -> Localized:
    """The texts as cells keep them."""
    return Localized.of({code: clean(text) for code, text in texts.texts})


def kept(skus: Iterable[str], among: frozenset[str]) -> tuple[str, ...]:
    """The SKUs that are among those."""
    return tuple(sku for sku in skus if sku in among)


def in_order(price_list: PriceList) -> PriceList:
    """The list with references to earlier rows only, named in both languages."""
    earlier: set[str] = set()
    items: list[Item] = []
    for each in price_list.items:
        known = partial(kept, among=frozenset(earlier))
        names = {"fr": each.sku, "en": each.sku, **dict(clean_texts(each.name).texts)}
        days = sorted(filter(None, (each.valid_from, each.valid_to)))
        items.append(
            replace(
                each,
                name=Localized.of(names),
                description=clean_texts(each.description),
                manufacturer=clean(each.manufacturer),
                includes=tuple(pair for pair in each.includes if pair[0] in earlier),
                replaces=known(each.replaces),
                requires=known(each.requires),
                excludes=known(each.excludes),
                addon_of=known(each.addon_of),
                successor="".join(known([each.successor])),
                valid_from=days[0] if days else None,
                valid_to=days[-1] if days else None,
            )
        )
        earlier.add(each.sku)
    ends = price_list.valid_to
    return replace(
        price_list,
        distributor=clean(price_list.distributor),
        valid_to=ends and max(ends, price_list.valid_from),
        items=tuple(items),
    )


def amount(text: str, sign: str, group: str) -> str:
    """An amount with four decimals, so that no column can be read in two ways."""
    if not text:
        return ""
    whole, fraction = f"{Decimal(text):,.4f}".split(".")
    return whole.replace(",", group) + sign + fraction


def is_amount(column: str) -> bool:
    """Whether the column holds amounts."""
    kind, _, rest = column.partition("_")
    return kind in ("price", "cost", "commission") and rest != "basis"


@settings(max_examples=40)
@given(
    price_lists(),
    st.data(),
    st.sampled_from([".", ","]),
    st.sampled_from(["", " ", "\u202f", "’"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_random_items_written_as_csv_read_back_equal(
    random_list: PriceList, data: st.DataObject, sign: str, group: str, encoding: str
) -> None:
    price_list = with_fingerprints(in_order(random_list))
    table = [cells(each) for each in price_list.items]
    columns = data.draw(st.permutations(sorted(set().union(*table))))
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerows(heading(price_list).items())
    writer.writerow(columns)
    for row in table:
        amounts = {c: amount(row.get(c, ""), sign, group) for c in row if is_amount(c)}
        writer.writerow({**row, **amounts}.get(column, "") for column in columns)
    read = parse_content(file.getvalue().encode(encoding))
    assert {each.code for each in read.problems} <= {"price_zero", "prices_zero"}
    assert read.price_list == price_list


GOOD = written(
    item("PACK", "pack", includes="NB|BASE*2", price_36="49,90", price_24="1 234,56"),
    item("NB", "hardware", name_fr='Portable "14"', warranty_months="36"),
    item("BASE", "service", fits="PACK", commission_36="12,50"),
)
SNIPPETS = st.sampled_from(
    [
        *('"', ";", "\n", "\r", "\t", ",", "'", "-", "(", "=", "|", "*0", "0" * 40),
        *("#REF!", "NaN", "1e9", "é", "١", "\0", "\u202e"),
        *("sku", "SKU;", "kind", "version;9\n"),
    ]
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A good list with a few pieces cut out or put in."""
    text = GOOD
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 20)))
        text = text[:start] + draw(SNIPPETS | st.just("")) + text[end:]
    content = text.encode(
        draw(st.sampled_from(["utf-8", "cp1252", "utf-16"])), "ignore"
    )
    return content[
        : draw(st.integers(0, len(content))) if draw(st.booleans()) else None
    ]


@settings(max_examples=120)
@given(damaged() | st.binary(max_size=300) | st.text().map(str.encode))
def test_a_damaged_list_is_taken_whole_or_refused_with_sentences(
    content: bytes,
) -> None:
    read = parse_content(content)
    errors = [each for each in read.problems if each.severity == "error"]
    assert (read.price_list is None) == bool(errors)
    for problem in read.problems:
        for language in (FRENCH, ENGLISH):
            assert labelled(problem, language)
