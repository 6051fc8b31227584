"""`diwi:createregister` and `diwi:upgraderegister`, run as Processing runs them."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback

from diwi_qgis.model.tables import SCHEMA_VERSION
from diwi_qgis.processing.createregister import CreateRegister
from diwi_qgis.processing.upgraderegister import UpgradeRegister
from diwi_qgis.store import open_register

PLACE = {"MUNICIPALITY_CODE": "0307", "MUNICIPALITY": "Amersfoort", "PROVINCE": "Gelderland", "REGION": "Foodvalley"}


def test_a_register_is_made_and_never_over_another(run_algorithm, tmp_path):
    target = tmp_path / "nieuw.gpkg"
    assert run_algorithm(CreateRegister, {**PLACE, "OUTPUT": str(target)}) == {"OUTPUT": str(target)}
    with open_register(target) as register:
        settings = [register.setting(key) for key in ("gemeentecode", "gemeente", "provincie", "regio")]
        assert settings == ["0307", "Amersfoort", "Gelderland", "Foodvalley"]
    before = target.read_bytes()
    with pytest.raises(QgsProcessingException, match=r"nieuw\.gpkg"):
        run_algorithm(CreateRegister, {**PLACE, "OUTPUT": str(target)})
    assert target.read_bytes() == before


def test_a_code_that_lost_its_zero_is_refused_and_nothing_is_left(run_algorithm, tmp_path):
    with pytest.raises(QgsProcessingException, match="0307"):
        run_algorithm(CreateRegister, {**PLACE, "MUNICIPALITY_CODE": "307", "OUTPUT": str(tmp_path / "x.gpkg")})
    assert list(tmp_path.iterdir()) == []


def test_cancel_makes_nothing(run_algorithm, tmp_path):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    outputs = run_algorithm(CreateRegister, {**PLACE, "OUTPUT": str(tmp_path / "x.gpkg")}, feedback)
    assert outputs == {"OUTPUT": None}
    assert list(tmp_path.iterdir()) == []


def test_an_up_to_date_register_is_told_to_be_so(run_algorithm, register_path, tmp_path):
    assert run_algorithm(UpgradeRegister, {"REGISTER": str(register_path)}) == {"SCHEMA": SCHEMA_VERSION, "BACKUP": ""}
    text = tmp_path / "tekst.gpkg"
    text.write_text("geen register")
    with pytest.raises(QgsProcessingException, match=r"tekst\.gpkg"):
        run_algorithm(UpgradeRegister, {"REGISTER": str(text)})
