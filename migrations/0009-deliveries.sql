-- Messages sent on a channel: the intent is a row before the act, the outcome is recorded after it.

create table deliveries (
  organisation_id bigint not null,
  id bigint generated always as identity,
  channel text not null check (channel in ('mail')),
  kind text not null,
  -- Nothing twice: the same occasion for the same recipient has the same key.
  occasion text not null,
  recipient text not null,
  language text not null,
  subject_type text,
  subject_id bigint,
  content jsonb not null,
  urgent boolean not null default false,
  created_at timestamptz not null,
  not_before timestamptz not null,
  state text not null default 'pending' check (state in ('pending', 'sending', 'sent', 'failed')),
  attempts int not null default 0,
  last_attempt_at timestamptz,
  sent_at timestamptz,
  message_id text,
  problem text,
  primary key (organisation_id, id),
  unique (organisation_id, occasion, recipient)
);
create index deliveries_due on deliveries (not_before) where state in ('pending', 'sending');
create index deliveries_subject on deliveries (organisation_id, subject_type, subject_id);

alter table deliveries enable row level security;
alter table deliveries force row level security;
create policy member_reads on deliveries for select to salus_member using (organisation_id = salus_organisation());
create policy centre_reads on deliveries for select to salus_centre using (true);
create policy engine_all on deliveries to salus_engine using (salus_organisation() is null or organisation_id = salus_organisation()) with check (salus_organisation() is null or organisation_id = salus_organisation());
create policy identity_writes on deliveries for insert to salus_identity with check (true);
-- Not the content: it may hold a sign-in link.
grant select (organisation_id, id, channel, kind, occasion, recipient, language, subject_type, subject_id, urgent, created_at, not_before, state, attempts, last_attempt_at, sent_at)
  on deliveries to salus_member, salus_centre;
grant select, insert, update, delete on deliveries to salus_engine;
grant insert on deliveries to salus_identity;
