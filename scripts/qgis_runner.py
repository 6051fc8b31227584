"""A QGIS profile of our own with the plugin zip installed in it, and Processing algorithms run by the real qgis_process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

from qgis_profile import make_profile

# Debian 12 wraps qgis_process in a script that passes an option it does not know; the program itself is beside it.
PROGRAM = "qgis_process.bin" if shutil.which("qgis_process.bin") else "qgis_process"


class AlgorithmError(Exception):
    """An algorithm refused; the text is what the user would read."""


class Qgis:
    """Runs algorithms with a fresh profile in `folder`."""

    def __init__(self, folder: Path, archive: Path, locale: str = "nl") -> None:
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        plugins = make_profile(folder, locale)
        with zipfile.ZipFile(archive) as bundle:
            bundle.extractall(plugins)
        self.environment = {
            **os.environ,
            "QGIS_CUSTOM_CONFIG_PATH": str(folder),
            "QGIS_PLUGINPATH": str(plugins),
            "QT_QPA_PLATFORM": "offscreen",
            "LANG": "C.UTF-8",
        }
        self._call("plugins", "enable", "diwi_qgis")

    def _call(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [PROGRAM, *arguments], env=self.environment, capture_output=True, text=True, encoding="utf8", check=False
        )

    def algorithms(self) -> list[str]:
        """Ids of the plugin's algorithms, as `qgis_process list` shows them."""
        found = json.loads(self._call("--json", "list").stdout)["providers"].get("diwi", {})
        return sorted(found.get("algorithms", {}))

    def run(self, algorithm: str, **parameters: object) -> tuple[dict, str]:
        """Outputs and log of `diwi:<algorithm>`; raises `AlgorithmError` with the message of a refusal."""
        given = [f"{name}={value}" for name, value in parameters.items() if value is not None]
        done = self._call("--json", "run", f"diwi:{algorithm}", "--", *given)
        try:
            answer = json.loads(done.stdout[done.stdout.index("{") :])
        except ValueError:
            answer = {}
        if done.returncode or "results" not in answer:
            raise AlgorithmError(done.stderr.strip() or done.stdout.strip() or f"exit code {done.returncode}")
        return answer["results"], done.stderr
