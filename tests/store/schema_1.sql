CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))

-- next statement
CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name))

-- next statement
CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))

-- next statement
INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) VALUES ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write')

-- next statement
INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) VALUES ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write')

-- next statement
CREATE TABLE "project" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "geom" MULTIPOLYGON,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "project.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "project.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "project.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "code" TEXT UNIQUE,
  "naam" TEXT(255) NOT NULL CONSTRAINT "project.naam: hoogstens 255 tekens / at most 255 characters" CHECK (length("naam") <= 255),
  "hoofdplan_uuid" TEXT REFERENCES "project" ("uuid") ON DELETE RESTRICT,
  "extern_id" TEXT(100) CONSTRAINT "project.extern_id: hoogstens 100 tekens / at most 100 characters" CHECK (length("extern_id") <= 100),
  "vertrouwelijkheid" TEXT NOT NULL DEFAULT 'intern_ambtelijk' CONSTRAINT "project.vertrouwelijkheid: code uit lijst / code of list vertrouwelijkheid" CHECK ("vertrouwelijkheid" IN ('prive', 'intern_ambtelijk', 'intern_bestuurlijk', 'intern_raad', 'extern_woonregio', 'extern_mede_overheden', 'openbaar')),
  "eigenaar" TEXT(255) CONSTRAINT "project.eigenaar: hoogstens 255 tekens / at most 255 characters" CHECK (length("eigenaar") <= 255),
  "plantype" TEXT CONSTRAINT "project.plantype: code uit lijst / code of list plantype" CHECK ("plantype" IN ('pand_transformatie', 'transformatiegebied', 'herstructurering', 'verdichting', 'uitbreiding_uitleg', 'uitbreiding_overig')),
  "in_programmering" BOOLEAN CONSTRAINT "project.in_programmering: ja of nee / yes or no" CHECK ("in_programmering" IN (0, 1)),
  "prioriteit" TEXT,
  "rol_gemeente" TEXT,
  "start_datum" DATE NOT NULL CONSTRAINT "project.start_datum: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("start_datum" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("start_datum") = "start_datum") CONSTRAINT "project.start_datum: 1900-01-01 … 2199-12-31" CHECK ("start_datum" BETWEEN '1900-01-01' AND '2199-12-31'),
  "eind_datum" DATE NOT NULL CONSTRAINT "project.eind_datum: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("eind_datum" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("eind_datum") = "eind_datum") CONSTRAINT "project.eind_datum: 1900-01-01 … 2199-12-31" CHECK ("eind_datum" BETWEEN '1900-01-01' AND '2199-12-31'),
  "gemeentecode" TEXT(4) CONSTRAINT "project.gemeentecode: hoogstens 4 tekens / at most 4 characters" CHECK (length("gemeentecode") <= 4),
  "gemeente" TEXT(100) CONSTRAINT "project.gemeente: hoogstens 100 tekens / at most 100 characters" CHECK (length("gemeente") <= 100),
  "woonplaats" TEXT(100) CONSTRAINT "project.woonplaats: hoogstens 100 tekens / at most 100 characters" CHECK (length("woonplaats") <= 100),
  "wijk" TEXT(100) CONSTRAINT "project.wijk: hoogstens 100 tekens / at most 100 characters" CHECK (length("wijk") <= 100),
  "wijkcode" TEXT(8) CONSTRAINT "project.wijkcode: hoogstens 8 tekens / at most 8 characters" CHECK (length("wijkcode") <= 8),
  "buurt" TEXT(100) CONSTRAINT "project.buurt: hoogstens 100 tekens / at most 100 characters" CHECK (length("buurt") <= 100),
  "buurtcode" TEXT(10) CONSTRAINT "project.buurtcode: hoogstens 10 tekens / at most 10 characters" CHECK (length("buurtcode") <= 10),
  "regio" TEXT(100) CONSTRAINT "project.regio: hoogstens 100 tekens / at most 100 characters" CHECK (length("regio") <= 100),
  "ruimtelijk_plan" TEXT(255) CONSTRAINT "project.ruimtelijk_plan: hoogstens 255 tekens / at most 255 characters" CHECK (length("ruimtelijk_plan") <= 255),
  "contour_herkomst" TEXT,
  "contour_brondatum" DATE CONSTRAINT "project.contour_brondatum: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("contour_brondatum" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("contour_brondatum") = "contour_brondatum") CONSTRAINT "project.contour_brondatum: 1900-01-01 … 2199-12-31" CHECK ("contour_brondatum" BETWEEN '1900-01-01' AND '2199-12-31'),
  "contour_toelichting" TEXT(1000) CONSTRAINT "project.contour_toelichting: hoogstens 1000 tekens / at most 1000 characters" CHECK (length("contour_toelichting") <= 1000),
  "opmerkingen" TEXT(4000) CONSTRAINT "project.opmerkingen: hoogstens 4000 tekens / at most 4000 characters" CHECK (length("opmerkingen") <= 4000),
  "fase" TEXT CONSTRAINT "project.fase: code uit lijst / code of list fase" CHECK ("fase" IN ('concept', 'initiatief', 'definitie', 'ontwerp', 'voorbereiding', 'realisatie', 'nazorg')),
  "planstatus" TEXT CONSTRAINT "project.planstatus: code uit lijst / code of list planstatus" CHECK ("planstatus" IN ('5B', '5A', '4A', '4B', '3', '2A', '2B', '2C', '1A', '1B', '1C')),
  "aantal_bouw" INTEGER CONSTRAINT "project.aantal_bouw: geheel getal / whole number" CHECK (typeof("aantal_bouw") IN ('integer', 'null')),
  "aantal_sloop" INTEGER CONSTRAINT "project.aantal_sloop: geheel getal / whole number" CHECK (typeof("aantal_sloop") IN ('integer', 'null')),
  "aantal_netto" INTEGER CONSTRAINT "project.aantal_netto: geheel getal / whole number" CHECK (typeof("aantal_netto") IN ('integer', 'null')),
  CONSTRAINT "project: eind_datum > start_datum" CHECK (eind_datum > start_datum),
  CONSTRAINT "project: hoofdplan_uuid <> uuid" CHECK (hoofdplan_uuid <> uuid)
)

-- next statement
CREATE INDEX "project_naam_idx" ON "project" ("naam")

-- next statement
CREATE INDEX "project_extern_id_idx" ON "project" ("extern_id")

-- next statement
CREATE INDEX "project_hoofdplan_uuid_idx" ON "project" ("hoofdplan_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('project', 'features', 'project', 'Een woningbouwplan met zijn plangebied. Een deelplan verwijst naar zijn hoofdplan.', 28992)

-- next statement
INSERT INTO gpkg_geometry_columns VALUES ('project', 'geom', 'MULTIPOLYGON', 28992, 0, 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'code', 'Plancode', 'Plancode', 'Wordt gegeven bij het opslaan en verandert nooit; zie docs/formats/plancode.md.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'naam', 'Projectnaam', 'Projectnaam', 'Naam waaronder het plan bekend is.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'hoofdplan_uuid', 'Hoofdplan', 'Hoofdplan', 'Het plan waarvan dit een deelplan is.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'extern_id', 'Identificatie nr', 'Identificatie nr', 'Nummer van het plan in het systeem van herkomst (Excel, GeoJSON).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'vertrouwelijkheid', 'Vertrouwelijkheid', 'Vertrouwelijkheid', 'Wie het plan mag zien; plannen met een harde status horen minstens ''Extern mede-overheden'' te zijn.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'eigenaar', 'Eigenaar', 'Eigenaar', 'E-mailadres van wie het plan beheert.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'plantype', 'Plan soort', 'Plan soort', 'Het overheersende type.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'in_programmering', 'In programmering', 'In programmering', 'Telt mee in het gemeentelijk woningbouwprogramma.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'prioriteit', 'Priorisering', 'Priorisering', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'rol_gemeente', 'Rol gemeente', 'Rol gemeente', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'start_datum', 'Start project', 'Start project', 'Datum waarop het initiatief bij de gemeente is ingediend.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'eind_datum', 'Eind project', 'Eind project', 'Geschatte datum waarop alles, ook de nazorg, klaar is.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'gemeentecode', 'Gemeentecode', 'Gemeentecode', 'Vier cijfers, met voorloopnullen.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'gemeente', 'Gemeente', 'Gemeente', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'woonplaats', 'Woonplaats', 'Woonplaats', 'Woonplaats uit de BAG; de provincies vragen ernaar.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'wijk', 'Wijk', 'Wijk', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'wijkcode', 'Wijkcode', 'Wijkcode', 'CBS-code, bijvoorbeeld WK030710.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'buurt', 'Buurt', 'Buurt', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'buurtcode', 'Buurtcode', 'Buurtcode', 'CBS-code, bijvoorbeeld BU03071001.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'regio', 'Regio', 'Regio', 'Woonregio waarin de plannen worden afgestemd.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'ruimtelijk_plan', 'Bestemmingsplan of omgevingsplan', 'Bestemmingsplan of omgevingsplan', 'Naam, IMRO- of AKN-identificatie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'contour_herkomst', 'Herkomst plangebied', 'Herkomst plangebied', 'Hoe het plangebied is gemaakt.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'contour_brondatum', 'Brondatum plangebied', 'Brondatum plangebied', 'Datum van de percelen waarop het plangebied is gemaakt.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'contour_toelichting', 'Toelichting plangebied', 'Toelichting plangebied', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'opmerkingen', 'Opmerkingen', 'Opmerkingen', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'fase', 'Projectfase', 'Projectfase', 'Volgt uit de mijlpalen.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'planstatus', 'Planologische planstatus', 'Planologische planstatus', 'Volgt uit de mijlpalen.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'aantal_bouw', 'Bruto', 'Bruto', 'Som van de bouwblokken.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'aantal_sloop', 'Sloop', 'Sloop', 'Som van de sloopblokken.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project', 'aantal_netto', 'Netto', 'Netto', 'Bruto min sloop.')

-- next statement
CREATE TABLE "woningblok" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "geom" MULTIPOLYGON,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "woningblok.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "woningblok.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "woningblok.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "project_uuid" TEXT NOT NULL REFERENCES "project" ("uuid") ON DELETE CASCADE,
  "naam" TEXT(255) NOT NULL CONSTRAINT "woningblok.naam: hoogstens 255 tekens / at most 255 characters" CHECK (length("naam") <= 255),
  "mutatie" TEXT NOT NULL DEFAULT 'bouw' CONSTRAINT "woningblok.mutatie: code uit lijst / code of list mutatie" CHECK ("mutatie" IN ('bouw', 'sloop')),
  "aantal" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "woningblok.aantal: geheel getal / whole number" CHECK (typeof("aantal") IN ('integer', 'null')) CONSTRAINT "woningblok.aantal: 0 of meer / or more" CHECK ("aantal" >= 0) CONSTRAINT "woningblok.aantal: 99999999 of minder / or less" CHECK ("aantal" <= 99999999),
  "in_programmering" BOOLEAN CONSTRAINT "woningblok.in_programmering: ja of nee / yes or no" CHECK ("in_programmering" IN (0, 1)),
  "oppervlakte_min" REAL CONSTRAINT "woningblok.oppervlakte_min: getal / number" CHECK (typeof("oppervlakte_min") IN ('real', 'null') AND abs("oppervlakte_min") <= 1.7976931348623157e308) CONSTRAINT "woningblok.oppervlakte_min: 0 of meer / or more" CHECK ("oppervlakte_min" >= 0),
  "oppervlakte_max" REAL CONSTRAINT "woningblok.oppervlakte_max: getal / number" CHECK (typeof("oppervlakte_max") IN ('real', 'null') AND abs("oppervlakte_max") <= 1.7976931348623157e308) CONSTRAINT "woningblok.oppervlakte_max: 0 of meer / or more" CHECK ("oppervlakte_max" >= 0),
  "contract" TEXT,
  "opmerkingen" TEXT(4000) CONSTRAINT "woningblok.opmerkingen: hoogstens 4000 tekens / at most 4000 characters" CHECK (length("opmerkingen") <= 4000),
  CONSTRAINT "woningblok: oppervlakte_max >= oppervlakte_min" CHECK (oppervlakte_max >= oppervlakte_min)
)

-- next statement
CREATE INDEX "woningblok_project_uuid_idx" ON "woningblok" ("project_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('woningblok', 'features', 'woningblok', 'Een deel van het programma van een plan: te bouwen of te slopen woningen.', 28992)

-- next statement
INSERT INTO gpkg_geometry_columns VALUES ('woningblok', 'geom', 'MULTIPOLYGON', 28992, 0, 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'project_uuid', 'Plan', 'Plan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'naam', 'Naam', 'Naam', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'mutatie', 'Mutatiesoort', 'Mutatiesoort', 'Bouw of sloop; sloop wordt als positief aantal opgeslagen.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'aantal', 'Aantal', 'Aantal', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'in_programmering', 'In programmering', 'In programmering', 'Leeg: onbekend.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'oppervlakte_min', 'Woonoppervlak vanaf', 'Woonoppervlak vanaf', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'oppervlakte_max', 'Woonoppervlak tot en met', 'Woonoppervlak tot en met', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'contract', 'Contractvorm', 'Contractvorm', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('woningblok', 'opmerkingen', 'Opmerkingen', 'Opmerkingen', '')

-- next statement
CREATE TABLE "verdeling" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "verdeling.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "verdeling.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "verdeling.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "woningblok_uuid" TEXT NOT NULL REFERENCES "woningblok" ("uuid") ON DELETE CASCADE,
  "kenmerk" TEXT NOT NULL,
  "categorie" TEXT(100) NOT NULL CONSTRAINT "verdeling.categorie: hoogstens 100 tekens / at most 100 characters" CHECK (length("categorie") <= 100),
  "aantal" INTEGER NOT NULL CONSTRAINT "verdeling.aantal: geheel getal / whole number" CHECK (typeof("aantal") IN ('integer', 'null')) CONSTRAINT "verdeling.aantal: 0 of meer / or more" CHECK ("aantal" >= 0) CONSTRAINT "verdeling.aantal: 99999999 of minder / or less" CHECK ("aantal" <= 99999999),
  "prijs_min" INTEGER CONSTRAINT "verdeling.prijs_min: geheel getal / whole number" CHECK (typeof("prijs_min") IN ('integer', 'null')) CONSTRAINT "verdeling.prijs_min: 0 of meer / or more" CHECK ("prijs_min" >= 0),
  "prijs_max" INTEGER CONSTRAINT "verdeling.prijs_max: geheel getal / whole number" CHECK (typeof("prijs_max") IN ('integer', 'null')) CONSTRAINT "verdeling.prijs_max: 0 of meer / or more" CHECK ("prijs_max" >= 0),
  "prijsklasse" TEXT(100) CONSTRAINT "verdeling.prijsklasse: hoogstens 100 tekens / at most 100 characters" CHECK (length("prijsklasse") <= 100),
  CONSTRAINT "verdeling: prijs_max >= prijs_min" CHECK (prijs_max >= prijs_min),
  CONSTRAINT "verdeling: prijs_max IS NULL OR prijs_min IS NOT NULL" CHECK (prijs_max IS NULL OR prijs_min IS NOT NULL),
  CONSTRAINT "verdeling: prijsklasse IS NULL OR prijs_min IS NULL" CHECK (prijsklasse IS NULL OR prijs_min IS NULL),
  CONSTRAINT "verdeling: kenmerk = 'eigendom' OR (prijs_min IS NULL AND prijsklasse IS NULL)" CHECK (kenmerk = 'eigendom' OR (prijs_min IS NULL AND prijsklasse IS NULL))
)

-- next statement
CREATE INDEX "verdeling_woningblok_uuid_idx" ON "verdeling" ("woningblok_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('verdeling', 'attributes', 'verdeling', 'Hoe de woningen van een blok over een kenmerk zijn verdeeld. De som per kenmerk is hoogstens het aantal van het blok; de rest is onbekend.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verdeling', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verdeling', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verdeling', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verdeling', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verdeling', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verdeling', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verdeling', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verdeling', 'woningblok_uuid', 'Woningblok', 'Woningblok', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verdeling', 'kenmerk', 'Kenmerk', 'Kenmerk', 'Waarover wordt verdeeld.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verdeling', 'categorie', 'Categorie', 'Categorie', 'Code uit de lijst die bij het kenmerk hoort.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verdeling', 'aantal', 'Aantal', 'Aantal', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verdeling', 'prijs_min', 'Prijs vanaf', 'Prijs vanaf', 'Koopprijs of huur per maand; bij een vaste prijs gelijk aan ''tot en met''.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verdeling', 'prijs_max', 'Prijs tot en met', 'Prijs tot en met', 'Leeg bij een ingevulde ondergrens: en hoger.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verdeling', 'prijsklasse', 'Prijsklasse', 'Prijsklasse', 'Naam van een prijsklasse; in plaats van bedragen.')

-- next statement
CREATE TABLE "oplevering" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "oplevering.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "oplevering.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "oplevering.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "woningblok_uuid" TEXT NOT NULL REFERENCES "woningblok" ("uuid") ON DELETE CASCADE,
  "datum" DATE NOT NULL CONSTRAINT "oplevering.datum: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("datum" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("datum") = "datum") CONSTRAINT "oplevering.datum: 1900-01-01 … 2199-12-31" CHECK ("datum" BETWEEN '1900-01-01' AND '2199-12-31'),
  "aantal" INTEGER NOT NULL CONSTRAINT "oplevering.aantal: geheel getal / whole number" CHECK (typeof("aantal") IN ('integer', 'null')) CONSTRAINT "oplevering.aantal: 0 of meer / or more" CHECK ("aantal" >= 0) CONSTRAINT "oplevering.aantal: 99999999 of minder / or less" CHECK ("aantal" <= 99999999),
  "gerealiseerd" BOOLEAN NOT NULL DEFAULT 0 CONSTRAINT "oplevering.gerealiseerd: ja of nee / yes or no" CHECK ("gerealiseerd" IN (0, 1))
)

-- next statement
CREATE INDEX "oplevering_woningblok_uuid_idx" ON "oplevering" ("woningblok_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('oplevering', 'attributes', 'oplevering', 'De fasering van een blok: hoeveel woningen wanneer worden opgeleverd (of gesloopt).', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('oplevering', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('oplevering', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('oplevering', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('oplevering', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('oplevering', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('oplevering', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('oplevering', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('oplevering', 'woningblok_uuid', 'Woningblok', 'Woningblok', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('oplevering', 'datum', 'Datum', 'Datum', 'Geplande of gerealiseerde datum; is alleen het jaar bekend, dan 31 december.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('oplevering', 'aantal', 'Aantal', 'Aantal', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('oplevering', 'gerealiseerd', 'Gerealiseerd', 'Gerealiseerd', 'Werkelijk opgeleverd op die datum.')

-- next statement
CREATE TABLE "mijlpaal" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "mijlpaal.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "mijlpaal.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "mijlpaal.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "project_uuid" TEXT NOT NULL REFERENCES "project" ("uuid") ON DELETE CASCADE,
  "soort" TEXT NOT NULL,
  "gepland" DATE CONSTRAINT "mijlpaal.gepland: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("gepland" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("gepland") = "gepland") CONSTRAINT "mijlpaal.gepland: 1900-01-01 … 2199-12-31" CHECK ("gepland" BETWEEN '1900-01-01' AND '2199-12-31'),
  "eerste_prognose" DATE CONSTRAINT "mijlpaal.eerste_prognose: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("eerste_prognose" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("eerste_prognose") = "eerste_prognose") CONSTRAINT "mijlpaal.eerste_prognose: 1900-01-01 … 2199-12-31" CHECK ("eerste_prognose" BETWEEN '1900-01-01' AND '2199-12-31'),
  "gerealiseerd" DATE CONSTRAINT "mijlpaal.gerealiseerd: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("gerealiseerd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("gerealiseerd") = "gerealiseerd") CONSTRAINT "mijlpaal.gerealiseerd: 1900-01-01 … 2199-12-31" CHECK ("gerealiseerd" BETWEEN '1900-01-01' AND '2199-12-31'),
  "bron" TEXT DEFAULT 'handmatig',
  "p50" DATE CONSTRAINT "mijlpaal.p50: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("p50" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("p50") = "p50") CONSTRAINT "mijlpaal.p50: 1900-01-01 … 2199-12-31" CHECK ("p50" BETWEEN '1900-01-01' AND '2199-12-31'),
  "p80" DATE CONSTRAINT "mijlpaal.p80: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("p80" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("p80") = "p80") CONSTRAINT "mijlpaal.p80: 1900-01-01 … 2199-12-31" CHECK ("p80" BETWEEN '1900-01-01' AND '2199-12-31'),
  "omschrijving" TEXT(1000) CONSTRAINT "mijlpaal.omschrijving: hoogstens 1000 tekens / at most 1000 characters" CHECK (length("omschrijving") <= 1000),
  CONSTRAINT "mijlpaal: gepland IS NOT NULL OR gerealiseerd IS NOT NULL" CHECK (gepland IS NOT NULL OR gerealiseerd IS NOT NULL)
)

-- next statement
CREATE INDEX "mijlpaal_project_uuid_idx" ON "mijlpaal" ("project_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('mijlpaal', 'attributes', 'mijlpaal', 'Een gedateerde stap van een plan. Sommige soorten bepalen de fase of de planstatus vanaf hun datum.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'project_uuid', 'Plan', 'Plan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'soort', 'Soort', 'Soort', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'gepland', 'Geplande datum', 'Geplande datum', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'eerste_prognose', 'Eerste prognose', 'Eerste prognose', 'De eerste datum die deze mijlpaal ooit had.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'gerealiseerd', 'Gerealiseerd op', 'Gerealiseerd op', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'bron', 'Bron van de datum', 'Bron van de datum', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'p50', 'P50', 'P50', 'Datum die met 50 % kans gehaald wordt.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'p80', 'P80', 'P80', 'Datum die met 80 % kans gehaald wordt.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal', 'omschrijving', 'Omschrijving', 'Omschrijving', '')

-- next statement
CREATE TABLE "mijlpaal_prognose" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "mijlpaal_uuid" TEXT NOT NULL,
  "project_uuid" TEXT NOT NULL,
  "soort" TEXT NOT NULL,
  "datum" DATE NOT NULL CONSTRAINT "mijlpaal_prognose.datum: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("datum" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("datum") = "datum") CONSTRAINT "mijlpaal_prognose.datum: 1900-01-01 … 2199-12-31" CHECK ("datum" BETWEEN '1900-01-01' AND '2199-12-31'),
  "bron" TEXT,
  "tijd" DATETIME NOT NULL CONSTRAINT "mijlpaal_prognose.tijd: tijdstip / moment (UTC)" CHECK ("tijd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("tijd") > 0)
)

-- next statement
CREATE INDEX "mijlpaal_prognose_mijlpaal_uuid_idx" ON "mijlpaal_prognose" ("mijlpaal_uuid")

-- next statement
CREATE INDEX "mijlpaal_prognose_project_uuid_idx" ON "mijlpaal_prognose" ("project_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('mijlpaal_prognose', 'attributes', 'mijlpaal_prognose', 'Elke datum die een mijlpaal ooit had, met het moment waarop en de bron.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal_prognose', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal_prognose', 'mijlpaal_uuid', 'Mijlpaal', 'Mijlpaal', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal_prognose', 'project_uuid', 'Plan', 'Plan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal_prognose', 'soort', 'Soort', 'Soort', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal_prognose', 'datum', 'Datum', 'Datum', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal_prognose', 'bron', 'Bron', 'Bron', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('mijlpaal_prognose', 'tijd', 'Vastgelegd op', 'Vastgelegd op', '')

-- next statement
CREATE TABLE "afspraak" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "afspraak.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "afspraak.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "afspraak.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "project_uuid" TEXT NOT NULL REFERENCES "project" ("uuid") ON DELETE CASCADE,
  "onderwerp" TEXT NOT NULL,
  "omschrijving" TEXT(4000) NOT NULL CONSTRAINT "afspraak.omschrijving: hoogstens 4000 tekens / at most 4000 characters" CHECK (length("omschrijving") <= 4000),
  "partij" TEXT(255) CONSTRAINT "afspraak.partij: hoogstens 255 tekens / at most 255 characters" CHECK (length("partij") <= 255),
  "waarde" REAL CONSTRAINT "afspraak.waarde: getal / number" CHECK (typeof("waarde") IN ('real', 'null') AND abs("waarde") <= 1.7976931348623157e308),
  "eenheid" TEXT(50) CONSTRAINT "afspraak.eenheid: hoogstens 50 tekens / at most 50 characters" CHECK (length("eenheid") <= 50),
  "datum" DATE CONSTRAINT "afspraak.datum: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("datum" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("datum") = "datum") CONSTRAINT "afspraak.datum: 1900-01-01 … 2199-12-31" CHECK ("datum" BETWEEN '1900-01-01' AND '2199-12-31'),
  "nagekomen" BOOLEAN CONSTRAINT "afspraak.nagekomen: ja of nee / yes or no" CHECK ("nagekomen" IN (0, 1)),
  "opmerkingen" TEXT(4000) CONSTRAINT "afspraak.opmerkingen: hoogstens 4000 tekens / at most 4000 characters" CHECK (length("opmerkingen") <= 4000)
)

-- next statement
CREATE INDEX "afspraak_project_uuid_idx" ON "afspraak" ("project_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('afspraak', 'attributes', 'afspraak', 'Wat met een ontwikkelaar of corporatie is afgesproken, meetbaar waar het kan.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'project_uuid', 'Plan', 'Plan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'onderwerp', 'Onderwerp', 'Onderwerp', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'omschrijving', 'Omschrijving', 'Omschrijving', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'partij', 'Partij', 'Partij', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'waarde', 'Afgesproken waarde', 'Afgesproken waarde', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'eenheid', 'Eenheid', 'Eenheid', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'datum', 'Datum afspraak', 'Datum afspraak', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'nagekomen', 'Nagekomen', 'Nagekomen', 'Beoordeeld bij oplevering; leeg: nog niet beoordeeld.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('afspraak', 'opmerkingen', 'Opmerkingen', 'Opmerkingen', '')

-- next statement
CREATE TABLE "knelpunt" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "knelpunt.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "knelpunt.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "knelpunt.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "project_uuid" TEXT NOT NULL REFERENCES "project" ("uuid") ON DELETE CASCADE,
  "soort" TEXT NOT NULL,
  "toelichting" TEXT(1000) CONSTRAINT "knelpunt.toelichting: hoogstens 1000 tekens / at most 1000 characters" CHECK (length("toelichting") <= 1000),
  "sinds" DATE CONSTRAINT "knelpunt.sinds: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("sinds" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("sinds") = "sinds") CONSTRAINT "knelpunt.sinds: 1900-01-01 … 2199-12-31" CHECK ("sinds" BETWEEN '1900-01-01' AND '2199-12-31'),
  "opgelost" DATE CONSTRAINT "knelpunt.opgelost: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("opgelost" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("opgelost") = "opgelost") CONSTRAINT "knelpunt.opgelost: 1900-01-01 … 2199-12-31" CHECK ("opgelost" BETWEEN '1900-01-01' AND '2199-12-31')
)

-- next statement
CREATE INDEX "knelpunt_project_uuid_idx" ON "knelpunt" ("project_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('knelpunt', 'attributes', 'knelpunt', 'Wat de voortgang van een plan belemmert.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('knelpunt', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('knelpunt', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('knelpunt', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('knelpunt', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('knelpunt', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('knelpunt', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('knelpunt', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('knelpunt', 'project_uuid', 'Plan', 'Plan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('knelpunt', 'soort', 'Soort', 'Soort', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('knelpunt', 'toelichting', 'Toelichting', 'Toelichting', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('knelpunt', 'sinds', 'Sinds', 'Sinds', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('knelpunt', 'opgelost', 'Opgelost op', 'Opgelost op', '')

-- next statement
CREATE TABLE "document" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "document.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "document.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "document.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "project_uuid" TEXT NOT NULL REFERENCES "project" ("uuid") ON DELETE CASCADE,
  "titel" TEXT(255) NOT NULL CONSTRAINT "document.titel: hoogstens 255 tekens / at most 255 characters" CHECK (length("titel") <= 255),
  "pad" TEXT(2000) NOT NULL CONSTRAINT "document.pad: hoogstens 2000 tekens / at most 2000 characters" CHECK (length("pad") <= 2000),
  "datum" DATE CONSTRAINT "document.datum: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("datum" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("datum") = "datum") CONSTRAINT "document.datum: 1900-01-01 … 2199-12-31" CHECK ("datum" BETWEEN '1900-01-01' AND '2199-12-31'),
  "sha256" TEXT(64) CONSTRAINT "document.sha256: hoogstens 64 tekens / at most 64 characters" CHECK (length("sha256") <= 64),
  "opmerkingen" TEXT(4000) CONSTRAINT "document.opmerkingen: hoogstens 4000 tekens / at most 4000 characters" CHECK (length("opmerkingen") <= 4000)
)

-- next statement
CREATE INDEX "document_project_uuid_idx" ON "document" ("project_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('document', 'attributes', 'document', 'Verwijzing naar een document bij een plan.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('document', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('document', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('document', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('document', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('document', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('document', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('document', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('document', 'project_uuid', 'Plan', 'Plan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('document', 'titel', 'Titel', 'Titel', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('document', 'pad', 'Bestand of adres', 'Bestand of adres', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('document', 'datum', 'Datum document', 'Datum document', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('document', 'sha256', 'SHA-256', 'SHA-256', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('document', 'opmerkingen', 'Opmerkingen', 'Opmerkingen', '')

-- next statement
CREATE TABLE "melding" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "melding.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "melding.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "melding.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "project_uuid" TEXT REFERENCES "project" ("uuid") ON DELETE CASCADE,
  "regel" TEXT(100) CONSTRAINT "melding.regel: hoogstens 100 tekens / at most 100 characters" CHECK (length("regel") <= 100),
  "aan" TEXT(255) CONSTRAINT "melding.aan: hoogstens 255 tekens / at most 255 characters" CHECK (length("aan") <= 255),
  "tekst" TEXT(4000) NOT NULL CONSTRAINT "melding.tekst: hoogstens 4000 tekens / at most 4000 characters" CHECK (length("tekst") <= 4000),
  "gelezen" DATETIME CONSTRAINT "melding.gelezen: tijdstip / moment (UTC)" CHECK ("gelezen" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gelezen") > 0)
)

-- next statement
CREATE INDEX "melding_project_uuid_idx" ON "melding" ("project_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('melding', 'attributes', 'melding', 'Een bericht aan wie bij een plan betrokken is.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('melding', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('melding', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('melding', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('melding', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('melding', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('melding', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('melding', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('melding', 'project_uuid', 'Plan', 'Plan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('melding', 'regel', 'Regel', 'Regel', 'Welke regel de melding gaf.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('melding', 'aan', 'Aan', 'Aan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('melding', 'tekst', 'Tekst', 'Tekst', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('melding', 'gelezen', 'Gelezen op', 'Gelezen op', '')

-- next statement
CREATE TABLE "actie" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "actie.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "actie.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "actie.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "project_uuid" TEXT NOT NULL REFERENCES "project" ("uuid") ON DELETE CASCADE,
  "omschrijving" TEXT(4000) NOT NULL CONSTRAINT "actie.omschrijving: hoogstens 4000 tekens / at most 4000 characters" CHECK (length("omschrijving") <= 4000),
  "wie" TEXT(255) CONSTRAINT "actie.wie: hoogstens 255 tekens / at most 255 characters" CHECK (length("wie") <= 255),
  "uiterlijk" DATE CONSTRAINT "actie.uiterlijk: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("uiterlijk" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("uiterlijk") = "uiterlijk") CONSTRAINT "actie.uiterlijk: 1900-01-01 … 2199-12-31" CHECK ("uiterlijk" BETWEEN '1900-01-01' AND '2199-12-31'),
  "gereed" DATE CONSTRAINT "actie.gereed: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("gereed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("gereed") = "gereed") CONSTRAINT "actie.gereed: 1900-01-01 … 2199-12-31" CHECK ("gereed" BETWEEN '1900-01-01' AND '2199-12-31')
)

-- next statement
CREATE INDEX "actie_project_uuid_idx" ON "actie" ("project_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('actie', 'attributes', 'actie', 'Iets dat iemand voor een plan moet doen.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('actie', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('actie', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('actie', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('actie', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('actie', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('actie', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('actie', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('actie', 'project_uuid', 'Plan', 'Plan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('actie', 'omschrijving', 'Omschrijving', 'Omschrijving', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('actie', 'wie', 'Wie', 'Wie', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('actie', 'uiterlijk', 'Uiterlijk', 'Uiterlijk', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('actie', 'gereed', 'Gereed op', 'Gereed op', '')

-- next statement
CREATE TABLE "vergunning" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "geom" GEOMETRY,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "vergunning.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "vergunning.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "vergunning.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "project_uuid" TEXT REFERENCES "project" ("uuid") ON DELETE SET NULL,
  "zaaknummer" TEXT(100) NOT NULL CONSTRAINT "vergunning.zaaknummer: hoogstens 100 tekens / at most 100 characters" CHECK (length("zaaknummer") <= 100),
  "soort" TEXT(255) CONSTRAINT "vergunning.soort: hoogstens 255 tekens / at most 255 characters" CHECK (length("soort") <= 255),
  "status" TEXT(255) CONSTRAINT "vergunning.status: hoogstens 255 tekens / at most 255 characters" CHECK (length("status") <= 255),
  "aangevraagd" DATE CONSTRAINT "vergunning.aangevraagd: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("aangevraagd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("aangevraagd") = "aangevraagd") CONSTRAINT "vergunning.aangevraagd: 1900-01-01 … 2199-12-31" CHECK ("aangevraagd" BETWEEN '1900-01-01' AND '2199-12-31'),
  "besluit" DATE CONSTRAINT "vergunning.besluit: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("besluit" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("besluit") = "besluit") CONSTRAINT "vergunning.besluit: 1900-01-01 … 2199-12-31" CHECK ("besluit" BETWEEN '1900-01-01' AND '2199-12-31'),
  "onherroepelijk" DATE CONSTRAINT "vergunning.onherroepelijk: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("onherroepelijk" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("onherroepelijk") = "onherroepelijk") CONSTRAINT "vergunning.onherroepelijk: 1900-01-01 … 2199-12-31" CHECK ("onherroepelijk" BETWEEN '1900-01-01' AND '2199-12-31'),
  "aantal" INTEGER CONSTRAINT "vergunning.aantal: geheel getal / whole number" CHECK (typeof("aantal") IN ('integer', 'null')) CONSTRAINT "vergunning.aantal: 0 of meer / or more" CHECK ("aantal" >= 0),
  "koppeling" TEXT(255) CONSTRAINT "vergunning.koppeling: hoogstens 255 tekens / at most 255 characters" CHECK (length("koppeling") <= 255)
)

-- next statement
CREATE INDEX "vergunning_project_uuid_idx" ON "vergunning" ("project_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('vergunning', 'features', 'vergunning', 'Een vergunningzaak uit een ander systeem, gekoppeld aan een plan.', 28992)

-- next statement
INSERT INTO gpkg_geometry_columns VALUES ('vergunning', 'geom', 'GEOMETRY', 28992, 0, 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'project_uuid', 'Plan', 'Plan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'zaaknummer', 'Zaaknummer', 'Zaaknummer', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'soort', 'Soort', 'Soort', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'status', 'Status', 'Status', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'aangevraagd', 'Aangevraagd', 'Aangevraagd', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'besluit', 'Besluit', 'Besluit', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'onherroepelijk', 'Onherroepelijk', 'Onherroepelijk', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'aantal', 'Aantal woningen', 'Aantal woningen', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('vergunning', 'koppeling', 'Hoe gekoppeld', 'Hoe gekoppeld', '')

-- next statement
CREATE TABLE "eigenschap" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "eigenschap.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "eigenschap.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "eigenschap.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "naam" TEXT(255) NOT NULL UNIQUE CONSTRAINT "eigenschap.naam: hoogstens 255 tekens / at most 255 characters" CHECK (length("naam") <= 255),
  "object" TEXT NOT NULL DEFAULT 'project' CONSTRAINT "eigenschap.object: code uit lijst / code of list eigenschapobject" CHECK ("object" IN ('project', 'woningblok')),
  "soort" TEXT NOT NULL DEFAULT 'tekst' CONSTRAINT "eigenschap.soort: code uit lijst / code of list eigenschapsoort" CHECK ("soort" IN ('tekst', 'getal', 'ja_nee', 'categorie', 'rangorde')),
  "verplicht" BOOLEAN NOT NULL DEFAULT 0 CONSTRAINT "eigenschap.verplicht: ja of nee / yes or no" CHECK ("verplicht" IN (0, 1)),
  "meervoudig" BOOLEAN NOT NULL DEFAULT 0 CONSTRAINT "eigenschap.meervoudig: ja of nee / yes or no" CHECK ("meervoudig" IN (0, 1)),
  "actief" BOOLEAN NOT NULL DEFAULT 1 CONSTRAINT "eigenschap.actief: ja of nee / yes or no" CHECK ("actief" IN (0, 1)),
  "toelichting" TEXT(1000) CONSTRAINT "eigenschap.toelichting: hoogstens 1000 tekens / at most 1000 characters" CHECK (length("toelichting") <= 1000),
  "volgorde" INTEGER CONSTRAINT "eigenschap.volgorde: geheel getal / whole number" CHECK (typeof("volgorde") IN ('integer', 'null'))
)

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('eigenschap', 'attributes', 'eigenschap', 'Een eigenschap die de gemeente zelf aan plannen of woningblokken toevoegt. Wordt inactief, nooit verwijderd.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap', 'naam', 'Naam', 'Naam', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap', 'object', 'Geldt voor', 'Geldt voor', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap', 'soort', 'Soort', 'Soort', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap', 'verplicht', 'Verplicht', 'Verplicht', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap', 'meervoudig', 'Meer waarden toegestaan', 'Meer waarden toegestaan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap', 'actief', 'Actief', 'Actief', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap', 'toelichting', 'Toelichting', 'Toelichting', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap', 'volgorde', 'Volgorde', 'Volgorde', '')

-- next statement
CREATE TABLE "eigenschap_waarde" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "eigenschap_waarde.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "eigenschap_waarde.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "eigenschap_waarde.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "eigenschap_uuid" TEXT NOT NULL REFERENCES "eigenschap" ("uuid") ON DELETE RESTRICT,
  "project_uuid" TEXT REFERENCES "project" ("uuid") ON DELETE CASCADE,
  "woningblok_uuid" TEXT REFERENCES "woningblok" ("uuid") ON DELETE CASCADE,
  "tekst" TEXT(4000) CONSTRAINT "eigenschap_waarde.tekst: hoogstens 4000 tekens / at most 4000 characters" CHECK (length("tekst") <= 4000),
  "getal" REAL CONSTRAINT "eigenschap_waarde.getal: getal / number" CHECK (typeof("getal") IN ('real', 'null') AND abs("getal") <= 1.7976931348623157e308),
  "ja_nee" BOOLEAN CONSTRAINT "eigenschap_waarde.ja_nee: ja of nee / yes or no" CHECK ("ja_nee" IN (0, 1)),
  CONSTRAINT "eigenschap_waarde: (project_uuid IS NULL) <> (woningblok_uuid IS NULL)" CHECK ((project_uuid IS NULL) <> (woningblok_uuid IS NULL))
)

-- next statement
CREATE INDEX "eigenschap_waarde_project_uuid_idx" ON "eigenschap_waarde" ("project_uuid")

-- next statement
CREATE INDEX "eigenschap_waarde_woningblok_uuid_idx" ON "eigenschap_waarde" ("woningblok_uuid")

-- next statement
CREATE INDEX "eigenschap_waarde_eigenschap_uuid_idx" ON "eigenschap_waarde" ("eigenschap_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('eigenschap_waarde', 'attributes', 'eigenschap_waarde', 'Eén waarde van een maatwerkeigenschap bij een plan of woningblok; bij meer waarden meer rijen. Categorieën en rangordes staan in `tekst` als code uit de codelijst `eigenschap:<naam>`.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap_waarde', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap_waarde', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap_waarde', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap_waarde', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap_waarde', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap_waarde', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap_waarde', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap_waarde', 'eigenschap_uuid', 'Eigenschap', 'Eigenschap', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap_waarde', 'project_uuid', 'Plan', 'Plan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap_waarde', 'woningblok_uuid', 'Woningblok', 'Woningblok', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap_waarde', 'tekst', 'Tekst of code', 'Tekst of code', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap_waarde', 'getal', 'Getal', 'Getal', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('eigenschap_waarde', 'ja_nee', 'Ja of nee', 'Ja of nee', '')

-- next statement
CREATE TABLE "perceel" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "geom" MULTIPOLYGON,
  "identificatie" TEXT NOT NULL UNIQUE,
  "aanduiding" TEXT NOT NULL,
  "akr_gemeentecode" TEXT NOT NULL,
  "sectie" TEXT NOT NULL,
  "perceelnummer" INTEGER NOT NULL CONSTRAINT "perceel.perceelnummer: geheel getal / whole number" CHECK (typeof("perceelnummer") IN ('integer', 'null')),
  "kadastrale_gemeente" TEXT,
  "kadastrale_grootte" REAL CONSTRAINT "perceel.kadastrale_grootte: getal / number" CHECK (typeof("kadastrale_grootte") IN ('real', 'null') AND abs("kadastrale_grootte") <= 1.7976931348623157e308),
  "soort_grootte" TEXT,
  "begin_geldigheid" DATE CONSTRAINT "perceel.begin_geldigheid: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("begin_geldigheid" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("begin_geldigheid") = "begin_geldigheid") CONSTRAINT "perceel.begin_geldigheid: 1900-01-01 … 2199-12-31" CHECK ("begin_geldigheid" BETWEEN '1900-01-01' AND '2199-12-31'),
  "brondatum" DATE NOT NULL CONSTRAINT "perceel.brondatum: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("brondatum" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("brondatum") = "brondatum") CONSTRAINT "perceel.brondatum: 1900-01-01 … 2199-12-31" CHECK ("brondatum" BETWEEN '1900-01-01' AND '2199-12-31')
)

-- next statement
CREATE INDEX "perceel_aanduiding_idx" ON "perceel" ("aanduiding")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('perceel', 'features', 'perceel', 'Kadastraal perceel (BRK), zoals opgehaald. Grenzen zijn indicatief; bron: Kadaster, CC BY 4.0.', 28992)

-- next statement
INSERT INTO gpkg_geometry_columns VALUES ('perceel', 'geom', 'MULTIPOLYGON', 28992, 0, 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel', 'identificatie', 'Identificatie', 'Identificatie', 'identificatieLokaalID; veertien cijfers, als tekst.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel', 'aanduiding', 'Aanduiding', 'Aanduiding', 'Bijvoorbeeld LLS00-B-10.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel', 'akr_gemeentecode', 'AKR-code kadastrale gemeente', 'AKR-code kadastrale gemeente', 'Bijvoorbeeld LLS00.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel', 'sectie', 'Sectie', 'Sectie', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel', 'perceelnummer', 'Perceelnummer', 'Perceelnummer', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel', 'kadastrale_gemeente', 'Kadastrale gemeente', 'Kadastrale gemeente', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel', 'kadastrale_grootte', 'Kadastrale grootte', 'Kadastrale grootte', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel', 'soort_grootte', 'Soort grootte', 'Soort grootte', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel', 'begin_geldigheid', 'Begin geldigheid', 'Begin geldigheid', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel', 'brondatum', 'Brondatum', 'Brondatum', 'Datum waarop het bestand of de dienst is gelezen.')

-- next statement
CREATE TABLE "pand" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "geom" MULTIPOLYGON,
  "identificatie" TEXT NOT NULL UNIQUE,
  "status" TEXT,
  "bouwjaar" INTEGER CONSTRAINT "pand.bouwjaar: geheel getal / whole number" CHECK (typeof("bouwjaar") IN ('integer', 'null')),
  "gebruiksdoel" TEXT,
  "aantal_verblijfsobjecten" INTEGER CONSTRAINT "pand.aantal_verblijfsobjecten: geheel getal / whole number" CHECK (typeof("aantal_verblijfsobjecten") IN ('integer', 'null')),
  "oppervlakte_min" INTEGER CONSTRAINT "pand.oppervlakte_min: geheel getal / whole number" CHECK (typeof("oppervlakte_min") IN ('integer', 'null')),
  "oppervlakte_max" INTEGER CONSTRAINT "pand.oppervlakte_max: geheel getal / whole number" CHECK (typeof("oppervlakte_max") IN ('integer', 'null')),
  "brondatum" DATE NOT NULL CONSTRAINT "pand.brondatum: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("brondatum" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("brondatum") = "brondatum") CONSTRAINT "pand.brondatum: 1900-01-01 … 2199-12-31" CHECK ("brondatum" BETWEEN '1900-01-01' AND '2199-12-31')
)

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('pand', 'features', 'pand', 'Pand uit de BAG (publiek domein).', 28992)

-- next statement
INSERT INTO gpkg_geometry_columns VALUES ('pand', 'geom', 'MULTIPOLYGON', 28992, 0, 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand', 'identificatie', 'Identificatie', 'Identificatie', 'Zestien cijfers, als tekst.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand', 'status', 'Status', 'Status', 'Pandstatus volgens de BAG.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand', 'bouwjaar', 'Bouwjaar', 'Bouwjaar', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand', 'gebruiksdoel', 'Gebruiksdoel', 'Gebruiksdoel', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand', 'aantal_verblijfsobjecten', 'Aantal verblijfsobjecten', 'Aantal verblijfsobjecten', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand', 'oppervlakte_min', 'Kleinste oppervlakte', 'Kleinste oppervlakte', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand', 'oppervlakte_max', 'Grootste oppervlakte', 'Grootste oppervlakte', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand', 'brondatum', 'Brondatum', 'Brondatum', '')

-- next statement
CREATE TABLE "gebied" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "geom" MULTIPOLYGON,
  "soort" TEXT NOT NULL CONSTRAINT "gebied.soort: code uit lijst / code of list gebiedsoort" CHECK ("soort" IN ('gemeente', 'wijk', 'buurt')),
  "code" TEXT NOT NULL,
  "naam" TEXT NOT NULL,
  "gemeentecode" TEXT(4) NOT NULL CONSTRAINT "gebied.gemeentecode: hoogstens 4 tekens / at most 4 characters" CHECK (length("gemeentecode") <= 4),
  "jaar" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "gebied.jaar: geheel getal / whole number" CHECK (typeof("jaar") IN ('integer', 'null')),
  "brondatum" DATE NOT NULL CONSTRAINT "gebied.brondatum: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("brondatum" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("brondatum") = "brondatum") CONSTRAINT "gebied.brondatum: 1900-01-01 … 2199-12-31" CHECK ("brondatum" BETWEEN '1900-01-01' AND '2199-12-31'),
  UNIQUE ("soort", "code", "jaar")
)

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('gebied', 'features', 'gebied', 'Grens van gemeente, wijk of buurt (Bestuurlijke gebieden, CBS).', 28992)

-- next statement
INSERT INTO gpkg_geometry_columns VALUES ('gebied', 'geom', 'MULTIPOLYGON', 28992, 0, 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebied', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebied', 'soort', 'Soort', 'Soort', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebied', 'code', 'Code', 'Code', 'GM0307, WK030710 of BU03071001.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebied', 'naam', 'Naam', 'Naam', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebied', 'gemeentecode', 'Gemeentecode', 'Gemeentecode', 'Vier cijfers.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebied', 'jaar', 'Jaar', 'Jaar', 'Jaargang van de indeling; 0 wanneer onbekend.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebied', 'brondatum', 'Brondatum', 'Brondatum', '')

-- next statement
CREATE TABLE "perceel_koppeling" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "geom" MULTIPOLYGON,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "perceel_koppeling.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "perceel_koppeling.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "perceel_koppeling.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "project_uuid" TEXT NOT NULL REFERENCES "project" ("uuid") ON DELETE CASCADE,
  "identificatie" TEXT NOT NULL,
  "aanduiding" TEXT NOT NULL,
  "oppervlakte" REAL NOT NULL CONSTRAINT "perceel_koppeling.oppervlakte: getal / number" CHECK (typeof("oppervlakte") IN ('real', 'null') AND abs("oppervlakte") <= 1.7976931348623157e308),
  "aandeel" REAL NOT NULL CONSTRAINT "perceel_koppeling.aandeel: getal / number" CHECK (typeof("aandeel") IN ('real', 'null') AND abs("aandeel") <= 1.7976931348623157e308) CONSTRAINT "perceel_koppeling.aandeel: 0 of meer / or more" CHECK ("aandeel" >= 0) CONSTRAINT "perceel_koppeling.aandeel: 1 of minder / or less" CHECK ("aandeel" <= 1),
  "brondatum" DATE CONSTRAINT "perceel_koppeling.brondatum: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("brondatum" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("brondatum") = "brondatum") CONSTRAINT "perceel_koppeling.brondatum: 1900-01-01 … 2199-12-31" CHECK ("brondatum" BETWEEN '1900-01-01' AND '2199-12-31'),
  UNIQUE ("project_uuid", "identificatie")
)

-- next statement
CREATE INDEX "perceel_koppeling_project_uuid_idx" ON "perceel_koppeling" ("project_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('perceel_koppeling', 'features', 'perceel_koppeling', 'Op welk (deel van een) perceel een plangebied is gemaakt. De geometrie is die van het perceel op dat moment.', 28992)

-- next statement
INSERT INTO gpkg_geometry_columns VALUES ('perceel_koppeling', 'geom', 'MULTIPOLYGON', 28992, 0, 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel_koppeling', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel_koppeling', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel_koppeling', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel_koppeling', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel_koppeling', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel_koppeling', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel_koppeling', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel_koppeling', 'project_uuid', 'Plan', 'Plan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel_koppeling', 'identificatie', 'Identificatie perceel', 'Identificatie perceel', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel_koppeling', 'aanduiding', 'Aanduiding', 'Aanduiding', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel_koppeling', 'oppervlakte', 'Oppervlakte perceel', 'Oppervlakte perceel', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel_koppeling', 'aandeel', 'Aandeel in het plan', 'Aandeel in het plan', '1 = het hele perceel.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('perceel_koppeling', 'brondatum', 'Brondatum perceel', 'Brondatum perceel', '')

-- next statement
CREATE TABLE "pand_koppeling" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "pand_koppeling.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "pand_koppeling.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "pand_koppeling.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "project_uuid" TEXT NOT NULL REFERENCES "project" ("uuid") ON DELETE CASCADE,
  "identificatie" TEXT NOT NULL,
  "aandeel" REAL NOT NULL CONSTRAINT "pand_koppeling.aandeel: getal / number" CHECK (typeof("aandeel") IN ('real', 'null') AND abs("aandeel") <= 1.7976931348623157e308) CONSTRAINT "pand_koppeling.aandeel: 0 of meer / or more" CHECK ("aandeel" >= 0) CONSTRAINT "pand_koppeling.aandeel: 1 of minder / or less" CHECK ("aandeel" <= 1),
  "brondatum" DATE CONSTRAINT "pand_koppeling.brondatum: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("brondatum" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("brondatum") = "brondatum") CONSTRAINT "pand_koppeling.brondatum: 1900-01-01 … 2199-12-31" CHECK ("brondatum" BETWEEN '1900-01-01' AND '2199-12-31'),
  UNIQUE ("project_uuid", "identificatie")
)

-- next statement
CREATE INDEX "pand_koppeling_project_uuid_idx" ON "pand_koppeling" ("project_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('pand_koppeling', 'attributes', 'pand_koppeling', 'Welk pand (deels) in een plangebied ligt.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand_koppeling', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand_koppeling', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand_koppeling', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand_koppeling', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand_koppeling', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand_koppeling', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand_koppeling', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand_koppeling', 'project_uuid', 'Plan', 'Plan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand_koppeling', 'identificatie', 'Identificatie pand', 'Identificatie pand', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand_koppeling', 'aandeel', 'Aandeel in het plan', 'Aandeel in het plan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('pand_koppeling', 'brondatum', 'Brondatum pand', 'Brondatum pand', '')

-- next statement
CREATE TABLE "codelijst" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "codelijst.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "codelijst.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "codelijst.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "lijst" TEXT(255) NOT NULL CONSTRAINT "codelijst.lijst: hoogstens 255 tekens / at most 255 characters" CHECK (length("lijst") <= 255),
  "code" TEXT(100) NOT NULL CONSTRAINT "codelijst.code: hoogstens 100 tekens / at most 100 characters" CHECK (length("code") <= 100),
  "label" TEXT(255) NOT NULL CONSTRAINT "codelijst.label: hoogstens 255 tekens / at most 255 characters" CHECK (length("label") <= 255),
  "volgorde" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "codelijst.volgorde: geheel getal / whole number" CHECK (typeof("volgorde") IN ('integer', 'null')),
  "actief" BOOLEAN NOT NULL DEFAULT 1 CONSTRAINT "codelijst.actief: ja of nee / yes or no" CHECK ("actief" IN (0, 1)),
  "toelichting" TEXT(2000) CONSTRAINT "codelijst.toelichting: hoogstens 2000 tekens / at most 2000 characters" CHECK (length("toelichting") <= 2000),
  "vervangen_door" TEXT(100) CONSTRAINT "codelijst.vervangen_door: hoogstens 100 tekens / at most 100 characters" CHECK (length("vervangen_door") <= 100),
  "zet_fase" TEXT(100) CONSTRAINT "codelijst.zet_fase: hoogstens 100 tekens / at most 100 characters" CHECK (length("zet_fase") <= 100),
  "zet_planstatus" TEXT(100) CONSTRAINT "codelijst.zet_planstatus: hoogstens 100 tekens / at most 100 characters" CHECK (length("zet_planstatus") <= 100),
  UNIQUE ("lijst", "code")
)

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('codelijst', 'attributes', 'codelijst', 'De waarden van alle codelijsten. Een waarde wordt inactief, nooit verwijderd.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'lijst', 'Lijst', 'Lijst', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'code', 'Code', 'Code', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'label', 'Label', 'Label', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'volgorde', 'Volgorde', 'Volgorde', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'actief', 'Actief', 'Actief', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'toelichting', 'Toelichting', 'Toelichting', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'vervangen_door', 'Vervangen door', 'Vervangen door', 'De waarde van dezelfde lijst die in plaats van deze wordt gebruikt; deze is dan niet meer actief.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'zet_fase', 'Zet fase', 'Zet fase', 'Alleen bij mijlpaalsoorten: de fase die op de datum ingaat.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('codelijst', 'zet_planstatus', 'Zet planstatus', 'Zet planstatus', 'Alleen bij mijlpaalsoorten: de planstatus die op de datum ingaat.')

-- next statement
CREATE TABLE "prijsklasse" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "prijsklasse.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "prijsklasse.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "prijsklasse.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "stelsel" TEXT(50) NOT NULL CONSTRAINT "prijsklasse.stelsel: hoogstens 50 tekens / at most 50 characters" CHECK (length("stelsel") <= 50),
  "markt" TEXT NOT NULL CONSTRAINT "prijsklasse.markt: code uit lijst / code of list markt" CHECK ("markt" IN ('koop', 'huur')),
  "klasse" TEXT(100) NOT NULL CONSTRAINT "prijsklasse.klasse: hoogstens 100 tekens / at most 100 characters" CHECK (length("klasse") <= 100),
  "vanaf_jaar" INTEGER NOT NULL CONSTRAINT "prijsklasse.vanaf_jaar: geheel getal / whole number" CHECK (typeof("vanaf_jaar") IN ('integer', 'null')) CONSTRAINT "prijsklasse.vanaf_jaar: 1900 of meer / or more" CHECK ("vanaf_jaar" >= 1900) CONSTRAINT "prijsklasse.vanaf_jaar: 2200 of minder / or less" CHECK ("vanaf_jaar" <= 2200),
  "minimum" INTEGER NOT NULL CONSTRAINT "prijsklasse.minimum: geheel getal / whole number" CHECK (typeof("minimum") IN ('integer', 'null')) CONSTRAINT "prijsklasse.minimum: 0 of meer / or more" CHECK ("minimum" >= 0),
  "maximum" INTEGER CONSTRAINT "prijsklasse.maximum: geheel getal / whole number" CHECK (typeof("maximum") IN ('integer', 'null')) CONSTRAINT "prijsklasse.maximum: 0 of meer / or more" CHECK ("maximum" >= 0),
  "bron" TEXT(500) CONSTRAINT "prijsklasse.bron: hoogstens 500 tekens / at most 500 characters" CHECK (length("bron") <= 500),
  "actief" BOOLEAN NOT NULL DEFAULT 1 CONSTRAINT "prijsklasse.actief: ja of nee / yes or no" CHECK ("actief" IN (0, 1)),
  UNIQUE ("stelsel", "markt", "klasse", "vanaf_jaar"),
  CONSTRAINT "prijsklasse: maximum >= minimum" CHECK (maximum >= minimum)
)

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('prijsklasse', 'attributes', 'prijsklasse', 'Grenzen van een prijsklasse van de gemeente of van een provincie, per jaar. Grenzen zijn inclusief.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('prijsklasse', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('prijsklasse', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('prijsklasse', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('prijsklasse', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('prijsklasse', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('prijsklasse', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('prijsklasse', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('prijsklasse', 'stelsel', 'Stelsel', 'Stelsel', '''gemeente'', of het profiel van een provincie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('prijsklasse', 'markt', 'Koop of huur', 'Koop of huur', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('prijsklasse', 'klasse', 'Klasse', 'Klasse', 'Naam, of koop1 … huur4 bij een provincie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('prijsklasse', 'vanaf_jaar', 'Vanaf jaar', 'Vanaf jaar', 'Eerste jaar (van oplevering) waarvoor de grenzen gelden.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('prijsklasse', 'minimum', 'Van', 'Van', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('prijsklasse', 'maximum', 'Tot en met', 'Tot en met', 'Leeg: en hoger.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('prijsklasse', 'bron', 'Bron', 'Bron', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('prijsklasse', 'actief', 'Actief', 'Actief', '')

-- next statement
CREATE TABLE "instelling" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "instelling.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "instelling.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "instelling.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "sleutel" TEXT(255) NOT NULL UNIQUE CONSTRAINT "instelling.sleutel: hoogstens 255 tekens / at most 255 characters" CHECK (length("sleutel") <= 255),
  "waarde" TEXT
)

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('instelling', 'attributes', 'instelling', 'Instellingen van dit register, zoals gemeente, regio, provincie en adressen van diensten.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('instelling', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('instelling', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('instelling', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('instelling', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('instelling', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('instelling', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('instelling', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('instelling', 'sleutel', 'Instelling', 'Instelling', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('instelling', 'waarde', 'Waarde', 'Waarde', '')

-- next statement
CREATE TABLE "gebruiker" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "gebruiker.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "gebruiker.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "gebruiker.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "naam" TEXT(255) NOT NULL CONSTRAINT "gebruiker.naam: hoogstens 255 tekens / at most 255 characters" CHECK (length("naam") <= 255),
  "email" TEXT(255) UNIQUE CONSTRAINT "gebruiker.email: hoogstens 255 tekens / at most 255 characters" CHECK (length("email") <= 255),
  "inlognaam" TEXT(255) UNIQUE CONSTRAINT "gebruiker.inlognaam: hoogstens 255 tekens / at most 255 characters" CHECK (length("inlognaam") <= 255),
  "rol" TEXT NOT NULL DEFAULT 'gebruiker' CONSTRAINT "gebruiker.rol: code uit lijst / code of list rol" CHECK ("rol" IN ('functioneel_beheerder', 'hoofdgebruiker', 'gebruiker', 'collegelid', 'raadslid', 'extern', 'openbaar')),
  "actief" BOOLEAN NOT NULL DEFAULT 1 CONSTRAINT "gebruiker.actief: ja of nee / yes or no" CHECK ("actief" IN (0, 1))
)

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('gebruiker', 'attributes', 'gebruiker', 'Wie met het register werkt.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebruiker', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebruiker', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebruiker', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebruiker', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebruiker', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebruiker', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebruiker', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebruiker', 'naam', 'Naam', 'Naam', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebruiker', 'email', 'E-mail', 'E-mail', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebruiker', 'inlognaam', 'Inlognaam', 'Inlognaam', 'Waarmee iemand in de database komt.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebruiker', 'rol', 'Rol', 'Rol', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('gebruiker', 'actief', 'Actief', 'Actief', '')

-- next statement
CREATE TABLE "groep" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "groep.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "groep.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "groep.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "naam" TEXT(255) NOT NULL UNIQUE CONSTRAINT "groep.naam: hoogstens 255 tekens / at most 255 characters" CHECK (length("naam") <= 255)
)

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('groep', 'attributes', 'groep', 'Een groep gebruikers die samen plannen beheert.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep', 'naam', 'Naam', 'Naam', '')

-- next statement
CREATE TABLE "groep_lid" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "groep_lid.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "groep_lid.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "groep_lid.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "groep_uuid" TEXT NOT NULL REFERENCES "groep" ("uuid") ON DELETE CASCADE,
  "gebruiker_uuid" TEXT NOT NULL REFERENCES "gebruiker" ("uuid") ON DELETE CASCADE,
  UNIQUE ("groep_uuid", "gebruiker_uuid")
)

-- next statement
CREATE INDEX "groep_lid_groep_uuid_idx" ON "groep_lid" ("groep_uuid")

-- next statement
CREATE INDEX "groep_lid_gebruiker_uuid_idx" ON "groep_lid" ("gebruiker_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('groep_lid', 'attributes', 'groep_lid', 'Lidmaatschap van een groep.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep_lid', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep_lid', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep_lid', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep_lid', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep_lid', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep_lid', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep_lid', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep_lid', 'groep_uuid', 'Groep', 'Groep', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('groep_lid', 'gebruiker_uuid', 'Gebruiker', 'Gebruiker', '')

-- next statement
CREATE TABLE "project_groep" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "project_groep.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "project_groep.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "project_groep.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "project_uuid" TEXT NOT NULL REFERENCES "project" ("uuid") ON DELETE CASCADE,
  "groep_uuid" TEXT NOT NULL REFERENCES "groep" ("uuid") ON DELETE CASCADE,
  UNIQUE ("project_uuid", "groep_uuid")
)

-- next statement
CREATE INDEX "project_groep_project_uuid_idx" ON "project_groep" ("project_uuid")

-- next statement
CREATE INDEX "project_groep_groep_uuid_idx" ON "project_groep" ("groep_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('project_groep', 'attributes', 'project_groep', 'Welke groepen een plan mogen wijzigen.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project_groep', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project_groep', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project_groep', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project_groep', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project_groep', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project_groep', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project_groep', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project_groep', 'project_uuid', 'Plan', 'Plan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('project_groep', 'groep_uuid', 'Groep', 'Groep', '')

-- next statement
CREATE TABLE "beleidsdoel" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "beleidsdoel.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "beleidsdoel.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "beleidsdoel.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "naam" TEXT(255) NOT NULL CONSTRAINT "beleidsdoel.naam: hoogstens 255 tekens / at most 255 characters" CHECK (length("naam") <= 255),
  "categorie" TEXT(255) CONSTRAINT "beleidsdoel.categorie: hoogstens 255 tekens / at most 255 characters" CHECK (length("categorie") <= 255),
  "soort" TEXT NOT NULL DEFAULT 'aantal' CONSTRAINT "beleidsdoel.soort: code uit lijst / code of list doelsoort" CHECK ("soort" IN ('aantal', 'percentage')),
  "richting" TEXT NOT NULL DEFAULT 'minimaal' CONSTRAINT "beleidsdoel.richting: code uit lijst / code of list doelrichting" CHECK ("richting" IN ('minimaal', 'maximaal')),
  "waarde" REAL NOT NULL CONSTRAINT "beleidsdoel.waarde: getal / number" CHECK (typeof("waarde") IN ('real', 'null') AND abs("waarde") <= 1.7976931348623157e308),
  "start_datum" DATE CONSTRAINT "beleidsdoel.start_datum: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("start_datum" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("start_datum") = "start_datum") CONSTRAINT "beleidsdoel.start_datum: 1900-01-01 … 2199-12-31" CHECK ("start_datum" BETWEEN '1900-01-01' AND '2199-12-31'),
  "eind_datum" DATE CONSTRAINT "beleidsdoel.eind_datum: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("eind_datum" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("eind_datum") = "eind_datum") CONSTRAINT "beleidsdoel.eind_datum: 1900-01-01 … 2199-12-31" CHECK ("eind_datum" BETWEEN '1900-01-01' AND '2199-12-31'),
  "gebied" TEXT(20) CONSTRAINT "beleidsdoel.gebied: hoogstens 20 tekens / at most 20 characters" CHECK (length("gebied") <= 20),
  "toelichting" TEXT(4000) CONSTRAINT "beleidsdoel.toelichting: hoogstens 4000 tekens / at most 4000 characters" CHECK (length("toelichting") <= 4000)
)

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('beleidsdoel', 'attributes', 'beleidsdoel', 'Een doel waarop de gemeente stuurt.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'naam', 'Naam', 'Naam', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'categorie', 'Categorie', 'Categorie', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'soort', 'Soort', 'Soort', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'richting', 'Richting', 'Richting', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'waarde', 'Waarde', 'Waarde', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'start_datum', 'Van', 'Van', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'eind_datum', 'Tot en met', 'Tot en met', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'gebied', 'Gebied', 'Gebied', 'Code van gemeente, wijk of buurt; leeg: overal.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel', 'toelichting', 'Toelichting', 'Toelichting', '')

-- next statement
CREATE TABLE "beleidsdoel_conditie" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "beleidsdoel_conditie.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "beleidsdoel_conditie.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "beleidsdoel_conditie.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "beleidsdoel_uuid" TEXT NOT NULL REFERENCES "beleidsdoel" ("uuid") ON DELETE CASCADE,
  "kenmerk" TEXT(100) NOT NULL CONSTRAINT "beleidsdoel_conditie.kenmerk: hoogstens 100 tekens / at most 100 characters" CHECK (length("kenmerk") <= 100),
  "categorie" TEXT(255) CONSTRAINT "beleidsdoel_conditie.categorie: hoogstens 255 tekens / at most 255 characters" CHECK (length("categorie") <= 255),
  "prijs_min" INTEGER CONSTRAINT "beleidsdoel_conditie.prijs_min: geheel getal / whole number" CHECK (typeof("prijs_min") IN ('integer', 'null')) CONSTRAINT "beleidsdoel_conditie.prijs_min: 0 of meer / or more" CHECK ("prijs_min" >= 0),
  "prijs_max" INTEGER CONSTRAINT "beleidsdoel_conditie.prijs_max: geheel getal / whole number" CHECK (typeof("prijs_max") IN ('integer', 'null')) CONSTRAINT "beleidsdoel_conditie.prijs_max: 0 of meer / or more" CHECK ("prijs_max" >= 0)
)

-- next statement
CREATE INDEX "beleidsdoel_conditie_beleidsdoel_uuid_idx" ON "beleidsdoel_conditie" ("beleidsdoel_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('beleidsdoel_conditie', 'attributes', 'beleidsdoel_conditie', 'Welke woningen voor een doel meetellen.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel_conditie', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel_conditie', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel_conditie', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel_conditie', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel_conditie', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel_conditie', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel_conditie', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel_conditie', 'beleidsdoel_uuid', 'Beleidsdoel', 'Beleidsdoel', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel_conditie', 'kenmerk', 'Kenmerk', 'Kenmerk', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel_conditie', 'categorie', 'Categorie', 'Categorie', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel_conditie', 'prijs_min', 'Prijs vanaf', 'Prijs vanaf', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('beleidsdoel_conditie', 'prijs_max', 'Prijs tot en met', 'Prijs tot en met', '')

-- next statement
CREATE TABLE "leveringsronde" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "leveringsronde.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "leveringsronde.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "leveringsronde.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "naam" TEXT(255) NOT NULL CONSTRAINT "leveringsronde.naam: hoogstens 255 tekens / at most 255 characters" CHECK (length("naam") <= 255),
  "profiel" TEXT(50) NOT NULL CONSTRAINT "leveringsronde.profiel: hoogstens 50 tekens / at most 50 characters" CHECK (length("profiel") <= 50),
  "peildatum" DATE NOT NULL CONSTRAINT "leveringsronde.peildatum: bestaande datum JJJJ-MM-DD / existing date YYYY-MM-DD" CHECK ("peildatum" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("peildatum") = "peildatum") CONSTRAINT "leveringsronde.peildatum: 1900-01-01 … 2199-12-31" CHECK ("peildatum" BETWEEN '1900-01-01' AND '2199-12-31'),
  "bestand" TEXT(500) CONSTRAINT "leveringsronde.bestand: hoogstens 500 tekens / at most 500 characters" CHECK (length("bestand") <= 500),
  "sha256" TEXT(64) CONSTRAINT "leveringsronde.sha256: hoogstens 64 tekens / at most 64 characters" CHECK (length("sha256") <= 64),
  "aantal_plannen" INTEGER NOT NULL CONSTRAINT "leveringsronde.aantal_plannen: geheel getal / whole number" CHECK (typeof("aantal_plannen") IN ('integer', 'null')),
  "aantal_rijen" INTEGER NOT NULL CONSTRAINT "leveringsronde.aantal_rijen: geheel getal / whole number" CHECK (typeof("aantal_rijen") IN ('integer', 'null')),
  "aantal_overgeslagen" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "leveringsronde.aantal_overgeslagen: geheel getal / whole number" CHECK (typeof("aantal_overgeslagen") IN ('integer', 'null')),
  "ontvangstbewijs" TEXT
)

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('leveringsronde', 'attributes', 'leveringsronde', 'Eén aanlevering aan een provincie: het ontvangstbewijs.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'naam', 'Naam', 'Naam', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'profiel', 'Profiel', 'Profiel', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'peildatum', 'Peildatum', 'Peildatum', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'bestand', 'Bestandsnaam', 'Bestandsnaam', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'sha256', 'SHA-256', 'SHA-256', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'aantal_plannen', 'Plannen geleverd', 'Plannen geleverd', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'aantal_rijen', 'Rijen geleverd', 'Rijen geleverd', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'aantal_overgeslagen', 'Plannen overgeslagen', 'Plannen overgeslagen', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('leveringsronde', 'ontvangstbewijs', 'Ontvangstbewijs', 'Ontvangstbewijs', 'Totalen, overgeslagen plannen en niet-gecontroleerde regels (JSON).')

-- next statement
CREATE TABLE "levering" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "levering.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "levering.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "levering.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "leveringsronde_uuid" TEXT NOT NULL REFERENCES "leveringsronde" ("uuid") ON DELETE CASCADE,
  "plan_uuid" TEXT NOT NULL,
  "plancode" TEXT NOT NULL,
  "inhoud" TEXT NOT NULL,
  UNIQUE ("leveringsronde_uuid", "plan_uuid")
)

-- next statement
CREATE INDEX "levering_leveringsronde_uuid_idx" ON "levering" ("leveringsronde_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('levering', 'attributes', 'levering', 'Wat van één plan geleverd is, om met de vorige ronde te vergelijken en identificaties gelijk te houden.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('levering', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('levering', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('levering', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('levering', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('levering', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('levering', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('levering', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('levering', 'leveringsronde_uuid', 'Leveringsronde', 'Leveringsronde', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('levering', 'plan_uuid', 'Plan', 'Plan', 'Geen verwijzing: een levering blijft bestaan als het plan verdwijnt.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('levering', 'plancode', 'Plancode', 'Plancode', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('levering', 'inhoud', 'Inhoud', 'Inhoud', 'De geleverde rijen (JSON).')

-- next statement
CREATE TABLE "dashboard" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "dashboard.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "dashboard.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "dashboard.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "naam" TEXT(255) NOT NULL CONSTRAINT "dashboard.naam: hoogstens 255 tekens / at most 255 characters" CHECK (length("naam") <= 255),
  "rol" TEXT CONSTRAINT "dashboard.rol: code uit lijst / code of list rol" CHECK ("rol" IN ('functioneel_beheerder', 'hoofdgebruiker', 'gebruiker', 'collegelid', 'raadslid', 'extern', 'openbaar')),
  "inhoud" TEXT,
  "eigenaar_uuid" TEXT REFERENCES "gebruiker" ("uuid") ON DELETE SET NULL
)

-- next statement
CREATE INDEX "dashboard_eigenaar_uuid_idx" ON "dashboard" ("eigenaar_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('dashboard', 'attributes', 'dashboard', 'Een opgeslagen dashboard per rol.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('dashboard', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('dashboard', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('dashboard', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('dashboard', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('dashboard', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('dashboard', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('dashboard', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('dashboard', 'naam', 'Naam', 'Naam', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('dashboard', 'rol', 'Rol', 'Rol', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('dashboard', 'inhoud', 'Inhoud', 'Inhoud', 'Opbouw (JSON).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('dashboard', 'eigenaar_uuid', 'Eigenaar', 'Eigenaar', '')

-- next statement
CREATE TABLE "historie" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "tabel" TEXT NOT NULL,
  "uuid" TEXT NOT NULL,
  "op" TEXT NOT NULL,
  "tijd" DATETIME NOT NULL CONSTRAINT "historie.tijd: tijdstip / moment (UTC)" CHECK ("tijd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("tijd") > 0),
  "gebruiker" TEXT,
  "rij" TEXT NOT NULL,
  "geom_wkb" TEXT
)

-- next statement
CREATE INDEX "historie_tabel_uuid_tijd_fid_idx" ON "historie" ("tabel", "uuid", "tijd", "fid")

-- next statement
CREATE INDEX "historie_uuid_idx" ON "historie" ("uuid")

-- next statement
CREATE INDEX "historie_tabel_uuid_tijd_fid_some_idx" ON "historie" ("tabel", "uuid", "tijd", "fid") WHERE geom_wkb IS NOT NULL OR op = 'I'

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('historie', 'attributes', 'historie', 'Elke wijziging van elke tabel; gevuld door triggers. De rij zoals zij werd (bij verwijderen: zoals zij was).', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('historie', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('historie', 'tabel', 'Tabel', 'Tabel', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('historie', 'uuid', 'UUID', 'UUID', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('historie', 'op', 'Bewerking', 'Bewerking', 'I = ingevoerd, U = gewijzigd, D = verwijderd.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('historie', 'tijd', 'Tijd', 'Tijd', 'UTC, tot op de milliseconde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('historie', 'gebruiker', 'Gebruiker', 'Gebruiker', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('historie', 'rij', 'Rij', 'Rij', 'JSON, zonder geometrie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('historie', 'geom_wkb', 'Geometrie', 'Geometrie', 'WKB, hexadecimaal; alleen wanneer zij veranderde. Lege tekst: verwijderd.')

-- next statement
CREATE TABLE "bevinding" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "geom" GEOMETRY,
  "uuid" TEXT UNIQUE,
  "versie" INTEGER CONSTRAINT "bevinding.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "aangemaakt" DATETIME CONSTRAINT "bevinding.aangemaakt: tijdstip / moment (UTC)" CHECK ("aangemaakt" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("aangemaakt") > 0),
  "aangemaakt_door" TEXT,
  "gewijzigd" DATETIME CONSTRAINT "bevinding.gewijzigd: tijdstip / moment (UTC)" CHECK ("gewijzigd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("gewijzigd") > 0),
  "gewijzigd_door" TEXT,
  "regel" TEXT(100) NOT NULL CONSTRAINT "bevinding.regel: hoogstens 100 tekens / at most 100 characters" CHECK (length("regel") <= 100),
  "ernst" TEXT NOT NULL CONSTRAINT "bevinding.ernst: code uit lijst / code of list ernst" CHECK ("ernst" IN ('fout', 'waarschuwing', 'info')),
  "project_uuid" TEXT REFERENCES "project" ("uuid") ON DELETE CASCADE,
  "woningblok_uuid" TEXT REFERENCES "woningblok" ("uuid") ON DELETE CASCADE,
  "ander_uuid" TEXT REFERENCES "project" ("uuid") ON DELETE CASCADE,
  "onderwerp" TEXT(500) CONSTRAINT "bevinding.onderwerp: hoogstens 500 tekens / at most 500 characters" CHECK (length("onderwerp") <= 500),
  "melding" TEXT NOT NULL,
  "melding_en" TEXT,
  "waarde" TEXT,
  "verwacht" TEXT,
  "maat" REAL CONSTRAINT "bevinding.maat: getal / number" CHECK (typeof("maat") IN ('real', 'null') AND abs("maat") <= 1.7976931348623157e308),
  "sleutel" TEXT(500) CONSTRAINT "bevinding.sleutel: hoogstens 500 tekens / at most 500 characters" CHECK (length("sleutel") <= 500),
  "geaccepteerd" BOOLEAN NOT NULL DEFAULT 0 CONSTRAINT "bevinding.geaccepteerd: ja of nee / yes or no" CHECK ("geaccepteerd" IN (0, 1)),
  "geaccepteerd_door" TEXT,
  "reden" TEXT(1000) CONSTRAINT "bevinding.reden: hoogstens 1000 tekens / at most 1000 characters" CHECK (length("reden") <= 1000)
)

-- next statement
CREATE INDEX "bevinding_project_uuid_idx" ON "bevinding" ("project_uuid")

-- next statement
CREATE INDEX "bevinding_ander_uuid_idx" ON "bevinding" ("ander_uuid")

-- next statement
CREATE INDEX "bevinding_regel_idx" ON "bevinding" ("regel")

-- next statement
CREATE INDEX "bevinding_woningblok_uuid_idx" ON "bevinding" ("woningblok_uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('bevinding', 'features', 'bevinding', 'Uitkomst van de laatste kwaliteitscontrole. Blijft bij een nieuwe controle geaccepteerd als hetzelfde weer gevonden wordt.', 28992)

-- next statement
INSERT INTO gpkg_geometry_columns VALUES ('bevinding', 'geom', 'GEOMETRY', 28992, 0, 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'uuid', 'UUID', 'UUID', 'Wereldwijd unieke identiteit; blijft gelijk in elke kopie.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'versie', 'Versie', 'Versie', 'Gaat bij elke wijziging door een gebruiker één omhoog.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'aangemaakt', 'Aangemaakt', 'Aangemaakt', 'Moment van invoeren (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'aangemaakt_door', 'Aangemaakt door', 'Aangemaakt door', 'Wie het invoerde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'gewijzigd', 'Gewijzigd', 'Gewijzigd', 'Moment van de laatste wijziging (UTC).')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'gewijzigd_door', 'Gewijzigd door', 'Gewijzigd door', 'Wie het laatst wijzigde.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'regel', 'Regel', 'Regel', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'ernst', 'Ernst', 'Ernst', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'project_uuid', 'Plan', 'Plan', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'woningblok_uuid', 'Woningblok', 'Woningblok', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'ander_uuid', 'Ander plan', 'Ander plan', 'Het tweede plan, als de bevinding over twee plannen gaat.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'onderwerp', 'Onderwerp', 'Onderwerp', 'Naam en code van het plan of blok.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'melding', 'Melding', 'Melding', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'melding_en', 'Melding (Engels)', 'Melding (Engels)', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'waarde', 'Waarde', 'Waarde', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'verwacht', 'Verwacht', 'Verwacht', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'maat', 'Maat', 'Maat', 'Hoe groot de afwijking is, in de eenheid van de regel.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'sleutel', 'Kenmerk', 'Kenmerk', 'Waaraan dezelfde bevinding de volgende keer wordt herkend, naast regel, plan en woningblok.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'geaccepteerd', 'Geaccepteerd', 'Geaccepteerd', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'geaccepteerd_door', 'Geaccepteerd door', 'Geaccepteerd door', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('bevinding', 'reden', 'Reden van acceptatie', 'Reden van acceptatie', '')

-- next statement
CREATE TABLE "plancode" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "code" TEXT NOT NULL UNIQUE,
  "project_uuid" TEXT NOT NULL
)

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('plancode', 'attributes', 'plancode', 'Elke plancode die ooit is gegeven; zo wordt er nooit een hergebruikt.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('plancode', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('plancode', 'code', 'Plancode', 'Plancode', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('plancode', 'project_uuid', 'Plan', 'Plan', '')

-- next statement
CREATE TABLE "sessie" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "gebruiker" TEXT,
  "bezig" BOOLEAN NOT NULL DEFAULT 0 CONSTRAINT "sessie.bezig: ja of nee / yes or no" CHECK ("bezig" IN (0, 1))
)

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('sessie', 'attributes', 'sessie', 'Wie nu schrijft (alleen GeoPackage, dat zelf geen gebruikers kent). Eén rij.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('sessie', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('sessie', 'gebruiker', 'Gebruiker', 'Gebruiker', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('sessie', 'bezig', 'Bezig', 'Bezig', 'Staat op ja zolang een trigger zelf schrijft: zijn werk telt niet als dat van een gebruiker.')

-- next statement
CREATE TABLE "verwacht" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "gebruiker" TEXT,
  "sessie" TEXT NOT NULL,
  "tabel" TEXT NOT NULL,
  "uuid" TEXT NOT NULL,
  "versie" INTEGER NOT NULL CONSTRAINT "verwacht.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "nog" TEXT NOT NULL,
  "tijd" DATETIME NOT NULL CONSTRAINT "verwacht.tijd: tijdstip / moment (UTC)" CHECK ("tijd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("tijd") > 0)
)

-- next statement
CREATE INDEX "verwacht_uuid_idx" ON "verwacht" ("uuid")

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('verwacht', 'attributes', 'verwacht', 'Kaartjes waarmee een opslag van verouderde gegevens wordt geweigerd; een minuut geldig.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verwacht', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verwacht', 'gebruiker', 'Gebruiker', 'Gebruiker', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verwacht', 'sessie', 'Sessie', 'Sessie', 'Het venster dat het kaartje schreef, en het na het opslaan weer opruimt.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verwacht', 'tabel', 'Tabel', 'Tabel', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verwacht', 'uuid', 'UUID', 'UUID', 'Leeg: elke nieuwe rij van de tabel.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verwacht', 'versie', 'Versie', 'Versie', 'De versie die de rij moet hebben; 0: hij wordt nu niet opgeslagen.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verwacht', 'nog', 'Nog', 'Nog', 'Wat er zo nog mag: de ''rij'' eenmaal, eerst het ''vlak'' en dan de ''velden'', die ''velden'', of ''niets''.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('verwacht', 'tijd', 'Tijd', 'Tijd', '')

-- next statement
CREATE TABLE "aanwezig" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "sessie" TEXT NOT NULL,
  "gebruiker" TEXT NOT NULL,
  "werkplek" TEXT,
  "project_uuid" TEXT,
  "sinds" DATETIME NOT NULL CONSTRAINT "aanwezig.sinds: tijdstip / moment (UTC)" CHECK ("sinds" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("sinds") > 0),
  "tijd" DATETIME NOT NULL CONSTRAINT "aanwezig.tijd: tijdstip / moment (UTC)" CHECK ("tijd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("tijd") > 0)
)

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('aanwezig', 'attributes', 'aanwezig', 'Wie nu bezig is: met welk plan, of (in een bestand op een netwerkschijf) met het hele register. Een regel die niet wordt ververst, verloopt vanzelf.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('aanwezig', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('aanwezig', 'sessie', 'Sessie', 'Sessie', 'Het venster of programma.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('aanwezig', 'gebruiker', 'Gebruiker', 'Gebruiker', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('aanwezig', 'werkplek', 'Werkplek', 'Werkplek', 'Naam van de computer.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('aanwezig', 'project_uuid', 'Plan', 'Plan', 'Leeg: het hele register.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('aanwezig', 'sinds', 'Sinds', 'Sinds', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('aanwezig', 'tijd', 'Laatst gezien', 'Laatst gezien', '')

-- next statement
CREATE TABLE "schema_versie" (
  "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "versie" INTEGER NOT NULL UNIQUE CONSTRAINT "schema_versie.versie: geheel getal / whole number" CHECK (typeof("versie") IN ('integer', 'null')),
  "tijd" DATETIME NOT NULL CONSTRAINT "schema_versie.tijd: tijdstip / moment (UTC)" CHECK ("tijd" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:*' AND julianday("tijd") > 0),
  "omschrijving" TEXT NOT NULL
)

-- next statement
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ('schema_versie', 'attributes', 'schema_versie', 'Welke migraties zijn uitgevoerd.', 0)

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('schema_versie', 'fid', 'Nummer', 'Nummer', 'Volgnummer in dit bestand; verandert bij kopiëren.')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('schema_versie', 'versie', 'Versie', 'Versie', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('schema_versie', 'tijd', 'Uitgevoerd op', 'Uitgevoerd op', '')

-- next statement
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ('schema_versie', 'omschrijving', 'Omschrijving', 'Omschrijving', '')

-- next statement
INSERT INTO sessie (gebruiker) VALUES (NULL)

-- next statement
CREATE TRIGGER "project_before_insert" BEFORE INSERT ON "project" BEGIN
  SELECT RAISE(ABORT, 'project.hoofdplan_uuid: project bestaat niet / does not exist') WHERE NEW.hoofdplan_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.hoofdplan_uuid);
  SELECT RAISE(ABORT, 'project: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'project' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'project.fase: geen mijlpaalsoort zet deze waarde / no kind of milestone sets this value') WHERE NEW.fase IS NOT NULL AND (SELECT code FROM codelijst WHERE lijst = 'mijlpaalsoort' AND zet_fase = NEW.fase ORDER BY (zet_fase IS NOT NULL) + (zet_planstatus IS NOT NULL), actief DESC, volgorde LIMIT 1) IS NULL;
  SELECT RAISE(ABORT, 'project.planstatus: geen mijlpaalsoort zet deze waarde / no kind of milestone sets this value') WHERE NEW.planstatus IS NOT NULL AND (SELECT code FROM codelijst WHERE lijst = 'mijlpaalsoort' AND zet_planstatus = NEW.planstatus ORDER BY (zet_fase IS NOT NULL) + (zet_planstatus IS NOT NULL), actief DESC, volgorde LIMIT 1) IS NULL;
END

-- next statement
CREATE TRIGGER "project_before_update" BEFORE UPDATE ON "project" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'project.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'project.code: verandert nooit / never changes') WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'project: is nog niet opgeslagen / was not stored yet') WHERE (NEW.naam IS NOT OLD.naam OR NEW.hoofdplan_uuid IS NOT OLD.hoofdplan_uuid OR NEW.extern_id IS NOT OLD.extern_id OR NEW.vertrouwelijkheid IS NOT OLD.vertrouwelijkheid OR NEW.eigenaar IS NOT OLD.eigenaar OR NEW.plantype IS NOT OLD.plantype OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.prioriteit IS NOT OLD.prioriteit OR NEW.rol_gemeente IS NOT OLD.rol_gemeente OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gemeentecode IS NOT OLD.gemeentecode OR NEW.gemeente IS NOT OLD.gemeente OR NEW.woonplaats IS NOT OLD.woonplaats OR NEW.wijk IS NOT OLD.wijk OR NEW.wijkcode IS NOT OLD.wijkcode OR NEW.buurt IS NOT OLD.buurt OR NEW.buurtcode IS NOT OLD.buurtcode OR NEW.regio IS NOT OLD.regio OR NEW.ruimtelijk_plan IS NOT OLD.ruimtelijk_plan OR NEW.contour_herkomst IS NOT OLD.contour_herkomst OR NEW.contour_brondatum IS NOT OLD.contour_brondatum OR NEW.contour_toelichting IS NOT OLD.contour_toelichting OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'project' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'project: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.naam IS NOT OLD.naam OR NEW.hoofdplan_uuid IS NOT OLD.hoofdplan_uuid OR NEW.extern_id IS NOT OLD.extern_id OR NEW.vertrouwelijkheid IS NOT OLD.vertrouwelijkheid OR NEW.eigenaar IS NOT OLD.eigenaar OR NEW.plantype IS NOT OLD.plantype OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.prioriteit IS NOT OLD.prioriteit OR NEW.rol_gemeente IS NOT OLD.rol_gemeente OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gemeentecode IS NOT OLD.gemeentecode OR NEW.gemeente IS NOT OLD.gemeente OR NEW.woonplaats IS NOT OLD.woonplaats OR NEW.wijk IS NOT OLD.wijk OR NEW.wijkcode IS NOT OLD.wijkcode OR NEW.buurt IS NOT OLD.buurt OR NEW.buurtcode IS NOT OLD.buurtcode OR NEW.regio IS NOT OLD.regio OR NEW.ruimtelijk_plan IS NOT OLD.ruimtelijk_plan OR NEW.contour_herkomst IS NOT OLD.contour_herkomst OR NEW.contour_brondatum IS NOT OLD.contour_brondatum OR NEW.contour_toelichting IS NOT OLD.contour_toelichting OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'project' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets' OR (k.nog = 'vlak' AND NOT (NEW.geom IS NOT OLD.geom)) OR (k.nog = 'velden' AND (NEW.geom IS NOT OLD.geom))));
  SELECT RAISE(ABORT, 'project.hoofdplan_uuid: project bestaat niet / does not exist') WHERE NEW.hoofdplan_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.hoofdplan_uuid);
  SELECT RAISE(ABORT, 'project.fase: geen mijlpaalsoort zet deze waarde / no kind of milestone sets this value') WHERE NEW.fase IS NOT OLD.fase AND NEW.fase IS NOT NULL AND (SELECT code FROM codelijst WHERE lijst = 'mijlpaalsoort' AND zet_fase = NEW.fase ORDER BY (zet_fase IS NOT NULL) + (zet_planstatus IS NOT NULL), actief DESC, volgorde LIMIT 1) IS NULL;
  SELECT RAISE(ABORT, 'project.planstatus: geen mijlpaalsoort zet deze waarde / no kind of milestone sets this value') WHERE NEW.planstatus IS NOT OLD.planstatus AND NEW.planstatus IS NOT NULL AND (SELECT code FROM codelijst WHERE lijst = 'mijlpaalsoort' AND zet_planstatus = NEW.planstatus ORDER BY (zet_fase IS NOT NULL) + (zet_planstatus IS NOT NULL), actief DESC, volgorde LIMIT 1) IS NULL;
  SELECT RAISE(ABORT, 'project.hoofdplan_uuid: een plan kan niet onder zichzelf vallen / a plan cannot be part of itself') WHERE NEW.hoofdplan_uuid IS NOT OLD.hoofdplan_uuid AND NEW.hoofdplan_uuid IS NOT NULL AND EXISTS (WITH RECURSIVE boven(uuid) AS (SELECT NEW.hoofdplan_uuid UNION SELECT p.hoofdplan_uuid FROM project AS p JOIN boven ON p.uuid = boven.uuid WHERE p.hoofdplan_uuid IS NOT NULL) SELECT 1 FROM boven WHERE uuid = OLD.uuid);
END

-- next statement
CREATE TRIGGER "project_before_delete" BEFORE DELETE ON "project" BEGIN
  SELECT RAISE(ABORT, 'project: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'project' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'project: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'project' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'project: heeft nog onderdelen (woningblok); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (woningblok); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "woningblok" AS k WHERE k.project_uuid = OLD.uuid);
  SELECT RAISE(ABORT, 'project: heeft nog onderdelen (mijlpaal); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (mijlpaal); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "mijlpaal" AS k WHERE k.project_uuid = OLD.uuid);
  SELECT RAISE(ABORT, 'project: heeft nog onderdelen (afspraak); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (afspraak); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "afspraak" AS k WHERE k.project_uuid = OLD.uuid);
  SELECT RAISE(ABORT, 'project: heeft nog onderdelen (knelpunt); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (knelpunt); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "knelpunt" AS k WHERE k.project_uuid = OLD.uuid);
  SELECT RAISE(ABORT, 'project: heeft nog onderdelen (document); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (document); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "document" AS k WHERE k.project_uuid = OLD.uuid);
  SELECT RAISE(ABORT, 'project: heeft nog onderdelen (melding); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (melding); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "melding" AS k WHERE k.project_uuid = OLD.uuid);
  SELECT RAISE(ABORT, 'project: heeft nog onderdelen (actie); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (actie); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "actie" AS k WHERE k.project_uuid = OLD.uuid);
  SELECT RAISE(ABORT, 'project: heeft nog onderdelen (eigenschap_waarde); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (eigenschap_waarde); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "eigenschap_waarde" AS k WHERE k.project_uuid = OLD.uuid);
  SELECT RAISE(ABORT, 'project: nog in gebruik / still in use (project.hoofdplan_uuid)') WHERE EXISTS (SELECT 1 FROM "project" AS k WHERE k.hoofdplan_uuid = OLD.uuid);
END

-- next statement
CREATE TRIGGER "project_after_insert" AFTER INSERT ON "project" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "project" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie), "fase" = NULL, "planstatus" = NULL, "aantal_bouw" = 0, "aantal_sloop" = 0, "aantal_netto" = 0 WHERE fid = NEW.fid;
  UPDATE project SET code = coalesce((SELECT p.code FROM project AS p WHERE p.fid = NEW.fid AND substr(p.code, 1, 13) GLOB '[0-9][0-9][0-9][0-9]-[0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z]-[0-9A-Z]' AND substr(p.code, 13, 1) = substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 1 + (37 - ((((((((((((((((((((((((((((((((((((((((36 + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(substr(p.code, 1, 4) || substr(p.code, 6, 6), 1, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(substr(p.code, 1, 4) || substr(p.code, 6, 6), 2, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(substr(p.code, 1, 4) || substr(p.code, 6, 6), 3, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(substr(p.code, 1, 4) || substr(p.code, 6, 6), 4, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(substr(p.code, 1, 4) || substr(p.code, 6, 6), 5, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(substr(p.code, 1, 4) || substr(p.code, 6, 6), 6, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(substr(p.code, 1, 4) || substr(p.code, 6, 6), 7, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(substr(p.code, 1, 4) || substr(p.code, 6, 6), 8, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(substr(p.code, 1, 4) || substr(p.code, 6, 6), 9, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(substr(p.code, 1, 4) || substr(p.code, 6, 6), 10, 1)) - 1 - 1) % 36) + 1) * 2 % 37)) % 36, 1) AND (length(p.code) = 13 OR (substr(p.code, 14) GLOB '.[0-9][0-9]*' AND substr(p.code, 15) NOT GLOB '*[^0-9]*')) AND NOT EXISTS (SELECT 1 FROM plancode WHERE plancode.code = p.code AND plancode.project_uuid IS NOT p.uuid)), (SELECT printf('%s.%02d', base, 1 + coalesce((SELECT max(CAST(substr(plancode.code, 15) AS INTEGER)) FROM plancode WHERE plancode.code > base || '.' AND plancode.code < base || '/'), 0)) FROM (SELECT substr(m.code, 1, 13) AS base FROM project AS p JOIN project AS m ON m.uuid = p.hoofdplan_uuid WHERE p.fid = NEW.fid)), (SELECT k.code FROM (SELECT nr, gemeente || '-' || midden || '-' || substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 1 + (37 - ((((((((((((((((((((((((((((((((((((((((36 + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(gemeente || midden, 1, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(gemeente || midden, 2, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(gemeente || midden, 3, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(gemeente || midden, 4, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(gemeente || midden, 5, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(gemeente || midden, 6, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(gemeente || midden, 7, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(gemeente || midden, 8, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(gemeente || midden, 9, 1)) - 1 - 1) % 36) + 1) * 2 % 37) + instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(gemeente || midden, 10, 1)) - 1 - 1) % 36) + 1) * 2 % 37)) % 36, 1) AS code FROM (SELECT gemeente, nr, substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + ((getal >> 25) & 31), 1) || substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + ((getal >> 20) & 31), 1) || substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + ((getal >> 15) & 31), 1) || substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + ((getal >> 10) & 31), 1) || substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + ((getal >> 5) & 31), 1) || substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + ((getal >> 0) & 31), 1) AS midden FROM (SELECT gemeente, nr, (((instr('0123456789abcdef', substr(cijfers, 1, 1)) - 1) << 28) + ((instr('0123456789abcdef', substr(cijfers, 2, 1)) - 1) << 24) + ((instr('0123456789abcdef', substr(cijfers, 3, 1)) - 1) << 20) + ((instr('0123456789abcdef', substr(cijfers, 4, 1)) - 1) << 16) + ((instr('0123456789abcdef', substr(cijfers, 5, 1)) - 1) << 12) + ((instr('0123456789abcdef', substr(cijfers, 6, 1)) - 1) << 8) + ((instr('0123456789abcdef', substr(cijfers, 7, 1)) - 1) << 4) + ((instr('0123456789abcdef', substr(cijfers, 8, 1)) - 1) << 0)) >> 2 AS getal FROM (SELECT CASE WHEN p.gemeentecode GLOB '[0-9][0-9][0-9][0-9]' THEN p.gemeentecode ELSE (SELECT waarde FROM instelling WHERE sleutel = 'gemeentecode') END AS gemeente, substr(replace(p.uuid, '-', ''), k.start, 8) AS cijfers, k.nr AS nr FROM project AS p, (SELECT 0 AS nr, 1 AS start UNION ALL SELECT 1 AS nr, 21 AS start UNION ALL SELECT 2 AS nr, 25 AS start) AS k WHERE p.fid = NEW.fid LIMIT 3) LIMIT 3) LIMIT 3) LIMIT 3) AS k WHERE NOT EXISTS (SELECT 1 FROM plancode WHERE plancode.code = k.code) ORDER BY k.nr LIMIT 1)) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  SELECT RAISE(ABORT, 'project.code: er is geen vrije plancode bij deze uuid / no free plan code for this uuid') WHERE (SELECT code FROM project WHERE fid = NEW.fid) IS NULL;
  INSERT OR IGNORE INTO plancode (code, project_uuid) SELECT code, uuid FROM project WHERE fid = NEW.fid;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'project', "project".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "project"."fid", 'uuid', "project"."uuid", 'versie', "project"."versie", 'aangemaakt', "project"."aangemaakt", 'aangemaakt_door', "project"."aangemaakt_door", 'gewijzigd', "project"."gewijzigd", 'gewijzigd_door', "project"."gewijzigd_door", 'code', "project"."code", 'naam', "project"."naam", 'hoofdplan_uuid', "project"."hoofdplan_uuid", 'extern_id', "project"."extern_id", 'vertrouwelijkheid', "project"."vertrouwelijkheid", 'eigenaar', "project"."eigenaar", 'plantype', "project"."plantype", 'in_programmering', "project"."in_programmering", 'prioriteit', "project"."prioriteit", 'rol_gemeente', "project"."rol_gemeente", 'start_datum', "project"."start_datum", 'eind_datum', "project"."eind_datum", 'gemeentecode', "project"."gemeentecode", 'gemeente', "project"."gemeente", 'woonplaats', "project"."woonplaats", 'wijk', "project"."wijk", 'wijkcode', "project"."wijkcode", 'buurt', "project"."buurt", 'buurtcode', "project"."buurtcode", 'regio', "project"."regio", 'ruimtelijk_plan', "project"."ruimtelijk_plan", 'contour_herkomst', "project"."contour_herkomst", 'contour_brondatum', "project"."contour_brondatum", 'contour_toelichting', "project"."contour_toelichting", 'opmerkingen', "project"."opmerkingen", 'fase', "project"."fase", 'planstatus', "project"."planstatus", 'aantal_bouw', "project"."aantal_bouw", 'aantal_sloop', "project"."aantal_sloop", 'aantal_netto', "project"."aantal_netto"), CASE WHEN geom IS NOT NULL THEN hex(substr(geom, CASE WHEN substr(hex(substr(geom, 4, 1)), 2, 1) IN ('0', '1') THEN 9 WHEN substr(hex(substr(geom, 4, 1)), 2, 1) IN ('2', '3') THEN 41 WHEN substr(hex(substr(geom, 4, 1)), 2, 1) IN ('8', '9') THEN 73 ELSE 57 END)) END FROM "project" WHERE fid = NEW.fid ORDER BY fid;
  INSERT INTO mijlpaal (project_uuid, soort, gerealiseerd, bron) SELECT (SELECT uuid FROM project WHERE fid = NEW.fid), (SELECT code FROM codelijst WHERE lijst = 'mijlpaalsoort' AND zet_fase = NEW.fase ORDER BY (zet_fase IS NOT NULL) + (zet_planstatus IS NOT NULL), actief DESC, volgorde LIMIT 1), date('now', 'localtime'), 'handmatig' WHERE NEW.fase IS NOT NULL AND NEW.fase IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = (SELECT uuid FROM project WHERE fid = NEW.fid)) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1);
  INSERT INTO mijlpaal (project_uuid, soort, gerealiseerd, bron) SELECT (SELECT uuid FROM project WHERE fid = NEW.fid), (SELECT code FROM codelijst WHERE lijst = 'mijlpaalsoort' AND zet_planstatus = NEW.planstatus ORDER BY (zet_fase IS NOT NULL) + (zet_planstatus IS NOT NULL), actief DESC, volgorde LIMIT 1), date('now', 'localtime'), 'handmatig' WHERE NEW.planstatus IS NOT NULL AND NEW.planstatus IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = (SELECT uuid FROM project WHERE fid = NEW.fid)) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1);
END

-- next statement
CREATE TRIGGER "project_after_update" AFTER UPDATE ON "project" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.naam IS NOT OLD.naam OR NEW.hoofdplan_uuid IS NOT OLD.hoofdplan_uuid OR NEW.extern_id IS NOT OLD.extern_id OR NEW.vertrouwelijkheid IS NOT OLD.vertrouwelijkheid OR NEW.eigenaar IS NOT OLD.eigenaar OR NEW.plantype IS NOT OLD.plantype OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.prioriteit IS NOT OLD.prioriteit OR NEW.rol_gemeente IS NOT OLD.rol_gemeente OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gemeentecode IS NOT OLD.gemeentecode OR NEW.gemeente IS NOT OLD.gemeente OR NEW.woonplaats IS NOT OLD.woonplaats OR NEW.wijk IS NOT OLD.wijk OR NEW.wijkcode IS NOT OLD.wijkcode OR NEW.buurt IS NOT OLD.buurt OR NEW.buurtcode IS NOT OLD.buurtcode OR NEW.regio IS NOT OLD.regio OR NEW.ruimtelijk_plan IS NOT OLD.ruimtelijk_plan OR NEW.contour_herkomst IS NOT OLD.contour_herkomst OR NEW.contour_brondatum IS NOT OLD.contour_brondatum OR NEW.contour_toelichting IS NOT OLD.contour_toelichting OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom) OR (NEW.fase IS NOT OLD.fase OR NEW.planstatus IS NOT OLD.planstatus OR NEW.aantal_bouw IS NOT OLD.aantal_bouw OR NEW.aantal_sloop IS NOT OLD.aantal_sloop OR NEW.aantal_netto IS NOT OLD.aantal_netto) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door OR NEW.code IS NOT OLD.code)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "project" SET "versie" = OLD.versie + (NEW.naam IS NOT OLD.naam OR NEW.hoofdplan_uuid IS NOT OLD.hoofdplan_uuid OR NEW.extern_id IS NOT OLD.extern_id OR NEW.vertrouwelijkheid IS NOT OLD.vertrouwelijkheid OR NEW.eigenaar IS NOT OLD.eigenaar OR NEW.plantype IS NOT OLD.plantype OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.prioriteit IS NOT OLD.prioriteit OR NEW.rol_gemeente IS NOT OLD.rol_gemeente OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gemeentecode IS NOT OLD.gemeentecode OR NEW.gemeente IS NOT OLD.gemeente OR NEW.woonplaats IS NOT OLD.woonplaats OR NEW.wijk IS NOT OLD.wijk OR NEW.wijkcode IS NOT OLD.wijkcode OR NEW.buurt IS NOT OLD.buurt OR NEW.buurtcode IS NOT OLD.buurtcode OR NEW.regio IS NOT OLD.regio OR NEW.ruimtelijk_plan IS NOT OLD.ruimtelijk_plan OR NEW.contour_herkomst IS NOT OLD.contour_herkomst OR NEW.contour_brondatum IS NOT OLD.contour_brondatum OR NEW.contour_toelichting IS NOT OLD.contour_toelichting OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.naam IS NOT OLD.naam OR NEW.hoofdplan_uuid IS NOT OLD.hoofdplan_uuid OR NEW.extern_id IS NOT OLD.extern_id OR NEW.vertrouwelijkheid IS NOT OLD.vertrouwelijkheid OR NEW.eigenaar IS NOT OLD.eigenaar OR NEW.plantype IS NOT OLD.plantype OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.prioriteit IS NOT OLD.prioriteit OR NEW.rol_gemeente IS NOT OLD.rol_gemeente OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gemeentecode IS NOT OLD.gemeentecode OR NEW.gemeente IS NOT OLD.gemeente OR NEW.woonplaats IS NOT OLD.woonplaats OR NEW.wijk IS NOT OLD.wijk OR NEW.wijkcode IS NOT OLD.wijkcode OR NEW.buurt IS NOT OLD.buurt OR NEW.buurtcode IS NOT OLD.buurtcode OR NEW.regio IS NOT OLD.regio OR NEW.ruimtelijk_plan IS NOT OLD.ruimtelijk_plan OR NEW.contour_herkomst IS NOT OLD.contour_herkomst OR NEW.contour_brondatum IS NOT OLD.contour_brondatum OR NEW.contour_toelichting IS NOT OLD.contour_toelichting OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.naam IS NOT OLD.naam OR NEW.hoofdplan_uuid IS NOT OLD.hoofdplan_uuid OR NEW.extern_id IS NOT OLD.extern_id OR NEW.vertrouwelijkheid IS NOT OLD.vertrouwelijkheid OR NEW.eigenaar IS NOT OLD.eigenaar OR NEW.plantype IS NOT OLD.plantype OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.prioriteit IS NOT OLD.prioriteit OR NEW.rol_gemeente IS NOT OLD.rol_gemeente OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gemeentecode IS NOT OLD.gemeentecode OR NEW.gemeente IS NOT OLD.gemeente OR NEW.woonplaats IS NOT OLD.woonplaats OR NEW.wijk IS NOT OLD.wijk OR NEW.wijkcode IS NOT OLD.wijkcode OR NEW.buurt IS NOT OLD.buurt OR NEW.buurtcode IS NOT OLD.buurtcode OR NEW.regio IS NOT OLD.regio OR NEW.ruimtelijk_plan IS NOT OLD.ruimtelijk_plan OR NEW.contour_herkomst IS NOT OLD.contour_herkomst OR NEW.contour_brondatum IS NOT OLD.contour_brondatum OR NEW.contour_toelichting IS NOT OLD.contour_toelichting OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.naam IS NOT OLD.naam OR NEW.hoofdplan_uuid IS NOT OLD.hoofdplan_uuid OR NEW.extern_id IS NOT OLD.extern_id OR NEW.vertrouwelijkheid IS NOT OLD.vertrouwelijkheid OR NEW.eigenaar IS NOT OLD.eigenaar OR NEW.plantype IS NOT OLD.plantype OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.prioriteit IS NOT OLD.prioriteit OR NEW.rol_gemeente IS NOT OLD.rol_gemeente OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gemeentecode IS NOT OLD.gemeentecode OR NEW.gemeente IS NOT OLD.gemeente OR NEW.woonplaats IS NOT OLD.woonplaats OR NEW.wijk IS NOT OLD.wijk OR NEW.wijkcode IS NOT OLD.wijkcode OR NEW.buurt IS NOT OLD.buurt OR NEW.buurtcode IS NOT OLD.buurtcode OR NEW.regio IS NOT OLD.regio OR NEW.ruimtelijk_plan IS NOT OLD.ruimtelijk_plan OR NEW.contour_herkomst IS NOT OLD.contour_herkomst OR NEW.contour_brondatum IS NOT OLD.contour_brondatum OR NEW.contour_toelichting IS NOT OLD.contour_toelichting OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door OR NEW.code IS NOT OLD.code));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'project' AND 1 = 1 AND (NEW.naam IS NOT OLD.naam OR NEW.hoofdplan_uuid IS NOT OLD.hoofdplan_uuid OR NEW.extern_id IS NOT OLD.extern_id OR NEW.vertrouwelijkheid IS NOT OLD.vertrouwelijkheid OR NEW.eigenaar IS NOT OLD.eigenaar OR NEW.plantype IS NOT OLD.plantype OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.prioriteit IS NOT OLD.prioriteit OR NEW.rol_gemeente IS NOT OLD.rol_gemeente OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gemeentecode IS NOT OLD.gemeentecode OR NEW.gemeente IS NOT OLD.gemeente OR NEW.woonplaats IS NOT OLD.woonplaats OR NEW.wijk IS NOT OLD.wijk OR NEW.wijkcode IS NOT OLD.wijkcode OR NEW.buurt IS NOT OLD.buurt OR NEW.buurtcode IS NOT OLD.buurtcode OR NEW.regio IS NOT OLD.regio OR NEW.ruimtelijk_plan IS NOT OLD.ruimtelijk_plan OR NEW.contour_herkomst IS NOT OLD.contour_herkomst OR NEW.contour_brondatum IS NOT OLD.contour_brondatum OR NEW.contour_toelichting IS NOT OLD.contour_toelichting OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom);
  INSERT INTO mijlpaal (project_uuid, soort, gerealiseerd, bron) SELECT (SELECT uuid FROM project WHERE fid = NEW.fid), (SELECT code FROM codelijst WHERE lijst = 'mijlpaalsoort' AND zet_fase = NEW.fase ORDER BY (zet_fase IS NOT NULL) + (zet_planstatus IS NOT NULL), actief DESC, volgorde LIMIT 1), date('now', 'localtime'), 'handmatig' WHERE NEW.fase IS NOT OLD.fase AND NEW.fase IS NOT NULL AND NEW.fase IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = (SELECT uuid FROM project WHERE fid = NEW.fid)) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1);
  INSERT INTO mijlpaal (project_uuid, soort, gerealiseerd, bron) SELECT (SELECT uuid FROM project WHERE fid = NEW.fid), (SELECT code FROM codelijst WHERE lijst = 'mijlpaalsoort' AND zet_planstatus = NEW.planstatus ORDER BY (zet_fase IS NOT NULL) + (zet_planstatus IS NOT NULL), actief DESC, volgorde LIMIT 1), date('now', 'localtime'), 'handmatig' WHERE NEW.planstatus IS NOT OLD.planstatus AND NEW.planstatus IS NOT NULL AND NEW.planstatus IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = (SELECT uuid FROM project WHERE fid = NEW.fid)) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1);
  UPDATE project SET fase = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1), planstatus = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) WHERE project.fid = NEW.fid AND (project.fase IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) OR project.planstatus IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1));
  UPDATE project SET aantal_bouw = (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid), aantal_sloop = (SELECT coalesce(sum(CASE mutatie WHEN 'sloop' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid), aantal_netto = (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal WHEN 'sloop' THEN -aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid) WHERE project.uuid = NEW.uuid AND (project.aantal_bouw IS NOT (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid) OR project.aantal_sloop IS NOT (SELECT coalesce(sum(CASE mutatie WHEN 'sloop' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid) OR project.aantal_netto IS NOT (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal WHEN 'sloop' THEN -aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid));
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'project', "project".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "project"."fid", 'uuid', "project"."uuid", 'versie', "project"."versie", 'aangemaakt', "project"."aangemaakt", 'aangemaakt_door', "project"."aangemaakt_door", 'gewijzigd', "project"."gewijzigd", 'gewijzigd_door', "project"."gewijzigd_door", 'code', "project"."code", 'naam', "project"."naam", 'hoofdplan_uuid', "project"."hoofdplan_uuid", 'extern_id', "project"."extern_id", 'vertrouwelijkheid', "project"."vertrouwelijkheid", 'eigenaar', "project"."eigenaar", 'plantype', "project"."plantype", 'in_programmering', "project"."in_programmering", 'prioriteit', "project"."prioriteit", 'rol_gemeente', "project"."rol_gemeente", 'start_datum', "project"."start_datum", 'eind_datum', "project"."eind_datum", 'gemeentecode', "project"."gemeentecode", 'gemeente', "project"."gemeente", 'woonplaats', "project"."woonplaats", 'wijk', "project"."wijk", 'wijkcode', "project"."wijkcode", 'buurt', "project"."buurt", 'buurtcode', "project"."buurtcode", 'regio', "project"."regio", 'ruimtelijk_plan', "project"."ruimtelijk_plan", 'contour_herkomst', "project"."contour_herkomst", 'contour_brondatum', "project"."contour_brondatum", 'contour_toelichting', "project"."contour_toelichting", 'opmerkingen', "project"."opmerkingen", 'fase', "project"."fase", 'planstatus', "project"."planstatus", 'aantal_bouw', "project"."aantal_bouw", 'aantal_sloop', "project"."aantal_sloop", 'aantal_netto', "project"."aantal_netto"), CASE WHEN NEW.geom IS NOT OLD.geom THEN coalesce(hex(substr(NEW.geom, CASE WHEN substr(hex(substr(NEW.geom, 4, 1)), 2, 1) IN ('0', '1') THEN 9 WHEN substr(hex(substr(NEW.geom, 4, 1)), 2, 1) IN ('2', '3') THEN 41 WHEN substr(hex(substr(NEW.geom, 4, 1)), 2, 1) IN ('8', '9') THEN 73 ELSE 57 END)), '') END FROM "project" WHERE fid = NEW.fid AND ((NEW.naam IS NOT OLD.naam OR NEW.hoofdplan_uuid IS NOT OLD.hoofdplan_uuid OR NEW.extern_id IS NOT OLD.extern_id OR NEW.vertrouwelijkheid IS NOT OLD.vertrouwelijkheid OR NEW.eigenaar IS NOT OLD.eigenaar OR NEW.plantype IS NOT OLD.plantype OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.prioriteit IS NOT OLD.prioriteit OR NEW.rol_gemeente IS NOT OLD.rol_gemeente OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gemeentecode IS NOT OLD.gemeentecode OR NEW.gemeente IS NOT OLD.gemeente OR NEW.woonplaats IS NOT OLD.woonplaats OR NEW.wijk IS NOT OLD.wijk OR NEW.wijkcode IS NOT OLD.wijkcode OR NEW.buurt IS NOT OLD.buurt OR NEW.buurtcode IS NOT OLD.buurtcode OR NEW.regio IS NOT OLD.regio OR NEW.ruimtelijk_plan IS NOT OLD.ruimtelijk_plan OR NEW.contour_herkomst IS NOT OLD.contour_herkomst OR NEW.contour_brondatum IS NOT OLD.contour_brondatum OR NEW.contour_toelichting IS NOT OLD.contour_toelichting OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom) OR (NEW.fase IS NOT OLD.fase OR NEW.planstatus IS NOT OLD.planstatus OR NEW.aantal_bouw IS NOT OLD.aantal_bouw OR NEW.aantal_sloop IS NOT OLD.aantal_sloop OR NEW.aantal_netto IS NOT OLD.aantal_netto)) AND json_object('fid', "project"."fid", 'uuid', "project"."uuid", 'versie', "project"."versie", 'aangemaakt', "project"."aangemaakt", 'aangemaakt_door', "project"."aangemaakt_door", 'gewijzigd', "project"."gewijzigd", 'gewijzigd_door', "project"."gewijzigd_door", 'code', "project"."code", 'naam', "project"."naam", 'hoofdplan_uuid', "project"."hoofdplan_uuid", 'extern_id', "project"."extern_id", 'vertrouwelijkheid', "project"."vertrouwelijkheid", 'eigenaar', "project"."eigenaar", 'plantype', "project"."plantype", 'in_programmering', "project"."in_programmering", 'prioriteit', "project"."prioriteit", 'rol_gemeente', "project"."rol_gemeente", 'start_datum', "project"."start_datum", 'eind_datum', "project"."eind_datum", 'gemeentecode', "project"."gemeentecode", 'gemeente', "project"."gemeente", 'woonplaats', "project"."woonplaats", 'wijk', "project"."wijk", 'wijkcode', "project"."wijkcode", 'buurt', "project"."buurt", 'buurtcode', "project"."buurtcode", 'regio', "project"."regio", 'ruimtelijk_plan', "project"."ruimtelijk_plan", 'contour_herkomst', "project"."contour_herkomst", 'contour_brondatum', "project"."contour_brondatum", 'contour_toelichting', "project"."contour_toelichting", 'opmerkingen', "project"."opmerkingen", 'fase', "project"."fase", 'planstatus', "project"."planstatus", 'aantal_bouw', "project"."aantal_bouw", 'aantal_sloop', "project"."aantal_sloop", 'aantal_netto', "project"."aantal_netto") IS NOT (SELECT h.rij FROM historie AS h WHERE h.uuid = NEW.uuid AND h.tabel = 'project' ORDER BY h.fid DESC LIMIT 1) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "project_after_delete" AFTER DELETE ON "project" BEGIN
  DELETE FROM "woningblok" WHERE project_uuid = OLD.uuid;
  DELETE FROM "mijlpaal" WHERE project_uuid = OLD.uuid;
  DELETE FROM "afspraak" WHERE project_uuid = OLD.uuid;
  DELETE FROM "knelpunt" WHERE project_uuid = OLD.uuid;
  DELETE FROM "document" WHERE project_uuid = OLD.uuid;
  DELETE FROM "melding" WHERE project_uuid = OLD.uuid;
  DELETE FROM "actie" WHERE project_uuid = OLD.uuid;
  UPDATE "vergunning" SET project_uuid = NULL WHERE project_uuid = OLD.uuid;
  DELETE FROM "eigenschap_waarde" WHERE project_uuid = OLD.uuid;
  DELETE FROM "perceel_koppeling" WHERE project_uuid = OLD.uuid;
  DELETE FROM "pand_koppeling" WHERE project_uuid = OLD.uuid;
  DELETE FROM "project_groep" WHERE project_uuid = OLD.uuid;
  DELETE FROM "bevinding" WHERE project_uuid = OLD.uuid;
  DELETE FROM "bevinding" WHERE ander_uuid = OLD.uuid;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('project', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'code', OLD."code", 'naam', OLD."naam", 'hoofdplan_uuid', OLD."hoofdplan_uuid", 'extern_id', OLD."extern_id", 'vertrouwelijkheid', OLD."vertrouwelijkheid", 'eigenaar', OLD."eigenaar", 'plantype', OLD."plantype", 'in_programmering', OLD."in_programmering", 'prioriteit', OLD."prioriteit", 'rol_gemeente', OLD."rol_gemeente", 'start_datum', OLD."start_datum", 'eind_datum', OLD."eind_datum", 'gemeentecode', OLD."gemeentecode", 'gemeente', OLD."gemeente", 'woonplaats', OLD."woonplaats", 'wijk', OLD."wijk", 'wijkcode', OLD."wijkcode", 'buurt', OLD."buurt", 'buurtcode', OLD."buurtcode", 'regio', OLD."regio", 'ruimtelijk_plan', OLD."ruimtelijk_plan", 'contour_herkomst', OLD."contour_herkomst", 'contour_brondatum', OLD."contour_brondatum", 'contour_toelichting', OLD."contour_toelichting", 'opmerkingen', OLD."opmerkingen", 'fase', OLD."fase", 'planstatus', OLD."planstatus", 'aantal_bouw', OLD."aantal_bouw", 'aantal_sloop', OLD."aantal_sloop", 'aantal_netto', OLD."aantal_netto"), NULL);
END

-- next statement
CREATE TRIGGER "woningblok_before_insert" BEFORE INSERT ON "woningblok" BEGIN
  SELECT RAISE(ABORT, 'woningblok.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'woningblok: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'woningblok' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "woningblok_before_update" BEFORE UPDATE ON "woningblok" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'woningblok.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'woningblok: is nog niet opgeslagen / was not stored yet') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.naam IS NOT OLD.naam OR NEW.mutatie IS NOT OLD.mutatie OR NEW.aantal IS NOT OLD.aantal OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.oppervlakte_min IS NOT OLD.oppervlakte_min OR NEW.oppervlakte_max IS NOT OLD.oppervlakte_max OR NEW.contract IS NOT OLD.contract OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'woningblok' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'woningblok: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.naam IS NOT OLD.naam OR NEW.mutatie IS NOT OLD.mutatie OR NEW.aantal IS NOT OLD.aantal OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.oppervlakte_min IS NOT OLD.oppervlakte_min OR NEW.oppervlakte_max IS NOT OLD.oppervlakte_max OR NEW.contract IS NOT OLD.contract OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'woningblok' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets' OR (k.nog = 'vlak' AND NOT (NEW.geom IS NOT OLD.geom)) OR (k.nog = 'velden' AND (NEW.geom IS NOT OLD.geom))));
  SELECT RAISE(ABORT, 'woningblok.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
END

-- next statement
CREATE TRIGGER "woningblok_before_delete" BEFORE DELETE ON "woningblok" BEGIN
  SELECT RAISE(ABORT, 'woningblok: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'woningblok' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'woningblok: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'woningblok' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'woningblok: heeft nog onderdelen (verdeling); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (verdeling); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "verdeling" AS k WHERE k.woningblok_uuid = OLD.uuid);
  SELECT RAISE(ABORT, 'woningblok: heeft nog onderdelen (oplevering); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (oplevering); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "oplevering" AS k WHERE k.woningblok_uuid = OLD.uuid);
  SELECT RAISE(ABORT, 'woningblok: heeft nog onderdelen (eigenschap_waarde); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (eigenschap_waarde); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "eigenschap_waarde" AS k WHERE k.woningblok_uuid = OLD.uuid);
END

-- next statement
CREATE TRIGGER "woningblok_after_insert" AFTER INSERT ON "woningblok" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "woningblok" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'woningblok', "woningblok".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "woningblok"."fid", 'uuid', "woningblok"."uuid", 'versie', "woningblok"."versie", 'aangemaakt', "woningblok"."aangemaakt", 'aangemaakt_door', "woningblok"."aangemaakt_door", 'gewijzigd', "woningblok"."gewijzigd", 'gewijzigd_door', "woningblok"."gewijzigd_door", 'project_uuid', "woningblok"."project_uuid", 'naam', "woningblok"."naam", 'mutatie', "woningblok"."mutatie", 'aantal', "woningblok"."aantal", 'in_programmering', "woningblok"."in_programmering", 'oppervlakte_min', "woningblok"."oppervlakte_min", 'oppervlakte_max', "woningblok"."oppervlakte_max", 'contract', "woningblok"."contract", 'opmerkingen', "woningblok"."opmerkingen"), CASE WHEN geom IS NOT NULL THEN hex(substr(geom, CASE WHEN substr(hex(substr(geom, 4, 1)), 2, 1) IN ('0', '1') THEN 9 WHEN substr(hex(substr(geom, 4, 1)), 2, 1) IN ('2', '3') THEN 41 WHEN substr(hex(substr(geom, 4, 1)), 2, 1) IN ('8', '9') THEN 73 ELSE 57 END)) END FROM "woningblok" WHERE fid = NEW.fid ORDER BY fid;
  UPDATE project SET aantal_bouw = (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid), aantal_sloop = (SELECT coalesce(sum(CASE mutatie WHEN 'sloop' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid), aantal_netto = (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal WHEN 'sloop' THEN -aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid) WHERE project.uuid IN (SELECT project_uuid FROM "woningblok" WHERE fid = NEW.fid) AND (project.aantal_bouw IS NOT (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid) OR project.aantal_sloop IS NOT (SELECT coalesce(sum(CASE mutatie WHEN 'sloop' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid) OR project.aantal_netto IS NOT (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal WHEN 'sloop' THEN -aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid));
END

-- next statement
CREATE TRIGGER "woningblok_after_update" AFTER UPDATE ON "woningblok" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.naam IS NOT OLD.naam OR NEW.mutatie IS NOT OLD.mutatie OR NEW.aantal IS NOT OLD.aantal OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.oppervlakte_min IS NOT OLD.oppervlakte_min OR NEW.oppervlakte_max IS NOT OLD.oppervlakte_max OR NEW.contract IS NOT OLD.contract OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "woningblok" SET "versie" = OLD.versie + (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.naam IS NOT OLD.naam OR NEW.mutatie IS NOT OLD.mutatie OR NEW.aantal IS NOT OLD.aantal OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.oppervlakte_min IS NOT OLD.oppervlakte_min OR NEW.oppervlakte_max IS NOT OLD.oppervlakte_max OR NEW.contract IS NOT OLD.contract OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.naam IS NOT OLD.naam OR NEW.mutatie IS NOT OLD.mutatie OR NEW.aantal IS NOT OLD.aantal OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.oppervlakte_min IS NOT OLD.oppervlakte_min OR NEW.oppervlakte_max IS NOT OLD.oppervlakte_max OR NEW.contract IS NOT OLD.contract OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.naam IS NOT OLD.naam OR NEW.mutatie IS NOT OLD.mutatie OR NEW.aantal IS NOT OLD.aantal OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.oppervlakte_min IS NOT OLD.oppervlakte_min OR NEW.oppervlakte_max IS NOT OLD.oppervlakte_max OR NEW.contract IS NOT OLD.contract OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.naam IS NOT OLD.naam OR NEW.mutatie IS NOT OLD.mutatie OR NEW.aantal IS NOT OLD.aantal OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.oppervlakte_min IS NOT OLD.oppervlakte_min OR NEW.oppervlakte_max IS NOT OLD.oppervlakte_max OR NEW.contract IS NOT OLD.contract OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'woningblok' AND 1 = 1 AND (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.naam IS NOT OLD.naam OR NEW.mutatie IS NOT OLD.mutatie OR NEW.aantal IS NOT OLD.aantal OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.oppervlakte_min IS NOT OLD.oppervlakte_min OR NEW.oppervlakte_max IS NOT OLD.oppervlakte_max OR NEW.contract IS NOT OLD.contract OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'woningblok', "woningblok".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "woningblok"."fid", 'uuid', "woningblok"."uuid", 'versie', "woningblok"."versie", 'aangemaakt', "woningblok"."aangemaakt", 'aangemaakt_door', "woningblok"."aangemaakt_door", 'gewijzigd', "woningblok"."gewijzigd", 'gewijzigd_door', "woningblok"."gewijzigd_door", 'project_uuid', "woningblok"."project_uuid", 'naam', "woningblok"."naam", 'mutatie', "woningblok"."mutatie", 'aantal', "woningblok"."aantal", 'in_programmering', "woningblok"."in_programmering", 'oppervlakte_min', "woningblok"."oppervlakte_min", 'oppervlakte_max', "woningblok"."oppervlakte_max", 'contract', "woningblok"."contract", 'opmerkingen', "woningblok"."opmerkingen"), CASE WHEN NEW.geom IS NOT OLD.geom THEN coalesce(hex(substr(NEW.geom, CASE WHEN substr(hex(substr(NEW.geom, 4, 1)), 2, 1) IN ('0', '1') THEN 9 WHEN substr(hex(substr(NEW.geom, 4, 1)), 2, 1) IN ('2', '3') THEN 41 WHEN substr(hex(substr(NEW.geom, 4, 1)), 2, 1) IN ('8', '9') THEN 73 ELSE 57 END)), '') END FROM "woningblok" WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.naam IS NOT OLD.naam OR NEW.mutatie IS NOT OLD.mutatie OR NEW.aantal IS NOT OLD.aantal OR NEW.in_programmering IS NOT OLD.in_programmering OR NEW.oppervlakte_min IS NOT OLD.oppervlakte_min OR NEW.oppervlakte_max IS NOT OLD.oppervlakte_max OR NEW.contract IS NOT OLD.contract OR NEW.opmerkingen IS NOT OLD.opmerkingen OR NEW.geom IS NOT OLD.geom) OR (0)) ORDER BY fid;
  UPDATE project SET aantal_bouw = (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid), aantal_sloop = (SELECT coalesce(sum(CASE mutatie WHEN 'sloop' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid), aantal_netto = (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal WHEN 'sloop' THEN -aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid) WHERE project.uuid = OLD.project_uuid AND (project.aantal_bouw IS NOT (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid) OR project.aantal_sloop IS NOT (SELECT coalesce(sum(CASE mutatie WHEN 'sloop' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid) OR project.aantal_netto IS NOT (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal WHEN 'sloop' THEN -aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid));
  UPDATE project SET aantal_bouw = (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid), aantal_sloop = (SELECT coalesce(sum(CASE mutatie WHEN 'sloop' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid), aantal_netto = (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal WHEN 'sloop' THEN -aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid) WHERE project.uuid = NEW.project_uuid AND (project.aantal_bouw IS NOT (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid) OR project.aantal_sloop IS NOT (SELECT coalesce(sum(CASE mutatie WHEN 'sloop' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid) OR project.aantal_netto IS NOT (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal WHEN 'sloop' THEN -aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid));
END

-- next statement
CREATE TRIGGER "woningblok_after_delete" AFTER DELETE ON "woningblok" BEGIN
  DELETE FROM "verdeling" WHERE woningblok_uuid = OLD.uuid;
  DELETE FROM "oplevering" WHERE woningblok_uuid = OLD.uuid;
  DELETE FROM "eigenschap_waarde" WHERE woningblok_uuid = OLD.uuid;
  DELETE FROM "bevinding" WHERE woningblok_uuid = OLD.uuid;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('woningblok', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'project_uuid', OLD."project_uuid", 'naam', OLD."naam", 'mutatie', OLD."mutatie", 'aantal', OLD."aantal", 'in_programmering', OLD."in_programmering", 'oppervlakte_min', OLD."oppervlakte_min", 'oppervlakte_max', OLD."oppervlakte_max", 'contract', OLD."contract", 'opmerkingen', OLD."opmerkingen"), NULL);
  UPDATE project SET aantal_bouw = (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid), aantal_sloop = (SELECT coalesce(sum(CASE mutatie WHEN 'sloop' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid), aantal_netto = (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal WHEN 'sloop' THEN -aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid) WHERE project.uuid = OLD.project_uuid AND (project.aantal_bouw IS NOT (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid) OR project.aantal_sloop IS NOT (SELECT coalesce(sum(CASE mutatie WHEN 'sloop' THEN aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid) OR project.aantal_netto IS NOT (SELECT coalesce(sum(CASE mutatie WHEN 'bouw' THEN aantal WHEN 'sloop' THEN -aantal END), 0) FROM woningblok WHERE woningblok.project_uuid = project.uuid));
END

-- next statement
CREATE TRIGGER "verdeling_before_insert" BEFORE INSERT ON "verdeling" BEGIN
  SELECT RAISE(ABORT, 'verdeling.woningblok_uuid: woningblok bestaat niet / does not exist') WHERE NEW.woningblok_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "woningblok" AS o WHERE o.uuid = NEW.woningblok_uuid);
  SELECT RAISE(ABORT, 'verdeling: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'verdeling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "verdeling_before_update" BEFORE UPDATE ON "verdeling" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'verdeling.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'verdeling: is nog niet opgeslagen / was not stored yet') WHERE (NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.aantal IS NOT OLD.aantal OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max OR NEW.prijsklasse IS NOT OLD.prijsklasse) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'verdeling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'verdeling: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.aantal IS NOT OLD.aantal OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max OR NEW.prijsklasse IS NOT OLD.prijsklasse) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'verdeling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'verdeling.woningblok_uuid: woningblok bestaat niet / does not exist') WHERE NEW.woningblok_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "woningblok" AS o WHERE o.uuid = NEW.woningblok_uuid);
END

-- next statement
CREATE TRIGGER "verdeling_before_delete" BEFORE DELETE ON "verdeling" BEGIN
  SELECT RAISE(ABORT, 'verdeling: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'verdeling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'verdeling: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'verdeling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "verdeling_after_insert" AFTER INSERT ON "verdeling" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "verdeling" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'verdeling', "verdeling".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "verdeling"."fid", 'uuid', "verdeling"."uuid", 'versie', "verdeling"."versie", 'aangemaakt', "verdeling"."aangemaakt", 'aangemaakt_door', "verdeling"."aangemaakt_door", 'gewijzigd', "verdeling"."gewijzigd", 'gewijzigd_door', "verdeling"."gewijzigd_door", 'woningblok_uuid', "verdeling"."woningblok_uuid", 'kenmerk', "verdeling"."kenmerk", 'categorie', "verdeling"."categorie", 'aantal', "verdeling"."aantal", 'prijs_min', "verdeling"."prijs_min", 'prijs_max', "verdeling"."prijs_max", 'prijsklasse', "verdeling"."prijsklasse"), NULL FROM "verdeling" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "verdeling_after_update" AFTER UPDATE ON "verdeling" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.aantal IS NOT OLD.aantal OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max OR NEW.prijsklasse IS NOT OLD.prijsklasse) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "verdeling" SET "versie" = OLD.versie + (NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.aantal IS NOT OLD.aantal OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max OR NEW.prijsklasse IS NOT OLD.prijsklasse), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.aantal IS NOT OLD.aantal OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max OR NEW.prijsklasse IS NOT OLD.prijsklasse) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.aantal IS NOT OLD.aantal OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max OR NEW.prijsklasse IS NOT OLD.prijsklasse) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.aantal IS NOT OLD.aantal OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max OR NEW.prijsklasse IS NOT OLD.prijsklasse) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'verdeling' AND 1 = 1 AND (NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.aantal IS NOT OLD.aantal OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max OR NEW.prijsklasse IS NOT OLD.prijsklasse);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'verdeling', "verdeling".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "verdeling"."fid", 'uuid', "verdeling"."uuid", 'versie', "verdeling"."versie", 'aangemaakt', "verdeling"."aangemaakt", 'aangemaakt_door', "verdeling"."aangemaakt_door", 'gewijzigd', "verdeling"."gewijzigd", 'gewijzigd_door', "verdeling"."gewijzigd_door", 'woningblok_uuid', "verdeling"."woningblok_uuid", 'kenmerk', "verdeling"."kenmerk", 'categorie', "verdeling"."categorie", 'aantal', "verdeling"."aantal", 'prijs_min', "verdeling"."prijs_min", 'prijs_max', "verdeling"."prijs_max", 'prijsklasse', "verdeling"."prijsklasse"), NULL FROM "verdeling" WHERE fid = NEW.fid AND ((NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.aantal IS NOT OLD.aantal OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max OR NEW.prijsklasse IS NOT OLD.prijsklasse) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "verdeling_after_delete" AFTER DELETE ON "verdeling" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('verdeling', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'woningblok_uuid', OLD."woningblok_uuid", 'kenmerk', OLD."kenmerk", 'categorie', OLD."categorie", 'aantal', OLD."aantal", 'prijs_min', OLD."prijs_min", 'prijs_max', OLD."prijs_max", 'prijsklasse', OLD."prijsklasse"), NULL);
END

-- next statement
CREATE TRIGGER "oplevering_before_insert" BEFORE INSERT ON "oplevering" BEGIN
  SELECT RAISE(ABORT, 'oplevering.woningblok_uuid: woningblok bestaat niet / does not exist') WHERE NEW.woningblok_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "woningblok" AS o WHERE o.uuid = NEW.woningblok_uuid);
  SELECT RAISE(ABORT, 'oplevering: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'oplevering' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "oplevering_before_update" BEFORE UPDATE ON "oplevering" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'oplevering.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'oplevering: is nog niet opgeslagen / was not stored yet') WHERE (NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.datum IS NOT OLD.datum OR NEW.aantal IS NOT OLD.aantal OR NEW.gerealiseerd IS NOT OLD.gerealiseerd) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'oplevering' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'oplevering: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.datum IS NOT OLD.datum OR NEW.aantal IS NOT OLD.aantal OR NEW.gerealiseerd IS NOT OLD.gerealiseerd) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'oplevering' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'oplevering.woningblok_uuid: woningblok bestaat niet / does not exist') WHERE NEW.woningblok_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "woningblok" AS o WHERE o.uuid = NEW.woningblok_uuid);
END

-- next statement
CREATE TRIGGER "oplevering_before_delete" BEFORE DELETE ON "oplevering" BEGIN
  SELECT RAISE(ABORT, 'oplevering: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'oplevering' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'oplevering: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'oplevering' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "oplevering_after_insert" AFTER INSERT ON "oplevering" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "oplevering" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'oplevering', "oplevering".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "oplevering"."fid", 'uuid', "oplevering"."uuid", 'versie', "oplevering"."versie", 'aangemaakt', "oplevering"."aangemaakt", 'aangemaakt_door', "oplevering"."aangemaakt_door", 'gewijzigd', "oplevering"."gewijzigd", 'gewijzigd_door', "oplevering"."gewijzigd_door", 'woningblok_uuid', "oplevering"."woningblok_uuid", 'datum', "oplevering"."datum", 'aantal', "oplevering"."aantal", 'gerealiseerd', "oplevering"."gerealiseerd"), NULL FROM "oplevering" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "oplevering_after_update" AFTER UPDATE ON "oplevering" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.datum IS NOT OLD.datum OR NEW.aantal IS NOT OLD.aantal OR NEW.gerealiseerd IS NOT OLD.gerealiseerd) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "oplevering" SET "versie" = OLD.versie + (NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.datum IS NOT OLD.datum OR NEW.aantal IS NOT OLD.aantal OR NEW.gerealiseerd IS NOT OLD.gerealiseerd), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.datum IS NOT OLD.datum OR NEW.aantal IS NOT OLD.aantal OR NEW.gerealiseerd IS NOT OLD.gerealiseerd) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.datum IS NOT OLD.datum OR NEW.aantal IS NOT OLD.aantal OR NEW.gerealiseerd IS NOT OLD.gerealiseerd) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.datum IS NOT OLD.datum OR NEW.aantal IS NOT OLD.aantal OR NEW.gerealiseerd IS NOT OLD.gerealiseerd) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'oplevering' AND 1 = 1 AND (NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.datum IS NOT OLD.datum OR NEW.aantal IS NOT OLD.aantal OR NEW.gerealiseerd IS NOT OLD.gerealiseerd);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'oplevering', "oplevering".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "oplevering"."fid", 'uuid', "oplevering"."uuid", 'versie', "oplevering"."versie", 'aangemaakt', "oplevering"."aangemaakt", 'aangemaakt_door', "oplevering"."aangemaakt_door", 'gewijzigd', "oplevering"."gewijzigd", 'gewijzigd_door', "oplevering"."gewijzigd_door", 'woningblok_uuid', "oplevering"."woningblok_uuid", 'datum', "oplevering"."datum", 'aantal', "oplevering"."aantal", 'gerealiseerd', "oplevering"."gerealiseerd"), NULL FROM "oplevering" WHERE fid = NEW.fid AND ((NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.datum IS NOT OLD.datum OR NEW.aantal IS NOT OLD.aantal OR NEW.gerealiseerd IS NOT OLD.gerealiseerd) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "oplevering_after_delete" AFTER DELETE ON "oplevering" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('oplevering', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'woningblok_uuid', OLD."woningblok_uuid", 'datum', OLD."datum", 'aantal', OLD."aantal", 'gerealiseerd', OLD."gerealiseerd"), NULL);
END

-- next statement
CREATE TRIGGER "mijlpaal_before_insert" BEFORE INSERT ON "mijlpaal" BEGIN
  SELECT RAISE(ABORT, 'mijlpaal.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'mijlpaal: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'mijlpaal' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "mijlpaal_before_update" BEFORE UPDATE ON "mijlpaal" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'mijlpaal.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'mijlpaal: is nog niet opgeslagen / was not stored yet') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.gepland IS NOT OLD.gepland OR NEW.eerste_prognose IS NOT OLD.eerste_prognose OR NEW.gerealiseerd IS NOT OLD.gerealiseerd OR NEW.bron IS NOT OLD.bron OR NEW.p50 IS NOT OLD.p50 OR NEW.p80 IS NOT OLD.p80 OR NEW.omschrijving IS NOT OLD.omschrijving) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'mijlpaal' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'mijlpaal: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.gepland IS NOT OLD.gepland OR NEW.eerste_prognose IS NOT OLD.eerste_prognose OR NEW.gerealiseerd IS NOT OLD.gerealiseerd OR NEW.bron IS NOT OLD.bron OR NEW.p50 IS NOT OLD.p50 OR NEW.p80 IS NOT OLD.p80 OR NEW.omschrijving IS NOT OLD.omschrijving) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'mijlpaal' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'mijlpaal.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
END

-- next statement
CREATE TRIGGER "mijlpaal_before_delete" BEFORE DELETE ON "mijlpaal" BEGIN
  SELECT RAISE(ABORT, 'mijlpaal: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'mijlpaal' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'mijlpaal: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'mijlpaal' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "mijlpaal_after_insert" AFTER INSERT ON "mijlpaal" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "mijlpaal" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie), "eerste_prognose" = coalesce(eerste_prognose, gepland, gerealiseerd) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'mijlpaal', "mijlpaal".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "mijlpaal"."fid", 'uuid', "mijlpaal"."uuid", 'versie', "mijlpaal"."versie", 'aangemaakt', "mijlpaal"."aangemaakt", 'aangemaakt_door', "mijlpaal"."aangemaakt_door", 'gewijzigd', "mijlpaal"."gewijzigd", 'gewijzigd_door', "mijlpaal"."gewijzigd_door", 'project_uuid', "mijlpaal"."project_uuid", 'soort', "mijlpaal"."soort", 'gepland', "mijlpaal"."gepland", 'eerste_prognose', "mijlpaal"."eerste_prognose", 'gerealiseerd', "mijlpaal"."gerealiseerd", 'bron', "mijlpaal"."bron", 'p50', "mijlpaal"."p50", 'p80', "mijlpaal"."p80", 'omschrijving', "mijlpaal"."omschrijving"), NULL FROM "mijlpaal" WHERE fid = NEW.fid ORDER BY fid;
  UPDATE project SET fase = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1), planstatus = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) WHERE project.uuid IN (SELECT project_uuid FROM "mijlpaal" WHERE fid = NEW.fid) AND (project.fase IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) OR project.planstatus IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1));
  INSERT INTO mijlpaal_prognose (mijlpaal_uuid, project_uuid, soort, datum, bron, tijd) SELECT uuid, project_uuid, soort, gepland, bron, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM mijlpaal WHERE gepland IS NOT NULL AND fid = NEW.fid ORDER BY fid;
  INSERT INTO mijlpaal_prognose (mijlpaal_uuid, project_uuid, soort, datum, bron, tijd) SELECT uuid, project_uuid, soort, gerealiseerd, bron, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM mijlpaal WHERE gerealiseerd IS NOT NULL AND fid = NEW.fid AND gerealiseerd IS NOT gepland ORDER BY fid;
END

-- next statement
CREATE TRIGGER "mijlpaal_after_update" AFTER UPDATE ON "mijlpaal" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.gepland IS NOT OLD.gepland OR NEW.eerste_prognose IS NOT OLD.eerste_prognose OR NEW.gerealiseerd IS NOT OLD.gerealiseerd OR NEW.bron IS NOT OLD.bron OR NEW.p50 IS NOT OLD.p50 OR NEW.p80 IS NOT OLD.p80 OR NEW.omschrijving IS NOT OLD.omschrijving) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "mijlpaal" SET "versie" = OLD.versie + (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.gepland IS NOT OLD.gepland OR NEW.eerste_prognose IS NOT OLD.eerste_prognose OR NEW.gerealiseerd IS NOT OLD.gerealiseerd OR NEW.bron IS NOT OLD.bron OR NEW.p50 IS NOT OLD.p50 OR NEW.p80 IS NOT OLD.p80 OR NEW.omschrijving IS NOT OLD.omschrijving), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.gepland IS NOT OLD.gepland OR NEW.eerste_prognose IS NOT OLD.eerste_prognose OR NEW.gerealiseerd IS NOT OLD.gerealiseerd OR NEW.bron IS NOT OLD.bron OR NEW.p50 IS NOT OLD.p50 OR NEW.p80 IS NOT OLD.p80 OR NEW.omschrijving IS NOT OLD.omschrijving) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.gepland IS NOT OLD.gepland OR NEW.eerste_prognose IS NOT OLD.eerste_prognose OR NEW.gerealiseerd IS NOT OLD.gerealiseerd OR NEW.bron IS NOT OLD.bron OR NEW.p50 IS NOT OLD.p50 OR NEW.p80 IS NOT OLD.p80 OR NEW.omschrijving IS NOT OLD.omschrijving) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END, "eerste_prognose" = coalesce(NEW.eerste_prognose, OLD.eerste_prognose) WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.gepland IS NOT OLD.gepland OR NEW.eerste_prognose IS NOT OLD.eerste_prognose OR NEW.gerealiseerd IS NOT OLD.gerealiseerd OR NEW.bron IS NOT OLD.bron OR NEW.p50 IS NOT OLD.p50 OR NEW.p80 IS NOT OLD.p80 OR NEW.omschrijving IS NOT OLD.omschrijving) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'mijlpaal' AND 1 = 1 AND (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.gepland IS NOT OLD.gepland OR NEW.eerste_prognose IS NOT OLD.eerste_prognose OR NEW.gerealiseerd IS NOT OLD.gerealiseerd OR NEW.bron IS NOT OLD.bron OR NEW.p50 IS NOT OLD.p50 OR NEW.p80 IS NOT OLD.p80 OR NEW.omschrijving IS NOT OLD.omschrijving);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'mijlpaal', "mijlpaal".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "mijlpaal"."fid", 'uuid', "mijlpaal"."uuid", 'versie', "mijlpaal"."versie", 'aangemaakt', "mijlpaal"."aangemaakt", 'aangemaakt_door', "mijlpaal"."aangemaakt_door", 'gewijzigd', "mijlpaal"."gewijzigd", 'gewijzigd_door', "mijlpaal"."gewijzigd_door", 'project_uuid', "mijlpaal"."project_uuid", 'soort', "mijlpaal"."soort", 'gepland', "mijlpaal"."gepland", 'eerste_prognose', "mijlpaal"."eerste_prognose", 'gerealiseerd', "mijlpaal"."gerealiseerd", 'bron', "mijlpaal"."bron", 'p50', "mijlpaal"."p50", 'p80', "mijlpaal"."p80", 'omschrijving', "mijlpaal"."omschrijving"), NULL FROM "mijlpaal" WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.gepland IS NOT OLD.gepland OR NEW.eerste_prognose IS NOT OLD.eerste_prognose OR NEW.gerealiseerd IS NOT OLD.gerealiseerd OR NEW.bron IS NOT OLD.bron OR NEW.p50 IS NOT OLD.p50 OR NEW.p80 IS NOT OLD.p80 OR NEW.omschrijving IS NOT OLD.omschrijving) OR (0)) ORDER BY fid;
  UPDATE project SET fase = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1), planstatus = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) WHERE project.uuid = OLD.project_uuid AND (project.fase IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) OR project.planstatus IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1));
  UPDATE project SET fase = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1), planstatus = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) WHERE project.uuid = NEW.project_uuid AND (project.fase IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) OR project.planstatus IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1));
  INSERT INTO mijlpaal_prognose (mijlpaal_uuid, project_uuid, soort, datum, bron, tijd) SELECT uuid, project_uuid, soort, gepland, bron, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM mijlpaal WHERE gepland IS NOT NULL AND fid = NEW.fid AND NEW.gepland IS NOT OLD.gepland ORDER BY fid;
  INSERT INTO mijlpaal_prognose (mijlpaal_uuid, project_uuid, soort, datum, bron, tijd) SELECT uuid, project_uuid, soort, gerealiseerd, bron, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM mijlpaal WHERE gerealiseerd IS NOT NULL AND fid = NEW.fid AND NEW.gerealiseerd IS NOT OLD.gerealiseerd ORDER BY fid;
END

-- next statement
CREATE TRIGGER "mijlpaal_after_delete" AFTER DELETE ON "mijlpaal" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('mijlpaal', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'project_uuid', OLD."project_uuid", 'soort', OLD."soort", 'gepland', OLD."gepland", 'eerste_prognose', OLD."eerste_prognose", 'gerealiseerd', OLD."gerealiseerd", 'bron', OLD."bron", 'p50', OLD."p50", 'p80', OLD."p80", 'omschrijving', OLD."omschrijving"), NULL);
  UPDATE project SET fase = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1), planstatus = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) WHERE project.uuid = OLD.project_uuid AND (project.fase IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) OR project.planstatus IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1));
END

-- next statement
CREATE TRIGGER "mijlpaal_prognose_before_update" BEFORE UPDATE ON "mijlpaal_prognose" BEGIN
  SELECT RAISE(ABORT, 'mijlpaal_prognose: rijen veranderen nooit en blijven / rows never change and stay');
END

-- next statement
CREATE TRIGGER "mijlpaal_prognose_before_delete" BEFORE DELETE ON "mijlpaal_prognose" BEGIN
  SELECT RAISE(ABORT, 'mijlpaal_prognose: rijen veranderen nooit en blijven / rows never change and stay');
END

-- next statement
CREATE TRIGGER "afspraak_before_insert" BEFORE INSERT ON "afspraak" BEGIN
  SELECT RAISE(ABORT, 'afspraak.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'afspraak: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'afspraak' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "afspraak_before_update" BEFORE UPDATE ON "afspraak" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'afspraak.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'afspraak: is nog niet opgeslagen / was not stored yet') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.partij IS NOT OLD.partij OR NEW.waarde IS NOT OLD.waarde OR NEW.eenheid IS NOT OLD.eenheid OR NEW.datum IS NOT OLD.datum OR NEW.nagekomen IS NOT OLD.nagekomen OR NEW.opmerkingen IS NOT OLD.opmerkingen) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'afspraak' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'afspraak: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.partij IS NOT OLD.partij OR NEW.waarde IS NOT OLD.waarde OR NEW.eenheid IS NOT OLD.eenheid OR NEW.datum IS NOT OLD.datum OR NEW.nagekomen IS NOT OLD.nagekomen OR NEW.opmerkingen IS NOT OLD.opmerkingen) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'afspraak' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'afspraak.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
END

-- next statement
CREATE TRIGGER "afspraak_before_delete" BEFORE DELETE ON "afspraak" BEGIN
  SELECT RAISE(ABORT, 'afspraak: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'afspraak' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'afspraak: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'afspraak' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "afspraak_after_insert" AFTER INSERT ON "afspraak" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "afspraak" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'afspraak', "afspraak".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "afspraak"."fid", 'uuid', "afspraak"."uuid", 'versie', "afspraak"."versie", 'aangemaakt', "afspraak"."aangemaakt", 'aangemaakt_door', "afspraak"."aangemaakt_door", 'gewijzigd', "afspraak"."gewijzigd", 'gewijzigd_door', "afspraak"."gewijzigd_door", 'project_uuid', "afspraak"."project_uuid", 'onderwerp', "afspraak"."onderwerp", 'omschrijving', "afspraak"."omschrijving", 'partij', "afspraak"."partij", 'waarde', "afspraak"."waarde", 'eenheid', "afspraak"."eenheid", 'datum', "afspraak"."datum", 'nagekomen', "afspraak"."nagekomen", 'opmerkingen', "afspraak"."opmerkingen"), NULL FROM "afspraak" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "afspraak_after_update" AFTER UPDATE ON "afspraak" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.partij IS NOT OLD.partij OR NEW.waarde IS NOT OLD.waarde OR NEW.eenheid IS NOT OLD.eenheid OR NEW.datum IS NOT OLD.datum OR NEW.nagekomen IS NOT OLD.nagekomen OR NEW.opmerkingen IS NOT OLD.opmerkingen) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "afspraak" SET "versie" = OLD.versie + (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.partij IS NOT OLD.partij OR NEW.waarde IS NOT OLD.waarde OR NEW.eenheid IS NOT OLD.eenheid OR NEW.datum IS NOT OLD.datum OR NEW.nagekomen IS NOT OLD.nagekomen OR NEW.opmerkingen IS NOT OLD.opmerkingen), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.partij IS NOT OLD.partij OR NEW.waarde IS NOT OLD.waarde OR NEW.eenheid IS NOT OLD.eenheid OR NEW.datum IS NOT OLD.datum OR NEW.nagekomen IS NOT OLD.nagekomen OR NEW.opmerkingen IS NOT OLD.opmerkingen) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.partij IS NOT OLD.partij OR NEW.waarde IS NOT OLD.waarde OR NEW.eenheid IS NOT OLD.eenheid OR NEW.datum IS NOT OLD.datum OR NEW.nagekomen IS NOT OLD.nagekomen OR NEW.opmerkingen IS NOT OLD.opmerkingen) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.partij IS NOT OLD.partij OR NEW.waarde IS NOT OLD.waarde OR NEW.eenheid IS NOT OLD.eenheid OR NEW.datum IS NOT OLD.datum OR NEW.nagekomen IS NOT OLD.nagekomen OR NEW.opmerkingen IS NOT OLD.opmerkingen) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'afspraak' AND 1 = 1 AND (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.partij IS NOT OLD.partij OR NEW.waarde IS NOT OLD.waarde OR NEW.eenheid IS NOT OLD.eenheid OR NEW.datum IS NOT OLD.datum OR NEW.nagekomen IS NOT OLD.nagekomen OR NEW.opmerkingen IS NOT OLD.opmerkingen);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'afspraak', "afspraak".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "afspraak"."fid", 'uuid', "afspraak"."uuid", 'versie', "afspraak"."versie", 'aangemaakt', "afspraak"."aangemaakt", 'aangemaakt_door', "afspraak"."aangemaakt_door", 'gewijzigd', "afspraak"."gewijzigd", 'gewijzigd_door', "afspraak"."gewijzigd_door", 'project_uuid', "afspraak"."project_uuid", 'onderwerp', "afspraak"."onderwerp", 'omschrijving', "afspraak"."omschrijving", 'partij', "afspraak"."partij", 'waarde', "afspraak"."waarde", 'eenheid', "afspraak"."eenheid", 'datum', "afspraak"."datum", 'nagekomen', "afspraak"."nagekomen", 'opmerkingen', "afspraak"."opmerkingen"), NULL FROM "afspraak" WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.partij IS NOT OLD.partij OR NEW.waarde IS NOT OLD.waarde OR NEW.eenheid IS NOT OLD.eenheid OR NEW.datum IS NOT OLD.datum OR NEW.nagekomen IS NOT OLD.nagekomen OR NEW.opmerkingen IS NOT OLD.opmerkingen) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "afspraak_after_delete" AFTER DELETE ON "afspraak" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('afspraak', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'project_uuid', OLD."project_uuid", 'onderwerp', OLD."onderwerp", 'omschrijving', OLD."omschrijving", 'partij', OLD."partij", 'waarde', OLD."waarde", 'eenheid', OLD."eenheid", 'datum', OLD."datum", 'nagekomen', OLD."nagekomen", 'opmerkingen', OLD."opmerkingen"), NULL);
END

-- next statement
CREATE TRIGGER "knelpunt_before_insert" BEFORE INSERT ON "knelpunt" BEGIN
  SELECT RAISE(ABORT, 'knelpunt.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'knelpunt: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'knelpunt' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "knelpunt_before_update" BEFORE UPDATE ON "knelpunt" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'knelpunt.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'knelpunt: is nog niet opgeslagen / was not stored yet') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.toelichting IS NOT OLD.toelichting OR NEW.sinds IS NOT OLD.sinds OR NEW.opgelost IS NOT OLD.opgelost) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'knelpunt' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'knelpunt: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.toelichting IS NOT OLD.toelichting OR NEW.sinds IS NOT OLD.sinds OR NEW.opgelost IS NOT OLD.opgelost) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'knelpunt' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'knelpunt.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
END

-- next statement
CREATE TRIGGER "knelpunt_before_delete" BEFORE DELETE ON "knelpunt" BEGIN
  SELECT RAISE(ABORT, 'knelpunt: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'knelpunt' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'knelpunt: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'knelpunt' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "knelpunt_after_insert" AFTER INSERT ON "knelpunt" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "knelpunt" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'knelpunt', "knelpunt".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "knelpunt"."fid", 'uuid', "knelpunt"."uuid", 'versie', "knelpunt"."versie", 'aangemaakt', "knelpunt"."aangemaakt", 'aangemaakt_door', "knelpunt"."aangemaakt_door", 'gewijzigd', "knelpunt"."gewijzigd", 'gewijzigd_door', "knelpunt"."gewijzigd_door", 'project_uuid', "knelpunt"."project_uuid", 'soort', "knelpunt"."soort", 'toelichting', "knelpunt"."toelichting", 'sinds', "knelpunt"."sinds", 'opgelost', "knelpunt"."opgelost"), NULL FROM "knelpunt" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "knelpunt_after_update" AFTER UPDATE ON "knelpunt" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.toelichting IS NOT OLD.toelichting OR NEW.sinds IS NOT OLD.sinds OR NEW.opgelost IS NOT OLD.opgelost) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "knelpunt" SET "versie" = OLD.versie + (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.toelichting IS NOT OLD.toelichting OR NEW.sinds IS NOT OLD.sinds OR NEW.opgelost IS NOT OLD.opgelost), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.toelichting IS NOT OLD.toelichting OR NEW.sinds IS NOT OLD.sinds OR NEW.opgelost IS NOT OLD.opgelost) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.toelichting IS NOT OLD.toelichting OR NEW.sinds IS NOT OLD.sinds OR NEW.opgelost IS NOT OLD.opgelost) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.toelichting IS NOT OLD.toelichting OR NEW.sinds IS NOT OLD.sinds OR NEW.opgelost IS NOT OLD.opgelost) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'knelpunt' AND 1 = 1 AND (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.toelichting IS NOT OLD.toelichting OR NEW.sinds IS NOT OLD.sinds OR NEW.opgelost IS NOT OLD.opgelost);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'knelpunt', "knelpunt".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "knelpunt"."fid", 'uuid', "knelpunt"."uuid", 'versie', "knelpunt"."versie", 'aangemaakt', "knelpunt"."aangemaakt", 'aangemaakt_door', "knelpunt"."aangemaakt_door", 'gewijzigd', "knelpunt"."gewijzigd", 'gewijzigd_door', "knelpunt"."gewijzigd_door", 'project_uuid', "knelpunt"."project_uuid", 'soort', "knelpunt"."soort", 'toelichting', "knelpunt"."toelichting", 'sinds', "knelpunt"."sinds", 'opgelost', "knelpunt"."opgelost"), NULL FROM "knelpunt" WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.soort IS NOT OLD.soort OR NEW.toelichting IS NOT OLD.toelichting OR NEW.sinds IS NOT OLD.sinds OR NEW.opgelost IS NOT OLD.opgelost) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "knelpunt_after_delete" AFTER DELETE ON "knelpunt" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('knelpunt', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'project_uuid', OLD."project_uuid", 'soort', OLD."soort", 'toelichting', OLD."toelichting", 'sinds', OLD."sinds", 'opgelost', OLD."opgelost"), NULL);
END

-- next statement
CREATE TRIGGER "document_before_insert" BEFORE INSERT ON "document" BEGIN
  SELECT RAISE(ABORT, 'document.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'document: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'document' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "document_before_update" BEFORE UPDATE ON "document" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'document.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'document: is nog niet opgeslagen / was not stored yet') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.titel IS NOT OLD.titel OR NEW.pad IS NOT OLD.pad OR NEW.datum IS NOT OLD.datum OR NEW.sha256 IS NOT OLD.sha256 OR NEW.opmerkingen IS NOT OLD.opmerkingen) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'document' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'document: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.titel IS NOT OLD.titel OR NEW.pad IS NOT OLD.pad OR NEW.datum IS NOT OLD.datum OR NEW.sha256 IS NOT OLD.sha256 OR NEW.opmerkingen IS NOT OLD.opmerkingen) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'document' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'document.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
END

-- next statement
CREATE TRIGGER "document_before_delete" BEFORE DELETE ON "document" BEGIN
  SELECT RAISE(ABORT, 'document: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'document' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'document: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'document' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "document_after_insert" AFTER INSERT ON "document" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "document" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'document', "document".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "document"."fid", 'uuid', "document"."uuid", 'versie', "document"."versie", 'aangemaakt', "document"."aangemaakt", 'aangemaakt_door', "document"."aangemaakt_door", 'gewijzigd', "document"."gewijzigd", 'gewijzigd_door', "document"."gewijzigd_door", 'project_uuid', "document"."project_uuid", 'titel', "document"."titel", 'pad', "document"."pad", 'datum', "document"."datum", 'sha256', "document"."sha256", 'opmerkingen', "document"."opmerkingen"), NULL FROM "document" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "document_after_update" AFTER UPDATE ON "document" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.titel IS NOT OLD.titel OR NEW.pad IS NOT OLD.pad OR NEW.datum IS NOT OLD.datum OR NEW.sha256 IS NOT OLD.sha256 OR NEW.opmerkingen IS NOT OLD.opmerkingen) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "document" SET "versie" = OLD.versie + (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.titel IS NOT OLD.titel OR NEW.pad IS NOT OLD.pad OR NEW.datum IS NOT OLD.datum OR NEW.sha256 IS NOT OLD.sha256 OR NEW.opmerkingen IS NOT OLD.opmerkingen), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.titel IS NOT OLD.titel OR NEW.pad IS NOT OLD.pad OR NEW.datum IS NOT OLD.datum OR NEW.sha256 IS NOT OLD.sha256 OR NEW.opmerkingen IS NOT OLD.opmerkingen) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.titel IS NOT OLD.titel OR NEW.pad IS NOT OLD.pad OR NEW.datum IS NOT OLD.datum OR NEW.sha256 IS NOT OLD.sha256 OR NEW.opmerkingen IS NOT OLD.opmerkingen) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.titel IS NOT OLD.titel OR NEW.pad IS NOT OLD.pad OR NEW.datum IS NOT OLD.datum OR NEW.sha256 IS NOT OLD.sha256 OR NEW.opmerkingen IS NOT OLD.opmerkingen) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'document' AND 1 = 1 AND (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.titel IS NOT OLD.titel OR NEW.pad IS NOT OLD.pad OR NEW.datum IS NOT OLD.datum OR NEW.sha256 IS NOT OLD.sha256 OR NEW.opmerkingen IS NOT OLD.opmerkingen);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'document', "document".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "document"."fid", 'uuid', "document"."uuid", 'versie', "document"."versie", 'aangemaakt', "document"."aangemaakt", 'aangemaakt_door', "document"."aangemaakt_door", 'gewijzigd', "document"."gewijzigd", 'gewijzigd_door', "document"."gewijzigd_door", 'project_uuid', "document"."project_uuid", 'titel', "document"."titel", 'pad', "document"."pad", 'datum', "document"."datum", 'sha256', "document"."sha256", 'opmerkingen', "document"."opmerkingen"), NULL FROM "document" WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.titel IS NOT OLD.titel OR NEW.pad IS NOT OLD.pad OR NEW.datum IS NOT OLD.datum OR NEW.sha256 IS NOT OLD.sha256 OR NEW.opmerkingen IS NOT OLD.opmerkingen) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "document_after_delete" AFTER DELETE ON "document" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('document', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'project_uuid', OLD."project_uuid", 'titel', OLD."titel", 'pad', OLD."pad", 'datum', OLD."datum", 'sha256', OLD."sha256", 'opmerkingen', OLD."opmerkingen"), NULL);
END

-- next statement
CREATE TRIGGER "melding_before_insert" BEFORE INSERT ON "melding" BEGIN
  SELECT RAISE(ABORT, 'melding.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'melding: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'melding' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "melding_before_update" BEFORE UPDATE ON "melding" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'melding.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'melding: is nog niet opgeslagen / was not stored yet') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.regel IS NOT OLD.regel OR NEW.aan IS NOT OLD.aan OR NEW.tekst IS NOT OLD.tekst OR NEW.gelezen IS NOT OLD.gelezen) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'melding' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'melding: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.regel IS NOT OLD.regel OR NEW.aan IS NOT OLD.aan OR NEW.tekst IS NOT OLD.tekst OR NEW.gelezen IS NOT OLD.gelezen) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'melding' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'melding.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
END

-- next statement
CREATE TRIGGER "melding_before_delete" BEFORE DELETE ON "melding" BEGIN
  SELECT RAISE(ABORT, 'melding: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'melding' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'melding: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'melding' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "melding_after_insert" AFTER INSERT ON "melding" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "melding" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'melding', "melding".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "melding"."fid", 'uuid', "melding"."uuid", 'versie', "melding"."versie", 'aangemaakt', "melding"."aangemaakt", 'aangemaakt_door', "melding"."aangemaakt_door", 'gewijzigd', "melding"."gewijzigd", 'gewijzigd_door', "melding"."gewijzigd_door", 'project_uuid', "melding"."project_uuid", 'regel', "melding"."regel", 'aan', "melding"."aan", 'tekst', "melding"."tekst", 'gelezen', "melding"."gelezen"), NULL FROM "melding" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "melding_after_update" AFTER UPDATE ON "melding" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.regel IS NOT OLD.regel OR NEW.aan IS NOT OLD.aan OR NEW.tekst IS NOT OLD.tekst OR NEW.gelezen IS NOT OLD.gelezen) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "melding" SET "versie" = OLD.versie + (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.regel IS NOT OLD.regel OR NEW.aan IS NOT OLD.aan OR NEW.tekst IS NOT OLD.tekst OR NEW.gelezen IS NOT OLD.gelezen), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.regel IS NOT OLD.regel OR NEW.aan IS NOT OLD.aan OR NEW.tekst IS NOT OLD.tekst OR NEW.gelezen IS NOT OLD.gelezen) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.regel IS NOT OLD.regel OR NEW.aan IS NOT OLD.aan OR NEW.tekst IS NOT OLD.tekst OR NEW.gelezen IS NOT OLD.gelezen) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.regel IS NOT OLD.regel OR NEW.aan IS NOT OLD.aan OR NEW.tekst IS NOT OLD.tekst OR NEW.gelezen IS NOT OLD.gelezen) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'melding' AND 1 = 1 AND (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.regel IS NOT OLD.regel OR NEW.aan IS NOT OLD.aan OR NEW.tekst IS NOT OLD.tekst OR NEW.gelezen IS NOT OLD.gelezen);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'melding', "melding".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "melding"."fid", 'uuid', "melding"."uuid", 'versie', "melding"."versie", 'aangemaakt', "melding"."aangemaakt", 'aangemaakt_door', "melding"."aangemaakt_door", 'gewijzigd', "melding"."gewijzigd", 'gewijzigd_door', "melding"."gewijzigd_door", 'project_uuid', "melding"."project_uuid", 'regel', "melding"."regel", 'aan', "melding"."aan", 'tekst', "melding"."tekst", 'gelezen', "melding"."gelezen"), NULL FROM "melding" WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.regel IS NOT OLD.regel OR NEW.aan IS NOT OLD.aan OR NEW.tekst IS NOT OLD.tekst OR NEW.gelezen IS NOT OLD.gelezen) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "melding_after_delete" AFTER DELETE ON "melding" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('melding', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'project_uuid', OLD."project_uuid", 'regel', OLD."regel", 'aan', OLD."aan", 'tekst', OLD."tekst", 'gelezen', OLD."gelezen"), NULL);
END

-- next statement
CREATE TRIGGER "actie_before_insert" BEFORE INSERT ON "actie" BEGIN
  SELECT RAISE(ABORT, 'actie.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'actie: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'actie' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "actie_before_update" BEFORE UPDATE ON "actie" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'actie.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'actie: is nog niet opgeslagen / was not stored yet') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.wie IS NOT OLD.wie OR NEW.uiterlijk IS NOT OLD.uiterlijk OR NEW.gereed IS NOT OLD.gereed) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'actie' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'actie: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.wie IS NOT OLD.wie OR NEW.uiterlijk IS NOT OLD.uiterlijk OR NEW.gereed IS NOT OLD.gereed) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'actie' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'actie.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
END

-- next statement
CREATE TRIGGER "actie_before_delete" BEFORE DELETE ON "actie" BEGIN
  SELECT RAISE(ABORT, 'actie: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'actie' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'actie: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'actie' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "actie_after_insert" AFTER INSERT ON "actie" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "actie" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'actie', "actie".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "actie"."fid", 'uuid', "actie"."uuid", 'versie', "actie"."versie", 'aangemaakt', "actie"."aangemaakt", 'aangemaakt_door', "actie"."aangemaakt_door", 'gewijzigd', "actie"."gewijzigd", 'gewijzigd_door', "actie"."gewijzigd_door", 'project_uuid', "actie"."project_uuid", 'omschrijving', "actie"."omschrijving", 'wie', "actie"."wie", 'uiterlijk', "actie"."uiterlijk", 'gereed', "actie"."gereed"), NULL FROM "actie" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "actie_after_update" AFTER UPDATE ON "actie" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.wie IS NOT OLD.wie OR NEW.uiterlijk IS NOT OLD.uiterlijk OR NEW.gereed IS NOT OLD.gereed) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "actie" SET "versie" = OLD.versie + (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.wie IS NOT OLD.wie OR NEW.uiterlijk IS NOT OLD.uiterlijk OR NEW.gereed IS NOT OLD.gereed), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.wie IS NOT OLD.wie OR NEW.uiterlijk IS NOT OLD.uiterlijk OR NEW.gereed IS NOT OLD.gereed) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.wie IS NOT OLD.wie OR NEW.uiterlijk IS NOT OLD.uiterlijk OR NEW.gereed IS NOT OLD.gereed) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.wie IS NOT OLD.wie OR NEW.uiterlijk IS NOT OLD.uiterlijk OR NEW.gereed IS NOT OLD.gereed) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'actie' AND 1 = 1 AND (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.wie IS NOT OLD.wie OR NEW.uiterlijk IS NOT OLD.uiterlijk OR NEW.gereed IS NOT OLD.gereed);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'actie', "actie".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "actie"."fid", 'uuid', "actie"."uuid", 'versie', "actie"."versie", 'aangemaakt', "actie"."aangemaakt", 'aangemaakt_door', "actie"."aangemaakt_door", 'gewijzigd', "actie"."gewijzigd", 'gewijzigd_door', "actie"."gewijzigd_door", 'project_uuid', "actie"."project_uuid", 'omschrijving', "actie"."omschrijving", 'wie', "actie"."wie", 'uiterlijk', "actie"."uiterlijk", 'gereed', "actie"."gereed"), NULL FROM "actie" WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.omschrijving IS NOT OLD.omschrijving OR NEW.wie IS NOT OLD.wie OR NEW.uiterlijk IS NOT OLD.uiterlijk OR NEW.gereed IS NOT OLD.gereed) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "actie_after_delete" AFTER DELETE ON "actie" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('actie', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'project_uuid', OLD."project_uuid", 'omschrijving', OLD."omschrijving", 'wie', OLD."wie", 'uiterlijk', OLD."uiterlijk", 'gereed', OLD."gereed"), NULL);
END

-- next statement
CREATE TRIGGER "vergunning_before_insert" BEFORE INSERT ON "vergunning" BEGIN
  SELECT RAISE(ABORT, 'vergunning.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'vergunning: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'vergunning' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "vergunning_before_update" BEFORE UPDATE ON "vergunning" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'vergunning.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'vergunning: is nog niet opgeslagen / was not stored yet') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.zaaknummer IS NOT OLD.zaaknummer OR NEW.soort IS NOT OLD.soort OR NEW.status IS NOT OLD.status OR NEW.aangevraagd IS NOT OLD.aangevraagd OR NEW.besluit IS NOT OLD.besluit OR NEW.onherroepelijk IS NOT OLD.onherroepelijk OR NEW.aantal IS NOT OLD.aantal OR NEW.koppeling IS NOT OLD.koppeling OR NEW.geom IS NOT OLD.geom) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'vergunning' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'vergunning: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.zaaknummer IS NOT OLD.zaaknummer OR NEW.soort IS NOT OLD.soort OR NEW.status IS NOT OLD.status OR NEW.aangevraagd IS NOT OLD.aangevraagd OR NEW.besluit IS NOT OLD.besluit OR NEW.onherroepelijk IS NOT OLD.onherroepelijk OR NEW.aantal IS NOT OLD.aantal OR NEW.koppeling IS NOT OLD.koppeling OR NEW.geom IS NOT OLD.geom) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'vergunning' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets' OR (k.nog = 'vlak' AND NOT (NEW.geom IS NOT OLD.geom)) OR (k.nog = 'velden' AND (NEW.geom IS NOT OLD.geom))));
  SELECT RAISE(ABORT, 'vergunning.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
END

-- next statement
CREATE TRIGGER "vergunning_before_delete" BEFORE DELETE ON "vergunning" BEGIN
  SELECT RAISE(ABORT, 'vergunning: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'vergunning' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'vergunning: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'vergunning' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "vergunning_after_insert" AFTER INSERT ON "vergunning" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "vergunning" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'vergunning', "vergunning".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "vergunning"."fid", 'uuid', "vergunning"."uuid", 'versie', "vergunning"."versie", 'aangemaakt', "vergunning"."aangemaakt", 'aangemaakt_door', "vergunning"."aangemaakt_door", 'gewijzigd', "vergunning"."gewijzigd", 'gewijzigd_door', "vergunning"."gewijzigd_door", 'project_uuid', "vergunning"."project_uuid", 'zaaknummer', "vergunning"."zaaknummer", 'soort', "vergunning"."soort", 'status', "vergunning"."status", 'aangevraagd', "vergunning"."aangevraagd", 'besluit', "vergunning"."besluit", 'onherroepelijk', "vergunning"."onherroepelijk", 'aantal', "vergunning"."aantal", 'koppeling', "vergunning"."koppeling"), CASE WHEN geom IS NOT NULL THEN hex(substr(geom, CASE WHEN substr(hex(substr(geom, 4, 1)), 2, 1) IN ('0', '1') THEN 9 WHEN substr(hex(substr(geom, 4, 1)), 2, 1) IN ('2', '3') THEN 41 WHEN substr(hex(substr(geom, 4, 1)), 2, 1) IN ('8', '9') THEN 73 ELSE 57 END)) END FROM "vergunning" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "vergunning_after_update" AFTER UPDATE ON "vergunning" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.zaaknummer IS NOT OLD.zaaknummer OR NEW.soort IS NOT OLD.soort OR NEW.status IS NOT OLD.status OR NEW.aangevraagd IS NOT OLD.aangevraagd OR NEW.besluit IS NOT OLD.besluit OR NEW.onherroepelijk IS NOT OLD.onherroepelijk OR NEW.aantal IS NOT OLD.aantal OR NEW.koppeling IS NOT OLD.koppeling OR NEW.geom IS NOT OLD.geom) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "vergunning" SET "versie" = OLD.versie + (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.zaaknummer IS NOT OLD.zaaknummer OR NEW.soort IS NOT OLD.soort OR NEW.status IS NOT OLD.status OR NEW.aangevraagd IS NOT OLD.aangevraagd OR NEW.besluit IS NOT OLD.besluit OR NEW.onherroepelijk IS NOT OLD.onherroepelijk OR NEW.aantal IS NOT OLD.aantal OR NEW.koppeling IS NOT OLD.koppeling OR NEW.geom IS NOT OLD.geom), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.zaaknummer IS NOT OLD.zaaknummer OR NEW.soort IS NOT OLD.soort OR NEW.status IS NOT OLD.status OR NEW.aangevraagd IS NOT OLD.aangevraagd OR NEW.besluit IS NOT OLD.besluit OR NEW.onherroepelijk IS NOT OLD.onherroepelijk OR NEW.aantal IS NOT OLD.aantal OR NEW.koppeling IS NOT OLD.koppeling OR NEW.geom IS NOT OLD.geom) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.zaaknummer IS NOT OLD.zaaknummer OR NEW.soort IS NOT OLD.soort OR NEW.status IS NOT OLD.status OR NEW.aangevraagd IS NOT OLD.aangevraagd OR NEW.besluit IS NOT OLD.besluit OR NEW.onherroepelijk IS NOT OLD.onherroepelijk OR NEW.aantal IS NOT OLD.aantal OR NEW.koppeling IS NOT OLD.koppeling OR NEW.geom IS NOT OLD.geom) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.zaaknummer IS NOT OLD.zaaknummer OR NEW.soort IS NOT OLD.soort OR NEW.status IS NOT OLD.status OR NEW.aangevraagd IS NOT OLD.aangevraagd OR NEW.besluit IS NOT OLD.besluit OR NEW.onherroepelijk IS NOT OLD.onherroepelijk OR NEW.aantal IS NOT OLD.aantal OR NEW.koppeling IS NOT OLD.koppeling OR NEW.geom IS NOT OLD.geom) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'vergunning' AND 1 = 1 AND (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.zaaknummer IS NOT OLD.zaaknummer OR NEW.soort IS NOT OLD.soort OR NEW.status IS NOT OLD.status OR NEW.aangevraagd IS NOT OLD.aangevraagd OR NEW.besluit IS NOT OLD.besluit OR NEW.onherroepelijk IS NOT OLD.onherroepelijk OR NEW.aantal IS NOT OLD.aantal OR NEW.koppeling IS NOT OLD.koppeling OR NEW.geom IS NOT OLD.geom);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'vergunning', "vergunning".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "vergunning"."fid", 'uuid', "vergunning"."uuid", 'versie', "vergunning"."versie", 'aangemaakt', "vergunning"."aangemaakt", 'aangemaakt_door', "vergunning"."aangemaakt_door", 'gewijzigd', "vergunning"."gewijzigd", 'gewijzigd_door', "vergunning"."gewijzigd_door", 'project_uuid', "vergunning"."project_uuid", 'zaaknummer', "vergunning"."zaaknummer", 'soort', "vergunning"."soort", 'status', "vergunning"."status", 'aangevraagd', "vergunning"."aangevraagd", 'besluit', "vergunning"."besluit", 'onherroepelijk', "vergunning"."onherroepelijk", 'aantal', "vergunning"."aantal", 'koppeling', "vergunning"."koppeling"), CASE WHEN NEW.geom IS NOT OLD.geom THEN coalesce(hex(substr(NEW.geom, CASE WHEN substr(hex(substr(NEW.geom, 4, 1)), 2, 1) IN ('0', '1') THEN 9 WHEN substr(hex(substr(NEW.geom, 4, 1)), 2, 1) IN ('2', '3') THEN 41 WHEN substr(hex(substr(NEW.geom, 4, 1)), 2, 1) IN ('8', '9') THEN 73 ELSE 57 END)), '') END FROM "vergunning" WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.zaaknummer IS NOT OLD.zaaknummer OR NEW.soort IS NOT OLD.soort OR NEW.status IS NOT OLD.status OR NEW.aangevraagd IS NOT OLD.aangevraagd OR NEW.besluit IS NOT OLD.besluit OR NEW.onherroepelijk IS NOT OLD.onherroepelijk OR NEW.aantal IS NOT OLD.aantal OR NEW.koppeling IS NOT OLD.koppeling OR NEW.geom IS NOT OLD.geom) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "vergunning_after_delete" AFTER DELETE ON "vergunning" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('vergunning', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'project_uuid', OLD."project_uuid", 'zaaknummer', OLD."zaaknummer", 'soort', OLD."soort", 'status', OLD."status", 'aangevraagd', OLD."aangevraagd", 'besluit', OLD."besluit", 'onherroepelijk', OLD."onherroepelijk", 'aantal', OLD."aantal", 'koppeling', OLD."koppeling"), NULL);
END

-- next statement
CREATE TRIGGER "eigenschap_before_insert" BEFORE INSERT ON "eigenschap" BEGIN
  SELECT RAISE(ABORT, 'eigenschap: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'eigenschap' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "eigenschap_before_update" BEFORE UPDATE ON "eigenschap" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'eigenschap.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'eigenschap: is nog niet opgeslagen / was not stored yet') WHERE (NEW.naam IS NOT OLD.naam OR NEW.object IS NOT OLD.object OR NEW.soort IS NOT OLD.soort OR NEW.verplicht IS NOT OLD.verplicht OR NEW.meervoudig IS NOT OLD.meervoudig OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.volgorde IS NOT OLD.volgorde) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'eigenschap' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'eigenschap: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.naam IS NOT OLD.naam OR NEW.object IS NOT OLD.object OR NEW.soort IS NOT OLD.soort OR NEW.verplicht IS NOT OLD.verplicht OR NEW.meervoudig IS NOT OLD.meervoudig OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.volgorde IS NOT OLD.volgorde) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'eigenschap' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "eigenschap_before_delete" BEFORE DELETE ON "eigenschap" BEGIN
  SELECT RAISE(ABORT, 'eigenschap: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'eigenschap' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'eigenschap: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'eigenschap' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'eigenschap: nog in gebruik / still in use (eigenschap_waarde.eigenschap_uuid)') WHERE EXISTS (SELECT 1 FROM "eigenschap_waarde" AS k WHERE k.eigenschap_uuid = OLD.uuid);
END

-- next statement
CREATE TRIGGER "eigenschap_after_insert" AFTER INSERT ON "eigenschap" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "eigenschap" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'eigenschap', "eigenschap".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "eigenschap"."fid", 'uuid', "eigenschap"."uuid", 'versie', "eigenschap"."versie", 'aangemaakt', "eigenschap"."aangemaakt", 'aangemaakt_door', "eigenschap"."aangemaakt_door", 'gewijzigd', "eigenschap"."gewijzigd", 'gewijzigd_door', "eigenschap"."gewijzigd_door", 'naam', "eigenschap"."naam", 'object', "eigenschap"."object", 'soort', "eigenschap"."soort", 'verplicht', "eigenschap"."verplicht", 'meervoudig', "eigenschap"."meervoudig", 'actief', "eigenschap"."actief", 'toelichting', "eigenschap"."toelichting", 'volgorde', "eigenschap"."volgorde"), NULL FROM "eigenschap" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "eigenschap_after_update" AFTER UPDATE ON "eigenschap" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.naam IS NOT OLD.naam OR NEW.object IS NOT OLD.object OR NEW.soort IS NOT OLD.soort OR NEW.verplicht IS NOT OLD.verplicht OR NEW.meervoudig IS NOT OLD.meervoudig OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.volgorde IS NOT OLD.volgorde) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "eigenschap" SET "versie" = OLD.versie + (NEW.naam IS NOT OLD.naam OR NEW.object IS NOT OLD.object OR NEW.soort IS NOT OLD.soort OR NEW.verplicht IS NOT OLD.verplicht OR NEW.meervoudig IS NOT OLD.meervoudig OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.volgorde IS NOT OLD.volgorde), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.naam IS NOT OLD.naam OR NEW.object IS NOT OLD.object OR NEW.soort IS NOT OLD.soort OR NEW.verplicht IS NOT OLD.verplicht OR NEW.meervoudig IS NOT OLD.meervoudig OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.volgorde IS NOT OLD.volgorde) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.naam IS NOT OLD.naam OR NEW.object IS NOT OLD.object OR NEW.soort IS NOT OLD.soort OR NEW.verplicht IS NOT OLD.verplicht OR NEW.meervoudig IS NOT OLD.meervoudig OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.volgorde IS NOT OLD.volgorde) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.naam IS NOT OLD.naam OR NEW.object IS NOT OLD.object OR NEW.soort IS NOT OLD.soort OR NEW.verplicht IS NOT OLD.verplicht OR NEW.meervoudig IS NOT OLD.meervoudig OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.volgorde IS NOT OLD.volgorde) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'eigenschap' AND 1 = 1 AND (NEW.naam IS NOT OLD.naam OR NEW.object IS NOT OLD.object OR NEW.soort IS NOT OLD.soort OR NEW.verplicht IS NOT OLD.verplicht OR NEW.meervoudig IS NOT OLD.meervoudig OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.volgorde IS NOT OLD.volgorde);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'eigenschap', "eigenschap".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "eigenschap"."fid", 'uuid', "eigenschap"."uuid", 'versie', "eigenschap"."versie", 'aangemaakt', "eigenschap"."aangemaakt", 'aangemaakt_door', "eigenschap"."aangemaakt_door", 'gewijzigd', "eigenschap"."gewijzigd", 'gewijzigd_door', "eigenschap"."gewijzigd_door", 'naam', "eigenschap"."naam", 'object', "eigenschap"."object", 'soort', "eigenschap"."soort", 'verplicht', "eigenschap"."verplicht", 'meervoudig', "eigenschap"."meervoudig", 'actief', "eigenschap"."actief", 'toelichting', "eigenschap"."toelichting", 'volgorde', "eigenschap"."volgorde"), NULL FROM "eigenschap" WHERE fid = NEW.fid AND ((NEW.naam IS NOT OLD.naam OR NEW.object IS NOT OLD.object OR NEW.soort IS NOT OLD.soort OR NEW.verplicht IS NOT OLD.verplicht OR NEW.meervoudig IS NOT OLD.meervoudig OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.volgorde IS NOT OLD.volgorde) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "eigenschap_after_delete" AFTER DELETE ON "eigenschap" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('eigenschap', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'naam', OLD."naam", 'object', OLD."object", 'soort', OLD."soort", 'verplicht', OLD."verplicht", 'meervoudig', OLD."meervoudig", 'actief', OLD."actief", 'toelichting', OLD."toelichting", 'volgorde', OLD."volgorde"), NULL);
END

-- next statement
CREATE TRIGGER "eigenschap_waarde_before_insert" BEFORE INSERT ON "eigenschap_waarde" BEGIN
  SELECT RAISE(ABORT, 'eigenschap_waarde.eigenschap_uuid: eigenschap bestaat niet / does not exist') WHERE NEW.eigenschap_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "eigenschap" AS o WHERE o.uuid = NEW.eigenschap_uuid);
  SELECT RAISE(ABORT, 'eigenschap_waarde.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'eigenschap_waarde.woningblok_uuid: woningblok bestaat niet / does not exist') WHERE NEW.woningblok_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "woningblok" AS o WHERE o.uuid = NEW.woningblok_uuid);
  SELECT RAISE(ABORT, 'eigenschap_waarde: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'eigenschap_waarde' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "eigenschap_waarde_before_update" BEFORE UPDATE ON "eigenschap_waarde" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'eigenschap_waarde.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'eigenschap_waarde: is nog niet opgeslagen / was not stored yet') WHERE (NEW.eigenschap_uuid IS NOT OLD.eigenschap_uuid OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.tekst IS NOT OLD.tekst OR NEW.getal IS NOT OLD.getal OR NEW.ja_nee IS NOT OLD.ja_nee) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'eigenschap_waarde' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'eigenschap_waarde: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.eigenschap_uuid IS NOT OLD.eigenschap_uuid OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.tekst IS NOT OLD.tekst OR NEW.getal IS NOT OLD.getal OR NEW.ja_nee IS NOT OLD.ja_nee) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'eigenschap_waarde' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'eigenschap_waarde.eigenschap_uuid: eigenschap bestaat niet / does not exist') WHERE NEW.eigenschap_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "eigenschap" AS o WHERE o.uuid = NEW.eigenschap_uuid);
  SELECT RAISE(ABORT, 'eigenschap_waarde.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'eigenschap_waarde.woningblok_uuid: woningblok bestaat niet / does not exist') WHERE NEW.woningblok_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "woningblok" AS o WHERE o.uuid = NEW.woningblok_uuid);
END

-- next statement
CREATE TRIGGER "eigenschap_waarde_before_delete" BEFORE DELETE ON "eigenschap_waarde" BEGIN
  SELECT RAISE(ABORT, 'eigenschap_waarde: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'eigenschap_waarde' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'eigenschap_waarde: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'eigenschap_waarde' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "eigenschap_waarde_after_insert" AFTER INSERT ON "eigenschap_waarde" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "eigenschap_waarde" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'eigenschap_waarde', "eigenschap_waarde".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "eigenschap_waarde"."fid", 'uuid', "eigenschap_waarde"."uuid", 'versie', "eigenschap_waarde"."versie", 'aangemaakt', "eigenschap_waarde"."aangemaakt", 'aangemaakt_door', "eigenschap_waarde"."aangemaakt_door", 'gewijzigd', "eigenschap_waarde"."gewijzigd", 'gewijzigd_door', "eigenschap_waarde"."gewijzigd_door", 'eigenschap_uuid', "eigenschap_waarde"."eigenschap_uuid", 'project_uuid', "eigenschap_waarde"."project_uuid", 'woningblok_uuid', "eigenschap_waarde"."woningblok_uuid", 'tekst', "eigenschap_waarde"."tekst", 'getal', "eigenschap_waarde"."getal", 'ja_nee', "eigenschap_waarde"."ja_nee"), NULL FROM "eigenschap_waarde" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "eigenschap_waarde_after_update" AFTER UPDATE ON "eigenschap_waarde" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.eigenschap_uuid IS NOT OLD.eigenschap_uuid OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.tekst IS NOT OLD.tekst OR NEW.getal IS NOT OLD.getal OR NEW.ja_nee IS NOT OLD.ja_nee) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "eigenschap_waarde" SET "versie" = OLD.versie + (NEW.eigenschap_uuid IS NOT OLD.eigenschap_uuid OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.tekst IS NOT OLD.tekst OR NEW.getal IS NOT OLD.getal OR NEW.ja_nee IS NOT OLD.ja_nee), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.eigenschap_uuid IS NOT OLD.eigenschap_uuid OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.tekst IS NOT OLD.tekst OR NEW.getal IS NOT OLD.getal OR NEW.ja_nee IS NOT OLD.ja_nee) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.eigenschap_uuid IS NOT OLD.eigenschap_uuid OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.tekst IS NOT OLD.tekst OR NEW.getal IS NOT OLD.getal OR NEW.ja_nee IS NOT OLD.ja_nee) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.eigenschap_uuid IS NOT OLD.eigenschap_uuid OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.tekst IS NOT OLD.tekst OR NEW.getal IS NOT OLD.getal OR NEW.ja_nee IS NOT OLD.ja_nee) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'eigenschap_waarde' AND 1 = 1 AND (NEW.eigenschap_uuid IS NOT OLD.eigenschap_uuid OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.tekst IS NOT OLD.tekst OR NEW.getal IS NOT OLD.getal OR NEW.ja_nee IS NOT OLD.ja_nee);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'eigenschap_waarde', "eigenschap_waarde".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "eigenschap_waarde"."fid", 'uuid', "eigenschap_waarde"."uuid", 'versie', "eigenschap_waarde"."versie", 'aangemaakt', "eigenschap_waarde"."aangemaakt", 'aangemaakt_door', "eigenschap_waarde"."aangemaakt_door", 'gewijzigd', "eigenschap_waarde"."gewijzigd", 'gewijzigd_door', "eigenschap_waarde"."gewijzigd_door", 'eigenschap_uuid', "eigenschap_waarde"."eigenschap_uuid", 'project_uuid', "eigenschap_waarde"."project_uuid", 'woningblok_uuid', "eigenschap_waarde"."woningblok_uuid", 'tekst', "eigenschap_waarde"."tekst", 'getal', "eigenschap_waarde"."getal", 'ja_nee', "eigenschap_waarde"."ja_nee"), NULL FROM "eigenschap_waarde" WHERE fid = NEW.fid AND ((NEW.eigenschap_uuid IS NOT OLD.eigenschap_uuid OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.tekst IS NOT OLD.tekst OR NEW.getal IS NOT OLD.getal OR NEW.ja_nee IS NOT OLD.ja_nee) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "eigenschap_waarde_after_delete" AFTER DELETE ON "eigenschap_waarde" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('eigenschap_waarde', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'eigenschap_uuid', OLD."eigenschap_uuid", 'project_uuid', OLD."project_uuid", 'woningblok_uuid', OLD."woningblok_uuid", 'tekst', OLD."tekst", 'getal', OLD."getal", 'ja_nee', OLD."ja_nee"), NULL);
END

-- next statement
CREATE TRIGGER "perceel_koppeling_before_insert" BEFORE INSERT ON "perceel_koppeling" BEGIN
  SELECT RAISE(ABORT, 'perceel_koppeling.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'perceel_koppeling: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'perceel_koppeling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "perceel_koppeling_before_update" BEFORE UPDATE ON "perceel_koppeling" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'perceel_koppeling.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'perceel_koppeling: is nog niet opgeslagen / was not stored yet') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aanduiding IS NOT OLD.aanduiding OR NEW.oppervlakte IS NOT OLD.oppervlakte OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum OR NEW.geom IS NOT OLD.geom) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'perceel_koppeling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'perceel_koppeling: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aanduiding IS NOT OLD.aanduiding OR NEW.oppervlakte IS NOT OLD.oppervlakte OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum OR NEW.geom IS NOT OLD.geom) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'perceel_koppeling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets' OR (k.nog = 'vlak' AND NOT (NEW.geom IS NOT OLD.geom)) OR (k.nog = 'velden' AND (NEW.geom IS NOT OLD.geom))));
  SELECT RAISE(ABORT, 'perceel_koppeling.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
END

-- next statement
CREATE TRIGGER "perceel_koppeling_before_delete" BEFORE DELETE ON "perceel_koppeling" BEGIN
  SELECT RAISE(ABORT, 'perceel_koppeling: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'perceel_koppeling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'perceel_koppeling: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'perceel_koppeling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "perceel_koppeling_after_insert" AFTER INSERT ON "perceel_koppeling" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "perceel_koppeling" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'perceel_koppeling', "perceel_koppeling".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "perceel_koppeling"."fid", 'uuid', "perceel_koppeling"."uuid", 'versie', "perceel_koppeling"."versie", 'aangemaakt', "perceel_koppeling"."aangemaakt", 'aangemaakt_door', "perceel_koppeling"."aangemaakt_door", 'gewijzigd', "perceel_koppeling"."gewijzigd", 'gewijzigd_door', "perceel_koppeling"."gewijzigd_door", 'project_uuid', "perceel_koppeling"."project_uuid", 'identificatie', "perceel_koppeling"."identificatie", 'aanduiding', "perceel_koppeling"."aanduiding", 'oppervlakte', "perceel_koppeling"."oppervlakte", 'aandeel', "perceel_koppeling"."aandeel", 'brondatum', "perceel_koppeling"."brondatum"), CASE WHEN geom IS NOT NULL THEN hex(substr(geom, CASE WHEN substr(hex(substr(geom, 4, 1)), 2, 1) IN ('0', '1') THEN 9 WHEN substr(hex(substr(geom, 4, 1)), 2, 1) IN ('2', '3') THEN 41 WHEN substr(hex(substr(geom, 4, 1)), 2, 1) IN ('8', '9') THEN 73 ELSE 57 END)) END FROM "perceel_koppeling" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "perceel_koppeling_after_update" AFTER UPDATE ON "perceel_koppeling" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aanduiding IS NOT OLD.aanduiding OR NEW.oppervlakte IS NOT OLD.oppervlakte OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum OR NEW.geom IS NOT OLD.geom) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "perceel_koppeling" SET "versie" = OLD.versie + (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aanduiding IS NOT OLD.aanduiding OR NEW.oppervlakte IS NOT OLD.oppervlakte OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum OR NEW.geom IS NOT OLD.geom), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aanduiding IS NOT OLD.aanduiding OR NEW.oppervlakte IS NOT OLD.oppervlakte OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum OR NEW.geom IS NOT OLD.geom) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aanduiding IS NOT OLD.aanduiding OR NEW.oppervlakte IS NOT OLD.oppervlakte OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum OR NEW.geom IS NOT OLD.geom) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aanduiding IS NOT OLD.aanduiding OR NEW.oppervlakte IS NOT OLD.oppervlakte OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum OR NEW.geom IS NOT OLD.geom) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'perceel_koppeling' AND 1 = 1 AND (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aanduiding IS NOT OLD.aanduiding OR NEW.oppervlakte IS NOT OLD.oppervlakte OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum OR NEW.geom IS NOT OLD.geom);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'perceel_koppeling', "perceel_koppeling".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "perceel_koppeling"."fid", 'uuid', "perceel_koppeling"."uuid", 'versie', "perceel_koppeling"."versie", 'aangemaakt', "perceel_koppeling"."aangemaakt", 'aangemaakt_door', "perceel_koppeling"."aangemaakt_door", 'gewijzigd', "perceel_koppeling"."gewijzigd", 'gewijzigd_door', "perceel_koppeling"."gewijzigd_door", 'project_uuid', "perceel_koppeling"."project_uuid", 'identificatie', "perceel_koppeling"."identificatie", 'aanduiding', "perceel_koppeling"."aanduiding", 'oppervlakte', "perceel_koppeling"."oppervlakte", 'aandeel', "perceel_koppeling"."aandeel", 'brondatum', "perceel_koppeling"."brondatum"), CASE WHEN NEW.geom IS NOT OLD.geom THEN coalesce(hex(substr(NEW.geom, CASE WHEN substr(hex(substr(NEW.geom, 4, 1)), 2, 1) IN ('0', '1') THEN 9 WHEN substr(hex(substr(NEW.geom, 4, 1)), 2, 1) IN ('2', '3') THEN 41 WHEN substr(hex(substr(NEW.geom, 4, 1)), 2, 1) IN ('8', '9') THEN 73 ELSE 57 END)), '') END FROM "perceel_koppeling" WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aanduiding IS NOT OLD.aanduiding OR NEW.oppervlakte IS NOT OLD.oppervlakte OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum OR NEW.geom IS NOT OLD.geom) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "perceel_koppeling_after_delete" AFTER DELETE ON "perceel_koppeling" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('perceel_koppeling', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'project_uuid', OLD."project_uuid", 'identificatie', OLD."identificatie", 'aanduiding', OLD."aanduiding", 'oppervlakte', OLD."oppervlakte", 'aandeel', OLD."aandeel", 'brondatum', OLD."brondatum"), NULL);
END

-- next statement
CREATE TRIGGER "pand_koppeling_before_insert" BEFORE INSERT ON "pand_koppeling" BEGIN
  SELECT RAISE(ABORT, 'pand_koppeling.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'pand_koppeling: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'pand_koppeling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "pand_koppeling_before_update" BEFORE UPDATE ON "pand_koppeling" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'pand_koppeling.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'pand_koppeling: is nog niet opgeslagen / was not stored yet') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'pand_koppeling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'pand_koppeling: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'pand_koppeling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'pand_koppeling.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
END

-- next statement
CREATE TRIGGER "pand_koppeling_before_delete" BEFORE DELETE ON "pand_koppeling" BEGIN
  SELECT RAISE(ABORT, 'pand_koppeling: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'pand_koppeling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'pand_koppeling: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'pand_koppeling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "pand_koppeling_after_insert" AFTER INSERT ON "pand_koppeling" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "pand_koppeling" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'pand_koppeling', "pand_koppeling".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "pand_koppeling"."fid", 'uuid', "pand_koppeling"."uuid", 'versie', "pand_koppeling"."versie", 'aangemaakt', "pand_koppeling"."aangemaakt", 'aangemaakt_door', "pand_koppeling"."aangemaakt_door", 'gewijzigd', "pand_koppeling"."gewijzigd", 'gewijzigd_door', "pand_koppeling"."gewijzigd_door", 'project_uuid', "pand_koppeling"."project_uuid", 'identificatie', "pand_koppeling"."identificatie", 'aandeel', "pand_koppeling"."aandeel", 'brondatum', "pand_koppeling"."brondatum"), NULL FROM "pand_koppeling" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "pand_koppeling_after_update" AFTER UPDATE ON "pand_koppeling" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "pand_koppeling" SET "versie" = OLD.versie + (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'pand_koppeling' AND 1 = 1 AND (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'pand_koppeling', "pand_koppeling".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "pand_koppeling"."fid", 'uuid', "pand_koppeling"."uuid", 'versie', "pand_koppeling"."versie", 'aangemaakt', "pand_koppeling"."aangemaakt", 'aangemaakt_door', "pand_koppeling"."aangemaakt_door", 'gewijzigd', "pand_koppeling"."gewijzigd", 'gewijzigd_door', "pand_koppeling"."gewijzigd_door", 'project_uuid', "pand_koppeling"."project_uuid", 'identificatie', "pand_koppeling"."identificatie", 'aandeel', "pand_koppeling"."aandeel", 'brondatum', "pand_koppeling"."brondatum"), NULL FROM "pand_koppeling" WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.identificatie IS NOT OLD.identificatie OR NEW.aandeel IS NOT OLD.aandeel OR NEW.brondatum IS NOT OLD.brondatum) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "pand_koppeling_after_delete" AFTER DELETE ON "pand_koppeling" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('pand_koppeling', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'project_uuid', OLD."project_uuid", 'identificatie', OLD."identificatie", 'aandeel', OLD."aandeel", 'brondatum', OLD."brondatum"), NULL);
END

-- next statement
CREATE TRIGGER "codelijst_before_insert" BEFORE INSERT ON "codelijst" BEGIN
  SELECT RAISE(ABORT, 'codelijst: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'codelijst' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "codelijst_before_update" BEFORE UPDATE ON "codelijst" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'codelijst.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'codelijst: is nog niet opgeslagen / was not stored yet') WHERE (NEW.lijst IS NOT OLD.lijst OR NEW.code IS NOT OLD.code OR NEW.label IS NOT OLD.label OR NEW.volgorde IS NOT OLD.volgorde OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.vervangen_door IS NOT OLD.vervangen_door OR NEW.zet_fase IS NOT OLD.zet_fase OR NEW.zet_planstatus IS NOT OLD.zet_planstatus) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'codelijst' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'codelijst: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.lijst IS NOT OLD.lijst OR NEW.code IS NOT OLD.code OR NEW.label IS NOT OLD.label OR NEW.volgorde IS NOT OLD.volgorde OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.vervangen_door IS NOT OLD.vervangen_door OR NEW.zet_fase IS NOT OLD.zet_fase OR NEW.zet_planstatus IS NOT OLD.zet_planstatus) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'codelijst' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'codelijst.code: deze waarde is in gebruik; maak een nieuwe en laat die haar vervangen / this value is in use; make a new one and let that replace it') WHERE (NEW.lijst IS NOT OLD.lijst OR NEW.code IS NOT OLD.code) AND (EXISTS (SELECT 1 FROM "project" WHERE "project"."vertrouwelijkheid" = OLD.code AND 'vertrouwelijkheid' = OLD.lijst) OR EXISTS (SELECT 1 FROM "project" WHERE "project"."plantype" = OLD.code AND 'plantype' = OLD.lijst) OR EXISTS (SELECT 1 FROM "project" WHERE "project"."prioriteit" = OLD.code AND 'prioriteit' = OLD.lijst) OR EXISTS (SELECT 1 FROM "project" WHERE "project"."rol_gemeente" = OLD.code AND 'rol_gemeente' = OLD.lijst) OR EXISTS (SELECT 1 FROM "project" WHERE "project"."contour_herkomst" = OLD.code AND 'contour_herkomst' = OLD.lijst) OR EXISTS (SELECT 1 FROM "project" WHERE "project"."fase" = OLD.code AND 'fase' = OLD.lijst) OR EXISTS (SELECT 1 FROM "project" WHERE "project"."planstatus" = OLD.code AND 'planstatus' = OLD.lijst) OR EXISTS (SELECT 1 FROM "woningblok" WHERE "woningblok"."mutatie" = OLD.code AND 'mutatie' = OLD.lijst) OR EXISTS (SELECT 1 FROM "woningblok" WHERE "woningblok"."contract" = OLD.code AND 'contract' = OLD.lijst) OR EXISTS (SELECT 1 FROM "verdeling" WHERE "verdeling"."kenmerk" = OLD.code AND 'kenmerk' = OLD.lijst) OR EXISTS (SELECT 1 FROM "verdeling" WHERE "verdeling"."categorie" = OLD.code AND verdeling.kenmerk = OLD.lijst) OR EXISTS (SELECT 1 FROM "mijlpaal" WHERE "mijlpaal"."soort" = OLD.code AND 'mijlpaalsoort' = OLD.lijst) OR EXISTS (SELECT 1 FROM "mijlpaal" WHERE "mijlpaal"."bron" = OLD.code AND 'mijlpaalbron' = OLD.lijst) OR EXISTS (SELECT 1 FROM "afspraak" WHERE "afspraak"."onderwerp" = OLD.code AND 'afspraakonderwerp' = OLD.lijst) OR EXISTS (SELECT 1 FROM "knelpunt" WHERE "knelpunt"."soort" = OLD.code AND 'knelpuntsoort' = OLD.lijst) OR EXISTS (SELECT 1 FROM "eigenschap" WHERE "eigenschap"."object" = OLD.code AND 'eigenschapobject' = OLD.lijst) OR EXISTS (SELECT 1 FROM "eigenschap" WHERE "eigenschap"."soort" = OLD.code AND 'eigenschapsoort' = OLD.lijst) OR EXISTS (SELECT 1 FROM "prijsklasse" WHERE "prijsklasse"."markt" = OLD.code AND 'markt' = OLD.lijst) OR EXISTS (SELECT 1 FROM "gebruiker" WHERE "gebruiker"."rol" = OLD.code AND 'rol' = OLD.lijst) OR EXISTS (SELECT 1 FROM "beleidsdoel" WHERE "beleidsdoel"."soort" = OLD.code AND 'doelsoort' = OLD.lijst) OR EXISTS (SELECT 1 FROM "beleidsdoel" WHERE "beleidsdoel"."richting" = OLD.code AND 'doelrichting' = OLD.lijst) OR EXISTS (SELECT 1 FROM "beleidsdoel_conditie" WHERE "beleidsdoel_conditie"."categorie" = OLD.code AND beleidsdoel_conditie.kenmerk = OLD.lijst) OR EXISTS (SELECT 1 FROM "dashboard" WHERE "dashboard"."rol" = OLD.code AND 'rol' = OLD.lijst) OR EXISTS (SELECT 1 FROM "bevinding" WHERE "bevinding"."ernst" = OLD.code AND 'ernst' = OLD.lijst) OR EXISTS (SELECT 1 FROM "verdeling" WHERE "verdeling"."prijsklasse" = OLD.code AND CASE WHEN verdeling.kenmerk <> 'eigendom' THEN NULL WHEN verdeling.categorie = 'koopwoning' THEN 'prijsklasse:koop' ELSE 'prijsklasse:huur' END = OLD.lijst) OR EXISTS (SELECT 1 FROM "eigenschap_waarde" WHERE "eigenschap_waarde"."tekst" = OLD.code AND (SELECT 'eigenschap:' || e.naam FROM eigenschap AS e WHERE e.uuid = eigenschap_waarde.eigenschap_uuid AND e.soort IN ('categorie', 'rangorde')) = OLD.lijst) OR EXISTS (SELECT 1 FROM "eigenschap_waarde" WHERE "eigenschap_waarde"."eigenschap_uuid" = OLD.code AND 'eigenschap' = OLD.lijst) OR EXISTS (SELECT 1 FROM "project_groep" WHERE "project_groep"."groep_uuid" = OLD.code AND 'groep' = OLD.lijst));
END

-- next statement
CREATE TRIGGER "codelijst_before_delete" BEFORE DELETE ON "codelijst" BEGIN
  SELECT RAISE(ABORT, 'codelijst: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'codelijst' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'codelijst: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'codelijst' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'codelijst: deze waarde is in gebruik; maak haar inactief / this value is in use; make it inactive') WHERE EXISTS (SELECT 1 FROM "project" WHERE "project"."vertrouwelijkheid" = OLD.code AND 'vertrouwelijkheid' = OLD.lijst) OR EXISTS (SELECT 1 FROM "project" WHERE "project"."plantype" = OLD.code AND 'plantype' = OLD.lijst) OR EXISTS (SELECT 1 FROM "project" WHERE "project"."prioriteit" = OLD.code AND 'prioriteit' = OLD.lijst) OR EXISTS (SELECT 1 FROM "project" WHERE "project"."rol_gemeente" = OLD.code AND 'rol_gemeente' = OLD.lijst) OR EXISTS (SELECT 1 FROM "project" WHERE "project"."contour_herkomst" = OLD.code AND 'contour_herkomst' = OLD.lijst) OR EXISTS (SELECT 1 FROM "project" WHERE "project"."fase" = OLD.code AND 'fase' = OLD.lijst) OR EXISTS (SELECT 1 FROM "project" WHERE "project"."planstatus" = OLD.code AND 'planstatus' = OLD.lijst) OR EXISTS (SELECT 1 FROM "woningblok" WHERE "woningblok"."mutatie" = OLD.code AND 'mutatie' = OLD.lijst) OR EXISTS (SELECT 1 FROM "woningblok" WHERE "woningblok"."contract" = OLD.code AND 'contract' = OLD.lijst) OR EXISTS (SELECT 1 FROM "verdeling" WHERE "verdeling"."kenmerk" = OLD.code AND 'kenmerk' = OLD.lijst) OR EXISTS (SELECT 1 FROM "verdeling" WHERE "verdeling"."categorie" = OLD.code AND verdeling.kenmerk = OLD.lijst) OR EXISTS (SELECT 1 FROM "mijlpaal" WHERE "mijlpaal"."soort" = OLD.code AND 'mijlpaalsoort' = OLD.lijst) OR EXISTS (SELECT 1 FROM "mijlpaal" WHERE "mijlpaal"."bron" = OLD.code AND 'mijlpaalbron' = OLD.lijst) OR EXISTS (SELECT 1 FROM "afspraak" WHERE "afspraak"."onderwerp" = OLD.code AND 'afspraakonderwerp' = OLD.lijst) OR EXISTS (SELECT 1 FROM "knelpunt" WHERE "knelpunt"."soort" = OLD.code AND 'knelpuntsoort' = OLD.lijst) OR EXISTS (SELECT 1 FROM "eigenschap" WHERE "eigenschap"."object" = OLD.code AND 'eigenschapobject' = OLD.lijst) OR EXISTS (SELECT 1 FROM "eigenschap" WHERE "eigenschap"."soort" = OLD.code AND 'eigenschapsoort' = OLD.lijst) OR EXISTS (SELECT 1 FROM "prijsklasse" WHERE "prijsklasse"."markt" = OLD.code AND 'markt' = OLD.lijst) OR EXISTS (SELECT 1 FROM "gebruiker" WHERE "gebruiker"."rol" = OLD.code AND 'rol' = OLD.lijst) OR EXISTS (SELECT 1 FROM "beleidsdoel" WHERE "beleidsdoel"."soort" = OLD.code AND 'doelsoort' = OLD.lijst) OR EXISTS (SELECT 1 FROM "beleidsdoel" WHERE "beleidsdoel"."richting" = OLD.code AND 'doelrichting' = OLD.lijst) OR EXISTS (SELECT 1 FROM "beleidsdoel_conditie" WHERE "beleidsdoel_conditie"."categorie" = OLD.code AND beleidsdoel_conditie.kenmerk = OLD.lijst) OR EXISTS (SELECT 1 FROM "dashboard" WHERE "dashboard"."rol" = OLD.code AND 'rol' = OLD.lijst) OR EXISTS (SELECT 1 FROM "bevinding" WHERE "bevinding"."ernst" = OLD.code AND 'ernst' = OLD.lijst) OR EXISTS (SELECT 1 FROM "verdeling" WHERE "verdeling"."prijsklasse" = OLD.code AND CASE WHEN verdeling.kenmerk <> 'eigendom' THEN NULL WHEN verdeling.categorie = 'koopwoning' THEN 'prijsklasse:koop' ELSE 'prijsklasse:huur' END = OLD.lijst) OR EXISTS (SELECT 1 FROM "eigenschap_waarde" WHERE "eigenschap_waarde"."tekst" = OLD.code AND (SELECT 'eigenschap:' || e.naam FROM eigenschap AS e WHERE e.uuid = eigenschap_waarde.eigenschap_uuid AND e.soort IN ('categorie', 'rangorde')) = OLD.lijst) OR EXISTS (SELECT 1 FROM "eigenschap_waarde" WHERE "eigenschap_waarde"."eigenschap_uuid" = OLD.code AND 'eigenschap' = OLD.lijst) OR EXISTS (SELECT 1 FROM "project_groep" WHERE "project_groep"."groep_uuid" = OLD.code AND 'groep' = OLD.lijst);
END

-- next statement
CREATE TRIGGER "codelijst_after_insert" AFTER INSERT ON "codelijst" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "codelijst" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'codelijst', "codelijst".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "codelijst"."fid", 'uuid', "codelijst"."uuid", 'versie', "codelijst"."versie", 'aangemaakt', "codelijst"."aangemaakt", 'aangemaakt_door', "codelijst"."aangemaakt_door", 'gewijzigd', "codelijst"."gewijzigd", 'gewijzigd_door', "codelijst"."gewijzigd_door", 'lijst', "codelijst"."lijst", 'code', "codelijst"."code", 'label', "codelijst"."label", 'volgorde', "codelijst"."volgorde", 'actief', "codelijst"."actief", 'toelichting', "codelijst"."toelichting", 'vervangen_door', "codelijst"."vervangen_door", 'zet_fase', "codelijst"."zet_fase", 'zet_planstatus', "codelijst"."zet_planstatus"), NULL FROM "codelijst" WHERE fid = NEW.fid ORDER BY fid;
  UPDATE project SET fase = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1), planstatus = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) WHERE EXISTS (SELECT 1 FROM codelijst WHERE lijst = 'mijlpaalsoort' AND fid = NEW.fid) AND (project.fase IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) OR project.planstatus IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1));
END

-- next statement
CREATE TRIGGER "codelijst_after_update" AFTER UPDATE ON "codelijst" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.lijst IS NOT OLD.lijst OR NEW.code IS NOT OLD.code OR NEW.label IS NOT OLD.label OR NEW.volgorde IS NOT OLD.volgorde OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.vervangen_door IS NOT OLD.vervangen_door OR NEW.zet_fase IS NOT OLD.zet_fase OR NEW.zet_planstatus IS NOT OLD.zet_planstatus) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "codelijst" SET "versie" = OLD.versie + (NEW.lijst IS NOT OLD.lijst OR NEW.code IS NOT OLD.code OR NEW.label IS NOT OLD.label OR NEW.volgorde IS NOT OLD.volgorde OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.vervangen_door IS NOT OLD.vervangen_door OR NEW.zet_fase IS NOT OLD.zet_fase OR NEW.zet_planstatus IS NOT OLD.zet_planstatus), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.lijst IS NOT OLD.lijst OR NEW.code IS NOT OLD.code OR NEW.label IS NOT OLD.label OR NEW.volgorde IS NOT OLD.volgorde OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.vervangen_door IS NOT OLD.vervangen_door OR NEW.zet_fase IS NOT OLD.zet_fase OR NEW.zet_planstatus IS NOT OLD.zet_planstatus) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.lijst IS NOT OLD.lijst OR NEW.code IS NOT OLD.code OR NEW.label IS NOT OLD.label OR NEW.volgorde IS NOT OLD.volgorde OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.vervangen_door IS NOT OLD.vervangen_door OR NEW.zet_fase IS NOT OLD.zet_fase OR NEW.zet_planstatus IS NOT OLD.zet_planstatus) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.lijst IS NOT OLD.lijst OR NEW.code IS NOT OLD.code OR NEW.label IS NOT OLD.label OR NEW.volgorde IS NOT OLD.volgorde OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.vervangen_door IS NOT OLD.vervangen_door OR NEW.zet_fase IS NOT OLD.zet_fase OR NEW.zet_planstatus IS NOT OLD.zet_planstatus) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'codelijst' AND 1 = 1 AND (NEW.lijst IS NOT OLD.lijst OR NEW.code IS NOT OLD.code OR NEW.label IS NOT OLD.label OR NEW.volgorde IS NOT OLD.volgorde OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.vervangen_door IS NOT OLD.vervangen_door OR NEW.zet_fase IS NOT OLD.zet_fase OR NEW.zet_planstatus IS NOT OLD.zet_planstatus);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'codelijst', "codelijst".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "codelijst"."fid", 'uuid', "codelijst"."uuid", 'versie', "codelijst"."versie", 'aangemaakt', "codelijst"."aangemaakt", 'aangemaakt_door', "codelijst"."aangemaakt_door", 'gewijzigd', "codelijst"."gewijzigd", 'gewijzigd_door', "codelijst"."gewijzigd_door", 'lijst', "codelijst"."lijst", 'code', "codelijst"."code", 'label', "codelijst"."label", 'volgorde', "codelijst"."volgorde", 'actief', "codelijst"."actief", 'toelichting', "codelijst"."toelichting", 'vervangen_door', "codelijst"."vervangen_door", 'zet_fase', "codelijst"."zet_fase", 'zet_planstatus', "codelijst"."zet_planstatus"), NULL FROM "codelijst" WHERE fid = NEW.fid AND ((NEW.lijst IS NOT OLD.lijst OR NEW.code IS NOT OLD.code OR NEW.label IS NOT OLD.label OR NEW.volgorde IS NOT OLD.volgorde OR NEW.actief IS NOT OLD.actief OR NEW.toelichting IS NOT OLD.toelichting OR NEW.vervangen_door IS NOT OLD.vervangen_door OR NEW.zet_fase IS NOT OLD.zet_fase OR NEW.zet_planstatus IS NOT OLD.zet_planstatus) OR (0)) ORDER BY fid;
  UPDATE project SET fase = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1), planstatus = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) WHERE OLD.lijst = 'mijlpaalsoort' AND (project.fase IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) OR project.planstatus IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1));
  UPDATE project SET fase = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1), planstatus = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) WHERE NEW.lijst = 'mijlpaalsoort' AND (project.fase IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) OR project.planstatus IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1));
END

-- next statement
CREATE TRIGGER "codelijst_after_delete" AFTER DELETE ON "codelijst" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('codelijst', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'lijst', OLD."lijst", 'code', OLD."code", 'label', OLD."label", 'volgorde', OLD."volgorde", 'actief', OLD."actief", 'toelichting', OLD."toelichting", 'vervangen_door', OLD."vervangen_door", 'zet_fase', OLD."zet_fase", 'zet_planstatus', OLD."zet_planstatus"), NULL);
  UPDATE project SET fase = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1), planstatus = (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) WHERE OLD.lijst = 'mijlpaalsoort' AND (project.fase IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_fase FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1) OR project.planstatus IS NOT (SELECT stand.waarde FROM (SELECT (SELECT soort.zet_planstatus FROM codelijst AS soort WHERE soort.lijst = 'mijlpaalsoort' AND soort.code = mijlpaal.soort) AS waarde, coalesce(mijlpaal.gerealiseerd, mijlpaal.gepland) AS dag, mijlpaal.fid FROM mijlpaal WHERE mijlpaal.project_uuid = project.uuid) AS stand WHERE stand.waarde IS NOT NULL AND stand.dag <= date('now', 'localtime') ORDER BY stand.dag DESC, stand.fid DESC LIMIT 1));
END

-- next statement
CREATE TRIGGER "prijsklasse_before_insert" BEFORE INSERT ON "prijsklasse" BEGIN
  SELECT RAISE(ABORT, 'prijsklasse: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'prijsklasse' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "prijsklasse_before_update" BEFORE UPDATE ON "prijsklasse" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'prijsklasse.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'prijsklasse: is nog niet opgeslagen / was not stored yet') WHERE (NEW.stelsel IS NOT OLD.stelsel OR NEW.markt IS NOT OLD.markt OR NEW.klasse IS NOT OLD.klasse OR NEW.vanaf_jaar IS NOT OLD.vanaf_jaar OR NEW.minimum IS NOT OLD.minimum OR NEW.maximum IS NOT OLD.maximum OR NEW.bron IS NOT OLD.bron OR NEW.actief IS NOT OLD.actief) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'prijsklasse' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'prijsklasse: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.stelsel IS NOT OLD.stelsel OR NEW.markt IS NOT OLD.markt OR NEW.klasse IS NOT OLD.klasse OR NEW.vanaf_jaar IS NOT OLD.vanaf_jaar OR NEW.minimum IS NOT OLD.minimum OR NEW.maximum IS NOT OLD.maximum OR NEW.bron IS NOT OLD.bron OR NEW.actief IS NOT OLD.actief) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'prijsklasse' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "prijsklasse_before_delete" BEFORE DELETE ON "prijsklasse" BEGIN
  SELECT RAISE(ABORT, 'prijsklasse: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'prijsklasse' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'prijsklasse: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'prijsklasse' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "prijsklasse_after_insert" AFTER INSERT ON "prijsklasse" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "prijsklasse" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'prijsklasse', "prijsklasse".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "prijsklasse"."fid", 'uuid', "prijsklasse"."uuid", 'versie', "prijsklasse"."versie", 'aangemaakt', "prijsklasse"."aangemaakt", 'aangemaakt_door', "prijsklasse"."aangemaakt_door", 'gewijzigd', "prijsklasse"."gewijzigd", 'gewijzigd_door', "prijsklasse"."gewijzigd_door", 'stelsel', "prijsklasse"."stelsel", 'markt', "prijsklasse"."markt", 'klasse', "prijsklasse"."klasse", 'vanaf_jaar', "prijsklasse"."vanaf_jaar", 'minimum', "prijsklasse"."minimum", 'maximum', "prijsklasse"."maximum", 'bron', "prijsklasse"."bron", 'actief', "prijsklasse"."actief"), NULL FROM "prijsklasse" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "prijsklasse_after_update" AFTER UPDATE ON "prijsklasse" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.stelsel IS NOT OLD.stelsel OR NEW.markt IS NOT OLD.markt OR NEW.klasse IS NOT OLD.klasse OR NEW.vanaf_jaar IS NOT OLD.vanaf_jaar OR NEW.minimum IS NOT OLD.minimum OR NEW.maximum IS NOT OLD.maximum OR NEW.bron IS NOT OLD.bron OR NEW.actief IS NOT OLD.actief) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "prijsklasse" SET "versie" = OLD.versie + (NEW.stelsel IS NOT OLD.stelsel OR NEW.markt IS NOT OLD.markt OR NEW.klasse IS NOT OLD.klasse OR NEW.vanaf_jaar IS NOT OLD.vanaf_jaar OR NEW.minimum IS NOT OLD.minimum OR NEW.maximum IS NOT OLD.maximum OR NEW.bron IS NOT OLD.bron OR NEW.actief IS NOT OLD.actief), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.stelsel IS NOT OLD.stelsel OR NEW.markt IS NOT OLD.markt OR NEW.klasse IS NOT OLD.klasse OR NEW.vanaf_jaar IS NOT OLD.vanaf_jaar OR NEW.minimum IS NOT OLD.minimum OR NEW.maximum IS NOT OLD.maximum OR NEW.bron IS NOT OLD.bron OR NEW.actief IS NOT OLD.actief) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.stelsel IS NOT OLD.stelsel OR NEW.markt IS NOT OLD.markt OR NEW.klasse IS NOT OLD.klasse OR NEW.vanaf_jaar IS NOT OLD.vanaf_jaar OR NEW.minimum IS NOT OLD.minimum OR NEW.maximum IS NOT OLD.maximum OR NEW.bron IS NOT OLD.bron OR NEW.actief IS NOT OLD.actief) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.stelsel IS NOT OLD.stelsel OR NEW.markt IS NOT OLD.markt OR NEW.klasse IS NOT OLD.klasse OR NEW.vanaf_jaar IS NOT OLD.vanaf_jaar OR NEW.minimum IS NOT OLD.minimum OR NEW.maximum IS NOT OLD.maximum OR NEW.bron IS NOT OLD.bron OR NEW.actief IS NOT OLD.actief) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'prijsklasse' AND 1 = 1 AND (NEW.stelsel IS NOT OLD.stelsel OR NEW.markt IS NOT OLD.markt OR NEW.klasse IS NOT OLD.klasse OR NEW.vanaf_jaar IS NOT OLD.vanaf_jaar OR NEW.minimum IS NOT OLD.minimum OR NEW.maximum IS NOT OLD.maximum OR NEW.bron IS NOT OLD.bron OR NEW.actief IS NOT OLD.actief);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'prijsklasse', "prijsklasse".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "prijsklasse"."fid", 'uuid', "prijsklasse"."uuid", 'versie', "prijsklasse"."versie", 'aangemaakt', "prijsklasse"."aangemaakt", 'aangemaakt_door', "prijsklasse"."aangemaakt_door", 'gewijzigd', "prijsklasse"."gewijzigd", 'gewijzigd_door', "prijsklasse"."gewijzigd_door", 'stelsel', "prijsklasse"."stelsel", 'markt', "prijsklasse"."markt", 'klasse', "prijsklasse"."klasse", 'vanaf_jaar', "prijsklasse"."vanaf_jaar", 'minimum', "prijsklasse"."minimum", 'maximum', "prijsklasse"."maximum", 'bron', "prijsklasse"."bron", 'actief', "prijsklasse"."actief"), NULL FROM "prijsklasse" WHERE fid = NEW.fid AND ((NEW.stelsel IS NOT OLD.stelsel OR NEW.markt IS NOT OLD.markt OR NEW.klasse IS NOT OLD.klasse OR NEW.vanaf_jaar IS NOT OLD.vanaf_jaar OR NEW.minimum IS NOT OLD.minimum OR NEW.maximum IS NOT OLD.maximum OR NEW.bron IS NOT OLD.bron OR NEW.actief IS NOT OLD.actief) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "prijsklasse_after_delete" AFTER DELETE ON "prijsklasse" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('prijsklasse', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'stelsel', OLD."stelsel", 'markt', OLD."markt", 'klasse', OLD."klasse", 'vanaf_jaar', OLD."vanaf_jaar", 'minimum', OLD."minimum", 'maximum', OLD."maximum", 'bron', OLD."bron", 'actief', OLD."actief"), NULL);
END

-- next statement
CREATE TRIGGER "instelling_before_insert" BEFORE INSERT ON "instelling" BEGIN
  SELECT RAISE(ABORT, 'instelling: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'instelling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "instelling_before_update" BEFORE UPDATE ON "instelling" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'instelling.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'instelling: is nog niet opgeslagen / was not stored yet') WHERE (NEW.sleutel IS NOT OLD.sleutel OR NEW.waarde IS NOT OLD.waarde) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'instelling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'instelling: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.sleutel IS NOT OLD.sleutel OR NEW.waarde IS NOT OLD.waarde) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'instelling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "instelling_before_delete" BEFORE DELETE ON "instelling" BEGIN
  SELECT RAISE(ABORT, 'instelling: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'instelling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'instelling: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'instelling' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "instelling_after_insert" AFTER INSERT ON "instelling" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "instelling" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'instelling', "instelling".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "instelling"."fid", 'uuid', "instelling"."uuid", 'versie', "instelling"."versie", 'aangemaakt', "instelling"."aangemaakt", 'aangemaakt_door', "instelling"."aangemaakt_door", 'gewijzigd', "instelling"."gewijzigd", 'gewijzigd_door', "instelling"."gewijzigd_door", 'sleutel', "instelling"."sleutel", 'waarde', "instelling"."waarde"), NULL FROM "instelling" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "instelling_after_update" AFTER UPDATE ON "instelling" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.sleutel IS NOT OLD.sleutel OR NEW.waarde IS NOT OLD.waarde) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "instelling" SET "versie" = OLD.versie + (NEW.sleutel IS NOT OLD.sleutel OR NEW.waarde IS NOT OLD.waarde), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.sleutel IS NOT OLD.sleutel OR NEW.waarde IS NOT OLD.waarde) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.sleutel IS NOT OLD.sleutel OR NEW.waarde IS NOT OLD.waarde) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.sleutel IS NOT OLD.sleutel OR NEW.waarde IS NOT OLD.waarde) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'instelling' AND 1 = 1 AND (NEW.sleutel IS NOT OLD.sleutel OR NEW.waarde IS NOT OLD.waarde);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'instelling', "instelling".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "instelling"."fid", 'uuid', "instelling"."uuid", 'versie', "instelling"."versie", 'aangemaakt', "instelling"."aangemaakt", 'aangemaakt_door', "instelling"."aangemaakt_door", 'gewijzigd', "instelling"."gewijzigd", 'gewijzigd_door', "instelling"."gewijzigd_door", 'sleutel', "instelling"."sleutel", 'waarde', "instelling"."waarde"), NULL FROM "instelling" WHERE fid = NEW.fid AND ((NEW.sleutel IS NOT OLD.sleutel OR NEW.waarde IS NOT OLD.waarde) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "instelling_after_delete" AFTER DELETE ON "instelling" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('instelling', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'sleutel', OLD."sleutel", 'waarde', OLD."waarde"), NULL);
END

-- next statement
CREATE TRIGGER "gebruiker_before_insert" BEFORE INSERT ON "gebruiker" BEGIN
  SELECT RAISE(ABORT, 'gebruiker: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'gebruiker' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'gebruiker: in een groep die plannen beheert kan alleen een hoofdgebruiker, gebruiker of externe zitten / only a chief user, user or external can be in a group that owns plans') WHERE EXISTS (SELECT 1 FROM (SELECT NEW.rol AS rol) AS u WHERE EXISTS (SELECT 1 FROM groep_lid AS l JOIN project_groep AS p ON p.groep_uuid = l.groep_uuid WHERE l.gebruiker_uuid = NEW.uuid) AND u.rol NOT IN ('extern', 'gebruiker', 'hoofdgebruiker'));
END

-- next statement
CREATE TRIGGER "gebruiker_before_update" BEFORE UPDATE ON "gebruiker" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'gebruiker.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'gebruiker: is nog niet opgeslagen / was not stored yet') WHERE (NEW.naam IS NOT OLD.naam OR NEW.email IS NOT OLD.email OR NEW.inlognaam IS NOT OLD.inlognaam OR NEW.rol IS NOT OLD.rol OR NEW.actief IS NOT OLD.actief) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'gebruiker' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'gebruiker: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.naam IS NOT OLD.naam OR NEW.email IS NOT OLD.email OR NEW.inlognaam IS NOT OLD.inlognaam OR NEW.rol IS NOT OLD.rol OR NEW.actief IS NOT OLD.actief) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'gebruiker' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'gebruiker: in een groep die plannen beheert kan alleen een hoofdgebruiker, gebruiker of externe zitten / only a chief user, user or external can be in a group that owns plans') WHERE EXISTS (SELECT 1 FROM (SELECT NEW.rol AS rol) AS u WHERE EXISTS (SELECT 1 FROM groep_lid AS l JOIN project_groep AS p ON p.groep_uuid = l.groep_uuid WHERE l.gebruiker_uuid = NEW.uuid) AND u.rol NOT IN ('extern', 'gebruiker', 'hoofdgebruiker'));
END

-- next statement
CREATE TRIGGER "gebruiker_before_delete" BEFORE DELETE ON "gebruiker" BEGIN
  SELECT RAISE(ABORT, 'gebruiker: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'gebruiker' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'gebruiker: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'gebruiker' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'gebruiker: heeft nog onderdelen (groep_lid); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (groep_lid); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "groep_lid" AS k WHERE k.gebruiker_uuid = OLD.uuid);
END

-- next statement
CREATE TRIGGER "gebruiker_after_insert" AFTER INSERT ON "gebruiker" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "gebruiker" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'gebruiker', "gebruiker".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "gebruiker"."fid", 'uuid', "gebruiker"."uuid", 'versie', "gebruiker"."versie", 'aangemaakt', "gebruiker"."aangemaakt", 'aangemaakt_door', "gebruiker"."aangemaakt_door", 'gewijzigd', "gebruiker"."gewijzigd", 'gewijzigd_door', "gebruiker"."gewijzigd_door", 'naam', "gebruiker"."naam", 'email', "gebruiker"."email", 'inlognaam', "gebruiker"."inlognaam", 'rol', "gebruiker"."rol", 'actief', "gebruiker"."actief"), NULL FROM "gebruiker" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "gebruiker_after_update" AFTER UPDATE ON "gebruiker" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.naam IS NOT OLD.naam OR NEW.email IS NOT OLD.email OR NEW.inlognaam IS NOT OLD.inlognaam OR NEW.rol IS NOT OLD.rol OR NEW.actief IS NOT OLD.actief) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "gebruiker" SET "versie" = OLD.versie + (NEW.naam IS NOT OLD.naam OR NEW.email IS NOT OLD.email OR NEW.inlognaam IS NOT OLD.inlognaam OR NEW.rol IS NOT OLD.rol OR NEW.actief IS NOT OLD.actief), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.naam IS NOT OLD.naam OR NEW.email IS NOT OLD.email OR NEW.inlognaam IS NOT OLD.inlognaam OR NEW.rol IS NOT OLD.rol OR NEW.actief IS NOT OLD.actief) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.naam IS NOT OLD.naam OR NEW.email IS NOT OLD.email OR NEW.inlognaam IS NOT OLD.inlognaam OR NEW.rol IS NOT OLD.rol OR NEW.actief IS NOT OLD.actief) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.naam IS NOT OLD.naam OR NEW.email IS NOT OLD.email OR NEW.inlognaam IS NOT OLD.inlognaam OR NEW.rol IS NOT OLD.rol OR NEW.actief IS NOT OLD.actief) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'gebruiker' AND 1 = 1 AND (NEW.naam IS NOT OLD.naam OR NEW.email IS NOT OLD.email OR NEW.inlognaam IS NOT OLD.inlognaam OR NEW.rol IS NOT OLD.rol OR NEW.actief IS NOT OLD.actief);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'gebruiker', "gebruiker".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "gebruiker"."fid", 'uuid', "gebruiker"."uuid", 'versie', "gebruiker"."versie", 'aangemaakt', "gebruiker"."aangemaakt", 'aangemaakt_door', "gebruiker"."aangemaakt_door", 'gewijzigd', "gebruiker"."gewijzigd", 'gewijzigd_door', "gebruiker"."gewijzigd_door", 'naam', "gebruiker"."naam", 'email', "gebruiker"."email", 'inlognaam', "gebruiker"."inlognaam", 'rol', "gebruiker"."rol", 'actief', "gebruiker"."actief"), NULL FROM "gebruiker" WHERE fid = NEW.fid AND ((NEW.naam IS NOT OLD.naam OR NEW.email IS NOT OLD.email OR NEW.inlognaam IS NOT OLD.inlognaam OR NEW.rol IS NOT OLD.rol OR NEW.actief IS NOT OLD.actief) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "gebruiker_after_delete" AFTER DELETE ON "gebruiker" BEGIN
  DELETE FROM "groep_lid" WHERE gebruiker_uuid = OLD.uuid;
  UPDATE "dashboard" SET eigenaar_uuid = NULL WHERE eigenaar_uuid = OLD.uuid;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('gebruiker', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'naam', OLD."naam", 'email', OLD."email", 'inlognaam', OLD."inlognaam", 'rol', OLD."rol", 'actief', OLD."actief"), NULL);
END

-- next statement
CREATE TRIGGER "groep_before_insert" BEFORE INSERT ON "groep" BEGIN
  SELECT RAISE(ABORT, 'groep: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'groep' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "groep_before_update" BEFORE UPDATE ON "groep" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'groep.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'groep: is nog niet opgeslagen / was not stored yet') WHERE (NEW.naam IS NOT OLD.naam) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'groep' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'groep: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.naam IS NOT OLD.naam) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'groep' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "groep_before_delete" BEFORE DELETE ON "groep" BEGIN
  SELECT RAISE(ABORT, 'groep: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'groep' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'groep: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'groep' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'groep: heeft nog onderdelen (groep_lid); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (groep_lid); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "groep_lid" AS k WHERE k.groep_uuid = OLD.uuid);
  SELECT RAISE(ABORT, 'groep: heeft nog onderdelen (project_groep); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (project_groep); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "project_groep" AS k WHERE k.groep_uuid = OLD.uuid);
END

-- next statement
CREATE TRIGGER "groep_after_insert" AFTER INSERT ON "groep" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "groep" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'groep', "groep".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "groep"."fid", 'uuid', "groep"."uuid", 'versie', "groep"."versie", 'aangemaakt', "groep"."aangemaakt", 'aangemaakt_door', "groep"."aangemaakt_door", 'gewijzigd', "groep"."gewijzigd", 'gewijzigd_door', "groep"."gewijzigd_door", 'naam', "groep"."naam"), NULL FROM "groep" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "groep_after_update" AFTER UPDATE ON "groep" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.naam IS NOT OLD.naam) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "groep" SET "versie" = OLD.versie + (NEW.naam IS NOT OLD.naam), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.naam IS NOT OLD.naam) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.naam IS NOT OLD.naam) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.naam IS NOT OLD.naam) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'groep' AND 1 = 1 AND (NEW.naam IS NOT OLD.naam);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'groep', "groep".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "groep"."fid", 'uuid', "groep"."uuid", 'versie', "groep"."versie", 'aangemaakt', "groep"."aangemaakt", 'aangemaakt_door', "groep"."aangemaakt_door", 'gewijzigd', "groep"."gewijzigd", 'gewijzigd_door', "groep"."gewijzigd_door", 'naam', "groep"."naam"), NULL FROM "groep" WHERE fid = NEW.fid AND ((NEW.naam IS NOT OLD.naam) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "groep_after_delete" AFTER DELETE ON "groep" BEGIN
  DELETE FROM "groep_lid" WHERE groep_uuid = OLD.uuid;
  DELETE FROM "project_groep" WHERE groep_uuid = OLD.uuid;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('groep', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'naam', OLD."naam"), NULL);
END

-- next statement
CREATE TRIGGER "groep_lid_before_insert" BEFORE INSERT ON "groep_lid" BEGIN
  SELECT RAISE(ABORT, 'groep_lid.groep_uuid: groep bestaat niet / does not exist') WHERE NEW.groep_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "groep" AS o WHERE o.uuid = NEW.groep_uuid);
  SELECT RAISE(ABORT, 'groep_lid.gebruiker_uuid: gebruiker bestaat niet / does not exist') WHERE NEW.gebruiker_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "gebruiker" AS o WHERE o.uuid = NEW.gebruiker_uuid);
  SELECT RAISE(ABORT, 'groep_lid: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'groep_lid' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'groep_lid: in een groep die plannen beheert kan alleen een hoofdgebruiker, gebruiker of externe zitten / only a chief user, user or external can be in a group that owns plans') WHERE EXISTS (SELECT 1 FROM gebruiker AS u WHERE u.uuid = NEW.gebruiker_uuid AND EXISTS (SELECT 1 FROM project_groep AS p WHERE p.groep_uuid = NEW.groep_uuid) AND u.rol NOT IN ('extern', 'gebruiker', 'hoofdgebruiker'));
END

-- next statement
CREATE TRIGGER "groep_lid_before_update" BEFORE UPDATE ON "groep_lid" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'groep_lid.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'groep_lid: is nog niet opgeslagen / was not stored yet') WHERE (NEW.groep_uuid IS NOT OLD.groep_uuid OR NEW.gebruiker_uuid IS NOT OLD.gebruiker_uuid) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'groep_lid' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'groep_lid: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.groep_uuid IS NOT OLD.groep_uuid OR NEW.gebruiker_uuid IS NOT OLD.gebruiker_uuid) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'groep_lid' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'groep_lid.groep_uuid: groep bestaat niet / does not exist') WHERE NEW.groep_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "groep" AS o WHERE o.uuid = NEW.groep_uuid);
  SELECT RAISE(ABORT, 'groep_lid.gebruiker_uuid: gebruiker bestaat niet / does not exist') WHERE NEW.gebruiker_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "gebruiker" AS o WHERE o.uuid = NEW.gebruiker_uuid);
  SELECT RAISE(ABORT, 'groep_lid: in een groep die plannen beheert kan alleen een hoofdgebruiker, gebruiker of externe zitten / only a chief user, user or external can be in a group that owns plans') WHERE EXISTS (SELECT 1 FROM gebruiker AS u WHERE u.uuid = NEW.gebruiker_uuid AND EXISTS (SELECT 1 FROM project_groep AS p WHERE p.groep_uuid = NEW.groep_uuid) AND u.rol NOT IN ('extern', 'gebruiker', 'hoofdgebruiker'));
END

-- next statement
CREATE TRIGGER "groep_lid_before_delete" BEFORE DELETE ON "groep_lid" BEGIN
  SELECT RAISE(ABORT, 'groep_lid: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'groep_lid' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'groep_lid: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'groep_lid' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "groep_lid_after_insert" AFTER INSERT ON "groep_lid" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "groep_lid" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'groep_lid', "groep_lid".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "groep_lid"."fid", 'uuid', "groep_lid"."uuid", 'versie', "groep_lid"."versie", 'aangemaakt', "groep_lid"."aangemaakt", 'aangemaakt_door', "groep_lid"."aangemaakt_door", 'gewijzigd', "groep_lid"."gewijzigd", 'gewijzigd_door', "groep_lid"."gewijzigd_door", 'groep_uuid', "groep_lid"."groep_uuid", 'gebruiker_uuid', "groep_lid"."gebruiker_uuid"), NULL FROM "groep_lid" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "groep_lid_after_update" AFTER UPDATE ON "groep_lid" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.groep_uuid IS NOT OLD.groep_uuid OR NEW.gebruiker_uuid IS NOT OLD.gebruiker_uuid) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "groep_lid" SET "versie" = OLD.versie + (NEW.groep_uuid IS NOT OLD.groep_uuid OR NEW.gebruiker_uuid IS NOT OLD.gebruiker_uuid), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.groep_uuid IS NOT OLD.groep_uuid OR NEW.gebruiker_uuid IS NOT OLD.gebruiker_uuid) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.groep_uuid IS NOT OLD.groep_uuid OR NEW.gebruiker_uuid IS NOT OLD.gebruiker_uuid) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.groep_uuid IS NOT OLD.groep_uuid OR NEW.gebruiker_uuid IS NOT OLD.gebruiker_uuid) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'groep_lid' AND 1 = 1 AND (NEW.groep_uuid IS NOT OLD.groep_uuid OR NEW.gebruiker_uuid IS NOT OLD.gebruiker_uuid);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'groep_lid', "groep_lid".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "groep_lid"."fid", 'uuid', "groep_lid"."uuid", 'versie', "groep_lid"."versie", 'aangemaakt', "groep_lid"."aangemaakt", 'aangemaakt_door', "groep_lid"."aangemaakt_door", 'gewijzigd', "groep_lid"."gewijzigd", 'gewijzigd_door', "groep_lid"."gewijzigd_door", 'groep_uuid', "groep_lid"."groep_uuid", 'gebruiker_uuid', "groep_lid"."gebruiker_uuid"), NULL FROM "groep_lid" WHERE fid = NEW.fid AND ((NEW.groep_uuid IS NOT OLD.groep_uuid OR NEW.gebruiker_uuid IS NOT OLD.gebruiker_uuid) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "groep_lid_after_delete" AFTER DELETE ON "groep_lid" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('groep_lid', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'groep_uuid', OLD."groep_uuid", 'gebruiker_uuid', OLD."gebruiker_uuid"), NULL);
END

-- next statement
CREATE TRIGGER "project_groep_before_insert" BEFORE INSERT ON "project_groep" BEGIN
  SELECT RAISE(ABORT, 'project_groep.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'project_groep.groep_uuid: groep bestaat niet / does not exist') WHERE NEW.groep_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "groep" AS o WHERE o.uuid = NEW.groep_uuid);
  SELECT RAISE(ABORT, 'project_groep: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'project_groep' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'project_groep: in een groep die plannen beheert kan alleen een hoofdgebruiker, gebruiker of externe zitten / only a chief user, user or external can be in a group that owns plans') WHERE EXISTS (SELECT 1 FROM groep_lid AS l JOIN gebruiker AS u ON u.uuid = l.gebruiker_uuid WHERE l.groep_uuid = NEW.groep_uuid AND u.rol NOT IN ('extern', 'gebruiker', 'hoofdgebruiker'));
END

-- next statement
CREATE TRIGGER "project_groep_before_update" BEFORE UPDATE ON "project_groep" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'project_groep.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'project_groep: is nog niet opgeslagen / was not stored yet') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.groep_uuid IS NOT OLD.groep_uuid) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'project_groep' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'project_groep: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.groep_uuid IS NOT OLD.groep_uuid) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'project_groep' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'project_groep.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'project_groep.groep_uuid: groep bestaat niet / does not exist') WHERE NEW.groep_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "groep" AS o WHERE o.uuid = NEW.groep_uuid);
  SELECT RAISE(ABORT, 'project_groep: in een groep die plannen beheert kan alleen een hoofdgebruiker, gebruiker of externe zitten / only a chief user, user or external can be in a group that owns plans') WHERE EXISTS (SELECT 1 FROM groep_lid AS l JOIN gebruiker AS u ON u.uuid = l.gebruiker_uuid WHERE l.groep_uuid = NEW.groep_uuid AND u.rol NOT IN ('extern', 'gebruiker', 'hoofdgebruiker'));
END

-- next statement
CREATE TRIGGER "project_groep_before_delete" BEFORE DELETE ON "project_groep" BEGIN
  SELECT RAISE(ABORT, 'project_groep: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'project_groep' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'project_groep: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'project_groep' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "project_groep_after_insert" AFTER INSERT ON "project_groep" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "project_groep" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'project_groep', "project_groep".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "project_groep"."fid", 'uuid', "project_groep"."uuid", 'versie', "project_groep"."versie", 'aangemaakt', "project_groep"."aangemaakt", 'aangemaakt_door', "project_groep"."aangemaakt_door", 'gewijzigd', "project_groep"."gewijzigd", 'gewijzigd_door', "project_groep"."gewijzigd_door", 'project_uuid', "project_groep"."project_uuid", 'groep_uuid', "project_groep"."groep_uuid"), NULL FROM "project_groep" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "project_groep_after_update" AFTER UPDATE ON "project_groep" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.groep_uuid IS NOT OLD.groep_uuid) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "project_groep" SET "versie" = OLD.versie + (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.groep_uuid IS NOT OLD.groep_uuid), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.groep_uuid IS NOT OLD.groep_uuid) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.groep_uuid IS NOT OLD.groep_uuid) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.groep_uuid IS NOT OLD.groep_uuid) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'project_groep' AND 1 = 1 AND (NEW.project_uuid IS NOT OLD.project_uuid OR NEW.groep_uuid IS NOT OLD.groep_uuid);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'project_groep', "project_groep".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "project_groep"."fid", 'uuid', "project_groep"."uuid", 'versie', "project_groep"."versie", 'aangemaakt', "project_groep"."aangemaakt", 'aangemaakt_door', "project_groep"."aangemaakt_door", 'gewijzigd', "project_groep"."gewijzigd", 'gewijzigd_door', "project_groep"."gewijzigd_door", 'project_uuid', "project_groep"."project_uuid", 'groep_uuid', "project_groep"."groep_uuid"), NULL FROM "project_groep" WHERE fid = NEW.fid AND ((NEW.project_uuid IS NOT OLD.project_uuid OR NEW.groep_uuid IS NOT OLD.groep_uuid) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "project_groep_after_delete" AFTER DELETE ON "project_groep" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('project_groep', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'project_uuid', OLD."project_uuid", 'groep_uuid', OLD."groep_uuid"), NULL);
END

-- next statement
CREATE TRIGGER "beleidsdoel_before_insert" BEFORE INSERT ON "beleidsdoel" BEGIN
  SELECT RAISE(ABORT, 'beleidsdoel: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'beleidsdoel' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "beleidsdoel_before_update" BEFORE UPDATE ON "beleidsdoel" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'beleidsdoel.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'beleidsdoel: is nog niet opgeslagen / was not stored yet') WHERE (NEW.naam IS NOT OLD.naam OR NEW.categorie IS NOT OLD.categorie OR NEW.soort IS NOT OLD.soort OR NEW.richting IS NOT OLD.richting OR NEW.waarde IS NOT OLD.waarde OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gebied IS NOT OLD.gebied OR NEW.toelichting IS NOT OLD.toelichting) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'beleidsdoel' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'beleidsdoel: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.naam IS NOT OLD.naam OR NEW.categorie IS NOT OLD.categorie OR NEW.soort IS NOT OLD.soort OR NEW.richting IS NOT OLD.richting OR NEW.waarde IS NOT OLD.waarde OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gebied IS NOT OLD.gebied OR NEW.toelichting IS NOT OLD.toelichting) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'beleidsdoel' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "beleidsdoel_before_delete" BEFORE DELETE ON "beleidsdoel" BEGIN
  SELECT RAISE(ABORT, 'beleidsdoel: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'beleidsdoel' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'beleidsdoel: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'beleidsdoel' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'beleidsdoel: heeft nog onderdelen (beleidsdoel_conditie); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (beleidsdoel_conditie); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "beleidsdoel_conditie" AS k WHERE k.beleidsdoel_uuid = OLD.uuid);
END

-- next statement
CREATE TRIGGER "beleidsdoel_after_insert" AFTER INSERT ON "beleidsdoel" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "beleidsdoel" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'beleidsdoel', "beleidsdoel".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "beleidsdoel"."fid", 'uuid', "beleidsdoel"."uuid", 'versie', "beleidsdoel"."versie", 'aangemaakt', "beleidsdoel"."aangemaakt", 'aangemaakt_door', "beleidsdoel"."aangemaakt_door", 'gewijzigd', "beleidsdoel"."gewijzigd", 'gewijzigd_door', "beleidsdoel"."gewijzigd_door", 'naam', "beleidsdoel"."naam", 'categorie', "beleidsdoel"."categorie", 'soort', "beleidsdoel"."soort", 'richting', "beleidsdoel"."richting", 'waarde', "beleidsdoel"."waarde", 'start_datum', "beleidsdoel"."start_datum", 'eind_datum', "beleidsdoel"."eind_datum", 'gebied', "beleidsdoel"."gebied", 'toelichting', "beleidsdoel"."toelichting"), NULL FROM "beleidsdoel" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "beleidsdoel_after_update" AFTER UPDATE ON "beleidsdoel" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.naam IS NOT OLD.naam OR NEW.categorie IS NOT OLD.categorie OR NEW.soort IS NOT OLD.soort OR NEW.richting IS NOT OLD.richting OR NEW.waarde IS NOT OLD.waarde OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gebied IS NOT OLD.gebied OR NEW.toelichting IS NOT OLD.toelichting) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "beleidsdoel" SET "versie" = OLD.versie + (NEW.naam IS NOT OLD.naam OR NEW.categorie IS NOT OLD.categorie OR NEW.soort IS NOT OLD.soort OR NEW.richting IS NOT OLD.richting OR NEW.waarde IS NOT OLD.waarde OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gebied IS NOT OLD.gebied OR NEW.toelichting IS NOT OLD.toelichting), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.naam IS NOT OLD.naam OR NEW.categorie IS NOT OLD.categorie OR NEW.soort IS NOT OLD.soort OR NEW.richting IS NOT OLD.richting OR NEW.waarde IS NOT OLD.waarde OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gebied IS NOT OLD.gebied OR NEW.toelichting IS NOT OLD.toelichting) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.naam IS NOT OLD.naam OR NEW.categorie IS NOT OLD.categorie OR NEW.soort IS NOT OLD.soort OR NEW.richting IS NOT OLD.richting OR NEW.waarde IS NOT OLD.waarde OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gebied IS NOT OLD.gebied OR NEW.toelichting IS NOT OLD.toelichting) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.naam IS NOT OLD.naam OR NEW.categorie IS NOT OLD.categorie OR NEW.soort IS NOT OLD.soort OR NEW.richting IS NOT OLD.richting OR NEW.waarde IS NOT OLD.waarde OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gebied IS NOT OLD.gebied OR NEW.toelichting IS NOT OLD.toelichting) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'beleidsdoel' AND 1 = 1 AND (NEW.naam IS NOT OLD.naam OR NEW.categorie IS NOT OLD.categorie OR NEW.soort IS NOT OLD.soort OR NEW.richting IS NOT OLD.richting OR NEW.waarde IS NOT OLD.waarde OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gebied IS NOT OLD.gebied OR NEW.toelichting IS NOT OLD.toelichting);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'beleidsdoel', "beleidsdoel".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "beleidsdoel"."fid", 'uuid', "beleidsdoel"."uuid", 'versie', "beleidsdoel"."versie", 'aangemaakt', "beleidsdoel"."aangemaakt", 'aangemaakt_door', "beleidsdoel"."aangemaakt_door", 'gewijzigd', "beleidsdoel"."gewijzigd", 'gewijzigd_door', "beleidsdoel"."gewijzigd_door", 'naam', "beleidsdoel"."naam", 'categorie', "beleidsdoel"."categorie", 'soort', "beleidsdoel"."soort", 'richting', "beleidsdoel"."richting", 'waarde', "beleidsdoel"."waarde", 'start_datum', "beleidsdoel"."start_datum", 'eind_datum', "beleidsdoel"."eind_datum", 'gebied', "beleidsdoel"."gebied", 'toelichting', "beleidsdoel"."toelichting"), NULL FROM "beleidsdoel" WHERE fid = NEW.fid AND ((NEW.naam IS NOT OLD.naam OR NEW.categorie IS NOT OLD.categorie OR NEW.soort IS NOT OLD.soort OR NEW.richting IS NOT OLD.richting OR NEW.waarde IS NOT OLD.waarde OR NEW.start_datum IS NOT OLD.start_datum OR NEW.eind_datum IS NOT OLD.eind_datum OR NEW.gebied IS NOT OLD.gebied OR NEW.toelichting IS NOT OLD.toelichting) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "beleidsdoel_after_delete" AFTER DELETE ON "beleidsdoel" BEGIN
  DELETE FROM "beleidsdoel_conditie" WHERE beleidsdoel_uuid = OLD.uuid;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('beleidsdoel', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'naam', OLD."naam", 'categorie', OLD."categorie", 'soort', OLD."soort", 'richting', OLD."richting", 'waarde', OLD."waarde", 'start_datum', OLD."start_datum", 'eind_datum', OLD."eind_datum", 'gebied', OLD."gebied", 'toelichting', OLD."toelichting"), NULL);
END

-- next statement
CREATE TRIGGER "beleidsdoel_conditie_before_insert" BEFORE INSERT ON "beleidsdoel_conditie" BEGIN
  SELECT RAISE(ABORT, 'beleidsdoel_conditie.beleidsdoel_uuid: beleidsdoel bestaat niet / does not exist') WHERE NEW.beleidsdoel_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "beleidsdoel" AS o WHERE o.uuid = NEW.beleidsdoel_uuid);
  SELECT RAISE(ABORT, 'beleidsdoel_conditie: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'beleidsdoel_conditie' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "beleidsdoel_conditie_before_update" BEFORE UPDATE ON "beleidsdoel_conditie" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'beleidsdoel_conditie.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'beleidsdoel_conditie: is nog niet opgeslagen / was not stored yet') WHERE (NEW.beleidsdoel_uuid IS NOT OLD.beleidsdoel_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'beleidsdoel_conditie' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'beleidsdoel_conditie: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.beleidsdoel_uuid IS NOT OLD.beleidsdoel_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'beleidsdoel_conditie' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'beleidsdoel_conditie.beleidsdoel_uuid: beleidsdoel bestaat niet / does not exist') WHERE NEW.beleidsdoel_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "beleidsdoel" AS o WHERE o.uuid = NEW.beleidsdoel_uuid);
END

-- next statement
CREATE TRIGGER "beleidsdoel_conditie_before_delete" BEFORE DELETE ON "beleidsdoel_conditie" BEGIN
  SELECT RAISE(ABORT, 'beleidsdoel_conditie: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'beleidsdoel_conditie' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'beleidsdoel_conditie: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'beleidsdoel_conditie' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "beleidsdoel_conditie_after_insert" AFTER INSERT ON "beleidsdoel_conditie" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "beleidsdoel_conditie" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'beleidsdoel_conditie', "beleidsdoel_conditie".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "beleidsdoel_conditie"."fid", 'uuid', "beleidsdoel_conditie"."uuid", 'versie', "beleidsdoel_conditie"."versie", 'aangemaakt', "beleidsdoel_conditie"."aangemaakt", 'aangemaakt_door', "beleidsdoel_conditie"."aangemaakt_door", 'gewijzigd', "beleidsdoel_conditie"."gewijzigd", 'gewijzigd_door', "beleidsdoel_conditie"."gewijzigd_door", 'beleidsdoel_uuid', "beleidsdoel_conditie"."beleidsdoel_uuid", 'kenmerk', "beleidsdoel_conditie"."kenmerk", 'categorie', "beleidsdoel_conditie"."categorie", 'prijs_min', "beleidsdoel_conditie"."prijs_min", 'prijs_max', "beleidsdoel_conditie"."prijs_max"), NULL FROM "beleidsdoel_conditie" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "beleidsdoel_conditie_after_update" AFTER UPDATE ON "beleidsdoel_conditie" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.beleidsdoel_uuid IS NOT OLD.beleidsdoel_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "beleidsdoel_conditie" SET "versie" = OLD.versie + (NEW.beleidsdoel_uuid IS NOT OLD.beleidsdoel_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.beleidsdoel_uuid IS NOT OLD.beleidsdoel_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.beleidsdoel_uuid IS NOT OLD.beleidsdoel_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.beleidsdoel_uuid IS NOT OLD.beleidsdoel_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'beleidsdoel_conditie' AND 1 = 1 AND (NEW.beleidsdoel_uuid IS NOT OLD.beleidsdoel_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'beleidsdoel_conditie', "beleidsdoel_conditie".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "beleidsdoel_conditie"."fid", 'uuid', "beleidsdoel_conditie"."uuid", 'versie', "beleidsdoel_conditie"."versie", 'aangemaakt', "beleidsdoel_conditie"."aangemaakt", 'aangemaakt_door', "beleidsdoel_conditie"."aangemaakt_door", 'gewijzigd', "beleidsdoel_conditie"."gewijzigd", 'gewijzigd_door', "beleidsdoel_conditie"."gewijzigd_door", 'beleidsdoel_uuid', "beleidsdoel_conditie"."beleidsdoel_uuid", 'kenmerk', "beleidsdoel_conditie"."kenmerk", 'categorie', "beleidsdoel_conditie"."categorie", 'prijs_min', "beleidsdoel_conditie"."prijs_min", 'prijs_max', "beleidsdoel_conditie"."prijs_max"), NULL FROM "beleidsdoel_conditie" WHERE fid = NEW.fid AND ((NEW.beleidsdoel_uuid IS NOT OLD.beleidsdoel_uuid OR NEW.kenmerk IS NOT OLD.kenmerk OR NEW.categorie IS NOT OLD.categorie OR NEW.prijs_min IS NOT OLD.prijs_min OR NEW.prijs_max IS NOT OLD.prijs_max) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "beleidsdoel_conditie_after_delete" AFTER DELETE ON "beleidsdoel_conditie" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('beleidsdoel_conditie', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'beleidsdoel_uuid', OLD."beleidsdoel_uuid", 'kenmerk', OLD."kenmerk", 'categorie', OLD."categorie", 'prijs_min', OLD."prijs_min", 'prijs_max', OLD."prijs_max"), NULL);
END

-- next statement
CREATE TRIGGER "leveringsronde_before_insert" BEFORE INSERT ON "leveringsronde" BEGIN
  SELECT RAISE(ABORT, 'leveringsronde: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'leveringsronde' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "leveringsronde_before_update" BEFORE UPDATE ON "leveringsronde" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'leveringsronde.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'leveringsronde: is nog niet opgeslagen / was not stored yet') WHERE (NEW.naam IS NOT OLD.naam OR NEW.profiel IS NOT OLD.profiel OR NEW.peildatum IS NOT OLD.peildatum OR NEW.bestand IS NOT OLD.bestand OR NEW.sha256 IS NOT OLD.sha256 OR NEW.aantal_plannen IS NOT OLD.aantal_plannen OR NEW.aantal_rijen IS NOT OLD.aantal_rijen OR NEW.aantal_overgeslagen IS NOT OLD.aantal_overgeslagen OR NEW.ontvangstbewijs IS NOT OLD.ontvangstbewijs) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'leveringsronde' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'leveringsronde: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.naam IS NOT OLD.naam OR NEW.profiel IS NOT OLD.profiel OR NEW.peildatum IS NOT OLD.peildatum OR NEW.bestand IS NOT OLD.bestand OR NEW.sha256 IS NOT OLD.sha256 OR NEW.aantal_plannen IS NOT OLD.aantal_plannen OR NEW.aantal_rijen IS NOT OLD.aantal_rijen OR NEW.aantal_overgeslagen IS NOT OLD.aantal_overgeslagen OR NEW.ontvangstbewijs IS NOT OLD.ontvangstbewijs) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'leveringsronde' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "leveringsronde_before_delete" BEFORE DELETE ON "leveringsronde" BEGIN
  SELECT RAISE(ABORT, 'leveringsronde: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'leveringsronde' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'leveringsronde: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'leveringsronde' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'leveringsronde: heeft nog onderdelen (levering); verwijder die eerst, of verwijder met DIWI (bij een plan: ''Plan verwijderen'') / still has parts (levering); delete those first, or delete with DIWI (a plan: ''Delete plan'')') WHERE EXISTS (SELECT 1 FROM "levering" AS k WHERE k.leveringsronde_uuid = OLD.uuid);
END

-- next statement
CREATE TRIGGER "leveringsronde_after_insert" AFTER INSERT ON "leveringsronde" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "leveringsronde" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'leveringsronde', "leveringsronde".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "leveringsronde"."fid", 'uuid', "leveringsronde"."uuid", 'versie', "leveringsronde"."versie", 'aangemaakt', "leveringsronde"."aangemaakt", 'aangemaakt_door', "leveringsronde"."aangemaakt_door", 'gewijzigd', "leveringsronde"."gewijzigd", 'gewijzigd_door', "leveringsronde"."gewijzigd_door", 'naam', "leveringsronde"."naam", 'profiel', "leveringsronde"."profiel", 'peildatum', "leveringsronde"."peildatum", 'bestand', "leveringsronde"."bestand", 'sha256', "leveringsronde"."sha256", 'aantal_plannen', "leveringsronde"."aantal_plannen", 'aantal_rijen', "leveringsronde"."aantal_rijen", 'aantal_overgeslagen', "leveringsronde"."aantal_overgeslagen", 'ontvangstbewijs', "leveringsronde"."ontvangstbewijs"), NULL FROM "leveringsronde" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "leveringsronde_after_update" AFTER UPDATE ON "leveringsronde" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.naam IS NOT OLD.naam OR NEW.profiel IS NOT OLD.profiel OR NEW.peildatum IS NOT OLD.peildatum OR NEW.bestand IS NOT OLD.bestand OR NEW.sha256 IS NOT OLD.sha256 OR NEW.aantal_plannen IS NOT OLD.aantal_plannen OR NEW.aantal_rijen IS NOT OLD.aantal_rijen OR NEW.aantal_overgeslagen IS NOT OLD.aantal_overgeslagen OR NEW.ontvangstbewijs IS NOT OLD.ontvangstbewijs) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "leveringsronde" SET "versie" = OLD.versie + (NEW.naam IS NOT OLD.naam OR NEW.profiel IS NOT OLD.profiel OR NEW.peildatum IS NOT OLD.peildatum OR NEW.bestand IS NOT OLD.bestand OR NEW.sha256 IS NOT OLD.sha256 OR NEW.aantal_plannen IS NOT OLD.aantal_plannen OR NEW.aantal_rijen IS NOT OLD.aantal_rijen OR NEW.aantal_overgeslagen IS NOT OLD.aantal_overgeslagen OR NEW.ontvangstbewijs IS NOT OLD.ontvangstbewijs), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.naam IS NOT OLD.naam OR NEW.profiel IS NOT OLD.profiel OR NEW.peildatum IS NOT OLD.peildatum OR NEW.bestand IS NOT OLD.bestand OR NEW.sha256 IS NOT OLD.sha256 OR NEW.aantal_plannen IS NOT OLD.aantal_plannen OR NEW.aantal_rijen IS NOT OLD.aantal_rijen OR NEW.aantal_overgeslagen IS NOT OLD.aantal_overgeslagen OR NEW.ontvangstbewijs IS NOT OLD.ontvangstbewijs) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.naam IS NOT OLD.naam OR NEW.profiel IS NOT OLD.profiel OR NEW.peildatum IS NOT OLD.peildatum OR NEW.bestand IS NOT OLD.bestand OR NEW.sha256 IS NOT OLD.sha256 OR NEW.aantal_plannen IS NOT OLD.aantal_plannen OR NEW.aantal_rijen IS NOT OLD.aantal_rijen OR NEW.aantal_overgeslagen IS NOT OLD.aantal_overgeslagen OR NEW.ontvangstbewijs IS NOT OLD.ontvangstbewijs) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.naam IS NOT OLD.naam OR NEW.profiel IS NOT OLD.profiel OR NEW.peildatum IS NOT OLD.peildatum OR NEW.bestand IS NOT OLD.bestand OR NEW.sha256 IS NOT OLD.sha256 OR NEW.aantal_plannen IS NOT OLD.aantal_plannen OR NEW.aantal_rijen IS NOT OLD.aantal_rijen OR NEW.aantal_overgeslagen IS NOT OLD.aantal_overgeslagen OR NEW.ontvangstbewijs IS NOT OLD.ontvangstbewijs) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'leveringsronde' AND 1 = 1 AND (NEW.naam IS NOT OLD.naam OR NEW.profiel IS NOT OLD.profiel OR NEW.peildatum IS NOT OLD.peildatum OR NEW.bestand IS NOT OLD.bestand OR NEW.sha256 IS NOT OLD.sha256 OR NEW.aantal_plannen IS NOT OLD.aantal_plannen OR NEW.aantal_rijen IS NOT OLD.aantal_rijen OR NEW.aantal_overgeslagen IS NOT OLD.aantal_overgeslagen OR NEW.ontvangstbewijs IS NOT OLD.ontvangstbewijs);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'leveringsronde', "leveringsronde".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "leveringsronde"."fid", 'uuid', "leveringsronde"."uuid", 'versie', "leveringsronde"."versie", 'aangemaakt', "leveringsronde"."aangemaakt", 'aangemaakt_door', "leveringsronde"."aangemaakt_door", 'gewijzigd', "leveringsronde"."gewijzigd", 'gewijzigd_door', "leveringsronde"."gewijzigd_door", 'naam', "leveringsronde"."naam", 'profiel', "leveringsronde"."profiel", 'peildatum', "leveringsronde"."peildatum", 'bestand', "leveringsronde"."bestand", 'sha256', "leveringsronde"."sha256", 'aantal_plannen', "leveringsronde"."aantal_plannen", 'aantal_rijen', "leveringsronde"."aantal_rijen", 'aantal_overgeslagen', "leveringsronde"."aantal_overgeslagen", 'ontvangstbewijs', "leveringsronde"."ontvangstbewijs"), NULL FROM "leveringsronde" WHERE fid = NEW.fid AND ((NEW.naam IS NOT OLD.naam OR NEW.profiel IS NOT OLD.profiel OR NEW.peildatum IS NOT OLD.peildatum OR NEW.bestand IS NOT OLD.bestand OR NEW.sha256 IS NOT OLD.sha256 OR NEW.aantal_plannen IS NOT OLD.aantal_plannen OR NEW.aantal_rijen IS NOT OLD.aantal_rijen OR NEW.aantal_overgeslagen IS NOT OLD.aantal_overgeslagen OR NEW.ontvangstbewijs IS NOT OLD.ontvangstbewijs) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "leveringsronde_after_delete" AFTER DELETE ON "leveringsronde" BEGIN
  DELETE FROM "levering" WHERE leveringsronde_uuid = OLD.uuid;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('leveringsronde', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'naam', OLD."naam", 'profiel', OLD."profiel", 'peildatum', OLD."peildatum", 'bestand', OLD."bestand", 'sha256', OLD."sha256", 'aantal_plannen', OLD."aantal_plannen", 'aantal_rijen', OLD."aantal_rijen", 'aantal_overgeslagen', OLD."aantal_overgeslagen", 'ontvangstbewijs', OLD."ontvangstbewijs"), NULL);
END

-- next statement
CREATE TRIGGER "levering_before_insert" BEFORE INSERT ON "levering" BEGIN
  SELECT RAISE(ABORT, 'levering.leveringsronde_uuid: leveringsronde bestaat niet / does not exist') WHERE NEW.leveringsronde_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "leveringsronde" AS o WHERE o.uuid = NEW.leveringsronde_uuid);
  SELECT RAISE(ABORT, 'levering: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'levering' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "levering_before_update" BEFORE UPDATE ON "levering" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'levering.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'levering: is nog niet opgeslagen / was not stored yet') WHERE (NEW.leveringsronde_uuid IS NOT OLD.leveringsronde_uuid OR NEW.plan_uuid IS NOT OLD.plan_uuid OR NEW.plancode IS NOT OLD.plancode OR NEW.inhoud IS NOT OLD.inhoud) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'levering' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'levering: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.leveringsronde_uuid IS NOT OLD.leveringsronde_uuid OR NEW.plan_uuid IS NOT OLD.plan_uuid OR NEW.plancode IS NOT OLD.plancode OR NEW.inhoud IS NOT OLD.inhoud) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'levering' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'levering.leveringsronde_uuid: leveringsronde bestaat niet / does not exist') WHERE NEW.leveringsronde_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "leveringsronde" AS o WHERE o.uuid = NEW.leveringsronde_uuid);
END

-- next statement
CREATE TRIGGER "levering_before_delete" BEFORE DELETE ON "levering" BEGIN
  SELECT RAISE(ABORT, 'levering: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'levering' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'levering: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'levering' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "levering_after_insert" AFTER INSERT ON "levering" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "levering" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'levering', "levering".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "levering"."fid", 'uuid', "levering"."uuid", 'versie', "levering"."versie", 'aangemaakt', "levering"."aangemaakt", 'aangemaakt_door', "levering"."aangemaakt_door", 'gewijzigd', "levering"."gewijzigd", 'gewijzigd_door', "levering"."gewijzigd_door", 'leveringsronde_uuid', "levering"."leveringsronde_uuid", 'plan_uuid', "levering"."plan_uuid", 'plancode', "levering"."plancode", 'inhoud', "levering"."inhoud"), NULL FROM "levering" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "levering_after_update" AFTER UPDATE ON "levering" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.leveringsronde_uuid IS NOT OLD.leveringsronde_uuid OR NEW.plan_uuid IS NOT OLD.plan_uuid OR NEW.plancode IS NOT OLD.plancode OR NEW.inhoud IS NOT OLD.inhoud) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "levering" SET "versie" = OLD.versie + (NEW.leveringsronde_uuid IS NOT OLD.leveringsronde_uuid OR NEW.plan_uuid IS NOT OLD.plan_uuid OR NEW.plancode IS NOT OLD.plancode OR NEW.inhoud IS NOT OLD.inhoud), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.leveringsronde_uuid IS NOT OLD.leveringsronde_uuid OR NEW.plan_uuid IS NOT OLD.plan_uuid OR NEW.plancode IS NOT OLD.plancode OR NEW.inhoud IS NOT OLD.inhoud) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.leveringsronde_uuid IS NOT OLD.leveringsronde_uuid OR NEW.plan_uuid IS NOT OLD.plan_uuid OR NEW.plancode IS NOT OLD.plancode OR NEW.inhoud IS NOT OLD.inhoud) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.leveringsronde_uuid IS NOT OLD.leveringsronde_uuid OR NEW.plan_uuid IS NOT OLD.plan_uuid OR NEW.plancode IS NOT OLD.plancode OR NEW.inhoud IS NOT OLD.inhoud) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'levering' AND 1 = 1 AND (NEW.leveringsronde_uuid IS NOT OLD.leveringsronde_uuid OR NEW.plan_uuid IS NOT OLD.plan_uuid OR NEW.plancode IS NOT OLD.plancode OR NEW.inhoud IS NOT OLD.inhoud);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'levering', "levering".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "levering"."fid", 'uuid', "levering"."uuid", 'versie', "levering"."versie", 'aangemaakt', "levering"."aangemaakt", 'aangemaakt_door', "levering"."aangemaakt_door", 'gewijzigd', "levering"."gewijzigd", 'gewijzigd_door', "levering"."gewijzigd_door", 'leveringsronde_uuid', "levering"."leveringsronde_uuid", 'plan_uuid', "levering"."plan_uuid", 'plancode', "levering"."plancode", 'inhoud', "levering"."inhoud"), NULL FROM "levering" WHERE fid = NEW.fid AND ((NEW.leveringsronde_uuid IS NOT OLD.leveringsronde_uuid OR NEW.plan_uuid IS NOT OLD.plan_uuid OR NEW.plancode IS NOT OLD.plancode OR NEW.inhoud IS NOT OLD.inhoud) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "levering_after_delete" AFTER DELETE ON "levering" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('levering', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'leveringsronde_uuid', OLD."leveringsronde_uuid", 'plan_uuid', OLD."plan_uuid", 'plancode', OLD."plancode", 'inhoud', OLD."inhoud"), NULL);
END

-- next statement
CREATE TRIGGER "dashboard_before_insert" BEFORE INSERT ON "dashboard" BEGIN
  SELECT RAISE(ABORT, 'dashboard.eigenaar_uuid: gebruiker bestaat niet / does not exist') WHERE NEW.eigenaar_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "gebruiker" AS o WHERE o.uuid = NEW.eigenaar_uuid);
  SELECT RAISE(ABORT, 'dashboard: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'dashboard' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "dashboard_before_update" BEFORE UPDATE ON "dashboard" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'dashboard.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'dashboard: is nog niet opgeslagen / was not stored yet') WHERE (NEW.naam IS NOT OLD.naam OR NEW.rol IS NOT OLD.rol OR NEW.inhoud IS NOT OLD.inhoud OR NEW.eigenaar_uuid IS NOT OLD.eigenaar_uuid) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'dashboard' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'dashboard: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.naam IS NOT OLD.naam OR NEW.rol IS NOT OLD.rol OR NEW.inhoud IS NOT OLD.inhoud OR NEW.eigenaar_uuid IS NOT OLD.eigenaar_uuid) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'dashboard' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
  SELECT RAISE(ABORT, 'dashboard.eigenaar_uuid: gebruiker bestaat niet / does not exist') WHERE NEW.eigenaar_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "gebruiker" AS o WHERE o.uuid = NEW.eigenaar_uuid);
END

-- next statement
CREATE TRIGGER "dashboard_before_delete" BEFORE DELETE ON "dashboard" BEGIN
  SELECT RAISE(ABORT, 'dashboard: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'dashboard' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'dashboard: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'dashboard' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "dashboard_after_insert" AFTER INSERT ON "dashboard" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "dashboard" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'dashboard', "dashboard".uuid, 'I', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "dashboard"."fid", 'uuid', "dashboard"."uuid", 'versie', "dashboard"."versie", 'aangemaakt', "dashboard"."aangemaakt", 'aangemaakt_door', "dashboard"."aangemaakt_door", 'gewijzigd', "dashboard"."gewijzigd", 'gewijzigd_door', "dashboard"."gewijzigd_door", 'naam', "dashboard"."naam", 'rol', "dashboard"."rol", 'inhoud', "dashboard"."inhoud", 'eigenaar_uuid', "dashboard"."eigenaar_uuid"), NULL FROM "dashboard" WHERE fid = NEW.fid ORDER BY fid;
END

-- next statement
CREATE TRIGGER "dashboard_after_update" AFTER UPDATE ON "dashboard" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.naam IS NOT OLD.naam OR NEW.rol IS NOT OLD.rol OR NEW.inhoud IS NOT OLD.inhoud OR NEW.eigenaar_uuid IS NOT OLD.eigenaar_uuid) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "dashboard" SET "versie" = OLD.versie + (NEW.naam IS NOT OLD.naam OR NEW.rol IS NOT OLD.rol OR NEW.inhoud IS NOT OLD.inhoud OR NEW.eigenaar_uuid IS NOT OLD.eigenaar_uuid), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.naam IS NOT OLD.naam OR NEW.rol IS NOT OLD.rol OR NEW.inhoud IS NOT OLD.inhoud OR NEW.eigenaar_uuid IS NOT OLD.eigenaar_uuid) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.naam IS NOT OLD.naam OR NEW.rol IS NOT OLD.rol OR NEW.inhoud IS NOT OLD.inhoud OR NEW.eigenaar_uuid IS NOT OLD.eigenaar_uuid) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.naam IS NOT OLD.naam OR NEW.rol IS NOT OLD.rol OR NEW.inhoud IS NOT OLD.inhoud OR NEW.eigenaar_uuid IS NOT OLD.eigenaar_uuid) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'dashboard' AND 1 = 1 AND (NEW.naam IS NOT OLD.naam OR NEW.rol IS NOT OLD.rol OR NEW.inhoud IS NOT OLD.inhoud OR NEW.eigenaar_uuid IS NOT OLD.eigenaar_uuid);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'dashboard', "dashboard".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "dashboard"."fid", 'uuid', "dashboard"."uuid", 'versie', "dashboard"."versie", 'aangemaakt', "dashboard"."aangemaakt", 'aangemaakt_door', "dashboard"."aangemaakt_door", 'gewijzigd', "dashboard"."gewijzigd", 'gewijzigd_door', "dashboard"."gewijzigd_door", 'naam', "dashboard"."naam", 'rol', "dashboard"."rol", 'inhoud', "dashboard"."inhoud", 'eigenaar_uuid', "dashboard"."eigenaar_uuid"), NULL FROM "dashboard" WHERE fid = NEW.fid AND ((NEW.naam IS NOT OLD.naam OR NEW.rol IS NOT OLD.rol OR NEW.inhoud IS NOT OLD.inhoud OR NEW.eigenaar_uuid IS NOT OLD.eigenaar_uuid) OR (0)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "dashboard_after_delete" AFTER DELETE ON "dashboard" BEGIN
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) VALUES ('dashboard', OLD.uuid, 'D', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', OLD."fid", 'uuid', OLD."uuid", 'versie', OLD."versie", 'aangemaakt', OLD."aangemaakt", 'aangemaakt_door', OLD."aangemaakt_door", 'gewijzigd', OLD."gewijzigd", 'gewijzigd_door', OLD."gewijzigd_door", 'naam', OLD."naam", 'rol', OLD."rol", 'inhoud', OLD."inhoud", 'eigenaar_uuid', OLD."eigenaar_uuid"), NULL);
END

-- next statement
CREATE TRIGGER "historie_before_update" BEFORE UPDATE ON "historie" BEGIN
  SELECT RAISE(ABORT, 'historie: rijen veranderen nooit en blijven / rows never change and stay');
END

-- next statement
CREATE TRIGGER "historie_before_delete" BEFORE DELETE ON "historie" BEGIN
  SELECT RAISE(ABORT, 'historie: rijen veranderen nooit en blijven / rows never change and stay');
END

-- next statement
CREATE TRIGGER "bevinding_before_insert" BEFORE INSERT ON "bevinding" BEGIN
  SELECT RAISE(ABORT, 'bevinding.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'bevinding.woningblok_uuid: woningblok bestaat niet / does not exist') WHERE NEW.woningblok_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "woningblok" AS o WHERE o.uuid = NEW.woningblok_uuid);
  SELECT RAISE(ABORT, 'bevinding.ander_uuid: project bestaat niet / does not exist') WHERE NEW.ander_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.ander_uuid);
  SELECT RAISE(ABORT, 'bevinding: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = '' AND k.tabel = 'bevinding' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
END

-- next statement
CREATE TRIGGER "bevinding_before_update" BEFORE UPDATE ON "bevinding" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'bevinding.uuid: verandert nooit / never changes') WHERE NEW.uuid IS NOT OLD.uuid;
  SELECT RAISE(ABORT, 'bevinding: is nog niet opgeslagen / was not stored yet') WHERE (NEW.regel IS NOT OLD.regel OR NEW.ernst IS NOT OLD.ernst OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.ander_uuid IS NOT OLD.ander_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.melding IS NOT OLD.melding OR NEW.melding_en IS NOT OLD.melding_en OR NEW.waarde IS NOT OLD.waarde OR NEW.verwacht IS NOT OLD.verwacht OR NEW.maat IS NOT OLD.maat OR NEW.sleutel IS NOT OLD.sleutel OR NEW.geaccepteerd IS NOT OLD.geaccepteerd OR NEW.geaccepteerd_door IS NOT OLD.geaccepteerd_door OR NEW.reden IS NOT OLD.reden OR NEW.geom IS NOT OLD.geom) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'bevinding' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'bevinding: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE (NEW.regel IS NOT OLD.regel OR NEW.ernst IS NOT OLD.ernst OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.ander_uuid IS NOT OLD.ander_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.melding IS NOT OLD.melding OR NEW.melding_en IS NOT OLD.melding_en OR NEW.waarde IS NOT OLD.waarde OR NEW.verwacht IS NOT OLD.verwacht OR NEW.maat IS NOT OLD.maat OR NEW.sleutel IS NOT OLD.sleutel OR NEW.geaccepteerd IS NOT OLD.geaccepteerd OR NEW.geaccepteerd_door IS NOT OLD.geaccepteerd_door OR NEW.reden IS NOT OLD.reden OR NEW.geom IS NOT OLD.geom) AND EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'bevinding' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets' OR (k.nog = 'vlak' AND NOT (NEW.geom IS NOT OLD.geom)) OR (k.nog = 'velden' AND (NEW.geom IS NOT OLD.geom))));
  SELECT RAISE(ABORT, 'bevinding.project_uuid: project bestaat niet / does not exist') WHERE NEW.project_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.project_uuid);
  SELECT RAISE(ABORT, 'bevinding.woningblok_uuid: woningblok bestaat niet / does not exist') WHERE NEW.woningblok_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "woningblok" AS o WHERE o.uuid = NEW.woningblok_uuid);
  SELECT RAISE(ABORT, 'bevinding.ander_uuid: project bestaat niet / does not exist') WHERE NEW.ander_uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "project" AS o WHERE o.uuid = NEW.ander_uuid);
END

-- next statement
CREATE TRIGGER "bevinding_before_delete" BEFORE DELETE ON "bevinding" BEGIN
  SELECT RAISE(ABORT, 'bevinding: is nog niet opgeslagen / was not stored yet') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'bevinding' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND k.versie = 0);
  SELECT RAISE(ABORT, 'bevinding: is gewijzigd door een ander sinds u begon / was changed by somebody else since you began') WHERE EXISTS (SELECT 1 FROM verwacht AS k WHERE k.uuid = OLD.uuid AND k.tabel = 'bevinding' AND 1 = 1 AND k.tijd > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-60 seconds') AND (k.versie <> OLD.versie OR k.nog = 'niets'));
END

-- next statement
CREATE TRIGGER "bevinding_after_insert" AFTER INSERT ON "bevinding" WHEN (SELECT bezig FROM sessie) IS NOT 1 BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "bevinding" SET "uuid" = CASE WHEN lower(uuid) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' THEN lower(uuid) ELSE lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) END, "versie" = 1, "aangemaakt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "aangemaakt_door" = (SELECT gebruiker FROM sessie), "gewijzigd" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "gewijzigd_door" = (SELECT gebruiker FROM sessie) WHERE fid = NEW.fid;
  UPDATE sessie SET bezig = 0;
END

-- next statement
CREATE TRIGGER "bevinding_after_update" AFTER UPDATE ON "bevinding" WHEN OLD.versie IS NOT NULL AND (SELECT bezig FROM sessie) IS NOT 1 AND ((NEW.regel IS NOT OLD.regel OR NEW.ernst IS NOT OLD.ernst OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.ander_uuid IS NOT OLD.ander_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.melding IS NOT OLD.melding OR NEW.melding_en IS NOT OLD.melding_en OR NEW.waarde IS NOT OLD.waarde OR NEW.verwacht IS NOT OLD.verwacht OR NEW.maat IS NOT OLD.maat OR NEW.sleutel IS NOT OLD.sleutel OR NEW.geaccepteerd IS NOT OLD.geaccepteerd OR NEW.geaccepteerd_door IS NOT OLD.geaccepteerd_door OR NEW.reden IS NOT OLD.reden OR NEW.geom IS NOT OLD.geom) OR (0) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door)) BEGIN
  UPDATE sessie SET bezig = 1;
  UPDATE "bevinding" SET "versie" = OLD.versie + (NEW.regel IS NOT OLD.regel OR NEW.ernst IS NOT OLD.ernst OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.ander_uuid IS NOT OLD.ander_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.melding IS NOT OLD.melding OR NEW.melding_en IS NOT OLD.melding_en OR NEW.waarde IS NOT OLD.waarde OR NEW.verwacht IS NOT OLD.verwacht OR NEW.maat IS NOT OLD.maat OR NEW.sleutel IS NOT OLD.sleutel OR NEW.geaccepteerd IS NOT OLD.geaccepteerd OR NEW.geaccepteerd_door IS NOT OLD.geaccepteerd_door OR NEW.reden IS NOT OLD.reden OR NEW.geom IS NOT OLD.geom), "aangemaakt" = OLD.aangemaakt, "aangemaakt_door" = OLD.aangemaakt_door, "gewijzigd" = CASE WHEN (NEW.regel IS NOT OLD.regel OR NEW.ernst IS NOT OLD.ernst OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.ander_uuid IS NOT OLD.ander_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.melding IS NOT OLD.melding OR NEW.melding_en IS NOT OLD.melding_en OR NEW.waarde IS NOT OLD.waarde OR NEW.verwacht IS NOT OLD.verwacht OR NEW.maat IS NOT OLD.maat OR NEW.sleutel IS NOT OLD.sleutel OR NEW.geaccepteerd IS NOT OLD.geaccepteerd OR NEW.geaccepteerd_door IS NOT OLD.geaccepteerd_door OR NEW.reden IS NOT OLD.reden OR NEW.geom IS NOT OLD.geom) THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE OLD.gewijzigd END, "gewijzigd_door" = CASE WHEN (NEW.regel IS NOT OLD.regel OR NEW.ernst IS NOT OLD.ernst OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.ander_uuid IS NOT OLD.ander_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.melding IS NOT OLD.melding OR NEW.melding_en IS NOT OLD.melding_en OR NEW.waarde IS NOT OLD.waarde OR NEW.verwacht IS NOT OLD.verwacht OR NEW.maat IS NOT OLD.maat OR NEW.sleutel IS NOT OLD.sleutel OR NEW.geaccepteerd IS NOT OLD.geaccepteerd OR NEW.geaccepteerd_door IS NOT OLD.geaccepteerd_door OR NEW.reden IS NOT OLD.reden OR NEW.geom IS NOT OLD.geom) THEN (SELECT gebruiker FROM sessie) ELSE OLD.gewijzigd_door END WHERE fid = NEW.fid AND ((NEW.regel IS NOT OLD.regel OR NEW.ernst IS NOT OLD.ernst OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.ander_uuid IS NOT OLD.ander_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.melding IS NOT OLD.melding OR NEW.melding_en IS NOT OLD.melding_en OR NEW.waarde IS NOT OLD.waarde OR NEW.verwacht IS NOT OLD.verwacht OR NEW.maat IS NOT OLD.maat OR NEW.sleutel IS NOT OLD.sleutel OR NEW.geaccepteerd IS NOT OLD.geaccepteerd OR NEW.geaccepteerd_door IS NOT OLD.geaccepteerd_door OR NEW.reden IS NOT OLD.reden OR NEW.geom IS NOT OLD.geom) OR (NEW.uuid IS NOT OLD.uuid OR NEW.versie IS NOT OLD.versie OR NEW.aangemaakt IS NOT OLD.aangemaakt OR NEW.aangemaakt_door IS NOT OLD.aangemaakt_door OR NEW.gewijzigd IS NOT OLD.gewijzigd OR NEW.gewijzigd_door IS NOT OLD.gewijzigd_door));
  UPDATE sessie SET bezig = 0;
  UPDATE verwacht SET versie = OLD.versie + 1, nog = CASE nog WHEN 'vlak' THEN 'velden' ELSE 'niets' END WHERE uuid = OLD.uuid AND tabel = 'bevinding' AND 1 = 1 AND (NEW.regel IS NOT OLD.regel OR NEW.ernst IS NOT OLD.ernst OR NEW.project_uuid IS NOT OLD.project_uuid OR NEW.woningblok_uuid IS NOT OLD.woningblok_uuid OR NEW.ander_uuid IS NOT OLD.ander_uuid OR NEW.onderwerp IS NOT OLD.onderwerp OR NEW.melding IS NOT OLD.melding OR NEW.melding_en IS NOT OLD.melding_en OR NEW.waarde IS NOT OLD.waarde OR NEW.verwacht IS NOT OLD.verwacht OR NEW.maat IS NOT OLD.maat OR NEW.sleutel IS NOT OLD.sleutel OR NEW.geaccepteerd IS NOT OLD.geaccepteerd OR NEW.geaccepteerd_door IS NOT OLD.geaccepteerd_door OR NEW.reden IS NOT OLD.reden OR NEW.geom IS NOT OLD.geom);
  INSERT INTO historie (tabel, uuid, op, tijd, gebruiker, rij, geom_wkb) SELECT 'bevinding', "bevinding".uuid, 'U', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT gebruiker FROM sessie), json_object('fid', "bevinding"."fid", 'uuid', "bevinding"."uuid", 'versie', "bevinding"."versie", 'aangemaakt', "bevinding"."aangemaakt", 'aangemaakt_door', "bevinding"."aangemaakt_door", 'gewijzigd', "bevinding"."gewijzigd", 'gewijzigd_door', "bevinding"."gewijzigd_door", 'regel', "bevinding"."regel", 'ernst', "bevinding"."ernst", 'project_uuid', "bevinding"."project_uuid", 'woningblok_uuid', "bevinding"."woningblok_uuid", 'ander_uuid', "bevinding"."ander_uuid", 'onderwerp', "bevinding"."onderwerp", 'melding', "bevinding"."melding", 'melding_en', "bevinding"."melding_en", 'waarde', "bevinding"."waarde", 'verwacht', "bevinding"."verwacht", 'maat', "bevinding"."maat", 'sleutel', "bevinding"."sleutel", 'geaccepteerd', "bevinding"."geaccepteerd", 'geaccepteerd_door', "bevinding"."geaccepteerd_door", 'reden', "bevinding"."reden"), CASE WHEN NEW.geom IS NOT OLD.geom THEN coalesce(hex(substr(NEW.geom, CASE WHEN substr(hex(substr(NEW.geom, 4, 1)), 2, 1) IN ('0', '1') THEN 9 WHEN substr(hex(substr(NEW.geom, 4, 1)), 2, 1) IN ('2', '3') THEN 41 WHEN substr(hex(substr(NEW.geom, 4, 1)), 2, 1) IN ('8', '9') THEN 73 ELSE 57 END)), '') END FROM "bevinding" WHERE fid = NEW.fid AND ((NEW.geaccepteerd IS NOT OLD.geaccepteerd OR NEW.geaccepteerd_door IS NOT OLD.geaccepteerd_door OR NEW.reden IS NOT OLD.reden)) ORDER BY fid;
END

-- next statement
CREATE TRIGGER "bevinding_after_delete" AFTER DELETE ON "bevinding" BEGIN
  SELECT 1;
END

-- next statement
CREATE TRIGGER "plancode_before_update" BEFORE UPDATE ON "plancode" BEGIN
  SELECT RAISE(ABORT, 'plancode: rijen veranderen nooit en blijven / rows never change and stay');
END

-- next statement
CREATE TRIGGER "plancode_before_delete" BEFORE DELETE ON "plancode" BEGIN
  SELECT RAISE(ABORT, 'plancode: rijen veranderen nooit en blijven / rows never change and stay');
END

-- next statement
CREATE TRIGGER "sessie_before_delete" BEFORE DELETE ON "sessie" BEGIN
  SELECT RAISE(ABORT, 'sessie: heeft precies één rij / has exactly one row') WHERE 1;
END

-- next statement
CREATE TRIGGER "sessie_before_insert" BEFORE INSERT ON "sessie" BEGIN
  SELECT RAISE(ABORT, 'sessie: heeft precies één rij / has exactly one row') WHERE EXISTS (SELECT 1 FROM sessie);
END

-- next statement
INSERT INTO schema_versie (versie, tijd, omschrijving) VALUES (1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'nieuw register')
