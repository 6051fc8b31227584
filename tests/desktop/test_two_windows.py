"""Two real QGIS windows on one register on a server: both edit the same plan; the conflict is shown and merged."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import shapely

ROOT = Path(__file__).resolve().parents[2]
OUTPUT = Path(os.environ.get("DIWI_DESKTOP", ROOT / "build" / "desktop"))

pytestmark = pytest.mark.slow


@pytest.fixture
def office(postgis_server):
    """A register with one plan, and two chief users; gives its address and the function that gives that of a user."""
    from diwi_qgis.store import PostgisAddress, create_register

    with postgis_server.database() as database:  # not a copy of one: group roles have the name of the database
        names = {who: f"{who}_{database}" for who in ("anna", "bea")}
        postgis_server.run(*(f"CREATE ROLE {name} LOGIN" for name in names.values()))
        place = PostgisAddress(postgis_server.parameters(database))
        testdam = {"gemeentecode": "9999", "gemeente": "Testdam", "provincie": "Zuid-Holland", "regio": "Testregio"}
        with create_register(place, **testdam) as register, register.transaction() as write:
            write.insert(
                "gebruiker", [{"naam": who, "inlognaam": name, "rol": "hoofdgebruiker"} for who, name in names.items()]
            )
            area = shapely.MultiPolygon([shapely.box(155000, 463000, 155200, 463100)])
            start, end = dt.date(2025, 1, 1), dt.date(2032, 1, 1)
            plan = {"naam": "Havenkwartier", "start_datum": start, "eind_datum": end, "geom": area}
            (uuid,) = write.insert("project", [plan])
        yield place, uuid, lambda who: PostgisAddress({**place.parameters, "user": names[who]})


def test_two_windows_edit_the_same_plan_and_the_conflict_is_merged(office, tmp_path):
    sys.path.insert(0, str(ROOT / "scripts"))
    from diwi_qgis.store import open_register
    from qgis_window import missing, run_inside

    if missing():
        pytest.skip(f"needs {missing()}")
    place, uuid, address_of = office

    def window(who):
        given = json.dumps(dict(address_of(who).parameters))
        program = Path(__file__).with_name("two_windows_inside.py")
        return run_inside(program, OUTPUT / f"twee_{who}", DIWI_WHO=who, DIWI_PLACE=given, DIWI_MEET=str(tmp_path))

    with ThreadPoolExecutor() as pool:
        codes = list(pool.map(window, ("anna", "bea")))
    logs = "\n".join(
        (OUTPUT / f"twee_{who}" / "qgis.log").read_text(encoding="utf8")[-3000:] for who in ("anna", "bea")
    )
    assert {path.name for path in tmp_path.glob("*.done")} == {"anna.done", "bea.done"}, logs
    assert codes == [0, 0], logs
    # Only what both changed was asked: it was, mine, theirs.
    (line,) = json.loads((tmp_path / "conflict.json").read_text(encoding="utf8"))
    assert line == [
        "Plan Havenkwartier Noord, Projectnaam",
        "Havenkwartier",
        "Havenkwartier Oost",
        "Havenkwartier Noord",
    ]
    with open_register(place) as register:
        row = register.rows_now("project", [uuid])[uuid]
        signed = [each["gebruiker"] for each in register.plan_history(uuid)]
    assert (row["naam"], row["prioriteit"]) == ("Havenkwartier Oost", "hoog")
    assert row["opmerkingen"] == "Overlegd met de ontwikkelaar"
    assert [name.partition("_")[0] for name in signed] == ["beheerder", "bea", "anna"]
