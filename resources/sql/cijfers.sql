-- The figures of every plan today, as rules.figures counts them: what is delivered beyond the number of a block does not count.
SELECT p.uuid AS project_uuid,
  CAST(coalesce(sum(b.aantal * b.bouw), 0) AS INTEGER) AS bruto,
  CAST(coalesce(sum(b.aantal * (1 - b.bouw)), 0) AS INTEGER) AS sloop,
  CAST(coalesce(sum(b.aantal * b.teken), 0) AS INTEGER) AS netto,
  CAST(coalesce(sum(b.klaar * b.teken), 0) AS INTEGER) AS gerealiseerd,
  CAST(coalesce(sum((b.aantal - b.klaar) * b.teken), 0) AS INTEGER) AS resterend
FROM project p LEFT JOIN (
  SELECT w.project_uuid, w.aantal, w.mutatie = 'bouw' AS bouw, CASE w.mutatie WHEN 'bouw' THEN 1 ELSE -1 END AS teken,
    min(w.aantal, coalesce((
      SELECT sum(o.aantal) FROM oplevering o
      WHERE o.woningblok_uuid = w.uuid AND o.gerealiseerd AND o.datum <= date('now', 'localtime')
    ), 0)) AS klaar
  FROM woningblok w
) b ON b.project_uuid = p.uuid
GROUP BY p.uuid
