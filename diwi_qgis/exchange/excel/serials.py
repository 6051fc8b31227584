"""Dates in a workbook are numbers: days since the start of its date system, told apart by the format of the cell."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Union

Moment = Union[datetime, date, time, timedelta, str]

_DAY_MS = 86_400_000
#: Day 0 of the two date systems. The first counts a 29 February 1900 that never was, so days before it are one off.
_START_1900, _START_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_BEFORE_1900_03_01 = 60

#: Formats that Excel knows by number (ECMA-376 part 1, 18.8.30) and that show a date or time, and the one of a duration.
_BUILT_IN_DATES = frozenset({*range(14, 23), 45, 46, 47})
_BUILT_IN_DURATION = 46

_NOT_SHOWN = re.compile(r'".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]', re.IGNORECASE)
_DATE = re.compile(r"(?<![_\\])[dmhys]", re.IGNORECASE)
_DURATION = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)


def shows_date(number: int, code: Union[str, None]) -> bool:
    """Whether a number format shows a date or time; `code` is None for one that Excel knows by its number."""
    if code is None:
        return number in _BUILT_IN_DATES
    return bool(_DATE.search(_NOT_SHOWN.sub("", code.split(";")[0])))


def shows_duration(number: int, code: Union[str, None]) -> bool:
    """Whether it shows how long something takes (``[h]:mm``) and not when it was."""
    if code is None:
        return number == _BUILT_IN_DURATION
    return bool(_DURATION.search(code.split(";")[0]))


def to_moment(serial: float, from_1904: bool, duration: bool) -> Moment:
    """What a number under a date format stands for, in whole milliseconds; ``#VALUE!`` when it is no date at all."""
    try:
        if duration:
            return timedelta(milliseconds=round(serial * _DAY_MS))
        day, fraction = divmod(serial, 1)
        within = timedelta(milliseconds=round(fraction * _DAY_MS))
        if 0 <= serial < 1 and not within.days:
            return (datetime.min + within).time()
        if from_1904:
            return _START_1904 + timedelta(days=day) + within
        return _START_1900 + timedelta(days=day + (0 < serial < _BEFORE_1900_03_01)) + within
    except (OverflowError, ValueError):
        return "#VALUE!"


def from_iso(text: str) -> Moment:
    """A date as some programs write it in words: ``2026-07-01``, with or without a time. ValueError when it is none."""
    plain = text[:-1] if text.endswith("Z") else text
    return date.fromisoformat(plain) if len(plain) == len("2026-07-01") else datetime.fromisoformat(plain)
