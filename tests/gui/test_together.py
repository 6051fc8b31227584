"""Two people edit the same rows: through real layers of QGIS, on both engines."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path

import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diwi_qgis.errors import DiwiError, RegisterError
from diwi_qgis.rules.merging import Side

SQUARE = shapely.MultiPolygon([shapely.box(155000, 463000, 155100, 463100)])
PLAN = {"naam": "Weide", "start_datum": dt.date(2024, 1, 1), "eind_datum": dt.date(2034, 1, 1), "geom": SQUARE}


def moved(east):
    return shapely.affinity.translate(SQUARE, east)


class Someone:
    """A window of one person: the layers, and a commit check that answers by `choose` (None: not now)."""

    def __init__(self, place, *tables):
        from qgis.core import QgsProject

        from diwi_qgis.gui.session import RegisterSession
        from diwi_qgis.gui.together.commit_check import CommitCheck
        from diwi_qgis.workspace.layers import new_layer

        self.project = QgsProject()
        self.layers = {name: new_layer(place, name, name) for name in tables or ("project",)}
        self.project.addMapLayers(list(self.layers.values()))
        self.session = RegisterSession(self.project)
        self.asked, self.told = [], []
        self.choose = lambda conflict: pytest.fail(f"asked {conflict}")
        self.checks = [
            CommitCheck(self.session, layer, name, self._ask, self.told.append, self._refuse)
            for name, layer in self.layers.items()
        ]
        for each in self.checks:
            each.listen()
        self.refused = []

    def _refuse(self, error: DiwiError):
        self.refused.append(error.text.nl)

    def _ask(self, meeting, conflicts):
        self.asked += conflicts
        choices = {each.key: self.choose(each) for each in conflicts}
        return None if None in choices.values() else choices

    def edit(self, which="Weide", table="project", /, **changes):
        from qgis.core import QgsGeometry

        layer = self.layers[table]
        if not layer.isEditable():
            assert layer.startEditing()
        fid = self.fid(which, table)
        for name, value in changes.items():
            if name == "geom":
                layer.changeGeometry(fid, QgsGeometry.fromWkt(value.wkt))
            else:
                layer.changeAttributeValue(fid, layer.fields().indexOf(name), value)

    def delete(self, naam="Weide", table="project"):
        layer = self.layers[table]
        layer.startEditing()
        layer.deleteFeature(self.fid(naam, table))

    def fid(self, naam, table="project"):
        return next(each.id() for each in self.layers[table].getFeatures() if each["naam"] == naam)

    def save(self, table="project", stop=True):
        from qgis.PyQt.QtWidgets import QApplication

        done = self.layers[table].commitChanges(stop)
        QApplication.processEvents()
        return done

    def close(self):
        from qgis.PyQt.QtWidgets import QApplication

        if not self.checks:
            return
        for layer in self.layers.values():
            if layer.isEditable():
                layer.rollBack()
        for each in self.checks:
            each.stop()
        self.session.stop()
        self.checks, self.layers = [], {}
        self.project.clear()
        QApplication.processEvents()


@pytest.fixture
def office(place, qgis_app):
    """The register with one plan, and a function that opens a window on it."""
    windows = []

    def come(*tables):
        windows.append(Someone(place, *tables))
        return windows[-1]

    come.place = place
    come.uuid = write(place, lambda to: to.insert("project", [PLAN]))[0]
    yield come
    for each in windows:
        each.close()


def write(place, what):
    from diwi_qgis.store import open_register

    with open_register(place, write=True) as register, register.transaction("bea") as to:
        return what(to)


def stored(place, uuid, table="project"):
    from diwi_qgis.store import open_register

    with open_register(place) as register:
        return register.rows_now(table, [uuid]).get(uuid)


def left_over(place):
    from diwi_qgis.store import open_register

    with open_register(place) as register:
        return len(register.read("verwacht"))


def test_other_fields_of_one_plan_go_together_and_it_is_told(office):
    anna, bea = office(), office()
    anna.edit(naam="Grote weide", geom=moved(50))
    bea.edit(in_programmering=True)
    assert bea.save() and anna.save()
    row = stored(office.place, office.uuid)
    assert (row["naam"], row["in_programmering"]) == ("Grote weide", True)
    assert shapely.from_wkb(bytes.fromhex(row["geom"])).equals(moved(50))
    assert len(anna.told) == 1 and anna.asked == bea.asked == bea.told == []
    assert left_over(office.place) == 0


@pytest.mark.parametrize("side", [Side.MINE, Side.THEIRS], ids=lambda side: side.value)
def test_the_same_field_is_asked_and_the_choice_is_stored(office, side):
    anna, bea = office(), office()
    anna.edit(naam="Van Anna", in_programmering=True)
    bea.edit(naam="Van Bea")
    assert bea.save()
    anna.choose = lambda conflict: side
    assert anna.save()
    (conflict,) = anna.asked
    assert (conflict.column, conflict.base, conflict.mine, conflict.theirs) == ("naam", "Weide", "Van Anna", "Van Bea")
    row = stored(office.place, office.uuid)
    assert row["naam"] == {Side.MINE: "Van Anna", Side.THEIRS: "Van Bea"}[side]
    assert row["in_programmering"] is True


def test_both_moved_the_area(office):
    anna, bea = office(), office()
    anna.edit(geom=moved(50))
    bea.edit(geom=moved(90))
    assert bea.save()
    anna.choose = lambda conflict: Side.THEIRS
    assert anna.save()
    assert [each.column for each in anna.asked] == ["geom"]
    assert shapely.from_wkb(bytes.fromhex(stored(office.place, office.uuid)["geom"])).equals(moved(90))


def test_not_now_saves_nothing_and_keeps_every_edit(office):
    anna, bea = office(), office()
    write(office.place, lambda to: to.insert("project", [{**PLAN, "naam": "Haven"}]))
    anna.layers["project"].startEditing()
    anna.edit(naam="Van Anna")
    anna.edit("Haven", geom=moved(70))
    from qgis.core import QgsFeature, QgsGeometry

    new = QgsFeature(anna.layers["project"].fields())
    new["naam"], new["vertrouwelijkheid"] = "Nieuw", "openbaar"
    new["start_datum"], new["eind_datum"] = "2024-01-01", "2030-01-01"
    new.setGeometry(QgsGeometry.fromWkt(moved(500).wkt))
    assert anna.layers["project"].addFeature(new)
    bea.edit(naam="Van Bea")
    assert bea.save()
    anna.choose = lambda conflict: None
    before = stored(office.place, office.uuid)
    assert not anna.save()
    layer = anna.layers["project"]
    assert layer.isEditable() and layer.isModified()
    assert {each["naam"] for each in layer.getFeatures()} == {"Van Anna", "Haven", "Nieuw"}
    assert stored(office.place, office.uuid) == before and left_over(office.place) == 0
    anna.choose = lambda conflict: Side.MINE
    assert anna.save()
    assert stored(office.place, office.uuid)["naam"] == "Van Anna"
    assert {each["naam"] for each in layer.getFeatures()} == {"Van Anna", "Haven", "Nieuw"}


@pytest.mark.parametrize("side", [Side.MINE, Side.THEIRS], ids=lambda side: side.value)
def test_i_delete_what_they_edited(office, side):
    anna, bea = office(), office()
    anna.delete()
    bea.edit(naam="Van Bea")
    assert bea.save()
    anna.choose = lambda conflict: side
    assert anna.save()
    (conflict,) = anna.asked
    assert conflict.column is None and conflict.mine is None and conflict.theirs["naam"] == "Van Bea"
    row = stored(office.place, office.uuid)
    assert (row is None) if side is Side.MINE else (row["naam"] == "Van Bea")


@pytest.mark.parametrize("side", [Side.MINE, Side.THEIRS], ids=lambda side: side.value)
def test_i_edit_what_they_deleted(office, side):
    anna, bea = office(), office()
    anna.edit(naam="Van Anna", in_programmering=True)
    bea.delete()
    assert bea.save()
    anna.choose = lambda conflict: side
    assert anna.save(), anna.layers["project"].commitErrors()
    (conflict,) = anna.asked
    assert conflict.column is None and conflict.theirs is None
    row = stored(office.place, office.uuid)
    if side is Side.THEIRS:
        assert row is None
    else:
        assert (row["naam"], row["in_programmering"]) == ("Van Anna", True)
        assert shapely.from_wkb(bytes.fromhex(row["geom"])).equals(SQUARE)


def test_both_deleted_it(office):
    anna, bea = office(), office()
    write(office.place, lambda to: to.insert("project", [{**PLAN, "naam": "Haven"}]))
    anna.delete()
    anna.edit("Haven", in_programmering=True)
    bea.delete()
    assert bea.save() and anna.save()
    assert anna.asked == [] and stored(office.place, office.uuid) is None


def test_what_triggers_derive_is_no_conflict(office):
    anna = office()
    anna.edit(naam="Van Anna")
    write(office.place, lambda to: to.insert("woningblok", [{"project_uuid": office.uuid, "naam": "A", "aantal": 7}]))
    assert stored(office.place, office.uuid)["aantal_bouw"] == 7
    assert anna.save() and anna.asked == anna.told == []


def test_blocks_and_other_tables_too(office):
    write(office.place, lambda to: to.insert("woningblok", [{"project_uuid": office.uuid, "naam": "A", "aantal": 7}]))
    anna, bea = office("woningblok"), office("woningblok")
    anna.edit("A", "woningblok", aantal=9)
    bea.edit("A", "woningblok", aantal=11)
    assert bea.save("woningblok")
    anna.choose = lambda conflict: Side.MINE
    assert anna.save("woningblok")
    assert [(each.column, each.base, each.mine, each.theirs) for each in anna.asked] == [("aantal", 7, 9, 11)]
    assert stored(office.place, office.uuid)["aantal_bouw"] == 9


def test_between_the_look_and_the_commit_the_database_refuses(office, monkeypatch):
    """Somebody stores in the instant after the tickets were written."""
    from diwi_qgis.store.register import Register

    anna = office()
    anna.edit(naam="Van Anna", geom=moved(30))
    hand_in, slipped_in = Register.hand_in, []

    def and_then_somebody(self, found):
        found = list(found)
        hand_in(self, found)
        if found:
            monkeypatch.setattr(Register, "hand_in", hand_in)
            monkeypatch.setattr("diwi_qgis.store.tickets.OURSELVES", "iemand anders")
            with suppress(RegisterError):
                write(office.place, lambda to: to.update("project", [{"uuid": office.uuid, "naam": "Ertussen"}]))
                slipped_in.append("Ertussen")
            monkeypatch.undo()

    monkeypatch.setattr(Register, "hand_in", and_then_somebody)
    done = anna.save()
    row = stored(office.place, office.uuid)
    if isinstance(office.place, Path):  # who comes in between is refused
        assert done and row["naam"] == "Van Anna" and slipped_in == []
        return
    assert not done and row["naam"] == slipped_in.pop()
    assert shapely.from_wkb(bytes.fromhex(row["geom"])).equals(SQUARE)
    assert anna.layers["project"].isModified()


@pytest.mark.slow
def test_a_register_that_cannot_be_asked_holds_everything_back(office):
    from diwi_qgis.store import PostgisAddress

    if isinstance(office.place, PostgisAddress):
        pytest.skip("a file that somebody else is writing")
    import sqlite3
    import time
    from contextlib import closing

    from qgis.PyQt.QtWidgets import QApplication

    anna = office()
    anna.edit(naam="Van Anna")
    with closing(sqlite3.connect(office.place)) as other:
        other.execute("BEGIN IMMEDIATE")
        anna.save()
        other.rollback()
    assert len(anna.refused) == 1 and "in gebruik" in anna.refused[0]
    deadline = time.monotonic() + 20
    while not anna.layers["project"].isModified() and time.monotonic() < deadline:
        QApplication.processEvents()
    assert [each["naam"] for each in anna.layers["project"].getFeatures()] == ["Van Anna"]
    assert stored(office.place, office.uuid)["naam"] == "Weide"
    assert anna.layers["project"].isModified() and anna.save()
    assert stored(office.place, office.uuid)["naam"] == "Van Anna"


VALUES = {
    "naam": st.sampled_from(["Weide", "Haven", "Kade"]),
    "in_programmering": st.sampled_from([None, True, False]),
    "opmerkingen": st.sampled_from([None, "x", "y"]),
    "geom": st.sampled_from([SQUARE, moved(10), moved(20)]),
}
SIDE_EDITS = st.one_of(st.just(None), st.fixed_dictionaries({}, optional=VALUES))


@pytest.mark.slow
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(mine=SIDE_EDITS, theirs=SIDE_EDITS, chosen=st.sampled_from(list(Side)))
def test_no_update_is_lost_whatever_both_do(office, mine, theirs, chosen):
    """The row becomes what the rule of merging says, field by field; None is a deletion."""
    place, base = office.place, {"naam": "Weide", "in_programmering": None, "opmerkingen": None, "geom": SQUARE}
    (uuid,) = write(place, lambda to: to.insert("project", [{**PLAN, **base}]))
    anna = office()
    fid = next(each.id() for each in anna.layers["project"].getFeatures() if each["uuid"] == uuid)
    anna.fid = lambda _naam, _table: fid
    anna.choose = lambda conflict: chosen
    anna.layers["project"].startEditing()
    anna.delete() if mine is None else anna.edit(**mine)
    if theirs is None:
        write(place, lambda to: to.delete("project", [uuid]))
    elif theirs:
        write(place, lambda to: to.update("project", [{"uuid": uuid, **theirs}]))
    assert anna.save(), anna.layers["project"].commitErrors()
    row = stored(place, uuid)
    assert simple(row, base) == expected(base, mine, theirs, chosen)
    anna.close()


def simple(row, base):
    if row is None:
        return None
    row = {**row, "geom": shapely.from_wkb(bytes.fromhex(row["geom"]))}
    return {name: row[name] for name in base}


def expected(base, mine, theirs, chosen):
    did = {
        side: None if edit is None else {name: value for name, value in edit.items() if value != base[name]}
        for side, edit in ((Side.MINE, mine), (Side.THEIRS, theirs))
    }
    gone = [side for side, edit in did.items() if edit is None]
    if len(gone) == 2:
        return None
    if gone:
        (kept,) = set(did) - set(gone)
        stays = bool(did[kept]) and chosen is kept
        return {**base, **did[kept]} if stays else None
    winner, loser = (did[chosen], did[Side.THEIRS if chosen is Side.MINE else Side.MINE])
    return {**base, **loser, **winner}
