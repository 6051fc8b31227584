"""Values of registers as files give them (text, number, list, in several notations), made into ours."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import Any, Optional

from diwi_qgis.texts import Text


@dataclass
class Column:
    """Identifications as text, with what had to be mended and what could not be understood, by position."""

    values: list[Optional[str]]
    padded: list[int] = field(default_factory=list)
    wrong: list[int] = field(default_factory=list)


def identifications(values: list[Any], width: Optional[int], prefix: str = "") -> Column:
    """Identifications of `width` digits, with the leading zeros that a program took for a number lost.

    A number, or a text that is too short, is padded with zeros on the left and reported in `padded`. What is not all
    digits, too long, or a number with a fraction or exponent that cannot be exact, is reported in `wrong` (value None).
    `width` None keeps any length (the older numbering of the Kadaster). `prefix` is taken off (``NL.IMBAG.Pand.``).
    """
    column = Column([])
    for position, value in enumerate(values):
        digits = _digits(value, prefix)
        if digits is None or (width is not None and len(digits) > width):
            column.wrong.append(position)
            column.values.append(None)
            continue
        if width is not None and len(digits) < width:
            column.padded.append(position)
            digits = digits.zfill(width)
        column.values.append(digits)
    return column


def as_text(value: Any) -> Optional[str]:
    """Text without spaces around it; a list, also one written as JSON, becomes ``a, b``; None when empty."""
    if isinstance(value, str) and value.startswith('["') and value.endswith('"]'):
        value = json.loads(value)
    if isinstance(value, (list, tuple)):
        value = ", ".join(str(part) for part in value)
    text = "" if value is None else str(value).strip()
    return text or None


def as_number(value: Any) -> Optional[float]:
    """A finite number; None when it is empty or none."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None


def as_integer(value: Any) -> Optional[int]:
    """A whole number (``7``, ``7.0``, ``"7"``); None when it is empty or none."""
    number = as_number(value)
    return int(number) if number is not None and number == int(number) else None


def named(names: list[str], limit: int = 10) -> Text:
    """``a, b, c and 12 more``."""
    first, rest = ", ".join(names[:limit]), len(names) - limit
    return Text(f"{first} en nog {rest}", f"{first} and {rest} more") if rest > 0 else Text(first, first)


def _digits(value: Any, prefix: str) -> Optional[str]:
    if isinstance(value, float):  # 14 and 16 digits are exact below 2^53 ≈ 9.007e15; above it they are not
        value = int(value) if value.is_integer() and abs(value) < 2**53 else None
    text = str(value).strip().removeprefix(prefix) if value is not None else ""
    return text if text.isascii() and text.isdecimal() else None
