// A PostgreSQL of the benchmark's own, with the settings of a small production server: both sides use it.

import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { pause, run } from './processes.js';

const settings = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 100
shared_buffers = 2GB
effective_cache_size = 6GB
maintenance_work_mem = 256MB
max_wal_size = 8GB
random_page_cost = 1.1
jit = off
max_parallel_workers_per_gather = 0
timezone = 'Europe/Berlin'
`;

function programs() {
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).map(Number).filter(Boolean).sort((a, b) => b - a) : [];
  return versions.length > 0 ? join(home, String(versions[0]), 'bin') : run('pg_config', ['--bindir']).trim();
}

/** PostgreSQL refuses to run as root; Debian's package brings a user. */
function asUser(command, args) {
  return process.getuid() === 0
    ? run('runuser', ['-u', 'postgres', '--', command, ...args], { cwd: '/' })
    : run(command, args);
}

export class Database {
  constructor(folder, port) {
    this.folder = join(folder, 'postgres');
    this.port = port;
    this.bin = programs();
  }

  async start() {
    if (!existsSync(join(this.folder, 'PG_VERSION'))) {
      mkdirSync(this.folder, { recursive: true });
      if (process.getuid() === 0) {
        run('chown', ['postgres', this.folder]);
      }
      chmodSync(this.folder, 0o700);
      asUser(join(this.bin, 'initdb'), ['-D', this.folder, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']);
    }
    writeFileSync(join(this.folder, 'bench.conf'), settings);
    chmodSync(join(this.folder, 'bench.conf'), 0o644);
    const conf = join(this.folder, 'postgresql.conf');
    if (!readFileSync(conf, 'utf8').includes('bench.conf')) {
      writeFileSync(conf, "\ninclude = 'bench.conf'\n", { flag: 'a' });
    }
    asUser(join(this.bin, 'pg_ctl'), ['-D', this.folder, '-w', '-t', '120', '-l', join(this.folder, 'log'), '-o', `-p ${this.port}`, 'start']);
    this.pid = Number(readFileSync(join(this.folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  async stop() {
    if (this.pid) {
      asUser(join(this.bin, 'pg_ctl'), ['-D', this.folder, '-w', '-m', 'fast', 'stop']);
      this.pid = undefined;
    }
  }

  url(name) {
    return `postgres://bench@127.0.0.1:${this.port}/${name}`;
  }

  /** Runs statements, the last of which may bring rows. */
  async sql(name, text, values) {
    const client = new pg.Client({ connectionString: this.url(name) });
    await client.connect();
    try {
      const result = await client.query(text, values);
      return (Array.isArray(result) ? result.at(-1) : result).rows;
    } finally {
      await client.end();
    }
  }

  async has(name) {
    return (await this.sql('postgres', 'select from pg_database where datname = $1', [name])).length > 0;
  }

  /** Writes out what was loaded, so that no measurement pays for it. */
  async settle(name) {
    await this.sql(name, 'vacuum analyze');
    await this.sql(name, 'checkpoint');
    await pause(500);
  }

  pgbench(name, args) {
    return run(join(this.bin, 'pgbench'), ['-h', '127.0.0.1', '-p', String(this.port), '-U', 'bench', ...args, name]);
  }
}
