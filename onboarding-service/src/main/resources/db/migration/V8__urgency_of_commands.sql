-- What is sent first: the place of an Urgency. The default is "in turn", for what an earlier release wrote.
alter table outbox add column urgency smallint not null default 2;
drop index outbox_pending;
create index outbox_pending on outbox (urgency, next_try_at, seq) where state = 'PENDING';
