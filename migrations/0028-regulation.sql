-- Which duties applied when, and what a house said about keeping to them. Both append-only, closed to the centre.
-- SPDX-License-Identifier: EUPL-1.2

-- The answers as they were told, each time they changed; the newest of a subject counts.
create table duty_outcomes (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  -- A duty of the catalogue, or `nis2.entity-class`.
  subject text not null check (length(subject) between 2 and 80),
  outcome text not null check (length(outcome) between 2 and 40),
  -- The tables that decided, with their versions: `nis2-duties 1.0.0`.
  decided_by text[] not null,
  noted_at timestamptz not null,
  noted_by text not null,
  primary key (organisation_id, id)
);
create index duty_outcomes_subject on duty_outcomes (organisation_id, subject, id desc);

-- "We keep to it", with who said so and what shows it; the newest of a duty counts.
create table duty_acceptances (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  duty text not null check (length(duty) between 2 and 80),
  said text not null check (said in ('kept', 'not-kept')),
  evidence text check (length(evidence) between 1 and 2000),
  -- When it is looked at again; none where it was taken back.
  review_at timestamptz,
  said_at timestamptz not null,
  said_by text not null,
  said_by_name text not null,
  primary key (organisation_id, id),
  check ((said = 'kept') = (evidence is not null))
);
create index duty_acceptances_duty on duty_acceptances (organisation_id, duty, id desc);

do $$
declare name text;
begin
  foreach name in array array['duty_outcomes', 'duty_acceptances'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy member_all on %I to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    execute format('create policy engine_all on %I to salus_engine using (true) with check (true)', name);
    execute format('create policy bound_to_one on %I as restrictive to salus_bound using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    execute format('grant select, insert on %I to salus_member, salus_engine', name);
    execute format('create trigger %I before update on %I for each row execute function refuse_change()', name || '_append_only', name);
  end loop;
end $$;
