"""What a new register starts with: code lists, settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from diwi_qgis.model.codelists import all_codelists
from diwi_qgis.store.register import Register

#: Who is recorded as the maker of these rows.
_USER = "diwi"


def seed(register: Register, settings: Mapping[str, str]) -> None:
    """Fill the tables of a new register, in one transaction."""
    with register.transaction(user=_USER) as write:
        write.insert("codelijst", list(_codes()))
        write.insert("instelling", [{"sleutel": key, "waarde": value} for key, value in settings.items()])


def _codes() -> Iterator[dict[str, Any]]:
    for lijst in all_codelists():
        for number, waarde in enumerate(lijst.waarden):
            yield {
                "lijst": lijst.naam,
                "code": waarde.code,
                "label": waarde.label,
                "volgorde": number,
                "zet_fase": waarde.zet_fase,
                "zet_planstatus": waarde.zet_planstatus,
            }
