-- Findings that can be drawn nowhere: their plan has no area.
SELECT fid, project_uuid, ernst, onderwerp, melding, waarde, verwacht, geaccepteerd, geaccepteerd_door, reden
FROM {of}bevinding WHERE geom IS NULL
