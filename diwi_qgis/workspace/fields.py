"""The fields of our layers: names, widgets, constraints, defaults, what a copy or a split half gets."""

from __future__ import annotations

from qgis.core import (
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsProject,
    QgsProperty,
    QgsPropertyCollection,
    QgsVectorLayer,
)

from diwi_qgis.compat import Copied, field, set_duplicate_policy, set_split_policy
from diwi_qgis.model.schema import Column, Role
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.workspace.layers import TABLE, find_layer, find_register, in_every_style, our_layers
from diwi_qgis.workspace.lists import Lists
from diwi_qgis.workspace.rules import constrain, default
from diwi_qgis.workspace.widgets import CHOICE, CHOICE_EXPRESSION, choices, widget

#: Custom property of a layer: the columns that were dressed, so that a later run passes over them.
_DRESSED = "diwi/fields"

#: What a copied row or a split half does not take over: another row has it.
_NOT_COPIED = {"uuid": Copied.DEFAULT, "code": Copied.NOTHING, "extern_id": Copied.NOTHING}

#: A split half starts without the programme, which stays with the half that keeps its uuid: no dwelling is counted twice.
_NOT_SPLIT = {("woningblok", "aantal"): Copied.DEFAULT}


def furnish(project: QgsProject) -> None:
    """Dress the fields that were not dressed before, and bring lists and settings of the register into all of them."""
    register = find_register(project)
    if register is None:
        return
    _add_choices(project)
    lists = Lists(register)
    for table, layer in our_layers(project):
        if layer.customProperty(TABLE):
            for _ in in_every_style(layer):
                _dress_new(project, table, layer, lists)
                _refresh(table, layer, lists)


def follow_lists(project: QgsProject) -> bool:
    """Bring value lists and defaults of a project in step with its register; whether there was something to bring.

    Looks at the styles that are shown first, and goes through the others only when one of those lags behind.
    """
    register = find_register(project)
    if register is None:
        return False
    lists = Lists(register)
    ours = [(table, layer) for table, layer in our_layers(project) if layer.customProperty(TABLE)]
    changed = [_refresh(table, layer, lists) for table, layer in ours]
    for table, layer in ours if any(changed) else ():
        for _ in in_every_style(layer):
            _refresh(table, layer, lists)
    if any(changed):
        project.setDirty(True)
    return any(changed)


def _add_choices(project: QgsProject) -> None:
    lists = find_layer(project, "codelijst")
    if lists is not None and lists.fields().indexOf(CHOICE) < 0:
        lists.addExpressionField(CHOICE_EXPRESSION, field(CHOICE, "text"))


def _dress_new(project: QgsProject, table: str, layer: QgsVectorLayer, lists: Lists) -> None:
    dressed = str(layer.customProperty(_DRESSED, "")).split()
    for column in _columns(table, layer):
        if column.name not in dressed:
            _dress(project, table, column, layer, lists)
            dressed.append(column.name)
    for name in set(_engines_own(table, layer)) - set(dressed):
        _hide(layer, name)
        dressed.append(name)
    layer.setCustomProperty(_DRESSED, " ".join(dressed))


def _dress(project: QgsProject, table: str, column: Column, layer: QgsVectorLayer, lists: Lists) -> None:
    index = layer.fields().indexOf(column.name)
    layer.setFieldAlias(index, column.label)
    if column.name == "fid":
        _hide(layer, column.name)
    else:
        layer.setEditorWidgetSetup(index, widget(project, table, column, layer, lists))
    constrain(table, column, layer, lists)
    if column.name in _NOT_COPIED:
        set_split_policy(layer, index, _NOT_COPIED[column.name])
        set_duplicate_policy(layer, index, _NOT_COPIED[column.name])
    if (table, column.name) in _NOT_SPLIT:
        set_split_policy(layer, index, _NOT_SPLIT[table, column.name])
    if column.unit == "cent":
        _show_euros(layer, column)
    if column.role is not Role.USER:
        form = layer.editFormConfig()
        form.setReadOnly(index, True)
        layer.setEditFormConfig(form)
        _hide_in_table(layer, column.name)


def _refresh(table: str, layer: QgsVectorLayer, lists: Lists) -> bool:
    """Value lists and defaults follow the register; a widget that the user replaced by another kind stays.

    Whether one of them was another.
    """
    changed = False
    for column in _columns(table, layer):
        index = layer.fields().indexOf(column.name)
        setup = layer.editorWidgetSetup(index)
        choice = choices(table, column, layer, lists) if setup.type() == "ValueMap" else None
        if choice is not None and setup.config().get("map") != choice:
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {**setup.config(), "map": choice}))
            changed = True
        value = default(table, column, lists)
        if value is not None and layer.defaultValueDefinition(index).expression() != value.expression():
            layer.setDefaultValueDefinition(index, value)
            changed = True
    return changed


def _columns(table: str, layer: QgsVectorLayer) -> list[Column]:
    return [column for column in model_table(table).all_columns if layer.fields().indexOf(column.name) >= 0]


def _engines_own(table: str, layer: QgsVectorLayer) -> list[str]:
    """Columns that are not in the model: on a server every row has copies of the rights on its plan."""
    known = {column.name for column in model_table(table).all_columns} | {CHOICE}
    return [name for name in layer.fields().names() if name not in known]


def _hide(layer: QgsVectorLayer, name: str) -> None:
    layer.setEditorWidgetSetup(layer.fields().indexOf(name), QgsEditorWidgetSetup("Hidden", {}))
    _hide_in_table(layer, name)


def _show_euros(layer: QgsVectorLayer, column: Column) -> None:
    """The label in a form says in euros what is in the field in cents."""
    name, label = QgsExpression.quotedColumnRef(column.name), QgsExpression.quotedString(column.label)
    euros = f"{label} || coalesce(' (€ ' || format_number({name} / 100.0, 2, 'nl') || ')', ' (in eurocent)')"
    properties = QgsPropertyCollection()
    properties.setProperty(QgsEditFormConfig.DataDefinedProperty.Alias, QgsProperty.fromExpression(euros))
    form = layer.editFormConfig()
    form.setDataDefinedFieldProperties(column.name, properties)
    layer.setEditFormConfig(form)


def _hide_in_table(layer: QgsVectorLayer, name: str) -> None:
    """System columns would push what people look for out of sight; the plan code, phase and totals are looked for."""
    if name not in ("code", "fase", "planstatus", "aantal_bouw", "aantal_sloop", "aantal_netto"):
        config = layer.attributeTableConfig()
        config.update(layer.fields())
        places = [place for place, column in enumerate(config.columns()) if column.name == name]
        for place in places:
            config.setColumnHidden(place, True)
        layer.setAttributeTableConfig(config)
