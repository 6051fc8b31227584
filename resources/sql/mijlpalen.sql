-- The milestones of every plan by date; of more than thirteen the earliest are counted in one row, so that none is lost
-- without a word.
SELECT project_uuid, max(nummer) AS nummer,
  CASE WHEN count(*) > 1 THEN count(*) || ' eerdere mijlpalen' ELSE min(mijlpaal) END AS mijlpaal,
  CASE WHEN count(*) = 1 THEN min(eerste_prognose) END AS eerste_prognose,
  CASE WHEN count(*) = 1 THEN min(gepland) END AS gepland,
  CASE WHEN count(*) = 1 THEN min(gerealiseerd) END AS gerealiseerd
FROM (
  SELECT m.project_uuid, coalesce(c.label, m.soort) AS mijlpaal, m.eerste_prognose, m.gepland, m.gerealiseerd,
    row_number() OVER (
      PARTITION BY m.project_uuid ORDER BY coalesce(m.gerealiseerd, m.gepland) DESC, c.volgorde DESC, m.fid DESC
    ) AS nummer
  FROM {of}mijlpaal m LEFT JOIN {of}codelijst c ON c.lijst = 'mijlpaalsoort' AND c.code = m.soort
) stap
GROUP BY project_uuid, {least}(nummer, 13)
ORDER BY 2 DESC
