"""Makes what a register lacks for the plans it is about to get: options, custom properties, price classes, users."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.exchange.definities import SLEUTEL, Definities
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import Plan
from diwi_qgis.exchange.rows import Row, read_rows
from diwi_qgis.exchange.validate_values import finite
from diwi_qgis.exchange.validate_words import Soort, onbekende_woorden
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.definitions import MET_OPTIES, optielijst
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    from diwi_qgis.store import Register
    from diwi_qgis.store.writing import Writer

_JA_NEE = re.compile(r"ja|nee|true|false|waar|onwaar", re.IGNORECASE)
_WAT = {
    "codelijst": Text("Waarde", "Value"),
    "eigenschap": Text("Eigenschap", "Property"),
    "prijsklasse": Text("Prijsklasse", "Price class"),
}


def make_missing(
    register: Register, write: Writer, plans: Sequence[Plan], lists: RegisterLists, definities: Optional[Definities]
) -> list[Text]:
    """Add definitions that came with the plans, then every unknown word that can be made; says what was made."""
    maker = _Maker(register, write)
    for name in SLEUTEL:
        for row in (definities.rijen if definities else {}).get(name, ()):
            maker.define(name, row)
    maker.words(plans, RegisterLists.read(register) if definities else lists)
    return maker.made


class _Maker:
    def __init__(self, register: Register, write: Writer) -> None:
        self.write = write
        self.made: list[Text] = []
        self.there: dict[str, dict[Any, Row]] = {
            name: {tuple(row[column] for column in key): row for row in read_rows(register, name)}
            for name, key in SLEUTEL.items()
        }

    def define(self, name: str, row: Row) -> None:
        """Add a definition unless there is one; one that is no longer active becomes so again when the new one is."""
        key = tuple(row[column] for column in SLEUTEL[name])
        known = self.there[name].get(key)
        if known is None:
            uuid = self.write.insert(name, [row])[0]
            self.there[name][key] = {"actief": True, **row, "uuid": uuid}
            self.say(name, key, Text("aangemaakt", "created"))
        elif not known["actief"] and row.get("actief", True):
            self.write.update(name, [{"uuid": known["uuid"], "actief": True}])
            known["actief"] = True
            self.say(name, key, Text("weer actief gemaakt", "made active again"))

    def say(self, name: str, key: tuple[Any, ...], what: Text) -> None:
        words = ", ".join(map(str, key))
        self.made.append(Text(f"{_WAT[name].nl} '{words}' {what.nl}.", f"{_WAT[name].en} '{words}' {what.en}."))

    def words(self, plans: Sequence[Plan], lists: RegisterLists) -> None:
        unknown = [word for word in onbekende_woorden(plans, lists) if word.maakbaar]
        properties = {(word.woord, word.lijst): None for word in unknown if word.soort is Soort.EIGENSCHAP}
        for naam, object in properties:
            self.property(naam, object, list(_values(plans, naam, object)))
        for lijst, code in dict.fromkeys((w.lijst, w.woord) for w in unknown if w.soort is Soort.OPTIE):
            self.option(lijst, code)
        for email in dict.fromkeys(word.woord for word in unknown if word.soort is Soort.EIGENAAR):
            self.write.insert("gebruiker", [{"naam": email, "email": email, "rol": "gebruiker"}])
            self.made.append(
                Text(f"Gebruiker '{email}' aangemaakt (rol gebruiker).", f"User '{email}' created (role gebruiker).")
            )

    def property(self, naam: str, object: str, values: list[Any]) -> None:
        if (naam,) not in self.there["eigenschap"]:
            soort = guess(values)
            several = any(isinstance(value, tuple) and len(value) > 1 for value in values)
            self.define("eigenschap", {"naam": naam, "object": object, "soort": soort, "meervoudig": several})
            label = codelijst("eigenschapsoort").waarde(soort).label
            self.made.append(
                Text(
                    f"Eigenschap '{naam}' kreeg, gezien de waarden, soort '{label}'; controleer of dat klopt.",
                    f"Property '{naam}' got kind '{label}', judging by its values; check whether that is right.",
                )
            )
        else:
            self.define("eigenschap", {"naam": naam})
        if self.there["eigenschap"][(naam,)]["soort"] in MET_OPTIES:
            for value in values:
                for code in value if isinstance(value, tuple) else (value,):
                    self.option(optielijst(naam), str(code))

    def option(self, lijst: str, code: str) -> None:
        known = [row["volgorde"] for (naam, _), row in self.there["codelijst"].items() if naam == lijst]
        volgorde = max((number for number in known if number is not None), default=-1) + 1
        self.define("codelijst", {"lijst": lijst, "code": code, "label": code, "volgorde": volgorde})


def _values(plans: Iterable[Plan], naam: str, object: str) -> Iterator[Any]:
    for plan in plans:
        holders = [plan.eigenschappen] if object == "project" else [blok.eigenschappen for blok in plan.woningblokken]
        for eigenschappen in holders:
            if eigenschappen.get(naam) is not None:
                yield eigenschappen[naam]


def guess(values: Sequence[Any]) -> str:
    """The kind of custom property (list `eigenschapsoort`) that can hold these values."""
    if any(isinstance(value, tuple) for value in values):
        return "categorie"
    if values and all(isinstance(value, bool) or _yes_no(value) for value in values):
        return "ja_nee"
    if values and all(finite(value) for value in values):
        return "getal"
    return "tekst"


def _yes_no(value: Any) -> bool:
    return isinstance(value, str) and _JA_NEE.fullmatch(value) is not None


def converted(soort: str, value: Any) -> Any:
    """A value as a property of this kind holds it: a word for yes or no becomes a boolean, a number in a text property text.

    Raises:
        ValueError: the kind cannot hold the value.
    """
    if soort == "getal":
        return float(value)
    if soort == "ja_nee":
        return value if isinstance(value, bool) else str(value).lower() in ("ja", "true", "waar")
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return f"{value:g}" if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else str(value)
