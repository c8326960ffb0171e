// Deliveries in which little changed, into records of several sizes: the time must follow the package.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copy } from './copies.js';
import { stop } from './processes.js';

const projects = 760;
const rows = 100;
const deliveries = 12;
const counted = 7;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** A folder that brings one table of the city's last delivery, filled anew. */
function folder(pack, last, name, table, text) {
  const path = join(pack, name);
  mkdirSync(path, { recursive: true });
  const description = JSON.parse(readFileSync(join(last, 'datapackage.json'), 'utf8'));
  description.resources = description.resources.filter((resource) => resource.name === table);
  delete description.resources[0].schema.foreignKeys;
  description.stadtstand.release = { kind: 'PUBLISHED', reason: name };
  writeFileSync(join(path, 'datapackage.json'), JSON.stringify(description));
  writeFileSync(join(path, `${table}.csv`), text);
}

/** So many deliveries of either kind, in turn: events alone, and the whole list of projects. */
function write(pack, last) {
  rmSync(pack, { recursive: true, force: true });
  const list = readFileSync(join(last, 'project.csv'), 'utf8').trimEnd().split('\n');
  const keys = list.slice(1).map((line) => line.split(',', 1)[0]);
  for (let n = 1; n <= deliveries; n++) {
    const events = Array.from({ length: rows }, (none, i) => `few-${n}-${i},${keys[(n * rows + i) % keys.length]},PILOT,2026-0${1 + (n % 9)}-1${i % 10},,${n},,`);
    folder(pack, last, `${String(n).padStart(2, '0')}-a-events`, 'project_status_change', `key,project,status,effective_on,reason_code,ordinal,source,note\n${events.join('\n')}\n`);
    const changed = list.map((line, i) => (i > 0 && i <= rows && line.endsWith(',') ? `${line}Fassung ${n}` : line));
    folder(pack, last, `${String(n).padStart(2, '0')}-b-list`, 'project', `${changed.join('\n')}\n`);
  }
}

/** The seconds of either kind, once the program has warmed up. */
async function deliver(server, options, name, pack) {
  const log = join(options.data, `server-${options.port + 9}`, 'log');
  writeFileSync(log, '');
  await stop(await server.start(name, { port: options.port + 9, packages: [pack], patience: 3600 }));
  const found = [...readFileSync(log, 'utf8').matchAll(/-(events|list): published as release \d+ in (\d+) ms/g)];
  return ['events', 'list'].map((kind) => {
    const times = found.filter(([, own]) => own === kind).map(([, , ms]) => Number(ms));
    if (times.length !== deliveries) {
      throw new Error(`${name}: not everything was published, see ${log}`);
    }
    return median(times.slice(-counted));
  });
}

/** The tables of both measurements, as lines. */
export async function few(server, database, options, say) {
  const lines = ['| the record holds | rows | 100 events alone, ms | the list of projects with 100 changed, ms |', '|---|--:|--:|--:|'];
  const pack = join(options.data, 'few');
  const measure = async (name, city, cities, what) => {
    if (!(await database.has(name))) {
      await database.sql('postgres', `create database ${name}`);
      const out = server.generate(name, { scale: 1, projects: city });
      await stop(await server.start(name, { port: options.port + 9, packages: [out], patience: 3600 }));
      if (cities > 1) {
        await copy(database, name, cities - 1);
      }
      await database.settle(name);
    }
    const out = join(options.data, `generated-${name}`);
    write(pack, join(out, readdirSync(out).sort().at(-1)));
    const copied = `${name}_few`;
    await database.sql('postgres', `drop database if exists ${copied}`);
    await database.sql('postgres', `create database ${copied} template ${name}`);
    const [{ count }] = await database.sql(copied, 'select count(*)::int as count from record');
    const [events, list] = await deliver(server, options, copied, pack);
    await database.sql('postgres', `drop database ${copied}`);
    lines.push(`| ${what} | ${count.toLocaleString('en')} | ${events} | ${list} |`);
    say(lines.at(-1));
  };
  for (const cities of [1, 10, 50]) {
    await measure(`few_${cities}_of_${projects}`, projects, cities, `${cities} ${cities === 1 ? 'city' : 'cities'} of ${projects} projects`);
  }
  for (const times of [5, 20]) {
    await measure(`few_1_of_${projects * times}`, projects * times, 1, `1 city of ${projects * times} projects`);
  }
  return lines;
}
