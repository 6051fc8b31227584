"""Plans that are being edited on the map: what they hold there is not stored yet."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest

from diwi_qgis.gui.session import RegisterSession


def plans_edited_on_map(session: RegisterSession) -> set[str]:
    """Uuids of stored plans that have edits in the layer of plans that were not saved."""
    layer = session.layer("project")
    if layer is None or layer not in session.unsaved():
        return set()
    edits = layer.editBuffer()
    fids = {*edits.changedGeometries(), *edits.changedAttributeValues(), *edits.deletedFeatureIds()}
    if not fids:
        return set()
    request = QgsFeatureRequest().setFilterFids(list(fids))
    return {str(feature["uuid"]) for feature in layer.dataProvider().getFeatures(request)}
