-- Whom an entry may be told stands beside it in the trail: until now the query opened the event of each candidate.
CREATE OR REPLACE FUNCTION create_audit(name text) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format(
    'CREATE TABLE %I (
       log_index      bigint      PRIMARY KEY,
       subject        text        COLLATE "C" NOT NULL,
       org            text        COLLATE "C" NOT NULL,
       actor          text        COLLATE "C",
       type           text        COLLATE "C" NOT NULL,
       recorded_at    timestamptz NOT NULL,
       leaf_hash      bytea       NOT NULL,
       event          bytea       NOT NULL,
       reserved_to    text        COLLATE "C",
       reserved_until timestamptz
     )', name);
  EXECUTE format('CREATE INDEX ON %I (subject, log_index)', name);
  EXECUTE format('CREATE INDEX ON %I (org, log_index)', name);
  EXECUTE format('CREATE INDEX ON %I (type, log_index)', name);
  EXECUTE format('CREATE INDEX ON %I (recorded_at, log_index)', name);
  PERFORM describe_reserved(name);
  EXECUTE format('GRANT SELECT, INSERT ON %I TO "${app}"', name);
END $$;

CREATE FUNCTION describe_reserved(name text) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format('COMMENT ON COLUMN %I.reserved_to IS %L', name,
    'the one organisation that may be told, - for none; null for all that see the person''s entries');
  EXECUTE format('COMMENT ON COLUMN %I.reserved_until IS %L', name,
    'when the person may be told; null for at once');
END $$;

-- Every version that is filled or serves gets the columns in place, by what its events say (Reserved).
DO $$
DECLARE
  number int;
BEGIN
  FOR number IN SELECT version FROM projection_version WHERE projection = 'audit' AND state <> 'RETIRED' LOOP
    EXECUTE format(
      'ALTER TABLE %I ADD COLUMN reserved_to text COLLATE "C", ADD COLUMN reserved_until timestamptz',
      'audit_v' || number);
    PERFORM describe_reserved('audit_v' || number);
    EXECUTE format(
      $fill$WITH said AS MATERIALIZED (
          SELECT log_index, type, org, convert_from(event, 'UTF8')::json -> 'data' AS data
            FROM %1$I
           WHERE type IN ('DetailsViewed.v1', 'GlassBroken.v1', 'MessageSent.v1', 'CheckRecorded.v1',
                          'StatusCheckNoted.v1', 'CheckWithdrawn.v1', 'CheckRejected.v1', 'CheckRequested.v1',
                          'CheckCarriedOver.v1', 'InterestExpressed.v1', 'PlacedInTalentPool.v1', 'Applied.v1',
                          'ConversationScheduled.v1', 'ConversationHeld.v1', 'OfferMade.v1', 'OfferAnswered.v1',
                          'ApplicantDeclined.v1', 'ApplicationWithdrawn.v1', 'PlacementSuspended.v1'))
        UPDATE %1$I AS entry
           SET reserved_to = CASE
                 WHEN said.type IN ('CheckRecorded.v1', 'StatusCheckNoted.v1', 'CheckWithdrawn.v1',
                                    'CheckRejected.v1') THEN said.org
                 WHEN said.type = 'CheckCarriedOver.v1' THEN '-'
                 ELSE data ->> 'partner'
               END,
               reserved_until = CASE
                 WHEN said.type IN ('DetailsViewed.v1', 'GlassBroken.v1') THEN (data ->> 'tellFrom')::timestamptz
               END
          FROM said
         WHERE entry.log_index = said.log_index
           AND (said.type <> 'MessageSent.v1' OR data ->> 'kind' = 'EMERGENCY')$fill$,
      'audit_v' || number);
  END LOOP;
  SELECT version INTO STRICT number FROM projection_version WHERE projection = 'audit' AND state = 'SERVING';
  EXECUTE format('CREATE OR REPLACE VIEW audit WITH (security_invoker = true) AS SELECT * FROM %I', 'audit_v' || number);
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
