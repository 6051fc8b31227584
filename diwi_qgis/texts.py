"""Texts for users that come out of code without Qt: every one in Dutch and in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from diwi_qgis.notation import is_dutch, written


class Text(NamedTuple):
    """One sentence in both languages; `{name}` fields are filled by `fill`, in the notation of each (see `notation`)."""

    nl: str
    en: str

    def fill(self, **values: Any) -> Text:
        """The same text with its fields filled in."""
        return self.fill_from(values)

    def fill_from(self, values: Mapping[str, Any]) -> Text:
        """As `fill`, from more values than there are fields."""
        return Text(written(self.nl, values, "nl"), written(self.en, values, "en"))

    def language(self, code: str) -> str:
        """The text for a locale such as ``nl``, ``nl_BE`` or ``en_US``; anything not Dutch is English."""
        return self.nl if is_dutch(code) else self.en

    def __str__(self) -> str:
        return f"{self.nl} / {self.en}"
