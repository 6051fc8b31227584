"""Loading: what changes in the register, and that nothing does when it goes wrong."""

from __future__ import annotations

import datetime as dt

import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from source_files import Stop, fabric, feature, parcels_file, wfs, write_geojson

from diwi_qgis.errors import Cancelled, InputError
from diwi_qgis.rules.coverage import is_valid_coverage
from diwi_qgis.sources.boundaries import read_boundaries
from diwi_qgis.sources.buildings import read_buildings
from diwi_qgis.sources.load import load
from diwi_qgis.sources.parcels import read_parcels

DAY, LATER = dt.date(2024, 5, 1), dt.date(2025, 5, 1)


def state(register, table="perceel"):
    """The table as values that can be compared."""
    frame = register.read(table).drop(columns="fid")
    frame["geom"] = shapely.to_wkt(frame["geom"].to_numpy())
    return frame.astype(str).sort_values(list(frame.columns)).to_numpy().tolist()


def read(tmp_path, features, day=DAY, **members):
    return read_parcels(write_geojson(tmp_path / "p.json", features, **members), source_date=day)


def all_parcels(**changes):
    return [wfs(number, changes.get(f"p{number}", area)) for number, area in fabric().items()]


def test_what_comes_out_is_what_went_in(register, tmp_path):
    outcome = load(register, read(tmp_path, all_parcels()))
    rows = register.read("perceel").set_index("perceelnummer")
    assert (len(outcome.toegevoegd), outcome.totaal, outcome.complete) == (14, 14, True)
    for number, area in fabric().items():
        assert shapely.equals(rows.loc[number, "geom"], area)
    assert rows.loc[1, "identificatie"] == "00990000010000"
    assert rows.loc[1, "begin_geldigheid"].date() == dt.date(2016, 2, 16)
    assert rows.loc[1, "brondatum"].date() == DAY
    assert rows.loc[1, "aanduiding"] == "TST00-A-1"
    assert len(rows.loc[1, "geom"].geoms[0].interiors) == 1 and len(rows.loc[13, "geom"].geoms) == 2
    assert is_valid_coverage(rows["geom"].to_numpy())


def test_loading_the_same_again_changes_nothing(register, tmp_path):
    load(register, read(tmp_path, all_parcels()))
    before = register.path.read_bytes()
    outcome = load(register, read(tmp_path, all_parcels()))
    assert (outcome.toegevoegd, outcome.gewijzigd, outcome.ongewijzigd) == ([], [], 14)
    assert register.path.read_bytes() == before


def test_a_later_file_updates_adds_and_keeps_the_rest(register, tmp_path):
    load(register, read(tmp_path, [wfs(n, fabric()[n]) for n in (2, 3, 4)]))
    later = [wfs(2, fabric()[2]), wfs(3, fabric()[3], soortGrootteWaarde="Voorlopig"), wfs(5, fabric()[5])]
    outcome = load(register, read(tmp_path, later, LATER))
    assert outcome.toegevoegd == ["00990000050000"]
    assert outcome.gewijzigd == ["00990000030000"]
    assert (outcome.ongewijzigd, outcome.herdateerd, outcome.gebleven, outcome.totaal) == (1, 1, 1, 4)
    dates = register.read("perceel").set_index("perceelnummer")["brondatum"].dt.date.to_dict()
    assert dates == {2: LATER, 3: LATER, 4: DAY, 5: LATER}


def test_an_older_file_is_said_to_be_older(register, tmp_path):
    load(register, read(tmp_path, all_parcels(), LATER))
    outcome = load(register, read(tmp_path, all_parcels(), DAY))
    assert "ouder" in outcome.warnings[-1].nl


def test_a_split_parcel_makes_room_for_its_children(register, tmp_path):
    load(register, read(tmp_path, all_parcels()))
    west, south, east, north = fabric()[2].bounds
    middle = round((west + east) / 2, 3)
    children = [wfs(21, shapely.box(west, south, middle, north)), wfs(22, shapely.box(middle, south, east, north))]
    outcome = load(register, read(tmp_path, children, LATER))
    assert outcome.verdwenen == ["00990000020000"]
    assert outcome.gebleven == 13 and outcome.totaal == 15


def test_replacing_removes_what_is_not_in_the_file(register, tmp_path):
    load(register, read(tmp_path, all_parcels()))
    outcome = load(register, read(tmp_path, [wfs(2, fabric()[2])]), replace=True)
    assert (len(outcome.verdwenen), outcome.ongewijzigd, outcome.totaal) == (13, 1, 1)
    assert register.read("perceel")["perceelnummer"].tolist() == [2]


def test_a_part_of_an_answer_is_loaded_loudly_but_never_replaces(register, tmp_path):
    load(register, read(tmp_path, all_parcels()))
    before = state(register)
    part = read(tmp_path, [wfs(2, fabric()[2])], numberMatched=14)
    with pytest.raises(InputError, match="niet compleet"):
        load(register, part, replace=True)
    assert state(register) == before
    outcome = load(register, part)
    assert outcome.complete is False
    assert "niet compleet" in " ".join(text.nl for text in outcome.warnings)


def test_something_unusable_refuses_all_or_is_skipped_by_name(register, tmp_path):
    load(register, read(tmp_path, [wfs(2, fabric()[2])]))
    before = register.path.read_bytes()
    x, y = 155_000, 463_000
    bow = shapely.Polygon([(x, y), (x + 9, y + 9), (x + 9, y), (x, y + 9)])
    mixed = read(tmp_path, [wfs(3, fabric()[3]), wfs(7, bow)])
    with pytest.raises(InputError, match="00990000070000"):
        load(register, mixed)
    assert register.path.read_bytes() == before
    outcome = load(register, mixed, skip_invalid=True)
    assert outcome.toegevoegd == ["00990000030000"] and not outcome.complete
    assert "Overgeslagen: perceel 00990000070000" in " ".join(text.nl for text in outcome.warnings)


def test_a_file_with_nothing_usable_is_refused_even_when_skipping(register, tmp_path):
    with pytest.raises(InputError):
        load(register, read(tmp_path, [wfs(2, fabric()[2], sectie="?")]), skip_invalid=True)


@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_cancel_leaves_everything_as_it_was(register, tmp_path, after):
    load(register, read(tmp_path, [wfs(2, fabric()[2])]))
    before = state(register)
    with pytest.raises(Cancelled):
        load(register, read(tmp_path, all_parcels(), LATER), progress=Stop(after))
    assert state(register) == before


parcel_sets = st.dictionaries(st.sampled_from(range(2, 13)), st.sampled_from(["Vastgesteld", "Voorlopig"]), min_size=1)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(parcel_sets, min_size=1, max_size=4))
def test_after_any_series_of_files_the_last_word_on_every_parcel_stands(register, tmp_path, files):
    load(register, read(tmp_path, [wfs(2, fabric()[2])]), replace=True)
    expected = {2: "Vastgesteld"}
    for words in files:
        features = [wfs(number, fabric()[number], soortGrootteWaarde=word) for number, word in words.items()]
        outcome = load(register, read(tmp_path, features))
        assert len(outcome.toegevoegd) == len(words.keys() - expected.keys())
        assert len(outcome.gewijzigd) == sum(expected.get(number, word) != word for number, word in words.items())
        assert len(outcome.toegevoegd) + len(outcome.gewijzigd) + outcome.ongewijzigd == len(words)
        expected.update(words)
    rows = register.read("perceel")
    assert dict(zip(rows["perceelnummer"], rows["soort_grootte"])) == expected


def test_areas_of_two_years_stand_side_by_side(register, tmp_path):
    def areas(name, year):
        rows = [feature(fabric()[2], {"gemeentecode": "GM0014", "gemeentenaam": name})]
        return read_boundaries(write_geojson(tmp_path / "g.json", rows), year=year, source_date=DAY)

    load(register, areas("Testdam", 2024))
    outcome = load(register, areas("Nieuw-Testdam", 2025))
    assert outcome.toegevoegd == ["gemeente GM0014 2025"]
    assert load(register, areas("Testdam aan Zee", 2024)).gewijzigd == ["gemeente GM0014 2024"]
    names = register.read("gebied").set_index("jaar")["naam"].to_dict()
    assert names == {2024: "Testdam aan Zee", 2025: "Nieuw-Testdam"}


def test_doesburg_is_loaded_whole(register, cases):
    file = cases / "geodata" / "doesburg.gpkg"
    assert load(register, read_parcels(file, source_date=DAY)).totaal == 4528
    assert load(register, read_buildings(file, source_date=DAY)).totaal == 7797
    assert load(register, read_parcels(file, source_date=DAY)).ongewijzigd == 4528
    assert load(register, read_buildings(file, source_date=DAY)).ongewijzigd == 7797
    assert is_valid_coverage(register.read("perceel")["geom"].to_numpy())


def test_every_real_answer_is_loaded(register, cases):
    for path in sorted((cases / "geodata").glob("*perceel*.json")):
        assert load(register, read_parcels(path, source_date=DAY)).complete
    assert len(register.read("perceel")) == 18


def test_a_file_of_the_register_itself_is_a_source_too(register, tmp_path):
    load(register, read_parcels(parcels_file(tmp_path / "p.json"), source_date=DAY))
    register.close()
    again = read_parcels(register.path, source_date=DAY)
    assert len(again.rows) == 14 and again.refused == []
