-- How far building and delivery of every plan have moved since the first forecast of each milestone, at most: e(arlier),
-- o(n time, within a month), h(alf a year), j (a year), m(ore). Plans without such a milestone are not there.
SELECT project_uuid,
  CASE WHEN dagen < -30 THEN 'e' WHEN dagen <= 30 THEN 'o' WHEN dagen <= 182 THEN 'h' WHEN dagen <= 365 THEN 'j' ELSE 'm' END AS klasse
FROM (
  SELECT project_uuid, max(julianday(coalesce(gerealiseerd, gepland)) - julianday(eerste_prognose)) AS dagen
  FROM mijlpaal
  WHERE soort IN ('fase_realisatie', 'start_bouw', 'eerste_oplevering', 'laatste_oplevering') AND eerste_prognose IS NOT NULL
  GROUP BY project_uuid
) verschuiving
