-- The centre's own items in versions, and of each member: what it chose to do, what it asked for, and what came of it.
-- SPDX-License-Identifier: EUPL-1.2
create sequence catalogue_item_numbers;

-- Items that the centre wrote itself; a change is a new version, a retired one too. Append-only, no member data.
create table catalogue_items (
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 80),
  version int not null check (version >= 1),
  state text not null check (state in ('offered', 'retired')),
  -- capabilities/catalogue/own-item.ts, OwnContent.
  content jsonb not null,
  at timestamptz not null,
  by text not null,
  by_name text not null,
  primary key (key, version)
);
create trigger catalogue_items_append_only before update on catalogue_items for each row execute function refuse_change();
grant select, insert on catalogue_items to salus_centre;
grant select on catalogue_items to salus_member, salus_engine;
grant usage on sequence catalogue_item_numbers to salus_centre;

-- What a house decided about an item; the newest row of an item counts. Append-only.
create table item_choices (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  item_key text not null check (length(item_key) between 1 and 80),
  item_version text not null check (length(item_version) between 1 and 40),
  choice text not null check (choice in ('planned', 'done', 'put-off', 'not-for-us', 'open')),
  -- By when it is planned, or until when it is put off.
  until timestamptz,
  reason text check (length(reason) between 1 and 1000),
  at timestamptz not null,
  by text not null,
  by_name text not null,
  primary key (organisation_id, id),
  check ((choice in ('planned', 'put-off')) = (until is not null)),
  check (choice not in ('put-off', 'not-for-us') or reason is not null)
);
create index item_choices_of on item_choices (organisation_id, item_key, id desc);

create table item_requests (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  item_key text not null check (length(item_key) between 1 and 80),
  item_version text not null check (length(item_version) between 1 and 40),
  -- `external`: asked for elsewhere; the member notes it here, and nobody at the centre has to answer.
  via text not null check (via in ('centre', 'external')),
  state text not null check (state in ('asked', 'taken', 'promised', 'delivered', 'closed', 'declined', 'withdrawn')),
  text text check (length(text) between 1 and 4000),
  contact_name text not null check (length(contact_name) between 1 and 200),
  contact_phone text check (length(contact_phone) between 3 and 60),
  -- The same form sent twice is one request.
  form_token text not null check (length(form_token) between 8 and 100),
  -- Of the member at that moment, for counting demand: the facts themselves stay in the house.
  country text not null check (length(country) = 2),
  house_size text check (house_size in ('practice', 'clinic', 'hospital')),
  pillars text[] not null check (cardinality(pillars) between 1 and 4),
  asked_at timestamptz not null,
  asked_by_name text not null,
  -- By when the centre has promised a first answer; null where it promised none.
  due_at timestamptz,
  told_steps int not null default 0,
  told_at timestamptz,
  taken_at timestamptz,
  taken_by bigint,
  taken_by_name text,
  promised_for timestamptz,
  outcome text check (outcome in ('yes', 'partly', 'no')),
  ended_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, form_token),
  check (state <> 'promised' or promised_for is not null),
  check ((state = 'closed') = (outcome is not null)),
  check ((state in ('closed', 'declined', 'withdrawn')) = (ended_at is not null))
);
create index item_requests_open on item_requests (due_at) where state in ('asked', 'taken');

-- What happened to a request, step by step. Append-only.
create table item_request_steps (
  organisation_id bigint not null,
  request_id bigint not null,
  id bigint generated always as identity,
  step text not null check (length(step) between 1 and 40),
  state text not null,
  note text check (length(note) between 1 and 2000),
  at timestamptz not null,
  by text not null,
  by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, request_id) references item_requests (organisation_id, id) on delete cascade
);
create index item_request_steps_of on item_request_steps (organisation_id, request_id, id);

do $$
declare name text;
begin
  foreach name in array array['item_choices', 'item_requests', 'item_request_steps'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy member_all on %I to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    execute format('create policy engine_all on %I to salus_engine using (salus_organisation() is null or organisation_id = salus_organisation()) with check (salus_organisation() is null or organisation_id = salus_organisation())', name);
    execute format('create policy bound_to_one on %I as restrictive to salus_bound using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    execute format('grant select, insert on %I to salus_member, salus_engine', name);
  end loop;
  foreach name in array array['item_choices', 'item_request_steps'] loop
    execute format('create trigger %I before update on %I for each row execute function refuse_change()', name || '_append_only', name);
  end loop;
end $$;
grant update on item_requests to salus_member, salus_engine;
-- The centre's queue; what it does to a request it does as that member. What a house chose stays in the house.
create policy centre_reads on item_requests for select to salus_centre using (true);
grant select on item_requests to salus_centre;
