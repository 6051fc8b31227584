"""The pictures of README and manual, taken in the real QGIS on the register of the demo.

    .venv/bin/python scripts/screenshots.py          Dutch, 1366 × 768, into docs/beelden: what is in the repository
    .venv/bin/python scripts/screenshots.py --all    both languages, 1366 × 768 and 1920 × 1080, into build/screenshots


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


def take(folder: Path, locale: str, size: str) -> None:
    """All pictures in one language and size."""
    from PIL import Image

    with tempfile.TemporaryDirectory(prefix="diwi-pictures-") as work:
        libraries = sysconfig.get_paths()["purelib"]  # of the Python that runs this, as in setup.sh
        program = Path(__file__).with_name("screenshots_inside.py")
        code = run_inside(program, Path(work), size, locale, PYTHONPATH=libraries, LOGNAME=USER)
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
    parser.add_argument("--all", action="store_true", help="both languages and sizes, into build/screenshots")
    if missing():
        raise SystemExit(f"needs {missing()}")
    if not parser.parse_args().all:
        take(PICTURES, "nl", SMALL)
        return
    for locale in ("nl", "en"):
        for size in (SMALL, LARGE):
            take(ROOT / "build" / "screenshots" / f"{locale}-{size}", locale, size)


if __name__ == "__main__":
    main()
