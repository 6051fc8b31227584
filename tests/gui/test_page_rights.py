"""What is open on the page of a plan is what the database lets that user write, role by role; and who is removed is out at once."""

from __future__ import annotations

from datetime import date

import pytest
from page_world import child, click, settle, show_dock

from diwi_qgis.model.rights import BEHEERDER, GEBRUIKER, NIVEAUS, ROLLEN, Actie
from diwi_qgis.store.people import set_user

#: Table with a grid of its own on the page -> a new row below a plan or block.
ADD = {
    "woningblok": "INSERT INTO woningblok (project_uuid, naam, aantal) VALUES (%s, 'nieuw', 1)",
    "verdeling": "INSERT INTO verdeling (woningblok_uuid, kenmerk, categorie, aantal) VALUES (%s, 'eigendom', 'onbekend', 1)",
    "oplevering": "INSERT INTO oplevering (woningblok_uuid, datum, aantal) VALUES (%s, '2028-01-01', 1)",
    "mijlpaal": "INSERT INTO mijlpaal (project_uuid, soort, gepland) VALUES (%s, 'oplevering', '2028-01-01')",
    "afspraak": "INSERT INTO afspraak (project_uuid, onderwerp, omschrijving) VALUES (%s, 'overig', 'x')",
    "knelpunt": "INSERT INTO knelpunt (project_uuid, soort) VALUES (%s, 'x')",
    "document": "INSERT INTO document (project_uuid, titel, pad) VALUES (%s, 'x', 'y.pdf')",
}
GRIDS = tuple(ADD)


@pytest.fixture
def open_as(window, tmp_path, monkeypatch):
    """The page with a plan, as the user of a role sees it: `open_as(world, rol, plan)`."""
    from diwi_qgis.gui.page import kept_drafts
    from diwi_qgis.gui.page.project_page import ProjectPage
    from diwi_qgis.workspace.layers import new_layer

    monkeypatch.setattr(kept_drafts, "drafts_folder", lambda: tmp_path / "concepten")
    parts = []

    def show(world, rol, plan):
        project = window.session.project
        if not parts or parts[-1][0] != rol:
            project.clear()
            project.addMapLayer(new_layer(world.address_of(rol), "project", "Plannen"))
        if not parts:
            parts.append((rol, ProjectPage(window)))
            show_dock(window, parts[-1][1])
        parts[-1] = (rol, parts[-1][1])
        window.session.choose_plan(plan.uuid)
        settle()
        return parts[-1][1].dock.widget()

    yield show
    for _, part in parts:
        part.remove()


def new_value(column, row, lists, other):
    """A value for a column of a plan that the register takes and that is not what it was."""
    from diwi_qgis.exchange.words import choices
    from diwi_qgis.model.schema import Kind

    now = row[column.name]
    if column.references:
        return other
    if column.kind is Kind.DATE:
        return date(2024, 2, 2) if column.name == "start_datum" else date(2033, 3, 3)
    if column.kind is Kind.BOOLEAN:
        return not now
    options = choices(column, row, lists)
    if options:
        return next(code for code in reversed(list(options)) if code != now)  # the most open level: the plan stays seen
    return 3 if column.kind in (Kind.INTEGER, Kind.REAL) else "7"


def cases(world, rol):
    """A plan of one's own and of others, at levels of confidentiality that make a difference."""
    own = rol if rol in world.groups else GEBRUIKER
    return [world.plan(NIVEAUS[0], own), world.plan(NIVEAUS[1], own), *(world.plan(NIVEAUS[n]) for n in (1, -1))]


@pytest.mark.parametrize("rol", ROLLEN)
def test_a_field_is_open_when_the_database_takes_it_and_closed_with_a_reason_when_not(world, open_as, rol):
    shown = 0
    with world.session(rol) as session:
        for plan in cases(world, rol):
            page = open_as(world, rol, plan)
            seen = bool(session.rows("SELECT 1 FROM project WHERE uuid = %s", plan.uuid))
            assert (page.draft is not None) == seen, (plan.level, plan.own)
            if seen:
                shown += 1
                bare = next(each for each in world.bare if (each.level, each.own) == (plan.level, plan.own))
                check_fields(session, page, plan, bare.uuid)
                check_levels(session, page, plan)
                for table in GRIDS:
                    check_grid(session, page, table, plan)
    assert (shown > 0) == (rol != BEHEERDER)


def check_fields(session, page, plan, other):
    from qgis.PyQt.QtWidgets import QWidget

    from diwi_qgis.gui.page.fields_tab import groups
    from diwi_qgis.model.tables import table as model_table

    for column in [model_table("project").column(name) for _, names in groups() for name in names]:
        editor = child(page.tabs[0], QWidget, column.name)
        value = new_value(column, page.draft.project, page._known_lists, other)
        statement = f"UPDATE project SET {column.name} = %s WHERE uuid = %s"
        taken, said = session.attempt(statement, value, plan.uuid)
        assert editor.isEnabledTo(page.tabs[0]) == taken, (column.name, plan.level, plan.own, said)
        assert taken or " may not " in editor.toolTip()


def check_levels(session, page, plan):
    """Each level of confidentiality can be chosen when the database takes it."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QComboBox

    editor = child(page.tabs[0], QComboBox, "vertrouwelijkheid")
    for place in range(editor.count()):
        code, open_ = editor.itemData(place), editor.model().item(place).isEnabled() and editor.isEnabled()
        if code not in (None, plan.level):
            statement = "UPDATE project SET vertrouwelijkheid = %s WHERE uuid = %s"
            assert session.succeeds(statement, code, plan.uuid) == open_, (code, plan.level, plan.own)
            assert open_ or not editor.isEnabled() or editor.itemData(place, Qt.ItemDataRole.ToolTipRole)


def check_grid(session, page, table, plan):
    """Cells and buttons of a grid on the page against a row of that table."""
    from qgis.PyQt.QtCore import QItemSelectionModel, Qt
    from qgis.PyQt.QtWidgets import QTableView, QToolButton

    where = "woningblok_uuid" if table in ("verdeling", "oplevering") else "project_uuid"
    parent = plan.block if where == "woningblok_uuid" else plan.uuid
    rows = session.rows(f"SELECT uuid FROM {table} WHERE {where} = %s", parent)
    view = child(page, QTableView, f"{table}Grid")
    model, add, remove = (
        view.model(),
        child(page, QToolButton, f"{table}Add"),
        child(page, QToolButton, f"{table}Remove"),
    )
    assert model.rowCount() == len(rows)
    if not rows:  # the file of a plan, to who sees its programme only
        assert not add.isEnabled() and not remove.isEnabled()
        return
    view.selectionModel().select(model.index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    editable = bool(model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable)
    one = f"WHERE uuid = '{rows[0][0]}'"
    assert editable == session.succeeds(f"UPDATE {table} SET uuid = uuid {one}"), table
    if table != "woningblok":  # its parts, which the page takes away first, hold it
        assert remove.isEnabled() == session.succeeds(f"DELETE FROM {table} {one}"), table
    assert add.isEnabled() == session.succeeds(ADD[table], parent), table
    assert add.isEnabled() or " may not " in add.toolTip()


def test_a_member_who_is_removed_loses_access_at_once_with_one_message(world, window, open_as):
    """While the page is open and filled in: what was typed stays, and the register says in one sentence why it is not stored."""
    from qgis.PyQt.QtWidgets import QLabel, QLineEdit

    from diwi_qgis.store import open_register

    page = open_as(world, GEBRUIKER, world.plan("openbaar", GEBRUIKER))
    child(page.tabs[0], QLineEdit, "eigenaar").setText("Bouwer")
    child(page.tabs[0], QLineEdit, "eigenaar").textEdited.emit("Bouwer")
    settle()
    assert page.dirty

    def active(yes):
        with open_register(world.address, write=True) as register:
            set_user(register, world.login(GEBRUIKER), f"De {GEBRUIKER}", GEBRUIKER, actief=yes)

    active(False)
    try:
        click(page, "planOpslaan")
        said = [label.text() for label in page.notices.findChildren(QLabel, "tekst") if label.isVisible()]
        assert len(said) == 1 and "Nothing was saved." in said[0] and "may not be read by you" in said[0]
        assert page.draft.project["eigenaar"] == "Bouwer"
        window.session.rights.forget()
        assert "you are no longer a user" in window.session.rights.why_not((Actie.WIJZIGEN,), [page.draft.uuid])
    finally:
        active(True)
