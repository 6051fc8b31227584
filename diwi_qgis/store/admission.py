"""What a file must be before we work with it, and what the user is told when it is not."""

from __future__ import annotations

from pathlib import Path

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.tables import SCHEMA_VERSION
from diwi_qgis.store.gdal_file import GeoPackageFile

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


def admit(path: Path, write: bool) -> GeoPackageFile:
    """The file opened, when it is a sound register of our schema version; else RegisterError."""
    check_file(path, write)
    file = GeoPackageFile(path, write)
    try:
        check_version(path, schema_version(file))
    except BaseException:
        file.close()
        raise
    return file


def check_file(path: Path, write: bool) -> None:
    """Whether the file as such can be used: there, a whole SQLite file, writable when it must be."""
    if not path.is_file():
        raise refusal(path, "bestaat niet", "does not exist")
    try:
        with path.open("rb") as stream:
            header = stream.read(_HEADER)
    except OSError as error:
        raise refusal(
            path, f"kan niet worden gelezen: {error.strerror}", f"cannot be read: {error.strerror}"
        ) from error
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise refusal(path, "is geen GeoPackage", "is not a GeoPackage")
    if _promised_size(header) > path.stat().st_size and not Path(f"{path}-wal").exists():
        raise refusal(
            path,
            "is beschadigd: het bestand is korter dan het hoort te zijn. Zet een reservekopie terug",
            "is damaged: the file is shorter than it should be. Put back a backup copy",
        )
    if write:
        _check_writable(path)


def _check_writable(path: Path) -> None:
    """Really open it for writing: permission bits do not tell about network shares and Windows' access lists."""
    try:
        with path.open("r+b"):
            return
    except OSError as error:
        raise refusal(path, "mag niet worden gewijzigd (alleen-lezen)", "may not be changed (read-only)") from error


def _promised_size(header: bytes) -> int:
    """Size in bytes according to the SQLite header; 0 when the header does not vouch for it."""
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    vouched = header[24:28] == header[92:96]
    return page * int.from_bytes(header[28:32], "big") if vouched else 0


def schema_version(file: GeoPackageFile) -> int:
    """Number of the schema in the file; RegisterError when it is a GeoPackage of something else."""
    if not file.query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_versie'"):
        raise refusal(
            file.path,
            "is een GeoPackage, maar geen register van DIWI voor QGIS",
            "is a GeoPackage, but not a register of DIWI for QGIS",
        )
    rows = file.query("SELECT max(versie) FROM schema_versie")
    return int(rows[0][0] or 0)


def check_register(path: Path) -> None:
    """Whether a file holds a register, of whatever schema that is not newer than ours; else RegisterError."""
    file = GeoPackageFile(path, write=False)
    try:
        check_version(path, max(schema_version(file), SCHEMA_VERSION))
    finally:
        file.close()


def check_version(register: object, version: int) -> None:
    """Refuse another schema version than ours."""
    if version > SCHEMA_VERSION:
        raise refusal(
            register,
            f"is gemaakt met een nieuwere versie van de plugin (schema {version}; deze kent {SCHEMA_VERSION}). "
            "Werk de plugin bij",
            f"was made with a newer version of the plugin (schema {version}; this one knows {SCHEMA_VERSION}). "
            "Update the plugin",
        )
    if version < SCHEMA_VERSION:
        raise refusal(
            register,
            f"heeft een ouder schema ({version}; nodig is {SCHEMA_VERSION}). Voer eerst 'Register bijwerken' uit "
            "(diwi:upgraderegister)",
            f"has an older schema ({version}; needed is {SCHEMA_VERSION}). Run 'Upgrade register' first "
            "(diwi:upgraderegister)",
        )


def refusal(register: object, nl: str, en: str) -> RegisterError:
    """Why a register cannot be used: its name, and then the words."""
    return RegisterError(f"'{register}' {nl}.", f"'{register}' {en}.")
