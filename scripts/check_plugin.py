"""Check what is shipped: the rules of the plugin hub, its two scanners, ruff, mypy, and the spelling that Qt 6 demands.

usage: python scripts/check_plugin.py        (with the libraries of scripts/setup.sh `need_tests`)
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

from build_plugin import NAME, ROOT, build

BUILD = ROOT / "build"
PACKAGE = BUILD / NAME
BIN = Path(sys.executable).parent
MEGABYTE = 1024 * 1024

# qgis.PyQt re-exports Qt under one name; on Qt 6 QAction and its kin live in QtGui, and qgis.PyQt.QtWidgets still has
# them. QGIS itself is Any: there is no Qt 6 build of it here, its own enums are spelled scoped (docs/decisions).
STUBS = {
    "qgis/__init__.pyi": "",
    **{
        f"qgis/{name}.pyi": "from typing import Any\ndef __getattr__(name: str) -> Any: ...\n"
        for name in ("core", "gui", "utils")
    },
    "qgis/PyQt/__init__.pyi": "from PyQt6 import sip as sip\n",
    **{
        f"qgis/PyQt/{name}.pyi": f"from PyQt6.{name} import *\n"
        for name in ("QtCore", "QtGui", "QtNetwork", "QtSvg", "QtTest", "QtXml", "uic")
    },
    "qgis/PyQt/QtWidgets.pyi": "from PyQt6.QtWidgets import *\n"
    + "".join(f"from PyQt6.QtGui import {name} as {name}\n" for name in ("QAction", "QActionGroup", "QShortcut")),
}
# PyQt6 declares nearly everything that it returns as optional, and spells overridden methods more strictly: neither is a
# difference in spelling.
QUIET = ("--disable-error-code", "override", "--disable-error-code", "union-attr")
QT5_ONLY = "from qgis.PyQt.QtCore import Qt\nx = Qt.AlignLeft\n"


def run(title: str, *command: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    print(f"{'ok  ' if done.returncode == 0 else 'FAIL'} {title}", flush=True)
    if done.returncode:
        print(done.stdout + done.stderr)
    return done


def hub_rules(archive: Path) -> bool:
    """What plugins.qgis.org refuses on upload (its validator.py)."""
    with zipfile.ZipFile(archive) as bundle:
        names = bundle.namelist()
    problems = [
        name for name in names if "__pycache__" in name or name.endswith(".pyc") or ".." in name or "\\" in name
    ]
    problems += [name for name in names if Path(name).suffix in (".sh", ".bat", ".exe", ".so", ".dll")]
    problems += [name for name in names if any(part.startswith(".") for part in Path(name).parts)]
    problems += [] if {name.split("/")[0] for name in names} == {NAME} else ["more than one top folder"]
    problems += [
        f"missing {name}" for name in ("LICENSE", "metadata.txt", "__init__.py") if f"{NAME}/{name}" not in names
    ]
    problems += ["larger than 25 MB"] if archive.stat().st_size > 25 * MEGABYTE else []
    print(f"{'FAIL' if problems else 'ok  '} hub rules: {len(names)} files, {archive.stat().st_size / MEGABYTE:.2f} MB")
    print(*problems, sep="\n", end="\n" if problems else "")
    return not problems


def secrets() -> bool:
    done = subprocess.run(
        [BIN / "detect-secrets", "scan", "--all-files", "."], cwd=PACKAGE, capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)["results"]
    print(f"{'FAIL' if found else 'ok  '} detect-secrets")
    for name, hits in found.items():
        print(*(f"  {name}:{hit['line_number']} {hit['type']}" for hit in hits), sep="\n")
    return not found


def qt6_python() -> Path:
    """A Python of its own with PyQt6: that cannot stand beside the PyQt5 of QGIS."""
    folder = ROOT / ".venv-qt6"
    python = folder / "bin" / "python"
    if not (folder / ".ready").is_file():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "PyQt6", "mypy"], check=True)
        (folder / ".ready").touch()
    return python


def qt6() -> bool:
    """mypy with PyQt6 behind qgis.PyQt finds every spelling that Qt 6 no longer has."""
    stubs = BUILD / "qt6_stubs"
    for name, text in STUBS.items():
        (stubs / name).parent.mkdir(parents=True, exist_ok=True)
        (stubs / name).write_text(text, encoding="utf8")
    probe = BUILD / "qt5_spelling.py"
    probe.write_text(QT5_ONLY, encoding="utf8")
    python = qt6_python()
    options = ("--config-file", "/dev/null", "--ignore-missing-imports", "--follow-imports", "silent")
    command = ("env", f"MYPYPATH={stubs}", python, "-m", "mypy", *options, *QUIET)
    missed = subprocess.run([*command, probe], cwd=BUILD, capture_output=True, text=True, check=False).returncode == 0
    if missed:
        print("FAIL the Qt 6 check does not see a Qt 5 spelling")
    return run("Qt 6 spelling (mypy with PyQt6)", *command, "-p", NAME, cwd=BUILD).returncode == 0 and not missed


def main() -> int:
    archive = build(BUILD)
    results = [
        hub_rules(archive),
        run("bandit", BIN / "bandit", "-q", "-r", PACKAGE).returncode == 0,
        secrets(),
        run("ruff", BIN / "ruff", "check", "--no-cache", "diwi_qgis", "processing", "scripts", "tests").returncode == 0,
        run(
            "ruff format",
            BIN / "ruff",
            "format",
            "--check",
            "--no-cache",
            "diwi_qgis",
            "processing",
            "scripts",
            "tests",
        ).returncode
        == 0,
        run("mypy", BIN / "mypy", "--config-file", ROOT / "pyproject.toml", "-p", NAME, cwd=BUILD).returncode == 0,
        qt6(),
    ]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
