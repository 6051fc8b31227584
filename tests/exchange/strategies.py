"""Random plans and registers, for the round trips of every format (hypothesis).

`plans_met_definities()` gives what fills a register: plans that a register holds exactly as they are, and the custom
properties, options and price classes they use. `fill` puts them in; `content` gives what must be equal afterwards.
"""

from __future__ import annotations

from datetime import date

import shapely
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st

from diwi_qgis.exchange.definities import Definities
from diwi_qgis.exchange.lists import RegisterLists
from diwi_qgis.exchange.plan import Mijlpaal, Oplevering, Plan, Verdeling, Woningblok
from diwi_qgis.exchange.rows import read_rows
from diwi_qgis.exchange.save import save
from diwi_qgis.model.codelists import codelijst
from diwi_qgis.model.tables import table

#: Settings for whole registers. No shrinking: every example makes registers, and a plain counterexample says enough.
QUICK = {
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
    "phases": (Phase.explicit, Phase.reuse, Phase.generate),
}

#: Text as people type and paste it: any script, formulas, leading zeros, line ends, even a stray control character.
letters = st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00")
texts = st.one_of(
    st.sampled_from(
        [
            "007",
            "=1+1",
            "+31 6",
            "-5",
            "@naam",
            "1,5",
            "12",
            "1e3",
            "true",
            "Ja",
            "Onbekend",
            " rand ",
            "é\u0301",
            "a\nb",
            "_x000D_",
        ]
    ),
    st.text(letters, min_size=1, max_size=30),
)
names = texts.filter(lambda text: text.strip())
dates = st.dates(date(1900, 1, 1), date(2199, 12, 31))
numbers = st.integers(0, 99_999_999)
reals = st.floats(-1e12, 1e12, allow_nan=False)
sizes = st.floats(0, 1e6, allow_nan=False)
maybe = lambda strategy: st.one_of(st.none(), strategy)  # noqa: E731
uuids = st.uuids(version=4).map(str)


def codes(lijst: str):
    return st.sampled_from(codelijst(lijst).codes)


EIGENSCHAPPEN = [
    {"naam": "Projectleider", "object": "project", "soort": "tekst"},
    {"naam": "Kosten =1", "object": "project", "soort": "getal", "volgorde": 2},
    {"naam": "MER-plicht", "object": "project", "soort": "ja_nee", "verplicht": True},
    {"naam": "Thema's", "object": "project", "soort": "categorie", "meervoudig": True, "toelichting": "meer mag"},
    {"naam": "Kans", "object": "project", "soort": "rangorde"},
    {"naam": "Oud veld", "object": "project", "soort": "tekst", "actief": False},
    {"naam": "Woonmilieu", "object": "woningblok", "soort": "categorie"},
    {"naam": "Parkeernorm", "object": "woningblok", "soort": "getal"},
    {"naam": "Aardgasvrij", "object": "woningblok", "soort": "ja_nee"},
    {"naam": "Noot", "object": "woningblok", "soort": "tekst"},
]
OPTIES = {
    "eigenschap:Thema's": ["007", "Groen", "Wonen, werken", "=A1"],
    "eigenschap:Kans": ["1 Laag", "2 Hoog"],
    "eigenschap:Woonmilieu": ["Dorps", "Stedelijk"],
    "grootte": ["0-50", "50-100"],
    "kenmerk": ["parkeren"],
    "parkeren": ["eigen terrein", "straat"],
}
PRIJSKLASSEN = [
    {
        "stelsel": "gemeente",
        "markt": "koop",
        "klasse": "Starter",
        "vanaf_jaar": 2025,
        "minimum": 0,
        "maximum": 25000000,
    },
    {"stelsel": "gemeente", "markt": "koop", "klasse": "Midden", "vanaf_jaar": 2025, "minimum": 25000001},
    {"stelsel": "gemeente", "markt": "huur", "klasse": "Sociaal", "vanaf_jaar": 2025, "minimum": 0, "maximum": 90007},
]


def definities() -> Definities:
    """Custom properties of every kind, options of every open list that has none, and price classes."""
    opties = [
        {"lijst": lijst, "code": code, "label": code, "volgorde": 100 + number}
        for lijst, all_codes in OPTIES.items()
        for number, code in enumerate(all_codes)
    ]
    return Definities({"eigenschap": EIGENSCHAPPEN, "codelijst": opties, "prijsklasse": PRIJSKLASSEN})


@st.composite
def areas(draw):
    """A multipolygon in RD of one to three parts, some with a hole, with coordinates that no decimal notation rounds."""
    parts = []
    x, y = draw(st.floats(20_000, 250_000)), draw(st.floats(320_000, 600_000))
    for number in range(draw(st.integers(1, 3))):
        width, height = draw(st.floats(10, 90)), draw(st.floats(10, 90))
        left = x + 100 * number
        shape = shapely.box(left, y, left + width, y + height)
        if draw(st.booleans()):
            shape = shape.difference(shapely.box(left + width / 3, y + height / 3, left + width / 2, y + height / 2))
        parts.append(shape)
    return shapely.MultiPolygon(parts)


@st.composite
def verdelingen(draw, aantal: int):
    """Breakdowns of a block; per characteristic the sum is at most its number."""
    found = []
    own = {"grootte": OPTIES["grootte"], "parkeren": OPTIES["parkeren"]}
    for kenmerk in ("eigendom", "woningtype", "fysiek_voorkomen", "doelgroep", "grondpositie", *own):
        options = own.get(kenmerk) or codelijst(kenmerk).codes
        left = aantal
        for _ in range(draw(st.integers(0, 3))):
            part = draw(st.one_of(st.just(left), st.integers(0, left)))
            left -= part
            row = Verdeling(kenmerk, draw(st.sampled_from(options)), part)
            if kenmerk == "eigendom":
                _price(draw, row)
            found.append(row)
    return found


def _price(draw, row: Verdeling) -> None:
    markt = "koop" if row.categorie == "koopwoning" else "huur"
    how = draw(st.sampled_from(["geen", "klasse", "vast", "reeks", "open"]))
    if how == "klasse":
        row.prijsklasse = draw(st.sampled_from([k["klasse"] for k in PRIJSKLASSEN if k["markt"] == markt]))
    elif how != "geen":
        row.prijs_min = draw(st.integers(0, 200_000_000))
        row.prijs_max = {"vast": row.prijs_min, "open": None, "reeks": row.prijs_min + draw(st.integers(1, 10**8))}[how]


@st.composite
def opleveringen(draw, aantal: int):
    """Phasing over some dates (also the same one twice); complete or for a part of the dwellings."""
    found, left = [], aantal
    for _ in range(draw(st.integers(0, 3))):
        part = draw(st.one_of(st.just(left), st.integers(0, left)))
        left -= part
        found.append(Oplevering(draw(dates), part, draw(st.booleans())))
    return found


def eigenschappen(object: str):
    """Values for some of the custom properties of a project or block."""
    values = {}
    for eigenschap in EIGENSCHAPPEN:
        if eigenschap["object"] == object:
            options = st.sampled_from(OPTIES.get(f"eigenschap:{eigenschap['naam']}", ["x"]))
            if eigenschap.get("meervoudig"):
                options = st.lists(options, min_size=1, unique=True).map(tuple)
            kind = {"tekst": texts, "getal": reals, "ja_nee": st.booleans()}.get(eigenschap["soort"], options)
            values[eigenschap["naam"]] = kind
    return st.fixed_dictionaries({}, optional=values)


@st.composite
def blokken(draw):
    aantal = draw(st.one_of(st.integers(0, 500), numbers))
    low, high = draw(maybe(sizes)), draw(maybe(sizes))
    if low is not None and high is not None:
        low, high = sorted((low, high))
    return Woningblok(
        naam=draw(st.one_of(st.sampled_from(["Bouw", "Sloop"]), names)),
        mutatie=draw(codes("mutatie")),
        aantal=aantal,
        in_programmering=draw(maybe(st.booleans())),
        oppervlakte_min=low,
        oppervlakte_max=high,
        contract=draw(maybe(codes("contract"))),
        opmerkingen=draw(maybe(texts)),
        verdelingen=draw(verdelingen(aantal)),
        opleveringen=draw(opleveringen(aantal)),
        eigenschappen=draw(eigenschappen("woningblok")),
        geom=draw(maybe(areas())),
        uuid=draw(uuids),
    )


mijlpalen = st.builds(
    Mijlpaal,
    soort=codes("mijlpaalsoort"),
    gepland=dates,
    gerealiseerd=maybe(dates),
    eerste_prognose=dates,
    p50=maybe(dates),
    p80=maybe(dates),
    omschrijving=maybe(texts),
    bron=codes("mijlpaalbron"),
    uuid=uuids,
)

_OVERIG = {
    "afspraak": st.fixed_dictionaries(
        {
            "onderwerp": codes("afspraakonderwerp"),
            "omschrijving": texts,
            "partij": maybe(texts),
            "waarde": maybe(reals),
            "eenheid": maybe(texts),
            "datum": maybe(dates),
            "nagekomen": maybe(st.booleans()),
            "opmerkingen": maybe(texts),
            "uuid": uuids,
        }
    ),
    "knelpunt": st.fixed_dictionaries(
        {
            "soort": codes("knelpuntsoort"),
            "toelichting": maybe(texts),
            "sinds": maybe(dates),
            "opgelost": maybe(dates),
            "uuid": uuids,
        }
    ),
    "document": st.fixed_dictionaries(
        {
            "titel": texts,
            "pad": texts,
            "datum": maybe(dates),
            "sha256": maybe(texts),
            "opmerkingen": maybe(texts),
            "uuid": uuids,
        }
    ),
    "actie": st.fixed_dictionaries(
        {"omschrijving": texts, "wie": maybe(texts), "uiterlijk": maybe(dates), "gereed": maybe(dates), "uuid": uuids}
    ),
    "perceel_koppeling": st.fixed_dictionaries(
        {
            "identificatie": st.from_regex(r"\A\d{14}\Z").map(str),
            "aanduiding": texts,
            "oppervlakte": sizes,
            "aandeel": st.floats(0, 1),
            "brondatum": maybe(dates),
            "geom": areas(),
            "uuid": uuids,
        }
    ),
    "pand_koppeling": st.fixed_dictionaries(
        {
            "identificatie": st.from_regex(r"\A0\d{15}\Z"),
            "aandeel": st.floats(0, 1),
            "brondatum": maybe(dates),
            "uuid": uuids,
        }
    ),
}


@st.composite
def plannen(draw):
    """A plan as a register can hold it: every kind of row, everything stated."""
    start, eind = sorted(draw(st.lists(dates, min_size=2, max_size=2, unique=True)))
    velden = {column.name: None for column in table("project").user_columns}
    velden.update(
        naam=draw(names),
        vertrouwelijkheid=draw(codes("vertrouwelijkheid")),
        start_datum=start,
        eind_datum=eind,
        extern_id=draw(maybe(st.one_of(st.integers(0, 200).map(str), texts))),
        gemeentecode=draw(maybe(st.sampled_from(["9999", "0014"]))),
        in_programmering=draw(maybe(st.booleans())),
        contour_brondatum=draw(maybe(dates)),
    )
    for name in ("plantype", "prioriteit", "rol_gemeente", "contour_herkomst"):
        velden[name] = draw(maybe(codes(name)))
    for name in ("eigenaar", "gemeente", "woonplaats", "wijk", "buurt", "regio", "ruimtelijk_plan", "opmerkingen"):
        velden[name] = draw(maybe(texts))
    if draw(st.booleans()):
        velden["wijkcode"] = "WK001401"
    overig = {
        name: draw(st.lists(rows, max_size=2, unique_by=lambda row: row.get("identificatie", row["uuid"])))
        for name, rows in _OVERIG.items()
    }
    return Plan(
        velden=velden,
        mijlpalen=draw(st.lists(mijlpalen, max_size=4)),
        woningblokken=draw(st.lists(blokken(), max_size=3)),
        eigenschappen=draw(eigenschappen("project")),
        overig={name: rows for name, rows in overig.items() if rows},
        geom=draw(maybe(areas())),
        uuid=draw(uuids),
        volledig=True,
    )


@st.composite
def registers(draw, max_size: int = 4):
    """Plans of a whole register; some are parts of the first."""
    plans = draw(st.lists(plannen(), min_size=1, max_size=max_size))
    for plan in plans[1:]:
        if draw(st.booleans()):
            plan.velden["hoofdplan_uuid"] = plans[0].uuid
    return plans


def fill(register, plans):
    """Put random plans and what they use in a register; gives what saving said."""
    return save(register, plans, RegisterLists.read(register), create_missing=True, definities=definities())


#: Tables whose every user column and uuid a round trip keeps. `mijlpaal_prognose` is a log that each register keeps itself;
#: `vergunning` and `melding` come from other systems and from the register itself.
TABELLEN = (
    "project",
    "woningblok",
    "verdeling",
    "oplevering",
    "mijlpaal",
    "afspraak",
    "knelpunt",
    "document",
    "actie",
    "perceel_koppeling",
    "pand_koppeling",
    "eigenschap",
    "eigenschap_waarde",
    "codelijst",
    "prijsklasse",
)


def content(register) -> dict[str, dict[str, dict]]:
    """Every row of the tables below plans, by uuid: user columns, plan code, and the area as exact WKB."""
    found = {}
    for name in TABELLEN:
        columns = [column.name for column in table(name).user_columns] + (["code"] if name == "project" else [])
        rows = {}
        for row in read_rows(register, name):
            key = row["uuid"]
            if name in ("codelijst", "prijsklasse"):  # a new register makes its own
                key = repr([row[column] for column in columns])
            rows[key] = {column: row[column] for column in columns}
            if row.get("geom") is not None:
                rows[key]["geom"] = shapely.to_wkb(row["geom"])
        found[name] = rows
    return found
