// What a past state costs: the same questions now and as known on an earlier day, in turn, of a server
// that is running with `--cache.results=0`. Every question has another alias, so that no kept answer
// is sent. Usage: node then.js [--url …] [--municipality …] [--day …] [--rounds …]

import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080/graphql' },
    municipality: { type: 'string', default: 'musterstadt' },
    day: { type: 'string', default: '2025-07-01' },
    rounds: { type: 'string', default: '16' },
  },
});

const questions = {
  page: `projects($state first: 50, filter: {status: {in: [IN_PROGRESS, PILOT]}}) { nodes {
    id title status slippageDays overdueDays focusArea { name } leadUnit { name }
    services(first: 5) { nodes { name } } history(last: 5) { nodes { id eventKind effectiveOn } }
    targets { nodes { key outcome } } } }`,
  count: 'projects($state filter: {status: {eq: COMPLETED}, targets: {some: {}}}) { totalCount }',
  ordered: `projects($state first: 20, orderBy: [{field: SLIPPAGE_DAYS, direction: DESC}]) {
    totalCount nodes { key slippageDays daysSinceLastReport } }`,
  targets: 'targets($state first: 50) { nodes { key outcome sentence contradictingClaims { totalCount } } }',
  services: `services($state first: 50, filter: {endToEnd: {eq: NO}}, orderBy: [{field: NAME}]) {
    totalCount unassessedCount nodes { name endToEnd timesDowngraded } }`,
  feed: 'statusHistory($state last: 50) { nodes { id eventKind effectiveOn subject { id } } }',
};

let asked = 0;

async function milliseconds(question, state) {
  const query = `{ a${++asked}: ${question.replace('$state', state)} }`;
  const begin = performance.now();
  const response = await fetch(options.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const answer = await response.json();
  const took = performance.now() - begin;
  if (answer.errors) {
    throw new Error(JSON.stringify(answer.errors).slice(0, 500));
  }
  return took;
}

function median(times) {
  // The first quarter warms up.
  const counted = times.slice(times.length / 4).sort((a, b) => a - b);
  return counted[Math.floor(counted.length / 2)];
}

const municipality = `municipality: "${options.municipality}"`;
console.log('| question | now, ms | then, ms | ratio |\n|---|---|---|---|');
for (const [name, question] of Object.entries(questions)) {
  const now = [];
  const then = [];
  for (let round = 0; round < Number(options.rounds); round++) {
    now.push(await milliseconds(question, `${municipality},`));
    then.push(await milliseconds(question, `${municipality}, knownAt: "${options.day}",`));
  }
  const ratio = (median(then) / median(now)).toFixed(2);
  console.log(`| ${name} | ${median(now).toFixed(1)} | ${median(then).toFixed(1)} | ${ratio} |`);
}
