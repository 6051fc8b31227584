"""What stays of an earlier check: acceptances, and nothing else."""

from __future__ import annotations

import pytest
from quality_world import TODAY, World, frame, square

from diwi_qgis.rules.quality.keep import compare
from diwi_qgis.rules.quality.run import run_checks


def stored(rows, **accepted):
    """Table `bevinding` after these rows were inserted; `accepted` sets columns of all of them."""
    return frame(
        "bevinding",
        [{"uuid": str(number), "geaccepteerd": False, **row, **accepted} for number, row in enumerate(rows)],
    )


@pytest.fixture
def world():
    world = World()
    world.plan(geom=square(0, 0))
    world.plan(geom=square(60, 0))
    block = world.block(world.plan(), 10)
    world.delivery(block, 12, "2030-01-01")
    return world


def findings_of(world):
    return run_checks(world.frames, TODAY)


def test_the_same_findings_again_are_no_change(world):
    first = compare(findings_of(world), stored([]))
    assert len(first.new) == len(findings_of(world).findings) and not first.changed and not first.gone
    second = compare(findings_of(world), stored(first.new))
    assert (second.new, second.changed, second.gone, second.kept) == ([], [], [], len(first.new))


def test_an_accepted_finding_stays_accepted_while_it_does_not_get_worse(world):
    before = stored(
        compare(findings_of(world), stored([])).new, geaccepteerd=True, reden="mag", geaccepteerd_door="piet"
    )
    world.rows["project"][1]["geom"] = square(62, 0)  # a smaller overlap
    again = compare(findings_of(world), before)
    assert again.reopened == 0
    assert set(again.accepted.values()) == {"piet: mag"}
    assert any("maat" in row for row in again.changed)  # the size is new, the acceptance is not touched
    assert all("geaccepteerd" not in row for row in again.changed)


def test_an_accepted_finding_that_grows_is_looked_at_again(world):
    before = stored(compare(findings_of(world), stored([])).new, geaccepteerd=True)
    world.rows["oplevering"][0]["aantal"] = 20  # ten too many instead of two
    again = compare(findings_of(world), before)
    assert again.reopened == 1
    assert [row["geaccepteerd"] for row in again.changed] == [False]


def test_what_is_solved_goes(world):
    before = stored(compare(findings_of(world), stored([])).new)
    world.rows["oplevering"][0]["aantal"] = 10
    again = compare(findings_of(world), before)
    assert len(again.gone) == 1


def test_an_acceptance_outlives_a_check_that_could_not_be_done(world):
    before = stored(compare(findings_of(world), stored([])).new, geaccepteerd=True)
    result = run_checks(world.frames, TODAY, without={"overlap"})
    again = compare(result, before)
    overlap = before.loc[before["regel"] == "overlap", "uuid"].iloc[0]
    assert overlap not in again.gone


def test_two_findings_alike_are_two_findings(world):
    plan = world.plan()
    for _ in range(2):
        world.step(plan, "afgerond", "2100-01-01")
    first = compare(findings_of(world), stored([]))
    alike = [row for row in first.new if row["regel"] == "mijlpaal_buiten_looptijd"]
    assert len(alike) == 2
    second = compare(findings_of(world), stored(first.new))
    assert (second.new, second.gone) == ([], [])
