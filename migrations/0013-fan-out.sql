-- What telling every member of an advisory reads and writes, made small: it is the widest statement of the platform.

-- How often each member runs each product version, and in what standing: all that an alert needs to know of its assets.
-- Kept by assets in the transaction that changes an inventory. The key starts with the product version because this is
-- the one table that is read across members (docs/decisions/0010); it is read without touching the table itself.
create table installed_versions (
  organisation_id bigint not null,
  product_version_id int not null,
  assets int not null,
  -- Bits over these assets: network exposures and clinical roles, capabilities/assets/standing.ts.
  standing smallint not null,
  primary key (product_version_id, organisation_id) include (assets, standing) with (fillfactor = 100)
);
insert into installed_versions (organisation_id, product_version_id, assets, standing)
  select organisation_id, product_version_id, count(*), bit_or(
    (1 << coalesce(array_position(array['internet', 'hospital-network', null, 'isolated', 'offline'], network_exposure) - 1, 2))
    | (32 << coalesce(array_position(array['life-supporting', 'diagnostic', 'records', 'support', 'office'], clinical_role) - 1, 5)))
  from assets where gone_at is null group by 1, 2;
alter table installed_versions enable row level security;
alter table installed_versions force row level security;
create policy engine_all on installed_versions to salus_engine using (true) with check (true);
grant select, insert, update, delete on installed_versions to salus_engine;

-- The widest tables name only organisations that a row of another table has named before; checking each again takes a
-- third of the time in which they are written. So the database forgets by this instead of by foreign keys.
create function forget_organisation() returns trigger language plpgsql as $$
begin
  delete from installed_versions where organisation_id = old.id;
  delete from alerts where organisation_id = old.id;
  delete from obligations where organisation_id = old.id;
  return null;
end $$;
create trigger organisations_forget after delete on organisations for each row execute function forget_organisation();
alter table alerts drop constraint alerts_organisation_id_fkey;
alter table obligations drop constraint obligations_organisation_id_fkey;

-- Thousands of hospitals share few reasons for an urgency, so each distinct one stands once.
create table urgency_decisions (
  id int generated always as identity primary key,
  -- SHA-256 of the decision.
  digest bytea not null unique,
  decision jsonb not null
);
alter table urgency_decisions enable row level security;
alter table urgency_decisions force row level security;
create policy everyone_reads on urgency_decisions for select to salus_member, salus_centre using (true);
create policy engine_all on urgency_decisions to salus_engine using (true) with check (true);
grant select on urgency_decisions to salus_member, salus_centre;
grant select, insert on urgency_decisions to salus_engine;

alter table alerts add column urgency_decision_id int references urgency_decisions (id);
insert into urgency_decisions (digest, decision)
  select distinct on (sha256(convert_to(urgency_path::text, 'UTF8'))) sha256(convert_to(urgency_path::text, 'UTF8')), urgency_path from alerts;
update alerts set urgency_decision_id = d.id from urgency_decisions d where d.digest = sha256(convert_to(urgency_path::text, 'UTF8'));
alter table alerts alter column urgency_decision_id set not null;
alter table alerts drop column urgency_path;
-- A decision is never removed, so nothing has to be checked when an alert is written.
alter table alerts drop constraint alerts_urgency_decision_id_fkey;
-- Why it ended without an answer: withdrawn by the advisory, folded into another one's alert, and so on.
alter table alerts add column ended_because text;

-- The engine's two kinds of transaction are two roles: for all members, where a policy costs nothing a row, and bound to
-- one, where a policy is the one condition and sees nothing when no organisation is set. The bound role is a member of
-- the engine's and has its rights; the restrictive policy takes all other members from it.
do $$
declare one record;
begin
  for one in select p.tablename, p.policyname, p.cmd from pg_policies p
      where p.schemaname = 'public' and p.tablename <> 'organisations' and 'salus_engine' = any(p.roles) and (p.qual like '%salus_organisation%' or p.with_check like '%salus_organisation%') loop
    execute format('alter policy %I on %I %s %s', one.policyname, one.tablename,
      case when one.cmd <> 'INSERT' then 'using (true)' end, case when one.cmd in ('ALL', 'INSERT', 'UPDATE') then 'with check (true)' end);
  end loop;
  for one in select c.relname as tablename from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity loop
    execute format('create policy bound_to_one on %I as restrictive to salus_bound using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', one.tablename);
  end loop;
end $$;

-- Two documents about one vulnerability: the verdict of the one that says less points to the advisory that says it too.
alter table verdicts add column folded_into bigint;
create index verdicts_folded on verdicts (folded_into, product_version_id) where folded_into is not null;
