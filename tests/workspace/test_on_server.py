"""The project of a register on a server: for everybody, without a password, without what the rights need."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from postgis_server import GUARDED, OWNER, PASSWORD

PLACE = {"gemeentecode": "9999", "gemeente": "Testdam", "provincie": "Zuid-Holland", "regio": "r"}


@pytest.fixture
def engine():
    return "postgis"


def test_columns_of_the_rights_are_in_no_form_and_no_table(project):
    from diwi_qgis.workspace.layers import find_layer, our_layers

    plans = find_layer(project, "project")
    assert {"_niveau", "_groepen"} <= set(plans.fields().names())
    for _, layer in our_layers(project):
        own = [name for name in layer.fields().names() if name.startswith("_")]
        shown = {column.name for column in layer.attributeTableConfig().columns() if not column.hidden}
        assert not shown & set(own)
        for name in own:
            assert layer.editorWidgetSetup(layer.fields().indexOf(name)).type() == "Hidden"


def test_everybody_reads_it_by_his_own_connection(stored, read, postgis_server):
    """It was stored by way of another database; whoever opens it stays in this one, as himself."""
    from diwi_qgis.store import PostgisAddress
    from diwi_qgis.workspace.layers import find_register, our_layers

    mine = PostgisAddress({**stored.parameters, "user": "postgres"})
    project = read(mine)
    assert find_register(project) == mine
    assert {layer.isValid() for _, layer in our_layers(project)} == {True}
    assert all("postgres" in layer.source() and OWNER not in layer.source() for _, layer in our_layers(project))


@pytest.mark.slow
def test_a_password_is_in_no_project_setting_or_file(qgis_app, postgis_server, keep_connection, tmp_path):
    """From a connection with a name and password of its own: they work, and stand nowhere but with that connection."""
    from qgis.core import QgsApplication, QgsProject, QgsProviderRegistry

    from diwi_qgis.store import create_register
    from diwi_qgis.workspace.build import build_workspace
    from diwi_qgis.workspace.connections import postgis_address
    from diwi_qgis.workspace.layers import our_layers
    from diwi_qgis.workspace.opening import open_workspace

    with postgis_server.database() as name:
        postgis_server.run(f"GRANT CREATE ON DATABASE {name} TO {GUARDED}")
        place = postgis_server.parameters(name)
        quoted = PASSWORD.replace("\\", "\\\\").replace("'", "\\'")
        where = f"dbname='{name}' host={place['host']} port={place['port']}"
        keep_connection("open", f"{where} user='{GUARDED}' password='{quoted}'", saveUsername=True, savePassword=True)
        address = postgis_address("open")
        assert address.parameters["password"] == PASSWORD
        create_register(address, **PLACE).close()
        build_workspace(address)
        assert open_workspace(address)
        project = QgsProject.instance()
        assert len(list(our_layers(project))) > 10
        assert project.write(str(tmp_path / "opgeslagen.qgs"))  # what QGIS' own save does
        project.clear()
        QgsProviderRegistry.instance().providerMetadata("postgres").deleteConnection("open")
        with closing(postgis_server.connect(name)) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT content FROM diwi.qgis_projects")
            content = bytes(cursor.fetchone()[0])
    written = [content, *unpacked(content), *(path.read_bytes() for path in tmp_path.iterdir())]
    folder = QgsApplication.qgisSettingsDirPath()
    written += [path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()]
    assert any(b"diwi" in each for each in written)
    for secret in (PASSWORD, quoted, "p@ss"):
        assert not [each for each in written if secret.encode() in each]


def unpacked(archive):
    """The texts in an archive."""
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(archive)) as opened:
        return [opened.read(name) for name in opened.namelist()]
