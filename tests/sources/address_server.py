"""A Locatieserver on loopback that knows one address."""

from __future__ import annotations

import json

from ogc_server import Reply, Server


class Locatieserver(Server):
    """Kade 1, at (x, y) on a parcel; nothing else."""

    def __init__(self, x, y, parcel, gemeentecode="9999"):
        super().__init__()
        self._found = {
            "id": "adr-1",
            "type": "adres",
            "weergavenaam": "Kade 1, 1234AB Testdam",
            "centroide_rd": f"POINT({x} {y})",
            "gekoppeld_perceel": [parcel],
            "gemeentecode": gemeentecode,
        }

    def reply(self, path):
        body = json.dumps({"response": {"docs": [] if "zzzz" in path else [self._found]}}).encode()
        return Reply(body, headers={"Content-Type": "application/json"})
