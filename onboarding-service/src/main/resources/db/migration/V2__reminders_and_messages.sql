-- When what steps begin with last happened, as the log tells; due dates are counted from there.
create table moment (
  subject text        collate "C" not null,
  what    text        collate "C" not null,
  at      timestamptz not null,
  primary key (subject, what)
);

-- The day by which the next step is usually done; no step without one unless only time helps.
alter table journey add column due_on date;
create index journey_due on journey (due_on) where due_on is not null;

-- A command that does not follow from a look stays although no look wants it.
alter table outbox add column kept boolean not null default false;

-- The language stands here only sealed.
create table preference (
  subject   text   collate "C" not null primary key,
  language  text   not null,
  opted_out text[] not null
);

-- One message for each event that tells a person something, written with the position in the log. No address and no words:
-- both are put in when it is sent.
create table message (
  event_id    text        collate "C" not null,
  subject     text        collate "C" not null,
  partner     text        collate "C" not null,
  role_id     text        collate "C",
  kind        text        not null,
  due_on      date,
  recorded_at timestamptz not null,
  state       text        not null check (state in ('PENDING', 'SENT', 'TOO_OLD', 'UNWANTED', 'NO_ADDRESS', 'UNDELIVERABLE')),
  next_try_at timestamptz not null,
  tries       int         not null default 0,
  sent_at     timestamptz,
  primary key (event_id, subject)
);
create index message_pending on message (next_try_at) where state = 'PENDING';
create index message_sent on message (subject, sent_at) where state = 'SENT';

-- What coordinators are told within the application.
create table notice (
  seq         bigint      generated always as identity primary key,
  event_id    text        collate "C" not null unique,
  subject     text        collate "C" not null,
  partner     text        collate "C" not null,
  role_id     text        collate "C",
  kind        text        not null,
  step        text        collate "C",
  due_on      date,
  recorded_at timestamptz not null
);
create index notice_partner on notice (partner, seq desc);

-- Who hears that they may not be needed when a surge is stood down.
create table called_up (
  call_up_id text    collate "C" not null primary key,
  surge_id   text    collate "C" not null,
  subject    text    collate "C" not null,
  partner    text    collate "C" not null,
  role_id    text    collate "C" not null,
  declined   boolean not null default false
);
create index called_up_surge on called_up (surge_id);

grant select, insert, update, delete on moment, preference, message, notice, called_up to ${app_role};
