"""Forms that show children: how they stay whole in QGIS 3.22.

It looks for the relations of a form in the open project, whichever project the form's layer is in, each time a form or a
style is set; a form that it did not find them for is stored without. And it reads relations after layers and layouts,
though a legend that follows a map theme already sets styles. So the open project gets to know the relations before. What
a form keeps of them is their id. What QGIS read by itself, from its own menu, is mended afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Callable

from qgis.core import (
    QgsAttributeEditorContainer,
    QgsAttributeEditorElement,
    QgsAttributeEditorRelation,
    QgsMapLayer,
    QgsProject,
    QgsReadWriteContext,
    QgsRelation,
    QgsRelationContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from diwi_qgis.workspace.layers import table_of


def mend(project: QgsProject, document: QDomDocument) -> list[QgsVectorLayer]:
    """Give forms their children that lost them while the open project was read from `document`; gives their layers."""
    nodes = document.elementsByTagName("maplayer")
    context = QgsReadWriteContext()
    context.setPathResolver(project.pathResolver())
    mended = []
    for place in range(nodes.count()):
        node = nodes.at(place)
        layer = project.mapLayer(node.namedItem("id").toElement().text())
        if table_of(layer) is not None and _lost_children(layer.editFormConfig().invisibleRootContainer()):
            layer.readSymbology(node, "", context, QgsMapLayer.StyleCategory.Forms)
            mended.append(layer)
    return mended


def _lost_children(element: QgsAttributeEditorElement) -> bool:
    if isinstance(element, QgsAttributeEditorRelation):
        return not element.relation().isValid()
    return isinstance(element, QgsAttributeEditorContainer) and any(map(_lost_children, element.children()))


@contextmanager
def lent_to_open_project() -> Iterator[Callable[[Iterable[QgsRelation]], None]]:
    """Gives a function that makes relations known to the open project, which afterwards is as it was."""
    opened = QgsProject.instance()
    manager = opened.relationManager()
    own = manager.relations()

    def lend(relations: Iterable[QgsRelation]) -> None:
        for relation in relations:
            manager.addRelation(relation)

    blocked = manager.blockSignals(True)
    with QgsProject.blockDirtying(opened):
        try:
            yield lend
        finally:
            for name in manager.relations():
                manager.removeRelation(name)
            lend(own.values())
            manager.blockSignals(blocked)


@contextmanager
def known_when_read(project: QgsProject, ids: Iterable[str]) -> Iterator[None]:
    """Inside, `project` can be read with forms that know relations of these ids."""
    scratch = QgsProject()
    relations = list(_stand_ins(scratch, ids))
    try:
        if project == QgsProject.instance():
            with _given_when_cleared(project, relations):
                yield
        else:
            with lent_to_open_project() as lend:
                lend(relations)
                yield
    finally:
        scratch.clear()


@contextmanager
def _given_when_cleared(project: QgsProject, relations: Iterable[QgsRelation]) -> Iterator[None]:
    """A project forgets all it has before it is read; the relations that it reads take the place of these."""

    def give() -> None:
        for relation in relations:
            project.relationManager().addRelation(relation)

    project.cleared.connect(give)
    try:
        yield
    finally:
        project.cleared.disconnect(give)


def _stand_ins(scratch: QgsProject, ids: Iterable[str]) -> Iterator[QgsRelation]:
    """Valid relations with these ids, between rows of nothing."""
    layer = QgsVectorLayer("NoGeometry?field=uuid:string", "", "memory")
    scratch.addMapLayer(layer)
    for each in ids:
        relation = QgsRelation(QgsRelationContext(scratch))
        relation.setId(each)
        relation.setReferencingLayer(layer.id())
        relation.setReferencedLayer(layer.id())
        relation.addFieldPair("uuid", "uuid")
        yield relation
