"""How Dutch and English readers write numbers, areas, days and plurals: the one place for messages and for the window.

`written` fills a template. A field without a format is written as it is (a code, a year); with one it is in the notation of
the language: ``{maat:.0f}`` and ``{aantal:n}`` group thousands, ``{datum:day}`` is a day, ``{aantal:#punt|punten}`` the
number with the word that goes with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from string import Formatter
from typing import Any, Optional, Union

#: Language of templates that are not translated, and of everything that is typed.
DUTCH = "nl"

_SWAP = str.maketrans(",.", ".,")

#: Below this size (m²) a decimal says something.
_SMALL = 10.0


def is_dutch(language: str) -> bool:
    """Whether a locale such as ``nl`` or ``nl_BE`` is Dutch; anything else reads English."""
    return language.lower().startswith(DUTCH)


def number(value: float, decimals: int = 0, language: str = DUTCH) -> str:
    """``12.345`` and ``2,5`` for Dutch readers, ``12,345`` and ``2.5`` for English ones."""
    return _formatted(value, f".{decimals}f", language)


def plain(value: float, language: str = DUTCH) -> str:
    """A number with the decimals that it has: ``0,5`` and ``12``."""
    return _formatted(value, "g", language)


def area(square_metres: float, language: str = DUTCH) -> str:
    """An area in m², with a decimal when it is small."""
    return f"{number(square_metres, 1 if square_metres < _SMALL else 0, language)} m²"


def day(value: date, language: str = DUTCH) -> str:
    """``31-12-2030`` for Dutch readers, ``2030-12-31`` for English ones."""
    return f"{value:%d-%m-%Y}" if is_dutch(language) else f"{value:%Y-%m-%d}"


def counted(value: float, one: str, more: str, language: str = DUTCH) -> str:
    """The number as it is written, with the word for one or for more: ``1 maand``, ``1.200 maanden``."""
    shown = number(value, 0, language)
    return f"{shown} {one if shown == '1' else more}"


def written(template: str, values: Mapping[str, Any], language: str = DUTCH) -> str:
    """The template with its fields filled in. Raises KeyError for a field without a value."""
    return "".join(
        text if name is None else text + _shown(values[name], spec, language) for text, name, spec in _parts(template)
    )


def fields(template: str) -> set[str]:
    """The names of the fields of a template."""
    return {name for _, name, _ in _parts(template) if name is not None}


@lru_cache(maxsize=1024)
def _parts(template: str) -> tuple[tuple[str, Optional[str], str], ...]:
    """Text, the field behind it (None behind the last text) and its format."""
    return tuple((text, name, spec or "") for text, name, spec, _ in Formatter().parse(template))


def _shown(value: Any, spec: str, language: str) -> str:
    if not spec:
        return str(value)
    if spec == "day":
        return day(value, language)
    if spec.startswith("#"):
        one, more = spec[1:].split("|")
        return counted(value, one, more, language)
    return _formatted(value, ".0f" if spec == "n" else spec, language)


def _formatted(value: Union[int, float], spec: str, language: str) -> str:
    text = format(value, f",{spec}")
    return text.translate(_SWAP) if is_dutch(language) else text
