-- What ties organisations to people, one short row for each pair: who sees somebody is decided at every request, and was
-- read out of the whole passport until now.
CREATE FUNCTION create_ties(name text) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format(
    'CREATE TABLE %I (
       subject         text           COLLATE "C" NOT NULL,
       partner         text           COLLATE "C" NOT NULL,
       linked          boolean        NOT NULL,
       granted         datemultirange NOT NULL,
       emergency_until timestamptz    NOT NULL,
       PRIMARY KEY (subject, partner)
     )', name);
  EXECUTE format('COMMENT ON COLUMN %I.granted IS %L', name, 'British days on which a permission holds');
  EXECUTE format('COMMENT ON COLUMN %I.emergency_until IS %L', name, '-infinity for none');
  EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO "${app}"', name);
END $$;

-- As before (V16), by the row that ties an organisation to a person, and not by the passport.
CREATE OR REPLACE FUNCTION guard_passports(number int) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY
    ARRAY['passport_v' || number, 'passport_link_v' || number, 'passport_tie_v' || number] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      $policy$CREATE POLICY everything ON %I
        USING ((SELECT current_setting('registry.sight', true)) = 'EVERYTHING')$policy$, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['passport_link_v' || number, 'passport_tie_v' || number] LOOP
    EXECUTE format(
      $policy$CREATE POLICY tied ON %I FOR SELECT USING (
        (SELECT current_setting('registry.sight', true)) = 'TIED'
        AND (partner = (SELECT current_setting('registry.organisation', true))
          OR subject = (SELECT current_setting('registry.person', true))))$policy$, name);
  END LOOP;
  -- Somebody who shares with an organisation need not have a relationship with it.
  EXECUTE format(
    $policy$CREATE POLICY tied ON %I FOR SELECT USING (
      (SELECT current_setting('registry.sight', true)) = 'TIED'
      AND (key = (SELECT current_setting('registry.person', true))
        OR EXISTS (
          SELECT FROM %I tie
           WHERE tie.subject = key
             AND tie.partner = (SELECT current_setting('registry.organisation', true))
             AND (tie.linked OR tie.granted @> (now() AT TIME ZONE 'Europe/London')::date))))$policy$,
    'passport_v' || number, 'passport_tie_v' || number);
END $$;

-- One table more of passports, made in its own way; everything else stays as other migrations left it.
DO $$
BEGIN
  EXECUTE replace(
    pg_get_functiondef('tables_of(text)'::regprocedure),
    $old$'passport_link']$old$,
    $new$'passport_link', 'passport_tie']$new$);
  EXECUTE replace(
    pg_get_functiondef('open_version(text)'::regprocedure),
    $old$WHEN 'passport_link' THEN$old$,
    $new$WHEN 'passport_tie' THEN PERFORM create_ties(name || '_v' || number);
      WHEN 'passport_link' THEN$new$);
END $$;

-- The version that serves gets the table in place, and so does one that is being filled: its rows are those that its
-- passports make (contracts' Tie), and the projection goes on from there. Read from the log again, permissions that were
-- withdrawn since would decide until the reader came to their end.
DO $$
DECLARE
  number int;
  name   text;
BEGIN
  FOR number IN SELECT version FROM projection_version WHERE projection = 'passport' AND state <> 'RETIRED' LOOP
    PERFORM create_ties('passport_tie_v' || number);
    EXECUTE format(
      $fill$INSERT INTO %I
        SELECT subject, partner,
               relations -> 'links' -> partner IS NOT NULL,
               coalesce(
                 (SELECT range_agg(daterange((given ->> 'agreedOn')::date, (given ->> 'until')::date, '[]'))
                    FROM json_each(relations -> 'grants') AS one (id, given)
                   WHERE given ->> 'partner' = partner
                     AND given ->> 'withdrawn' = 'false'
                     AND (given ->> 'agreedOn')::date <= (given ->> 'until')::date),
                 '{}'),
               -- Cut off after microseconds, which PostgreSQL would round.
               coalesce(
                 regexp_replace(relations -> 'emergencies' -> partner ->> 'until', '(\.\d{6})\d+', '\1')::timestamptz,
                 '-infinity')
          FROM (SELECT key, doc::json #> '{person,relations}' FROM %I) AS person (subject, relations),
               LATERAL (
                 SELECT json_object_keys(relations -> 'links')
                  UNION SELECT given ->> 'partner' FROM json_each(relations -> 'grants') AS one (id, given)
                  UNION SELECT json_object_keys(relations -> 'emergencies')) AS tied (partner)$fill$,
      'passport_tie_v' || number, 'passport_v' || number);
    FOREACH name IN ARRAY ARRAY['passport_v' || number, 'passport_link_v' || number] LOOP
      EXECUTE format('DROP POLICY everything ON %I', name);
      EXECUTE format('DROP POLICY tied ON %I', name);
    END LOOP;
    PERFORM guard_passports(number);
  END LOOP;
  SELECT version INTO STRICT number FROM projection_version WHERE projection = 'passport' AND state = 'SERVING';
  EXECUTE format(
    'CREATE VIEW passport_tie WITH (security_invoker = true) AS SELECT * FROM %I', 'passport_tie_v' || number);
  GRANT SELECT ON passport_tie TO "${app}";
END $$;

DROP FUNCTION shared_with(text, text);

-- What is left of versions that were being filled when a migration retired them: nobody reads or erases anything there.
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT model || '_v' || version
      FROM projection_version, unnest(tables_of(projection)) AS model
     WHERE state = 'RETIRED' AND to_regclass(model || '_v' || version) IS NOT NULL LOOP
    EXECUTE format('DROP TABLE %I', name);
  END LOOP;
END $$;

-- What ties whoever asks to a person, by the permissions and emergencies in force; as Ties says it of a passport that was
-- read. It answers about one pair and no other, so it needs no sight, and queries carry it along instead of asking first.
CREATE FUNCTION tie_of(person text, organisation text, asker text, today date, moment timestamptz)
RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF person = asker AND EXISTS (SELECT FROM passport WHERE key = person) THEN
    RETURN 'SELF';
  END IF;
  RETURN coalesce(
    (SELECT CASE
              WHEN granted @> today THEN 'GRANTED'
              WHEN emergency_until > moment THEN 'EMERGENCY'
              WHEN linked THEN 'LINKED'
            END
       FROM passport_tie WHERE subject = person AND partner = organisation),
    'NONE');
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tie_of(text, text, text, date, timestamptz) TO "${app}";
