// More cities without importing them: copies of the imported one, with numbers of their own.

const open = 2147483647;

// Whole numbers that name neither a record nor a release.
const figures = new Set([
  'type', 'number', 'ordinal', 'position', 'year', 'count', 'claimed', 'maturity_level', 'rules',
  'times_rescheduled', 'slippage_days', 'times_downgraded', 'opened', 'closed', 'withdrawn', 'total', 'online',
  'version', 'weight',
]);
const releases = new Set(['since', 'release', 'revokes']);

// What others name by number comes first.
const first = ['record', 'release', 'search_word'];

function value(table, column, type) {
  if (type === 'int4range') {
    return `int4range(lower(${column}) + c * o.releases, upper(${column}) + c * o.releases)`;
  }
  if (column === 'until') {
    return `case when until = ${open} then ${open} else until + c * o.releases end`;
  }
  if (releases.has(column) || (table === 'release' && column === 'id')) {
    return `${column} + c * o.releases`;
  }
  if (table === 'search_word' ? column === 'id' : column === 'word' && type === 'int4') {
    return `${column} + c * o.words`;
  }
  if (type === '_int4') {
    return `array(select number + c * o.records from unnest(${table}.${column}) number)`;
  }
  if (type === 'int4' && !figures.has(column)) {
    return `${column} + c * o.records`;
  }
  if (table === 'municipality' && ['ags', 'ars'].includes(column)) {
    return `overlay(${column} placing lpad(c::text, 5, '0') from 3)`;
  }
  if (table === 'record' && column === 'key') {
    return `case when id = municipality then key || '-' || lpad(c::text, 4, '0') else key end`;
  }
  return column;
}

/** Adds so many cities to the one that is there; their deliveries, whose digests are unique, are left out. */
export async function copy(database, name, copies) {
  const columns = await database.sql(
    name,
    `select c.table_name as table, c.column_name as column, c.udt_name as type
     from information_schema.columns c
     where c.table_schema = 'public' and c.table_name <> 'delivery' and c.is_generated = 'NEVER'
       and (c.is_identity = 'NO' or c.table_name in ('record', 'release', 'search_word'))
       and (c.table_name = 'release' or exists (
         select from information_schema.columns m where m.table_schema = 'public'
           and m.table_name = c.table_name and m.column_name = 'municipality'))
     order by c.table_name, c.ordinal_position`,
  );
  await database.sql(
    name,
    `drop table if exists bench_offset;
     create table bench_offset as select (select max(id) from record) as records, (select max(id) from release) as releases,
       (select max(id) from search_word) as words`,
  );
  const tables = Map.groupBy(columns, (column) => column.table);
  for (const table of [...first, ...[...tables.keys()].filter((t) => !first.includes(t))]) {
    const own = tables.get(table);
    const names = own.map(({ column }) => `"${column}"`).join(', ');
    const values = own.map(({ column, type }) => value(table, column, type)).join(', ');
    await database.sql(
      name,
      `insert into ${table} (${names}) ${first.includes(table) ? 'overriding system value' : ''}
       select ${values} from ${table}, bench_offset o, generate_series(1, ${copies}) c order by c`,
    );
  }
  await database.sql(
    name,
    `select setval(pg_get_serial_sequence('record', 'id'), (select max(id) from record)),
       setval(pg_get_serial_sequence('release', 'id'), (select max(id) from release)),
       setval(pg_get_serial_sequence('search_word', 'id'), (select max(id) from search_word))`,
  );
}
