"""Settings that an organisation can preset: all go through QgsSettings, and each is in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = [*(ROOT / "diwi_qgis").rglob("*.py"), *(ROOT / "processing").glob("*.py")]
USE = re.compile(r'QgsSettings\(\)\.\w+\(\s*(f?"[^"]*"|\w+)')


def keys():
    """Every key that the code reads or writes."""
    from diwi_qgis.sources.services import SETTING

    for source in SOURCES:
        text = source.read_text(encoding="utf8")
        for given in USE.findall(text):
            if not given.endswith('"'):
                given = re.search(rf'^{given}(?:: \w+)? = (f?"[^"]*")', text, re.MULTILINE)[1]  # noqa: PLW2901
            yield given.lstrip("f").strip('"').replace("{SETTING}", SETTING)


def test_every_setting_is_documented_and_no_other():
    documented = re.findall(r"`([\w/]+/\w+)`", (ROOT / "docs" / "instellingen.md").read_text(encoding="utf8"))
    assert sorted(set(keys())) == sorted(documented)


def test_settings_are_those_that_an_organisation_can_preset():
    """`QSettings` does not know qgis_global_settings.ini."""
    assert [source.name for source in SOURCES if re.search(r"\bQSettings\b", source.read_text(encoding="utf8"))] == []
