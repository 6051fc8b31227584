"""Values of cells, one by one."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diwi_qgis.exchange.excel.cells import (
    MAX_CENTS,
    Prijs,
    Refused,
    is_price_range,
    to_amount,
    to_boolean,
    to_date,
    to_number,
    to_price,
    to_text,
)

cents = st.integers(0, MAX_CENTS)


@given(cents)
def test_any_amount_of_cents_survives_a_number_cell(amount):
    euro = float(Decimal(amount) / 100)
    assert to_price(euro) == Prijs(amount, amount)


@given(cents, st.sampled_from(".,"), st.booleans(), st.booleans())
def test_any_amount_survives_as_dutch_and_as_english_text(amount, comma, grouped, sign):
    whole, rest = divmod(amount, 100)
    thousands = "." if comma == "," else ","
    text = f"{whole:,}".replace(",", thousands) if grouped else str(whole)
    assert to_price(f"{'€ ' if sign else ''}{text}{comma}{rest:02d}") == Prijs(amount, amount)


@given(cents, cents)
def test_ranges_come_through_exactly_or_are_refused(low, high):
    text = f"{Decimal(low) / 100:f} - {Decimal(high) / 100:f}"
    if low <= high:
        assert to_price(text) == Prijs(low, high)
    else:
        with pytest.raises(Refused):
            to_price(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("100000-200000", 10_000_000, 20_000_000),
        ("200000-Inf", 20_000_000, None),
        ("200000 - inf", 20_000_000, None),
        ("280.000", 28_000_000, 28_000_000),
        ("280,000", 28_000_000, 28_000_000),
        ("280.00", 28_000, 28_000),
        ("694,5", 69_450, 69_450),
        ("0 – 900,07", 0, 90_007),
        (1.1, 110, 110),
        (0.1 + 0.2, 30, 30),
    ],
)
def test_prices(text, low, high):
    assert to_price(text) == Prijs(low, high)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "veel",
        "-5",
        "5-",
        "-",
        "Inf-5",
        "Inf",
        "1.2345",
        "1e3",
        "1e309",
        "1.23.456",
        "9" * 400,
        "nan",
        1.005,
        -1,
        True,
        float("inf"),
        float("nan"),
        1e15,
        None,
        date(2024, 1, 1),
        "1-2-3",
        "1.000,000",
    ],
)
def test_no_price(value):
    with pytest.raises(Refused):
        to_price(value)


@given(st.text(max_size=20))
def test_any_text_is_a_price_or_refused(text):
    try:
        price = to_price(text)
    except Refused:
        return
    assert price.minimum is not None and (price.maximum is None or price.minimum <= price.maximum)


def test_a_name_is_no_range():
    assert is_price_range("0,00 - 280000,00") and not is_price_range("Starter") and not is_price_range("250000")


@pytest.mark.parametrize(("value", "amount"), [(0, 0), (3, 3), (3.0, 3), ("12", 12), (" 4.0 ", 4)])
def test_amounts(value, amount):
    assert to_amount(value) == amount


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (2.5, "invalid_amount"),
        (-1, "invalid_amount"),
        (10**9, "invalid_amount"),
        ("drie", "not_numeric"),
        ("9" * 5000, "not_numeric"),
        (True, "not_numeric"),
        (float("inf"), "not_numeric"),
        (datetime(2024, 1, 1), "not_numeric"),
    ],
)
def test_no_amount(value, code):
    with pytest.raises(Refused) as refused:
        to_amount(value)
    assert refused.value.code == code


def test_texts():
    assert [to_text(v) for v in ("007", " a ", 7, 7.0, 7.5, True, 1e20)] == [
        "007",
        "a",
        "7",
        "7",
        "7.5",
        "true",
        "100000000000000000000",
    ]
    for value in ("#REF!", datetime(2024, 1, 1), time(1), float("nan")):
        with pytest.raises(Refused):
            to_text(value)


def test_dates_and_booleans_and_numbers():
    assert to_date(datetime(2024, 2, 29, 23, 59, 59)) == date(2024, 2, 29)
    for value in ("2024-01-01", 45000, time(1), True):
        with pytest.raises(Refused) as refused:
            to_date(value)
        assert refused.value.code == "not_date"
    for value in (date(1899, 12, 31), date(2200, 1, 1)):
        with pytest.raises(Refused) as refused:
            to_date(value)
        assert refused.value.code == "date_out_of_range"
    assert [to_boolean(v) for v in (1, 1.0, "TRUE", True, "ja")] == [True] * 5
    assert [to_boolean(v) for v in (0, "false", False, "Nee")] == [False] * 4
    with pytest.raises(Refused):
        to_boolean(2)
    assert (to_number("-1,5"), to_number(3)) == (-1.5, 3.0)
