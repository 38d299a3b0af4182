"""The closed sets of words that price lists, quotes and offers share."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Term(IntEnum):
    """W7: the months a pack is rented for."""

    MONTHS_12 = 12
    MONTHS_24 = 24
    MONTHS_36 = 36


class Kind(StrEnum):
    """What a line is: a price list's kinds, and the two that no list holds."""

    PACK = "pack"
    HARDWARE = "hardware"
    UPGRADE = "upgrade"
    OPTION = "option"
    SERVICE = "service"
    SUBSCRIPTION = "subscription"
    RETURN = "return"
    SPECIAL_REQUEST = "special_request"
    PARTNER_SERVICE = "partner_service"


#: What a price list may hold (CONTRACT, waas-prices/1).
LIST_KINDS = tuple(Kind)[:7]
#: What may stand under a pack (CONTRACT, options under a pack).
OPTION_KINDS = (Kind.UPGRADE, Kind.OPTION, Kind.HARDWARE, Kind.SERVICE)


class Party(StrEnum):
    """Who invoices the customer (W4, W10)."""

    DISTRIBUTOR = "distributor"
    PARTNER = "partner"


class Delivery(StrEnum):
    """W2: where the hardware goes; free either way."""

    CUSTOMER = "customer"
    PARTNER = "partner"


class Return(StrEnum):
    """W12: how the hardware goes back at the end."""

    SELF = "self"
    COLLECTED = "collected"


class Segment(StrEnum):
    """The kind of customer, as Microsoft's lists name them."""

    BUSINESS = "business"
    GOVERNMENT = "government"
    EDUCATION = "education"
    CHARITY = "charity"


class Billing(StrEnum):
    """M1: how often a subscription is invoiced."""

    MONTHLY = "monthly"
    ANNUAL = "annual"


class PriceBasis(StrEnum):
    """What a subscription's price pays for: a month, or 12 months at once."""

    MONTH = "month"
    TERM = "term"


class CommissionBasis(StrEnum):
    """Whether a commission counts per unit or once per quote."""

    UNIT = "unit"
    CONTRACT = "contract"


class Recurrence(StrEnum):
    """How often the partner invoices a service of its own."""

    ONCE = "once"
    MONTHLY = "monthly"


class ServiceType(StrEnum):
    """What a partner service does; W2 looks for the first two."""

    INSTALLATION = "installation"
    CONFIGURATION = "configuration"
    OTHER = "other"


class LimitScope(StrEnum):
    """What a limit per customer counts: ever, or at one time."""

    LIFETIME = "lifetime"
    CONCURRENT = "concurrent"


class Status(StrEnum):
    """How far a quote has come."""

    DRAFT = "draft"
    PRESENTED = "presented"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


class Edition(StrEnum):
    """The languages of a document: one, or French with English beneath."""

    FR = "fr"
    EN = "en"
    FR_EN = "fr+en"

    @property
    def languages(self) -> tuple[str, ...]:
        """The language codes, first the one that amounts and names follow."""
        return tuple(self.value.split("+"))
