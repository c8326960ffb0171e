// The sides that are measured: each can be asked one question for comparison, warmed up, and driven.

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as questions from './questions.js';
import { cpuSeconds, run } from './processes.js';

const here = dirname(fileURLToPath(import.meta.url));

/** What ask.lua has printed last. */
const told = (printed) => JSON.parse(printed.trim().split('\n').at(-1));

/** The list, if there is more of it to follow. */
function unfinished(workload, data) {
  const [root] = Object.values(data);
  return workload.paged && root.pageInfo.hasNextPage ? root : undefined;
}

/** A GraphQL server, asked through wrk. */
export class Served {
  /** @param form which form of a workload it understands: ours or theirs */
  constructor(name, form, port, pid, options) {
    Object.assign(this, { name, form, pid, options, url: `http://127.0.0.1:${port}/graphql` });
  }

  /** The data, in the form in which sides are compared; of a list that is followed to its end, all its nodes. */
  async answer(workload, values) {
    const data = await this.page(workload, values);
    if (workload[this.form].compared) {
      return workload[this.form].compared(data);
    }
    for (let root = unfinished(workload, data); root; ) {
      const next = await this.page(workload, { ...values, after: JSON.stringify(root.pageInfo.endCursor) });
      data[Object.keys(data)[0]].nodes.push(...Object.values(next)[0].nodes);
      root = unfinished(workload, next);
    }
    return workload.paged ? Object.values(data)[0].nodes : data;
  }

  async page(workload, values) {
    const response = await fetch(this.url, {
      method: 'POST',
      // A connection that stood idle while wrk ran may have been closed.
      headers: { 'content-type': 'application/json', accept: 'application/json', connection: 'close' },
      body: questions.filled(workload[this.form], values),
    });
    const text = await response.text();
    const answer = JSON.parse(text);
    if (answer.errors) {
      throw new Error(`${this.name}, ${workload.name}: ${text.slice(0, 2000)}`);
    }
    return answer.data;
  }

  prepare(workload, cities) {
    this.folder = join(this.options.data, 'asked', `${workload.name}-${this.name.replaceAll(/\W+/g, '-')}`);
    this.threads = workload.paged ? this.options.connections : 1;
    questions.write(this.folder, workload, workload[this.form], cities);
  }

  drive(seconds, { check = false } = {}) {
    return told(run('wrk', ...this.wrk(seconds, check)));
  }

  /** The same, while the caller does something else. */
  async driveBeside(seconds) {
    const { stdout } = await promisify(execFile)('wrk', ...this.wrk(seconds, false));
    return told(stdout);
  }

  wrk(seconds, check) {
    const connections = String(this.options.connections);
    const args = ['-t', String(this.threads), '-c', connections, '-d', `${seconds}s`, '--timeout', '30s', '-s', join(here, 'ask.lua'), this.url];
    return [args, { env: { ...process.env, ASKED: this.folder, CHECKED: check ? 'yes' : 'no' } }];
  }

  /**
   * Asks everything that is to be measured, in turn, until so much processor time was used: a server runs for weeks,
   * and its first minutes, in which its code is compiled, would be all that is measured. By processor time, because
   * a busy machine gives less of it in a second.
   */
  warmUp(workloads, cities) {
    const [begin, most] = [this.cpu(), this.options.warmUp];
    for (let last = Date.now() + most * 3000; this.cpu() < begin + most && Date.now() < last; ) {
      for (const workload of workloads) {
        this.prepare(workload, cities);
        this.drive(3);
      }
    }
  }

  cpu() {
    return cpuSeconds(this.pid);
  }
}

/** Hand-written SQL that makes the same JSON in one statement, asked through pgbench. */
export class Written {
  constructor(database, name, options) {
    Object.assign(this, { name: 'SQL', database, databaseName: name, options });
  }

  async answer(workload, values) {
    const rows = await this.database.sql(this.databaseName, questions.statement(workload, values));
    return Object.values(rows[0])[0];
  }

  prepare(workload, cities) {
    this.folder = join(this.options.data, 'asked', `${workload.name}-sql`);
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(join(this.folder, 'question.sql'), questions.script(workload, cities));
  }

  drive(seconds) {
    for (const old of readdirSync(this.folder).filter((file) => file.startsWith('log'))) {
      rmSync(join(this.folder, old));
    }
    this.database.pgbench(this.databaseName, [
      '-n', '-M', 'prepared', '-j', '1', '-c', String(Math.min(8, this.options.connections)), '-T', String(seconds),
      '-l', '--log-prefix', join(this.folder, 'log'), '-f', join(this.folder, 'question.sql'),
    ]);
    const log = readdirSync(this.folder).find((file) => file.startsWith('log'));
    const milliseconds = readFileSync(join(this.folder, log), 'utf8').trimEnd().split('\n')
      .map((line) => Number(line.split(' ')[2]) / 1000)
      .sort((a, b) => a - b);
    const at = (part) => milliseconds[Math.min(milliseconds.length - 1, Math.floor(milliseconds.length * part))];
    return { requests: milliseconds.length, seconds, bytes: 0, errors: 0, p50: at(0.5), p99: at(0.99) };
  }

  /** Its work is the database's, and needs no warming up. */
  cpu() {
    return 0;
  }
}
