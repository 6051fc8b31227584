"""How the layers look: one file per way of looking (resources/styles), plans with a named style for each.

What the user made of a layer stays: a named style that is there already, and a layer that was styled before, are left alone.
"""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer

from diwi_qgis.paths import resource
from diwi_qgis.workspace.layers import find_layer, to_furnish

#: Named styles of the layer of plans, the first one shown at first: name and file.
PLAN_STYLES = (
    ("Status", "project_status"),
    ("Fase", "project_fase"),
    ("Woningen", "project_woningen"),
    ("Vertraging", "project_vertraging"),
    ("Vertrouwelijkheid", "project_vertrouwelijkheid"),
    ("Bevindingen", "project_bevindingen"),
    ("Factsheet", "project_factsheet"),
)

#: Tables with one look.
SINGLE_STYLES = ("woningblok", "perceel", "perceel_koppeling", "pand", "gebied", "bevinding")


def furnish(project: QgsProject) -> None:
    """Give every layer of ours its look, where it has none yet.

    To be done after all else that is set on layers: a named style holds the form and the rest of its layer too.
    """
    for table, layer in to_furnish(project, "styles"):
        if table in SINGLE_STYLES:
            _load(layer, table)
    plans = find_layer(project, "project")
    if plans is not None:
        _add_plan_styles(plans)


def _add_plan_styles(plans: QgsVectorLayer) -> None:
    manager = plans.styleManager()
    before = manager.currentStyle()
    missing = [(name, file) for name, file in PLAN_STYLES if name not in manager.styles()]
    for name, file in missing:
        manager.addStyleFromLayer(name)
        manager.setCurrentStyle(name)
        _load(plans, file)
    if len(missing) == len(PLAN_STYLES):
        manager.setCurrentStyle(PLAN_STYLES[0][0])
        manager.removeStyle(before)
    else:
        manager.setCurrentStyle(before)


def _load(layer: QgsVectorLayer, file: str) -> None:
    layer.loadNamedStyle(str(resource("styles", f"{file}.qml")), False, _look())


def _look() -> QgsMapLayer.StyleCategories:
    kinds = QgsMapLayer.StyleCategory
    look = QgsMapLayer.StyleCategories()
    for kind in (kinds.Symbology, kinds.Labeling, kinds.Rendering):
        look |= kind
    return look
