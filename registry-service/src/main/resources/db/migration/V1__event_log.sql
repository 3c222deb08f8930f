-- The one log. Rows are only ever inserted: the service's role may not do anything else, and triggers refuse it to others.
create table event_log (
  log_index      bigint      not null primary key check (log_index >= 0),
  aggregate_id   text        collate "C" not null,
  aggregate_seq  bigint      not null check (aggregate_seq >= 0),
  aggregate_type text        collate "C" not null,
  type           text        collate "C" not null,
  subject        text        collate "C" not null,
  recorded_at    timestamptz not null,
  leaf_hash      bytea       not null check (octet_length(leaf_hash) = 32),
  -- The CloudEvent as it was serialised once; bytea and not jsonb, because jsonb changes bytes.
  -- An entry of a tile carries a 16-bit length (C2SP tlog-tiles).
  event          bytea       not null check (octet_length(event) <= 65535),
  unique (aggregate_id, aggregate_seq)
);

-- Lock, sequence and tree in one row: whoever holds it appends, and the index equals the commit order.
create table log_head (
  only_row         boolean     not null primary key default true check (only_row),
  size             bigint      not null check (size >= 0),
  frontier         bytea       not null,
  last_recorded_at timestamptz not null
) with (fillfactor = 50);
insert into log_head (size, frontier, last_recorded_at) values (0, '', '-infinity');

-- The first answer to each command, so that a repetition gets the same one.
create table command_receipt (
  source   text  collate "C" not null,
  id       text  collate "C" not null,
  -- Keyed digest of the command, to tell a repetition from another command under a used id.
  body_mac bytea not null check (octet_length(body_mac) = 32),
  answer   bytea not null,
  primary key (source, id)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % on % is refused', tg_op, tg_table_name;
end $$;
create trigger event_log_append_only before update or delete or truncate on event_log
  for each statement execute function refuse_change();
create trigger command_receipt_append_only before update or delete or truncate on command_receipt
  for each statement execute function refuse_change();

grant select, insert on event_log, command_receipt to ${app_role};
grant select, update on log_head to ${app_role};

-- Few among many: the publisher asks for new partners.
create index event_log_partners on event_log (log_index) where type = 'PartnerRegistered.v1';
