-- As in 0010, but in a language whose statements are planned with their values: on a cluster (docs/decisions/0012) a
-- function in plain SQL may not ask tables that are spread over the servers by its parameter.
create or replace function members_by_alias_key(keys text[]) returns table (alias_key text, members bigint) language plpgsql stable as $$
#variable_conflict use_column
begin
  return query select p.alias_key, count(distinct a.organisation_id)
    from products p join product_versions v on v.product_id = p.id join assets a on a.product_version_id = v.id and a.gone_at is null
    where p.alias_key = any(keys) and p.in_inventories
    group by p.alias_key;
end $$;
