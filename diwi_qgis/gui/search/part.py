"""Search: from a hit in the search box to the place on the map, or to a plan on it."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsFeedback,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsTask,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from diwi_qgis.errors import Cancelled, DiwiError
from diwi_qgis.gui.search.addresses import Addresses
from diwi_qgis.gui.search.filters import AddressFilter, ParcelFilter, PlanFilter
from diwi_qgis.gui.session import named
from diwi_qgis.gui.window import Window, icon
from diwi_qgis.sources.locatieserver import Plek
from diwi_qgis.store.address import Address
from diwi_qgis.store.search import FoundParcel, parcel_called
from diwi_qgis.translation import tr
from diwi_qgis.workspace.layers import new_layer

_RD = "EPSG:28992"
#: Metres of map around a place without an extent, and around anything else as a factor of its size.
_AROUND = 60.0
_MARGIN = 1.3


class SearchPart(QObject):
    """Three filters in the search box of QGIS, and what happens with a chosen result."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.iface.mainWindow())
        self._window, self._session = window, window.session
        self._canvas = window.iface.mapCanvas()
        self._addresses = Addresses()
        self._looking: Optional[_Lookup] = None

    def install(self) -> None:
        """See `Part.install`."""
        self._window.finder(PlanFilter(self._register, self._chosen, icon("diwi")))
        self._window.finder(ParcelFilter(self._register, self._chosen, icon("pick_parcels")))
        self._window.finder(AddressFilter(self._register, self._chosen, icon("diwi"), self._addresses))

    def remove(self) -> None:
        """See `Part.remove`."""
        if self._looking is not None:
            self._looking.found.disconnect(self._looked_up)
            self._looking.cancel()
            self._looking = None
        self.deleteLater()

    def _register(self) -> Optional[Address]:
        return self._session.address

    def _chosen(self, data: dict[str, Any], start_plan: bool) -> None:
        if "plan" in data:
            self._to_plan(data["plan"])
        elif "parcels" in data:
            self._to_parcels(data["parcels"], start_plan)
        else:
            self._to_place(data["place"], start_plan)

    # -- going there ----------------------------------------------------------------------------------------------

    def _to_plan(self, uuid: str) -> None:
        self._session.choose_plan(uuid)
        area = self._area("project", named(uuid))
        if area is None:
            self._window.tell(tr("This plan has no area yet."))
        else:
            self._go(area, QgsRectangle())

    def _to_parcels(self, designations: list[str], start_plan: bool) -> None:
        parcels = [parcel for parcel in map(self._parcel, designations) if parcel is not None]
        wanted = ", ".join(str(parcel.fid) for parcel in parcels)
        area = self._area("perceel", f"$id IN ({wanted})") if parcels else None
        if area is not None:
            self._go(area, QgsRectangle())
        if start_plan and parcels:
            self._session.parcelsOffered.emit([parcel.identificatie for parcel in parcels])
        elif start_plan:
            self._window.tell(tr("Parcel {name} is not in the register.").format(name=", ".join(designations)))

    def _to_place(self, place_id: str, start_plan: bool) -> None:
        """Ask where an address is, without holding up the window."""
        self._looking = _Lookup(self._addresses, place_id, self._register(), start_plan)
        self._looking.found.connect(self._looked_up)
        QgsApplication.taskManager().addTask(self._looking)

    def _looked_up(self) -> None:
        looked, self._looking = self._looking, None
        if looked is None:
            return
        if looked.error is not None:
            self._window.refuse(looked.error)
        elif looked.place is None:
            self._window.tell(tr("This address is not there any more."))
        else:
            place = looked.place
            self._go(QgsGeometry.fromPointXY(QgsPointXY(*place.punt)), QgsRectangle(*place.extent))
            if looked.start_plan:
                self._to_parcels(list(place.percelen), True)

    def _parcel(self, aanduiding: str) -> Optional[FoundParcel]:
        register = self._register()
        return None if register is None else parcel_called(register, aanduiding)

    def _area(self, table: str, condition: str) -> Optional[QgsGeometry]:
        """The area of rows of a table, as the layer in the project has it (edits included)."""
        register = self._register()
        if register is None:
            return None
        layer = self._session.layer(table) or new_layer(register, table, table)
        request = QgsFeatureRequest().setFilterExpression(condition).setNoAttributes()
        areas = [feature.geometry() for feature in layer.getFeatures(request) if feature.hasGeometry()]
        return QgsGeometry.collectGeometry(areas) if areas else None

    def _go(self, what: QgsGeometry, extent: QgsRectangle) -> None:
        """Zoom to a thing (RD New), or to a larger extent around it, and flash it."""
        rd = QgsCoordinateReferenceSystem(_RD)
        around = QgsRectangle(what.boundingBox())
        if not extent.isEmpty():
            around.combineExtentWith(extent)
        around.scale(_MARGIN)
        around.grow(max(0.0, _AROUND - max(around.width(), around.height()) / 2))
        to_map = QgsCoordinateTransform(rd, self._canvas.mapSettings().destinationCrs(), QgsProject.instance())
        self._canvas.setExtent(to_map.transformBoundingBox(around))
        self._canvas.refresh()
        self._canvas.flashGeometries([what], rd)


class _Lookup(QgsTask):
    """Where an address is."""

    found = pyqtSignal()  #: in the main thread, also when it is not

    def __init__(self, addresses: Addresses, place_id: str, register: Optional[Address], start_plan: bool) -> None:
        super().__init__(tr("Find address"), QgsTask.Flag.CanCancel)
        self._addresses, self._id, self._register = addresses, place_id, register
        self._feedback = QgsFeedback()
        self.start_plan = start_plan
        self.place: Optional[Plek] = None
        self.error: Optional[DiwiError] = None

    def run(self) -> bool:
        """See `QgsTask.run`."""
        try:
            self.place = self._addresses.lookup(self._id, self._register, self._feedback)
        except Cancelled:
            return False
        except DiwiError as error:
            self.error = error
        return True

    def cancel(self) -> None:
        """See `QgsTask.cancel`."""
        self._feedback.cancel()
        super().cancel()

    def finished(self, result: bool) -> None:
        """See `QgsTask.finished`."""
        if result:
            self.found.emit()
