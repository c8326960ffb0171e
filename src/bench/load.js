// Many callers at once: the page of 50 projects, another filter each time, asked over --connections (1000) for
// --seconds (60). Says how many were answered, how late, how many failed, and what memory was held meanwhile.

import { mkdirSync, readFileSync } from 'node:fs';
import { Database } from './database.js';
import { options as read } from './options.js';
import { pause, stopAll } from './processes.js';
import * as questions from './questions.js';
import { Served } from './sides.js';
import { Stadtstand } from './stadtstand.js';
import page from './workloads/page.js';

const options = read(process.argv.slice(2), { connections: 1000, seconds: 60 });

const megabytes = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

mkdirSync(options.data, { recursive: true, mode: 0o755 });
const database = new Database(options.data, options.port);
await database.start();
try {
  const stadtstand = new Stadtstand(options, database);
  stadtstand.build();
  await stadtstand.load();
  const cities = await questions.subjects(database, stadtstand.name, options.cities);
  const server = await stadtstand.start(stadtstand.name, { port: options.port + 1 });
  const calm = new Served('Stadtstand', 'ours', options.port + 1, server.pid, { ...options, connections: 16 });
  calm.prepare(page, cities);
  calm.drive(2, { check: true });
  calm.warmUp([page], cities);
  const many = new Served('Stadtstand', 'ours', options.port + 1, server.pid, options);
  many.prepare(page, cities);
  const memory = [megabytes(server.pid)];
  const driven = many.driveBeside(options.seconds);
  for (let second = 0; second < options.seconds; second += 10) {
    await pause(10_000);
    memory.push(megabytes(server.pid));
  }
  const result = await driven;
  console.log(`${options.connections} connections, ${options.seconds} s: ${result.requests} answers, ${result.errors} errors, ` +
    `${(result.requests / result.seconds).toFixed(0)}/s, p50 ${result.p50.toFixed(0)} ms, p99 ${result.p99.toFixed(0)} ms; ` +
    `MB held every ten seconds: ${memory.map((held) => held.toFixed(0)).join(', ')}`);
} finally {
  await stopAll();
  await database.stop();
}
