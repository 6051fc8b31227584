"""QGIS' own form of a plan: wide enough, steady under the wheel, with help, empty where nothing is filled in."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest
from drawing_world import box, fill
from test_inputs import scroll


@pytest.fixture(scope="module")
def built(qgis_app, _empty_register, tmp_path_factory):
    """A register with a plan, and its project."""
    from qgis.gui import QgsGui

    from diwi_qgis.store import open_register
    from diwi_qgis.workspace.build import build_workspace

    if not QgsGui.editorWidgetRegistry().factories():
        QgsGui.editorWidgetRegistry().initEditors()
    path = tmp_path_factory.mktemp("forms") / "register.gpkg"
    shutil.copyfile(_empty_register, path)
    uuids = fill(path, {"Kade": box(0, 0, 50, 50)})
    with open_register(path, write=True) as register, register.transaction("test") as write:
        write.insert("woningblok", [{"project_uuid": uuids["Kade"], "naam": "A", "aantal": 10}])
        write.insert(
            "mijlpaal", [{"project_uuid": uuids["Kade"], "soort": "start_bouw", "gepland": dt.date(2028, 1, 1)}]
        )
    build_workspace(path)
    return path


@pytest.fixture
def plans(built, register_path, desk, window):
    """The layer of plans of that project, being edited."""
    from qgis.core import QgsProject

    from diwi_qgis.gui.qgis_forms import QgisForms
    from diwi_qgis.workspace.stored import read_project

    shutil.copyfile(built, register_path)
    read_project(QgsProject.instance(), register_path)
    part = QgisForms(window)
    part.install()
    layer = window.session.layer("project")
    layer.startEditing()
    yield layer
    part.remove()
    layer.rollBack()


@pytest.fixture
def form(plans, desk):
    """Its form, as QGIS opens it."""
    from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext
    from qgis.PyQt import sip
    from qgis.PyQt.QtTest import QTest

    context = QgsAttributeEditorContext()
    context.setMapCanvas(desk.canvas)
    dialog = QgsAttributeDialog(plans, next(plans.getFeatures()), False, desk.window, True, context)
    dialog.resize(640, 480)
    dialog.show()
    dialog.activateWindow()
    for _ in range(200):
        if dialog.attributeForm().property("diwiSeen"):
            break
        QTest.qWait(20)
    yield dialog
    sip.delete(dialog)


def field(form, kind, name):
    return next(one for one in form.findChildren(kind) if one.objectName() == name)


def remarks(form):
    from qgis.PyQt.QtWidgets import QPlainTextEdit, QTextEdit

    boxes = form.findChildren((QTextEdit, QPlainTextEdit))
    return next(one for one in boxes if "opmerkingen" in (one.objectName(), one.parentWidget().objectName()))


def test_the_whole_width_is_in_view_on_a_screen_that_has_it(form):
    from qgis.PyQt.QtCore import QPoint
    from qgis.PyQt.QtWidgets import QWidget

    end = field(form, QWidget, "eind_datum")
    there = form.screen().availableGeometry()
    assert form.frameGeometry().right() <= there.right() and form.frameGeometry().bottom() <= there.bottom()
    right = end.mapTo(form, QPoint(end.width(), 0)).x()
    assert right < form.width() or form.frameGeometry().width() >= there.width()
    assert form.width() > 640


def test_scrolling_over_inputs_changes_nothing_also_in_children(form):
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QAbstractSpinBox, QComboBox, QTabWidget

    tabs = form.findChild(QTabWidget)
    seen = 0
    for tab in range(tabs.count()):
        tabs.setCurrentIndex(tab)
        QTest.qWait(50)
        for widget in tabs.widget(tab).findChildren((QComboBox, QAbstractSpinBox)):
            if widget.isVisible() and widget.isEnabled() and not widget.hasFocus():
                value = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
                scroll(widget)
                assert (widget.currentText() if isinstance(widget, QComboBox) else widget.text()) == value
                seen += 1
    assert seen >= 8


def test_labels_explain_their_field(form):
    from qgis.PyQt.QtWidgets import QLabel

    from diwi_qgis.model.tables import table

    label = next(one for one in form.findChildren(QLabel) if one.text().startswith("Vertrouwelijkheid"))
    assert table("project").column("vertrouwelijkheid").help in label.toolTip()
    assert label.toolTip().count(table("project").column("vertrouwelijkheid").help) == 1


def test_an_empty_text_is_shown_empty_and_stays_nothing(form, plans):
    from qgis.core import NULL
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QLineEdit

    box = remarks(form)
    picture = box.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(4, 60) for y in range(4, 20)}
    assert len(colours) == 1, "a word is shown"
    box.setFocus()
    QTest.qWait(20)
    assert box.toPlainText() == ""
    field(form, QLineEdit, "naam").setFocus()
    QTest.qWait(20)
    form.accept()
    feature = next(plans.getFeatures())
    assert feature["opmerkingen"] == NULL and not plans.isModified()


def test_what_is_typed_in_an_empty_text_is_all_there_is(form, plans):
    from qgis.PyQt.QtTest import QTest

    box = remarks(form)
    box.setFocus()
    QTest.keyClicks(box, "Let op")
    form.accept()
    assert next(plans.getFeatures())["opmerkingen"] == "Let op"


def test_forms_of_other_layers_are_left_alone(plans, desk, window):
    from qgis.core import QgsFeature, QgsVectorLayer
    from qgis.gui import QgsAttributeDialog
    from qgis.PyQt import sip
    from qgis.PyQt.QtTest import QTest

    other = QgsVectorLayer("NoGeometry?field=naam:string", "ander", "memory")
    dialog = QgsAttributeDialog(other, QgsFeature(other.fields()), False, desk.window, True)
    dialog.show()
    dialog.activateWindow()
    QTest.qWait(100)
    assert not dialog.attributeForm().property("diwiSeen")
    sip.delete(dialog)


def test_a_project_opened_from_the_menu_of_qgis_keeps_the_children_of_its_forms(built, register_path, desk, window):
    from qgis.core import QgsProject
    from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext
    from qgis.PyQt import sip
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QWidget

    from diwi_qgis.gui.qgis_forms import QgisForms
    from diwi_qgis.workspace.stored import project_uri

    def children():
        config = window.session.layer("project").editFormConfig()
        tabs = config.invisibleRootContainer().children()
        return [one.relation().isValid() for tab in tabs for one in tab.children() if hasattr(one, "relation")]

    part = QgisForms(window)
    part.install()
    path = register_path.parent / "menu" / built.name
    path.parent.mkdir()
    shutil.copyfile(built, path)
    assert QgsProject.instance().read(project_uri(path))
    QTest.qWait(200)
    assert len(children()) == 9 and all(children())
    layer = window.session.layer("project")
    dialog = QgsAttributeDialog(layer, next(layer.getFeatures()), False, desk.window, True, QgsAttributeEditorContext())
    dialog.show()
    QTest.qWait(200)
    assert len([one for one in dialog.findChildren(QWidget) if one.inherits("QgsRelationEditorWidget")]) == 9
    sip.delete(dialog)
    part.remove()
