"""Upgrades: oldest + migrations = fresh, all or nothing, with a copy of the old file."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from diwi_qgis.errors import Cancelled, RegisterError
from diwi_qgis.model.tables import SCHEMA_VERSION
from diwi_qgis.progress import Progress
from diwi_qgis.store import open_register, upgrade_register
from diwi_qgis.store.create import build
from diwi_qgis.store.migrate import MIGRATIONS, Migration

OLDEST = Path(__file__).with_name("schema_1.sql")
PLAN = {"naam": "Oud plan", "start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}

NEXT = SCHEMA_VERSION + 1
GOOD = Migration(
    NEXT, "proef", ("CREATE TABLE proef (id INTEGER PRIMARY KEY)", "UPDATE project SET opmerkingen = 'bijgewerkt'")
)
HALFWAY = Migration(NEXT, "proef", (*GOOD.statements, "INSERT INTO bestaat_niet VALUES (1)"))
HARMFUL = Migration(NEXT, "proef", ("DROP INDEX project_naam_idx",))
LOOSE = Migration(NEXT, "proef", ("DELETE FROM project",))


def schema(path):
    """Everything in sqlite_master, without layout."""
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
        return {(kind, name, table, " ".join((sql or "").split())) for kind, name, table, sql in rows}


def content(path):
    with open_register(path) as register:
        return {
            name: register.read(name).to_json(date_format="iso", default_handler=str)
            for name in ("project", "woningblok", "historie", "schema_versie")
        }


@pytest.fixture
def filled(register_path):
    with open_register(register_path, write=True) as register, register.transaction() as write:
        uuid = write.insert("project", [PLAN])[0]
        write.insert("woningblok", [{"project_uuid": uuid, "naam": "b", "aantal": 3}])
    return register_path


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
    before = filled.read_bytes()
    assert upgrade_register(filled).backup is None
    assert filled.read_bytes() == before


def test_a_step_is_applied_with_its_version_and_a_copy_of_the_old_file_is_kept(filled):
    old = content(filled)
    done = upgrade_register(filled, migrations=[GOOD])
    assert (done.before, done.after, done.backup) == (
        SCHEMA_VERSION,
        NEXT,
        filled.with_name(f"register-schema{SCHEMA_VERSION}.gpkg"),
    )
    assert content(done.backup) == old
    with closing(sqlite3.connect(filled)) as file:
        assert file.execute("SELECT opmerkingen, versie FROM project").fetchall() == [("bijgewerkt", 1)]
        assert file.execute("SELECT max(versie) FROM schema_versie").fetchone() == (NEXT,)
        assert file.execute("SELECT count(*) FROM sqlite_master WHERE name = 'project_after_update'").fetchone() == (1,)
    with pytest.raises(RegisterError, match="nieuwere versie"):
        open_register(filled)
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
    before, tables = content(filled), schema(filled)
    with pytest.raises(RegisterError, match=words):
        upgrade_register(filled, migrations=[step])
    assert content(filled) == before and schema(filled) == tables
    assert [path.name for path in filled.parent.iterdir()] == [filled.name]
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
    assert [path.name for path in filled.parent.iterdir()] == [filled.name]


def test_the_schema_check_names_what_is_missing_or_different(register_path):
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
