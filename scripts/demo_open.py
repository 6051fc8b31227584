"""Run inside QGIS by `demo.sh --gui`: opens the register's layers, findings on top, and zooms to the plans."""

import os

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface

LAYERS = {
    "gebied": "Gebieden",
    "perceel": "Percelen",
    "pand": "Panden",
    "project": "Plannen",
    "bevinding": "Bevindingen",
}


def open_register() -> None:
    register = os.environ["DIWI_REGISTER"]
    for table, title in LAYERS.items():
        layer = QgsVectorLayer(f"{register}|layername={table}", title, "ogr")
        if table == "bevinding":
            layer.loadNamedStyle(os.environ["DIWI_FINDINGS_STYLE"])
        QgsProject.instance().addMapLayer(layer)
        if table == "project":
            iface.setActiveLayer(layer)
    iface.zoomToActiveLayer()


QTimer.singleShot(500, open_register)
