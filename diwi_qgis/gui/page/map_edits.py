"""Plans that are being edited on the map: what they hold there is not stored yet."""

from __future__ import annotations

from diwi_qgis.gui.session import RegisterSession


def fids_edited_on_map(session: RegisterSession) -> set[int]:
    """`fid` of the stored plans that have edits in the layer of plans that were not saved.

    Told from the edits alone: reading the layer can fail in the moment that QGIS opens the file for writing.
    """
    layer = session.layer("project")
    if layer is None or layer not in session.unsaved():
        return set()
    edits = layer.editBuffer()
    return {*edits.changedGeometries(), *edits.changedAttributeValues(), *edits.deletedFeatureIds()}
