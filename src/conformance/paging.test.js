// Following the cursors reaches every row once, as a client's list that grows page by page needs.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { gql } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

import { newApollo } from './apollo.js';
import { ask } from './server.js';

const PAGE = gql`
  query Seite($order: [ProjectOrder!], $first: Int, $after: String, $last: Int, $before: String) {
    projects(
      municipality: "musterstadt"
      orderBy: $order
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      edges { cursor node { id key } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;

const ORDERS = {
  'by key': undefined,
  'by title': [{ field: 'TITLE' }],
  'by planned end, latest first': [{ field: 'PLANNED_END', direction: 'DESC' }],
};

/** A client whose list of projects grows with every page. */
function pagingApollo() {
  const projects = relayStylePagination(['municipality', 'filter', 'orderBy']);
  return newApollo({ cache: { typePolicies: { Query: { fields: { projects } } } } });
}

async function totalCount() {
  const data = await ask('{ projects(municipality: "musterstadt") { totalCount } }');
  return data.projects.totalCount;
}

/**
 * Asks for pages until there are no more; `next` names the page after one. Gives all keys in the
 * order in which the cache has them in the end.
 */
async function follow(first, next) {
  const { client, answers } = await pagingApollo();
  for (let variables = first; variables; variables = next(answers.at(-1).projects.pageInfo)) {
    await client.query({ query: PAGE, variables, fetchPolicy: 'network-only' });
  }
  const { projects } = client.readQuery({ query: PAGE, variables: first });
  return { keys: projects.edges.map((edge) => edge.node.key), pages: answers.length };
}

const forwards = (order, first) =>
  follow({ order, first }, ({ hasNextPage, endCursor }) =>
    hasNextPage ? { order, first, after: endCursor } : null,
  );

const backwards = (order, last) =>
  follow({ order, last }, ({ hasPreviousPage, startCursor }) =>
    hasPreviousPage ? { order, last, before: startCursor } : null,
  );

for (const [name, order] of Object.entries(ORDERS)) {
  test(`forwards ${name}, every project comes once`, async () => {
    const total = await totalCount();
    const { keys, pages } = await forwards(order, 50);
    assert.equal(keys.length, total);
    assert.equal(new Set(keys).size, total);
    assert.equal(pages, Math.ceil(total / 50));
  });

  test(`backwards ${name}, the list is the same`, async () => {
    assert.deepEqual((await backwards(order, 70)).keys, (await forwards(order, 200)).keys);
  });
}

test('Musterstadt has its 380 projects', async () => {
  assert.equal(await totalCount(), 380);
});
