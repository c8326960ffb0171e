// From the pillars of the strategy down to the services, ten of each.

export default {
  name: 'deep',
  means: 'focus areas, their targets, their projects, their services, 10 each; a different filter each time',
  days: { from: ['2014-01-01', 2900], to: ['2026-01-01', 2900] },
  ours: {
    query: `query ($city: String, $from: Date, $to: Date) {
  focusAreas(municipality: $city, first: 10, filter: {targets: {some: {dueOn: {gte: $from, lte: $to}}}}) { nodes { key name
    targets(first: 10) { nodes { key wording
      projects(first: 10) { nodes { key title
        services(first: 10) { nodes { key name } } } } } } } }
}`,
    variables: { city: '%city%', from: '%from%', to: '%to%' },
  },
  theirs: {
    query: `query ($id: Int!, $from: Date!, $to: Date!) {
  focusAreas(first: 10, orderBy: [POSITION_ASC, RECORD_ASC], condition: {municipalityId: $id},
      filter: {targets: {some: {dueOn: {greaterThanOrEqualTo: $from, lessThanOrEqualTo: $to}}}}) { nodes { key name
    targets(first: 10, orderBy: [KEY_ASC]) { nodes { key wording
      projects: projectsByProjectTargetTargetIdAndProjectId(first: 10, orderBy: [KEY_ASC]) { nodes { key title
        services: publicServicesByProjectServiceProjectIdAndServiceId(first: 10, orderBy: [KEY_ASC]) { nodes { key name } } } } } } } }
}`,
    variables: { id: '%id%', from: '%from%', to: '%to%' },
  },
  sql: `select json_build_object('focusAreas', json_build_object('nodes', (
  select coalesce(json_agg(json_build_object('key', f.key, 'name', f.name_de, 'targets', json_build_object('nodes', (
    select coalesce(json_agg(json_build_object('key', t.key, 'wording', t.wording, 'projects', json_build_object('nodes', (
      select coalesce(json_agg(json_build_object('key', p.key, 'title', p.title_de, 'services', json_build_object('nodes', (
        select coalesce(json_agg(json_build_object('key', s.key, 'name', s.name_de)), '[]') from (
          select k.key, s.name_de from project_service l
          join public_service s on s.record = l.service and s.until = 2147483647
          join record k on k.id = s.record
          where l.project = p.record and l.until = 2147483647 order by k.key limit 10) s)))), '[]') from (
        select p.record, k.key, p.title_de from project_target l
        join project p on p.record = l.project and p.until = 2147483647
        join record k on k.id = p.record
        where l.target = t.record and l.until = 2147483647 order by k.key limit 10) p)))), '[]') from (
      select t.record, k.key, t.wording from target t join record k on k.id = t.record
      where t.focus_area = f.record and t.until = 2147483647 order by k.key limit 10) t)))), '[]') from (
    select f.record, f.position, k.key, f.name_de from focus_area f join record k on k.id = f.record
    where f.municipality = :id and f.until = 2147483647 and exists (
      select from target t where t.focus_area = f.record and t.until = 2147483647 and t.due_on_to between :from and :to)
    order by f.position, f.record limit 10) f)))`,
};
