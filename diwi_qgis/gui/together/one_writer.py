"""A register on a shared folder in the window: whoever edits is its one writer, for all others the layers are for looking at."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from osgeo import gdal
from qgis.core import Qgis, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer

from diwi_qgis.errors import DiwiError
from diwi_qgis.gui.page.values import show_moment
from diwi_qgis.gui.window import Window
from diwi_qgis.store.presence import Colleague
from diwi_qgis.store.share import Ground, ground_of, locks_fail
from diwi_qgis.store.write_lock import claim, release
from diwi_qgis.translation import tr
from diwi_qgis.workspace.layers import our_layers

#: Option of GDAL by which QGIS, too, leaves the journal of a GeoPackage as it must be on a share.
_JOURNAL, _ON_DISK = "OGR_SQLITE_JOURNAL", "DELETE"


class OneWriter(QObject):
    """Claims the register as long as a layer of ours is being edited, and gives the layers back when somebody else is done."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window, self._session = window, window.session
        self._claimed: Optional[Path] = None
        self._told: Optional[Colleague] = None
        self._closed: list[QgsVectorLayer] = []
        self._unsafe = False
        self._journal: Optional[str] = None

    def listen(self) -> None:
        """Listen."""
        self._session.registerChanged.connect(self._register_changed)
        self._session.colleaguesChanged.connect(self._look)
        self._session.layersChanged.connect(self._look)
        self._journal = gdal.GetConfigOption(_JOURNAL)
        self._register_changed()

    def stop(self) -> None:
        """Stop listening; everything is as it was."""
        self._session.registerChanged.disconnect(self._register_changed)
        self._session.colleaguesChanged.disconnect(self._look)
        self._session.layersChanged.disconnect(self._look)
        self._open()
        self._let_go()
        gdal.SetConfigOption(_JOURNAL, self._journal)

    @property
    def _path(self) -> Optional[Path]:
        """The register when it is on a shared folder."""
        address = self._session.address
        return address if isinstance(address, Path) and ground_of(address) is not Ground.OWN else None

    def _register_changed(self) -> None:
        self._let_go()
        self._told, self._closed = None, []
        path = self._path
        gdal.SetConfigOption(_JOURNAL, self._journal if path is None else _ON_DISK)
        self._unsafe = path is not None and (ground_of(path) is Ground.UNSAFE or locks_fail(path.parent))
        if self._unsafe:
            self._window.tell(
                tr(
                    "{0} is in a network folder that does not lock files. You can look at it, not change it: two users at a time "
                    "would damage it."
                ).format(path)
            )
        self._look()

    def _look(self) -> None:
        """Close the layers while somebody else writes, and open them again after."""
        writer = next((each for each in self._session.colleagues if each.plan is None), None)
        if writer is not None or self._unsafe:
            self._close()
        else:
            self._open()
        if writer is not None and writer != self._told:
            text = tr("{0} is changing this register now (computer {1}, since {2}); you can look at it.")
            self._window.tell(
                text.format(writer.user, writer.workplace, show_moment(writer.since)), Qgis.MessageLevel.Warning
            )
        elif writer is None and self._told is not None:
            self._window.tell(
                tr("{0} is done: you can change this register again.").format(self._told.user), Qgis.MessageLevel.Info
            )
        self._told = writer

    def _close(self) -> None:
        for _, layer in our_layers(self._session.project):
            if not layer.readOnly() and not layer.isEditable() and layer.setReadOnly(True):
                self._closed.append(layer)

    def _open(self) -> None:
        closed, self._closed = self._closed, []
        for layer in closed:
            if not sip.isdeleted(layer):
                layer.setReadOnly(False)

    # -- while a layer is being edited ------------------------------------------------------------------------------------------

    def began(self, layer: QgsVectorLayer) -> None:
        """Editing of a layer began: it goes on when we are the one writer."""
        if self._path is None or self._claimed is not None:
            return
        try:
            claim(self._path)
        except DiwiError as error:
            self._window.refuse(error)
            QTimer.singleShot(0, layer.rollBack)
        else:
            self._claimed = self._path

    def ended(self) -> None:
        """Editing of a layer ended: when no other is being edited, others may write."""
        if not any(layer.isEditable() for _, layer in our_layers(self._session.project)):
            self._let_go()

    def _let_go(self) -> None:
        claimed, self._claimed = self._claimed, None
        if claimed is not None:
            release(claimed)
