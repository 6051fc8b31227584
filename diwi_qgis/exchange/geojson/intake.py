"""A GeoJSON file into the register, all of it or nothing; and what DIWI would say of a file that we write."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from diwi_qgis.exchange.geojson.import_format import read_import_format
from diwi_qgis.exchange.geojson.nodes import Melder
from diwi_qgis.exchange.geojson.properties_out import properties_of
from diwi_qgis.exchange.geojson.read import read_geojson
from diwi_qgis.exchange.geojson.split import split_all
from diwi_qgis.exchange.geojson.write import numbers_of
from diwi_qgis.exchange.intake import ImportResult, take_in
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import Plan
from diwi_qgis.exchange.problems import Problem
from diwi_qgis.exchange.validate import validate
from diwi_qgis.progress import Progress, silent

if TYPE_CHECKING:
    from diwi_qgis.store import Register


def import_geojson(
    register: Register,
    path: Path,
    *,
    reference_date: Optional[date] = None,
    create_missing: bool = False,
    repair: bool = False,
    user: str = "import",
    progress: Optional[Progress] = None,
) -> ImportResult:
    """Put the plans of a GeoJSON file in a register that is open for writing; see `read_geojson` and `save`.

    With any error in the file the result has all problems and no `saved`, and the register is as it was.

    Raises:
        InputError: not a file of plans, or coordinates that are not where they say they are.
        RegisterError: the register cannot be read or written.
        Cancelled: the user stopped it; nothing was stored.
    """
    progress = silent(progress)
    lists = RegisterLists.read(register)
    read = read_geojson(path, lists, repair=repair, progress=progress.part(0.0, 0.5))
    checked = validate(read.plans, lists, reference_date, create_missing)
    problems = sorted([*read.problems, *checked], key=lambda one: one.plaats.row or 0)
    return take_in(
        register,
        path.name,
        read.plans,
        problems,
        lists,
        definities=read.definities,
        create_missing=create_missing,
        user=user,
        progress=progress.part(0.5, 1.0),
    )


def refused_by_diwi(plans: Sequence[Plan], lists: RegisterLists, reference_date: date) -> list[Problem]:
    """Why DIWI will refuse plans as `write_geojson` writes them on that date; empty when it will take them all.

    DIWI wants what a register need not have, such as an owner of every plan and phases in order.
    """
    problems: list[Problem] = []
    readable: list[Plan] = []
    for place, (plan, nummer) in enumerate(zip(plans, numbers_of(plans)), start=1):
        melder = Melder(place)
        text = json.dumps(properties_of(plan, nummer, reference_date, split_all(plan)))
        written = read_import_format(json.loads(text, parse_float=Decimal), melder, lists)
        problems += melder.problems
        if not melder.fouten:
            readable.append(written)
    problems += validate(readable, lists, reference_date, create_missing=False)
    return [problem for problem in problems if not problem.warning]
