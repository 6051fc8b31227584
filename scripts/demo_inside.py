"""The register of Duinvoorde, made inside a QGIS that runs: for the desktop stories and the pictures."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import demo_data
from demo import Demo


class Here:
    """Runs algorithms in this QGIS: stands in for the `qgis_process` of `qgis_runner`."""

    def run(self, algorithm: str, **parameters: object) -> tuple[dict, str]:
        """Results, and no log. Raises AlgorithmError."""
        import processing
        from qgis.core import QgsProcessingException

        from qgis_runner import AlgorithmError

        given = {name: str(value) if isinstance(value, Path) else value for name, value in parameters.items()}
        try:
            return processing.run(f"diwi:{algorithm}", {name: value for name, value in given.items() if value}), ""
        except QgsProcessingException as error:
            raise AlgorithmError(str(error)) from error


def make_duinvoorde(folder: Path) -> Path:
    """The filled register of the demo, checked, with its QGIS project; what was in the folder is gone."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "out").mkdir(parents=True)
    place = argparse.Namespace(
        gemeentecode=demo_data.GEMEENTECODE,
        gemeente=demo_data.GEMEENTE,
        provincie=demo_data.PROVINCIE,
        regio=demo_data.REGIO,
        peildatum=demo_data.PEILDATUM,
    )
    demo = Demo(Here(), folder / "input", folder / "out", place)
    demo.fill_fictional()
    demo.check()
    demo.make_project()
    return demo.register
