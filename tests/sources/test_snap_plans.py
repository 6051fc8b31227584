"""Plans of a real register snapped to its parcels: what is written, what is proposed, what stays as it was."""

from __future__ import annotations

from datetime import date

import pytest
import shapely
from shapely import wkt

from diwi_qgis.errors import Cancelled, InputError
from diwi_qgis.progress import Progress
from diwi_qgis.rules.coverage import exact_overlap, is_valid_coverage
from diwi_qgis.sources.plan_request import Regel
from diwi_qgis.sources.snap_plans import SnapWens, snap_register
from diwi_qgis.store import open_register

PARCELS = [shapely.box(30 * i, 30 * j, 30 * i + 30, 30 * j + 30) for j in range(3) for i in range(3)]
EXACTLY = SnapWens(tolerance=2.0, shifts=False)


def add_parcels(register, areas=PARCELS):
    rows = [
        {
            "identificatie": f"{number:014d}",
            "aanduiding": f"TST00-A-{number}",
            "akr_gemeentecode": "TST00",
            "sectie": "A",
            "perceelnummer": number,
            "brondatum": date(2026, 3, 1),
            "geom": shapely.MultiPolygon([area]),
        }
        for number, area in enumerate(areas)
    ]
    with register.transaction() as write:
        write.insert("perceel", rows)


def add_plan(register, naam, contour=None, **more):
    geom = wkt.loads(contour) if isinstance(contour, str) else contour
    row = {"naam": naam, "start_datum": date(2025, 1, 1), "eind_datum": date(2030, 1, 1), **more}
    if geom is not None:
        row["geom"] = shapely.MultiPolygon([geom])
    with register.transaction() as write:
        return write.insert("project", [row])[0]


def plans(register):
    return register.read("project").set_index("naam")


def test_certain_plans_are_written_with_their_parcels_and_where_they_come_from(register):
    add_parcels(register)
    add_plan(register, "Links", "POLYGON ((1 1, 31 0, 28 31, 0 29, 1 1))")
    add_plan(register, "Rechts", "POLYGON ((28 0, 61 1, 59 29, 32 31, 28 0))")
    outcome = snap_register(register, None, EXACTLY)
    assert [item.naam for item in outcome.geschreven] == ["Links", "Rechts"]
    table = plans(register)
    assert table.loc["Links", "geom"].equals(shapely.box(0, 0, 30, 30))
    assert table.loc["Links", "contour_herkomst"] == "aangesloten"
    assert str(table.loc["Links", "contour_brondatum"])[:10] == "2026-03-01"
    assert is_valid_coverage(table["geom"].tolist())
    links = register.read("perceel_koppeling")
    assert links["aanduiding"].tolist() == ["TST00-A-0", "TST00-A-1"]
    assert links["aandeel"].tolist() == [1.0, 1.0]
    assert links["geom"].iloc[0].equals(PARCELS[0])


def test_a_doubtful_plan_keeps_its_contour_until_its_proposal_is_applied(register):
    add_parcels(register)
    contour = wkt.loads("POLYGON ((0 0, 45 0, 45 30, 0 30, 0 0))")
    add_plan(register, "Half", contour)
    outcome = snap_register(register, None, EXACTLY)
    assert outcome.geschreven == []
    assert [(doubt.reden, doubt.perceel) for doubt in outcome.aansluitingen[0].twijfels] == [("deel", "TST00-A-1")]
    assert plans(register).loc["Half", "geom"].equals(contour)
    assert register.read("perceel_koppeling").empty
    snap_register(register, None, SnapWens(tolerance=2.0, shifts=False, apply_proposals=True))
    assert register.read("perceel_koppeling")["aandeel"].tolist() == [1.0, 0.5]
    assert plans(register).loc["Half", "contour_herkomst"] == "aangesloten"


def test_a_certain_plan_waits_when_it_would_overlap_a_doubtful_neighbour(register):
    add_parcels(register)
    add_plan(register, "Zeker", "POLYGON ((0 0, 29 0, 29 30, 0 30, 0 0))")
    add_plan(register, "Twijfel", "POLYGON ((29.2 0, 75 0, 75 30, 29.2 30, 29.2 0))")
    outcome = snap_register(register, None, EXACTLY)
    assert outcome.geschreven == []
    assert [doubt.reden for doubt in outcome.aansluitingen[0].twijfels] == ["wacht"]
    assert exact_overlap(plans(register)["geom"].tolist()) == 0


def test_a_second_run_changes_nothing(register):
    add_parcels(register)
    add_plan(register, "Links", "POLYGON ((1 1, 31 0, 28 31, 0 29, 1 1))")
    snap_register(register, None, EXACTLY)
    before = register.read("historie", geometry=False)
    assert snap_register(register, None, EXACTLY).aansluitingen == []
    assert len(register.read("historie", geometry=False)) == len(before)


def test_contours_from_elsewhere_go_to_the_plans_they_name(register):
    add_parcels(register)
    add_plan(register, "Kade", extern_id="K-1")
    regels = [Regel("k-1", geom=wkt.loads("POLYGON ((1 1, 59 -1, 61 31, -1 29, 1 1))"), waar="rij 1")]
    snap_register(register, regels, EXACTLY)
    assert plans(register).loc["Kade", "geom"].equals(shapely.box(0, 0, 60, 30))


def test_every_contour_that_cannot_be_used_is_named_and_nothing_changes(register):
    add_parcels(register)
    add_plan(register, "Kade")
    regels = [
        Regel("Kade", geom=PARCELS[0], waar="rij 1"),
        Regel("Bestaat niet", geom=PARCELS[1], waar="rij 2"),
        Regel("Kade", geom=shapely.Point(1, 1), waar="rij 3"),
    ]
    with pytest.raises(InputError) as error:
        snap_register(register, regels, EXACTLY)
    assert "rij 2 'Bestaat niet': niet gevonden" in error.value.text.nl
    assert "rij 3 'Kade'" in error.value.text.nl
    assert plans(register).loc["Kade", "geom"] is None


def test_a_plan_that_takes_no_part_is_not_overlapped(register):
    add_parcels(register)
    add_plan(register, "Vast", PARCELS[1], contour_herkomst="percelen")
    add_plan(register, "Nieuw", "POLYGON ((0 0, 34 0, 34 30, 0 30, 0 0))")
    snap_register(register, None, SnapWens(tolerance=2.0, shifts=False, apply_proposals=True))
    assert plans(register).loc["Nieuw", "geom"].equals(PARCELS[0])
    assert exact_overlap(plans(register)["geom"].tolist()) == 0


def test_a_part_lies_inside_its_mother_plan(register):
    add_parcels(register)
    mother = add_plan(register, "Hoofdplan", "POLYGON ((1 1, 59 -1, 61 31, -1 29, 1 1))")
    add_plan(register, "Deelplan", "POLYGON ((1 1, 29 1, 29 29, 1 29, 1 1))", hoofdplan_uuid=mother)
    outcome = snap_register(register, None, EXACTLY)
    assert len(outcome.geschreven) == 2
    assert plans(register).loc["Hoofdplan", "geom"].equals(shapely.box(0, 0, 60, 30))
    assert plans(register).loc["Deelplan", "geom"].equals(PARCELS[0])


def test_an_invalid_contour_is_mended_and_asked_about(register):
    add_parcels(register)
    add_plan(register, "Strik", "POLYGON ((0 0, 30 30, 30 0, 0 30, 0 0))")
    outcome = snap_register(register, None, EXACTLY)
    assert "hersteld" in [doubt.reden for doubt in outcome.aansluitingen[0].twijfels]
    assert outcome.geschreven == []


def test_parcels_that_overlap_are_named(register):
    add_parcels(register, [*PARCELS, shapely.box(10, 10, 40, 40)])
    add_plan(register, "Links", PARCELS[0])
    with pytest.raises(InputError, match="TST00-A-9"):
        snap_register(register, None, EXACTLY)


def test_without_parcels_the_user_is_told_what_to_do(register):
    add_plan(register, "Links", PARCELS[0])
    with pytest.raises(InputError, match="loadparcels"):
        snap_register(register, None, EXACTLY)


class CancelAt(Progress):
    """Cancelled when the work is this far."""

    def __init__(self, fraction):
        self.limit, self.now = fraction, 0.0

    def set(self, fraction):
        self.now = max(self.now, fraction)

    @property
    def cancelled(self):
        return self.now >= self.limit


@pytest.mark.parametrize("fraction", [0.0, 0.3, 0.7])
def test_cancel_leaves_everything_as_it_was(register_path, fraction):
    with open_register(register_path, write=True) as register:
        add_parcels(register)
        add_plan(register, "Links", "POLYGON ((1 1, 31 0, 28 31, 0 29, 1 1))")
        before = plans(register).loc["Links", "geom"]
        with pytest.raises(Cancelled):
            snap_register(register, None, EXACTLY, CancelAt(fraction))
    with open_register(register_path) as register:
        assert plans(register).loc["Links", "geom"].equals(before)
        assert register.read("perceel_koppeling").empty
