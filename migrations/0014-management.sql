-- What a management system keeps of a document beside what it says: facts to find and sort it by, who has read it, what
-- the centre says about it, and that it was deleted (CSAF 2.1, conformance clause 12).

alter table advisories
  add column category text,
  add column publisher_category text,
  add column publisher_namespace text,
  add column aggregate_severity text,
  add column tracking_status text,
  add column revision_summary text,
  add column max_base_score float8,
  -- Sort as people count and ignore cases and accents (capabilities/advisories/search-words.ts).
  add column tracking_key text collate "C" not null default '',
  add column version_key text collate "C" not null default '',
  add column cve_key text collate "C" not null default '',
  add column product_key text collate "C" not null default '',
  add column vendor_key text collate "C" not null default '',
  add column product_version_key text collate "C" not null default '',
  add column severity_key text collate "C" not null default '0',
  add column title_words text not null default '',
  add column publisher_words text not null default '',
  add column product_words text not null default '',
  add column history_words text not null default '',
  add column other_words text not null default '',
  -- Three signs in a row of each word, as numbers: what holds all parts of a question may hold the question.
  add column word_parts int[] not null default '{}',
  add column words_cut boolean not null default false,
  -- Which edition of the rules these columns come from; rows of before are read again by a job.
  add column catalogue_edition int not null default 0,
  -- A deleted document counts as withdrawn in `state`; what its publisher says of it stays in `content`. Its revisions
  -- stay too: explanations of verdicts name a place in them and their hash.
  add column deleted_at timestamptz,
  add column deleted_by text,
  add column deleted_by_name text,
  add column deleted_because text;

create index advisories_words on advisories using gin (word_parts);
create index advisories_catalogue on advisories (catalogue_edition, id);
create index advisories_released on advisories ((coalesce(revised_at, '-infinity'::timestamptz)), id);
create index advisories_title on advisories ((left(lower(title), 200)) collate "C", id);
create index advisories_publisher on advisories ((left(lower(publisher), 200)) collate "C", id);
create index advisories_score on advisories ((coalesce(max_base_score, -1)), id);
create index advisories_severity on advisories (severity_key, id);
create index advisories_product on advisories (product_key, id);
create index advisories_deleted on advisories (deleted_at) where deleted_at is not null;

-- A person has read one revision; a newer one is unread again.
create table advisory_reads (
  person_id bigint not null,
  advisory_id bigint not null references advisories (id) on delete cascade,
  revision_id bigint not null,
  read_at timestamptz not null,
  primary key (person_id, advisory_id)
);
create index advisory_reads_advisory on advisory_reads (advisory_id);

-- Nothing is removed: rights let the application add a comment, and mark it as retracted.
create table advisory_comments (
  id bigint generated always as identity primary key,
  advisory_id bigint not null references advisories (id) on delete cascade,
  -- The version that was in use when it was written.
  version text not null,
  text text not null check (length(text) between 1 and 4000),
  written_by bigint not null,
  -- The name of then: the thread stays readable when people leave.
  written_by_name text not null,
  written_at timestamptz not null,
  retracted_at timestamptz
);
create index advisory_comments_advisory on advisory_comments (advisory_id, id);

do $$
declare name text;
begin
  foreach name in array array['advisory_reads', 'advisory_comments'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy centre_all on %I to salus_centre using (true) with check (true)', name);
  end loop;
end $$;
grant select, insert, update, delete on advisory_reads to salus_centre;
grant select, insert, update (retracted_at) on advisory_comments to salus_centre;
