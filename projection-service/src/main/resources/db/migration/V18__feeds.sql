-- What the writer of the partners' feeds has to know: who has to do with whom at its own place in the log. Ids only.
CREATE TABLE feed_partner (
  code text COLLATE "C" PRIMARY KEY,
  doc  text NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE feed_ties (
  subject text COLLATE "C" PRIMARY KEY,
  doc     text NOT NULL
) WITH (fillfactor = 70);

ALTER TABLE feed_ties ENABLE ROW LEVEL SECURITY;
-- Nobody reads this for a caller.
CREATE POLICY everything ON feed_ties
  USING ((SELECT current_setting('registry.sight', true)) = 'EVERYTHING');

GRANT SELECT, INSERT, UPDATE ON feed_partner, feed_ties TO "${app}";
