-- Everybody's journeys are written anew when policies change. With room in the page a row stays there, and no index has to
-- be told.
alter table journey set (fillfactor = 70);
