"""What a new register starts with: code lists, price classes, settings, the custom properties that the province asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from diwi_qgis.model.amounts import prijsklasse_rows
from diwi_qgis.model.codelists import all_codelists
from diwi_qgis.model.identity import uuid_of
from diwi_qgis.model.profiles import Profiel, ProfielEigenschap, profile_of_province
from diwi_qgis.store.writing import Writer

#: Who is recorded as the maker of these rows, where that can be chosen.
SEEDER = "diwi"


def seed(write: Writer, settings: Mapping[str, str]) -> None:
    """Fill the tables of a new register. `settings` become rows of `instelling`."""
    profile = profile_of_province(settings.get("provincie"))
    wanted = profile_rows(profile) if profile else {"eigenschap": [], "codelijst": []}
    write.insert("codelijst", [*_identified("codelijst", _codes(), "lijst", "code"), *wanted["codelijst"]])
    klassen = prijsklasse_rows()
    write.insert("prijsklasse", _identified("prijsklasse", klassen, "stelsel", "markt", "klasse", "vanaf_jaar"))
    write.insert("instelling", [{"sleutel": key, "waarde": value} for key, value in settings.items()])
    write.insert("eigenschap", wanted["eigenschap"])


def profile_rows(profile: Profiel) -> dict[str, list[dict[str, Any]]]:
    """The custom properties that a province's profile needs, and their options, as rows by table."""
    properties = {prop.naam: prop for prop in profile.eigenschappen}.values()
    owned = [_property(number, prop) for number, prop in enumerate(properties)]
    return {
        "eigenschap": _identified("eigenschap", owned, "naam"),
        "codelijst": _identified("codelijst", _property_codes(properties), "lijst", "code"),
    }


def _identified(table: str, rows: Iterable[Mapping[str, Any]], *key: str) -> list[dict[str, Any]]:
    """The rows, each with a uuid that follows from its key: what every register starts with is the same one in all."""
    return [{**row, "uuid": uuid_of(table, *(row[name] for name in key))} for row in rows]


def _codes() -> Iterator[dict[str, Any]]:
    for lijst in all_codelists():
        for number, waarde in enumerate(lijst.waarden):
            yield {
                "lijst": lijst.naam,
                "code": waarde.code,
                "label": waarde.label,
                "volgorde": number,
                "zet_fase": waarde.zet_fase,
                "zet_planstatus": waarde.zet_planstatus,
            }


def _property_codes(properties: Iterable[ProfielEigenschap]) -> Iterator[dict[str, Any]]:
    """The options of a property: the province's words are the codes."""
    for prop in properties:
        for number, option in enumerate(prop.opties):
            yield {"lijst": f"eigenschap:{prop.naam}", "code": option, "label": option, "volgorde": number}


def _property(number: int, prop: ProfielEigenschap) -> dict[str, Any]:
    return {
        "naam": prop.naam,
        "object": "project",
        "soort": prop.soort,
        "meervoudig": prop.meervoudig,
        "toelichting": prop.toelichting,
        "volgorde": number,
    }
