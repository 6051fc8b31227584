"""All plans with their figures, as the table of plans shows them: read once, columns of cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.gui.page.header import FIGURES, figure_labels
from diwi_qgis.gui.page.plan_filter import Cell
from diwi_qgis.gui.page.values import show
from diwi_qgis.libraries import require
from diwi_qgis.model.schema import Column, Kind
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.notation import number
from diwi_qgis.translation import locale

if TYPE_CHECKING:
    import pandas

    from diwi_qgis.store import Register

#: Columns of `project` in the table; those of the second group are hidden until somebody chooses them.
SHOWN = ("code", "naam", "fase", "planstatus", "vertrouwelijkheid", "eind_datum")
MORE = (
    "plantype",
    "eigenaar",
    "prioriteit",
    "rol_gemeente",
    "in_programmering",
    "start_datum",
    "gemeente",
    "woonplaats",
    "wijk",
    "buurt",
    "regio",
    "extern_id",
    "ruimtelijk_plan",
    "contour_herkomst",
    "gewijzigd",
    "gewijzigd_door",
)


@dataclass(frozen=True)
class Overview:
    """`uuids` and `fids` of all plans, and per column its label and cells, in that order."""

    uuids: tuple[str, ...]
    fids: tuple[int, ...]
    labels: dict[str, str]
    cells: dict[str, list[Cell]]
    numeric: frozenset[str]
    haystacks: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(self.labels)


NOTHING = Overview((), (), {}, {}, frozenset(), ())


def read_overview(register: Register, lists: RegisterLists, peildatum: date) -> Overview:
    """All plans of a register with their figures at a date, in order of name."""
    require("pandas")
    columns = [model_table("project").column(name) for name in SHOWN + MORE]
    project = register.read("project", ["fid", "uuid", *(column.name for column in columns)], geometry=False)
    project = project.sort_values("naam", key=lambda names: names.str.casefold(), kind="stable", ignore_index=True)
    cells = {column.name: _cells(column, project[column.name], lists) for column in columns}
    figures = _figures(register, project, peildatum)
    for name in FIGURES:
        cells[name] = [Cell(figure, number(figure, language=locale())) for figure in figures[name]]
    labels = {column.name: column.label for column in columns}
    labels.update({name: label for name, (label, _) in figure_labels().items()})
    order = [*SHOWN, *FIGURES, *MORE]
    haystacks = tuple(
        " ".join(texts) for texts in zip(*([cell.folded for cell in cells[name]] for name in SHOWN + MORE))
    )
    return Overview(
        tuple(project["uuid"]),
        tuple(int(fid) for fid in project["fid"]),
        {name: labels[name] for name in order},
        cells,
        frozenset(FIGURES),
        haystacks,
    )


def _cells(column: Column, values: pandas.Series, lists: RegisterLists) -> list[Cell]:
    """Equal values share a cell: of ten thousand plans most fields hold a few words."""
    known: dict[Any, Cell] = {}
    cells = []
    for value in values.tolist():
        plain = _plain(column, value)
        if plain not in known:
            known[plain] = Cell(plain, show(column, plain, {}, lists))
        cells.append(known[plain])
    return cells


def _plain(column: Column, value: Any) -> Any:
    import pandas

    if value is None or pandas.isna(value):
        return None
    if column.kind is Kind.DATE:
        return value.date()
    if column.kind is Kind.TIMESTAMP:
        return value.tz_localize("UTC").to_pydatetime()
    return value


def _figures(register: Register, project: pandas.DataFrame, peildatum: date) -> dict[str, list[int]]:
    from diwi_qgis.rules.figures import dwellings, parts

    blocks = register.read(
        "woningblok", ["uuid", "project_uuid", "mutatie", "in_programmering", "aantal"], geometry=False
    )
    deliveries = register.read("oplevering", ["woningblok_uuid", "datum", "aantal", "gerealiseerd"])
    counted = dwellings(parts(project, blocks, deliveries, peildatum)).reindex(project["uuid"], fill_value=0)
    return {name: [int(number) for number in counted[name]] for name in FIGURES}
