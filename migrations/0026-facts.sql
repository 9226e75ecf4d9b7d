-- What is known about a member: dated statements, append-only; the newest of a key counts (capabilities/facts/statement.ts).
-- SPDX-License-Identifier: EUPL-1.2
create table fact_statements (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  key text not null check (length(key) between 2 and 80),
  -- The wording of the question that was answered; a later one asks again.
  key_version int not null check (key_version >= 1),
  value jsonb not null,
  source text not null check (source in ('profile', 'inventory', 'alerts', 'incidents', 'readiness', 'training', 'exercise', 'sensor', 'answer', 'rule', 'centre', 'authority')),
  reference text check (length(reference) between 1 and 300),
  as_of timestamptz not null,
  confidence text not null check (confidence in ('measured', 'stated', 'estimated')),
  tlp text not null check (tlp in ('TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text,
  primary key (organisation_id, id)
);
create index fact_statements_key on fact_statements (organisation_id, key, as_of desc, id desc);

alter table fact_statements enable row level security;
alter table fact_statements force row level security;
create policy member_all on fact_statements to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation());
create policy engine_all on fact_statements to salus_engine using (true) with check (true);
create policy bound_to_one on fact_statements as restrictive to salus_bound using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation());
-- The centre never reads them: what a house answered about its weak points stays in the house (design, 8).
grant select, insert on fact_statements to salus_member, salus_engine;
create trigger fact_statements_append_only before update on fact_statements for each row execute function refuse_change();
