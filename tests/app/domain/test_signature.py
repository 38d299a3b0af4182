from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.problems import RefusedError
from app.domain.signature import Signature, complete

SIGNED = Signature(
    name="Zoé Lefèvre",
    on=date(2026, 11, 22),
    strokes=(((0.1, 0.2), (0.3, 0.1)),),
    height=0.4,
)


def code(signature: Signature) -> str:
    with pytest.raises(RefusedError) as refusal:
        complete(signature)
    (problem,) = refusal.value.problems
    return problem.code


def test_a_name_and_a_drawing_make_a_signature() -> None:
    assert complete(SIGNED) is SIGNED
    assert code(replace(SIGNED, name=" ")) == "signature_nameless"
    assert code(replace(SIGNED, strokes=())) == "signature_missing"


def test_a_dot_alone_is_no_drawing() -> None:
    assert code(replace(SIGNED, strokes=(((0.5, 0.2),),))) == "signature_missing"
