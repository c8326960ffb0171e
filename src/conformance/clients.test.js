// Clients as their manuals set them up: they send hashes in place of documents, by GET where they
// can, and tell an error of ours as one.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { suite, test } from 'node:test';

import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { ClientError, GraphQLClient } from 'graphql-request';

import { endpoint, fetchWithin } from './server.js';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** A `fetch` that keeps what it sent and got. */
function recorder() {
  const calls = [];
  const record = async (resource, options = {}) => {
    const response = await fetchWithin(resource, options);
    calls.push({ url: new URL(resource), options, response });
    return response;
  };
  return { calls, record };
}

/** A document that this server has not seen: only then a hash is missed. */
const fresh = (client) => `query ${client}${Date.now()} { target(key: "inf-1") { key outcome } }`;

const sentDocument = ({ url, options }) =>
  url.searchParams.has('query') || Boolean(JSON.parse(options.body ?? '{}').query);

suite('Apollo Client', () => {
  function newClient(record, useGETForHashedQueries = true) {
    const hashes = new PersistedQueryLink({ sha256, useGETForHashedQueries });
    const http = new HttpLink({ uri: endpoint, fetch: record, useGETForQueries: true });
    return new ApolloClient({ link: hashes.concat(http), cache: new InMemoryCache() });
  }

  for (const byGet of [true, false]) {
    test(`sends the hash alone, hashes by GET: ${byGet}`, async () => {
      const { calls, record } = recorder();
      const query = gql(fresh('Apollo'));
      const first = await newClient(record, byGet).query({ query });
      assert.equal(first.data.target.key, 'inf-1');
      assert.deepEqual(calls.map(sentDocument), [false, true]);
      assert.match(calls[0].response.headers.get('cache-control'), /no-store/);
      const second = await newClient(record, byGet).query({ query });
      assert.deepEqual(second.data, first.data);
      assert.deepEqual(calls.map(sentDocument), [false, true, false]);
      assert.equal(calls[2].options.method, 'GET');
    });
  }

  test('tells an error as one', async () => {
    const { record } = recorder();
    const asked = newClient(record).query({ query: gql`{ nothing }` });
    await assert.rejects(asked, (error) => {
      assert.ok(CombinedGraphQLErrors.is(error), String(error));
      assert.equal(error.errors[0].extensions.code, 'VALIDATION');
      return true;
    });
  });
});

suite('urql', () => {
  function newClient(record, preferGetMethod = true) {
    return new Client({
      url: endpoint,
      fetch: record,
      preferGetMethod,
      exchanges: [
        persistedExchange({ preferGetForPersistedQueries: true, generateHash: sha256 }),
        fetchExchange,
      ],
    });
  }

  test('sends the hash alone, by GET', async () => {
    const { calls, record } = recorder();
    const document = fresh('Urql');
    const first = await newClient(record).query(document, {});
    assert.equal(first.error, undefined);
    assert.equal(first.data.target.key, 'inf-1');
    assert.deepEqual(calls.map(sentDocument), [false, true]);
    const second = await newClient(record).query(document, {});
    assert.deepEqual(second.data, first.data);
    assert.deepEqual(calls.map(sentDocument), [false, true, false]);
  });

  test('tells an error as one', async () => {
    const { record } = recorder();
    const { error } = await newClient(record).query('{ nothing }', {});
    assert.equal(error.graphQLErrors[0].extensions.code, 'VALIDATION');
  });
});

suite('graphql-request', () => {
  for (const method of ['POST', 'GET']) {
    test(`asks by ${method}`, async () => {
      const client = new GraphQLClient(endpoint, { method, fetch: fetchWithin });
      const question = 'query Ziel($key: String!) { target(key: $key) { key } }';
      assert.deepEqual(await client.request(question, { key: 'inf-1' }), {
        target: { key: 'inf-1' },
      });
      await assert.rejects(client.request('{ nothing }'), (error) => {
        assert.ok(error instanceof ClientError, String(error));
        assert.equal(error.response.errors[0].extensions.code, 'VALIDATION');
        return true;
      });
    });
  }
});
