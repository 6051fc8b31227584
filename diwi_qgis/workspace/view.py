"""Where the map starts, and the places to jump to: municipality and districts as spatial bookmarks."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsBookmark, QgsFeature, QgsProject, QgsRectangle, QgsReferencedRectangle

from diwi_qgis.workspace.layers import find_layer, find_register
from diwi_qgis.workspace.lists import Lists

_ID = "diwi_"

#: The Netherlands, in RD New.
_NETHERLANDS = QgsRectangle(10_000, 306_000, 280_000, 620_000)

#: Empty land around what is shown at the start, as a factor of its size.
_MARGIN = 1.05


def furnish(project: QgsProject) -> None:
    """Renew our bookmarks from the boundaries in the register; the map starts at the municipality."""
    manager = project.bookmarkManager()
    for bookmark in manager.bookmarks():
        if bookmark.id().startswith(_ID):
            manager.removeBookmark(bookmark.id())
    for bookmark in _bookmarks(project):
        manager.addBookmark(bookmark)
    extent = _start(project)
    project.viewSettings().setDefaultViewExtent(extent)
    project.viewSettings().setPresetFullExtent(extent)


def _bookmarks(project: QgsProject) -> Iterator[QgsBookmark]:
    for area in [*_areas(project, "gemeente"), *sorted(_areas(project, "wijk"), key=lambda area: str(area["naam"]))]:
        bookmark = QgsBookmark()
        bookmark.setId(f"{_ID}{area['code']}")
        bookmark.setName(area["naam"])
        bookmark.setGroup("Wijken" if area["soort"] == "wijk" else "Gemeente")
        bookmark.setExtent(_referenced(project, area.geometry().boundingBox()))
        yield bookmark


def _start(project: QgsProject) -> QgsReferencedRectangle:
    """The municipality; without its boundary the plans, without plans the parcels, else the country."""
    extent = QgsRectangle()
    for area in _areas(project, "gemeente"):
        extent.combineExtentWith(area.geometry().boundingBox())
    for table in ("project", "perceel"):
        layer = find_layer(project, table)
        if extent.isEmpty() and layer is not None:
            layer.updateExtents()
            extent = layer.extent()
    if extent.isEmpty():
        extent = _NETHERLANDS
    return _referenced(project, extent.buffered(extent.width() * (_MARGIN - 1)))


def _areas(project: QgsProject, soort: str) -> list[QgsFeature]:
    """The areas of a kind of this municipality, in their newest edition."""
    layer, register = find_layer(project, "gebied"), find_register(project)
    if layer is None or register is None:
        return []
    code = Lists(register).setting("gemeentecode")
    areas = [row for row in layer.getFeatures() if row["soort"] == soort and row["gemeentecode"] == code]
    newest = max((row["jaar"] for row in areas), default=0)
    return [row for row in areas if row["jaar"] == newest and row.hasGeometry()]


def _referenced(project: QgsProject, extent: QgsRectangle) -> QgsReferencedRectangle:
    return QgsReferencedRectangle(extent, project.crs())
