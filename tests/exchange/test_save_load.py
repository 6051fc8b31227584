"""Plans into a register and out again: nothing lost, nothing doubled."""

import strategies
from hypothesis import given, settings

from diwi_qgis.exchange.definities import Definities
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.load import load_plans
from diwi_qgis.exchange.save import save
from diwi_qgis.exchange.save_report import Soort


@settings(max_examples=8, **strategies.QUICK)
@given(plans=strategies.registers())
def test_saving_loaded_plans_in_an_empty_register_gives_an_identical_register(fresh, plans):
    first, second = fresh(), fresh()
    strategies.fill(first, plans)
    lists = RegisterLists.read(second)
    save(second, load_plans(first), lists, create_missing=True, definities=Definities.read(first))
    assert strategies.content(second) == strategies.content(first)


@settings(max_examples=8, **strategies.QUICK)
@given(plans=strategies.registers())
def test_saving_the_same_again_writes_nothing(fresh, plans):
    register = fresh()
    strategies.fill(register, plans)
    before = len(register.read("historie")), register.read("project")["versie"].tolist()
    report = save(register, load_plans(register), RegisterLists.read(register))
    assert {result.soort for result in report.plannen} == {Soort.ONGEWIJZIGD}
    assert not report.rijen
    assert (len(register.read("historie")), register.read("project")["versie"].tolist()) == before
