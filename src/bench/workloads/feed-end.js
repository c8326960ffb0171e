// What happened in a city in 90 days, 25 events a page, followed to its end.

const page = 'nodes { key eventKind effectiveOn } pageInfo { hasNextPage endCursor }';

export default {
  name: 'feed-end',
  means: 'the same followed to its end, 25 events a page; a page is a request',
  days: { from: ['2021-06-01', 1600] },
  span: 90,
  paged: true,
  ours: {
    query: `query ($city: String, $from: Date, $to: Date, $after: String) {
  statusHistory(municipality: $city, first: 25, after: $after, filter: {effectiveOn: {gte: $from, lte: $to}}) { ${page} }
}`,
    variables: { city: '%city%', from: '%from%', to: '%to%', after: '%after%' },
  },
  theirs: {
    query: `query ($id: Int!, $from: Date!, $to: Date!, $after: Cursor) {
  statusHistory: cityEvents(first: 25, after: $after, condition: {municipalityId: $id},
      filter: {effectiveOn: {greaterThanOrEqualTo: $from, lessThanOrEqualTo: $to}},
      orderBy: [EFFECTIVE_ON_ASC, ORDINAL_ASC, RECORD_ASC]) { ${page} }
}`,
    variables: { id: '%id%', from: '%from%', to: '%to%', after: '%after%' },
  },
};
