"""Everything of a plan as JSON, by table and column of the model: the member `diwi_qgis` of a feature.

DIWI ignores members beside `properties`, so what its own format cannot say travels here, and a plan comes back whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from diwi_qgis.exchange.geojson.file import ShapeError, geometry_of, shape_of
from diwi_qgis.exchange.geojson.nodes import Knoop, Melder, number_of
from diwi_qgis.exchange.plan import OVERIG, EigenschapWaarde, Mijlpaal, Oplevering, Plan, Verdeling, Woningblok
from diwi_qgis.exchange.rows import Row
from diwi_qgis.model.schema import Column, Kind
from diwi_qgis.model.tables import table
from diwi_qgis.texts import Text

#: Name of our member at collection and feature, and the version of what is in it.
MEMBER, VERSIE = "diwi_qgis", 1

#: The columns of each table that travel; parents do not, they follow from where a row stands.
_COLUMNS = {
    name: tuple(c for c in table(name).user_columns if c.name not in ("project_uuid", "woningblok_uuid"))
    for name in ("project", "mijlpaal", "woningblok", "verdeling", "oplevering", *OVERIG)
}


def encode(plan: Plan, parts: Sequence[Sequence[str]]) -> dict[str, Any]:
    """The member of one feature. `parts` gives, per block, the names of the DIWI blocks that it was written as."""
    return {
        "versie": VERSIE,
        "uuid": plan.uuid,
        "plancode": plan.velden.get("code"),
        "velden": _encode_row("project", plan.velden),
        "mijlpalen": [_encode_row("mijlpaal", vars(mijlpaal)) for mijlpaal in plan.mijlpalen],
        "woningblokken": [_encode_blok(blok, names) for blok, names in zip(plan.woningblokken, parts)],
        "eigenschappen": _encode_eigenschappen(plan.eigenschappen),
        "overig": {name: [_encode_row(name, row) for row in rows] for name, rows in plan.overig.items() if rows},
    }


def _encode_blok(blok: Woningblok, names: Sequence[str]) -> dict[str, Any]:
    return {
        **_encode_row("woningblok", vars(blok)),
        "verdelingen": [_encode_row("verdeling", vars(verdeling)) for verdeling in blok.verdelingen],
        "opleveringen": [_encode_row("oplevering", vars(oplevering)) for oplevering in blok.opleveringen],
        "eigenschappen": _encode_eigenschappen(blok.eigenschappen),
        "diwi": list(names),
    }


def _encode_row(name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"uuid": row["uuid"]} if row.get("uuid") else {}
    for column in _COLUMNS[name]:
        value = row.get(column.name)
        if value is not None:
            found[column.name] = value.isoformat() if isinstance(value, date) else value
    if row.get("geom") is not None:
        found["geom"] = geometry_of(row["geom"])
    return found


def _encode_eigenschappen(values: Mapping[str, EigenschapWaarde]) -> dict[str, Any]:
    return {naam: list(value) if isinstance(value, tuple) else value for naam, value in values.items()}


# -- and back ---------------------------------------------------------------------------------------------------------


def decode(data: Any, melder: Melder) -> tuple[Plan, list[list[str]]]:
    """The plan in a feature's member, without its area, and per block the names of the DIWI blocks it was written as.

    What is not as we write it is reported to `melder`.
    """
    root = Knoop(data if isinstance(data, dict) else {}, (MEMBER,), melder)
    versie = root.integer("versie")
    root.integer("nummer")  # `identificatie_nr` in the DIWI part
    if versie is None or versie > VERSIE:
        melder.own(
            "newer_format",
            root.where("versie"),
            versie,
            Text(f"Versie {versie} van dit onderdeel is onbekend.", f"Version {versie} of this part is unknown."),
            Text(f"Versie {VERSIE} of lager; werk de plugin bij.", f"Version {VERSIE} or lower; update the plugin."),
        )
        return Plan(velden={}), []
    plan = Plan(velden=_all_columns("project", root.child("velden")), volledig=True, plaats=melder.plaats(()))
    plan.uuid = root.uuid("uuid")
    plancode = root.text("plancode")
    if plancode:
        plan.velden["code"] = plancode
    plan.mijlpalen = [Mijlpaal(**_all_columns("mijlpaal", node)) for node in root.children("mijlpalen")]
    parts = []
    for node in root.children("woningblokken"):
        blok, names = _decode_blok(node)
        plan.woningblokken.append(blok)
        parts.append(names)
    plan.eigenschappen = _decode_eigenschappen(root.child("eigenschappen"))
    overig = root.child("overig")
    for name in OVERIG:
        rows = [_present(name, node) for node in overig.children(name)]
        if rows:
            plan.overig[name] = rows
    overig.close()
    root.close()
    return plan, parts


def _decode_blok(node: Knoop) -> tuple[Woningblok, list[str]]:
    verdelingen = [Verdeling(**_all_columns("verdeling", part)) for part in node.children("verdelingen")]
    opleveringen = [Oplevering(**_all_columns("oplevering", part)) for part in node.children("opleveringen")]
    eigenschappen = _decode_eigenschappen(node.child("eigenschappen"))
    names = [str(name) for name in node.array("diwi")]
    values = _all_columns("woningblok", node)
    blok = Woningblok(**values, verdelingen=verdelingen, opleveringen=opleveringen, eigenschappen=eigenschappen)
    return blok, names


def _all_columns(name: str, node: Knoop) -> Row:
    """A value for every user column, None where absent, with `uuid` (not for the project) and geometry."""
    row: Row = {column.name: _value(node, column) for column in _COLUMNS[name]}
    if name != "project":
        row["uuid"] = node.uuid("uuid")
    if name == "woningblok":
        row["geom"] = _geom(node)
    for column in _COLUMNS[name]:
        if column.required and row[column.name] is None:
            expected = Text("Een waarde; dit veld is verplicht.", "A value; this field is mandatory.")
            node.wrong(column.name, None, expected)
    node.close()
    return row


def _present(name: str, node: Knoop) -> Row:
    """A row of one of the other tables, as `load` gives it: every user column, its uuid, and a geometry when there."""
    row: Row = {column.name: _value(node, column) for column in _COLUMNS[name]}
    row["uuid"] = node.uuid("uuid")
    geom = _geom(node)
    if geom is not None:
        row["geom"] = geom
    node.close()
    return row


def _geom(node: Knoop) -> Any:
    try:
        return shape_of(node.value("geom"))
    except ShapeError as error:
        node.wrong("geom", None, error.text)
        return None


def _value(node: Knoop, column: Column) -> Any:
    return _READERS[column.kind](node, column.name)


def _raw_text(node: Knoop, key: str) -> Any:
    """A text exactly as it is, spaces and all."""
    value = node.value(key)
    if value is not None and not isinstance(value, str):
        node.wrong(key, value, Text("Een tekst.", "A text."))
        return None
    return value


def _real(node: Knoop, key: str) -> Any:
    value = node.value(key)
    if value is None:
        return None
    number = None if isinstance(value, str) else number_of(value)
    if number is None:
        node.melder.known("not_numeric", node.where(key), value)
        return None
    return float(number)


_READERS: dict[Kind, Callable[[Knoop, str], Any]] = {
    Kind.TEXT: _raw_text,
    Kind.INTEGER: Knoop.integer,
    Kind.REAL: _real,
    Kind.BOOLEAN: Knoop.boolean,
    Kind.DATE: Knoop.date,
}


def _decode_eigenschappen(node: Knoop) -> dict[str, EigenschapWaarde]:
    found: dict[str, EigenschapWaarde] = {}
    for naam in node.filled():
        value = node.value(naam)
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            found[naam] = tuple(value)
        elif isinstance(value, (str, bool)):
            found[naam] = value
        elif isinstance(value, (int, Decimal)):
            found[naam] = _real(node, naam)
        else:
            node.wrong(naam, value, Text("Een tekst, getal, ja/nee of lijst.", "A text, number, boolean or array."))
    return found
