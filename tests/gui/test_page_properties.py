"""Custom properties of plans and blocks on the page: every kind, obligatory or retired, saved with all else or not at all."""

from __future__ import annotations

import pytest
from page_world import child, click, fill, rows, settle, show_dock, write

#: naam, object, soort, and what is not as usual
PROPERTIES = (
    ("Wethouder", "project", "categorie", {"verplicht": True}),
    ("Thema", "project", "categorie", {"meervoudig": True}),
    ("Kans", "project", "rangorde", {}),
    ("Score", "project", "getal", {}),
    ("Gasvrij", "project", "ja_nee", {}),
    ("Bijnaam", "project", "tekst", {"toelichting": "Hoe men het plan in de wandeling noemt."}),
    ("Oud kenmerk", "project", "tekst", {"actief": False}),
    ("Nooit gebruikt", "project", "tekst", {"actief": False}),
    ("Lagen", "woningblok", "getal", {}),
    ("Kleur", "woningblok", "categorie", {"verplicht": True}),
)
OPTIONS = {
    "Wethouder": ("Jansen", "De Vries", "Vertrokken"),
    "Thema": ("Groen", "Water", "Zorg"),
    "Kans": ("laag", "midden", "hoog"),
    "Kleur": ("rood", "wit"),
}


def make_properties(path, plan):
    """The properties with their options, one no longer in use; the plan has a value of each that is retired."""
    from diwi_qgis.store import open_register

    with open_register(path, write=True) as register, register.transaction("beheer") as writer:
        uuids = writer.insert(
            "eigenschap",
            [{"naam": naam, "object": of, "soort": soort, **more} for naam, of, soort, more in PROPERTIES],
        )
        made = dict(zip((naam for naam, *_ in PROPERTIES), uuids))
        writer.insert(
            "codelijst",
            [
                {
                    "lijst": f"eigenschap:{naam}",
                    "code": word,
                    "label": f"{word}!",
                    "volgorde": place,
                    "actief": place < 2,
                }
                if naam == "Wethouder"
                else {"lijst": f"eigenschap:{naam}", "code": word, "label": word, "volgorde": place}
                for naam, words in OPTIONS.items()
                for place, word in enumerate(words)
            ],
        )
        writer.insert(
            "eigenschap_waarde",
            [
                {"eigenschap_uuid": made["Wethouder"], "project_uuid": plan, "tekst": "Vertrokken"},
                {"eigenschap_uuid": made["Oud kenmerk"], "project_uuid": plan, "tekst": "van vroeger"},
            ],
        )
    return made


@pytest.fixture
def plans(register_path):
    return fill(register_path)


@pytest.fixture
def made(register_path, plans):
    return make_properties(register_path, plans[0])


@pytest.fixture
def page(window, register_path, plans, made, tmp_path, monkeypatch):
    """The page with the first plan."""
    from diwi_qgis.gui.page import kept_drafts
    from diwi_qgis.gui.page.project_page import ProjectPage
    from diwi_qgis.workspace.layers import new_layer

    monkeypatch.setattr(kept_drafts, "drafts_folder", lambda: tmp_path / "concepten")
    window.session.project.addMapLayer(new_layer(register_path, "project", "Plannen"))
    part = ProjectPage(window)
    found = show_dock(window, part)
    window.session.choose_plan(plans[0])
    settle()
    yield found
    part.remove()


def stored(path, uuid):
    """Values of a plan or block as they are stored, by name of the property, in order."""
    names = {row["uuid"]: row["naam"] for row in rows(path, "eigenschap").values()}
    found = {}
    for row in rows(path, "eigenschap_waarde").values():
        if uuid in (row["project_uuid"], row["woningblok_uuid"]):
            value = next(row[name] for name in ("tekst", "getal", "ja_nee") if row[name] is not None)
            found.setdefault(names[row["eigenschap_uuid"]], []).append(value)
    return {name: sorted(values) for name, values in found.items()}


def labels(form):
    from qgis.PyQt.QtWidgets import QLabel

    texts = [label.text() for label in form.findChildren(QLabel) if label.buddy()]
    return [text for text in texts if any(naam in text for naam, *_ in PROPERTIES)]


def type_in(editor, text):
    from qgis.PyQt.QtTest import QTest

    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)
    settle()


def tick(editor, code):
    """Open the list and click the box before an entry."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    editor.showPopup()
    settle()
    view = editor.view()
    spot = view.visualRect(editor.model().index(editor.findData(code), 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    editor.hidePopup()
    settle()


def choose(editor, code):
    editor.setCurrentIndex(editor.findData(code))
    editor.activated.emit(editor.currentIndex())
    settle()


def test_active_properties_are_shown_and_retired_ones_only_where_they_are_used(page, window, plans):
    form = page.tabs[0].properties
    assert labels(form) == [
        "Wethouder *",
        "Thema",
        "Kans",
        "Score",
        "Gasvrij",
        "Bijnaam",
        "Oud kenmerk (no longer in use)",
    ]
    window.session.choose_plan(plans[1])
    settle()
    assert labels(form) == ["Wethouder *", "Thema", "Kans", "Score", "Gasvrij", "Bijnaam"]


def test_a_retired_option_stays_where_it_is_and_is_not_offered_anew(page, window, made, plans):
    editor = page.tabs[0].properties.editor(made["Wethouder"])
    assert editor.currentText() == "Vertrokken! (no longer in use)"
    window.session.choose_plan(plans[1])
    settle()
    editor = page.tabs[0].properties.editor(made["Wethouder"])
    assert [editor.itemText(place) for place in range(editor.count())] == ["", "Jansen!", "De Vries!"]


def test_every_kind_is_typed_or_chosen_and_stored_with_the_rest(page, register_path, plans, made):
    form = page.tabs[0].properties
    choose(form.editor(made["Wethouder"]), "Jansen")
    for code in ("Groen", "Zorg"):
        tick(form.editor(made["Thema"]), code)
    choose(form.editor(made["Kans"]), "midden")
    type_in(form.editor(made["Score"]), "1.234,5")
    choose(form.editor(made["Gasvrij"]), True)
    type_in(form.editor(made["Bijnaam"]), "De Punt")
    type_in(child(page.tabs[0], type(form.editor(made["Bijnaam"])), "naam"), "Havenpunt")
    assert stored(register_path, plans[0]) == {"Wethouder": ["Vertrokken"], "Oud kenmerk": ["van vroeger"]}
    click(page, "planOpslaan")
    assert stored(register_path, plans[0]) == {
        "Wethouder": ["Jansen"],
        "Thema": ["Groen", "Zorg"],
        "Kans": ["midden"],
        "Score": [1234.5],
        "Gasvrij": [True],
        "Bijnaam": ["De Punt"],
        "Oud kenmerk": ["van vroeger"],
    }
    assert rows(register_path, "project")[plans[0]]["naam"] == "Havenpunt" and not page.dirty
    assert form.editor(made["Score"]).text() == "1234,5" and form.editor(made["Kans"]).value() == "midden"


def test_a_word_typed_letter_by_letter_is_one_step_back(page, made):
    editor = page.tabs[0].properties.editor(made["Bijnaam"])
    type_in(editor, "De Punt")
    page.undo()
    assert not page.dirty and editor.text() == ""


def test_what_is_no_number_is_told_and_not_taken(page, made):
    form = page.tabs[0].properties
    type_in(form.editor(made["Score"]), "veel")
    assert "⚠ Score" in labels(form) and not page.dirty


def test_an_emptied_retired_property_goes_when_that_is_saved(page, register_path, plans, made):
    form = page.tabs[0].properties
    type_in(form.editor(made["Oud kenmerk"]), "\b")
    form.editor(made["Oud kenmerk"]).clear()
    form.editor(made["Oud kenmerk"]).textEdited.emit("")
    assert any("Oud kenmerk" in text for text in labels(form))
    click(page, "planOpslaan")
    assert not any("Oud kenmerk" in text for text in labels(form))
    assert "Oud kenmerk" not in stored(register_path, plans[0])


def test_an_obligatory_property_is_asked_for_where_the_plan_is_changed(page, window, register_path, plans, made):
    window.session.choose_plan(plans[1])
    settle()
    page.tabs[3].model.add(onderwerp="sociale_huur", omschrijving="Iets anders")
    assert not page._faults, "an agreement is no reason to ask for it"
    page.undo()
    type_in(child(page.tabs[0], type(page.tabs[0].properties.editor(made["Bijnaam"])), "naam"), "Weiland")
    click(page, "planOpslaan")
    assert "Wethouder: must be filled in" in page.notices.text("geweigerd")
    assert rows(register_path, "project")[plans[1]]["naam"] == "Weide"
    click(page.notices, "antwoord1")
    choose(page.tabs[0].properties.editor(made["Wethouder"]), "De Vries")
    click(page, "planOpslaan")
    assert rows(register_path, "project")[plans[1]]["naam"] == "Weiland"
    assert stored(register_path, plans[1]) == {"Wethouder": ["De Vries"]}


def test_properties_of_the_chosen_block(page, register_path, made):
    tab = page.tabs[1]
    page.tab_widget.setCurrentWidget(tab)
    tab._parts.setCurrentWidget(tab._own)
    settle()
    block = tab.blocks.current
    type_in(tab.properties.editor(made["Lagen"]), "4")
    click(page, "planOpslaan")
    assert "Toren, Kleur: must be filled in" in page.notices.text("geweigerd")
    click(page.notices, "antwoord1")
    choose(tab.properties.editor(made["Kleur"]), "rood")
    click(page, "planOpslaan")
    assert stored(register_path, block) == {"Lagen": [4.0], "Kleur": ["rood"]}
    tab.blocks.select(tab.blocks.model.uuid(1))
    assert tab.properties.editor(made["Lagen"]).text() == ""
    tab.blocks.select(block)
    click(tab, "woningblokDuplicate")
    copy = tab.blocks.current
    assert copy != block and tab.properties.editor(made["Kleur"]).value() == "rood"
    click(page, "planOpslaan")
    assert stored(register_path, copy) == {"Lagen": [4.0], "Kleur": ["rood"]}
    tab.blocks.select(block)
    click(tab, "woningblokRemove")
    click(page, "planOpslaan")
    assert stored(register_path, block) == {}


def test_two_people_give_the_same_property_a_value(page, register_path, plans, made):
    from diwi_qgis.exchange.lists import RegisterLists
    from diwi_qgis.gui.page.plan_draft import EDITED, PlanDraft
    from diwi_qgis.gui.page.properties import give
    from diwi_qgis.store import open_register

    with open_register(register_path) as register:
        lists = RegisterLists.read(register)
        base = register.plan_rows(plans[0], EDITED)
    mine, theirs = PlanDraft(plans[0], base), PlanDraft(plans[0], base)
    give(mine, lists.eigenschappen["Bijnaam"], plans[0], ("De Punt",))
    give(theirs, lists.eigenschappen["Bijnaam"], plans[0], ("De Kop",))
    give(mine, lists.eigenschappen["Thema"], plans[0], ("Groen",))
    give(theirs, lists.eigenschappen["Thema"], plans[0], ("Groen", "Water"))
    (conflict,) = mine.conflicts(theirs.tables)
    assert (conflict.column, conflict.base, conflict.mine, conflict.theirs) == ("tekst", None, "De Punt", "De Kop")
    mine.rebase(theirs.tables)
    assert [(name, len(found)) for name, found in mine.changes().updates.items()] == [("eigenschap_waarde", 1)]
    assert not mine.changes().inserts


def test_somebody_elses_value_is_asked_about_in_words(page, register_path, plans, made):
    from test_page import answer_conflict

    (row,) = [row for row in rows(register_path, "eigenschap_waarde").values() if row["tekst"] == "Vertrokken"]
    choose(page.tabs[0].properties.editor(made["Wethouder"]), "Jansen")
    write(register_path, "eigenschap_waarde", {"uuid": row["uuid"], "tekst": "De Vries"})
    seen = answer_conflict("alleMijn")
    click(page, "planOpslaan")
    assert seen[0].startswith("Property Wethouder")
    assert seen[1:] == ["Vertrokken! (no longer in use)", "Jansen!", "De Vries!"]
    assert stored(register_path, plans[0])["Wethouder"] == ["Jansen"]


def test_history_tells_of_properties_and_steps_back(page, register_path, plans, made):
    form = page.tabs[0].properties
    choose(form.editor(made["Wethouder"]), "Jansen")
    type_in(form.editor(made["Score"]), "7")
    click(page, "planOpslaan")
    history = page.tabs[6]
    page.tab_widget.setCurrentWidget(history)
    settle()
    newest = history.tree.topLevelItem(0)
    lines = {newest.child(place).text(0) for place in range(newest.childCount())}
    assert lines == {
        "Property Wethouder: “Vertrokken! (no longer in use)” → “Jansen!”",
        "Property Score: empty → “7”",
    }
    history.tree.setCurrentItem(history.tree.topLevelItem(1))
    settle()
    click(history, "terugNaarMoment")
    click(page, "planOpslaan")
    assert stored(register_path, plans[0]) == {"Wethouder": ["Vertrokken"], "Oud kenmerk": ["van vroeger"]}


# -- the table of plans, and many plans together -------------------------------------------------------------------------


@pytest.fixture
def table(window, register_path, made):
    """The table of plans, with a second plan that has a theme and a score."""
    from qgis.core import QgsSettings

    from diwi_qgis.gui.page.plan_table import PlanTable
    from diwi_qgis.store import open_register
    from diwi_qgis.workspace.layers import new_layer

    (weide,) = (row["uuid"] for row in rows(register_path, "project").values() if row["naam"] == "Weide")
    with open_register(register_path, write=True) as register, register.transaction("anna") as writer:
        values = (("Thema", {"tekst": "Groen"}), ("Thema", {"tekst": "Zorg"}), ("Score", {"getal": 12.5}))
        writer.insert(
            "eigenschap_waarde",
            [{"eigenschap_uuid": made[naam], "project_uuid": weide, **value} for naam, value in values],
        )
    QgsSettings().remove("diwi/plantabel")
    window.session.project.addMapLayer(new_layer(register_path, "project", "Plannen"))
    part = PlanTable(window)
    yield show_dock(window, part)
    part.remove()
    QgsSettings().remove("diwi/plantabel")


def cell(table, naam, column):
    overview = table.model.overview
    return overview.cells[column][[each.text for each in overview.cells["naam"]].index(naam)].text


def test_properties_are_columns_to_choose_and_to_search_in(table, made):
    from test_page_table import add_condition, names, search

    from diwi_qgis.gui.page.plan_filter import AT_LEAST, EMPTY

    overview = table.model.overview
    assert made["Nooit gebruikt"] not in overview.names and made["Oud kenmerk"] in overview.names
    place = overview.names.index(made["Score"])
    assert table.view.isColumnHidden(place) and overview.heads[made["Bijnaam"]].help.startswith("Hoe men")
    assert cell(table, "Weide", made["Thema"]) == "Groen, Zorg" and cell(table, "Weide", made["Score"]) == "12,5"
    assert cell(table, "Havenkwartier", made["Wethouder"]) == "Vertrokken! (no longer in use)"
    search(table, "zorg groen")
    assert names(table) == ["Weide"]
    search(table, "")
    add_condition(table, made["Score"], AT_LEAST, "12,5")
    assert names(table) == ["Weide"]
    add_condition(table, made["Wethouder"], EMPTY, "")
    assert names(table) == ["Weide"]


def bulk(table):
    from diwi_qgis.gui.page.bulk_edit import BulkEdit

    table.view.selectAll()
    return BulkEdit(table._session, table.lists, table.chosen(), table.window())


def results(dialog):
    return {
        dialog.table.item(row, 0).text().split(" (")[0]: tuple(dialog.table.item(row, n).text() for n in (1, 2, 3))
        for row in range(dialog.table.rowCount())
    }


def test_one_value_of_a_property_for_many_plans(table, register_path, plans, made):
    dialog = bulk(table)
    dialog.field.setCurrentIndex(dialog.field.findData(made["Wethouder"]))
    choose(dialog.editor, None)
    assert {result[2] for result in results(dialog).values()} == {"⚠ must be filled in"}
    choose(dialog.editor, "Jansen")
    assert results(dialog) == {
        "Havenkwartier": ("Vertrokken! (no longer in use)", "Jansen!", "changes"),
        "Weide": ("empty", "Jansen!", "changes"),
    }
    dialog.apply()
    assert [stored(register_path, uuid)["Wethouder"] for uuid in plans] == [["Jansen"], ["Jansen"]]


def test_several_values_of_a_property_for_many_plans(table, register_path, plans, made):
    dialog = bulk(table)
    dialog.field.setCurrentIndex(dialog.field.findData(made["Thema"]))
    for code in ("Groen", "Water"):
        tick(dialog.editor, code)
    assert results(dialog)["Weide"] == ("Groen, Zorg", "Groen, Water", "changes")
    dialog.apply()
    assert [stored(register_path, uuid)["Thema"] for uuid in plans] == [["Groen", "Water"], ["Groen", "Water"]]
    assert stored(register_path, plans[1])["Score"] == [12.5]


def test_a_property_that_somebody_gave_meanwhile_is_not_written_over(table, register_path, plans, made):
    from diwi_qgis.store import open_register

    dialog = bulk(table)
    dialog.field.setCurrentIndex(dialog.field.findData(made["Bijnaam"]))
    type_in(dialog.editor, "Alles")
    with open_register(register_path, write=True) as register, register.transaction("bert") as writer:
        writer.insert(
            "eigenschap_waarde", [{"eigenschap_uuid": made["Bijnaam"], "project_uuid": plans[0], "tekst": "Van Bert"}]
        )
    dialog.apply()
    assert "Somebody else changed" in dialog.summary.text()
    assert stored(register_path, plans[0])["Bijnaam"] == ["Van Bert"] and "Bijnaam" not in stored(
        register_path, plans[1]
    )
