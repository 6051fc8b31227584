"""What was taken over from other registers, and the links from plans to it."""

from diwi_qgis.model.schema import Table, code, date, integer, part_of, real, text

PERCEEL = Table(
    "perceel",
    "Perceel",
    "Kadastraal perceel (BRK), zoals opgehaald. Grenzen zijn indicatief; bron: Kadaster, CC BY 4.0.",
    geometry="MultiPolygon",
    tracked=False,
    columns=(
        text(
            "identificatie",
            "Identificatie",
            "identificatieLokaalID; veertien cijfers, als tekst.",
            required=True,
            unique=True,
        ),
        text("aanduiding", "Aanduiding", "Bijvoorbeeld LLS00-B-10.", required=True),
        text("akr_gemeentecode", "AKR-code kadastrale gemeente", "Bijvoorbeeld LLS00.", required=True),
        text("sectie", "Sectie", required=True),
        integer("perceelnummer", "Perceelnummer", required=True),
        text("kadastrale_gemeente", "Kadastrale gemeente"),
        real("kadastrale_grootte", "Kadastrale grootte", unit="m²"),
        text("soort_grootte", "Soort grootte"),
        date("begin_geldigheid", "Begin geldigheid"),
        date("brondatum", "Brondatum", "Datum waarop het bestand of de dienst is gelezen.", required=True),
    ),
    indexes=(("aanduiding",),),
)

PAND = Table(
    "pand",
    "Pand",
    "Pand uit de BAG (publiek domein).",
    geometry="MultiPolygon",
    tracked=False,
    columns=(
        text("identificatie", "Identificatie", "Zestien cijfers, als tekst.", required=True, unique=True),
        text("status", "Status", "Pandstatus volgens de BAG."),
        integer("bouwjaar", "Bouwjaar"),
        text("gebruiksdoel", "Gebruiksdoel"),
        integer("aantal_verblijfsobjecten", "Aantal verblijfsobjecten"),
        integer("oppervlakte_min", "Kleinste oppervlakte", unit="m²"),
        integer("oppervlakte_max", "Grootste oppervlakte", unit="m²"),
        date("brondatum", "Brondatum", required=True),
    ),
)

GEBIED = Table(
    "gebied",
    "Gebied",
    "Grens van gemeente, wijk of buurt (Bestuurlijke gebieden, CBS).",
    geometry="MultiPolygon",
    tracked=False,
    columns=(
        code("soort", "gebiedsoort", "Soort", required=True),
        text("code", "Code", "GM0307, WK030710 of BU03071001.", required=True),
        text("naam", "Naam", required=True),
        text("gemeentecode", "Gemeentecode", "Vier cijfers.", required=True, length=4),
        integer("jaar", "Jaar", "Jaargang van de indeling; 0 wanneer onbekend.", required=True, default=0),
        date("brondatum", "Brondatum", required=True),
    ),
    unique=(("soort", "code", "jaar"),),
)

PERCEEL_KOPPELING = Table(
    "perceel_koppeling",
    "Perceel van een plan",
    "Op welk (deel van een) perceel een plangebied is gemaakt. De geometrie is die van het perceel op dat moment.",
    geometry="MultiPolygon",
    columns=(
        part_of("project", "Plan"),
        text("identificatie", "Identificatie perceel", required=True),
        text("aanduiding", "Aanduiding", required=True),
        real("oppervlakte", "Oppervlakte perceel", unit="m²", required=True),
        real("aandeel", "Aandeel in het plan", "1 = het hele perceel.", minimum=0, maximum=1, required=True),
        date("brondatum", "Brondatum perceel"),
    ),
    unique=(("project_uuid", "identificatie"),),
)

PAND_KOPPELING = Table(
    "pand_koppeling",
    "Pand van een plan",
    "Welk pand (deels) in een plangebied ligt.",
    columns=(
        part_of("project", "Plan"),
        text("identificatie", "Identificatie pand", required=True),
        real("aandeel", "Aandeel in het plan", minimum=0, maximum=1, required=True),
        date("brondatum", "Brondatum pand"),
    ),
    unique=(("project_uuid", "identificatie"),),
)

SOURCE_TABLES = (PERCEEL, PAND, GEBIED, PERCEEL_KOPPELING, PAND_KOPPELING)
