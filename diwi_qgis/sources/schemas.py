"""How the registers spell their attributes, from service to service, and which layer of a file is which register.

Names are compared without case, underscores and prefixes, so that camelCase (PDOK WFS), snake_case (OGC API) and the
names of the tables of our own register are one. docs/formats/registers.md lists them with their origin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from diwi_qgis.errors import InputError
from diwi_qgis.sources.vector import Layer
from diwi_qgis.texts import Text


@dataclass(frozen=True)
class Attribute:
    """A column of ours and the names it has elsewhere, the most specific first."""

    column: str
    names: tuple[str, ...]
    required: bool = False


@dataclass(frozen=True)
class Schema:
    """A register as files give it. `kind` tells variants of one table apart (the sort of area)."""

    table: str
    kind: str
    label: Text
    attributes: tuple[Attribute, ...]


def _attribute(column: str, *names: str, required: bool = False) -> Attribute:
    return Attribute(column, names, required)


PERCEEL = Schema(
    "perceel",
    "perceel",
    Text("percelen (Kadaster, BRK)", "parcels (Kadaster, BRK)"),
    (
        # lokaalID alone: the older schema of NLExtract, with numbers of nine digits
        _attribute("identificatie", "identificatielokaalid", "lokaalid", "identificatie", required=True),
        _attribute(
            "akr_gemeentecode",
            "akrkadastralegemeentecodewaarde",
            "akrkadastralegemeentecode",
            "akrgemeentecode",
            "gemeente",
            required=True,
        ),
        _attribute("sectie", "sectie", required=True),
        _attribute("perceelnummer", "perceelnummer", required=True),
        _attribute("kadastrale_gemeente", "kadastralegemeentewaarde", "kadastralegemeente"),
        _attribute("kadastrale_grootte", "kadastralegroottewaarde", "kadastralegrootte", "waarde"),
        _attribute("soort_grootte", "soortgroottewaarde", "soortgrootte"),
        _attribute("begin_geldigheid", "begingeldigheid", "logischtijdstipontstaan"),
        _attribute("status", "statushistoriewaarde", "statushistoriecode"),
        _attribute("einde", "eindgeldigheid", "logischtijdstipvervallen"),
    ),
)

PAND = Schema(
    "pand",
    "pand",
    Text("panden (BAG)", "buildings (BAG)"),
    (
        _attribute("identificatie", "identificatie", required=True),
        _attribute("status", "status", "pandstatus", required=True),
        _attribute("bouwjaar", "bouwjaar", "oorspronkelijkbouwjaar", required=True),
        _attribute("gebruiksdoel", "gebruiksdoel"),
        _attribute("aantal_verblijfsobjecten", "aantalverblijfsobjecten"),
        _attribute("oppervlakte_min", "oppervlaktemin"),
        _attribute("oppervlakte_max", "oppervlaktemax"),
        _attribute("voorkomen", "voorkomen", "voorkomenidentificatie"),
        _attribute("einde", "eindgeldigheid"),
    ),
)

_JAAR = _attribute("jaar", "jaar", "jaarcode", "jrstatcode", "jr")
BUURT = Schema(
    "gebied",
    "buurt",
    Text("buurten (CBS)", "neighbourhoods (CBS)"),
    (
        _attribute("code", "buurtcode", "bucode", required=True),
        _attribute("naam", "buurtnaam", "bunaam", required=True),
        _attribute("gemeentecode", "gemeentecode", "gmcode"),
        _JAAR,
    ),
)
WIJK = Schema(
    "gebied",
    "wijk",
    Text("wijken (CBS)", "districts (CBS)"),
    (
        _attribute("code", "wijkcode", "wkcode", required=True),
        _attribute("naam", "wijknaam", "wknaam", required=True),
        _attribute("gemeentecode", "gemeentecode", "gmcode"),
        _JAAR,
    ),
)
GEMEENTE = Schema(
    "gebied",
    "gemeente",
    Text("gemeenten (Bestuurlijke gebieden of CBS)", "municipalities (Bestuurlijke gebieden or CBS)"),
    (
        _attribute("code", "gemeentecode", "gmcode", required=True),
        _attribute("naam", "gemeentenaam", "gmnaam", required=True),
        _JAAR,
    ),
)
GEMEENTEGEBIED = Schema(
    "gebied",
    "gemeente",
    GEMEENTE.label,
    (
        _attribute("code", "identificatie", "code", required=True),
        _attribute("naam", "naam", required=True),
        _attribute("provincie", "ligtinprovincienaam", "ligtinprovinciecode", required=True),
        _JAAR,
    ),
)
STATISTISCH = Schema(
    "gebied",
    "",  # follows from the code: GM, WK or BU
    Text("gebiedsindelingen (CBS)", "statistical areas (CBS)"),
    (
        _attribute("code", "statcode", required=True),
        _attribute("naam", "statnaam", required=True),
        _attribute("gemeentecode", "gmcode", "gemeentecode"),
        _JAAR,
    ),
)
EIGEN = Schema(
    "gebied",
    "",
    Text("gebieden (tabel gebied van een register)", "areas (table gebied of a register)"),
    (
        _attribute("soort", "soort", required=True),
        _attribute("code", "code", required=True),
        _attribute("naam", "naam", required=True),
        _attribute("gemeentecode", "gemeentecode"),
        _JAAR,
    ),
)

#: In this order a layer is tried: a buurt also carries the code of its wijk and gemeente.
GEBIEDEN = (BUURT, WIJK, GEMEENTE, GEMEENTEGEBIED, STATISTISCH, EIGEN)


@dataclass(frozen=True)
class Found:
    """A layer recognised: column of ours → field of the file."""

    layer: Layer
    schema: Schema
    fields: dict[str, str]


def normalise(name: str) -> str:
    """An attribute name without what differs between services: case, underscores, namespace prefix."""
    return name.rsplit(":", 1)[-1].rsplit("|", 1)[-1].replace("_", "").replace("-", "").lower()


def recognise_layer(layer: Layer, schemas: Sequence[Schema]) -> Optional[Found]:
    """Which of the schemas, tried in order, a layer with areas has; None when none fits."""
    there = {normalise(name): name for name in reversed(layer.fields)}
    for schema in schemas if layer.areas else ():
        fields = {
            attribute.column: next(there[name] for name in attribute.names if name in there)
            for attribute in schema.attributes
            if any(name in there for name in attribute.names)
        }
        if all(attribute.column in fields for attribute in schema.attributes if attribute.required):
            return Found(layer, schema, fields)
    return None


def recognise_layers(layers: Sequence[Layer], schemas: Sequence[Schema], file: str, name: str = "") -> list[Found]:
    """The layers of a file that hold the register asked for, by their attributes, never by their name.

    `name` restricts to one layer.

    Raises:
        InputError: there is no such layer; lists what each layer has and what was expected.
    """
    wanted = [layer for layer in layers if not name or layer.name == name]
    found = [match for layer in wanted if (match := recognise_layer(layer, schemas))]
    if not found:
        raise _nothing_recognised(layers, wanted, schemas, file, name)
    return found


def only_one(found: list[Found], file: str) -> Found:
    """The single layer recognised; an InputError that names them when there are more."""
    if len(found) > 1:
        names = ", ".join(match.layer.name for match in found)
        raise InputError(
            f"'{file}' heeft {len(found)} lagen met {found[0].schema.label.nl}: {names}. Geef op welke (LAYER).",
            f"'{file}' has {len(found)} layers with {found[0].schema.label.en}: {names}. State which one (LAYER).",
        )
    return found[0]


def _nothing_recognised(
    layers: Sequence[Layer], wanted: Sequence[Layer], schemas: Sequence[Schema], file: str, name: str
) -> InputError:
    if name and not wanted:
        names = ", ".join(layer.name for layer in layers) or "-"
        return InputError(
            f"'{file}' heeft geen laag '{name}'. Wel: {names}.", f"'{file}' has no layer '{name}'. It has: {names}."
        )
    attributes = "; ".join(
        f"'{layer.name}' ({'' if layer.areas else 'geen vlakken / no areas: '}{', '.join(layer.fields) or '-'})"
        for layer in wanted
    )
    expected = " / ".join(
        ", ".join(attribute.names[0] for attribute in schema.attributes if attribute.required) for schema in schemas
    )
    what = schemas[0].label if schemas[0].table != "gebied" else Text("gemeenten, wijken of buurten", "areas")
    return InputError(
        f"In '{file}' zijn geen {what.nl} herkend. Gevonden: {attributes or 'geen laag'}. "
        f"Verwacht een laag met vlakken en de attributen: {expected} (of hun namen in een andere dienst).",
        f"No {what.en} were recognised in '{file}'. Found: {attributes or 'no layer'}. "
        f"Expected a layer with areas and the attributes: {expected} (or their names in another service).",
    )
