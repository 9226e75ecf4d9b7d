-- Guidance: ten-minute tasks that were done, purchases with what is asked for, and the sheets on which suppliers answer.
-- SPDX-License-Identifier: EUPL-1.2

-- A tick at a ten-minute task, or its taking back; the last row of a task counts. Append-only.
create table task_done (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  measure text not null check (length(measure) between 1 and 80),
  task text not null check (length(task) between 1 and 80),
  is_done boolean not null,
  note text check (length(note) between 1 and 1000),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (organisation_id, id)
);
create index task_done_measure on task_done (organisation_id, measure, id);

-- Something the house means to buy; what it is stands in its revisions. Append-only.
create table purchases (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  -- The same form sent twice is one purchase.
  form_token text not null check (length(form_token) between 8 and 100),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (organisation_id, id),
  unique (organisation_id, form_token)
);

-- The last one counts. Append-only.
create table purchase_revisions (
  organisation_id bigint not null,
  purchase_id bigint not null,
  id bigint generated always as identity,
  name text not null check (length(name) between 1 and 200),
  kinds text[] not null check (cardinality(kinds) between 1 and 10),
  supplier text check (length(supplier) between 1 and 200),
  -- yes, no or unknown for each thing it may touch.
  touches jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, purchase_id) references purchases (organisation_id, id) on delete cascade
);
create index purchase_revisions_of on purchase_revisions (organisation_id, purchase_id, id);

-- What somebody left out of the list and why, or took in again; the last row of an item counts. Append-only.
create table purchase_choices (
  organisation_id bigint not null,
  purchase_id bigint not null,
  id bigint generated always as identity,
  item text not null check (length(item) between 1 and 80),
  -- Null: it is asked for after all.
  left_out_because text check (length(left_out_because) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, purchase_id) references purchases (organisation_id, id) on delete cascade
);
create index purchase_choices_of on purchase_choices (organisation_id, purchase_id, id);

-- The questions of one purchase as one supplier gets them. Append-only: a supplier answers what was asked then.
create table supplier_sheets (
  organisation_id bigint not null,
  purchase_id bigint not null,
  id bigint generated always as identity,
  supplier text not null check (length(supplier) between 1 and 200),
  language text not null check (length(language) between 2 and 8),
  questions text[] not null check (cardinality(questions) between 1 and 100),
  form_token text not null check (length(form_token) between 8 and 100),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (organisation_id, id),
  unique (organisation_id, form_token),
  foreign key (organisation_id, purchase_id) references purchases (organisation_id, id) on delete cascade
);
create index supplier_sheets_of on supplier_sheets (organisation_id, purchase_id, id);

-- Links by which a supplier opens its sheet without an account. The secret is stored nowhere.
create table supplier_sheet_links (
  organisation_id bigint not null,
  sheet_id bigint not null,
  id bigint generated always as identity,
  token_hash bytea not null,
  until timestamptz not null,
  revoked_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (organisation_id, id),
  unique (organisation_id, token_hash),
  foreign key (organisation_id, sheet_id) references supplier_sheets (organisation_id, id) on delete cascade
);
create index supplier_sheet_links_of on supplier_sheet_links (organisation_id, sheet_id, id);

-- Every saving whole, so that nothing that was answered is ever lost; the last row counts. Append-only.
create table supplier_sheet_revisions (
  organisation_id bigint not null,
  sheet_id bigint not null,
  id bigint generated always as identity,
  step text not null check (step in ('saved', 'handed-in', 'reopened')),
  answers jsonb not null,
  contact_name text check (length(contact_name) between 1 and 200),
  contact_reach text check (length(contact_reach) between 1 and 200),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, sheet_id) references supplier_sheets (organisation_id, id) on delete cascade
);
create index supplier_sheet_revisions_of on supplier_sheet_revisions (organisation_id, sheet_id, id);

-- Bills of materials that a supplier handed in, and tries that could not be read: those without content. Append-only.
create table supplier_files (
  organisation_id bigint not null,
  sheet_id bigint not null,
  id bigint generated always as identity,
  file_name text not null check (length(file_name) between 1 and 255),
  bytes int not null check (bytes >= 0),
  format text,
  format_version text,
  components int not null default 0,
  faults int not null default 0,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, sheet_id) references supplier_sheets (organisation_id, id) on delete cascade,
  check ((content is null) = (format is null))
);
create index supplier_files_of on supplier_files (organisation_id, sheet_id, id);

-- Which import into the inventory came of a file. Append-only.
create table supplier_file_imports (
  organisation_id bigint not null,
  file_id bigint not null,
  id bigint generated always as identity,
  import_id bigint not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, file_id) references supplier_files (organisation_id, id) on delete cascade
);
create index supplier_file_imports_of on supplier_file_imports (organisation_id, file_id, id);

-- Whether the house took a fact that a sheet proposed. Append-only.
create table supplier_fact_decisions (
  organisation_id bigint not null,
  sheet_id bigint not null,
  id bigint generated always as identity,
  fact text not null check (length(fact) between 2 and 80),
  value text not null check (length(value) between 1 and 80),
  is_taken boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, sheet_id) references supplier_sheets (organisation_id, id) on delete cascade
);
create index supplier_fact_decisions_of on supplier_fact_decisions (organisation_id, sheet_id, id);

do $$
declare name text;
declare appended constant text[] := array['task_done', 'purchases', 'purchase_revisions', 'purchase_choices', 'supplier_sheets',
  'supplier_sheet_revisions', 'supplier_files', 'supplier_file_imports', 'supplier_fact_decisions'];
begin
  foreach name in array appended || array['supplier_sheet_links'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy member_all on %I to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    execute format('create policy engine_all on %I to salus_engine using (salus_organisation() is null or organisation_id = salus_organisation()) with check (salus_organisation() is null or organisation_id = salus_organisation())', name);
    execute format('create policy bound_to_one on %I as restrictive to salus_bound using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    execute format('grant select, insert on %I to salus_member, salus_engine', name);
  end loop;
  foreach name in array appended loop
    execute format('create trigger %I before update on %I for each row execute function refuse_change()', name || '_append_only', name);
  end loop;
end $$;
-- A link can be taken back; nothing else of it changes.
grant update (revoked_at) on supplier_sheet_links to salus_member;
