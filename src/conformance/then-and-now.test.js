// A client that keeps every object once, under its id, must not mix what was known then with what
// is known now. The tests named "become one" show what would happen if `id` named only the thing,
// and fail as soon as nothing in the data tells then from now: the others would prove nothing then.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { gql } from '@apollo/client';

import { newApollo } from './apollo.js';

const TARGET = gql`
  fragment State on Target {
    id
    key
    wording
    outcome
    latest { id key value nature observedOn }
  }
`;

const THEN_BESIDE_NOW = gql`
  query DamalsHeute($municipality: String!, $at: Moment!) {
    targets(municipality: $municipality) {
      nodes { ...State then: asKnown(at: $at) { ...State } }
    }
  }
  ${TARGET}
`;

const NOW = gql`
  query Heute($municipality: String!) {
    targets(municipality: $municipality) { nodes { ...State } }
  }
  ${TARGET}
`;

const THEN = gql`
  query Damals($municipality: String!, $at: Moment!) {
    targets(municipality: $municipality, knownAt: $at) { nodes { ...State } }
  }
  ${TARGET}
`;

const CITIES = [
  { municipality: 'duesseldorf', at: '2025-08-01' },
  { municipality: 'musterstadt', at: '2024-01-31' },
];

/** What an answer says, whatever names it gives to its objects. */
const told = (data) =>
  JSON.parse(JSON.stringify(data, (field, value) => (field === 'id' ? undefined : value)));

const named = (data, key) => data.targets.nodes.find((target) => target.key === key);

/** The targets of which something else was known then. */
const changed = (data) =>
  told(data).targets.nodes.filter(({ then, ...now }) => {
    return then && JSON.stringify(then) !== JSON.stringify(now);
  });

/** As if the server left release and day out of every `id`. */
function withConstantIds(data) {
  return JSON.parse(JSON.stringify(data), (_, value) =>
    value?.id && value.key ? { ...value, id: value.key } : value,
  );
}

async function askBeside(city, options) {
  const apollo = newApollo(options);
  const question = { query: THEN_BESIDE_NOW, variables: city };
  const { data } = await apollo.client.query(question);
  return { answer: apollo.answers[0], shown: data, reread: apollo.client.readQuery(question) };
}

/** Asks for now, then for then, and reads again what was said about now. */
async function askOneAfterTheOther(city, options) {
  const { client, answers } = newApollo(options);
  const now = { query: NOW, variables: { municipality: city.municipality } };
  const then = { query: THEN, variables: city };
  await client.query(now);
  await client.query(then);
  return { answers, now: client.readQuery(now), then: client.readQuery(then) };
}

for (const city of CITIES) {
  suite(`${city.municipality}, ${city.at} and now`, () => {
    test('stand side by side in one cached answer', async () => {
      const { answer, shown, reread } = await askBeside(city);
      assert.notEqual(changed(answer).length, 0);
      assert.deepEqual(shown, answer);
      assert.deepEqual(reread, answer);
    });

    test('stay apart when asked for one after the other', async () => {
      const { answers, now, then } = await askOneAfterTheOther(city);
      assert.deepEqual(now, answers[0]);
      assert.deepEqual(then, answers[1]);
    });

    test('become one if ids do not name the state', async () => {
      const { answer, reread } = await askBeside(city, { distort: withConstantIds });
      const wrong = changed(answer).filter(({ key }) => {
        const { then, ...now } = told(named(reread, key));
        assert.deepEqual(then, now, `${key}: then and now are one object`);
        return JSON.stringify(told(named(answer, key))) !== JSON.stringify({ ...now, then });
      });
      assert.deepEqual(wrong, changed(answer), 'every changed target is shown wrongly');
    });

    test('become one if a client names objects by their key', async () => {
      const dataIdFromObject = ({ __typename, key }) => key && `${__typename}:${key}`;
      const { answers, now } = await askOneAfterTheOther(city, { cache: { dataIdFromObject } });
      assert.notDeepEqual(told(now), told(answers[0]));
    });
  });
}

test('the services of Düsseldorf: open in August 2025, missed today', async () => {
  const { reread } = await askBeside(CITIES[0]);
  const { then, ...now } = named(reread, 'srv-1');
  assert.equal(then.outcome, 'NOT_DUE');
  assert.equal(now.outcome, 'MISSED_ON_LAST_VALUE');
  assert.deepEqual([now.latest.value, now.latest.nature], [20, 'RELAYED']);
  assert.deepEqual(told(then.latest), told(now.latest), 'the value is the same');
});

test('node(id) gives the state back that the id was read from', async () => {
  const { client } = newApollo();
  const { data } = await client.query({ query: THEN, variables: CITIES[0] });
  const then = named(data, 'srv-1');
  const again = await client.query({
    query: gql`query Wieder($id: ID!) { node(id: $id) { ...State } } ${TARGET}`,
    variables: { id: then.id },
    fetchPolicy: 'no-cache',
  });
  assert.deepEqual(again.data.node, then);
});
