"""Languages: texts, amounts, dates and numbers as people write them."""

from i18n.language import N_, Language

__all__ = ["N_", "Language"]
