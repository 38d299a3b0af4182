"""The choices of the page as a mapping, and a mapping as choices; without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.pricelist.mapping.profile import Profile
from app.pricelist.mapping.rows import is_money
from app.tables.headers import plain

#: The fields that a column feeds; () for none.
Fields = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What one column is: the fields it feeds, and whether it is filled down."""

    fields: Fields = ()
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that the page says, beside a mapping that says more."""

    profile: Profile
    columns: tuple[str, ...]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What each column is."""
        filled = set(map(plain, self.profile.fill_down))
        return tuple(
            Choice(self._fields(plain(name)), plain(name) in filled)
            for name in self.columns
        )

    def choosing(self, column: int, choice: Choice) -> Draft:
        """Return the draft in which a column is something else.

        A field of one column alone leaves the column that fed it before.
        """
        name = self.columns[column]
        fields = {
            field: tuple(each for each in names if plain(each) != plain(name))
            for field, names in self.profile.fields.items()
        }
        for field in choice.fields:
            before = fields.get(field, ()) if is_joined(field) else ()
            fields[field] = self._in_order((*before, name))
        filled = [n for n in self.profile.fill_down if plain(n) != plain(name)]
        kept = {field: names for field, names in fields.items() if names}
        constants = {
            key: text for key, text in self.profile.constants.items() if key not in kept
        }
        words = {
            field: said for field, said in self.profile.words.items() if field in kept
        }
        return self._with(
            replace(
                self.profile,
                fields=kept,
                constants=constants,
                words=words,
                fill_down=tuple([*filled, name] if choice.filled else filled),
            )
        )

    def saying(self, key: str, text: str) -> Draft:
        """Return the draft in which a constant is something else; '' is none.

        What every item is, no column says any more.
        """
        constants = {**self.profile.constants, key: text}
        fields = self.profile.fields
        if text:
            fields = {name: held for name, held in fields.items() if name != key}
        constants = {name: said for name, said in constants.items() if said}
        return self._with(replace(self.profile, constants=constants, fields=fields))

    def leaving_out(self, column: str, text: str) -> Draft:
        """Return the draft that leaves out the rows in which a cell says so."""
        known: Mapping[str, tuple[str, ...]] = self.profile.leave_out
        texts = (*known.get(column, ()), text.replace("*", " "))
        changed = {**known, column: tuple(dict.fromkeys(texts))}
        return self._with(replace(self.profile, leave_out=changed))

    def meaning_none(self, column: str, text: str) -> Draft:
        """Return the draft in which a cell of a price says that there is none."""
        words = {field: dict(said) for field, said in self.profile.words.items()}
        for field in self._fields(plain(column)):
            if is_money(field):
                words.setdefault(field, {})[text] = ""
        return self._with(replace(self.profile, words=words))

    def taking_all(self) -> Draft:
        """Return the draft that leaves out no row, and no price."""
        words = {
            field: {word: said for word, said in pairs.items() if said}
            for field, pairs in self.profile.words.items()
        }
        kept = {field: pairs for field, pairs in words.items() if pairs}
        return self._with(replace(self.profile, leave_out={}, words=kept))

    @property
    def leaves_out(self) -> bool:
        """Whether rows or prices are left out."""
        words = self.profile.words.values()
        return bool(self.profile.leave_out) or any(
            not said for pairs in words for said in pairs.values()
        )

    def has_price(self, column: str) -> bool:
        """Tell whether a column feeds a price, a cost or a commission."""
        return any(map(is_money, self._fields(plain(column))))

    def reading(
        self, *, decimal: str | None = None, repeats: str | None = None
    ) -> Draft:
        """Return the draft that reads numbers or repeated references otherwise."""
        profile = self.profile
        if decimal is not None:
            profile = replace(profile, decimal=decimal)
        if repeats is not None:
            profile = replace(profile, repeats=repeats)
        return self._with(profile)

    def taking(self, profile: Profile) -> Draft:
        """Return the draft of a mapping that came from elsewhere."""
        return self._with(profile)

    def _with(self, profile: Profile) -> Draft:
        """Return the draft with another mapping."""
        return replace(self, profile=profile)

    def _fields(self, name: str) -> Fields:
        """Return the fields that a column feeds, the reference first."""
        fed = (
            field
            for field, names in self.profile.fields.items()
            if name in map(plain, names)
        )
        return tuple(sorted(fed, key=lambda field: (field != "sku", field)))

    def _in_order(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Put columns into the file's order."""
        places = {plain(name): at for at, name in enumerate(self.columns)}
        return tuple(sorted(names, key=lambda name: places.get(plain(name), -1)))


def is_joined(field: str) -> bool:
    """Tell whether several columns may make a field on this page."""
    return field == "sku" or field.startswith(("name_", "description_"))
