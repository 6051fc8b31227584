"""What whoever is signed in may do with the open register, known before he starts: the database is what enforces it."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Callable, Optional

from diwi_qgis.errors import DiwiError
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.rights import Actie
from diwi_qgis.store.address import Address, PostgisAddress
from diwi_qgis.store.rights import UNLIMITED, Rights
from diwi_qgis.translation import locale, tr

if TYPE_CHECKING:
    from diwi_qgis.store import Register

#: Seconds that an answer counts: buttons that look again with every selection ask once, and who was removed sees it soon.
_FRESH = 5.0


class SessionRights:
    """Asks the register of a session, in one question for all plans that are not known yet."""

    def __init__(
        self, address: Callable[[], Optional[Address]], read: Callable[[], AbstractContextManager[Register]]
    ) -> None:
        self._address, self._read = address, read
        self._known = UNLIMITED
        self._asked: frozenset[str] = frozenset()
        self._moment = 0.0

    def forget(self, *_: object) -> None:
        """Another register, or rows were written: ask anew."""
        self._moment = 0.0

    def of(self, plans: Iterable[str] = ()) -> Rights:
        """The rights on the register and these plans (uuids); in a file everybody may everything. Raises RegisterError."""
        if not isinstance(self._address(), PostgisAddress):
            return UNLIMITED
        wanted = frozenset(plans)
        fresh = time.monotonic() - self._moment < _FRESH
        if not (fresh and wanted <= self._asked):
            asked = wanted | self._asked if fresh else wanted
            with self._read() as register:
                self._known = register.rights(asked)
            self._asked, self._moment = asked, time.monotonic()
        return self._known

    def why_not(self, acties: Iterable[Actie], plans: Iterable[str] = ()) -> str:
        """Why not all of this may be done, in words for a tooltip; empty when it may. Actions with a plan are about all `plans`."""
        wanted = list(plans)
        try:
            rights = self.of(wanted)
        except DiwiError as error:
            return error.text.language(locale())
        return next(filter(None, (_why_not(rights, actie, wanted) for actie in acties)), "")

    def why_none(self, actie: Actie, plans: Collection[str]) -> str:
        """Why it may be done with none of these plans; empty when it may with some."""
        try:
            reasons = list(_reasons(self.of(plans), actie, plans))
        except DiwiError as error:
            return error.text.language(locale())
        return reasons[0] if plans and len(reasons) == len(plans) else ""

    def closed_columns(self, table: str) -> dict[str, str]:
        """The columns that one never changes in rows that one may change, and why."""
        try:
            rights = self.of()
        except DiwiError:
            return {}  # then nothing may be changed, which `why_not` tells
        return {name: why_closed(rights) for name in rights.closed_columns(table)}


def why_closed(rights: Rights) -> str:
    """Why a column is closed to who may change the rest of a row."""
    role = codelijst("rol").waarde(rights.rol or "").label
    return tr("As '{role}' you may not change this field.").format(role=role)


def _why_not(rights: Rights, actie: Actie, plans: list[str]) -> str:
    if not actie.of_plan:
        refusal = rights.refusal(actie)
        return refusal.language(locale()) if refusal else ""
    reasons = list(_reasons(rights, actie, plans))
    if not reasons or len(plans) == 1:
        return reasons[0] if reasons else ""
    return tr("{number} of the {total} chosen plans: {reason}").format(
        number=len(reasons), total=len(plans), reason=reasons[0]
    )


def _reasons(rights: Rights, actie: Actie, plans: Iterable[str]) -> Iterator[str]:
    for plan in plans:
        refusal = rights.refusal(actie, plan)
        if refusal:
            yield refusal.language(locale())
