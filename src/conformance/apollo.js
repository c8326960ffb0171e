// Apollo Client as an application would set it up, with its normalising cache.

import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { isAbstractType } from 'graphql';
import { map } from 'rxjs';

import { endpoint, fetchWithin, publishedSchema } from './server.js';

const schema = await publishedSchema();

/** Which types stand behind an interface: the cache needs it for `... on Fact`. */
const possibleTypes = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .map((type) => [type.name, schema.getPossibleTypes(type).map((possible) => possible.name)]),
);

/**
 * A client and what it was told: `answers` holds what came over the wire, before any cache.
 * `cache` are options of InMemoryCache; `distort` changes an answer before the cache sees it.
 */
export function newApollo({ cache = {}, distort = (data) => data } = {}) {
  const answers = [];
  const recorder = new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      map((result) => {
        answers.push(structuredClone(result.data));
        return { ...result, data: distort(result.data) };
      }),
    ),
  );
  const client = new ApolloClient({
    link: recorder.concat(new HttpLink({ uri: endpoint, fetch: fetchWithin })),
    cache: new InMemoryCache({ possibleTypes, ...cache }),
  });
  return { client, answers };
}
