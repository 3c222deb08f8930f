-- When something was last done with or for a person; periods of retention count from there.
create table last_use (
  subject   text        collate "C" not null primary key,
  used_at   timestamptz not null,
  -- Whether the outcomes of checks were erased since.
  checks_erased boolean not null default false,
  -- Who was looked at is left alone for a day.
  looked_at timestamptz
);
create index last_use_used_at on last_use (used_at);
-- What was folded before is counted from the last that was recorded.
insert into last_use (subject, used_at) select subject, recorded_at from person;

grant select, insert, update, delete on last_use to ${app_role};
