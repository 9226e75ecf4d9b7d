-- Providers, the centre and suppliers, with their sites and contacts.

create table organisations (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('provider', 'centre', 'supplier')),
  name text not null check (length(name) between 1 and 200),
  country text not null check (country ~ '^[A-Z]{2}$'),
  languages text[] not null check (cardinality(languages) between 1 and 5),
  time_zone text not null,
  provider_kind text check (provider_kind in ('university-hospital', 'hospital', 'clinic', 'practice', 'hospital-group', 'other')),
  employees int check (employees >= 0),
  turnover_euro bigint check (turnover_euro >= 0),
  balance_sheet_euro bigint check (balance_sheet_euro >= 0),
  -- An authority's designation wins over the computed class, and both stay visible.
  designated_entity_class text check (designated_entity_class in ('essential', 'important', 'not-in-scope')),
  designation_source text,
  is_example boolean not null default false,
  created_at timestamptz not null,
  check ((kind = 'provider') = (provider_kind is not null)),
  check ((designated_entity_class is null) = (designation_source is null))
);
create unique index one_centre on organisations (kind) where kind = 'centre';

create table sites (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  name text not null check (length(name) between 1 and 200),
  city text,
  primary key (organisation_id, id),
  unique (organisation_id, name)
);

create table contacts (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  duty text not null check (duty in ('primary', 'deputy', 'management')),
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) between 3 and 254),
  phone text,
  out_of_hours_phone text,
  language text not null,
  person_id bigint,
  primary key (organisation_id, id),
  unique (organisation_id, duty)
);

alter table organisations enable row level security;
alter table organisations force row level security;
create policy member_reads on organisations for select to salus_member using (id = salus_organisation() or kind = 'centre');
create policy member_updates on organisations for update to salus_member using (id = salus_organisation()) with check (id = salus_organisation());
create policy centre_all on organisations to salus_centre using (true) with check (true);
create policy engine_all on organisations to salus_engine using (salus_organisation() is null or id = salus_organisation()) with check (salus_organisation() is null or id = salus_organisation());
create policy identity_reads on organisations for select to salus_identity using (true);
grant select on organisations to salus_member, salus_identity;
grant update (languages, time_zone, employees, turnover_euro, balance_sheet_euro) on organisations to salus_member;
grant select, insert, update on organisations to salus_centre;
grant select, insert, update, delete on organisations to salus_engine;

alter table sites enable row level security;
alter table sites force row level security;
create policy member_all on sites to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation());
create policy centre_reads on sites for select to salus_centre using (true);
create policy engine_all on sites to salus_engine using (salus_organisation() is null or organisation_id = salus_organisation()) with check (salus_organisation() is null or organisation_id = salus_organisation());
grant select, insert, update, delete on sites to salus_member, salus_engine;
grant select on sites to salus_centre;

alter table contacts enable row level security;
alter table contacts force row level security;
create policy member_all on contacts to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation());
create policy centre_all on contacts to salus_centre using (true) with check (true);
create policy engine_all on contacts to salus_engine using (salus_organisation() is null or organisation_id = salus_organisation()) with check (salus_organisation() is null or organisation_id = salus_organisation());
grant select, insert, update, delete on contacts to salus_member, salus_centre, salus_engine;
