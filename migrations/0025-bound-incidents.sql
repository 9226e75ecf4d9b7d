-- The engine bound to one member is closed to the rows of all others in every table that names an organisation, those of cases and help too.
-- SPDX-License-Identifier: EUPL-1.2
do $$
declare one record;
begin
  for one in
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.permissive = 'RESTRICTIVE' and 'salus_bound' = any(p.roles))
    order by c.relname
  loop
    execute format('create policy bound_to_one on %I as restrictive to salus_bound using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())', one.name);
  end loop;
end $$;
