// What happened in a city in 90 days, at most 200 events.

export default {
  name: 'feed',
  means: 'what happened in a city in 90 days, of all kinds, at most 200 events',
  days: { from: ['2021-06-01', 1600] },
  span: 90,
  ours: {
    query: `query ($city: String, $from: Date, $to: Date) {
  statusHistory(municipality: $city, first: 200, filter: {effectiveOn: {gte: $from, lte: $to}}) {
    nodes { key eventKind effectiveOn }
  }
}`,
    variables: { city: '%city%', from: '%from%', to: '%to%' },
  },
  theirs: {
    query: `query ($id: Int!, $from: Date!, $to: Date!) {
  statusHistory: cityEvents(first: 200, condition: {municipalityId: $id},
      filter: {effectiveOn: {greaterThanOrEqualTo: $from, lessThanOrEqualTo: $to}},
      orderBy: [EFFECTIVE_ON_ASC, ORDINAL_ASC, RECORD_ASC]) {
    nodes { key eventKind effectiveOn }
  }
}`,
    variables: { id: '%id%', from: '%from%', to: '%to%' },
  },
  sql: `select json_build_object('statusHistory', json_build_object('nodes', (
  select coalesce(json_agg(json_build_object('key', (select k.key from record k where k.id = e.record),
    'eventKind', e.event_kind, 'effectiveOn', e.effective_on)), '[]')
  from (
    select * from rival.city_event e
    where e.municipality_id = :id and e.effective_on between :from and :to
    order by e.effective_on, e.ordinal, e.record limit 200) e)))`,
};
