-- Refusals of callers who had signed in: ids of organisations and pseudonyms, no address that names anybody. The service
-- adds and counts on; old rows go by the function below and in no other way.
CREATE TABLE access_refused (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  minute       timestamptz NOT NULL,
  organisation text        COLLATE "C" NOT NULL,
  caller       text        COLLATE "C" NOT NULL,
  offices      text        COLLATE "C" NOT NULL,
  wanted       text        COLLATE "C" NOT NULL,
  address      text        COLLATE "C" NOT NULL,
  status       int         NOT NULL,
  times        bigint      NOT NULL,
  UNIQUE (minute, organisation, caller, offices, wanted, address, status)
);

-- Whatever is older than 90 days, and the oldest beyond a million rows, so that nobody fills the disk by asking.
CREATE FUNCTION forget_refusals() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM access_refused
   WHERE minute < now() - interval '90 days'
      OR id <= (SELECT id FROM access_refused ORDER BY id DESC OFFSET 1000000 LIMIT 1)
$$;

REVOKE EXECUTE ON FUNCTION forget_refusals() FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE (times) ON access_refused TO "${app_role}";
GRANT EXECUTE ON FUNCTION forget_refusals() TO "${app_role}";

-- What operators asked for. The service adds and reads; nobody but the owner changes or removes.
CREATE TABLE operator_action (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at           timestamptz NOT NULL,
  organisation text        COLLATE "C" NOT NULL,
  operator     text        COLLATE "C" NOT NULL,
  action       text        COLLATE "C" NOT NULL
);

GRANT SELECT, INSERT ON operator_action TO "${app_role}";
