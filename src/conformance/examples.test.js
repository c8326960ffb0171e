// Every documented question is one that other tools accept, and its answer survives a normalising
// cache, with an `id` on every object that has one, as such clients ask for.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isCompositeType, parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';

import { newApollo } from './apollo.js';
import { examples } from './examples.js';
import { publishedSchema } from './server.js';

const schema = await publishedSchema();

const ID = parse('{ id }').definitions[0].selectionSet.selections[0];

const isNode = (type) =>
  isCompositeType(type) && (type.name === 'Node' || type.getInterfaces?.().some(isNode));

/** The document, asking for the `id` of everything that has one. */
function withIds(document) {
  const types = new TypeInfo(schema);
  const selections = {
    leave: (set) =>
      isNode(types.getParentType()) ? { ...set, selections: [ID, ...set.selections] } : undefined,
  };
  return visit(document, visitWithTypeInfo(types, { SelectionSet: selections }));
}

test('there are at least ten examples', () => {
  assert.ok(examples.length >= 10, `${examples.length} examples`);
});

for (const { name, query, variables } of examples) {
  test(`${name} fits the published schema`, () => {
    assert.deepEqual(validate(schema, parse(query)), []);
  });

  test(`${name} says the same out of the cache`, async () => {
    const { client, answers } = newApollo();
    const question = { query: withIds(parse(query)), variables };
    await client.query(question);
    assert.deepEqual(client.readQuery(question), answers[0]);
  });
}
