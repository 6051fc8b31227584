"""The forms of our layers: tabs, groups and the rows below a row, as `forms/*.json` lays them out."""

from __future__ import annotations

from typing import Union

from qgis.core import (
    QgsAttributeEditorContainer,
    QgsAttributeEditorElement,
    QgsAttributeEditorField,
    QgsAttributeEditorRelation,
    QgsEditFormConfig,
    QgsExpression,
    QgsOptionalExpression,
    QgsProject,
    QgsVectorLayer,
)

from diwi_qgis.workspace.layers import TABLE, in_every_style, our_layers
from diwi_qgis.workspace.layout import Children, Group, Layout, layout
from diwi_qgis.workspace.relations import relation_id
from diwi_qgis.workspace.tree import title_of

#: Custom property of a layer: the fields and relations that have had their place in its form.
_PLACED = "diwi/form"

#: What a list of children offers. Opening the first child at once would make every form slower to open.
_CHILDREN = {
    "buttons": "SaveChildEdits|AddChildFeature|DuplicateChildFeature|DeleteChildFeature",
    "show_first_feature": False,
    "allow_add_child_feature_with_no_geometry": True,
}


def furnish(project: QgsProject) -> None:
    """Lay out the forms that have no layout of ours yet, and add to the others what the model has got since."""
    for table, layer in our_layers(project):
        wanted = layout(table)
        if wanted is not None and layer.customProperty(TABLE):
            for _ in in_every_style(layer):
                _lay_out(project, layer, wanted)


def _lay_out(project: QgsProject, layer: QgsVectorLayer, wanted: Layout) -> None:
    placed = str(layer.customProperty(_PLACED, "")).split()
    config = layer.editFormConfig()
    if not placed:
        config.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
        config.clearTabs()
        layer.setDisplayExpression(wanted.title)
    for tab in wanted.tabs:
        new = [leaf for leaf in tab.leaves() if _name(leaf) not in placed]
        _complete(project, layer, config, tab, new)
        placed += [_name(leaf) for leaf in new]
    layer.setEditFormConfig(config)
    layer.setCustomProperty(_PLACED, " ".join(placed))


def _complete(
    project: QgsProject,
    layer: QgsVectorLayer,
    config: QgsEditFormConfig,
    tab: Group,
    new: list[Union[str, Children]],
) -> None:
    """Put what is new of a tab where it belongs: in the tab when the form has it, else in a new tab with all of it."""
    root = config.invisibleRootContainer()
    present = next((element for element in root.children() if element.name() == tab.name), None)
    if present is None and len(new) == len(list(tab.leaves())):
        config.addTab(_container(project, layer, tab, root))
    elif new:
        home = present if isinstance(present, QgsAttributeEditorContainer) else root
        for leaf in new:
            home.addChildElement(_element(project, layer, leaf, home))


def _container(
    project: QgsProject, layer: QgsVectorLayer, group: Group, parent: QgsAttributeEditorElement
) -> QgsAttributeEditorContainer:
    container = QgsAttributeEditorContainer(group.name, parent)
    container.setIsGroupBox(parent.parent() is not None)
    container.setColumnCount(group.columns)
    if group.visible:
        container.setVisibilityExpression(QgsOptionalExpression(QgsExpression(group.visible)))
    for part in group.content:
        container.addChildElement(_element(project, layer, part, container))
    return container


def _element(
    project: QgsProject,
    layer: QgsVectorLayer,
    part: Union[str, Children, Group],
    parent: QgsAttributeEditorElement,
) -> QgsAttributeEditorElement:
    if isinstance(part, Group):
        return _container(project, layer, part, parent)
    if isinstance(part, str):
        return QgsAttributeEditorField(part, layer.fields().indexOf(part), parent)
    element = QgsAttributeEditorRelation(relation_id(part.table, part.column), parent)
    element.init(project.relationManager())
    element.setRelationWidgetTypeId("relation_editor")
    element.setLabel(title_of(part.table))
    element.setRelationEditorConfiguration(_CHILDREN)
    return element


def _name(leaf: Union[str, Children]) -> str:
    return leaf if isinstance(leaf, str) else relation_id(leaf.table, leaf.column)
