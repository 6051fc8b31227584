"""Who may do what: the permission matrix, role by action by confidentiality by whose plan it is.

This is the only place where it is written down. The shared database enforces it (`store.postgis`), the window greys out by
it, docs/rechten.md and the tests are made from it. Source: the roles of DIWI 1.11.0 with their actions and with what each
sees; where we differ, docs/decisions/0013-rights.md says why.

A plan is one's own when one belongs to a group that owns it (table `project_groep`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Optional

from diwi_qgis.model.codelists import codelijst
from diwi_qgis.texts import Text

BEHEERDER, HOOFDGEBRUIKER, GEBRUIKER = "functioneel_beheerder", "hoofdgebruiker", "gebruiker"
COLLEGELID, RAADSLID, EXTERN, OPENBAAR = "collegelid", "raadslid", "extern", "openbaar"

#: Codes of the code list `rol`.
ROLLEN = (BEHEERDER, HOOFDGEBRUIKER, GEBRUIKER, COLLEGELID, RAADSLID, EXTERN, OPENBAAR)

#: Codes of confidentiality, from the most closed to the most open: each level includes those who may see the ones before it.
NIVEAUS = codelijst("vertrouwelijkheid").codes

#: As a number, what nobody reaches: above every level.
ONBEREIKBAAR = len(NIVEAUS)

#: How confidential is what belongs to no plan (yet), such as a permit that was not linked.
ZONDER_PLAN = "intern_ambtelijk"


class Actie(Enum):
    """What one may or may not do; the value is its name in the database."""

    # with one plan
    BEKIJKEN = "bekijken"
    INZIEN = "inzien"
    WIJZIGEN = "wijzigen"
    VERWIJDEREN = "verwijderen"
    EIGENAARS = "eigenaars"
    # with the register
    AANMAKEN = "aanmaken"
    IMPORTEREN = "importeren"
    LEVEREN = "leveren"
    CONTROLEREN = "controleren"
    BRONNEN = "bronnen"
    DOELEN_ZIEN = "doelen_zien"
    DOELEN = "doelen"
    DASHBOARDS_ZIEN = "dashboards_zien"
    DASHBOARDS = "dashboards"
    LIJSTEN = "lijsten"
    INSTELLINGEN = "instellingen"
    GROEPEN_ZIEN = "groepen_zien"
    GEBRUIKERS_ZIEN = "gebruikers_zien"
    GEBRUIKERS = "gebruikers"
    NAMEN = "namen"

    @property
    def label(self) -> Text:
        """As a user would call it."""
        return _LABELS[self]

    @property
    def of_plan(self) -> bool:
        """Whether it depends on the plan."""
        return self in PLAN_RIGHTS


_LABELS = {
    Actie.BEKIJKEN: Text("het plan en zijn programma bekijken", "see the plan and its programme"),
    Actie.INZIEN: Text("het dossier van het plan inzien", "look into the plan's file"),
    Actie.WIJZIGEN: Text("het plan wijzigen", "change the plan"),
    Actie.VERWIJDEREN: Text("het plan verwijderen", "delete the plan"),
    Actie.EIGENAARS: Text("bepalen welke groepen het plan beheren", "say which groups own the plan"),
    Actie.AANMAKEN: Text("een plan toevoegen", "add a plan"),
    Actie.IMPORTEREN: Text("plannen importeren", "import plans"),
    Actie.LEVEREN: Text("aanleveren aan de provincie", "deliver to the province"),
    Actie.CONTROLEREN: Text("de kwaliteitscontrole uitvoeren", "run the quality check"),
    Actie.BRONNEN: Text("percelen, panden en grenzen ophalen", "fetch parcels, buildings and boundaries"),
    Actie.DOELEN_ZIEN: Text("beleidsdoelen bekijken", "see policy goals"),
    Actie.DOELEN: Text("beleidsdoelen wijzigen", "change policy goals"),
    Actie.DASHBOARDS_ZIEN: Text("dashboards bekijken", "see dashboards"),
    Actie.DASHBOARDS: Text("dashboards wijzigen", "change dashboards"),
    Actie.LIJSTEN: Text(
        "codelijsten, prijsklassen en maatwerkeigenschappen wijzigen", "change code lists, price classes and own properties"
    ),
    Actie.INSTELLINGEN: Text("instellingen wijzigen", "change settings"),
    Actie.GROEPEN_ZIEN: Text("groepen bekijken", "see groups"),
    Actie.GEBRUIKERS_ZIEN: Text("gebruikers bekijken", "see users"),
    Actie.GEBRUIKERS: Text("gebruikers en groepen wijzigen", "change users and groups"),
    Actie.NAMEN: Text("oude namen in de historie onherkenbaar maken", "make old names in the history unrecognisable"),
}  # fmt: skip


@dataclass(frozen=True)
class Reach:
    """Which plans a role reaches: those of others from this level of confidentiality on (None: none), and its own or not."""

    others_from: Optional[str] = None
    own: bool = False


_CIVIL, _NOTHING = Reach("intern_ambtelijk", own=True), Reach()
_COUNCIL_LOOKS = {COLLEGELID: Reach("intern_bestuurlijk"), RAADSLID: Reach("intern_raad")}

#: Action with a plan -> role -> which plans; a role that is not there: none.
PLAN_RIGHTS: dict[Actie, dict[str, Reach]] = {
    Actie.BEKIJKEN: {
        HOOFDGEBRUIKER: _CIVIL,
        GEBRUIKER: _CIVIL,
        **_COUNCIL_LOOKS,
        EXTERN: Reach(own=True),
        OPENBAAR: Reach("openbaar"),
    },
    Actie.INZIEN: {HOOFDGEBRUIKER: _CIVIL, GEBRUIKER: _CIVIL, **_COUNCIL_LOOKS, EXTERN: Reach(own=True)},
    Actie.WIJZIGEN: {HOOFDGEBRUIKER: _CIVIL, GEBRUIKER: Reach(own=True), EXTERN: Reach(own=True)},
    Actie.VERWIJDEREN: {HOOFDGEBRUIKER: _CIVIL, GEBRUIKER: Reach(own=True)},
    # Blindly, by the plan's code: somebody must be able to give back a private plan whose last owner left.
    Actie.EIGENAARS: {BEHEERDER: Reach("prive", own=True), HOOFDGEBRUIKER: _CIVIL, GEBRUIKER: Reach(own=True)},
}

_BY_THE_CHIEF = frozenset({HOOFDGEBRUIKER})
_MANAGING = frozenset({BEHEERDER, HOOFDGEBRUIKER})
_WORKING = frozenset({HOOFDGEBRUIKER, GEBRUIKER, EXTERN})
_INSIDE = frozenset(ROLLEN) - {OPENBAAR}

#: Action with the register -> roles.
GENERAL_RIGHTS: dict[Actie, frozenset[str]] = {
    Actie.AANMAKEN: frozenset({HOOFDGEBRUIKER, GEBRUIKER}),
    Actie.IMPORTEREN: _BY_THE_CHIEF,
    Actie.LEVEREN: _BY_THE_CHIEF,
    Actie.CONTROLEREN: frozenset({HOOFDGEBRUIKER, GEBRUIKER}),
    Actie.BRONNEN: _WORKING,
    Actie.DOELEN_ZIEN: _INSIDE - {BEHEERDER},
    Actie.DOELEN: _BY_THE_CHIEF,
    Actie.DASHBOARDS_ZIEN: _INSIDE - {BEHEERDER},
    Actie.DASHBOARDS: _BY_THE_CHIEF,
    Actie.LIJSTEN: _MANAGING,
    Actie.INSTELLINGEN: _MANAGING,
    Actie.GROEPEN_ZIEN: _INSIDE - {EXTERN},
    Actie.GEBRUIKERS_ZIEN: _MANAGING,
    Actie.GEBRUIKERS: _MANAGING,
    Actie.NAMEN: frozenset({BEHEERDER}),
}

#: Roles whose plans can be their own: a group that owns plans has no other members.
OWNERS = frozenset({HOOFDGEBRUIKER, GEBRUIKER, EXTERN})

#: Role -> table -> columns that it may not change in rows that it may change.
CLOSED_COLUMNS: dict[str, dict[str, tuple[str, ...]]] = {
    EXTERN: {"project": ("vertrouwelijkheid", "hoofdplan_uuid", "eigenaar")},
}


def level(vertrouwelijkheid: Optional[str]) -> int:
    """A level of confidentiality as a number: 0 is the most closed, and what an unknown one counts as."""
    return NIVEAUS.index(vertrouwelijkheid) if vertrouwelijkheid in NIVEAUS else 0


def reach(rol: Optional[str], actie: Actie) -> Reach:
    """Which plans a role reaches for an action; without a role none."""
    return PLAN_RIGHTS[actie].get(rol or "", _NOTHING)


def lowest_level(rol: Optional[str], actie: Actie) -> int:
    """From which level on a role reaches the plans of others; `ONBEREIKBAAR` when from none."""
    start = reach(rol, actie).others_from
    return ONBEREIKBAAR if start is None else level(start)


def allowed(rol: Optional[str], actie: Actie, vertrouwelijkheid: str = "", eigen: bool = False) -> bool:
    """One cell of the matrix. `vertrouwelijkheid` and `eigen` are of the plan, for actions with one."""
    if not actie.of_plan:
        return rol in GENERAL_RIGHTS[actie]
    return level(vertrouwelijkheid) >= lowest_level(rol, actie) or (eigen and reach(rol, actie).own)


def refusal(rol: Optional[str], actie: Actie, vertrouwelijkheid: str = "", eigen: bool = False) -> Optional[Text]:
    """Why somebody may not; None when he may."""
    if allowed(rol, actie, vertrouwelijkheid, eigen):
        return None
    if rol is None:
        return Text(
            "U staat niet (meer) als gebruiker in dit register; vraag de functioneel beheerder.",
            "You are not (or no longer) a user of this register; ask the functional manager.",
        )
    label = codelijst("rol").waarde(rol).label
    what = Text(f"Als '{label}' mag u niet {actie.label.nl}", f"As '{label}' you may not {actie.label.en}")
    if actie.of_plan and reach(rol, actie).own:
        return Text(
            f"{what.nl}: u hoort niet bij een groep die het beheert.",
            f"{what.en}: you belong to no group that owns it.",
        )
    return Text(f"{what.nl}.", f"{what.en}.")
