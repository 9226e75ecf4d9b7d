-- The yearly check: checks and their frozen snapshots, questions asked of colleagues, campaigns, comparison, frameworks of others.
-- SPDX-License-Identifier: EUPL-1.2

-- One check of one member and year. Its answers are facts (0026); here stands only how they came about.
create table assessments (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  year int not null check (year between 2000 and 2999),
  -- 1 the shortest; may change while the check runs.
  depth int not null check (depth between 1 and 3),
  form_version text not null check (length(form_version) between 5 and 30),
  opened_at timestamptz not null,
  opened_by_name text not null,
  closed_at timestamptz,
  closed_by_name text,
  primary key (organisation_id, id),
  check ((closed_at is null) = (closed_by_name is null))
);
create unique index assessments_running on assessments (organisation_id) where closed_at is null;

-- That a question was answered in this check: in which language it was read, and what proves it. Append-only; the newest counts.
create table assessment_answers (
  organisation_id bigint not null,
  assessment_id bigint not null,
  id bigint generated always as identity,
  fact text not null check (length(fact) between 2 and 80),
  language text not null check (length(language) between 2 and 8),
  note text check (length(note) between 1 and 2000),
  evidence_url text check (length(evidence_url) between 8 and 500),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, assessment_id) references assessments (organisation_id, id) on delete cascade
);
create index assessment_answers_of on assessment_answers (organisation_id, assessment_id, fact, id);

-- What was asked and answered when a check was closed, whole, so that an answer outlives its question. Append-only.
create table assessment_snapshots (
  organisation_id bigint not null,
  assessment_id bigint not null,
  year int not null,
  content jsonb not null,
  -- Only what the yearly extract needs: figure by figure, and the kind of house at that moment.
  scores jsonb not null,
  country text not null,
  size text,
  kind text not null,
  closed_at timestamptz not null,
  recorded_by text not null,
  primary key (organisation_id, assessment_id),
  foreign key (organisation_id, assessment_id) references assessments (organisation_id, id) on delete cascade
);
create index assessment_snapshots_year on assessment_snapshots (year, organisation_id);

-- Questions asked of somebody who needs no account. The secret is stored nowhere.
create table assessment_links (
  organisation_id bigint not null,
  assessment_id bigint not null,
  id bigint generated always as identity,
  facts text[] not null check (cardinality(facts) between 1 and 60),
  for_whom text not null check (length(for_whom) between 1 and 200),
  email text not null check (length(email) between 3 and 254),
  language text not null,
  words text check (length(words) between 1 and 1000),
  token_hash bytea not null,
  until timestamptz not null,
  revoked_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, assessment_id) references assessments (organisation_id, id) on delete cascade
);
create index assessment_links_of on assessment_links (organisation_id, assessment_id, id);

-- The centre asks its members for the check of a year.
create table assessment_campaigns (
  id bigint generated always as identity primary key,
  year int not null check (year between 2000 and 2999),
  due_at timestamptz not null,
  -- Members that join later are asked too.
  for_all boolean not null,
  opened_at timestamptz not null,
  opened_by_name text not null,
  ended_at timestamptz
);
create unique index assessment_campaigns_year on assessment_campaigns (year) where ended_at is null;

create table assessment_invitations (
  organisation_id bigint not null references organisations (id) on delete cascade,
  campaign_id bigint not null references assessment_campaigns (id) on delete cascade,
  year int not null,
  due_at timestamptz not null,
  invited_at timestamptz not null,
  -- The last step of reminding that was asked to be sent (campaign.ts).
  told_step int not null default 0,
  told_at timestamptz,
  -- When the check of that year was closed; the centre sees this, and never an answer.
  closed_at timestamptz,
  primary key (organisation_id, campaign_id)
);
create index assessment_invitations_waiting on assessment_invitations (campaign_id, organisation_id) where closed_at is null;

do $$
declare name text;
declare appended constant text[] := array['assessment_answers', 'assessment_snapshots'];
declare changed constant text[] := array['assessments', 'assessment_links'];
begin
  foreach name in array appended || changed || array['assessment_invitations'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy member_all on %I to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    execute format('create policy engine_all on %I to salus_engine using (salus_organisation() is null or organisation_id = salus_organisation()) with check (salus_organisation() is null or organisation_id = salus_organisation())', name);
    execute format('create policy bound_to_one on %I as restrictive to salus_bound using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
  end loop;
  foreach name in array appended || changed loop
    execute format('grant select, insert on %I to salus_member', name);
  end loop;
  foreach name in array appended loop
    execute format('create trigger %I before update on %I for each row execute function refuse_change()', name || '_append_only', name);
  end loop;
end $$;
grant update (depth, closed_at, closed_by_name) on assessments to salus_member;
grant update (revoked_at) on assessment_links to salus_member;
-- The engine makes the extract of a year and the reminders; it reads no answer. The centre reads no check at all.
grant select on assessments, assessment_snapshots to salus_engine;

create policy centre_all on assessment_invitations to salus_centre using (true) with check (true);
grant select on assessment_invitations to salus_member, salus_centre, salus_engine;
grant update (closed_at) on assessment_invitations to salus_member, salus_engine;
grant insert, update (told_step, told_at) on assessment_invitations to salus_engine;

alter table assessment_campaigns enable row level security;
alter table assessment_campaigns force row level security;
create policy centre_all on assessment_campaigns to salus_centre using (true) with check (true);
create policy engine_all on assessment_campaigns to salus_engine using (salus_organisation() is null) with check (salus_organisation() is null);
grant select on assessment_campaigns to salus_centre, salus_engine;
grant insert, update (ended_at) on assessment_campaigns to salus_engine;

-- The comparison: one-way, once a year, without any member in it (docs/decisions/0021-benchmark.md). Append-only.
create table benchmark_extracts (
  year int primary key,
  made_at timestamptz not null,
  made_by_name text not null,
  minimum_group int not null,
  -- Checks that went in, rounded down to the step of counts.
  houses int not null
);
create table benchmark_cells (
  year int not null references benchmark_extracts (year),
  figure text not null,
  -- Empty: every one.
  country text not null,
  size text not null,
  kind text not null,
  houses int not null,
  lower_quartile int not null,
  median int not null,
  upper_quartile int not null,
  primary key (year, figure, country, size, kind)
);

-- Catalogues of requirements that others wrote. Shown to members once the centre has confirmed that it may use them.
create table frameworks (
  id bigint generated always as identity primary key,
  key text not null check (key ~ '^[a-z0-9]+([-.][a-z0-9]+)*$' and length(key) <= 120),
  version text not null check (length(version) between 1 and 60),
  name text not null check (length(name) between 1 and 300),
  publisher text check (length(publisher) between 1 and 300),
  language text not null,
  format text not null check (format in ('oscal', 'ciso-assistant')),
  rights text check (length(rights) between 1 and 4000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  imported_at timestamptz not null,
  imported_by_name text not null,
  confirmed_at timestamptz,
  confirmed_by_name text,
  -- Which right the centre has, in its words.
  confirmed_right text check (length(confirmed_right) between 1 and 1000),
  withdrawn_at timestamptz,
  unique (key, version),
  check ((confirmed_at is null) = (confirmed_right is null))
);
create table framework_requirements (
  framework_id bigint not null references frameworks (id) on delete cascade,
  position int not null,
  ref text not null check (length(ref) between 1 and 120),
  depth int not null,
  title text,
  text text,
  assessable boolean not null,
  primary key (framework_id, position)
);
create table framework_mappings (
  id bigint generated always as identity primary key,
  from_key text not null,
  from_ref text not null,
  to_key text not null,
  to_ref text not null,
  relation text not null,
  source text not null,
  unique (from_key, from_ref, to_key, to_ref, source)
);
create index framework_mappings_to on framework_mappings (to_key, to_ref);

do $$
declare name text;
begin
  foreach name in array array['benchmark_extracts', 'benchmark_cells', 'frameworks', 'framework_requirements', 'framework_mappings'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy all_read on %I for select to salus_member, salus_centre, salus_engine using (true)', name);
    execute format('create policy engine_writes on %I for insert to salus_engine with check (salus_organisation() is null)', name);
    execute format('grant select on %I to salus_member, salus_centre, salus_engine', name);
    execute format('grant insert on %I to salus_engine', name);
  end loop;
  foreach name in array array['benchmark_extracts', 'benchmark_cells', 'framework_requirements'] loop
    execute format('create trigger %I before update on %I for each row execute function refuse_change()', name || '_append_only', name);
  end loop;
end $$;
create policy centre_confirms on frameworks for update to salus_centre using (true) with check (true);
grant update (confirmed_at, confirmed_by_name, confirmed_right, withdrawn_at) on frameworks to salus_centre;
