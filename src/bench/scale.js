// What size costs: the same questions of one city that is alone in its database, and of ten cities beside a
// thousand others, in turn, of servers that keep neither records nor answers. Options as of run; --copies says how
// many others (1000).

import { mkdirSync } from 'node:fs';
import { Database } from './database.js';
import { options as read } from './options.js';
import { cpuSeconds, stopAll } from './processes.js';
import * as questions from './questions.js';
import { median, row } from './report.js';
import { Served } from './sides.js';
import { Stadtstand } from './stadtstand.js';

const options = read();
options.copies ||= 1000;

async function served(database, copies, port) {
  const own = { ...options, copies };
  const stadtstand = new Stadtstand(own, database);
  stadtstand.build();
  await stadtstand.load();
  await database.settle(stadtstand.name);
  const cities = await questions.subjects(database, stadtstand.name, options.cities);
  const server = await stadtstand.start(stadtstand.name, { port, more: ['--cache.results=0', '--cache.answers=0'] });
  return { side: new Served(stadtstand.name, 'ours', port, server.pid, own), cities };
}

async function measured(workload, sizes, database) {
  const rounds = sizes.map(() => []);
  for (const { side, cities } of sizes) {
    side.prepare(workload, cities);
    side.drive(2, { check: true });
  }
  for (let round = 0; round < options.rounds; round++) {
    for (const [n, { side }] of sizes.entries()) {
      const before = cpuSeconds(database.pid);
      const result = side.drive(options.seconds);
      rounds[n].push({ ...result, database: ((cpuSeconds(database.pid) - before) / result.requests) * 1000 });
    }
  }
  const [small, large] = rounds.map((own) => ({ p50: median(own.map((r) => r.p50)), database: median(own.map((r) => r.database)) }));
  return row([workload.name, small.p50.toFixed(2), large.p50.toFixed(2), (large.p50 / small.p50).toFixed(2), (large.database / small.database).toFixed(2)]);
}

const names = options.workloads.split(',').filter((workload) => !['page-cold', 'page-first', 'count-all'].includes(workload));
const workloads = await Promise.all(names.map(async (name) => (await import(`./workloads/${name}.js`)).default));

mkdirSync(options.data, { recursive: true, mode: 0o755 });
const database = new Database(options.data, options.port);
await database.start();
try {
  const sizes = [await served(database, 0, options.port + 1), await served(database, options.copies, options.port + 2)];
  console.log(row(['Workload', 'p50 ms, one city', `p50 ms, ${options.copies + 1} cities`, 'p50 ratio', 'ratio of the database\'s CPU a request']));
  console.log(row(['---', '--:', '--:', '--:', '--:']));
  for (const { side, cities } of sizes) {
    side.warmUp(workloads, cities);
  }
  for (const workload of workloads) {
    console.log(await measured(workload, sizes, database));
  }
} finally {
  await stopAll();
  await database.stop();
}
