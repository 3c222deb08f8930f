-- What figures, programmes and surges are counted from: narrow rows of ids and codes, as they are folded from the log.
-- Moments are in milliseconds since 1970, so that a row reads the same in every time zone; the digest is of the rows.
CREATE FUNCTION create_figures(number int) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  figure text[];
  name   text;
BEGIN
  FOREACH figure SLICE 1 IN ARRAY ARRAY[
    ['figure_presence',
     'partner text COLLATE "C", subject text COLLATE "C", interested bigint, active bigint, latest bigint,
      PRIMARY KEY (partner, subject)'],
    ['figure_given',
     'partner text COLLATE "C", category text COLLATE "C", subject text COLLATE "C", minutes bigint NOT NULL,
      PRIMARY KEY (partner, category, subject)'],
    ['figure_application',
     'application text COLLATE "C" PRIMARY KEY, step text COLLATE "C" NOT NULL, turn text COLLATE "C" NOT NULL,
      since bigint NOT NULL'],
    ['figure_turn',
     'turn text COLLATE "C", subject text COLLATE "C", entry bigint, took bigint NOT NULL,
      PRIMARY KEY (turn, subject, entry)'],
    ['figure_exit',
     'step text COLLATE "C", reason text COLLATE "C", subject text COLLATE "C", PRIMARY KEY (step, reason, subject)'],
    ['figure_decision',
     'requirement text COLLATE "C", partner text COLLATE "C", decision text COLLATE "C", subject text COLLATE "C",
      PRIMARY KEY (requirement, partner, decision, subject)'],
    ['figure_clearance',
     'role text COLLATE "C", partner text COLLATE "C", subject text COLLATE "C", cleared boolean NOT NULL,
      since bigint NOT NULL, PRIMARY KEY (role, partner, subject)'],
    ['figure_bypass',
     'partner text COLLATE "C", requirement text COLLATE "C", reason text COLLATE "C", subject text COLLATE "C",
      until date NOT NULL, PRIMARY KEY (partner, requirement, reason, subject)'],
    ['figure_warning',
     'subject text COLLATE "C", partner text COLLATE "C", role text COLLATE "C", requirement text COLLATE "C",
      days int NOT NULL, ends bigint NOT NULL, PRIMARY KEY (subject, partner, role, requirement)'],
    ['figure_call_up',
     'surge text COLLATE "C", subject text COLLATE "C", answer text COLLATE "C", PRIMARY KEY (surge, subject)']]
  LOOP
    name := figure[1] || '_v' || number;
    EXECUTE format('CREATE TABLE %I (%s) WITH (fillfactor = 80)', name, figure[2]);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO "${app}"', name);
  END LOOP;
  EXECUTE format('CREATE INDEX ON %I (ends)', 'figure_warning_v' || number);
END $$;

-- People about whose items a decision was made, by who decided and who had recorded the item.
CREATE FUNCTION create_relied(name text) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format(
    'CREATE TABLE %I (
       receiver    text COLLATE "C",
       issuer      text COLLATE "C",
       requirement text COLLATE "C",
       decision    text COLLATE "C",
       subject     text COLLATE "C",
       PRIMARY KEY (receiver, issuer, requirement, decision, subject)
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
    WHEN 'readiness' THEN RETURN ARRAY['readiness', 'reliance', 'item_issuer', 'relied'];
    WHEN 'figures' THEN
      RETURN ARRAY['figure_presence', 'figure_given', 'figure_application', 'figure_turn', 'figure_exit',
        'figure_decision', 'figure_clearance', 'figure_bypass', 'figure_warning', 'figure_call_up'];
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
  IF model = 'figures' THEN
    PERFORM create_figures(number);
    RETURN number;
  END IF;
  FOREACH name IN ARRAY tables_of(model) LOOP
    CASE name
      WHEN 'passport_link' THEN PERFORM create_links(name || '_v' || number);
      WHEN 'audit' THEN PERFORM create_audit(name || '_v' || number);
      WHEN 'item_issuer' THEN PERFORM create_issuers(name || '_v' || number);
      WHEN 'relied' THEN PERFORM create_relied(name || '_v' || number);
      ELSE PERFORM create_documents(name || '_v' || number);
    END CASE;
  END LOOP;
  IF model = 'passport' THEN
    PERFORM guard_passports(number);
  END IF;
  RETURN number;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;

-- Figures serve from the start, and say how far they have come.
SELECT serve_version('figures', open_version('figures'), NULL);

-- Readiness has one table more. The version that serves gets it empty; where the log has begun, the next version fills
-- beside it and takes over when it has caught up.
DO $$
DECLARE
  serving projection_version;
BEGIN
  UPDATE projection_version SET state = 'RETIRED' WHERE projection = 'readiness' AND state = 'BUILDING';
  DELETE FROM log_position WHERE name = 'readiness-rebuild';
  SELECT * INTO serving FROM projection_version WHERE projection = 'readiness' AND state = 'SERVING';
  PERFORM create_relied('relied_v' || serving.version);
  EXECUTE format('CREATE VIEW relied WITH (security_invoker = true) AS SELECT * FROM relied_v%s', serving.version);
  GRANT SELECT ON relied TO "${app}";
  IF serving.next_index > 0 THEN
    PERFORM open_version('readiness');
  END IF;
END $$;
