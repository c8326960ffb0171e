// This server: built, fed with generated cities, and started as in production.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copy } from './copies.js';
import { answers, pause, run, start, stop } from './processes.js';

/** A server is ready after the first delivery, and imports the others behind: waits until all are in, or one is refused. */
async function imported(server, log, from, deliveries) {
  for (;;) {
    const said = readFileSync(log).subarray(from).toString();
    if (server.ended !== undefined || said.includes(': refused as release') || said.split(': published as release').length > deliveries) {
      return;
    }
    await pause(250);
  }
}

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

function newestJava() {
  const homes = existsSync('/usr/lib/jvm') ? readdirSync('/usr/lib/jvm') : [];
  const version = (name) => Number(/\d+/.exec(name)?.[0] ?? 0);
  const newest = homes.filter((name) => version(name) >= 25 && version(name) < 100).sort((a, b) => version(b) - version(a))[0];
  return newest ? join('/usr/lib/jvm', newest, 'bin/java') : 'java';
}

export class Stadtstand {
  constructor(options, database) {
    this.options = options;
    this.database = database;
    this.java = options.java || newestJava();
    this.name = `cities_${options.scale + options.copies}_of_${options.projects}`;
  }

  /** The release build of this clone, or the one that was given. */
  build() {
    if (this.options.jar) {
      this.jar = this.options.jar;
      return;
    }
    run('mvn', ['-B', '-q', '-DskipTests', 'package'], { cwd: root });
    const jar = readdirSync(join(root, 'target')).find((name) => /^stadtstand-.*\.jar$/.test(name));
    this.jar = join(root, 'target', jar);
  }

  /** Writes the packages of generated cities; returns their folder. */
  generate(name, { scale, projects }) {
    const out = join(this.options.data, `generated-${name}`);
    rmSync(out, { recursive: true, force: true });
    // The generator is not in the jar, but compiled with the tests; the jar names the libraries it needs.
    const compiled = join(root, 'target/test-classes');
    if (!existsSync(join(compiled, 'org/stadtstand/demo'))) {
      run('mvn', ['-B', '-q', 'test-compile'], { cwd: root });
    }
    const size = ['--scale', String(scale), '--projects', String(projects), '--out', out];
    run(this.java, ['-cp', `${compiled}:${this.jar}`, 'org.stadtstand.demo.GenerateDemo', ...size]);
    return out;
  }

  /** Imports the generated cities, unless it was done before; returns the seconds it took. */
  async load() {
    const { scale, projects } = this.options;
    const { name } = this;
    if (await this.database.has(name)) {
      const [{ loaded }] = await this.database.sql(name, "select to_regclass('bench_loaded') is not null as loaded");
      if (loaded) {
        return undefined;
      }
      await this.database.sql('postgres', `drop database ${name}`);
    }
    const out = this.generate(name, { scale, projects });
    await this.database.sql('postgres', `create database ${name}`);
    const begin = Date.now();
    const packages = scale === 1 ? [out] : readdirSync(out).sort().map((city) => join(out, city));
    // The list of 380,000 projects is a larger file than a server takes by default.
    const more = ['--delivery.max-file-size=1GB'];
    const server = await this.start(name, { port: this.options.port + 9, packages, more, patience: 6 * 3600 });
    const seconds = (Date.now() - begin) / 1000;
    await stop(server);
    const delivered = packages.reduce((sum, city) => sum + readdirSync(city).length, 0);
    const [{ published }] = await this.database.sql(name, 'select count(*)::int as published from release');
    if (published !== delivered) {
      throw new Error(`only ${published} of ${delivered} deliveries were published; the log of the server says why`);
    }
    if (this.options.copies > 0) {
      await copy(this.database, name, this.options.copies);
    }
    // ALL leaves demonstration cities out; here they stand for real ones.
    await this.database.sql(name, "update municipality set standing = 'OFFICIAL'; create table bench_loaded ()");
    return seconds;
  }

  /** Ready when it answers and has imported the packages. */
  async start(name, { port, packages = [], more = [], patience = 300 }) {
    const folder = join(this.options.data, `server-${port}`);
    mkdirSync(join(folder, 'config'), { recursive: true });
    const log = join(folder, 'log');
    const from = existsSync(log) ? statSync(log).size : 0;
    const listed = packages.map((path) => `    - ${JSON.stringify(path)}\n`).join('');
    writeFileSync(join(folder, 'config/application.yml'), `ingest:\n  packages:${listed ? `\n${listed}` : ' []\n'}`);
    const server = start(
      this.java,
      [...this.options.javaOptions.split(' ').filter(Boolean), '-jar', this.jar, `--server.port=${port}`, '--rate.units=0', ...more],
      {
        log,
        cwd: folder,
        env: {
          SPRING_DATASOURCE_URL: `jdbc:postgresql://127.0.0.1:${this.database.port}/${name}`,
          SPRING_DATASOURCE_USERNAME: 'bench',
          SPRING_DATASOURCE_PASSWORD: 'bench',
        },
      },
    );
    await answers(`http://127.0.0.1:${port}/actuator/health/readiness`, server, patience);
    await imported(server, log, from, packages.reduce((sum, pack) => sum + readdirSync(pack).length, 0));
    return server;
  }
}
