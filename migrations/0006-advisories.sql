-- What is published: documents, their revisions, exploited vulnerabilities, and the feeds they come by.

create table advisories (
  id bigint generated always as identity primary key,
  publisher text not null,
  tracking_id text not null,
  format text not null,
  state text not null check (state in ('published', 'draft', 'withdrawn', 'rejected')),
  title text not null,
  tlp text,
  language text,
  version text not null,
  published_at timestamptz,
  revised_at timestamptz,
  revision_id bigint not null,
  validity text not null check (validity in ('valid', 'invalid')),
  -- standards/advisory `Advisory` without its statements: what pages show.
  content jsonb not null,
  faults jsonb not null default '[]',
  -- SHA-256 of what is to be done and for which versions: alerts open again only when it changes.
  remediation_fingerprint bytea not null,
  has_fix boolean not null,
  first_recorded_at timestamptz not null,
  recorded_at timestamptz not null,
  is_example boolean not null default false,
  unique (publisher, tracking_id)
);
create index advisories_recorded on advisories (recorded_at desc, id desc);
create index advisories_tracking_id on advisories (upper(tracking_id));

create table advisory_revisions (
  id bigint generated always as identity primary key,
  advisory_id bigint not null references advisories (id) on delete cascade deferrable initially deferred,
  version text not null,
  sha256 bytea not null,
  source text not null,
  recorded_at timestamptz not null,
  -- As received, byte for byte: an explanation names a pointer into it and its hash.
  document bytea not null,
  unique (advisory_id, version, sha256)
);
create index advisory_revisions_sha256 on advisory_revisions (sha256);

create table advisory_vulnerabilities (
  advisory_id bigint not null references advisories (id) on delete cascade,
  vulnerability text not null,
  cve_id text,
  base_score float8,
  cvss_vector text,
  exploitation text,
  automatable boolean,
  primary key (advisory_id, vulnerability)
);
create index advisory_vulnerabilities_cve on advisory_vulnerabilities (cve_id);

create table kev_entries (
  cve_id text primary key,
  date_added date not null,
  due_date date,
  vulnerability_name text not null,
  required_action text,
  known_ransomware boolean not null,
  -- Release of the catalogue that said so: an older one arriving late changes nothing.
  released_at timestamptz not null,
  recorded_at timestamptz not null
);

-- Documents that could not be read as an advisory at all, kept with the reason.
create table quarantined_documents (
  id bigint generated always as identity primary key,
  sha256 bytea not null unique,
  name text not null,
  source text not null,
  faults jsonb not null,
  bytes bigint not null,
  document bytea,
  recorded_at timestamptz not null
);

create table feeds (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('csaf-provider', 'kev')),
  name text not null unique,
  url text not null,
  enabled boolean not null default false,
  interval_seconds int not null check (interval_seconds between 60 and 604800),
  state jsonb not null default '{}',
  last_attempt_at timestamptz,
  last_success_at timestamptz,
  newest_document_at timestamptz,
  next_attempt_at timestamptz not null,
  failures int not null default 0,
  created_at timestamptz not null
);

-- What a feed has listed and what came of fetching it.
create table feed_documents (
  feed_id bigint not null references feeds (id) on delete cascade,
  url text not null,
  -- The instant that the list gave for its last change; null where lists give none.
  listed_at timestamptz,
  fetched_at timestamptz,
  etag text,
  failures int not null default 0,
  next_attempt_at timestamptz not null,
  primary key (feed_id, url)
);

create table feed_faults (
  id bigint generated always as identity primary key,
  feed_id bigint not null references feeds (id) on delete cascade,
  at timestamptz not null,
  url text not null,
  code text not null,
  detail text not null,
  remedy text not null
);
create index feed_faults_feed on feed_faults (feed_id, id desc);

do $$
declare name text;
begin
  foreach name in array array['advisories', 'advisory_revisions', 'advisory_vulnerabilities', 'kev_entries', 'quarantined_documents', 'feeds', 'feed_documents', 'feed_faults'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy centre_all on %I to salus_centre using (true) with check (true)', name);
    execute format('create policy engine_all on %I to salus_engine using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to salus_engine', name);
    execute format('grant select on %I to salus_centre', name);
  end loop;
  foreach name in array array['advisories', 'advisory_revisions', 'advisory_vulnerabilities', 'kev_entries'] loop
    execute format('create policy member_reads on %I for select to salus_member using (true)', name);
    execute format('grant select on %I to salus_member', name);
  end loop;
end $$;
grant insert, update, delete on feeds to salus_centre;
grant delete on quarantined_documents to salus_centre;
-- Advisories and revisions name each other, so the engine draws the numbers of revisions beforehand.
grant usage on sequence advisory_revisions_id_seq to salus_engine;
