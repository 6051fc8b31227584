"""Forms, as QGIS shows them: widgets, lists, children, what they demand and fill in by themselves."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from diwi_qgis.model.schema import Kind, OnDelete
from diwi_qgis.model.tables import table as model_table

#: Width of a small screen, and of what QGIS puts around a form.
SCREEN, _FRAME = 1366, 40


def layers_of(project):
    from diwi_qgis.workspace.layers import our_layers

    return dict(our_layers(project))


def setup_of(layer, name):
    return layer.editorWidgetSetup(layer.fields().indexOf(name))


def choices_of(layer, name):
    return {value: label for entry in setup_of(layer, name).config()["map"] for label, value in entry.items()}


@pytest.fixture(scope="module")
def opened_once(_stored_once, tmp_path_factory):
    """The project, opened as the window opens it."""
    from qgis.core import QgsProject

    from diwi_qgis.workspace.opening import open_workspace

    path = tmp_path_factory.mktemp("forms") / _stored_once.name
    shutil.copyfile(_stored_once, path)
    assert open_workspace(path)
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def layers(opened_once):
    """Its layers; edits that a test did not save are dropped."""
    yield layers_of(opened_once)
    for layer in layers_of(opened_once).values():
        if layer.isEditable():
            layer.rollBack()


@pytest.fixture
def show(layers, qgis_app):
    """Show the form of a row in a real dialog: `show(table, feature, add=False)`."""
    from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext, QgsGui
    from qgis.PyQt import sip

    if not QgsGui.editorWidgetRegistry().factories():
        QgsGui.editorWidgetRegistry().initEditors()
    dialogs = []

    def open_form(table, feature, add=False):
        layers[table].startEditing()
        dialog = QgsAttributeDialog(layers[table], feature, False, None, True, QgsAttributeEditorContext())
        if add:
            dialog.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
        dialog.resize(SCREEN, 728)
        dialog.show()
        qgis_app.processEvents()
        dialogs.append(dialog)
        return dialog

    yield open_form
    for dialog in dialogs:
        sip.delete(dialog)


def new_row(layer, **values):
    from qgis.core import QgsGeometry, QgsVectorLayerUtils

    numbers = {layer.fields().indexOf(name): value for name, value in values.items()}
    return QgsVectorLayerUtils.createFeature(layer, QgsGeometry(), numbers)


# -- what the project says --------------------------------------------------------------------------------------------


def test_no_list_is_looked_up_in_a_large_table(layers):
    looked_up = {
        (table, field.name())
        for table, layer in layers.items()
        for field in layer.fields()
        if setup_of(layer, field.name()).type() == "ValueRelation"
    }
    assert looked_up == {("verdeling", "categorie")}


def test_every_column_has_the_widget_of_its_kind(layers):
    for table, layer in layers.items():
        for column in model_table(table).all_columns:
            kind = setup_of(layer, column.name).type()
            if column.name == "fid":
                assert kind == "Hidden"
            elif column.codelijst:
                assert kind == "ValueMap"
            elif column.references:
                assert kind == "RelationReference"
            elif column.kind is Kind.DATE:
                assert kind == "DateTime"
                assert setup_of(layer, column.name).config()["display_format"] == "dd-MM-yyyy"
            elif column.kind is Kind.BOOLEAN:
                assert kind == ("CheckBox" if column.required else "ValueMap")


def test_a_code_list_shows_labels_and_an_abandoned_value_only_where_a_row_has_it(stored, read):
    from diwi_qgis.store import open_register
    from diwi_qgis.workspace.build import build_workspace

    with open_register(stored, write=True) as register, register.transaction("test") as write:
        codes = register.read("codelijst")
        types = codes[codes["lijst"] == "plantype"].set_index("code")["uuid"]
        kept, gone = list(types.items())[:2]
        write.update("codelijst", [{"uuid": uuid, "actief": False} for uuid in (kept[1], gone[1])])
        plan = register.read("project")["uuid"][0]
        write.update("project", [{"uuid": plan, "plantype": kept[0]}])
        write.insert("codelijst", [{"lijst": "plantype", "code": "hofje", "label": "Hofje", "volgorde": 99}])
    build_workspace(stored)
    project = read(stored)
    plans = layers_of(project)["project"]
    styles = plans.styleManager().styles()
    assert len(styles) > 1
    for style in styles:  # a list is part of every style of the layer
        plans.styleManager().setCurrentStyle(style)
        offered = choices_of(plans, "plantype")
        assert offered["hofje"] == "Hofje"
        assert offered[kept[0]].endswith("(vervallen)") and list(offered)[-1] == kept[0]
        assert gone[0] not in offered


def test_every_relation_is_valid_and_has_its_own_id(layers):
    from qgis.core import QgsProject, QgsRelation

    from diwi_qgis.workspace.relations import relation_id

    relations = QgsProject.instance().relationManager().relations()
    shown = set(layers)
    for table in shown:
        for column in model_table(table).parents:
            if column.references.table in shown:
                relation = relations.pop(relation_id(table, column.name))
                assert relation.isValid() and relation.fieldPairs() == {column.name: "uuid"}
                part = column.references.on_delete is OnDelete.CASCADE and table != "bevinding"
                strength = QgsRelation.RelationStrength
                assert relation.strength() == (strength.Composition if part else strength.Association)
    assert all(relation.isValid() for relation in relations.values())  # those of the layouts


def test_every_table_that_people_fill_has_a_laid_out_form_with_all_its_fields():
    from diwi_qgis.workspace.layout import layout
    from diwi_qgis.workspace.tree import GROUPS, SOURCES

    for table in {table for tables in GROUPS.values() for table in tables} - {*SOURCES, *GROUPS["Beheer"]}:
        leaves = {leaf for tab in layout(table).tabs for leaf in tab.leaves()}
        fields = {leaf for leaf in leaves if isinstance(leaf, str)}
        user = {column.name for column in model_table(table).user_columns}
        left_out = {"woningblok_uuid", "melding_en"} if table == "bevinding" else set()
        assert user - fields == left_out, table
        assert set(layout(table).conditions) == set(model_table(table).checks), table
        assert {leaf.table for leaf in leaves - fields} <= {table for tables in GROUPS.values() for table in tables}


def test_system_and_derived_columns_cannot_be_written_in_a_form(layers):
    for table in ("project", "woningblok", "mijlpaal"):
        config = layers[table].editFormConfig()
        for column in model_table(table).all_columns:
            index = layers[table].fields().indexOf(column.name)
            assert config.readOnly(index) == (column.role.value != "user"), column.name


# -- forms on the screen ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "table",
    ["project", "woningblok", "verdeling", "oplevering", "mijlpaal", "afspraak", "knelpunt", "document", "actie"],
)
def test_a_form_fits_a_small_screen(show, layers, table):
    from qgis.PyQt.QtWidgets import QScrollArea

    areas = show(table, new_row(layers[table]), add=True).findChildren(QScrollArea)
    assert areas and max(area.widget().minimumSizeHint().width() for area in areas) <= SCREEN - _FRAME


def test_the_plan_form_has_its_tabs_and_lists_the_blocks(show, layers, qgis_app):
    from qgis.gui import QgsRelationEditorWidget
    from qgis.PyQt.QtWidgets import QListView, QTabWidget

    dialog = show("project", next(layers["project"].getFeatures("\"naam\" = 'Weide'")))
    tabs = dialog.findChild(QTabWidget)
    names = [tabs.tabText(place) for place in range(tabs.count())]
    assert names[:4] == ["Plan", "Programma", "Planning", "Afspraken"] and names[-1] == "Beheer"
    tabs.setCurrentIndex(1)
    for _ in range(20):
        qgis_app.processEvents()
    blocks = tabs.widget(1).findChild(QgsRelationEditorWidget)
    assert blocks.relation().referencingLayer() == layers["woningblok"]
    assert blocks.findChild(QListView, "mFeatureListView").model().rowCount() == 1


def test_a_new_plan_knows_its_uuid_and_the_settings_of_the_register(layers):
    plan = new_row(layers["project"])
    assert len(plan["uuid"]) == 36
    assert plan["start_datum"].toPyDate() == date.today()
    assert (plan["gemeentecode"], plan["gemeente"], plan["regio"]) == ("9999", "Testdam", "Testregio")
    assert plan["vertrouwelijkheid"] == "intern_ambtelijk"
    block = new_row(layers["woningblok"])
    assert (block["mutatie"], block["aantal"]) == ("bouw", 0)


def test_a_plan_entered_in_the_form_is_saved_with_its_first_block(show, layers):
    from qgis.PyQt.QtCore import QDate
    from qgis.PyQt.QtWidgets import QDialogButtonBox

    dialog = show("project", new_row(layers["project"]), add=True)
    form = dialog.attributeForm()
    ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()  # no name and no end: the database demands both
    form.changeAttribute("naam", "Nieuwe buurt")
    form.changeAttribute("eind_datum", QDate(2001, 1, 1))
    assert not ok.isEnabled()  # ends before it starts
    form.changeAttribute("eind_datum", QDate(2099, 1, 1))
    assert ok.isEnabled()  # the kind of plan, which the province asks for, is still empty
    ok.click()
    (new,) = layers["project"].getFeatures("\"naam\" = 'Nieuwe buurt'")
    uuid = new["uuid"]
    layers["woningblok"].startEditing()
    layers["woningblok"].addFeature(new_row(layers["woningblok"], naam="Blok 1", aantal=7, project_uuid=uuid))
    assert layers["project"].commitChanges() and layers["woningblok"].commitChanges()
    layers["project"].dataProvider().reloadData()
    (plan,) = layers["project"].getFeatures(f"\"uuid\" = '{uuid}'")
    assert plan["code"].startswith("9999-") and plan["aantal_bouw"] == 7


def test_what_the_province_asks_for_is_soft(layers):
    from qgis.core import QgsFieldConstraints

    from diwi_qgis.workspace.layer_sources import register_read
    from diwi_qgis.workspace.lists import Lists
    from diwi_qgis.workspace.rules import asked_by_province

    plans, soft = layers["project"], QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
    not_null = QgsFieldConstraints.Constraint.ConstraintNotNull
    asked = asked_by_province("project", Lists(register_read(plans)))
    assert {"plantype", "planstatus"} <= asked
    for column in model_table("project").all_columns[1:]:
        constraints = plans.fields().field(column.name).constraints()
        demanded = constraints.constraintStrength(not_null) if constraints.constraints() & not_null else None
        assert (demanded == soft) == (column.name in asked and not column.required), column.name
        assert (demanded is None) == (column.name not in asked and not column.required), column.name


def test_a_category_is_chosen_from_the_list_of_its_kenmerk(show, layers, qgis_app):
    from qgis.PyQt.QtWidgets import QComboBox

    def lists(dialog):
        boxes = dialog.findChildren(QComboBox)
        return [{box.itemText(place) for place in range(box.count())} for box in boxes]

    dialog = show("verdeling", next(layers["verdeling"].getFeatures()))
    assert {"Eengezinswoning", "Meergezinswoning"} in lists(dialog)
    dialog.attributeForm().changeAttribute("kenmerk", "grondpositie")
    for _ in range(5):
        qgis_app.processEvents()
    assert {"Eengezinswoning", "Meergezinswoning"} not in lists(dialog)
    assert any("Formele toestemming van grondeigenaar" in labels for labels in lists(dialog))


def test_amounts_in_cents_are_said_in_euros(show, layers, qgis_app):
    from qgis.PyQt.QtWidgets import QLabel

    row = next(layers["verdeling"].getFeatures())
    row["kenmerk"], row["prijs_min"] = "eigendom", 28_000_000
    dialog = show("verdeling", row)
    assert "Prijs vanaf (€ 280.000,00)" in {label.text() for label in dialog.findChildren(QLabel)}
    dialog.attributeForm().changeAttribute("prijs_min", 30_050_000)
    qgis_app.processEvents()
    assert "Prijs vanaf (€ 300.500,00)" in {label.text() for label in dialog.findChildren(QLabel)}


@pytest.mark.parametrize(
    ("table", "values", "column"),
    [
        ("woningblok", {"aantal": -1}, "aantal"),
        ("woningblok", {"oppervlakte_min": 90.0, "oppervlakte_max": 50.0}, "oppervlakte_max"),
        ("verdeling", {"prijs_max": 100}, "prijs_max"),
        ("verdeling", {"kenmerk": "woningtype", "prijs_min": 100}, "kenmerk"),
        ("mijlpaal", {"soort": "start_bouw"}, "gepland"),
        ("project", {"opmerkingen": "x" * 4001}, "opmerkingen"),
        ("document", {"titel": "x" * 256}, "titel"),
    ],
)
def test_a_form_says_what_the_database_would_refuse(layers, table, values, column):
    from qgis.core import QgsVectorLayerUtils

    layer = layers[table]
    row = new_row(layer, **values)
    ok, errors = QgsVectorLayerUtils.validateAttribute(layer, row, layer.fields().indexOf(column))
    assert not ok and errors
