"""Many people change the same few plans at once (`scripts/many_clients.py`): no change is lost, every clash is told, nobody is refused."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from postgis_server import running, why_not

from diwi_qgis.store import PostgisAddress

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "many_clients.py"


@pytest.mark.slow
@pytest.mark.skipif(why_not() is not None, reason=str(why_not()))
def test_no_change_of_many_clients_is_lost_and_every_clash_is_told(monkeypatch):
    specification = importlib.util.spec_from_file_location("many_clients", SCRIPT)
    script = importlib.util.module_from_spec(specification)
    monkeypatch.setitem(sys.modules, "many_clients", script)  # where the processes look for what they run
    specification.loader.exec_module(script)
    with running(max_connections="150") as server, server.database() as name:
        told, wrong = script.work(PostgisAddress(server.parameters(name)), clients=25, acts=3, thinking=0.3)
    assert wrong == []
    assert told["saved"] == 75 and told["clash"] > 0 and told["refused"] == 0
