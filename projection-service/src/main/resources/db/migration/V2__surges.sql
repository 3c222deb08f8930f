-- The directory keeps surges too. Their table starts empty beside the versions there are: no event
-- of a surge was ever written before this release.
CREATE OR REPLACE FUNCTION tables_of(model text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp AS $$
BEGIN
  CASE model
    WHEN 'passport' THEN RETURN ARRAY['passport', 'passport_link'];
    WHEN 'directory' THEN RETURN ARRAY['partner', 'role', 'surge'];
    WHEN 'audit' THEN RETURN ARRAY['audit'];
  END CASE;
END $$;

SELECT create_documents('surge_v' || version) FROM projection_version
 WHERE projection = 'directory' AND state <> 'RETIRED';

DO $$
BEGIN
  EXECUTE (
    SELECT format('CREATE VIEW surge AS SELECT * FROM surge_v%s', version)
      FROM projection_version WHERE projection = 'directory' AND state = 'SERVING');
END $$;

GRANT SELECT ON surge TO "${app}";
