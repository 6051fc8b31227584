"""Write docs/datamodel.md from the model. A test fails when the document is not what this would write."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Optional

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from diwi_qgis.model.codelists import Codelijst, all_codelists  # noqa: E402
from diwi_qgis.model.internal_tables import INTERNAL_TABLES  # noqa: E402
from diwi_qgis.model.management_tables import MANAGEMENT_TABLES  # noqa: E402
from diwi_qgis.model.plan_tables import PLAN_TABLES  # noqa: E402
from diwi_qgis.model.schema import TRACKING, Column, Kind, Role, Table  # noqa: E402
from diwi_qgis.model.source_tables import SOURCE_TABLES  # noqa: E402
from diwi_qgis.model.tables import EPSG, SCHEMA_VERSION  # noqa: E402

TARGET = ROOT / "docs" / "datamodel.md"

PARTS = (
    ("Plannen", PLAN_TABLES),
    ("Overgenomen uit andere registraties", SOURCE_TABLES),
    ("Beheer", MANAGEMENT_TABLES),
    ("Intern", INTERNAL_TABLES),
)

KINDS = {
    Kind.TEXT: "tekst",
    Kind.INTEGER: "geheel getal",
    Kind.REAL: "getal",
    Kind.BOOLEAN: "ja/nee",
    Kind.DATE: "datum",
    Kind.TIMESTAMP: "tijdstip (UTC)",
}

ROLES = {Role.USER: "", Role.SYSTEM: "Vult het register zelf.", Role.DERIVED: "Leidt het register af."}


def document() -> str:
    """The whole document."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Datamodel"
    yield ""
    yield "<!-- Geschreven door scripts/write_datamodel.py uit diwi_qgis/model; niet met de hand wijzigen. -->"
    yield ""
    yield (
        f"Schema {SCHEMA_VERSION}. Alle geometrie is in RD New (EPSG:{EPSG}), geld in gehele eurocenten, oppervlakte in m², datums "
        "zonder tijd, tijdstippen in UTC. Verplicht is wat het register zelf eist; wat een provincie eist staat in haar "
        "profiel (`resources/profielen`). Waarom het zo is: [decisions](decisions/)."
    )
    yield ""
    yield "Elke tabel heeft een volgnummer `fid`. Tabellen met *historie* hebben ook deze kolommen, die triggers vullen:"
    yield ""
    yield from _table_of_columns(TRACKING)
    for title, tables in PARTS:
        yield f"## {title}"
        yield ""
        for table in tables:
            yield from _table(table)
    yield "## Codelijsten"
    yield ""
    yield (
        "De codes van een gesloten lijst hebben een betekenis in het programma en liggen vast. De andere lijsten staan in tabel "
        "`codelijst`, waar de functioneel beheerder ze aanpast."
    )
    yield ""
    for codelijst in all_codelists():
        yield from _codelist(codelijst)


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.name}: {table.label}"
    yield ""
    yield table.help
    yield ""
    traits = ["historie" + _only(table.logged_columns)] if table.tracked else []
    if table.geometry:
        traits.append(f"geometrie `geom` ({table.geometry})")
    if table.append_only:
        traits.append("alleen toevoegen: wijzigen en verwijderen wordt geweigerd")
    traits += ["uniek: " + ", ".join(f"`{name}`" for name in columns) for columns in table.unique]
    traits += [f"regel: `{condition}`" for condition in table.checks]
    if traits:
        yield "Kenmerken: " + "; ".join(traits) + "."
        yield ""
    yield from _table_of_columns(table.columns)


def _only(columns: Optional[tuple[str, ...]]) -> str:
    return "" if columns is None else " (alleen van " + ", ".join(f"`{name}`" for name in columns) + ")"


def _table_of_columns(columns: tuple[Column, ...]) -> Iterator[str]:
    yield "| kolom | naam | soort | verplicht | uitleg |"
    yield "|---|---|---|---|---|"
    for column in columns:
        words = [ROLES[column.role], column.help, *_limits(column)]
        cells = (
            f"`{column.name}`",
            column.label,
            _kind(column),
            "ja" if column.required else "",
            " ".join(word for word in words if word),
        )
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""


def _kind(column: Column) -> str:
    if column.codelijst:
        return f"code uit [{column.codelijst}](#{column.codelijst})"
    length = f" (≤ {column.length})" if column.length else ""
    unit = f", {column.unit}" if column.unit else ""
    return f"{KINDS[column.kind]}{length}{unit}"


def _limits(column: Column) -> Iterator[str]:
    if column.references:
        action = {
            "CASCADE": "gaat mee weg",
            "RESTRICT": "houdt het andere tegen",
            "SET NULL": "wordt leeg",
        }[column.references.on_delete.value]
        yield f"Verwijst naar `{column.references.table}.uuid`; bij verwijderen daarvan: {action}."
    if column.minimum is not None:
        yield f"Minimaal {column.minimum}."
    if column.maximum is not None:
        yield f"Maximaal {column.maximum}."
    if column.default is not None:
        yield f"Standaard {_value(column.default)}."
    if column.unique:
        yield "Uniek."


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return f"`{value}`"


def _codelist(codelijst: Codelijst) -> Iterator[str]:
    yield f"### {codelijst.naam}"
    yield ""
    closed = "gesloten" if codelijst.gesloten else "aan te passen"
    yield f"{codelijst.label}; {closed}. Bron: {codelijst.bron} ({codelijst.datum})."
    yield ""
    yield "| code | betekenis | zet |"
    yield "|---|---|---|"
    for waarde in codelijst.waarden:
        sets = (waarde.zet_fase and f"fase `{waarde.zet_fase}`") or (
            waarde.zet_planstatus and f"planstatus `{waarde.zet_planstatus}`"
        )
        yield f"| `{waarde.code}` | {waarde.label} | {sets or ''} |"
    yield ""


if __name__ == "__main__":
    TARGET.write_text(document(), encoding="utf8")
    print(f"{TARGET} written")
