"""What was read from a file into the tables `perceel`, `pand` and `gebied`, all or nothing, and what that changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.model.schema import Kind
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.progress import Progress, silent
from diwi_qgis.sources.reading import Gelezen
from diwi_qgis.sources.values import named
from diwi_qgis.store import Register
from diwi_qgis.texts import Text

#: What tells two rows of a table apart.
KEYS = {"perceel": ["identificatie"], "pand": ["identificatie"], "gebied": ["soort", "code", "jaar"]}

#: A parcel that is not in the file has been replaced when parcels of the file cover more than this share of it.
REPLACED = 0.5


@dataclass
class Geladen:
    """What loading changed, as keys of rows (identificatie; for areas soort, code, jaar), and what there is to say.

    `gewijzigd` compares all but the source date; `herdateerd` of the unchanged rows got another. `verdwenen` is removed from the register; `gebleven` is not in the file
    and stays. `complete` is False when the file seems to be a part of what the service had, or when rows were left out.
    """

    toegevoegd: list[str] = field(default_factory=list)
    gewijzigd: list[str] = field(default_factory=list)
    ongewijzigd: int = 0
    herdateerd: int = 0
    verdwenen: list[str] = field(default_factory=list)
    gebleven: int = 0
    totaal: int = 0
    complete: bool = True
    warnings: list[Text] = field(default_factory=list)


def load(
    register: Register,
    gelezen: Gelezen,
    replace: bool = False,
    skip_invalid: bool = False,
    progress: Optional[Progress] = None,
    within: Optional[Any] = None,
) -> Geladen:
    """Put what was read in its table: added to and updating what is there, or with `replace` instead of it.

    When updating, a parcel that is not in the file stays, unless parcels of the file have taken its place (a split or
    merge): two parcels on one spot would make plans overlap. `within` is the area (a polygon) of which `gelezen` is all
    there is, unless it was cut off: what the register has inside it beyond that is gone. Nothing is written when nothing
    differs.

    Raises:
        InputError: something in the file cannot be used and `skip_invalid` is off; nothing usable is left; or `replace`
            would remove rows while the file is not the whole answer of the service. Nothing was changed.
    """
    import pandas

    progress = silent(progress)
    outcome = Geladen(complete=gelezen.cut_off is None and not gelezen.refused, warnings=list(gelezen.warnings))
    _refuse_or_say(gelezen, skip_invalid, outcome)
    key = KEYS[gelezen.table]
    new = _typed(gelezen.rows, gelezen.table)
    old = register.read(gelezen.table).drop(columns="fid")
    progress.check(0.2)
    stay = _compare(old, new, key, outcome)
    rest = old[stay]
    gone = pandas.Series(True, index=rest.index) if replace else _replaced(rest, new, gelezen.table)
    if within is not None and outcome.complete:
        gone |= _inside(rest, within)
    outcome.verdwenen = _keys(rest[gone], key)
    outcome.gebleven = int((~gone).sum())
    if replace and outcome.verdwenen and gelezen.cut_off is not None:
        raise _would_lose(gelezen, len(outcome.verdwenen))
    whole = pandas.concat([rest[~gone], new], ignore_index=True)
    outcome.totaal = len(whole)
    progress.check(0.4)
    if outcome.toegevoegd or outcome.gewijzigd or outcome.verdwenen or outcome.herdateerd:
        _write(register, gelezen.table, whole, progress.part(0.4, 1.0))
    return outcome


def _refuse_or_say(gelezen: Gelezen, skip_invalid: bool, outcome: Geladen) -> None:
    if gelezen.cut_off is not None:
        why = gelezen.cut_off
        outcome.warnings.append(
            Text(
                f"LET OP: '{gelezen.file}' is niet compleet: {why.nl}. Haal de rest ook op.",
                f"MIND: '{gelezen.file}' is not complete: {why.en}. Fetch the rest too.",
            )
        )
    if not gelezen.refused:
        return
    count = len(gelezen.refused)
    listed = Text(named([text.nl for text in gelezen.refused]).nl, named([text.en for text in gelezen.refused]).en)
    if not skip_invalid or not len(gelezen.rows):
        raise InputError(
            f"'{gelezen.file}' is niet ingelezen, er is niets gewijzigd. {count} object(en) zijn niet bruikbaar: "
            f"{listed.nl}. Met 'overslaan' wordt de rest ingelezen.",
            f"'{gelezen.file}' was not loaded, nothing was changed. {count} feature(s) cannot be used: {listed.en}. "
            f"With 'skip' the rest is loaded.",
        )
    outcome.warnings += [Text(f"Overgeslagen: {text.nl}", f"Left out: {text.en}") for text in gelezen.refused]


def _typed(rows: Any, table: str) -> Any:
    """The rows with exactly the columns and column types that the register gives back."""
    import pandas

    typed = {}
    for column in model_table(table).columns:
        values = rows[column.name] if column.name in rows else pandas.Series([None] * len(rows), index=rows.index)
        if column.kind is Kind.DATE:
            typed[column.name] = pandas.to_datetime(values, errors="coerce").astype("datetime64[ns]")
        elif column.kind is Kind.INTEGER:
            typed[column.name] = values.astype("Int64")
        elif column.kind is Kind.REAL:
            typed[column.name] = values.astype("float64")
        else:
            typed[column.name] = values.astype(object).where(values.notna(), None)
    typed["geom"] = rows["geom"]
    return pandas.DataFrame(typed).reset_index(drop=True)


def _compare(old: Any, new: Any, key: list[str], outcome: Geladen) -> Any:
    """Fill the counts of added, changed and unchanged rows; gives which old rows are not in the file."""
    there, here = old.set_index(key).index, new.set_index(key).index
    known = here.isin(there)
    before, after = _comparable(old[there.isin(here)], key), _comparable(new[known], key)
    same = known.copy()
    same[known] = (after.to_numpy() == before.reindex(after.index).to_numpy()).all(axis=1)
    outcome.toegevoegd = _keys(new[~known], key)
    outcome.gewijzigd = _keys(new[known & ~same], key)
    outcome.ongewijzigd = int(same.sum())
    dates = new.set_index(key)["brondatum"][same]
    dates_before = old.set_index(key)["brondatum"].reindex(dates.index)
    outcome.herdateerd = int((dates != dates_before).sum())
    older = int((dates < dates_before).sum())
    if older:
        outcome.warnings.append(
            Text(
                f"Het bestand is ouder dan wat er al stond: bij {older} rijen gaat de brondatum terug.",
                f"The file is older than what was there: the source date of {older} rows goes back.",
            )
        )
    return ~there.isin(here)


def _comparable(rows: Any, key: list[str]) -> Any:
    """Everything but the source date, as values that can be compared, by key."""
    import numpy
    import shapely

    frame = rows.drop(columns=["brondatum", "geom"])
    frame = frame.astype(object).where(frame.notna(), "")
    shapes = shapely.normalize(numpy.asarray(rows["geom"], dtype=object))
    frame["geom"] = [blob or b"" for blob in shapely.to_wkb(shapes)]
    return frame.set_index(key)


def _replaced(rest: Any, new: Any, table: str) -> Any:
    """Which of the rows that are not in the file have been taken over by parcels that are."""
    import numpy
    import pandas

    from diwi_qgis.rules.overlap import intersect_shares

    gone = pandas.Series(False, index=rest.index)
    if table != "perceel" or not len(rest):
        return gone
    shares = intersect_shares(new["geom"].to_numpy(), rest["geom"].to_numpy())
    covered = numpy.bincount(shares["parcel"], weights=shares["share"], minlength=len(rest))
    gone[:] = covered > REPLACED
    return gone


def _inside(rest: Any, within: Any) -> Any:
    import shapely

    shapely.prepare(within)
    return shapely.covers(within, rest["geom"].to_numpy())


def _write(register: Register, table: str, rows: Any, progress: Progress) -> None:
    plain = rows.astype(object).where(rows.notna(), None)
    names = list(plain.columns)
    records = [dict(zip(names, values)) for values in zip(*(plain[name].tolist() for name in names))]
    with register.transaction() as write:
        write.clear(table)
        step = 5000
        for start in range(0, len(records), step):
            progress.check(start / len(records))
            write.insert(table, records[start : start + step])
        progress.check(1.0)


def _keys(rows: Any, key: list[str]) -> list[str]:
    return [" ".join(str(part) for part in values) for values in rows[key].itertuples(index=False)]


def _would_lose(gelezen: Gelezen, count: int) -> InputError:
    why = gelezen.cut_off or Text("", "")
    return InputError(
        f"'{gelezen.file}' is niet compleet ({why.nl}); vervangen zou {count} rijen uit het register verwijderen. Er is "
        f"niets gewijzigd. Haal alles op, of kies 'bijwerken'.",
        f"'{gelezen.file}' is not complete ({why.en}); replacing would remove {count} rows from the register. Nothing was "
        f"changed. Fetch all of it, or choose 'update'.",
    )
