"""A register to a workbook and back: nothing lost; what somebody changes on the visible sheet wins."""

import shutil
from datetime import date

import pytest
import strategies
from hypothesis import HealthCheck, Phase, given, settings

from diwi_qgis.exchange.excel_export import export_excel
from diwi_qgis.exchange.excel_import import import_workbook
from diwi_qgis.store import open_register

TODAY = date(2026, 11, 24)
#: No shrinking: every example makes registers, and a plain counterexample says enough.
QUICK = {
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
    "phases": (Phase.explicit, Phase.reuse, Phase.generate),
}


@pytest.fixture
def fresh(_empty_register, tmp_path):
    """Opens an empty register; may be called many times."""
    opened = []

    def make():
        path = tmp_path / f"leeg{len(opened)}.gpkg"
        shutil.copyfile(_empty_register, path)
        opened.append(open_register(path, write=True))
        return opened[-1]

    yield make
    for register in opened:
        register.close()


@settings(max_examples=20, **QUICK)
@given(plans=strategies.registers())
def test_export_then_import_in_an_empty_register_gives_an_identical_register(fresh, tmp_path, plans):
    first, second = fresh(), fresh()
    strategies.fill(first, plans)
    path = tmp_path / "uit.xlsx"
    export_excel(first, path, reference_date=TODAY)
    result = import_workbook(second, path, reference_date=TODAY, create_missing=True)
    assert result.errors == []
    assert strategies.content(second) == strategies.content(first)
