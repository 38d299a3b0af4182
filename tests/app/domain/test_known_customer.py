"""What is kept of a customer grows, and nothing of two is lost when they merge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.choices import Edition, Segment
from app.domain.identity import Customer
from app.domain.known_customer import (
    FIELDS,
    Contact,
    KnownCustomer,
    as_texts,
    is_meant,
    learnt,
    merged,
    news,
    of_texts,
    taken_over,
)

LYCEE = KnownCustomer(
    customer=Customer(
        "Lycée", "BE", Segment.EDUCATION, contact="Ada", email="ada@lycee.example"
    ),
    language=Edition.FR_EN,
    phone="+32 63 1",
)
OTHERS = [name for name in FIELDS if name not in ("segment", "language")]
KNOWN = st.builds(
    of_texts,
    st.fixed_dictionaries(
        {"segment": st.sampled_from(Segment), "language": st.sampled_from(["", "en"])}
        | dict.fromkeys(OTHERS, st.text("ab", max_size=2))
    ),
    st.lists(st.builds(Contact, st.text("xy", min_size=1)), max_size=2).map(tuple),
)


@given(KNOWN)
def test_texts_say_all_of_it(known: KnownCustomer) -> None:
    assert of_texts(as_texts(known), known.contacts) == known


def test_a_segment_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="zoo"):
        of_texts({"name": "Zoo", "segment": "zoo"})


def test_a_customer_is_meant_by_its_name_and_no_other_number() -> None:
    kept = Customer("Ada", vat_number="BE1")
    assert is_meant(kept, Customer("Ada"))
    assert is_meant(Customer("Ada"), kept)
    assert not is_meant(kept, Customer("Ada", vat_number="BE2"))
    assert not is_meant(kept, Customer("Bob", vat_number="BE1"))


def test_a_quote_tells_what_was_not_known_and_overwrites_nothing() -> None:
    said = Customer("Lycée", city="Arlon", email="other@lycee.example")
    known = learnt(LYCEE, said)
    assert (known.customer.city, known.customer.email) == ("Arlon", "ada@lycee.example")
    assert known.phone == LYCEE.phone


def test_what_the_quote_itself_had_told_goes_its_way() -> None:
    before = Customer("Lycée", email="ada@lycee.example", contact="Bob")
    said = Customer("Lycée royal", email="royal@lycee.example", contact="Eve")
    known = learnt(LYCEE, said, before)
    assert known.customer.name == "Lycée royal"
    assert known.customer.email == "royal@lycee.example"
    assert known.customer.contact == "Ada"


def test_news_are_what_is_kept_otherwise_by_now() -> None:
    said = Customer("Lycée", "BE", Segment.EDUCATION, contact="Bob", city="Arlon")
    assert news(LYCEE, said) == ("contact", "email")
    taken = taken_over(LYCEE, said)
    assert (taken.contact, taken.email) == ("Ada", "ada@lycee.example")
    assert taken.city == "Arlon"
    assert news(LYCEE, taken) == ()


def test_two_become_one_field_by_field_and_every_contact_stays() -> None:
    other = KnownCustomer(
        customer=Customer("LYCEE", "BE", contact="Bob", email="bob@x.example"),
        enterprise_number="0403.170.701",
        contacts=(Contact("Eve", "IT"),),
    )
    one = merged(LYCEE, other, frozenset({"contact", "email"}))
    assert one.customer.name == "Lycée"
    assert one.customer.contact == "Bob"
    assert one.enterprise_number == "0403.170.701"
    assert one.contacts == (
        Contact("Ada", email="ada@lycee.example", phone="+32 63 1"),
        Contact("Eve", "IT"),
    )


@given(KNOWN, KNOWN, st.frozensets(st.sampled_from(FIELDS)))
def test_no_person_is_lost_by_a_merge(
    one: KnownCustomer, other: KnownCustomer, chosen: frozenset[str]
) -> None:
    result = merged(one, other, chosen)
    people = {each.name for each in result.contacts} | {result.customer.contact}
    for known in (one, other):
        assert {each.name for each in known.contacts} <= people
        assert known.customer.contact in people | {""}
