"""What the search box of QGIS asks us while somebody types.

QGIS clones a filter for every question, in the main thread, and calls `fetchResults` of the clone in a thread of its own:
there are no layers and no widgets there. A chosen result comes back to the registered filter, in the main thread.
"""

from __future__ import annotations

import re
from typing import Any, Callable, Optional

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt.QtGui import QIcon

from diwi_qgis.compat import result_data
from diwi_qgis.errors import Cancelled, DiwiError
from diwi_qgis.gui.search.addresses import Addresses
from diwi_qgis.rules.designation import Aanduiding, parse_designation
from diwi_qgis.store.address import Address
from diwi_qgis.store.search import find_parcels, find_plans
from diwi_qgis.translation import locale, tr

#: Chosen through the menu of a result: start a plan there.
START_PLAN = 1

#: Shorter texts mean anything.
_SHORTEST = 2
_SHORTEST_ADDRESS = 4
_ADDRESS_DELAY = 300

#: A designation of which the municipality goes without saying: ``B 10``.
_SECTION_AND_NUMBER = re.compile(r"([A-Z]{1,2})[\s\-–.]*(\d{1,5})")

#: What was chosen, and whether a plan is to be started there.
Choose = Callable[[dict[str, Any], bool], None]


class _Filter(QgsLocatorFilter):
    """`choose` gets the data of a chosen result; `register` tells which one is open, asked in the main thread."""

    NAME, PREFIX = "", ""

    def __init__(self, register: Callable[[], Optional[Address]], choose: Choose, icon: QIcon, *more: Any) -> None:
        super().__init__()
        self._made_of = (register, choose, icon, *more)
        self._choose, self._icon = choose, icon
        self._register = register()

    def clone(self) -> _Filter:
        """See `QgsLocatorFilter.clone`."""
        return type(self)(*self._made_of)

    def name(self) -> str:
        """See `QgsLocatorFilter.name`."""
        return self.NAME

    def prefix(self) -> str:
        """See `QgsLocatorFilter.prefix`."""
        return self.PREFIX

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """See `QgsLocatorFilter.triggerResult`."""
        self._chosen(result, False)

    def triggerResultFromAction(self, result: QgsLocatorResult, actionId: int) -> None:  # noqa: N803
        """See `QgsLocatorFilter.triggerResultFromAction`."""
        self._chosen(result, actionId == START_PLAN)

    def _chosen(self, result: QgsLocatorResult, start_plan: bool) -> None:
        data = result_data(result)
        if data:
            self._choose(dict(data), start_plan)

    def _tell(self, text: str, more: str, data: dict[str, Any], can_start: bool = False) -> None:
        result = QgsLocatorResult(self, text, data)
        result.description = more
        result.icon = self._icon
        if can_start:
            result.actions = [QgsLocatorResult.ResultAction(START_PLAN, tr("Start a plan here"), "")]
        self.resultFetched.emit(result)


class PlanFilter(_Filter):
    """Plans of the open register by name, code, number of origin, IMRO or AKN id."""

    NAME, PREFIX = "diwi_plans", "plan"

    def displayName(self) -> str:
        """See `QgsLocatorFilter.displayName`."""
        return tr("Housing plans")

    def fetchResults(self, string: str, _context: QgsLocatorContext, _feedback: QgsFeedback) -> None:
        """See `QgsLocatorFilter.fetchResults`."""
        if self._register is None or len(string.strip()) < _SHORTEST:
            return
        for plan in find_plans(self._register, string):
            more = " · ".join(text for text in (plan.code, plan.extern_id, plan.ruimtelijk_plan) if text)
            self._tell(plan.naam, more, {"plan": plan.uuid})


class ParcelFilter(_Filter):
    """Parcels of the open register by designation, with or without the cadastral municipality."""

    NAME, PREFIX = "diwi_parcels", "perc"

    def displayName(self) -> str:
        """See `QgsLocatorFilter.displayName`."""
        return tr("Parcels of the register")

    def fetchResults(self, string: str, _context: QgsLocatorContext, _feedback: QgsFeedback) -> None:
        """See `QgsLocatorFilter.fetchResults`."""
        asked = designation_of(string)
        if self._register is None or asked is None:
            return
        for parcel in find_parcels(self._register, asked.gemeente, asked.sectie, asked.nummer):
            self._tell(parcel.aanduiding, parcel.kadastrale_gemeente, {"parcels": [parcel.aanduiding]}, can_start=True)


class AddressFilter(_Filter):
    """Addresses, streets and places by way of the Locatieserver; only while somebody types, after a pause."""

    NAME, PREFIX = "diwi_addresses", "adr"

    def __init__(
        self, register: Callable[[], Optional[Address]], choose: Choose, icon: QIcon, addresses: Addresses
    ) -> None:
        super().__init__(register, choose, icon, addresses)
        self._addresses = addresses
        self.setFetchResultsDelay(_ADDRESS_DELAY)

    def displayName(self) -> str:
        """See `QgsLocatorFilter.displayName`."""
        return tr("Addresses (DIWI)")

    def fetchResults(self, string: str, _context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        """See `QgsLocatorFilter.fetchResults`."""
        if len(string.strip()) < _SHORTEST_ADDRESS:
            return
        try:
            for hit in self._addresses.suggest(string, self._register, feedback):
                self._tell(hit.label, hit.soort, {"place": hit.id}, can_start=hit.soort in ("adres", "perceel"))
        except Cancelled:
            return
        except DiwiError as error:  # not found and not asked are not the same
            self._tell(tr("Addresses cannot be searched now"), error.text.language(locale()), {})


def designation_of(text: str) -> Optional[Aanduiding]:
    """The parcel meant by a text, `gemeente` empty when it does not say; None when it means none."""
    bare = _SECTION_AND_NUMBER.fullmatch(" ".join(text.split()).upper())
    if bare is not None:
        return Aanduiding("", bare[1], int(bare[2]))
    found = parse_designation(text)
    return found if isinstance(found, Aanduiding) else None
