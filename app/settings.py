"""The settings file: typed, checked, replaced atomically (docs/settings.md)."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, Final

from app import files
from app.domain.identity import CHOSEN, Partner, Seller
from app.domain.problems import RefusedError, UnavailableError, error
from i18n import Language
from i18n.countries import is_country

FORMAT: Final = "waas-settings/1"
FILE_NAME: Final = "settings.json"
#: Set by taking a picture in, never by typing.
LOGO: Final = "partner.logo"
ACCENT: Final = "partner.accent"
#: Swiss figures with a point, 1'234.50, also in French.
POINT: Final = "point"
FIGURES: Final = "partner.figures"
#: Whether a quote compares the terms on paper: the chosen one alone, or all.
TERMS: Final = "partner.terms"
_MOST_BYTES: Final = 1_000_000
_MOST_LETTERS: Final = 1_000
#: Whose habits figures follow until the partner names its country.
_HOME: Final = "BE"
_BAR: Final = "|"
#: Keys whose text has a form of its own, and what is expected there.
_FORMS: Final[dict[str, tuple[Callable[[str], object], str]]] = {
    "partner.country": (is_country, "BE, FR, LU"),
    LOGO: (partial(re.fullmatch, r"logo-[0-9a-f]{16}\.png"), "PNG, JPEG"),
    ACCENT: (partial(re.fullmatch, "#[0-9A-Fa-f]{6}"), "#0b5c5a"),
    FIGURES: (partial(re.fullmatch, POINT), POINT),
    TERMS: (partial(re.fullmatch, CHOSEN), CHOSEN),
    "seller.prefix": (partial(re.fullmatch, "[A-Z0-9]{1,8}"), "TR"),
    "services.floor": (
        partial(re.fullmatch, r"100|[0-9]{1,2}([.,][0-9]{1,2})?"),
        "80, 92.5",
    ),
    "ui.language": (partial(re.fullmatch, "fr|en"), "fr, en"),
    "ui.appearance": (partial(re.fullmatch, "light|dark"), "light, dark"),
    "ui.customer_view": (partial(re.fullmatch, "yes"), "yes"),
}


@dataclass(frozen=True, slots=True)
class Interface:
    """The program's own face; what is empty follows the system.

    `appearance` is `light` or `dark`, `customer_view` says `yes` where the window
    always starts with the customer looking. `favourites` are SKUs between bars.
    """

    language: str = ""
    appearance: str = ""
    customer_view: str = ""
    favourites: str = ""

    @property
    def starred(self) -> frozenset[str]:
        """The SKUs of what the seller adds most."""
        return frozenset(filter(None, self.favourites.split(_BAR)))


@dataclass(frozen=True, slots=True)
class Prices:
    """Where price lists come from; `watched` is a file or folder, '' for none."""

    watched: str = ""


@dataclass(frozen=True, slots=True)
class Services:
    """How the partner sells its own services; for the partner's eyes alone.

    `floor` is the percentage of its price that a discount must leave, '' for none.
    """

    floor: str = ""

    @property
    def least_percent(self) -> Decimal:
        """The floor as a number."""
        return Decimal(self.floor.replace(",", ".") or 0)


@dataclass(frozen=True, slots=True)
class Settings:
    """Who uses the program, and how it faces them."""

    partner: Partner = field(default_factory=Partner)
    seller: Seller = field(default_factory=Seller)
    ui: Interface = field(default_factory=Interface)
    prices: Prices = field(default_factory=Prices)
    services: Services = field(default_factory=Services)

    def language(self, code: str) -> Language:
        """Return a language with the habits of the partner's country."""
        return Language.of(code, self.home, point=self.partner.figures == POINT)

    @property
    def home(self) -> str:
        """The country whose habits figures follow; a default until it is named."""
        return self.partner.country or _HOME

    def flat(self) -> dict[str, str]:
        """Return every key with its value, `partner.name` first."""
        return {
            f"{group}.{name}": value
            for group, values in asdict(self).items()
            for name, value in values.items()
        }

    def with_favourite(self, sku: str) -> Settings:
        """Return the settings with one more favourite, or without it where it was.

        RefusedError where there is no room for one more.
        """
        now = self.ui.starred
        starred = now - {sku} if sku in now else now | {sku}
        return self.changed("ui.favourites", _BAR.join(sorted(starred)))

    def changed(self, key: str, value: str) -> Settings:
        """Return the settings with one key set; '' unsets it.

        RefusedError for an unknown key, or a value that has not its form.
        """
        if key not in self.flat():
            raise RefusedError(
                error("setting_unknown", key, key=key, keys=", ".join(self.flat()))
            )
        form, expected = _FORMS.get(key, (None, ""))
        if len(value) > _MOST_LETTERS or not _is_one_line(value):
            raise RefusedError(error("setting_text", key, key=key, most=_MOST_LETTERS))
        if form is not None and value and not form(value):
            raise RefusedError(
                error("setting_wrong", key, key=key, value=value, expected=expected)
            )
        group, name = key.split(".")
        return replace(self, **{group: replace(getattr(self, group), **{name: value})})


def read(folder: Path) -> Settings:
    """Return the folder's settings; UnavailableError where the file is not one."""
    path = folder / FILE_NAME
    content = files.read_if_there(path, _MOST_BYTES)
    if content is None:
        return Settings()
    try:
        return _settings(json.loads(content))
    except (ValueError, TypeError, RecursionError, RefusedError) as reason:
        raise UnavailableError(error("settings_damaged", path=str(path))) from reason


def write(folder: Path, settings: Settings) -> None:
    """Replace the settings file, readable by its user alone."""
    groups = {
        group: {name: value for name, value in values.items() if value}
        for group, values in asdict(settings).items()
    }
    body = {"format": FORMAT, **{key: held for key, held in groups.items() if held}}
    text = json.dumps(body, ensure_ascii=False, indent=1)
    files.private_folder(folder)
    files.replace_private(folder / FILE_NAME, f"{text}\n".encode())


def set_aside(folder: Path) -> Path:
    """Give a file that cannot be read another name, and return it."""
    path = folder / FILE_NAME
    try:
        content = path.read_bytes()
        kept = files.write_beside(path.with_stem("settings-kept"), content)
        path.unlink()
    except OSError as reason:
        raise UnavailableError(files.unwritable(path, reason)) from reason
    return kept


def _is_one_line(text: str) -> bool:
    """Tell whether the text holds only signs and spaces, of any width."""
    return not any(unicodedata.category(letter)[0] == "C" for letter in text)


def _settings(value: Any) -> Settings:  # noqa: ANN401 - whatever JSON holds
    """Check the file's content key by key; ValueError where it is no settings."""
    if not isinstance(value, Mapping) or value.get("format") != FORMAT:
        raise ValueError(value)
    settings = Settings()
    known = {each.name for each in fields(Settings)}
    for group, values in value.items():
        if group == "format":
            continue
        if group not in known or not isinstance(values, Mapping):
            raise ValueError(group)
        for name, text in values.items():
            if not isinstance(text, str):
                raise TypeError(name)
            settings = settings.changed(f"{group}.{name}", text)
    return settings
