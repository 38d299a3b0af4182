"""The figures of a programme's terms: data in one value, versioned by name."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, Literal

from app.domain.legal import Mention

DEFAULT_WAAS: Final = "waas-2017"
DEFAULT_CSP: Final = "csp-2017"


@dataclass(frozen=True, slots=True)
class PolicyNames:
    """Which terms a quote was made under."""

    waas: str = DEFAULT_WAAS
    csp: str = DEFAULT_CSP


@dataclass(frozen=True, slots=True, kw_only=True)
class WaasPolicy:
    """The terms of WaaS packs (rules W1 to W12).

    Months are whole; `early_end` and `extension_cap` are the readings which the
    source leaves open.
    """

    name: str
    in_force_from: date
    validity_days: int
    standard_warranty_months: int
    extension_max_months: int
    extension_step_months: int
    extension_cap: Literal["total", "extension"]
    early_end: Literal["remaining", "full"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CspPolicy:
    """The terms of Microsoft subscriptions (rules M, F and A)."""

    name: str
    in_force_from: date
    cancel_days: int
    days_in_a_year: int
    trial_days: int
    trial_licences: int


@dataclass(frozen=True, slots=True)
class VatRate:
    """A country's standard rate in per cent, from a day on."""

    country: str
    from_day: date
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Policies:
    """Every programme policy, VAT rate and legal mention that the program was given."""

    waas: tuple[WaasPolicy, ...]
    csp: tuple[CspPolicy, ...]
    vat: tuple[VatRate, ...]
    mentions: tuple[Mention, ...]

    @classmethod
    def parse(cls, *documents: str) -> Policies:
        """Read TOML documents that hold `waas`, `csp`, `vat` and `mention` tables."""
        names = ("waas", "csp", "vat", "mention")
        tables: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
        for document in documents:
            for name, rows in tomllib.loads(document, parse_float=Decimal).items():
                tables[name].extend(rows)
        return cls(
            tuple(WaasPolicy(**row) for row in tables["waas"]),
            tuple(CspPolicy(**row) for row in tables["csp"]),
            tuple(_vat_rate(**row) for row in tables["vat"]),
            tuple(Mention(**row) for row in tables["mention"]),
        )

    def waas_named(self, name: str) -> WaasPolicy | None:
        """Return the WaaS policy of that name."""
        return next((policy for policy in self.waas if policy.name == name), None)

    def csp_named(self, name: str) -> CspPolicy | None:
        """Return the CSP policy of that name."""
        return next((policy for policy in self.csp if policy.name == name), None)

    def mentions_of(self, country: str) -> tuple[Mention, ...]:
        """Return what a firm of that country names; nothing where it is not known."""
        return tuple(each for each in self.mentions if each.country == country)

    def vat_percent(self, country: str, day: date) -> Decimal | None:
        """Return the rate in force that day; None before any known rate."""
        rates = [
            rate
            for rate in self.vat
            if rate.country == country and rate.from_day <= day
        ]
        return max(rates, key=lambda rate: rate.from_day).percent if rates else None


def _vat_rate(country: str, from_day: date, percent: int | Decimal) -> VatRate:
    """Make a rate; a whole number and a decimal mean the same."""
    return VatRate(country, from_day, Decimal(percent))
