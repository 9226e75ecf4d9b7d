-- What a hospital is told and how it answers: one alert for each member and advisory.

create table alerts (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  advisory_id bigint not null,
  state text not null check (state in ('new', 'acknowledged', 'in-progress', 'remediated', 'risk-accepted', 'not-applicable', 'withdrawn')),
  -- The best the engine can say over all its assets.
  answer text not null check (answer in ('affected', 'cannot_tell')),
  urgency text not null check (urgency in ('act-now', 'this-week', 'next-maintenance', 'watch')),
  urgency_path jsonb not null,
  affected_assets int not null,
  unsure_assets int not null,
  -- Known to be exploited when the hospital was last told.
  exploited boolean not null,
  remediation_fingerprint bytea not null,
  raised_at timestamptz not null,
  -- The last time the hospital was told something new about it.
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  -- The one-line difference that opened it again.
  reopened_because text,
  acknowledged_at timestamptz,
  acknowledged_by bigint,
  applies text check (applies in ('yes', 'some', 'no', 'unknown')),
  assignee text,
  answered_at timestamptz,
  reason text,
  accepted_until date,
  closed_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, advisory_id)
);
create index alerts_advisory on alerts (advisory_id, organisation_id);
create index alerts_open on alerts (organisation_id, opened_at desc) where closed_at is null;

alter table alerts enable row level security;
alter table alerts force row level security;
create policy member_all on alerts to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation());
create policy centre_reads on alerts for select to salus_centre using (true);
create policy engine_all on alerts to salus_engine using (salus_organisation() is null or organisation_id = salus_organisation()) with check (salus_organisation() is null or organisation_id = salus_organisation());
grant select, update on alerts to salus_member;
grant select on alerts to salus_centre;
grant select, insert, update, delete on alerts to salus_engine;
