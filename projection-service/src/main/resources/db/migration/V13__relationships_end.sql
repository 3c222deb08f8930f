-- Relationships end, and may begin again.
CREATE OR REPLACE FUNCTION create_links(name text) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format(
    'CREATE TABLE %I (
       partner     text   COLLATE "C" NOT NULL,
       subject     text   COLLATE "C" NOT NULL,
       since_index bigint NOT NULL,
       PRIMARY KEY (partner, subject)
     )', name);
  EXECUTE format('CREATE INDEX ON %I (partner, since_index)', name);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO "${app}"', name);
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables
              WHERE schemaname = 'public' AND tablename LIKE 'passport\_link\_v%' LOOP
    EXECUTE format('GRANT UPDATE, DELETE ON %I TO "${app}"', name);
  END LOOP;
END $$;
