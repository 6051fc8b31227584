"""Link this checkout into a QGIS profile, so that QGIS runs the sources you edit.

usage: python3 scripts/dev_link.py [PROFILE_FOLDER]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def default_profile() -> Path:
    if os.name == "nt":
        return Path(os.environ["APPDATA"]) / "QGIS/QGIS3/profiles/default"
    return Path.home() / ".local/share/QGIS/QGIS3/profiles/default"


def link(profile: Path) -> Path:
    """QGIS wants metadata.txt beside __init__.py: linked (copied on Windows), and ignored by git."""
    metadata = ROOT / "diwi_qgis" / "metadata.txt"
    target = profile / "python" / "plugins" / "diwi_qgis"
    target.parent.mkdir(parents=True, exist_ok=True)
    if os.name == "nt":
        shutil.copy(ROOT / "metadata.txt", metadata)
        subprocess.run(["cmd", "/c", "mklink", "/J", str(target), str(ROOT / "diwi_qgis")], check=True)
        return target
    for place, source in ((metadata, ROOT / "metadata.txt"), (target, ROOT / "diwi_qgis")):
        if place.is_symlink():
            place.unlink()
        place.symlink_to(source)
    return target


if __name__ == "__main__":
    print(link(Path(sys.argv[1]) if len(sys.argv) > 1 else default_profile()))
