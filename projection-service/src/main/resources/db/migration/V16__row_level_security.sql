-- A second line behind the queries: whoever forgets a condition finds nothing. The application says at the beginning of
-- each transaction for whom it reads (RowSight); without that, no passport has a row. Settings and not roles, because
-- one pool of connections serves all callers.
CREATE FUNCTION guard_passports(number int) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['passport_v' || number, 'passport_link_v' || number] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    -- Projections write, services and auditors read, all of it.
    EXECUTE format(
      $policy$CREATE POLICY everything ON %I
        USING ((SELECT current_setting('registry.sight', true)) = 'EVERYTHING')$policy$, name);
  END LOOP;
  EXECUTE format(
    $policy$CREATE POLICY tied ON %I FOR SELECT USING (
      (SELECT current_setting('registry.sight', true)) = 'TIED'
      AND (partner = (SELECT current_setting('registry.organisation', true))
        OR subject = (SELECT current_setting('registry.person', true))))$policy$,
    'passport_link_v' || number);
  -- Somebody who shares with an organisation need not have a relationship with it.
  EXECUTE format(
    $policy$CREATE POLICY tied ON %I FOR SELECT USING (
      (SELECT current_setting('registry.sight', true)) = 'TIED'
      AND (key = (SELECT current_setting('registry.person', true))
        OR EXISTS (
          SELECT FROM %I link
           WHERE link.subject = key
             AND link.partner = (SELECT current_setting('registry.organisation', true)))
        OR shared_with(doc, (SELECT current_setting('registry.organisation', true)))))$policy$,
    'passport_v' || number, 'passport_link_v' || number);
END $$;

-- Whether a grant of this passport is in force. The last day is a British one.
CREATE FUNCTION shared_with(doc text, organisation text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM jsonb_each(doc::jsonb #> '{person,relations,grants}') AS given
     WHERE given.value ->> 'partner' = organisation
       AND given.value ->> 'withdrawn' = 'false'
       AND (given.value ->> 'until')::date >= (now() AT TIME ZONE 'Europe/London')::date)
$$;

CREATE OR REPLACE FUNCTION open_version(model text) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  number int;
  name   text;
BEGIN
  SELECT coalesce(max(version), 0) + 1 INTO number FROM projection_version WHERE projection = model;
  INSERT INTO projection_version (projection, version, state) VALUES (model, number, 'BUILDING');
  FOREACH name IN ARRAY tables_of(model) LOOP
    CASE name
      WHEN 'passport_link' THEN PERFORM create_links(name || '_v' || number);
      WHEN 'audit' THEN PERFORM create_audit(name || '_v' || number);
      WHEN 'item_issuer' THEN PERFORM create_issuers(name || '_v' || number);
      ELSE PERFORM create_documents(name || '_v' || number);
    END CASE;
  END LOOP;
  IF model = 'passport' THEN
    PERFORM guard_passports(number);
  END IF;
  RETURN number;
END $$;

-- As before, with views that read as whoever asks: a view that reads as its owner would walk past the policies.
CREATE OR REPLACE FUNCTION serve_version(model text, number int, same boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  old  int;
  name text;
BEGIN
  -- One change-over at a time: two at once could each wait for a reader of the other's views.
  PERFORM pg_advisory_xact_lock(hashtext('serve_version'));
  UPDATE projection_version SET state = 'RETIRED'
    WHERE projection = model AND state = 'SERVING' RETURNING version INTO old;
  UPDATE projection_version SET state = 'SERVING', served_at = now(), matched = same
    WHERE projection = model AND version = number AND state = 'BUILDING';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Version % of % is not building', number, model;
  END IF;
  FOREACH name IN ARRAY tables_of(model) LOOP
    EXECUTE format(
      'CREATE OR REPLACE VIEW %I WITH (security_invoker = true) AS SELECT * FROM %I',
      name, name || '_v' || number);
    EXECUTE format('GRANT SELECT ON %I TO "${app}"', name);
    IF old IS NOT NULL THEN
      EXECUTE format('DROP TABLE %I', name || '_v' || old);
    END IF;
  END LOOP;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shared_with(text, text) TO "${app}";

-- Passports hold emergencies too since this release, so those that are stored are made again from the log.
DO $$
DECLARE
  serving projection_version;
BEGIN
  SELECT * INTO serving FROM projection_version WHERE projection = 'passport' AND state = 'SERVING';
  IF serving.next_index = 0 THEN
    PERFORM guard_passports(serving.version);
    ALTER VIEW passport SET (security_invoker = true);
    ALTER VIEW passport_link SET (security_invoker = true);
  ELSE
    UPDATE projection_version SET state = 'RETIRED' WHERE projection = 'passport' AND state = 'BUILDING';
    PERFORM serve_version('passport', open_version('passport'), NULL);
    DELETE FROM log_position WHERE name IN ('passport', 'passport-rebuild');
  END IF;
END $$;
