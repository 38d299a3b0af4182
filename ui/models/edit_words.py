"""What an edit did to a quote, in a few words: 'quantity of Premium pack'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from app.domain.catalogue import Catalogue
from app.domain.proposal import (
    AnyLine,
    PackLine,
    Proposal,
    RequestLine,
    ServiceLine,
)
from app.domain.quote import Quote
from app.domain.resolved import sku_of
from i18n import N_, Language

#: What stands in a field of its own beside the lines; all else is a detail.
_FIELDS: Final = {
    "term": N_("term"),
    "language": N_("language of the document"),
    "delivery": N_("delivery"),
    "return_way": N_("return of the hardware"),
    "valid_until": N_("validity"),
}


def line_name(line: AnyLine, catalogue: Catalogue, code: str) -> str:
    """Return what to call a line; a reference that no list holds is its own name."""
    if isinstance(line, ServiceLine):
        return line.name.best(code)
    if isinstance(line, RequestLine):
        return line.text.best(code)
    item = catalogue.item(sku_of(line))
    return item.name.best(code) if item else sku_of(line)


def edit_words(
    before: Quote, after: Quote, catalogue: Catalogue, language: Language
) -> str:
    """Say what differs; nothing that only the partner may read is named."""
    old, new = before.proposal, after.proposal
    _ = language.gettext
    if before == after:
        return _("prices")
    if old == new:
        return _("details")
    return _lines(old, new, catalogue, language) or _field(old, new, language)


def _field(old: Proposal, new: Proposal, language: Language) -> str:
    """Name the field that differs."""
    _ = language.gettext
    if replace(old, customer=new.customer) == new:
        same = replace(old.customer, name=new.customer.name) == new.customer
        return _("name of the customer") if same else _("details of the customer")
    found = [n for n in _FIELDS if getattr(old, n) != getattr(new, n)]
    alone = len(found) == 1 and replace(old, **{n: getattr(new, n) for n in found})
    return _(_FIELDS[found[0]]) if alone == new else _("details")


def _lines(
    old: Proposal, new: Proposal, catalogue: Catalogue, language: Language
) -> str:
    """Say what became of the lines; '' where they are the same."""
    _ = language.gettext
    was, now = _by_id(old), _by_id(new)
    for text, many, left, right in (
        (_("adding {name}"), _("adding {count} lines"), now, was),
        (_("removing {name}"), _("removing {count} lines"), was, now),
    ):
        other = _heads({key: left[key] for key in left if key not in right})
        if other:
            name = line_name(other[0], catalogue, language.code)
            count = language.number(len(other))
            return (many if other[1:] else text).format(name=name, count=count)
    differing = (key for key in now if now[key] is not was[key])
    changed = next((key for key in differing if _own(now[key]) != _own(was[key])), None)
    if changed is not None:
        return _changed(was[changed], now[changed], catalogue, language)
    return _("order of the lines") if list(was) != list(now) else ""


def _changed(
    old: AnyLine, new: AnyLine, catalogue: Catalogue, language: Language
) -> str:
    """Say what became of a line."""
    _ = language.gettext
    text = _("change of {name}")
    if replace(old, quantity=new.quantity) == new or isinstance(old, PackLine):
        text = _("quantity of {name}") if old.quantity != new.quantity else text
    if old.firm != new.firm:
        text = _("whether {name} counts")
    return text.format(name=line_name(new, catalogue, language.code))


def _by_id(proposal: Proposal) -> Mapping[str, AnyLine]:
    """Return the lines by their ids, in their order."""
    return {line.id: line for _, line in proposal.places()}


def _heads(lines: Mapping[str, AnyLine]) -> list[AnyLine]:
    """Leave out options that came or went with their pack."""
    packs = [each for each in lines.values() if isinstance(each, PackLine)]
    under = {option.id for pack in packs for option in pack.options}
    return [line for key, line in lines.items() if key not in under]


def _own(line: AnyLine) -> AnyLine:
    """Return a line without what stands under it."""
    return replace(line, options=()) if isinstance(line, PackLine) else line
