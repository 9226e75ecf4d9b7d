-- Products as anybody names them, their versions, and what advisories say about them. None of it is member data:
-- which organisation runs which product version stands in assets.

-- One row for each distinct naming, on the inventory's or on the advisory's side.
create table products (
  id bigint generated always as identity primary key,
  -- SHA-256 of the naming; identifies once.
  fingerprint bytea not null unique,
  -- The naming itself, capabilities/matching/product-name.ts.
  naming jsonb not null,
  -- Hidden from matching until its keys are stored: is it named by inventories, by advisories, or by both?
  in_inventories boolean not null default false,
  in_advisories boolean not null default false
);

-- Blocking keys: two namings can only be the same product if they share one. A naming known on both sides stands
-- twice, so that the search for the other side never meets its own.
create table product_keys (
  identity_key text collate "C" not null,
  side text not null check (side in ('inventory', 'advisory')),
  product_id bigint not null references products (id) on delete cascade,
  primary key (identity_key, side, product_id)
);
create index product_keys_product on product_keys (product_id, side);

-- Decided once for each pair of namings: is the inventory's product the advisory's product?
create table product_links (
  stated_product_id bigint not null references products (id) on delete cascade,
  inventory_product_id bigint not null references products (id) on delete cascade,
  identity_grade text not null check (identity_grade in ('exact-identifier', 'confirmed-alias', 'name-similarity')),
  method text not null,
  certainty text not null check (certainty in ('certain', 'unsure')),
  steps jsonb not null,
  primary key (stated_product_id, inventory_product_id)
);
create index product_links_inventory on product_links (inventory_product_id);

create table product_versions (
  id bigint generated always as identity primary key,
  product_id bigint not null references products (id),
  -- The version as written; the empty text is "not stated".
  version text not null default '',
  environment text not null default '',
  -- What the judge looks at, capabilities/matching/product-name.ts `InventoryLike`.
  item jsonb not null,
  scheme text not null,
  -- Byte order is version order within the scheme; null where the key alone cannot rule a range out (narrow.ts).
  version_key bytea,
  unique (product_id, version, environment)
);
create index product_versions_key on product_versions (product_id, scheme, version_key);

-- What an advisory says of a product, only as far as it narrows the search; the judge reads the document itself.
create table statements (
  id bigint generated always as identity primary key,
  advisory_id bigint not null,
  product_id bigint not null references products (id),
  scheme text not null,
  -- Its ranges cannot rule a version out: all versions, unreadable, or decided by more than the version (narrow.ts).
  always_a_candidate boolean not null
);
create index statements_advisory on statements (advisory_id);
create index statements_product on statements (product_id);

-- Half-open: low <= version_key < high; the empty low and the high 0xFF are unbounded.
create table statement_ranges (
  statement_id bigint not null references statements (id) on delete cascade,
  product_id bigint not null,
  scheme text not null,
  low bytea not null,
  high bytea not null
);
create index statement_ranges_statement on statement_ranges (statement_id);

-- The engine's answer for one advisory and one product version, with what decided it.
create table verdicts (
  advisory_id bigint not null,
  product_version_id bigint not null references product_versions (id) on delete cascade,
  answer text not null check (answer in ('affected', 'not_affected', 'cannot_tell')),
  identity_grade text not null,
  range_grade text not null,
  vulnerabilities text[] not null,
  explanation jsonb not null,
  decided_at timestamptz not null,
  primary key (advisory_id, product_version_id)
);
create index verdicts_product_version on verdicts (product_version_id, advisory_id);

-- Which revision of an advisory the statements and verdicts above were made from.
create table matched_advisories (
  advisory_id bigint primary key,
  revision_id bigint not null,
  matched_at timestamptz not null
);

do $$
declare name text;
begin
  foreach name in array array['products', 'product_keys', 'product_links', 'product_versions', 'statements', 'statement_ranges', 'verdicts', 'matched_advisories'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy everyone_reads on %I for select to salus_member, salus_centre using (true)', name);
    execute format('create policy engine_all on %I to salus_engine using (true) with check (true)', name);
    execute format('grant select on %I to salus_member, salus_centre', name);
    execute format('grant select, insert, update, delete on %I to salus_engine', name);
  end loop;
end $$;
-- Statements take their number before they are inserted, so that their ranges can name it.
grant usage on sequence statements_id_seq to salus_engine;
