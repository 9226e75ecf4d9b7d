-- Runs of playbooks: what people did, step by step, for ever; and playbooks that the centre took over from others.

create table playbook_runs (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  -- What the run is for: an incident, an exercise.
  subject_type text not null check (length(subject_type) between 1 and 40),
  subject_id bigint not null,
  playbook_key text not null,
  playbook_version text not null,
  -- The playbook with its words in every language as it was at the start: a later edition changes no run.
  playbook jsonb not null,
  -- An exercise or a trial; never told to anybody outside.
  simulated boolean not null,
  started_at timestamptz not null,
  started_by_name text not null,
  -- The number of the newest event; raising it is what makes two commands wait for each other.
  event_count int not null,
  ended_at timestamptz,
  primary key (organisation_id, id)
);
create index playbook_runs_subject on playbook_runs (organisation_id, subject_type, subject_id, id);

create table playbook_run_events (
  organisation_id bigint not null,
  run_id bigint not null,
  -- 1, 2, 3 … within the run, without gaps.
  number int not null check (number >= 1),
  -- Chosen by the sender: the same command twice is one event.
  command_id text not null check (length(command_id) between 1 and 80),
  kind text not null check (kind in ('started', 'taken', 'completed', 'answered', 'noted', 'reopened', 'ended')),
  step_id text,
  result text,
  note text check (length(note) <= 4000),
  at timestamptz not null,
  -- Null: somebody without an account.
  person_id bigint,
  -- The name and part of then: the run stays readable when people leave.
  person_name text not null check (length(person_name) between 1 and 200),
  person_role text not null check (length(person_role) between 1 and 80),
  primary key (organisation_id, run_id, number),
  unique (organisation_id, run_id, command_id),
  foreign key (organisation_id, run_id) references playbook_runs (organisation_id, id) on delete cascade
);

do $$
declare name text;
begin
  foreach name in array array['playbook_runs', 'playbook_run_events'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy member_all on %I to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    -- The engine acts for one organisation: who may see a run is decided by the matter that it belongs to.
    execute format('create policy engine_all on %I to salus_engine using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    execute format('grant select, insert on %I to salus_member, salus_engine', name);
  end loop;
end $$;
-- A run moves on by its events alone, and events are never changed or taken away.
grant update (event_count, ended_at) on playbook_runs to salus_member, salus_engine;
-- Deleting is for the example centre, whose organisations go with everything they have: so only changes are refused here.
create trigger playbook_run_events_append_only before update on playbook_run_events for each row execute function refuse_change();

-- CACAO documents that the centre took over, byte for byte.
create table imported_playbooks (
  id bigint generated always as identity primary key,
  cacao_id text not null,
  name text not null,
  language text not null,
  -- TLP 2.0; null: not marked.
  tlp text,
  modified text not null,
  document bytea not null,
  sha256 bytea not null unique,
  -- What the reader had to say of it.
  remarks jsonb not null,
  imported_at timestamptz not null,
  imported_by text not null,
  imported_by_name text not null,
  -- Members may see and start it.
  offered boolean not null,
  withdrawn_at timestamptz,
  check (not offered or tlp is null or tlp not in ('TLP:RED', 'TLP:AMBER+STRICT'))
);
alter table imported_playbooks enable row level security;
alter table imported_playbooks force row level security;
create policy centre_all on imported_playbooks to salus_centre using (true) with check (true);
create policy member_reads on imported_playbooks for select to salus_member using (offered and withdrawn_at is null);
create policy engine_reads on imported_playbooks for select to salus_engine using (true);
grant select, insert, update (offered, withdrawn_at) on imported_playbooks to salus_centre;
grant select on imported_playbooks to salus_member, salus_engine;
