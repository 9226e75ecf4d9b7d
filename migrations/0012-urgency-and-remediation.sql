-- What urgency also looks at (EPSS, exploit maturity of CVSS vectors), and how far each asset is with each vulnerability.

-- The newest value of each CVE; a value that stays the same is not written again, so `score_date` is when it became so.
create table epss_scores (
  cve_id text primary key,
  probability float8 not null check (probability between 0 and 1),
  percentile float8 not null check (percentile between 0 and 1),
  -- Above the thresholds of capabilities/advisories/epss-thresholds.json; kept until it falls below the lower ones.
  is_high boolean not null,
  score_date timestamptz not null,
  recorded_at timestamptz not null
);

-- Which daily files were taken in: an older one that arrives late changes nothing.
create table epss_releases (
  score_date timestamptz primary key,
  model_version text,
  scores int not null,
  written int not null,
  recorded_at timestamptz not null
);

do $$
declare name text;
begin
  foreach name in array array['epss_scores', 'epss_releases'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy engine_all on %I to salus_engine using (true) with check (true)', name);
    execute format('create policy everyone_reads on %I for select to salus_member, salus_centre using (true)', name);
    execute format('grant select, insert, update, delete on %I to salus_engine', name);
    execute format('grant select on %I to salus_member, salus_centre', name);
  end loop;
end $$;

alter table feeds drop constraint feeds_kind_check;
alter table feeds add constraint feeds_kind_check check (kind in ('csaf-provider', 'kev', 'epss'));

-- What the vectors say of known exploits, standards/cvss/metrics.ts; only the gravest vector itself is kept beside it.
alter table advisory_vulnerabilities add column exploit_maturity text check (exploit_maturity in ('none', 'poc', 'active'));
update advisory_vulnerabilities v set exploit_maturity = (array['none', 'poc', 'active'])[said.maturity]
from (
  select a.id as advisory_id, one->>'key' as vulnerability,
    max(case when vector ~ '^CVSS:4\.0/(.*/)?E:A(/|$)' then 3
      when vector ~ '/E:(P|POC|F|H)\)?(/|$)' then 2
      when vector ~ '/E:U\)?(/|$)' then 1 end) as maturity
  from advisories a
    cross join lateral jsonb_array_elements(coalesce(a.content->'vulnerabilities', '[]')) one
    cross join lateral jsonb_array_elements(coalesce(one->'scores', '[]')) score
    cross join lateral (select score->>'cvssVector' as vector) s
  group by 1, 2) said
where said.advisory_id = v.advisory_id and said.vulnerability = v.vulnerability and said.maturity is not null;

-- How far a hospital is with one vulnerability of one advisory on one asset (CSAF 2.1, conformance clauses 13 and 17).
create table remediation_marks (
  organisation_id bigint not null references organisations (id) on delete cascade,
  advisory_id bigint not null,
  asset_id bigint not null,
  -- As the advisory calls it; the empty text is an advisory that names none.
  vulnerability text not null,
  status text not null check (status in ('not-remediated', 'in-progress', 'done')),
  -- Of the advisory when it was marked: what was done for another fix says nothing about this one.
  remediation_fingerprint bytea not null,
  marked_by text not null,
  marked_at timestamptz not null,
  primary key (organisation_id, advisory_id, asset_id, vulnerability),
  foreign key (organisation_id, asset_id) references assets (organisation_id, id) on delete cascade
);
alter table remediation_marks enable row level security;
alter table remediation_marks force row level security;
create policy member_all on remediation_marks to salus_member using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation());
create policy engine_all on remediation_marks to salus_engine using (salus_organisation() is null or organisation_id = salus_organisation()) with check (salus_organisation() is null or organisation_id = salus_organisation());
grant select, insert, update, delete on remediation_marks to salus_member, salus_engine;
