"""What taking versions of a list out of use comes to, in words."""

from __future__ import annotations

from collections.abc import Sequence

from i18n import Language


def retired_sentence(
    list_id: str, versions: Sequence[str], counting: str, language: Language, back: bool
) -> str:
    """Name the versions that went out of use, or came `back`, and what counts since."""
    _ = language.gettext
    if not versions and back:
        return _("{list} was in use already: nothing was changed.").format(list=list_id)
    if not versions:
        said = _("{list} was out of use already: nothing was changed.")
        return said.format(list=list_id)
    named = _named(list_id, versions)
    what = _("Back in use: {lists}.") if back else _("Out of use: {lists}.")
    if counting:
        since = _("{list} {version} counts now. Saved quotes keep their prices.")
    else:
        since = _("No version of {list} counts now. Saved quotes keep their prices.")
    return f"{what.format(lists=named)} {since.format(list=list_id, version=counting)}"


def retired_words(
    list_id: str, versions: Sequence[str], language: Language, back: bool
) -> str:
    """Name what was done, for whoever undoes it: what counts since is no longer so."""
    _ = language.gettext
    text = _("{lists} back in use") if back else _("{lists} out of use")
    return text.format(lists=_named(list_id, versions))


def _named(list_id: str, versions: Sequence[str]) -> str:
    """Name the versions of a list."""
    return ", ".join(f"{list_id} {each}" for each in versions)
