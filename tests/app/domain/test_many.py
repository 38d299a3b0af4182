"""What is made while nothing is collected is old at once, and still collected."""

import gc
import weakref

from app.domain.many import uncollected
from app.domain.money import Amount


class Circle:
    def __init__(self) -> None:
        self.myself = self


def test_nothing_is_collected_meanwhile_and_what_is_made_is_old() -> None:
    with uncollected():
        assert not gc.isenabled()
        made = [Amount(cents, "EUR") for cents in range(1_000)]
    assert gc.isenabled()
    old = set(map(id, gc.get_objects(generation=2)))
    assert all(id(each) in old for each in made)


def test_a_circle_made_meanwhile_is_collected_later() -> None:
    with uncollected():
        gone = weakref.ref(Circle())
    assert gone() is not None
    gc.collect()
    assert gone() is None


def test_where_nothing_was_collected_before_nothing_is_after() -> None:
    with uncollected():
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
