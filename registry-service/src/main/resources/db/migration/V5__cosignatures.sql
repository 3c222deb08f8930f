-- A signed checkpoint with the cosignatures witnesses have given so far (C2SP tlog-cosignature). A later answer of the
-- same witness for the same tree takes the place of its earlier one, because its time is newer.
create table cosigned_checkpoint (
  size        bigint      not null primary key references checkpoint,
  note        bytea       not null,
  -- Whether these witnesses are enough for the policy.
  quorum      boolean     not null,
  cosigned_at timestamptz not null
);
create index cosigned_checkpoint_quorum on cosigned_checkpoint (size) where quorum;

grant select, insert, update on cosigned_checkpoint to ${app_role};
