"""Background maps of others under the plans: added, saved and opened without one request, so that offline nothing waits.

A layer of provider `wms` asks its server for the capabilities as soon as it is made, and again whenever the project is
opened: behind a proxy or without a network every such layer can hold QGIS for a minute. What QGIS needs to know of a
service of ours is known (resources/diensten.json), so the layer carries its capabilities itself, in a `data:` address.
The first request is then the first picture, made by QGIS' own network stack with its proxy, certificates and time limits.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Template
from typing import Any, Optional
from urllib.parse import quote

from qgis.core import (
    QgsBlockingNetworkRequest,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsSettings,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from diwi_qgis.errors import InputError
from diwi_qgis.model.tables import EPSG
from diwi_qgis.paths import resource
from diwi_qgis.sources.services import SETTING, Dienst, background, own_file, service, services
from diwi_qgis.store.address import file_of
from diwi_qgis.workspace.layers import find_register, to_furnish
from diwi_qgis.workspace.lists import Lists

#: Custom property of a background layer: the key of its service.
SERVICE = "diwi/dienst"

GROUP = "Achtergrond"

#: Tables with copies of registers of others, and a service each can come from: the sources to name are the same.
_COPIES = {"perceel": "percelen_wfs", "pand": "panden_wfs", "gebied": "gemeenten_wfs"}

#: How long a server may take before it counts as unreachable, in milliseconds.
_PATIENCE = 5000

#: Extent of the Dutch tiling scheme (Nederlandse richtlijn tiling), metres per pixel of its level 0, and the levels.
_TILES_LEFT, _TILES_TOP, _RESOLUTION, _LEVELS = -285401.92, 903401.92, 3440.64, 15

#: Metres per pixel for which a scale denominator is meant (WMTS).
_PIXEL = 0.00028


def furnish(project: QgsProject) -> None:
    """Add the background maps that the project does not have yet, all hidden but the first.

    Raises:
        InputError: the functional manager's file of services cannot be used; see `sources.services`.
    """
    there = {layer.customProperty(SERVICE) for layer in project.mapLayers().values()} - {None}
    group = _group(project)
    own = _own_file(project)
    shown = background(own)
    for entry in shown:
        if entry.sleutel not in there:
            layer = new_layer(entry)
            project.addMapLayer(layer, False)
            # Each above the former: the first of the file, a picture that covers all, lies at the bottom.
            node = group.insertLayer(0, layer)
            node.setExpanded(False)
            node.setItemVisibilityChecked(not there and entry is shown[0])
    for table, layer in to_furnish(project, "background"):
        if table in _COPIES:
            _attribute(layer, service(_COPIES[table], own))
    if not there:
        _show_attribution(project)


def shown_at_first(project: QgsProject) -> Optional[QgsMapLayer]:
    """The background of themes and layouts: the lowest in the group; None when the user removed all."""
    layers = _group(project).findLayers()
    return layers[-1].layer() if layers else None


def unreachable(project: QgsProject, layers: Iterable[QgsMapLayer]) -> Iterator[QgsMapLayer]:
    """Those of the background layers whose server gives no answer at all; each server is asked once."""
    known = services(_own_file(project))
    answers: dict[str, bool] = {}
    for layer in layers:
        entry = known.get(layer.customProperty(SERVICE))
        if entry is None:
            continue
        server = QUrl(entry.adres).authority()
        if server not in answers:
            answers[server] = _answers(entry.adres)
        if not answers[server]:
            yield layer


def _answers(address: str) -> bool:
    request = QNetworkRequest(QUrl(address))
    request.setTransferTimeout(_PATIENCE)
    asking = QgsBlockingNetworkRequest()
    asking.get(request, True)
    return asking.reply().attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute) is not None


def new_layer(entry: Dienst) -> QgsRasterLayer:
    """The layer of a service of kind ``wms`` or ``wmts``; makes no request.

    Raises:
        InputError: a WMTS with another tiling scheme than the Dutch one.
    """
    tiles, crs = entry.soort == "wmts", f"EPSG:{EPSG}"
    # A WMS draws its layers in the order of the request; QGIS asks for those of a source from the last to the first.
    names = entry.laag.split(",")[::-1]
    uri = {
        "contextualWMSLegend": "0",
        "crs": crs,
        "format": _format(entry),
        **({"tileMatrixSet": crs} if tiles else {}),
        "url": f"data:text/xml,{quote(_capabilities(entry, names), safe='=')}",
    }
    parts = [*uri.items(), *(("layers", name) for name in names), *(("styles", _style(entry)) for _ in names)]
    source = "&".join(f"{key}={quote(value, safe=':/=')}" for key, value in parts)
    layer = QgsRasterLayer(source, entry.titel, "wms")
    layer.setCustomProperty(SERVICE, entry.sleutel)
    _attribute(layer, entry)
    return layer


def _attribute(layer: QgsMapLayer, source: Dienst) -> None:
    """Whom to name, shown in the map window and on prints, and under which licence."""
    rights = f"{layer.name()}: {source.bronvermelding}, {source.licentie}"
    layer.setAttribution(rights)
    metadata = layer.metadata()
    metadata.setRights([rights])
    metadata.setLicenses([source.licentie])
    layer.setMetadata(metadata)


def _capabilities(entry: Dienst, names: list[str]) -> str:
    """What the server would answer to GetCapabilities, as far as QGIS needs it (resources/capabilities)."""
    values = {
        "title": html.escape(entry.titel),
        "address": html.escape(entry.adres),
        "sign": "&amp;" if "?" in entry.adres else "?",
        "crs": f"EPSG:{EPSG}",
        "format": _format(entry),
        "style": _style(entry),
        "names": [html.escape(name) for name in names],
    }
    return _wmts(entry, values) if entry.soort == "wmts" else _wms(values)


def _wms(values: dict[str, Any]) -> str:
    layer = '<Layer queryable="1"><Name>{0}</Name><Title>{0}</Title></Layer>'
    return _filled("wms.xml", layers="".join(layer.format(name) for name in values["names"]), **values)


def _wmts(entry: Dienst, values: dict[str, Any]) -> str:
    if entry.opties.get("matrixset", values["crs"]) != values["crs"]:
        raise InputError(
            f"Dienst '{entry.sleutel}': alleen de Nederlandse tegelindeling (matrixset {values['crs']}) wordt getoond.",
            f"Service '{entry.sleutel}': only the Dutch tiling scheme (matrixset {values['crs']}) can be shown.",
        )
    matrices = "".join(_matrix(level) for level in range(_LEVELS))
    suffix = {"image/jpeg": "jpeg"}.get(values["format"], "png")
    return _filled("wmts.xml", matrices=matrices, suffix=suffix, name=values["names"][0], **values)


def _matrix(level: int) -> str:
    denominator = _RESOLUTION / 2**level / _PIXEL
    return (
        f"<TileMatrix><ows:Identifier>{level}</ows:Identifier><ScaleDenominator>{denominator!r}</ScaleDenominator>"
        f"<TopLeftCorner>{_TILES_LEFT} {_TILES_TOP}</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight>"
        f"<MatrixWidth>{2**level}</MatrixWidth><MatrixHeight>{2**level}</MatrixHeight></TileMatrix>"
    )


def _filled(file: str, **values: Any) -> str:
    return Template(resource("capabilities", file).read_text(encoding="utf8")).substitute(values)


def _format(entry: Dienst) -> str:
    return entry.opties.get("formaat", "image/png")


def _style(entry: Dienst) -> str:
    return entry.opties.get("stijl", "")


def _own_file(project: QgsProject) -> Optional[Path]:
    """The functional manager's own file with services."""
    register = find_register(project)
    if register is None:
        return None
    organisation = QgsSettings().value(f"diwi/{SETTING}", type=str)
    return own_file(file_of(register), Lists(register).setting(SETTING), organisation)


def _group(project: QgsProject) -> QgsLayerTreeGroup:
    root = project.layerTreeRoot()
    return root.findGroup(GROUP) or root.addGroup(GROUP)


def _show_attribution(project: QgsProject) -> None:
    """The sources of what is shown, in a corner of the map window."""
    credits = "array_foreach(@map_layer_ids, try(array_to_string(layer_property(@element, 'attribution'), ', '), ''))"
    sources = f"[% array_to_string(array_distinct(array_filter({credits}, @element <> '')), '  |  ') %]"
    for key, value in (("Enabled", True), ("Label", sources), ("Placement", 3), ("MarginH", 1), ("MarginV", 1)):
        project.writeEntry("CopyrightLabel", f"/{key}", value)
