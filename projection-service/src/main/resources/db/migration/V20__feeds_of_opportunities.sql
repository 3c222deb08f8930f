-- Whom an opportunity reaches decides who is told of it, also when it is closed.
CREATE TABLE feed_opportunity (
  id  text COLLATE "C" PRIMARY KEY,
  doc text NOT NULL
) WITH (fillfactor = 70);

GRANT SELECT, INSERT, UPDATE ON feed_opportunity TO "${app}";

-- The writer folds the log again to know those that were published before; Kafka says up to where
-- partners were told, so nobody is told twice.
TRUNCATE feed_partner, feed_ties;
DELETE FROM log_position WHERE name = 'feed';
