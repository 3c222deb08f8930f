-- Data keys of people, in a schema of their own so that they can be backed up, restored and destroyed by other rules than the log.
create schema keys;

create table keys.subject_key (
  kid        text        collate "C" not null primary key,
  subject    text        collate "C" not null,
  category   text        collate "C" not null,
  -- AES-256-GCM under the key-encryption key, with the kid as associated data: nonce, then ciphertext and tag.
  wrapped    bytea       not null,
  created_at timestamptz not null default now()
);
create index subject_key_subject on keys.subject_key (subject, category, created_at);

grant usage on schema keys to ${app_role};
grant select, insert, delete on keys.subject_key to ${app_role};
