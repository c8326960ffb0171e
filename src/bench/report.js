// The table of a run.

const sum = (rounds, value) => rounds.reduce((total, round) => total + value(round), 0);

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function figures(rounds) {
  const requests = sum(rounds, (round) => round.requests);
  return {
    rate: median(rounds.map((round) => round.requests / round.seconds)),
    p50: median(rounds.map((round) => round.p50)),
    p99: median(rounds.map((round) => round.p99)),
    server: (sum(rounds, (round) => round.serverCpu) / requests) * 1000,
    database: (sum(rounds, (round) => round.databaseCpu) / requests) * 1000,
    bytes: sum(rounds, (round) => round.bytes) / requests,
    errors: sum(rounds, (round) => round.errors),
  };
}

// Nothing to divide by: a side that finished no answer in its time.
const number = (value) => (!Number.isFinite(value) ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

export const row = (cells) => `| ${cells.join(' | ')} |`;

/** How many times as much processor time a request takes of theirs; a statement has no server. */
const times = (ours, theirs) => `${number((theirs.server + theirs.database) / (ours.server + ours.database))} ×`;

/** Markdown: what was measured, then the ratios, then what it was measured with. */
export function table(measured, run) {
  const head = ['Workload', 'Side', 'requests/s', 'p50 ms', 'p99 ms', 'CPU ms a request: server', 'database', 'KB an answer', 'errors'];
  const lines = [row(head), row(head.map((cell, i) => (i < 2 ? '---' : '--:')))];
  const ratios = [];
  for (const { workload, results } of measured) {
    const byName = new Map();
    for (const [side, rounds] of results) {
      const f = figures(rounds);
      byName.set(side.name, f);
      lines.push(
        row([workload.name, side.name, number(f.rate), number(f.p50), number(f.p99), side.pid ? number(f.server) : '–', number(f.database),
          f.bytes ? number(f.bytes / 1024) : '–', String(f.errors)]),
      );
    }
    const [ours, theirs, sql] = ['Stadtstand', 'PostGraphile', 'SQL'].map((name) => byName.get(name));
    ratios.push(
      row([workload.name, times(ours, theirs), sql ? times(ours, sql) : '–', `${number(ours.rate / theirs.rate)} ×`,
        number(ours.p99 / theirs.p99)]),
    );
  }
  const ratioHead = ['Workload', 'CPU a request, PostGraphile : ours', 'CPU, SQL : ours', 'requests/s, ours : PostGraphile', 'p99, ours : PostGraphile'];
  return [
    `${run.scale} city(ies) of ${run.projects} projects${run.imported ? `, imported in ${number(run.imported)} s` : ''}; ` +
      `${run.options.connections} connections, ${run.options.rounds} × ${run.options.seconds} s a side in turn, ${run.options.workers} workers of PostGraphile.`,
    '',
    row(ratioHead), row(ratioHead.map((cell, i) => (i === 0 ? '---' : '--:'))), ...ratios,
    '',
    ...lines,
    '',
    `Peak memory: ${run.memory.map(([name, megabytes]) => `${name} ${megabytes.toFixed(0)} MB`).join(', ')}.`,
    '',
  ].join('\n');
}
