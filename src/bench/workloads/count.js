// How many projects of a city have a status, are to end after a day, and help to reach a target that is due before one.

const statuses = ['IDEA', 'PLANNED', 'PRIORITISED', 'IN_PROGRESS', 'PILOT', 'ON_HOLD', 'COMPLETED', 'CANCELLED'];

export const ours = (municipality) => `projects(municipality: ${municipality}, filter: {status: {eq: $status},
      plannedEnd: {gte: $from}, targets: {some: {dueOn: {lte: $to}}}}) { totalCount }`;

export const theirs = (condition) => `projects(${condition}filter: {status: {equalTo: $status},
      plannedEnd: {greaterThanOrEqualTo: $from},
      projectTargets: {some: {target: {dueOn: {lessThanOrEqualTo: $to}}}}}) { totalCount }`;

export const sql = (condition) => `select json_build_object('projects', json_build_object('totalCount', (
  select count(*) from project p
  join project_status_period s on s.project = p.record and upper_inf(s.known) and s.days @> current_date
    and s.status = :status
  where ${condition} p.until = 2147483647 and p.planned_end_to >= :from and exists (
    select from project_target l join target t on t.record = l.target and t.until = 2147483647
    where l.project = p.record and l.until = 2147483647 and t.due_on_to <= :to))))`;

export default {
  name: 'count',
  means: 'how many projects of a city have a status, are to end after a day and help to reach a target due before one',
  days: { from: ['2021-01-01', 1800], to: ['2024-06-01', 2500] },
  choices: { status: statuses },
  ours: {
    query: `query ($city: String, $status: ProjectStatus, $from: Date, $to: Date) { ${ours('$city')} }`,
    variables: { city: '%city%', status: '%status%', from: '%from%', to: '%to%' },
  },
  theirs: {
    query: `query ($id: Int!, $status: String!, $from: Date!, $to: Date!) { ${theirs('condition: {municipalityId: $id}, ')} }`,
    variables: { id: '%id%', status: '%status%', from: '%from%', to: '%to%' },
  },
  sql: sql('p.municipality = :id and'),
};
