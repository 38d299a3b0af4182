"""A thousand random quotes say on paper what was priced."""

import pytest
from hypothesis import given, settings

from app.domain.proposal import Proposal
from tests.end_to_end.test_amounts_on_paper import said_in_all_editions
from tests.end_to_end.test_confidentiality import proposals


@pytest.mark.timeout(3600)
@settings(max_examples=1000)
@given(proposal=proposals())
def test_a_thousand_random_quotes_say_their_amounts(proposal: Proposal) -> None:
    said_in_all_editions(proposal)
