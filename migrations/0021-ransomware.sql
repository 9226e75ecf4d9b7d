-- What public collections say of ransomware families. Imported by the operator; nothing of it is part of the program.

create table ransomware_sources (
  source text primary key check (source in ('notes', 'misp-galaxy')),
  -- Its name or first line, and the whole text: it is shown wherever the source is used.
  licence text not null check (length(licence) between 1 and 120),
  licence_text text not null check (length(licence_text) <= 20000),
  version text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  families int not null,
  notes int not null,
  skipped int not null,
  imported_at timestamptz not null
);

create table ransomware_families (
  source text not null references ransomware_sources (source) on delete cascade,
  position int not null,
  -- capabilities/ransomware/family.ts, FamilyEntry. Hostile text: shown as text, never linked.
  entry jsonb not null,
  primary key (source, position)
);

do $$
declare name text;
begin
  foreach name in array array['ransomware_sources', 'ransomware_families'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy all_read on %I for select to salus_member, salus_centre using (true)', name);
    execute format('create policy engine_all on %I to salus_engine using (true) with check (true)', name);
    execute format('grant select on %I to salus_member, salus_centre', name);
    execute format('grant select, insert, update, delete on %I to salus_engine', name);
  end loop;
end $$;
