"""Run inside each of two QGIS windows (`--code`): Anna and Bea edit the same plan on one server; see test_two_windows.py."""

import json
import os
import sys
import time
import traceback
from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QPushButton
from qgis.utils import iface, plugins

OUTPUT, MEET = Path(os.environ["DIWI_OUTPUT"]), Path(os.environ["DIWI_MEET"])
#: Seconds that the other may take: the machine may be busy.
PATIENCE = 90


def wait_for(what, holds):
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end or (MEET / "failed").exists():
            raise TimeoutError(what)
        QTest.qWait(100)


def say(what):
    (MEET / what).touch()


def hear(what):
    wait_for(what, (MEET / what).exists)


def shoot(name):
    QTest.qWait(400)
    assert QApplication.primaryScreen().grabWindow(0).save(str(OUTPUT / f"{name}.png"))


def open_plans():
    """The layer of plans on the map, being edited."""
    from diwi_qgis.store import PostgisAddress
    from diwi_qgis.workspace.layers import new_layer

    address = PostgisAddress(json.loads(os.environ["DIWI_PLACE"]))
    iface.newProject(False)
    layer = new_layer(address, "project", "Plannen")
    assert layer.isValid(), layer.error().message()
    QgsProject.instance().addMapLayer(layer)
    iface.setActiveLayer(layer)
    iface.mapCanvas().setExtent(layer.extent().buffered(150))
    QTest.qWait(500)
    iface.mapCanvas().waitWhileRendering()
    assert layer.startEditing(), (layer.readOnly(), layer.dataProvider().capabilitiesString())
    return layer


def change(layer, **values):
    layer.beginEditCommand("Plan wijzigen")
    (plan,) = layer.getFeatures(QgsFeatureRequest())
    for name, value in values.items():
        assert layer.changeAttributeValue(plan.id(), layer.fields().indexOf(name), value)
    layer.endEditCommand()


def messages():
    return [label.text() for label in iface.messageBar().findChildren(QLabel)] + [
        item.text() for item in iface.messageBar().items() if hasattr(item, "text")
    ]


def bea():
    layer = open_plans()
    say("bea is here")
    change(layer, naam="Havenkwartier Noord", opmerkingen="Overlegd met de ontwikkelaar")
    hear("anna edited")
    iface.actionSaveActiveLayerEdits().trigger()
    assert not layer.isModified()
    say("bea saved")
    hear("anna saved")
    wait_for("what Anna stored", lambda: next(layer.getFeatures())["prioriteit"] == "hoog")
    shoot("twee_vensters_bea")


def anna():
    hear("bea is here")
    layer = open_plans()
    change(layer, naam="Havenkwartier Oost", prioriteit="hoog")
    wait_for("the line about Bea", lambda: any("bea" in text for text in messages()))
    shoot("twee_vensters_samen")
    say("anna edited")
    hear("bea saved")
    seen = []
    watch = QTimer()
    watch.timeout.connect(lambda: answer(seen))
    watch.start(200)
    iface.actionSaveActiveLayerEdits().trigger()  # waits in the dialog until `answer` is done with it
    watch.stop()
    assert seen and not layer.isModified(), (seen, layer.commitErrors())
    say("anna saved")


def answer(seen):
    """Look at the dialog about the conflict, choose hers for the name, and save."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QDialog) or dialog.objectName() != "diwiConflicten" or seen:
        return
    seen.append(
        [[dialog.table.item(row, column).text() for column in range(4)] for row in range(dialog.table.rowCount())]
    )
    shoot("twee_vensters_conflict")
    choice = dialog.findChild(QComboBox, "keuze1")
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    shoot("twee_vensters_gekozen")
    (MEET / "conflict.json").write_text(json.dumps(seen[0]), encoding="utf8")
    QTest.mouseClick(dialog.findChild(QPushButton, "opslaanMetKeuzes"), Qt.MouseButton.LeftButton)


def run():
    window = iface.mainWindow()
    window.move(0, 0)
    window.resize(*(int(part) for part in os.environ["DIWI_SIZE"].split("x")))
    who = os.environ["DIWI_WHO"]
    try:
        assert "diwi_qgis" in plugins
        {"anna": anna, "bea": bea}[who]()
        (MEET / f"{who}.done").touch()
    except BaseException:
        traceback.print_exc()
        say("failed")
        shoot(f"mislukt_{who}")
        sys.stdout.flush()
    finally:
        QTimer.singleShot(0, leave)


def leave():
    for layer in QgsProject.instance().mapLayers().values():
        layer.rollBack()
    QgsProject.instance().clear()
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


QTimer.singleShot(2000, run)
