-- What a legal hold keeps beyond an erasure: such a key opens nothing but what the reason of the hold calls for.
alter table keys.subject_key add column held boolean not null default false;
grant update (held) on keys.subject_key to ${app_role};

-- The register of what was destroyed. It stands beside the keys, because whoever restores an older backup restores
-- both; the log on the topic is what it is completed from.
create table keys.erasure (
  log_index      bigint      not null check (log_index >= 0),
  subject        text        collate "C" not null,
  category       text        collate "C" not null,
  -- All that were ever destroyed for this entry of the log, those that a backup had brought back included.
  keys_destroyed int         not null check (keys_destroyed >= 0),
  destroyed_at   timestamptz not null default now(),
  primary key (log_index, category)
);
create index erasure_subject on keys.erasure (subject, log_index);
create index erasure_destroyed_at on keys.erasure (destroyed_at);

-- Few among many: the register is completed from these at every start.
create index event_log_erasures on event_log (log_index) where type in ('VolunteerErased.v1', 'CategoryErased.v1');

grant select, insert, update (keys_destroyed, destroyed_at) on keys.erasure to ${app_role};
