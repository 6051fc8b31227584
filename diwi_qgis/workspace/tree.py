"""Which tables the QGIS project of a register shows, in which group and under which name."""

from __future__ import annotations

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsLayerTreeGroup, QgsProject, QgsVectorLayer

from diwi_qgis.model.tables import EPSG
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store.address import Address
from diwi_qgis.workspace.layers import TABLE, first_time, new_layer, our_layers

#: Group in the layer tree -> table -> name of its layer. Names are Dutch: they are data of the project, as in the model.
GROUPS: dict[str, dict[str, str]] = {
    "Plannen": {"bevinding": "Bevindingen", "project": "Plannen", "perceel_koppeling": "Percelen van plannen"},
    "Programma": {"woningblok": "Woningblokken", "verdeling": "Verdelingen", "oplevering": "Opleveringen"},
    "Planning": {
        "mijlpaal": "Mijlpalen",
        "afspraak": "Afspraken",
        "knelpunt": "Knelpunten",
        "document": "Documenten",
        "actie": "Acties",
    },
    "Basisregistraties": {"perceel": "Percelen", "pand": "Panden", "gebied": "Gemeente en buurten"},
    "Achtergrond": {},
    "Beheer": {
        "eigenschap_waarde": "Waarden van maatwerkeigenschappen",
        "eigenschap": "Maatwerkeigenschappen",
        "codelijst": "Codelijsten",
        "prijsklasse": "Prijsklassen",
    },
}

#: Tables that come from elsewhere: their rows are replaced by loading them again, never edited.
SOURCES = tuple(GROUPS["Basisregistraties"])

_HIDDEN = ("perceel_koppeling",)
_FOLDED = ("Programma", "Planning", "Beheer")


def furnish(project: QgsProject, register: Address) -> None:
    """Add the groups and layers that are not there, each layer in its group."""
    if first_time(project, "tree"):
        project.setTitle("DIWI")
        project.setFilePathStorage(Qgis.FilePathType.Relative)
        project.setCrs(QgsCoordinateReferenceSystem.fromEpsgId(EPSG))
    present = {table for table, _ in our_layers(project)}
    for name, tables in GROUPS.items():
        group = _group(project, name)
        for table, title in tables.items():
            if table not in present:
                _add(project, group, _layer(register, table, title))


def _group(project: QgsProject, name: str) -> QgsLayerTreeGroup:
    root = project.layerTreeRoot()
    group = root.findGroup(name)
    if group is None:
        group = root.addGroup(name)
        group.setExpanded(name not in _FOLDED)
    return group


def _add(project: QgsProject, group: QgsLayerTreeGroup, layer: QgsVectorLayer) -> None:
    project.addMapLayer(layer, False)
    node = group.addLayer(layer)
    node.setExpanded(False)
    node.setItemVisibilityChecked(layer.customProperty(TABLE) not in _HIDDEN)


def _layer(register: Address, table: str, title: str) -> QgsVectorLayer:
    layer = new_layer(register, table, title)
    metadata = layer.metadata()
    metadata.setIdentifier(table)
    metadata.setTitle(title)
    metadata.setAbstract(model_table(table).help)
    metadata.setLanguage("NLD")
    layer.setMetadata(metadata)
    layer.setReadOnly(table in SOURCES)
    return layer


def title_of(table: str) -> str:
    """The name of a table's layer."""
    return next(tables[table] for tables in GROUPS.values() if table in tables)
