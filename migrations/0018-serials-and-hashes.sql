-- What a publisher restricts to single pieces (serial numbers) or names by its files (hashes).

-- Patterns for LIKE over the serial number's key (assets/store/installed.ts); null where the verdict is about every piece.
-- A number that is not known fits: only a known one that fits none takes its asset out.
alter table verdicts add column serials text[];
create index verdicts_by_serial on verdicts (product_version_id, advisory_id) where serials is not null;
create index verdicts_of_serials on verdicts (advisory_id) where serials is not null;

-- Two builds of one version are two product versions where their files are known: a digest of the hashes, else the empty text.
alter table product_versions add column files text not null default '';
alter table product_versions drop constraint product_versions_product_id_version_environment_key;
alter table product_versions add unique (product_id, version, environment, files);

-- `sha256:ab12…`, only of algorithms by which a file cannot be forged (matching/file-hash.ts).
create table product_version_hashes (
  hash_key text not null,
  product_version_id bigint not null references product_versions (id) on delete cascade,
  primary key (hash_key, product_version_id)
);
create index product_version_hashes_version on product_version_hashes (product_version_id);

create table statement_hashes (
  hash_key text not null,
  statement_id bigint not null references statements (id) on delete cascade,
  primary key (hash_key, statement_id)
);
create index statement_hashes_statement on statement_hashes (statement_id);

do $$
declare name text;
begin
  foreach name in array array['product_version_hashes', 'statement_hashes'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy engine_all on %I to salus_engine using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to salus_engine', name);
  end loop;
end $$;

-- The hashes that a row of an SBOM states, until it is stored.
alter table import_rows add column hashes jsonb;
