"""The relations of the project: every reference between tables that it shows, with an id that never changes."""

from __future__ import annotations

from qgis.core import QgsProject, QgsRelation, QgsVectorLayer

from diwi_qgis.model.schema import Column, OnDelete
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.workspace.layers import our_layers

#: Rows that go with what they are about, and are no part of it: a copy of a plan does not get them.
_REMARKS = ("bevinding",)


def relation_id(table: str, column: str) -> str:
    """Id of the relation along a reference."""
    return f"diwi_{table}_{column}"


def furnish(project: QgsProject) -> None:
    """Add the relations that are not there; one that lost its layer is made anew."""
    shown: dict[str, QgsVectorLayer] = {}
    for table, layer in our_layers(project):
        shown.setdefault(table, layer)
    manager = project.relationManager()
    for table, layer in shown.items():
        for column in model_table(table).parents:
            parent = shown.get(column.references.table) if column.references else None
            known = manager.relation(relation_id(table, column.name))
            if parent is not None and not known.isValid():
                manager.addRelation(_relation(project, table, column, layer.id(), parent.id()))


def _relation(project: QgsProject, table: str, column: Column, child: str, parent: str) -> QgsRelation:
    relation = QgsRelation(project.relationManager().context())
    relation.setId(relation_id(table, column.name))
    relation.setName(f"{model_table(table).label}: {column.label}")
    relation.setReferencingLayer(child)
    relation.setReferencedLayer(parent)
    relation.addFieldPair(column.name, "uuid")
    part = column.references is not None and column.references.on_delete is OnDelete.CASCADE and table not in _REMARKS
    relation.setStrength(QgsRelation.RelationStrength.Composition if part else QgsRelation.RelationStrength.Association)
    return relation
