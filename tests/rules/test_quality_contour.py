"""Plan areas by themselves, against each other, and against municipality and parcels."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from quality_world import World, box, square
from shapely import wkt

from diwi_qgis.rules.quality.finding import State
from diwi_qgis.rules.quality.options import Options


@pytest.fixture
def world():
    return World()


def shape(text):
    """WKT in metres from the middle of the country."""
    return shapely.transform(wkt.loads(text), lambda points: points + np.array([150_000, 450_000]))


# -- by itself ---------------------------------------------------------------------------------------------------------


def test_a_plan_without_area_is_found_but_a_main_plan_may_go_without(world):
    mother = world.plan(geom=None)
    world.plan(hoofdplan_uuid=mother)
    lost = world.plan(geom=None)
    empty = world.plan(geom=wkt.loads("MULTIPOLYGON EMPTY"))
    assert {finding.project_uuid for finding in world.found("contour_ontbreekt")} == {lost, empty}


def test_a_bow_tie_is_found_where_it_crosses(world):
    plan = world.plan(geom=shape("MULTIPOLYGON (((0 0, 10 10, 10 0, 0 10, 0 0)))"))
    world.plan()
    (finding,) = world.found("contour_ongeldig")
    assert finding.project_uuid == plan
    assert finding.geometry.contains(shape("POINT (5 5)"))


@pytest.mark.parametrize(
    "geom",
    [box(450_000, 150_000, 450_100, 150_100), box(5.1, 52.0, 5.2, 52.1), box(1e9, 1e9, 2e9, 2e9)],
    ids=["swapped", "degrees", "nowhere"],
)
def test_an_area_outside_the_country_is_found(world, geom):
    plan = world.plan(geom=geom)
    world.plan()
    (finding,) = world.found("contour_ongeldig")
    assert finding.project_uuid == plan
    assert finding.geometry is None


def test_coordinates_too_large_to_compute_with_stop_no_other_rule(world):
    world.plan(geom=shapely.transform(square(0, 0), lambda points: points * 1e302))
    first, second = world.plan(geom=square(0, 0)), world.plan(geom=square(50, 0))
    (overlap,) = world.found("overlap")
    assert {overlap.project_uuid, overlap.other_uuid} == {first, second}
    assert len(world.found("contour_ongeldig")) == 1


@pytest.mark.parametrize(
    "key, geometry",
    [
        ("deel", "MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0)), ((200 0, 200.5 0, 200.5 0.5, 200 0.5, 200 0)))"),
        ("deel", "MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0)), ((200 0, 300 0, 300 0.1, 200 0.1, 200 0)))"),
        ("gat", "MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0), (50 50, 50.2 50, 50.2 50.2, 50 50.2, 50 50)))"),
        ("piek", "MULTIPOLYGON (((0 0, 100 0, 100 50, 140 50.1, 100 50.2, 100 100, 0 100, 0 0)))"),
        ("piek", "MULTIPOLYGON (((140 50.1, 100 50.2, 100 100, 0 100, 0 0, 100 0, 100 50, 140 50.1)))"),
    ],
)
def test_scraps_pinholes_and_spikes_are_found(world, key, geometry):
    plan = world.plan(geom=shape(geometry))
    world.plan()
    (finding,) = world.found("contour_snippers")
    assert (finding.project_uuid, finding.key) == (plan, key)
    assert finding.geometry.intersects(world.frames["project"]["geom"][0])


def test_a_yard_and_a_normal_second_part_are_no_scraps(world):
    world.plan(
        geom=shape(
            "MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0), (40 40, 60 40, 60 60, 40 60, 40 40)),"
            " ((200 0, 203 0, 203 3, 200 3, 200 0)))"
        )
    )
    assert world.outcome("contour_snippers").state is State.GOED


# -- overlap -----------------------------------------------------------------------------------------------------------


def test_an_overlap_names_both_plans_its_size_and_shares(world):
    one, two = world.plan("Kade", geom=square(0, 0)), world.plan("Haven", geom=square(90, 0, side=200))
    (finding,) = world.found("overlap")
    assert {finding.project_uuid, finding.other_uuid} == {one, two}
    assert finding.measure == pytest.approx(1000)
    assert finding.geometry.area == pytest.approx(1000)
    assert "Kade" in finding.message.nl and "Haven" in finding.message.nl
    assert "10 %" in finding.message.nl and "2 %" in finding.message.nl


def test_touching_is_not_overlapping_and_a_hair_is_not_either(world):
    world.plan(geom=square(0, 0))
    world.plan(geom=square(100, 0))
    world.plan(geom=square(0, 99.95))  # 5 cm over 100 m: 5 m², but too narrow
    assert world.outcome("overlap").state is State.GOED
    assert len(world.found("overlap", options=Options(overlap_width=0.01))) == 1


def test_mother_daughter_and_granddaughter_may_lie_on_each_other_but_sisters_may_not(world):
    mother = world.plan(geom=square(0, 0, side=300))
    one = world.plan(geom=square(0, 0), hoofdplan_uuid=mother)
    two = world.plan(geom=square(50, 0), hoofdplan_uuid=mother)
    world.plan(geom=square(120, 10, side=20), hoofdplan_uuid=two)  # granddaughter, on her mother and grandmother
    (finding,) = world.found("overlap")
    assert {finding.project_uuid, finding.other_uuid} == {one, two}


def test_the_same_pair_is_named_the_same_way_round_in_every_order(world):
    world.plan(geom=square(0, 0), code="B")
    first = world.plan(geom=square(50, 0), code="A")
    (finding,) = world.found("overlap")
    assert finding.project_uuid == first


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400), st.integers(20, 200)), min_size=2, max_size=12))
def test_overlaps_are_exactly_the_pairs_that_share_ground(squares):
    world = World()
    uuids = [world.plan(geom=square(*place), status=None) for place in squares]
    areas = world.frames["project"]["geom"]
    expected = {
        frozenset((uuids[a], uuids[b]))
        for a in range(len(uuids))
        for b in range(a)
        if areas[a].intersection(areas[b]).area >= 1
    }
    assert {frozenset((f.project_uuid, f.other_uuid)) for f in world.found("overlap")} == expected


# -- main plan and municipality ----------------------------------------------------------------------------------------


def test_a_daughter_outside_her_mother_is_found(world):
    mother = world.plan(geom=square(0, 0, side=300))
    world.plan(geom=square(10, 10), hoofdplan_uuid=mother)
    out = world.plan(geom=square(250, 0), hoofdplan_uuid=mother)
    (finding,) = world.found("deelplan_buiten_hoofdplan")
    assert (finding.project_uuid, finding.other_uuid) == (out, mother)
    assert finding.measure == pytest.approx(5000)


def test_a_daughter_of_a_plan_without_area_is_not_checked(world):
    world.plan(hoofdplan_uuid=world.plan(geom=None))
    outcome = world.outcome("deelplan_buiten_hoofdplan")
    assert outcome.state is State.NIET_GECONTROLEERD
    assert outcome.not_checked.nl.startswith("1 ")


def municipality(world, code, geom, jaar=2026):
    world.add("gebied", soort="gemeente", code=f"GM{code}", naam=code, gemeentecode=code, jaar=jaar, geom=geom)


def test_a_plan_outside_its_municipality_is_found_with_how_much(world):
    municipality(world, "9999", box(149_000, 449_000, 151_000, 451_000))
    world.plan(geom=square(0, 0))
    out = world.plan(geom=square(950, 0))
    (finding,) = world.found("buiten_gemeente")
    assert finding.project_uuid == out
    assert finding.measure == pytest.approx(5000)


def test_of_two_years_the_last_boundary_counts(world):
    municipality(world, "9999", box(149_000, 449_000, 150_050, 451_000), jaar=2020)
    municipality(world, "9999", box(149_000, 449_000, 151_000, 451_000), jaar=2026)
    world.plan(geom=square(0, 0))
    assert world.outcome("buiten_gemeente").state is State.GOED


def test_a_plan_of_a_municipality_that_was_not_loaded_is_not_checked(world):
    municipality(world, "9999", box(149_000, 449_000, 151_000, 451_000))
    world.plan(geom=square(0, 0), gemeentecode="0307")
    outcome = world.outcome("buiten_gemeente")
    assert outcome.state is State.NIET_GECONTROLEERD
    assert "0307" in outcome.not_checked.nl


# -- parcels -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def parcels(world):
    """Ten by ten parcels of 50 m, with shared vertices."""
    for row in range(10):
        for column in range(10):
            world.add(
                "perceel",
                identificatie=f"{row}{column}",
                aanduiding=f"TDM00-A-{row}{column}",
                geom=square(50 * column, 50 * row, side=50),
            )
    return world


def test_a_plan_of_whole_parcels_follows_them(parcels):
    area = shapely.union_all([square(50 * column, 50, side=50) for column in range(3)])
    parcels.plan(geom=shapely.MultiPolygon([area]))
    assert parcels.outcome("niet_op_perceelgrens").state is State.GOED


def test_a_rough_plan_is_found_with_the_length_that_is_off(parcels):
    rough = parcels.plan(geom=shape("MULTIPOLYGON (((0 0, 100 0, 100 120, 0 120, 0 0)))"))
    (finding,) = parcels.found("niet_op_perceelgrens")
    assert finding.project_uuid == rough
    assert finding.measure == pytest.approx(100, abs=5)  # the edge at 120 m, but for where a border crosses it
    assert finding.geometry.covers(shape("LINESTRING (10 120, 40 120)"))


def test_a_plan_within_tolerance_is_fine(parcels):
    parcels.plan(geom=shape("MULTIPOLYGON (((0.2 0.2, 99.8 0.1, 100.3 100.2, -0.3 99.9, 0.2 0.2)))"))
    assert parcels.outcome("niet_op_perceelgrens").state is State.GOED
    assert len(parcels.found("niet_op_perceelgrens", options=Options(parcel_tolerance=0.01))) == 1


def test_a_cut_through_a_parcel_that_was_chosen_in_part_is_fine(parcels):
    cut = shape("MULTIPOLYGON (((0 0, 50 0, 50 25, 0 25, 0 0)))")
    plan = parcels.plan(geom=cut, contour_herkomst="aangesloten")
    assert len(parcels.found("niet_op_perceelgrens")) == 1
    parcels.add(
        "perceel_koppeling",
        project_uuid=plan,
        identificatie="00",
        aanduiding="TDM00-A-00",
        oppervlakte=2500.0,
        aandeel=0.5,
        geom=square(0, 0, side=50),
    )
    assert parcels.outcome("niet_op_perceelgrens").state is State.GOED


def test_an_outline_changed_on_purpose_and_a_plan_far_from_any_parcel_are_left_alone(parcels):
    parcels.plan(geom=square(13, 13), contour_herkomst="aangepast")
    parcels.plan(geom=square(5000, 5000))
    outcome = parcels.outcome("niet_op_perceelgrens")
    assert outcome.findings == ()
    assert outcome.not_checked.nl.startswith("1 plan")


def test_a_linked_parcel_that_is_gone_is_found_only_where_parcels_were_loaded(parcels):
    plan = parcels.plan(geom=square(0, 0))
    link = {"project_uuid": plan, "oppervlakte": 2500.0, "aandeel": 1.0}
    parcels.add("perceel_koppeling", identificatie="00", aanduiding="A-00", geom=square(0, 0, 50), **link)
    parcels.add("perceel_koppeling", identificatie="oud", aanduiding="A-99", geom=square(50, 0, 50), **link)
    parcels.add("perceel_koppeling", identificatie="ver", aanduiding="A-77", geom=square(5000, 0, 50), **link)
    outcome = parcels.outcome("perceel_vervallen")
    assert [finding.key for finding in outcome.findings] == ["oud"]
    assert outcome.not_checked.nl.startswith("1 ")


def test_what_became_of_a_parcel_is_told_and_a_better_measurement_weighs_less(parcels):
    plan = parcels.plan(geom=square(0, 0))
    link = {"project_uuid": plan, "oppervlakte": 2500.0, "aandeel": 1.0}
    parcels.add("perceel_koppeling", identificatie="00", aanduiding="A-00", geom=square(0, 0, 50.3), **link)
    parcels.add("perceel_koppeling", identificatie="10", aanduiding="A-10", geom=square(0, 50, 62), **link)
    parcels.add("perceel_koppeling", identificatie="oud", aanduiding="A-99", geom=square(150, 150, 50), **link)
    found = {finding.key: finding for finding in parcels.found("perceel_gewijzigd")}
    assert set(found) == {"00", "10"}
    assert found["00"].severity == "info" and "A-00: opnieuw ingemeten" in found["00"].message.nl
    assert found["10"].severity == "waarschuwing"
    (gone,) = parcels.found("perceel_vervallen")
    assert "A-99: vernummerd" in gone.message.nl
