"""The quote file, waas-quote/1, as CONTRACT lays it down."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)
from pydantic_core import PydanticCustomError

from app.domain.choices import (
    Billing,
    Delivery,
    Edition,
    Recurrence,
    Return,
    Segment,
    ServiceType,
)
from app.domain.plain import is_line, is_plain
from app.domain.policy import DEFAULT_CSP, DEFAULT_WAAS
from i18n.countries import is_country

FORMAT = "waas-quote/1"
_DECIMAL = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,4})?")
_CENTS = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,2})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _price(text: str) -> str:
    """Accept a price of at most four decimals."""
    if not _DECIMAL.fullmatch(text):
        raise PydanticCustomError("not_a_price", "price")
    return text


def _commission(text: str) -> str:
    """Accept an amount of at most two decimals."""
    if not _CENTS.fullmatch(text):
        raise PydanticCustomError("not_an_amount", "amount")
    return text


def _percent(text: str) -> str:
    """Accept 0 to 100."""
    if not _DECIMAL.fullmatch(text) or Decimal(text) > 100:  # noqa: PLR2004
        raise PydanticCustomError("not_a_percentage", "percentage")
    return text


def _day(text: str) -> str:
    """Accept YYYY-MM-DD, a day that the calendar has."""
    try:
        if _DAY.fullmatch(text):
            date.fromisoformat(text)
            return text
    except ValueError:
        pass
    raise PydanticCustomError("not_a_date", "date")


def _country(text: str) -> str:
    """Accept two capital letters."""
    if not is_country(text):
        raise PydanticCustomError("not_a_country", "country")
    return text


def _plain(text: str) -> str:
    """Accept a text of several lines that controls nothing."""
    if not is_plain(text):
        raise PydanticCustomError("control_character", "text")
    return text


def _line(text: str) -> str:
    """Accept a text of one line that controls nothing."""
    if not is_line(text):
        raise PydanticCustomError("control_character", "text")
    return text


def _name(text: str) -> str:
    """Accept one line that says something."""
    if not text.strip():
        raise PydanticCustomError("key_missing", "text")
    return _line(text)


def _term(number: object) -> object:
    """Accept a term as 36, and neither as 36.0 nor as true."""
    if number is not None and type(number) is not int:
        raise PydanticCustomError("not_one_of", "term", {"expected": "12, 24, 36"})
    return number


Price = Annotated[str, AfterValidator(_price)]
CommissionAmount = Annotated[str, AfterValidator(_commission)]
Percent = Annotated[str, AfterValidator(_percent)]
Day = Annotated[str, AfterValidator(_day)]
Country = Annotated[str, AfterValidator(_country)]
Text = Annotated[str, Field(max_length=10_000), AfterValidator(_plain)]
Line = Annotated[str, Field(max_length=10_000), AfterValidator(_line)]
Name = Annotated[str, Field(max_length=10_000), AfterValidator(_name)]
Quantity = Annotated[int, Field(ge=1, le=9_999)]


class _Strict(BaseModel):
    """No unknown key, no number for a text, no text for a number."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class CustomerJson(_Strict):
    """`customer`."""

    name: Name
    country: Country = ""
    segment: Segment = Segment.BUSINESS
    contact: Line = ""
    email: Line = ""
    street: Text = ""
    postcode: Line = ""
    city: Line = ""
    vat_number: Line = ""


class LineJson(_Strict):
    """What every line may hold."""

    id: Line = ""
    quantity: Quantity
    optional: bool = False
    alternative_to: Line = ""


class OptionJson(LineJson):
    """`packs[].options[]`."""

    sku: Line


class PackJson(LineJson):
    """`packs[]`."""

    sku: Line
    options: tuple[OptionJson, ...] = ()


class SubscriptionJson(LineJson):
    """`subscriptions[]`."""

    sku: Line
    billing: Billing = Billing.MONTHLY
    start: Day = ""
    name: Line = ""
    licence_delivery: Line = ""
    parent: Line = ""


class ServiceJson(LineJson):
    """`partner_services[]`."""

    name_fr: Line = ""
    name_en: Line = ""
    price: Price
    recurrence: Recurrence = Recurrence.ONCE
    type: ServiceType = ServiceType.OTHER
    discount_percent: Percent = "0"

    @model_validator(mode="after")
    def _named(self) -> ServiceJson:
        """A service has a name in one language at least."""
        if not (self.name_fr or self.name_en):
            raise PydanticCustomError("name_missing", "name")
        return self


class AnswerJson(_Strict):
    """`special_requests[].answer`; the customer copy has no commission."""

    price_12: Price | None = None
    price_24: Price | None = None
    price_36: Price | None = None
    commission: CommissionAmount | None = None


class RequestJson(LineJson):
    """`special_requests[]`."""

    text_fr: Text = ""
    text_en: Text = ""
    answer: AnswerJson | None = None

    @model_validator(mode="after")
    def _worded(self) -> RequestJson:
        """A request says what it asks for in one language at least."""
        if not (self.text_fr or self.text_en):
            raise PydanticCustomError("text_missing", "text")
        return self


class PoliciesJson(_Strict):
    """`policies`."""

    waas: Line = DEFAULT_WAAS
    csp: Line = DEFAULT_CSP


class PricedLineJson(_Strict):
    """`priced.lines[]` of a customer copy."""

    id: Line
    sku: Line
    unit_price: Price
    list_id: Line
    version: Line
    fingerprint: Line = ""


class PricedJson(_Strict):
    """`priced` of a customer copy: compared, never trusted."""

    currency: Line
    lines: tuple[PricedLineJson, ...] = ()


class QuoteJson(_Strict):
    """The whole file."""

    format: Literal["waas-quote/1"]
    date: Day
    customer: CustomerJson
    language: Edition = Edition.FR
    term: Annotated[Literal[12, 24, 36] | None, BeforeValidator(_term)] = None
    delivery: Delivery = Delivery.CUSTOMER
    return_way: Return = Field(Return.SELF, alias="return")
    packs: tuple[PackJson, ...] = ()
    subscriptions: tuple[SubscriptionJson, ...] = ()
    partner_services: tuple[ServiceJson, ...] = ()
    special_requests: tuple[RequestJson, ...] = ()
    valid_until: Day = ""
    number: Line = ""
    revision: Line = ""
    title: Line = ""
    reference: Line = ""
    note: Text = ""
    seller: Line = ""
    delivery_address: Text = ""
    policies: PoliciesJson = PoliciesJson()
    priced: PricedJson | None = None

    @model_validator(mode="after")
    def _whole(self) -> QuoteJson:
        """There is a line, and a term where one is needed."""
        if not (
            self.packs
            or self.subscriptions
            or self.partner_services
            or self.special_requests
        ):
            raise PydanticCustomError("no_line", "line")
        if self.term is None and (self.packs or self.special_requests):
            raise PydanticCustomError("term_missing", "term")
        return self
