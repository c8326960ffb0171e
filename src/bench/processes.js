// Processes that a run starts, ends, and looks at in /proc.

import { spawn, execFileSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, readdirSync } from 'node:fs';

const started = new Set();
const ticksPerSecond = 100;

/** Starts a process that ends with this one; its output goes to a file. */
export function start(command, args, { log, env = {}, cwd } = {}) {
  const file = openSync(log, 'a');
  const child = spawn(command, args, { stdio: ['ignore', file, file], env: { ...process.env, ...env }, cwd });
  closeSync(file);
  started.add(child);
  child.on('exit', (code) => {
    started.delete(child);
    child.ended = code ?? 'signal';
  });
  return child;
}

export async function stop(child) {
  if (child.ended === undefined) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}

export function stopAll() {
  return Promise.all([...started].map(stop));
}

/** Runs a command to its end; returns what it printed. */
export function run(command, args, options = {}) {
  return execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'], ...options });
}

/** Waits until the address answers, or says that the process has ended. */
export async function answers(url, child, seconds = 120, request = {}) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (child.ended !== undefined) {
      throw new Error(`${url}: the process has ended with ${child.ended}`);
    }
    try {
      // Not kept alive: the server will have closed it when the next question is sent.
      const headers = { ...request.headers, connection: 'close' };
      const response = await fetch(url, { ...request, headers, signal: AbortSignal.timeout(5000) });
      await response.arrayBuffer();
      if (response.ok) {
        return;
      }
    } catch {
      // Not there yet.
    }
    await pause(250);
  }
  throw new Error(`${url} does not answer within ${seconds} s`);
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Seconds of processor time of a process and all below it, those that have ended included. */
export function cpuSeconds(pid) {
  return family(pid)
    .map((member) => {
      const fields = stat(member);
      return fields === undefined ? 0 : [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
    })
    .reduce((sum, ticks) => sum + ticks, 0) / ticksPerSecond;
}

/** The largest memory so far, in MB, of a process and those below it that still run. */
export function peakMegabytes(pid) {
  return family(pid)
    .map((member) => {
      try {
        return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${member}/status`, 'utf8'))?.[1] ?? 0);
      } catch {
        return 0;
      }
    })
    .reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024;
}

function family(pid) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(stat(name)?.[1])]);
  const members = [pid];
  for (let i = 0; i < members.length; i++) {
    members.push(...parents.filter(([, parent]) => parent === members[i]).map(([child]) => child));
  }
  return members;
}

// The fields after the name, which may hold blanks.
function stat(pid) {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
