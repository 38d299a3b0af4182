"""What is wrong with a mapping, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.choices import Term
from app.domain.problems import Problem, Problems, error
from app.pricelist.cells import CellProblem, read_column, read_day
from app.pricelist.columns import COLUMNS, column_named
from app.pricelist.layout import KEYS
from app.pricelist.mapping.profile import Profile
from app.pricelist.mapping.rows import ANY, LONG_FIELDS, is_money
from i18n.countries import is_country
from i18n.currencies import is_currency

#: The fields that a column may feed, those of each language aside.
FIELDS = (*COLUMNS, "name_fr", "name_en", "description_fr", "description_en")
#: Columns that feed fields, each as often as it does.
_MOST_FED = 80
#: Texts of `leave_out` that each cell of a column is compared with.
_MOST_OPEN = 50
_LONG = ("term", *LONG_FIELDS)
_BY_TERM = frozenset(f"{name}_{term}" for name in LONG_FIELDS for term in Term)
#: The fields that texts of several columns may make.
_JOINED = ("sku", "manufacturer", "family")


def is_field(name: str) -> bool:
    """Tell whether a column may feed it."""
    by_language = name.startswith(("name_", "description_"))
    return name in COLUMNS or name in _LONG or (by_language and _is_own_name(name))


def _is_own_name(name: str) -> bool:
    """Tell whether it is a column's English name."""
    return column_named(name) == name


def faults(profile: Profile) -> Problems:
    """Return what keeps a mapping from being used, each with its place in it."""
    return (
        *_sizes(profile),
        *_fields(profile),
        *_terms(profile),
        *_constants(profile),
        *_words(profile),
    )


def _sizes(profile: Profile) -> Iterator[Problem]:
    """Check that no list is long to read because its mapping is made so."""
    if sum(map(len, profile.fields.values())) > _MOST_FED:
        yield error("mapping_too_long", "fields", most=_MOST_FED)
    texts = [text for held in profile.leave_out.values() for text in held]
    if sum(ANY in text for text in texts) > _MOST_OPEN:
        yield error("mapping_too_long", "leave_out", most=_MOST_OPEN)


def _fields(profile: Profile) -> Iterator[Problem]:
    """Check the fields: known, fed, and once."""
    for name, columns in profile.fields.items():
        where = f"fields.{name}"
        if not is_field(name):
            known = ", ".join((*FIELDS, *_LONG))
            yield error("mapping_field_unknown", where, field=name, known=known)
        elif not columns:
            yield error("mapping_no_column", where, field=name)
        elif name in profile.constants:
            yield error("mapping_field_twice", where, field=name)
        elif len(columns) > 1 and not _is_joined(name):
            yield error("mapping_one_column", where, field=name)
    if not profile.fields:
        yield error("mapping_empty", "fields")


def _is_joined(name: str) -> bool:
    """Tell whether texts of several columns may make a field."""
    return name in _JOINED or name.startswith(("name_", "description_"))


def _terms(profile: Profile) -> Iterator[Problem]:
    """Check that a long layout says its terms, and only a long one."""
    fields = profile.fields
    if profile.long:
        if not any(name in fields for name in LONG_FIELDS):
            yield error("mapping_term_alone", "fields.term")
        for name in _BY_TERM.intersection(fields):
            yield error("mapping_field_twice", f"fields.{name}", field=name)
    else:
        for name in LONG_FIELDS:
            if name in fields:
                yield error("mapping_term_missing", f"fields.{name}", field=name)


def _constants(profile: Profile) -> Iterator[Problem]:
    """Check what the mapping says of every row, and of the list itself."""
    for name, text in profile.constants.items():
        where = f"constants.{name}"
        if name in KEYS:
            code = _wrong_key(name, text)
            if code:
                yield error(code, where, value=text)
        elif not (name in COLUMNS and name != "sku") or is_money(name):
            known = ", ".join((*KEYS, *_constant_fields()))
            yield error("mapping_field_unknown", where, field=name, known=known)
        else:
            (value,) = read_column(name, [text], "EUR").values
            if isinstance(value, CellProblem):
                expected = value.expected
                yield error(value.code, where, value=text, expected=expected)


def _constant_fields() -> tuple[str, ...]:
    """Return the fields that may be the same for every item: no price is."""
    return tuple(name for name in COLUMNS if name != "sku" and not is_money(name))


def _wrong_key(key: str, text: str) -> str:
    """Return the code of what is wrong with one of the list's own lines."""
    if key == "currency":
        return "" if is_currency(text) else "not_a_currency"
    if key == "country":
        return "" if is_country(text) else "not_a_country_code"
    if key.startswith("valid_"):
        return "" if isinstance(read_day(text), date) else "not_a_day"
    return ""


def _words(profile: Profile) -> Iterator[Problem]:
    """Check that words are translated for fields that columns feed."""
    for name in profile.words:
        if name not in profile.fields:
            yield error("mapping_words_unused", f"words.{name}", field=name)
