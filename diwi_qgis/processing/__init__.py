"""The Processing provider and algorithms of DIWI for QGIS."""

from pathlib import Path

# The modules of this package lie in the repository's top-level folder `processing/`, which has no
# __init__.py of its own: with one, `import processing` could find it instead of the package of that
# name in QGIS. scripts/build_plugin.py copies the modules next to this file, so only a checkout has
# to look there.
_here = Path(__file__).resolve().parent
if not (_here / "provider.py").is_file():
    __path__.append(str(_here.parents[1] / "processing"))
