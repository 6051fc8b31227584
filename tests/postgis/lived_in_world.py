"""A register in which much has happened, with values that a copy might spoil; and all that is in a register."""

from __future__ import annotations

from datetime import date, datetime, timezone

import shapely

from diwi_qgis.model.schema import Kind
from diwi_qgis.model.tables import TABLES
from diwi_qgis.store import open_register
from diwi_qgis.store.transfer import copied_tables, same_rows

SQUARE = shapely.box(155000.125, 463000, 155100, 463100.0000001)
TABLES_BY_NAME = {table.name: table for table in TABLES}
ODD = "'\"\\ \t\n\r é€漢 \\N %s {x} \x7f"


def a_row(table, number):
    """A row in which every column of the table is filled that may be, with values that a copy might spoil."""
    row = {}
    for column in table.columns:
        if column.kind is Kind.TEXT:
            row[column.name] = f"{number}{ODD}"[: column.length or 40] if not column.codelijst else None
        elif column.kind is Kind.REAL:
            row[column.name] = (1 / 3, 0.1, 5e-324, 1.7976931348623157e308)[number % 4]
        elif column.kind is Kind.BOOLEAN:
            row[column.name] = bool(number % 2)
        elif column.kind is Kind.DATE:
            row[column.name] = date(1900 + 299 * (number % 2), 1 + number % 12, 28)
        elif column.kind is Kind.TIMESTAMP:
            row[column.name] = datetime(2024, 2, 29, 23, 59, 59, 999_000, tzinfo=timezone.utc)
    return row


def live_in(place):
    """Have much happen in an empty register."""
    plan = {"start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1), "geom": SQUARE}
    with open_register(place, write=True) as register:
        with register.transaction("anna") as write:
            mother = write.insert("project", [{**plan, "naam": "Moeder" + ODD, "opmerkingen": "", "fase": "concept"}])[
                0
            ]
            parts = write.insert("project", [{**plan, "naam": f"Deel {n}", "hoofdplan_uuid": mother} for n in range(3)])
            blocks = write.insert(
                "woningblok",
                [
                    {"project_uuid": mother, "naam": f"b{n}", "aantal": n, "oppervlakte_min": n / 3, "geom": SQUARE}
                    for n in range(7)
                ],
            )
            write.insert("mijlpaal", [{"project_uuid": mother, "soort": "fase_ontwerp", "gepland": date(2024, 5, 5)}])
            write.insert(
                "afspraak",
                [
                    {**a_row(TABLES_BY_NAME["afspraak"], n), "project_uuid": mother, "onderwerp": "prijs"}
                    for n in range(8)
                ],
            )
            write.insert(
                "melding", [{**a_row(TABLES_BY_NAME["melding"], n), "project_uuid": parts[0]} for n in range(3)]
            )
            write.insert("bevinding", [{"regel": "r", "ernst": "fout", "melding": "m", "geom": shapely.Point(1, 2)}])
            parcel = {"aanduiding": "TDM00-A-1", "akr_gemeentecode": "TDM00", "sectie": "A", "perceelnummer": 1}
            write.insert(
                "perceel",
                [{**parcel, "identificatie": "00000000000001", "brondatum": date(2026, 1, 1), "geom": SQUARE}],
            )
        with register.transaction("bert") as write:
            write.update("project", [{"uuid": mother, "naam": "Anders", "geom": None}])
            write.delete("project", [parts[1]])
            write.delete("woningblok", blocks[2:4])


def contents(place):
    """Every table that a copy must have the same."""
    with open_register(place) as register:
        return {table.name: register.read(table.name) for table in copied_tables()}


def same(one, other):
    """Whether two contents are the same, table by table."""
    return all(same_rows(frame, other[name]) for name, frame in one.items())
