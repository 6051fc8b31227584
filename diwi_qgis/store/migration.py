"""The steps that lead from one schema to the next, in the words of both engines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from diwi_qgis.errors import RegisterError
from diwi_qgis.model.tables import SCHEMA_VERSION
from diwi_qgis.progress import Progress
from diwi_qgis.store.ddl import Dialect
from diwi_qgis.store.sql import literal, sql
from diwi_qgis.texts import Text


@dataclass(frozen=True)
class Migration:
    """One step: the statements that make schema `version` of the one before, for a GeoPackage and for PostgreSQL.

    Triggers are not its concern: they are dropped before the steps and made anew, from the model, after them. In a
    GeoPackage foreign keys are off while it runs (a table can be rebuilt) and checked before the commit.
    """

    version: int
    description: str
    statements: tuple[str, ...]
    postgis: tuple[str, ...] = ()


#: In order; version 1 is what `create_register` made first, so the first step is number 2.
MIGRATIONS: tuple[Migration, ...] = ()


@dataclass(frozen=True)
class Upgrade:
    """What was done: schema before and after, and the copy of the old file (None: nothing was needed, or it is a database)."""

    before: int
    after: int
    backup: Optional[Path]


def say(progress: Progress, step: Migration) -> None:
    """Tell which step is next."""
    text = f"Schema {step.version}: {step.description}"
    progress.say(Text(text, text))


def stamp(step: Migration, dialect: Dialect) -> str:
    """The statement that records a step."""
    values = f"{literal(step.version)}, {dialect.now}, {literal(step.description)}"
    return sql("INSERT INTO schema_versie (versie, tijd, omschrijving) VALUES ({values})", values=values)


def unlike_model(name: str, differences: Sequence[Text]) -> RegisterError:
    """What the steps led to is not what the model declares."""
    return RegisterError(
        f"Register '{name}' kon niet worden bijgewerkt: {'; '.join(text.nl for text in differences)}.",
        f"Register '{name}' could not be upgraded: {'; '.join(text.en for text in differences)}.",
    )


#: The schema that the last step leads to must be the one this version of the plugin works with.
if max((step.version for step in MIGRATIONS), default=1) != SCHEMA_VERSION:
    raise ImportError("SCHEMA_VERSION and MIGRATIONS do not agree")
