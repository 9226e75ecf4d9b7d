-- What each hospital runs: the most sensitive data here, a map of every hospital's weaknesses.

create table imports (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  file_name text not null check (length(file_name) between 1 and 255),
  format text,
  -- `devices`, or `sbom:` and the system that it describes; known once the file is read.
  list text,
  describes text check (length(describes) between 1 and 200),
  -- Whether what is not in the file is gone, or nothing is said about it.
  covers text not null check (covers in ('whole', 'part')),
  -- reading -> (mapping ->) comparing -> compared -> storing -> stored; failed and discarded end it.
  state text not null check (state in ('reading', 'mapping', 'comparing', 'compared', 'storing', 'stored', 'failed', 'discarded')),
  created_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  rows_total int not null default 0,
  rows_done int not null default 0,
  -- How often this state's work was begun: a file that ends the process again and again is given up.
  attempts int not null default 0,
  mapping jsonb,
  -- Of a spreadsheet: sheet, rows, columns, fingerprint of its headings.
  table_facts jsonb,
  -- added, changed, unchanged, gone, rejected, and which facts changed how often.
  summary jsonb,
  faults jsonb not null default '[]',
  -- The inventory's revision that the difference was made against.
  compared_with bigint,
  primary key (organisation_id, id)
);

-- The file in pieces, until the import has ended: a file of 50 MB is never in one field.
create table import_files (
  organisation_id bigint not null,
  import_id bigint not null,
  piece int not null,
  content bytea not null,
  primary key (organisation_id, import_id, piece),
  foreign key (organisation_id, import_id) references imports (organisation_id, id) on delete cascade
);

create table import_rows (
  organisation_id bigint not null,
  import_id bigint not null,
  number int not null,
  outcome text not null check (outcome in ('added', 'changed', 'gone', 'rejected')),
  place text not null,
  asset_id bigint,
  recognised_by text,
  -- The facts as they will be (added, changed) or were (gone), what they were before (changed), or the fault (rejected).
  facts jsonb,
  before jsonb,
  fault jsonb,
  primary key (organisation_id, import_id, number),
  foreign key (organisation_id, import_id) references imports (organisation_id, id) on delete cascade
);
create index import_rows_outcome on import_rows (organisation_id, import_id, outcome, number);

create table import_mappings (
  organisation_id bigint not null references organisations (id) on delete cascade,
  header_fingerprint text not null,
  mapping jsonb not null,
  remembered_at timestamptz not null,
  primary key (organisation_id, header_fingerprint)
);

-- Counts the changes of an inventory; its row is the lock that keeps two writers of one inventory apart.
create table inventory_revisions (
  organisation_id bigint primary key references organisations (id) on delete cascade,
  revision bigint not null
);

create table assets (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  -- By what a re-import recognises the asset: a hash over its list and the file's own identifier, or over what never changes.
  recognised_by text not null,
  -- The list that it came by; null where a person entered it.
  list text,
  product_version_id bigint not null references product_versions (id),
  external_id text,
  name text,
  vendor text,
  product text,
  model text,
  version text,
  serial text,
  udi_di text,
  purl text,
  cpe text,
  site text,
  environment text,
  network_exposure text check (network_exposure in ('internet', 'hospital-network', 'isolated', 'offline')),
  clinical_role text check (clinical_role in ('life-supporting', 'diagnostic', 'records', 'support', 'office')),
  -- Whether the naming is enough to be compared with advisories: what coverage counts.
  matchable text not null check (matchable in ('yes', 'needs-version', 'needs-product')),
  source text not null check (source in ('import', 'form')),
  import_id bigint,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Missing from the newest list; watched until somebody confirms.
  missing_since timestamptz,
  gone_at timestamptz,
  -- What lists are sorted by.
  title text not null generated always as (left(lower(coalesce(name, model, product, purl, cpe, udi_di, vendor, '?')), 200)) stored,
  primary key (organisation_id, id),
  unique (organisation_id, recognised_by)
);
create index assets_fan_out on assets (product_version_id, organisation_id) where gone_at is null;
create index assets_by_title on assets (organisation_id, title, id) where gone_at is null;

do $$
declare name text;
begin
  foreach name in array array['imports', 'import_files', 'import_rows', 'import_mappings', 'inventory_revisions', 'assets'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy engine_all on %I to salus_engine using (salus_organisation() is null or organisation_id = salus_organisation()) with check (salus_organisation() is null or organisation_id = salus_organisation())', name);
    execute format('create policy member_all on %I to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', name);
    execute format('grant select, insert, update, delete on %I to salus_engine', name);
  end loop;
end $$;
grant select, insert, update, delete on imports, import_files, import_rows, import_mappings to salus_member;
-- Assets change only through the engine's rights, in the transaction that also matches them.
grant select on assets, inventory_revisions to salus_member;
