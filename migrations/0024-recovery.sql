-- The recovery board of a case: how far each system is, and how long each clinical service can do without its systems.

-- What somebody said of a system; the last row of a system counts. Append-only.
create table incident_recovery (
  organisation_id bigint not null,
  incident_id bigint not null,
  id bigint generated always as identity,
  -- As the hospital calls it: in its restore tests, in its order, or only here.
  system text not null check (length(system) between 1 and 120),
  state text not null check (state in ('waiting', 'restoring', 'checked', 'back')),
  note text check (length(note) between 1 and 1000),
  -- From the form: sent twice, it counts once.
  command_id text not null check (length(command_id) between 8 and 80),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (organisation_id, id),
  unique (organisation_id, incident_id, command_id),
  foreign key (organisation_id, incident_id) references incidents (organisation_id, id) on delete cascade
);
create index incident_recovery_case on incident_recovery (organisation_id, incident_id, id);

-- Said by people of the service, not worked out; the last row of a service counts. Append-only.
create table incident_tolerances (
  organisation_id bigint not null,
  incident_id bigint not null,
  id bigint generated always as identity,
  service text not null check (length(service) between 1 and 60),
  hours double precision not null check (hours >= 0 and hours <= 2160),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, incident_id) references incidents (organisation_id, id) on delete cascade
);
create index incident_tolerances_service on incident_tolerances (organisation_id, service, id);

do $$
declare name text;
begin
  foreach name in array array['incident_recovery', 'incident_tolerances'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy member_all on %I to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    execute format('create policy engine_all on %I to salus_engine using (salus_organisation() is null or organisation_id = salus_organisation()) with check (salus_organisation() is null or organisation_id = salus_organisation())', name);
    execute format('grant select, insert on %I to salus_member, salus_engine', name);
    execute format('create trigger %I before update on %I for each row execute function refuse_change()', name || '_append_only', name);
  end loop;
end $$;
