// The audits of the reference implementation of GraphQL over HTTP: its MUST, SHOULD and MAY alike.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { serverAudits } from 'graphql-http';

import { endpoint, fetchWithin } from './server.js';

const audits = serverAudits({ url: endpoint, fetchFn: fetchWithin });

test('there are 61 audits', () => {
  assert.equal(audits.length, 61);
});

for (const { id, name, fn } of audits) {
  test(`${id} ${name}`, async () => {
    const result = await fn();
    assert.equal(result.status, 'ok', result.reason);
  });
}
