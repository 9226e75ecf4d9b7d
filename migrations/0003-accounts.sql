-- People, their roles in organisations, and how they sign in.

create table persons (
  id bigint generated always as identity primary key,
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 200),
  language text not null,
  theme text not null default 'device' check (theme in ('device', 'light', 'dark')),
  password_hash text,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  -- The last time step used: a code counts once (RFC 6238, 5.2).
  totp_last_step bigint,
  disabled_at timestamptz,
  created_at timestamptz not null
);

create table memberships (
  organisation_id bigint not null references organisations (id) on delete cascade,
  person_id bigint not null references persons (id) on delete cascade,
  role text not null check (role in ('reader', 'responder', 'lead', 'duty-officer', 'administrator')),
  created_at timestamptz not null,
  primary key (organisation_id, person_id)
);
create index memberships_person on memberships (person_id);

create table sessions (
  token_hash bytea primary key,
  person_id bigint not null references persons (id) on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- A session that still owes the second factor may only give it.
  awaits_totp boolean not null default false,
  -- Password and mailbox together may replace a lost second factor; the mailbox alone may not.
  began_with text not null check (began_with in ('password', 'link', 'invitation'))
);
create index sessions_person on sessions (person_id);

create table sign_in_links (
  token_hash bytea primary key,
  person_id bigint not null references persons (id) on delete cascade,
  purpose text not null check (purpose in ('sign-in', 'recover-second-factor')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table sign_in_attempts (
  id bigint generated always as identity primary key,
  subject_hash bytea not null,
  at timestamptz not null
);
create index sign_in_attempts_subject on sign_in_attempts (subject_hash, at);

create table invitations (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  email text not null,
  role text not null check (role in ('reader', 'responder', 'lead', 'duty-officer', 'administrator')),
  token_hash bytea not null unique,
  invited_by bigint,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organisation_id, id)
);

alter table persons enable row level security;
alter table persons force row level security;
create policy identity_all on persons to salus_identity using (true) with check (true);
create policy member_reads_colleagues on persons for select to salus_member
  using (exists (select from memberships m where m.person_id = persons.id and m.organisation_id = salus_organisation()));
create policy centre_reads on persons for select to salus_centre using (true);
create policy engine_all on persons to salus_engine using (true) with check (true);
grant select, insert, update on persons to salus_identity;
grant select (id, email, name, language, disabled_at) on persons to salus_member, salus_centre;
grant select (id, email, name, language, disabled_at, created_at), delete on persons to salus_engine;

alter table memberships enable row level security;
alter table memberships force row level security;
create policy identity_all on memberships to salus_identity using (true) with check (true);
create policy member_reads on memberships for select to salus_member using (organisation_id = salus_organisation());
create policy centre_reads on memberships for select to salus_centre using (true);
create policy engine_all on memberships to salus_engine using (salus_organisation() is null or organisation_id = salus_organisation()) with check (salus_organisation() is null or organisation_id = salus_organisation());
grant select, insert, update, delete on memberships to salus_identity;
grant select on memberships to salus_member, salus_centre;
grant select, delete on memberships to salus_engine;

alter table sessions enable row level security;
alter table sessions force row level security;
create policy identity_all on sessions to salus_identity using (true) with check (true);
grant select, insert, update, delete on sessions to salus_identity;

alter table sign_in_links enable row level security;
alter table sign_in_links force row level security;
create policy identity_all on sign_in_links to salus_identity using (true) with check (true);
grant select, insert, update, delete on sign_in_links to salus_identity;

alter table sign_in_attempts enable row level security;
alter table sign_in_attempts force row level security;
create policy identity_all on sign_in_attempts to salus_identity using (true) with check (true);
grant select, insert, delete on sign_in_attempts to salus_identity;

alter table invitations enable row level security;
alter table invitations force row level security;
create policy identity_all on invitations to salus_identity using (true) with check (true);
create policy member_all on invitations to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation());
create policy centre_all on invitations to salus_centre using (true) with check (true);
grant select, insert, update on invitations to salus_identity, salus_member, salus_centre;
