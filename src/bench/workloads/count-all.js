// The same count over all cities.

import count, { ours, sql, theirs } from './count.js';

export default {
  ...count,
  name: 'count-all',
  means: 'the same over all cities',
  ours: {
    query: `query ($status: ProjectStatus, $from: Date, $to: Date) { ${ours('"ALL"')} }`,
    variables: { status: '%status%', from: '%from%', to: '%to%' },
  },
  theirs: {
    query: `query ($status: String!, $from: Date!, $to: Date!) { ${theirs('')} }`,
    variables: { status: '%status%', from: '%from%', to: '%to%' },
  },
  sql: sql(''),
};
