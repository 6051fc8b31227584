"""Numbers, areas, days and plurals as Dutch and English readers write them, in messages and in the window alike."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diwi_qgis import notation
from diwi_qgis.texts import Text

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("template", "values", "nl", "en"),
    [
        ("{maat:.0f} m²", {"maat": 38313.2}, "38.313 m²", "38,313 m²"),
        ("{maat:.1f} m²", {"maat": 1234.56}, "1.234,6 m²", "1,234.6 m²"),
        ("{aantal:n}", {"aantal": 1200}, "1.200", "1,200"),
        ("{jaar}", {"jaar": 2031}, "2031", "2031"),
        ("{dag:day}", {"dag": date(2031, 2, 1)}, "01-02-2031", "2031-02-01"),
        ("{n:#maand|maanden}", {"n": 1.2}, "1 maand", "1 maand"),
        ("{n:#maand|maanden}", {"n": 0}, "0 maanden", "0 maanden"),
        ("{n:#maand|maanden} {{n}}", {"n": 1500}, "1.500 maanden {n}", "1,500 maanden {n}"),
    ],
)
def test_a_template_in_both_languages(template, values, nl, en):
    assert Text(template, template).fill(**values) == (nl, en)


def test_a_field_without_a_value_is_an_error():
    with pytest.raises(KeyError):
        Text("{a}", "{b}").fill(a=1)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_a_number_reads_back_in_either_language(value):
    assert int(notation.number(value).replace(".", "")) == value
    assert int(notation.number(value, language="en_US").replace(",", "")) == value


@given(st.floats(min_value=0, max_value=1e9))
def test_a_small_area_has_a_decimal_and_a_large_one_none(size):
    assert ("," in notation.area(size)) == (size < 10)


def test_no_message_of_the_checks_or_the_window_has_its_plural_between_brackets():
    shown = re.compile(r"[\"'}a-z]\((?:s|n|en|nen|ren|es)\)")
    for folder in ("rules", "gui", "workspace"):
        for path in sorted((ROOT / "diwi_qgis" / folder).rglob("*.py")):
            found = [line.strip() for line in path.read_text(encoding="utf8").splitlines() if shown.search(line)]
            assert not found, (path, found)
