"""Write docs/rechten.md from the permission matrix. A test fails when the document is not what this would write."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from diwi_qgis.model.codelists import codelijst  # noqa: E402
from diwi_qgis.model.rights import (  # noqa: E402
    CLOSED_COLUMNS,
    GENERAL_RIGHTS,
    NIVEAUS,
    PLAN_RIGHTS,
    ROLLEN,
    ZONDER_PLAN,
    Actie,
    allowed,
    reach,
)
from diwi_qgis.model.table_rights import TABLE_RIGHTS  # noqa: E402
from diwi_qgis.model.tables import table  # noqa: E402

TARGET = ROOT / "docs" / "rechten.md"

_ROLES, _LEVELS = codelijst("rol"), codelijst("vertrouwelijkheid")


def document() -> str:
    """The whole document."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Rechten in het gedeelde register"
    yield ""
    yield "<!-- Geschreven door scripts/write_rights.py uit diwi_qgis/model/rights.py en table_rights.py; niet met de hand wijzigen. -->"
    yield ""
    yield (
        "Wat iemand mag volgt uit zijn rol, uit de vertrouwelijkheid van het plan, en uit de vraag of het zijn eigen plan is: of "
        "hij bij een groep hoort die het beheert. PostgreSQL handhaaft dit, ook voor wie met een ander programma werkt; het venster "
        "zegt het vooraf. In een GeoPackage mag iedereen alles. Waarom het zo is: [decisions/0013](decisions/0013-rights.md)."
    )
    yield ""
    yield "## Met een plan"
    yield ""
    yield "● eigen plannen en die van anderen; ◐ alleen eigen plannen; ○ alleen die van anderen; leeg: niet."
    yield ""
    for actie in PLAN_RIGHTS:
        yield f"### {actie.label.nl[0].upper()}{actie.label.nl[1:]}"
        yield ""
        yield from _matrix(actie)
    yield "## Met het register"
    yield ""
    yield "| | " + " | ".join(_ROLES.waarde(rol).label for rol in ROLLEN) + " |"
    yield "|---|" + ":-:|" * len(ROLLEN)
    for actie in GENERAL_RIGHTS:
        yield f"| {actie.label.nl} | " + " | ".join("●" if allowed(rol, actie) else "" for rol in ROLLEN) + " |"
    yield ""
    yield "## Velden die dicht zijn"
    yield ""
    for rol, tables in CLOSED_COLUMNS.items():
        for name, columns in tables.items():
            labels = ", ".join(table(name).column(column).label for column in columns)
            yield f"- {_ROLES.waarde(rol).label}, tabel `{name}`: {labels}."
    yield ""
    yield "## Per tabel"
    yield ""
    yield (
        "Welk recht nodig is om rijen te zien, toe te voegen, te wijzigen en te verwijderen. Waar het om een plan gaat is het het "
        f"plan waar de rij bij hoort; een rij zonder plan geldt als {_LEVELS.waarde(ZONDER_PLAN).label}."
    )
    yield ""
    yield "| tabel | zien | toevoegen | wijzigen | verwijderen |"
    yield "|---|---|---|---|---|"
    for name, rights in TABLE_RIGHTS.items():
        see = " of ".join(actie.value for actie in rights.see) or "iedereen"
        writes = (_name(actie) for actie in (rights.add, rights.change, rights.remove))
        yield f"| `{name}` | {see} | " + " | ".join(writes) + " |"


def _name(actie: Actie | None) -> str:
    return actie.value if actie else "niemand"


def _matrix(actie: Actie) -> Iterator[str]:
    yield "| vertrouwelijkheid | " + " | ".join(_ROLES.waarde(rol).label for rol in ROLLEN) + " |"
    yield "|---|" + ":-:|" * len(ROLLEN)
    for level in NIVEAUS:
        cells = " | ".join(_cell(rol, actie, level) for rol in ROLLEN)
        yield f"| {_LEVELS.waarde(level).label} | {cells} |"
    yield ""


def _cell(rol: str, actie: Actie, level: str) -> str:
    others, own = allowed(rol, actie, level), reach(rol, actie).own
    return {(True, True): "●", (True, False): "○", (False, True): "◐", (False, False): ""}[others, own]


if __name__ == "__main__":
    TARGET.write_text(document(), encoding="utf8")
    print(f"{TARGET} written")
