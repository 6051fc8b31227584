"""What others do, told over real second connections; and the window on a shared folder, with a real second process."""

from __future__ import annotations

import time

import pytest
from test_together import PLAN, Someone, write

from diwi_qgis.store.presence import Colleague


def wait_until(holds, seconds=15):
    from qgis.PyQt.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        QApplication.processEvents()
        time.sleep(0.02)


class Messages:
    """The part of the window that these parts speak to."""

    def __init__(self, session):
        self.session, self.told, self.refused = session, [], []

    def tell(self, text, *_):
        self.told.append(text)

    def refuse(self, error):
        self.refused.append(error.text.nl)


@pytest.fixture
def place(fresh_place):
    return fresh_place()


@pytest.fixture
def windows(place, qgis_app):
    """Opens windows on the register, each with its news and its one-writer guard."""
    from diwi_qgis.gui.together.news import News
    from diwi_qgis.gui.together.one_writer import OneWriter

    opened = []

    def come(at=place):
        one = Someone(at)
        one.messages = Messages(one.session)
        one.news, one.one_writer = News(one.messages), OneWriter(one.messages)
        one.checks[0].edited.connect(one.news.edited)
        one.checks[0].began.connect(one.one_writer.began)
        one.checks[0].ended.connect(one.one_writer.ended)
        one.news.listen()
        one.one_writer.listen()
        opened.append(one)
        return one

    yield come
    for one in opened:
        one.news.stop()
        one.one_writer.stop()
        one.close()


@pytest.mark.parametrize("engine", ["postgis"], indirect=True)
def test_a_change_of_somebody_else_is_told_and_names_a_table_only(windows, place):
    one = windows()
    shown, told = [], []
    one.session.dataChanged.connect(lambda: shown.append(1))
    one.news._company.changed.connect(told.append)
    wait_until(one.news._company._thread.is_alive)
    time.sleep(1.0)
    write(place, lambda to: to.insert("project", [PLAN]))
    wait_until(lambda: shown)
    assert told == [["project"]]
    assert [each["naam"] for each in one.layers["project"].getFeatures()] == ["Weide"]


@pytest.mark.parametrize("engine", ["postgis"], indirect=True)
def test_what_is_sent_is_the_name_of_a_table_and_nothing_else(place, postgis_server):
    from diwi_qgis.store.postgis.listening import Listening

    listening = Listening(place)
    (uuid,) = write(place, lambda to: to.insert("project", [PLAN]))
    write(place, lambda to: to.insert("woningblok", [{"project_uuid": uuid, "naam": "A", "aantal": 3}]))
    heard = set()
    while told := listening.wait(0.5):
        heard |= told
    assert heard == {"project", "woningblok"}
    listening.close()


@pytest.mark.parametrize("engine", ["postgis"], indirect=True)
def test_a_colleague_on_the_same_plan_is_shown_and_goes_by_himself(windows, place, monkeypatch):
    from diwi_qgis.store.postgis import listening

    (uuid,) = write(place, lambda to: to.insert("project", [PLAN]))
    one = windows()
    one.edit(naam="Van mij")
    wait_until(lambda: one.session.work == {uuid})
    monkeypatch.setattr(listening, "OURSELVES", "het venster van bea")
    bea = listening.Listening(place)
    bea.at_work([uuid])
    monkeypatch.undo()
    wait_until(lambda: one.session.colleagues)
    (colleague,) = one.session.colleagues
    assert isinstance(colleague, Colleague) and (colleague.user, colleague.plan) == ("beheerder", uuid)
    assert len(one.messages.told) == 1 and "beheerder" in one.messages.told[0]
    # Bea's window crashed: nobody renews her line.
    with bea._database.transaction():
        bea._database.execute(
            "UPDATE aanwezig SET tijd = tijd - interval '1 hour' WHERE sessie = 'het venster van bea'"
        )
    bea.close()
    one.news._company.work_on([])
    wait_until(lambda: not one.session.colleagues)


@pytest.mark.parametrize("engine", ["postgis"], indirect=True)
def test_after_a_lost_connection_everything_is_looked_at_again(place, postgis_server):
    from diwi_qgis.store.postgis.listening import Listening
    from diwi_qgis.store.presence import ALL_TABLES

    listening = Listening(place)
    postgis_server.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%LISTEN%' AND pid <> pg_backend_pid()"
    )
    assert listening.wait(2) == set()
    assert listening.wait(0.1) == ALL_TABLES
    write(place, lambda to: to.insert("project", [PLAN]))
    assert listening.wait(5) == {"project"}
    listening.close()


def test_on_a_shared_folder_the_second_window_looks_on_until_the_first_is_done(windows, place, tmp_path, monkeypatch):
    import shutil
    import subprocess
    import sys
    from pathlib import Path

    from osgeo import gdal

    shared = tmp_path / "OneDrive - Gemeente Testdam" / "register.gpkg"
    shared.parent.mkdir()
    shutil.copyfile(place, shared)
    write(shared, lambda to: to.insert("project", [PLAN]))
    program = "import sys; from diwi_qgis.store import open_register; r = open_register(sys.argv[1], write=True); print(1, flush=True); sys.stdin.readline(); r.close()"
    one = windows(shared)
    layer = one.layers["project"]
    assert gdal.GetConfigOption("OGR_SQLITE_JOURNAL") == "DELETE"
    with subprocess.Popen(
        [sys.executable, "-c", program, str(shared)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as other:
        other.stdout.readline()
        began = time.monotonic()
        wait_until(layer.readOnly)
        assert time.monotonic() - began < 4
        assert len(one.messages.told) == 1 and "OneDrive" not in one.messages.told[0]
        assert not layer.startEditing()
        other.stdin.write(b"\n")
        other.stdin.close()
    wait_until(lambda: not layer.readOnly())
    assert len(one.messages.told) == 2
    one.edit(naam="Van mij")
    assert shared.read_bytes()[18:20] == b"\x01\x01" and not Path(f"{shared}-wal").exists()
    refused = subprocess.run(
        [sys.executable, "-c", program, str(shared)],
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert refused.returncode and "wordt nu gewijzigd door" in refused.stderr
    assert one.save()
    assert shared.read_bytes()[18:20] == b"\x01\x01"
    subprocess.run(
        [sys.executable, "-c", program, str(shared)],
        stdin=subprocess.DEVNULL,
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
    )
