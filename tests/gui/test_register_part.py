"""The first minutes: making a register, opening one, and being told why one cannot be opened."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from register_world import button, find, wait_for

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("own_recents")]


def test_a_new_register_is_made_and_opened(part, window, desk, tmp_path):
    find(desk, "diwiNewRegisterAction").trigger()
    dialog = find(desk, "diwiNewRegister")
    assert not button(dialog, "Ok").isEnabled() and button(dialog, "Ok").toolTip()
    find(desk, "diwiNewRegisterMunicipality").setEditText("0221")
    assert find(desk, "diwiNewRegisterProvince").currentText() == "Gelderland"
    suggested = Path(find(desk, "diwiNewRegisterFile").filePath())
    assert suggested.name == "woningbouw_doesburg.gpkg"
    path = tmp_path / "Doesburg's plannen.gpkg"
    find(desk, "diwiNewRegisterFile").setFilePath(str(path))
    button(dialog, "Ok").click()
    wait_for(lambda: window.session.address is not None)
    assert window.session.address == path
    with window.session.read() as register:
        assert [register.setting(key) for key in ("gemeentecode", "gemeente", "provincie")] == [
            "0221",
            "Doesburg",
            "Gelderland",
        ]
    assert desk.said() == []
    assert find(desk, "diwiNewRegisterAction").isEnabled()


def test_the_dialog_says_what_is_missing(part, desk, tmp_path):
    find(desk, "diwiNewRegisterAction").trigger()
    dialog, hint = find(desk, "diwiNewRegister"), find(desk, "diwiNewRegisterHint")
    file = find(desk, "diwiNewRegisterFile")
    said = [hint.text()]
    find(desk, "diwiNewRegisterMunicipality").setEditText("Nieuwstad (1999)")
    said.append(hint.text())
    find(desk, "diwiNewRegisterProvince").setCurrentText("Drenthe")
    (tmp_path / "is er al.gpkg").touch()
    for name in ("", "register.txt", "nergens/a.gpkg", "is er al.gpkg"):
        file.setFilePath(str(tmp_path / name) if name else "")
        said.append(hint.text())
    assert "" not in said and len(set(said)) == len(said)
    file.setFilePath(str(tmp_path / "nieuw.gpkg"))
    assert hint.text() == "" and button(dialog, "Ok").isEnabled()
    assert dialog.parameters["MUNICIPALITY_CODE"] == "1999" and dialog.parameters["MUNICIPALITY"] == "Nieuwstad"
    dialog.reject()


def test_a_choice_of_file_is_not_overruled_by_another_municipality(part, desk, tmp_path):
    find(desk, "diwiNewRegisterAction").trigger()
    box, file = find(desk, "diwiNewRegisterMunicipality"), find(desk, "diwiNewRegisterFile")
    box.setEditText("Ede")
    assert Path(file.filePath()).name == "woningbouw_ede.gpkg"
    box.setEditText("Epe")
    assert Path(file.filePath()).name == "woningbouw_epe.gpkg"
    file.setFilePath(str(tmp_path / "eigen.gpkg"))
    box.setEditText("Ede")
    assert Path(file.filePath()).name == "eigen.gpkg"
    find(desk, "diwiNewRegister").reject()


def test_a_register_without_a_project_gets_one_when_it_is_opened(part, window, register_path):
    from diwi_qgis.gui.register.recent import recent_registers

    part.open(register_path)
    assert window.session.address == register_path
    assert window.session.layer("project") is not None and window.session.layer("woningblok") is not None
    assert recent_registers() == [register_path]


def test_unsaved_work_is_asked_about_first(part, window, desk, register_path):
    desk.may_leave = False
    part.open(register_path)
    assert desk.asked_to_save == 1 and window.session.address is None


@pytest.fixture
def next_version(monkeypatch):
    """A plugin that is one schema further than the registers of this test."""
    import diwi_qgis.gui.register.admission as ours
    import diwi_qgis.store.admission as theirs
    from diwi_qgis.model.tables import SCHEMA_VERSION
    from diwi_qgis.store.migrate import Migration, upgrade_register

    step = Migration(SCHEMA_VERSION + 1, "proef", ("CREATE TABLE proef (id INTEGER PRIMARY KEY)",))
    for module in (ours, theirs):
        monkeypatch.setattr(module, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(upgrade_register, "__defaults__", (None, (step,)))


def answer(desk, choice):
    from qgis.PyQt.QtWidgets import QMessageBox

    question = desk.window.findChildren(QMessageBox, "diwiUpgradeQuestion")[-1]
    question.button(getattr(QMessageBox.StandardButton, choice)).click()
    return question


def test_an_older_register_is_upgraded_after_asking(part, window, desk, register_path, next_version):
    part.open(register_path)
    assert window.session.address is None
    assert register_path.name in answer(desk, "No").text() and window.session.address is None
    part.open(register_path)
    answer(desk, "Yes")
    wait_for(lambda: window.session.address is not None)
    (said,) = desk.said()
    (copy,) = set(register_path.parent.glob("*.gpkg")) - {register_path}
    assert copy.name in said


def test_an_upgrade_that_fails_says_why_and_opens_nothing(part, window, desk, register_path, next_version):
    with closing(sqlite3.connect(register_path)) as file:
        file.execute("CREATE TABLE proef (een_ander INTEGER)")
        file.commit()
    part.open(register_path)
    answer(desk, "Yes")
    wait_for(desk.said)
    assert "proef" in desk.said()[0] and window.session.address is None


def spoil(path, how):
    if how == "niets":
        path.unlink()
    elif how == "tekst":
        path.write_text("geen register")
    else:
        with closing(sqlite3.connect(path)) as file:
            if how == "nieuwer":
                file.execute("UPDATE schema_versie SET versie = versie + 1")
            else:
                file.execute("DROP TABLE schema_versie")
            file.commit()


@pytest.mark.parametrize("how", ["niets", "tekst", "nieuwer", "andere geopackage"])
def test_what_is_no_register_is_refused_and_the_open_project_stays(part, window, desk, register_path, tmp_path, how):
    good = tmp_path / "goed.gpkg"
    shutil.copyfile(register_path, good)
    part.open(good)
    spoil(register_path, how)
    part.open(register_path)
    assert window.session.address == good and desk.asked_to_save == 1
    (said,) = desk.said()
    assert register_path.name in said


def test_a_register_that_may_not_be_changed_is_opened_to_look(part, window, desk, register_path, monkeypatch):
    import diwi_qgis.store.admission as admission
    from diwi_qgis.errors import RegisterError

    part.open(register_path)

    def refuse(path):  # the tests run as an administrator, who may write whatever the file says
        raise RegisterError("alleen-lezen", "read-only")

    monkeypatch.setattr(admission, "_check_writable", refuse)
    monkeypatch.setattr("os.access", lambda *_: False)
    part.open(register_path)
    assert window.session.address == register_path
    (said,) = desk.said()
    assert register_path.name in said


def test_recent_registers_are_offered_in_menu_and_button(part, window, desk, register_path, tmp_path):
    other = tmp_path / "a & b.gpkg"
    shutil.copyfile(register_path, other)
    part.open(register_path)
    part.open(other)
    menu = find(desk, "diwiRecentRegisters")
    assert menu.menuAction() in window.menu.actions()
    menu.aboutToShow.emit()
    assert [action.data() for action in menu.actions()] == [str(other), str(register_path)]
    menu.actions()[1].trigger()
    assert window.session.address == register_path
    window.session.project.clear()
    register_path.unlink()
    menu.aboutToShow.emit()
    assert [action.data() for action in menu.actions()] == [str(other)]
