"""Three-way comparison: nothing of either side is lost, and only what both changed differently is asked."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diwi_qgis.model.schema import Column, Kind, OnDelete, Reference, Table, integer, part_of, text
from diwi_qgis.rules.merging import Conflict, Loose, Side, changes, fields_of, merge

PLAN = Table(
    "project", "Plan", "", (
        text("naam", "Naam"), integer("aantal", "Aantal"),
        Column("hoofdplan_uuid", Kind.TEXT, "Hoofdplan", references=Reference("project", OnDelete.RESTRICT)),
    ),
)  # fmt: skip
BLOCK = Table("woningblok", "Blok", "", (part_of("project", "Plan"), text("naam", "Naam"), integer("aantal", "Aantal")))
PART = Table("verdeling", "Deel", "", (part_of("woningblok", "Blok"), integer("aantal", "Aantal")))
PERMIT = Table(
    "vergunning", "Vergunning", "",
    (Column("project_uuid", Kind.TEXT, "Plan", references=Reference("project", OnDelete.SET_NULL)), text("zaak", "Zaak")),
)  # fmt: skip
LINK = Table(
    "perceel", "Perceel", "", (part_of("project", "Plan"), text("nummer", "Nummer"), integer("deel", "Deel")),
    unique=(("project_uuid", "nummer"),),
)  # fmt: skip
TABLES = (PLAN, BLOCK, PART, PERMIT, LINK)


def plan(naam="p", aantal=1, hoofdplan_uuid=None):
    return {"naam": naam, "aantal": aantal, "hoofdplan_uuid": hoofdplan_uuid}


def block(of, naam="b", aantal=1):
    return {"project_uuid": of, "naam": naam, "aantal": aantal}


def state(**tables):
    return {table.name: tables.get(table.name, {}) for table in TABLES}


def but(original, table, uuid, **values):
    """The state with a row changed, or (without values) removed together with its parts."""
    new = deepcopy(original)
    if values:
        new[table][uuid] = {**new[table].get(uuid, {}), **values}
    else:
        remove(new, table, uuid)
    return new


def remove(here, table, uuid):
    """As the register does: parts go along, other references are emptied."""
    del here[table][uuid]
    for other in TABLES:
        for column in other.parents:
            if column.references.table != table:
                continue
            for key, row in list(here[other.name].items()):
                if key in here[other.name] and row[column.name] == uuid:
                    if column.references.on_delete is OnDelete.CASCADE:
                        remove(here, other.name, key)
                    else:
                        here[other.name][key] = {**row, column.name: None}


BASE = state(
    project={"A": plan("a"), "B": plan("b", hoofdplan_uuid="A")},
    woningblok={"A1": block("A"), "A2": block("A", "b2"), "B1": block("B")},
    verdeling={"A1x": {"woningblok_uuid": "A1", "aantal": 1}},
    vergunning={"V": {"project_uuid": "A", "zaak": "z"}},
    perceel={"P": {"project_uuid": "A", "nummer": "1", "deel": 10}},
)


# -- what is expected, one by one ---------------------------------------------------------------------------------------


def test_changes_in_different_fields_and_rows_go_together():
    mine = but(but(BASE, "project", "A", naam="veld"), "woningblok", "A3", **block("A", "nieuw"))
    theirs = but(but(BASE, "project", "A", aantal=7), "woningblok", "A2")
    merged = merge(TABLES, BASE, mine, theirs)
    assert merged.conflicts == [] and merged.loose == []
    assert merged.result["project"]["A"] == plan("veld", 7)
    assert list(merged.result["woningblok"]) == ["A1", "B1", "A3"]


def test_the_same_field_is_asked_and_theirs_stands_until_then():
    mine, theirs = but(BASE, "project", "A", naam="veld"), but(BASE, "project", "A", naam="kantoor")
    merged = merge(TABLES, BASE, mine, theirs)
    (conflict,) = merged.conflicts
    assert conflict == Conflict("project", "A", "naam", "a", "veld", "kantoor")
    assert merged.result == theirs
    assert merge(TABLES, BASE, mine, theirs, {conflict.key: Side.MINE}).result == mine


def test_the_same_change_on_both_sides_is_no_conflict():
    both = but(but(BASE, "project", "A", naam="beide"), "woningblok", "A2")
    assert merge(TABLES, BASE, both, deepcopy(both)).conflicts == []


@pytest.mark.parametrize("edited", ["plan", "part below", "new part below"])
@pytest.mark.parametrize("deleter", Side)
@pytest.mark.parametrize("choice", Side)
def test_edit_against_delete_is_one_question_about_the_topmost_row(edited, deleter, choice):
    deleted = but(but(BASE, "project", "B", hoofdplan_uuid="", naam="b"), "project", "A")
    base = but(BASE, "project", "B", hoofdplan_uuid="", naam="b")
    for each in (deleted, base):
        each["project"]["B"]["hoofdplan_uuid"] = None
    changed = {
        "plan": but(base, "project", "A", naam="anders"),
        "part below": but(base, "verdeling", "A1x", aantal=9),
        "new part below": but(base, "verdeling", "A1y", woningblok_uuid="A1", aantal=2),
    }[edited]
    sides = {deleter: deleted, next(side for side in Side if side is not deleter): changed}
    mine, theirs = sides[Side.MINE], sides[Side.THEIRS]
    merged = merge(TABLES, base, mine, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.table, conflict.uuid, conflict.column) == ("project", "A", None)
    assert (conflict.mine is None) == (deleter is Side.MINE) and (conflict.theirs is None) == (deleter is Side.THEIRS)
    chosen = merge(TABLES, base, mine, theirs, {conflict.key: choice})
    expected = deepcopy(sides[choice])
    if choice is deleter:
        assert chosen.result == expected
    else:  # the permit was let go of by the side that deleted the plan
        assert {**chosen.result, "vergunning": {}} == {**expected, "vergunning": {}}
        assert chosen.result["vergunning"]["V"]["project_uuid"] is None


def test_deleting_what_nobody_else_touched_is_silent():
    assert merge(TABLES, BASE, but(BASE, "woningblok", "A1"), BASE).result == but(BASE, "woningblok", "A1")
    assert merge(TABLES, BASE, BASE, but(BASE, "woningblok", "A1")).result == but(BASE, "woningblok", "A1")


def test_a_plan_cannot_silently_lose_the_plan_above_it():
    """One deletes a plan; the other makes a new part under it."""
    base = state(project={"A": plan()})
    without, with_part = but(base, "project", "A"), but(base, "project", "D", **plan("d", hoofdplan_uuid="A"))
    for mine, theirs in ((without, with_part), (with_part, without)):
        (conflict,) = merge(TABLES, base, mine, theirs).conflicts
        assert (conflict.uuid, conflict.column) == ("A", None)
        kept = merge(TABLES, base, mine, theirs, {conflict.key: Side.MINE if mine is with_part else Side.THEIRS})
        assert kept.result == with_part and kept.loose == []
        gone = merge(TABLES, base, mine, theirs, {conflict.key: Side.THEIRS if mine is with_part else Side.MINE})
        assert gone.result["project"] == {"D": plan("d")}
        assert gone.loose == [Loose("project", "D", "hoofdplan_uuid", False)]


def test_what_one_moved_out_of_a_deleted_whole_stays():
    mine = but(but(BASE, "verdeling", "A1x", woningblok_uuid="A2"), "woningblok", "A1")
    merged = merge(TABLES, BASE, mine, but(BASE, "verdeling", "A1x", aantal=5))
    assert merged.conflicts == []
    assert merged.result["verdeling"] == {"A1x": {"woningblok_uuid": "A2", "aantal": 5}}


def test_what_one_moved_into_a_whole_that_the_other_deleted_is_asked():
    mine, theirs = but(BASE, "verdeling", "A1x", woningblok_uuid="A2"), but(BASE, "woningblok", "A2")
    (conflict,) = merge(TABLES, BASE, mine, theirs).conflicts
    assert (conflict.table, conflict.uuid, conflict.mine, conflict.theirs) == (
        "woningblok",
        "A2",
        block("A", "b2"),
        None,
    )
    assert merge(TABLES, BASE, mine, theirs, {conflict.key: Side.MINE}).result == mine


def test_the_same_thing_entered_twice_is_one_row():
    mine = but(BASE, "perceel", "M", project_uuid="A", nummer="2", deel=5)
    theirs = but(BASE, "perceel", "T", project_uuid="A", nummer="2", deel=6)
    merged = merge(TABLES, BASE, mine, theirs)
    assert merged.conflicts == [Conflict("perceel", "T", "deel", None, 5, 6)]
    assert list(merged.result["perceel"]) == ["P", "T"] and list(merged.mine["perceel"]) == ["P", "T"]


def test_removed_and_made_anew_is_a_change():
    mine = but(but(BASE, "perceel", "P"), "perceel", "N", project_uuid="A", nummer="1", deel=11)
    merged = merge(TABLES, BASE, mine, BASE)
    assert merged.conflicts == [] and merged.result["perceel"] == {
        "P": {"project_uuid": "A", "nummer": "1", "deel": 11}
    }


def test_fields_that_cannot_stand_together_are_asked_as_one():
    def holds(_table, row):
        return row["aantal"] <= 5 or row["naam"] == "groot"

    base = state(project={"A": plan("groot", 1)})
    mine, theirs = but(base, "project", "A", aantal=9), but(base, "project", "A", naam="klein")
    (conflict,) = merge(TABLES, base, mine, theirs, holds=holds).conflicts
    assert conflict == Conflict("project", "A", None, plan("groot", 1), plan("groot", 9), plan("klein", 1))
    for side, expected in ((Side.MINE, mine), (Side.THEIRS, theirs)):
        assert merge(TABLES, base, mine, theirs, {conflict.key: side}, holds=holds).result == expected


# -- what holds always ----------------------------------------------------------------------------------------------------


def edits():
    """What somebody does with the base: a few changes, additions and removals, as the register would let him."""
    names = st.sampled_from(["x", "y"])
    numbers = st.integers(2, 3)
    one = st.one_of(
        st.tuples(st.just("set"), st.sampled_from([("project", "A"), ("project", "B"), ("woningblok", "A1"), ("woningblok", "A2"), ("woningblok", "B1")]), st.sampled_from(["naam", "aantal"]), names, numbers),
        st.tuples(st.just("part"), st.just(("verdeling", "A1x")), st.just("aantal"), names, numbers),
        st.tuples(st.just("remove"), st.sampled_from([("project", "B"), ("woningblok", "A1"), ("woningblok", "A2"), ("verdeling", "A1x"), ("perceel", "P"), ("project", "A")]), st.just(""), names, numbers),
        st.tuples(st.just("move"), st.just(("verdeling", "A1x")), st.just("woningblok_uuid"), st.sampled_from(["A2", "B1"]), numbers),
        st.tuples(st.just("add"), st.sampled_from(["project", "woningblok", "verdeling", "perceel"]), st.sampled_from(["A", "B", "A1", "A2"]), names, numbers),
    )  # fmt: skip
    return st.lists(one, max_size=6)


def apply(done, who):
    here = deepcopy(BASE)
    for number, (what, where, column, word, amount) in enumerate(done):
        if what == "add":
            add(here, where, column, word, amount, f"{who}{number}")
            continue
        table, uuid = where
        row = here[table].get(uuid)
        if row is None:
            continue
        if what == "remove":
            if table == "project" and any(each["hoofdplan_uuid"] == uuid for each in here["project"].values()):
                continue
            remove(here, table, uuid)
        elif what != "move" or word in here["woningblok"]:
            value = amount if column == "aantal" else word
            here[table][uuid] = {**row, column: value}
    return here


def add(here, table, parent, word, amount, uuid):
    if table == "project":
        here[table][uuid] = plan(word, amount, parent if parent in here["project"] else None)
    elif table == "verdeling" and parent in here["woningblok"]:
        here[table][uuid] = {"woningblok_uuid": parent, "aantal": amount}
    elif table == "woningblok" and parent in here["project"]:
        here[table][uuid] = block(parent, word, amount)
    elif table == "perceel" and parent in here["project"]:
        values = {"project_uuid": parent, "nummer": word, "deel": amount}
        if all((row["project_uuid"], row["nummer"]) != (parent, word) for row in here["perceel"].values()):
            here[table][uuid] = values


def sound(here):
    """No reference hangs loose, no unique value stands twice."""
    for table in TABLES:
        for column in table.parents:
            for row in here[table.name].values():
                assert row[column.name] is None or row[column.name] in here[column.references.table]
    links = [(row["project_uuid"], row["nummer"]) for row in here["perceel"].values()]
    assert len(links) == len(set(links))


@given(edits())
def test_one_side_alone_is_taken_as_it_is(done):
    other = apply(done, "m")
    for mine, theirs in ((BASE, other), (other, BASE), (other, deepcopy(other))):
        merged = merge(TABLES, BASE, mine, theirs)
        assert merged.conflicts == [] and merged.loose == []
        if mine is other and theirs is BASE:
            assert not changes(TABLES, merged.result, merged.mine)
        else:
            assert merged.result == other
        sound(merged.result)


@settings(max_examples=300, deadline=None)
@given(edits(), edits(), st.sampled_from(Side))
def test_nothing_is_lost_and_nothing_happens_twice(mine_done, theirs_done, choice):
    mine, theirs = apply(mine_done, "m"), apply(theirs_done, "t")
    undecided = merge(TABLES, BASE, mine, theirs)
    sound(undecided.result)
    choices = {conflict.key: choice for conflict in undecided.conflicts}
    merged = merge(TABLES, BASE, mine, theirs, choices)
    assert [each.key for each in merged.conflicts] == [each.key for each in undecided.conflicts]
    sound(merged.result)
    nothing_lost(merged, merged.mine, theirs)
    if not merged.loose:
        again = merge(TABLES, BASE, mine, merged.result, choices)
        assert not changes(TABLES, merged.result, again.result)
    write = changes(TABLES, theirs, merged.result)
    assert written(theirs, write) == merged.result


def nothing_lost(merged, mine, theirs):
    """Every change of either side stands in the result, or was asked or told."""
    base, result = BASE, merged.result
    asked = {(each.table, each.uuid) for each in merged.conflicts}
    told = {(each.table, each.uuid) for each in merged.loose}
    for side in (mine, theirs):
        for table in TABLES:
            for uuid, row in side[table.name].items():
                old = base[table.name].get(uuid)
                changed = {name for name, value in row.items() if old is None or old.get(name) != value}
                now = result[table.name].get(uuid)
                place = (table.name, uuid)
                if place in asked | told or not changed or below_asked(place, side, asked):
                    continue
                assert now is not None, (place, "disappeared")
                assert all(now[name] == row[name] for name in changed), (place, changed, now, row)


def below_asked(place, side, asked):
    """Whether a question about something above decided on this row."""
    table, uuid = place
    row = side[table].get(uuid)
    declared = next(each for each in TABLES if each.name == table)
    for column in declared.parents if row else ():
        above = (column.references.table, row[column.name])
        part = row[column.name] is not None and column.references.on_delete is OnDelete.CASCADE
        if part and (above in asked or below_asked(above, side, asked)):
            return True
    return False


def written(before, write):
    after = deepcopy(before)
    for table in TABLES:
        for row in write.inserts.get(table.name, ()):
            after[table.name][row["uuid"]] = {name: value for name, value in row.items() if name != "uuid"}
        for row in write.updates.get(table.name, ()):
            after[table.name][row["uuid"]].update({name: value for name, value in row.items() if name != "uuid"})
        for uuid in write.deletes.get(table.name, ()):
            del after[table.name][uuid]
    return after


@given(edits(), edits())
def test_it_does_not_matter_who_brings_and_who_receives(first_done, second_done):
    first, second = apply(first_done, "m"), apply(second_done, "t")
    one, other = merge(TABLES, BASE, first, second), merge(TABLES, BASE, second, first)
    assert {each.column for each in one.conflicts} == {each.column for each in other.conflicts}
    if not one.conflicts and not one.loose and not other.loose:
        content = [
            {table: sorted(map(repr, rows.values())) for table, rows in each.result.items()} for each in (one, other)
        ]
        assert content[0] == content[1]


def test_the_fields_of_a_table_are_those_people_write():
    from diwi_qgis.model.tables import table

    names = fields_of(table("project"))
    assert {"naam", "geom"} <= set(names) and not {"uuid", "code", "fase", "aantal_bouw", "versie"} & set(names)
