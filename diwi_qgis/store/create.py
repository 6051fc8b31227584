"""A new register: the file, its tables, and the lists it starts with."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Union

from osgeo import gdal, osr

from diwi_qgis.errors import InputError, RegisterError
from diwi_qgis.model.tables import EPSG, SCHEMA_VERSION, TABLES
from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.store.gdal_file import GeoPackageFile, exceptions, failure
from diwi_qgis.store.geopackage_sql import spatial_index, table_statements
from diwi_qgis.store.opening import open_register
from diwi_qgis.store.register import Register
from diwi_qgis.store.seed import SEEDER, seed
from diwi_qgis.store.sql import literal, sql
from diwi_qgis.store.triggers import trigger_statements


def create_register(
    address: Union[str, Path, PostgisAddress],
    *,
    gemeentecode: str,
    gemeente: str,
    provincie: str = "",
    regio: str = "",
    overwrite: bool = False,
) -> Register:
    """Make a register with the standard code lists and amounts, and open it for writing.

    `gemeentecode` is the four-digit CBS code with its leading zeros ("0307"). On failure nothing is left behind: a file is
    built beside its place and moved there when whole, and an older file stays as it was; in a database all is one
    transaction. Raises RegisterError when there is a register (for a file: unless `overwrite`), or tables of others with
    our names, or it cannot be written; InputError for a municipality code or name that is not one.
    """
    _check_municipality(gemeentecode, gemeente)
    settings = {"gemeentecode": gemeentecode, "gemeente": gemeente, "provincie": provincie, "regio": regio}
    if isinstance(address, PostgisAddress):
        from diwi_qgis.store.postgis.create import create

        create(address, settings)
        return open_register(address, write=True)
    with new_file(Path(address), overwrite) as draft:
        build(draft, list(schema_statements()))
        with open_register(draft, write=True) as register, register.transaction(user=SEEDER) as write:
            seed(write, settings)
    return open_register(address, write=True)


@contextmanager
def new_file(target: Path, overwrite: bool = False) -> Iterator[Path]:
    """Where to build a new file: it is moved to its place when all went well, else nothing is left."""
    _check_place(target, overwrite)
    try:
        folder = Path(tempfile.mkdtemp(prefix=".diwi-", dir=target.parent))
    except OSError as error:
        raise failure(target, error) from error
    try:
        draft = folder / "register.gpkg"
        yield draft
        for rest in ("-wal", "-shm", "-journal"):
            Path(f"{target}{rest}").unlink(missing_ok=True)
        draft.replace(target)
    except OSError as error:
        raise failure(target, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def schema_statements(triggers: bool = True) -> Iterable[str]:
    """Everything that makes a new GeoPackage a register, one statement each."""
    yield from table_statements()
    yield "INSERT INTO sessie (gebruiker) VALUES (NULL)"
    if triggers:
        yield from trigger_statements()
    yield (
        sql(
            "INSERT INTO schema_versie (versie, tijd, omschrijving) VALUES ({schema_version}, "
            "strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'nieuw register')",
            schema_version=literal(SCHEMA_VERSION),
        )
    )


def build(path: Path, statements: Iterable[str]) -> None:
    """Make a GeoPackage and run the statements in it.

    Without gpkg_ogr_contents: GDAL's count triggers lose rows that other triggers add (specs: storage). Version 1.2 of
    GeoPackage is the newest that every GDAL since 3.6 writes alike.
    """
    options = ["ADD_GPKG_OGR_CONTENTS=NO", "VERSION=1.2"]
    try:
        with exceptions():
            gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown, options)
    except RuntimeError as error:
        raise failure(path, error) from error
    _run(path, [_reference_system(), *statements])
    # A second time: GDAL makes spatial indexes only for tables that were there when it opened the file.
    _run(path, [spatial_index(table) for table in TABLES if table.geometry])


def _run(path: Path, statements: Iterable[str]) -> None:
    file = GeoPackageFile(path, write=True)
    try:
        with file.transaction():
            for statement in statements:
                file.execute(statement)
    finally:
        file.close()


def _reference_system() -> str:
    system = osr.SpatialReference()
    system.ImportFromEPSG(EPSG)
    values = (system.GetName(), EPSG, "EPSG", EPSG, system.ExportToWkt(), "RD New")
    return sql(
        "INSERT INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, "
        "definition, description) VALUES ({values})",
        values=", ".join(literal(value) for value in values),
    )


def _check_municipality(gemeentecode: str, gemeente: str) -> None:
    if not re.fullmatch(r"\d{4}", gemeentecode):
        raise InputError(
            f"Gemeentecode '{gemeentecode}' heeft niet de vorm van vier cijfers, zoals 0307.",
            f"Municipality code '{gemeentecode}' does not have the form of four digits, such as 0307.",
        )
    if not gemeente.strip():
        raise InputError("De naam van de gemeente ontbreekt.", "The name of the municipality is missing.")


def _check_place(target: Path, overwrite: bool) -> None:
    if target.exists() and not overwrite:
        raise RegisterError(
            f"'{target}' bestaat al en is niet overschreven. Kies een andere naam of verwijder het bestand eerst.",
            f"'{target}' exists already and was not overwritten. Choose another name or remove the file first.",
        )
    if not target.parent.is_dir():
        raise RegisterError(f"De map '{target.parent}' bestaat niet.", f"The folder '{target.parent}' does not exist.")
