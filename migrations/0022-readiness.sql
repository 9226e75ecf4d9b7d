-- Whether a hospital would get up again: restore tests, recovery order, and the red envelope.

-- Never changed: a wrong one is withdrawn and stays visible.
create table restore_tests (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  system text not null check (length(system) between 1 and 120),
  system_class text not null check (system_class in ('file-server', 'database', 'domain-controller', 'other')),
  started_at timestamptz not null,
  ended_at timestamptz not null,
  size_gb numeric check (size_gb >= 0),
  watched_by text not null check (length(watched_by) between 1 and 120),
  outcome text not null check (outcome in ('restored', 'partly', 'failed')),
  note text check (length(note) <= 2000),
  -- The hospital keeps the file; its hash shows later that it is the same.
  evidence_name text,
  evidence_sha256 text check (evidence_sha256 ~ '^[0-9a-f]{64}$'),
  recorded_by text not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  check (ended_at > started_at),
  check (note is not null or evidence_sha256 is not null)
);

-- Which systems a clinical service needs, first first.
create table recovery_steps (
  organisation_id bigint not null references organisations (id) on delete cascade,
  service text not null,
  position int not null,
  system text not null check (length(system) between 1 and 120),
  primary key (organisation_id, service, position)
);

-- People who agreed to be called on their private number in a crisis. No right for the centre, not even to count.
create table envelope_people (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  name text not null check (length(name) between 1 and 120),
  task text not null check (length(task) between 1 and 120),
  phone text not null check (length(phone) between 3 and 40),
  agreed_at timestamptz not null,
  primary key (organisation_id, id)
);

create table envelope_suppliers (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  name text not null check (length(name) between 1 and 120),
  supplies text not null check (length(supplies) between 1 and 120),
  phone text not null check (length(phone) between 3 and 40),
  contract text not null check (length(contract) <= 120),
  primary key (organisation_id, id)
);

-- The hospital's own words: `first-hour`, and `downtime-` with a clinical service.
create table envelope_pages (
  organisation_id bigint not null references organisations (id) on delete cascade,
  page text not null,
  body text not null check (length(body) between 1 and 10000),
  primary key (organisation_id, page)
);

-- Two named phones. The code is stored nowhere; without it the wrapped key opens nothing (decision 0016).
create table envelope_phones (
  organisation_id bigint not null references organisations (id) on delete cascade,
  slot int not null check (slot in (1, 2)),
  -- Grows with each new code, so that packs sealed for an earlier code are not mixed up with these.
  enrolment int not null,
  holder text not null check (length(holder) between 1 and 120),
  language text not null,
  public_key bytea not null,
  wrapped_key bytea not null,
  wrap_salt bytea not null,
  wrap_iv bytea not null,
  iterations int not null,
  enrolled_at timestamptz not null,
  opened_at timestamptz,
  primary key (organisation_id, slot)
);

-- Each pack that was made; the content only of the newest one of a phone.
create table envelope_packs (
  organisation_id bigint not null,
  id bigint generated always as identity,
  slot int not null,
  enrolment int not null,
  built_at timestamptz not null,
  facts_sha256 text not null,
  -- Stands inside of the sealed pack: who says it has opened it.
  opening_word text not null,
  header text not null,
  ephemeral_key bytea,
  iv bytea,
  ciphertext bytea,
  fetched_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, slot) references envelope_phones (organisation_id, slot) on delete cascade
);
create index envelope_packs_phone on envelope_packs (organisation_id, slot, enrolment, id desc);

do $$
declare name text;
begin
  foreach name in array array['restore_tests', 'recovery_steps', 'envelope_people', 'envelope_suppliers', 'envelope_pages', 'envelope_phones', 'envelope_packs'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy member_all on %I to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    execute format('create policy engine_all on %I to salus_engine using (salus_organisation() is null or organisation_id = salus_organisation()) with check (salus_organisation() is null or organisation_id = salus_organisation())', name);
    execute format('grant select, insert, update, delete on %I to salus_member, salus_engine', name);
  end loop;
  foreach name in array array['restore_tests', 'envelope_phones', 'envelope_packs'] loop
    execute format('create policy centre_reads on %I for select to salus_centre using (true)', name);
  end loop;
end $$;

-- Tests are proof: the application may add and withdraw, never change or remove.
revoke update, delete on restore_tests from salus_member;
grant update (withdrawn_at) on restore_tests to salus_member;

-- The centre sees whether and how old, never what.
grant select (organisation_id, id, system_class, ended_at, outcome, withdrawn_at) on restore_tests to salus_centre;
grant select (organisation_id, slot, enrolment, enrolled_at, opened_at) on envelope_phones to salus_centre;
grant select (organisation_id, id, slot, enrolment, built_at, facts_sha256, fetched_at) on envelope_packs to salus_centre;
