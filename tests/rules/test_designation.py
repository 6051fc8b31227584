"""Designations as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diwi_qgis.rules.designation import Aanduiding, Afgekeurd, parse_designation, parse_designations

gemeenten = st.from_regex(r"[A-Z]{3}[0-9]{2}", fullmatch=True)
secties = st.from_regex(r"[A-Z]{1,2}", fullmatch=True)
nummers = st.integers(1, 99_999)
gaps = st.sampled_from(["-", " ", "", "  ", " - ", "–", "\u00a0", "."])


@given(gemeenten, secties, nummers, gaps, gaps, st.booleans(), st.integers(0, 3))
def test_every_notation_gives_one_form(gemeente, sectie, nummer, first, second, lower, zeros):
    number = str(nummer).zfill(min(5, len(str(nummer)) + zeros))
    text = f"{gemeente}{first}{sectie}{second}{number}"
    found = parse_designation(text.lower() if lower else text)
    assert str(found) == f"{gemeente}-{sectie}-{nummer}"


@given(st.lists(st.tuples(gemeenten, secties, nummers), min_size=1, max_size=8, unique=True),
       st.sampled_from(["\n", ", ", ";", "\t", "|", " en ", " "]))  # fmt: skip
def test_a_list_keeps_order_and_number(parts, separator):
    aanduidingen = [Aanduiding(*part) for part in parts]
    lijst = parse_designations(separator.join(str(one) for one in aanduidingen))
    assert lijst.aanduidingen == aanduidingen
    assert lijst.afgekeurd == []


@given(st.text(max_size=200))
def test_any_text_is_either_understood_or_named(text):
    lijst = parse_designations(text)
    for aanduiding in lijst.aanduidingen:
        assert 1 <= aanduiding.nummer <= 99_999
    if any(char.isalnum() for char in text):
        assert lijst.aanduidingen or lijst.afgekeurd or set(text.split()) <= {"en", "and", "&"} or not text.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lelystad B 10", "Lelystad-B-10"),
        ("'s-Gravenhage AB 12", "'s-Gravenhage-AB-12"),
        ("gemeente IJsselmuiden sectie B nummer 7680", "IJsselmuiden-B-7680"),
        ("LLS00 B 10 G 0000", "LLS00-B-10"),
    ],
)
def test_names_and_old_notations(text, expected):
    assert str(parse_designation(text)) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("AMF00-A-6892-A-1", "appartementsrecht"),
        ("AMF00A6892A1", "appartementsrecht"),
        ("LLS00 B 10 D 2", "deelperceel"),
        ("LLS00-B-0", "perceelnummer 0"),
        ("LLS00-B-123456", "verwacht als LLS00-B-10"),
        ("LLS00", "verwacht als LLS00-B-10"),
        ("LL00-B-10", "verwacht als LLS00-B-10"),
        ("B 10", "verwacht als LLS00-B-10"),
        ("=1+1", "verwacht als LLS00-B-10"),
        ("A" * 5000, "verwacht als LLS00-B-10"),
    ],
)
def test_what_is_no_parcel_is_refused_with_the_reason(text, reason):
    found = parse_designation(text)
    assert isinstance(found, Afgekeurd)
    assert reason in found.reden.nl


def test_a_number_goes_on_where_the_one_before_left_off():
    lijst = parse_designations("LLS00 B 10, 11 en 12; C 3\nAMF00-A-1")
    assert [str(one) for one in lijst.aanduidingen] == [
        "LLS00-B-10", "LLS00-B-11", "LLS00-B-12", "LLS00-C-3", "AMF00-A-1",
    ]  # fmt: skip


def test_after_a_refused_one_a_bare_number_is_not_guessed():
    lijst = parse_designations("LLS00 B 10, AMF00-A-1-A-2, 7")
    assert [str(one) for one in lijst.aanduidingen] == ["LLS00-B-10"]
    assert [one.tekst for one in lijst.afgekeurd] == ["AMF00-A-1-A-2", "7"]


def test_a_parcel_named_twice_counts_once():
    assert len(parse_designations("LLS00-B-10\nlls00 b 010, LLS00B10").aanduidingen) == 1
