"""All plans with their figures, as the table of plans shows them: read once, columns of cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.exchange.lists import Eigenschap, RegisterLists
from diwi_qgis.gui.page.header import FIGURES, figure_labels
from diwi_qgis.gui.page.plan_filter import Cell
from diwi_qgis.gui.page.properties import column_of, value_column
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
class Head:
    """What stands in a column; one that is `hidden` is shown when somebody chooses it."""

    label: str
    kind: Kind
    help: str = ""
    hidden: bool = False

    @property
    def numeric(self) -> bool:
        """Whether its cells are numbers."""
        return self.kind in (Kind.INTEGER, Kind.REAL)


@dataclass(frozen=True)
class Overview:
    """`uuids` and `fids` of all plans, and by the name of a column what it is and its cells, in that order."""

    uuids: tuple[str, ...]
    fids: tuple[int, ...]
    heads: dict[str, Head]
    cells: dict[str, list[Cell]]
    haystacks: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns: those of the model, of figures, and the uuids of custom properties."""
        return tuple(self.heads)


NOTHING = Overview((), (), {}, {}, ())


def read_overview(register: Register, lists: RegisterLists, peildatum: date) -> Overview:
    """All plans of a register with their figures at a date and their custom properties, in order of name."""
    require("pandas")
    columns = [model_table("project").column(name) for name in SHOWN + MORE]
    project = register.read("project", ["fid", "uuid", *(column.name for column in columns)], geometry=False)
    project = project.sort_values("naam", key=lambda names: names.str.casefold(), kind="stable", ignore_index=True)
    cells = {column.name: _cells(column, project[column.name], lists) for column in columns}
    own = _properties(register, project, lists)
    cells.update({column.name: found for column, found in own})
    searched = list(cells.values())
    for name, numbers in _figures(register, project, peildatum).items():
        cells[name] = [Cell(figure, number(figure, language=locale())) for figure in numbers]
    heads = {column.name: Head(column.label, column.kind, column.help, column.name in MORE) for column in columns}
    heads.update({name: Head(label, Kind.INTEGER, tip) for name, (label, tip) in figure_labels().items()})
    heads.update({column.name: Head(column.label, column.kind, column.help, True) for column, _ in own})
    order = [*SHOWN, *FIGURES, *MORE, *(column.name for column, _ in own)]
    return Overview(
        tuple(project["uuid"]),
        tuple(int(fid) for fid in project["fid"]),
        {name: heads[name] for name in order},
        cells,
        tuple(" ".join(texts) for texts in zip(*([cell.folded for cell in found] for found in searched))),
    )


def _properties(register: Register, project: pandas.DataFrame, lists: RegisterLists) -> list[tuple[Column, list[Cell]]]:
    """Custom properties of plans with their cells: all that are in use, and others that some plan has."""
    columns = ["eigenschap_uuid", "project_uuid", "tekst", "getal", "ja_nee"]
    rows = register.read("eigenschap_waarde", columns)
    given = dict(iter(rows[rows["project_uuid"].notna()].groupby("eigenschap_uuid")))
    retired = (
        each for each in lists.inactieve_eigenschappen.values() if each.object == "project" and each.uuid in given
    )
    return [
        (column_of(each), _property_cells(each, given.get(each.uuid), project["uuid"], lists))
        for each in (*lists.eigenschappen_van("project"), *retired)
    ]


def _property_cells(
    eigenschap: Eigenschap, rows: Optional[pandas.DataFrame], plans: pandas.Series, lists: RegisterLists
) -> list[Cell]:
    if rows is None:
        return [_EMPTY] * len(plans)
    column = column_of(eigenschap)
    values: dict[str, list[Any]] = {}
    for plan, value in zip(rows["project_uuid"], rows[value_column(eigenschap)].tolist()):
        values.setdefault(plan, []).append(_plain(column, value))
    known: dict[tuple[Any, ...], Cell] = {}
    for held in map(tuple, values.values()):
        if held not in known:
            text = ", ".join(show(column, value, {}, lists) for value in held)
            known[held] = Cell(held[0] if len(held) == 1 else text, text)
    return [known[tuple(values[plan])] if plan in values else _EMPTY for plan in plans]


_EMPTY = Cell(None, "")


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
