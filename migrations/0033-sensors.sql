-- Sensors of hospitals, the packs that they run, sightings that say of no hospital, and warnings by the centre.
-- SPDX-License-Identifier: EUPL-1.2

-- A code to enrol one sensor: typed once, within minutes; what is stored is its hash.
create table sensor_codes (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  code_hash bytea not null unique,
  -- What the house calls the place of the sensor.
  label text not null check (length(label) between 1 and 80),
  until timestamptz not null,
  made_at timestamptz not null,
  made_by text not null,
  made_by_name text not null,
  used_at timestamptz,
  primary key (organisation_id, id)
);

create table sensors (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id uuid not null,
  label text not null check (length(label) between 1 and 80),
  token_hash bytea not null unique,
  enrolled_at timestamptz not null,
  enrolled_by_name text not null,
  -- Last health report, standards/sightings/health.ts; the house reads it, the centre reads the columns beside it.
  report jsonb,
  reported_at timestamptz,
  pack_sequence int,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  primary key (organisation_id, id),
  check ((report is null) = (reported_at is null)),
  check ((withdrawn_at is null) = (withdrawn_by_name is null))
);

-- That a house has got its one signature of an epoch, and for which blinded message: it says nothing of the pseudonym.
create table sensor_epoch_tokens (
  organisation_id bigint not null references organisations (id) on delete cascade,
  epoch int not null check (epoch >= 1),
  blinded_hash bytea not null,
  primary key (organisation_id, epoch)
);

do $$
declare name text;
begin
  foreach name in array array['sensor_codes', 'sensors', 'sensor_epoch_tokens'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy engine_all on %I to salus_engine using (true) with check (true)', name);
    execute format('create policy bound_to_one on %I as restrictive to salus_bound using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    execute format('grant select, insert, update, delete on %I to salus_engine', name);
  end loop;
  foreach name in array array['sensor_codes', 'sensors'] loop
    execute format('create policy member_all on %I to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    execute format('grant select on %I to salus_member', name);
  end loop;
end $$;
grant insert on sensor_codes to salus_member;
grant update (withdrawn_at, withdrawn_by_name) on sensors to salus_member;
-- Which members have a sensor and whether it speaks; what it can see is of the house alone.
create policy centre_reads on sensors for select to salus_centre using (true);
grant select (organisation_id, id, enrolled_at, reported_at, pack_sequence, withdrawn_at) on sensors to salus_centre;

-- Keys of the epochs; the private part is sealed with the installation's secret and gone once the epoch is over.
create table sensor_epochs (
  epoch int primary key check (epoch >= 1),
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  -- SubjectPublicKeyInfo as DER.
  public_key bytea not null,
  sealed bytea,
  destroyed_at timestamptz,
  check ((sealed is null) = (destroyed_at is not null))
);

create table sensor_packs (
  sequence int primary key check (sequence >= 1),
  pack_id text not null check (length(pack_id) between 1 and 64),
  rules int not null check (rules >= 0),
  indicators int not null check (indicators >= 0),
  -- What the builder's own check at signing says, as figures.
  self_test jsonb not null,
  expires_at timestamptz not null,
  bytes bigint not null,
  published_at timestamptz not null,
  published_by text not null,
  published_by_name text not null
);

-- Files of the repository as sensors ask for them; a newer pack replaces what has the same name.
create table sensor_pack_files (
  name text primary key check (length(name) between 1 and 200),
  sequence int not null references sensor_packs (sequence) on delete cascade,
  content bytea not null
);

-- The centre's own memory of whose packs it trusts: the metadata of each role that were found good last.
create table sensor_pack_trust (
  role text primary key check (role in ('root', 'timestamp', 'snapshot', 'targets')),
  content bytea not null
);

-- What may be told of a pack: a sighting of anything else is refused. Texts are the publisher's.
create table sensor_pack_items (
  sequence int not null references sensor_packs (sequence) on delete cascade,
  kind text not null check (kind in ('rule', 'indicator')),
  item_id text not null check (length(item_id) between 1 and 64),
  title text not null,
  level text,
  techniques text[] not null default '{}',
  -- False: the publisher asks that nobody is told of findings of it.
  may_be_told boolean not null,
  primary key (sequence, kind, item_id)
);
create index sensor_pack_items_of on sensor_pack_items (kind, item_id, sequence desc);

-- No organisation, no address, no sensor, no moment of arrival. The pseudonym is one that nobody can trace.
create table sightings (
  key bytea primary key,
  epoch int not null,
  pseudonym_hash bytea not null,
  kind text not null check (kind in ('rule', 'indicator')),
  item_id text not null,
  pack_id text not null,
  pack_sequence int not null,
  hour timestamptz not null check (date_trunc('hour', hour at time zone 'UTC') = hour at time zone 'UTC'),
  count text not null check (count in ('1', '2-5', '6-20', '>20')),
  asset_class text not null check (asset_class in ('server', 'workstation', 'medical-device', 'pacs', 'ehr', 'network', 'unknown')),
  outcome text not null check (outcome in ('blocked', 'not-blocked', 'unknown', 'false-positive')),
  -- Waits until three pseudonyms saw the same; then it is part of a group.
  is_released boolean not null default false
);
create index sightings_waiting on sightings (epoch, kind, item_id) where not is_released;
create index sightings_of_pseudonym on sightings (pseudonym_hash);

-- All that anybody ever sees: at least three hospitals, in the shortest calendar time that holds them. Append-only.
create table sighting_groups (
  id bigint generated always as identity primary key,
  epoch int not null,
  kind text not null check (kind in ('rule', 'indicator')),
  item_id text not null,
  is_false_positive boolean not null,
  hospitals int not null check (hospitals >= 3),
  span text not null check (span in ('day', 'week', 'epoch')),
  from_day date not null,
  until_day date not null,
  -- Only where it is the same for all of them.
  asset_class text,
  outcome text,
  released_at timestamptz not null
);
create index sighting_groups_of on sighting_groups (kind, item_id, id);

-- One proposal to the officers for a rule and epoch.
create table sighting_proposals (
  epoch int not null,
  kind text not null check (kind in ('rule', 'indicator')),
  item_id text not null,
  hospitals int not null check (hospitals >= 3),
  proposed_at timestamptz not null,
  primary key (epoch, kind, item_id)
);

create table sighting_warnings (
  advisory_id bigint primary key,
  kind text not null check (kind in ('rule', 'indicator')),
  item_id text not null,
  warned_at timestamptz not null,
  warned_by_name text not null,
  members int not null,
  -- The same form sent twice is one warning.
  form_token text not null unique check (length(form_token) between 8 and 100)
);

do $$
declare name text;
begin
  foreach name in array array['sensor_epochs', 'sensor_packs', 'sensor_pack_files', 'sensor_pack_trust', 'sensor_pack_items', 'sightings', 'sighting_groups', 'sighting_proposals', 'sighting_warnings'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy engine_all on %I to salus_engine using (true) with check (true)', name);
    execute format('grant select, insert on %I to salus_engine', name);
  end loop;
  foreach name in array array['sensor_packs', 'sensor_pack_items', 'sighting_groups', 'sighting_proposals', 'sighting_warnings'] loop
    execute format('create policy centre_reads on %I for select to salus_centre using (true)', name);
    execute format('grant select on %I to salus_centre', name);
  end loop;
  foreach name in array array['sensor_packs', 'sensor_pack_items'] loop
    execute format('create policy member_reads on %I for select to salus_member using (true)', name);
    execute format('grant select on %I to salus_member', name);
  end loop;
end $$;
grant update on sensor_epochs, sightings, sensor_packs, sensor_pack_files, sensor_pack_trust to salus_engine;
grant delete on sightings, sensor_pack_files, sensor_pack_items to salus_engine;
create trigger sighting_groups_append_only before update or delete on sighting_groups for each row execute function refuse_change();

-- An alert may be raised because the centre warns, without any match (docs/decisions/0028-warnings.md).
alter table alerts add column raised_for text not null default 'match' check (raised_for in ('match', 'warning'));
create table alert_warnings (
  advisory_id bigint primary key,
  -- By language: title, what was seen, what to do.
  texts jsonb not null,
  hospitals int not null check (hospitals >= 3),
  -- How it gets in, as the officer knows it; null where nobody knows.
  exposure text check (exposure in ('open', 'controlled')),
  audience jsonb not null,
  warned_at timestamptz not null,
  warned_by text not null,
  warned_by_name text not null
);
alter table alert_warnings enable row level security;
alter table alert_warnings force row level security;
create policy everyone_reads on alert_warnings for select to salus_member, salus_centre using (true);
create policy engine_all on alert_warnings to salus_engine using (true) with check (true);
grant select on alert_warnings to salus_member, salus_centre;
grant select, insert on alert_warnings to salus_engine;
