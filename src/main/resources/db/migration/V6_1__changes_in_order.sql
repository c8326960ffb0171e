-- What a release brought and ended, in the order of records: the feed of changes and the comparison
-- of releases read along these indexes and stop where the page ends, however much else the release
-- holds. They take the place of those on since and until alone.
do $$
declare
  name text;
begin
  for name in
    select c.table_name from information_schema.columns c
    where c.table_schema = current_schema() and c.column_name in ('record', 'since', 'until', 'source')
    group by c.table_name having count(*) = 4
  loop
    execute format('create index on %I (since, record)', name);
    execute format('create index on %I (until, record) where until < 2147483647', name);
    execute format('drop index if exists %I', name || '_since_idx');
    execute format('drop index if exists %I', name || '_until_idx');
  end loop;
end
$$;
