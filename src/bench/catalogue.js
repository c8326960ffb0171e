// What a harvester meets: the catalogue of a hundred cities with nine releases each, page after page from the first to the
// last, of a server with a small heap that keeps no answers; then all of it again with the validators. Options as of run; --copies
// says how many further cities (99), --java-options with which heap (-Xmx300m).

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Database } from './database.js';
import { options as read } from './options.js';
import { peakMegabytes, stopAll } from './processes.js';
import { Stadtstand } from './stadtstand.js';

const options = read(process.argv.slice(2), { 'java-options': '-XX:+UseCompactObjectHeaders -Xmx300m' });
options.copies ||= 99;

/** Megabytes of heap that are still used after a collection. */
function held(stadtstand, pid) {
  const jcmd = stadtstand.java.includes('/') ? join(dirname(stadtstand.java), 'jcmd') : 'jcmd';
  execFileSync(jcmd, [String(pid), 'GC.run'], { stdio: 'ignore' });
  const said = execFileSync(jcmd, [String(pid), 'GC.heap_info'], { encoding: 'utf8' });
  return Number(/used (\d+)K/.exec(said)[1]) / 1024;
}

async function page(url, headers = {}) {
  const begin = performance.now();
  const response = await fetch(url, { headers: { accept: 'text/turtle', connection: 'close', ...headers } });
  const text = await response.text();
  return { url, text, status: response.status, etag: response.headers.get('etag'), milliseconds: performance.now() - begin };
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(0);

function told(what, pages) {
  const times = pages.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  console.log(`${what}: ${pages.length} pages, p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms, slowest ${at(times, 1)} ms`);
}

mkdirSync(options.data, { recursive: true, mode: 0o755 });
const database = new Database(options.data, options.port);
await database.start();
try {
  const stadtstand = new Stadtstand(options, database);
  stadtstand.build();
  await stadtstand.load();
  // Generated cities are demonstrations and say less than a catalogue asks for.
  await database.sql(
    stadtstand.name,
    `update release set title = coalesce(title, 'Digitalstrategie'), description = coalesce(description, 'Vorhaben und Ziele'),
       contributor = 'openNRW', themes = '{GOVE}', publisher_type = 'LocalAuthority'`,
  );
  await database.settle(stadtstand.name);
  const port = options.port + 1;
  const root = `http://127.0.0.1:${port}`;
  const server = await stadtstand.start(stadtstand.name, { port, more: ['--cache.answers=0MB', `--link.public-url=${root}`] });
  const pages = [];
  const heap = [held(stadtstand, server.pid)];
  for (let next = `${root}/catalog.ttl`; next; ) {
    const one = await page(next);
    if (one.status !== 200) {
      throw new Error(`${next}: ${one.status} ${one.text.slice(0, 500)}`);
    }
    pages.push(one);
    if (pages.length % 25 === 1) {
      heap.push(held(stadtstand, server.pid));
    }
    next = /hydra:next\s+<([^>]+)>/.exec(one.text)?.[1];
  }
  if (pages.length < options.copies) {
    throw new Error(`the links lead to ${pages.length} pages only`);
  }
  heap.push(held(stadtstand, server.pid));
  console.log(`The first page of the server's life: ${pages[0].milliseconds.toFixed(0)} ms`);
  told('Never asked for before', pages.slice(1));
  console.log(`Largest page: ${(Math.max(...pages.map(({ text }) => Buffer.byteLength(text))) / 1e6).toFixed(2)} MB`);
  console.log(`Heap in use, at the start and with every 25 pages: ${heap.map((each) => each.toFixed(0)).join(', ')} MB of 300; process at most ${peakMegabytes(server.pid).toFixed(0)} MB`);
  const again = [];
  for (const { url, etag } of pages) {
    again.push(await page(url, { 'if-none-match': etag }));
  }
  told(`Asked again: ${again.filter(({ status }) => status === 304).length} times 304`, again);
} finally {
  await stopAll();
  await database.stop();
}
