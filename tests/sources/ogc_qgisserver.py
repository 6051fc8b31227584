"""A real QGIS Server on loopback, with OGC API Features of a layer of parcels."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

BINARY = shutil.which("qgis_mapserver")


def write_project(path: Path, file: Path, title: str = "perceel") -> Path:
    """A project that publishes the layer; its short name, hence the collection, is `title`."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer

    project = QgsProject()
    layer = QgsVectorLayer(f"{file}|layername=perceel", title, "ogr")
    layer.setShortName(title)
    project.addMapLayer(layer)
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    project.writeEntry("WFSLayers", "/", [layer.id()])
    project.writeEntry("WMSCrsList", "/", ["EPSG:28992", "EPSG:4326"])
    project.write(str(path))
    return path


class QgisServer:
    """``with QgisServer(project.qgs) as server``: OGC API Features at `server.url`."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/wfs3"
        self._project = project

    def __enter__(self):
        self._log = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            [str(BINARY), "-p", str(self._project), f"127.0.0.1:{self.port}"], stdout=self._log, stderr=self._log
        )
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
                return self
            except OSError:
                time.sleep(0.1)
        self.__exit__()
        raise TimeoutError("QGIS Server did not start")

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(20)
        self._log.close()
