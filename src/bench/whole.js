// What questions about the whole record cost, in processor time of server and database, of a server that is
// running with `--cache.results=0`: groups, series, parts of texts, search. Each is asked with another day or
// alias, so that no kept answer is sent. Usage: node whole.js --server PID --database PID [--url …] [--municipality …]

import { parseArgs } from 'node:util';
import { cpuSeconds } from './processes.js';
import { median, row } from './report.js';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080/graphql' },
    municipality: { type: 'string', default: 'musterstadt' },
    server: { type: 'string' },
    database: { type: 'string' },
    words: { type: 'string', default: 'glasfaser,senioren,nordallee,gibtesnicht' },
    'warm-up': { type: 'string', default: '20' },
    rounds: { type: 'string', default: '5' },
    each: { type: 'string', default: '4' },
  },
});

const city = `municipality: "${options.municipality}"`;
const groups = 'groups(by: [{field: LEAD_UNIT}, {field: STATUS}], first: 200) { nodes { keys { leadUnitLabel status } count } }';

let asked = 0;

/** Another day each time, of the last year before the record ends. */
const day = () => new Date(Date.parse('2025-12-31') - (asked++ % 365) * 86_400_000).toISOString().slice(0, 10);

const questions = {
  'one status, one day': () => `projects(${city}, on: "${day()}") { count(filter: {status: {eq: COMPLETED}}) }`,
  'one status, 24 months': () =>
    `projects(${city}, on: "${day()}") { series(from: "2023-01-31", to: "2024-12-31") { on count(filter: {status: {eq: COMPLETED}}) } }`,
  'by status, one day': () => `projects(${city}, on: "${day()}") { groups(by: [{field: STATUS}]) { nodes { keys { status } count } } }`,
  'by status, 24 months': () =>
    `projects(${city}, on: "${day()}") { series(from: "2023-01-31", to: "2024-12-31") { on groups(by: [{field: STATUS}]) { nodes { keys { status } count } } } }`,
  'by unit and status, now': () => `projects(${city}) { ${groups} }`,
  'by unit and status, at a day': () => `projects(${city}, on: "${day()}") { ${groups} }`,
  'by unit and status, as known': () => `projects(${city}, knownAt: "${day()}") { ${groups} }`,
};
for (const word of options.words.split(',')) {
  questions[`title contains "${word}", how many`] = () => `projects(${city}, filter: {title: {contains: "${word}"}}) { totalCount }`;
  questions[`title contains "${word}", first 50`] = () =>
    `projects(${city}, filter: {title: {contains: "${word}"}}, orderBy: [{field: TITLE}]) { nodes { key title } }`;
  questions[`search "${word}", first 20`] = () => `search(${city}, text: "${word}", first: 20) { totalCount nodes { title } }`;
}

async function ask(question) {
  const response = await fetch(options.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ a${++asked}: ${question()} }` }),
  });
  const answer = await response.json();
  const code = answer.errors?.[0].extensions.code;
  if (code && code !== 'TIMEOUT') {
    throw new Error(JSON.stringify(answer.errors).slice(0, 500));
  }
  return !code;
}

/** Milliseconds a question of server and database; none of what was given up. */
async function turn(question) {
  const pids = [Number(options.server), Number(options.database)];
  const before = pids.map(cpuSeconds);
  for (let i = 0; i < Number(options.each); i++) {
    if (!(await ask(question))) {
      return [NaN, NaN];
    }
  }
  return pids.map((pid, i) => ((cpuSeconds(pid) - before[i]) * 1000) / Number(options.each));
}

const end = Date.now() + Number(options['warm-up']) * 1000;
while (Date.now() < end) {
  for (const [name, question] of Object.entries(questions)) {
    if (!(await ask(question))) {
      console.log(`${name}: given up`);
      delete questions[name];
    }
  }
}
const turns = Object.fromEntries(Object.keys(questions).map((name) => [name, []]));
for (let round = 0; round < Number(options.rounds); round++) {
  for (const [name, question] of Object.entries(questions)) {
    turns[name].push(await turn(question));
  }
}
console.log('| question | server, ms | database, ms |\n|---|--:|--:|');
for (const [name, measured] of Object.entries(turns)) {
  console.log(row([name, ...[0, 1].map((side) => median(measured.map((one) => one[side])).toFixed(1))]));
}
