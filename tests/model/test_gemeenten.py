"""Municipalities by name or code, as people type them."""

from __future__ import annotations

import json

import pytest

from diwi_qgis.model.gemeenten import Gemeente, find_gemeente, gemeenten
from diwi_qgis.paths import resource


def test_every_municipality_is_found_by_all_that_it_is_called():
    assert len(gemeenten()) == 342 and len({one.provincie for one in gemeenten()}) == 12
    for one in gemeenten():
        for text in (one.naam, one.naam.upper(), one.code, one.code.lstrip("0"), f"GM{one.code}", one.label):
            assert find_gemeente(f" {text} ") == one


def test_the_municipalities_of_gelderland_are_those_of_its_own_model():
    theirs = json.loads(resource("profielen", "gelderland_geodatabase.json").read_text(encoding="utf8"))
    columns = theirs["gemeenten_kolommen"]
    code, naam = columns.index("gemeentecode"), columns.index("gemeentenaam")
    known = {(row[code], row[naam]) for row in theirs["gemeenten"] if row[code][2:].isdigit()}
    assert known == {(f"GM{one.code}", one.naam) for one in gemeenten() if one.provincie == "Gelderland"}


@pytest.mark.parametrize(
    ("text", "naam"), [("den haag", "'s-Gravenhage"), ("Den Bosch", "'s-Hertogenbosch"), ("sluis", "Sluis")]
)
def test_other_names(text, naam):
    assert find_gemeente(text).naam == naam


def test_one_that_is_not_in_the_list_is_taken_with_its_code():
    assert find_gemeente("Nieuwstad (1999)") == Gemeente("1999", "Nieuwstad", "")
    assert find_gemeente("Anders gespeld (0307)").naam == "Amersfoort"


@pytest.mark.parametrize("text", ["", "Nergens", "12345", "(0307)", "²", "GM"])
def test_anything_else_is_none(text):
    assert find_gemeente(text) is None
