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
-- In brackets the function is asked once for a statement and not once for a row.
create policy engine_all on installed_versions to salus_engine using ((select salus_organisation()) is null or organisation_id = (select salus_organisation()))
  with check ((select salus_organisation()) is null or organisation_id = (select salus_organisation()));
grant select, insert, update, delete on installed_versions to salus_engine;

create function forget_installed_versions() returns trigger language plpgsql as $$
begin
  delete from installed_versions where organisation_id = old.id;
  return null;
end $$;
create trigger organisations_forget_installed after delete on organisations for each row execute function forget_installed_versions();

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

drop policy engine_all on alerts;
create policy engine_all on alerts to salus_engine using ((select salus_organisation()) is null or organisation_id = (select salus_organisation()))
  with check ((select salus_organisation()) is null or organisation_id = (select salus_organisation()));
drop policy engine_writes on journal;
create policy engine_writes on journal for insert to salus_engine
  with check ((select salus_organisation()) is null or organisation_id = (select salus_organisation()));
drop policy engine_all on obligations;
create policy engine_all on obligations to salus_engine using ((select salus_organisation()) is null or organisation_id = (select salus_organisation()))
  with check ((select salus_organisation()) is null or organisation_id = (select salus_organisation()));

-- Two documents about one vulnerability: the verdict of the one that says less points to the advisory that says it too.
alter table verdicts add column folded_into bigint;
create index verdicts_folded on verdicts (folded_into, product_version_id) where folded_into is not null;
