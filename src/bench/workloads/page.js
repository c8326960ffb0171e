// 50 projects with what surrounds them, under a filter that is another one each time.

const fields = `key title plannedStart plannedEnd status
  focusArea { key name }
  leadUnit { key name }`;

export default {
  name: 'page',
  means: '50 projects with focus area, lead unit, first 5 services, last 5 events, targets; a different filter each time',
  days: { from: ['2021-01-01', 2000], to: ['2024-01-01', 2500] },
  ours: {
    query: `query ($city: String, $from: Date, $to: Date) {
  projects(municipality: $city, first: 50, orderBy: [{field: TITLE}],
      filter: {plannedStart: {lte: $to}, plannedEnd: {gte: $from}}) {
    nodes { ${fields}
      services(first: 5) { nodes { key name } }
      history(last: 5) { nodes { key eventKind effectiveOn } }
      targets(first: 20) { nodes { key wording dueOn } }
    }
  }
}`,
    variables: { city: '%city%', from: '%from%', to: '%to%' },
  },
  theirs: {
    query: `query ($id: Int!, $from: Date!, $to: Date!) {
  projects(first: 50, orderBy: [TITLE_SORT_ASC, RECORD_ASC], condition: {municipalityId: $id},
      filter: {plannedStart: {lessThanOrEqualTo: $to}, plannedEnd: {greaterThanOrEqualTo: $from}}) {
    nodes { ${fields}
      services: publicServicesByProjectServiceProjectIdAndServiceId(first: 5, orderBy: [KEY_ASC]) { nodes { key name } }
      history: events(last: 5, orderBy: [EFFECTIVE_ON_ASC, ORDINAL_ASC, RECORD_ASC]) { nodes { key eventKind effectiveOn } }
      targets: targetsByProjectTargetProjectIdAndTargetId(first: 20, orderBy: [KEY_ASC]) { nodes { key wording dueOn } }
    }
  }
}`,
    variables: { id: '%id%', from: '%from%', to: '%to%' },
  },
  sql: `select json_build_object('projects', json_build_object('nodes', (
  select coalesce(json_agg(json_build_object(
    'key', k.key, 'title', p.title_de, 'plannedStart', p.planned_start_to, 'plannedEnd', p.planned_end_to,
    'status', (select s.status from project_status_period s
      where s.project = p.record and upper_inf(s.known) and s.days @> current_date),
    'focusArea', (select json_build_object('key', fk.key, 'name', f.name_de)
      from focus_area f join record fk on fk.id = f.record
      where f.record = p.focus_area and f.until = 2147483647),
    'leadUnit', (select json_build_object('key', uk.key, 'name', u.name_de)
      from org_unit u join record uk on uk.id = u.record
      where u.record = p.lead_unit and u.until = 2147483647),
    'services', json_build_object('nodes', (
      select coalesce(json_agg(json_build_object('key', x.key, 'name', x.name_de)), '[]') from (
        select sk.key, s.name_de from project_service l
        join public_service s on s.record = l.service and s.until = 2147483647
        join record sk on sk.id = s.record
        where l.project = p.record and l.until = 2147483647 order by sk.key limit 5) x)),
    'history', json_build_object('nodes', (
      select coalesce(json_agg(json_build_object('key', (select ek.key from record ek where ek.id = x.record),
        'eventKind', x.event_kind, 'effectiveOn', x.effective_on)
        order by x.effective_on, x.ordinal, x.record), '[]') from (
        select * from rival.project_event e where e.project_id = p.record
        order by e.effective_on desc, e.ordinal desc, e.record desc limit 5) x)),
    'targets', json_build_object('nodes', (
      select coalesce(json_agg(json_build_object('key', x.key, 'wording', x.wording, 'dueOn', x.due_on_to)), '[]') from (
        select tk.key, t.wording, t.due_on_to from project_target l
        join target t on t.record = l.target and t.until = 2147483647
        join record tk on tk.id = t.record
        where l.project = p.record and l.until = 2147483647 order by tk.key limit 20) x))
  ) order by p.title_de_sort, p.record), '[]')
  from (
    select * from project
    where municipality = :id and until = 2147483647 and planned_start_to <= :to and planned_end_to >= :from
    order by title_de_sort, record limit 50) p
  join record k on k.id = p.record)))`,
};
