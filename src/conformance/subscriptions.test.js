// The clients of both protocols for subscriptions, as their manuals set them up.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import WebSocket from 'ws';

import { ask, endpoint } from './server.js';

const everything = 'changes(since: { day: "2000-01-01" }, first: 100)';
const selected = '{ nodes { id sentence } pageInfo { endCursor } }';

const sse = () => createSseClient({ url: endpoint, retryAttempts: 0 });

const socket = () =>
  createSocketClient({
    url: endpoint.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });

/** The first events of a subscription, after which it is given up. */
async function events(client, query, count) {
  const heard = [];
  for await (const event of client.iterate({ query })) {
    assert.equal(event.errors, undefined);
    heard.push(event.data);
    if (heard.length === count) {
      break;
    }
  }
  return heard;
}

for (const [name, newClient] of [['graphql-sse', sse], ['graphql-ws', socket]]) {
  suite(name, () => {
    test('hears the newest release at once', async () => {
      const client = newClient();
      const { release } = await ask('{ release { id number } }');
      const [heard] = await events(client, 'subscription { release { id number } }', 1);
      assert.deepEqual(heard.release, release);
      client.dispose();
    });

    test('goes on from the last cursor and hears everything once', async () => {
      const client = newClient();
      const [first, second] = await events(client, `subscription { ${everything} ${selected} }`, 2);
      const after = JSON.stringify(first.changes.pageInfo.endCursor);
      const again = `subscription { changes(after: ${after}, first: 100) ${selected} }`;
      const [resumed] = await events(client, again, 1);
      assert.deepEqual(resumed, second);
      const { changes } = await ask(`{ changes(after: ${after}, first: 100) ${selected} }`);
      assert.deepEqual(resumed.changes, changes);
      client.dispose();
    });

    test('carries an ordinary question', async () => {
      const client = newClient();
      const [heard] = await events(client, '{ release(number: 2) { number } }', 2);
      assert.equal(heard.release.number, 2);
      client.dispose();
    });

    test('is told of a mistake', async () => {
      const client = newClient();
      const mistake = client.iterate({ query: 'subscription { nothing }' }).next();
      const code = await mistake.then(
        ({ value }) => value.errors[0].extensions.code,
        (errors) => errors[0].extensions.code,
      );
      assert.equal(code, 'VALIDATION');
      client.dispose();
    });
  });
}
