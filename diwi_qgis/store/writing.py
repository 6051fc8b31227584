"""Rows into the register, through GDAL, inside one transaction that `Register.transaction` opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Optional
from uuid import uuid4

from osgeo import ogr

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.identity import counting_uuids, is_uuid
from diwi_qgis.model.schema import Table
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store import acts, derived_sql, insertion_sql, json_rows, plancode_sql
from diwi_qgis.store.feature_rows import Filler, Row, wkb
from diwi_qgis.store.gdal_file import GeoPackageFile, exceptions, failure
from diwi_qgis.store.sql import identifier, literal, sql

_DELETE_AT_ONCE = 500

#: So many rows are looked up by their uuid; for more the whole table is read.
_FEW = 500


class Writer:
    """Insert, update and delete rows; nothing is kept unless the transaction around it ends well."""

    def __init__(self, file: GeoPackageFile) -> None:
        self._file = file
        self._refusal: Optional[BaseException] = None

    def sign(self, user: str) -> None:
        """Record who writes from here on."""
        with self._file.failures():
            layer = self._file.layer("sessie")
            session = layer.GetNextFeature()
            session.SetField("gebruiker", user)
            layer.SetFeature(session)
            layer.ResetReading()

    def confirm(self) -> None:
        """To be called before all is kept: raises again what went wrong halfway, if somebody caught that."""
        if self._refusal is not None:
            raise self._refusal

    @contextmanager
    def _no_way_back(self) -> Iterator[None]:
        """Rows may be half completed when this fails."""
        try:
            yield
        except BaseException as error:
            self._refusal = error
            raise

    def insert(self, table: str, rows: Sequence[Row]) -> list[str]:
        """Add rows; gives their uuids in the order of `rows` (an empty list for tables that have none).

        Values are str, int, float, bool, date, datetime (UTC when it has no zone) or None; `geom` is shapely. A column
        that a row leaves out gets its default. Raises RegisterError, which names row and column, when one is refused;
        then nothing of the transaction can be kept.
        """
        declared = model_table(table)
        uuids = _identities(declared, rows) if declared.tracked else []
        with self._no_way_back():
            if insertion_sql.in_bulk(declared, rows):
                self._create_in_bulk(declared, rows, uuids)
            else:
                self._create(declared, rows, uuids)
        return uuids

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
            for number in _parents_first(declared, rows, uuids):
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

    def delete(self, table: str, uuids: Iterable[str]) -> None:
        """Remove rows and what is part of them. Raises RegisterError for an unknown uuid or when others depend on it."""
        declared = model_table(table)
        wanted = list(uuids)
        if table == "project":
            self._delete_programme(wanted)
        fids = dict(zip(wanted, self._fids(declared, wanted)))
        # Many at once: SQLite compiles all triggers below a plan anew for every statement, which takes milliseconds.
        for level in self._daughters_first(declared, fids):
            for start in range(0, len(level), _DELETE_AT_ONCE):
                numbers = ", ".join(str(fids[uuid]) for uuid in level[start : start + _DELETE_AT_ONCE])
                self._file.execute(
                    sql("DELETE FROM {table} WHERE fid IN ({numbers})", table=identifier(table), numbers=numbers)
                )

    def _delete_programme(self, plans: Sequence[str]) -> None:
        """The blocks of plans that are to go: the register refuses to delete a plan that has any."""
        of = dict(self._file.query("SELECT uuid, project_uuid FROM woningblok"))
        gone = set(plans)
        self.delete("woningblok", [block for block, plan in of.items() if plan in gone])

    def clear(self, table: str) -> None:
        """Empty a table that is filled anew as a whole: source tables and findings."""
        declared = model_table(table)
        if declared.append_only or (declared.tracked and table != "bevinding"):
            raise ValueError(f"{table} is never emptied as a whole")
        self._file.execute(sql("DELETE FROM {table}", table=identifier(table)))

    @contextmanager
    def act(self, kind: acts.Kind, plan: str, about: str) -> Iterator[None]:
        """What is written inside is one act: found under a plan (uuid) by `Register.acts`, taken back by `take_back`."""
        since = acts.last_line(self._file)
        yield
        acts.close_act(self._file, kind, plan, about, since)

    def take_back(self, plan: str, act: acts.Act) -> None:
        """Make what an act of a plan did undone: every row as it was before, with uuid, code and who made it when.

        Raises RegisterError when the act was taken back already, or when that would undo what others did since.
        """
        way, since = acts.way_back(self._file, act), acts.last_line(self._file)
        wholes = ("project", "woningblok")  # other rows may stand below these until they are moved back
        for table, rows in reversed(acts.by_table(way.new)):
            if table not in wholes:
                self.delete(table, [past.uuid for past in rows])
        with self._no_way_back():
            for table, rows in acts.by_table(way.gone):
                self._bring_back(model_table(table), rows)
        for table, rows in acts.by_table(way.changed):
            for past in rows:
                self.update(table, [acts.values_before(past)])
        for table, rows in reversed(acts.by_table(way.new)):
            if table in wholes:
                self.delete(table, [past.uuid for past in rows])
        self._file.execute(derived_sql.refresh_totals("1"))
        self._file.execute(derived_sql.refresh_states())  # the calendar went on
        acts.close_act(self._file, acts.Kind.TAKE_BACK, plan, act.about, since, of=act.line)

    def _bring_back(self, declared: Table, rows: Sequence[acts.Past]) -> None:
        """Removed rows, completely as they were: no trigger gives them another code or version."""
        added = sql("uuid IN ({uuids})", uuids=", ".join(literal(past.uuid) for past in rows))
        self._file.execute(insertion_sql.BUSY)
        self._file.execute(acts.restoration(declared.name, [past.before_line for past in rows]))
        if declared.geometry:
            self.update(declared.name, [{"uuid": past.uuid, "geom": acts.shape_before(past)} for past in rows])
        for statement in insertion_sql.log(declared, added):
            self._file.execute(statement)
        self._file.execute(insertion_sql.READY)

    def _daughters_first(self, declared: Table, wanted: Mapping[str, int]) -> list[list[str]]:
        """The rows to delete in levels, those that others of the same table point at last."""
        own = _own_parent(declared)
        if own is None:
            return [list(wanted)]
        above = dict(
            self._file.query(
                sql(
                    "SELECT uuid, {own} FROM {declared} WHERE {own} IS NOT NULL",
                    own=own,
                    declared=identifier(declared.name),
                )
            )
        )
        levels: dict[int, list[str]] = {}
        for uuid in wanted:
            depth, current = 0, above.get(uuid)
            while current is not None:
                depth, current = depth + 1, above.get(current)
            levels.setdefault(depth, []).append(uuid)
        return [levels[depth] for depth in sorted(levels, reverse=True)]

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
            raise RegisterError(
                f"{declared.label} {missing[0]} staat niet (meer) in register '{self._file.path}'.",
                f"{declared.label} {missing[0]} is not in register '{self._file.path}' (any more).",
            )
        return [found[uuid] for uuid in uuids]

    def _refused(self, declared: Table, row: Row, error: RuntimeError) -> RegisterError:
        reason = failure(self._file.path, error).text
        who = row.get("naam") or row.get("code") or row.get("uuid") or ""
        return RegisterError(
            f"{declared.label} {who} is niet opgeslagen. {reason.nl}",
            f"{declared.label} {who} was not stored. {reason.en}",
        )


def _identities(declared: Table, rows: Sequence[Row]) -> list[str]:
    """The uuids that rows bring, in their usual spelling, or new ones for what is none."""
    new = (str(uuid4()) for _ in rows) if declared.name == "project" else counting_uuids()
    given = [str(row.get("uuid") or "").lower() for row in rows]
    return [uuid if is_uuid(uuid) else next(new) for uuid in given]


def _filled_columns(declared: Table, rows: Sequence[Row]) -> list[str]:
    """The columns to set in all rows: those with a default, and those that are filled in any row."""
    names = {name for row in rows for name, value in row.items() if value is not None}
    return sorted(names | {column.name for column in declared.columns if column.default is not None})


def _parents_first(declared: Table, rows: Sequence[Row], uuids: Sequence[str]) -> list[int]:
    """Order of insertion: a row after the row of the same table that it points at (hoofdplan before deelplan)."""
    own = _own_parent(declared)
    if own is None:
        return list(range(len(rows)))
    place = {uuid: number for number, uuid in enumerate(uuids)}
    order: dict[int, None] = {}
    for number in range(len(rows)):
        chain: list[int] = []
        current: Optional[int] = number
        while current is not None and current not in order and current not in chain:
            chain.append(current)
            current = place.get(rows[current].get(own) or "")
        order.update(dict.fromkeys(reversed(chain)))
    return list(order)


def _own_parent(declared: Table) -> Optional[str]:
    """The column that points at a row of the same table, if there is one."""
    own = [column.name for column in declared.parents if column.references and column.references.table == declared.name]
    return own[0] if own else None
