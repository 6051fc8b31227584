"""Which action of the permission matrix it takes to see, add, change or remove rows of each table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from diwi_qgis.model.rights import GENERAL_RIGHTS, PLAN_RIGHTS, ROLLEN, Actie


@dataclass(frozen=True)
class TableRights:
    """Any of `see` lets a row be seen (none: everybody who may use the register sees all rows); None for the others: nobody.

    Actions with a plan are about the plan to which the row belongs.
    """

    see: tuple[Actie, ...] = ()
    add: Optional[Actie] = None
    change: Optional[Actie] = None
    remove: Optional[Actie] = None

    @property
    def of_plan(self) -> bool:
        """Whether rows are seen by the rights on their plan."""
        return any(actie.of_plan for actie in self.see)

    def writes(self, rol: str) -> list[str]:
        """The operations that a role may do on some row of it, as SQL calls them."""
        needed = {"INSERT": self.add, "UPDATE": self.change, "DELETE": self.remove}
        return [operation for operation, actie in needed.items() if actie and _ever(rol, actie)]


def _ever(rol: str, actie: Actie) -> bool:
    return rol in (PLAN_RIGHTS[actie] if actie.of_plan else GENERAL_RIGHTS[actie])


def _whole(see: tuple[Actie, ...], write: Optional[Actie]) -> TableRights:
    return TableRights(see, write, write, write)


_PROGRAMME = _whole((Actie.BEKIJKEN,), Actie.WIJZIGEN)
_FILE = _whole((Actie.INZIEN,), Actie.WIJZIGEN)
_OWNERS = (Actie.BEKIJKEN, Actie.EIGENAARS)
_LISTS, _SOURCES = _whole((), Actie.LIJSTEN), _whole((), Actie.BRONNEN)

TABLE_RIGHTS: dict[str, TableRights] = {
    # the plan and its programme
    "project": TableRights((Actie.BEKIJKEN,), Actie.AANMAKEN, Actie.WIJZIGEN, Actie.VERWIJDEREN),
    "woningblok": _PROGRAMME,
    "verdeling": _PROGRAMME,
    "oplevering": _PROGRAMME,
    "mijlpaal": _PROGRAMME,
    "perceel_koppeling": _PROGRAMME,
    "pand_koppeling": _PROGRAMME,
    # its file
    "mijlpaal_prognose": TableRights((Actie.INZIEN,)),
    "afspraak": _FILE,
    "knelpunt": _FILE,
    "document": _FILE,
    "melding": _FILE,
    "actie": _FILE,
    "vergunning": _FILE,
    "eigenschap_waarde": _FILE,
    "bevinding": TableRights((Actie.INZIEN,), Actie.CONTROLEREN, Actie.WIJZIGEN, Actie.CONTROLEREN),
    "historie": TableRights((Actie.INZIEN,)),
    # whose it is
    "project_groep": _whole(_OWNERS, Actie.EIGENAARS),
    "plancode": TableRights(_OWNERS),
    # deliveries name the plans that they are about
    "leveringsronde": _whole((Actie.LEVEREN,), Actie.LEVEREN),
    "levering": _whole((Actie.LEVEREN,), Actie.LEVEREN),
    # the register
    "codelijst": _LISTS,
    "prijsklasse": _LISTS,
    "eigenschap": _LISTS,
    "instelling": _whole((), Actie.INSTELLINGEN),
    "gebruiker": _whole((Actie.GEBRUIKERS_ZIEN,), Actie.GEBRUIKERS),
    "groep": _whole((Actie.GROEPEN_ZIEN,), Actie.GEBRUIKERS),
    "groep_lid": _whole((Actie.GROEPEN_ZIEN,), Actie.GEBRUIKERS),
    "beleidsdoel": _whole((Actie.DOELEN_ZIEN,), Actie.DOELEN),
    "beleidsdoel_conditie": _whole((Actie.DOELEN_ZIEN,), Actie.DOELEN),
    "dashboard": _whole((Actie.DASHBOARDS_ZIEN,), Actie.DASHBOARDS),
    "perceel": _SOURCES,
    "pand": _SOURCES,
    "gebied": _SOURCES,
    "schema_versie": TableRights(),
}

#: Tables of the database's own: no client sees or writes them (tickets: each only its own).
UNSEEN = ("sessie", "aanwezig")
TICKETS = "verwacht"


def roles_that_write() -> list[str]:
    """Roles that may change plans, and so may call what the database offers for that."""
    return [rol for rol in ROLLEN if rol in PLAN_RIGHTS[Actie.WIJZIGEN]]
