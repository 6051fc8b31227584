"""A register with plans that a province accepts, and small changes to them."""

from __future__ import annotations

from datetime import date

from shapely import from_wkt

DAY = date(2026, 1, 1)
SQUARE = "MULTIPOLYGON (((155000 463000, 155100 463000, 155100 463100, 155000 463100, 155000 463000)))"

#: Custom properties that every plan gets, as far as the register has them.
PROPERTIES = {
    "Opdrachtgever type": "Woningcorporatie",
    "Categorie planlijst": "1b kansrijke plannen",
    "Aantal studentenwoningen": 3.0,
    "Verhuurder type": "Woningcorporatie",
    "Realisatiekans": "80%",
}


def plan(naam="Molenveld", **changes):
    """The columns of a plan that can be delivered."""
    values = {
        "naam": naam,
        "vertrouwelijkheid": "openbaar",
        "plantype": "verdichting",
        "start_datum": date(2020, 1, 1),
        "eind_datum": date(2030, 6, 30),
        "woonplaats": "Doesburg",
        "ruimtelijk_plan": "NL.IMRO.0221.BP01-VA01",
        "geom": from_wkt(SQUARE),
    }
    return {**values, **changes}


def block(aantal=10, mutatie="bouw", types=None, eigendom=(), opleveringen=(), naam="Blok"):
    """A block: types by M/E, ownership rows (eigendom, aantal, cents) and deliveries (date, aantal, gerealiseerd)."""
    return {
        "naam": naam,
        "aantal": aantal,
        "mutatie": mutatie,
        "types": types or {},
        "eigendom": eigendom,
        "opleveringen": opleveringen,
    }


def add_plan(register, columns=None, blocks=(), milestones=(), properties=None, knelpunten=()):
    """Store one plan with everything below it; gives its uuid. A milestone is (kind, date)."""
    columns = columns or plan()
    milestones = milestones or (("fase_ontwerp", date(2022, 1, 1)), ("status_2A", date(2024, 5, 1)))
    with register.transaction(user="tester") as write:
        (uuid,) = write.insert("project", [columns])
        write.insert(
            "mijlpaal", [{"project_uuid": uuid, "soort": soort, "gerealiseerd": day} for soort, day in milestones]
        )
        write.insert("knelpunt", [{"project_uuid": uuid, **row} for row in knelpunten])
        for row in blocks:
            _add_block(write, uuid, row)
    set_properties(register, uuid, PROPERTIES if properties is None else properties)
    return uuid


def _add_block(write, uuid, row):
    (blok,) = write.insert(
        "woningblok",
        [{"project_uuid": uuid, "naam": row["naam"], "mutatie": row["mutatie"], "aantal": row["aantal"]}],
    )
    kinds = {"M": "meergezinswoning", "E": "eengezinswoning"}
    rows = [{"kenmerk": "woningtype", "categorie": kinds[kind], "aantal": n} for kind, n in row["types"].items()]
    rows += [
        {"kenmerk": "eigendom", "categorie": code, "aantal": n, "prijs_min": cents, "prijs_max": cents}
        for code, n, cents in row["eigendom"]
    ]
    write.insert("verdeling", [{"woningblok_uuid": blok, **each} for each in rows])
    write.insert(
        "oplevering",
        [
            {"woningblok_uuid": blok, "datum": day, "aantal": n, "gerealiseerd": done}
            for day, n, done in row["opleveringen"]
        ],
    )


def set_properties(register, uuid, values):
    """Give a plan values for the custom properties that the register has."""
    known = register.read("eigenschap").set_index("naam")
    rows = []
    for naam, value in values.items():
        if naam in known.index:
            column = {"getal": "getal", "ja_nee": "ja_nee"}.get(known.at[naam, "soort"], "tekst")
            for one in value if isinstance(value, list) else [value]:
                rows.append({"eigenschap_uuid": known.at[naam, "uuid"], "project_uuid": uuid, column: one})
    with register.transaction(user="tester") as write:
        write.insert("eigenschap_waarde", rows)


def change(register, table, uuid, **values):
    """Change one row."""
    with register.transaction(user="tester") as write:
        write.update(table, [{"uuid": uuid, **values}])


def setting(register, key, value):
    """Set a setting of the register."""
    with register.transaction(user="tester") as write:
        write.insert("instelling", [{"sleutel": key, "waarde": value}])
