-- The same answers as before (V23), for less: parsed once, here, it needs no search path, and so no setting that is put on and
-- off for each call. It stays a function that answers about one pair and no other.
CREATE OR REPLACE FUNCTION tie_of(person text, organisation text, asker text, today date, moment timestamptz)
RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
RETURN CASE
  WHEN person = asker AND EXISTS (SELECT FROM passport WHERE key = person) THEN 'SELF'
  ELSE coalesce(
    (SELECT CASE
              WHEN granted @> today THEN 'GRANTED'
              WHEN emergency_until > moment THEN 'EMERGENCY'
              WHEN linked THEN 'LINKED'
            END
       FROM passport_tie WHERE subject = person AND partner = organisation),
    'NONE')
END;
