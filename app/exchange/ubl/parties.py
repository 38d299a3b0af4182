"""Who offers and who is offered to."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from app.domain.identity import Customer, Partner, Seller
from app.exchange.ubl.elements import holding, text


def seller_party(partner: Partner, seller: Seller) -> Element:
    """Return the partner, with its salesperson to speak to."""
    party = holding(
        "cac:Party",
        text("cbc:WebsiteURI", partner.website),
        _name(partner.name),
        _address(partner.street, partner.postcode, partner.city, partner.country),
        _vat(partner.vat_number),
        _contact(
            seller.name, seller.phone or partner.phone, seller.email or partner.email
        ),
    )
    return _around("cac:SellerSupplierParty", party)


def buyer_party(customer: Customer, language: str) -> Element:
    """Return the customer, whom one speaks to in that language."""
    party = holding(
        "cac:Party",
        _name(customer.name),
        holding("cac:Language", text("cbc:ID", language)),
        _address(customer.street, customer.postcode, customer.city, customer.country),
        _vat(customer.vat_number),
        _contact(customer.contact, "", customer.email),
    )
    return _around("cac:BuyerCustomerParty", party)


def _around(name: str, party: Element | None) -> Element:
    """Return the party's part in the quotation: the seller's must be there."""
    made = Element(name)
    made.extend([] if party is None else [party])
    return made


def _name(name: str) -> Element | None:
    """Return what a party is called."""
    return holding("cac:PartyName", text("cbc:Name", name))


def _address(street: str, postcode: str, city: str, country: str) -> Element | None:
    """Return an address: its street's first line, its further lines below."""
    first, *further = street.splitlines() or [""]
    return holding(
        "cac:PostalAddress",
        text("cbc:StreetName", first),
        text("cbc:CityName", city),
        text("cbc:PostalZone", postcode),
        *address_lines("\n".join(further)),
        holding("cac:Country", text("cbc:IdentificationCode", country)),
    )


def address_lines(address: str) -> list[Element | None]:
    """Return each line of an address that was typed as one."""
    return [
        holding("cac:AddressLine", text("cbc:Line", line))
        for line in address.splitlines()
    ]


def _vat(number: str) -> Element | None:
    """Return a VAT number."""
    company = text("cbc:CompanyID", number)
    return None if company is None else holding("cac:PartyTaxScheme", company, scheme())


def scheme() -> Element | None:
    """Return the one tax there is here."""
    return holding("cac:TaxScheme", text("cbc:ID", "VAT"))


def _contact(name: str, phone: str, email: str) -> Element | None:
    """Return whom to speak to."""
    return holding(
        "cac:Contact",
        text("cbc:Name", name),
        text("cbc:Telephone", phone),
        text("cbc:ElectronicMail", email),
    )
