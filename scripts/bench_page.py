"""Bench of the page of a plan and of the table of plans: from the question to the painted answer.

Beside them what QGIS and Qt do with the same data: QGIS' own form of a plan (with forms, lists and relations of our
project), and Qt's own filter over the same texts. The limits are those of the people who wait: 150 ms for a page of
fifty blocks, 100 ms for a filter over ten thousand plans.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Optional

import bench_register
from bench import Case, Measured
from bench_desktop import real_window

PLANS, BLOCKS = 10_000, 50
#: Typed in the search box, one after another: many plans here and there, fewer, all.
SEARCHES = ("5", "concept", "")
TURNS = 5
_LARGE, _SMALL = "11111111-0000-4000-8000-000000000000", "22222222-0000-4000-8000-000000000000"


def cases(folder: Path, quick: bool) -> list[Case]:
    """All rows, in the order of the table."""
    count = PLANS // 10 if quick else PLANS
    page, table = f"page of a plan with {BLOCKS} blocks opens", f"table of {count:,} plans filters"
    return [
        Case(page, "QGIS' own form", __name__, "native_form", (str(folder),), True),
        Case(page, "ours", __name__, "open_page", (str(folder),)),
        Case(table, "Qt's own filter", __name__, "native_filter", (str(folder), count, False), True),
        Case(table, "ours", __name__, "filter_table", (str(folder), count, False)),
        Case(f"{table}, all chosen", "Qt's own filter", __name__, "native_filter", (str(folder), count, True), True),
        Case(f"{table}, all chosen", "ours", __name__, "filter_table", (str(folder), count, True)),
    ]


def open_page(folder: str) -> Measured:
    """From choosing the plan to its page, a small plan being shown before; `found` is the blocks on it."""
    with _on_project(_two_plans(Path(folder))) as (window, paint):
        from diwi_qgis.gui.page.programme_tab import ProgrammeTab
        from diwi_qgis.gui.page.project_page import ProjectPage

        with _shown(window, ProjectPage, paint) as page:
            programme = page.findChild(ProgrammeTab)
            page.tab_widget.setCurrentWidget(programme)
            seconds = []
            for _ in range(TURNS):
                window.session.choose_plan(_SMALL)
                paint()
                start = time.perf_counter()
                window.session.choose_plan(_LARGE)
                paint()
                seconds.append(time.perf_counter() - start)
            return Measured(programme.blocks.model.rowCount(), min(seconds))


def native_form(folder: str) -> Measured:
    """QGIS' form of the same plan, made and shown."""
    with _on_project(_two_plans(Path(folder))) as (window, paint):
        from qgis.core import QgsFeatureRequest
        from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext, QgsGui

        QgsGui.editorWidgetRegistry().initEditors()  # as QGIS does when it starts

        layer, relations = window.session.layer("project"), window.session.project.relationManager()
        plan = next(layer.getFeatures(QgsFeatureRequest().setFilterExpression(f"\"uuid\" = '{_LARGE}'")))
        seconds = []
        for _ in range(TURNS):
            start = time.perf_counter()
            form = QgsAttributeDialog(layer, plan, False, None, True, QgsAttributeEditorContext())
            form.show()
            paint()
            seconds.append(time.perf_counter() - start)
            form.reject()
        blocks = list(relations.relation("diwi_woningblok_project_uuid").getRelatedFeatures(plan))
        return Measured(len(blocks), min(seconds))


def filter_table(folder: str, count: int, all_chosen: bool) -> Measured:
    """From the end of the pause in typing to the painted table; `found` is the plans of the first search."""
    with _on_layer(bench_register.make(Path(folder), count, "Gelderland")) as (window, paint):
        from diwi_qgis.gui.page.plan_table import PlanTable

        with _shown(window, PlanTable, paint) as table:
            table.filter.search.blockSignals(True)  # or the pause would filter once more while the clock runs

            def search(text: str) -> int:
                table.filter.search.setText(text)
                table.filter.changed.emit()
                return table.model.rowCount()

            return _slowest(search, table.view.selectAll if all_chosen else None, paint)


def native_filter(folder: str, count: int, all_chosen: bool) -> Measured:
    """Qt's filter proxy over the same columns of texts, of which the view keeps the choice."""
    with _on_layer(bench_register.make(Path(folder), count, "Gelderland")) as (window, paint):
        from qgis.PyQt.QtCore import QSortFilterProxyModel, Qt
        from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel
        from qgis.PyQt.QtWidgets import QTableView

        from diwi_qgis.exchange.lists import RegisterLists
        from diwi_qgis.gui.page.header import FIGURES
        from diwi_qgis.gui.page.plan_overview import read_overview

        with window.session.read() as register:
            overview = read_overview(register, RegisterLists.read(register), date.today())
        source, proxy, view = QStandardItemModel(), QSortFilterProxyModel(), QTableView()
        for name in overview.names:
            if name not in FIGURES:  # in which we do not search either
                source.appendColumn([QStandardItem(cell.text) for cell in overview.cells[name]])
        proxy.setSourceModel(source)
        proxy.setFilterKeyColumn(-1)
        proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        view.setModel(proxy)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.resize(1300, 260)
        view.show()
        paint()

        def search(text: str) -> int:
            proxy.setFilterFixedString(text)
            return proxy.rowCount()

        return _slowest(search, view.selectAll if all_chosen else None, paint)


def _slowest(
    search: Callable[[str], int], choose_all: Optional[Callable[[], None]], paint: Callable[[], None]
) -> Measured:
    """The best of some turns of each search, and of those the slowest."""
    seconds: dict[str, list[float]] = {text: [] for text in SEARCHES}
    found = {}
    for _ in range(TURNS):
        if choose_all is not None:
            choose_all()
            paint()
        for text in SEARCHES:
            start = time.perf_counter()
            found[text] = search(text)
            paint()
            seconds[text].append(time.perf_counter() - start)
    return Measured(found[SEARCHES[0]], max(min(times) for times in seconds.values()))


@contextmanager
def _shown(window: Any, part_class: Any, paint: Callable[[], None]) -> Iterator[Any]:
    """What stands in the dock of a part."""
    part = part_class(window)
    part.install()
    part.dock.show()
    paint()
    yield part.dock.widget()
    part.remove()


@contextmanager
def _on_project(path: Path) -> Iterator[tuple[Any, Callable[[], None]]]:
    """Our window with the QGIS project of a register, and what lets Qt paint."""
    with real_window() as (window, paint):
        from diwi_qgis.workspace.build import build_workspace
        from diwi_qgis.workspace.opening import open_workspace

        build_workspace(path)
        open_workspace(path)
        yield window, paint


@contextmanager
def _on_layer(path: Path) -> Iterator[tuple[Any, Callable[[], None]]]:
    """The same with no more than the layer of plans."""
    with real_window() as (window, paint):
        from diwi_qgis.workspace.layers import new_layer

        window.session.project.addMapLayer(new_layer(path, "project", "Plannen"))
        yield window, paint


def _two_plans(folder: Path) -> Path:
    """A register with a plan of one block and one of `BLOCKS`, each block broken down and phased; made once."""
    import shapely

    from diwi_qgis.model.tables import SCHEMA_VERSION
    from diwi_qgis.store import create_register

    path = folder / f"blocks_{BLOCKS}_v{SCHEMA_VERSION}.gpkg"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    half_made = path.with_suffix(".part.gpkg")
    settings = {"gemeentecode": "9999", "gemeente": "Testdam", "provincie": "Gelderland"}
    with create_register(half_made, overwrite=True, **settings) as register, register.transaction("bench") as write:
        for place, (uuid, count) in enumerate(((_LARGE, BLOCKS), (_SMALL, 1))):
            area = shapely.box(150_000 + 500 * place, 450_000, 150_200 + 500 * place, 450_200)
            write.insert("project", [{"uuid": uuid, "naam": f"Plan {count}", **_TIMES, "geom": area}])
            write.insert(
                "mijlpaal", [{"project_uuid": uuid, "soort": "fase_concept", "gerealiseerd": date(2021, 1, 1)}]
            )
            for number in range(count):
                _write_block(write, uuid, number)
    half_made.rename(path)
    return path


_TIMES = {"start_datum": date(2020, 1, 1), "eind_datum": date(2034, 12, 31), "vertrouwelijkheid": "openbaar"}


def _write_block(write: Any, plan: str, number: int) -> None:
    blok = {"project_uuid": plan, "naam": f"Blok {number + 1}", "mutatie": "bouw", "aantal": 20 + number}
    (block,) = write.insert("woningblok", [blok])
    parts = (("woningtype", "eengezinswoning"), ("woningtype", "meergezinswoning"), ("eigendom", "koopwoning"))
    write.insert(
        "verdeling",
        [{"woningblok_uuid": block, "kenmerk": kind, "categorie": one, "aantal": 10} for kind, one in parts],
    )
    years = (date(2030 + turn, 6, 1) for turn in range(2))
    write.insert("oplevering", [{"woningblok_uuid": block, "datum": day, "aantal": 10} for day in years])
