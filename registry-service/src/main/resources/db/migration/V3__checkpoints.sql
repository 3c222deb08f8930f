-- What the log has put its name to. One row: the largest signed size and the tree at that size, changed in the
-- transaction that signs, so that two inconsistent checkpoints can never be signed, whatever dies when.
create table checkpoint_head (
  only_row boolean not null primary key default true check (only_row),
  size     bigint  not null check (size >= 0),
  frontier bytea   not null
) with (fillfactor = 50);
insert into checkpoint_head (size, frontier) values (0, '');

create table checkpoint (
  size      bigint      not null primary key,
  root      bytea       not null check (octet_length(root) = 32),
  -- The signed note as it is served (C2SP tlog-checkpoint).
  note      bytea       not null,
  signed_at timestamptz not null
);

-- Roots of full tiles: level 1 holds the roots of 256 leaves, level 2 those of 65,536, and so on. Leaves are in event_log.
create table tile_root (
  level      int    not null check (level between 1 and 7),
  tile_index bigint not null check (tile_index >= 0),
  hash       bytea  not null check (octet_length(hash) = 32),
  primary key (level, tile_index)
);

create trigger checkpoint_append_only before update or delete or truncate on checkpoint
  for each statement execute function refuse_change();
create trigger tile_root_append_only before update or delete or truncate on tile_root
  for each statement execute function refuse_change();

grant select, insert on checkpoint, tile_root to ${app_role};
grant select, update on checkpoint_head to ${app_role};
