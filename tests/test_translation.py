"""Every text of the toolbox is there in Dutch, and the language of QGIS decides which one is shown."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from diwi_qgis.translation import CONTEXT, load_translator, tr

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "translate.py"))


@pytest.fixture(scope="module")
def sources():
    return SCRIPT["sources"]()


@pytest.fixture(scope="module")
def dutch():
    return SCRIPT["translations"]()


def test_every_text_has_a_finished_translation(sources, dutch):
    assert len(sources) > 100
    assert [text for text in sources if text not in dutch] == []


def test_the_file_holds_nothing_else_and_is_as_the_script_writes_it(sources, dutch):
    assert SCRIPT["TS"].read_text(encoding="utf8") == SCRIPT["document"](sources, dutch)


def test_the_compiled_file_is_current(qgis_app, sources, dutch):
    translator = QTranslator()
    assert translator.load(str(SCRIPT["QM"]))
    QCoreApplication.installTranslator(translator)
    stale = [text for text in sources if QCoreApplication.translate(CONTEXT, text) != dutch[text]]
    QCoreApplication.removeTranslator(translator)
    assert stale == [], "run python3 scripts/translate.py"


def test_places_to_fill_in_and_file_filters_survive_translation(sources, dutch):
    for text in sources:
        for pattern in (r"\{[^}]*\}", r"\*\.[a-z.]+", r"%[0-9ds]"):
            assert sorted(re.findall(pattern, text)) == sorted(re.findall(pattern, dutch[text])), text


@pytest.fixture
def in_language(qgis_app):
    """Make QGIS speak a language, as its options dialog does; afterwards it is as it was."""
    settings, installed = QgsSettings(), []
    before = {key: settings.value(key) for key in ("locale/overrideFlag", "locale/userLocale")}

    def speak(locale):
        settings.setValue("locale/overrideFlag", True)
        settings.setValue("locale/userLocale", locale)
        assert locale.startswith(QgsApplication.locale()[:2])
        translator = load_translator()
        if translator:
            installed.append(translator)
        return translator

    yield speak
    for translator in installed:
        QCoreApplication.removeTranslator(translator)
    for key, value in before.items():
        settings.remove(key) if value is None else settings.setValue(key, value)


@pytest.mark.parametrize("locale", ["nl", "nl_NL", "nl_BE"])
def test_in_dutch_the_toolbox_is_dutch(in_language, locale):
    from diwi_qgis.processing.checkquality import CheckQuality
    from diwi_qgis.processing.loadparcels import LoadParcels

    assert in_language(locale)
    assert CheckQuality().displayName() == "Kwaliteit controleren"
    assert LoadParcels().displayName() == "Percelen inlezen"
    algorithm = CheckQuality().create()
    assert algorithm.parameterDefinition("REFERENCE_DATE").description() == "Peildatum"
    rules = algorithm.parameterDefinition("RULES").options()
    assert "Plannen overlappen elkaar" in rules


@pytest.mark.parametrize("locale", ["en", "en_US", "de"])
def test_in_another_language_it_is_english(in_language, locale):
    from diwi_qgis.processing.checkquality import CheckQuality

    assert in_language(locale) is None
    assert CheckQuality().displayName() == "Check quality"
    assert tr("Reference date") == "Reference date"


def test_every_algorithm_has_a_dutch_name_and_help(in_language, sources, dutch):
    from diwi_qgis.processing.provider import DiwiProvider

    assert in_language("nl")
    provider = DiwiProvider()
    provider.loadAlgorithms()
    for algorithm in provider.algorithms():
        for text in (algorithm.displayName(), algorithm.group(), algorithm.shortHelpString()):
            assert text in dutch.values(), (algorithm.id(), text)
        for parameter in algorithm.parameterDefinitions():
            assert parameter.description() in dutch.values(), (algorithm.id(), parameter.name())
