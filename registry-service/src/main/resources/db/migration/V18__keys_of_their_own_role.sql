-- Tables of keys belong to a role that nobody signs in as. The application has no right on them: it calls the functions
-- below, which run with that role's rights, in the transaction that appends to the log. None of them lists keys or
-- changes whose a key is; whoever gets the application to run other SQL reads no key.
do $$ begin
  if not pg_has_role(current_user, '${keys_role}', 'member') then
    raise exception 'the migration needs the role ${keys_role}: let an administrator run CREATE ROLE ${keys_role} NOLOGIN; GRANT ${keys_role} TO %', current_user;
  end if;
end $$;
grant usage, create on schema keys to ${keys_role};

-- Which key-encryption key wrapped a data key; what is there was wrapped with the one that had no name.
alter table keys.subject_key add column kek text collate "C" not null default 'first';
alter table keys.subject_key alter column kek drop default;
create index subject_key_kek on keys.subject_key (kek, kid);

-- Secrets of the service itself, which outlive every key-encryption key.
create table keys.service_key (
  name    text  collate "C" not null primary key,
  kek     text  collate "C" not null,
  wrapped bytea not null
);

revoke all on keys.subject_key, keys.erasure from ${app_role};
grant select on keys.erasure to ${app_role};
alter table keys.subject_key owner to ${keys_role};
alter table keys.erasure owner to ${keys_role};
alter table keys.service_key owner to ${keys_role};

set role ${keys_role};

create function keys.store(kids text[], subjects text[], categories text[], keks text[], wrapped bytea[]) returns void
language sql security definer set search_path = keys, pg_temp as $$
  insert into subject_key (kid, subject, category, kek, wrapped)
  select * from unnest(kids, subjects, categories, keks, wrapped) on conflict (kid) do nothing
$$;

create function keys.gone(kids text[]) returns setof text
language sql stable security definer set search_path = keys, pg_temp as $$
  select k.kid from unnest(kids) as k (kid)
  where not exists (select 1 from subject_key s where s.kid = k.kid and not s.held)
$$;

create function keys.by_id(kids text[], under_hold boolean) returns table (kid text, kek text, wrapped bytea)
language sql stable security definer set search_path = keys, pg_temp as $$
  select s.kid, s.kek, s.wrapped from subject_key s where s.kid = any (kids) and s.held = under_hold
$$;

create function keys.newest(whose text, of_category text) returns table (kid text, kek text, wrapped bytea)
language sql stable security definer set search_path = keys, pg_temp as $$
  select s.kid, s.kek, s.wrapped from subject_key s
  where s.subject = whose and s.category = of_category and not s.held order by s.created_at desc limit 1
$$;

create function keys.kept(whose text) returns bigint
language sql stable security definer set search_path = keys, pg_temp as $$
  select count(*) from subject_key where subject = whose
$$;

-- Destroys, and keeps the register of it; says how many keys were there.
create function keys.destroy(entry bigint, whose text, of_category text) returns int
language plpgsql security definer set search_path = keys, pg_temp as $$
declare destroyed int;
begin
  delete from subject_key where subject = whose and category = of_category;
  get diagnostics destroyed = row_count;
  insert into erasure as e (log_index, subject, category, keys_destroyed) values (entry, whose, of_category, destroyed)
  on conflict (log_index, category) do update
    set keys_destroyed = e.keys_destroyed + excluded.keys_destroyed, destroyed_at = now()
    where excluded.keys_destroyed > 0;
  return destroyed;
end $$;

create function keys.hold(whose text, categories text[]) returns void
language sql security definer set search_path = keys, pg_temp as $$
  update subject_key set held = true where subject = whose and category = any (categories)
$$;

-- Entries of the log whose keys are there although they were destroyed: a backup of the keys was restored.
create function keys.brought_back() returns setof bigint
language sql stable security definer set search_path = keys, pg_temp as $$
  select e.log_index from erasure e where exists (
    select 1 from subject_key s where s.subject = e.subject and s.category = e.category)
$$;

-- How many keys each key-encryption key has wrapped, and one of them to try it on.
create function keys.epochs() returns table (kek text, keys bigint, kid text, wrapped bytea)
language sql stable security definer set search_path = keys, pg_temp as $$
  select k.kek, k.keys, s.kid, s.wrapped
  from (select kek, count(*) as keys, min(kid) as kid from subject_key group by kek) k join subject_key s using (kid)
$$;

-- Some of the keys that a key-encryption key wrapped.
create function keys.under(of_kek text, most int) returns table (kid text, kek text, wrapped bytea)
language sql stable security definer set search_path = keys, pg_temp as $$
  select s.kid, s.kek, s.wrapped from subject_key s where s.kek = of_kek order by s.kid limit most
$$;

-- What was destroyed or wrapped anew meanwhile is left alone.
create function keys.rewrap(kids text[], from_kek text, new_keks text[], new_wrapped bytea[]) returns void
language sql security definer set search_path = keys, pg_temp as $$
  update subject_key s set kek = n.kek, wrapped = n.wrapped
  from unnest(kids, new_keks, new_wrapped) as n (kid, kek, wrapped) where s.kid = n.kid and s.kek = from_kek
$$;

create function keys.service_keys() returns table (name text, kek text, wrapped bytea)
language sql stable security definer set search_path = keys, pg_temp as $$
  select k.name, k.kek, k.wrapped from service_key k
$$;

-- The first one stays.
create function keys.store_service_key(key_name text, kek text, wrapped bytea) returns void
language sql security definer set search_path = keys, pg_temp as $$
  insert into service_key values (key_name, kek, wrapped) on conflict (name) do nothing
$$;

create function keys.rewrap_service_key(key_name text, new_kek text, new_wrapped bytea) returns void
language sql security definer set search_path = keys, pg_temp as $$
  update service_key set kek = new_kek, wrapped = new_wrapped where name = key_name
$$;

revoke execute on all functions in schema keys from public;
grant execute on all functions in schema keys to ${app_role};
reset role;
revoke create on schema keys from ${keys_role};
