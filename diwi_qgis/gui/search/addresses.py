"""The Locatieserver as the search box asks it: through QGIS' network, and left alone for a while when it is out of reach."""

from __future__ import annotations

import time
from typing import Optional

from qgis.core import QgsFeedback, QgsSettings

from diwi_qgis.errors import DiwiError
from diwi_qgis.libraries import require
from diwi_qgis.sources.locatieserver import PATIENCE, Plek, Treffer, lookup, suggest
from diwi_qgis.sources.services import SETTING, Dienst, own_file, service
from diwi_qgis.store.address import Address, file_of

#: Seconds without a question after one that was not answered: without a network every key would wait for it again.
_REST = 60.0


class Addresses:
    """Usable from any thread. What went wrong last is told again, without asking, until `_REST` is over."""

    def __init__(self) -> None:
        self._trouble: Optional[DiwiError] = None
        self._until = 0.0

    def suggest(self, text: str, register: Optional[Address], feedback: QgsFeedback) -> list[Treffer]:
        """What a text may mean. Raises ServiceError, InputError (own file of services), Cancelled."""
        if self._trouble is not None and time.monotonic() < self._until:
            raise self._trouble
        try:
            from diwi_qgis.sources.http import Web
            from diwi_qgis.workspace.network import QgisTransport

            require("requests")
            with Web(transport=QgisTransport(feedback), patience=PATIENCE) as web:
                found = suggest(web, _service(register), text)
        except DiwiError as error:
            self._trouble, self._until = error, time.monotonic() + _REST
            raise
        self._trouble = None
        return found

    def lookup(self, id: str, register: Optional[Address], feedback: QgsFeedback) -> Optional[Plek]:
        """The place with that id; None when it is not there any more. Raises as `suggest`."""
        from diwi_qgis.sources.http import Web
        from diwi_qgis.workspace.network import QgisTransport

        require("requests", "shapely")
        with Web(transport=QgisTransport(feedback), patience=PATIENCE) as web:
            return lookup(web, _service(register), id)


def _service(register: Optional[Address]) -> Dienst:
    """The Locatieserver, at the address of the functional manager where there is one."""
    from diwi_qgis.store import open_register

    if register is None:
        return service("locatieserver")
    with open_register(register) as opened:
        own = own_file(file_of(register), opened.setting(SETTING), QgsSettings().value(f"diwi/{SETTING}", "", str))
    return service("locatieserver", own)
