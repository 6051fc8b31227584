"""What the register keeps about itself: history, findings, codes given, sessions, schema version."""

from diwi_qgis.model.schema import (
    Column,
    Kind,
    OnDelete,
    Reference,
    Table,
    boolean,
    code,
    integer,
    part_of,
    text,
    timestamp,
)

HISTORIE = Table(
    "historie",
    "Historie",
    "Elke wijziging van elke tabel; gevuld door triggers. De rij zoals zij werd (bij verwijderen: zoals zij was).",
    tracked=False,
    append_only=True,
    columns=(
        text("tabel", "Tabel", required=True),
        text("uuid", "UUID", required=True),
        text("op", "Bewerking", "I = ingevoerd, U = gewijzigd, D = verwijderd.", required=True),
        timestamp("tijd", "Tijd", "UTC, tot op de milliseconde.", required=True),
        text("gebruiker", "Gebruiker"),
        text("rij", "Rij", "JSON, zonder geometrie.", required=True),
        text("geom_wkb", "Geometrie", "WKB, hexadecimaal; alleen wanneer zij veranderde. Lege tekst: verwijderd."),
    ),
    # Looking back asks for the last line of every row at a moment, and for the last that has its geometry.
    indexes=(("tabel", "uuid", "tijd", "fid"), ("uuid",)),
    indexes_of_some=((("tabel", "uuid", "tijd", "fid"), "geom_wkb IS NOT NULL OR op = 'I'"),),
)

BEVINDING = Table(
    "bevinding",
    "Bevinding",
    "Uitkomst van de laatste kwaliteitscontrole. Blijft bij een nieuwe controle geaccepteerd als hetzelfde weer gevonden wordt.",
    geometry="Geometry",
    logged_columns=("geaccepteerd", "geaccepteerd_door", "reden"),
    columns=(
        text("regel", "Regel", required=True, length=100),
        code("ernst", "ernst", "Ernst", required=True),
        part_of("project", "Plan", required=False),
        part_of("woningblok", "Woningblok", required=False),
        Column(
            "ander_uuid",
            Kind.TEXT,
            "Ander plan",
            "Het tweede plan, als de bevinding over twee plannen gaat.",
            references=Reference("project", OnDelete.CASCADE),
        ),
        text("onderwerp", "Onderwerp", "Naam en code van het plan of blok.", length=500),
        text("melding", "Melding", required=True),
        text("melding_en", "Melding (Engels)"),
        text("waarde", "Waarde"),
        text("verwacht", "Verwacht"),
        Column("maat", Kind.REAL, "Maat", "Hoe groot de afwijking is, in de eenheid van de regel."),
        text(
            "sleutel",
            "Kenmerk",
            "Waaraan dezelfde bevinding de volgende keer wordt herkend, naast regel, plan en woningblok.",
            length=500,
        ),
        boolean("geaccepteerd", "Geaccepteerd", required=True, default=False),
        text("geaccepteerd_door", "Geaccepteerd door"),
        text("reden", "Reden van acceptatie", length=1000),
    ),
    indexes=(("project_uuid",), ("ander_uuid",), ("regel",)),
)

PLANCODE = Table(
    "plancode",
    "Plancodes",
    "Elke plancode die ooit is gegeven; zo wordt er nooit een hergebruikt.",
    tracked=False,
    append_only=True,
    columns=(
        text("code", "Plancode", required=True, unique=True),
        text("project_uuid", "Plan", required=True),
    ),
)

SESSIE = Table(
    "sessie",
    "Sessie",
    "Wie nu schrijft (alleen GeoPackage, dat zelf geen gebruikers kent). Eén rij.",
    tracked=False,
    columns=(
        text("gebruiker", "Gebruiker"),
        boolean(
            "bezig",
            "Bezig",
            "Staat op ja zolang een trigger zelf schrijft: zijn werk telt niet als dat van een gebruiker.",
            required=True,
            default=False,
        ),
    ),
)

VERWACHT = Table(
    "verwacht",
    "Verwachte versies",
    "Kaartjes waarmee een opslag van verouderde gegevens wordt geweigerd; een minuut geldig.",
    tracked=False,
    columns=(
        text("gebruiker", "Gebruiker"),
        text(
            "sessie",
            "Sessie",
            "Het venster dat het kaartje schreef, en het na het opslaan weer opruimt.",
            required=True,
        ),
        text("tabel", "Tabel", required=True),
        text("uuid", "UUID", "Leeg: elke nieuwe rij van de tabel.", required=True),
        integer(
            "versie", "Versie", "De versie die de rij moet hebben; 0: hij wordt nu niet opgeslagen.", required=True
        ),
        text(
            "nog",
            "Nog",
            "Wat er zo nog mag: de 'rij' eenmaal, eerst het 'vlak' en dan de 'velden', die 'velden', of 'niets'.",
            required=True,
        ),
        timestamp("tijd", "Tijd", required=True),
    ),
    indexes=(("uuid",),),
)

AANWEZIG = Table(
    "aanwezig",
    "Aanwezig",
    "Wie nu bezig is: met welk plan, of (in een bestand op een netwerkschijf) met het hele register. Een regel die niet "
    "wordt ververst, verloopt vanzelf.",
    tracked=False,
    columns=(
        text("sessie", "Sessie", "Het venster of programma.", required=True),
        text("gebruiker", "Gebruiker", required=True),
        text("werkplek", "Werkplek", "Naam van de computer."),
        text("project_uuid", "Plan", "Leeg: het hele register."),
        timestamp("sinds", "Sinds", required=True),
        timestamp("tijd", "Laatst gezien", required=True),
    ),
)

SCHEMA_VERSIE = Table(
    "schema_versie",
    "Schemaversie",
    "Welke migraties zijn uitgevoerd.",
    tracked=False,
    columns=(
        integer("versie", "Versie", required=True, unique=True),
        timestamp("tijd", "Uitgevoerd op", required=True),
        text("omschrijving", "Omschrijving", required=True),
    ),
)

INTERNAL_TABLES = (HISTORIE, BEVINDING, PLANCODE, SESSIE, VERWACHT, AANWEZIG, SCHEMA_VERSIE)
