-- Of what shape the folded states in person, partner and role are. A release that folds them
-- otherwise throws them away and reads the log again.
create table fold_shape (
  only_one boolean not null primary key default true check (only_one),
  shape    text    not null
);

grant select, insert, update on fold_shape to ${app_role};
