"""Rows into a GeoPackage, through GDAL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Optional

from osgeo import ogr

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.schema import Table
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store import acts, code_use, insertion_sql, json_rows, plancode_sql
from diwi_qgis.store.feature_rows import Filler, Row, wkb
from diwi_qgis.store.gdal_file import GeoPackageFile, exceptions, failure
from diwi_qgis.store.sql import identifier, literal, sql
from diwi_qgis.store.writing import Writer, parents_first, refused

_DELETE_AT_ONCE = 500

#: So many rows are looked up by their uuid; for more the whole table is read.
_FEW = 500


class GeoPackageWriter(Writer):
    """See `writing.Writer`."""

    _file: GeoPackageFile

    def sign(self, user: str) -> None:
        """Record who writes from here on."""
        with self._file.failures():
            layer = self._file.layer("sessie")
            session = layer.GetNextFeature()
            session.SetField("gebruiker", user)
            layer.SetFeature(session)
            layer.ResetReading()

    def hold(self, plans: Optional[Iterable[str]] = None) -> None:
        """See `Writer`: `sign` wrote, so nobody else can until this transaction ends."""

    def load(self, table: str, rows: Sequence[Row]) -> None:
        """See `Writer`."""
        declared = model_table(table)
        self._file.execute(sql("DELETE FROM {table}", table=identifier(table)))
        with exceptions():
            layer = self._file.layer(table)
            feature = ogr.Feature(layer.GetLayerDefn())
            fill = Filler(declared, layer, [column.name for column in declared.all_columns])
            geometries = wkb(declared, rows)
            for number, row in enumerate(rows):
                try:
                    fill(feature, row)
                    if geometries is not None:
                        shape = geometries[number]
                        feature.SetGeometryDirectly(None if shape is None else ogr.CreateGeometryFromWkb(shape))
                    feature.SetFID(row["fid"])
                    layer.CreateFeature(feature)
                except RuntimeError as error:
                    raise self._refused(declared, row, error) from error

    def _add(self, declared: Table, rows: Sequence[Row], uuids: Sequence[str]) -> None:
        if insertion_sql.in_bulk(declared, rows):
            self._create_in_bulk(declared, rows, uuids)
        else:
            self._create(declared, rows, uuids)

    def _create_in_bulk(self, declared: Table, rows: Sequence[Row], uuids: Sequence[str]) -> None:
        """New rows, and what triggers would do for each of them once for all: several times as fast."""
        added = self._after_last(declared)
        self._file.execute(insertion_sql.BUSY)
        self._file.execute(json_rows.SHELF)
        for part, load in json_rows.portions(declared, rows, uuids):
            if load is None or not self._take(declared, load):
                portion = self._after_last(declared)
                self._create(declared, rows[part], uuids[part])
                self._file.execute(insertion_sql.completion(declared, portion))
        self._file.execute(json_rows.CLEAR)
        for statement in insertion_sql.aftermath(declared, added):
            self._file.execute(statement)
        self._file.execute(insertion_sql.READY)
        if declared.name == "project":
            self._refuse_without_code(declared, rows, uuids, added)

    def _take(self, declared: Table, load: json_rows.Load) -> bool:
        """Rows in one statement; False when one of them is refused: one by one they will say which."""
        try:
            self._file.execute(load.shelve)
            self._file.execute(insertion_sql.insertion(declared, load.shelved))
        except RegisterError:
            if not self._file.query(insertion_sql.IS_BUSY):  # not only the statement was undone but all there was
                raise
            return False
        return True

    def _refuse_without_code(self, declared: Table, rows: Sequence[Row], uuids: Sequence[str], added: str) -> None:
        for (uuid,) in self._file.query(plancode_sql.without_code(added)):
            raise self._refused(declared, rows[uuids.index(uuid)], RuntimeError(plancode_sql.NO_FREE_CODE))

    def _after_last(self, declared: Table) -> str:
        """The condition for rows to come."""
        query = sql("SELECT coalesce(max(fid), 0) + 0 AS laatste FROM {table}", table=identifier(declared.name))
        return sql("fid > {last}", last=self._file.query(query)[0][0])

    def _create(self, declared: Table, rows: Sequence[Row], uuids: Sequence[str]) -> None:
        """Rows through GDAL, as they are."""
        with exceptions():
            layer = self._file.layer(declared.name)
            feature = ogr.Feature(layer.GetLayerDefn())
            fill = Filler(declared, layer, _filled_columns(declared, rows))
            identity = layer.GetLayerDefn().GetFieldIndex("uuid")
            geometries = wkb(declared, rows)
            for number in parents_first(declared, rows, uuids):
                row = rows[number]
                try:
                    fill(feature, row)
                    if uuids:
                        feature.SetFieldString(identity, uuids[number])
                    if geometries is not None:
                        shape = geometries[number]
                        feature.SetGeometryDirectly(None if shape is None else ogr.CreateGeometryFromWkb(shape))
                    feature.SetFID(ogr.NullFID)
                    layer.CreateFeature(feature)
                except RuntimeError as error:
                    raise self._refused(declared, row, error) from error

    def update(self, table: str, rows: Sequence[Row]) -> None:
        """Change rows: each has `uuid` and only the columns to change. Raises RegisterError for an unknown uuid."""
        declared = model_table(table)
        fids = self._fids(declared, [row["uuid"] for row in rows])
        with exceptions():
            layer = self._file.layer(table)
            geometries = wkb(declared, rows)
            for number, (row, fid) in enumerate(zip(rows, fids)):
                feature = layer.GetFeature(fid)
                names = [name for name in row if name != "uuid"]
                try:
                    Filler(declared, layer, names)(feature, row)
                    if geometries is not None and "geom" in row:
                        shape = geometries[number]
                        feature.SetGeometryDirectly(None if shape is None else ogr.CreateGeometryFromWkb(shape))
                    layer.SetFeature(feature)
                except RuntimeError as error:
                    raise self._refused(declared, row, error) from error

    def _remove(self, declared: Table, levels: Sequence[Sequence[str]]) -> None:
        wanted = [uuid for level in levels for uuid in level]
        fids = dict(zip(wanted, self._fids(declared, wanted)))
        # Many at once: SQLite compiles all triggers below a plan anew for every statement, which takes milliseconds.
        for level in levels:
            for start in range(0, len(level), _DELETE_AT_ONCE):
                numbers = ", ".join(str(fids[uuid]) for uuid in level[start : start + _DELETE_AT_ONCE])
                self._file.execute(
                    sql(
                        "DELETE FROM {table} WHERE fid IN ({numbers})", table=identifier(declared.name), numbers=numbers
                    )
                )

    def _replace_code(self, lijst: str, old: str, new: str) -> None:
        names = literal(lijst), literal(old), literal(new)
        if self._file.query(sql("SELECT {objection} AS nee", objection=code_use.cannot_replace(names[0], names[2])))[0][
            0
        ]:
            raise failure(self._file.path, RuntimeError(code_use.CANNOT_REPLACE))
        for statement in code_use.replacing(*names):
            self._file.execute(statement)

    def _restore(self, declared: Table, rows: Sequence[acts.Past]) -> None:
        added = sql("uuid IN ({uuids})", uuids=", ".join(literal(past.uuid) for past in rows))
        self._file.execute(insertion_sql.BUSY)
        self._file.execute(acts.restoration(declared.name, [past.before_line for past in rows]))
        if declared.geometry:
            self.update(declared.name, [{"uuid": past.uuid, "geom": acts.shape_before(past)} for past in rows])
        for statement in insertion_sql.log(declared, added):
            self._file.execute(statement)
        self._file.execute(insertion_sql.READY)

    def _fids(self, declared: Table, uuids: Sequence[str]) -> list[int]:
        wanted = "1" if len(uuids) > _FEW else sql("uuid IN ({uuids})", uuids=", ".join(map(literal, uuids)))
        found = dict(
            self._file.query(
                sql(
                    "SELECT uuid, fid + 0 AS nummer FROM {declared} WHERE {wanted}",
                    declared=identifier(declared.name),
                    wanted=wanted,
                )
            )
        )
        missing = [uuid for uuid in uuids if uuid not in found]
        if missing:
            raise self._absent(declared, missing[0])
        return [found[uuid] for uuid in uuids]

    def _refused(self, declared: Table, row: Row, error: RuntimeError) -> RegisterError:
        return refused(declared, row, failure(self._file.path, error))


def _filled_columns(declared: Table, rows: Sequence[Row]) -> list[str]:
    """The columns to set in all rows: those with a default, and those that are filled in any row."""
    names = {name for row in rows for name, value in row.items() if value is not None}
    return sorted(names | {column.name for column in declared.columns if column.default is not None})
