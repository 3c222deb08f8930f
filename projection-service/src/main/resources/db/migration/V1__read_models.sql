-- Read models stand in numbered tables (passport_v1, passport_v2, …) behind views without a number.
-- A rebuild fills the next number beside the one that serves; then the views change over in one
-- transaction. The application's role owns none of this: it asks the functions below.

CREATE TABLE projection_version (
  projection text        NOT NULL,
  version    int         NOT NULL,
  state      text        NOT NULL CHECK (state IN ('BUILDING', 'SERVING', 'RETIRED')),
  next_index bigint      NOT NULL DEFAULT 0,
  digest     bytea       NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
  opened_at  timestamptz NOT NULL DEFAULT now(),
  served_at  timestamptz,
  matched    boolean,
  PRIMARY KEY (projection, version)
) WITH (fillfactor = 50);

COMMENT ON COLUMN projection_version.next_index IS 'first log index that is not in the tables yet';
COMMENT ON COLUMN projection_version.digest IS 'sum of the SHA-256 of all rows, modulo 2^256';
COMMENT ON COLUMN projection_version.matched IS
  'whether this version had the digest of the one it replaced, where both were at the same index';

CREATE UNIQUE INDEX projection_serving ON projection_version (projection) WHERE state = 'SERVING';
CREATE UNIQUE INDEX projection_building ON projection_version (projection) WHERE state = 'BUILDING';

GRANT SELECT, UPDATE (next_index, digest) ON projection_version TO "${app}";

-- Where each reader of the log goes on, moved in the transaction of what it read.
CREATE TABLE log_position (
  name       text   PRIMARY KEY,
  next_index bigint NOT NULL,
  offsets    text   NOT NULL
) WITH (fillfactor = 50);

GRANT SELECT, INSERT, UPDATE, DELETE ON log_position TO "${app}";

-- Documents by key. Text and not jsonb, because jsonb reorders keys and the digest is of the bytes.
CREATE FUNCTION create_documents(name text) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format(
    'CREATE TABLE %I (
       key        text   COLLATE "C" PRIMARY KEY,
       doc        text   NOT NULL,
       last_index bigint NOT NULL
     ) WITH (fillfactor = 70)', name);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO "${app}"', name);
END $$;

CREATE FUNCTION create_links(name text) RETURNS void
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
  EXECUTE format('GRANT SELECT, INSERT ON %I TO "${app}"', name);
END $$;

-- Rows are only ever inserted.
CREATE FUNCTION create_audit(name text) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format(
    'CREATE TABLE %I (
       log_index   bigint      PRIMARY KEY,
       subject     text        COLLATE "C" NOT NULL,
       org         text        COLLATE "C" NOT NULL,
       actor       text        COLLATE "C",
       type        text        COLLATE "C" NOT NULL,
       recorded_at timestamptz NOT NULL,
       leaf_hash   bytea       NOT NULL,
       event       bytea       NOT NULL
     )', name);
  EXECUTE format('CREATE INDEX ON %I (subject, log_index)', name);
  EXECUTE format('CREATE INDEX ON %I (org, log_index)', name);
  EXECUTE format('CREATE INDEX ON %I (type, log_index)', name);
  EXECUTE format('CREATE INDEX ON %I (recorded_at, log_index)', name);
  EXECUTE format('GRANT SELECT, INSERT ON %I TO "${app}"', name);
END $$;

CREATE FUNCTION tables_of(model text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp AS $$
BEGIN
  CASE model
    WHEN 'passport' THEN RETURN ARRAY['passport', 'passport_link'];
    WHEN 'directory' THEN RETURN ARRAY['partner', 'role'];
    WHEN 'audit' THEN RETURN ARRAY['audit'];
  END CASE;
END $$;

-- Creates the empty tables of the next version. A second call while one is building violates
-- projection_building.
CREATE FUNCTION open_version(model text) RETURNS int
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
      ELSE PERFORM create_documents(name || '_v' || number);
    END CASE;
  END LOOP;
  RETURN number;
END $$;

-- Points the views at the version that was building and drops the tables of the one it replaces.
CREATE FUNCTION serve_version(model text, number int, same boolean) RETURNS void
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
    EXECUTE format('CREATE OR REPLACE VIEW %I AS SELECT * FROM %I', name, name || '_v' || number);
    EXECUTE format('GRANT SELECT ON %I TO "${app}"', name);
    IF old IS NOT NULL THEN
      EXECUTE format('DROP TABLE %I', name || '_v' || old);
    END IF;
  END LOOP;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_version(text), serve_version(text, int, boolean) TO "${app}";

-- The first version serves from the start, however far it has come.
SELECT serve_version(model, open_version(model), NULL)
  FROM unnest(ARRAY['passport', 'directory', 'audit']) AS model;
