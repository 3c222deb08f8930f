-- Looks at people's details, on the way to the registry and from there into the log. Ids and pseudonyms only.
CREATE TABLE look (
  id          uuid        PRIMARY KEY,
  subject     text        COLLATE "C" NOT NULL,
  partner     text        COLLATE "C" NOT NULL,
  viewer      text        COLLATE "C" NOT NULL,
  office      text        NOT NULL,
  ground      text        NOT NULL,
  viewed_at   timestamptz NOT NULL,
  next_try_at timestamptz NOT NULL
);

COMMENT ON COLUMN look.id IS 'the id of the command too, so that it has effect once';

CREATE INDEX look_next ON look (next_try_at);

-- The last look that was written down of each viewer: within an hour of it, looking again is the same look.
CREATE TABLE look_noted (
  subject   text        COLLATE "C" NOT NULL,
  partner   text        COLLATE "C" NOT NULL,
  viewer    text        COLLATE "C" NOT NULL,
  office    text        NOT NULL,
  ground    text        NOT NULL,
  viewed_at timestamptz NOT NULL,
  PRIMARY KEY (subject, partner, viewer, office, ground)
);

CREATE INDEX look_noted_at ON look_noted (viewed_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON look, look_noted TO "${app}";
