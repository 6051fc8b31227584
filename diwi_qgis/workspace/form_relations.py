"""Forms that show children, and two ways in which QGIS 3.22 loses those.

QGIS looks for the relations of a form in the open project, whichever project the form's layer is in, each time a form or a
style is set; a form that is saved after that has lost its children.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Callable

from qgis.core import (
    QgsAttributeEditorContainer,
    QgsAttributeEditorRelation,
    QgsProject,
    QgsRelation,
    QgsVectorLayer,
)


@contextmanager
def lent_to_open_project() -> Iterator[Callable[[QgsProject], None]]:
    """Gives a function that makes the relations of a project known to the open one, which afterwards is as it was."""
    opened = QgsProject.instance()
    manager = opened.relationManager()
    own = manager.relations()

    def lend(project: QgsProject) -> None:
        for relation in project.relationManager().relations().values():
            manager.addRelation(relation)

    blocked = manager.blockSignals(True)
    with QgsProject.blockDirtying(opened):
        try:
            yield lend
        finally:
            for name in manager.relations():
                manager.removeRelation(name)
            for relation in own.values():
                manager.addRelation(relation)
            manager.blockSignals(blocked)


def children_lost(project: QgsProject) -> bool:
    """Whether a form has a place for children and does not know any more which.

    QGIS 3.22 reads layouts before relations, and a legend that follows a map theme makes it set styles at that moment.
    """
    return any(
        not element.name()
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer)
        for element in _elements(layer.editFormConfig().invisibleRootContainer())
    )


@contextmanager
def known_when_read(project: QgsProject, relations: Iterable[QgsRelation]) -> Iterator[None]:
    """Inside, reading a project starts with these relations in place of none."""

    def lend() -> None:
        for relation in relations:
            project.relationManager().addRelation(relation)

    project.cleared.connect(lend)
    try:
        yield
    finally:
        project.cleared.disconnect(lend)


def _elements(parent: QgsAttributeEditorContainer) -> Iterator[QgsAttributeEditorRelation]:
    for element in parent.children():
        if isinstance(element, QgsAttributeEditorRelation):
            yield element
        elif isinstance(element, QgsAttributeEditorContainer):
            yield from _elements(element)
