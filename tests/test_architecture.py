"""The house keeps its floors: imports run downwards only, and the core knows neither QGIS nor Qt nor GDAL."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "diwi_qgis"

GROUND = {"notation", "texts", "errors", "progress", "libraries", "paths"}
FLOORS = (
    GROUND,
    {"model"},
    {"store", "rules"},
    {"translation", "compat"},
    {"exchange", "reports", "sources", "workspace"},
    {"processing", "gui"},
    {"plugin"},
)
LEVEL = {name: level for level, floor in enumerate(FLOORS) for name in floor}
MAY_IMPORT_QGIS = {"translation", "compat", "processing", "gui", "plugin", "workspace"}
#: The only neighbours on one floor that may know each other: exchange shows its outcome through reports, the project
#: takes the addresses of services from the sources.
NEIGHBOURS = {("reports", "exchange"), ("exchange", "sources"), ("workspace", "sources")}
KNOW_QGIS = ("diwi_qgis.translation", "diwi_qgis.compat", "diwi_qgis.workspace")
HEAVY = {"pandas", "geopandas", "matplotlib", "shapely", "openpyxl", "jinja2", "numpy", "requests"}


def modules():
    """(part of the house, path) of every module that is shipped."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path
    for path in sorted((ROOT / "processing").glob("*.py")):
        yield "processing", path


def imports(path, everywhere=True):
    """Names of the modules that a file imports; only at module level unless `everywhere`."""
    tree = ast.parse(path.read_text(encoding="utf8"))
    for node in ast.walk(tree) if everywhere else _module_level(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _module_level(tree):
    for node in tree.body:
        if isinstance(node, ast.If):  # `if TYPE_CHECKING:` is not executed
            continue
        yield node


def upward(part, path):
    """Imports of `path` that do not run downwards."""
    for name in imports(path):
        pieces = name.split(".")
        if pieces[0] != "diwi_qgis" or len(pieces) < 2 or pieces[1] == part or pieces[1] not in LEVEL:
            continue
        if {part, pieces[1]} <= GROUND or (part, pieces[1]) in NEIGHBOURS:
            continue
        if LEVEL[pieces[1]] >= LEVEL[part]:
            yield f"{path.relative_to(ROOT)} imports {name}"


def test_every_part_of_the_house_has_a_floor():
    assert {part for part, _ in modules()} - {"__init__"} <= set(LEVEL)


def test_imports_run_downwards_only():
    wrong = [line for part, path in modules() if part != "__init__" for line in upward(part, path)]
    assert wrong == []


def test_an_upward_import_would_be_found(tmp_path):
    offender = PACKAGE / "model" / "tables.py"
    copy = tmp_path / "x.py"
    copy.write_text(offender.read_text(encoding="utf8") + "\nfrom diwi_qgis.store import open_register\n")
    names = [name for name in imports(copy) if name.startswith("diwi_qgis.store")]
    assert names and LEVEL["store"] > LEVEL["model"]


def test_the_pure_core_imports_neither_qgis_nor_qt_nor_gdal():
    forbidden = ("qgis", "PyQt5", "PyQt6", "osgeo")
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for part, path in modules()
        if part in {"model", "rules"} | GROUND
        for name in imports(path)
        if name.split(".")[0] in forbidden
    ]
    assert wrong == []


def test_only_the_edge_imports_qgis():
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for part, path in modules()
        if part not in MAY_IMPORT_QGIS | {"__init__"}
        for name in imports(path)
        if name.split(".")[0] in ("qgis", "processing") or name.startswith(KNOW_QGIS)
    ]
    assert wrong == []


def test_the_core_runs_where_qgis_cannot_be_imported():
    """Import every module of the core in a Python that refuses QGIS, Qt and GDAL."""
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for part, path in modules()
        if part in {"model", "rules"} | GROUND
    ]
    program = (
        "import sys, importlib\n"
        "class Refuse:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in ('qgis', 'PyQt5', 'PyQt6', 'osgeo'):\n"
        "            raise ImportError(name)\n"
        "sys.meta_path.insert(0, Refuse())\n"
        f"for name in {names!r}:\n"
        "    importlib.import_module(name)\n"
        "print('ok')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "ok", done.stderr


def module_names():
    """Import name and path of every module that is shipped."""
    for _, path in modules():
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        yield name if name.startswith("diwi_qgis") else f"diwi_qgis.{name}", path


def test_there_is_no_loop_between_modules():
    files = dict(module_names())
    graph = {}
    for name, path in files.items():
        found = {other for other in imports(path, everywhere=False) if other in files}
        # `from package import module` needs the module; the package itself only when something of its own is taken.
        graph[name] = {other for other in found if not any(longer.startswith(f"{other}.") for longer in found)}
    done: set[str] = set()

    def visit(name, trail):
        assert name not in trail, " -> ".join([*trail, name])
        if name not in done:
            for found in graph[name] - {name}:
                visit(found, [*trail, name])
            done.add(name)

    for name in graph:
        visit(name, [])


def test_nothing_heavy_is_imported_when_the_plugin_starts():
    """Reached from the provider at import time, no module may pull in a library that is slow or may be missing."""
    seen, waiting, found = set(), ["diwi_qgis.plugin"], []
    files = dict(module_names())
    waiting += [f"diwi_qgis.processing.{path.stem}" for path in (ROOT / "processing").glob("*.py")]
    while waiting:
        name = waiting.pop()
        if name in seen or name not in files:
            continue
        seen.add(name)
        for imported in imports(files[name], everywhere=False):
            if imported.split(".")[0] in HEAVY:
                found.append(f"{name} imports {imported}")
            waiting.append(imported)
    assert found == []


@pytest.mark.parametrize("folder", ["processing", "forms", "resources"])
def test_folders_beside_the_package_are_not_packages(folder):
    """With an __init__.py, `import processing` could find ours instead of QGIS' own package of that name."""
    assert not (ROOT / folder / "__init__.py").exists()
