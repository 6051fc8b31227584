"""What DIWI's sheet cannot say, on a hidden sheet of our workbooks, and how a workbook of ours becomes plans again.

The sheet has one row per plan with everything of it as JSON (see `geojson.supplement`), spread over cells because a cell
holds 32,767 characters. Which row of the visible sheet is which plan and block stands there in columns behind the
control columns, where DIWI does not look; rows may be sorted, added and removed.

What somebody changed on the visible sheet wins, the rest comes from the hidden one. What was changed follows from three
versions: what is hidden, what we would write of it, and what stands there now.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.definities import Definities
from diwi_qgis.exchange.excel.grid import Row
from diwi_qgis.exchange.excel.layout import FIRST_DATA_ROW, HEADER_ROW
from diwi_qgis.exchange.excel.rows import Rij, plain_text
from diwi_qgis.exchange.excel.workbook import Workbook
from diwi_qgis.exchange.geojson.file import geometry_of, shape_of
from diwi_qgis.exchange.geojson.merge import merge
from diwi_qgis.exchange.geojson.nodes import Melder
from diwi_qgis.exchange.geojson.supplement import VERSIE, decode, encode
from diwi_qgis.exchange.geojson.write import numbers_of
from diwi_qgis.exchange.plan import Plan
from diwi_qgis.exchange.problems import Problem

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook as OpenpyxlWorkbook

#: Name of the hidden sheet.
SHEET = "DIWI-QGIS"

#: Section behind the control columns of the visible sheet, and its headers.
SECTION = "DIWI voor QGIS"
PLAN, NAAM, UUID = (
    "Plan",
    {"bouw": "Naam bouwblok", "sloop": "Naam sloopblok"},
    {"bouw": "Bouwblok", "sloop": "Sloopblok"},
)
HEADERS = (NAAM["bouw"], NAAM["sloop"], PLAN, UUID["bouw"], UUID["sloop"])

_CHUNK = 30_000
_HEAD = "diwi-qgis"


def marks(row: Rij) -> dict[str, Optional[str]]:
    """What stands under `HEADERS` in a row."""
    found: dict[str, Optional[str]] = {PLAN: row.plan.uuid}
    for mutatie, blok in row.blokken.items():
        found[NAAM[mutatie]], found[UUID[mutatie]] = plain_text(blok.naam), blok.uuid
    return found


def write(workbook: OpenpyxlWorkbook, plans: Sequence[Plan], definities: Definities, reference_date: date) -> None:
    """Add the hidden sheet to a workbook that is being written."""
    sheet = workbook.create_sheet(SHEET)
    sheet.sheet_state = "hidden"
    head = {"versie": VERSIE, "peildatum": reference_date.isoformat(), "definities": definities.as_json()}
    sheet.append([_HEAD, *_chunks(head)])
    for plan in plans:
        parts = [[blok.uuid or ""] for blok in plan.woningblokken]
        sheet.append([plan.uuid, *_chunks({"plan": encode(plan, parts), "geom": geometry_of(plan.geom)})])


def _chunks(data: Any) -> list[str]:
    """JSON in plain ASCII, without the `_xHHHH_` that spreadsheets take for a character, or the `=` that starts a formula."""
    text = json.dumps(data, allow_nan=False).replace("_x", "\\u005fx").replace("=", "\\u003d")
    return [text[start : start + _CHUNK] for start in range(0, len(text), _CHUNK)]


@dataclass
class Supplement:
    """The hidden sheet: plans as they were exported, with their definitions, and the marks of the visible rows."""

    plans: list[Plan]
    definities: Definities
    peildatum: date
    marks: dict[int, dict[str, str]]


def read(workbook: Workbook) -> Supplement:
    """The supplement of a workbook of ours, which has sheet `SHEET`.

    Raises:
        InputError: it is not as we write it.
    """
    try:
        rows = [(cells[0], _joined(cells)) for _, cells, _ in workbook.rows(SHEET) if cells.get(0)]
        if not rows or rows[0][0] != _HEAD:
            raise ValueError(SHEET)
        return _supplement(rows, _marks(workbook.rows(workbook.sheets[0])))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"'{workbook.file}': het verborgen blad '{SHEET}' is beschadigd. Verwijder dat blad om alleen te lezen wat op het "
            f"eerste blad staat, of voer opnieuw uit.",
            f"'{workbook.file}': hidden sheet '{SHEET}' is damaged. Remove that sheet to read only what is on the first one, "
            f"or export again.",
        ) from error


def _joined(cells: Mapping[int, Any]) -> Any:
    return json.loads("".join(str(cells[index]) for index in sorted(cells) if index), parse_float=Decimal)


def _supplement(rows: Sequence[tuple[Any, Any]], found: dict[int, dict[str, str]]) -> Supplement:
    head = rows[0][1]
    plans = []
    for number, (_, data) in enumerate(rows[1:], start=1):
        melder = Melder(number)
        plan, _ = decode(data["plan"], melder)
        plan.geom = shape_of(data["geom"])
        if melder.fouten:
            raise ValueError(melder.problems[0].message.nl)
        plans.append(plan)
    definities = Definities.from_json(head["definities"])
    return Supplement(plans, definities, date.fromisoformat(head["peildatum"]), found)


def _marks(rows: Iterator[Row]) -> dict[int, dict[str, str]]:
    """Per row of the visible sheet what stands under our headers."""
    places: dict[str, int] = {}
    found: dict[int, dict[str, str]] = {}
    for number, cells, _ in rows:
        if number == HEADER_ROW:
            places = {word: index for index, word in cells.items() if word in HEADERS}
        elif number >= FIRST_DATA_ROW and places:
            values = {word: cells[index] for word, index in places.items() if cells.get(index)}
            if values.get(PLAN):
                found[number] = values
    return found


def restore(supplement: Supplement, plans: Sequence[Plan], base: Sequence[Plan]) -> list[Plan]:
    """The plans of the visible sheet made whole.

    `base` are the plans as read from what we would write of the supplement's, in its order. A plan without mark, or with
    another number than it was exported with, is not one of those.
    """
    numbers = map(str, numbers_of(supplement.plans))
    own = {plan.uuid: (plan, number, was) for plan, number, was in zip(supplement.plans, numbers, base)}
    by_plan: dict[Optional[str], dict[int, dict[str, str]]] = {}
    for row, marked in supplement.marks.items():
        by_plan.setdefault(marked.get(PLAN), {})[row] = marked
    whole = []
    for plan in plans:
        uuid = supplement.marks.get(plan.plaats.row or 0, {}).get(PLAN)
        if uuid not in own or own[uuid][1] != plan.velden.get("extern_id"):
            whole.append(plan)
            continue
        mine, _, was = own.pop(uuid)
        _name_blocks(plan, by_plan[uuid], {blok.uuid for blok in mine.woningblokken})
        _name_in_order(was, mine)
        merged = merge(mine, was, plan, [[blok.uuid or ""] for blok in mine.woningblokken])
        merged.plaats, merged.plaatsen = plan.plaats, plan.plaatsen
        whole.append(merged)
    return whole


def _name_blocks(plan: Plan, marks: Mapping[int, Mapping[str, str]], known: set[Optional[str]]) -> None:
    """Give the blocks of the visible sheet that are ours their uuid for a name: so `merge` recognises them."""
    for blok in plan.woningblokken:
        uuid = marks.get(blok.plaats.row or 0, {}).get(UUID[blok.mutatie])
        if uuid in known:
            known.discard(uuid)
            blok.naam = str(uuid)


def _name_in_order(plan: Plan, own: Plan) -> None:
    """The same for the blocks of the base, which stand in the order in which ours were written."""
    for mutatie in UUID:
        ours = [blok for blok in own.woningblokken if blok.mutatie == mutatie and blok.aantal > 0]
        for blok, mine in zip([blok for blok in plan.woningblokken if blok.mutatie == mutatie], ours):
            blok.naam = mine.uuid or ""


def changed_problems(problems: Sequence[Problem], base: Sequence[Problem]) -> Iterator[Problem]:
    """The problems that were not there already in what we wrote ourselves."""
    known = Counter((one.code, str(one.value), one.plan, one.blok) for one in base)
    for one in problems:
        key = (one.code, str(one.value), one.plan, one.blok)
        if known[key] > 0:
            known[key] -= 1
        else:
            yield one
