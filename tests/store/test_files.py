"""Registers as files: making, opening, refusing, and never harming what is there."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from osgeo import gdal

from diwi_qgis.errors import InputError, RegisterError
from diwi_qgis.model.codelists import all_codelists
from diwi_qgis.model.tables import SCHEMA_VERSION, TABLES
from diwi_qgis.store import create_register, open_register, upgrade_register

PLAN = {"naam": "Plan", "start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1)}


def new(path, **more):
    return create_register(path, **{"gemeentecode": "0307", "gemeente": "Amersfoort", **more})


@pytest.fixture
def short_patience():
    """Wait a tenth of a second for a lock instead of five."""
    gdal.SetConfigOption("SQLITE_BUSY_TIMEOUT", "100")
    yield
    gdal.SetConfigOption("SQLITE_BUSY_TIMEOUT", None)


# -- making ------------------------------------------------------------------------------------------------------------------


def test_a_new_register_has_everything_that_is_declared_and_starts_filled(tmp_path):
    with new(tmp_path / "r.gpkg", provincie="Gelderland", regio="Foodvalley") as register:
        assert register.schema_differences() == []
        assert register.setting("gemeentecode") == "0307"
        assert register.setting("regio") == "Foodvalley"
        assert register.setting("bestaat niet") is None
        lists = register.read("codelijst", ["lijst", "code", "zet_fase"])
        for codelijst in all_codelists():
            assert tuple(lists.loc[lists["lijst"] == codelijst.naam, "code"]) == codelijst.codes
        assert (lists["zet_fase"] == "ontwerp").sum() == 1
        assert len(register.read("prijsklasse")) > 10
        options = lists["lijst"].str.startswith("eigenschap:")
        assert len(register.read("eigenschap")) > 10 and options.any()
        register.transaction(user="x").__enter__().insert("project", [PLAN])  # open for writing at once
    assert [path.name for path in tmp_path.iterdir()] == ["r.gpkg"]


def test_gdal_and_qgis_see_every_table_with_its_labels_and_no_counts_that_can_be_wrong(tmp_path, qgis_app):
    from qgis.core import QgsVectorLayer, QgsWkbTypes

    new(tmp_path / "r.gpkg").close()
    with closing(sqlite3.connect(tmp_path / "r.gpkg")) as file:
        names = {row[0] for row in file.execute("SELECT name FROM sqlite_master")}
        label = file.execute(
            "SELECT title, description FROM gpkg_data_columns WHERE table_name = 'project' AND column_name = 'planstatus'"
        ).fetchone()
    assert "gpkg_ogr_contents" not in names
    assert label == ("Planologische planstatus", "Volgt uit de mijlpalen.")
    for table in TABLES:
        layer = QgsVectorLayer(f"{tmp_path / 'r.gpkg'}|layername={table.name}", table.name, "ogr")
        assert layer.isValid()
        assert [field.name() for field in layer.fields()] == [column.name for column in table.all_columns]
        if table.geometry == "MultiPolygon":
            assert layer.crs().authid() == "EPSG:28992"
            assert layer.wkbType() == QgsWkbTypes.Type.MultiPolygon


def test_an_existing_file_is_never_overwritten_unless_asked(tmp_path):
    path = tmp_path / "r.gpkg"
    path.write_bytes(b"iets van een ander")
    with pytest.raises(RegisterError, match="bestaat al"):
        new(path)
    assert path.read_bytes() == b"iets van een ander"
    new(path, overwrite=True).close()
    open_register(path).close()


@pytest.mark.parametrize(
    ("wrong", "error"),
    [({"gemeentecode": "307"}, InputError), ({"gemeentecode": "GM0307"}, InputError), ({"gemeente": " "}, InputError)],
)
def test_wrong_input_leaves_nothing_behind(tmp_path, wrong, error):
    with pytest.raises(error):
        new(tmp_path / "r.gpkg", **wrong)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_or_not_ours_is_named(tmp_path):
    with pytest.raises(RegisterError, match="niet-daar"):
        new(tmp_path / "niet-daar" / "r.gpkg")
    with as_guest() as folder, pytest.raises(RegisterError, match=r"r\.gpkg"):
        folder.chmod(0o555)
        new(folder / "r.gpkg")


# -- opening -----------------------------------------------------------------------------------------------------------------


def test_what_is_not_a_register_is_refused_with_its_name(tmp_path, register_path):
    text = tmp_path / "tekst.gpkg"
    text.write_text("geen database")
    empty = tmp_path / "leeg.gpkg"
    empty.touch()
    other = tmp_path / "ander.gpkg"
    gdal.GetDriverByName("GPKG").Create(str(other), 0, 0, 0, gdal.GDT_Unknown)
    for path, words in (
        (tmp_path / "nergens.gpkg", "bestaat niet"),
        (text, "geen GeoPackage"),
        (empty, "geen GeoPackage"),
        (other, "geen register"),
    ):
        for use in (open_register, upgrade_register):
            with pytest.raises(RegisterError, match=words) as refusal:
                use(path)
            assert path.name in str(refusal.value)


def test_a_truncated_register_is_refused(register_path):
    whole = register_path.read_bytes()
    for part in (50, 200, 5000, len(whole) // 2, len(whole) - 1):
        register_path.write_bytes(whole[:part])
        with pytest.raises(RegisterError, match=r"beschadigd|geen GeoPackage"):
            open_register(register_path)


def test_damage_inside_is_told_when_it_is_met(register_path):
    whole = bytearray(register_path.read_bytes())
    with closing(sqlite3.connect(register_path)) as file:
        page_size = file.execute("PRAGMA page_size").fetchone()[0]
        (page,) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'codelijst'").fetchone()
    whole[(page - 1) * page_size : page * page_size] = b"\xff" * page_size
    register_path.write_bytes(whole)
    with open_register(register_path) as register, pytest.raises(RegisterError, match="beschadigd"):
        register.read("codelijst")


def test_a_newer_or_older_schema_is_refused_and_says_what_to_do(register_path):
    with closing(sqlite3.connect(register_path)) as file, file:
        file.execute("INSERT INTO schema_versie (versie, tijd, omschrijving) VALUES (?, '2030-01-01T00:00:00Z', 'x')",
                     (SCHEMA_VERSION + 1,))  # fmt: skip
    for use in (open_register, upgrade_register):
        with pytest.raises(RegisterError, match="nieuwere versie"):
            use(register_path)
    with closing(sqlite3.connect(register_path)) as file, file:
        file.execute("UPDATE schema_versie SET versie = -versie")
    with pytest.raises(RegisterError, match="upgraderegister"):
        open_register(register_path)


def test_a_locked_register_is_named_and_stays_as_it_was(register_path, short_patience):
    before = register_path.read_bytes()
    with closing(sqlite3.connect(register_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for write in (False, True):
            with pytest.raises(RegisterError, match="in gebruik") as refusal:
                open_register(register_path, write=write)
            assert register_path.name in str(refusal.value)
        other.execute("ROLLBACK")
        with open_register(register_path, write=True) as register:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(RegisterError, match="in gebruik"), register.transaction() as write:
                write.insert("project", [PLAN])
            other.execute("ROLLBACK")
            assert register.read("project").empty
            with register.transaction() as write:  # and works again when the other is done
                write.insert("project", [PLAN])
    assert len(before) > 0


@contextmanager
def as_guest():
    """A folder that everyone may read, seen by a user who is not root."""
    folder = Path(tempfile.mkdtemp())
    try:
        if os.geteuid() == 0:
            os.chown(folder, 65534, 65534)
            os.seteuid(65534)
        yield folder
    finally:
        if os.getuid() == 0:
            os.seteuid(0)
        shutil.rmtree(folder)


def test_a_read_only_register_can_be_read_but_not_opened_for_writing(register_path):
    content = register_path.read_bytes()
    with as_guest() as folder:
        path = folder / "r.gpkg"
        path.write_bytes(content)
        path.chmod(0o444)
        folder.chmod(0o555)
        with pytest.raises(RegisterError, match="alleen-lezen"):
            open_register(path, write=True)
        with open_register(path) as register:
            assert register.setting("gemeente") == "Testdam"
        path.chmod(0o644)  # the file may be written, but SQLite finds no room for its journal
        register = open_register(path, write=True)
        with pytest.raises(RegisterError, match=r"r\.gpkg"), register.transaction() as write:
            write.insert("project", [PLAN])
        register.close()
        assert path.read_bytes() == content


def test_a_full_disk_is_told_and_nothing_is_kept(register_path):
    with open_register(register_path, write=True) as register:
        ((pages,),) = register._file.query("SELECT page_count + 0 FROM pragma_page_count")
        register._file.execute(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(RegisterError, match="past niet meer op de schijf"), register.transaction() as write:
            write.insert("project", [PLAN] * 200)
        assert register.read("project").empty and register.read("plancode").empty
    with open_register(register_path, write=True) as register, register.transaction() as write:
        write.insert("project", [PLAN])


def test_reading_leaves_the_file_byte_for_byte_as_it_was(register_path):
    with open_register(register_path, write=True) as register, register.transaction() as write:
        write.insert("project", [PLAN])
    before, moment = register_path.read_bytes(), register_path.stat().st_mtime_ns
    with open_register(register_path) as register:
        register.read_many(table.name for table in TABLES)
        with pytest.raises(RegisterError, match="om te lezen"), register.transaction():
            pass
    open_register(register_path, write=True).close()  # nothing took effect by the calendar: nothing is written
    assert register_path.read_bytes() == before
    assert register_path.stat().st_mtime_ns == moment
    assert [path.name for path in register_path.parent.iterdir()] == [register_path.name]


def test_work_still_in_the_log_of_a_killed_program_is_read(register_path, tmp_path):
    with closing(sqlite3.connect(register_path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("INSERT INTO gebruiker (naam, rol, actief) VALUES ('Jan', 'gebruiker', 1)")
        other.commit()
        copy = tmp_path / "kopie"
        copy.mkdir()
        for rest in ("", "-wal", "-shm"):
            shutil.copyfile(f"{register_path}{rest}", copy / f"register.gpkg{rest}")
    with open_register(copy / "register.gpkg") as register:
        assert list(register.read("gebruiker")["naam"]) == ["Jan"]
