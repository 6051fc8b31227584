"""The plan itself: project, programme, milestones, agreements and what else is known of it."""

from diwi_qgis.model.schema import (
    Column,
    Kind,
    OnDelete,
    Reference,
    Role,
    Table,
    boolean,
    code,
    date,
    integer,
    part_of,
    text,
    timestamp,
)

_DERIVED = {"role": Role.DERIVED}

PROJECT = Table(
    "project",
    "Plan",
    "Een woningbouwplan met zijn plangebied. Een deelplan verwijst naar zijn hoofdplan.",
    geometry="MultiPolygon",
    columns=(
        text(
            "code",
            "Plancode",
            "Wordt gegeven bij het opslaan en verandert nooit; zie docs/formats/plancode.md.",
            role=Role.SYSTEM,
            unique=True,
        ),
        text("naam", "Projectnaam", "Naam waaronder het plan bekend is.", required=True, length=255),
        Column(
            "hoofdplan_uuid",
            Kind.TEXT,
            "Hoofdplan",
            "Het plan waarvan dit een deelplan is.",
            references=Reference("project", OnDelete.RESTRICT),
        ),
        text(
            "extern_id",
            "Identificatie nr",
            "Nummer van het plan in het systeem van herkomst (Excel, GeoJSON).",
            length=100,
        ),
        code(
            "vertrouwelijkheid",
            "vertrouwelijkheid",
            "Vertrouwelijkheid",
            "Wie het plan mag zien; plannen met een harde status horen minstens 'Extern mede-overheden' te zijn.",
            required=True,
            default="intern_ambtelijk",
        ),
        text("eigenaar", "Eigenaar", "E-mailadres van wie het plan beheert.", length=255),
        code("plantype", "plantype", "Plan soort", "Het overheersende type."),
        boolean("in_programmering", "In programmering", "Telt mee in het gemeentelijk woningbouwprogramma."),
        code("prioriteit", "prioriteit", "Priorisering"),
        code("rol_gemeente", "rol_gemeente", "Rol gemeente"),
        date(
            "start_datum",
            "Start project",
            "Datum waarop het initiatief bij de gemeente is ingediend.",
            required=True,
        ),
        date(
            "eind_datum",
            "Eind project",
            "Geschatte datum waarop alles, ook de nazorg, klaar is.",
            required=True,
        ),
        text("gemeentecode", "Gemeentecode", "Vier cijfers, met voorloopnullen.", length=4),
        text("gemeente", "Gemeente", length=100),
        text("woonplaats", "Woonplaats", "Woonplaats uit de BAG; de provincies vragen ernaar.", length=100),
        text("wijk", "Wijk", length=100),
        text("wijkcode", "Wijkcode", "CBS-code, bijvoorbeeld WK030710.", length=8),
        text("buurt", "Buurt", length=100),
        text("buurtcode", "Buurtcode", "CBS-code, bijvoorbeeld BU03071001.", length=10),
        text("regio", "Regio", "Woonregio waarin de plannen worden afgestemd.", length=100),
        text(
            "ruimtelijk_plan",
            "Bestemmingsplan of omgevingsplan",
            "Naam, IMRO- of AKN-identificatie.",
            length=255,
        ),
        text(
            "contour_herkomst",
            "Herkomst plangebied",
            "Hoe het plangebied is gemaakt.",
            codelijst="contour_herkomst",
        ),
        date(
            "contour_brondatum",
            "Brondatum plangebied",
            "Datum van de percelen waarop het plangebied is gemaakt.",
        ),
        text("contour_toelichting", "Toelichting plangebied", length=1000),
        text("opmerkingen", "Opmerkingen", length=4000),
        code("fase", "fase", "Projectfase", "Volgt uit de mijlpalen.", **_DERIVED),
        code("planstatus", "planstatus", "Planologische planstatus", "Volgt uit de mijlpalen.", **_DERIVED),
        integer("aantal_bouw", "Bruto", "Som van de bouwblokken.", unit="woningen", **_DERIVED),
        integer("aantal_sloop", "Sloop", "Som van de sloopblokken.", unit="woningen", **_DERIVED),
        integer("aantal_netto", "Netto", "Bruto min sloop.", unit="woningen", **_DERIVED),
    ),
    checks=("eind_datum > start_datum", "hoofdplan_uuid <> uuid"),
    indexes=(("naam",), ("extern_id",), ("hoofdplan_uuid",)),
)

WONINGBLOK = Table(
    "woningblok",
    "Woningblok",
    "Een deel van het programma van een plan: te bouwen of te slopen woningen.",
    geometry="MultiPolygon",
    columns=(
        part_of("project", "Plan"),
        text("naam", "Naam", required=True, length=255),
        code(
            "mutatie",
            "mutatie",
            "Mutatiesoort",
            "Bouw of sloop; sloop wordt als positief aantal opgeslagen.",
            required=True,
            default="bouw",
        ),
        integer("aantal", "Aantal", required=True, minimum=0, maximum=99_999_999, default=0, unit="woningen"),
        boolean("in_programmering", "In programmering", "Leeg: onbekend."),
        Column("oppervlakte_min", Kind.REAL, "Woonoppervlak vanaf", minimum=0, unit="m²"),
        Column("oppervlakte_max", Kind.REAL, "Woonoppervlak tot en met", minimum=0, unit="m²"),
        code("contract", "contract", "Contractvorm"),
        text("opmerkingen", "Opmerkingen", length=4000),
    ),
    checks=("oppervlakte_max >= oppervlakte_min",),
    indexes=(("project_uuid",),),
)

VERDELING = Table(
    "verdeling",
    "Verdeling",
    "Hoe de woningen van een blok over een kenmerk zijn verdeeld. De som per kenmerk is hoogstens het aantal van het blok; "
    "de rest is onbekend.",
    columns=(
        part_of("woningblok", "Woningblok"),
        code("kenmerk", "kenmerk", "Kenmerk", "Waarover wordt verdeeld.", required=True),
        text(
            "categorie",
            "Categorie",
            "Code uit de lijst die bij het kenmerk hoort.",
            required=True,
            length=100,
        ),
        integer("aantal", "Aantal", required=True, minimum=0, maximum=99_999_999, unit="woningen"),
        integer(
            "prijs_min",
            "Prijs vanaf",
            "Koopprijs of huur per maand; bij een vaste prijs gelijk aan 'tot en met'.",
            minimum=0,
            unit="cent",
        ),
        integer(
            "prijs_max",
            "Prijs tot en met",
            "Leeg bij een ingevulde ondergrens: en hoger.",
            minimum=0,
            unit="cent",
        ),
        text("prijsklasse", "Prijsklasse", "Naam van een prijsklasse; in plaats van bedragen.", length=100),
    ),
    checks=(
        "prijs_max >= prijs_min",
        "prijs_max IS NULL OR prijs_min IS NOT NULL",
        "prijsklasse IS NULL OR prijs_min IS NULL",
        "kenmerk = 'eigendom' OR (prijs_min IS NULL AND prijsklasse IS NULL)",
    ),
    indexes=(("woningblok_uuid",),),
)

OPLEVERING = Table(
    "oplevering",
    "Oplevering",
    "De fasering van een blok: hoeveel woningen wanneer worden opgeleverd (of gesloopt).",
    columns=(
        part_of("woningblok", "Woningblok"),
        date(
            "datum",
            "Datum",
            "Geplande of gerealiseerde datum; is alleen het jaar bekend, dan 31 december.",
            required=True,
        ),
        integer("aantal", "Aantal", required=True, minimum=0, maximum=99_999_999, unit="woningen"),
        boolean("gerealiseerd", "Gerealiseerd", "Werkelijk opgeleverd op die datum.", required=True, default=False),
    ),
    indexes=(("woningblok_uuid",),),
)

MIJLPAAL = Table(
    "mijlpaal",
    "Mijlpaal",
    "Een gedateerde stap van een plan. Sommige soorten bepalen de fase of de planstatus vanaf hun datum.",
    columns=(
        part_of("project", "Plan"),
        code("soort", "mijlpaalsoort", "Soort", required=True),
        date("gepland", "Geplande datum"),
        date("eerste_prognose", "Eerste prognose", "De eerste datum die deze mijlpaal ooit had."),
        date("gerealiseerd", "Gerealiseerd op"),
        code("bron", "mijlpaalbron", "Bron van de datum", default="handmatig"),
        date("p50", "P50", "Datum die met 50 % kans gehaald wordt."),
        date("p80", "P80", "Datum die met 80 % kans gehaald wordt."),
        text("omschrijving", "Omschrijving", length=1000),
    ),
    checks=("gepland IS NOT NULL OR gerealiseerd IS NOT NULL",),
    indexes=(("project_uuid",),),
)

MIJLPAAL_PROGNOSE = Table(
    "mijlpaal_prognose",
    "Mijlpaalprognose",
    "Elke datum die een mijlpaal ooit had, met het moment waarop en de bron.",
    tracked=False,
    append_only=True,
    columns=(
        text("mijlpaal_uuid", "Mijlpaal", required=True),
        text("project_uuid", "Plan", required=True),
        code("soort", "mijlpaalsoort", "Soort", required=True),
        date("datum", "Datum", required=True),
        code("bron", "mijlpaalbron", "Bron"),
        timestamp("tijd", "Vastgelegd op", required=True),
    ),
    indexes=(("mijlpaal_uuid",), ("project_uuid",)),
)

AFSPRAAK = Table(
    "afspraak",
    "Afspraak",
    "Wat met een ontwikkelaar of corporatie is afgesproken, meetbaar waar het kan.",
    columns=(
        part_of("project", "Plan"),
        code("onderwerp", "afspraakonderwerp", "Onderwerp", required=True),
        text("omschrijving", "Omschrijving", required=True, length=4000),
        text("partij", "Partij", length=255),
        Column("waarde", Kind.REAL, "Afgesproken waarde"),
        text("eenheid", "Eenheid", length=50),
        date("datum", "Datum afspraak"),
        boolean("nagekomen", "Nagekomen", "Beoordeeld bij oplevering; leeg: nog niet beoordeeld."),
        text("opmerkingen", "Opmerkingen", length=4000),
    ),
    indexes=(("project_uuid",),),
)

KNELPUNT = Table(
    "knelpunt",
    "Knelpunt",
    "Wat de voortgang van een plan belemmert.",
    columns=(
        part_of("project", "Plan"),
        code("soort", "knelpuntsoort", "Soort", required=True),
        text("toelichting", "Toelichting", length=1000),
        date("sinds", "Sinds"),
        date("opgelost", "Opgelost op"),
    ),
    indexes=(("project_uuid",),),
)

DOCUMENT = Table(
    "document",
    "Document",
    "Verwijzing naar een document bij een plan.",
    columns=(
        part_of("project", "Plan"),
        text("titel", "Titel", required=True, length=255),
        text("pad", "Bestand of adres", required=True, length=2000),
        date("datum", "Datum document"),
        text("sha256", "SHA-256", length=64),
        text("opmerkingen", "Opmerkingen", length=4000),
    ),
    indexes=(("project_uuid",),),
)

MELDING = Table(
    "melding",
    "Melding",
    "Een bericht aan wie bij een plan betrokken is.",
    columns=(
        part_of("project", "Plan", required=False),
        text("regel", "Regel", "Welke regel de melding gaf.", length=100),
        text("aan", "Aan", length=255),
        text("tekst", "Tekst", required=True, length=4000),
        timestamp("gelezen", "Gelezen op"),
    ),
    indexes=(("project_uuid",),),
)

ACTIE = Table(
    "actie",
    "Actie",
    "Iets dat iemand voor een plan moet doen.",
    columns=(
        part_of("project", "Plan"),
        text("omschrijving", "Omschrijving", required=True, length=4000),
        text("wie", "Wie", length=255),
        date("uiterlijk", "Uiterlijk"),
        date("gereed", "Gereed op"),
    ),
    indexes=(("project_uuid",),),
)

VERGUNNING = Table(
    "vergunning",
    "Vergunning",
    "Een vergunningzaak uit een ander systeem, gekoppeld aan een plan.",
    geometry="Geometry",
    columns=(
        Column("project_uuid", Kind.TEXT, "Plan", references=Reference("project", OnDelete.SET_NULL)),
        text("zaaknummer", "Zaaknummer", required=True, length=100),
        text("soort", "Soort", length=255),
        text("status", "Status", length=255),
        date("aangevraagd", "Aangevraagd"),
        date("besluit", "Besluit"),
        date("onherroepelijk", "Onherroepelijk"),
        integer("aantal", "Aantal woningen", minimum=0, unit="woningen"),
        text("koppeling", "Hoe gekoppeld", length=255),
    ),
    indexes=(("project_uuid",),),
)

EIGENSCHAP = Table(
    "eigenschap",
    "Maatwerkeigenschap",
    "Een eigenschap die de gemeente zelf aan plannen of woningblokken toevoegt. Wordt inactief, nooit verwijderd.",
    columns=(
        text("naam", "Naam", required=True, length=255, unique=True),
        code("object", "eigenschapobject", "Geldt voor", required=True, default="project"),
        code("soort", "eigenschapsoort", "Soort", required=True, default="tekst"),
        boolean("verplicht", "Verplicht", required=True, default=False),
        boolean("meervoudig", "Meer waarden toegestaan", required=True, default=False),
        boolean("actief", "Actief", required=True, default=True),
        text("toelichting", "Toelichting", length=1000),
        integer("volgorde", "Volgorde"),
    ),
)

EIGENSCHAP_WAARDE = Table(
    "eigenschap_waarde",
    "Waarde van een maatwerkeigenschap",
    "Eén waarde van een maatwerkeigenschap bij een plan of woningblok; bij meer waarden meer rijen. Categorieën en "
    "rangordes staan in `tekst` als code uit de codelijst `eigenschap:<naam>`.",
    columns=(
        Column(
            "eigenschap_uuid",
            Kind.TEXT,
            "Eigenschap",
            required=True,
            references=Reference("eigenschap", OnDelete.RESTRICT),
        ),
        part_of("project", "Plan", required=False),
        part_of("woningblok", "Woningblok", required=False),
        text("tekst", "Tekst of code", length=4000),
        Column("getal", Kind.REAL, "Getal"),
        boolean("ja_nee", "Ja of nee"),
    ),
    checks=("(project_uuid IS NULL) <> (woningblok_uuid IS NULL)",),
    indexes=(("project_uuid",), ("woningblok_uuid",), ("eigenschap_uuid",)),
)

PLAN_TABLES = (
    PROJECT,
    WONINGBLOK,
    VERDELING,
    OPLEVERING,
    MIJLPAAL,
    MIJLPAAL_PROGNOSE,
    AFSPRAAK,
    KNELPUNT,
    DOCUMENT,
    MELDING,
    ACTIE,
    VERGUNNING,
    EIGENSCHAP,
    EIGENSCHAP_WAARDE,
)
