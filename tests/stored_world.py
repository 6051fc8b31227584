"""A register of a few plans: Testdam with the boundary of the municipality, two districts and two plans, one with a programme."""

from __future__ import annotations

from datetime import date

START, END = date(2024, 1, 1), date(2030, 1, 1)


def fill(place):
    from diwi_qgis.store import open_register

    with open_register(place, write=True) as register, register.transaction("test") as write:
        area = {"gemeentecode": "9999", "jaar": 2024, "brondatum": START}
        write.insert(
            "gebied",
            [
                {**area, "soort": "gemeente", "code": "GM9999", "naam": "Testdam", "geom": box(0, 0, 2000, 1000)},
                {**area, "soort": "wijk", "code": "WK999901", "naam": "West", "geom": box(0, 0, 1000, 1000)},
                {**area, "soort": "wijk", "code": "WK999902", "naam": "Oost", "geom": box(1000, 0, 2000, 1000)},
                {**area, "soort": "wijk", "code": "WK999901", "naam": "Oud", "jaar": 2020, "geom": box(0, 0, 9, 9)},
            ],
        )
        weide, _haven = write.insert(
            "project",
            [
                {"naam": "Weide", "start_datum": START, "eind_datum": END, "geom": box(100, 100, 200, 200)},
                {"naam": "Haven", "start_datum": START, "eind_datum": END, "geom": box(200, 100, 300, 200)},
            ],
        )
        (blok,) = write.insert("woningblok", [{"project_uuid": weide, "naam": "A", "aantal": 10}])
        write.insert(
            "verdeling",
            [{"woningblok_uuid": blok, "kenmerk": "woningtype", "categorie": "eengezinswoning", "aantal": 4}],
        )
        write.insert("oplevering", [{"woningblok_uuid": blok, "datum": date(2027, 12, 31), "aantal": 10}])
        write.insert("mijlpaal", [{"project_uuid": weide, "soort": "start_bouw", "gepland": date(2026, 1, 1)}])


def box(*bounds):
    """A rectangle, in RD."""
    import shapely

    return shapely.MultiPolygon([shapely.box(*bounds)])
