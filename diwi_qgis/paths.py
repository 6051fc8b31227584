"""Where the plugin's own data files lie: beside the package when installed, one level up in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Path of a file or folder under `resources/`, e.g. ``resource("codelijsten", "planstatus.json")``."""
    return _data_folder("resources").joinpath(*parts)


def form(*parts: str) -> Path:
    """Path of a file under `forms/`."""
    return _data_folder("forms").joinpath(*parts)


def _data_folder(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
