// What publishing costs: whole cities beside a plain COPY of the same files, and deliveries in which
// little changed, in records of several sizes.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Database } from './database.js';
import { few } from './few.js';
import { options as read } from './options.js';
import { cpuSeconds, pause, stop, stopAll } from './processes.js';
import { copyAll, folders, prepare } from './plain.js';
import { Stadtstand } from './stadtstand.js';

const options = read();
const say = (text) => console.error(`import: ${text}`);

// Java runs slowly at first; a server that imports every day has that behind it.
const warming = 6;
const small = 380;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const sum = (values) => values.reduce((a, b) => a + b, 0);

/** Small cities, of which the first warm up, and after them the one of this size, if it is larger. */
function packages(server, projects) {
  const cities = server.generate(`cities-of-${small}`, { scale: warming + 20, projects: small });
  const all = readdirSync(cities).sort().map((city) => join(cities, city));
  return projects === small
    ? { warm: all.slice(0, warming), measured: all.slice(warming) }
    : { warm: all.slice(0, warming), measured: [server.generate(`city-of-${projects}`, { scale: 1, projects })] };
}

/** What the server says of each release, once the first so many packages are published. */
async function releases(log, after) {
  for (;;) {
    const found = [...readFileSync(log, 'utf8').matchAll(/ ([^ /]+)\/[^ /]+: published as release (\d+) in (\d+) ms/g)];
    if (found.length >= after) {
      return found.slice(after).map(([, pack, number, ms]) => ({ pack, number: Number(number), seconds: Number(ms) / 1000 }));
    }
    await pause(20);
  }
}

const processor = (database) => ({ java: cpuSeconds(process.pid), database: cpuSeconds(database.pid) });

async function imported(server, database, name, { warm, measured }) {
  const log = join(options.data, `server-${options.port + 9}`, 'log');
  rmSync(log, { force: true });
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, '');
  const started = server.start(name, { port: options.port + 9, packages: [...warm, ...measured], patience: 6 * 3600 });
  const before = sum(warm.map((pack) => folders(pack).length));
  await Promise.race([releases(log, before), started]);
  const begin = processor(database);
  const process_ = await started;
  const end = processor(database);
  await stop(process_);
  const published = await releases(log, before);
  if (published.length !== sum(measured.map((pack) => folders(pack).length))) {
    throw new Error(`${name}: not everything was published, see ${log}`);
  }
  return {
    first: sum(published.filter(({ number }) => number === 1).map(({ seconds }) => seconds)),
    all: sum(published.map(({ seconds }) => seconds)),
    java: end.java - begin.java,
    database: end.database - begin.database,
  };
}

async function besideCopy(server, database, projects) {
  const name = `import_${projects}`;
  const packs = packages(server, projects);
  const rounds = [];
  for (let round = 0; round < options.rounds; round++) {
    await database.sql('postgres', `drop database if exists ${name}`);
    await database.sql('postgres', `create database ${name}`);
    await stop(await server.start(name, { port: options.port + 9 }));
    const ours = await imported(server, database, name, packs);
    await prepare(database, name, packs.measured);
    const before = cpuSeconds(database.pid);
    const copied = copyAll(database, name, packs.measured);
    const copiedCpu = cpuSeconds(database.pid) - before;
    await database.sql(name, 'drop schema plain cascade');
    await prepare(database, name, packs.measured);
    const first = copyAll(database, name, packs.measured, 1);
    rounds.push({ ...ours, copied, copiedCpu, copiedFirst: first });
    say(`${projects} projects: ${JSON.stringify(rounds.at(-1))}`);
  }
  const of = (value) => median(rounds.map(value));
  const rows = sum(packs.measured.flatMap(folders).flatMap(({ tables }) => tables).map(({ file }) => readFileSync(file, 'utf8').trimEnd().split('\n').length - 1));
  return [
    projects === small ? `${packs.measured.length} cities of ${projects}` : `one city of ${projects}`,
    rows.toLocaleString('en'),
    of(({ copied }) => copied).toFixed(2),
    of(({ all }) => all).toFixed(2),
    of(({ all, copied }) => all / copied).toFixed(1),
    of(({ first, copiedFirst }) => first / copiedFirst).toFixed(1),
    of(({ java, database: own, copiedCpu }) => (java + own) / copiedCpu).toFixed(1),
    of(({ database: own, copiedCpu }) => own / copiedCpu).toFixed(1),
  ];
}

async function main() {
  mkdirSync(options.data, { recursive: true, mode: 0o755 });
  const database = new Database(options.data, options.port);
  const server = new Stadtstand(options, database);
  server.build();
  await database.start();
  try {
    const tables = [];
    if (options.parts.includes('copy')) {
      tables.push(
        '| data set, projects each, nine releases | rows in files | COPY, s | import, s | ratio | first release, ratio | processor time, ratio | of it the database |',
        '|---|--:|--:|--:|--:|--:|--:|--:|',
      );
      for (const projects of String(options.sizes).split(',').map(Number)) {
        tables.push(`| ${(await besideCopy(server, database, projects)).join(' | ')} |`);
      }
    }
    if (options.parts.includes('few')) {
      tables.push('', ...(await few(server, database, options, say)));
    }
    console.log(tables.join('\n'));
    if (options.out) {
      writeFileSync(options.out, `${tables.join('\n')}\n`);
    }
  } finally {
    await stopAll();
    await database.stop();
  }
}

await main();
