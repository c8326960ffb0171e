// What a run is asked for.

import { parseArgs } from 'node:util';
import { tmpdir, availableParallelism } from 'node:os';
import { join } from 'node:path';

const known = {
  workloads: ['page,page-on,page-cold,page-first,widget,deep,repeated,count,count-all,groups,feed,feed-end', 'which to drive, separated by commas'],
  scale: ['1', 'cities of the data set'],
  projects: ['380', 'projects of a city'],
  sizes: ['380,7600,38000', 'projects of the cities that ./run import imports, separated by commas'],
  parts: ['copy,few', 'what ./run import measures: whole cities beside COPY, deliveries of a few changes'],
  copies: ['0', 'further cities, made in the database as copies of the first'],
  cities: ['10', 'cities that are asked about, at most'],
  seconds: ['6', 'of one measurement'],
  'warm-up': ['240', 'seconds of processor time, each server, before anything is measured'],
  rounds: ['3', 'measurements of each side, in turn'],
  connections: ['16', 'open connections that ask'],
  workers: [String(availableParallelism()), 'processes of PostGraphile'],
  data: [join(tmpdir(), 'stadtstand-bench'), 'folder of the databases, which are kept'],
  port: ['18130', 'the first of ten ports in a row'],
  java: [process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : '', 'the Java to use; a newest one is looked for'],
  'java-options': ['-XX:+UseCompactObjectHeaders', 'options for Java, separated by blanks; by default those of the container'],
  jar: ['', 'the release to measure; by default it is built from this clone'],
  out: ['', 'a file to write the table to'],
};

const usage = () =>
  Object.entries(known)
    .map(([name, [value, meaning]]) => `  --${name.padEnd(14)} ${meaning}${value ? ` (${value})` : ''}`)
    .join('\n');

/** The options by name; numbers are numbers. */
export function options(argv = process.argv.slice(2), own = {}) {
  if (argv.includes('--help')) {
    console.log(`./run [options]\n${usage()}`);
    process.exit(0);
  }
  const declared = Object.fromEntries(Object.keys(known).map((name) => [name, { type: 'string' }]));
  let values;
  try {
    ({ values } = parseArgs({ args: argv, options: declared }));
  } catch (wrong) {
    console.error(`${wrong.message}\n${usage()}`);
    process.exit(2);
  }
  return Object.fromEntries(
    Object.entries(known).map(([name, [fallback]]) => {
      const value = values[name] ?? String(own[name] ?? fallback);
      return [name.replace(/-(.)/g, (dash, letter) => letter.toUpperCase()), /^\d+$/.test(value) ? Number(value) : value];
    }),
  );
}
