-- The figures of every plan today, as rules.figures counts them: what is delivered beyond the number of a block does not count.
SELECT p.uuid AS project_uuid,
  CAST(coalesce(sum(b.aantal * b.bouw), 0) AS INTEGER) AS bruto,
  CAST(coalesce(sum(b.aantal * (1 - b.bouw)), 0) AS INTEGER) AS sloop,
  CAST(coalesce(sum(b.aantal * b.teken), 0) AS INTEGER) AS netto,
  CAST(coalesce(sum(b.klaar * b.teken), 0) AS INTEGER) AS gerealiseerd,
  CAST(coalesce(sum((b.aantal - b.klaar) * b.teken), 0) AS INTEGER) AS resterend
FROM {of}project p LEFT JOIN (
  SELECT w.project_uuid, w.aantal, CASE w.mutatie WHEN 'bouw' THEN 1 ELSE 0 END AS bouw,
    CASE w.mutatie WHEN 'bouw' THEN 1 ELSE -1 END AS teken,
    {least}(w.aantal, coalesce((
      SELECT sum(o.aantal) FROM {of}oplevering o
      WHERE o.woningblok_uuid = w.uuid AND o.gerealiseerd AND o.datum <= {today}
    ), 0)) AS klaar
  FROM {of}woningblok w
) b ON b.project_uuid = p.uuid
GROUP BY p.uuid
