// A table of a million events of one city, taken home from this server and from PostgreSQL itself.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Database } from './database.js';
import { options as read } from './options.js';
import { peakMegabytes, run, stop, stopAll } from './processes.js';
import { Stadtstand } from './stadtstand.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const options = { ...read(), javaOptions: '-Xmx512m' };
const rows = 1_000_000;
const say = (text) => console.error(`export: ${text}`);

// As a delivery has it: keys for references, a date as exactly as it is known.
const columns = `
  select k.key, p.key as project, t.status,
    case when t.effective_on_from = t.effective_on_to then t.effective_on_from::text
      when t.effective_on_to - t.effective_on_from < 31 then to_char(t.effective_on_from, 'YYYY-MM')
      when t.effective_on_to - t.effective_on_from < 93 then to_char(t.effective_on_from, 'YYYY-"Q"Q')
      else to_char(t.effective_on_from, 'YYYY') end as effective_on,
    t.reason_code, t.ordinal, s.key as source, t.note
  from project_status_change t join record k on k.id = t.record
    left join record p on p.id = t.project left join record s on s.id = t.source
  where t.municipality = (select id from record where type = 1 and key = 'musterstadt')
    and t.since <= (select max(id) from release) and t.until > (select max(id) from release)
  order by t.record`;

// More history than a city has, in its newest release: each project changes its status every day.
const more = `
  with city as (select id from record where type = 1 and key = 'musterstadt'),
  named as (
    insert into record (municipality, type, key)
    select (select id from city), 53, 'more-' || n from generate_series(1, ${rows}) n returning id, key),
  projects as (select array_agg(record) as ids from project where municipality = (select id from city) and until = 2147483647),
  numbered as (select id, substr(key, 6)::int as n from named)
  insert into project_status_change
    (record, municipality, since, project, status, effective_on_from, effective_on_to, ordinal, source, note)
  select n.id, (select id from city), (select max(id) from release where municipality = (select id from city)),
    p.ids[1 + n.n % cardinality(p.ids)], (array['PLANNED', 'IN_PROGRESS', 'PILOT', 'COMPLETED'])[1 + n.n % 4],
    date '2015-01-01' + n.n % 3650, date '2015-01-01' + n.n % 3650, n.n / 380,
    (select record from source where municipality = (select id from city) limit 1),
    case when n.n % 3 = 0 then 'Änderung nach Beschluss des Lenkungskreises' end
  from numbered n cross join projects p;
  create table bench_loaded ();`;

async function load(database, server, name) {
  if (await database.has(name)) {
    const [{ loaded }] = await database.sql(name, "select to_regclass('bench_loaded') is not null as loaded");
    if (loaded) {
      return;
    }
    await database.sql('postgres', `drop database ${name}`);
  }
  say(`loading ${rows.toLocaleString('en')} events`);
  await database.sql('postgres', `create database ${name}`);
  await stop(await server.start(name, { port: options.port + 9, packages: [join(root, 'seed-data/musterstadt')], patience: 1800 }));
  await database.sql(name, more);
  await database.settle(name);
}

function seconds(command, args) {
  const begin = process.hrtime.bigint();
  run(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return Number(process.hrtime.bigint() - begin) / 1e9;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function main() {
  mkdirSync(options.data, { recursive: true });
  const database = new Database(options.data, options.port);
  const server = new Stadtstand(options, database);
  server.build();
  await database.start();
  try {
    await load(database, server, 'export');
    const process_ = await server.start('export', { port: options.port + 1 });
    const url = `http://127.0.0.1:${options.port + 1}/data/project_status_change.csv?municipality=musterstadt`;
    const psql = ['-X', '-q', '-h', '127.0.0.1', '-p', String(options.port), '-U', 'bench', '-d', 'export', '-c', `copy (${columns}) to stdout with (format csv, header true)`];
    const lines = Number(run('bash', ['-c', `curl -sf '${url}' | wc -l`]));
    if (lines <= rows) {
      throw new Error(`only ${lines} lines`);
    }
    const times = { copy: [], http: [] };
    for (let round = 0; round < options.rounds + 2; round++) {
      times.copy.push(seconds('psql', psql));
      times.http.push(seconds('curl', ['-sf', '-o', '/dev/null', url]));
    }
    const [copy, http] = [median(times.copy), median(times.http)];
    const heap = Number(/used (\d+)K/.exec(run(join(dirname(server.java), 'jcmd'), [String(process_.pid), 'GC.heap_info']))?.[1] ?? 0) / 1024;
    const table = [
      `| ${lines - 1} events as CSV | seconds | ratio |`,
      '|---|---|---|',
      `| COPY, read by psql | ${copy.toFixed(2)} | 1 |`,
      `| /data/project_status_change.csv, read by curl | ${http.toFixed(2)} | ${(copy / http).toFixed(2)} |`,
      '',
      `Heap at most 512 MB (-Xmx512m), ${heap.toFixed(0)} MB used at the end; peak memory of the process ${peakMegabytes(process_.pid).toFixed(0)} MB.`,
    ].join('\n');
    console.log(table);
    if (options.out) {
      writeFileSync(options.out, `${table}\n`);
    }
    await stop(process_);
  } finally {
    await stopAll();
    await database.stop();
  }
}

await main();
