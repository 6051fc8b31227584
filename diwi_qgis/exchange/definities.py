"""What plans are written in: custom properties, added options and price classes, as they travel with our own formats.

A register that gets plans of another one needs these to understand them; they are made there only when asked for
(`create_missing`). Users do not travel: they are people, and every register has its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from diwi_qgis.exchange.lists import Eigenschap, RegisterLists
from diwi_qgis.exchange.rows import Row, read_rows, user_values
from diwi_qgis.model.codelists import all_codelists
from diwi_qgis.model.schema import Kind
from diwi_qgis.model.tables import table

if TYPE_CHECKING:
    from diwi_qgis.store import Register

#: Tables with definitions, and the columns by which a definition is recognised.
SLEUTEL = {
    "eigenschap": ("naam",),
    "codelijst": ("lijst", "code"),
    "prijsklasse": ("stelsel", "markt", "klasse", "vanaf_jaar"),
}

_TYPES: dict[Kind, Any] = {
    Kind.INTEGER: int,
    Kind.REAL: (int, float),
    Kind.BOOLEAN: bool,
    Kind.DATE: date,
    Kind.TEXT: str,
}


@dataclass
class Definities:
    """Rows of `eigenschap`, `codelijst` and `prijsklasse` (of the municipality), by table."""

    rijen: dict[str, list[Row]] = field(default_factory=dict)

    @classmethod
    def read(cls, register: Register) -> Definities:
        """The definitions of a register, without what every register has."""
        delivered = {
            (lijst.naam, waarde.code): (waarde.label, number)
            for lijst in all_codelists()
            for number, waarde in enumerate(lijst.waarden)
        }
        codes = [
            row
            for row in read_rows(register, "codelijst")
            if delivered.get((row["lijst"], row["code"])) != (row["label"], row["volgorde"]) or not row["actief"]
        ]
        klassen = [row for row in read_rows(register, "prijsklasse") if row["stelsel"] == "gemeente"]
        rows = {"eigenschap": read_rows(register, "eigenschap"), "codelijst": codes, "prijsklasse": klassen}
        return cls({name: [user_values(name, row) for row in found] for name, found in rows.items()})

    def lists(self) -> RegisterLists:
        """The words of the register that these are of; without users."""
        plain = RegisterLists.defaults()
        opties = {lijst: dict(codes) for lijst, codes in plain.opties.items()}
        for row in self.rijen.get("codelijst", ()):
            opties.setdefault(row["lijst"], {}).pop(row["code"], None)
            if row.get("actief", True):
                opties[row["lijst"]][row["code"]] = row.get("label") or row["code"]
        eigenschappen = {
            row["naam"]: Eigenschap(
                row["naam"], row.get("object", "project"), row.get("soort", "tekst"), bool(row.get("meervoudig"))
            )
            for row in self.rijen.get("eigenschap", ())
            if row.get("actief", True)
        }
        klassen: dict[str, dict[str, None]] = {}
        for row in self.rijen.get("prijsklasse", ()):
            if row.get("actief", True):
                klassen.setdefault(row["markt"], {})[row["klasse"]] = None
        return RegisterLists(opties, eigenschappen, {markt: tuple(namen) for markt, namen in klassen.items()})

    @classmethod
    def from_json(cls, data: Any) -> Definities:
        """The definitions in a file; what is not one (another table, column or type of value) is left out."""
        rows: dict[str, list[Row]] = {}
        for name, key in SLEUTEL.items():
            given = data.get(name, ()) if isinstance(data, Mapping) else ()
            clean = [_clean(name, row) for row in given if isinstance(row, Mapping)]
            rows[name] = [row for row in clean if all(row.get(column) is not None for column in key)]
        return cls(rows)

    def as_json(self) -> dict[str, list[Row]]:
        """Lists of plain objects by table, for `json`; there are no dates in them."""
        return {name: [dict(row) for row in rows] for name, rows in self.rijen.items()}


def _clean(name: str, row: Mapping[str, Any]) -> Row:
    columns = {column.name: _TYPES[column.kind] for column in table(name).user_columns}
    columns["uuid"] = str
    kept = {column: row[column] for column, kind in columns.items() if isinstance(row.get(column), kind)}
    return {c: v for c, v in kept.items() if not (isinstance(v, bool) and columns[c] is int)}
