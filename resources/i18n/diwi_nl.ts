<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>DIWI</name>
    <message>
        <source> and {count} more</source>
        <translation> en nog {count}</translation>
    </message>
    <message>
        <source>'{file}' may not be changed (read-only): you can look, but not save.</source>
        <translation>'{file}' mag niet worden gewijzigd (alleen-lezen): u kunt kijken, maar niet opslaan.</translation>
    </message>
    <message>
        <source>'{file}' was made with an older version of the plugin. Upgrade it now?</source>
        <translation>'{file}' is gemaakt met een oudere versie van de plugin. Nu bijwerken?</translation>
    </message>
    <message>
        <source>'{plan}' with these</source>
        <translation>'{plan}' hiermee</translation>
    </message>
    <message>
        <source>'{register}' has no QGIS project yet. Its owner or the functional manager makes it by opening it once.</source>
        <translation>'{register}' heeft nog geen QGIS-project. De eigenaar of de functioneel beheerder maakt het door het register één keer te openen.</translation>
    </message>
    <message>
        <source>(it falls apart into {0} parts)</source>
        <translation>(het valt uiteen in {0} delen)</translation>
    </message>
    <message>
        <source>(no characteristic)</source>
        <translation>(geen kenmerk)</translation>
    </message>
    <message>
        <source>(no longer in use)</source>
        <translation>(vervallen)</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(geen naam)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(geen)</translation>
    </message>
    <message>
        <source>(not visible to you)</source>
        <translation>(voor u niet zichtbaar)</translation>
    </message>
    <message>
        <source>+ Condition</source>
        <translation>+ Voorwaarde</translation>
    </message>
    <message>
        <source>A copy of the old file is kept beside it.</source>
        <translation>Een kopie van het oude bestand blijft ernaast staan.</translation>
    </message>
    <message>
        <source>A group needs a name.</source>
        <translation>Een groep heeft een naam nodig.</translation>
    </message>
    <message>
        <source>A login never changes; add a new person for another one.</source>
        <translation>Een login verandert nooit; voeg voor een andere een nieuwe persoon toe.</translation>
    </message>
    <message>
        <source>A new plan</source>
        <translation>Een nieuw plan</translation>
    </message>
    <message>
        <source>A new plan on the picked parcels; its form opens</source>
        <translation>Een nieuw plan op de gekozen percelen; het formulier gaat open</translation>
    </message>
    <message>
        <source>A part of a plan lies in one plan; these parcels lie in {names}.</source>
        <translation>Een deelplan ligt in één plan; deze percelen liggen in {names}.</translation>
    </message>
    <message>
        <source>A person needs a login and a name.</source>
        <translation>Een persoon heeft een login en een naam nodig.</translation>
    </message>
    <message>
        <source>A plan comes back with everything below it, with the code that it had.</source>
        <translation>Een plan komt terug met alles wat eronder hoort, met de code die het had.</translation>
    </message>
    <message>
        <source>A register on a server has no folder: link to files where everybody can read them.</source>
        <translation>Een register op een server heeft geen map: koppel bestanden waar iedereen ze kan lezen.</translation>
    </message>
    <message>
        <source>About what colleagues are told. The rules are kept with the register and travel in a definitions package; sending notifications comes in a later version.</source>
        <translation>Waarover collega's bericht krijgen. De regels worden bij het register bewaard en gaan mee in een definitiepakket; het versturen van meldingen komt in een latere versie.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepteren</translation>
    </message>
    <message>
        <source>Accept repairs of plan areas that change their size</source>
        <translation>Herstel van plangebieden aanvaarden, ook als de oppervlakte verandert</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Geaccepteerd</translation>
    </message>
    <message>
        <source>Accepted before</source>
        <translation>Eerder geaccepteerd</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Toegang</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actief</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Rij toevoegen</translation>
    </message>
    <message>
        <source>Add or change user</source>
        <translation>Gebruiker toevoegen of wijzigen</translation>
    </message>
    <message>
        <source>Add the next year</source>
        <translation>Volgend jaar toevoegen</translation>
    </message>
    <message>
        <source>Add to '{plan}'</source>
        <translation>Voeg toe aan '{plan}'</translation>
    </message>
    <message>
        <source>Add to chosen plan</source>
        <translation>Voeg toe aan gekozen plan</translation>
    </message>
    <message>
        <source>Add to plan {0}</source>
        <translation>Voeg toe aan plan {0}</translation>
    </message>
    <message>
        <source>Add what is missing</source>
        <translation>Toevoegen wat ontbreekt</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Toegevoegd</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Address of the page (https://…)</source>
        <translation>Adres van de pagina (https://…)</translation>
    </message>
    <message>
        <source>Addresses (DIWI)</source>
        <translation>Adressen (DIWI)</translation>
    </message>
    <message>
        <source>Addresses cannot be searched now</source>
        <translation>Adressen zoeken lukt nu niet</translation>
    </message>
    <message>
        <source>Address…</source>
        <translation>Adres…</translation>
    </message>
    <message>
        <source>Adds a user of the register with a role, or changes the one with that login. What a role may do is in docs/rechten.md; a shared register in PostgreSQL enforces it. The login itself is made by the administrator of the server; it has its rights from the moment that both are there. Who is made inactive sees nothing from then on, also in a QGIS that is open.</source>
        <translation>Voegt een gebruiker met een rol aan het register toe, of wijzigt die met deze inlognaam. Wat een rol mag staat in docs/rechten.md; een gedeeld register in PostgreSQL handhaaft dat. De login zelf maakt de beheerder van de server; zij heeft haar rechten zodra beide er zijn. Wie inactief wordt gemaakt ziet vanaf dan niets meer, ook niet in een QGIS dat al open was.</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Na</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>All definitions of this register in one file, for others</source>
        <translation>Alle definities van dit register in één bestand, voor anderen</translation>
    </message>
    <message>
        <source>All from the field</source>
        <translation>Alles uit het veld</translation>
    </message>
    <message>
        <source>All from the office</source>
        <translation>Alles van kantoor</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>Alles van mij</translation>
    </message>
    <message>
        <source>All of this is stored at once, or nothing. The history keeps who did it and what was there before.</source>
        <translation>Dit wordt in één keer opgeslagen, of niets ervan. De historie bewaart wie het deed en wat er eerst stond.</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>Alles van de ander</translation>
    </message>
    <message>
        <source>Also plans that stayed the same</source>
        <translation>Ook plannen die gelijk bleven</translation>
    </message>
    <message>
        <source>Apply the proposals too</source>
        <translation>Ook de voorstellen toepassen</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Oppervlakte</translation>
    </message>
    <message>
        <source>Area (empty: the municipality of the register)</source>
        <translation>Gebied (leeg: de gemeente van het register)</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translation>Oppervlakte (m²)</translation>
    </message>
    <message>
        <source>Area after (m²)</source>
        <translation>Oppervlakte na (m²)</translation>
    </message>
    <message>
        <source>Area before (m²)</source>
        <translation>Oppervlakte voor (m²)</translation>
    </message>
    <message>
        <source>Area moved (m²)</source>
        <translation>Verplaatste oppervlakte (m²)</translation>
    </message>
    <message>
        <source>Area of plan from parcels</source>
        <translation>Plangebied uit percelen</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Gebieden</translation>
    </message>
    <message>
        <source>Areas before and after</source>
        <translation>Gebieden voor en na</translation>
    </message>
    <message>
        <source>As '{role}' one owns no plans, and {name} is in group '{group}', which does. Take {name} out of it first.</source>
        <translation>Als '{role}' beheert men geen plannen, en {name} zit in groep '{group}', die dat wel doet. Haal {name} daar eerst uit.</translation>
    </message>
    <message>
        <source>As '{role}' you may not change this field.</source>
        <translation>Als '{role}' mag u dit veld niet wijzigen.</translation>
    </message>
    <message>
        <source>As it was at (empty: a deleted plan as it was last)</source>
        <translation>Zoals het was op (leeg: een verwijderd plan zoals het het laatst was)</translation>
    </message>
    <message>
        <source>As known at</source>
        <translation>Zoals bekend op</translation>
    </message>
    <message>
        <source>As known at (empty: now)</source>
        <translation>Zoals bekend op (leeg: nu)</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Let op</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Terug naar nu</translation>
    </message>
    <message>
        <source>Back to the page</source>
        <translation>Terug naar de pagina</translation>
    </message>
    <message>
        <source>Back to this moment</source>
        <translation>Terug naar dit moment</translation>
    </message>
    <message>
        <source>Back up register</source>
        <translation>Reservekopie van register maken</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Reservekopie</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wordt</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Blok</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Woningblokken</translation>
    </message>
    <message>
        <source>Blocks in the file</source>
        <translation>Woningblokken in het bestand</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Bottlenecks</source>
        <translation>Knelpunten</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>Verdeling</translation>
    </message>
    <message>
        <source>Breakdown of the block</source>
        <translation>Verdeling van het blok</translation>
    </message>
    <message>
        <source>Bring a field copy back…</source>
        <translation>Veldkopie terugbrengen…</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Terugbrengen</translation>
    </message>
    <message>
        <source>Bring back everything as it was before the plan was split or merged; this is stored at once</source>
        <translation>Zet alles terug zoals het was voordat het plan werd gesplitst of samengevoegd; dit wordt meteen opgeslagen</translation>
    </message>
    <message>
        <source>Bring field copy back</source>
        <translation>Veldkopie terugbrengen</translation>
    </message>
    <message>
        <source>Brings a register that was made by an older version of the plugin up to date. Of a file a copy of the old one is kept beside it; in a database all steps are one transaction, and the log first names views of others that look at the register. When a step fails nothing is changed. A register that is up to date is left alone; one made by a newer version of the plugin is refused.</source>
        <translation>Werkt een register bij dat met een oudere versie van de plugin is gemaakt. Van een bestand blijft een kopie van het oude ernaast staan; in een database zijn alle stappen één transactie, en noemt het logboek eerst de weergaven van anderen die naar het register kijken. Mislukt een stap, dan verandert er niets. Een register dat actueel is blijft zoals het is; een register van een nieuwere versie van de plugin wordt geweigerd.</translation>
    </message>
    <message>
        <source>Brings what was changed in a field copy into the register that it was taken from. What was changed on one side only is taken over, field by field. Where office and field changed the same differently, or one deleted what the other changed, nothing is stored and the report lists these differences, unless you say here that the office or the field counts for all of them. To choose one by one, bring the copy back from DIWI's menu in the window. All or nothing is stored; the copy stays, bringing it back twice changes nothing.</source>
        <translation>Brengt wat in een veldkopie is gewijzigd in het register waarvan zij is meegenomen. Wat maar aan één kant is gewijzigd, wordt veld voor veld overgenomen. Waar kantoor en veld hetzelfde verschillend hebben gewijzigd, of de een verwijderde wat de ander wijzigde, wordt niets opgeslagen en noemt het rapport deze verschillen, tenzij u hier aangeeft dat voor alle verschillen kantoor of veld geldt. Wilt u per verschil kiezen, breng de kopie dan terug via het menu van DIWI in het venster. Alles of niets wordt opgeslagen; de kopie blijft, en haar twee keer terugbrengen verandert niets.</translation>
    </message>
    <message>
        <source>Brought back already on {moment}, and not changed since.</source>
        <translation>Al teruggebracht op {moment} en sindsdien niet gewijzigd.</translation>
    </message>
    <message>
        <source>Buildings in them</source>
        <translation>Panden erin</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Geannuleerd.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Change ({number})</source>
        <translation>Wijzigen ({number})</translation>
    </message>
    <message>
        <source>Change plans together</source>
        <translation>Plannen samen wijzigen</translation>
    </message>
    <message>
        <source>Change plans together ({number})</source>
        <translation>Plannen samen wijzigen ({number})</translation>
    </message>
    <message>
        <source>Change the area of a plan</source>
        <translation>Plangebied wijzigen</translation>
    </message>
    <message>
        <source>Change together…</source>
        <translation>Samen wijzigen…</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>Changes of {moment} on this plan were never saved. Bring them back?</source>
        <translation>Wijzigingen van {moment} in dit plan zijn nooit opgeslagen. Terughalen?</translation>
    </message>
    <message>
        <source>Changes on plan “{name}” were not saved. They are kept, and offered when you open that plan again.</source>
        <translation>Wijzigingen in plan “{name}” zijn niet opgeslagen. Ze zijn bewaard en worden aangeboden als u dat plan weer opent.</translation>
    </message>
    <message>
        <source>Changes: {writes}. Refuses: {refused}. Is so already: {same}.</source>
        <translation>Wijzigt: {writes}. Weigert: {refused}. Is al zo: {same}.</translation>
    </message>
    <message>
        <source>Check files</source>
        <translation>Bestanden nagaan</translation>
    </message>
    <message>
        <source>Check quality</source>
        <translation>Kwaliteit controleren</translation>
    </message>
    <message>
        <source>Checks all plans of a register at a reference date: plan areas that overlap, are invalid or lie off the parcels, sums that do not fit, dates out of order, numbers that are unusual for their kind, obligatory fields of a delivery, unknown codes, doubles, and more. Every rule ends as good, with findings, or as not checked with the reason: what could not be checked is never called good. The findings are kept in the register (table bevinding); what was accepted there stays accepted as long as it does not become worse. The report explains each rule and lists the findings by rule and by plan. Of the register as it was known at an earlier moment findings are reported and not kept; they are all new, since those of then are not in the history.</source>
        <translation>Controleert alle plannen van een register op een peildatum: plangebieden die elkaar overlappen, ongeldig zijn of niet op de percelen liggen, sommen die niet kloppen, datums in de verkeerde volgorde, aantallen die ongebruikelijk zijn voor hun soort, verplichte velden van een aanlevering, onbekende codes, dubbelen en meer. Elke regel eindigt als goed, met bevindingen, of als niet gecontroleerd met de reden: wat niet gecontroleerd kon worden heet nooit goed. De bevindingen blijven in het register (tabel bevinding); wat daar is geaccepteerd blijft geaccepteerd zolang het niet erger wordt. Het rapport legt elke regel uit en noemt de bevindingen per regel en per plan. Van het register zoals het op een eerder moment bekend was worden bevindingen gemeld en niet bewaard; ze zijn allemaal nieuw, want die van toen staan niet in de historie.</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Keuze</translation>
    </message>
    <message>
        <source>Choose a block to see its breakdown and phasing.</source>
        <translation>Kies een blok om de verdeling en de oplevering te zien.</translation>
    </message>
    <message>
        <source>Choose a document first.</source>
        <translation>Kies eerst een document.</translation>
    </message>
    <message>
        <source>Choose a municipality.</source>
        <translation>Kies een gemeente.</translation>
    </message>
    <message>
        <source>Choose a plan on the map or in the table of plans.</source>
        <translation>Kies een plan op de kaart of in de tabel met plannen.</translation>
    </message>
    <message>
        <source>Choose a property of kind category to see its options.</source>
        <translation>Kies een eigenschap van soort categorie om haar opties te zien.</translation>
    </message>
    <message>
        <source>Choose a register first.</source>
        <translation>Kies eerst een register.</translation>
    </message>
    <message>
        <source>Choose a value.</source>
        <translation>Kies een waarde.</translation>
    </message>
    <message>
        <source>Choose an existing folder in which the copy gets a folder of its own.</source>
        <translation>Kies een bestaande map; de kopie krijgt daarin een eigen map.</translation>
    </message>
    <message>
        <source>Choose one or more plans.</source>
        <translation>Kies een of meer plannen.</translation>
    </message>
    <message>
        <source>Choose the province.</source>
        <translation>Kies de provincie.</translation>
    </message>
    <message>
        <source>Choose two moments and press Compare.</source>
        <translation>Kies twee momenten en druk op Vergelijk.</translation>
    </message>
    <message>
        <source>Choose where the register is to be kept.</source>
        <translation>Kies waar het register bewaard wordt.</translation>
    </message>
    <message>
        <source>Choose which columns are shown</source>
        <translation>Kiezen welke kolommen te zien zijn</translation>
    </message>
    <message>
        <source>Chosen plan</source>
        <translation>Gekozen plan</translation>
    </message>
    <message>
        <source>Click a line across parcels; right click, double click or Enter ends it</source>
        <translation>Klik een lijn over percelen; rechtsklik, dubbelklik of Enter beëindigt de lijn</translation>
    </message>
    <message>
        <source>Click a parcel, or drag a box around parcels</source>
        <translation>Klik op een perceel of sleep een kader om percelen</translation>
    </message>
    <message>
        <source>Click or box</source>
        <translation>Klik of kader</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Sluiten zonder opslaan</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code list</source>
        <translation>Codelijst</translation>
    </message>
    <message>
        <source>Code lists</source>
        <translation>Codelijsten</translation>
    </message>
    <message>
        <source>Code lists, price classes, own properties and what else holds for the whole register</source>
        <translation>Codelijsten, prijsklassen, maatwerkeigenschappen en wat verder voor het hele register geldt</translation>
    </message>
    <message>
        <source>Codes of plans, separated by commas</source>
        <translation>Codes van plannen, gescheiden door komma's</translation>
    </message>
    <message>
        <source>Codes of plans, without a layer, divided by commas (empty: all that are not on parcels)</source>
        <translation>Plancodes, zonder laag, gescheiden door komma’s (leeg: alle die niet op percelen liggen)</translation>
    </message>
    <message>
        <source>Colleagues need this version of the plugin afterwards.</source>
        <translation>Collega's hebben daarna deze versie van de plugin nodig.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijk</translation>
    </message>
    <message>
        <source>Compares the parcels that plans were made on with the parcels in the register now, and lets plans follow where that is certain: parcels that were renumbered, measured again, split, merged or redistributed, when all of that land lay wholly in the plan and is the same land still. An area that was exactly its parcels follows the new borders; an area adjusted by hand stays, and is left to you where a border moved. Vanished and reshaped parcels, land of others that came in, and parts of parcels are proposed only, with the reason. No plan comes to overlap another. The layer shows the difference: what was, what is, and where it differs. All or nothing.</source>
        <translation>Vergelijkt de percelen waarop plannen zijn gemaakt met de percelen die nu in het register staan, en laat plannen volgen waar dat zeker is: percelen die zijn vernummerd, opnieuw ingemeten, gesplitst, samengevoegd of herverdeeld, als al die grond geheel in het plan lag en nog dezelfde grond is. Een plangebied dat precies uit zijn percelen bestond volgt de nieuwe grenzen; een met de hand aangepast plangebied blijft, en wordt aan u overgelaten waar een grens is verlegd. Vervallen en van vorm veranderde percelen, grond van anderen die erbij kwam en delen van percelen worden alleen voorgesteld, met de reden. Geen plan gaat een ander overlappen. De laag toont het verschil: wat was, wat is, en waar het verschilt. Alles of niets.</translation>
    </message>
    <message>
        <source>Compares the register as it was known at two moments: plans that came, went or changed, in which fields, and the dwellings of each plan before and after. Dwellings are counted at one reference date for both moments, so that only what people changed makes a difference. The table has the area of each plan and can be shown on the map.</source>
        <translation>Vergelijkt het register zoals het op twee momenten bekend was: plannen die kwamen, vervielen of veranderden, in welke velden, en de woningen van elk plan voor en na. Voor beide momenten worden de woningen op dezelfde peildatum geteld, zodat alleen verschilt wat mensen wijzigden. De tabel heeft het plangebied van elk plan en kan op de kaart.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Bezig met vergelijken…</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Voorwaarde</translation>
    </message>
    <message>
        <source>Connections and registers</source>
        <translation>Verbindingen en registers</translation>
    </message>
    <message>
        <source>Copies a whole register between a GeoPackage and a schema in a PostgreSQL database, either way: every row with its identity, code and version, and the complete history. All is of one moment, also when others write meanwhile. Every table is read back and compared before the copy is kept; when something goes wrong nothing is left of it. What exists is never overwritten. The QGIS project in a file is not copied.</source>
        <translation>Kopieert een heel register tussen een GeoPackage en een schema in een PostgreSQL-database, beide kanten op: elke rij met haar identiteit, code en versie, en de volledige historie. Alles is van één moment, ook als anderen intussen schrijven. Elke tabel wordt teruggelezen en vergeleken voordat de kopie blijft; gaat er iets mis, dan blijft er niets van over. Wat er al is wordt nooit overschreven. Het QGIS-project in een bestand wordt niet gekopieerd.</translation>
    </message>
    <message>
        <source>Copies the classes of the latest year, to change their bounds</source>
        <translation>Neemt de klassen van het laatste jaar over, om de grenzen te wijzigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Copy files beside the register</source>
        <translation>Bestanden kopiëren naast het register</translation>
    </message>
    <message>
        <source>Copy in a database: connection</source>
        <translation>Kopie in een database: verbinding</translation>
    </message>
    <message>
        <source>Copy in…</source>
        <translation>Kopiëren…</translation>
    </message>
    <message>
        <source>Copy of the old register</source>
        <translation>Kopie van het oude register</translation>
    </message>
    <message>
        <source>Copy register</source>
        <translation>Register kopiëren</translation>
    </message>
    <message>
        <source>Copy to clipboard</source>
        <translation>Naar het klembord</translation>
    </message>
    <message>
        <source>Count dwellings at</source>
        <translation>Woningen tellen op</translation>
    </message>
    <message>
        <source>Create QGIS project</source>
        <translation>QGIS-project maken</translation>
    </message>
    <message>
        <source>Create missing categories, custom properties and users</source>
        <translation>Ontbrekende categorieën, maatwerkeigenschappen en gebruikers aanmaken</translation>
    </message>
    <message>
        <source>Create register</source>
        <translation>Register maken</translation>
    </message>
    <message>
        <source>Cross table</source>
        <translation>Kruistabel</translation>
    </message>
    <message>
        <source>Custom properties</source>
        <translation>Maatwerkeigenschappen</translation>
    </message>
    <message>
        <source>Cut it off: nothing would be left</source>
        <translation>Afsnijden: er zou niets overblijven</translation>
    </message>
    <message>
        <source>Cut off a plan along a line</source>
        <translation>Plan afsnijden langs een lijn</translation>
    </message>
    <message>
        <source>Cut off along a line</source>
        <translation>Afsnijden langs een lijn</translation>
    </message>
    <message>
        <source>Cut off what overlaps</source>
        <translation>Overlap afsnijden</translation>
    </message>
    <message>
        <source>Cut {0} off this plan</source>
        <translation>Snijd {0} van dit plan af</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <source>Decides which delivery to the province is prepared.</source>
        <translation>Bepaalt welke aanlevering aan de provincie wordt voorbereid.</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definitie</translation>
    </message>
    <message>
        <source>Definitions package</source>
        <translation>Definitiepakket</translation>
    </message>
    <message>
        <source>Definitions packages (*.json)</source>
        <translation>Definitiepakketten (*.json)</translation>
    </message>
    <message>
        <source>Definitions written</source>
        <translation>Geschreven definities</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Delete plan</source>
        <translation>Plan verwijderen</translation>
    </message>
    <message>
        <source>Delete plan…</source>
        <translation>Plan verwijderen…</translation>
    </message>
    <message>
        <source>Delete these plans and all that is part of them? Plans: {0}. Blocks: {1}. Dwellings: {2}. Their milestones, agreements and documents go too.</source>
        <translation>Deze plannen verwijderen met alles wat erbij hoort? Plannen: {0}. Blokken: {1}. Woningen: {2}. Hun mijlpalen, afspraken en documenten gaan ook weg.</translation>
    </message>
    <message>
        <source>Deleted on</source>
        <translation>Verwijderd op</translation>
    </message>
    <message>
        <source>Deleted plans</source>
        <translation>Verwijderde plannen</translation>
    </message>
    <message>
        <source>Deleted plans…</source>
        <translation>Verwijderde plannen…</translation>
    </message>
    <message>
        <source>Deleted: {0}</source>
        <translation>Verwijderd: {0}</translation>
    </message>
    <message>
        <source>Deliver to Gelderland</source>
        <translation>Aanleveren aan Gelderland</translation>
    </message>
    <message>
        <source>Deliver to Zuid-Holland</source>
        <translation>Aanleveren aan Zuid-Holland</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Aanleveringen</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Aanlevering</translation>
    </message>
    <message>
        <source>Delivery profile</source>
        <translation>Leveringsprofiel</translation>
    </message>
    <message>
        <source>Demolition</source>
        <translation>Sloop</translation>
    </message>
    <message>
        <source>Designations of its parcels</source>
        <translation>Aanduidingen van de percelen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <source>Difference between two moments</source>
        <translation>Verschil tussen twee momenten</translation>
    </message>
    <message>
        <source>Difference between two moments…</source>
        <translation>Verschil tussen twee momenten…</translation>
    </message>
    <message>
        <source>Difference in dwellings, net</source>
        <translation>Verschil in woningen, netto</translation>
    </message>
    <message>
        <source>Difference per plan</source>
        <translation>Verschil per plan</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Verschillen</translation>
    </message>
    <message>
        <source>Discard all changes since the last save</source>
        <translation>Alle wijzigingen sinds het opslaan verwerpen</translation>
    </message>
    <message>
        <source>Discard and go there</source>
        <translation>Verwerpen en erheen</translation>
    </message>
    <message>
        <source>Distance within which an outline follows a parcel border (m)</source>
        <translation>Afstand waarbinnen een plangrens een perceelgrens volgt (m)</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Wijken</translation>
    </message>
    <message>
        <source>Divide parcels along contours that run through them</source>
        <translation>Percelen delen langs contouren die erdoorheen lopen</translation>
    </message>
    <message>
        <source>Do not save this plan yet; keep editing it</source>
        <translation>Sla dit plan nog niet op; blijf het bewerken</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>Double click zooms to a parcel; Delete leaves the selected ones out.</source>
        <translation>Dubbelklik zoomt naar een perceel; Delete haalt de geselecteerde weg.</translation>
    </message>
    <message>
        <source>Drag a line around parcels</source>
        <translation>Sleep een lijn om percelen heen</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Tekenen</translation>
    </message>
    <message>
        <source>Draw a deelplan inside the selected plan</source>
        <translation>Teken een deelplan binnen het gekozen plan</translation>
    </message>
    <message>
        <source>Draw a line across the selected plan: it becomes two plans, with the programme divided</source>
        <translation>Teken een lijn dwars over het gekozen plan: het worden twee plannen, met het programma verdeeld</translation>
    </message>
    <message>
        <source>Draw a line across the selected plan: one side is cut off</source>
        <translation>Teken een lijn dwars over het gekozen plan: één kant wordt afgesneden</translation>
    </message>
    <message>
        <source>Draw a part of the plan</source>
        <translation>Deelplan tekenen</translation>
    </message>
    <message>
        <source>Draw a plan</source>
        <translation>Plan tekenen</translation>
    </message>
    <message>
        <source>Draw along a street or parcel border: a strip on one side of it becomes a plan, or is added or taken off</source>
        <translation>Teken langs een straat of perceelgrens: een strook aan één kant wordt een plan, komt erbij of gaat eraf</translation>
    </message>
    <message>
        <source>Draw plan areas</source>
        <translation>Plangebieden tekenen</translation>
    </message>
    <message>
        <source>Draw the area of a new plan; it snaps to parcels and neighbours</source>
        <translation>Teken het gebied van een nieuw plan; de muis springt naar percelen en buurplannen</translation>
    </message>
    <message>
        <source>Duplicate the chosen rows</source>
        <translation>Gekozen rijen dupliceren</translation>
    </message>
    <message>
        <source>Dwellings</source>
        <translation>Woningen</translation>
    </message>
    <message>
        <source>Dwellings before, after and difference (JSON)</source>
        <translation>Woningen voor, na en verschil (JSON)</translation>
    </message>
    <message>
        <source>Dwellings for the area: unusual from this many spreads</source>
        <translation>Woningen voor de oppervlakte: ongebruikelijk vanaf zoveel maal de spreiding</translation>
    </message>
    <message>
        <source>Dwellings of block {0} in the new part</source>
        <translation>Woningen van blok {0} in het nieuwe deel</translation>
    </message>
    <message>
        <source>Dwellings per hectare</source>
        <translation>Woningen per hectare</translation>
    </message>
    <message>
        <source>Dwellings to be built</source>
        <translation>Te bouwen woningen</translation>
    </message>
    <message>
        <source>Dwellings to be built, and built</source>
        <translation>Te bouwen en gebouwde woningen</translation>
    </message>
    <message>
        <source>Dwellings to be built, delivered plans</source>
        <translation>Te bouwen woningen in de geleverde plannen</translation>
    </message>
    <message>
        <source>Dwellings to be demolished, and demolished</source>
        <translation>Te slopen en gesloopte woningen</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Earlier in the list (Alt+Up)</source>
        <translation>Eerder in de lijst (Alt+pijl omhoog)</translation>
    </message>
    <message>
        <source>Edits that were not saved</source>
        <translation>Bewerkingen die niet zijn opgeslagen</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Gevolg</translation>
    </message>
    <message>
        <source>End of plans to be made (empty: ten years after the start)</source>
        <translation>Eind van te maken plannen (leeg: tien jaar na de start)</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fouten</translation>
    </message>
    <message>
        <source>Excel file</source>
        <translation>Excelbestand</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excelwerkmap (*.xlsx)</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excelwerkmappen (*.xlsx)</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx);;All files (*)</source>
        <translation>Excelwerkmappen (*.xlsx);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Uitleg</translation>
    </message>
    <message>
        <source>Export definitions package</source>
        <translation>Definitiepakket exporteren</translation>
    </message>
    <message>
        <source>Export plans to Excel</source>
        <translation>Plannen uitvoeren naar Excel</translation>
    </message>
    <message>
        <source>Export plans to GeoJSON</source>
        <translation>Plannen uitvoeren naar GeoJSON</translation>
    </message>
    <message>
        <source>Fact sheets</source>
        <translation>Factsheets</translation>
    </message>
    <message>
        <source>Fact sheets of plans (PDF)</source>
        <translation>Factsheets van plannen (PDF)</translation>
    </message>
    <message>
        <source>Fetch boundaries</source>
        <translation>Grenzen ophalen</translation>
    </message>
    <message>
        <source>Fetch buildings</source>
        <translation>Panden ophalen</translation>
    </message>
    <message>
        <source>Fetch parcels</source>
        <translation>Percelen ophalen</translation>
    </message>
    <message>
        <source>Fetches buildings (BAG panden, at PDOK) of an area, or of the whole municipality, and puts them in the register with today's date. The service is asked page by page to the end; when it gives other numbers than it states, the log says so and COMPLETE is false. When complete, buildings of the area that the service has no longer (demolished, never realised) are removed and named. All or nothing: on an error or cancel the register stays as it was. Source: BAG, public domain.</source>
        <translation>Haalt panden (BAG, bij PDOK) van een gebied of van de hele gemeente op en zet ze met de datum van vandaag in het register. De dienst wordt pagina voor pagina tot het einde bevraagd; geeft zij andere aantallen dan zij noemt, dan staat dat in het logboek en is COMPLETE onwaar. Is het antwoord compleet, dan worden panden die de dienst in dat gebied niet meer heeft (gesloopt, niet gerealiseerd) verwijderd en genoemd. Alles of niets: bij een fout of na annuleren blijft het register zoals het was. Bron: BAG, publiek domein.</translation>
    </message>
    <message>
        <source>Fetches cadastral parcels (Kadastrale kaart, at PDOK) of an area, or of the whole municipality, and puts them in the register with today's date. Drawing and snapping use only the register, so they work without network. The service is asked page by page to the end; when it gives other numbers than it states, the log says so and COMPLETE is false. When complete, parcels of the area that are not there any more are removed. What changed since the last time is in the log and the report, with the plans that lie on parcels that changed; 'Link plans to parcels again' mends them. All or nothing: on an error or cancel the register stays as it was. Source: Kadaster, CC BY 4.0; boundaries are indicative.</source>
        <translation>Haalt kadastrale percelen (Kadastrale kaart, bij PDOK) van een gebied of van de hele gemeente op en zet ze met de datum van vandaag in het register. Tekenen en aanklikken gebruiken alleen het register en werken dus ook zonder netwerk. De dienst wordt pagina voor pagina tot het einde bevraagd; geeft zij andere aantallen dan zij noemt, dan staat dat in het logboek en is COMPLETE onwaar. Is het antwoord compleet, dan verdwijnen percelen die er in dat gebied niet meer zijn. Wat sinds de vorige keer is gewijzigd staat in het logboek en het rapport, met de plannen op gewijzigde percelen; 'Plannen opnieuw aan percelen koppelen' herstelt die. Alles of niets: bij een fout of na annuleren blijft het register zoals het was. Bron: Kadaster, CC BY 4.0; grenzen zijn indicatief.</translation>
    </message>
    <message>
        <source>Fetches the boundary of the municipality (Bestuurlijke gebieden) and its districts and neighbourhoods (CBS wijken en buurten, of a year) from PDOK and puts them in the register. With an area, all that meets it comes, also of other municipalities. Divisions of other years stay. All or nothing: on an error or cancel the register stays as it was. Source: Kadaster, CC BY 4.0, and CBS, CC0.</source>
        <translation>Haalt de grens van de gemeente (Bestuurlijke gebieden) en haar wijken en buurten (CBS, van een jaar) bij PDOK op en zet ze in het register. Is een gebied opgegeven, dan komt alles mee wat dat raakt, ook van andere gemeenten. Indelingen van andere jaren blijven. Alles of niets: bij een fout of na annuleren blijft het register zoals het was. Bron: Kadaster, CC BY 4.0, en CBS, CC0.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Veld</translation>
    </message>
    <message>
        <source>Field (laptop)</source>
        <translation>Veld (laptop)</translation>
    </message>
    <message>
        <source>Field copy</source>
        <translation>Veldkopie</translation>
    </message>
    <message>
        <source>Field copy of {who}, taken along on {moment}. Nothing is stored before you press 'Bring back'.</source>
        <translation>Veldkopie van {who}, meegenomen op {moment}. Er wordt niets opgeslagen voordat u op 'Terugbrengen' drukt.</translation>
    </message>
    <message>
        <source>Field with designations (empty: found by its name in a table, else geometry is used)</source>
        <translation>Veld met perceelaanduidingen (leeg: in een tabel herkend aan de naam, anders telt de geometrie)</translation>
    </message>
    <message>
        <source>Field with the name of a plan to be made (empty: found by its name)</source>
        <translation>Veld met de naam van een te maken plan (leeg: herkend aan de naam)</translation>
    </message>
    <message>
        <source>Field with the plan (empty: found by its name)</source>
        <translation>Veld met het plan (leeg: herkend aan de naam)</translation>
    </message>
    <message>
        <source>Fields changed</source>
        <translation>Gewijzigde velden</translation>
    </message>
    <message>
        <source>Fields of a plan that stay closed: {list}.</source>
        <translation>Velden van een plan die dicht blijven: {list}.</translation>
    </message>
    <message>
        <source>Fields of the delivery</source>
        <translation>Velden van de aanlevering</translation>
    </message>
    <message>
        <source>Fields that differ</source>
        <translation>Velden die verschillen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>File (GeoPackage, GeoJSON, GML, Shapefile, File Geodatabase)</source>
        <translation>Bestand (GeoPackage, GeoJSON, GML, Shapefile, File Geodatabase)</translation>
    </message>
    <message>
        <source>Files with services (*.json)</source>
        <translation>Bestanden met diensten (*.json)</translation>
    </message>
    <message>
        <source>Filled from</source>
        <translation>Gevuld uit</translation>
    </message>
    <message>
        <source>Find a plan by name, code or group</source>
        <translation>Zoek een plan op naam, code of groep</translation>
    </message>
    <message>
        <source>Find address</source>
        <translation>Adres opzoeken</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Bevinding</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>Findings layer</source>
        <translation>Kaartlaag met bevindingen</translation>
    </message>
    <message>
        <source>Findings per rule (JSON)</source>
        <translation>Bevindingen per regel (JSON)</translation>
    </message>
    <message>
        <source>First choose where office and field differ.</source>
        <translation>Kies eerst waar kantoor en veld verschillen.</translation>
    </message>
    <message>
        <source>First moment</source>
        <translation>Eerste moment</translation>
    </message>
    <message>
        <source>First part</source>
        <translation>Eerste deel</translation>
    </message>
    <message>
        <source>Fixed values for all plans (field=value; field=value)</source>
        <translation>Vaste waarden voor alle plannen (veld=waarde; veld=waarde)</translation>
    </message>
    <message>
        <source>Folder of the field copy</source>
        <translation>Map van de veldkopie</translation>
    </message>
    <message>
        <source>Follows from the municipality; decides which delivery to the province is prepared.</source>
        <translation>Volgt uit de gemeente; bepaalt voor welke provincie de levering wordt voorbereid.</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>Ter informatie</translation>
    </message>
    <message>
        <source>Forum and known problems</source>
        <translation>Forum en bekende problemen</translation>
    </message>
    <message>
        <source>Four digits, such as 0307; known codes fill in the rest.</source>
        <translation>Vier cijfers, zoals 0307; een bekende code vult de rest in.</translation>
    </message>
    <message>
        <source>GeoJSON file</source>
        <translation>GeoJSON-bestand</translation>
    </message>
    <message>
        <source>GeoJSON files (*.geojson *.json);;All files (*)</source>
        <translation>GeoJSON-bestanden (*.geojson *.json);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>GeoJSON files (*.geojson)</source>
        <translation>GeoJSON-bestanden (*.geojson)</translation>
    </message>
    <message>
        <source>GeoPackage files (*.gpkg)</source>
        <translation>GeoPackage-bestanden (*.gpkg)</translation>
    </message>
    <message>
        <source>Give all chosen plans the same value, after a preview</source>
        <translation>Alle gekozen plannen dezelfde waarde geven, na een voorvertoning</translation>
    </message>
    <message>
        <source>Give the new folder a name.</source>
        <translation>Geef de nieuwe map een naam.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Doorgaan</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Verder bewerken</translation>
    </message>
    <message>
        <source>Go to one of the plans that are part of this one</source>
        <translation>Ga naar een van de deelplannen van dit plan</translation>
    </message>
    <message>
        <source>Go to the main plan {name}</source>
        <translation>Ga naar hoofdplan {name}</translation>
    </message>
    <message>
        <source>Goes to where QGIS keeps its PostgreSQL connections</source>
        <translation>Gaat naar de plek waar QGIS zijn PostgreSQL-verbindingen bewaart</translation>
    </message>
    <message>
        <source>Grey: first moment; blue: second moment</source>
        <translation>Grijs: eerste moment; blauw: tweede moment</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Bruto</translation>
    </message>
    <message>
        <source>Gross minus demolition</source>
        <translation>Bruto min sloop</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Group '{group}' owns plans, and {name} is '{role}', who owns none. Take {name} out of it.</source>
        <translation>Groep '{group}' beheert plannen, en {name} is '{role}' en beheert er geen. Haal {name} eruit.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groepen</translation>
    </message>
    <message>
        <source>Groups that own plans. Who is a member of which is kept under users and groups.</source>
        <translation>Groepen die plannen beheren. Wie van welke groep lid is, staat bij gebruikers en groepen.</translation>
    </message>
    <message>
        <source>Groups that own the chosen plans</source>
        <translation>Groepen die de gekozen plannen beheren</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>HTML-bestanden (*.html)</translation>
    </message>
    <message>
        <source>HTML files (*.html);;CSV files (*.csv)</source>
        <translation>HTML-bestanden (*.html);;CSV-bestanden (*.csv)</translation>
    </message>
    <message>
        <source>Has access</source>
        <translation>Heeft toegang</translation>
    </message>
    <message>
        <source>Has exactly these groups own each of these plans: their members may see and change them, however confidential they are. A functional manager does so by the codes of the plans, without seeing them.</source>
        <translation>Laat precies deze groepen elk van deze plannen beheren: hun leden mogen ze zien en wijzigen, hoe vertrouwelijk ze ook zijn. Een functioneel beheerder doet dat met de codes van de plannen, zonder ze te zien.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Housing plans</source>
        <translation>Woningbouwplannen</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>Identificatie</translation>
    </message>
    <message>
        <source>Identity of the group</source>
        <translation>Identiteit van de groep</translation>
    </message>
    <message>
        <source>Identity of the user</source>
        <translation>Identiteit van de gebruiker</translation>
    </message>
    <message>
        <source>Import Excel workbook</source>
        <translation>Excelwerkmap inlezen</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>In- en uitvoer</translation>
    </message>
    <message>
        <source>Import definitions package</source>
        <translation>Definitiepakket importeren</translation>
    </message>
    <message>
        <source>Import plans from GeoJSON</source>
        <translation>Plannen inlezen uit GeoJSON</translation>
    </message>
    <message>
        <source>In a file, for one user at a time</source>
        <translation>In een bestand, voor één gebruiker tegelijk</translation>
    </message>
    <message>
        <source>In folder</source>
        <translation>In map</translation>
    </message>
    <message>
        <source>In this register</source>
        <translation>In dit register</translation>
    </message>
    <message>
        <source>In use ({count}): make it inactive instead.</source>
        <translation>In gebruik ({count}): maak haar in plaats daarvan inactief.</translation>
    </message>
    <message>
        <source>In: {name}.</source>
        <translation>Erbij: {name}.</translation>
    </message>
    <message>
        <source>Is working on this plan too: {0}</source>
        <translation>Werkt ook aan dit plan: {0}</translation>
    </message>
    <message>
        <source>It is part of a plan already, or the other is new.</source>
        <translation>Het is al een deelplan, of het andere plan is nieuw.</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>Het was</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-bestanden (*.json)</translation>
    </message>
    <message>
        <source>Keep an area with a reason</source>
        <translation>Plangebied zo laten met een reden</translation>
    </message>
    <message>
        <source>Keep it like this, because:</source>
        <translation>Laat het zo, omdat:</translation>
    </message>
    <message>
        <source>Keeps a whole register, of a file or of a database, in one new file: every row with its identity, code and version, and the complete history, all of one moment, also when others write meanwhile. The file is itself a register that can be looked at but not changed; beside it comes a file .sha256 with its checksum. Only who sees everything can back up a shared register: a part of it would be no backup. What exists is never overwritten.</source>
        <translation>Bewaart een heel register, van een bestand of uit een database, in één nieuw bestand: elke rij met haar identiteit, code en versie, en de volledige historie, alles van één moment, ook als anderen intussen schrijven. Het bestand is zelf een register, om in te kijken maar niet om te wijzigen; daarnaast komt een bestand .sha256 met het controlegetal. Alleen wie alles ziet kan van een gedeeld register een reservekopie maken: een deel ervan zou geen reservekopie zijn. Wat er al is wordt nooit overschreven.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Kind of service</source>
        <translation>Soort dienst</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Later in the list (Alt+Down)</source>
        <translation>Later in de lijst (Alt+pijl omlaag)</translation>
    </message>
    <message>
        <source>Layer (empty: recognised by its attributes)</source>
        <translation>Laag (leeg: herkend aan de attributen)</translation>
    </message>
    <message>
        <source>Layer with contours (empty: the plan areas in the register that are not on parcels yet)</source>
        <translation>Laag met contouren (leeg: de plangebieden in het register die nog niet op percelen liggen)</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation>Laat alles zoals het is</translation>
    </message>
    <message>
        <source>Leave out what cannot be used, and name it</source>
        <translation>Weglaten wat niet bruikbaar is, en het noemen</translation>
    </message>
    <message>
        <source>Leave the plan area as it is</source>
        <translation>Laat het plangebied zoals het is</translation>
    </message>
    <message>
        <source>Left of the line as drawn</source>
        <translation>Links van de lijn, in tekenrichting</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelaten</translation>
    </message>
    <message>
        <source>Let another value take its place…</source>
        <translation>Laat een andere waarde haar vervangen…</translation>
    </message>
    <message>
        <source>Let dividing lines follow walls of buildings</source>
        <translation>Deellijnen de gevels van panden laten volgen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Lijn</translation>
    </message>
    <message>
        <source>Link plans to parcels again</source>
        <translation>Plannen opnieuw aan percelen koppelen</translation>
    </message>
    <message>
        <source>Link to a page on the web</source>
        <translation>Koppel een webpagina</translation>
    </message>
    <message>
        <source>Link to files</source>
        <translation>Bestanden koppelen</translation>
    </message>
    <message>
        <source>Link to files where they are</source>
        <translation>Koppel bestanden op de plek waar ze staan</translation>
    </message>
    <message>
        <source>Link to parcels that changed</source>
        <translation>Koppel opnieuw aan gewijzigde percelen</translation>
    </message>
    <message>
        <source>Link…</source>
        <translation>Koppelen…</translation>
    </message>
    <message>
        <source>Lists and settings</source>
        <translation>Lijsten en instellingen</translation>
    </message>
    <message>
        <source>Load boundaries</source>
        <translation>Grenzen inlezen</translation>
    </message>
    <message>
        <source>Load buildings</source>
        <translation>Panden inlezen</translation>
    </message>
    <message>
        <source>Load parcels</source>
        <translation>Percelen inlezen</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Login in the database</source>
        <translation>Inlognaam in de database</translation>
    </message>
    <message>
        <source>Logins of its members, separated by commas</source>
        <translation>Inlognamen van de leden, met komma's ertussen</translation>
    </message>
    <message>
        <source>Look and save…</source>
        <translation>Bekijken en opslaan…</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Terugkijken</translation>
    </message>
    <message>
        <source>Look back at a moment…</source>
        <translation>Terugkijken naar een moment…</translation>
    </message>
    <message>
        <source>Look for registers</source>
        <translation>Registers zoeken</translation>
    </message>
    <message>
        <source>Looking back</source>
        <translation>Terugkijken</translation>
    </message>
    <message>
        <source>Looking up how the register was…</source>
        <translation>Er wordt opgezocht hoe het register was…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Zoeken…</translation>
    </message>
    <message>
        <source>Loses at once the rights of an owner on: {plans}.</source>
        <translation>Verliest meteen de rechten van een eigenaar op: {plans}.</translation>
    </message>
    <message>
        <source>Make a connection…</source>
        <translation>Verbinding maken…</translation>
    </message>
    <message>
        <source>Make a new, empty register for a municipality</source>
        <translation>Maak een nieuw, leeg register voor een gemeente</translation>
    </message>
    <message>
        <source>Make it part (deelplan) of {0}</source>
        <translation>Maak het een deelplan van {0}</translation>
    </message>
    <message>
        <source>Make it part of another plan</source>
        <translation>Deelplan maken van een ander plan</translation>
    </message>
    <message>
        <source>Make it part of the other plan</source>
        <translation>Maak het een deelplan van het andere plan</translation>
    </message>
    <message>
        <source>Make old names unrecognisable</source>
        <translation>Oude namen onherkenbaar maken</translation>
    </message>
    <message>
        <source>Make plan areas from parcels</source>
        <translation>Plangebieden uit percelen maken</translation>
    </message>
    <message>
        <source>Make plans that are not in the register yet</source>
        <translation>Plannen maken die nog niet in het register staan</translation>
    </message>
    <message>
        <source>Make register</source>
        <translation>Register maken</translation>
    </message>
    <message>
        <source>Makes a GeoPackage with the register as it was known at a moment, to look at: plans with everything below them, lists and settings. Nothing can be changed in it, by whatever program. Parcels, buildings and boundaries are those of now; findings are left out, as is the history. Of a register in a database it has the plans that you may see now and might see then.</source>
        <translation>Maakt een GeoPackage met het register zoals het op een moment bekend was, om te bekijken: plannen met alles wat eronder hoort, lijsten en instellingen. Geen programma kan er iets in wijzigen. Percelen, panden en grenzen zijn die van nu; bevindingen en de historie zitten er niet in. Van een register in een database bevat het de plannen die u nu mag zien en toen mocht zien.</translation>
    </message>
    <message>
        <source>Makes a copy of a register in a new folder, to work in without network: plans, parcels and buildings, the QGIS project, and the documents when you wish. Others may have the register open meanwhile. The register keeps who has a copy since when. Work in the copy comes back with 'Bring field copy back' (diwi:mergefieldcopy); until then everybody can go on, in the office and in the field.</source>
        <translation>Maakt een kopie van een register in een nieuwe map, om zonder netwerk in te werken: plannen, percelen en panden, het QGIS-project en, als u dat wilt, de documenten. Anderen mogen het register intussen open hebben. Het register onthoudt wie sinds wanneer een kopie heeft. Het werk in de kopie komt terug met 'Veldkopie terugbrengen' (diwi:mergefieldcopy); tot dan kan iedereen doorwerken, op kantoor en in het veld.</translation>
    </message>
    <message>
        <source>Makes a group of exactly these users, whether there is one of that name already or not. The members of a group may change the plans that it owns; who is taken out has lost that at once, also in a QGIS that is open. A group that owns plans has only chief users, users and externals as members.</source>
        <translation>Maakt een groep van precies deze gebruikers, of er al een groep met die naam was of niet. De leden van een groep mogen de plannen wijzigen die zij beheert; wie eruit gaat is dat meteen kwijt, ook in een QGIS dat al open was. Een groep die plannen beheert heeft alleen hoofdgebruikers, gebruikers en externen als leden.</translation>
    </message>
    <message>
        <source>Makes a new plan register for one municipality: a GeoPackage, or a schema in a PostgreSQL database (a connection of QGIS), with all tables, the standard code lists, price classes per year and, for provinces with a delivery profile (Gelderland, Zuid-Holland), the custom properties which that province asks for. What exists is never overwritten. The municipality code is the four-digit CBS code with its leading zeros, for example 0307. In a database PostGIS must be there (CREATE EXTENSION postgis) and you need the right to make a schema.</source>
        <translation>Maakt een nieuw planregister voor één gemeente: een GeoPackage, of een schema in een PostgreSQL-database (een verbinding van QGIS), met alle tabellen, de standaardcodelijsten, prijsklassen per jaar en, voor provincies met een aanleverprofiel (Gelderland, Zuid-Holland), de maatwerkeigenschappen waar die provincie om vraagt. Wat er al is wordt nooit overschreven. De gemeentecode is de CBS-code van vier cijfers met voorloopnullen, bijvoorbeeld 0307. In een database moet PostGIS aanwezig zijn (CREATE EXTENSION postgis) en hebt u het recht nodig om een schema te maken.</translation>
    </message>
    <message>
        <source>Makes a register out of a backup, as a new file or in a new schema of a database, whichever it came from. What exists is never overwritten: move a damaged register away first, or choose another name or schema. The backup is checked (checksum, damage, version) and stays as it is; what was made of it is compared with it, whole, before it is kept. A backup of an older version of the plugin is brought up to date on the way.</source>
        <translation>Maakt van een reservekopie weer een register, als nieuw bestand of in een nieuw schema van een database, waar zij ook vandaan kwam. Wat er al is wordt nooit overschreven: zet een beschadigd register eerst opzij, of kies een andere naam of een ander schema. De reservekopie wordt gecontroleerd (controlegetal, schade, versie) en blijft zoals zij is; wat ervan is gemaakt wordt er in zijn geheel mee vergeleken voordat het blijft. Een reservekopie van een oudere versie van de plugin wordt onderweg bijgewerkt.</translation>
    </message>
    <message>
        <source>Makes or replaces the areas of plans out of whole cadastral parcels of the register. What is asked comes in one of four ways: a plan and a list of designations (LLS00-B-10, LLS00 B 10, LLS00B10; with commas, semicolons or new lines between them); a table with a plan and designations on every row; a layer of points (addresses), each in the parcel meant; or a layer of rough contours, which take the parcels that lie under them for the stated share, no parcel going to two plans. A plan is named by its code, its number of origin or its name. Borders are those of the parcels, vertex for vertex. Parcels of other plans (mother and daughter plans aside) are never taken. All or nothing: with an unknown plan or parcel nothing changes, and the log and the report name them all; or leave those out and go on. For contours that must keep parts of parcels use 'Snap plan areas to parcels'.</source>
        <translation>Maakt of vervangt plangebieden uit hele kadastrale percelen van het register. De opdracht komt op een van vier manieren: een plan en een lijst aanduidingen (LLS00-B-10, LLS00 B 10, LLS00B10; gescheiden door komma's, puntkomma's of nieuwe regels); een tabel met op elke rij een plan en aanduidingen; een laag met punten (adressen), elk in het bedoelde perceel; of een laag met ruwe contouren, die de percelen krijgen die er voor het genoemde deel onder liggen, waarbij geen perceel naar twee plannen gaat. Een plan wordt genoemd bij zijn code, nummer van herkomst of naam. De grenzen zijn die van de percelen, punt voor punt. Percelen van andere plannen (hoofd- en deelplannen uitgezonderd) worden nooit genomen. Alles of niets: bij een onbekend plan of perceel verandert er niets, en noemen logboek en rapport ze allemaal; of laat die weg en ga door. Gebruik voor contouren die delen van percelen moeten houden 'Plangebieden laten aansluiten op percelen'.</translation>
    </message>
    <message>
        <source>Makes the QGIS project of a register and keeps it in the register: layers in groups, forms with their lists and rules, relations, styles, snapping and bookmarks. When there is one already it is brought up to date: new layers, fields and list values are added, and what you changed yourself (styles, forms, names, layers of your own) stays. Choose 'Start anew' to throw your changes away. The project that is open now is not touched. On a server the owner of the register and the functional manager may do this.</source>
        <translation>Maakt het QGIS-project van een register en bewaart het in het register: lagen in groepen, formulieren met hun lijsten en regels, relaties, stijlen, snappen en bladwijzers. Is er al een, dan wordt het bijgewerkt: nieuwe lagen, velden en lijstwaarden komen erbij, en wat u zelf veranderde (stijlen, formulieren, namen, eigen lagen) blijft. Kies 'Opnieuw beginnen' om uw wijzigingen weg te gooien. Het project dat nu open is, blijft zoals het is. Op een server mogen de eigenaar van het register en de functioneel beheerder dit.</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handleiding</translation>
    </message>
    <message>
        <source>Manual, forum and known problems</source>
        <translation>Handleiding, forum en bekende problemen</translation>
    </message>
    <message>
        <source>Marked copy of the workbook, when there are problems</source>
        <translation>Gemarkeerde kopie van de werkmap, als er problemen zijn</translation>
    </message>
    <message>
        <source>May change from then on: {plans}.</source>
        <translation>Mag vanaf dan wijzigen: {plans}.</translation>
    </message>
    <message>
        <source>May not: {list}.</source>
        <translation>Niet: {list}.</translation>
    </message>
    <message>
        <source>May: {list}.</source>
        <translation>Wel: {list}.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Leden</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Merge the selected plans</source>
        <translation>Gekozen plannen samenvoegen</translation>
    </message>
    <message>
        <source>Merge values</source>
        <translation>Waarden samenvoegen</translation>
    </message>
    <message>
        <source>Merge {0} plans</source>
        <translation>{0} plannen samenvoegen</translation>
    </message>
    <message>
        <source>Merged with what others changed</source>
        <translation>Samengevoegd met wat anderen wijzigden</translation>
    </message>
    <message>
        <source>Merged with {0}</source>
        <translation>Samengevoegd met {0}</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Van mij</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Municipality and groups</source>
        <translation>Gemeente en groepen</translation>
    </message>
    <message>
        <source>Municipality code</source>
        <translation>Gemeentecode</translation>
    </message>
    <message>
        <source>Municipality code (four digits)</source>
        <translation>Gemeentecode (vier cijfers)</translation>
    </message>
    <message>
        <source>Must be filled in.</source>
        <translation>Moet worden ingevuld.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Name and version of the package</source>
        <translation>Naam en versie van het pakket</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Naam van de groep</translation>
    </message>
    <message>
        <source>Name of the new folder</source>
        <translation>Naam van de nieuwe map</translation>
    </message>
    <message>
        <source>Name of the new part</source>
        <translation>Naam van het nieuwe deel</translation>
    </message>
    <message>
        <source>Name of the package</source>
        <translation>Naam van het pakket</translation>
    </message>
    <message>
        <source>Name of this round</source>
        <translation>Naam van deze leveringsronde</translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation>Naam of code</translation>
    </message>
    <message>
        <source>Name the schema in which the register is to be kept.</source>
        <translation>Noem het schema waarin het register komt.</translation>
    </message>
    <message>
        <source>Names of groups, separated by commas</source>
        <translation>Namen van groepen, met komma's ertussen</translation>
    </message>
    <message>
        <source>Names replaced</source>
        <translation>Vervangen namen</translation>
    </message>
    <message>
        <source>Neighbourhoods</source>
        <translation>Buurten</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Net after</source>
        <translation>Netto na</translation>
    </message>
    <message>
        <source>Net before</source>
        <translation>Netto voor</translation>
    </message>
    <message>
        <source>Net, delivered up to today</source>
        <translation>Netto, opgeleverd tot en met vandaag</translation>
    </message>
    <message>
        <source>Net, not yet delivered</source>
        <translation>Netto, nog niet opgeleverd</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Nieuwe groep</translation>
    </message>
    <message>
        <source>New group: {group}.</source>
        <translation>Nieuwe groep: {group}.</translation>
    </message>
    <message>
        <source>New or empty folder for the copy</source>
        <translation>Nieuwe of lege map voor de kopie</translation>
    </message>
    <message>
        <source>New part</source>
        <translation>Nieuwe deel</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Nieuwe persoon</translation>
    </message>
    <message>
        <source>New plan…</source>
        <translation>Nieuw plan…</translation>
    </message>
    <message>
        <source>New register</source>
        <translation>Nieuw register</translation>
    </message>
    <message>
        <source>New register in a database: connection</source>
        <translation>Nieuw register in een database: verbinding</translation>
    </message>
    <message>
        <source>New register…</source>
        <translation>Nieuw register…</translation>
    </message>
    <message>
        <source>New since the previous check</source>
        <translation>Nieuw sinds de vorige controle</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Nieuwe waarde</translation>
    </message>
    <message>
        <source>New: {name} ({login}), {role}.</source>
        <translation>Nieuw: {name} ({login}), {role}.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>No draft can be kept in your profile: save often.</source>
        <translation>In uw profiel kan geen concept worden bewaard: sla vaak op.</translation>
    </message>
    <message>
        <source>No findings: none were found, or this plan was not checked yet.</source>
        <translation>Geen bevindingen: er is niets gevonden, of dit plan is nog niet gecontroleerd.</translation>
    </message>
    <message>
        <source>No longer active, or active again</source>
        <translation>Niet meer actief, of weer actief</translation>
    </message>
    <message>
        <source>No plan chosen</source>
        <translation>Geen plan gekozen</translation>
    </message>
    <message>
        <source>No plan was deleted, or all came back.</source>
        <translation>Er is geen plan verwijderd, of alle zijn teruggezet.</translation>
    </message>
    <message>
        <source>No province</source>
        <translation>Geen provincie</translation>
    </message>
    <message>
        <source>No register is open.</source>
        <translation>Er is geen register open.</translation>
    </message>
    <message>
        <source>Nobody is listed yet. Begin with the people who have a login on the server.</source>
        <translation>Er staat nog niemand in de lijst. Begin met de mensen die een login op de server hebben.</translation>
    </message>
    <message>
        <source>Nobody owns them then; a private plan is seen by nobody until it has an owner again.</source>
        <translation>Niemand beheert ze dan; een privéplan ziet niemand totdat het weer een eigenaar heeft.</translation>
    </message>
    <message>
        <source>None of the chosen plans has a plan area.</source>
        <translation>Geen van de gekozen plannen heeft een plangebied.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Nog geen</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>Niet beschikbaar</translation>
    </message>
    <message>
        <source>Not delivered, kept</source>
        <translation>Niet geleverd, gebleven</translation>
    </message>
    <message>
        <source>Not in the file, kept</source>
        <translation>Niet in het bestand, behouden</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Niet nu</translation>
    </message>
    <message>
        <source>Not picked, because they belong to plan {plans}: {parcels}.</source>
        <translation>Niet gekozen, want al van plan {plans}: {parcels}.</translation>
    </message>
    <message>
        <source>Not possible now: {0}.</source>
        <translation>Nu niet mogelijk: {0}.</translation>
    </message>
    <message>
        <source>Not saved yet, still being edited: {0}</source>
        <translation>Nog niet opgeslagen, blijft in bewerking: {0}</translation>
    </message>
    <message>
        <source>Not saved, and lost because the layer was closed: {0}</source>
        <translation>Niet opgeslagen, en verloren doordat de laag is gesloten: {0}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Toelichting</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Er verandert niets.</translation>
    </message>
    <message>
        <source>Nothing is sent by itself. Add what happened, look over what stands here, then copy it or open it in your mail program. It holds no names of people, files or folders.</source>
        <translation>Er wordt niets vanzelf verstuurd. Vul aan wat er gebeurde, kijk na wat hier staat, en kopieer het of open het in uw mailprogramma. Er staan geen namen van personen, bestanden of mappen in.</translation>
    </message>
    <message>
        <source>Nothing was changed in the field copy.</source>
        <translation>In de veldkopie is niets gewijzigd.</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Er is nog niets gewijzigd.</translation>
    </message>
    <message>
        <source>Nothing was pasted:</source>
        <translation>Er is niets geplakt:</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>Nothing was saved. First mend:</source>
        <translation>Er is niets opgeslagen. Herstel eerst:</translation>
    </message>
    <message>
        <source>Nothing was saved: your edits are still there.</source>
        <translation>Er is niets opgeslagen: uw bewerkingen staan er nog.</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>Er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>Nothing would be left of plan {0}.</source>
        <translation>Van plan {0} zou niets overblijven.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Now different in</source>
        <translation>Nu anders in</translation>
    </message>
    <message>
        <source>Number of differences</source>
        <translation>Aantal verschillen</translation>
    </message>
    <message>
        <source>Number of dwellings: unusual from this many spreads</source>
        <translation>Aantal woningen: ongebruikelijk vanaf zoveel maal de spreiding</translation>
    </message>
    <message>
        <source>Obligatory</source>
        <translation>Verplicht</translation>
    </message>
    <message>
        <source>Obligatory fields of the delivery to</source>
        <translation>Verplichte velden van de aanlevering aan</translation>
    </message>
    <message>
        <source>Of whom the register is: the beginning of new plan codes, where the map opens, to which province is delivered. Codes that were given stay.</source>
        <translation>Van wie het register is: het begin van nieuwe plancodes, waar de kaart opent, aan welke provincie wordt aangeleverd. Codes die gegeven zijn blijven.</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Kantoor</translation>
    </message>
    <message>
        <source>On a server</source>
        <translation>Op een server</translation>
    </message>
    <message>
        <source>On the server of connection '{connection}'</source>
        <translation>Op de server van verbinding '{connection}'</translation>
    </message>
    <message>
        <source>One of the selected plans stays; programme and papers of the others move to it</source>
        <translation>Eén van de gekozen plannen blijft; programma en stukken van de andere gaan ernaartoe</translation>
    </message>
    <message>
        <source>One value per line</source>
        <translation>Eén waarde per regel</translation>
    </message>
    <message>
        <source>Only its owner can do that, while nobody works in it. Let the administrator make a back-up first.</source>
        <translation>Alleen de eigenaar kan dat, terwijl niemand erin werkt. Laat de beheerder eerst een reservekopie maken.</translation>
    </message>
    <message>
        <source>Only show the differences</source>
        <translation>Alleen de verschillen tonen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open a connection to see the registers it leads to.</source>
        <translation>Klap een verbinding uit om te zien naar welke registers zij leidt.</translation>
    </message>
    <message>
        <source>Open a plan register: its plans, parcels and maps</source>
        <translation>Open een planregister: de plannen, percelen en kaarten</translation>
    </message>
    <message>
        <source>Open a register on a server, in which several people work at once</source>
        <translation>Een register op een server openen, waarin meer mensen tegelijk werken</translation>
    </message>
    <message>
        <source>Open a shared register</source>
        <translation>Een gedeeld register openen</translation>
    </message>
    <message>
        <source>Open in mail program</source>
        <translation>Openen in mailprogramma</translation>
    </message>
    <message>
        <source>Open register</source>
        <translation>Register openen</translation>
    </message>
    <message>
        <source>Open register…</source>
        <translation>Register openen…</translation>
    </message>
    <message>
        <source>Open shared register…</source>
        <translation>Gedeeld register openen…</translation>
    </message>
    <message>
        <source>Open the chosen document</source>
        <translation>Open het gekozen document</translation>
    </message>
    <message>
        <source>Open the register as it was known then, read-only</source>
        <translation>Het register openen zoals het toen bekend was, alleen om te bekijken</translation>
    </message>
    <message>
        <source>Options of the property</source>
        <translation>Opties van de eigenschap</translation>
    </message>
    <message>
        <source>Options of {name}</source>
        <translation>Opties van {name}</translation>
    </message>
    <message>
        <source>Or a table with plans and designations, a layer of points, or a layer of rough contours</source>
        <translation>Of een tabel met plannen en aanduidingen, een laag met punten, of een laag met ruwe contouren</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkomst</translation>
    </message>
    <message>
        <source>Out: {name}.</source>
        <translation>Eruit: {name}.</translation>
    </message>
    <message>
        <source>Outside municipality or main plan counts from this area (m²)</source>
        <translation>Buiten gemeente of hoofdplan telt vanaf deze oppervlakte (m²)</translation>
    </message>
    <message>
        <source>Overlap counts from this area (m²)</source>
        <translation>Overlap telt vanaf deze oppervlakte (m²)</translation>
    </message>
    <message>
        <source>Own file with services</source>
        <translation>Eigen bestand met diensten</translation>
    </message>
    <message>
        <source>Own properties</source>
        <translation>Maatwerk</translation>
    </message>
    <message>
        <source>Owned by</source>
        <translation>Beheerd door</translation>
    </message>
    <message>
        <source>Owners of plans</source>
        <translation>Eigenaars van plannen</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-bestanden (*.pdf)</translation>
    </message>
    <message>
        <source>Package {name}: all of it holds here already.</source>
        <translation>Pakket {name}: alles daarvan geldt hier al.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Bladzijden</translation>
    </message>
    <message>
        <source>Parcel {name} is not in the register.</source>
        <translation>Perceel {name} staat niet in het register.</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>Percelen</translation>
    </message>
    <message>
        <source>Parcels changed under {0} plans: {1} follow them, {2} need your choice. The layer shows what changed.</source>
        <translation>Aantal plannen waaronder percelen zijn gewijzigd: {0}. Daarvan volgen de nieuwe percelen: {1}; uw keuze vragen: {2}. De laag toont wat er is gewijzigd.</translation>
    </message>
    <message>
        <source>Parcels of the register</source>
        <translation>Percelen van het register</translation>
    </message>
    <message>
        <source>Parcels that changed under plans</source>
        <translation>Gewijzigde percelen onder plannen</translation>
    </message>
    <message>
        <source>Parcels used</source>
        <translation>Gebruikte percelen</translation>
    </message>
    <message>
        <source>Part of another plan</source>
        <translation>Deel van een ander plan</translation>
    </message>
    <message>
        <source>Parts of the block</source>
        <translation>Onderdelen van het blok</translation>
    </message>
    <message>
        <source>Parts of the plan</source>
        <translation>Onderdelen van het plan</translation>
    </message>
    <message>
        <source>Paste cells copied from Excel, from the current cell on (Ctrl+V)</source>
        <translation>Cellen uit Excel plakken, vanaf de huidige cel (Ctrl+V)</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Mensen</translation>
    </message>
    <message>
        <source>People and rights</source>
        <translation>Mensen en rechten</translation>
    </message>
    <message>
        <source>People and rights…</source>
        <translation>Mensen en rechten…</translation>
    </message>
    <message>
        <source>Per block (exact where a block allows it)</source>
        <translation>Per woningblok (exact waar een blok dat toelaat)</translation>
    </message>
    <message>
        <source>Phasing</source>
        <translation>Oplevering</translation>
    </message>
    <message>
        <source>Phasing of the block</source>
        <translation>Fasering van het blok</translation>
    </message>
    <message>
        <source>Pick parcels</source>
        <translation>Percelen kiezen</translation>
    </message>
    <message>
        <source>Pick parcels of another plan too; the new plan becomes a part (deelplan) of it.</source>
        <translation>Kies ook percelen van een ander plan; het nieuwe plan wordt daar een deelplan van.</translation>
    </message>
    <message>
        <source>Pick parcels on the map to make or change the area of a plan</source>
        <translation>Kies percelen op de kaart om een plangebied te maken of te wijzigen</translation>
    </message>
    <message>
        <source>Picked parcels</source>
        <translation>Gekozen percelen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ligging</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan (code, number of origin or name)</source>
        <translation>Plan (code, nummer van herkomst of naam)</translation>
    </message>
    <message>
        <source>Plan (uuid)</source>
        <translation>Plan (uuid)</translation>
    </message>
    <message>
        <source>Plan area</source>
        <translation>Plangebied</translation>
    </message>
    <message>
        <source>Plan areas</source>
        <translation>Plangebieden</translation>
    </message>
    <message>
        <source>Plan areas changed</source>
        <translation>Gewijzigde plangebieden</translation>
    </message>
    <message>
        <source>Plan areas proposed only</source>
        <translation>Alleen voorgestelde plangebieden</translation>
    </message>
    <message>
        <source>Plan areas unchanged</source>
        <translation>Ongewijzigde plangebieden</translation>
    </message>
    <message>
        <source>Plan areas written</source>
        <translation>Geschreven plangebieden</translation>
    </message>
    <message>
        <source>Plan code (or uuid)</source>
        <translation>Plancode (of uuid)</translation>
    </message>
    <message>
        <source>Plan codes (empty: all plans)</source>
        <translation>Plancodes (leeg: alle plannen)</translation>
    </message>
    <message>
        <source>Plan codes, divided by commas (empty: all plans)</source>
        <translation>Plancodes, met komma's ertussen (leeg: alle plannen)</translation>
    </message>
    <message>
        <source>Plan that stays</source>
        <translation>Plan dat blijft</translation>
    </message>
    <message>
        <source>Plan {0} was split: {1} stays, {2} is plan {3} now.</source>
        <translation>Plan {0} is gesplitst: {1} blijft, {2} is nu plan {3}.</translation>
    </message>
    <message>
        <source>Plan {0}:</source>
        <translation>Plan {0}:</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planning</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Plannen</translation>
    </message>
    <message>
        <source>Plans added</source>
        <translation>Toegevoegde plannen</translation>
    </message>
    <message>
        <source>Plans changed</source>
        <translation>Gewijzigde plannen</translation>
    </message>
    <message>
        <source>Plans delivered</source>
        <translation>Geleverde plannen</translation>
    </message>
    <message>
        <source>Plans in the file</source>
        <translation>Plannen in het bestand</translation>
    </message>
    <message>
        <source>Plans linked again</source>
        <translation>Plannen opnieuw gekoppeld</translation>
    </message>
    <message>
        <source>Plans made</source>
        <translation>Gemaakte plannen</translation>
    </message>
    <message>
        <source>Plans on parcels that changed</source>
        <translation>Plannen op gewijzigde percelen</translation>
    </message>
    <message>
        <source>Plans on parcels that were split, merged or renumbered since are linked to the new parcels</source>
        <translation>Plannen op percelen die sindsdien zijn gesplitst, samengevoegd of vernummerd worden aan de nieuwe percelen gekoppeld</translation>
    </message>
    <message>
        <source>Plans skipped because of errors</source>
        <translation>Plannen overgeslagen wegens fouten</translation>
    </message>
    <message>
        <source>Plans that are not part of the delivery</source>
        <translation>Plannen die niet bij de aanlevering horen</translation>
    </message>
    <message>
        <source>Plans that came</source>
        <translation>Nieuwe plannen</translation>
    </message>
    <message>
        <source>Plans that changed</source>
        <translation>Gewijzigde plannen</translation>
    </message>
    <message>
        <source>Plans that differ</source>
        <translation>Plannen die verschillen</translation>
    </message>
    <message>
        <source>Plans that differ (JSON)</source>
        <translation>Plannen die verschillen (JSON)</translation>
    </message>
    <message>
        <source>Plans that stayed the same</source>
        <translation>Plannen die gelijk bleven</translation>
    </message>
    <message>
        <source>Plans that took part</source>
        <translation>Plannen die meededen</translation>
    </message>
    <message>
        <source>Plans that went</source>
        <translation>Vervallen plannen</translation>
    </message>
    <message>
        <source>Plans that were not saved yet</source>
        <translation>Plannen die nog niet zijn opgeslagen</translation>
    </message>
    <message>
        <source>Plans to decide on</source>
        <translation>Plannen om over te beslissen</translation>
    </message>
    <message>
        <source>Plans unchanged</source>
        <translation>Ongewijzigde plannen</translation>
    </message>
    <message>
        <source>Plans written</source>
        <translation>Geschreven plannen</translation>
    </message>
    <message>
        <source>Plans: {new} new, {gone} gone, {changed} changed, {same} the same.</source>
        <translation>Plannen: {new} nieuw, {gone} vervallen, {changed} gewijzigd, {same} gelijk.</translation>
    </message>
    <message>
        <source>Please look at</source>
        <translation>Kijk hiernaar</translation>
    </message>
    <message>
        <source>Pooled per plan and year (as DIWI did)</source>
        <translation>Gepoold per plan en jaar (zoals DIWI deed)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Voorvertoning</translation>
    </message>
    <message>
        <source>Price classes</source>
        <translation>Prijsklassen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemen</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programma</translation>
    </message>
    <message>
        <source>Programme, milestones, agreements, bottlenecks, documents, actions and permits of the others move to the plan that stays. The others are then empty and are deleted. The merge is stored at once; it can be undone right after, and later from the history of the plan, as long as nobody built on it.</source>
        <translation>Programma, mijlpalen, afspraken, knelpunten, documenten, acties en vergunningen van de andere gaan naar het plan dat blijft. De andere zijn dan leeg en worden verwijderd. Het samenvoegen wordt meteen opgeslagen; het is direct daarna ongedaan te maken, en later via de historie van het plan, zolang niemand erop voortbouwde.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Property {name}</source>
        <translation>Eigenschap {name}</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Provincie</translation>
    </message>
    <message>
        <source>Pull to parcel borders</source>
        <translation>Trek naar perceelgrens</translation>
    </message>
    <message>
        <source>Pulls imprecise plan contours onto the borders of the parcels in the register. Contours come from a layer (with a field that holds the code, the number of origin or the name of the plan), or else from the register itself: all plans with an area that is not on parcels already. A parcel is taken when all contours together cover it for the stated share, and goes to the plan that covers most of it; where a contour clearly runs through the middle of a parcel, that parcel is divided along it (cuts). Contours that lie beside their parcels as a whole, or were drawn too wide or too tight, are recognised. Plans never overlap: not each other, and not plans that take no part. Shared borders are the same vertex for vertex; that is proved before anything is written. Only plans without doubts are written; the others keep their contour, and what would become of them stands in the preview and the report, with the reasons: parcels covered about half, parcels that two plans claim, every cut, a shift of more than a metre, contours far from any border. Look at them, then run again and apply the proposals too. All or nothing; on cancel nothing has changed.</source>
        <translation>Trekt onnauwkeurige plancontouren op de grenzen van de percelen in het register. De contouren komen uit een laag (met een veld met de code, het nummer van herkomst of de naam van het plan), of anders uit het register zelf: alle plannen waarvan het plangebied nog niet op percelen ligt. Een perceel wordt genomen als alle contouren samen het voor het genoemde deel bedekken, en gaat naar het plan dat er het meest van bedekt; loopt een contour duidelijk midden door een perceel, dan wordt dat perceel erlangs gedeeld (knip). Contouren die in hun geheel naast hun percelen liggen, of te ruim of te krap zijn getekend, worden herkend. Plannen overlappen nooit: niet elkaar, en niet de plannen die niet meedoen. Gedeelde grenzen zijn punt voor punt gelijk; dat wordt bewezen voordat er iets wordt geschreven. Alleen plannen zonder twijfel worden geschreven; de andere houden hun contour, en wat ervan zou worden staat in de voorvertoning en het rapport, met de redenen: percelen die ongeveer half bedekt zijn, percelen die twee plannen opeisen, elke knip, een verschuiving van meer dan een meter, contouren ver van elke grens. Bekijk ze, en voer het dan nogmaals uit met de voorstellen erbij. Alles of niets; na annuleren is er niets veranderd.</translation>
    </message>
    <message>
        <source>Put a definitions package of others on top; you see what changes before you store it</source>
        <translation>Neem een definitiepakket van anderen over; u ziet wat er verandert voordat u opslaat</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zet terug</translation>
    </message>
    <message>
        <source>Put back a plan that was deleted, with everything below it</source>
        <translation>Een verwijderd plan terugzetten, met alles wat eronder hoort</translation>
    </message>
    <message>
        <source>Put back plan</source>
        <translation>Plan terugzetten</translation>
    </message>
    <message>
        <source>Put back: {0}</source>
        <translation>Teruggezet: {0}</translation>
    </message>
    <message>
        <source>Put everything on this page, and the plan area with its parcels, back as it was right after the chosen save; it is stored when you save</source>
        <translation>Zet alles op deze pagina, en het plangebied met zijn percelen, terug zoals het vlak na de gekozen keer opslaan was; het wordt bewaard als u opslaat</translation>
    </message>
    <message>
        <source>Put the work of a field copy into this register; you see first what changes</source>
        <translation>Het werk van een veldkopie in dit register brengen; u ziet eerst wat er verandert</translation>
    </message>
    <message>
        <source>Puts back a deleted plan with everything below it, with the code that it had; or, when a moment is given, makes a plan what it was then. It is a new change, which can be undone in the history of the plan. Whose an existing plan is, how confidential it is, its permits, messages and tasks stay as they are. When something is in the way it is named, and nothing is changed.</source>
        <translation>Zet een verwijderd plan terug met alles wat eronder hoort, met de code die het had; of maakt, als een moment is opgegeven, van een plan wat het toen was. Het is een nieuwe wijziging, die in de historie van het plan ongedaan kan worden gemaakt. Van wie een bestaand plan is, hoe vertrouwelijk het is, en zijn vergunningen, meldingen en acties blijven zoals ze zijn. Wat in de weg staat wordt genoemd, en dan verandert er niets.</translation>
    </message>
    <message>
        <source>QGIS has no PostgreSQL connection yet. Make one: the administrator of the database knows the service, or the server and the database. Choose a service or an authentication of QGIS, so that no password stands in a file; then come back here.</source>
        <translation>QGIS heeft nog geen PostgreSQL-verbinding. Maak er een: de beheerder van de database weet de service, of de server en de database. Kies een service of een authenticatie van QGIS, zodat er in geen bestand een wachtwoord staat; kom daarna hier terug.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Kwaliteit</translation>
    </message>
    <message>
        <source>Rather the other side</source>
        <translation>Liever de andere kant</translation>
    </message>
    <message>
        <source>Read all files: did they change?</source>
        <translation>Lees alle bestanden: zijn ze veranderd?</translation>
    </message>
    <message>
        <source>Read definitions package</source>
        <translation>Definitiepakket inlezen</translation>
    </message>
    <message>
        <source>Read field copy</source>
        <translation>Veldkopie lezen</translation>
    </message>
    <message>
        <source>Read package…</source>
        <translation>Pakket inlezen…</translation>
    </message>
    <message>
        <source>Reads buildings (BAG panden) from a file as PDOK gives it (WFS, OGC API, bag-light GeoPackage) or from an extract, in any reference system, and puts them in the register. When the file holds several versions of a building the last one is kept; demolished and never realised buildings are kept with that status. All or nothing: on an error the register stays as it was. Source: BAG, public domain.</source>
        <translation>Leest panden (BAG) uit een bestand zoals PDOK het geeft (WFS, OGC API, GeoPackage bag-light) of uit een extract, in elk coördinatenstelsel, en zet ze in het register. Bevat het bestand meer versies van een pand, dan blijft de laatste; gesloopte en nooit gerealiseerde panden blijven met die status. Alles of niets: bij een fout blijft het register zoals het was. Bron: BAG, publiek domein.</translation>
    </message>
    <message>
        <source>Reads cadastral parcels (BRK) from a file as PDOK gives it (WFS, OGC API, GML), as NLExtract makes it, or from a GeoPackage with the same attributes, in any reference system, and puts them in the register. The layer is recognised by its attributes. A file that holds only a part of the answer of a service is loaded, but the log says so and COMPLETE is false. All or nothing: on an error the register stays as it was. Source: Kadaster, CC BY 4.0; boundaries are indicative.</source>
        <translation>Leest kadastrale percelen (BRK) uit een bestand zoals PDOK het geeft (WFS, OGC API, GML), zoals NLExtract het maakt, of uit een GeoPackage met dezelfde attributen, in elk coördinatenstelsel, en zet ze in het register. De laag wordt herkend aan de attributen. Een bestand met slechts een deel van het antwoord van een dienst wordt ingelezen, maar het logboek meldt het en COMPLETE is onwaar. Alles of niets: bij een fout blijft het register zoals het was. Bron: Kadaster, CC BY 4.0; grenzen zijn indicatief.</translation>
    </message>
    <message>
        <source>Reads municipalities, districts and neighbourhoods from a file of Bestuurlijke gebieden or of CBS (wijken en buurten) and puts them in the register; all layers of the file that hold them are read. Land and water of one area become one. The year of the division is taken from the file, else from the parameter. All or nothing: on an error the register stays as it was. Source: Kadaster and CBS, CC BY 4.0.</source>
        <translation>Leest gemeenten, wijken en buurten uit een bestand van Bestuurlijke gebieden of van het CBS (wijken en buurten) en zet ze in het register; alle lagen van het bestand die ze bevatten worden gelezen. Land en water van één gebied worden samengenomen. Het jaar van de indeling komt uit het bestand, anders uit de parameter. Alles of niets: bij een fout blijft het register zoals het was. Bron: Kadaster en CBS, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Reads plans from a workbook (.xlsx) in DIWI's layout: a filled template, or an export of DIWI or of this plugin. Everything is checked first; if anything is wrong nothing is stored, and the report and the marked copy of the workbook name every cell, what stands there and what was expected. A plan with an identification number that the register knows is updated, and the report says what changed; importing the same workbook twice changes nothing. Without a reference date, whether project status and dates fit is reported as not checked. Macros are refused and formulas are read by their saved result.</source>
        <translation>Leest plannen uit een werkmap (.xlsx) met de indeling van DIWI: een ingevuld sjabloon, of een uitvoer van DIWI of van deze plugin. Eerst wordt alles gecontroleerd; is er iets fout, dan wordt niets opgeslagen en noemen het rapport en de gemarkeerde kopie van de werkmap elke cel, wat er staat en wat werd verwacht. Een plan met een identificatienummer dat het register kent wordt bijgewerkt, en het rapport zegt wat er veranderde; dezelfde werkmap twee keer inlezen verandert niets. Zonder peildatum wordt gemeld dat niet is gecontroleerd of projectstatus en datums bij elkaar passen. Macro's worden geweigerd en van formules wordt de opgeslagen uitkomst gelezen.</translation>
    </message>
    <message>
        <source>Reads plans with their programme and plan areas from a GeoJSON file: in DIWI's import format, as DIWI exports it (which DIWI itself cannot read back), or as 'Export plans to GeoJSON' writes it. Areas come to RD New; a missing, wrong or swapped reference system stops the import and the likely one is named. Everything in the file is checked first: with any error nothing is stored, and the log and the report name every problem by feature and field. Plans that are already in the register (same uuid or identification number) are updated, and the report says what changed. Create missing: unknown options, custom properties and users are made.</source>
        <translation>Leest plannen met hun programma en plangebied uit een GeoJSON-bestand: in het invoerformaat van DIWI, zoals DIWI het uitvoert (wat DIWI zelf niet kan teruglezen), of zoals 'Plannen uitvoeren naar GeoJSON' het schrijft. Plangebieden komen in RD New; een ontbrekend, verkeerd of verwisseld coördinatenstelsel houdt het inlezen tegen en het waarschijnlijke wordt genoemd. Eerst wordt alles in het bestand gecontroleerd: bij een fout wordt niets opgeslagen, en noemen logboek en rapport elk probleem met object en veld. Plannen die al in het register staan (zelfde uuid of identificatienummer) worden bijgewerkt, en het rapport zegt wat er veranderde. Ontbrekende aanmaken: onbekende keuzes, maatwerkeigenschappen en gebruikers worden gemaakt.</translation>
    </message>
    <message>
        <source>Realised</source>
        <translation>Gerealiseerd</translation>
    </message>
    <message>
        <source>Reason to accept</source>
        <translation>Reden om te accepteren</translation>
    </message>
    <message>
        <source>Reason to keep the area like this</source>
        <translation>Reden om het plangebied zo te laten</translation>
    </message>
    <message>
        <source>Reason; it is recorded with the plan</source>
        <translation>Reden; wordt bij het plan vastgelegd</translation>
    </message>
    <message>
        <source>Reasons for DIWI to refuse the file</source>
        <translation>Redenen voor DIWI om het bestand te weigeren</translation>
    </message>
    <message>
        <source>Recent registers</source>
        <translation>Recente registers</translation>
    </message>
    <message>
        <source>Recognise contours that are shifted, too wide or too tight as a whole</source>
        <translation>Contouren herkennen die in hun geheel verschoven, te ruim of te krap zijn</translation>
    </message>
    <message>
        <source>Reference date</source>
        <translation>Peildatum</translation>
    </message>
    <message>
        <source>Reference date for the project status (empty: not checked)</source>
        <translation>Peildatum voor de projectstatus (leeg: niet gecontroleerd)</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Regio</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Planregister</translation>
    </message>
    <message>
        <source>Register (GeoPackage)</source>
        <translation>Planregister (GeoPackage)</translation>
    </message>
    <message>
        <source>Register as it was known</source>
        <translation>Register zoals het bekend was</translation>
    </message>
    <message>
        <source>Register in a database: connection</source>
        <translation>Register in een database: verbinding</translation>
    </message>
    <message>
        <source>Register of the field copy</source>
        <translation>Register van de veldkopie</translation>
    </message>
    <message>
        <source>Register schema</source>
        <translation>Schema van het register</translation>
    </message>
    <message>
        <source>Register whose lists and properties to use</source>
        <translation>Planregister waarvan de lijsten en eigenschappen worden gebruikt</translation>
    </message>
    <message>
        <source>Register, parcels and map in one folder, to work in without network</source>
        <translation>Register, percelen en kaart in één map, om zonder netwerk in te werken</translation>
    </message>
    <message>
        <source>Register, parcels, buildings and map go along in one new folder, to work in without network. Everybody can go on in the office; what both change is put together when the copy is brought back.</source>
        <translation>Register, percelen, panden en kaart gaan mee in één nieuwe map, om zonder netwerk in te werken. Op kantoor kan iedereen doorwerken; wat beide wijzigen, komt bij het terugbrengen samen.</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Resterend</translation>
    </message>
    <message>
        <source>Remove the chosen rows</source>
        <translation>Gekozen rijen verwijderen</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alles vervangen</translation>
    </message>
    <message>
        <source>Replace plan area</source>
        <translation>Vervang plangebied</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Vervangen door</translation>
    </message>
    <message>
        <source>Replaces the names of people in lines of the history that are older than the number of years in setting 'bewaartermijn_namen' by pseudonyms, one for each name. Without that setting nothing is done. What happened and when stays, and no line goes; it cannot be undone. In a database only a functional manager may do this.</source>
        <translation>Vervangt de namen van mensen in regels van de historie die ouder zijn dan het aantal jaren in instelling 'bewaartermijn_namen' door pseudoniemen, één per naam. Zonder die instelling gebeurt er niets. Wat er wanneer gebeurde blijft staan, en er verdwijnt geen regel; het kan niet ongedaan worden gemaakt. In een database mag alleen een functioneel beheerder dit.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Meld een probleem</translation>
    </message>
    <message>
        <source>Report it and store nothing</source>
        <translation>Melden en niets opslaan</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapporten</translation>
    </message>
    <message>
        <source>Restore register</source>
        <translation>Register terugzetten</translation>
    </message>
    <message>
        <source>Restored register</source>
        <translation>Teruggezet register</translation>
    </message>
    <message>
        <source>Restored register in a database: connection</source>
        <translation>Teruggezet register in een database: verbinding</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <source>Right of the line as drawn</source>
        <translation>Rechts van de lijn, in tekenrichting</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Rows added</source>
        <translation>Toegevoegde rijen</translation>
    </message>
    <message>
        <source>Rows copied</source>
        <translation>Gekopieerde rijen</translation>
    </message>
    <message>
        <source>Rows in the register</source>
        <translation>Rijen in het register</translation>
    </message>
    <message>
        <source>Rows put back</source>
        <translation>Teruggezette rijen</translation>
    </message>
    <message>
        <source>Rows removed</source>
        <translation>Verwijderde rijen</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>Geschreven rijen</translation>
    </message>
    <message>
        <source>Rules not (wholly) checked</source>
        <translation>Regels niet (geheel) gecontroleerd</translation>
    </message>
    <message>
        <source>Rules to leave out</source>
        <translation>Regels om over te slaan</translation>
    </message>
    <message>
        <source>SHA-256 of the delivery</source>
        <translation>SHA-256 van de aanlevering</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Save and go there</source>
        <translation>Opslaan en erheen</translation>
    </message>
    <message>
        <source>Save or undo the changes on this page first.</source>
        <translation>Bewaar eerst de wijzigingen op deze pagina, of maak ze ongedaan.</translation>
    </message>
    <message>
        <source>Save or undo the edits of the layers first.</source>
        <translation>Sla eerst de bewerkingen van de lagen op, of maak ze ongedaan.</translation>
    </message>
    <message>
        <source>Save plan '{plan}' first; then it can get a part.</source>
        <translation>Sla plan '{plan}' eerst op; daarna kan het een deelplan krijgen.</translation>
    </message>
    <message>
        <source>Save with these choices</source>
        <translation>Opslaan met deze keuzes</translation>
    </message>
    <message>
        <source>Save your changes first.</source>
        <translation>Sla eerst uw wijzigingen op.</translation>
    </message>
    <message>
        <source>Saved together with what {0} changed meanwhile (rows: {1}).</source>
        <translation>Opgeslagen samen met wat {0} intussen wijzigde (rijen: {1}).</translation>
    </message>
    <message>
        <source>Saved. Somebody else had changed this plan meanwhile; that is shown too (changed rows: {number}).</source>
        <translation>Opgeslagen. Iemand anders had dit plan intussen gewijzigd; ook dat staat er nu (gewijzigde rijen: {number}).</translation>
    </message>
    <message>
        <source>Saved: {changes}.</source>
        <translation>Opgeslagen: {changes}.</translation>
    </message>
    <message>
        <source>Say who takes the copy along; colleagues see that.</source>
        <translation>Geef aan wie de kopie meeneemt; collega's zien dat.</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Schema version</source>
        <translation>Schemaversie</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Stelsel</translation>
    </message>
    <message>
        <source>Search in all columns</source>
        <translation>Zoek in alle kolommen</translation>
    </message>
    <message>
        <source>Second moment</source>
        <translation>Tweede moment</translation>
    </message>
    <message>
        <source>Second moment (empty: now)</source>
        <translation>Tweede moment (leeg: nu)</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Diensten</translation>
    </message>
    <message>
        <source>Set members of group</source>
        <translation>Leden van een groep bepalen</translation>
    </message>
    <message>
        <source>Set owner groups of plans</source>
        <translation>Groepen van plannen bepalen</translation>
    </message>
    <message>
        <source>Settings of the register</source>
        <translation>Instellingen van het register</translation>
    </message>
    <message>
        <source>Settings of the register…</source>
        <translation>Instellingen van het register…</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Ernst</translation>
    </message>
    <message>
        <source>Share of a parcel from which it is taken</source>
        <translation>Deel van een perceel vanaf waar het wordt genomen</translation>
    </message>
    <message>
        <source>Share of a parcel under contours from which it is taken</source>
        <translation>Deel van een perceel onder contouren vanaf waar het wordt genomen</translation>
    </message>
    <message>
        <source>Share of the outline that may lie off the parcel borders (0–1)</source>
        <translation>Deel van de plangrens dat naast perceelgrenzen mag liggen (0–1)</translation>
    </message>
    <message>
        <source>Share of unknown dwellings from which it is said (0–1)</source>
        <translation>Aandeel onbekende woningen vanaf waar het wordt gemeld (0–1)</translation>
    </message>
    <message>
        <source>Shift adds, Ctrl leaves out, Esc takes the last step back.</source>
        <translation>Shift voegt toe, Ctrl haalt weg, Esc maakt de laatste stap ongedaan.</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Toon op de kaart</translation>
    </message>
    <message>
        <source>Show only plans that meet a condition on one column; all conditions must hold</source>
        <translation>Toon alleen plannen die aan een voorwaarde op één kolom voldoen; alle voorwaarden moeten gelden</translation>
    </message>
    <message>
        <source>Show or hide the page of the chosen plan</source>
        <translation>Pagina van het gekozen plan tonen of verbergen</translation>
    </message>
    <message>
        <source>Show or hide the table of all plans</source>
        <translation>Tabel met alle plannen tonen of verbergen</translation>
    </message>
    <message>
        <source>Show receipt</source>
        <translation>Ontvangstbewijs tonen</translation>
    </message>
    <message>
        <source>Show the chosen plans on the map</source>
        <translation>Gekozen plannen op de kaart tonen</translation>
    </message>
    <message>
        <source>Show the first</source>
        <translation>Toon de eerste</translation>
    </message>
    <message>
        <source>Show the page of the second plan that the chosen finding is about</source>
        <translation>Toon de pagina van het tweede plan waar de gekozen bevinding over gaat</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Kant</translation>
    </message>
    <message>
        <source>Since you opened this plan, somebody else stored other values. Choose for each what is to stand.</source>
        <translation>Sinds u dit plan opende, heeft iemand anders andere waarden opgeslagen. Kies per regel wat moet blijven staan.</translation>
    </message>
    <message>
        <source>Skip plans that cannot be delivered</source>
        <translation>Plannen overslaan die niet geleverd kunnen worden</translation>
    </message>
    <message>
        <source>Snap plan areas to parcels</source>
        <translation>Plangebieden laten aansluiten op percelen</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Momentopname</translation>
    </message>
    <message>
        <source>Solved since the previous check</source>
        <translation>Opgelost sinds de vorige controle</translation>
    </message>
    <message>
        <source>Some plans could not be compared with their neighbours; check the quality after saving.</source>
        <translation>Enkele plannen konden niet met hun buren worden vergeleken; controleer na het opslaan de kwaliteit.</translation>
    </message>
    <message>
        <source>Somebody changed this plan too: when you save you choose, field by field.</source>
        <translation>Iemand anders heeft dit plan ook gewijzigd: bij het opslaan kiest u per veld.</translation>
    </message>
    <message>
        <source>Somebody else changed the same</source>
        <translation>Iemand anders wijzigde hetzelfde</translation>
    </message>
    <message>
        <source>Somebody else changed this plan; that is shown here too.</source>
        <translation>Een ander heeft dit plan gewijzigd; dat is hier ook te zien.</translation>
    </message>
    <message>
        <source>Something changed in the office meanwhile; look again.</source>
        <translation>Op kantoor is intussen iets gewijzigd; kijk nog eens.</translation>
    </message>
    <message>
        <source>Source date</source>
        <translation>Brondatum</translation>
    </message>
    <message>
        <source>Source date (empty: that of the file)</source>
        <translation>Brondatum (leeg: die van het bestand)</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Bronnen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Splitsen</translation>
    </message>
    <message>
        <source>Split plan {0}</source>
        <translation>Plan {0} splitsen</translation>
    </message>
    <message>
        <source>Split the plan along a line</source>
        <translation>Plan splitsen langs een lijn</translation>
    </message>
    <message>
        <source>Split the plan by the selected parcels</source>
        <translation>Plan splitsen met de gekozen percelen</translation>
    </message>
    <message>
        <source>Split, merge and snap plans</source>
        <translation>Plannen splitsen, samenvoegen en aansluiten op percelen</translation>
    </message>
    <message>
        <source>Split, merge, snap</source>
        <translation>Splitsen, samenvoegen, aansluiten</translation>
    </message>
    <message>
        <source>Split: {0} became a plan of its own</source>
        <translation>Gesplitst: {0} werd een eigen plan</translation>
    </message>
    <message>
        <source>Start a plan here</source>
        <translation>Hier een plan beginnen</translation>
    </message>
    <message>
        <source>Start anew (your changes are lost)</source>
        <translation>Opnieuw beginnen (uw wijzigingen gaan verloren)</translation>
    </message>
    <message>
        <source>Start of plans to be made (empty: the source date of their parcels)</source>
        <translation>Start van te maken plannen (leeg: de brondatum van hun percelen)</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Blijven</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Store everything on this page (Ctrl+Enter)</source>
        <translation>Alles op deze pagina opslaan (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Store these areas</source>
        <translation>Sla deze gebieden op</translation>
    </message>
    <message>
        <source>Store what is shown beside this button</source>
        <translation>Opslaan wat naast deze knop staat</translation>
    </message>
    <message>
        <source>Stored. It holds from this moment on, also where QGIS is open.</source>
        <translation>Opgeslagen. Het geldt vanaf nu, ook waar QGIS open is.</translation>
    </message>
    <message>
        <source>Strip along a line</source>
        <translation>Strook langs een lijn</translation>
    </message>
    <message>
        <source>Strip along the line</source>
        <translation>Strook langs de lijn</translation>
    </message>
    <message>
        <source>Sub-plans: {number}</source>
        <translation>Deelplannen: {number}</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Onderwerpen</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>Somcontrole</translation>
    </message>
    <message>
        <source>Sums of the chosen block</source>
        <translation>Somcontrole van het gekozen blok</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Systeem</translation>
    </message>
    <message>
        <source>Take a field copy along</source>
        <translation>Veldkopie meenemen</translation>
    </message>
    <message>
        <source>Take a field copy along…</source>
        <translation>Veldkopie meenemen…</translation>
    </message>
    <message>
        <source>Take along</source>
        <translation>Meenemen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Intrekken</translation>
    </message>
    <message>
        <source>Take field copy along</source>
        <translation>Veldkopie meenemen</translation>
    </message>
    <message>
        <source>Take off plan {0}</source>
        <translation>Haal af van plan {0}</translation>
    </message>
    <message>
        <source>Take the register along into the field, and bring it back</source>
        <translation>Het register meenemen het veld in, en terugbrengen</translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation>Haal deze voorwaarde weg</translation>
    </message>
    <message>
        <source>Takes effect on</source>
        <translation>Gaat in op</translation>
    </message>
    <message>
        <source>Takes over code lists, custom properties, price classes and rules for notifications that others share in a definitions package. The table of differences shows what changes; 'Only show the differences' stores nothing. What the package does not name stays as it is, nothing is deleted. Where it says that a value is replaced by another, plans, blocks and milestones that use it follow, in the same transaction and recorded in the history. All or nothing is stored; taking the same package over twice changes nothing.</source>
        <translation>Neemt codelijsten, maatwerkeigenschappen, prijsklassen en meldregels over die anderen in een definitiepakket delen. De tabel met verschillen laat zien wat er verandert; met 'Alleen de verschillen tonen' wordt niets opgeslagen. Wat het pakket niet noemt blijft zoals het is, niets wordt verwijderd. Waar het zegt dat een waarde door een andere vervangen is, volgen de plannen, woningblokken en mijlpalen die haar gebruiken, in dezelfde transactie en met een regel in de historie. Alles wordt opgeslagen of niets; hetzelfde pakket twee keer overnemen verandert de tweede keer niets.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Sjabloon</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>Tekst van de melding</translation>
    </message>
    <message>
        <source>The PostgreSQL connections of QGIS are offered here; make one in the browser panel to share a register.</source>
        <translation>Hier staan de PostgreSQL-verbindingen van QGIS; maak er een in het browserpaneel om een register te delen.</translation>
    </message>
    <message>
        <source>The area of plan {0} is invalid: it crosses itself.</source>
        <translation>Het plangebied van {0} is ongeldig: de grens kruist zichzelf.</translation>
    </message>
    <message>
        <source>The area of plan {0} is invalid; it was compared by its repaired shape.</source>
        <translation>Het plangebied van {0} is ongeldig; er is vergeleken met de herstelde vorm.</translation>
    </message>
    <message>
        <source>The areas of the selected plans follow the borders of parcels exactly; you see it before it is stored</source>
        <translation>De gebieden van de gekozen plannen volgen precies de perceelgrenzen; u ziet het voordat het wordt opgeslagen</translation>
    </message>
    <message>
        <source>The areas of the selected plans follow the parcels already, or there is nothing to follow.</source>
        <translation>De gebieden van de gekozen plannen volgen de percelen al, of er valt niets te volgen.</translation>
    </message>
    <message>
        <source>The chosen findings are open again</source>
        <translation>De gekozen bevindingen staan weer open</translation>
    </message>
    <message>
        <source>The chosen findings are right and may stay; a reason is needed, and it is stored when you save</source>
        <translation>De gekozen bevindingen kloppen en mogen blijven; een reden is nodig, en het wordt bewaard als u opslaat</translation>
    </message>
    <message>
        <source>The chosen plans have different owners; tick the groups that are to own all of them.</source>
        <translation>De gekozen plannen hebben verschillende eigenaars; vink de groepen aan die ze alle gaan beheren.</translation>
    </message>
    <message>
        <source>The definitions package is in '{file}'.</source>
        <translation>Het definitiepakket staat in '{file}'.</translation>
    </message>
    <message>
        <source>The field copy is in '{folder}'.</source>
        <translation>De veldkopie staat in '{folder}'.</translation>
    </message>
    <message>
        <source>The field copy of {who} was brought back: {changes}.</source>
        <translation>De veldkopie van {who} is teruggebracht: {changes}.</translation>
    </message>
    <message>
        <source>The field counts</source>
        <translation>Het veld geldt</translation>
    </message>
    <message>
        <source>The file is the whole answer of the service</source>
        <translation>Het bestand is het hele antwoord van de dienst</translation>
    </message>
    <message>
        <source>The first part keeps code, agreements, actions and permits. The new part gets a code of its own and a copy of milestones, bottlenecks, documents, groups and custom properties. Dwellings are divided by area; correct where you know better. The split is stored at once.</source>
        <translation>Het eerste deel houdt code, afspraken, acties en vergunningen. Het nieuwe deel krijgt een eigen code en een kopie van mijlpalen, knelpunten, documenten, groepen en maatwerkeigenschappen. De woningen zijn naar oppervlakte verdeeld; verbeter waar u het beter weet. De splitsing wordt meteen opgeslagen.</translation>
    </message>
    <message>
        <source>The housing region in which plans are tuned.</source>
        <translation>De woonregio waarin plannen worden afgestemd.</translation>
    </message>
    <message>
        <source>The line does not run all the way across plan {0}.</source>
        <translation>De lijn loopt niet helemaal over plan {0} heen.</translation>
    </message>
    <message>
        <source>The map shows the areas as they are (dashed) and as they would become (filled). Nothing is stored yet.</source>
        <translation>De kaart toont de gebieden zoals ze zijn (stippellijn) en zoals ze worden (gevuld). Er is nog niets opgeslagen.</translation>
    </message>
    <message>
        <source>The name of a group has no comma.</source>
        <translation>In de naam van een groep staat geen komma.</translation>
    </message>
    <message>
        <source>The name of the file ends in .gpkg.</source>
        <translation>De naam van het bestand eindigt op .gpkg.</translation>
    </message>
    <message>
        <source>The name with which this person logs in to the database, as the administrator of the server made it.</source>
        <translation>De naam waarmee deze persoon zich bij de database aanmeldt, zoals de beheerder van de server die heeft gemaakt.</translation>
    </message>
    <message>
        <source>The office counts</source>
        <translation>Kantoor geldt</translation>
    </message>
    <message>
        <source>The outline crossed itself; {0} of it is used.</source>
        <translation>De grens kruiste zichzelf; {0} ervan is gebruikt.</translation>
    </message>
    <message>
        <source>The parcels of the plan area go back too. This is stored when you save.</source>
        <translation>De percelen van het plangebied gaan ook terug. Dit wordt bewaard als u opslaat.</translation>
    </message>
    <message>
        <source>The parcels under the plans did not change.</source>
        <translation>De percelen onder de plannen zijn niet gewijzigd.</translation>
    </message>
    <message>
        <source>The part of the database that the register gets to itself.</source>
        <translation>Het deel van de database dat het register voor zichzelf krijgt.</translation>
    </message>
    <message>
        <source>The parts cover {0} % of plan {1}; {2} is left.</source>
        <translation>De deelplannen beslaan {0} % van plan {1}; {2} blijft over.</translation>
    </message>
    <message>
        <source>The picked parcels are added to the area of the selected plan</source>
        <translation>De gekozen percelen komen bij het gebied van het geselecteerde plan</translation>
    </message>
    <message>
        <source>The picked parcels become the area of the selected plan</source>
        <translation>De gekozen percelen worden het gebied van het geselecteerde plan</translation>
    </message>
    <message>
        <source>The plan area and its parcels go back too: {before} becomes {after}, dashed on the map. This is stored when you save.</source>
        <translation>Het plangebied en zijn percelen gaan ook terug: {before} wordt {after}, gestreept op de kaart. Dit wordt bewaard als u opslaat.</translation>
    </message>
    <message>
        <source>The plan code stays {code}: a code never changes.</source>
        <translation>De plancode blijft {code}: een code verandert nooit.</translation>
    </message>
    <message>
        <source>The plan did not exist yet at that moment.</source>
        <translation>Het plan bestond op dat moment nog niet.</translation>
    </message>
    <message>
        <source>The plan is back.</source>
        <translation>Het plan is terug.</translation>
    </message>
    <message>
        <source>The plans do not differ in any field.</source>
        <translation>De plannen verschillen in geen enkel veld.</translation>
    </message>
    <message>
        <source>The register as it was known at that moment opens read-only: map, page and table show the plans of then. It knows of everything since {since}.</source>
        <translation>Het register zoals het op dat moment bekend was gaat open, alleen om te bekijken: kaart, pagina en tabel tonen de plannen van toen. Het weet alles sinds {since}.</translation>
    </message>
    <message>
        <source>The register as it was, what changed since, and what was deleted</source>
        <translation>Het register zoals het was, wat er sindsdien veranderde en wat er werd verwijderd</translation>
    </message>
    <message>
        <source>The register has no plans yet.</source>
        <translation>Het register heeft nog geen plannen.</translation>
    </message>
    <message>
        <source>The register is {size}.</source>
        <translation>Het register is {size} groot.</translation>
    </message>
    <message>
        <source>The register was upgraded.</source>
        <translation>Het register is bijgewerkt.</translation>
    </message>
    <message>
        <source>The register was upgraded; the old one is kept as '{file}'.</source>
        <translation>Het register is bijgewerkt; het oude is bewaard als '{file}'.</translation>
    </message>
    <message>
        <source>The register's province</source>
        <translation>De provincie van het register</translation>
    </message>
    <message>
        <source>The same for the other {0} plans</source>
        <translation>Hetzelfde voor de andere {0} plannen</translation>
    </message>
    <message>
        <source>The selected parcels are none of plan {0}, or all of it.</source>
        <translation>De gekozen percelen liggen niet in plan {0}, of zijn het hele plan.</translation>
    </message>
    <message>
        <source>The selected parcels in the plan become a plan of their own, with the programme divided</source>
        <translation>De gekozen percelen in het plan worden een eigen plan, met het programma verdeeld</translation>
    </message>
    <message>
        <source>The selected plans are deleted with their programme and papers, after asking</source>
        <translation>De geselecteerde plannen worden na een vraag verwijderd, met hun programma en stukken</translation>
    </message>
    <message>
        <source>The selected plans have no area yet.</source>
        <translation>De gekozen plannen hebben nog geen plangebied.</translation>
    </message>
    <message>
        <source>The service delivered all it has there</source>
        <translation>De dienst leverde alles wat daar is</translation>
    </message>
    <message>
        <source>The value that is used instead of this one</source>
        <translation>De waarde die in plaats van deze wordt gebruikt</translation>
    </message>
    <message>
        <source>The values to choose from in forms and files. Who has a value that is made inactive keeps it; nobody can choose it any more. A value that another takes the place of is changed everywhere.</source>
        <translation>De waarden om uit te kiezen in formulieren en bestanden. Wie een waarde heeft die inactief wordt, houdt haar; niemand kan haar nog kiezen. Een waarde die door een andere vervangen wordt, verandert overal.</translation>
    </message>
    <message>
        <source>Their plan codes are never given to other plans; the history of the register keeps them.</source>
        <translation>Hun plancodes worden nooit aan andere plannen gegeven; de historie van het register bewaart ze.</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Van de ander</translation>
    </message>
    <message>
        <source>There are edits on the map that were not saved yet; save or undo them first.</source>
        <translation>Er zijn wijzigingen op de kaart die nog niet zijn opgeslagen; sla die eerst op of maak ze ongedaan.</translation>
    </message>
    <message>
        <source>There are no active classes to copy yet; add them with +.</source>
        <translation>Er zijn nog geen actieve klassen om over te nemen; voeg ze toe met +.</translation>
    </message>
    <message>
        <source>There are no classes in this scheme yet; add them with +.</source>
        <translation>Dit stelsel heeft nog geen klassen; voeg ze toe met +.</translation>
    </message>
    <message>
        <source>There are no groups yet. A plan of a single person gets a group by itself; make one for a team.</source>
        <translation>Er zijn nog geen groepen. Een plan van één persoon krijgt vanzelf een groep; maak er een voor een team.</translation>
    </message>
    <message>
        <source>There are no groups yet; add them with +.</source>
        <translation>Er zijn nog geen groepen; voeg ze toe met +.</translation>
    </message>
    <message>
        <source>There are no properties yet; add them with +.</source>
        <translation>Er zijn nog geen eigenschappen; voeg ze toe met +.</translation>
    </message>
    <message>
        <source>There is a group '{group}' already.</source>
        <translation>Er is al een groep '{group}'.</translation>
    </message>
    <message>
        <source>There is no delivery profile for province '{name}' yet.</source>
        <translation>Voor provincie '{name}' is er nog geen leveringsprofiel.</translation>
    </message>
    <message>
        <source>There is no register here. 'New register…' makes one.</source>
        <translation>Hier is geen register. 'Nieuw register…' maakt er een.</translation>
    </message>
    <message>
        <source>There is somebody with login '{login}' already.</source>
        <translation>Er is al iemand met login '{login}'.</translation>
    </message>
    <message>
        <source>This address is not there any more.</source>
        <translation>Dit adres bestaat niet meer.</translation>
    </message>
    <message>
        <source>This file exists already; a register is never overwritten.</source>
        <translation>Dit bestand bestaat al; een register wordt nooit overschreven.</translation>
    </message>
    <message>
        <source>This folder does not exist: {folder}</source>
        <translation>Deze map bestaat niet: {folder}</translation>
    </message>
    <message>
        <source>This folder exists already: {folder}</source>
        <translation>Deze map bestaat al: {folder}</translation>
    </message>
    <message>
        <source>This is a field copy of '{register}', taken along by {who}.</source>
        <translation>Dit is een veldkopie van '{register}', meegenomen door {who}.</translation>
    </message>
    <message>
        <source>This list has no other active value.</source>
        <translation>Deze lijst heeft geen andere actieve waarde.</translation>
    </message>
    <message>
        <source>This list has no values yet; add them with +.</source>
        <translation>Deze lijst heeft nog geen waarden; voeg ze toe met +.</translation>
    </message>
    <message>
        <source>This plan area cannot stay as it is without a choice</source>
        <translation>Dit plangebied kan niet zonder keuze zo blijven</translation>
    </message>
    <message>
        <source>This plan has edits on the map that were not saved. Save or undo those first.</source>
        <translation>Dit plan heeft wijzigingen op de kaart die niet zijn opgeslagen. Sla die eerst op of maak ze ongedaan.</translation>
    </message>
    <message>
        <source>This plan has no area yet.</source>
        <translation>Dit plan heeft nog geen plangebied.</translation>
    </message>
    <message>
        <source>This plan is not in the register yet: save it on the map first.</source>
        <translation>Dit plan staat nog niet in het register: sla het eerst op de kaart op.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>To be built</source>
        <translation>Te bouwen</translation>
    </message>
    <message>
        <source>To be demolished</source>
        <translation>Te slopen</translation>
    </message>
    <message>
        <source>To be looked at</source>
        <translation>Te bekijken</translation>
    </message>
    <message>
        <source>To see how dense the plan becomes; it is not stored.</source>
        <translation>Om te zien hoe dicht er gebouwd wordt; wordt niet bewaard.</translation>
    </message>
    <message>
        <source>To the other plan</source>
        <translation>Naar het andere plan</translation>
    </message>
    <message>
        <source>Tolerance (m; empty: from the contours)</source>
        <translation>Tolerantie (m; leeg: uit de contouren)</translation>
    </message>
    <message>
        <source>Type a part of the name or code</source>
        <translation>Typ een deel van de naam of code</translation>
    </message>
    <message>
        <source>Type a part of the name, or the code. One that is not in the list: Name (1234).</source>
        <translation>Typ een deel van de naam, of de code. Staat de gemeente er niet bij: Naam (1234).</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Ongewijzigd</translation>
    </message>
    <message>
        <source>Under the mouse</source>
        <translation>Onder de muis</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Maak ongedaan</translation>
    </message>
    <message>
        <source>Undo the last change (Ctrl+Z)</source>
        <translation>Laatste wijziging ongedaan maken (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undo this act</source>
        <translation>Maak deze handeling ongedaan</translation>
    </message>
    <message>
        <source>Undo this edit</source>
        <translation>Maak deze bewerking ongedaan</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>Ongedaan gemaakt: {0}</translation>
    </message>
    <message>
        <source>Update: add, change, keep the rest</source>
        <translation>Bijwerken: toevoegen, wijzigen, de rest behouden</translation>
    </message>
    <message>
        <source>Upgrade register</source>
        <translation>Register bijwerken</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Gebruik</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Gebruikt door</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Values of the list</source>
        <translation>Waarden van de lijst</translation>
    </message>
    <message>
        <source>Vector files (*.gpkg *.json *.geojson *.gml *.xml *.shp *.gdb *.fgb);;All files (*)</source>
        <translation>Vectorbestanden (*.gpkg *.json *.geojson *.gml *.xml *.shp *.gdb *.fgb);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Version of the package</source>
        <translation>Versie van het pakket</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Waarschuwingen</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>What 'affordable' means in euros, from which year of delivery on. Bounds count as within the class; without an upper bound it is 'and higher'. A new name goes to all years of that class and to all dwellings that have it.</source>
        <translation>Wat 'betaalbaar' in euro's betekent, vanaf welk jaar van oplevering. Een grens hoort bij de klasse; zonder bovengrens is het 'en hoger'. Een andere naam geldt voor alle jaren van de klasse en voor alle woningen die haar hebben.</translation>
    </message>
    <message>
        <source>What a role may do</source>
        <translation>Wat een rol mag</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Wat er verandert</translation>
    </message>
    <message>
        <source>What changes in the office</source>
        <translation>Wat op kantoor verandert</translation>
    </message>
    <message>
        <source>What did you do?</source>
        <translation>Wat deed u?</translation>
    </message>
    <message>
        <source>What happened, and what did you expect?</source>
        <translation>Wat gebeurde er, en wat verwachtte u?</translation>
    </message>
    <message>
        <source>What has this value now, of all plans in the register</source>
        <translation>Wat deze waarde nu heeft, van alle plannen in het register</translation>
    </message>
    <message>
        <source>What is already in the register</source>
        <translation>Wat al in het register staat</translation>
    </message>
    <message>
        <source>What is still needed</source>
        <translation>Wat nog nodig is</translation>
    </message>
    <message>
        <source>What is stored</source>
        <translation>Wat er wordt opgeslagen</translation>
    </message>
    <message>
        <source>What needs your choice</source>
        <translation>Wat uw keuze vraagt</translation>
    </message>
    <message>
        <source>What the municipality keeps of plans or blocks besides. The kind of one that has values stays; make it inactive and make another. Options of a ranked category are from low to high.</source>
        <translation>Wat de gemeente verder van plannen of woningblokken bijhoudt. De soort van een eigenschap met waarden ligt vast; maak haar inactief en maak een nieuwe. Opties van een gerangschikte categorie staan van laag naar hoog.</translation>
    </message>
    <message>
        <source>What the province of this register asks for in a delivery, and from where each field is filled. Profiles come with the plugin; the properties that they need are the municipality's own.</source>
        <translation>Wat de provincie van dit register bij een aanlevering vraagt, en waaruit elk veld wordt gevuld. Profielen horen bij de plugin; de eigenschappen die zij nodig hebben zijn van de gemeente.</translation>
    </message>
    <message>
        <source>What was drawn is not an area.</source>
        <translation>Wat getekend is, is geen vlak.</translation>
    </message>
    <message>
        <source>When office and field differ</source>
        <translation>Als kantoor en veld verschillen</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Where parcels, buildings, boundaries and background maps come from. Addresses that differ stand in a file of the municipality's own (docs/diensten.md says how it looks); without one the known addresses hold.</source>
        <translation>Waar percelen, panden, grenzen en achtergrondkaarten vandaan komen. Afwijkende adressen staan in een eigen bestand van de gemeente (docs/diensten.md zegt hoe het eruitziet); zonder zo'n bestand gelden de bekende adressen.</translation>
    </message>
    <message>
        <source>Where the field copy goes</source>
        <translation>Waar de veldkopie komt</translation>
    </message>
    <message>
        <source>Where the new register goes</source>
        <translation>Waar het nieuwe register komt</translation>
    </message>
    <message>
        <source>Whether breakdowns and phasing fit the number of dwellings.</source>
        <translation>Of verdelingen en fasering passen bij het aantal woningen.</translation>
    </message>
    <message>
        <source>Whether the file is there, and is what it was.</source>
        <translation>Of het bestand er is, en nog is wat het was.</translation>
    </message>
    <message>
        <source>Which plans came, went and changed, and how many dwellings that makes</source>
        <translation>Welke plannen er kwamen, vervielen en veranderden, en hoeveel woningen dat scheelt</translation>
    </message>
    <message>
        <source>Which value takes the place of '{name}'? All that uses it gets that one.</source>
        <translation>Welke waarde komt in de plaats van '{name}'? Alles wat haar gebruikt krijgt die.</translation>
    </message>
    <message>
        <source>While you were editing, somebody else stored other values. Choose for each what is to stand. Nothing was saved yet.</source>
        <translation>Terwijl u bewerkte, heeft een ander andere waarden opgeslagen. Kies voor elk wat moet gelden. Er is nog niets opgeslagen.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Who has none sees nothing, from the moment that it is stored</source>
        <translation>Wie die niet heeft, ziet niets meer vanaf het moment van opslaan</translation>
    </message>
    <message>
        <source>Who publishes it</source>
        <translation>Wie het uitgeeft</translation>
    </message>
    <message>
        <source>Who takes it along</source>
        <translation>Wie haar meeneemt</translation>
    </message>
    <message>
        <source>Who takes it along (empty: who is logged in)</source>
        <translation>Wie haar meeneemt (leeg: wie is aangemeld)</translation>
    </message>
    <message>
        <source>Who uses the register, in which role and group, and whose plans are whose</source>
        <translation>Wie het register gebruikt, in welke rol en groep, en wie welke plannen beheert</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breedte</translation>
    </message>
    <message>
        <source>With a plan</source>
        <translation>Met een plan</translation>
    </message>
    <message>
        <source>With plans, by how confidential they are:</source>
        <translation>Met plannen, naar hoe vertrouwelijk ze zijn:</translation>
    </message>
    <message>
        <source>With the documents</source>
        <translation>Met de documenten</translation>
    </message>
    <message>
        <source>With the documents (there are none)</source>
        <translation>Met de documenten (die zijn er niet)</translation>
    </message>
    <message>
        <source>With the documents ({number} files, {size})</source>
        <translation>Met de documenten ({number} bestanden, {size})</translation>
    </message>
    <message>
        <source>With the register:</source>
        <translation>Met het register:</translation>
    </message>
    <message>
        <source>With {who} since {moment}</source>
        <translation>Bij {who} sinds {moment}</translation>
    </message>
    <message>
        <source>Workbook (.xlsx)</source>
        <translation>Werkmap (.xlsx)</translation>
    </message>
    <message>
        <source>Write Excel template</source>
        <translation>Excelsjabloon schrijven</translation>
    </message>
    <message>
        <source>Write definitions package</source>
        <translation>Definitiepakket bewaren</translation>
    </message>
    <message>
        <source>Write down what went wrong; nothing is sent by itself</source>
        <translation>Schrijf op wat er misging; er wordt niets vanzelf verstuurd</translation>
    </message>
    <message>
        <source>Write package…</source>
        <translation>Pakket bewaren…</translation>
    </message>
    <message>
        <source>Write the areas (no: only propose)</source>
        <translation>Gebieden opslaan (nee: alleen voorstellen)</translation>
    </message>
    <message>
        <source>Write what is certain (no: only tell)</source>
        <translation>Schrijven wat zeker is (nee: alleen vertellen)</translation>
    </message>
    <message>
        <source>Writes all code lists, custom properties with their options, price classes and rules for notifications of a register to one file, so that other municipalities can take them over with 'Import definitions package'. A value that was replaced by another says so in the file: where the package is taken over, plans that use it follow. No plans, people or addresses are in it.</source>
        <translation>Schrijft alle codelijsten, maatwerkeigenschappen met hun opties, prijsklassen en meldregels van een register naar één bestand, zodat andere gemeenten ze met 'Definitiepakket importeren' kunnen overnemen. Een waarde die door een andere vervangen is, zegt dat in het bestand: waar het pakket wordt overgenomen, volgen de plannen die haar gebruiken. Er staan geen plannen, mensen of adressen in.</translation>
    </message>
    <message>
        <source>Writes all plans of the register to one workbook in the layout of DIWI's Excel template, so that DIWI can import it. What that layout cannot say (plan areas, agreements, breakdowns that are not complete, …) travels on a hidden sheet: 'Import Excel workbook' restores the whole register from the workbook, custom properties and options included. You may edit the first sheet, sort and remove rows and add new ones: what stands there wins. The reference date decides on the project status. The file holds confidential plans too, and everything of them on hidden sheet 'DIWI-QGIS': mind who gets it. The log tells which plans DIWI will refuse, and why.</source>
        <translation>Schrijft alle plannen van het register naar één werkmap met de indeling van DIWI's Excelsjabloon, zodat DIWI haar kan inlezen. Wat daarin niet past (plangebieden, afspraken, verdelingen die niet volledig zijn, …) gaat mee op een verborgen blad: 'Excelwerkmap inlezen' herstelt het hele register uit de werkmap, met maatwerkeigenschappen en keuzes. U mag het eerste blad bewerken, rijen sorteren, verwijderen en toevoegen: wat daar staat telt. De peildatum bepaalt de projectstatus. Het bestand bevat ook vertrouwelijke plannen, en alles ervan op het verborgen blad 'DIWI-QGIS': let op wie het krijgt. Het logboek zegt welke plannen DIWI zal weigeren, en waarom.</translation>
    </message>
    <message>
        <source>Writes all plans of the register, with programme and plan areas, to one GeoJSON file in DIWI's import format (RD New). What that format cannot say travels beside it, where DIWI does not look: 'Import plans from GeoJSON' restores the whole register from it, custom properties and options included. A block of several ownership types, house types or delivery dates is written as several DIWI blocks with the same totals. The reference date decides on the project status. The log tells which plans DIWI will refuse, and why. The file holds confidential plans too: mind who gets it.</source>
        <translation>Schrijft alle plannen van het register, met programma en plangebied, naar één GeoJSON-bestand in het invoerformaat van DIWI (RD New). Wat daarin niet past gaat ernaast mee, waar DIWI niet kijkt: 'Plannen inlezen uit GeoJSON' herstelt er het hele register uit, met maatwerkeigenschappen en keuzes. Een woningblok met meer eigendomssoorten, woningtypen of opleverdatums wordt geschreven als meer DIWI-blokken met dezelfde totalen. De peildatum bepaalt de projectstatus. Het logboek zegt welke plannen DIWI zal weigeren, en waarom. Het bestand bevat ook vertrouwelijke plannen: let op wie het krijgt.</translation>
    </message>
    <message>
        <source>Writes an empty workbook to fill in with plans: the same layout and headers as DIWI's import template, with lists to choose from, checks on dates and numbers, an explanation at every header, and sheets with help and with the code lists. With a register its own code lists, price classes and custom properties are in it. DIWI can read the filled workbook too; it reads the first sheet only.</source>
        <translation>Schrijft een lege werkmap om plannen in te vullen: dezelfde indeling en koppen als het invoersjabloon van DIWI, met keuzelijsten, controles op datums en getallen, uitleg bij elke kop, en bladen met hulp en met de codelijsten. Met een register staan diens eigen codelijsten, prijsklassen en maatwerkeigenschappen erin. Ook DIWI kan de ingevulde werkmap lezen; het leest alleen het eerste blad.</translation>
    </message>
    <message>
        <source>Writes one A4 per plan to a PDF, by name: map, phase, status, confidentiality, the numbers of dwellings, the programme and the milestones as they stand today. Give plan codes, divided by commas, for some of the plans; leave them empty for all. The print layout 'Factsheet' of the register's project is used, with your changes in it (a logo, for instance). A sheet shows nothing of other plans, but confidential plans get a sheet too: mind who gets the file.</source>
        <translation>Schrijft per plan één A4 naar een PDF, op naam: kaart, fase, status, vertrouwelijkheid, de aantallen woningen, het programma en de mijlpalen zoals zij vandaag zijn. Geef plancodes, gescheiden door komma's, voor een deel van de plannen; laat ze leeg voor alle plannen. De printlay-out 'Factsheet' van het project van het register wordt gebruikt, met uw wijzigingen daarin (een logo bijvoorbeeld). Een factsheet toont niets van andere plannen, maar ook vertrouwelijke plannen krijgen er een: let op wie het bestand krijgt.</translation>
    </message>
    <message>
        <source>Writes the plans as they stand on the reference date in the File Geodatabase layout of the province of Gelderland (needs GDAL 3.6, QGIS 3.28 or later): Planregistratie with one feature per plan, DetailPlanning with the cross table per year, and the province's domains and relationships. A plan keeps its GlobalID in every delivery. Plans below the confidentiality 'extern woonregio', plans with status 5A or 5B and plans that were broken off are not part of the delivery; they are named. Plans with errors (no valid area, a word that the province does not know) stop the delivery, unless you choose to skip them. The register keeps a receipt, and the report says what changed since the previous round. Fixed values replace a field for all plans; they can also be kept in table 'instelling' (levering.gelderland.&lt;field&gt;).</source>
        <translation>Schrijft de plannen zoals zij op de peildatum zijn in de File Geodatabase van de provincie Gelderland (vraagt GDAL 3.6, QGIS 3.28 of later): Planregistratie met één object per plan, DetailPlanning met de kruistabel per jaar, en de domeinen en relaties van de provincie. Een plan houdt in elke aanlevering zijn GlobalID. Plannen onder vertrouwelijkheid 'extern woonregio', plannen met status 5A of 5B en afgebroken plannen horen niet bij de aanlevering; zij worden genoemd. Plannen met fouten (geen geldig plangebied, een woord dat de provincie niet kent) houden de aanlevering tegen, tenzij u ze overslaat. Het register bewaart een ontvangstbewijs, en het rapport zegt wat er sinds de vorige ronde is veranderd. Vaste waarden vervangen een veld bij alle plannen; zij kunnen ook in tabel 'instelling' staan (levering.gelderland.&lt;veld&gt;).</translation>
    </message>
    <message>
        <source>Writes the plans as they stand on the reference date in the GeoJSON layout of the province of Zuid-Holland: one feature per plan, with the cross table of dwelling type and price class per year. Plans below the confidentiality 'extern woonregio', plans with status 5A or 5B, plans that were broken off and plans that start after the reference date are not part of the delivery; they are named. Plans with errors stop the delivery, unless you choose to skip them. The register keeps a receipt, and the report says what changed since the previous round. The same register and date always give the same file. Fixed values replace a field for all plans; they can also be kept in table 'instelling' (levering.zuid_holland.&lt;field&gt;).</source>
        <translation>Schrijft de plannen zoals zij op de peildatum zijn in de GeoJSON van de provincie Zuid-Holland: één object per plan, met de kruistabel van woningtype en prijsklasse per jaar. Plannen onder vertrouwelijkheid 'extern woonregio', plannen met status 5A of 5B, afgebroken plannen en plannen die na de peildatum beginnen horen niet bij de aanlevering; zij worden genoemd. Plannen met fouten houden de aanlevering tegen, tenzij u ze overslaat. Het register bewaart een ontvangstbewijs, en het rapport zegt wat er sinds de vorige ronde is veranderd. Hetzelfde register en dezelfde datum geven altijd hetzelfde bestand. Vaste waarden vervangen een veld bij alle plannen; zij kunnen ook in tabel 'instelling' staan (levering.zuid_holland.&lt;veld&gt;).</translation>
    </message>
    <message>
        <source>Written to the register</source>
        <translation>Geschreven in het register</translation>
    </message>
    <message>
        <source>Year of districts and neighbourhoods (0: that of the settings)</source>
        <translation>Jaar van wijken en buurten (0: dat van de instellingen)</translation>
    </message>
    <message>
        <source>Year of the division, where the file does not say (0: unknown)</source>
        <translation>Jaar van de indeling, als het bestand dat niet zegt (0: onbekend)</translation>
    </message>
    <message>
        <source>Year rows delivered</source>
        <translation>Geleverde jaarrijen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>You chose another plan. This page still has changes that were not saved.</source>
        <translation>U koos een ander plan. Op deze pagina staan nog wijzigingen die niet zijn opgeslagen.</translation>
    </message>
    <message>
        <source>You look at the register as it was known on {moment}. Nothing can be changed.</source>
        <translation>U kijkt naar het register zoals het bekend was op {moment}. Er kan niets worden gewijzigd.</translation>
    </message>
    <message>
        <source>You look at the register as it was: nothing can be changed in it.</source>
        <translation>U kijkt naar het register zoals het was: daarin kan niets worden gewijzigd.</translation>
    </message>
    <message>
        <source>You would not see this plan any more yourself.</source>
        <translation>U zou dit plan zelf niet meer zien.</translation>
    </message>
    <message>
        <source>Your changes were not saved. Close without saving?</source>
        <translation>Uw wijzigingen zijn niet opgeslagen. Sluiten zonder op te slaan?</translation>
    </message>
    <message>
        <source>Zipped file geodatabases (*.gdb.zip)</source>
        <translation>Ingepakte file geodatabases (*.gdb.zip)</translation>
    </message>
    <message>
        <source>a date such as 31-12-2030, or a year, is expected</source>
        <translation>verwacht wordt een datum zoals 31-12-2030, of een jaar</translation>
    </message>
    <message>
        <source>a later milestone, of {day}, would still decide</source>
        <translation>een latere mijlpaal, van {day}, zou blijven gelden</translation>
    </message>
    <message>
        <source>a milestone that has happened cannot lie in the future</source>
        <translation>een gerealiseerde mijlpaal kan niet in de toekomst liggen</translation>
    </message>
    <message>
        <source>a number such as 1.234,50 is expected</source>
        <translation>verwacht wordt een getal zoals 1.234,50</translation>
    </message>
    <message>
        <source>a plan from the list is expected</source>
        <translation>verwacht wordt een plan uit de lijst</translation>
    </message>
    <message>
        <source>a planned or a realised date must be filled in</source>
        <translation>vul een geplande of een gerealiseerde datum in</translation>
    </message>
    <message>
        <source>a register is open</source>
        <translation>er is een register geopend</translation>
    </message>
    <message>
        <source>a whole number is expected</source>
        <translation>verwacht wordt een geheel getal</translation>
    </message>
    <message>
        <source>a year from {first} to {last} is expected</source>
        <translation>verwacht wordt een jaar van {first} tot en met {last}</translation>
    </message>
    <message>
        <source>added</source>
        <translation>toegevoegd</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>an amount in euros has at most two decimals</source>
        <translation>een bedrag in euro's heeft hoogstens twee decimalen</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>en nog {0}</translation>
    </message>
    <message>
        <source>area changed</source>
        <translation>vlak gewijzigd</translation>
    </message>
    <message>
        <source>at least / from</source>
        <translation>minstens / vanaf</translation>
    </message>
    <message>
        <source>at least {number}</source>
        <translation>minstens {number}</translation>
    </message>
    <message>
        <source>at most / until</source>
        <translation>hoogstens / tot en met</translation>
    </message>
    <message>
        <source>at most {number}</source>
        <translation>hoogstens {number}</translation>
    </message>
    <message>
        <source>at most {number} characters</source>
        <translation>hoogstens {number} tekens</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>vanzelf</translation>
    </message>
    <message>
        <source>change</source>
        <translation>wijziging</translation>
    </message>
    <message>
        <source>change to store</source>
        <translation>wijziging om op te slaan</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>gewijzigd</translation>
    </message>
    <message>
        <source>changed since it was added</source>
        <translation>gewijzigd sinds het werd toegevoegd</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>wijzigingen</translation>
    </message>
    <message>
        <source>changes to store</source>
        <translation>wijzigingen om op te slaan</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>bevat</translation>
    </message>
    <message>
        <source>demolition</source>
        <translation>sloop</translation>
    </message>
    <message>
        <source>difference needs your choice</source>
        <translation>verschil vraagt uw keuze</translation>
    </message>
    <message>
        <source>differences need your choice</source>
        <translation>verschillen vragen uw keuze</translation>
    </message>
    <message>
        <source>either a price class or amounts, not both</source>
        <translation>een prijsklasse of bedragen, niet allebei</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
    <message>
        <source>field copies are taken of registers in a file; this one is on a server</source>
        <translation>veldkopieën worden gemaakt van registers in een bestand; dit staat op een server</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>klopt</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>vervallen</translation>
    </message>
    <message>
        <source>has edits on the map that were not saved</source>
        <translation>heeft wijzigingen op de kaart die niet zijn opgeslagen</translation>
    </message>
    <message>
        <source>in plan</source>
        <translation>in plan</translation>
    </message>
    <message>
        <source>is</source>
        <translation>is</translation>
    </message>
    <message>
        <source>is copied when you save</source>
        <translation>wordt gekopieerd bij opslaan</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>is leeg</translation>
    </message>
    <message>
        <source>is filled</source>
        <translation>is ingevuld</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>is niet</translation>
    </message>
    <message>
        <source>is so already</source>
        <translation>is al zo</translation>
    </message>
    <message>
        <source>it fell apart into {0} parts more</source>
        <translation>het is in {0} delen meer uiteengevallen</translation>
    </message>
    <message>
        <source>known address</source>
        <translation>bekend adres</translation>
    </message>
    <message>
        <source>lies outside {plan} for {size}</source>
        <translation>ligt voor {size} buiten {plan}</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ontbreekt</translation>
    </message>
    <message>
        <source>must be filled in</source>
        <translation>moet worden ingevuld</translation>
    </message>
    <message>
        <source>must be filled in when there is an upper bound (0 for none)</source>
        <translation>moet worden ingevuld als er een bovengrens is (0 voor geen ondergrens)</translation>
    </message>
    <message>
        <source>must come after the start</source>
        <translation>moet na de start liggen</translation>
    </message>
    <message>
        <source>must not be less than the lower bound</source>
        <translation>mag niet lager zijn dan de ondergrens</translation>
    </message>
    <message>
        <source>need your choice</source>
        <translation>vragen uw keuze</translation>
    </message>
    <message>
        <source>needs your choice</source>
        <translation>vraagt uw keuze</translation>
    </message>
    <message>
        <source>new</source>
        <translation>bouw</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>no login on the server yet</source>
        <translation>nog geen login op de server</translation>
    </message>
    <message>
        <source>no parcel is picked yet</source>
        <translation>er is nog geen perceel gekozen</translation>
    </message>
    <message>
        <source>no plan is selected; select one on the map first</source>
        <translation>er is geen plan geselecteerd; selecteer er eerst een op de kaart</translation>
    </message>
    <message>
        <source>no register is open</source>
        <translation>er is geen register geopend</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>nothing given</source>
        <translation>niets verdeeld</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>of others</source>
        <translation>van anderen</translation>
    </message>
    <message>
        <source>one of these is expected: {list}</source>
        <translation>verwacht wordt een van: {list}</translation>
    </message>
    <message>
        <source>only ownership has a price</source>
        <translation>alleen eigendom heeft een prijs</translation>
    </message>
    <message>
        <source>overlaps {plan} by {size}</source>
        <translation>overlapt {plan} over {size}</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigen</translation>
    </message>
    <message>
        <source>own file</source>
        <translation>eigen bestand</translation>
    </message>
    <message>
        <source>own property</source>
        <translation>maatwerkeigenschap</translation>
    </message>
    <message>
        <source>own property, not active</source>
        <translation>maatwerkeigenschap, niet actief</translation>
    </message>
    <message>
        <source>present</source>
        <translation>aanwezig</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>probleem</translation>
    </message>
    <message>
        <source>property is missing</source>
        <translation>eigenschap ontbreekt</translation>
    </message>
    <message>
        <source>property {name}</source>
        <translation>eigenschap {name}</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>verwijderd</translation>
    </message>
    <message>
        <source>row {row}, {label}: “{text}”: {expected}</source>
        <translation>rij {row}, {label}: “{text}”: {expected}</translation>
    </message>
    <message>
        <source>select at least {0} plans first</source>
        <translation>kies eerst minstens {0} plannen</translation>
    </message>
    <message>
        <source>select one plan first</source>
        <translation>kies eerst één plan</translation>
    </message>
    <message>
        <source>select one plan only</source>
        <translation>kies niet meer dan één plan</translation>
    </message>
    <message>
        <source>select parcels of the plan first, in the layer of parcels</source>
        <translation>selecteer eerst percelen van het plan, in de laag met percelen</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>een ander</translation>
    </message>
    <message>
        <source>that lies in plan {0}</source>
        <translation>dat ligt in plan {0}</translation>
    </message>
    <message>
        <source>the end ({end}) would not come after the start ({start})</source>
        <translation>het einde ({end}) zou niet na de start ({start}) liggen</translation>
    </message>
    <message>
        <source>the layer of plans can only be read</source>
        <translation>de laag met plannen is alleen-lezen</translation>
    </message>
    <message>
        <source>the project has no layer of plans</source>
        <translation>het project heeft geen laag met plannen</translation>
    </message>
    <message>
        <source>the register has no parcels yet; load them first</source>
        <translation>het register heeft nog geen percelen; haal die eerst op</translation>
    </message>
    <message>
        <source>the selected plan has no area yet</source>
        <translation>het gekozen plan heeft nog geen plangebied</translation>
    </message>
    <message>
        <source>there are edits that were not saved yet; save or undo them first</source>
        <translation>er zijn bewerkingen die nog niet zijn opgeslagen; sla ze eerst op of maak ze ongedaan</translation>
    </message>
    <message>
        <source>there is no column for it</source>
        <translation>er is geen kolom voor</translation>
    </message>
    <message>
        <source>this day does not exist</source>
        <translation>deze dag bestaat niet</translation>
    </message>
    <message>
        <source>this is not part of this version</source>
        <translation>dit zit niet in deze versie</translation>
    </message>
    <message>
        <source>this number is too large</source>
        <translation>dit getal is te groot</translation>
    </message>
    <message>
        <source>this register is a field copy itself</source>
        <translation>dit register is zelf een veldkopie</translation>
    </message>
    <message>
        <source>this register is a file: whoever may open the file may see and change everything in it</source>
        <translation>dit register is een bestand: wie het bestand mag openen, mag alles erin zien en wijzigen</translation>
    </message>
    <message>
        <source>this register is the field copy; open the register in the office first</source>
        <translation>dit register is de veldkopie; open eerst het register op kantoor</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>webpagina</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yes or no is expected</source>
        <translation>verwacht wordt ja of nee</translation>
    </message>
    <message>
        <source>you are looking back; go back to now first</source>
        <translation>u kijkt terug; ga eerst terug naar nu</translation>
    </message>
    <message>
        <source>{0} is changing this register now (computer {1}, since {2}); you can look at it.</source>
        <translation>{0} wijzigt dit register nu (computer {1}, sinds {2}); u kunt het bekijken.</translation>
    </message>
    <message>
        <source>{0} is done: you can change this register again.</source>
        <translation>{0} is klaar: u kunt dit register weer wijzigen.</translation>
    </message>
    <message>
        <source>{0} is in a network folder that does not lock files. You can look at it, not change it: two users at a time would damage it.</source>
        <translation>{0} staat in een map van het netwerk die geen bestanden vergrendelt. U kunt het bekijken, niet wijzigen: twee gebruikers tegelijk zouden het beschadigen.</translation>
    </message>
    <message>
        <source>{0} is working on the same plan as you ({1}, since {2}).</source>
        <translation>{0} werkt aan hetzelfde plan als u ({1}, sinds {2}).</translation>
    </message>
    <message>
        <source>{0} lies in plan {1}</source>
        <translation>{0} ligt in plan {1}</translation>
    </message>
    <message>
        <source>{0} lies outside its main plan {1}</source>
        <translation>{0} ligt buiten het hoofdplan {1}</translation>
    </message>
    <message>
        <source>{0} lies outside the municipality</source>
        <translation>{0} ligt buiten de gemeente</translation>
    </message>
    <message>
        <source>{0} was cut off plan {1}</source>
        <translation>{0} is afgesneden van plan {1}</translation>
    </message>
    <message>
        <source>{0} was cut off what was drawn</source>
        <translation>{0} is afgesneden van wat getekend is</translation>
    </message>
    <message>
        <source>{0} was merged into plan {1}.</source>
        <translation>{0} is samengevoegd met plan {1}.</translation>
    </message>
    <message>
        <source>{0}, part 2</source>
        <translation>{0}, deel 2</translation>
    </message>
    <message>
        <source>{code} (no longer in use)</source>
        <translation>{code} (niet meer in gebruik)</translation>
    </message>
    <message>
        <source>{label}: {given} of {total} given</source>
        <translation>{label}: verdeeld {given} van {total}</translation>
    </message>
    <message>
        <source>{label}: “{text}” was not taken: {expected}</source>
        <translation>{label}: “{text}” is niet overgenomen: {expected}</translation>
    </message>
    <message>
        <source>{list} (closed)</source>
        <translation>{list} (vast)</translation>
    </message>
    <message>
        <source>{name} gets access again, as {role}.</source>
        <translation>{name} krijgt weer toegang, als {role}.</translation>
    </message>
    <message>
        <source>{name} is removed: sees nothing from that moment on, also in a QGIS that is open.</source>
        <translation>{name} is verwijderd: ziet vanaf dat moment niets meer, ook niet in een QGIS dat open is.</translation>
    </message>
    <message>
        <source>{name} unknown</source>
        <translation>{name} onbekend</translation>
    </message>
    <message>
        <source>{name}: {count} will get '{new}'.</source>
        <translation>{name}: {count} krijgt '{new}'.</translation>
    </message>
    <message>
        <source>{name}; plans that are at least '{level}' are delivered. Source: {source} ({date}).</source>
        <translation>{name}; plannen die minstens '{level}' zijn worden aangeleverd. Bron: {source} ({date}).</translation>
    </message>
    <message>
        <source>{number} of the {total} chosen plans: {reason}</source>
        <translation>{number} van de {total} gekozen plannen: {reason}</translation>
    </message>
    <message>
        <source>{number} too many</source>
        <translation>{number} te veel</translation>
    </message>
    <message>
        <source>{number} unknown</source>
        <translation>{number} onbekend</translation>
    </message>
    <message>
        <source>{number}: office and field changed the same differently.</source>
        <translation>{number}: kantoor en veld hebben hetzelfde verschillend gewijzigd.</translation>
    </message>
    <message>
        <source>{register}: not for you; the functional manager can let you in</source>
        <translation>{register}: niet voor u; de functioneel beheerder kan u toelaten</translation>
    </message>
    <message>
        <source>{row} added</source>
        <translation>{row} toegevoegd</translation>
    </message>
    <message>
        <source>{row} removed</source>
        <translation>{row} verwijderd</translation>
    </message>
    <message>
        <source>{rule}: to whom</source>
        <translation>{rule}: aan wie</translation>
    </message>
    <message>
        <source>{shown} of {all} plans</source>
        <translation>{shown} van {all} plannen</translation>
    </message>
    <message>
        <source>{title}: the file is missing: {path}</source>
        <translation>{title}: het bestand ontbreekt: {path}</translation>
    </message>
    <message>
        <source>{title}: the file is not what it was when it was added.</source>
        <translation>{title}: het bestand is niet meer wat het was toen het werd toegevoegd.</translation>
    </message>
    <message>
        <source>{total} of {total} given: {list}</source>
        <translation>Verdeeld {total} van {total}: {list}</translation>
    </message>
    <message>
        <source>“{text}” is not an address that starts with https://</source>
        <translation>“{text}” is geen adres dat met https:// begint</translation>
    </message>
    <message>
        <source>•  and {0} more</source>
        <translation>•  en nog {0}</translation>
    </message>
    <message>
        <source>… and from this width (m)</source>
        <translation>… en vanaf deze breedte (m)</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… en nog {number}</translation>
    </message>
    <message>
        <source>● Changes not saved yet</source>
        <translation>● Nog niet opgeslagen</translation>
    </message>
</context>
</TS>
