"""Plans into a register and out again: nothing lost, nothing doubled."""

import shutil

import pytest
import strategies
from hypothesis import HealthCheck, Phase, given, settings

from diwi_qgis.exchange.definities import Definities
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.load import load_plans
from diwi_qgis.exchange.save import save
from diwi_qgis.exchange.save_report import Soort
from diwi_qgis.store import open_register

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


@settings(max_examples=8, **QUICK)
@given(plans=strategies.registers())
def test_saving_loaded_plans_in_an_empty_register_gives_an_identical_register(fresh, plans):
    first, second = fresh(), fresh()
    strategies.fill(first, plans)
    lists = RegisterLists.read(second)
    save(second, load_plans(first), lists, create_missing=True, definities=Definities.read(first))
    assert strategies.content(second) == strategies.content(first)


@settings(max_examples=8, **QUICK)
@given(plans=strategies.registers())
def test_saving_the_same_again_writes_nothing(fresh, plans):
    register = fresh()
    strategies.fill(register, plans)
    before = len(register.read("historie")), register.read("project")["versie"].tolist()
    report = save(register, load_plans(register), RegisterLists.read(register))
    assert {result.soort for result in report.plannen} == {Soort.ONGEWIJZIGD}
    assert not report.rijen
    assert (len(register.read("historie")), register.read("project")["versie"].tolist()) == before
