"""What changed between two states of the plans: which plans, which fields, how many dwellings."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
import shapely

from diwi_qgis.model.tables import table as model_table
from diwi_qgis.rules.comparison import TABLES, compare_states, totals

DAY = date(2027, 1, 1)


def frames(**rows):
    """Frames of all tables: rows with only what matters."""
    result = {}
    for name in TABLES:
        declared = model_table(name)
        columns = [column.name for column in declared.all_columns] + (["geom"] if declared.geometry else [])
        result[name] = pd.DataFrame(rows.get(name, []), columns=columns, dtype=object)
        if "aantal" in columns:
            result[name]["aantal"] = result[name]["aantal"].astype("Int64")
    return result


def plan(uuid, **more):
    return {
        "uuid": uuid,
        "naam": f"Plan {uuid}",
        "code": uuid.upper(),
        "eind_datum": pd.Timestamp(2030, 1, 1),
        "geom": None,
        **more,
    }


def block(uuid, of, aantal, **more):
    return {"uuid": uuid, "project_uuid": of, "mutatie": "bouw", "aantal": aantal, "geom": None, **more}


def test_plans_that_came_went_changed_and_stayed():
    before = frames(
        project=[plan("a"), plan("b"), plan("c")],
        woningblok=[block("w1", "a", 10), block("w2", "b", 20), block("w3", "c", 5)],
    )
    after = frames(
        project=[plan("a", naam="Anders"), plan("c"), plan("d")],
        woningblok=[block("w1", "a", 14), block("w3", "c", 5), block("w4", "d", 7, mutatie="sloop")],
    )
    table = compare_states(before, after, DAY)
    assert table["wat"].to_dict() == {"d": "nieuw", "b": "vervallen", "a": "gewijzigd", "c": "gelijk"}
    assert list(table.index) == ["d", "b", "a", "c"]
    assert table["naam"].to_dict() == {"d": "Plan d", "b": "Plan b", "a": "Anders", "c": "Plan c"}
    assert table["velden"].to_dict() == {"d": "", "b": "", "a": "Projectnaam, Woningblok", "c": ""}
    assert table["bouw_verschil"].to_dict() == {"d": 0, "b": -20, "a": 4, "c": 0}
    assert table["sloop_na"].to_dict() == {"d": 7, "b": 0, "a": 0, "c": 0}
    assert totals(table).to_dict() == {
        "voor": {"bouw": 35, "sloop": 0, "netto": 35},
        "na": {"bouw": 19, "sloop": 7, "netto": 12},
        "verschil": {"bouw": -16, "sloop": 7, "netto": -23},
    }


SHAPE = shapely.box(0, 0, 1, 1)


@pytest.mark.parametrize(
    ("table", "then", "now", "said"),
    [
        ("project", plan("a"), plan("a", geom=SHAPE), "Geometrie"),
        ("project", plan("a", geom=SHAPE), plan("a", geom=shapely.box(0, 0, 2, 1)), "Geometrie"),
        ("project", plan("a", opmerkingen=None), plan("a", opmerkingen="x"), "Opmerkingen"),
        ("project", plan("a", versie=1), plan("a", versie=2), ""),
        ("mijlpaal", None, {"uuid": "m", "project_uuid": "a", "soort": "x"}, "Mijlpaal"),
        ("verdeling", {"uuid": "v", "woningblok_uuid": "w", "aantal": 1}, None, "Verdeling"),
        ("eigenschap_waarde", {"uuid": "e", "woningblok_uuid": "w", "tekst": "x"}, {"uuid": "e", "woningblok_uuid": "w", "tekst": "y"}, "Waarde van"),
        ("eigenschap_waarde", {"uuid": "e", "project_uuid": "a", "getal": 1 / 3}, {"uuid": "e", "project_uuid": "a", "getal": 0.333333333333333}, ""),
    ],
)  # fmt: skip
def test_what_changed_is_named(table, then, now, said):
    states = []
    for row in (then, now):
        rows = {"project": [plan("a")], "woningblok": [block("w", "a", 3)]}
        if row is not None:
            rows[table] = [row]
        states.append(frames(**rows))
    found = compare_states(*states, DAY).loc["a"]
    assert said in found["velden"] and bool(found["velden"]) == bool(said)
    assert found["wat"] == ("gewijzigd" if said else "gelijk")


def test_a_block_that_moved_changes_both_plans():
    plans = [plan("a"), plan("b")]
    table = compare_states(
        frames(project=plans, woningblok=[block("w", "a", 3)]),
        frames(project=plans, woningblok=[block("w", "b", 3)]),
        DAY,
    )
    assert table["velden"].to_dict() == {"a": "Woningblok", "b": "Woningblok"}
    assert table["netto_verschil"].to_dict() == {"a": -3, "b": 3}


def test_nothing_at_all_is_an_empty_table():
    table = compare_states(frames(), frames(), DAY)
    assert table.empty and totals(table)["verschil"].to_dict() == {"bouw": 0, "sloop": 0, "netto": 0}
