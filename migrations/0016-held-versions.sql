-- The fan-out's rows hold how many assets run a version and their standing in one number, so that a row takes 44 bytes and not
-- 52. That pays for pages of the index that are not full: an inventory writes to thousands of pages, and split each of them.

alter table installed_versions rename to installed_before;
create table installed_versions (
  organisation_id bigint not null,
  product_version_id int not null,
  -- The count times 2048, and the bits of capabilities/assets/standing.ts.
  held int not null
);
insert into installed_versions (organisation_id, product_version_id, held)
  select organisation_id, product_version_id, (least(assets, 1048575) << 11) | standing from installed_before;
drop table installed_before;
alter table installed_versions add primary key (product_version_id, organisation_id) include (held) with (fillfactor = 90);
alter table installed_versions enable row level security;
alter table installed_versions force row level security;
create policy engine_all on installed_versions to salus_engine using (true) with check (true);
create policy bound_to_one on installed_versions as restrictive to salus_bound
  using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation());
grant select, insert, update, delete on installed_versions to salus_engine;
