// Loads the data, starts both servers, checks that all sides give the same rows, and drives them in turn.

import { deepStrictEqual } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Database } from './database.js';
import { options as read } from './options.js';
import { answers, cpuSeconds, peakMegabytes, start, stopAll } from './processes.js';
import * as questions from './questions.js';
import { table } from './report.js';
import { Served, Written } from './sides.js';
import { Stadtstand } from './stadtstand.js';

const here = dirname(fileURLToPath(import.meta.url));
const options = read();
const say = (text) => console.error(`bench: ${text}`);

async function workloads() {
  const asked = options.workloads.split(',');
  return Promise.all(asked.map(async (name) => (await import(`./workloads/${name}.js`)).default));
}

/** No ratio is worth anything if one side answers less. */
async function compare(workload, sides, cities) {
  for (let i = 0; i < 20; i++) {
    const values = questions.sample(workload, cities);
    const [first, ...others] = await Promise.all(sides.map((side) => side.answer(workload, values)));
    for (const [n, other] of others.entries()) {
      try {
        deepStrictEqual(other, first);
      } catch (difference) {
        throw new Error(`${workload.name}: ${sides[n + 1].name} answers something else than ${sides[0].name} to ${JSON.stringify(values)}\n${difference.message}`);
      }
    }
  }
}

/** One side's turn; its files are written anew, because other workloads had theirs. */
function drive(workload, side, cities, database) {
  side.prepare(workload, cities);
  const before = [side.cpu(), cpuSeconds(database.pid)];
  const result = side.drive(options.seconds);
  result.serverCpu = side.pid ? side.cpu() - before[0] : 0;
  result.databaseCpu = cpuSeconds(database.pid) - before[1];
  say(`${workload.name}, ${side.name}: ${(result.requests / result.seconds).toFixed(0)}/s, p99 ${result.p99.toFixed(1)} ms`);
  return result;
}

/** All workloads in each round: what is measured last would else be measured of the warmest servers. */
async function measure(measured, cities, database) {
  for (const { workload, sides } of measured) {
    if (!workload.uncompared) {
      await compare(workload, sides, cities);
    }
    for (const side of sides) {
      side.prepare(workload, cities);
      side.drive(2, { check: true });
    }
  }
  for (let round = 0; round < options.rounds; round++) {
    for (const { workload, sides, results } of measured) {
      // Another one begins each time, so that none always runs in the other's wake.
      for (const side of [...sides.slice(round % sides.length), ...sides.slice(0, round % sides.length)]) {
        results.get(side).push(drive(workload, side, cities, database));
      }
    }
  }
}

async function main() {
  mkdirSync(options.data, { recursive: true, mode: 0o755 });
  const database = new Database(options.data, options.port);
  const stadtstand = new Stadtstand(options, database);
  stadtstand.build();
  await database.start();
  try {
    const { name } = stadtstand;
    const imported = await stadtstand.load();
    say(imported ? `imported in ${imported.toFixed(0)} s` : 'the data is there');
    await database.sql(name, readFileSync(join(here, 'sql/rival.sql'), 'utf8'));
    await database.settle(name);
    const cities = await questions.subjects(database, name, options.cities);
    const asked = await workloads();
    const ours = await stadtstand.start(name, { port: options.port + 1 });
    const theirs = start(process.execPath, [join(here, 'postgraphile.js'), database.url(name), String(options.port + 2), String(options.workers)], {
      log: join(options.data, 'postgraphile.log'),
      env: { NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
      cwd: here,
    });
    await answers(`http://127.0.0.1:${options.port + 2}/graphql`, theirs, 60, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query": "{ __typename }"}',
    });
    const rival = new Served('PostGraphile', 'theirs', options.port + 2, theirs.pid, options);
    const written = new Written(database, name, options);
    const warm = new Served('Stadtstand', 'ours', options.port + 1, ours.pid, options);
    const own = new Map(asked.map((workload) => [workload, warm]));
    const colds = new Set(asked.map((workload) => workload.cold).filter(Boolean));
    for (const [number, cold] of [...colds].entries()) {
      const port = options.port + 3 + number;
      const { pid } = await stadtstand.start(name, { port, more: cold.split(' ') });
      const side = new Served('Stadtstand', 'ours', port, pid, options);
      asked.filter((workload) => workload.cold === cold).forEach((workload) => own.set(workload, side));
    }
    say('warming up');
    for (const side of new Set(own.values())) {
      side.warmUp(asked.filter((workload) => own.get(workload) === side), cities);
    }
    rival.warmUp(asked, cities);
    const measured = asked.map((workload) => {
      const sides = [own.get(workload), rival, ...(workload.sql ? [written] : [])];
      return { workload, sides, results: new Map(sides.map((side) => [side, []])) };
    });
    await measure(measured, cities, database);
    const text = table(measured, {
      scale: options.scale + options.copies,
      projects: options.projects,
      imported,
      memory: [['Stadtstand', peakMegabytes(ours.pid)], ['PostGraphile', peakMegabytes(theirs.pid)]],
      options,
    });
    console.log(text);
    if (options.out) {
      writeFileSync(options.out, text);
    }
  } finally {
    await stopAll();
    await database.stop();
  }
}

await main();
