"""The window on a register on a server: found by the connections of QGIS, opened, worked in, and told apart from what it is not."""

from __future__ import annotations

import re
from contextlib import closing, contextmanager

import pytest
from page_world import child, click, rows, settle, show_dock
from postgis_server import GUARDED, PASSWORD
from register_world import button, find, wait_for

pytestmark = pytest.mark.usefixtures("own_recents")


@pytest.fixture
def engine():
    return "postgis"


@pytest.fixture
def service(stored, keep_connection, tmp_path, monkeypatch):
    """Name of a connection of QGIS, by a service, to the database of a register."""
    lines = [f"{name}={value}" for name, value in stored.parameters.items()]
    name = f"wonen_{stored.parameters['dbname']}"  # QGIS keeps connections by that: the one of an earlier test is gone
    (tmp_path / "pg_service.conf").write_text("\n".join([f"[{name}]", *lines, ""]), encoding="utf8")
    monkeypatch.setenv("PGSERVICEFILE", str(tmp_path / "pg_service.conf"))
    keep_connection("gedeeld", f"service='{name}'")
    return "gedeeld"


@pytest.fixture
def page(window, tmp_path, monkeypatch):
    """Opens the page in the window: `page()`."""
    from diwi_qgis.gui.page import kept_drafts
    from diwi_qgis.gui.page.project_page import ProjectPage

    monkeypatch.setattr(kept_drafts, "drafts_folder", lambda: tmp_path / "concepten")
    parts = []

    def show():
        parts.append(ProjectPage(window))
        return show_dock(window, parts[-1])

    yield show
    for part in parts:
        part.remove()


@contextmanager
def statements(server):
    """Gives a list that afterwards has what was asked of the server inside."""
    log, asked = server.folder / "log", []
    server.run("ALTER SYSTEM SET log_statement = 'all'", "SELECT pg_reload_conf(), pg_sleep(0.2)")
    start = log.stat().st_size
    try:
        yield asked
    finally:
        text = log.read_bytes()[start:].decode()
        server.run("ALTER SYSTEM RESET log_statement", "SELECT pg_reload_conf()")
    asked += [line for line in text.splitlines() if " LOG:  statement: " in line]


def lines_of(desk):
    """The tree of the dialog: connection -> what stands below it."""
    tree = find(desk, "diwiServerTree")
    tops = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    return {top.text(0): [top.child(place).text(0) for place in range(top.childCount())] for top in tops}


def plan_uuid(place, name):
    return next(uuid for uuid, row in rows(place, "project").items() if row["naam"] == name)


def test_a_register_is_found_by_the_connections_of_qgis_and_opened(part, window, desk, service, stored):
    from diwi_qgis.gui.register.recent import ServerRegister, recent_registers

    find(desk, "diwiOpenSharedRegister").trigger()
    wait_for(lambda: lines_of(desk) == {service: ["Testdam (diwi)"]})
    dialog = find(desk, "diwiServerDialog")
    assert dialog.register == ServerRegister(service, "diwi")
    button(dialog, "Open").click()
    assert window.session.address.schema == "diwi" and window.session.layer("project").featureCount() == 2
    assert recent_registers() == [ServerRegister(service, "diwi")] and desk.said() == []
    window.session.project.clear()
    menu = find(desk, "diwiRecentRegisters")
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert window.session.address is not None


def test_connections_without_register_server_or_right_say_so(
    part, desk, postgis_server, stored, keep_connection, service
):
    there = postgis_server.parameters(stored.parameters["dbname"])
    to = f"host={there['host']} port={there['port']}"
    keep_connection("leeg", f"dbname='sjabloon' {to} user='postgres'", saveUsername=True)
    keep_connection("weg", "dbname='x' host=127.0.0.1 port=9 user='x'", saveUsername=True)
    keep_connection("vreemd", f"dbname='{there['dbname']}' {to} user='{GUARDED}'", saveUsername=True)
    find(desk, "diwiOpenSharedRegister").trigger()
    tree = find(desk, "diwiServerTree")
    assert not button(find(desk, "diwiServerDialog"), "Open").isEnabled()
    for place in range(tree.topLevelItemCount()):
        tree.topLevelItem(place).setExpanded(True)
    wait_for(lambda: all(len(below) == 1 and "Look" not in below[0] for below in lines_of(desk).values()))
    said = {name: below[0] for name, below in lines_of(desk).items()}
    assert said[service] == "Testdam (diwi)" and "no register here" in said["leeg"]
    assert "cannot be reached" in said["weg"] and "password" in said["vreemd"]
    find(desk, "diwiServerDialog").reject()


def test_without_connections_it_says_how_to_make_one(part, desk):
    asked = []
    desk.openDataSourceManagerPage = asked.append
    find(desk, "diwiOpenSharedRegister").trigger()
    assert (
        not find(desk, "diwiServerTree").isVisible()
        and "no PostgreSQL connection" in find(desk, "diwiServerWord").text()
    )
    find(desk, "diwiServerMake").click()
    assert asked == ["postgres"]


@pytest.mark.slow
def test_a_new_register_is_made_on_a_server_and_opened(part, window, desk, service):
    find(desk, "diwiNewRegisterAction").trigger()
    dialog = find(desk, "diwiNewRegister")
    find(desk, "diwiNewRegisterMunicipality").setEditText("0221")
    place = find(desk, "diwiNewRegisterPlace")
    place.setCurrentIndex(place.findData(service))
    schema = find(desk, "diwiNewRegisterSchema")
    assert schema.isVisible() and schema.text() == "diwi" and not find(desk, "diwiNewRegisterFile").isVisible()
    schema.setText("")
    assert not button(dialog, "Ok").isEnabled()
    schema.setText("doesburg")
    button(dialog, "Ok").click()
    wait_for(lambda: window.session.address is not None or desk.said(), 60)
    assert desk.said() == [] and window.session.address.schema == "doesburg"
    with window.session.read() as register:
        assert register.setting("gemeente") == "Doesburg"


def test_the_page_reads_and_saves_a_plan(window, page, part, service, stored):
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QWidget

    from diwi_qgis.gui.register.recent import ServerRegister

    part.open(ServerRegister(service, "diwi"))
    shown = page()
    window.session.choose_plan(plan_uuid(stored, "Weide"))
    settle()
    field = child(shown.tabs[0], QWidget, "naam")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Weide en water")
    settle()
    click(shown, "planOpslaan")
    assert not shown.dirty and plan_uuid(stored, "Weide en water")
    assert {feature["naam"] for feature in window.session.layer("project").getFeatures()} == {"Weide en water", "Haven"}


def test_a_page_asks_at_most_twelve_questions(window, page, part, desk, service, stored, postgis_server):
    """From choosing a plan to its page: what QGIS asks to select it, and ours. At 50 ms each that is within a second."""
    from diwi_qgis.gui.register.recent import ServerRegister

    desk.canvas.setRenderFlag(False)  # the map is drawn in threads of its own
    part.open(ServerRegister(service, "diwi"))
    weide, haven = (plan_uuid(stored, name) for name in ("Weide", "Haven"))
    shown = page()
    window.session.choose_plan(haven)
    settle()
    with statements(postgis_server) as asked:
        window.session.choose_plan(weide)
        settle()
    assert shown.draft is not None and shown.draft.uuid == weide
    drawn = [re.search(r"DECLARE (\w+) .*\"geom\" &&", each) for each in asked]  # QGIS 3.40 draws the map all the same
    cursors = {found[1] for found in drawn if found}
    asked = [each for each in asked if not cursors & set(re.findall(r"\w+", each))]
    assert 0 < len(asked) <= 12, "\n".join(asked)


def test_who_may_only_look_is_told_before_typing(
    desk, window, page, part, service, stored, postgis_server, keep_connection
):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QAbstractButton, QWidget

    from diwi_qgis.gui.drawing.possible import why_cannot_draw
    from diwi_qgis.gui.register.recent import ServerRegister
    from diwi_qgis.store import open_register
    from diwi_qgis.store.people import set_user
    from diwi_qgis.store.postgis.database import PostgisDatabase
    from diwi_qgis.store.postgis.grants import give_rights

    login = f"{stored.parameters['dbname']}_raad"
    postgis_server.run(f"CREATE ROLE {login} LOGIN")
    try:
        with open_register(stored, write=True) as register, register.transaction() as write:
            write.update(
                "project",
                [{"uuid": uuid, "vertrouwelijkheid": "openbaar"} for uuid in register.read("project")["uuid"]],
            )
        with closing(PostgisDatabase(stored, write=True)) as database, database.transaction():
            give_rights(database)  # the groups of roles are of a database by its name, and this one is a copy
        with open_register(stored, write=True) as register:
            set_user(register, login, "Raadslid", "raadslid")
        there = stored.parameters
        keep_connection(
            "raad",
            f"dbname='{there['dbname']}' host={there['host']} port={there['port']} user='{login}'",
            saveUsername=True,
        )
        part.open(ServerRegister("raad", "diwi"))
        shown = page()
        window.session.choose_plan(plan_uuid(stored, "Weide"))
        settle()
        assert shown.draft is not None, (desk.said(), window.session.address, window.session.plan)
        layer = window.session.layer("project")
        assert not layer.supportsEditing() and "'Raadslid'" in why_cannot_draw(window.session, layer, needs_plan=False)
        assert "As 'Raadslid' you may not change the plan" in shown.bar.status.text()
        assert not child(shown.tabs[0], QWidget, "naam").isEnabled()
        grid = shown.tabs[1].blocks
        assert not grid.model.flags(grid.model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
        assert not child(shown, QAbstractButton, "woningblokAdd").isEnabled()
    finally:
        window.session.project.clear()
        postgis_server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{login}'")
        postgis_server.run(f"DROP OWNED BY {login}; DROP ROLE {login}", database=stored.parameters["dbname"])


def test_a_password_is_asked_once(part, window, desk, stored, postgis_server, keep_connection):
    """The user gives it in QGIS' own question; register, layers and algorithms have it from then on."""
    from qgis.core import QgsCredentials

    from diwi_qgis.gui.register.recent import ServerRegister
    from diwi_qgis.store import open_register
    from diwi_qgis.workspace.connections import postgis_address

    class Asked(QgsCredentials):
        def __init__(self):
            super().__init__()
            self.realms = []

        def request(self, realm, username, password, message=""):
            self.realms.append(realm)
            return True, GUARDED, PASSWORD

        def requestMasterPassword(self, password, stored=False):
            return False, ""

    before, asked = QgsCredentials.instance(), Asked()
    asked.setInstance(asked)
    try:
        there = stored.parameters
        postgis_server.run(f"ALTER ROLE {GUARDED} SUPERUSER")
        keep_connection(
            "vraagt",
            f"dbname='{there['dbname']}' host={there['host']} port={there['port']} user='{GUARDED}'",
            saveUsername=True,
        )
        part.open(ServerRegister("vraagt", "diwi"))
        assert desk.said() == [] and window.session.layer("project").featureCount() == 2
        with window.session.read() as register:
            assert register.setting("gemeente") == "Testdam"
        open_register(postgis_address("vraagt")).close()
        assert len(asked.realms) == 1
    finally:
        postgis_server.run(f"ALTER ROLE {GUARDED} NOSUPERUSER")
        before.setInstance(before)
