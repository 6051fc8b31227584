"""The permission matrix, every cell tried for real over a connection of that role: what it sees, sums and may write."""

from __future__ import annotations

import json
import re

import pytest
from rights_world import OTHERS

from diwi_qgis.model.rights import GENERAL_RIGHTS, OWNERS, ROLLEN, ZONDER_PLAN, Actie, allowed
from diwi_qgis.model.table_rights import TABLE_RIGHTS, TICKETS, UNSEEN
from diwi_qgis.model.tables import TABLES

#: Tables whose rows belong to plans.
OF_PLANS = [name for name, rights in TABLE_RIGHTS.items() if rights.of_plan]


def may(rol, actie, plan):
    """What the matrix says about one plan; None stands for what belongs to no plan."""
    if plan is None:
        return allowed(rol, actie, ZONDER_PLAN, False)
    return allowed(rol, actie, plan.level, plan.own == rol)


@pytest.fixture(scope="module")
def facts(world):
    """Table -> fid -> (line's table, plans) as the owner sees it, from the rows themselves."""
    plans = {plan.uuid: plan for plan in world.plans + world.bare}
    blocks = {plan.block: plan.uuid for plan in world.plans}

    def belongs(row):
        uuids = {
            row.get("project_uuid"),
            row.get("plan_uuid"),
            row.get("ander_uuid"),
            blocks.get(row.get("woningblok_uuid")),
        }
        return [plans[uuid] for uuid in uuids if uuid]

    found = {}
    with world.session() as session:
        for table in OF_PLANS:
            found[table] = {}
            for fid, text in session.rows(f"SELECT fid, to_jsonb(t) - 'geom' FROM {table} AS t"):
                row = text if isinstance(text, dict) else json.loads(text)
                if table == "historie":
                    line = json.loads(row["rij"])
                    own = {"project_uuid": row["uuid"]} if row["tabel"] == "project" else line
                    found[table][fid] = (row["tabel"], belongs(own))
                elif table == "project":
                    found[table][fid] = (table, [plans[row["uuid"]]])
                else:
                    found[table][fid] = (table, belongs(row))
    return found


def sees(rol, table, line_of, plans):
    """Whether a role sees a row."""
    rights = TABLE_RIGHTS[table]
    if table == "historie" and not plans:
        if line_of in ("vergunning", "melding", "bevinding"):
            return may(rol, Actie.INZIEN, None)
        actie = TABLE_RIGHTS[line_of].change
        return line_of not in ("levering", "leveringsronde") and actie is not None and rol in GENERAL_RIGHTS[actie]
    if table == "historie" and line_of in ("levering", "leveringsronde"):
        return False
    return all(any(may(rol, actie, plan) for actie in rights.see) for plan in plans or [None])


def test_every_table_has_its_rights():
    assert set(TABLE_RIGHTS) | {*UNSEEN, TICKETS} == {table.name for table in TABLES}


def test_every_role_sees_of_every_table_the_rows_of_its_plans_and_no_other(world, facts, capsys):
    cells = leaks = hidden = 0
    for rol in ROLLEN:
        with world.session(rol) as session:
            for table, rows in facts.items():
                seen = {fid for (fid,) in session.rows(f"SELECT fid FROM {table}")}
                expected = {fid for fid, (line_of, plans) in rows.items() if sees(rol, table, line_of, plans)}
                leaks += len(seen - expected)
                hidden += len(expected - seen)
                cells += len(world.plans)
                assert (table, seen - expected, expected - seen) == (table, set(), set()), rol
    with capsys.disabled():
        print(f"\n  reading: {cells} cells (role × plan × table), {leaks} leaks, {hidden} wrongly hidden")


AGGREGATES = {
    "SELECT coalesce(sum(aantal), 0) FROM woningblok": lambda plans: sum(plan.dwellings for plan in plans),
    "SELECT coalesce(sum(aantal_netto), 0) FROM project": lambda plans: sum(plan.dwellings for plan in plans),
    "SELECT coalesce(max(aantal), 0) FROM woningblok": lambda plans: max((plan.dwellings for plan in plans), default=0),
    "SELECT count(*) FROM verdeling": len,
    "SELECT count(DISTINCT project_uuid) FROM mijlpaal": len,
    "SELECT coalesce(sum(w.aantal), 0) FROM verdeling AS v JOIN woningblok AS w ON w.uuid = v.woningblok_uuid": (
        lambda plans: sum(plan.dwellings for plan in plans)
    ),
    "SELECT coalesce(sum(s), 0) FROM (SELECT sum(w.aantal) AS s FROM project AS p LEFT JOIN woningblok AS w "
    "ON w.project_uuid = p.uuid GROUP BY p.vertrouwelijkheid, p.gemeentecode) AS t": (
        lambda plans: sum(plan.dwellings for plan in plans)
    ),
    "WITH RECURSIVE o AS (SELECT uuid FROM woningblok UNION SELECT uuid FROM woningblok) SELECT count(*) FROM o": len,
}


def test_aggregates_are_over_what_one_sees(world, capsys):
    cells = 0
    for rol in ROLLEN:
        plans = [plan for plan in world.plans if may(rol, Actie.BEKIJKEN, plan)]
        with world.session(rol) as session:
            for statement, expected in AGGREGATES.items():
                assert session.value(statement) == expected(plans), (rol, statement)
                cells += 1
    with capsys.disabled():
        print(f"\n  aggregates: {cells} cells, 0 leaks")


#: Writing to a plan: action, statement, values out of the plan.
WRITES = {
    "rename": (Actie.WIJZIGEN, "UPDATE project SET naam = 'x' WHERE uuid = %s", "uuid"),
    "move": (Actie.WIJZIGEN, "UPDATE project SET geom = NULL WHERE uuid = %s", "uuid"),
    "add a block": (Actie.WIJZIGEN, "INSERT INTO woningblok (project_uuid, naam) VALUES (%s, 'x')", "uuid"),
    "change a block": (Actie.WIJZIGEN, "UPDATE woningblok SET aantal = 99999 WHERE uuid = %s", "block"),
    "divide": (Actie.WIJZIGEN, "INSERT INTO verdeling (woningblok_uuid, kenmerk, categorie, aantal) VALUES (%s, 'woningtype', 'x', 1)", "block"),
    "do not divide": (Actie.WIJZIGEN, "DELETE FROM verdeling WHERE woningblok_uuid = %s", "block"),
    "deliver": (Actie.WIJZIGEN, "UPDATE oplevering SET aantal = 2 WHERE woningblok_uuid = %s", "block"),
    "plan": (Actie.WIJZIGEN, "UPDATE mijlpaal SET gepland = '2028-01-01' WHERE project_uuid = %s", "uuid"),
    "set the phase": (Actie.WIJZIGEN, "UPDATE project SET fase = 'realisatie' WHERE uuid = %s", "uuid"),
    "agree": (Actie.WIJZIGEN, "INSERT INTO afspraak (project_uuid, onderwerp, omschrijving) VALUES (%s, 'overig', 'x')", "uuid"),
    "solve": (Actie.WIJZIGEN, "UPDATE knelpunt SET opgelost = '2026-01-01' WHERE project_uuid = %s", "uuid"),
    "add a document": (Actie.WIJZIGEN, "INSERT INTO document (project_uuid, titel, pad) VALUES (%s, 'x', 'y')", "uuid"),
    "notify": (Actie.WIJZIGEN, "INSERT INTO melding (project_uuid, tekst) VALUES (%s, 'x')", "uuid"),
    "do": (Actie.WIJZIGEN, "UPDATE actie SET gereed = '2026-01-01' WHERE project_uuid = %s", "uuid"),
    "unlink a permit": (Actie.WIJZIGEN, "DELETE FROM vergunning WHERE project_uuid = %s", "uuid"),
    "own property": (Actie.WIJZIGEN, "UPDATE eigenschap_waarde SET tekst = 'x' WHERE project_uuid = %s", "uuid"),
    "of a block": (Actie.WIJZIGEN, "UPDATE eigenschap_waarde SET tekst = 'x' WHERE woningblok_uuid = %s", "block"),
    "accept a finding": (Actie.WIJZIGEN, "UPDATE bevinding SET geaccepteerd = true WHERE woningblok_uuid = %s", "block"),
    "link a parcel": (Actie.WIJZIGEN, "INSERT INTO perceel_koppeling (project_uuid, identificatie, aanduiding, oppervlakte, aandeel) VALUES (%s, 'x', 'x', 1, 1)", "uuid"),
    "unlink a building": (Actie.WIJZIGEN, "DELETE FROM pand_koppeling WHERE project_uuid = %s", "uuid"),
    "give to others": (Actie.EIGENAARS, "INSERT INTO project_groep (project_uuid, groep_uuid) VALUES (%s, '{group}')", "uuid"),
}  # fmt: skip


def test_every_role_writes_to_every_plan_what_the_matrix_says_and_nothing_else(world, capsys):
    with world.session() as session:
        session.run("INSERT INTO groep (naam) VALUES ('Zonder plannen')")
        session.cursor.connection.commit()
        group = session.value("SELECT uuid FROM groep WHERE naam = 'Zonder plannen'")
    cells = 0
    for rol in ROLLEN:
        with world.session(rol) as session:
            for plan in world.plans:
                for name, (actie, statement, column) in WRITES.items():
                    done, said = session.attempt(statement.replace("{group}", group), getattr(plan, column))
                    assert done == may(rol, actie, plan), (rol, name, plan, said)
                    cells += 1
            for plan in world.bare:
                done, said = session.attempt("DELETE FROM project WHERE uuid = %s", plan.uuid)
                assert done == may(rol, Actie.VERWIJDEREN, plan), (rol, plan, said)
                cells += 1
    with capsys.disabled():
        print(f"\n  writing: {cells} cells (role × plan × kind of writing), 0 leaks")


_PLAN = "INSERT INTO project (naam, vertrouwelijkheid, start_datum, eind_datum) VALUES ('x', '{}', '2024-01-01', '2030-01-01')"
_FINDING = "INSERT INTO bevinding (regel, ernst, melding, project_uuid) VALUES ('x', 'fout', 'x', '{}')"

#: Writing to the register: action -> statements.
GENERAL = {
    Actie.DOELEN: ["INSERT INTO beleidsdoel (naam, waarde) VALUES ('x', 1)"],
    Actie.DASHBOARDS: ["INSERT INTO dashboard (naam) VALUES ('x')"],
    Actie.LIJSTEN: [
        "INSERT INTO codelijst (lijst, code, label) VALUES ('contract', 'x', 'x')",
        "UPDATE codelijst SET label = 'x' WHERE lijst = 'contract'",
        "UPDATE prijsklasse SET actief = false",
        "INSERT INTO eigenschap (naam) VALUES ('x')",
        "UPDATE eigenschap SET actief = false",
    ],
    Actie.INSTELLINGEN: ["UPDATE instelling SET waarde = 'x' WHERE sleutel = 'regio'"],
    Actie.GEBRUIKERS: [
        "INSERT INTO gebruiker (naam) VALUES ('x')",
        "UPDATE gebruiker SET rol = 'hoofdgebruiker' WHERE inlognaam = session_user",
        "INSERT INTO groep (naam) VALUES ('x')",
        "INSERT INTO groep_lid (groep_uuid, gebruiker_uuid) SELECT '{spare}', '{someone}'",
        "DELETE FROM groep_lid WHERE groep_uuid = '{group}'",
    ],
    Actie.BRONNEN: [
        "INSERT INTO perceel (identificatie, aanduiding, akr_gemeentecode, sectie, perceelnummer, brondatum) "
        "VALUES ('x', 'x', 'x', 'x', 1, '2026-01-01')"
    ],
    Actie.LEVEREN: [
        "INSERT INTO leveringsronde (naam, profiel, peildatum, aantal_plannen, aantal_rijen) VALUES ('x', 'x', '2026-01-01', 1, 1)"
    ],
    Actie.CONTROLEREN: [_FINDING.format("{public}"), "DELETE FROM bevinding WHERE project_uuid = '{public}'"],
    Actie.AANMAKEN: [_PLAN.format(level) for level in ("prive", "intern_ambtelijk", "intern_raad", "openbaar")],
}

#: Looking at the register: action -> what is counted.
LOOKS = {
    Actie.GROEPEN_ZIEN: ["groep", "groep_lid"],
    Actie.GEBRUIKERS_ZIEN: ["gebruiker WHERE inlognaam <> session_user"],
    Actie.DOELEN_ZIEN: ["beleidsdoel"],
    Actie.LEVEREN: ["leveringsronde", "levering"],
}


def test_every_role_does_with_the_register_what_the_matrix_says(world, capsys):
    with world.session() as session:
        session.run("INSERT INTO beleidsdoel (naam, waarde) VALUES ('doel', 1)")
        session.run("INSERT INTO groep (naam) VALUES ('Reserve')")
        session.cursor.connection.commit()
        names = {
            "public": world.plan("openbaar").uuid,
            "group": world.groups["gebruiker"],
            "spare": session.value("SELECT uuid FROM groep WHERE naam = 'Reserve'"),
            "someone": session.value("SELECT uuid FROM gebruiker WHERE rol = 'raadslid'"),
        }
    cells = 0
    for rol in ROLLEN:
        with world.session(rol) as session:
            for actie, statements in GENERAL.items():
                for template in statements:
                    statement = re.sub(
                        r"{(\w+)}", lambda found: names[found[1]] if found[1] in names else found[0], template
                    )
                    done, said = session.attempt(statement)
                    assert done == allowed(rol, actie), (rol, statement, said)
                    cells += 1
            for actie, tables in LOOKS.items():
                for table in tables:
                    assert (session.value(f"SELECT count(*) FROM {table}") > 0) == allowed(rol, actie), (rol, table)
                    cells += 1
    with capsys.disabled():
        print(f"\n  register: {cells} cells (role × action), 0 leaks")


def test_what_only_looks_on_never_owns_a_plan(world):
    """The cells 'own' of roles that cannot own: there is no such plan."""
    with world.session() as session:
        for rol in set(ROLLEN) - OWNERS:
            user = session.value("SELECT uuid FROM gebruiker WHERE inlognaam = %s", world.login(rol))
            into = "INSERT INTO groep_lid (groep_uuid, gebruiker_uuid) VALUES (%s, %s)"
            assert "kan alleen" in session.attempt(into, world.groups[OTHERS], user)[1]
        member = session.value("SELECT uuid FROM gebruiker WHERE inlognaam = %s", world.login("gebruiker"))
        assert "kan alleen" in session.attempt("UPDATE gebruiker SET rol = 'raadslid' WHERE uuid = %s", member)[1]
        looker = session.value("SELECT uuid FROM gebruiker WHERE inlognaam = %s", world.login("raadslid"))
        group = session.value("INSERT INTO groep (naam) VALUES ('Raad') RETURNING uuid")
        session.run("INSERT INTO groep_lid (groep_uuid, gebruiker_uuid) VALUES (%s, %s)", group, looker)
        give = "INSERT INTO project_groep (project_uuid, groep_uuid) VALUES (%s, %s)"
        assert "kan alleen" in session.attempt(give, world.plan("prive").uuid, group)[1]
