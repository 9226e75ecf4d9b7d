-- Who owes what to whom by when, on which basis.

create table obligations (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  kind text not null,
  subject_type text not null,
  subject_id bigint not null,
  -- The dated rule that set the time, capabilities/obligations/rules, e.g. `alert-acknowledge/1`.
  basis text not null,
  starts_at timestamptz not null,
  due_at timestamptz not null,
  discharged_at timestamptz,
  discharged_by text,
  -- Ended without evidence because its subject was withdrawn or replaced.
  cancelled_at timestamptz,
  -- How far reminding went: 0 nobody, 1 reminded, 2 deputy told, 3 duty officer told.
  escalation int not null default 0,
  escalated_at timestamptz,
  primary key (organisation_id, id),
  check (due_at >= starts_at)
);
create unique index obligations_running on obligations (organisation_id, kind, subject_type, subject_id)
  where discharged_at is null and cancelled_at is null;
create index obligations_due on obligations (due_at) where discharged_at is null and cancelled_at is null;
create index obligations_subject on obligations (organisation_id, subject_type, subject_id);

alter table obligations enable row level security;
alter table obligations force row level security;
create policy member_all on obligations to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation());
create policy centre_reads on obligations for select to salus_centre using (true);
create policy engine_all on obligations to salus_engine using (salus_organisation() is null or organisation_id = salus_organisation()) with check (salus_organisation() is null or organisation_id = salus_organisation());
grant select, insert, update on obligations to salus_member;
grant select on obligations to salus_centre;
grant select, insert, update, delete on obligations to salus_engine;
