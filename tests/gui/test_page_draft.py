"""A draft keeps what somebody changes: steps back, changes to write, and what others stored in between."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from diwi_qgis.exchange.lists import Eigenschap
from diwi_qgis.gui.page.draft import blank_row, by_uuid, changed_columns
from diwi_qgis.gui.page.plain import from_plain, to_plain
from diwi_qgis.gui.page.plan_draft import EDITED, PlanDraft
from diwi_qgis.gui.page.properties import give, values_of

PLAN, BLOCKS = "plan", ("a", "b")
PROPERTIES = (
    Eigenschap("Bijnaam", "project", "tekst", uuid="e1"),
    Eigenschap("Thema", "project", "categorie", meervoudig=True, uuid="e2"),
    Eigenschap("Kleur", "woningblok", "tekst", uuid="e3"),
)


def stored():
    """The rows of a plan with two blocks, as a register gives them."""
    plan = {**blank_row("project"), "uuid": PLAN, "naam": "Haven", "versie": 1, "start_datum": date(2024, 1, 1)}
    blocks = [
        {**blank_row("woningblok"), "uuid": uuid, "project_uuid": PLAN, "naam": uuid, "aantal": 10, "versie": 1}
        for uuid in BLOCKS
    ]
    parts = [
        {**blank_row("verdeling"), "uuid": f"v{uuid}", "woningblok_uuid": uuid, "kenmerk": "eigendom", "aantal": 4}
        for uuid in BLOCKS
    ]
    return {"project": [plan], "woningblok": blocks, "verdeling": parts}


def draft():
    return PlanDraft(PLAN, stored())


texts = st.sampled_from(["x", "y", "z", None])
numbers = st.integers(min_value=0, max_value=3)


@st.composite
def edits(draw):
    """What somebody may do to a draft, as functions."""

    def set_name(found):
        found.set("project", PLAN, "naam", draw(texts))

    def set_number(found):
        rows = found.rows("woningblok")
        if rows:
            found.set("woningblok", draw(st.sampled_from(rows))["uuid"], "aantal", draw(numbers))

    def add(found):
        found.add("woningblok", project_uuid=PLAN, naam=draw(texts))

    def remove(found):
        rows = found.rows("woningblok")
        if rows:
            found.remove("woningblok", draw(st.sampled_from(rows))["uuid"])

    def duplicate(found):
        rows = found.rows("woningblok")
        if rows:
            found.duplicate("woningblok", draw(st.sampled_from(rows))["uuid"])

    def give_value(found):
        blocks = [row["uuid"] for row in found.rows("woningblok")]
        eigenschap = draw(st.sampled_from(PROPERTIES))
        holders = [PLAN] if eigenschap.object == "project" else blocks
        if holders:
            give(found, eigenschap, draw(st.sampled_from(holders)), draw(st.lists(texts, max_size=3)))

    return draw(st.sampled_from([set_name, set_number, add, remove, duplicate, give_value]))


some_edits = st.lists(edits(), max_size=6)


def apply(changes, tables):
    """What a register does with changes."""
    result = by_uuid(tables, EDITED)
    for name, uuids in changes.deletes.items():
        for uuid in uuids:
            result[name].pop(uuid)
    for name, rows in changes.updates.items():
        for row in rows:
            result[name][row["uuid"]] = {**result[name][row["uuid"]], **row}
    for name, rows in changes.inserts.items():
        for row in rows:
            result[name][row["uuid"]] = {**blank_row(name), **row}
    return {name: list(found.values()) for name, found in result.items()}


def content(tables):
    """What people wrote, without order."""
    return {name: {row["uuid"]: changed_columns(name, None, row) for row in tables[name]} for name in EDITED}


@given(some_edits)
def test_all_steps_back_is_what_was_read(steps):
    found = draft()
    for step in steps:
        step(found)
    while found.can_undo:
        found.undo()
    assert found.tables == draft().tables and not found.changes()


@given(some_edits)
def test_what_is_written_is_what_is_on_the_page(steps):
    found = draft()
    for step in steps:
        step(found)
    assert content(apply(found.changes(), found.base and stored())) == content(found.tables)


@given(some_edits)
def test_a_draft_survives_its_file(steps):
    found = draft()
    for step in steps:
        step(found)
    plain = json.loads(json.dumps(to_plain(found.tables)))
    back = {name: [from_plain(name, row) for row in plain[name]] for name in EDITED}
    assert content(back) == content(found.tables)


@settings(max_examples=300)
@given(some_edits, some_edits)
def test_mine_and_theirs_are_both_there_and_differences_are_asked(mine, theirs):
    my_draft, their_draft = draft(), draft()
    for step in mine:
        step(my_draft)
    for step in theirs:
        step(their_draft)
    now_stored = apply(their_draft.changes(), stored())
    conflicts = my_draft.conflicts(now_stored)
    merged = my_draft.on_top_of(now_stored)
    result = content(apply(merged.changes(), now_stored))
    assert result == content(merged.tables)
    my_content, their_content, base = content(my_draft.tables), content(now_stored), content(draft().tables)
    asked = {(each.table, each.uuid, each.column) for each in conflicts}
    for name in EDITED:
        for uuid, values in result[name].items():
            for column, value in values.items():
                candidates = [found[name][uuid][column] for found in (my_content, their_content) if uuid in found[name]]
                assert value in candidates
                before = base[name].get(uuid, {}).get(column)
                changed_both = len(candidates) == 2 and before not in candidates and candidates[0] != candidates[1]
                assert (name, uuid, column) in asked or not changed_both or uuid not in base[name]
    given_up = my_draft.on_top_of(now_stored)
    given_up.base, given_up._now = my_draft.base, my_draft._now
    given_up.rebase(now_stored, conflicts)
    assert not given_up.conflicts(now_stored)


@given(st.lists(st.tuples(st.sampled_from(PROPERTIES), st.lists(texts, max_size=3)), max_size=5))
def test_a_property_has_the_values_that_it_was_given_last(given_values):
    found, last = draft(), {}
    for eigenschap, values in given_values:
        holder = PLAN if eigenschap.object == "project" else "a"
        give(found, eigenschap, holder, values)
        kept = {value for value in values if value is not None}
        last[eigenschap, holder] = kept if eigenschap.meervoudig else {next(v for v in values if v)} if kept else set()
    for (eigenschap, holder), values in last.items():
        held = values_of(found.rows("eigenschap_waarde"), eigenschap, holder)
        assert set(held) == values and len(held) == len(values)


def test_a_part_without_its_block_does_not_stay():
    mine = draft()
    mine.set("verdeling", "va", "aantal", 9)
    theirs = draft()
    theirs.remove("woningblok", "a")
    merged = mine.on_top_of(apply(theirs.changes(), stored()))
    assert [row["uuid"] for row in merged.rows("verdeling")] == ["vb"]


def test_typing_one_value_is_one_step():
    found = draft()
    for text in ("H", "Ha", "Hav"):
        found.set("project", PLAN, "naam", text)
    found.undo()
    assert found.project["naam"] == "Haven" and not found.can_undo


def test_a_copy_of_a_block_has_its_own_parts():
    found = draft()
    copy = found.duplicate("woningblok", "a")
    assert [row["aantal"] for row in found.rows("verdeling", woningblok_uuid=copy)] == [4]
    assert len({row["uuid"] for row in found.rows("verdeling")}) == 3
