-- The directory keeps programmes too; see V2__surges.sql.
CREATE OR REPLACE FUNCTION tables_of(model text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp AS $$
BEGIN
  CASE model
    WHEN 'passport' THEN RETURN ARRAY['passport', 'passport_link'];
    WHEN 'directory' THEN RETURN ARRAY['partner', 'role', 'surge', 'programme'];
    WHEN 'audit' THEN RETURN ARRAY['audit'];
  END CASE;
END $$;

SELECT create_documents('programme_v' || version) FROM projection_version
 WHERE projection = 'directory' AND state <> 'RETIRED';

DO $$
BEGIN
  EXECUTE (
    SELECT format('CREATE VIEW programme AS SELECT * FROM programme_v%s', version)
      FROM projection_version WHERE projection = 'directory' AND state = 'SERVING');
END $$;

GRANT SELECT ON programme TO "${app}";
