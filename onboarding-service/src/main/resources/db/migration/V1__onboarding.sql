-- Where this service stands in the log; moved in the transaction that stores what was made of the events.
create table log_position (
  name       text   collate "C" not null primary key,
  next_index bigint not null check (next_index >= 0),
  offsets    text   not null
);

-- Folded state of people, partners and roles as JSON of the published language; personal values stand in it only sealed.
-- bytea and not jsonb, because jsonb changes the order of members and the folds keep the order of the log.
create table person (
  subject     text        collate "C" not null primary key,
  passport    bytea       not null,
  last_index  bigint      not null,
  recorded_at timestamptz not null
);
create table partner (
  code        text        collate "C" not null primary key,
  state       bytea       not null,
  recorded_at timestamptz not null
);
create table role (
  role_id     text        collate "C" not null primary key,
  state       bytea       not null,
  recorded_at timestamptz not null
);

-- When each accepted application and each placement began; the folds keep no times.
create table occasion (
  id       text        collate "C" not null primary key,
  begun_at timestamptz not null
);

-- Who has to be looked at and when: at once after a change, otherwise at the start of every day.
create table due (
  subject text        collate "C" not null primary key,
  due_at  timestamptz not null,
  -- How often looking has failed since it last succeeded.
  failures int        not null default 0
);
create index due_at on due (due_at);

create table journey (
  subject        text        collate "C" not null,
  partner        text        collate "C" not null,
  role_id        text        collate "C" not null,
  occasion       text,
  state          text        not null,
  role_version   int         not null,
  policy_version int         not null,
  lines          bytea       not null,
  next_step      text,
  waiting_on     text        not null,
  typical_days   int         not null,
  begun_at       timestamptz not null,
  waiting_since  timestamptz not null,
  primary key (subject, partner, role_id)
);
create index journey_partner on journey (partner, subject, role_id);
create index journey_role on journey (role_id);

-- Commands that were decided on. One row per attempt at a matter; a matter that is settled is not taken up twice.
create table outbox (
  seq         bigint      generated always as identity primary key,
  command_id  uuid        not null unique,
  matter      uuid        not null,
  attempt     int         not null check (attempt >= 0),
  subject     text        collate "C" not null,
  partner     text        collate "C" not null,
  role_id     text        collate "C" not null,
  occasion    text,
  type        text        collate "C" not null,
  data        text        not null,
  state       text        not null default 'PENDING' check (state in ('PENDING', 'ACCEPTED', 'REFUSED')),
  created_at  timestamptz not null,
  next_try_at timestamptz not null,
  tries       int         not null default 0,
  answered_at timestamptz,
  log_index   bigint,
  code        text        collate "C",
  detail      text,
  unique (matter, attempt)
);
create index outbox_pending on outbox (next_try_at, seq) where state = 'PENDING';
create index outbox_subject on outbox (subject);
create index outbox_refused on outbox (answered_at) where state = 'REFUSED';

grant select, insert, update, delete on log_position, person, partner, role, occasion, due, journey, outbox to ${app_role};
