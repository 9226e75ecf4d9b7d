-- Whose word counts when documents disagree, and what a hospital itself says about its own products.

-- Which advisory speaks of which vulnerability, in upper case, and whether it frees any product of it: the way from a
-- verdict to the documents that may overrule it.
create table spoken_vulnerabilities (
  advisory_id bigint not null,
  vulnerability text collate "C" not null,
  clears boolean not null,
  primary key (advisory_id, vulnerability)
);
create index spoken_vulnerabilities_vulnerability on spoken_vulnerabilities (vulnerability, advisory_id);

-- Of documents of before it is not known whether they free a product: they are read when somebody asks.
alter table advisory_vulnerabilities no force row level security;
insert into spoken_vulnerabilities (advisory_id, vulnerability, clears)
select distinct advisory_id, left(upper(coalesce(cve_id, vulnerability)), 200), true from advisory_vulnerabilities;
alter table advisory_vulnerabilities force row level security;

alter table spoken_vulnerabilities enable row level security;
alter table spoken_vulnerabilities force row level security;
create policy engine_all on spoken_vulnerabilities to salus_engine using (true) with check (true);
grant select, insert, update, delete on spoken_vulnerabilities to salus_engine;

-- What a hospital says about its own products: its supplier's answer, or a VEX document of its own. Valid for it alone.
create table member_vex_documents (
  organisation_id bigint not null references organisations (id) on delete cascade,
  id bigint generated always as identity,
  sha256 bytea not null,
  file_name text not null check (length(file_name) between 1 and 255),
  format text not null,
  publisher text not null,
  tracking_id text not null,
  title text not null,
  faults jsonb not null,
  -- As received, byte for byte: an explanation names a pointer into it and its hash.
  document bytea not null,
  reason text not null check (length(reason) between 1 and 2000),
  uploaded_by text not null,
  -- The name of then: the list stays readable when people leave.
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  withdrawn_by_name text,
  withdrawn_at timestamptz,
  primary key (organisation_id, id)
);
-- The same document counts once.
create unique index member_vex_documents_standing on member_vex_documents (organisation_id, sha256) where withdrawn_at is null;

-- The vulnerabilities, in upper case, of which a standing document frees some product.
create table member_vex_vulnerabilities (
  organisation_id bigint not null,
  document_id bigint not null,
  vulnerability text collate "C" not null,
  primary key (organisation_id, document_id, vulnerability),
  foreign key (organisation_id, document_id) references member_vex_documents (organisation_id, id) on delete cascade
);
create index member_vex_vulnerabilities_vulnerability on member_vex_vulnerabilities (vulnerability);

-- The verdicts that do not count for an organisation, because documents of its own free the product of all that the
-- advisory warns of. Kept by matching with the verdicts; alerts leave these out.
create table member_exemptions (
  organisation_id bigint not null references organisations (id) on delete cascade,
  advisory_id bigint not null,
  product_version_id bigint not null,
  -- For each vulnerability the document, the place in it, the status and the reason (capabilities/matching/exemption.ts).
  grounds jsonb not null,
  decided_at timestamptz not null,
  primary key (organisation_id, advisory_id, product_version_id)
);
create index member_exemptions_advisory on member_exemptions (advisory_id, product_version_id, organisation_id);
create index member_exemptions_version on member_exemptions (product_version_id);

do $$
declare name text;
begin
  foreach name in array array['member_vex_documents', 'member_vex_vulnerabilities', 'member_exemptions'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy engine_all on %I to salus_engine using ((select salus_organisation()) is null or organisation_id = (select salus_organisation())) with check ((select salus_organisation()) is null or organisation_id = (select salus_organisation()))', name);
    execute format('grant select, insert, update, delete on %I to salus_engine', name);
  end loop;
  foreach name in array array['member_vex_documents', 'member_exemptions'] loop
    execute format('create policy member_reads on %I for select to salus_member using (organisation_id = salus_organisation())', name);
    execute format('grant select on %I to salus_member', name);
  end loop;
end $$;
