-- The blocks of every plan, one line each; from the twelfth on together in one row, so that a page shows them all.
SELECT project_uuid, min(nummer) AS nummer,
  CASE WHEN count(*) > 1 THEN 'nog ' || count(*) || ' blokken' ELSE min(naam) END AS naam,
  CASE WHEN count(*) > 1 THEN group_concat(DISTINCT mutatie) ELSE min(mutatie) END AS mutatie,
  sum(aantal) AS aantal, sum(koop) AS koop, sum(corporatie) AS corporatie, sum(particulier) AS particulier,
  sum(eengezins) AS eengezins, sum(meergezins) AS meergezins,
  CASE WHEN min(eerste) IS NULL THEN NULL WHEN min(eerste) = max(laatste) THEN min(eerste)
    ELSE min(eerste) || ' – ' || max(laatste) END AS opleveringen
FROM (
  SELECT w.project_uuid, w.aantal, coalesce(m.label, w.mutatie) AS mutatie, v.*, o.*,
    CASE WHEN length(w.naam) > 40 THEN substr(w.naam, 1, 39) || '…' ELSE w.naam END AS naam,
    row_number() OVER (PARTITION BY w.project_uuid ORDER BY w.mutatie, w.fid) AS nummer
  FROM woningblok w
  LEFT JOIN codelijst m ON m.lijst = 'mutatie' AND m.code = w.mutatie
  LEFT JOIN (
    SELECT woningblok_uuid, strftime('%Y', min(datum)) AS eerste, strftime('%Y', max(datum)) AS laatste
    FROM oplevering GROUP BY woningblok_uuid
  ) o ON o.woningblok_uuid = w.uuid
  LEFT JOIN (
    SELECT woningblok_uuid,
      sum(CASE WHEN kenmerk = 'eigendom' AND categorie = 'koopwoning' THEN aantal END) AS koop,
      sum(CASE WHEN kenmerk = 'eigendom' AND categorie = 'huurwoning_woningcorporatie' THEN aantal END) AS corporatie,
      sum(CASE WHEN kenmerk = 'eigendom' AND categorie = 'huurwoning_particuliere_verhuurder' THEN aantal END) AS particulier,
      sum(CASE WHEN kenmerk = 'woningtype' AND categorie = 'eengezinswoning' THEN aantal END) AS eengezins,
      sum(CASE WHEN kenmerk = 'woningtype' AND categorie = 'meergezinswoning' THEN aantal END) AS meergezins
    FROM verdeling GROUP BY woningblok_uuid
  ) v ON v.woningblok_uuid = w.uuid
) blok
GROUP BY project_uuid, min(nummer, 12)
ORDER BY 2
