"""A definitions package: one JSON file with the lists, properties and price classes that registers share.

The format is described in docs/formats/definities.md. A file is read as strictly as it is written: what is not known, twice
there or of another kind is refused with its place, so that a slip of the pen never becomes a definition that is missing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.definitions.state import Tables
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.definitions import EIGENSCHAP, gesloten_lijsten, optielijst
from diwi_qgis.model.identity import is_uuid
from diwi_qgis.model.schema import Column, Kind
from diwi_qgis.model.settings import MELDING, travels
from diwi_qgis.model.tables import table
from diwi_qgis.rules.merging import Row

FORMAT, VERSION = "diwi-definities", 1

#: What a package says of itself, in `pakket`; the first two are obligatory.
ABOUT = ("naam", "versie", "uitgever", "datum", "toelichting")

#: Whole numbers that JSON of every program holds exactly.
_LARGEST = 2**53

#: What stands in a file of each table. The place of a value in its list is its place in the file.
_COLUMNS = {
    "codelijst": ("code", "label", "actief", "vervangen_door", "toelichting", "zet_fase", "zet_planstatus"),
    "eigenschap": ("uuid", "naam", "object", "soort", "verplicht", "meervoudig", "actief", "toelichting"),
    "prijsklasse": ("uuid", "stelsel", "markt", "klasse", "vanaf_jaar", "minimum", "maximum", "bron", "actief"),
}
_SECTIONS = ("codelijsten", "eigenschappen", "prijsklassen", "meldregels")
_VALUES = "waarden"

_TYPES: dict[Kind, tuple[type, ...]] = {Kind.TEXT: (str,), Kind.INTEGER: (int,), Kind.BOOLEAN: (bool,)}


@dataclass(frozen=True)
class Package:
    """What a file holds. `rows` by table as in a register, without `uuid` where the file gives none; values stand in order.

    A list, property or class that is not in it is left as it is by whoever takes it over.
    """

    about: Mapping[str, str]
    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Name and version."""
        return f"{self.about['naam']} {self.about['versie']}"


def package_of(rows: Tables, about: Mapping[str, str]) -> Package:
    """All definitions of a register that can be shared."""
    codes = sorted(
        rows["codelijst"].values(), key=lambda row: (row["lijst"], row["volgorde"], row["label"], row["code"])
    )
    properties = sorted(
        _with_uuid(rows["eigenschap"]), key=lambda row: (row["volgorde"] is None, row["volgorde"] or 0, row["naam"])
    )
    classes = sorted(
        _with_uuid(rows["prijsklasse"]),
        key=lambda row: (row["stelsel"], row["markt"], row["vanaf_jaar"], row["minimum"], row["klasse"]),
    )
    settings = sorted(
        (row for row in rows["instelling"].values() if travels(row["sleutel"])), key=lambda row: row["sleutel"]
    )
    return Package(
        {name: about[name] for name in ABOUT if about.get(name)},
        {"codelijst": codes, "eigenschap": properties, "prijsklasse": classes, "instelling": settings},
    )


def _with_uuid(rows: Mapping[str, Row]) -> Iterator[Row]:
    yield from ({**row, "uuid": uuid} for uuid, row in rows.items())


# -- writing --------------------------------------------------------------------------------------------------------------


def write_package(path: Path, package: Package) -> None:
    """Write the file; replaces one that is there only when it is complete. Raises InputError when it cannot be written."""
    text = json.dumps(as_json(package), ensure_ascii=False, indent=1)
    beside = path.with_name(f"{path.name}.deel")
    try:
        beside.write_text(text + "\n", encoding="utf8")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise InputError(
            f"Het definitiepakket '{path}' kan niet worden geschreven: {reason}.",
            f"The definitions package '{path}' cannot be written: {reason}.",
        ) from error


def as_json(package: Package) -> dict[str, Any]:
    """The file as plain objects."""
    lists: dict[str, list[Row]] = {}
    for row in package.rows.get("codelijst", ()):
        lists.setdefault(row["lijst"], []).append(_filled("codelijst", row))
    properties = [
        {
            **_filled("eigenschap", row),
            **({_VALUES: lists.pop(optielijst(row["naam"]))} if optielijst(row["naam"]) in lists else {}),
        }
        for row in package.rows.get("eigenschap", ())
    ]
    return {
        "formaat": FORMAT,
        "formaatversie": VERSION,
        "pakket": dict(package.about),
        "codelijsten": {lijst: rows for lijst, rows in lists.items() if not lijst.startswith(EIGENSCHAP)},
        "eigenschappen": properties,
        "prijsklassen": [_filled("prijsklasse", row) for row in package.rows.get("prijsklasse", ())],
        "meldregels": {row["sleutel"][len(MELDING) :]: row["waarde"] for row in package.rows.get("instelling", ())},
    }


def _filled(name: str, row: Row) -> Row:
    return {column: row[column] for column in _COLUMNS[name] if row.get(column) is not None}


# -- reading --------------------------------------------------------------------------------------------------------------


def read_package(path: Path) -> Package:
    """The package in a file. Raises InputError, which names the file and the place in it, when it is none or not a whole one."""
    try:
        data = json.loads(
            path.read_text(encoding="utf-8-sig"), object_pairs_hook=_no_doubles, parse_constant=_no_number
        )
    except (OSError, ValueError, RecursionError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"Definitiepakket '{path}' kan niet worden gelezen: {reason}. Er is niets gewijzigd.",
            f"Definitions package '{path}' cannot be read: {reason}. Nothing was changed.",
        ) from error
    return _Reader(path).package(data)


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"'{next(name for name in names if names.count(name) > 1)}' 2×")
    return found


def _no_number(name: str) -> Any:
    raise ValueError(name)


class _Reader:
    """Reads a file, knowing all along where it is."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._place: list[str] = []

    def package(self, data: Any) -> Package:
        members = self._object(data)
        if members.get("formaat") != FORMAT:
            self._refuse(
                f'"formaat" is niet "{FORMAT}": dit is geen definitiepakket',
                f'"formaat" is not "{FORMAT}": this is no definitions package',
            )
        version = members.get("formaatversie")
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            self._refuse('"formaatversie" is geen getal vanaf 1', '"formaatversie" is no number from 1 on')
        if version > VERSION:
            self._refuse(
                f"het is van formaatversie {version}; deze versie van de plugin leest tot en met {VERSION}",
                f"it is of format version {version}; this version of the plugin reads up to {VERSION}",
            )
        self._only(members, ("formaat", "formaatversie", "pakket", *_SECTIONS))
        with self._at("pakket"):
            about = self._about(members.get("pakket"))
        rows: dict[str, list[Row]] = {name: [] for name in (*_COLUMNS, "instelling")}
        for section, read in (
            ("codelijsten", self._lists),
            ("eigenschappen", self._properties),
            ("prijsklassen", self._classes),
            ("meldregels", self._notifications),
        ):
            if section in members:
                with self._at(section):
                    read(members[section], rows)
        return Package(about, rows)

    # -- its parts ----------------------------------------------------------------------------------------------------

    def _about(self, data: Any) -> dict[str, str]:
        members = self._object(data)
        self._only(members, ABOUT)
        for name, value in members.items():
            if not isinstance(value, str):
                self._refuse(f'"{name}" is geen tekst', f'"{name}" is no text')
        for name in ABOUT[:2]:
            if not members.get(name, "").strip():
                self._refuse(f'"{name}" ontbreekt', f'"{name}" is missing')
        return dict(members)

    def _lists(self, data: Any, rows: dict[str, list[Row]]) -> None:
        for lijst, values in self._object(data).items():
            with self._at(lijst):
                if lijst.startswith(EIGENSCHAP):
                    self._refuse(
                        "waarden van een eigenschap staan bij de eigenschap",
                        "values of a property stand with the property",
                    )
                self._values(lijst, values, rows)

    def _values(self, lijst: str, data: Any, rows: dict[str, list[Row]]) -> None:
        found = self._each("codelijst", data, ("code", "label"), lambda row: row["code"])
        codes = {row["code"]: row for row in found}
        for number, row in enumerate(found):
            target = row.get("vervangen_door")
            if target is not None and (target not in codes or row.get("actief", True)):
                with self._at(str(number + 1)):
                    self._refuse(
                        f'"vervangen_door" is geen andere waarde van de lijst in dit pakket, of "actief" is niet false (\'{target}\')',
                        f'"vervangen_door" is no other value of the list in this package, or "actief" is not false (\'{target}\')',
                    )
            rows["codelijst"].append({"lijst": lijst, "volgorde": number, "actief": True, **row})

    def _properties(self, data: Any, rows: dict[str, list[Row]]) -> None:
        for number, item in enumerate(self._list(data)):
            with self._at(str(number + 1)):
                members = dict(self._object(item))
                values = members.pop(_VALUES, None)
                row = self._row("eigenschap", members, ("naam", "object", "soort"))
                rows["eigenschap"].append(row)
                if values is not None:
                    with self._at(_VALUES):
                        self._values(optielijst(row["naam"]), values, rows)
        self._unlike(rows["eigenschap"], lambda row: row["naam"])

    def _classes(self, data: Any, rows: dict[str, list[Row]]) -> None:
        required = ("stelsel", "markt", "klasse", "vanaf_jaar", "minimum")
        rows["prijsklasse"] += self._each(
            "prijsklasse", data, required, lambda row: tuple(row[name] for name in required[:4])
        )

    def _notifications(self, data: Any, rows: dict[str, list[Row]]) -> None:
        for name, value in self._object(data).items():
            if not isinstance(value, str):
                self._refuse(f'"{name}" is geen tekst', f'"{name}" is no text')
            rows["instelling"].append({"sleutel": f"{MELDING}{name}", "waarde": value})

    # -- rows ---------------------------------------------------------------------------------------------------------

    def _each(self, name: str, data: Any, required: Sequence[str], key: Callable[[Row], Any]) -> list[Row]:
        found = []
        for number, item in enumerate(self._list(data)):
            with self._at(str(number + 1)):
                found.append(self._row(name, self._object(item), required))
        self._unlike(found, key)
        return found

    def _unlike(self, rows: Sequence[Row], key: Callable[[Row], Any]) -> None:
        seen: dict[Any, int] = {}
        for number, row in enumerate(rows):
            first = seen.setdefault(key(row), number)
            if first != number:
                with self._at(str(number + 1)):
                    self._refuse(f"is hetzelfde als {first + 1}", f"is the same as {first + 1}")

    def _row(self, name: str, members: Mapping[str, Any], required: Sequence[str]) -> Row:
        self._only(members, _COLUMNS[name])
        for column in required:
            if members.get(column) in (None, ""):
                self._refuse(f'"{column}" ontbreekt', f'"{column}" is missing')
        return {column: self._value(name, column, value) for column, value in members.items() if value is not None}

    def _value(self, name: str, column: str, value: Any) -> Any:
        declared = table(name).column(column)
        if type(value) not in _TYPES[declared.kind]:
            self._refuse(f'"{column}" is van de verkeerde soort', f'"{column}" is of the wrong kind')
        if isinstance(value, int) and abs(value) > _LARGEST:
            self._refuse(f'"{column}" is een te groot getal', f'"{column}" is too large a number')
        if isinstance(value, str):
            self._text(column, value, declared)
        return value

    def _text(self, column: str, value: str, declared: Column) -> None:
        if declared.length and len(value) > declared.length:
            self._refuse(
                f'"{column}" is langer dan {declared.length} tekens',
                f'"{column}" is longer than {declared.length} characters',
            )
        if any((letter < " " and letter not in "\n\r\t") or "\ud800" <= letter <= "\udfff" for letter in value):
            self._refuse(f'"{column}" heeft een teken dat geen tekst is', f'"{column}" has a character that is no text')
        if column == "uuid" and not is_uuid(value):
            self._refuse(f'"{column}" is geen uuid', f'"{column}" is no uuid')
        if declared.codelijst and declared.codelijst in gesloten_lijsten():
            codes = codelijst(declared.codelijst).codes
            if value not in codes:
                known = ", ".join(codes)
                self._refuse(
                    f"\"{column}\" is '{value}'; wel: {known}", f"\"{column}\" is '{value}'; known are: {known}"
                )

    # -- where it is --------------------------------------------------------------------------------------------------

    @contextmanager
    def _at(self, place: str) -> Iterator[None]:
        self._place.append(place)
        yield
        self._place.pop()

    def _object(self, data: Any) -> Mapping[str, Any]:
        if not isinstance(data, dict):
            self._refuse("een object met gegevens { } wordt verwacht", "an object { } is expected")
        return data

    def _list(self, data: Any) -> Sequence[Any]:
        if not isinstance(data, list):
            self._refuse("een lijst [ ] wordt verwacht", "a list [ ] is expected")
        return data

    def _only(self, members: Mapping[str, Any], known: Sequence[str]) -> None:
        unknown: Optional[str] = next((name for name in members if name not in known), None)
        if unknown is not None:
            names = ", ".join(known)
            self._refuse(f'"{unknown}" is onbekend; wel: {names}', f'"{unknown}" is unknown; known are: {names}')

    def _refuse(self, nl: str, en: str) -> NoReturn:
        place = f", {' › '.join(self._place)}" if self._place else ""
        raise InputError(
            f"Definitiepakket '{self._path}'{place}: {nl}. Er is niets gewijzigd.",
            f"Definitions package '{self._path}'{place}: {en}. Nothing was changed.",
        )
