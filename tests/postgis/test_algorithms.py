"""The algorithms on a connection that QGIS keeps: by service, by authentication; passwords are in no file of ours and no message."""

from __future__ import annotations

from datetime import date

import pytest
from postgis_server import GUARDED, OWNER, PASSWORD
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProviderRegistry,
)

from diwi_qgis.model.tables import SCHEMA_VERSION
from diwi_qgis.processing.backupregister import BackupRegister
from diwi_qgis.processing.checkquality import CheckQuality
from diwi_qgis.processing.copyregister import CopyRegister
from diwi_qgis.processing.createregister import CreateRegister
from diwi_qgis.processing.exportexcel import ExportExcel
from diwi_qgis.processing.importexcel import ImportExcel
from diwi_qgis.processing.restoreregister import RestoreRegister
from diwi_qgis.processing.upgraderegister import UpgradeRegister
from diwi_qgis.store import open_register
from diwi_qgis.store.people import set_user
from diwi_qgis.store.transfer import copied_tables, same_rows
from diwi_qgis.workspace.connections import postgis_address

PLACE = {"MUNICIPALITY_CODE": "0307", "MUNICIPALITY": "Amersfoort", "PROVINCE": "Gelderland", "REGION": "Foodvalley"}
PLAN = {
    "naam": "Plan",
    "start_datum": date(2024, 1, 1),
    "eind_datum": date(2030, 1, 1),
    "vertrouwelijkheid": "openbaar",
}


class Log(QgsProcessingFeedback):
    """Keeps what was said."""

    def __init__(self):
        super().__init__(False)
        self.lines = []

    def pushInfo(self, text):
        self.lines.append(text)

    pushDebugInfo = pushWarning = pushCommandInfo = pushInfo


@pytest.fixture
def database(postgis_server):
    with postgis_server.database() as name:
        postgis_server.run(f"GRANT CREATE ON DATABASE {name} TO {GUARDED}")
        yield name


@pytest.fixture
def keep(qgis_app):
    """A function that keeps a connection in QGIS under a name; they are gone afterwards."""
    metadata, kept = QgsProviderRegistry.instance().providerMetadata("postgres"), []

    def keep(name, uri):
        metadata.saveConnection(metadata.createConnection(uri, {}), name)
        kept.append(name)

    yield keep
    for name in kept:
        metadata.deleteConnection(name)


@pytest.fixture
def by_service(keep, postgis_server, database, tmp_path, monkeypatch):
    """Name of a connection that only names a service."""
    lines = [f"{name}={value}" for name, value in postgis_server.parameters(database).items()]
    (tmp_path / "pg_service.conf").write_text("\n".join(["[wonen]", *lines, ""]), encoding="utf8")
    monkeypatch.setenv("PGSERVICEFILE", str(tmp_path / "pg_service.conf"))
    keep("gedeeld", "service='wonen'")
    return "gedeeld"


@pytest.fixture
def by_authentication(keep, postgis_server, database):
    """Name of a connection whose user and password are in QGIS' store of authentications."""
    manager = QgsApplication.authManager()
    if manager.isDisabled() or not manager.setMasterPassword("hoofdwachtwoord", True):
        pytest.skip("QGIS has no store of authentications here")
    config = QgsAuthMethodConfig("Basic")
    config.setName("wonen")
    config.setConfig("username", GUARDED)
    config.setConfig("password", PASSWORD)
    manager.storeAuthenticationConfig(config)
    place = postgis_server.parameters(database)
    keep("beveiligd", f"dbname='{place['dbname']}' host={place['host']} port={place['port']} authcfg={config.id()}")
    yield "beveiligd"
    manager.removeAuthenticationConfig(config.id())
    manager.clearMasterPassword()


def test_a_register_lives_on_a_service_from_making_to_copying(run_algorithm, by_service, tmp_path):
    made = run_algorithm(CreateRegister, {**PLACE, "CONNECTION": by_service})
    assert made == {"OUTPUT": "wonen/diwi"}
    there = {"CONNECTION": by_service, "DB_SCHEMA": "diwi"}
    assert run_algorithm(UpgradeRegister, there) == {"SCHEMA": SCHEMA_VERSION, "BACKUP": ""}
    with open_register(postgis_address(by_service), write=True) as register, register.transaction() as write:
        uuid = write.insert("project", [PLAN])[0]
        write.insert("woningblok", [{"project_uuid": uuid, "naam": "b", "aantal": 3}])
    book = str(tmp_path / "plannen.xlsx")
    assert run_algorithm(ExportExcel, {**there, "REFERENCE_DATE": "2026-01-01", "OUTPUT": book})["PLANS"] == 1
    outputs = run_algorithm(ImportExcel, {**there, "INPUT": book, "CREATE_MISSING": True})
    assert (outputs["ADDED"], outputs["CHANGED"], outputs["UNCHANGED"]) == (0, 0, 1)
    checked = run_algorithm(CheckQuality, {**there, "REFERENCE_DATE": "2026-01-01"})
    with open_register(postgis_address(by_service)) as register:
        assert len(register.read("bevinding")) > 0 and checked
    file = tmp_path / "kopie.gpkg"
    copied = run_algorithm(CopyRegister, {**there, "OUTPUT": str(file)})
    back = run_algorithm(CopyRegister, {"REGISTER": str(file), "TO_CONNECTION": by_service, "TO_DB_SCHEMA": "terug"})
    assert copied["ROWS"] == back["ROWS"] > 300 and back["OUTPUT"] == "wonen/terug"
    with (
        open_register(postgis_address(by_service)) as one,
        open_register(postgis_address(by_service, "terug")) as other,
    ):
        for table in copied_tables():
            assert same_rows(one.read(table.name), other.read(table.name)), table.name


def test_a_password_of_qgis_opens_the_register_and_is_said_nowhere(run_algorithm, by_authentication):
    log = Log()
    made = run_algorithm(CreateRegister, {**PLACE, "CONNECTION": by_authentication}, log)
    address = postgis_address(by_authentication)
    with open_register(address) as register:
        assert set(register.read("historie")["gebruiker"]) == {GUARDED}
    with pytest.raises(QgsProcessingException, match=r"bestaat al|exists already") as refusal:
        run_algorithm(CreateRegister, {**PLACE, "CONNECTION": by_authentication}, log)
    said = " ".join([*log.lines, str(made), str(refusal.value), str(address), repr(address)])
    assert "diwi" in said and PASSWORD not in said and "p@ss" not in said


def test_no_place_two_places_and_no_connection_are_told(run_algorithm, by_service, register_path):
    for parameters in ({}, {"REGISTER": str(register_path), "CONNECTION": by_service}):
        with pytest.raises(QgsProcessingException, match=r"één register|one register"):
            run_algorithm(UpgradeRegister, parameters)
    with pytest.raises(QgsProcessingException, match="nergens"):
        run_algorithm(UpgradeRegister, {"CONNECTION": "nergens"})
    with pytest.raises(QgsProcessingException, match=r"leeg"):
        run_algorithm(UpgradeRegister, {"CONNECTION": by_service, "DB_SCHEMA": "leeg"})


def test_the_owner_is_who_made_it(run_algorithm, by_service):
    run_algorithm(CreateRegister, {**PLACE, "CONNECTION": by_service})
    with open_register(postgis_address(by_service)) as register:
        assert register._file.query("SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'diwi'") == [
            (OWNER,)
        ]


def test_a_register_is_backed_up_and_restored_on_a_service_and_missing_logins_are_named(
    run_algorithm, by_service, tmp_path
):
    run_algorithm(CreateRegister, {**PLACE, "CONNECTION": by_service})
    with open_register(postgis_address(by_service), write=True) as register:
        set_user(register, "nog.niet", "Nieuwe Collega", "gebruiker")
        set_user(register, "vertrokken", "Oude Collega", "gebruiker", actief=False)
    backup = str(tmp_path / "reserve.gpkg")
    assert run_algorithm(BackupRegister, {"CONNECTION": by_service, "OUTPUT": backup}) == {"OUTPUT": backup}
    log = Log()
    restored = run_algorithm(RestoreRegister, {"INPUT": backup, "CONNECTION": by_service, "DB_SCHEMA": "terug"}, log)
    assert restored == {"OUTPUT": "wonen/terug"}
    (warning,) = [line for line in log.lines if "nog.niet" in line]
    assert "vertrokken" not in warning
    with pytest.raises(QgsProcessingException, match=r"bestaat al|exists already"):
        run_algorithm(RestoreRegister, {"INPUT": backup, "CONNECTION": by_service})
    with (
        open_register(postgis_address(by_service)) as one,
        open_register(postgis_address(by_service, "terug")) as other,
    ):
        for table in copied_tables():
            assert same_rows(one.read(table.name), other.read(table.name)), table.name
