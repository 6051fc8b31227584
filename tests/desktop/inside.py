"""Run inside QGIS (`--code`): sizes the window, runs the stories with pytest, leaves without questions."""

import os
import sys
import traceback

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface

ROOT = os.environ["DIWI_ROOT"]
STORIES = f"{ROOT}/tests/desktop/stories"
OUTPUT = os.environ["DIWI_OUTPUT"]


def size_window() -> None:
    width, height = (int(part) for part in os.environ["DIWI_SIZE"].split("x"))
    window = iface.mainWindow()
    window.move(0, 0)
    window.resize(width, height)


def run_stories() -> None:
    size_window()
    sys.path.insert(0, ROOT)
    try:
        import pytest

        pytest.main(
            [
                STORIES,
                f"--rootdir={ROOT}",
                f"--junitxml={OUTPUT}/stories.xml",
                "-c",
                os.devnull,
                "--confcutdir",
                STORIES,
                "-p",
                "no:cacheprovider",
                "-p",
                "no:qgis",
                "-p",
                "no:pytest_qgis",
                "-v",
                *os.environ.get("DIWI_STORIES", "").split(),
            ]
        )
    except BaseException:
        traceback.print_exc()
    finally:
        QTimer.singleShot(0, leave)


def leave() -> None:
    QgsProject.instance().clear()
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


QTimer.singleShot(1500, run_stories)
