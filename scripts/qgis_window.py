"""The real QGIS on a screen of its own (Xvfb), with the plugin as it is shipped in an empty profile."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

from build_plugin import ROOT, assemble
from qgis_profile import make_profile

LIMIT = 2400  # s; some ten minutes where nothing else runs


@contextmanager
def screen(size: str):
    """A screen nobody sees; gives its name for DISPLAY."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as names:
            yield f":{names.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def run_inside(
    program: Path,
    output: Path,
    size: str = "1366x768",
    locale: str = "nl",
    theme: str = "default",
    **environment: str,
) -> int:
    """Run a Python program inside a QGIS window of that size; gives QGIS' exit code. Its log is `output/qgis.log`."""
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="diwi-desktop-") as folder, screen(size) as display:
        assemble(make_profile(Path(folder), locale, theme))
        runtime = Path(folder) / "run"
        runtime.mkdir(mode=0o700)
        settings = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": str(runtime),
            "LANG": "C.UTF-8",
            "DIWI_OUTPUT": str(output),
            "DIWI_SIZE": size,
            "DIWI_ROOT": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            **environment,
        }
        command = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", folder, "--code", str(program)]
        with (output / "qgis.log").open("w", encoding="utf8") as log:
            try:
                return subprocess.run(
                    command, env=settings, stdout=log, stderr=log, timeout=LIMIT, check=False
                ).returncode
            except subprocess.TimeoutExpired:
                return -1


def missing() -> str:
    """What is not installed here and is needed for a window; empty when all is there."""
    return ", ".join(name for name in ("qgis", "Xvfb") if shutil.which(name) is None)
