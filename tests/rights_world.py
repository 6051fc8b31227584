"""A register with users of all seven roles, and for every level of confidentiality plans of each of them and of others."""

from __future__ import annotations

import json
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import psycopg2
import shapely

from diwi_qgis.model.rights import NIVEAUS, OWNERS, ROLLEN
from diwi_qgis.store import PostgisAddress, create_register, open_register

DAY = date(2027, 5, 1)
SHAPE = shapely.box(155000, 463000, 155100, 463100)

#: Who owns the plans of nobody in the tests.
OTHERS = "anderen"

#: What one may be refused by; anything else is a fault of the test.
REFUSED = (
    psycopg2.errors.InsufficientPrivilege,
    psycopg2.errors.RaiseException,
    psycopg2.errors.ForeignKeyViolation,
)


@dataclass
class Plan:
    """A plan of the world: `own` is the role whose group owns it, or OTHERS."""

    uuid: str
    level: str
    own: str
    code: str = ""
    block: str = ""
    dwellings: int = 0


@dataclass
class World:
    """The register, its server, and what is in it."""

    server: Any
    address: PostgisAddress
    plans: list[Plan] = field(default_factory=list)
    bare: list[Plan] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)

    def login(self, rol: str) -> str:
        """Login of the user of a role."""
        return f"{self.address.parameters['dbname']}_{rol}"

    def address_of(self, rol: str) -> PostgisAddress:
        """The register as that user reaches it."""
        return PostgisAddress({**self.address.parameters, "user": self.login(rol)})

    @contextmanager
    def session(self, rol: str = "", login: str = ""):
        """A session of a user (or of the owner), of which nothing is kept."""
        user = login or (self.login(rol) if rol else self.address.parameters["user"])
        with closing(self.server.connect(self.address.parameters["dbname"], user)) as connection:
            connection.autocommit = False
            with connection.cursor() as cursor:
                cursor.execute("SET search_path = diwi, public")
                yield Session(cursor)
                connection.rollback()

    def plan(self, level: str, own: str = OTHERS) -> Plan:
        """The plan of that level and owner."""
        return next(plan for plan in self.plans if (plan.level, plan.own) == (level, own))


class Session:
    """One connection, in one transaction."""

    def __init__(self, cursor) -> None:
        self.cursor = cursor

    def rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        self.cursor.execute(statement, values or None)
        return self.cursor.fetchall()

    def value(self, statement: str, *values: Any) -> Any:
        """The one value of a query."""
        return self.rows(statement, *values)[0][0]

    def run(self, statement: str, *values: Any) -> int:
        """Run a statement; gives the number of rows that it touched."""
        self.cursor.execute(statement, values or None)
        return self.cursor.rowcount

    def succeeds(self, statement: str, *values: Any) -> bool:
        """Whether it does something; undone at once."""
        return self.attempt(statement, *values)[0]

    def attempt(self, statement: str, *values: Any) -> tuple[bool, str]:
        """Whether it does something, and what was said when it was refused; undone at once."""
        self.cursor.execute("SAVEPOINT poging")
        try:
            self.cursor.execute(statement, values or None)
            return self.cursor.rowcount > 0, ""
        except REFUSED as refusal:
            return False, str(refusal)
        finally:
            self.cursor.execute("ROLLBACK TO SAVEPOINT poging")


def build(server, database: str) -> World:
    """Make the world in an empty database."""
    world = World(server, PostgisAddress(server.parameters(database)))
    create_register(world.address, gemeentecode="9999", gemeente="Testdam").close()
    for rol in (*ROLLEN, OTHERS):
        server.run(f"CREATE ROLE {world.login(rol)} LOGIN")
    with open_register(world.address, write=True) as register, register.transaction() as write:
        _people(world, write)
        ronde = _delivery(write)
        kinds = write.insert(
            "eigenschap", [{"naam": "Kleur", "object": "project"}, {"naam": "Vorm", "object": "woningblok"}]
        )
        for number, (level, own) in enumerate((level, own) for level in NIVEAUS for own in (OTHERS, *sorted(OWNERS))):
            plan = _plan(world, write, level, own, f"Plan {level} van {own}")
            plan.dwellings = 3 * number + 7
            _children(write, plan, ronde, kinds, world.plans[-1] if world.plans else None)
            world.plans.append(plan)
            world.bare.append(_plan(world, write, level, own, f"Leeg {level} van {own}"))
        write.insert("vergunning", [{"zaaknummer": "Z-los"}])
        write.insert("melding", [{"tekst": "aan allen"}])
        write.insert("bevinding", [{"regel": "x", "ernst": "fout", "melding": "los"}])
        hidden = world.plan("prive")
        write.insert(
            "leveringsronde",
            [_round("met geheim", json.dumps({"buiten_levering": [{"plancode": code_of(register, hidden)}]}))],
        )
    with world.session() as session:
        codes = dict(session.rows("SELECT uuid, code FROM project"))
        for plan in world.plans + world.bare:
            plan.code = codes[plan.uuid]
    return world


def code_of(register, plan: Plan) -> str:
    """The code of a plan."""
    return register._file.query("SELECT code FROM project WHERE uuid = %s", [plan.uuid])[0][0]


def _people(world: World, write) -> None:
    users = {}
    for rol in (*ROLLEN, OTHERS):
        row = {"naam": f"De {rol}", "inlognaam": world.login(rol), "rol": "gebruiker" if rol == OTHERS else rol}
        users[rol] = write.insert("gebruiker", [row])[0]
    for rol in (OTHERS, *sorted(OWNERS)):
        # A second member: else it would be the group that somebody's new plans go to.
        spare = write.insert("gebruiker", [{"naam": f"Vervanger {rol}", "rol": "gebruiker"}])[0]
        world.groups[rol] = write.insert("groep", [{"naam": f"Groep {rol}"}])[0]
        for user in (users[rol], spare):
            write.insert("groep_lid", [{"groep_uuid": world.groups[rol], "gebruiker_uuid": user}])


def _round(naam: str, bewijs: str) -> dict[str, Any]:
    return {
        "naam": naam,
        "profiel": "zuid_holland",
        "peildatum": DAY,
        "aantal_plannen": 1,
        "aantal_rijen": 1,
        "ontvangstbewijs": bewijs,
    }


def _delivery(write) -> str:
    return write.insert("leveringsronde", [_round("openbaar", "{}")])[0]


def _plan(world: World, write, level: str, own: str, naam: str) -> Plan:
    row = {"naam": naam, "vertrouwelijkheid": level, "start_datum": date(2024, 1, 1), "eind_datum": date(2034, 1, 1)}
    uuid = write.insert("project", [{**row, "geom": SHAPE, "opmerkingen": f"geheim {level} {own}"}])[0]
    write.insert("project_groep", [{"project_uuid": uuid, "groep_uuid": world.groups[own]}])
    return Plan(uuid, level, own)


def _children(write, plan: Plan, ronde: str, kinds: list[str], before: Any) -> None:
    of = {"project_uuid": plan.uuid}
    plan.block = write.insert("woningblok", [{**of, "naam": "blok", "aantal": plan.dwellings}])[0]
    below = {"woningblok_uuid": plan.block}
    write.insert("verdeling", [{**below, "kenmerk": "eigendom", "categorie": "KOOPWONING", "aantal": 1}])
    write.insert("oplevering", [{**below, "datum": DAY, "aantal": 1}])
    write.insert("mijlpaal", [{**of, "soort": "start_bouw", "gepland": DAY}])
    write.insert("afspraak", [{**of, "onderwerp": "overig", "omschrijving": "geheim"}])
    write.insert("knelpunt", [{**of, "soort": "Stikstof"}])
    write.insert("document", [{**of, "titel": "geheim", "pad": "x.pdf"}])
    write.insert("melding", [{**of, "tekst": "geheim"}])
    write.insert("actie", [{**of, "omschrijving": "geheim"}])
    write.insert("vergunning", [{**of, "zaaknummer": f"Z-{plan.uuid[:8]}"}])
    write.insert("eigenschap_waarde", [{**of, "eigenschap_uuid": kinds[0], "tekst": "geheim"}])
    write.insert("eigenschap_waarde", [{**below, "eigenschap_uuid": kinds[1], "tekst": "geheim"}])
    finding = {"regel": "x", "ernst": "fout", "melding": "geheim"}
    write.insert("bevinding", [{**finding, **of}, {**finding, **below}])
    if before:
        write.insert("bevinding", [{**finding, **of, "ander_uuid": before.uuid}])
    link = {"identificatie": "12345678901234", "aandeel": 1.0}
    write.insert("perceel_koppeling", [{**of, **link, "aanduiding": "A", "oppervlakte": 10.0, "geom": SHAPE}])
    write.insert("pand_koppeling", [{**of, **link}])
    delivered = {"leveringsronde_uuid": ronde, "plan_uuid": plan.uuid, "plancode": "x", "inhoud": "{}"}
    write.insert("levering", [delivered])
