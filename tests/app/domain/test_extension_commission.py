"""W9: what an extension earns: a commission of its own, to be confirmed where blank."""

from dataclasses import replace

from app.domain.choices import CommissionBasis, Kind
from app.domain.extension_commission import extension_lines
from app.domain.price_list import Item
from app.domain.proposal import PackLine, RequestLine
from app.domain.resolved import resolve
from tests.app.domain.build import (
    PACK,
    UPGRADE,
    a_quote,
    catalogue,
    cents,
    euro,
    item,
    option,
    pack,
    prices,
    request,
    service,
    subscription,
)

Found = list[tuple[str | None, int, object, object]]


def earned(*packs: PackLine, lists: tuple[Item, ...], asked: bool = False) -> Found:
    requests = (answered(),) if asked else ()
    quote = a_quote(
        *packs,
        special_requests=requests,
        partner_services=(service(),),
        subscriptions=(subscription(),),
    )
    resolved = resolve(quote.proposal, catalogue(*lists))
    return [(e.sku, e.quantity, e.unit, e.total) for e in extension_lines(resolved)]


def answered() -> RequestLine:
    return request({"price_36": "40.00"}, quantity=2)


def test_each_firm_line_earns_its_own_amount_times_its_quantity() -> None:
    lists = (
        replace(PACK, commission_extension=cents("30")),
        replace(UPGRADE, commission_extension=cents("2.50")),
    )
    packs = (pack(option("UPGRADE", 12)), pack(id="other", optional=True))
    assert earned(*packs, lists=lists) == [
        ("PACK", 12, cents("30"), cents("360")),
        ("UPGRADE", 12, cents("2.50"), cents("30")),
    ]


def test_a_blank_is_to_be_confirmed_and_never_0() -> None:
    """W9."""
    assert earned(pack(), lists=(PACK,)) == [("PACK", 12, None, None)]


def test_no_list_knows_what_a_special_request_earns_by_an_extension() -> None:
    found = earned(pack(), lists=(PACK,), asked=True)
    assert found[-1] == (None, 2, None, None)


def test_an_amount_paid_once_per_contract_counts_once_per_extension() -> None:
    fleet = item(
        "FLEET",
        prices=prices("1", "1", "1"),
        commission_extension=cents("50"),
        commission_basis=CommissionBasis.CONTRACT,
    )
    twice = pack(option("FLEET", 3), option("FLEET", 4, id="b"))
    found = earned(twice, lists=(fleet,))
    assert found[-1] == ("FLEET", 7, cents("50"), cents("50"))


def test_what_was_paid_once_earns_only_where_the_list_says_so() -> None:
    bag = item("BAG", Kind.HARDWARE, prices=prices("", "", ""), price_once=euro("20"))
    held = pack(option("BAG", 2))
    assert [line[0] for line in earned(held, lists=(bag,))] == ["PACK"]
    paid = replace(bag, commission_extension=cents("3"))
    assert earned(held, lists=(paid,))[-1] == ("BAG", 2, cents("3"), cents("6"))
