-- Rights, the journal and the outbox of events.
-- Four roles decide what a transaction may do (platform/database/database.ts): the application's login owns
-- nothing and may by itself read nothing; each transaction takes on one of them.

revoke all on schema public from public;
grant usage on schema public to salus_member, salus_centre, salus_engine, salus_identity;

-- The organisation that the transaction is bound to; null when it is bound to none.
create function salus_organisation() returns bigint language sql stable parallel safe
  return nullif(current_setting('salus.organisation_id', true), '')::bigint;

-- Who did what, when, on which object. organisation_id 0 is the centre itself.
create table journal (
  organisation_id bigint not null,
  id bigint generated always as identity,
  at timestamptz not null,
  actor text not null,
  action text not null,
  object_type text not null,
  object_id text not null,
  tlp text not null default 'AMBER',
  details jsonb not null default '{}',
  primary key (organisation_id, id)
);
create index journal_object on journal (organisation_id, object_type, object_id, id desc);
create index journal_id on journal (id);
create index journal_people on journal (organisation_id, at) where actor like 'person:%';
alter table journal enable row level security;
alter table journal force row level security;
create policy member_reads on journal for select to salus_member using (organisation_id = salus_organisation());
create policy member_writes on journal for insert to salus_member with check (organisation_id = salus_organisation());
create policy centre_reads on journal for select to salus_centre using (true);
create policy centre_writes on journal for insert to salus_centre with check (true);
create policy engine_reads on journal for select to salus_engine using (salus_organisation() is null or organisation_id = salus_organisation());
create policy engine_writes on journal for insert to salus_engine with check (salus_organisation() is null or organisation_id = salus_organisation());
create policy identity_writes on journal for insert to salus_identity with check (true);
grant select, insert on journal to salus_member, salus_centre, salus_engine;
grant insert on journal to salus_identity;

-- The hash chain over the journal: position by position, each hash covers the one before it and one entry.
create table journal_chain (
  position bigint primary key,
  organisation_id bigint not null,
  journal_id bigint not null unique,
  hash bytea not null,
  foreign key (organisation_id, journal_id) references journal (organisation_id, id)
);
alter table journal_chain enable row level security;
alter table journal_chain force row level security;
create policy engine_all on journal_chain to salus_engine using (true) with check (true);
grant select, insert on journal_chain to salus_engine;

-- Append-only also for the owner: rights keep the application out, this keeps a slip of an administrator out.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The journal is append-only: % is refused. Record a correcting entry instead.', tg_op;
end $$;
create trigger journal_append_only before update or delete on journal for each row execute function refuse_change();
create trigger journal_no_truncate before truncate on journal for each statement execute function refuse_change();
create trigger journal_chain_append_only before update or delete on journal_chain for each row execute function refuse_change();
create trigger journal_chain_no_truncate before truncate on journal_chain for each statement execute function refuse_change();

-- Events announced in the transaction of the change, one row for each subscription that has to hear of it.
-- The row is deleted in the transaction that handles it, so handling happens once, also across kill -9.
create table events (
  id bigint generated always as identity primary key,
  subscription text not null,
  payload jsonb not null,
  announced_at timestamptz not null,
  attempts int not null default 0,
  not_before timestamptz not null,
  problem text
);
create index events_due on events (subscription, id);
alter table events enable row level security;
alter table events force row level security;
create policy anyone_announces on events for insert to salus_member, salus_centre, salus_engine, salus_identity with check (true);
create policy engine_handles on events for all to salus_engine using (true) with check (true);
grant insert on events to salus_member, salus_centre, salus_identity;
grant select, insert, update, delete on events to salus_engine;

-- Facts of the installation that are neither settings nor secrets, such as "this is an example centre".
create table installation (
  name text primary key,
  value jsonb not null
);
alter table installation enable row level security;
alter table installation force row level security;
create policy anyone_reads on installation for select to salus_member, salus_centre, salus_engine, salus_identity using (true);
create policy engine_writes on installation to salus_engine using (true) with check (true);
grant select on installation to salus_member, salus_centre, salus_identity;
grant select, insert, update, delete on installation to salus_engine;
