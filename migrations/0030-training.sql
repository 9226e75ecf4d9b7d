-- Courses: class codes, attempts that nobody but the learner sees, figures of five people and more, and the keys of certificates.
-- SPDX-License-Identifier: EUPL-1.2

-- What the centre plans for all members at once; organisation_id is the centre's.
create table training_campaigns (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  course_key text not null check (length(course_key) between 1 and 80),
  label text not null check (length(label) between 1 and 120),
  until timestamptz not null,
  members int not null check (members >= 0),
  -- The same form sent twice is one campaign.
  form_token text not null check (length(form_token) between 8 and 100),
  made_at timestamptz not null,
  made_by text not null,
  made_by_name text not null,
  primary key (organisation_id, id),
  unique (organisation_id, form_token)
);

-- A class is a code on a sheet of paper; with people of the house to remind it is a campaign of that house.
create table training_classes (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  course_key text not null check (length(course_key) between 1 and 80),
  -- `self`: the standing one of a course, for whoever starts it from a page of the house.
  kind text not null check (kind in ('class', 'self', 'campaign')),
  label text check (length(label) between 1 and 120),
  code text not null check (code ~ '^[BCDFGHJKMNPQRSTVWXZ]{8}$'),
  language text not null check (length(language) between 2 and 8),
  until timestamptz,
  -- Accounts of the house that are reminded to hang up the sheet; empty for a campaign of the centre: its leads.
  people bigint[] not null default '{}',
  -- How many of the reminders have been asked to be sent.
  told_steps int not null default 0,
  campaign_id bigint,
  form_token text check (length(form_token) between 8 and 100),
  made_at timestamptz not null,
  made_by text not null,
  made_by_name text not null,
  closed_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, form_token),
  check ((kind = 'self') = (label is null)),
  check (kind = 'self' or until is not null)
);
create index training_classes_code on training_classes (code);
create unique index training_classes_self on training_classes (organisation_id, course_key) where kind = 'self';
create index training_classes_open on training_classes (until) where closed_at is null and kind <> 'self';

-- One try at a course by somebody without a name; deleted after days (capabilities/training/retention.ts). No member and no centre may read it.
create table training_learners (
  organisation_id bigint not null,
  id bigint generated always as identity,
  class_id bigint not null,
  token_hash bytea not null,
  round int not null default 1,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  finished_at timestamptz,
  passed_at timestamptz,
  right_answers int,
  certificates int not null default 0,
  primary key (organisation_id, id),
  foreign key (organisation_id, class_id) references training_classes (organisation_id, id) on delete cascade
);
create index training_learners_token on training_learners (organisation_id, token_hash);
create index training_learners_seen on training_learners (seen_at);

create table training_answers (
  organisation_id bigint not null,
  learner_id bigint not null,
  round int not null,
  question text not null check (length(question) between 1 and 80),
  choice text not null check (length(choice) between 1 and 80),
  primary key (organisation_id, learner_id, round, question),
  foreign key (organisation_id, learner_id) references training_learners (organisation_id, id) on delete cascade
);

-- How a try ended, without the try: waits until five of a class ended alike. No member and no centre may read it.
create table training_outcomes (
  organisation_id bigint not null,
  id bigint generated always as identity,
  class_id bigint not null,
  outcome text not null check (outcome in ('passed', 'finished', 'started')),
  ended_on date not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, class_id) references training_classes (organisation_id, id) on delete cascade
);
create index training_outcomes_class on training_outcomes (organisation_id, class_id);

-- All that a house and the centre ever see: groups of at least five who ended alike. Append-only.
create table training_releases (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  course_key text not null check (length(course_key) between 1 and 80),
  -- Null: left over from several classes that are past.
  class_id bigint,
  outcome text not null check (outcome in ('passed', 'finished', 'started')),
  people int not null check (people >= 5),
  -- The first day of the month in which the group became whole.
  month date not null check (extract(day from month) = 1),
  released_at timestamptz not null,
  primary key (organisation_id, id)
);
create index training_releases_course on training_releases (organisation_id, course_key, id);

-- One row for each course that a house teaches: what its obligation to renew hangs on.
create table training_renewals (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  course_key text not null check (length(course_key) between 1 and 80),
  due_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, course_key)
);

do $$
declare name text;
declare member_writes constant text[] := array['training_classes'];
declare member_reads constant text[] := array['training_releases', 'training_renewals'];
declare closed constant text[] := array['training_learners', 'training_answers', 'training_outcomes', 'training_campaigns'];
begin
  foreach name in array member_writes || member_reads || closed loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy engine_all on %I to salus_engine using (true) with check (true)', name);
    execute format('create policy bound_to_one on %I as restrictive to salus_bound using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    execute format('grant select, insert on %I to salus_engine', name);
  end loop;
  foreach name in array member_writes || member_reads loop
    execute format('create policy member_all on %I to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    execute format('grant select on %I to salus_member', name);
  end loop;
  foreach name in array array['training_releases', 'training_campaigns'] loop
    execute format('create policy centre_reads on %I for select to salus_centre using (true)', name);
    execute format('grant select on %I to salus_centre', name);
  end loop;
end $$;
grant insert, update on training_classes to salus_member;
grant update on training_classes, training_learners, training_renewals to salus_engine;
grant delete on training_learners, training_answers, training_outcomes to salus_engine;
create trigger training_releases_append_only before update on training_releases for each row execute function refuse_change();

-- The keys with which the centre signs certificates; the private part is sealed with the installation's secret.
create table training_keys (
  kid text primary key check (length(kid) between 1 and 500),
  public_key jsonb not null,
  sealed bytea not null,
  made_at timestamptz not null,
  -- Signs no more; certificates made with it still count, so it is never deleted.
  retired_at timestamptz
);
alter table training_keys enable row level security;
alter table training_keys force row level security;
create policy engine_all on training_keys to salus_engine using (true) with check (true);
grant select, insert, update on training_keys to salus_engine;
