"""From the value of a cell to ours: text, whole numbers, dates, yes/no, euro ranges. What does not fit is `Refused`.

Euro become cents by decimal arithmetic, never through binary floating point.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Optional, Union

#: What Excel shows where a formula failed.
ERROR_VALUES = frozenset(
    {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!"}
)

FIRST_YEAR, LAST_YEAR = 1900, 2199
MAX_AMOUNT = 99_999_999
MAX_CENTS = 10**13

_WHOLE = re.compile(r"\d{1,12}(?:\.0+)?")
_YES = frozenset({"true", "1", "waar", "ja"})
_NO = frozenset({"false", "0", "onwaar", "nee"})
_OPEN_END = frozenset({"inf", "∞"})
_SPACES = re.compile(r"\s+")
#: 280000 | 280.000 | 1,250,000.50 | 694,5: groups of three with one kind of separator, then at most two decimals.
_EURO = re.compile(
    r"(?P<plain>\d{1,15})(?:[.,](?P<cents>\d{1,2}))?"
    r"|(?P<dots>\d{1,3}(?:\.\d{3}){1,4})(?:,(?P<cents_comma>\d{1,2}))?"
    r"|(?P<commas>\d{1,3}(?:,\d{3}){1,4})(?:\.(?P<cents_dot>\d{1,2}))?"
)


class Refused(Exception):  # noqa: N818 - a value that does not fit, made into a Problem by who knows the place
    """A cell whose value does not fit; `code` is the error code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Prijs:
    """What a price column stands for: amounts in cents (`maximum` None: and higher), or the name of a price class."""

    minimum: Optional[int] = None
    maximum: Optional[int] = None
    klasse: Optional[str] = None


def is_blank(value: Any) -> bool:
    """Whether nothing stands in a cell."""
    return value is None or (isinstance(value, str) and not value.strip())


def to_text(value: Any) -> str:
    """Text as it is, trimmed ("007" stays "007"); a number as Excel shows it plainly (7, 7.5)."""
    if isinstance(value, str):
        text = value.strip()
        if text in ERROR_VALUES:
            raise Refused("not_string")
        return text
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)) and math.isfinite(value):
        return format(to_decimal(value), "f")
    raise Refused("not_string")


def to_decimal(value: Union[int, float]) -> Decimal:
    """The number that Excel shows: it keeps 15 digits, so noise of binary fractions beyond those is dropped."""
    if isinstance(value, int):
        return Decimal(value)
    if not math.isfinite(value):
        raise Refused("not_numeric")
    number = Decimal(format(value, ".15g"))
    return number.quantize(Decimal(1)) if number == number.to_integral_value() and abs(number) < 10**15 else number


def to_amount(value: Any) -> int:
    """A number of dwellings: whole and not negative."""
    if type(value) is int and 0 <= value <= MAX_AMOUNT:  # nearly always
        return value
    if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
        value = int(value.strip().partition(".")[0])
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise Refused("not_numeric")
    if value != int(value) or not 0 <= value <= MAX_AMOUNT:
        raise Refused("invalid_amount")
    return int(value)


def to_number(value: Any) -> float:
    """A number; in a text cell with point or comma before the decimals, without separators of thousands."""
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,15}(?:[.,]\d{1,15})?", value.strip()):
        return float(value.strip().replace(",", "."))
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise Refused("not_numeric")
    return float(value)


def to_date(value: Any) -> date:
    """The day of a date cell, as written: no time zone plays a part. Text and bare numbers are no dates."""
    if isinstance(value, datetime):
        value = value.date()
    if not isinstance(value, date):
        raise Refused("not_date")
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise Refused("date_out_of_range")
    return value


def to_boolean(value: Any) -> bool:
    """DIWI's true/false/1/0, and what Dutch Excel and its users write for them."""
    word = to_text(value).lower() if not isinstance(value, (date, datetime)) else ""
    if word in _YES or word in _NO:
        return word in _YES
    raise Refused("not_boolean")


def to_cents(text: str) -> int:
    """Euro as written in the Netherlands or in English, to cents.

    An amount of euro has at most two decimals, so a separator before exactly three digits separates thousands.
    """
    found = _EURO.fullmatch(text)
    if not found:
        raise Refused("invalid_numeric_range")
    whole = found["plain"] or (found["dots"] or found["commas"]).replace(".", "").replace(",", "")
    decimals = found["cents"] or found["cents_comma"] or found["cents_dot"] or ""
    cents = int(whole) * 100 + int(decimals.ljust(2, "0"))
    if cents > MAX_CENTS:
        raise Refused("invalid_numeric_range")
    return cents


def to_price(value: Any) -> Prijs:
    """A price subheader in euro: ``amount``, ``min-max`` or ``min-Inf``; blanks and euro signs do not count."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        cents = to_decimal(value) * 100 if math.isfinite(value) else Decimal("NaN")
        if not cents.is_finite() or cents != cents.to_integral_value() or not 0 <= cents <= MAX_CENTS:
            raise Refused("invalid_numeric_range")
        return Prijs(int(cents), int(cents))
    if not isinstance(value, str):
        raise Refused("invalid_numeric_range")
    low, dash, high = _SPACES.sub("", value).replace("€", "").replace("–", "-").partition("-")
    minimum = to_cents(low)
    if dash and high.lower() in _OPEN_END:
        return Prijs(minimum)
    maximum = to_cents(high) if dash else minimum
    if minimum > maximum:
        raise Refused("invalid_numeric_range")
    return Prijs(minimum, maximum)


def is_price_range(value: Any) -> bool:
    """Whether a text is a range of euro, as DIWI's export writes it where a name of a price class is expected."""
    if not isinstance(value, str) or "-" not in value.replace("–", "-"):
        return False
    try:
        to_price(value)
    except Refused:
        return False
    return True
