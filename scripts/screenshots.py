"""The pictures of README and manual, taken in the real QGIS on the register of the demo.

    .venv/bin/python scripts/screenshots.py          Dutch, 1366 × 768, into docs/beelden: what is in the repository
    .venv/bin/python scripts/screenshots.py --all    to look at, into build/screenshots: both languages, 1366 × 768 and
                                                     1920 × 1080, a dark theme, and everything half as large again

What is on them stands in screenshots_inside.py. Needs QGIS, Xvfb and Pillow (which matplotlib brings).
"""

from __future__ import annotations

import argparse
import sysconfig
import tempfile
from pathlib import Path

from build_plugin import ROOT
from qgis_window import missing, run_inside

PICTURES = ROOT / "docs" / "beelden"
#: Who works on them: history names whoever is signed in.
USER = "m.devries"
SMALL, LARGE = "1366x768", "1920x1080"
BUILD = ROOT / "build"
#: By folder in `build/screenshots`: language, size, theme of QGIS, and how large Qt draws.
VARIANTS = {
    "nl-small": ("nl", SMALL, "default", 1.0),
    "nl-large": ("nl", LARGE, "default", 1.0),
    "en-small": ("en", SMALL, "default", 1.0),
    "en-large": ("en", LARGE, "default", 1.0),
    "nl-dark": ("nl", SMALL, "Night Mapping", 1.0),
    "nl-150": ("nl", LARGE, "default", 1.5),
}


def take(folder: Path, locale: str, size: str, theme: str = "default", scale: float = 1.0) -> None:
    """All pictures in one language, size and look."""
    from PIL import Image

    BUILD.mkdir(exist_ok=True)
    # layers in a folder for temporary files would get a mark in the tree
    with tempfile.TemporaryDirectory(prefix="pictures-", dir=BUILD) as work:
        libraries = sysconfig.get_paths()["purelib"]  # of the Python that runs this, as in setup.sh
        program = Path(__file__).with_name("screenshots_inside.py")
        environment = {"PYTHONPATH": libraries, "LOGNAME": USER, "QT_SCALE_FACTOR": str(scale)}
        code = run_inside(program, Path(work), size, locale, theme, **environment)
        taken = sorted(Path(work).glob("*.png"))
        if code != 0 or not (Path(work) / "klaar").is_file():
            raise SystemExit((Path(work) / "qgis.log").read_text(encoding="utf8")[-4000:])
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()
        for path in taken:
            with Image.open(path) as picture:
                colours = picture.convert("RGB").quantize(
                    256, Image.Quantize.MAXCOVERAGE, kmeans=5, dither=Image.Dither.NONE
                )
            colours.save(folder / path.name, optimize=True)
            print(f"{folder.name}/{path.name}: {(folder / path.name).stat().st_size / 1024:.0f} kB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="all variants, into build/screenshots")
    parser.add_argument("--variant", choices=VARIANTS, help="one of them")
    asked = parser.parse_args()
    if missing():
        raise SystemExit(f"needs {missing()}")
    if not asked.all and not asked.variant:
        take(PICTURES, "nl", SMALL)
    for name in [asked.variant] if asked.variant else VARIANTS if asked.all else ():
        take(BUILD / "screenshots" / name, *VARIANTS[name])


if __name__ == "__main__":
    main()
