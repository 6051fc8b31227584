"""Plans out of the register, with everything below them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.plan import OVERIG, EigenschapWaarde, Mijlpaal, Oplevering, Plan, Verdeling, Woningblok
from diwi_qgis.exchange.rows import Row, by_parent, read_rows, user_values
from diwi_qgis.model.tables import table

if TYPE_CHECKING:
    from diwi_qgis.store import Register

#: Which column holds a value of a custom property, by its kind; every other kind holds a code or text in `tekst`.
WAARDE_KOLOM = {"getal": "getal", "ja_nee": "ja_nee"}

_VELDEN = tuple(column.name for column in table("project").user_columns)
_MIJLPAAL = ("soort", "gepland", "gerealiseerd", "eerste_prognose", "p50", "p80", "omschrijving", "bron", "uuid")
_BLOK = (
    "naam",
    "mutatie",
    "aantal",
    "in_programmering",
    "oppervlakte_min",
    "oppervlakte_max",
    "contract",
    "opmerkingen",
    "geom",
    "uuid",
)
_VERDELING = ("kenmerk", "categorie", "aantal", "prijs_min", "prijs_max", "prijsklasse", "uuid")
_OPLEVERING = ("datum", "aantal", "gerealiseerd", "uuid")


def load_plans(register: Register, uuids: Optional[Collection[str]] = None) -> list[Plan]:
    """The plans with these uuids (all when None), ordered by name; they state everything (`Plan.volledig`).

    `velden` also has the plan `code`, for whoever shows it; saving does not write it.

    Raises:
        InputError: a uuid is not that of a plan in this register.
    """
    projects = read_rows(register, "project")
    if uuids is not None:
        wanted = set(uuids)
        projects = [row for row in projects if row["uuid"] in wanted]
        missing = sorted(wanted - {row["uuid"] for row in projects})
        if missing:
            raise InputError(
                f"Niet in het register: plan(nen) met uuid {', '.join(missing)}.",
                f"Not in the register: plan(s) with uuid {', '.join(missing)}.",
            )
    projects.sort(key=lambda row: (row["naam"].casefold(), row["naam"], row["code"] or "", row["uuid"]))
    rest = _Rest(register)
    return [rest.plan(row) for row in projects]


class _Rest:
    """All rows below the projects, by their parent."""

    def __init__(self, register: Register) -> None:
        self.blokken = by_parent(read_rows(register, "woningblok"), "project_uuid")
        self.verdelingen = by_parent(read_rows(register, "verdeling"), "woningblok_uuid")
        self.opleveringen = by_parent(read_rows(register, "oplevering"), "woningblok_uuid")
        self.mijlpalen = by_parent(read_rows(register, "mijlpaal"), "project_uuid")
        self.overig = {name: by_parent(read_rows(register, name), "project_uuid") for name in OVERIG}
        self.eigenschap = {row["uuid"]: row for row in read_rows(register, "eigenschap")}
        waarden = read_rows(register, "eigenschap_waarde")
        self.waarden = {**by_parent(waarden, "project_uuid"), **by_parent(waarden, "woningblok_uuid")}

    def plan(self, row: Row) -> Plan:
        uuid = row["uuid"]
        return Plan(
            velden={**{name: row[name] for name in _VELDEN}, "code": row["code"]},
            mijlpalen=[Mijlpaal(**{name: child[name] for name in _MIJLPAAL}) for child in self.mijlpalen.get(uuid, ())],
            woningblokken=[self.blok(child) for child in self.blokken.get(uuid, ())],
            eigenschappen=self.eigenschappen(uuid),
            overig={
                name: [_overig(name, child) for child in rows[uuid]]
                for name, rows in self.overig.items()
                if uuid in rows
            },
            geom=row["geom"],
            uuid=uuid,
            volledig=True,
        )

    def blok(self, row: Row) -> Woningblok:
        uuid = row["uuid"]
        return Woningblok(
            **{name: row[name] for name in _BLOK},
            verdelingen=[Verdeling(**{n: child[n] for n in _VERDELING}) for child in self.verdelingen.get(uuid, ())],
            opleveringen=[
                Oplevering(**{n: child[n] for n in _OPLEVERING}) for child in self.opleveringen.get(uuid, ())
            ],
            eigenschappen=self.eigenschappen(uuid),
        )

    def eigenschappen(self, uuid: str) -> dict[str, EigenschapWaarde]:
        values: dict[str, list[Any]] = {}
        several: set[str] = set()
        for row in self.waarden.get(uuid, ()):
            eigenschap = self.eigenschap[row["eigenschap_uuid"]]
            value = row[WAARDE_KOLOM.get(eigenschap["soort"], "tekst")]
            values.setdefault(eigenschap["naam"], []).append(value)
            if eigenschap["meervoudig"] or len(values[eigenschap["naam"]]) > 1:
                several.add(eigenschap["naam"])
        return {naam: tuple(found) if naam in several else found[0] for naam, found in values.items()}


def _overig(name: str, row: Row) -> Row:
    values = user_values(name, row)
    del values["project_uuid"]
    return values
