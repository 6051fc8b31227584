-- The blocks of every plan, one line each; from the twelfth on together in one row, so that a page shows them all.
SELECT project_uuid, min(nummer) AS nummer,
  CASE WHEN count(*) > 1 THEN 'nog ' || count(*) || ' blokken' ELSE min(naam) END AS naam,
  CASE WHEN min(mutatie) < max(mutatie) THEN min(mutatie) || ',' || max(mutatie) ELSE min(mutatie) END AS mutatie,
  CAST(sum(aantal) AS INTEGER) AS aantal, CAST(sum(koop) AS INTEGER) AS koop, CAST(sum(corporatie) AS INTEGER) AS corporatie,
  CAST(sum(particulier) AS INTEGER) AS particulier, CAST(sum(eengezins) AS INTEGER) AS eengezins,
  CAST(sum(meergezins) AS INTEGER) AS meergezins,
  CASE WHEN min(eerste) < max(laatste) THEN min(eerste) || ' – ' || max(laatste) ELSE min(eerste) END AS opleveringen
FROM (
  SELECT w.project_uuid, w.aantal, coalesce(m.label, w.mutatie) AS mutatie, v.*, o.*,
    CASE WHEN length(w.naam) > 40 THEN substr(w.naam, 1, 39) || '…' ELSE w.naam END AS naam,
    row_number() OVER (PARTITION BY w.project_uuid ORDER BY w.mutatie, w.fid) AS nummer
  FROM {of}woningblok w
  LEFT JOIN {of}codelijst m ON m.lijst = 'mutatie' AND m.code = w.mutatie
  LEFT JOIN (
    SELECT woningblok_uuid, substr(CAST(min(datum) AS TEXT), 1, 4) AS eerste, substr(CAST(max(datum) AS TEXT), 1, 4) AS laatste
    FROM {of}oplevering GROUP BY woningblok_uuid
  ) o ON o.woningblok_uuid = w.uuid
  LEFT JOIN (
    SELECT woningblok_uuid,
      sum(CASE WHEN kenmerk = 'eigendom' AND categorie = 'koopwoning' THEN aantal END) AS koop,
      sum(CASE WHEN kenmerk = 'eigendom' AND categorie = 'huurwoning_woningcorporatie' THEN aantal END) AS corporatie,
      sum(CASE WHEN kenmerk = 'eigendom' AND categorie = 'huurwoning_particuliere_verhuurder' THEN aantal END) AS particulier,
      sum(CASE WHEN kenmerk = 'woningtype' AND categorie = 'eengezinswoning' THEN aantal END) AS eengezins,
      sum(CASE WHEN kenmerk = 'woningtype' AND categorie = 'meergezinswoning' THEN aantal END) AS meergezins
    FROM {of}verdeling GROUP BY woningblok_uuid
  ) v ON v.woningblok_uuid = w.uuid
) blok
GROUP BY project_uuid, {least}(nummer, 12)
ORDER BY 2
