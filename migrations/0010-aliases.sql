-- What people at the centre decided about names of products, what hospitals propose, and the queue of open pairs.

-- Vendor and product in letters and digits only (capabilities/matching/alias.ts); null in rows of before, filled before use.
alter table products add column alias_key text collate "C";
create index products_alias_key on products (alias_key);

create index product_links_unsure on product_links (stated_product_id, inventory_product_id) where certainty = 'unsure';

-- A name of inventories and a name of advisories that may be one product: what is put before a person, once.
create table alias_pairs (
  id bigint generated always as identity primary key,
  inventory_key text collate "C" not null,
  stated_key text collate "C" not null,
  -- As they were written when the pair was found: {"vendor", "product", "model"}.
  inventory_name jsonb not null,
  stated_name jsonb not null,
  -- Why it waits: the engine is unsure, or the names look alike and nothing links them; null once neither holds.
  found_as text check (found_as in ('unsure', 'similar')),
  created_at timestamptz not null,
  -- What depends on it, counted from time to time: members that run it, live advisories, those of them that are attacked.
  members int not null default 0,
  advisories int not null default 0,
  exploited int not null default 0,
  counted_at timestamptz,
  -- The decision that stands; null while the pair is open.
  decision_id bigint,
  unique (inventory_key, stated_key)
);
create index alias_pairs_stated on alias_pairs (stated_key);
create index alias_pairs_decided on alias_pairs (decision_id) where decision_id is not null;

-- Every decision ever made about a pair; taking one back is a decision too.
create table alias_decisions (
  id bigint generated always as identity primary key,
  pair_id bigint not null references alias_pairs (id),
  answer text not null check (answer in ('same', 'member', 'different', 'taken-back')),
  reason text not null check (length(reason) between 1 and 2000),
  decided_by text not null,
  -- The name of then: the list of decisions stays readable when people leave.
  decided_by_name text not null,
  decided_at timestamptz not null
);
create index alias_decisions_pair on alias_decisions (pair_id, id);
alter table alias_pairs add foreign key (decision_id) references alias_decisions (id);
create trigger alias_decisions_append_only before update or delete on alias_decisions for each row execute function refuse_change();
create trigger alias_decisions_no_truncate before truncate on alias_decisions for each statement execute function refuse_change();

-- A hospital says that one of its assets is the product of another name; the centre decides.
create table alias_proposals (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  pair_id bigint not null references alias_pairs (id),
  asset_id bigint not null,
  organisation_name text not null,
  words text not null check (length(words) between 1 and 2000),
  proposed_by text not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  primary key (organisation_id, id)
);
create index alias_proposals_pair on alias_proposals (pair_id);
create index alias_proposals_asset on alias_proposals (organisation_id, asset_id);

-- Which namings were compared with the other side for names that look alike.
create table alias_searches (
  product_id bigint not null references products (id) on delete cascade,
  side text not null check (side in ('inventory', 'advisory')),
  searched_at timestamptz not null,
  primary key (product_id, side)
);

do $$
declare name text;
begin
  foreach name in array array['alias_pairs', 'alias_decisions', 'alias_proposals', 'alias_searches'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
  foreach name in array array['alias_pairs', 'alias_decisions', 'alias_searches'] loop
    execute format('create policy engine_all on %I to salus_engine using (true) with check (true)', name);
    execute format('create policy centre_reads on %I for select to salus_centre using (true)', name);
    execute format('grant select on %I to salus_centre', name);
  end loop;
end $$;
grant select, insert, update on alias_pairs, alias_searches to salus_engine;
grant select, insert on alias_decisions to salus_engine;

create policy engine_all on alias_proposals to salus_engine using (salus_organisation() is null or organisation_id = salus_organisation()) with check (salus_organisation() is null or organisation_id = salus_organisation());
create policy centre_reads on alias_proposals for select to salus_centre using (true);
create policy member_reads on alias_proposals for select to salus_member using (organisation_id = salus_organisation());
grant select, insert, delete on alias_proposals to salus_engine;
grant select on alias_proposals to salus_centre, salus_member;

-- A member learns what became of its own proposals, and nothing of any other pair or of who else runs it.
create policy member_reads on alias_pairs for select to salus_member
  using (exists (select from alias_proposals p where p.pair_id = alias_pairs.id and p.organisation_id = salus_organisation()));
create policy member_reads on alias_decisions for select to salus_member
  using (exists (select from alias_proposals p where p.pair_id = alias_decisions.pair_id and p.organisation_id = salus_organisation()));
grant select (id, stated_name, decision_id) on alias_pairs to salus_member;
grant select (id, pair_id, answer, reason, decided_at) on alias_decisions to salus_member;

-- How many members run something of each name: a figure for ordering the queue, never who. Called with the engine's
-- rights and without an organisation; for everybody else row-level security leaves nothing to count.
create function members_by_alias_key(keys text[]) returns table (alias_key text, members bigint) language sql stable as $$
  select p.alias_key, count(distinct a.organisation_id)
  from products p join product_versions v on v.product_id = p.id join assets a on a.product_version_id = v.id and a.gone_at is null
  where p.alias_key = any(keys) and p.in_inventories
  group by p.alias_key
$$;
