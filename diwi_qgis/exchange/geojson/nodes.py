"""Reading a JSON object strictly: every key is asked for by kind, what is not asked for is a problem, and so is a wrong
kind. Each problem names the feature and the path, as DIWI does: ``projectgegevens -> locatie -> wijk``; parts of a list
count from 1: ``woning_blokken[2] -> einddatum``.
"""

from __future__ import annotations

import re
import uuid as uuids
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Optional

from diwi_qgis.exchange.plan import Plaats
from diwi_qgis.exchange.problem_catalogue import problem
from diwi_qgis.exchange.problems import Problem
from diwi_qgis.texts import Text

#: What stands for the sheet in the place of a problem.
FEATURE = "feature"

_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$")

#: Numbers with more digits before the point than this are a mistake, and too large for the register.
_MAX_DIGITS = 15


@dataclass(frozen=True)
class GeenGetal:
    """NaN or Infinity, which Python reads and JSON does not know."""

    tekst: str

    def __str__(self) -> str:
        return self.tekst

    def __float__(self) -> float:
        return float(self.tekst)


@dataclass
class Melder:
    """Collects the problems of one feature; `plan` and `blok` are the names under which they are reported."""

    nummer: int
    plan: str = ""
    blok: str = ""
    problems: list[Problem] = field(default_factory=list)

    @property
    def fouten(self) -> bool:
        """Whether something was found that stops the import."""
        return any(not found.warning for found in self.problems)

    def plaats(self, path: tuple[str, ...]) -> Plaats:
        """The place of a path in this feature."""
        return Plaats(FEATURE, self.nummer, " -> ".join(path))

    def known(self, code: str, path: tuple[str, ...], value: Any = None, **fields: Any) -> None:
        """A problem out of the catalogue."""
        more = {"plan": self.plan, "blok": self.blok, "veld": path[-1] if path else "", **fields}
        self.problems.append(problem(code, self.plaats(path), value, **more))

    def own(
        self, code: str, path: tuple[str, ...], value: Any, message: Text, expected: Text, warning: bool = False
    ) -> None:
        """A problem with a text of its own."""
        where = self.plaats(path)
        self.problems.append(Problem(code, message, expected, where, value, self.plan, self.blok, warning))

    def not_stored(self, path: tuple[str, ...], value: Any, why: Text) -> None:
        """Warn that something of the file has no place in the register."""
        shown = _shown(value)
        message = Text(
            f"'{path[-1]}' ({shown}) is niet bewaard: {why.nl}", f"'{path[-1]}' ({shown}) was not stored: {why.en}"
        )
        self.own("not_stored", path, shown, message, Text("Leeg.", "Empty."), warning=True)


class Knoop:
    """A JSON object that is being read. Keys that are absent, null or an empty text all read as None."""

    def __init__(self, value: Mapping[str, Any], path: tuple[str, ...], melder: Melder) -> None:
        self.path, self.melder = path, melder
        self._values = dict(value)
        self._read: set[str] = set()

    def where(self, key: str) -> tuple[str, ...]:
        """Path of a key."""
        return (*self.path, key)

    def plaats(self, key: str) -> Plaats:
        """Place of a key, for plans."""
        return self.melder.plaats(self.where(key))

    def value(self, key: str) -> Any:
        """Whatever stands there."""
        self._read.add(key)
        return self._values.get(key)

    def filled(self) -> list[str]:
        """The keys that have a value, of an object in which any key may stand."""
        self._read.update(self._values)
        return [key for key, value in self._values.items() if value is not None]

    def wrong(self, key: str, value: Any, expected: Text) -> None:
        """Report a value of the wrong kind."""
        message = Text(f"'{key}' is {_shown(value)}.", f"'{key}' is {_shown(value)}.")
        self.melder.own("feature_error", self.where(key), _shown(value), message, expected)

    def child(self, key: str) -> Knoop:
        """The object at a key; an empty one when it is absent."""
        value = self.value(key)
        if value is not None and not isinstance(value, dict):
            self.wrong(key, value, Text("Een object: { … }.", "An object: { … }."))
            value = None
        return Knoop(value or {}, self.where(key), self.melder)

    def array(self, key: str) -> list[Any]:
        """The array at a key; an empty one when it is absent."""
        value = self.value(key)
        if value is not None and not isinstance(value, list):
            self.wrong(key, value, Text("Een lijst: [ … ].", "An array: [ … ]."))
            return []
        return value or []

    def children(self, key: str) -> list[Knoop]:
        """The objects in the array at a key."""
        found = []
        for number, value in enumerate(self.array(key), start=1):
            part = f"{key}[{number}]"
            if isinstance(value, dict):
                found.append(Knoop(value, self.where(part), self.melder))
            else:
                self.wrong(part, value, Text("Een object: { … }.", "An object: { … }."))
        return found

    def text(self, key: str) -> Optional[str]:
        """A text; a number or yes/no reads as it is written."""
        value = self.value(key)
        if isinstance(value, str):
            return value.strip() or None
        if isinstance(value, (bool, int, Decimal)):
            return scalar_text(value)
        if value is not None:
            self.wrong(key, value, Text("Een tekst tussen aanhalingstekens.", "A text between quotes."))
        return None

    def uuid(self, key: str) -> Optional[str]:
        """A UUID in its usual spelling; another text as it is (`validate` refuses it)."""
        text = self.text(key)
        try:
            return str(uuids.UUID(text)) if text else None
        except ValueError:
            return text

    def boolean(self, key: str) -> Optional[bool]:
        """True or false."""
        value = self.value(key)
        if value is None or isinstance(value, bool):
            return value
        self.melder.known("not_boolean", self.where(key), _shown(value))
        return None

    def integer(self, key: str) -> Optional[int]:
        """A whole number; 12.0 and "12" are one too."""
        value = self.value(key)
        number = number_of(value)
        if value is None or value == "":
            return None
        if number is None or number != number.to_integral_value():
            self.melder.own(
                "not_numeric",
                self.where(key),
                _shown(value),
                Text(f"'{key}' is {_shown(value)}.", f"'{key}' is {_shown(value)}."),
                Text("Een geheel getal.", "A whole number."),
            )
            return None
        return int(number)

    def cents(self, key: str) -> Optional[int]:
        """An amount in euro, as whole cents: exact, nothing is rounded."""
        value = self.value(key)
        if value is None or value == "":
            return None
        number = number_of(value)
        if number is None or number < 0 or (number * 100) != (number * 100).to_integral_value():
            self.melder.own(
                "invalid_numeric_range",
                self.where(key),
                _shown(value),
                Text(f"'{key}' is {_shown(value)}.", f"'{key}' is {_shown(value)}."),
                Text(
                    "Een bedrag in euro van 0 of hoger, met hoogstens twee decimalen.",
                    "An amount in euro of 0 or more, with at most two decimals.",
                ),
            )
            return None
        return int(number * 100)

    def date(self, key: str) -> Optional[date]:
        """A date, written as YYYY-MM-DD."""
        value = self.value(key)
        if value is None or value == "":
            return None
        if isinstance(value, str) and _DATE.match(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass  # 31 February: reported below like any other text that is no date
        self.melder.own(
            "not_date",
            self.where(key),
            _shown(value),
            Text(f"'{key}' is {_shown(value)}, geen datum.", f"'{key}' is {_shown(value)}, no date."),
            Text("Een bestaande datum als JJJJ-MM-DD, bijvoorbeeld 2027-03-31.", "A date as YYYY-MM-DD: 2027-03-31."),
        )
        return None

    def constant(self, key: str, words: Mapping[str, str], code: str) -> Optional[str]:
        """Our code for one of the words; another word is problem `code`."""
        value = self.value(key)
        if value is None or value == "":
            return None
        if isinstance(value, str) and value in words:
            return words[value]
        listed = ", ".join(words)
        message = Text(f"'{key}' is {_shown(value)}.", f"'{key}' is {_shown(value)}.")
        self.melder.own(
            code, self.where(key), _shown(value), message, Text(f"Een van: {listed}.", f"One of: {listed}.")
        )
        return None

    def close(self) -> None:
        """Report every key that nobody asked for."""
        for key in self._values:
            if key not in self._read:
                self.melder.own(
                    "feature_error",
                    self.where(key),
                    _shown(self._values[key]),
                    Text(f"Onbekende sleutel '{key}'.", f"Unknown key '{key}'."),
                    Text(
                        f"Alleen: {', '.join(sorted(self._read))}." if self._read else "Niets.",
                        f"Only: {', '.join(sorted(self._read))}." if self._read else "Nothing.",
                    ),
                )


def number_of(value: Any) -> Optional[Decimal]:
    """A JSON number, or a text that is one, exactly; None for anything else and for numbers beyond reason (1e309)."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, str)):
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() and number.adjusted() < _MAX_DIGITS else None


def scalar_text(value: Any) -> str:
    """A number or boolean as JSON writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _shown(value: Any) -> str:
    if isinstance(value, (dict, list)):
        return "{…}" if isinstance(value, dict) else "[…]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    text = f"'{value}'" if isinstance(value, str) else str(value)
    return text if len(text) <= 80 else text[:79] + "…"
