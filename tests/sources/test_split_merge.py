"""Plans split and merged in a real register: no dwelling is lost or made, and what was undone is as it was."""

from __future__ import annotations

import datetime as dt

import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diwi_qgis.errors import RegisterError
from diwi_qgis.rules.figures import dwellings, parts
from diwi_qgis.sources.merge_plans import PlanMerge
from diwi_qgis.sources.split_plan import PlanSplit

WHOLE, LEFT, RIGHT = (shapely.box(a, 0, b, 100) for a, b in ((0, 100), (0, 70), (70, 100)))
TODAY = dt.date(2026, 1, 1)


@pytest.fixture
def town(register):
    """A plan with a programme, papers and a part; a second one beside it."""
    with register.transaction() as write:
        (uuid,) = write.insert("project", [plan("Kade", extern_id="0042", geom=WHOLE, plantype="verdichting")])
        write.insert("project", [plan("Deel", hoofdplan_uuid=uuid, geom=shapely.box(80, 0, 90, 10))])
        blocks = write.insert(
            "woningblok",
            [
                {"project_uuid": uuid, "naam": "Laag", "aantal": 11, "in_programmering": True},
                {"project_uuid": uuid, "naam": "Hoog", "aantal": 40, "geom": shapely.box(75, 0, 95, 50)},
                {"project_uuid": uuid, "naam": "Oud", "mutatie": "sloop", "aantal": 3},
            ],
        )
        write.insert(
            "verdeling",
            [
                {"woningblok_uuid": blocks[0], "kenmerk": "eigendom", "categorie": "koopwoning", "aantal": 7},
                {"woningblok_uuid": blocks[0], "kenmerk": "eigendom", "categorie": "huurwoning_woningcorporatie", "aantal": 4},
                {"woningblok_uuid": blocks[0], "kenmerk": "woningtype", "categorie": "eengezinswoning", "aantal": 1},
            ],
        )  # fmt: skip
        write.insert(
            "oplevering",
            [
                {"woningblok_uuid": blocks[0], "datum": dt.date(2027, 12, 31), "aantal": 6},
                {"woningblok_uuid": blocks[0], "datum": dt.date(2028, 12, 31), "aantal": 5},
            ],
        )
        write.insert(
            "mijlpaal", [{"project_uuid": uuid, "soort": "fase_initiatief", "gerealiseerd": dt.date(2025, 3, 1)}]
        )
        write.insert("afspraak", [{"project_uuid": uuid, "onderwerp": "overig", "omschrijving": "30 % sociaal"}])
        write.insert("document", [{"project_uuid": uuid, "titel": "Nota", "pad": "nota.pdf"}])
        write.insert("project", [plan("Wal", geom=shapely.box(100, 0, 150, 100), opmerkingen="let op")])
    return register


def plan(naam, **more):
    return {"naam": naam, "start_datum": dt.date(2024, 1, 1), "eind_datum": dt.date(2030, 1, 1), **more}


def plans(register):
    return register.read("project").set_index("naam")


def totals(register):
    """Every figure that must stay: by delivery year, kenmerk and category."""
    frames = register.read_many(["project", "woningblok", "oplevering", "verdeling"])
    delen = parts(frames["project"], frames["woningblok"], frames["oplevering"], TODAY)
    per_year = dwellings(delen, ("jaar",)).to_dict("index")
    breakdowns = frames["verdeling"].groupby(["kenmerk", "categorie"])["aantal"].sum().to_dict()
    return per_year, breakdowns, frames["oplevering"].groupby("datum")["aantal"].sum().to_dict()


def content(register, without=("versie", "gewijzigd", "gewijzigd_door", "fid", "aangemaakt", "aangemaakt_door")):
    tables = ("project", "woningblok", "verdeling", "oplevering", "mijlpaal", "afspraak", "document")
    return {
        table: sorted(map(str, register.read(table).drop(columns=list(without)).to_dict("records"))) for table in tables
    }


def split(register, areas=(LEFT, RIGHT), counts=None, naam="Kade Oost"):
    made = PlanSplit(register, plans(register).loc["Kade", "uuid"], areas)
    counts = counts or {each.uuid: each.counts for each in made.proposal()}
    with register.transaction() as write:
        made.write(write, naam, counts)
    return made


def take_back(register, naam):
    uuid = plans(register).loc[naam, "uuid"]
    with register.transaction() as write:
        write.take_back(uuid, register.acts(uuid)[-1])


def test_a_split_divides_by_area_and_keeps_every_sum(town):
    before = totals(town)
    code = plans(town).loc["Kade", "code"]
    made = split(town)
    assert {each.naam: each.counts for each in made.proposal()} == {"Laag": (8, 3), "Hoog": (0, 40), "Oud": (2, 1)}
    after = plans(town)
    assert (after.loc["Kade", "aantal_netto"], after.loc["Kade Oost", "aantal_netto"]) == (6, 42)
    assert totals(town) == before
    assert after.loc["Kade", "code"] == code and after.loc["Kade Oost", "code"] not in (None, code)
    assert after.loc["Kade", "geom"].equals(LEFT) and after.loc["Kade Oost", "geom"].equals(RIGHT)


def test_what_holds_for_both_is_copied_and_what_would_count_twice_is_not(town):
    split(town)
    after = plans(town)
    first, second = after.loc["Kade", "uuid"], after.loc["Kade Oost", "uuid"]
    owners = {table: sorted(town.read(table)["project_uuid"]) for table in ("mijlpaal", "document", "afspraak")}
    assert owners == {"mijlpaal": sorted([first, second]), "document": sorted([first, second]), "afspraak": [first]}
    assert after.loc["Kade Oost", "fase"] == after.loc["Kade", "fase"]
    assert after.loc["Deel", "hoofdplan_uuid"] == second
    assert (after.loc["Kade", "extern_id"], after.loc["Kade Oost", "extern_id"]) == ("0042", None)


def test_a_block_that_moves_as_a_whole_keeps_its_identity(town):
    before = town.read("woningblok").set_index("naam")["uuid"]
    split(town)
    blocks = town.read("woningblok")
    (hoog,) = blocks[blocks["naam"] == "Hoog"].to_dict("records")
    assert hoog["uuid"] == before["Hoog"] and hoog["project_uuid"] == plans(town).loc["Kade Oost", "uuid"]


def test_undoing_a_split_leaves_everything_as_it_was(town):
    before = content(town)
    split(town)
    take_back(town, "Kade")
    assert content(town) == before
    with pytest.raises(RegisterError, match="al ongedaan"):
        take_back(town, "Kade")


def test_what_others_did_after_a_split_is_never_undone_with_it(town):
    split(town)
    laag = next(row.uuid for row in town.read("woningblok").itertuples() if row.naam == "Laag" and row.aantal == 8)
    with town.transaction() as write:
        write.update("woningblok", [{"uuid": laag, "naam": "Laagbouw"}])
        (added,) = write.insert("knelpunt", [{"project_uuid": plans(town).loc["Kade", "uuid"], "soort": "overig"}])
    take_back(town, "Kade")
    assert town.read("woningblok").set_index("uuid").loc[laag, ["naam", "aantal"]].tolist() == ["Laagbouw", 11]
    assert town.read("knelpunt")["uuid"].tolist() == [added]


@pytest.mark.parametrize("where", ["kept", "given", "below"])
def test_a_split_that_was_worked_on_is_not_undone(town, where):
    split(town)
    laag = town.read("woningblok").query("naam == 'Laag'").set_index("aantal")["uuid"]
    with town.transaction() as write:
        if where == "below":
            write.insert("oplevering", [{"woningblok_uuid": laag[3], "datum": dt.date(2029, 1, 1), "aantal": 1}])
        else:
            write.update("woningblok", [{"uuid": laag[8 if where == "kept" else 3], "aantal": 9}])
    before = content(town, ())
    with pytest.raises(RegisterError, match="Oplevering" if where == "below" else "Laag"):
        take_back(town, "Kade")
    assert content(town, ()) == before


def test_numbers_that_do_not_add_up_change_nothing(town):
    before = content(town)
    made = PlanSplit(town, plans(town).loc["Kade", "uuid"], (LEFT, RIGHT))
    with pytest.raises(ValueError, match="no division"), town.transaction() as write:
        made.write(write, "x", {each.uuid: (each.aantal, 1) for each in made.proposal()})
    assert content(town) == before


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 99), st.data())
def test_whatever_people_choose_the_sums_stay_and_undo_brings_back(town, x, data):
    before, figures = content(town), totals(town)
    areas = (shapely.box(0, 0, x, 100), shapely.box(x, 0, 100, 100))
    made = PlanSplit(town, plans(town).loc["Kade", "uuid"], areas)
    seconds = {each.uuid: data.draw(st.integers(0, each.aantal)) for each in made.proposal()}
    counts = {each.uuid: (each.aantal - seconds[each.uuid], seconds[each.uuid]) for each in made.proposal()}
    with town.transaction() as write:
        made.write(write, "Ander", counts)
    assert totals(town) == figures
    take_back(town, "Kade")
    assert content(town) == before


def merge(register, first, others):
    table = plans(register)
    made = PlanMerge(register, table.loc[first, "uuid"], [table.loc[naam, "uuid"] for naam in others])
    with register.transaction() as write:
        made.write(write, TODAY)
    return made


def test_merged_plans_have_the_programme_and_papers_of_all(town):
    before, code = totals(town), plans(town).loc["Wal", "code"]
    gone = plans(town).loc["Kade"]
    merge(town, "Wal", ["Kade"])
    after = plans(town)
    assert sorted(after.index) == ["Deel", "Wal"]
    stays = after.loc["Wal"]
    assert (stays["code"], stays["extern_id"], stays["aantal_netto"]) == (code, "0042", 48)
    assert stays["geom"].equals(shapely.box(0, 0, 150, 100))
    assert stays["opmerkingen"] == f"let op\nSamengevoegd op 01-01-2026 met Kade ({gone['code']})."
    assert after.loc["Deel", "hoofdplan_uuid"] == stays["uuid"]
    assert totals(town) == before
    for table in ("mijlpaal", "afspraak", "document"):
        assert town.read(table)["project_uuid"].tolist() == [stays["uuid"]]


def test_a_part_merged_with_its_main_plan_is_no_part_any_more(town):
    merge(town, "Deel", ["Kade"])
    assert plans(town).loc["Deel", "hoofdplan_uuid"] is None
    assert plans(town).loc["Deel", "aantal_netto"] == 48


def test_fields_that_differ_are_shown(town):
    with town.transaction() as write:
        write.update(
            "project",
            [
                {
                    "uuid": plans(town).loc["Wal", "uuid"],
                    "plantype": "herstructurering",
                    "start_datum": dt.date(2023, 1, 1),
                }
            ],
        )
    table = plans(town)
    shown = PlanMerge(town, table.loc["Kade", "uuid"], [table.loc["Wal", "uuid"]]).differences()
    found = {each.label: (each.blijft, list(each.anders.values())) for each in shown}
    assert found["Plan soort"] == ("Verdichting", ["Herstructurering"])
    assert found["Start project"] == (dt.date(2023, 1, 1), [dt.date(2024, 1, 1)])
    assert "Identificatie nr" not in found


def test_a_split_merged_again_is_the_same_programme(town):
    before = totals(town)
    split(town)
    merge(town, "Kade", ["Kade Oost"])
    assert totals(town) == before
    assert plans(town).loc["Kade", "geom"].equals(WHOLE)


CHANGES = ("versie", "gewijzigd", "gewijzigd_door")


@pytest.fixture
def built_up(town):
    """With all that may hang below a plan: links, groups, properties, permits, actions."""
    table = plans(town)
    with town.transaction("anna") as write:
        (group,) = write.insert("groep", [{"naam": "Wonen"}])
        (kind,) = write.insert("eigenschap", [{"naam": "Dak", "soort": "tekst"}])
        for naam in ("Kade", "Wal"):
            uuid = table.loc[naam, "uuid"]
            write.insert("project_groep", [{"project_uuid": uuid, "groep_uuid": group}])
            write.insert("eigenschap_waarde", [{"project_uuid": uuid, "eigenschap_uuid": kind, "tekst": naam}])
            write.insert("vergunning", [{"project_uuid": uuid, "zaaknummer": naam}])
            write.insert("actie", [{"project_uuid": uuid, "omschrijving": "Bellen"}])
        write.insert(
            "perceel_koppeling",
            [{"project_uuid": table.loc["Kade", "uuid"], "identificatie": "1", "aandeel": 0.5, "aanduiding": "X",
              "oppervlakte": 1e4 / 3, "geom": WHOLE}],
        )  # fmt: skip
    return town


EVERYTHING = (
    "project", "woningblok", "verdeling", "oplevering", "mijlpaal", "mijlpaal_prognose", "afspraak", "knelpunt", "document",
    "actie", "vergunning", "project_groep", "eigenschap_waarde", "perceel_koppeling", "pand_koppeling", "plancode",
)  # fmt: skip


def exactly(register, naam):
    """All rows of all tables; of a plan that comes back also number, version, who made it and when.

    Reals to the 15 digits that SQLite's JSON, and so the history, has of them.
    """
    gone = plans(register)["uuid"].get(naam)
    found = {}
    for table in EVERYTHING:
        for row in register.read(table).to_dict("records"):
            drop = CHANGES if row.get("uuid") != gone else ()
            kept = {k: round(v, 9) if isinstance(v, float) else v for k, v in row.items() if k not in drop}
            found[table, row.get("uuid", row["fid"])] = str(kept)
    return found


@pytest.mark.parametrize(("stays", "goes"), [("Wal", ["Kade"]), ("Kade", ["Wal"]), ("Deel", ["Kade", "Wal"])])
def test_undoing_a_merge_brings_back_exactly_what_was_there(built_up, stays, goes):
    before, figures = exactly(built_up, goes[0]), totals(built_up)
    merge(built_up, stays, goes)
    assert exactly(built_up, goes[0]) != before
    take_back(built_up, stays)
    assert exactly(built_up, goes[0]) == before
    assert totals(built_up) == figures


def test_a_merge_that_was_built_upon_says_what_is_in_the_way(built_up):
    merge(built_up, "Wal", ["Kade"])
    with built_up.transaction() as write:
        write.update("project", [{"uuid": plans(built_up).loc["Wal", "uuid"], "geom": WHOLE, "naam": "Walkade"}])
    with pytest.raises(RegisterError, match="Walkade"):
        take_back(built_up, "Walkade")


def test_an_undone_merge_may_be_done_again_and_undone_again(built_up):
    before = exactly(built_up, "Kade")
    for _ in range(2):
        merge(built_up, "Wal", ["Kade"])
        take_back(built_up, "Wal")
    assert exactly(built_up, "Kade") == before
