"""What is known of a customer, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from app.domain.choices import Edition, Segment
from i18n import N_, Language

SEGMENTS: Final[Mapping[Segment, str]] = {
    Segment.BUSINESS: N_("business"),
    Segment.GOVERNMENT: N_("government"),
    Segment.EDUCATION: N_("education"),
    Segment.CHARITY: N_("charity"),
}
#: In which language quotes are written.
EDITIONS: Final[Mapping[Edition, str]] = {
    Edition.FR: N_("French"),
    Edition.EN: N_("English"),
    Edition.FR_EN: N_("French and English"),
}
FIELD_NAMES: Final[Mapping[str, str]] = {
    "name": N_("Customer"),
    "country": N_("Country (two letters)"),
    "vat_number": N_("VAT number"),
    "enterprise_number": N_("Enterprise number"),
    "segment": N_("Sector"),
    "language": N_("Language of quotes"),
    "contact": N_("Contact"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
    "street": N_("Street and number"),
    "postcode": N_("Postcode"),
    "city": N_("City"),
    "delivery_address": N_("Delivery address"),
}


def field_text(name: str, text: str, language: Language) -> str:
    """Return what a field holds, in words where it is one of a few values."""
    if name == "segment" and text:
        return language.gettext(SEGMENTS[Segment(text)])
    if name == "language" and text:
        return language.gettext(EDITIONS[Edition(text)])
    return text


def counts(found: tuple[int, int, int, int], language: Language) -> Iterator[str]:
    """Yield how many customers of a file are new, changed, the same, refused."""
    _ = language.gettext
    texts = (
        _("New: {count}"),
        _("Changed: {count}"),
        _("The same: {count}"),
        _("Refused: {count}"),
    )
    for text, count in zip(texts, found, strict=True):
        yield text.format(count=language.number(count))
