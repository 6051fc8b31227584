"""Whatever happens to plans, in whatever order: the rights that rows carry are those of their plan, and each sees what it may."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diwi_qgis.model.rights import NIVEAUS, OWNERS, ROLLEN, Actie, allowed
from diwi_qgis.store.postgis import access

_LEVELS, _PLANS = st.sampled_from(NIVEAUS), st.integers(0, 3)
_GROUPS = st.sampled_from(sorted(OWNERS))

#: (what happens, plan, more): see `HAPPENINGS`.
_STEPS = st.one_of(
    st.tuples(st.just("level"), _PLANS, _LEVELS),
    st.tuples(st.sampled_from(["own", "disown"]), _PLANS, _GROUPS),
    st.tuples(st.sampled_from(["move", "pair"]), _PLANS, _PLANS),
    st.tuples(st.sampled_from(["add", "forge", "delete", "restore"]), _PLANS, st.none()),
)

BLOCKS = "(SELECT uuid FROM woningblok WHERE project_uuid = %s)"

HAPPENINGS: dict[str, Callable] = {
    "level": lambda plan, level: [("UPDATE project SET vertrouwelijkheid = %s WHERE uuid = %s", level, plan)],
    "own": lambda plan, group: [
        ("INSERT INTO project_groep (project_uuid, groep_uuid) SELECT p.uuid, g.uuid FROM project AS p, groep AS g WHERE p.uuid = %s "
         "AND g.naam = 'Groep ' || %s ON CONFLICT DO NOTHING", plan, group)
    ],
    "disown": lambda plan, group: [
        ("DELETE FROM project_groep WHERE project_uuid = %s AND groep_uuid = (SELECT uuid FROM groep WHERE naam = 'Groep ' || %s)", plan, group)
    ],
    "move": lambda plan, other: [
        (f"UPDATE woningblok SET project_uuid = %s WHERE uuid = (SELECT min(uuid) FROM woningblok WHERE uuid IN {BLOCKS}) "
         "AND EXISTS (SELECT 1 FROM project WHERE uuid = %s)", other, plan, other)
    ],
    "pair": lambda plan, other: [
        ("UPDATE bevinding SET ander_uuid = (SELECT uuid FROM project WHERE uuid = %s) WHERE project_uuid = %s", other, plan)
    ],
    "add": lambda plan, _: [
        ("INSERT INTO woningblok (project_uuid, naam, aantal) SELECT uuid, 'erbij', 5 FROM project WHERE uuid = %s", plan),
        (f"INSERT INTO verdeling (woningblok_uuid, kenmerk, categorie, aantal) SELECT uuid, 'woningtype', 'x', 1 FROM woningblok WHERE uuid IN {BLOCKS}", plan),
        ("INSERT INTO document (project_uuid, titel, pad) SELECT uuid, 'x', 'x' FROM project WHERE uuid = %s", plan),
    ],
    "forge": lambda plan, _: [
        ("UPDATE project SET _niveau = 6, _groepen = '{1,2,3,4}' WHERE uuid = %s", plan),
        ("UPDATE document SET _niveau = 6 WHERE project_uuid = %s", plan),
        (f"UPDATE verdeling SET _groepen = '{{1,2}}', _plan = NULL WHERE woningblok_uuid IN {BLOCKS}", plan),
    ],
    "delete": lambda plan, _: [
        *((f"DELETE FROM {table} WHERE woningblok_uuid IN {BLOCKS}", plan) for table in ("verdeling", "oplevering", "eigenschap_waarde")),
        *((f"DELETE FROM {table} WHERE project_uuid = %s", plan) for table in (
            "woningblok", "mijlpaal", "afspraak", "knelpunt", "document", "melding", "actie", "eigenschap_waarde")),
        ("DELETE FROM project WHERE uuid = %s", plan),
    ],
    "restore": lambda plan, _: [
        ("SELECT zet_terug(ARRAY(SELECT max(fid) FROM historie WHERE uuid = %s AND tabel = 'project' AND NOT EXISTS "
         "(SELECT 1 FROM project WHERE uuid = %s) HAVING max(fid) IS NOT NULL))", plan, plan)
    ],
}  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(_STEPS, min_size=1, max_size=25))
def test_rows_carry_the_rights_of_their_plan_whatever_happened(world, steps):
    plans = [world.plan("prive").uuid, world.plan("openbaar").uuid, world.plan("intern_raad", "gebruiker").uuid]
    plans.append(world.plan("intern_ambtelijk", "extern").uuid)
    with world.session() as session:
        for name, plan, more in steps:
            other = plans[more] if name in ("move", "pair") else more
            for statement, *values in HAPPENINGS[name](plans[plan], other):
                session.run(statement, *values)
        for statement in _mismatches():
            assert session.rows(statement) == [], statement


def _mismatches():
    """Queries for rows whose rights are not those of their plan as it is."""
    groups = "(SELECT coalesce(array_agg(g.fid ORDER BY g.fid), '{}') FROM project_groep AS o JOIN groep AS g ON g.uuid = o.groep_uuid WHERE o.project_uuid = p.uuid)"
    levels = ", ".join(f"'{level}'" for level in NIVEAUS)
    yield f"SELECT p.naam FROM project AS p WHERE _niveau <> array_position(ARRAY[{levels}], vertrouwelijkheid) - 1 OR _groepen <> {groups}"
    yield "SELECT p.naam FROM project AS p LEFT JOIN plan_toegang AS t ON t.project_uuid = p.uuid WHERE (t.niveau, t.groepen) IS DISTINCT FROM (p._niveau, p._groepen)"
    for table in access.protected():
        parents = {column.name for column in table.parents}
        if table.name == "project":
            continue
        plan = "r.project_uuid" if "project_uuid" in parents else "NULL"
        if "woningblok_uuid" in parents:
            plan = f"coalesce({plan}, (SELECT b.project_uuid FROM woningblok AS b WHERE b.uuid = r.woningblok_uuid))"
            yield f"SELECT r.fid FROM {table.name} AS r WHERE _plan IS DISTINCT FROM {plan}"
        yield (
            f"SELECT r.fid FROM {table.name} AS r LEFT JOIN project AS p ON p.uuid = {plan} WHERE (r._niveau, r._groepen) "
            "IS DISTINCT FROM (coalesce(p._niveau, 1::smallint), coalesce(p._groepen, '{}'))"
        )
        if "ander_uuid" in parents:
            yield (
                "SELECT r.fid FROM bevinding AS r LEFT JOIN project AS p ON p.uuid = r.ander_uuid WHERE (r._ander_niveau, "
                "r._ander_groepen) IS DISTINCT FROM (p._niveau, p._groepen)"
            )


def test_a_copy_from_a_file_has_the_rights_of_the_original(world, tmp_path):
    """GeoPackage knows no rights: they are made from what plans, groups and history say."""
    from diwi_qgis.store import PostgisAddress, copy_register, open_register

    file = tmp_path / "kopie.gpkg"
    copy_register(world.address, file)
    with world.server.database() as name:
        copied = PostgisAddress(world.server.parameters(name))
        copy_register(file, copied)
        with open_register(copied) as register:
            for statement in _mismatches():
                assert register._file.query(statement) == [], statement
            assert register.schema_differences() == []
        plans = world.plans + world.bare
        for rol in ROLLEN:
            there = PostgisAddress({**copied.parameters, "user": world.login(rol)})
            with open_register(there) as register, world.session(rol) as session:
                assert len(register.read("project")) == sum(
                    allowed(rol, Actie.BEKIJKEN, plan.level, plan.own == rol) for plan in plans
                )
                for table in ("historie", "verdeling", "bevinding", "plancode", "mijlpaal_prognose"):
                    seen = register._file.query(f"SELECT count(*) FROM {table}")[0][0]
                    assert seen == session.value(f"SELECT count(*) FROM {table}"), (rol, table)
