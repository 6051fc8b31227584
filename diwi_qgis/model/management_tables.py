"""What the functional manager keeps: lists, amounts, people and groups, goals, deliveries, dashboards."""

from diwi_qgis.model.schema import (
    Column,
    Kind,
    OnDelete,
    Reference,
    Table,
    boolean,
    code,
    date,
    integer,
    part_of,
    real,
    text,
)

CODELIJST = Table(
    "codelijst",
    "Codelijst",
    "De waarden van alle codelijsten. Een waarde wordt inactief, nooit verwijderd.",
    columns=(
        text("lijst", "Lijst", required=True, length=255),
        text("code", "Code", required=True, length=100),
        text("label", "Label", required=True, length=255),
        integer("volgorde", "Volgorde", required=True, default=0),
        boolean("actief", "Actief", required=True, default=True),
        text("toelichting", "Toelichting", length=2000),
        text(
            "vervangen_door",
            "Vervangen door",
            "De waarde van dezelfde lijst die in plaats van deze wordt gebruikt; deze is dan niet meer actief.",
            length=100,
        ),
        text("zet_fase", "Zet fase", "Alleen bij mijlpaalsoorten: de fase die op de datum ingaat.", length=100),
        text(
            "zet_planstatus",
            "Zet planstatus",
            "Alleen bij mijlpaalsoorten: de planstatus die op de datum ingaat.",
            length=100,
        ),
    ),
    unique=(("lijst", "code"),),
)

PRIJSKLASSE = Table(
    "prijsklasse",
    "Prijsklasse",
    "Grenzen van een prijsklasse van de gemeente of van een provincie, per jaar. Grenzen zijn inclusief.",
    columns=(
        text("stelsel", "Stelsel", "'gemeente', of het profiel van een provincie.", required=True, length=50),
        code("markt", "markt", "Koop of huur", required=True),
        text("klasse", "Klasse", "Naam, of koop1 … huur4 bij een provincie.", required=True, length=100),
        integer(
            "vanaf_jaar",
            "Vanaf jaar",
            "Eerste jaar (van oplevering) waarvoor de grenzen gelden.",
            required=True,
            minimum=1900,
            maximum=2200,
        ),
        integer("minimum", "Van", required=True, minimum=0, unit="cent"),
        integer("maximum", "Tot en met", "Leeg: en hoger.", minimum=0, unit="cent"),
        text("bron", "Bron", length=500),
        boolean("actief", "Actief", required=True, default=True),
    ),
    unique=(("stelsel", "markt", "klasse", "vanaf_jaar"),),
    checks=("maximum >= minimum",),
)

INSTELLING = Table(
    "instelling",
    "Instelling",
    "Instellingen van dit register, zoals gemeente, regio, provincie en adressen van diensten.",
    columns=(
        text("sleutel", "Instelling", required=True, length=255, unique=True),
        text("waarde", "Waarde"),
    ),
)

GEBRUIKER = Table(
    "gebruiker",
    "Gebruiker",
    "Wie met het register werkt.",
    columns=(
        text("naam", "Naam", required=True, length=255),
        text("email", "E-mail", length=255, unique=True),
        text("inlognaam", "Inlognaam", "Waarmee iemand in de database komt.", length=255, unique=True),
        code("rol", "rol", "Rol", required=True, default="gebruiker"),
        boolean("actief", "Actief", required=True, default=True),
    ),
)

GROEP = Table(
    "groep",
    "Groep",
    "Een groep gebruikers die samen plannen beheert.",
    columns=(text("naam", "Naam", required=True, length=255, unique=True),),
)

GROEP_LID = Table(
    "groep_lid",
    "Groepslid",
    "Lidmaatschap van een groep.",
    columns=(part_of("groep", "Groep"), part_of("gebruiker", "Gebruiker")),
    unique=(("groep_uuid", "gebruiker_uuid"),),
)

PROJECT_GROEP = Table(
    "project_groep",
    "Groep van een plan",
    "Welke groepen een plan mogen wijzigen.",
    columns=(part_of("project", "Plan"), part_of("groep", "Groep")),
    unique=(("project_uuid", "groep_uuid"),),
)

BELEIDSDOEL = Table(
    "beleidsdoel",
    "Beleidsdoel",
    "Een doel waarop de gemeente stuurt.",
    columns=(
        text("naam", "Naam", required=True, length=255),
        text("categorie", "Categorie", length=255),
        code("soort", "doelsoort", "Soort", required=True, default="aantal"),
        code("richting", "doelrichting", "Richting", required=True, default="minimaal"),
        real("waarde", "Waarde", required=True),
        date("start_datum", "Van"),
        date("eind_datum", "Tot en met"),
        text("gebied", "Gebied", "Code van gemeente, wijk of buurt; leeg: overal.", length=20),
        text("toelichting", "Toelichting", length=4000),
    ),
)

BELEIDSDOEL_CONDITIE = Table(
    "beleidsdoel_conditie",
    "Voorwaarde van een beleidsdoel",
    "Welke woningen voor een doel meetellen.",
    columns=(
        part_of("beleidsdoel", "Beleidsdoel"),
        text("kenmerk", "Kenmerk", required=True, length=100),
        text("categorie", "Categorie", length=255),
        integer("prijs_min", "Prijs vanaf", minimum=0, unit="cent"),
        integer("prijs_max", "Prijs tot en met", minimum=0, unit="cent"),
    ),
    indexes=(("beleidsdoel_uuid",),),
)

LEVERINGSRONDE = Table(
    "leveringsronde",
    "Leveringsronde",
    "Eén aanlevering aan een provincie: het ontvangstbewijs.",
    columns=(
        text("naam", "Naam", required=True, length=255),
        text("profiel", "Profiel", required=True, length=50),
        date("peildatum", "Peildatum", required=True),
        text("bestand", "Bestandsnaam", length=500),
        text("sha256", "SHA-256", length=64),
        integer("aantal_plannen", "Plannen geleverd", required=True),
        integer("aantal_rijen", "Rijen geleverd", required=True),
        integer("aantal_overgeslagen", "Plannen overgeslagen", required=True, default=0),
        text(
            "ontvangstbewijs",
            "Ontvangstbewijs",
            "Totalen, overgeslagen plannen en niet-gecontroleerde regels (JSON).",
        ),
    ),
)

LEVERING = Table(
    "levering",
    "Geleverd plan",
    "Wat van één plan geleverd is, om met de vorige ronde te vergelijken en identificaties gelijk te houden.",
    columns=(
        part_of("leveringsronde", "Leveringsronde"),
        text(
            "plan_uuid",
            "Plan",
            "Geen verwijzing: een levering blijft bestaan als het plan verdwijnt.",
            required=True,
        ),
        text("plancode", "Plancode", required=True),
        text("inhoud", "Inhoud", "De geleverde rijen (JSON).", required=True),
    ),
    unique=(("leveringsronde_uuid", "plan_uuid"),),
)

DASHBOARD = Table(
    "dashboard",
    "Dashboard",
    "Een opgeslagen dashboard per rol.",
    columns=(
        text("naam", "Naam", required=True, length=255),
        code("rol", "rol", "Rol"),
        text("inhoud", "Inhoud", "Opbouw (JSON)."),
        Column("eigenaar_uuid", Kind.TEXT, "Eigenaar", references=Reference("gebruiker", OnDelete.SET_NULL)),
    ),
)

MANAGEMENT_TABLES = (
    CODELIJST,
    PRIJSKLASSE,
    INSTELLING,
    GEBRUIKER,
    GROEP,
    GROEP_LID,
    PROJECT_GROEP,
    BELEIDSDOEL,
    BELEIDSDOEL_CONDITIE,
    LEVERINGSRONDE,
    LEVERING,
    DASHBOARD,
)
