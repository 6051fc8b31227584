"""Texts for users that come out of code without Qt: every one in Dutch and in English."""

from __future__ import annotations

from typing import Any, NamedTuple


class Text(NamedTuple):
    """One sentence in both languages; `{name}` fields are filled by `fill`."""

    nl: str
    en: str

    def fill(self, **values: Any) -> Text:
        """The same text with its fields filled in."""
        return Text(self.nl.format(**values), self.en.format(**values))

    def language(self, code: str) -> str:
        """The text for a locale such as ``nl``, ``nl_BE`` or ``en_US``; anything not Dutch is English."""
        return self.nl if code.lower().startswith("nl") else self.en

    def __str__(self) -> str:
        return f"{self.nl} / {self.en}"
