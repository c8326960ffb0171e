// The server under test, asked without any client in between.

import { buildSchema } from 'graphql';

/** Where it is; ConformanceIT starts one and says so. */
export const address = process.env.STADTSTAND_URL ?? 'http://localhost:8080';

export const endpoint = `${address}/graphql`;

/** No answer may take longer: a server that hangs fails the test that asked, and not the build. */
const patience = 30_000;

/** `fetch` with our patience, also for clients that take one. */
export function fetchWithin(resource, options = {}) {
  return fetch(resource, { ...options, signal: AbortSignal.timeout(patience) });
}

/** The data of an answer without errors. */
export async function ask(query, variables = {}) {
  const response = await fetchWithin(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  if (answer.errors) {
    throw new Error(answer.errors.map((error) => error.message).join('\n'));
  }
  return answer.data;
}

/** The schema as the server publishes it. */
export async function publishedSchema() {
  const response = await fetchWithin(`${address}/schema.graphqls`);
  if (!response.ok) {
    throw new Error(`/schema.graphqls answers ${response.status}`);
  }
  return buildSchema(await response.text());
}
