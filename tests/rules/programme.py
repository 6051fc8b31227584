"""Small factories of frames as the store gives them."""

from __future__ import annotations

import pandas as pd


def frame(rows, columns, dates=(), numbers=(), booleans=()):
    table = pd.DataFrame(rows, columns=columns)
    for column in dates:
        table[column] = pd.to_datetime(table[column])
    for column in numbers:
        table[column] = table[column].astype("Int64")
    for column in booleans:
        table[column] = table[column].astype("boolean")
    return table


def projects(*rows):
    """(uuid, eind_datum)"""
    return frame(rows, ["uuid", "eind_datum"], dates=["eind_datum"])


def blocks(*rows):
    """(uuid, project_uuid, mutatie, aantal)"""
    table = frame(rows, ["uuid", "project_uuid", "mutatie", "aantal"], numbers=["aantal"])
    return table.assign(in_programmering=pd.array([pd.NA] * len(table), dtype="boolean"))


def deliveries(*rows):
    """(woningblok_uuid, datum, aantal, gerealiseerd)"""
    columns = ["woningblok_uuid", "datum", "aantal", "gerealiseerd"]
    return frame(rows, columns, ["datum"], ["aantal"], ["gerealiseerd"])


def breakdown(*rows):
    """(woningblok_uuid, kenmerk, categorie, aantal)"""
    table = frame(rows, ["woningblok_uuid", "kenmerk", "categorie", "aantal"], numbers=["aantal"])
    return table.assign(
        prijs_min=pd.array([pd.NA] * len(table), dtype="Int64"),
        prijs_max=pd.array([pd.NA] * len(table), dtype="Int64"),
        prijsklasse=pd.Series([None] * len(table), dtype=object),
    )


def milestones(*rows):
    """(project_uuid, soort, gepland, gerealiseerd)"""
    return frame(rows, ["project_uuid", "soort", "gepland", "gerealiseerd"], dates=["gepland", "gerealiseerd"])


def kinds():
    from diwi_qgis.model.codelists import codelijst

    rows = [("mijlpaalsoort", w.code, w.zet_fase, w.zet_planstatus) for w in codelijst("mijlpaalsoort").waarden]
    from diwi_qgis.rules.state import milestone_kinds

    return milestone_kinds(pd.DataFrame(rows, columns=["lijst", "code", "zet_fase", "zet_planstatus"]))


def price_classes():
    from diwi_qgis.model.amounts import prijsklasse_rows

    table = pd.DataFrame(prijsklasse_rows())
    for column in ("vanaf_jaar", "minimum", "maximum"):
        table[column] = table[column].astype("Int64")
    return table.assign(actief=table["actief"].astype("boolean"))
