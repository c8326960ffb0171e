// How many projects of a city that are to end after a day each office has in each status: PostGraphile with its
// plugin for aggregates. It tells the number of an office and no name, so offices are compared by their counts.

/** The same for all sides, in whatever order and form they tell it. */
const counts = (groups) => groups.map(([unit, status, count]) => [unit === null, status, count].join(' ')).sort();

export default {
  name: 'groups',
  means: 'how many projects of a city that are to end after a day each office has in each status',
  days: { from: ['2014-01-01', 4200] },
  ours: {
    query: `query ($city: String, $from: Date) { projects(municipality: $city, filter: {plannedEnd: {gte: $from}}) {
  groups(by: [{field: LEAD_UNIT}, {field: STATUS}], first: 200) { nodes { keys { leadUnit { key } status } count } } } }`,
    variables: { city: '%city%', from: '%from%' },
    compared: (data) => counts(data.projects.groups.nodes.map(({ keys, count }) => [keys.leadUnit, keys.status, count])),
  },
  theirs: {
    query: `query ($id: Int!, $from: Date!) { projects(condition: {municipalityId: $id}, filter: {plannedEnd: {greaterThanOrEqualTo: $from}}) {
  groupedAggregates(groupBy: [LEAD_UNIT_ID, STATUS]) { keys distinctCount { record } } } }`,
    variables: { id: '%id%', from: '%from%' },
    compared: (data) => counts(data.projects.groupedAggregates.map(({ keys, distinctCount }) => [...keys, Number(distinctCount.record)])),
  },
};
