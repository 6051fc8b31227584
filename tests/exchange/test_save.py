"""Importing again updates what differs, says so, and leaves alone what the file cannot say."""

import dataclasses
from datetime import date

import pytest
import shapely

from diwi_qgis.errors import Cancelled, RegisterError
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.load import load_plans
from diwi_qgis.exchange.plan import Mijlpaal, Oplevering, Plan, Verdeling, Woningblok
from diwi_qgis.exchange.problems import ImportRefusedError
from diwi_qgis.exchange.rows import read_rows
from diwi_qgis.exchange.save import save
from diwi_qgis.exchange.save_report import Change, Soort
from diwi_qgis.progress import Progress


def plan(extern_id="7", **more):
    """A plan as a reader of DIWI's files gives it."""
    velden = {
        "naam": "Kade",
        "extern_id": extern_id,
        "vertrouwelijkheid": "openbaar",
        "start_datum": date(2025, 1, 1),
        "eind_datum": date(2030, 12, 31),
        **more.pop("velden", {}),
    }
    return Plan(velden, **more)


def blok(naam="Bouw", mutatie="bouw", aantal=10, **more):
    return Woningblok(naam, mutatie, aantal, **more)


@pytest.fixture
def store(register):
    """Saves plans; gives the report."""

    def store(*plans, **options):
        return save(register, plans, RegisterLists.read(register), **options)

    return store


@pytest.fixture
def only(register):
    """The only plan of the register."""

    def only():
        (found,) = load_plans(register)
        return found

    return only


def log(register):
    return len(register.read("historie"))


def changes(report):
    return [change for result in report.plannen for change in result.changes]


def full():
    return plan(
        mijlpalen=[Mijlpaal("fase_concept", gepland=date(2025, 2, 1)), Mijlpaal("status_2A", gepland=date(2026, 1, 1))],
        woningblokken=[
            blok(
                verdelingen=[Verdeling("eigendom", "koopwoning", 6, 1, 2), Verdeling("doelgroep", "Ouderen", 4)],
                opleveringen=[Oplevering(date(2028, 1, 1), 6), Oplevering(date(2029, 1, 1), 4)],
            ),
            blok("Sloop", "sloop", 3),
        ],
        geom=shapely.box(155000, 463000, 155100, 463100),
        status="ACTIVE",
    )


class TestAgain:
    def test_the_same_file_twice_writes_nothing_the_second_time(self, register, store):
        assert store(full()).count(Soort.NIEUW) == 1
        before = log(register)
        report = store(full())
        assert report.count(Soort.ONGEWIJZIGD) == 1
        assert log(register) == before
        assert register.read("project")["versie"].tolist() == [1]

    def test_only_the_changed_column_of_the_changed_row_is_written(self, register, store, only):
        store(full())
        uuid, before = only().uuid, log(register)
        again = full()
        again.woningblokken[0].verdelingen[1].aantal = 5
        assert changes(store(again)) == [
            Change(Soort.GEWIJZIGD, "verdeling", "Bouw: doelgroep Ouderen", "aantal", 4, 5)
        ]
        assert (only().uuid, log(register)) == (uuid, before + 1)

    def test_a_block_gone_from_the_file_goes_and_a_new_one_comes(self, store, only):
        store(full())
        again = full()
        again.woningblokken[1] = blok("Bouw 2", aantal=8)
        report = store(again)
        assert [(c.soort, c.onderdeel) for c in changes(report)] == [
            (Soort.VERWIJDERD, "Sloop"),
            (Soort.NIEUW, "Bouw 2"),
        ]
        assert [found.naam for found in only().woningblokken] == ["Bouw", "Bouw 2"]

    def test_blocks_of_one_name_keep_their_identity_when_the_first_is_removed(self, store, only):
        store(plan(woningblokken=[blok(aantal=5), blok(aantal=8)]))
        second = only().woningblokken[1].uuid
        store(plan(woningblokken=[blok(aantal=8)]))
        assert [(found.uuid, found.aantal) for found in only().woningblokken] == [(second, 8)]

    def test_what_the_file_cannot_say_stays(self, register, store, only):
        store(full())
        kept = only()
        kept.mijlpalen[0].gerealiseerd = date(2025, 3, 1)
        kept.mijlpalen.append(Mijlpaal("bouwrijp", gepland=date(2027, 1, 1)))
        kept.overig["afspraak"] = [{"onderwerp": "prijs", "omschrijving": "laag"}]
        kept.woningblokken[0].oppervlakte_min = 60.0
        kept.woningblokken[0].opleveringen[0].gerealiseerd = True
        kept.velden["opmerkingen"] = "let op"
        store(kept)
        again = full()
        again.geom = None
        again.mijlpalen[0].gepland = date(2025, 3, 1)
        before = log(register)
        assert store(again).count(Soort.ONGEWIJZIGD) == 1
        assert log(register) == before

    def test_a_new_start_of_a_phase_replaces_the_date_that_counted(self, store, only):
        store(full())
        again = full()
        again.mijlpalen[0].gepland = date(2025, 4, 1)
        (change,) = [change for change in changes(store(again)) if change.veld != "eerste_prognose"]
        assert (change.tabel, change.veld, change.oud, change.nieuw) == (
            "mijlpaal",
            "gepland",
            date(2025, 2, 1),
            date(2025, 4, 1),
        )

    def test_an_aborted_plan_gets_that_milestone_and_loses_it_when_active_again(self, store, only):
        store(plan(status="TERMINATED"))
        assert [(m.soort, m.gerealiseerd) for m in only().mijlpalen] == [("afgebroken", date(2030, 12, 31))]
        assert store(plan(status="TERMINATED")).count(Soort.ONGEWIJZIGD) == 1
        store(plan(status="ACTIVE"))
        assert only().mijlpalen == []

    def test_an_area_from_a_file_says_so(self, store, only):
        store(full())
        again = full()
        again.geom = shapely.box(155000, 463000, 155100, 463200)
        store(again)
        assert only().velden["contour_herkomst"] == "ingelezen"

    def test_the_same_area_drawn_from_another_corner_is_the_same(self, register, store):
        store(full())
        again = full()
        again.geom = shapely.MultiPolygon([shapely.box(155000, 463000, 155100, 463100, ccw=False)])
        assert store(again).count(Soort.ONGEWIJZIGD) == 1


class TestRecognising:
    def test_a_number_is_text_and_zeros_count(self, store, register):
        store(plan("7"))
        assert store(plan("007")).count(Soort.NIEUW) == 1
        assert sorted(register.read("project")["extern_id"]) == ["007", "7"]

    def test_a_uuid_goes_before_a_number(self, store, only):
        store(plan("7"))
        moved = dataclasses.replace(plan("8"), uuid=only().uuid)
        assert [c.veld for c in changes(store(moved))] == ["extern_id"]

    def test_a_number_of_two_plans_is_refused_and_nothing_is_stored(self, store, register):
        uuids = ["3f0a2f6e-3c1f-4d6b-9b1a-0a1b2c3d4e5f", "4f0a2f6e-3c1f-4d6b-9b1a-0a1b2c3d4e5f"]
        store(*(dataclasses.replace(plan(velden={"naam": naam}), uuid=u) for naam, u in zip(("Een", "Twee"), uuids)))
        before = log(register)
        with pytest.raises(ImportRefusedError) as refused:
            store(plan("9"), plan("7"))
        (problem,) = refused.value.problems
        assert problem.code == "ambiguous_identification"
        assert "Een" in problem.message.nl and "Twee" in problem.message.nl
        assert log(register) == before

    def test_parts_follow_their_plan_wherever_it_stands_in_the_file(self, store, register):
        whole, part = "3f0a2f6e-3c1f-4d6b-9b1a-0a1b2c3d4e5f", plan("1", velden={"naam": "Deel"})
        part.velden["hoofdplan_uuid"] = whole
        store(part, dataclasses.replace(plan("2"), uuid=whole))
        rows = {row["naam"]: row for row in read_rows(register, "project")}
        assert rows["Deel"]["hoofdplan_uuid"] == whole
        assert rows["Deel"]["code"] == rows["Kade"]["code"] + ".01"

    def test_a_part_of_an_absent_plan_is_refused(self, store):
        with pytest.raises(ImportRefusedError) as refused:
            store(plan(velden={"hoofdplan_uuid": "3f0a2f6e-3c1f-4d6b-9b1a-0a1b2c3d4e5f"}))
        assert [problem.code for problem in refused.value.problems] == ["unknown_parent_plan"]


class TestMaking:
    def test_what_is_missing_is_made_and_said(self, register, store, only):
        values = {"Naam": "x", "Hoogte": 3.5, "Gasloos": True, "Thema": ("Groen", "Rust")}
        made = store(
            plan(
                woningblokken=[blok(verdelingen=[Verdeling("doelgroep", "Studenten", 4)])],
                eigenschappen=values,
                velden={"eigenaar": "An@testdam.nl"},
            ),
            create_missing=True,
        ).aangemaakt
        kinds = {row["naam"]: (row["soort"], row["meervoudig"]) for row in read_rows(register, "eigenschap")}
        assert kinds["Naam"] == ("tekst", False)
        assert kinds["Hoogte"] == ("getal", False)
        assert kinds["Gasloos"] == ("ja_nee", False)
        assert kinds["Thema"] == ("categorie", True)
        assert only().eigenschappen == values
        lists = RegisterLists.read(register)
        assert lists.code("doelgroep", "studenten") == "Studenten"
        assert list(lists.opties["eigenschap:Thema"]) == ["Groen", "Rust"]
        assert any("Studenten" in text.nl for text in made) and any("An@testdam.nl" in text.en for text in made)

    def test_what_was_put_out_of_use_is_used_again_instead_of_made_twice(self, register, store):
        with register.transaction() as write:
            write.insert("codelijst", [{"lijst": "doelgroep", "code": "Oud", "label": "Oud", "actief": False}])
        store(plan(woningblokken=[blok(verdelingen=[Verdeling("doelgroep", "Oud", 4)])]), create_missing=True)
        assert "Oud" in RegisterLists.read(register).opties["doelgroep"]

    def test_an_unknown_property_is_refused_when_nothing_may_be_made(self, store, register):
        before = log(register)
        with pytest.raises(ImportRefusedError):
            store(plan(eigenschappen={"Wat": "x"}))
        assert log(register) == before

    def test_a_new_plan_gets_the_municipality_of_the_register_unless_it_names_another(self, store, register):
        store(plan("1"), plan("2", velden={"gemeente": "Elders"}))
        rows = {row["extern_id"]: row for row in read_rows(register, "project")}
        assert (rows["1"]["gemeente"], rows["1"]["gemeentecode"], rows["1"]["regio"]) == (
            "Testdam",
            "9999",
            "Testregio",
        )
        assert (rows["2"]["gemeente"], rows["2"]["gemeentecode"]) == ("Elders", None)


class TestAllOrNothing:
    def test_a_row_that_the_register_refuses_undoes_all(self, store, register):
        before = log(register)
        with pytest.raises(RegisterError, match="Kade"):
            store(plan("1", velden={"naam": "Goed"}), plan("2", velden={"vertrouwelijkheid": None}))
        assert (log(register), len(register.read("project"))) == (before, 0)

    def test_cancelling_at_any_moment_leaves_nothing(self, store, register):
        class Stop(Progress):
            def __init__(self, after):
                self.left = after

            @property
            def cancelled(self):
                self.left -= 1
                return self.left < 0

        before = log(register)
        for after in range(0, 30, 3):
            with pytest.raises(Cancelled):
                store(full(), plan("8"), progress=Stop(after))
            assert log(register) == before
