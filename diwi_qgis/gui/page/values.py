"""Values of columns as people read and type them: dates, euros, yes and no, labels of codes. Both ways, without loss."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.words import choices, is_money, retired
from diwi_qgis.model.schema import Column, Kind
from diwi_qgis.notation import area, day, number
from diwi_qgis.translation import locale, tr

#: 1.234.567 and 1234567, with decimals behind a comma; or 1234.5 as English programs copy it.
_GROUPED = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d*)?")
_COMMA = re.compile(r"[+-]?\d+(,\d*)?")
_POINT = re.compile(r"[+-]?\d+\.\d+")

_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_YEAR = re.compile(r"\d{4}")

_YES = {"ja", "j", "yes", "y", "true", "waar", "1", "x"}
_NO = {"nee", "n", "no", "false", "onwaar", "0"}


def show(column: Column, value: Any, row: Mapping[str, Any], lists: RegisterLists) -> str:
    """The value as text; empty when there is none."""
    if value is None:
        return ""
    if column.kind in _SHOWN:
        return _SHOWN[column.kind](value)
    if is_money(column):
        return show_money(value)
    options = choices(column, row, lists)
    if options is None:
        return str(value)
    return options.get(value) or retired_labels(column, row, lists).get(value, str(value))


def retired_labels(column: Column, row: Mapping[str, Any], lists: RegisterLists) -> dict[str, str]:
    """Label by code of what this column of this row may no longer get but may still hold; each says so."""
    gone = retired(column, row, lists)
    return {code: tr("{code} (no longer in use)").format(code=label) for code, label in gone.items()}


def show_shape(shape: str) -> str:
    """An area (hexadecimal WKB) by its size; empty when there is none."""
    import shapely

    return area(shapely.from_wkb(shape).area, locale()) if shape else ""


def show_moment(value: datetime) -> str:
    """A moment on the clock here."""
    return f"{value.astimezone():%d-%m-%Y %H:%M}"


def show_money(cents: int) -> str:
    """Euros as they are typed, which is as Dutch readers write them: 123450 is ``1.234,50``."""
    euros, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{number(euros)},{rest:02d}"


def read(column: Column, text: str, row: Mapping[str, Any], lists: RegisterLists) -> Any:
    """What the text means; None when it is empty. Raises ValueError with what was expected, in the user's language."""
    text = text.strip()
    if not text:
        return None
    if column.kind is Kind.BOOLEAN:
        return _yes_no(text)
    if column.kind is Kind.DATE:
        return read_date(text)
    if column.kind is Kind.INTEGER:
        return read_money(text) if is_money(column) else read_whole(text)
    if column.kind is Kind.REAL:
        return read_number(text)
    options = choices(column, row, lists)
    return _code(column, text, options) if options is not None else text


def read_money(text: str) -> int:
    """Cents. Raises ValueError for what is not an amount, or one with parts of a cent."""
    cents = _number(text.replace("€", "").replace("\u00a0", " ").strip().removesuffix(",-")) * 100
    if cents != cents.to_integral_value():
        raise ValueError(tr("an amount in euros has at most two decimals"))
    return int(cents)


def read_date(text: str) -> date:
    """A day; of a year alone the last day. Raises ValueError."""
    if _YEAR.fullmatch(text):
        return date(int(text), 12, 31)
    day_first, year_first = _DAY_FIRST.fullmatch(text), _YEAR_FIRST.fullmatch(text)
    try:
        if day_first:
            return date(int(day_first[3]), int(day_first[2]), int(day_first[1]))
        if year_first:
            return date(int(year_first[1]), int(year_first[2]), int(year_first[3]))
    except ValueError:
        raise ValueError(tr("this day does not exist")) from None
    raise ValueError(tr("a date such as 31-12-2030, or a year, is expected"))


def _number(text: str) -> Decimal:
    if _GROUPED.fullmatch(text):
        plain = text.replace(".", "").replace(",", ".")
    elif _COMMA.fullmatch(text) or _POINT.fullmatch(text):
        plain = text.replace(",", ".")
    else:
        raise ValueError(tr("a number such as 1.234,50 is expected"))
    try:
        number = Decimal(plain)
    except InvalidOperation:
        raise ValueError(tr("a number such as 1.234,50 is expected")) from None
    if not math.isfinite(float(number)):
        raise ValueError(tr("this number is too large"))
    return number


def read_number(text: str) -> float:
    """A number. Raises ValueError."""
    return float(_number(text))


def read_whole(text: str) -> int:
    """A whole number. Raises ValueError."""
    number = _number(text)
    if number != number.to_integral_value():
        raise ValueError(tr("a whole number is expected"))
    return int(number)


def _yes_no(text: str) -> bool:
    folded = text.casefold()
    if folded in _YES or folded == tr("Yes").casefold():
        return True
    if folded in _NO or folded == tr("No").casefold():
        return False
    raise ValueError(tr("yes or no is expected"))


def _code(column: Column, text: str, options: Mapping[str, str]) -> str:
    if text in options:
        return text
    folded = text.casefold()
    found = next((code for code, label in options.items() if label.casefold() == folded), None)
    if found is not None:
        return found
    if column.name == "prijsklasse":
        return text
    known = ", ".join(list(options.values())[:8])
    raise ValueError(tr("one of these is expected: {list}").format(list=known))


_SHOWN: dict[Kind, Callable[[Any], str]] = {
    Kind.BOOLEAN: lambda value: tr("Yes") if value else tr("No"),
    Kind.DATE: day,
    Kind.TIMESTAMP: show_moment,
    Kind.REAL: lambda value: f"{value:.15g}".replace(".", ","),
}
