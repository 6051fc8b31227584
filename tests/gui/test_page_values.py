"""What is typed and pasted is what is stored: money to the cent, days, codes, and sums that are told."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.page import clipboard
from diwi_qgis.gui.page.sums import sum_checks
from diwi_qgis.gui.page.values import choices, read, read_date, read_money, show, show_money
from diwi_qgis.model.schema import Kind
from diwi_qgis.model.tables import table

LISTS = RegisterLists.defaults()
VERDELING = tuple(table("verdeling").column(name) for name in ("kenmerk", "categorie", "aantal", "prijs_min"))
KENMERKEN = LISTS.opties["kenmerk"]


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.234,50", 123450),
        ("€ 1.234,50", 123450),
        ("1234,5", 123450),
        ("1234.5", 123450),
        ("1.234", 123400),
        ("405.000,-", 40500000),
        ("0,01", 1),
        ("1.234.567,89", 123456789),
    ],
)
def test_amounts_as_people_write_them(text, cents):
    assert read_money(text) == cents


@pytest.mark.parametrize("text", ["1,234,50", "12.34.5", "1.23,45", "tien", "1e6", "nan", "inf", "12,345", "--1", ""])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(ValueError, match=r"expected|decimals|exist"):
        read_money(text)


@given(st.integers(min_value=0, max_value=10**13))
def test_every_amount_comes_back_to_the_cent(cents):
    assert read_money(show_money(cents)) == cents


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_comes_back(day):
    assert read_date(f"{day:%d-%m-%Y}") == day == read_date(day.isoformat())


def test_a_year_is_its_last_day_and_a_day_that_does_not_exist_is_refused():
    assert read_date("2031") == date(2031, 12, 31)
    with pytest.raises(ValueError, match=r"expected|decimals|exist"):
        read_date("31-02-2030")


@given(st.data())
def test_every_value_of_every_column_comes_back(data):
    column = data.draw(
        st.sampled_from([c for name in ("project", "verdeling", "afspraak") for c in table(name).columns])
    )
    values = {
        Kind.BOOLEAN: st.booleans(),
        Kind.DATE: st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)),
        Kind.INTEGER: st.integers(min_value=0, max_value=99_999_999),
        Kind.REAL: st.floats(min_value=-1e9, max_value=1e9, allow_nan=False).map(lambda number: round(number, 4)),
        Kind.TEXT: st.text(st.characters(blacklist_categories=("Cs", "Cc", "Z")), min_size=1),
    }
    row = {"kenmerk": "eigendom", "categorie": "koopwoning"}
    options = choices(column, row, LISTS)
    value = data.draw(st.sampled_from(sorted(options)) if options else values[column.kind])
    assert read(column, show(column, value, row, LISTS), row, LISTS) == value


counts = st.integers(min_value=0, max_value=60)
rows = st.lists(st.fixed_dictionaries({"kenmerk": st.sampled_from(sorted(KENMERKEN)), "aantal": counts | st.none()}))
deliveries = st.lists(st.fixed_dictionaries({"aantal": counts}))


@given(counts | st.none(), rows, deliveries)
def test_sums_balance_and_too_much_is_never_silent(total, verdeling, oplevering):
    checks = list(sum_checks(total, verdeling, oplevering, KENMERKEN))
    assert sum(check.given for check in checks) == sum(row["aantal"] or 0 for row in [*verdeling, *oplevering])
    assert len(checks) == len({row["kenmerk"] for row in verdeling}) + bool(oplevering)
    for check in checks:
        assert check.given + check.unknown - check.excess == (total or 0)
        assert not (check.unknown and check.excess)
        assert str(check.excess) in check.text.split(",")[-1] if check.excess else "many" not in check.text


cell = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\r\0"), max_size=12)


@given(st.lists(st.lists(cell, min_size=2, max_size=4), min_size=1, max_size=6))
def test_any_cells_that_a_spreadsheet_copies_arrive(table_):
    wide = [[*row, "x"] for row in table_]
    text = io.StringIO()
    csv.writer(text, dialect="excel-tab").writerows(wide)
    assert clipboard.cells(text.getvalue()) == wide


def paste(text, befores=()):
    return clipboard.values(
        clipboard.cells(text), VERDELING, lambda column, words, row: read(column, words, row, LISTS), befores
    )


def test_pasted_labels_become_codes_and_euros_cents():
    found, wrong = paste("Eigendom en prijs\tKoopwoning\t12\t€ 1.234,50\nwoningtype\teengezinswoning\t3\t\n")
    assert wrong == []
    assert found == [
        {"kenmerk": "eigendom", "categorie": "koopwoning", "aantal": 12, "prijs_min": 123450},
        {"kenmerk": "woningtype", "categorie": "eengezinswoning", "aantal": 3, "prijs_min": None},
    ]


def test_a_line_of_labels_says_which_cell_belongs_where():
    found, wrong = paste("Aantal\tKenmerk\tCategorie\n7\teigendom\tkoopwoning")
    assert wrong == [] and found == [{"aantal": 7, "kenmerk": "eigendom", "categorie": "koopwoning"}]


def test_each_cell_that_does_not_fit_is_named_and_none_is_lost():
    _, wrong = paste("eigendom\tkoopwoning\tveel\t1\nonzin\tkoopwoning\t2\t\teen te veel")
    assert [(each.row, each.label, each.text) for each in wrong] == [
        (1, "Aantal", "veel"),
        (2, "Kenmerk", "onzin"),
        (2, "Categorie", "koopwoning"),
        (2, "5", "een te veel"),
    ]
