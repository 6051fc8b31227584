"""The report of a quality check: complete, linked both ways, escaped, honest about what was not checked."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "rules"))

from quality_world import TODAY, World, square

from diwi_qgis.reports.findings_report import write_findings_report
from diwi_qgis.rules.quality.keep import Comparison
from diwi_qgis.rules.quality.registry import RULES


@pytest.fixture
def world():
    world = World()
    world.plan("Kade <img src=x onerror=alert(1)> & {{ 7*7 }}", geom=square(0, 0))
    world.plan("Haven", geom=square(50, 0))
    world.plan("Goed", bouw=10)
    return world


def report(world, path, accepted=None):
    result = world.check(TODAY)
    names = {row["uuid"]: f"{row['naam']} ({row['code']})" for row in world.rows["project"]}
    write_findings_report(path, result, names, Comparison(accepted=accepted or {}))
    return result, path.read_text(encoding="utf8")


def test_every_finding_stands_with_its_rule_and_with_every_plan_it_is_about(world, tmp_path):
    result, html = report(world, tmp_path / "r.html")
    overlap = next(finding for finding in result.findings if finding.rule == "overlap")
    message = "overlappen elkaar over 5.000 m²"
    assert html.count(message) == 3  # with the rule, and with both plans
    for uuid in (overlap.project_uuid, overlap.other_uuid):
        section = html.split(f'<section id="plan-{uuid}">')[1].split("</section>")[0]
        assert message in section and '<a href="#regel-overlap">' in section


def test_links_lead_somewhere_and_back(world, tmp_path):
    _, html = report(world, tmp_path / "r.html")
    anchors = set(re.findall(r'id="([^"]+)"', html))
    targets = set(re.findall(r'href="#([^"]+)"', html))
    assert targets <= anchors
    assert {"boven", "regels", "plannen", "niet"} <= targets | {"boven"}


def test_every_rule_is_listed_and_the_unchecked_ones_with_their_reason(world, tmp_path):
    result, html = report(world, tmp_path / "r.html")
    for rule in RULES:
        assert rule.title.nl.replace("'", "&#39;") in html
    section = html.split('id="niet"')[1].split("<h2")[0]
    for outcome in result.not_checked:
        assert outcome.not_checked.nl.replace("'", "&#39;") in section
    assert html.count(">goed<") == sum(outcome.state.value == "goed" for outcome in result.outcomes)


def test_names_never_become_markup(world, tmp_path):
    _, html = report(world, tmp_path / "r.html")
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; {{ 7*7 }}" in html


def test_the_report_stands_alone(world, tmp_path):
    _, html = report(world, tmp_path / "r.html")
    assert "<script" not in html
    assert not re.search(r'(src|href)="(https?:)?//', html)


def test_an_acceptance_is_shown_with_its_reason(world, tmp_path):
    _, html = report(world, tmp_path / "r.html", accepted={0: "piet: <parkeergarage>"})
    assert "Geaccepteerd: piet: &lt;parkeergarage&gt;" in html


def test_without_findings_it_says_so(tmp_path):
    world = World()
    for _ in range(12):
        world.plan(bouw=10)
    _, html = report(world, tmp_path / "r.html")
    assert "Geen bevindingen" in html
