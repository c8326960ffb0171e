// A workload's question in the three forms in which it is asked, with values filled in or left open.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What can be asked about: the first cities, and the LeiKa keys of their services. */
export async function subjects(database, name, limit) {
  const cities = await database.sql(
    name,
    `select m.record as id, k.key as city, (
       select array_agg(value order by value) from (
         select i.value from identifier i
         where i.scheme = 'LEIKA' and i.municipality = m.record and i.until = 2147483647
         group by i.value having count(*) = 1) single) as leikas
     from municipality m join record k on k.id = m.record
     where m.until = 2147483647 order by m.record limit $1`,
    [limit],
  );
  await database.sql(
    name,
    `drop table if exists bench_city, bench_leika;
     create table bench_city (c int primary key, id int not null);
     create table bench_leika (c int, n int, value text not null, primary key (c, n))`,
  );
  for (const [c, city] of cities.entries()) {
    await database.sql(name, 'insert into bench_city values ($1, $2)', [c, city.id]);
    await database.sql(
      name,
      'insert into bench_leika select $1, n - 1, value from unnest($2::text[]) with ordinality v(value, n)',
      [c, city.leikas],
    );
  }
  return cities;
}

const day = ([first], offset) => new Date(Date.parse(first) + offset * 86_400_000).toISOString().slice(0, 10);

const pick = (count) => Math.floor(Math.random() * count);

/** One set of values for every placeholder. */
export function sample(workload, cities) {
  const city = cities[pick(cities.length)];
  const values = { id: city.id, city: city.city, leika: city.leikas[pick(city.leikas.length)] };
  for (const [name, range] of Object.entries(workload.days ?? {})) {
    values[name] = day(range, pick(range[1]));
  }
  if (workload.span) {
    values.to = day([values.from], workload.span);
  }
  for (const [name, choices] of Object.entries(workload.choices ?? {})) {
    values[name] = choices[pick(choices.length)];
  }
  return values;
}

const body = (form) => JSON.stringify({ query: form.query, variables: form.variables })
  .replaceAll('"%id%"', '%id%')
  .replaceAll('"%after%"', '%after%');

export const filled = (form, values) => body(form).replace(/%(\w+)%/g, (placeholder, name) => values[name] ?? null);

/** The statement as pgbench runs it, which chooses the values itself. */
export function script(workload, cities) {
  const lines = [`\\set c random(0, ${cities.length - 1})`, `\\set l random(0, ${Math.min(...cities.map((c) => c.leikas.length)) - 1})`];
  let sql = workload.sql
    .replaceAll(/:id\b/g, '(select id from bench_city where c = cast(:c as int))')
    .replaceAll(/:leika\b/g, '(select value from bench_leika where c = cast(:c as int) and n = cast(:l as int))');
  for (const [name, [first, count]] of Object.entries(workload.days ?? {})) {
    lines.push(`\\set ${name}_n random(0, ${count - 1})`);
    sql = sql.replaceAll(new RegExp(`:${name}\\b`, 'g'), `(date '${first}' + cast(:${name}_n as int))`);
  }
  if (workload.span) {
    const [first] = workload.days.from;
    sql = sql.replaceAll(/:to\b/g, `(date '${first}' + cast(:from_n as int) + ${workload.span})`);
  }
  for (const [name, choices] of Object.entries(workload.choices ?? {})) {
    lines.push(`\\set ${name}_n random(1, ${choices.length})`);
    sql = sql.replaceAll(new RegExp(`:${name}\\b`, 'g'), `(array['${choices.join("', '")}'])[cast(:${name}_n as int)]`);
  }
  return `${lines.join('\n')}\n${sql};\n`;
}

/** The statement with values of our own choice. */
export function statement(workload, values) {
  const quoted = (value) => (typeof value === 'number' ? String(value) : `'${value}'`);
  return workload.sql.replaceAll(/(?<!:):(\w+)/g, (placeholder, name) => quoted(values[name]));
}

/** Writes what wrk asks, for ask.lua. */
export function write(folder, workload, form, cities) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'question.json'), workload.fixed ? filled(form, sample(workload, cities)) : body(form));
  const list = (values) => `{${values.map((value) => JSON.stringify(value)).join(', ')}}`;
  const listed = cities.map((c) => `{id = ${c.id}, city = ${JSON.stringify(c.city)}, leikas = ${list(c.leikas)}}`);
  const days = Object.entries(workload.days ?? {}).map(
    ([name, range]) => `${name}s = ${list(Array.from({ length: range[1] }, (unused, offset) => day(range, offset)))}`,
  );
  const choices = Object.entries(workload.choices ?? {}).map(([name, values]) => `${name}s = ${list(values)}`);
  const parts = [`cities = {${listed.join(',\n')}}`, `span = ${workload.span ?? 'nil'}`, ...days, ...choices];
  writeFileSync(join(folder, 'values.lua'), `return {${parts.join(',\n')}}\n`);
}
