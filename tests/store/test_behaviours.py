"""What must always hold in a register, whoever writes: each behaviour for our store, for bare GDAL and for QGIS."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
import shapely
from three_writers import (
    MOVED,
    SQUARE,
    WRITERS,
    Ours,
    Refused,
    behind_the_triggers,
    block,
    history,
    is_file,
    milestone,
    name_uuid,
    plan,
    qgis_layer,
    row,
    rows,
    state,
)

from diwi_qgis.model.plancode import is_valid, mother_code
from diwi_qgis.store import open_register

UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
TODAY = date.today()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture(params=WRITERS, ids=lambda kind: kind.__name__.lower())
def writer(request, place, qgis_app):
    return request.param(place)


@pytest.fixture
def path(place):
    return place


def test_a_new_plan_gets_identity_version_moments_and_a_line_of_history(writer, path):
    uuid = plan(writer)
    stored = row(path, "project", uuid)
    assert UUID4.fullmatch(uuid)
    assert stored["code"] == mother_code("9999", uuid) and is_valid(stored["code"])
    assert stored["versie"] == 1
    assert stored["aangemaakt"] == stored["gewijzigd"] is not None
    assert (stored["aantal_bouw"], stored["aantal_sloop"], stored["aantal_netto"]) == (0, 0, 0)
    (line,) = history(path)
    assert (line["tabel"], line["uuid"], line["op"]) == ("project", uuid, "I")
    assert line["rij"]["naam"] == "Havenkwartier" and line["rij"]["versie"] == 1 and "geom" not in line["rij"]
    assert shapely.from_wkb(line["geom_wkb"]).equals(shapely.from_wkt(SQUARE))
    assert [given["code"] for given in rows(path, "plancode")] == [stored["code"]]


def test_our_store_records_who_did_it_also_for_a_delete(path):
    ours = WRITERS[0](path)
    uuid = plan(ours)
    ours.update("project", uuid, naam="Nieuwe naam")
    ours.delete("project", uuid)
    # A server knows who logged in; nobody can write under another name there.
    name = "jan" if is_file(path) else "beheerder"
    assert [line["gebruiker"] for line in history(path, "project")] == [name] * 3
    assert rows(path, "sessie")[0]["gebruiker"] is None


def test_the_plans_own_municipality_comes_before_that_of_the_register(writer, path):
    uuid = plan(writer, gemeentecode="0307")
    assert row(path, "project", uuid)["code"] == mother_code("0307", uuid)


def test_an_update_raises_the_version_and_logs_the_geometry_only_when_it_changed(writer, path):
    uuid = plan(writer)
    writer.update("project", uuid, naam="Stadshart")
    writer.update("project", uuid, geom=MOVED)
    stored = row(path, "project", uuid)
    assert (stored["naam"], stored["versie"], stored["geom"]) == ("Stadshart", 3, MOVED)
    _, renamed, moved = history(path, "project")
    assert (renamed["op"], renamed["rij"]["naam"], renamed["geom_wkb"]) == ("U", "Stadshart", None)
    assert shapely.from_wkb(moved["geom_wkb"]).equals(shapely.from_wkt(MOVED))


def test_writing_the_same_again_changes_nothing(writer, path):
    uuid = plan(writer)
    before = state(path)
    writer.update("project", uuid, naam="Havenkwartier")
    assert state(path) == before


def test_a_version_set_by_the_writer_never_wins(writer, path):
    uuid = plan(writer)
    writer.update("project", uuid, versie=77, naam="Stadshart", aangemaakt_door="iemand anders")
    writer.update("project", uuid, versie=88)
    stored = row(path, "project", uuid)
    assert stored["versie"] == 2
    assert stored["aangemaakt_door"] != "iemand anders"
    assert [line["rij"]["versie"] for line in history(path, "project")] == [1, 2]


def test_identity_never_changes(writer, path):
    uuid = plan(writer)
    before = state(path)
    if not isinstance(writer, WRITERS[0]):  # with our store, uuid says which row is meant
        with pytest.raises(Refused, match="verandert nooit"):
            writer.update("project", uuid, uuid=name_uuid("ander"))
    with pytest.raises(Refused, match="verandert nooit"):
        writer.update("project", uuid, code=mother_code("0307", uuid))
    assert state(path) == before


def test_a_row_that_comes_with_its_identity_keeps_it(writer, path):
    uuid = name_uuid("kopie")
    code = mother_code("0307", uuid)
    assert plan(writer, uuid=uuid, code=code) == uuid
    assert row(path, "project", uuid)["code"] == code


def test_a_code_that_is_not_sound_or_was_given_before_is_replaced(writer, path):
    first = plan(writer, uuid=name_uuid("eerste"))
    given = row(path, "project", first)["code"]
    writer.delete("project", first)
    again = plan(writer, uuid=name_uuid("tweede"), code=given)
    typed = plan(writer, uuid=name_uuid("derde"), code=given[:-1] + ("A" if given[-1] != "A" else "B"))
    assert row(path, "project", again)["code"] == mother_code("9999", again)
    assert row(path, "project", typed)["code"] == mother_code("9999", typed)


def test_a_code_is_never_used_twice_and_the_next_candidate_is_taken(writer, path):
    uuid = name_uuid("botsing")
    plan(writer, uuid=uuid)
    writer.delete("project", uuid)
    plan(writer, uuid=uuid)
    assert row(path, "project", uuid)["code"] == mother_code("9999", uuid, 1)
    writer.delete("project", uuid)
    plan(writer, uuid=uuid)
    assert row(path, "project", uuid)["code"] == mother_code("9999", uuid, 2)
    writer.delete("project", uuid)
    with pytest.raises(Refused, match="vrije plancode"):
        plan(writer, uuid=uuid)
    assert len({given["code"] for given in rows(path, "plancode")}) == 3


def test_daughters_are_numbered_after_their_mother_and_numbers_are_not_reused(writer, path):
    mother = plan(writer)
    code = row(path, "project", mother)["code"]
    first, second = (plan(writer, f"Deel {number}", hoofdplan_uuid=mother) for number in (1, 2))
    writer.delete("project", second)
    third = plan(writer, "Deel 3", hoofdplan_uuid=mother)
    below = plan(writer, "Deel van deel", hoofdplan_uuid=third)
    codes = [row(path, "project", uuid)["code"] for uuid in (first, third, below)]
    assert codes == [f"{code}.01", f"{code}.03", f"{code}.04"]
    assert all(is_valid(each) for each in codes)


def test_a_mother_with_daughters_cannot_go_and_no_plan_falls_under_itself(writer, path):
    mother = plan(writer)
    daughter = plan(writer, "Deel", hoofdplan_uuid=mother)
    before = state(path)
    with pytest.raises(Refused, match="nog in gebruik"):
        writer.delete("project", mother)
    with pytest.raises(Refused):
        writer.update("project", mother, hoofdplan_uuid=mother)
    with pytest.raises(Refused, match="onder zichzelf"):
        writer.update("project", mother, hoofdplan_uuid=daughter)
    assert state(path) == before


def test_a_child_without_a_parent_is_refused(writer, path):
    uuid = plan(writer)
    child = block(writer, uuid)
    before = state(path)
    with pytest.raises(Refused, match="bestaat niet"):
        block(writer, name_uuid("nergens"))
    with pytest.raises(Refused, match="bestaat niet"):
        writer.update("woningblok", child, project_uuid=name_uuid("nergens"))
    assert state(path) == before


def test_what_is_part_of_a_plan_goes_with_it_and_is_logged(path):
    ours = Ours(path)
    uuid = plan(ours)
    child = block(ours, uuid)
    ours.insert("verdeling", woningblok_uuid=child, kenmerk="woningtype", categorie="eengezinswoning", aantal=4)
    ours.insert("oplevering", woningblok_uuid=child, datum=date(2027, 12, 31), aantal=4, gerealiseerd=False)
    milestone(ours, uuid, "fase_concept", gepland=YESTERDAY)
    case = ours.insert("vergunning", project_uuid=uuid, zaaknummer="Z-1")
    ours.delete("project", uuid)
    for table in ("project", "woningblok", "verdeling", "oplevering", "mijlpaal"):
        assert rows(path, table) == []
        assert [line["op"] for line in history(path, table)][-1] == "D"
    assert row(path, "vergunning", case)["project_uuid"] is None
    assert len(rows(path, "mijlpaal_prognose")) == 1


PARTS_OF_A_PLAN = {
    "woningblok": {"naam": "Blok", "mutatie": "bouw", "aantal": 1},
    "mijlpaal": {"soort": "intentieovereenkomst", "gepland": date(2027, 3, 1)},
    "afspraak": {"onderwerp": "overig", "omschrijving": "x"},
    "knelpunt": {"soort": "overig"},
    "document": {"titel": "Besluit", "pad": "besluit.pdf"},
}


@pytest.mark.parametrize("table", PARTS_OF_A_PLAN)
def test_a_whole_goes_only_after_its_parts_and_we_see_to_that(writer, path, table):
    """Tools that merge plans, or delete and add them again, would take what people put there away without a word."""
    uuid = plan(writer)
    part = writer.insert(table, project_uuid=uuid, **PARTS_OF_A_PLAN[table])
    before = state(path)
    if not isinstance(writer, Ours):
        with pytest.raises(Refused, match=rf"onderdelen \({table}\)"):
            writer.delete("project", uuid)
        assert state(path) == before
        writer.delete(table, part)
    writer.delete("project", uuid)
    assert rows(path, "project") == rows(path, table) == []
    assert [line["op"] for line in history(path, table)][-1] == "D"


@pytest.mark.parametrize("table", ["verdeling", "oplevering"])
def test_a_block_goes_only_after_its_parts_and_we_see_to_that(writer, path, table):
    values = {"kenmerk": "woningtype", "categorie": "eengezinswoning"}
    if table == "oplevering":
        values = {"datum": date(2027, 12, 31), "gerealiseerd": False}
    child = block(writer, plan(writer))
    part = writer.insert(table, woningblok_uuid=child, aantal=4, **values)
    if not isinstance(writer, Ours):
        with pytest.raises(Refused, match=rf"onderdelen \({table}\)"):
            writer.delete("woningblok", child)
        writer.delete(table, part)
    writer.delete("woningblok", child)
    assert rows(path, "woningblok") == rows(path, table) == []


def test_a_plan_that_a_tool_deletes_and_adds_again_is_the_same_plan(writer, path):
    """Some algorithms of Processing do so "in place": uuid and code are kept."""
    mother = plan(writer)
    uuid = plan(writer, "Deel", hoofdplan_uuid=mother)
    code = row(path, "project", uuid)["code"]
    writer.delete("project", uuid)
    assert plan(writer, "Deel", uuid=uuid, code=code, hoofdplan_uuid=mother) == uuid
    assert row(path, "project", uuid)["code"] == code == f"{row(path, 'project', mother)['code']}.01"
    assert len(rows(path, "plancode")) == 2


def test_phase_and_status_follow_the_last_milestone_until_today(writer, path):
    def stand():
        found = row(path, "project", uuid)
        return found["fase"], found["planstatus"], found["versie"]

    uuid = plan(writer)
    milestone(writer, uuid, "fase_ontwerp", gepland=YESTERDAY)
    assert stand() == ("ontwerp", None, 1)
    milestone(writer, uuid, "fase_concept", gepland=YESTERDAY - timedelta(days=9))
    assert stand() == ("ontwerp", None, 1)
    later = milestone(writer, uuid, "fase_definitie", gepland=YESTERDAY)  # same day: the later row
    assert stand() == ("definitie", None, 1)
    milestone(writer, uuid, "fase_realisatie", gepland=TOMORROW)
    assert stand() == ("definitie", None, 1)
    writer.update("mijlpaal", later, gerealiseerd=TOMORROW)  # realised goes before planned
    assert stand() == ("ontwerp", None, 1)
    writer.delete("mijlpaal", later)
    assert stand() == ("ontwerp", None, 1)
    assert [line["rij"]["fase"] for line in history(path, "project")] == [None, "ontwerp", "definitie", "ontwerp"]


def test_a_phase_or_status_written_by_hand_becomes_a_milestone_of_today(writer, path):
    uuid = plan(writer)
    milestone(writer, uuid, "fase_ontwerp", gepland=TODAY)
    writer.update("project", uuid, fase="voorbereiding")
    writer.update("project", uuid, planstatus="1A")
    stored = row(path, "project", uuid)
    assert (stored["fase"], stored["planstatus"], stored["versie"]) == ("voorbereiding", "1A", 1)
    _, phase, status = rows(path, "mijlpaal")
    assert (phase["soort"], phase["gerealiseerd"].date()) == ("fase_voorbereiding", TODAY)
    assert status["gerealiseerd"].date() == TODAY and status["versie"] == 1 and UUID4.fullmatch(status["uuid"])


def test_both_states_in_one_write_and_at_the_start(writer, path):
    uuid = plan(writer, fase="concept", planstatus="3")
    stored = row(path, "project", uuid)
    assert (stored["fase"], stored["planstatus"]) == ("concept", "3")
    writer.update("project", uuid, fase="ontwerp", planstatus="2A")
    stored = row(path, "project", uuid)
    assert (stored["fase"], stored["planstatus"]) == ("ontwerp", "2A")
    assert len(rows(path, "mijlpaal")) == 4


def test_an_emptied_state_comes_back_and_an_unknown_one_is_refused(writer, path):
    uuid = plan(writer, fase="concept")
    before = state(path)
    writer.update("project", uuid, fase=None)
    with pytest.raises(Refused):
        writer.update("project", uuid, fase="bestaat_niet")
    with pytest.raises(Refused):
        writer.update("project", uuid, planstatus="9Z")
    assert state(path) == before


def test_totals_follow_the_blocks_and_cannot_be_typed(writer, path):
    def totals(uuid):
        stored = row(path, "project", uuid)
        assert stored["versie"] == 1
        return stored["aantal_bouw"], stored["aantal_sloop"], stored["aantal_netto"]

    here, there = plan(writer), plan(writer, "Ander plan")
    first = block(writer, here, 10)
    demolition = block(writer, here, 3, mutatie="sloop")
    assert totals(here) == (10, 3, 7)
    writer.update("woningblok", first, aantal=12)
    assert totals(here) == (12, 3, 9)
    writer.update("woningblok", first, project_uuid=there)
    assert (totals(here), totals(there)) == ((0, 3, -3), (12, 0, 12))
    writer.delete("woningblok", demolition)
    assert totals(here) == (0, 0, 0)
    writer.update("project", there, aantal_bouw=999, aantal_netto=1)
    assert totals(there) == (12, 0, 12)


def test_every_date_of_a_milestone_is_kept(writer, path):
    uuid = plan(writer)
    first, second, third = date(2027, 3, 1), date(2027, 9, 1), date(2028, 1, 15)
    step = milestone(writer, uuid, "intentieovereenkomst", gepland=first, bron="handmatig")
    writer.update("mijlpaal", step, gepland=second)
    writer.update("mijlpaal", step, omschrijving="uitgesteld")
    writer.update("mijlpaal", step, gerealiseerd=third)
    writer.update("mijlpaal", step, eerste_prognose=None)
    stored = row(path, "mijlpaal", step)
    assert stored["eerste_prognose"].date() == first
    assert stored["gepland"].date() == second
    kept = rows(path, "mijlpaal_prognose")
    assert [line["datum"].date() for line in kept] == [first, second, third]
    assert all((line["mijlpaal_uuid"], line["project_uuid"]) == (step, uuid) and line["tijd"] for line in kept)


BLOCK = {"naam": "Blok", "mutatie": "bouw", "aantal": 1}
PLAN = {"naam": "P", "vertrouwelijkheid": "openbaar", "start_datum": date(2024, 1, 1), "eind_datum": date(2025, 1, 1)}


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("woningblok", {"aantal": -1}),
        ("woningblok", {"aantal": 100_000_000}),
        ("woningblok", {"mutatie": "verbouw"}),
        ("woningblok", {"oppervlakte_min": 90.0, "oppervlakte_max": 50.0}),
        ("project", {"naam": None}),
        ("project", {"naam": "x" * 256}),
        ("project", {"vertrouwelijkheid": "geheim"}),
        ("project", {"eind_datum": date(2023, 12, 31)}),
        ("project", {"start_datum": date(1890, 1, 1)}),
        ("project", {"eind_datum": date(2200, 1, 1)}),
    ],
    ids=lambda value: value if isinstance(value, str) else "-".join(value),
)
def test_what_cannot_be_is_refused_and_the_message_names_the_column(writer, path, table, values):
    uuid = plan(writer)
    before = state(path)
    row = {**(BLOCK if table == "woningblok" else PLAN), **values}
    if table == "woningblok":
        row["project_uuid"] = uuid
    with pytest.raises(Refused, match=table):
        writer.insert(table, **row)
    assert state(path) == before


def test_one_story_ends_in_one_state(qgis_app, fresh_place):
    def tell(writer):
        mother = plan(writer, uuid=name_uuid("moeder"))
        daughter = plan(writer, "Deel", uuid=name_uuid("dochter"), hoofdplan_uuid=mother, fase="concept")
        first = block(writer, mother, 40, uuid=name_uuid("blok 1"), geom=MOVED)
        second = block(writer, daughter, 5, uuid=name_uuid("blok 2"), mutatie="sloop")
        writer.insert(
            "verdeling", uuid=name_uuid("v"), woningblok_uuid=first, kenmerk="eigendom", categorie="koopwoning", aantal=7,
            prijs_min=30_000_000, prijs_max=30_000_000,
        )  # fmt: skip
        step = milestone(writer, mother, "fase_realisatie", uuid=name_uuid("m"), gepland=YESTERDAY, bron="import")
        writer.update("woningblok", first, aantal=41)
        writer.update("mijlpaal", step, gepland=TOMORROW)
        writer.update("project", mother, geom=MOVED)
        writer.update("project", mother, opmerkingen="Vóór de zomer: € 3", in_programmering=True)
        writer.update("woningblok", second, project_uuid=mother)
        (phase,) = [each["uuid"] for each in rows(writer.path, "mijlpaal") if each["project_uuid"] == daughter]
        writer.delete("mijlpaal", phase)
        writer.delete("project", daughter)
        writer.delete("woningblok", second)

    def without_random(found):
        """The milestone that a phase typed by hand made has a uuid of its own each time; so have its traces."""
        text = repr(found)
        for number, uuid in enumerate(dict.fromkeys(UUID4.findall(text))):
            text = text.replace(uuid, f"uuid {number}")
        return text

    ends = []
    for kind in WRITERS:
        copy = fresh_place()
        tell(kind(copy))
        ends.append(without_random(state(copy)))
    assert ends[0] == ends[1]
    assert ends[0] == ends[2]


@pytest.mark.parametrize("table", ["historie", "mijlpaal_prognose", "plancode"])
def test_what_only_grows_refuses_change_and_removal(path, table):
    ours, bare = (kind(path) for kind in WRITERS[:2])
    uuid = plan(ours)
    milestone(ours, uuid, "fase_concept", gepland=TODAY)
    layer = bare._layer(table)
    feature = layer.GetNextFeature()
    column = layer.GetLayerDefn().GetFieldDefn(0).GetName()
    feature.SetField(column, "veranderd")
    before = state(path)
    said = (
        "veranderen nooit" if is_file(path) else "permission denied"
    )  # on a server it is not even a right of the owner's
    with pytest.raises(Refused, match=said):
        bare._checked(lambda: layer.SetFeature(feature))
    layer = bare._layer(table)
    with pytest.raises(Refused, match=said):
        bare._checked(lambda: layer.DeleteFeature(feature.GetFID()))
    assert state(path) == before


def test_a_feature_pasted_in_qgis_becomes_a_plan_of_its_own(qgis_app, path):
    from qgis.core import QgsVectorLayerUtils

    original = plan(WRITERS[0](path), fase="concept")
    layer = qgis_layer(path, "project")
    layer.startEditing()
    source = next(layer.getFeatures())
    attributes = {i: value for i, value in enumerate(source.attributes()) if layer.fields().at(i).name() != "fid"}
    layer.addFeature(QgsVectorLayerUtils.createFeature(layer, source.geometry(), attributes))
    assert layer.commitChanges(), layer.commitErrors()
    (pasted,) = [each for each in rows(path, "project") if each["uuid"] != original]
    assert UUID4.fullmatch(pasted["uuid"])
    assert pasted["code"] == mother_code("9999", pasted["uuid"])
    assert (pasted["versie"], pasted["fase"]) == (1, "concept")


def test_spatial_index_and_rows_agree_after_all_kinds_of_change(writer, path):
    kept, gone = plan(writer), plan(writer, "Weg")
    writer.update("project", kept, geom=MOVED)
    writer.delete("project", gone)
    with open_register(path) as register:
        if is_file(path):
            assert register._file.query("SELECT count(*) FROM rtree_project_geom") == [(1,)]
        assert len(register.read("project", near=(155490, 462990, 155610, 463110))) == 1
        assert register.read("project", near=(154990, 462990, 155110, 463110)).empty


def test_a_milestone_that_takes_effect_by_the_calendar_is_applied_when_the_register_is_opened(path):
    ours = WRITERS[0](path)
    uuid = plan(ours)
    milestone(ours, uuid, "fase_realisatie", gepland=TOMORROW)
    # As if two days went by: the date moves without any trigger noticing.
    behind_the_triggers(path, "mijlpaal", f"UPDATE mijlpaal SET gepland = '{YESTERDAY}'")
    assert row(path, "project", uuid)["fase"] is None
    open_register(path, write=True).close()
    stored = row(path, "project", uuid)
    assert (stored["fase"], stored["versie"]) == ("realisatie", 1)
    assert history(path, "project")[-1]["gebruiker"] == "kalender"


def test_findings_come_and_go_without_history_and_accepting_one_leaves_a_line(writer, path):
    uuid = plan(writer)
    before = len(history(path))
    found = writer.insert(
        "bevinding", regel="overlap", ernst="fout", project_uuid=uuid, melding="a", geaccepteerd=False
    )
    writer.update("bevinding", found, melding="b", maat=2.0)
    assert len(history(path)) == before
    writer.update("bevinding", found, geaccepteerd=True, geaccepteerd_door="jan")
    writer.delete("bevinding", found)
    (line,) = history(path)[before:]
    assert (line["tabel"], line["uuid"], line["op"]) == ("bevinding", found, "U")
    assert line["rij"]["geaccepteerd_door"] == "jan"
