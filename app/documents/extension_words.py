"""W9: how far a contract can be extended, in words."""

from __future__ import annotations

from app.documents.document import Words
from app.documents.quote.writer import Writer
from app.domain.extension import Extension, Limit
from app.domain.policy import WaasPolicy

#: More names than this would be a list, not a sentence.
_NAMED = 3


def extension_words(found: Extension, waas: WaasPolicy, write: Writer) -> Words:
    """Say by how much, and which limit binds."""
    if found.most:
        said = write.gettext(
            "The contract of {term} can be extended by {most}, to {whole} in all,"
            " {step} at a time.",
            term=write.months(found.term),
            most=write.months(found.most),
            whole=write.months(found.term + found.most),
            step=write.months(found.step),
        )
    else:
        said = write.gettext(
            "A contract of {months} cannot be extended.",
            months=write.months(found.term),
        )
    limits = [_limit(limit, found, waas, write) for limit in found.limits]
    return write.joined(" ", (said, *_named(limits, write)))


def _named(limits: list[Words], write: Writer) -> list[Words]:
    """Say in one sentence which limits bind, if any: there are two at most."""
    match limits:
        case [one, other]:
            both = write.gettext("The limits: {one}; {other}.", one=one, other=other)
            return [both]
        case _:
            return [write.gettext("The limit: {limit}.", limit=one) for one in limits]


def _limit(limit: Limit, found: Extension, waas: WaasPolicy, write: Writer) -> Words:
    """Name a limit that binds."""
    cap = write.months(waas.extension_max_months)
    if limit is Limit.WARRANTY:
        return _warranty(found, write)
    if waas.extension_cap == "total":
        return write.gettext("a contract lasts at most {months} in all", months=cap)
    return write.gettext("an extension lasts at most {months}", months=cap)


def _warranty(found: Extension, write: Writer) -> Words:
    """Name what has the shortest warranty."""
    names = [write.localized(each.name) for each in found.shortest]
    months = write.months(found.shortest[0].months)
    if len(names) > _NAMED:
        return write.gettext(
            "the manufacturers’ warranty on {count} devices of the contract, at most"
            " {months} from the start",
            count=len(names),
            months=months,
        )
    return write.gettext(
        "the manufacturer’s warranty on {names}, at most {months} from the start",
        names=write.joined(", ", names),
        months=months,
    )
