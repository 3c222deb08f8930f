-- Two more projections: what partners need people for, and how far each partner has come.

CREATE FUNCTION create_issuers(name text) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format(
    'CREATE TABLE %I (
       item   text COLLATE "C" PRIMARY KEY,
       issuer text COLLATE "C" NOT NULL
     )', name);
  EXECUTE format('GRANT SELECT, INSERT ON %I TO "${app}"', name);
END $$;

CREATE OR REPLACE FUNCTION tables_of(model text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp AS $$
BEGIN
  CASE model
    WHEN 'passport' THEN RETURN ARRAY['passport', 'passport_link'];
    WHEN 'directory' THEN RETURN ARRAY['partner', 'role', 'surge', 'programme'];
    WHEN 'audit' THEN RETURN ARRAY['audit'];
    WHEN 'opportunity' THEN RETURN ARRAY['opportunity'];
    WHEN 'readiness' THEN RETURN ARRAY['readiness', 'reliance', 'item_issuer'];
  END CASE;
END $$;

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
  RETURN number;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;

SELECT serve_version(model, open_version(model), NULL)
  FROM unnest(ARRAY['opportunity', 'readiness']) AS model;

-- A passport has more parts than before, so those that are stored are made again from the log.
DO $$
BEGIN
  IF EXISTS (SELECT FROM projection_version WHERE projection = 'passport' AND next_index > 0) THEN
    UPDATE projection_version SET state = 'RETIRED'
      WHERE projection = 'passport' AND state = 'BUILDING';
    PERFORM serve_version('passport', open_version('passport'), NULL);
    DELETE FROM log_position WHERE name IN ('passport', 'passport-rebuild');
  END IF;
END $$;
