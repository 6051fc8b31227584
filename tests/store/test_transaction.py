"""Writing and reading: all or nothing, every kind of value comes back as it went in, at the size of a province."""

from __future__ import annotations

import contextlib
import json
from datetime import date, datetime, timezone

import pandas as pd
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from three_writers import SQUARE, history, is_file, name_uuid, state

from diwi_qgis.errors import Cancelled, RegisterError
from diwi_qgis.model.schema import Kind
from diwi_qgis.model.tables import TABLES
from diwi_qgis.store import open_register


def plan(name="Plan", **more):
    return {"naam": name, "start_datum": date(2024, 1, 1), "eind_datum": date(2030, 1, 1), **more}


@pytest.mark.parametrize(
    "stop", [Cancelled(), ValueError("fout"), KeyboardInterrupt()], ids=lambda stop: type(stop).__name__
)
def test_an_exception_or_cancel_leaves_everything_as_it_was(register, stop):
    with register.transaction() as write:
        kept = write.insert("project", [plan()])[0]
    before = {table.name: register.read(table.name) for table in TABLES}
    with pytest.raises(type(stop)), register.transaction() as write:
        write.update("project", [{"uuid": kept, "naam": "Anders"}])
        other = write.insert("project", [plan("Tweede")])[0]
        write.insert("woningblok", [{"project_uuid": other, "naam": "b", "aantal": 1}])
        write.delete("project", [kept])
        raise stop
    for name, frame in before.items():
        pd.testing.assert_frame_equal(register.read(name), frame)


def test_the_last_row_that_fails_takes_all_with_it_and_the_message_says_which_and_why(register):
    rows = [plan(f"Plan {number}") for number in range(50)] + [plan("De laatste", eind_datum=date(2020, 1, 1))]
    with pytest.raises(RegisterError) as refusal, register.transaction() as write:
        write.insert("project", rows)
    assert "De laatste" in refusal.value.text.nl and "eind_datum > start_datum" in refusal.value.text.nl
    assert register.read("project").empty and register.read("plancode").empty
    assert history(register.address) == []


def test_what_was_refused_takes_everything_with_it_also_when_nobody_looks(register):
    with pytest.raises(RegisterError, match="aantal"), register.transaction() as write:
        uuid = write.insert("project", [plan()])[0]
        with contextlib.suppress(RegisterError):
            write.insert("woningblok", [{"project_uuid": uuid, "naam": "b", "aantal": n} for n in (4, -1)])
    assert register.read("project").empty and register.read("woningblok").empty
    with register.transaction() as write:
        uuid = write.insert("project", [plan()])[0]
        write.insert("woningblok", [{"project_uuid": uuid, "naam": "b", "aantal": 4}])
        write.update("project", [{"uuid": uuid, "naam": "Anders"}])
    (stored,) = register.read("project").to_dict("records")
    assert (stored["aantal_bouw"], stored["versie"], stored["naam"]) == (4, 2, "Anders")


def test_rows_added_together_are_as_rows_added_one_by_one(fresh_place):
    mother, daughter, first, second, *more = (name_uuid(str(number)) for number in range(12))
    added = {
        "project": [plan("Moeder", uuid=mother, fase="concept"), plan("Deel", uuid=daughter, hoofdplan_uuid=mother)],
        "woningblok": [
            {"uuid": first, "project_uuid": mother, "naam": "a", "aantal": 7, "geom": shapely.from_wkt(SQUARE)},
            {"uuid": second, "project_uuid": daughter, "naam": "b", "aantal": 3, "mutatie": "sloop"},
        ],
        "oplevering": [
            {"uuid": more[number], "woningblok_uuid": first, "datum": date(2030 + number, 1, 1), "aantal": number}
            for number in (0, 1)
        ],
        "mijlpaal": [
            {"uuid": more[2], "project_uuid": mother, "soort": "fase_ontwerp", "gepland": date(2024, 2, 1)},
            {"uuid": more[3], "project_uuid": daughter, "soort": "fase_ontwerp", "gerealiseerd": date(2024, 5, 1)},
            {"uuid": more[4], "project_uuid": daughter, "soort": "fase_definitie", "gepland": date(2024, 9, 1),
             "gerealiseerd": date(2025, 1, 1)},
        ],
    }  # fmt: skip
    ends = []
    for together in (True, False):
        copy = fresh_place()
        with open_register(copy, write=True) as register, register.transaction(user="jan") as write:
            for table, rows in added.items():
                for part in [rows] if together else [[row] for row in rows]:
                    write.insert(table, part)
        ends.append(state(copy))
    # The milestone that a phase typed by hand makes has a uuid of its own each time.
    made = [row["uuid"] for end in ends for row in end["mijlpaal"] if row["soort"] == "fase_concept"]
    ends = [json.loads(json.dumps(end, default=str).replace(made[0], made[1])) for end in ends]
    for end in ends:
        last = {(line["tabel"], line["uuid"]): line["rij"] for line in end.pop("historie")}
        end["mijlpaal_prognose"].sort(key=str)
        end["laatste stand"] = sorted([*key, row] for key, row in last.items())
    assert ends[0] == ends[1]
    assert [row["aantal_netto"] for row in ends[0]["project"]] == [7, -3]
    assert [row["fase"] for row in ends[0]["project"]] == ["concept", "definitie"]


def test_plans_added_together_get_the_codes_of_plans_added_one_by_one(fresh_place):
    """A code is drawn from three places of the uuid: here the first place, and for two of them the second, is alike."""
    uuids = [f"12345678-0000-4000-a000-{tail:012x}" for tail in (1, 2, 0x11_1111_1111, 0x22_2222_2222)]
    plans = [plan(f"Plan {n}", uuid=uuid, geom=shapely.from_wkt(SQUARE)) for n, uuid in enumerate(uuids)]
    ends = []
    for together in (True, False):
        copy = fresh_place()
        with open_register(copy, write=True) as register, register.transaction(user="jan") as write:
            for part in [plans] if together else [[row] for row in plans]:
                assert write.insert("project", part) == [row["uuid"] for row in part]
        ends.append(state(copy))
    assert ends[0] == ends[1]
    assert len({row["code"] for row in ends[0]["project"]}) == len(ends[0]["plancode"]) == 4


def test_plans_that_use_up_each_others_codes_are_refused_and_the_message_says_which(register):
    uuids = [f"12345678-000{number}-4000-a000-111122223333" for number in range(4)]
    rows = [plan(f"Plan {number}", uuid=uuid) for number, uuid in enumerate(uuids)]
    with pytest.raises(RegisterError, match=r"Plan 3 .*vrije plancode"), register.transaction() as write:
        write.insert("project", rows)
    assert register.read("project").empty and register.read("plancode").empty


def test_many_rows_of_any_length_keep_their_order_whatever_way_they_go(register):
    """Texts that fill a statement, a geometry that a text cannot hold, and rows that come after it."""
    count = 5_200
    long = "'\\\"{é€漢\n" * 30
    blocks = [{"naam": f"b{n}", "aantal": n, "opmerkingen": long if n % 3 else None} for n in range(count)]
    blocks[2_600]["geom"] = shapely.from_wkt(SQUARE)
    with register.transaction() as write:
        project = write.insert("project", [plan()])[0]
        uuids = write.insert("woningblok", [{**block, "project_uuid": project} for block in blocks])
    stored = register.read("woningblok")
    assert list(stored["uuid"]) == uuids == list(dict.fromkeys(uuids))
    assert list(stored["aantal"]) == list(range(count))
    assert list(stored["opmerkingen"]) == [block["opmerkingen"] for block in blocks]
    assert list(stored["geom"].notna().to_numpy().nonzero()[0]) == [2_600]
    assert set(stored["versie"]) == {1} and len(history(register.address, "woningblok")) == count
    assert register.read("project")["aantal_bouw"][0] == count * (count - 1) // 2


def test_the_one_row_among_thousands_that_is_refused_is_named(register):
    blocks = [{"naam": f"Blok {n}", "aantal": -1 if n == 3_333 else n} for n in range(5_000)]
    with pytest.raises(RegisterError) as refusal, register.transaction() as write:
        project = write.insert("project", [plan()])[0]
        write.insert("woningblok", [{**block, "project_uuid": project} for block in blocks])
    assert "Blok 3333" in refusal.value.text.nl and "woningblok.aantal: 0 of meer" in refusal.value.text.nl
    assert register.read("project").empty and register.read("woningblok").empty and history(register.address) == []


@pytest.mark.parametrize("engine", ["geopackage"], indirect=True)
def test_nothing_is_tried_again_when_the_whole_transaction_was_undone(engine, register):
    """What SQLite does when the disk fails; here a trigger does it. Rows written after that would stay."""
    register._file.execute(
        "CREATE TEMP TRIGGER schijf BEFORE INSERT ON woningblok WHEN NEW.naam = 'weg' "
        "BEGIN SELECT RAISE(ROLLBACK, 'disk I/O error'); END"
    )
    with register.transaction() as write:
        project = write.insert("project", [plan()])[0]
    with pytest.raises(RegisterError, match="schijffout"), register.transaction() as write:
        write.insert("woningblok", [{"project_uuid": project, "naam": naam} for naam in ("a", "b", "weg")])
    assert register.read("woningblok").empty and not register.read("sessie")["bezig"].any()


def test_what_is_returned_is_how_it_is_stored(register):
    given = [None, "geen uuid", name_uuid("eigen").upper(), name_uuid("ander")]
    with register.transaction() as write:
        for table, row in (("project", plan()), ("gebruiker", {"naam": "n", "rol": "gebruiker"})):
            uuids = write.insert(table, [{**row, "uuid": uuid} for uuid in given])
            assert list(register.read(table, ["uuid"])["uuid"]) == uuids
            assert uuids[2:] == [name_uuid("eigen"), name_uuid("ander")] and "geen uuid" not in uuids


def test_messages_are_in_two_languages_and_name_the_column(register):
    with pytest.raises(RegisterError) as refusal, register.transaction() as write:
        write.insert("project", [plan(gemeentecode="12345")])
    assert "project.gemeentecode: hoogstens 4 tekens" in refusal.value.text.nl
    assert "project.gemeentecode: at most 4 characters" in refusal.value.text.en
    with pytest.raises(RegisterError) as refusal, register.transaction() as write:
        write.insert("project", [plan(naam=None)])
    assert "project.naam is verplicht" in refusal.value.text.nl
    with pytest.raises(RegisterError, match="geen geheel getal"), register.transaction() as write:
        uuid = write.insert("project", [plan()])[0]
        write.insert("woningblok", [{"project_uuid": uuid, "naam": "b", "aantal": 2.5}])


def test_mothers_go_in_before_daughters_and_out_after_them_whatever_the_order(register):
    mother, middle, last = ("00000000-0000-4000-a000-00000000000" + digit for digit in "123")
    rows = [
        plan("Kleindochter", uuid=last, hoofdplan_uuid=middle),
        plan("Moeder", uuid=mother),
        plan("Dochter", uuid=middle, hoofdplan_uuid=mother),
    ]
    with register.transaction() as write:
        assert write.insert("project", rows) == [last, mother, middle]
    with register.transaction() as write:
        write.delete("project", [mother, middle, last])
    assert register.read("project").empty


def test_rows_that_are_not_there_are_told(register):
    for action in ("update", "delete"):
        with pytest.raises(RegisterError, match=r"niet .*in register"), register.transaction() as write:
            if action == "update":
                write.update("project", [{"uuid": "weg", "naam": "x"}])
            else:
                write.delete("project", ["weg"])


def test_only_source_tables_and_findings_are_emptied_as_a_whole(register):
    parcel = {"identificatie": "00000000000001", "aanduiding": "TDM00-A-1", "akr_gemeentecode": "TDM00", "sectie": "A"}
    parcel.update(perceelnummer=1, brondatum=date(2026, 1, 1), geom=shapely.from_wkt(SQUARE))
    with register.transaction() as write:
        assert write.insert("perceel", [parcel]) == []
        write.insert("bevinding", [{"regel": "r", "ernst": "fout", "melding": "m", "geom": shapely.Point(1, 2)}])
        write.insert("project", [plan()])
    with register.transaction() as write:
        write.clear("perceel")
        write.clear("bevinding")
    assert register.read("perceel").empty and register.read("bevinding").empty
    for table in ("project", "historie"):
        with pytest.raises(ValueError, match="never emptied"), register.transaction() as write:
            write.clear(table)
    assert len(register.read("project")) == 1


def test_a_transaction_reads_its_own_writing(register):
    with register.transaction() as write:
        write.insert("project", [plan(in_programmering=True)])
        assert list(register.read("project")["in_programmering"]) == [True]


def test_geometry_is_made_multi_and_flat_and_only_areas_are_taken(register):
    square = shapely.box(0, 0, 1, 1)
    with register.transaction() as write:
        write.insert("project", [plan(geom=shapely.force_3d(square, 5.0)), plan("Leeg", geom=shapely.MultiPolygon())])
    first, second = register.read("project", ["geom"])["geom"]
    assert first.geom_type == "MultiPolygon" and not first.has_z and first.equals(square)
    assert second is None
    with pytest.raises(RegisterError, match=r"LineString.*vlak"), register.transaction() as write:
        write.insert("project", [plan("Lijn", geom=shapely.LineString([(0, 0), (1, 1)]))])


def test_columns_may_be_changed_in_any_order(register):
    with register.transaction() as write:
        uuid = write.insert("project", [plan()])[0]
        write.update("project", [{"geom": shapely.from_wkt(SQUARE), "uuid": uuid, "naam": "Wal", "opmerkingen": None}])
    (stored,) = register.read("project").to_dict("records")
    assert (stored["naam"], stored["geom"].wkt, stored["versie"]) == ("Wal", SQUARE, 2)


def test_any_name_can_sign(register):
    name = "Jeanne d'Arc; DROP TABLE project"
    with register.transaction(user=name) as write:
        write.insert("project", [plan()])
    # A server knows who logged in.
    assert register.read("project")["gewijzigd_door"][0] == (name if is_file(register.address) else "beheerder")


def test_a_moment_is_stored_in_utc(register):
    from datetime import timedelta

    moment = datetime(2026, 7, 1, 14, 30, 15, 250_000, tzinfo=timezone(timedelta(hours=2)))
    with register.transaction() as write:
        write.insert("melding", [{"tekst": "t", "gelezen": moment}])
    assert register.read("melding")["gelezen"][0] == pd.Timestamp("2026-07-01 12:30:15.250")


def test_frames_have_the_declared_types_empty_or_not(register):
    dtypes = {
        Kind.INTEGER: "Int64",
        Kind.REAL: "float64",
        Kind.BOOLEAN: "boolean",
        Kind.DATE: "datetime64[ns]",
        Kind.TIMESTAMP: "datetime64[ns]",
        Kind.TEXT: "object",
    }

    def check():
        for table in TABLES:
            frame = register.read(table.name)
            expected = {column.name: dtypes[column.kind] for column in table.all_columns}
            expected.update({"geom": "object"} if table.geometry else {})
            assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == expected

    check()
    with register.transaction() as write:
        uuid = write.insert("project", [plan(), plan("Vol", in_programmering=True, geom=shapely.from_wkt(SQUARE))])[0]
        write.insert("woningblok", [{"project_uuid": uuid, "naam": "b", "aantal": 1}])
        write.insert("mijlpaal", [{"project_uuid": uuid, "soort": "fase_concept", "gepland": date(2025, 1, 1)}])
    check()
    assert list(register.read("project", ["naam", "geom"]).columns) == ["naam", "geom"]
    assert "geom" not in register.read("project", geometry=False)
    assert list(register.read("project", ["naam"]).columns) == ["naam"]


texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=50)
rows = st.fixed_dictionaries(
    {"naam": texts},
    optional={
        "opmerkingen": st.none() | texts,
        "extern_id": st.none()
        | st.sampled_from(["007", "0307", "1e5", "NULL", " x ", "é€漢", "'; DROP TABLE project; --"]),
        "in_programmering": st.none() | st.booleans(),
        "contour_brondatum": st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    },
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    plans=st.lists(rows, min_size=1, max_size=8), areas=st.lists(st.none() | st.floats(0, 1e6), min_size=8, max_size=8)
)
def test_values_come_back_as_they_went_in(register, plans, areas):
    with register.transaction() as write:
        old = list(register.read("project", ["uuid"])["uuid"])
        write.delete("project", old)
        uuids = write.insert(
            "project", [plan(row["naam"], **{k: v for k, v in row.items() if k != "naam"}) for row in plans]
        )
        blocks = [{"project_uuid": u, "naam": "b", "aantal": 1, "oppervlakte_min": a} for u, a in zip(uuids, areas)]
        write.insert("woningblok", blocks)
    stored = register.read("project")
    assert list(stored["uuid"]) == uuids
    for row, (_, back) in zip(plans, stored.iterrows()):
        for name in ("naam", "opmerkingen", "extern_id"):
            assert back[name] == row.get(name)
        expected = row.get("in_programmering")
        assert back["in_programmering"] is pd.NA if expected is None else back["in_programmering"] == expected
        expected = row.get("contour_brondatum")
        assert pd.isna(back["contour_brondatum"]) if expected is None else back["contour_brondatum"].date() == expected
    sizes = register.read("woningblok", ["oppervlakte_min"])["oppervlakte_min"]
    assert [None if pd.isna(size) else size for size in sizes] == areas[: len(plans)]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(numbers=st.lists(st.none() | st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=20))
def test_a_real_number_comes_back_to_the_last_digit(register, numbers):
    with register.transaction() as write:
        write.delete("project", list(register.read("project", ["uuid"])["uuid"]))
        project = write.insert("project", [plan()])[0]
        always = {"project_uuid": project, "onderwerp": "overig", "omschrijving": "o"}
        write.insert("afspraak", [{**always, "waarde": number} for number in numbers])
    stored = register.read("afspraak", ["waarde"])["waarde"]
    assert [None if pd.isna(number) else number for number in stored] == numbers


@pytest.mark.slow
def test_tables_are_read_time_after_time_without_a_crash(place):
    """GDAL before 3.11.4 crashes now and then where it reads in its own thread: see `store.frames`."""
    always = {"soort": "buurt", "gemeentecode": "9999", "brondatum": date(2024, 1, 1)}
    with open_register(place, write=True) as register, register.transaction() as write:
        write.insert("gebied", [{**always, "code": f"BU{n:08}", "naam": f"Buurt {n}"} for n in range(20_000)])
    with open_register(place) as register:
        for _ in range(200):
            assert list(register.read("gebied", ["naam"])["naam"]) == [f"Buurt {n}" for n in range(20_000)]


@pytest.mark.slow
def test_a_large_register_is_written_and_read_whole(place):
    count = 2_000
    shapes = [shapely.Point(100_000 + 10 * number, 400_000).buffer(4) for number in range(count)]
    with open_register(place, write=True) as register:
        with register.transaction() as write:
            uuids = write.insert("project", [plan(f"Plan {n}", geom=shapes[n]) for n in range(count)])
            blocks = [{"project_uuid": uuids[n // 3], "naam": f"Blok {n}", "aantal": n % 7} for n in range(3 * count)]
            write.insert("woningblok", blocks)
        projects, blocks = register.read("project"), register.read("woningblok")
        assert list(projects["uuid"]) == uuids and projects["code"].is_unique
        assert shapely.equals(list(projects["geom"]), shapes).all()
        assert projects["aantal_bouw"].sum() == blocks["aantal"].sum() == sum(n % 7 for n in range(3 * count))
        assert len(blocks) == 3 * count
