"""What the page lets through is what the register takes: the checks in words are no weaker than the database."""

from __future__ import annotations

import shutil
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page_world import fill

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.write_changes import write_changes
from diwi_qgis.gui.page.checks import faults
from diwi_qgis.gui.page.plan_draft import PlanDraft
from diwi_qgis.model.schema import Kind
from diwi_qgis.model.tables import table
from diwi_qgis.store import open_register

LISTS = RegisterLists.defaults()

VALUES = {
    Kind.TEXT: st.none() | st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12) | st.just("x" * 300),
    Kind.INTEGER: st.none() | st.integers(min_value=-5, max_value=100_000_005),
    Kind.REAL: st.none() | st.floats(min_value=-5, max_value=500),
    Kind.BOOLEAN: st.none() | st.booleans(),
    Kind.DATE: st.none() | st.dates(min_value=date(1850, 1, 1), max_value=date(2250, 1, 1)),
}


@st.composite
def rows(draw, name):
    """Values for every column of a table that people write; codes come from their list."""
    values = {}
    for column in table(name).user_columns:
        if column.references:
            continue
        options = LISTS.opties.get(column.codelijst or "")
        values[column.name] = draw(st.none() | st.sampled_from(sorted(options)) if options else VALUES[column.kind])
    if name == "verdeling":
        values["kenmerk"] = draw(st.sampled_from(["eigendom", "woningtype"]))
    return values


PARTS = ("project", "woningblok", "verdeling", "oplevering", "mijlpaal", "afspraak", "knelpunt", "document")


@pytest.fixture(scope="module")
def world(_empty_register, tmp_path_factory):
    path = tmp_path_factory.mktemp("wereld") / "register.gpkg"
    shutil.copyfile(_empty_register, path)
    return path, fill(path)[1]


class _Enough(Exception):  # noqa: N818 - takes back what was tried
    """Nothing of it is to stay."""


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_what_passes_the_page_is_stored(world, data):
    path, plan = world
    name = data.draw(st.sampled_from(PARTS))
    values = data.draw(rows(name))
    with open_register(path, write=True) as register:
        draft = PlanDraft(plan, register.plan_rows(plan))
        if name == "project":
            for column, value in values.items():
                draft.set("project", plan, column, value)
        else:
            block = draft.rows("woningblok")[0]["uuid"]
            part = name in ("verdeling", "oplevering")
            draft.add(name, **({"woningblok_uuid": block} if part else {"project_uuid": plan}), **values)
        if faults(draft, LISTS):
            return
        with pytest.raises(_Enough), register.transaction("test") as write:
            write_changes(write, draft.changes())
            raise _Enough


def test_what_was_wrong_already_does_not_stand_in_the_way(world):
    """Imported data may hold too much; changing something else must be possible."""
    path, plan = world
    with open_register(path) as register:
        found = register.plan_rows(plan)
    block = found["woningblok"][0]["uuid"]
    found["oplevering"] = [
        {"uuid": "o", "woningblok_uuid": block, "datum": date(2030, 1, 1), "aantal": 99, "gerealiseerd": False}
    ]
    draft = PlanDraft(plan, found)
    draft.set("project", plan, "opmerkingen", "iets")
    assert faults(draft, LISTS) == []
    draft.set("woningblok", block, "naam", "anders")
    assert [fault.uuid for fault in faults(draft, LISTS)] == [block]
