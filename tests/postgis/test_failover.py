"""The primary is killed while people write (`scripts/failover.py`): nothing acknowledged is lost, and QGIS goes on by the service."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from postgis_server import why_not
from qgis.core import QgsVectorLayer

from diwi_qgis.errors import RegisterError
from diwi_qgis.store import PostgisAddress, back_up_register, open_register

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "failover.py"


@pytest.fixture(scope="module")
def failover():
    specification = importlib.util.spec_from_file_location("failover", SCRIPT)
    script = importlib.util.module_from_spec(specification)
    sys.modules["failover"] = script  # where dataclasses look for their module
    specification.loader.exec_module(script)
    yield script
    del sys.modules["failover"]


@pytest.mark.slow
@pytest.mark.skipif(why_not() is not None, reason=str(why_not()))
def test_after_a_fail_over_nothing_acknowledged_is_lost_and_everybody_goes_on(failover, qgis_app, tmp_path):
    with failover.two_servers() as (primary, standby, name):
        reserve = PostgisAddress(standby.parameters(name))
        with open_register(reserve) as register:  # opening writes nothing
            assert register.setting("gemeente") == "Testdam" and register.schema_differences() == []
        with pytest.raises(RegisterError, match="reserveserver"):
            open_register(reserve, write=True)
        back_up_register(reserve, tmp_path / "van_de_reserve.gpkg")
        plans = QgsVectorLayer("service='wonen' key='fid' table=\"diwi\".\"project\" sql=", "plannen", "postgres")
        assert plans.isValid() and plans.featureCount() == 0

        found = failover.fail_over(primary, standby, name, clients=4, seconds=1.5)

        assert found.lost == set() and found.unexplained == set() and found.whole
        after = [moment for moment, _ in found.editors.acknowledged if moment > found.promoted]
        assert len(found.editors.acknowledged) > len(after) > 0
        looked = {place for _, place in found.council.acknowledged}
        assert "standby" in looked and not found.council.doubtful
        assert all("wonen" in message for message in found.editors.messages | found.council.messages)
        # A layer that was open before asks the new primary, and stores there.
        features = list(plans.getFeatures())
        assert len(features) == len(found.stored)
        assert plans.startEditing()
        plans.changeAttributeValue(features[0].id(), plans.fields().indexOf("naam"), "Na de uitwijk")
        assert plans.commitChanges(), plans.commitErrors()
        del plans
        with open_register(reserve, write=True) as register:
            assert "Na de uitwijk" in set(register.read("project")["naam"])
