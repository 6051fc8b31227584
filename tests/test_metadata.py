"""What the plugin hub and QGIS demand of metadata.txt, and that it agrees with the rest of the project."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import tomllib

ROOT = Path(__file__).resolve().parents[1]
REQUIRED = [
    "name",
    "description",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "about",
    "tracker",
    "repository",
    "homepage",
]


def metadata():
    parser = configparser.ConfigParser()
    parser.read(ROOT / "metadata.txt", encoding="utf8")
    return parser["general"]


def test_all_fields_the_hub_demands_are_there():
    assert [name for name in REQUIRED if not metadata().get(name)] == []


def test_versions_agree():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    assert project["version"] == metadata()["version"]
    assert f"## {project['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf8")


def test_qgis_range_covers_qgis_4_and_processing_works_without_a_window():
    assert metadata()["qgisMinimumVersion"] == "3.22"
    assert metadata()["qgisMaximumVersion"] == "4.99"
    assert metadata()["hasProcessingProvider"] == "yes"
    assert (ROOT / metadata()["icon"]).is_file()


def test_the_tests_run_on_the_oldest_declared_qgis():
    script = (ROOT / "scripts" / "test_versions.sh").read_text(encoding="utf8")
    assert re.search(r"trixie", script) and re.search(r"sid", script)
