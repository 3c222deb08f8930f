-- What operators asked for. The service adds and reads; nobody but the owner changes or removes.

CREATE TABLE operator_action (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at           timestamptz NOT NULL,
  organisation text COLLATE "C" NOT NULL,
  operator     text COLLATE "C" NOT NULL,
  action       text COLLATE "C" NOT NULL
);

GRANT SELECT, INSERT ON operator_action TO "${app}";
