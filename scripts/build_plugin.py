"""Build the plugin: the folder that QGIS installs, and the zip of it. Two builds of the same sources are byte-equal."""

from __future__ import annotations

import argparse
import shutil
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = "diwi_qgis"
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", "*.ts")


def version() -> str:
    for line in (ROOT / "metadata.txt").read_text(encoding="utf8").splitlines():
        if line.startswith("version="):
            return line.partition("=")[2]
    raise SystemExit("metadata.txt has no version")


def assemble(target: Path) -> Path:
    """Lay out the plugin folder as it is installed; returns it."""
    package = target / NAME
    shutil.rmtree(package, ignore_errors=True)
    shutil.copytree(ROOT / NAME, package, ignore=LEFT_OUT)
    for module in sorted((ROOT / "processing").glob("*.py")):
        shutil.copy(module, package / "processing")
    for folder in ("resources", "forms"):
        if (ROOT / folder).is_dir():
            shutil.copytree(ROOT / folder, package / folder, ignore=LEFT_OUT)
    for name in ("metadata.txt", "LICENSE", "README.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, package)
    return package


def pack(package: Path, archive: Path) -> None:
    """Zip the folder with fixed order and times."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as bundle:
        for path in sorted(package.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(str(Path(NAME) / path.relative_to(package)), (2024, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                bundle.writestr(entry, path.read_bytes())


def build(target: Path) -> Path:
    """Assemble and zip; returns the zip."""
    target.mkdir(parents=True, exist_ok=True)
    archive = target / f"{NAME}-{version()}.zip"
    pack(assemble(target), archive)
    return archive


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", type=Path, default=ROOT / "build")
    print(build(parser.parse_args().target))
