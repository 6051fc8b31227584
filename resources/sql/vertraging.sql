-- How far building and delivery of every plan have moved since the first forecast of each milestone, at most, in days.
SELECT p.fid, p.geom, p.uuid AS project_uuid, p.code, p.naam, p.start_datum, p.eind_datum, CAST(v.dagen AS INTEGER) AS dagen,
  CASE WHEN v.dagen IS NULL THEN 'onbekend' WHEN v.dagen < -30 THEN 'eerder' WHEN v.dagen <= 30 THEN 'op_tijd'
    WHEN v.dagen <= 182 THEN 'halfjaar' WHEN v.dagen <= 365 THEN 'jaar' ELSE 'meer' END AS vertraging
FROM {of}project p LEFT JOIN (
  SELECT project_uuid, max({day}(coalesce(gerealiseerd, gepland)) - {day}(eerste_prognose)) AS dagen
  FROM {of}mijlpaal
  WHERE soort IN ('fase_realisatie', 'start_bouw', 'eerste_oplevering', 'laatste_oplevering') AND eerste_prognose IS NOT NULL
  GROUP BY project_uuid
) v ON v.project_uuid = p.uuid
