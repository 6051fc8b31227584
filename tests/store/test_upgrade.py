"""Upgrades: oldest + migrations = fresh, all or nothing, with a copy of the old file."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from three_writers import is_file

from diwi_qgis.errors import Cancelled, RegisterError
from diwi_qgis.model.tables import SCHEMA_VERSION
from diwi_qgis.progress import Progress
from diwi_qgis.store import open_register, upgrade_register
from diwi_qgis.store.create import build
from diwi_qgis.store.gdal_file import GeoPackageFile
from diwi_qgis.store.migration import MIGRATIONS, Migration
from diwi_qgis.store.postgis.database import PostgisDatabase

OLDEST = Path(__file__).with_name("schema_1.sql")
PLAN = {"naam": "Oud plan", "start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}

NEXT = SCHEMA_VERSION + 1


def step(*statements):
    """A step that both engines understand."""
    return Migration(NEXT, "proef", statements, statements)


GOOD = step("CREATE TABLE proef (id INTEGER PRIMARY KEY)", "UPDATE project SET opmerkingen = 'bijgewerkt'")
HALFWAY = step(*GOOD.statements, "INSERT INTO bestaat_niet VALUES (1)")
HARMFUL = step("DROP INDEX project_naam_idx")
LOOSE = step("DELETE FROM project")


def schema(place):
    """All that was made, without layout."""
    if is_file(place):
        with closing(sqlite3.connect(place)) as file:
            rows = file.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
            return {(kind, name, table, " ".join((sql or "").split())) for kind, name, table, sql in rows}
    with open_register(place) as register:
        return set(
            register._file.query(
                "SELECT 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull::text FROM pg_class c "
                "JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relnamespace = 'diwi'::regnamespace AND a.attnum > 0 UNION ALL "
                "SELECT 'constraint', conname, '', pg_get_constraintdef(oid), '' FROM pg_constraint "
                "WHERE connamespace = 'diwi'::regnamespace UNION ALL "
                "SELECT 'function', proname, prosrc, proacl::text, prosecdef::text FROM pg_proc "
                "WHERE pronamespace = 'diwi'::regnamespace UNION ALL "
                "SELECT 'trigger', tgname, pg_get_triggerdef(t.oid), tgenabled::text, '' FROM pg_trigger t JOIN pg_class c "
                "ON c.oid = t.tgrelid WHERE c.relnamespace = 'diwi'::regnamespace AND NOT tgisinternal"
            )
        )


def content(path):
    with open_register(path) as register:
        return {
            name: register.read(name).to_json(date_format="iso", default_handler=str)
            for name in ("project", "woningblok", "historie", "schema_versie")
        }


@pytest.fixture
def filled(place):
    with open_register(place, write=True) as register, register.transaction() as write:
        uuid = write.insert("project", [PLAN])[0]
        write.insert("woningblok", [{"project_uuid": uuid, "naam": "b", "aantal": 3}])
    return place


def files_beside(place):
    return [path.name for path in place.parent.iterdir()] if is_file(place) else []


def test_the_oldest_register_with_all_migrations_is_as_a_fresh_one(tmp_path, register_path):
    old = tmp_path / "oud.gpkg"
    build(old, OLDEST.read_text(encoding="utf8").rstrip("\n").split("\n\n-- next statement\n"))
    done = upgrade_register(old)
    assert (done.before, done.after) == (1, SCHEMA_VERSION)
    assert schema(old) == schema(register_path)
    with open_register(old) as register:
        assert register.schema_differences() == []


def test_versions_of_migrations_follow_each_other():
    assert [step.version for step in MIGRATIONS] == list(range(2, SCHEMA_VERSION + 1))


def test_a_register_that_is_up_to_date_is_left_alone(filled):
    before, tables = content(filled), schema(filled)
    moment = filled.stat().st_mtime_ns if is_file(filled) else None
    assert upgrade_register(filled).backup is None
    assert content(filled) == before and schema(filled) == tables
    assert moment is None or filled.stat().st_mtime_ns == moment


def test_a_step_is_applied_with_its_version(filled):
    done = upgrade_register(filled, migrations=[GOOD])
    assert (done.before, done.after) == (SCHEMA_VERSION, NEXT)
    with pytest.raises(RegisterError, match="nieuwere versie"):
        open_register(filled)
    behind = GeoPackageFile(filled, False) if is_file(filled) else PostgisDatabase(filled, False)
    assert behind.query("SELECT opmerkingen, versie FROM project") == [("bijgewerkt", 1)]
    assert behind.query("SELECT max(versie) FROM schema_versie") == [(NEXT,)]
    assert behind.query("SELECT count(*) FROM proef") == [(0,)]
    behind.close()


@pytest.mark.parametrize("engine", ["geopackage"], indirect=True)
def test_a_copy_of_the_old_file_is_kept(engine, filled):
    old = content(filled)
    done = upgrade_register(filled, migrations=[GOOD])
    assert (done.before, done.after, done.backup) == (
        SCHEMA_VERSION,
        NEXT,
        filled.with_name(f"register-schema{SCHEMA_VERSION}.gpkg"),
    )
    assert content(done.backup) == old
    shutil.copyfile(done.backup, filled)
    assert upgrade_register(filled, migrations=[GOOD]).backup.name == f"register-schema{SCHEMA_VERSION}-2.gpkg"


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (HALFWAY, "bestaat_niet"),
        (HARMFUL, "project_naam_idx is niet zoals"),
        (LOOSE, "woningblok verwijzen naar niets"),
    ],
    ids=["fails half-way", "leaves a wrong schema", "leaves loose rows"],
)
def test_a_step_that_goes_wrong_leaves_the_register_as_it_was(filled, step, words):
    if step is LOOSE and not is_file(filled):
        pytest.skip("in PostgreSQL no row can lose the row that it refers to")
    before, tables = content(filled), schema(filled)
    with pytest.raises(RegisterError, match=words):
        upgrade_register(filled, migrations=[step])
    assert content(filled) == before and schema(filled) == tables
    assert len(files_beside(filled)) <= 1
    with open_register(filled, write=True) as register, register.transaction() as write:
        write.insert("project", [PLAN])


def test_a_cancel_between_steps_leaves_the_register_as_it_was(filled):
    class Impatient(Progress):
        steps = 0

        def say(self, text):
            self.steps += 1

        @property
        def cancelled(self):
            return self.steps > 0

    before, tables = content(filled), schema(filled)
    with pytest.raises(Cancelled):
        upgrade_register(filled, Impatient(), migrations=[GOOD, Migration(NEXT + 1, "meer", ())])
    assert content(filled) == before and schema(filled) == tables
    assert len(files_beside(filled)) <= 1


def test_the_schema_check_names_what_is_missing_or_different_in_a_file(register_path):
    with closing(sqlite3.connect(register_path)) as file, file:
        file.execute("DROP TRIGGER woningblok_after_insert")
        file.execute("DROP TRIGGER groep_lid_after_update")
        file.execute("ALTER TABLE groep ADD COLUMN kleur TEXT")
        file.execute("DROP TABLE dashboard")
        file.execute("DROP TABLE sessie")
        file.execute("CREATE TABLE sessie (fid INTEGER PRIMARY KEY, gebruiker TEXT)")
    with open_register(register_path) as register:
        words = {text.nl.split()[0] for text in register.schema_differences()}
    assert {"woningblok_after_insert", "groep_lid_after_update", "dashboard", "sessie.bezig", "groep"} <= words


@pytest.mark.parametrize("engine", ["postgis"], indirect=True)
def test_the_schema_check_names_what_is_missing_or_different_in_a_database(engine, place):
    with open_register(place, write=True) as register:
        assert register.schema_differences() == []
        for statement in (
            "DROP TRIGGER woningblok_after_insert ON woningblok",
            "ALTER TABLE groep_lid DISABLE TRIGGER groep_lid_after_update",
            "CREATE OR REPLACE FUNCTION knelpunt_before_delete() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
            "ALTER TABLE groep ADD COLUMN kleur text",
            "ALTER TABLE afspraak ALTER COLUMN waarde TYPE integer",
            "ALTER TABLE document DROP CONSTRAINT document_uuid_key",
            "ALTER TABLE actie ALTER COLUMN omschrijving DROP NOT NULL",
            "DROP TABLE dashboard",
            "DROP INDEX project_geom_idx",
            "ALTER TABLE sessie DROP COLUMN bezig",
            "CREATE TABLE van_een_ander (id integer)",
            "ALTER TABLE mijlpaal DISABLE ROW LEVEL SECURITY",
            "DROP POLICY zien ON vergunning",
        ):
            register._file.execute(statement)
        words = {text.nl.split()[0] for text in register.schema_differences()}
    assert words == {
        "woningblok_after_insert", "groep_lid_after_update", "knelpunt_before_delete", "groep", "afspraak.waarde", "document",
        "actie.omschrijving", "dashboard", "dashboard_before_insert", "dashboard_before_update", "dashboard_before_delete",
        "dashboard_after_insert", "dashboard_after_update", "dashboard_after_delete", "dashboard_eigenaar_uuid_idx",
        "dashboard_rights_insert", "dashboard_rights_update", "dashboard_rights_delete", "mijlpaal", "vergunning",
        "project_geom_idx", "sessie.bezig",
    }  # fmt: skip
