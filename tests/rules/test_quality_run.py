"""What a quality check promises whatever the rules: three outcomes, nothing changed, everything explained."""

from __future__ import annotations

import pandas as pd
import pytest
import shapely
from quality_world import TODAY, World, frame

from diwi_qgis.errors import Cancelled
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.tables import TABLES
from diwi_qgis.progress import Progress
from diwi_qgis.rules.quality.finding import ERNST, State
from diwi_qgis.rules.quality.registry import RULES, rule_by_id
from diwi_qgis.rules.quality.run import run_checks


@pytest.fixture
def good():
    """A register of plans with nothing wrong."""
    world = World()
    for number in range(12):
        world.plan(bouw=20 + number)
    return world


def test_a_good_register_has_no_findings_and_says_what_it_could_not_check(good):
    result = good.check()
    assert result.findings == ()
    assert (result.plans, result.blocks) == (12, 12)
    states = {outcome.rule.id: outcome.state for outcome in result.outcomes}
    assert states["overlap"] is State.GOED
    assert states["fasering_som"] is State.GOED
    assert states["dichtheid_uitschieter"] is State.GOED
    unchecked = {outcome.rule.id: outcome.not_checked for outcome in result.not_checked}
    assert "grenzen" in unchecked["buiten_gemeente"].nl
    assert "percelen" in unchecked["niet_op_perceelgrens"].nl
    assert "aanlevering" in unchecked["verplicht_veld"].nl


def test_on_an_empty_register_nothing_is_good():
    result = run_checks({table.name: frame(table.name, []) for table in TABLES}, TODAY)
    assert {outcome.state for outcome in result.outcomes} == {State.NIET_GECONTROLEERD}
    assert all(outcome.not_checked.nl and outcome.not_checked.en for outcome in result.outcomes)


def test_frames_that_were_not_read_make_rules_unchecked(good):
    frames = {"project": good.frames["project"]}
    states = {outcome.rule.id: outcome.state for outcome in run_checks(frames, TODAY).outcomes}
    assert states["verdeling_te_groot"] is State.NIET_GECONTROLEERD
    assert states["gerealiseerd_in_toekomst"] is State.NIET_GECONTROLEERD
    assert states["contour_ongeldig"] is State.GOED


def test_a_rule_left_out_is_not_checked(good):
    first, second = good.plan("Kade"), good.plan("Kade ")
    assert first != second
    assert good.outcome("dubbele_naam").state is State.BEVINDINGEN
    assert good.outcome("dubbele_naam", without={"dubbele_naam"}).state is State.NIET_GECONTROLEERD


def test_a_missing_library_leaves_the_other_rules_at_work(good, monkeypatch):
    good.plan(geom=None, bouw=5)
    block = good.block(good.plan(), 10)
    good.delivery(block, 11, "2034-01-01")
    monkeypatch.setattr(shapely, "__version__", "1.8.5")
    result = good.check()
    geometric = [outcome for outcome in result.outcomes if "shapely" in outcome.rule.libraries]
    assert len(geometric) >= 8
    assert all(outcome.state is State.NIET_GECONTROLEERD for outcome in geometric)
    assert "shapely" in geometric[0].not_checked.nl
    assert result.per_rule()["fasering_som"] == 1


def test_frames_stay_as_they_were(good):
    good.plan("Dubbel", bouw=3)
    good.plan("dubbel", geom=None)
    before, frames = good.frames, good.frames
    run_checks(frames, TODAY)
    for table, rows in before.items():
        pd.testing.assert_frame_equal(rows, frames[table])


def test_cancel_stops_the_check(good):
    class Impatient(Progress):
        @property
        def cancelled(self):
            return True

    with pytest.raises(Cancelled):
        good.check(progress=Impatient())


def test_abandoned_plans_are_left_alone(good):
    plan = good.plan("Oud plan", geom=None)
    assert any(finding.project_uuid == plan for finding in good.check().findings)
    good.step(plan, "afgebroken", "2026-01-01")
    assert all(finding.project_uuid != plan for finding in good.check().findings)


def test_counts_add_up(good):
    block = good.block(good.plan(geom=None), 10)
    good.delivery(block, 11, "2020-06-01")
    result = good.check()
    assert sum(result.per_severity().values()) == len(result.findings) == sum(result.per_rule().values())
    assert set(result.per_severity()) == set(ERNST) == set(codelijst("ernst").codes)


def test_rules_are_explained_in_two_languages_and_have_unique_ids():
    assert len({rule.id for rule in RULES}) == len(RULES) >= 30
    for rule in RULES:
        assert rule.severity in ERNST
        for text in (rule.theme, rule.title, rule.why, rule.remedy):
            assert (text.nl and text.en and text.nl != text.en) or text.nl in ("Planning",), (rule.id, text)
    assert rule_by_id("overlap").severity == "fout"
    with pytest.raises(KeyError):
        rule_by_id("bestaat niet")
